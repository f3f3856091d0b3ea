//! A policy document that is only read, in the colours of the editor.

use super::highlight::{self, Token};
use yew::prelude::*;

/// Props of [`DocumentText`].
#[derive(Clone, PartialEq, Properties)]
pub struct DocumentTextProps {
    /// The document.
    pub text: AttrValue,
    /// What it is, for screen readers.
    pub label: AttrValue,
}

/// The text of a document.
#[component]
pub fn DocumentText(props: &DocumentTextProps) -> Html {
    let piece = |(text, style): &(String, highlight::Style)| {
        let class = match style.token {
            Token::Plain => return html! { text },
            Token::Key => "t-key",
            Token::String => "t-string",
            Token::Number => "t-number",
        };
        html! { <span {class}>{ text }</span> }
    };
    let lines = highlight::lines(&props.text, None, &[]);
    // What may have to be scrolled can be reached with the keyboard.
    html! {
        <pre class="document-text" role="region" tabindex="0" aria-label={props.label.clone()} translate="no"><code>
            { for lines.iter().map(|line| html! { <>{ for line.pieces.iter().map(piece) }{ "\n" }</> }) }
        </code></pre>
    }
}

//! The texts of a lesson as elements. They are a tree of a few forms, so that a pack from anywhere brings no
//! markup of its own into the page.

use iam_sandbox::lessons::{Block, Inline};
use yew::prelude::*;

/// Paragraphs, lists and code.
pub fn blocks(blocks: &[Block]) -> Html {
    html! { { for blocks.iter().map(block) } }
}

fn block(block: &Block) -> Html {
    match block {
        Block::Paragraph(text) => html! { <p>{ inlines(text) }</p> },
        Block::List { is_ordered: true, items } => html! { <ol>{ for items.iter().map(|item| point(item)) }</ol> },
        Block::List { is_ordered: false, items } => html! { <ul>{ for items.iter().map(|item| point(item)) }</ul> },
        Block::Code(text) => html! { <pre translate="no">{ text.to_string() }</pre> },
    }
}

/// A point of one paragraph needs no space around it.
fn point(content: &[Block]) -> Html {
    match content {
        [Block::Paragraph(text)] => html! { <li>{ inlines(text) }</li> },
        content => html! { <li>{ blocks(content) }</li> },
    }
}

/// Blocks where a line is wanted.
pub fn line(content: &[Block]) -> Html {
    match content {
        [Block::Paragraph(text)] => inlines(text),
        content => blocks(content),
    }
}

/// Text with its forms. Links lead to pages of the web only.
pub fn inlines(text: &[Inline]) -> Html {
    html! { { for text.iter().map(inline) } }
}

fn inline(inline: &Inline) -> Html {
    match inline {
        Inline::Text(text) => html! { { text.to_string() } },
        Inline::Code(text) => html! { <code translate="no">{ text.to_string() }</code> },
        Inline::Emphasis(inside) => html! { <em>{ inlines(inside) }</em> },
        Inline::Strong(inside) => html! { <strong>{ inlines(inside) }</strong> },
        Inline::Link { to, text } if to.starts_with("https://") => html! {
            <a href={to.to_string()} target="_blank" rel="noopener">{ inlines(text) }</a>
        },
        Inline::Link { text, .. } => inlines(text),
    }
}

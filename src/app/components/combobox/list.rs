//! The suggestions below a combobox.

use super::suggestions::{Choice, Suggestions};
use std::ops::Range;
use yew::prelude::*;

/// What the list needs.
#[derive(Clone, PartialEq, Properties)]
pub struct ChoiceListProps {
    /// The id of the listbox; options are numbered after it.
    pub id: AttrValue,
    /// Its name.
    pub label: AttrValue,
    /// What is offered.
    pub suggestions: Suggestions,
    /// Position of the highlighted choice.
    pub active: Option<usize>,
    /// What is typed and underlined in the choices.
    pub draft: AttrValue,
    /// Whether the texts are code.
    pub is_code: bool,
    /// Hears the position of what is chosen.
    pub on_choose: Callback<usize>,
}

/// The id of a choice.
pub fn option_id(list: &str, index: usize) -> AttrValue {
    AttrValue::from(format!("{list}-{index}"))
}

/// The suggestions, as a listbox. The focus stays in the text field.
#[component]
pub fn ChoiceList(props: &ChoiceListProps) -> Html {
    let mut index = 0;
    let groups = props.suggestions.groups.iter().map(|group| {
        let first = index;
        index += group.choices.len();
        html! {
            <>
                if !group.title.is_empty() {
                    <li class="options-title" role="presentation">{ &group.title }</li>
                }
                { for group.choices.iter().enumerate().map(|(at, choice)| option(props, first + at, choice)) }
            </>
        }
    });
    html! {
        <ul class="options" role="listbox" id={props.id.clone()} aria-label={props.label.clone()}>
            { for groups }
            if props.suggestions.n_more > 0 {
                <li class="options-title" role="presentation">{ format!("+ {} …", props.suggestions.n_more) }</li>
            }
        </ul>
    }
}

fn option(props: &ChoiceListProps, index: usize, choice: &Choice) -> Html {
    let is_active = props.active == Some(index);
    let text = marked(&choice.text, &props.draft);
    html! {
        <li class="option" role="option" id={option_id(&props.id, index)} aria-selected={is_active.to_string()}
            onclick={props.on_choose.reform(move |_| index)}>
            if let Some(kind) = choice.glyph {
                <span class="glyph" data-kind={kind} aria-hidden="true" />
            }
            <span class="option-name" translate="no">
                if !choice.stack.is_empty() {
                    <span class="stack">{ &choice.stack }{ " " }</span>
                }
                if props.is_code { <code>{ text }</code> } else { { text } }
            </span>
            if !choice.note.is_empty() {
                <span class="option-note">{ &choice.note }</span>
            }
        </li>
    }
}

/// The text with the typed part marked.
fn marked(text: &AttrValue, draft: &str) -> Html {
    match found(text, draft) {
        Some(range) => html! {
            <>{ &text[..range.start] }<mark>{ &text[range.clone()] }</mark>{ &text[range.end..] }</>
        },
        None => html! { { text } },
    }
}

fn found(text: &str, draft: &str) -> Option<Range<usize>> {
    let draft = draft.trim().to_ascii_lowercase();
    let start = text.to_ascii_lowercase().find(&draft).filter(|_| !draft.is_empty())?;
    Some(start..start + draft.len())
}

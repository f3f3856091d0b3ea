//! One condition key of a request: there, absent or not known, and its value.

use super::circumstances::{Form, parsed, plain};
use super::value_field::ValueField;
use crate::app::components::segmented::Segmented;
use crate::app::strings::{AskStrings, strings};
use iam_sandbox::eval::{ContextValue, Unknown};
use iam_sandbox::text::Language;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Regions that are offered: those of the samples in the documentation.
const REGIONS: [&str; 8] =
    ["us-east-1", "us-east-2", "us-west-2", "ca-central-1", "eu-central-1", "eu-west-1", "sa-east-1", "ap-southeast-2"];

/// How a value is edited.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Editor {
    /// An IP address.
    Address,
    /// True or false.
    Flag,
    /// Not at all: it follows from the clock.
    Clock,
    /// A Region.
    Region,
    /// Any text, or several.
    Text,
}

impl Editor {
    /// The value of a key that was absent and is made present.
    pub fn usual(self) -> &'static str {
        match self {
            Self::Flag => "true",
            Self::Region => "us-east-1",
            Self::Address | Self::Clock | Self::Text => "",
        }
    }
}

/// What a row needs.
#[derive(Clone, PartialEq, Properties)]
pub struct ContextRowProps {
    /// The condition key.
    pub name: AttrValue,
    /// How it is edited.
    pub editor: Editor,
    /// Its value; none if it is absent.
    pub value: Option<ContextValue>,
    /// The value that it gets when it is made present.
    pub world_value: ContextValue,
    /// The language.
    pub language: Language,
    /// Whether its field takes the focus when it comes up.
    pub takes_focus: bool,
    /// Hears its new value.
    pub on_set: Callback<Option<ContextValue>>,
    /// Takes the row away.
    pub on_remove: Option<Callback<()>>,
}

/// One condition key of a request.
#[component]
pub fn ContextRow(props: &ContextRowProps) -> Html {
    let words = &strings(props.language).ask;
    let on_presence = {
        let world_value = props.world_value.clone();
        props.on_set.reform(move |index| match index {
            0 => Some(world_value.clone()),
            1 => None,
            _ => Some(ContextValue::Unknown(Unknown::VALUE)),
        })
    };
    let presence = match props.value {
        Some(ContextValue::Unknown(_)) => 2,
        Some(_) => 0,
        None => 1,
    };
    html! {
        <tr>
            <th scope="row">
                <code translate="no">{ &props.name }</code>
                if let Some(on_remove) = &props.on_remove {
                    { " " }
                    <button class="link small" type="button" aria-label={(words.remove_key)(&props.name)}
                        onclick={on_remove.reform(|_: MouseEvent| ())}>{ "✕" }</button>
                }
            </th>
            <td>
                <Segmented name={format!("{}-there", props.name)} label={props.name.clone()} on_choose={on_presence}
                    options={vec![words.present.into(), words.absent.into(), words.not_known.into()]}
                    selected={Some(presence)} />
            </td>
            <td>{ value(props, words) }</td>
        </tr>
    }
}

fn value(props: &ContextRowProps, words: &'static AskStrings) -> Html {
    let text = AttrValue::from(props.value.as_ref().map(plain).unwrap_or_default());
    // What is not there, or not known, has no value to be edited.
    let is_absent = matches!(props.value, None | Some(ContextValue::Unknown(_)));
    let on_text = props.on_set.reform(|text: AttrValue| Some(parsed(&text)));
    match props.editor {
        Editor::Flag => html! {
            <Segmented name={format!("{}-value", props.name)} label={format!("{}: {}", props.name, words.value)}
                options={vec!["true".into(), "false".into()]} disabled={is_absent}
                selected={["true", "false"].iter().position(|flag| text == *flag)}
                on_choose={on_text.reform(|index| AttrValue::Static(if index == 0 { "true" } else { "false" }))} />
        },
        Editor::Clock if is_absent => Html::default(),
        Editor::Clock => {
            let time = text.split_once('T').map_or(text.as_str(), |(_, time)| time);
            html! { <span class="muted">{ (words.from_clock)(time) }</span> }
        }
        Editor::Region => region(props, &text, is_absent, on_text),
        Editor::Address => html! {
            <ValueField label={props.name.clone()} value={text} form={Form::Address}
                error={words.bad_address} disabled={is_absent} on_commit={on_text} />
        },
        Editor::Text => html! {
            <ValueField label={props.name.clone()} value={text} form={Form::Any} error=""
                disabled={is_absent} takes_focus={props.takes_focus} on_commit={on_text} />
        },
    }
}

fn region(props: &ContextRowProps, chosen: &AttrValue, is_absent: bool, on_text: Callback<AttrValue>) -> Html {
    let others = REGIONS.iter().map(|region| AttrValue::Static(region)).filter(|region| region != chosen);
    let all = (!chosen.is_empty()).then(|| chosen.clone()).into_iter().chain(others);
    let onchange = on_text.reform(|event: Event| event.target_unchecked_into::<HtmlSelectElement>().value().into());
    html! {
        <select class="field" aria-label={props.name.clone()} translate="no" disabled={is_absent} {onchange}>
            { for all.map(|region| html! {
                <option selected={region == *chosen} value={region.clone()}>{ region }</option>
            }) }
        </select>
    }
}

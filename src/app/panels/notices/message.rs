//! One message, with what can be done about it.

use super::focus_answer;
use crate::app::components::aws_words::aws_words;
use crate::app::components::tone::Lamp;
use crate::app::storage;
use crate::app::store::{Action, Dispatch, NoticeKind, Tab};
use crate::app::strings::{CommonStrings, ExchangeStrings, strings};
use iam_sandbox::api::Save;
use iam_sandbox::text::{Language, Tone};
use yew::prelude::*;

/// What a message needs.
#[derive(Clone, PartialEq, Properties)]
pub struct MessageProps {
    /// What it says.
    pub kind: NoticeKind,
    /// The language.
    pub language: Language,
    /// Where its buttons lead.
    pub dispatch: Dispatch,
}

/// One message.
#[component]
pub fn Message(props: &MessageProps) -> Html {
    let words = &strings(props.language).common;
    let dispatch = props.dispatch.clone();
    let onclose = move |_| {
        dispatch.dispatch(Action::Notify(None));
        focus_answer();
    };
    let (tone, tone_name) = match &props.kind {
        NoticeKind::Refused { .. } => (Tone::Explicit, "explicit"),
        NoticeKind::Copied => (Tone::Allow, "allow"),
        _ => (Tone::Implicit, "implicit"),
    };
    html! {
        <div class="notice" data-tone={tone_name}>
            <Lamp {tone} />
            <p class="notice-text">{ text(&props.kind, words, &strings(props.language).exchange) }</p>
            { remedy(props, words) }
            <button class="close" type="button" aria-label={words.dismiss} onclick={onclose}></button>
        </div>
    }
}

fn text(kind: &NoticeKind, words: &CommonStrings, exchange: &ExchangeStrings) -> Html {
    match kind {
        // AWS's own words stay as they are.
        NoticeKind::Refused { code, message, .. } => html! {
            <span lang="en" translate="no"><code>{ code }</code>{ ": " }{ aws_words(message) }</span>
        },
        NoticeKind::LinkOpened(_) => html! { words.link_opened },
        NoticeKind::Imported(_) => html! { exchange.opened },
        NoticeKind::BrokenLink(_) => html! { words.broken_link },
        NoticeKind::BrokenSave(_) => html! { words.broken_save },
        NoticeKind::BrokenFile(_) => html! { words.broken_file },
        NoticeKind::NoStorage => html! { words.no_storage },
        NoticeKind::OnlyAsking => html! { words.only_asking },
        NoticeKind::WallBehind { wall, sandbox } => {
            html! { (words.wall_behind)(&wall.date_and_time(), &sandbox.date_and_time()) }
        }
        NoticeKind::WallAhead => html! { words.wall_ahead },
        NoticeKind::Copied => html! { words.copied },
    }
}

fn remedy(props: &MessageProps, words: &CommonStrings) -> Html {
    let dispatch = props.dispatch.clone();
    match &props.kind {
        NoticeKind::Refused { event: Some(event), .. } => {
            let event = *event;
            let onclick = move |_| {
                dispatch.dispatch(Action::LookAt(Some(event)));
                dispatch.dispatch(Action::SetTab(Tab::Why));
                focus_answer();
            };
            html! { <button class="button little" type="button" {onclick}>{ words.show_why }</button> }
        }
        NoticeKind::LinkOpened(own) | NoticeKind::Imported(own) => {
            let own = own.clone();
            let onclick = move |_| {
                if let Ok(save) = Save::parse(&own) {
                    dispatch.dispatch(Action::Load(Box::new(save)));
                    focus_answer();
                }
            };
            html! { <button class="button little" type="button" {onclick}>{ words.back_to_own }</button> }
        }
        NoticeKind::BrokenLink(data) => broken("iam-sandbox-broken-link.txt", data, words),
        NoticeKind::BrokenSave(data) => broken("iam-sandbox-broken-save.json", data, words),
        NoticeKind::BrokenFile(data) => broken("iam-sandbox-broken-file.json", data, words),
        NoticeKind::Refused { event: None, .. }
        | NoticeKind::NoStorage
        | NoticeKind::OnlyAsking
        | NoticeKind::WallBehind { .. }
        | NoticeKind::WallAhead
        | NoticeKind::Copied => Html::default(),
    }
}

fn broken(name: &'static str, data: &str, words: &CommonStrings) -> Html {
    let data = data.to_owned();
    let onclick = move |_| storage::download_text(name, &data);
    html! { <button class="button little" type="button" {onclick}>{ words.download_broken }</button> }
}

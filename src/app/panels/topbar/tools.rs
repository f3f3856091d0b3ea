//! The buttons of the top bar.

use super::icon::TurnIcon;
use crate::app::store::{Action, Dispatch, Popup, Snapshot, Theme};
use crate::app::strings::{CommonStrings, strings};
use iam_sandbox::text::Language;
use yew::prelude::*;

/// What the buttons need.
#[derive(Clone, PartialEq, Properties)]
pub struct ToolsProps {
    /// The state.
    pub state: Snapshot,
    /// Where the buttons lead.
    pub dispatch: Dispatch,
    /// The button that opens the share panel.
    pub share: NodeRef,
    /// The button that opens the keys.
    pub help: NodeRef,
    /// The button that opens the menu.
    pub menu: NodeRef,
}

/// The buttons of the top bar.
#[component]
pub fn Tools(props: &ToolsProps) -> Html {
    let words = &strings(props.state.language).common;
    let is_open = |popup: &Popup| props.state.is_open(popup);
    html! {
        <div class="tools">
            <div class="tools-more" id="tools-more">
                { history(props, words) }
                { language(props) }
                { theme(props, words) }
                <button class="button square help" type="button" ref={props.help.clone()} aria-label={words.help}
                    aria-expanded={is_open(&Popup::Help).to_string()} aria-controls="help"
                    onclick={toggle(props, Popup::Help)}>{ "?" }</button>
            </div>
            <button class="button share" type="button" ref={props.share.clone()}
                aria-expanded={is_open(&Popup::Share).to_string()} aria-controls="share"
                onclick={toggle(props, Popup::Share)}>{ words.share }</button>
            <button class="button square menu-button" type="button" ref={props.menu.clone()} aria-label={words.menu}
                aria-expanded={is_open(&Popup::Menu).to_string()} aria-controls="tools-more"
                onclick={toggle(props, Popup::Menu)}>{ "≡" }</button>
        </div>
    }
}

fn send(dispatch: &Dispatch, action: Action) -> Callback<MouseEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |_| dispatch.dispatch(action.clone()))
}

fn toggle(props: &ToolsProps, popup: Popup) -> Callback<MouseEvent> {
    let next = (!props.state.is_open(&popup)).then_some(popup);
    send(&props.dispatch, Action::OpenPopup(next))
}

/// Undo and redo.
fn history(props: &ToolsProps, words: &CommonStrings) -> Html {
    let (state, dispatch) = (&props.state, &props.dispatch);
    let can_undo = state.sandbox.can_undo() || state.before_import.is_some();
    let can_redo = state.sandbox.can_redo() || state.can_import_again();
    let button = |label: &'static str, is_back, is_possible: bool, action| {
        // Not `disabled`, which would throw the focus away when there is nothing left to undo.
        let onclick = if is_possible { send(dispatch, action) } else { Callback::noop() };
        html! {
            <button class="button plain" type="button" aria-label={label} title={label}
                aria-disabled={(!is_possible).then_some("true")} {onclick}><TurnIcon {is_back} /></button>
        }
    };
    html! {
        <>
            { button(words.undo, true, can_undo, Action::Undo) }
            { button(words.redo, false, can_redo, Action::Redo) }
        </>
    }
}

/// The name of the other language, in that language.
fn language(props: &ToolsProps) -> Html {
    let (other, name) = match props.state.language {
        Language::English => (Language::Spanish, "Español"),
        Language::Spanish => (Language::English, "English"),
    };
    let onclick = send(&props.dispatch, Action::SetLanguage(other));
    html! { <button class="button plain" type="button" lang={other.code()} {onclick}>{ name }</button> }
}

/// Light, dark, as the system: in turn.
fn theme(props: &ToolsProps, words: &CommonStrings) -> Html {
    let (label, next) = match props.state.theme {
        Some(Theme::Light) => (words.theme_light, Some(Theme::Dark)),
        Some(Theme::Dark) => (words.theme_dark, None),
        None => (words.theme_system, Some(Theme::Light)),
    };
    let onclick = send(&props.dispatch, Action::SetTheme(next));
    html! {
        <button class="button plain" type="button" aria-label={label} title={label} {onclick}>
            <span class="theme-icon" aria-hidden="true"></span>
        </button>
    }
}

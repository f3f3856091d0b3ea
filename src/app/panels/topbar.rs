//! The bar at the top: undo and redo, language, theme, help, sharing.
//!
//! On a phone everything but sharing is in a menu.

mod help;
mod icon;
mod import;
mod share;
mod tools;

use crate::app::components::dismiss::{focus_first, use_dismiss};
use crate::app::components::popover::Popover;
use crate::app::learn;
use crate::app::practice;
use crate::app::share::LIMIT_BYTES;
use crate::app::storage;
use crate::app::store::{Action, Dispatch, Notice, NoticeKind, Popup, use_dispatch, use_snapshot};
use crate::app::strings::strings;
use help::HelpPanel;
use import::ImportPanel;
use share::SharePanel;
use tools::Tools;
use yew::prelude::*;

/// The bar at the top.
#[component]
pub fn Topbar() -> Html {
    let (state, dispatch) = (use_snapshot(), use_dispatch());
    let words = &strings(state.language).common;
    let (header, share, help, menu) = (use_node_ref(), use_node_ref(), use_node_ref(), use_node_ref());
    let is_menu_open = state.is_open(&Popup::Menu);
    let close = popup_to(&dispatch, None);
    use_dismiss(is_menu_open, vec![header.clone()], close.clone());
    let onkeydown = {
        let (close, menu) = (close.clone(), menu.clone());
        move |event: KeyboardEvent| {
            if is_menu_open && event.key() == "Escape" {
                event.prevent_default();
                focus_first(std::slice::from_ref(&menu));
                close.emit(());
            }
        }
    };
    html! {
        <header class="topbar" data-menu={is_menu_open.then_some("open")} ref={header} {onkeydown}>
            <h1 class="brand" aria-label="IAM Sandbox">{ "IAM" }<span class="brand-rest">{ " Sandbox" }</span></h1>
            <nav class="topbar-nav">
                <a class="button plain" href={learn::address("")}>{ strings(state.language).learn.lessons }</a>
                <a class="button plain" href={practice::address()}>{ strings(state.language).practice.practice }</a>
            </nav>
            <Tools state={state.clone()} dispatch={dispatch.clone()} share={share.clone()} help={help.clone()}
                menu={menu.clone()} />
            if state.is_open(&Popup::Share) {
                <Popover id="share" title={words.share} place="end" size="small" close_label={words.close}
                    openers={vec![share.clone()]} on_close={close.clone()}>
                    <ShareOpen />
                </Popover>
            }
            if state.is_open(&Popup::Import) {
                <Popover id="import" title={strings(state.language).exchange.heading} place="end" size="small"
                    close_label={words.close} openers={vec![share]} on_close={close.clone()}>
                    <ImportPanel />
                </Popover>
            }
            if state.is_open(&Popup::Help) {
                <Popover id="help" title={words.keys_title} place="end" size="small" close_label={words.close}
                    openers={vec![help, menu]} on_close={close}>
                    <HelpPanel language={state.language} shortcuts={state.shortcuts}
                        on_shortcuts={shortcuts_to(&dispatch)} />
                </Popover>
            }
        </header>
    }
}

fn popup_to(dispatch: &Dispatch, popup: Option<Popup>) -> Callback<()> {
    let dispatch = dispatch.clone();
    Callback::from(move |()| dispatch.dispatch(Action::OpenPopup(popup.clone())))
}

fn shortcuts_to(dispatch: &Dispatch) -> Callback<bool> {
    let dispatch = dispatch.clone();
    Callback::from(move |shortcuts| dispatch.dispatch(Action::SetShortcuts(shortcuts)))
}

/// The share panel as it is now. The world is compressed once for what the link says of it, not at each render.
#[component]
fn ShareOpen() -> Html {
    let (state, dispatch) = (use_snapshot(), use_dispatch());
    let link = {
        let state = state.clone();
        let said = (state.revision, state.station, state.document.clone());
        use_memo(said, move |_| storage::share_link(&state))
    };
    let link = link.to_string();
    let size_bytes = link.len();
    let on_copy = {
        let (link, dispatch) = (link.clone(), dispatch.clone());
        Callback::from(move |()| {
            let dispatch = dispatch.clone();
            storage::copy(
                link.clone(),
                Callback::from(move |is_copied| {
                    // Where the browser refuses, the link stands in its field to be copied by hand.
                    if is_copied {
                        dispatch.dispatch(Action::Notify(Some(Notice { kind: NoticeKind::Copied })));
                    }
                }),
            );
        })
    };
    let on_download = {
        let state = state.clone();
        Callback::from(move |()| storage::download(&state))
    };
    let on_open = {
        let dispatch = dispatch.clone();
        Callback::from(move |file| {
            dispatch.dispatch(Action::OpenPopup(None));
            storage::open_file(file, dispatch.clone());
        })
    };
    let on_start_over = {
        let dispatch = dispatch.clone();
        Callback::from(move |()| dispatch.dispatch(Action::StartOver))
    };
    let on_world = {
        let dispatch = dispatch.clone();
        Callback::from(move |world| dispatch.dispatch(Action::OpenWorld(world)))
    };
    let on_import = popup_to(&dispatch, Some(Popup::Import));
    let link = (size_bytes <= LIMIT_BYTES).then(|| AttrValue::from(link));
    html! {
        <SharePanel language={state.language} {link} {size_bytes} limit_bytes={LIMIT_BYTES} {on_copy}
            {on_download} {on_open} {on_start_over} {on_world} {on_import} />
    }
}

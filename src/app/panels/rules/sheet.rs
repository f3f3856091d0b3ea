//! The sheet that a code opens: the rule, its source, how sure it is.

use crate::app::components::dismiss::use_dismiss;
use crate::app::components::rule_code::RulePlace;
use crate::app::components::rule_facts::RuleFacts;
use crate::app::rules::address;
use crate::app::store::{Action, Popup, use_dispatch, use_snapshot};
use crate::app::strings::strings;
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

/// The sheet, where one is open.
#[component]
pub fn RuleSheet() -> Html {
    let state = use_snapshot();
    match &state.popup {
        Some(Popup::Rule(place)) => html! { <Sheet key={place.at.to_string()} place={place.clone()} /> },
        _ => Html::default(),
    }
}

#[derive(Clone, PartialEq, Properties)]
struct SheetProps {
    place: RulePlace,
}

#[component]
fn Sheet(props: &SheetProps) -> Html {
    let (state, dispatch) = (use_snapshot(), use_dispatch());
    let words = &strings(state.language);
    let (root, closer) = (use_node_ref(), use_node_ref());
    let opener = use_mut_ref(|| None::<HtmlElement>);
    {
        let (closer, opener) = (closer.clone(), opener.clone());
        use_effect_with((), move |()| {
            *opener.borrow_mut() = document().active_element().and_then(|active| active.dyn_into().ok());
            if let Some(closer) = closer.cast::<HtmlElement>() {
                let _ = closer.focus();
            }
        });
    }
    let close = {
        let dispatch = dispatch.clone();
        Callback::from(move |()| {
            if let Some(opener) = opener.borrow().as_ref() {
                let _ = opener.focus();
            }
            dispatch.dispatch(Action::OpenPopup(None));
        })
    };
    let dismiss = Callback::from(move |()| dispatch.dispatch(Action::OpenPopup(None)));
    use_dismiss(true, vec![root.clone()], dismiss);
    let onkeydown = {
        let close = close.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.prevent_default();
                close.emit(());
            }
        })
    };
    let code = props.place.rule.code();
    html! {
        <section class="popover rule-sheet" role="dialog" aria-labelledby="rule-sheet-title" ref={root} {onkeydown}>
            <div class="popover-head">
                <h2 class="popover-title" id="rule-sheet-title">{ (words.rules.rule)(code) }</h2>
                <button class="close" type="button" ref={closer} aria-label={words.common.close}
                    onclick={close.reform(|_: MouseEvent| ())}></button>
            </div>
            <RuleFacts rule={props.place.rule} language={state.language} />
            // The focus goes back to the code first, so that the book gives it back there.
            <a class="button little" href={address(code)} onclick={close.reform(|_: MouseEvent| ())}>{ words.rules.in_book }</a>
        </section>
    }
}

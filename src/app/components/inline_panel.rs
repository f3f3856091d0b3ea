//! A form that opens in the place where it is needed. It is never modal: the rest of the page stays
//! usable, Esc closes it, and the focus goes back to the button that opened it.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

/// Properties of [`InlinePanel`].
#[derive(Properties, PartialEq, Debug)]
pub struct InlinePanelProps {
    /// Id of the element; the button that opens the panel names it in `aria-controls`.
    pub id: AttrValue,
    /// What the form does.
    pub title: AttrValue,
    /// Name of the button that closes it.
    pub close_label: AttrValue,
    /// The panel is to be closed.
    pub on_close: Callback<()>,
    /// The form.
    pub children: Html,
}

/// See the module.
#[component]
pub fn InlinePanel(props: &InlinePanelProps) -> Html {
    let node = use_node_ref();
    use_focus(node.clone(), props.id.clone());
    let title_id = format!("{}-title", props.id);
    let on_key = {
        let on_close = props.on_close.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !event.is_composing() {
                event.stop_propagation();
                on_close.emit(());
            }
        })
    };
    let on_close = props.on_close.reform(|_: MouseEvent| ());
    html! {
        <div ref={node} class="popover" data-place="inline" id={props.id.clone()} role="group"
            aria-labelledby={title_id.clone()} onkeydown={on_key}>
            <div class="popover-head">
                <h3 class="popover-title" id={title_id}>{ &props.title }</h3>
                <button class="close" type="button" aria-label={props.close_label.clone()} onclick={on_close}></button>
            </div>
            { props.children.clone() }
        </div>
    }
}

/// Takes the focus to the first field, and gives it back to the button that opened the panel unless
/// it has gone elsewhere by itself.
#[hook]
fn use_focus(node: NodeRef, id: AttrValue) {
    use_effect_with((), move |()| {
        let panel = node.cast::<Element>();
        let field = panel.as_ref().and_then(|panel| panel.query_selector("input, select, textarea").ok().flatten());
        focus(field);
        if let Some(panel) = &panel {
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Nearest);
            panel.scroll_into_view_with_scroll_into_view_options(&options);
        }
        // The opener may be gone when the form has done its work; its row is not.
        let row = panel.as_ref().and_then(|panel| panel.closest("li").ok().flatten());
        move || {
            let document = gloo::utils::document();
            let active = document.active_element();
            let is_lost = active.is_none_or(|active| {
                active.tag_name().eq_ignore_ascii_case("body")
                    || panel.is_some_and(|panel| panel.contains(Some(active.as_ref())))
            });
            if is_lost {
                let opener = document.query_selector(&format!("[aria-controls=\"{id}\"]")).ok().flatten();
                focus(opener.or_else(|| row?.query_selector("button").ok().flatten()));
            }
        }
    });
}

fn focus(element: Option<Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

//! A panel that opens beside its button, with a title and a way to close it; never modal.

use super::dismiss::{focus_first, use_dismiss};
use web_sys::HtmlElement;
use yew::prelude::*;

/// What a popover needs.
#[derive(Clone, PartialEq, Properties)]
pub struct PopoverProps {
    /// Its id, which the button names in `aria-controls`.
    pub id: AttrValue,
    /// The title.
    pub title: AttrValue,
    /// Whether it stands below a heading of its zone.
    #[prop_or_default]
    pub is_nested: bool,
    /// `small` or `wide`.
    #[prop_or_default]
    pub size: Option<&'static str>,
    /// `end` or `inline`; under its slot otherwise.
    #[prop_or_default]
    pub place: Option<&'static str>,
    /// The name of the close button.
    pub close_label: AttrValue,
    /// The buttons that open it: they count as inside, and the first that is visible gets the focus
    /// back.
    pub openers: Vec<NodeRef>,
    /// Closes it.
    pub on_close: Callback<()>,
    /// What is in it.
    pub children: Html,
}

/// A panel that opens beside its button. Its close button, which is its first, takes the focus.
#[component]
pub fn Popover(props: &PopoverProps) -> Html {
    let (root, closer) = (use_node_ref(), use_node_ref());
    let inside = props.openers.iter().cloned().chain([root.clone()]).collect();
    use_dismiss(true, inside, props.on_close.clone());
    use_focus_on_mount(&closer);

    let close = {
        let (openers, on_close) = (props.openers.clone(), props.on_close.clone());
        move || {
            focus_first(&openers);
            on_close.emit(());
        }
    };
    let onkeydown = {
        let close = close.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Escape" && !event.default_prevented() {
                event.prevent_default();
                close();
            }
        }
    };
    let title_id = AttrValue::from(format!("{}-title", props.id));
    html! {
        <div class="popover" id={props.id.clone()} ref={root} role="group" aria-labelledby={title_id.clone()}
            data-size={props.size} data-place={props.place} {onkeydown}>
            <div class="popover-head">
                if props.is_nested {
                    <h3 class="popover-title" id={title_id}>{ &props.title }</h3>
                } else {
                    <h2 class="popover-title" id={title_id}>{ &props.title }</h2>
                }
                <button class="close" type="button" ref={closer} aria-label={props.close_label.clone()}
                    onclick={move |_| close()}></button>
            </div>
            { props.children.clone() }
        </div>
    }
}

#[hook]
fn use_focus_on_mount(node: &NodeRef) {
    let node = node.clone();
    use_effect_with((), move |()| {
        if let Some(element) = node.cast::<HtmlElement>() {
            let _ = element.focus();
        }
    });
}

//! A row of tabs that the arrow keys walk through.

use yew::prelude::*;

/// One tab.
#[derive(Clone, PartialEq, Debug)]
pub struct TabItem {
    /// Id of the element.
    pub id: AttrValue,
    /// What it says.
    pub label: AttrValue,
}

/// Properties of [`Tabs`].
#[derive(Properties, PartialEq, Debug)]
pub struct TabsProps {
    /// What the tabs are for, for screen readers.
    pub label: AttrValue,
    /// Id of the element that shows what was chosen.
    pub controls: AttrValue,
    /// The tabs.
    pub items: Vec<TabItem>,
    /// Position of the one that is chosen.
    pub selected: usize,
    /// Another one is chosen.
    pub on_select: Callback<usize>,
}

/// See the module.
#[component]
pub fn Tabs(props: &TabsProps) -> Html {
    let refs = use_memo(props.items.len(), |n| (0..*n).map(|_| NodeRef::default()).collect::<Vec<_>>());
    let on_key = {
        let (refs, selected, on_select) = (refs.clone(), props.selected, props.on_select.clone());
        Callback::from(move |event: KeyboardEvent| {
            let Some(next) = next_tab(&event.key(), selected, refs.len()) else { return };
            event.prevent_default();
            event.stop_propagation();
            if let Some(tab) = refs.get(next).and_then(NodeRef::cast::<web_sys::HtmlElement>) {
                let _ = tab.focus();
            }
            on_select.emit(next);
        })
    };
    let tab = |(index, item): (usize, &TabItem)| {
        let is_selected = index == props.selected;
        let on_select = props.on_select.clone();
        html! {
            <button key={item.id.to_string()} ref={refs.get(index).cloned().unwrap_or_default()} class="tab" type="button"
                role="tab" id={item.id.clone()} aria-controls={props.controls.clone()}
                aria-selected={is_selected.to_string()} tabindex={(!is_selected).then_some("-1")}
                onclick={move |_| on_select.emit(index)}>
                { &item.label }
            </button>
        }
    };
    html! {
        <div class="tabs" role="tablist" aria-label={props.label.clone()} onkeydown={on_key}>
            { for props.items.iter().enumerate().map(tab) }
        </div>
    }
}

fn next_tab(key: &str, selected: usize, n_tabs: usize) -> Option<usize> {
    match key {
        "ArrowRight" => Some((selected + 1) % n_tabs.max(1)),
        "ArrowLeft" => Some((selected + n_tabs.max(1) - 1) % n_tabs.max(1)),
        "Home" => Some(0),
        "End" => n_tabs.checked_sub(1),
        _ => None,
    }
}

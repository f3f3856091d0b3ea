//! A button that lets somebody choose files.

use web_sys::{File, HtmlInputElement};
use yew::prelude::*;

/// Props of [`FileButton`].
#[derive(Clone, PartialEq, Properties)]
pub struct FileButtonProps {
    /// What stands on it.
    pub label: AttrValue,
    /// More than one may be chosen.
    #[prop_or_default]
    pub multiple: bool,
    /// Hears of each file.
    pub on_file: Callback<File>,
}

/// The button. The browser's own field lies behind it, for its looks cannot be changed.
#[component]
pub fn FileButton(props: &FileButtonProps) -> Html {
    let field = use_node_ref();
    let onclick = {
        let field = field.clone();
        move |_: MouseEvent| {
            if let Some(input) = field.cast::<HtmlInputElement>() {
                input.click();
            }
        }
    };
    let onchange = {
        let on_file = props.on_file.clone();
        move |event: Event| {
            let input = event.target_unchecked_into::<HtmlInputElement>();
            let files = input.files();
            let n_files = files.as_ref().map_or(0, web_sys::FileList::length);
            (0..n_files).filter_map(|index| files.as_ref()?.get(index)).for_each(|file| on_file.emit(file));
            // The same file may be chosen again.
            input.set_value("");
        }
    };
    html! {
        <>
            <button class="button" type="button" {onclick}>{ &props.label }</button>
            <input type="file" accept=".json,application/json" multiple={props.multiple} hidden=true ref={field} {onchange} />
        </>
    }
}

//! The share panel: a link, how large it is, a file.

use crate::app::components::file_button::FileButton;
use crate::app::store::StartingWorld;
use crate::app::strings::strings;
use iam_sandbox::text::Language;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What the panel needs.
#[derive(Clone, PartialEq, Properties)]
pub struct SharePanelProps {
    /// The language.
    pub language: Language,
    /// The link; none if it would be too large.
    pub link: Option<AttrValue>,
    /// How large it is.
    pub size_bytes: usize,
    /// How large it may be.
    pub limit_bytes: usize,
    /// Puts the link on the clipboard.
    pub on_copy: Callback<()>,
    /// Hands the sandbox out as a file.
    pub on_download: Callback<()>,
    /// Opens such a file.
    pub on_open: Callback<web_sys::File>,
    /// Goes back to the beginning.
    pub on_start_over: Callback<()>,
    /// Begins with another world.
    pub on_world: Callback<StartingWorld>,
    /// Goes on to accounts from files and to files.
    pub on_import: Callback<()>,
}

/// The share panel.
#[component]
pub fn SharePanel(props: &SharePanelProps) -> Html {
    let words = &strings(props.language).common;
    let oncopy = props.on_copy.reform(|_: MouseEvent| ());
    let ondownload = props.on_download.reform(|_: MouseEvent| ());
    html! {
        <>
            <p class="small muted">{ words.share_note }</p>
            { link(props) }
            <div class="buttons">
                <button class="button primary" type="button" disabled={props.link.is_none()} onclick={oncopy}>
                    { words.copy }
                </button>
                <button class="button" type="button" onclick={ondownload}>{ words.download }</button>
                <FileButton label={words.open_file} on_file={&props.on_open} />
                <button class="button plain" type="button" onclick={props.on_start_over.reform(|_: MouseEvent| ())}>
                    { words.start_over }
                </button>
            </div>
            <h3 class="small" id="worlds">{ words.worlds }</h3>
            <div class="buttons" role="group" aria-labelledby="worlds">
                { for StartingWorld::ALL.into_iter().map(|world| starting_world(props, world)) }
            </div>
            <p class="small muted">{ words.worlds_note }</p>
            <div class="buttons">
                <button class="button" type="button" onclick={props.on_import.reform(|_: MouseEvent| ())}>
                    { format!("{}…", strings(props.language).exchange.heading) }
                </button>
            </div>
        </>
    }
}

fn starting_world(props: &SharePanelProps, world: StartingWorld) -> Html {
    let words = &strings(props.language).common;
    let name = match world {
        StartingWorld::First => words.world_first,
        StartingWorld::Organization => words.world_organization,
    };
    let onclick = props.on_world.reform(move |_: MouseEvent| world);
    html! { <button class="button" type="button" {onclick}>{ name }</button> }
}

fn link(props: &SharePanelProps) -> Html {
    let words = &strings(props.language).common;
    let percent = (props.size_bytes * 100).div_ceil(props.limit_bytes.max(1)).min(100);
    let size = match &props.link {
        Some(_) => (words.share_size)(props.size_bytes, props.limit_bytes),
        None => (words.share_too_long)(props.size_bytes, props.limit_bytes),
    };
    let onfocus = |event: FocusEvent| event.target_unchecked_into::<HtmlInputElement>().select();
    html! {
        <>
            if let Some(link) = &props.link {
                <label class="vh" for="share-link">{ words.share_link }</label>
                <input class="field mono" id="share-link" readonly=true value={link.clone()} translate="no" {onfocus} />
            }
            <svg class="meter" aria-hidden="true" height="8" data-over={props.link.is_none().then_some("")}>
                <rect class="track" width="100%" height="8" rx="4" />
                <rect class="bar" width={format!("{percent}%")} height="8" rx="4" />
            </svg>
            <p class="small muted">{ size }</p>
        </>
    }
}

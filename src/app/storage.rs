//! The only part of the page that touches storage, files, the clipboard and the address.
//!
//! The world is kept in IndexedDB after every change; preferences, which are needed before the first
//! paint, in local storage. Where the browser refuses either, the page works on without.

#![cfg_attr(not(feature = "app"), allow(dead_code, unused_imports, reason = "used in a browser only"))]

mod database;
mod place;

pub use database::{Kept, keep, saved};
pub use place::{choose_path, keep_path, n_pages_back, path};

use super::store::{Action, AppState, Dispatch, Letters, Notice, NoticeKind, Route, Theme};
use super::{learn, practice, reference, rules, share};
use gloo::utils::{document, window};
use iam_sandbox::api::Save;
use iam_sandbox::lessons::Progress;
use iam_sandbox::text::Language;
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};
use yew::Callback;

/// Read by `www/theme.js` as well, before anything is painted.
const PREFERENCES_KEY: &str = "iam-sandbox.preferences";

/// What was solved.
const PROGRESS_KEY: &str = "iam-sandbox.progress";

/// What was kept there and could not be read.
const UNREADABLE_PROGRESS_KEY: &str = "iam-sandbox.progress.unreadable";

/// What a learner prefers; none is what the system says.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub struct Preferences {
    language: Option<Language>,
    theme: Option<StoredTheme>,
    /// Whether single keys do something; off for who talks to the computer or types by accident.
    #[serde(default = "on")]
    shortcuts: bool,
}

fn on() -> bool {
    true
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum StoredTheme {
    Light,
    Dark,
}

impl Default for Preferences {
    fn default() -> Self {
        Self { language: None, theme: None, shortcuts: true }
    }
}

impl Preferences {
    /// Whether single keys do something.
    #[must_use]
    pub fn shortcuts(self) -> bool {
        self.shortcuts
    }

    /// The language: the one chosen, the one in the address, or the browser's.
    #[must_use]
    pub fn language(self) -> Language {
        let from_address = query("lang").and_then(|code| language_of(&code));
        let from_browser = || window().navigator().language().and_then(|code| language_of(&code));
        from_address.or(self.language).or_else(from_browser).unwrap_or_default()
    }

    /// The theme: the one in the address, or the one chosen.
    #[must_use]
    pub fn theme(self) -> Option<Theme> {
        match (query("theme").as_deref(), self.theme) {
            (Some("light"), _) | (None, Some(StoredTheme::Light)) => Some(Theme::Light),
            (Some("dark"), _) | (None, Some(StoredTheme::Dark)) => Some(Theme::Dark),
            _ => None,
        }
    }
}

fn language_of(code: &str) -> Option<Language> {
    match code.get(..2)? {
        "en" => Some(Language::English),
        "es" => Some(Language::Spanish),
        _ => None,
    }
}

fn query(name: &str) -> Option<String> {
    let search = window().location().search().ok()?;
    let pairs = search.trim_start_matches('?').split('&').filter_map(|pair| pair.split_once('='));
    pairs.filter(|(key, _)| *key == name).map(|(_, value)| value.to_owned()).next()
}

fn local_storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}

/// What was kept of the learner's preferences.
#[must_use]
pub fn preferences() -> Preferences {
    local_text(PREFERENCES_KEY).and_then(|text| iam_sandbox::json::read(&text).ok()).unwrap_or_default()
}

/// Keeps what the learner prefers, and shows language and theme on the page's root element.
pub fn keep_preferences(language: Language, theme: Option<Theme>, shortcuts: bool) {
    let stored = theme.map(|theme| match theme {
        Theme::Light => StoredTheme::Light,
        Theme::Dark => StoredTheme::Dark,
    });
    let preferences = Preferences { language: Some(language), theme: stored, shortcuts };
    if let (Some(storage), Ok(text)) = (local_storage(), serde_json::to_string(&preferences)) {
        // Refused storage is said once, by the autosave.
        let _ = storage.set_item(PREFERENCES_KEY, &text);
    }
    let Some(root) = document().document_element() else { return };
    let _ = root.set_attribute("lang", language.code());
    let _ = match theme {
        Some(Theme::Light) => root.set_attribute("data-theme", "light"),
        Some(Theme::Dark) => root.set_attribute("data-theme", "dark"),
        None => root.remove_attribute("data-theme"),
    };
}

/// Shows letters of that size.
pub fn show_letters(letters: Letters) {
    let Some(root) = document().document_element() else { return };
    let _ = match letters {
        Letters::Large => root.set_attribute("data-large", ""),
        Letters::Usual => root.remove_attribute("data-large"),
    };
}

/// The save that the address carries, if it carries one.
#[must_use]
pub fn link() -> Option<Result<Save, String>> {
    let hash = window().location().hash().ok()?;
    Some(share::open(&hash)?.map_err(|_| hash))
}

/// Takes the link out of the address, once its world has been changed and is kept here: a reload then
/// shows what was done since. A lesson that was left for another world goes out of it likewise.
pub fn clear_address(state: &AppState) {
    let is_left = route() != Route::World && state.route == Route::World && state.play.is_none();
    if link().is_some() || is_left {
        replace_fragment("");
    }
}

/// What stands behind the `#` of the address, with it.
#[must_use]
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// The page that the address leads to.
#[must_use]
pub fn route() -> Route {
    let fragment = fragment();
    if let Some(place) = practice::place_in(&fragment) {
        return Route::Practice(place);
    }
    if let Some(place) = reference::place_in(&fragment) {
        return Route::Reference(place);
    }
    match (rules::code_in(&fragment), learn::lesson_in(&fragment)) {
        (Some(code), _) => Route::Rules { code: code.to_owned() },
        (None, Some("")) => Route::Lessons,
        (None, Some(id)) => Route::Lesson { id: id.to_owned() },
        (None, None) => Route::World,
    }
}

/// Goes from the list of lessons, or from one that has not come, to what is open under it.
pub fn leave_lessons(state: &AppState, dispatch: &Dispatch) {
    replace_fragment(&state.play.as_ref().map(|play| learn::address(&play.lesson.id)).unwrap_or_default());
    dispatch.dispatch(Action::SetRoute(Route::World));
}

/// Goes from a lesson to the learner's own world.
pub fn leave_lesson(dispatch: &Dispatch) {
    replace_fragment("");
    dispatch.dispatch(Action::LeaveLesson);
}

/// What was kept of the lessons that were tried.
#[must_use]
pub fn progress() -> Progress {
    let text = local_text(PROGRESS_KEY);
    let Some(text) = text else { return Progress::default() };
    Progress::parse(&text).unwrap_or_else(|_| {
        // It is about to be written over.
        if let Some(storage) = local_storage() {
            let _ = storage.set_item(UNREADABLE_PROGRESS_KEY, &text);
        }
        Progress::default()
    })
}

/// Progress that was kept and could not be read.
#[must_use]
pub fn unreadable_progress() -> Option<String> {
    local_text(UNREADABLE_PROGRESS_KEY)
}

/// Forgets it.
pub fn forget_unreadable_progress() {
    if let Some(storage) = local_storage() {
        let _ = storage.remove_item(UNREADABLE_PROGRESS_KEY);
    }
}

fn local_text(key: &str) -> Option<String> {
    local_storage().and_then(|storage| storage.get_item(key).ok().flatten())
}

/// Keeps what was solved.
pub fn keep_progress(progress: &Progress) {
    if let Some(storage) = local_storage() {
        // Refused storage is said once, by the autosave.
        let _ = storage.set_item(PROGRESS_KEY, &progress.to_json());
    }
}

/// Whether an address leads to the server that the page comes from.
#[must_use]
pub fn is_of_this_server(address: &str) -> bool {
    let here = window().location();
    let url = here.href().ok().and_then(|here| web_sys::Url::new_with_base(address, &here).ok());
    url.is_some_and(|url| here.origin().is_ok_and(|origin| url.origin() == origin))
}

/// Puts another place of the same section into the address, without another step back.
pub fn replace_address(address: &str) {
    replace_fragment(address);
}

/// Goes back to where the rule book or the reference was opened; one that the page began with is just closed.
pub fn leave_book(state: &AppState, dispatch: &Dispatch) {
    let back = i32::try_from(state.n_pages_back).ok().filter(|n| *n > 0);
    match (window().history().ok(), back) {
        (Some(history), Some(n)) => {
            let _ = history.go_with_delta(-n);
        }
        _ => replace_fragment(""),
    }
    dispatch.dispatch(Action::SetRoute(Route::World));
}

/// Puts the address of a set into the place of one that named no seed.
pub fn replace_set(wanted: &practice::Wanted) {
    replace_fragment(&wanted.address());
}

/// Leaves the address of practice, to which the browser's way back leads again.
pub fn push_world() {
    if let Ok(history) = window().history() {
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&path_with("")));
    }
}

fn path_with(fragment: &str) -> String {
    let here = window().location();
    format!("{}{}{fragment}", here.pathname().unwrap_or_default(), here.search().unwrap_or_default())
}

fn replace_fragment(fragment: &str) {
    if let Ok(history) = window().history() {
        let kept = history.state().unwrap_or(JsValue::NULL);
        let _ = history.replace_state_with_url(&kept, "", Some(&path_with(fragment)));
    }
}

/// The link to what is on the screen.
#[must_use]
pub fn share_link(state: &AppState) -> String {
    let here = window().location();
    let origin = here.origin().unwrap_or_default();
    format!("{origin}{}{}", here.pathname().unwrap_or_default(), share::fragment(state.save()))
}

/// The whole address of a fragment of this page.
#[must_use]
pub fn link_to(fragment: &str) -> String {
    format!("{}{}", window().location().origin().unwrap_or_default(), path_with(fragment))
}

/// Puts `text` on the clipboard; `on_done` hears whether that worked.
pub fn copy(text: String, on_done: Callback<bool>) {
    wasm_bindgen_futures::spawn_local(async move {
        let written = wasm_bindgen_futures::JsFuture::from(window().navigator().clipboard().write_text(&text)).await;
        on_done.emit(written.is_ok());
    });
}

/// Hands the sandbox out as a file.
pub fn download(state: &AppState) {
    download_text("iam-sandbox.json", &state.save().to_json());
}

/// Hands a text out as a file.
pub fn download_text(name: &str, text: &str) {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let options = web_sys::BlobPropertyBag::new();
    options.set_type("application/json");
    let Ok(blob) = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options) else { return };
    let Ok(url) = web_sys::Url::create_object_url_with_blob(&blob) else { return };
    let anchor = document().create_element("a").ok().and_then(|it| it.dyn_into::<web_sys::HtmlAnchorElement>().ok());
    if let Some(anchor) = anchor {
        anchor.set_href(&url);
        anchor.set_download(name);
        anchor.click();
    }
    let _ = web_sys::Url::revoke_object_url(&url);
}

/// Reads a file; what cannot be read is empty.
pub fn read_file(file: web_sys::File, on_text: Callback<String>) {
    wasm_bindgen_futures::spawn_local(async move {
        let text = wasm_bindgen_futures::JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
        on_text.emit(text.unwrap_or_default());
    });
}

/// Opens a file that [`download`] made.
pub fn open_file(file: web_sys::File, dispatch: Dispatch) {
    let on_text = Callback::from(move |text: String| match Save::parse(&text) {
        Ok(save) => dispatch.dispatch(Action::Load(Box::new(save))),
        Err(_) => dispatch.dispatch(Action::Notify(Some(Notice { kind: NoticeKind::BrokenFile(text) }))),
    });
    read_file(file, on_text);
}

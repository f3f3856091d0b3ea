//! Packs of lessons of somebody's own: from a file, or from beside the page by an address such as
//! `#/learn?pack=packs/week-3.json` or `#/learn/week-3/L01?pack=packs/week-3.json`.
//!
//! A pack that was opened is kept, and is checked again each time the page begins, for the engine may have changed.

#![cfg_attr(not(feature = "app"), allow(dead_code, reason = "used in a browser only"))]

use super::fetch::{self, FetchError};
use super::learn;
use super::shared::Shared;
use super::storage::{self, Kept};
use iam_sandbox::lessons::{Bundle, BundleError};
use std::rc::Rc;

/// The packs that are open, by name.
pub type Packs = Shared<Vec<Rc<Bundle>>>;

/// A pack that could not be opened.
#[derive(Clone, PartialEq, Debug)]
pub struct PackFailure {
    /// The name of its file, or its address.
    pub from: String,
    /// Why.
    pub why: PackProblem,
}

/// Why a pack could not be opened.
#[derive(Clone, PartialEq, Debug)]
pub enum PackProblem {
    /// It is none, or breaks a rule.
    Bundle(BundleError),
    /// It could not be fetched.
    Fetch(FetchError),
    /// The address leads away from this page's server.
    Elsewhere,
}

/// The address of the pack that a fragment names.
#[must_use]
pub fn wanted(fragment: &str) -> Option<String> {
    learn::lesson_in(fragment)?;
    let (_, query) = fragment.split_once('?')?;
    let value = query.split('&').find_map(|pair| pair.strip_prefix("pack="))?;
    let value = js_decoded(value);
    (!value.is_empty()).then_some(value)
}

#[cfg(feature = "app")]
fn js_decoded(text: &str) -> String {
    js_sys::decode_uri_component(text).ok().and_then(|text| text.as_string()).unwrap_or_else(|| text.to_owned())
}

#[cfg(not(feature = "app"))]
fn js_decoded(text: &str) -> String {
    text.to_owned()
}

/// Reads a pack.
///
/// Errors: it is none, or breaks a rule.
pub fn read(from: &str, text: &str) -> Result<Rc<Bundle>, PackFailure> {
    let failure = |error| PackFailure { from: from.to_owned(), why: PackProblem::Bundle(error) };
    Bundle::parse(text).map(Rc::new).map_err(failure)
}

/// Fetches a pack from beside the page.
///
/// Errors: as for [`read`]; or it is not there, or lies elsewhere.
pub async fn fetch(address: String) -> Result<Rc<Bundle>, PackFailure> {
    let failure = |why| PackFailure { from: address.clone(), why };
    if !storage::is_of_this_server(&address) {
        return Err(failure(PackProblem::Elsewhere));
    }
    match fetch::text(&address).await {
        Ok(text) => read(&address, &text),
        Err(error) => Err(failure(PackProblem::Fetch(error))),
    }
}

/// What was kept, and what of it cannot be opened any more.
pub async fn kept() -> (Vec<Rc<Bundle>>, Option<PackFailure>) {
    let text = storage::saved(Kept::Packs).await.unwrap_or_default();
    let texts: Vec<String> = iam_sandbox::json::read(&text).unwrap_or_default();
    let (mut packs, mut failed) = (Vec::new(), None);
    for text in &texts {
        match read("", text) {
            Ok(pack) => packs.push(pack),
            Err(failure) => failed = Some(failure),
        }
    }
    (packs, failed)
}

/// Keeps the packs; false if the browser does not keep data here.
pub async fn keep(packs: Packs) -> bool {
    let texts: Vec<String> = packs.iter().map(|pack| pack.to_json()).collect();
    storage::keep(Kept::Packs, &serde_json::to_string(&texts).unwrap_or_default()).await
}

/// No packs.
#[must_use]
pub fn none() -> Packs {
    Shared::new(Vec::new())
}

/// With another pack, in the place of one of the same name.
#[must_use]
pub fn with(packs: &Packs, pack: Rc<Bundle>) -> Packs {
    let mut all: Vec<_> = packs.iter().filter(|known| known.name != pack.name).cloned().collect();
    all.push(pack);
    iam_sandbox::ordered::sort_by(&mut all, |one, other| one.name.cmp(&other.name));
    Shared::new(all)
}

/// Without the pack of a name.
#[must_use]
pub fn without(packs: &Packs, name: &str) -> Packs {
    Shared::new(packs.iter().filter(|pack| *pack.name != *name).cloned().collect())
}

/// The lesson of a pack that an address names, `week-3/L01`.
#[must_use]
pub fn lesson(packs: &Packs, id: &str) -> Option<iam_sandbox::lessons::Lesson> {
    let (name, id) = id.split_once('/')?;
    packs.iter().find(|pack| *pack.name == *name)?.lesson(id)
}

/// The id of the lesson after one of a pack.
#[must_use]
pub fn after(packs: &Packs, id: &str) -> Option<String> {
    let (name, id) = id.split_once('/')?;
    let lessons = &packs.iter().find(|pack| *pack.name == *name)?.lessons;
    let index = lessons.iter().position(|lesson| *lesson.id == *id)?;
    lessons.get(index + 1).map(|next| format!("{name}/{}", next.id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_name_a_pack_beside_the_list_or_a_lesson() {
        assert_eq!(wanted("#/learn?pack=packs/week-3.json").as_deref(), Some("packs/week-3.json"));
        assert_eq!(wanted("#/learn/week-3/L01?path=x&pack=a.json").as_deref(), Some("a.json"));
        for none in ["#/learn", "#/learn/L01?path=x", "#/learn?pack=", "#/rules?pack=a.json", ""] {
            assert_eq!(wanted(none), None, "{none}");
        }
    }
}

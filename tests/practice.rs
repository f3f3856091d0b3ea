//! Practice: items by the thousand, each checked by the second evaluator; sittings, scores and files.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    missing_docs,
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    reason = "a test program: a panic is how it reports"
)]

#[path = "properties/documents.rs"]
mod documents;
#[path = "practice/editions.rs"]
mod editions;
#[path = "practice/files.rs"]
mod files;
#[path = "practice/items.rs"]
mod items;
#[path = "practice/kept.rs"]
mod kept;
#[path = "properties/reference.rs"]
mod reference;
#[path = "practice/sittings.rs"]
mod sittings;
#[path = "properties/values.rs"]
mod values;
#[path = "practice/words.rs"]
mod words;
#[path = "properties/worlds.rs"]
mod worlds;

use iam_sandbox::practice::{Item, ItemId, item, templates};
use std::sync::LazyLock;

/// The item of a template and a seed; there is one for every seed.
#[track_caller]
fn made(template: &str, version: u16, seed: u64) -> Item {
    let id = ItemId { template: template.into(), version, seed };
    item(&id).unwrap_or_else(|| panic!("no item for {id}"))
}

/// How many items of each template are looked at, with seeds from 0: 2,000 together, and some more.
const N_SEEDS: u64 = 60;

static ITEMS: LazyLock<Vec<Item>> = LazyLock::new(|| {
    let of_template = |(template, version, _)| (0..N_SEEDS).map(move |seed| made(template, version, seed));
    templates().flat_map(of_template).collect()
});

/// So many items of every template, by seeds from 0.
fn all(n_seeds: u64) -> impl Iterator<Item = &'static Item> {
    assert!(n_seeds <= N_SEEDS);
    ITEMS.iter().filter(move |item| item.id.seed < n_seeds)
}

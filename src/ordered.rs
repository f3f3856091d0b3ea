//! Sets and maps filled one by one.
//!
//! `collect` sorts what it is given first, and that is one more sort in the Wasm for each type: some five kilobytes
//! for lists that are a dozen long.

use std::collections::{BTreeMap, BTreeSet};

pub(crate) fn set<T: Ord>(items: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    set.extend(items);
    set
}

/// Of several values for a key the last one stays.
pub(crate) fn map<K: Ord, V>(items: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    map.extend(items);
    map
}

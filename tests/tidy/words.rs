//! Words that may stand nowhere, or only in one place.

use super::source::Source;

/// Words of which the library is free, with what to use.
const UNSTEADY: &[(&str, &str)] = &[
    ("HashMap", "its order is chance: use `BTreeMap`"),
    ("HashSet", "its order is chance: use `BTreeSet`"),
    ("SystemTime", "the engine does not ask the machine for the time: use `clock::SimulatedClock`"),
    ("Instant::now", "the engine does not ask the machine for the time: use `clock::SimulatedClock`"),
    ("async", "the engine never waits: move it to src/app"),
];

/// Words with the only paths, by their beginnings, that may have them.
const PLACES: &[(&str, &[&str])] = &[
    ("wasm_bindgen", &["src/js.rs", "src/js/", "src/app/", "src/main.rs"]),
    ("js_sys", &["src/js.rs", "src/js/", "src/app/", "src/main.rs"]),
    ("web_sys", &["src/app/", "src/main.rs"]),
    ("yew", &["src/app/", "src/main.rs"]),
    ("gloo", &["src/app/", "src/main.rs"]),
    ("from_value", JSON),
    ("idb", STORAGE),
    ("local_storage", STORAGE),
    ("localStorage", STORAGE),
    ("LocalStorage", STORAGE),
    ("indexed_db", STORAGE),
    ("indexedDB", STORAGE),
    ("IndexedDb", STORAGE),
];

/// Serde's own ways have several times the code.
const JSON: &[&str] = &["src/json.rs", "src/json/"];

const STORAGE: &[&str] = &["src/app/storage.rs", "src/app/storage/"];

pub fn unwraps(source: &Source) -> Vec<String> {
    if source.is_test {
        return Vec::new();
    }
    let report = |offset| {
        format!("{}:{}: write `expect` with why it cannot fail, or handle it", source.path, source.line(offset))
    };
    source.code.match_indices(".unwrap()").map(|(offset, _)| report(offset)).collect()
}

pub fn unsteady(source: &Source) -> Vec<String> {
    if source.is_app() || source.is_test {
        return Vec::new();
    }
    let found =
        UNSTEADY.iter().flat_map(|(word, advice)| words(&source.code, word).map(move |offset| (offset, word, advice)));
    found.map(|(offset, word, advice)| format!("{}:{}: `{word}`: {advice}", source.path, source.line(offset))).collect()
}

pub fn out_of_place(source: &Source) -> Vec<String> {
    let is_place = |places: &[&str]| places.iter().any(|place| source.path.starts_with(place));
    let elsewhere = PLACES.iter().filter(|(_, places)| !is_place(places));
    let mut found: Vec<String> = elsewhere
        .flat_map(|(word, places)| words(&source.uncommented, word).map(move |offset| (offset, word, places)))
        .map(|(offset, word, places)| {
            let line = source.line(offset);
            format!("{}:{line}: `{word}` stands only in {}: call what is there", source.path, places.join(", "))
        })
        .collect();
    found.extend(long_macros(source));
    if source.path.starts_with("src/app/components") {
        let report = |offset| {
            format!("{}:{}: `use_context`: a component gets what it shows as props", source.path, source.line(offset))
        };
        found.extend(words(&source.code, "use_context").map(report));
    }
    found
}

/// Uses of serde's `json!`, whose code is several times as long as that of ours.
fn long_macros(source: &Source) -> Vec<String> {
    let name = "serde_json";
    let uses = words(&source.uncommented, name).filter(|offset| {
        let Some(named) = source.uncommented[offset + name.len()..].strip_prefix("::") else { return false };
        let end = if named.starts_with('{') { named.find('}') } else { named.find([';', '!', ':', '<', '(', '>']) };
        words(&named[..end.unwrap_or(named.len())], "json").next().is_some()
    });
    let report = |offset| format!("{}:{}: serde’s `json!`: use `json::json`", source.path, source.line(offset));
    uses.map(report).collect()
}

/// Where the word stands as a word.
fn words<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = usize> {
    let is_letter = |sign: char| sign.is_alphanumeric() || sign == '_';
    let stands = move |offset: &usize| {
        !text[..*offset].ends_with(is_letter) && !text[offset + word.len()..].starts_with(is_letter)
    };
    text.match_indices(word).map(|(offset, _)| offset).filter(stands)
}

/// The folder of the project on this machine, and homes of people.
pub fn machine_paths(path: &str, text: &str) -> Vec<String> {
    // Written in two parts, so that this file is not found.
    let homes =
        [concat!("/Us", "ers/"), concat!("/ro", "ot/"), concat!("C:\\Us", "ers\\"), concat!("/home/run", "ner/")];
    let is_part = |sign: char| sign.is_alphanumeric() || "._-}/".contains(sign);
    let starts = |offset: &usize| !text[..*offset].ends_with(is_part);
    let needles = homes.into_iter().chain([env!("CARGO_MANIFEST_DIR")]);
    let offsets = needles.flat_map(|needle| text.match_indices(needle).map(|(offset, _)| offset)).filter(starts);
    let line = |offset: usize| text[..offset].matches('\n').count() + 1;
    offsets.map(|offset| format!("{path}:{}: a path of one machine: make it relative", line(offset))).collect()
}

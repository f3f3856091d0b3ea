//! What the sources must keep to beyond what the compiler checks: the layers, and mostly absences.
//!
//! Every finding says where, and what to do. The checkers are themselves tried on planted faults.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, unreachable_pub, clippy::unwrap_used, reason = "a test program: a panic is how it reports")]

#[path = "tidy/layers.rs"]
mod layers;
#[path = "tidy/source.rs"]
mod source;
#[path = "tidy/words.rs"]
mod words;

use source::{Source, sources};

/// Lines that a file stays under, its tests not counted.
const MAX_LINES: usize = 400;

#[track_caller]
fn check(find: impl Fn(&Source) -> Vec<String>) {
    let sources = sources();
    assert!(sources.len() > 20, "the sources are not where this test looks for them");
    let findings: Vec<String> = sources.iter().flat_map(find).collect();
    assert!(findings.is_empty(), "{}\n", findings.join("\n"));
}

#[test]
fn every_module_imports_only_from_lower_layers() {
    check(layers::upward_imports);
}

#[test]
fn every_module_has_its_layer() {
    check(layers::unknown_module);
}

#[test]
fn the_page_reaches_the_engine_only_as_a_library() {
    check(layers::back_doors);
}

#[test]
fn every_file_begins_with_what_it_answers() {
    check(undocumented);
}

#[test]
fn files_stay_under_400_lines() {
    check(too_long);
}

#[test]
fn nothing_unwraps_outside_tests() {
    check(words::unwraps);
}

#[test]
fn the_engine_knows_no_chance_no_wall_clock_and_no_waiting() {
    check(words::unsteady);
}

#[test]
fn crates_that_may_be_exchanged_are_named_in_one_place() {
    check(words::out_of_place);
}

#[test]
fn no_file_holds_a_path_of_the_machine_it_was_written_on() {
    let findings: Vec<String> =
        source::texts().iter().flat_map(|(path, text)| words::machine_paths(path, text)).collect();
    assert!(findings.is_empty(), "{}\n", findings.join("\n"));
}

fn undocumented(source: &Source) -> Vec<String> {
    let is_documented = source.text.starts_with("//!") || source.text.starts_with("#![doc");
    if is_documented || source.is_test {
        return Vec::new();
    }
    vec![format!("{}:1: begin with `//!` and what the module answers, and what it does not know", source.path)]
}

fn too_long(source: &Source) -> Vec<String> {
    if source.is_test || source.n_lines_without_tests() < MAX_LINES {
        return Vec::new();
    }
    let n_lines = source.n_lines_without_tests();
    vec![format!("{}:{MAX_LINES}: {n_lines} lines; part the file along what it answers", source.path)]
}

#[track_caller]
fn check_planted(find: impl Fn(&Source) -> Vec<String>, path: &str, text: &str, expected: &[&str]) {
    let found = find(&Source::new(path, text));
    let places: Vec<String> =
        found.iter().map(|finding| finding.splitn(3, ':').take(2).collect::<Vec<_>>().join(":")).collect();
    assert_eq!(places, expected, "{found:?}");
}

#[test]
fn an_upward_import_is_found() {
    let find = layers::upward_imports;
    check_planted(find, "src/eval/stages.rs", "//! Doc.\nuse crate::api::Sandbox;", &["src/eval/stages.rs:2"]);
    check_planted(find, "src/eval.rs", "fn f() { crate::services::list() }", &["src/eval.rs:1"]);
    check_planted(
        find,
        "src/policy/parse/statement.rs",
        "use super::super::super::eval::Trace;",
        &["src/policy/parse/statement.rs:1"],
    );
    check_planted(find, "src/arn.rs", "use super::policy::Policy;", &["src/arn.rs:1"]);
    check_planted(find, "src/eval/x.rs", "use crate::{\n    arn::Arn,\n    text::explain,\n};", &["src/eval/x.rs:1"]);
    check_planted(find, "src/eval/x.rs", "pub(in crate::authz) fn f() {}", &["src/eval/x.rs:1"]);
    check_planted(find, "src/text/x.rs", "use crate::app::Store;", &["src/text/x.rs:1"]);
}

#[test]
fn an_import_from_a_sibling_is_found() {
    check_planted(layers::upward_imports, "src/world/users.rs", "use crate::eval::Verdict;", &["src/world/users.rs:1"]);
    check_planted(layers::upward_imports, "src/wire/xml.rs", "use crate::cli::parse;", &["src/wire/xml.rs:1"]);
}

#[test]
fn imports_that_are_allowed_are_not_found() {
    let find = layers::upward_imports;
    check_planted(
        find,
        "src/eval/stages.rs",
        "use crate::policy::Effect;\nuse super::request;\nuse crate::eval::Trace;",
        &[],
    );
    check_planted(find, "src/eval.rs", "/// See [`crate::api`].\n// crate::api\nconst A: &str = \"crate::api\";", &[]);
    check_planted(find, "src/eval.rs", "#[cfg(test)]\nmod tests {\n    use crate::api::Sandbox;\n}", &[]);
    check_planted(find, "src/eval/tests.rs", "use crate::api::Sandbox;", &[]);
    check_planted(find, "src/lib.rs", "pub mod api;", &[]);
}

#[test]
fn a_module_without_a_layer_is_found() {
    check_planted(layers::unknown_module, "src/helpers/strings.rs", "//! Doc.", &["src/helpers/strings.rs:1"]);
    check_planted(layers::unknown_module, "src/span.rs", "//! Doc.", &[]);
}

#[test]
fn a_back_door_of_the_page_is_found() {
    check_planted(layers::back_doors, "src/app/store.rs", "use crate::world::World;", &["src/app/store.rs:1"]);
    check_planted(layers::back_doors, "src/main.rs", "#[path = \"eval.rs\"]\nmod eval;", &["src/main.rs:1"]);
    check_planted(layers::back_doors, "src/app/store.rs", "use crate::app::view;\nuse iam_sandbox::world::World;", &[]);
}

#[test]
fn words_out_of_place_are_found() {
    check_planted(
        words::unwraps,
        "src/arn.rs",
        "/// `x.unwrap()`\nfn f() {\n    x\n        .unwrap();\n}",
        &["src/arn.rs:4"],
    );
    check_planted(words::unwraps, "src/arn.rs", "#[cfg(test)]\nmod tests {\n    fn f() { x.unwrap() }\n}\n", &[]);
    check_planted(
        words::unsteady,
        "src/world.rs",
        "use std::collections::HashMap;\nasync fn f() {}",
        &["src/world.rs:1", "src/world.rs:2"],
    );
    check_planted(words::unsteady, "src/app/load.rs", "async fn f() {}", &[]);
    check_planted(words::out_of_place, "src/api.rs", "use wasm_bindgen::prelude::*;", &["src/api.rs:1"]);
    check_planted(words::out_of_place, "src/app/panels/x.rs", "f(\"localStorage\");", &["src/app/panels/x.rs:1"]);
    check_planted(words::out_of_place, "src/app/storage/idb.rs", "use idb::Factory;", &[]);
    let made = "use serde_json::{Value, json};\nf(serde_json::json!(1));\nserde_json::from_value::<u8>(value)";
    check_planted(words::out_of_place, "src/api.rs", made, &["src/api.rs:3", "src/api.rs:1", "src/api.rs:2"]);
    check_planted(words::out_of_place, "src/api.rs", "use crate::json::json;\nuse serde_json::{Map, Value};", &[]);
    check_planted(
        words::out_of_place,
        "src/app/components/chip.rs",
        "use_context::<Store>();",
        &["src/app/components/chip.rs:1"],
    );
}

#[test]
fn strings_characters_and_comments_are_told_from_code() {
    let text = "let a = '\"'; /* x /* y */ z */ let b = r#\"HashMap \" \"#; let c: &'a str = \"\\\" HashMap\"; HashMap";
    check_planted(words::unsteady, "src/arn.rs", text, &["src/arn.rs:1"]);
    check_planted(words::unsteady, "src/arn.rs", &text[..text.len() - "HashMap".len()], &[]);
}

#[test]
fn a_machine_path_is_found() {
    let text = format!("see {}/src", env!("CARGO_MANIFEST_DIR"));
    assert_eq!(words::machine_paths("README.md", &text).len(), 1);
    assert_eq!(words::machine_paths("README.md", "arn:aws:s3:::b/home/alice and a/root/b").len(), 0);
}

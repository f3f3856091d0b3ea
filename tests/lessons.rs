//! The lessons of the course: each is packed and played, and every fault is told with its file and line.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, clippy::unwrap_used, reason = "a test program: a panic is how it reports")]

#[path = "lessons/bundle.rs"]
mod bundle;
#[path = "lessons/helping.rs"]
mod helping;
#[path = "lessons/planted.rs"]
mod planted;
#[path = "lessons/shelf.rs"]
mod shelf;

use iam_sandbox::lessons::pack::{Pack, Sources, pack};
use iam_sandbox::lessons::{Lesson, near_misses};
use iam_sandbox::text::pack_error;
use std::path::Path;
use std::sync::LazyLock;

/// All files of a folder, by their path from the root of the project.
fn read(folder: &Path, sources: &mut Sources) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read(&path, sources);
        } else if path.extension().is_some_and(|extension| extension == "toml" || extension == "md") {
            let name = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap().to_str().unwrap().replace('\\', "/");
            sources.insert(name, std::fs::read_to_string(&path).unwrap());
        }
    }
}

fn sources() -> Sources {
    let mut sources = Sources::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    read(&root.join("www/lessons"), &mut sources);
    read(&root.join("www/worlds"), &mut sources);
    read(&root.join("www/reference"), &mut sources);
    sources
}

/// The lessons of the course; packing them once is enough.
fn packed() -> &'static Pack {
    static PACKED: LazyLock<Pack> = LazyLock::new(|| pack(&sources()));
    &PACKED
}

fn listed(pack: &Pack) -> Vec<String> {
    pack.errors.iter().map(pack_error).collect()
}

#[test]
fn every_lesson_is_whole_and_its_scripts_do_what_they_say() {
    let pack = packed();
    let errors = listed(pack);
    assert!(errors.is_empty(), "{} faults\n{}\n", errors.len(), errors.join("\n"));
    assert!(!pack.lessons.is_empty(), "the lessons are not where this test looks for them");
}

#[test]
fn what_the_browser_reads_is_the_lesson() {
    let pack = packed();
    let files = pack.files();
    for lesson in pack.lessons.values() {
        let read: Lesson = serde_json::from_str(&files[&format!("{}.json", lesson.id)]).unwrap();
        let packed = Lesson { alternatives: Vec::new(), wrong: Vec::new(), ..lesson.clone() };
        assert_eq!(read, packed, "{}", lesson.id);
        assert!(!read.is_solved(&read.begin()), "{}", lesson.id);
    }
    let others: Vec<_> = files
        .keys()
        .filter(|name| !pack.lessons.values().any(|lesson| **name == format!("{}.json", lesson.id)))
        .collect();
    assert_eq!(others, ["cards.json", "glossary.json", "index.json", "order.json"]);
}

/// What the page would show as "also became possible" after the solution is meant, and the lesson says so.
#[test]
fn solutions_make_nothing_possible_that_is_not_meant() {
    let mut found = Vec::new();
    for lesson in packed().lessons.values() {
        let also = near_misses(lesson, &lesson.played(&lesson.solution).unwrap());
        let told = |miss: iam_sandbox::lessons::NearMiss| {
            let who = miss.who.as_deref().unwrap_or("*").to_owned();
            format!("{}: {who} {} {}", lesson.id, miss.question.action, miss.question.resource)
        };
        found.extend(also.into_iter().map(told));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

//! Packs of one's own: what is opened, and what is said of a file that is none.

use super::packed;
use iam_sandbox::lessons::{Bundle, BundleError, Lesson, LessonProblem, ProseOf, Stage, Status};
use iam_sandbox::text::{Language, bundle_error, lesson_problem};
use serde_json::{Value, json};

fn lessons() -> Vec<Lesson> {
    packed().lessons.values().filter(|lesson| ["L01", "L07"].contains(&&*lesson.id)).cloned().collect()
}

fn bundle() -> Bundle {
    Bundle::new("week-3", lessons()).unwrap()
}

/// The error after something in the file was put in the place of something else.
fn error_with(pointer: &str, value: Value) -> BundleError {
    let mut file: Value = serde_json::from_str(&bundle().to_json()).unwrap();
    *file.pointer_mut(pointer).unwrap() = value;
    Bundle::parse(&file.to_string()).unwrap_err()
}

fn only_fault(error: BundleError) -> (Box<str>, LessonProblem) {
    let BundleError::Faults(mut faults) = error else { panic!("{error:?}") };
    assert_eq!(faults.len(), 1, "{faults:?}");
    faults.remove(0)
}

#[test]
fn a_file_opens_as_what_was_packed() {
    assert_eq!(Bundle::parse(&bundle().to_json()), Ok(bundle()));
}

#[test]
fn the_lessons_of_a_pack_have_its_name_before_their_own_so_that_progress_is_kept_apart() {
    let lesson = bundle().lesson("L01").unwrap();
    assert_eq!(&*lesson.id, "week-3/L01");
    let mut progress = iam_sandbox::lessons::Progress::default();
    let solved = lesson.played(&lesson.solution).unwrap();
    progress.record(&lesson, &solved, &lesson.standing(&solved));
    assert_eq!(progress.lessons["week-3/L01"].stage, Stage::Solved);
    assert!(!progress.lessons.contains_key("L01"));
    assert_eq!(bundle().lesson("L99"), None);
}

#[test]
fn names_that_cannot_stand_in_an_address_are_refused() {
    let long = "x".repeat(41);
    for name in ["", "week 3", "week/3", "año", "../L01", &long] {
        assert_eq!(Bundle::new(name, lessons()), Err(BundleError::Name(name.into())), "{name}");
    }
    assert!(Bundle::new(&long[1..], lessons()).is_ok());
    assert_eq!(error_with("/name", json!("a b")), BundleError::Name("a b".into()));
}

#[test]
fn what_is_no_pack_is_told_with_its_place() {
    let BundleError::Shape(why) = Bundle::parse("{\"format\": 1,").unwrap_err() else { panic!() };
    assert!(why.contains("line 1 column 13"), "{why}");
    assert!(matches!(Bundle::parse("[]"), Err(BundleError::Shape(_))));
    assert!(matches!(Bundle::parse(""), Err(BundleError::Shape(_))));
    assert!(matches!(error_with("/lessons/0/goals/0/line", json!("may alice")), BundleError::Shape(_)));
    assert_eq!(error_with("/format", json!(2)), BundleError::Newer(2));
    assert_eq!(error_with("/lessons", json!([])), BundleError::Empty);
    assert_eq!(error_with("/lessons/1/id", json!("L01")), BundleError::Twice("L01".into()));
}

#[test]
fn a_format_that_came_later_is_named_before_its_shape_is_looked_at() {
    assert_eq!(Bundle::parse(r#"{"format": 7, "chapters": []}"#), Err(BundleError::Newer(7)));
}

#[test]
fn lessons_are_checked_by_the_rules_of_the_course() {
    let rest = lessons()[0].solution.replacen("answer stopped_at identity", "", 1);
    let (id, problem) = only_fault(error_with("/lessons/0/solution", json!(rest)));
    assert_eq!(&*id, "L01");
    assert!(matches!(problem, LessonProblem::NotSolved { status: Status::NotMet(_), .. }), "{problem:?}");
    let (_, problem) = only_fault(error_with("/lessons/0/prose/es/story", json!([])));
    assert_eq!(problem, LessonProblem::NoProse { language: ProseOf::Spanish, section: "story".to_owned() });
    let (_, problem) = only_fault(error_with("/lessons/0/rules/0", json!("Z-9")));
    assert_eq!(problem, LessonProblem::NoSuchRule("Z-9".into()));
    let (_, problem) = only_fault(error_with("/lessons/0/wrong/0/lines", json!("aws frob")));
    assert!(matches!(problem, LessonProblem::Script(..)), "{problem:?}");
}

#[test]
fn a_world_that_cannot_be_built_is_a_fault_and_no_end_of_the_page() {
    let (id, problem) = only_fault(error_with("/lessons/0/scenario/build/1/input/UserName", json!("nobody")));
    assert_eq!(&*id, "L01");
    let LessonProblem::World(error) = &problem else { panic!("{problem:?}") };
    assert!(error.to_string().contains("NoSuchEntity"), "{error}");
    assert!(lesson_problem(Language::English, &problem).starts_with("The world cannot be built: call 1, "));
    assert!(lesson_problem(Language::Spanish, &problem).starts_with("El mundo no se puede construir: call 1, "));
}

#[test]
fn every_error_is_a_sentence_in_both_languages() {
    let errors = [
        BundleError::Shape("expected value at line 1 column 1".to_owned()),
        BundleError::Newer(9),
        BundleError::Name("a b".into()),
        BundleError::Empty,
        BundleError::Twice("L01".into()),
        BundleError::Faults(vec![("L01".into(), LessonProblem::SolvedAtTheStart)]),
    ];
    for error in errors {
        let both = [Language::English, Language::Spanish].map(|language| bundle_error(language, &error));
        assert_ne!(both[0], both[1]);
        assert!(both.iter().all(|text| text.ends_with(['.', ':'])), "{both:?}");
    }
}

//! Where in its files a problem of a lesson stands.

use super::{Fault, PackError, Sources, line_at};
use crate::lessons::check::{LessonProblem, ProseOf, ScriptOf};
use crate::lessons::lesson::Lesson;

pub(super) fn of_problem(problem: &LessonProblem, lesson: &Lesson, folder: &str, sources: &Sources) -> PackError {
    let (path, offset) = match problem {
        LessonProblem::NoProse { language, section } | LessonProblem::ProseForNothing { language, section } => {
            in_prose(*language, &format!("## {section}"), folder, sources)
        }
        LessonProblem::NotThreeHints { language, id, .. } => {
            in_prose(*language, &format!("## hint:{id}"), folder, sources)
        }
        _ => in_definition(problem, folder, sources),
    };
    let text = sources.get(&path).map_or("", String::as_str);
    let line = match problem {
        LessonProblem::Script(script, error) => {
            let lines = lesson.script(*script).unwrap_or_default();
            let start = text.find(lines).filter(|_| !lines.is_empty());
            line_at(text, start.map_or(offset, |start| start + error.span.start as usize))
        }
        _ => line_at(text, offset),
    };
    PackError { path, line, fault: Fault::Lesson(problem.clone()) }
}

fn in_prose(language: ProseOf, heading: &str, folder: &str, sources: &Sources) -> (String, usize) {
    let file = match language {
        ProseOf::English => "en.md",
        ProseOf::Spanish => "es.md",
    };
    let path = format!("{folder}/{file}");
    let found = sources.get(&path).and_then(|text| text.find(heading));
    (path, found.unwrap_or_default())
}

fn in_definition(problem: &LessonProblem, folder: &str, sources: &Sources) -> (String, usize) {
    let path = format!("{folder}/lesson.toml");
    let text = sources.get(&path).map_or("", String::as_str);
    let found = match problem {
        LessonProblem::NotSolved { goal, .. }
        | LessonProblem::NoPick { goal }
        | LessonProblem::NeverThere { goal, .. }
        | LessonProblem::Phases { goal }
        | LessonProblem::NoHint(goal) => text.find(&format!("id = \"{goal}\"")),
        LessonProblem::NotWrong { script, .. } | LessonProblem::Script(script, _) => script_at(*script, text),
        LessonProblem::NoSuchGoal(id) => text.find(&format!("fails = \"{id}\"")),
        LessonProblem::Twice(id) => text.rfind(&format!("\"{id}\"")),
        LessonProblem::NoSuchRule(id) | LessonProblem::NotShown(id) | LessonProblem::NotClaimed(id) => {
            text.find(&format!("\"{id}\""))
        }
        _ => None,
    };
    (path, found.unwrap_or_default())
}

fn script_at(script: ScriptOf, text: &str) -> Option<usize> {
    match script {
        ScriptOf::Solution => text.find("solution ="),
        ScriptOf::Alternative(_) => text.find("alternatives ="),
        ScriptOf::Wrong(index) => text.match_indices("[[wrong]]").nth(index).map(|(at, _)| at),
    }
}

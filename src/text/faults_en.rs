//! What is wrong with lessons and packs of them, in English.

use super::code::code;
use crate::lessons::{BundleError, LONGEST_NAME, LessonProblem, ProseOf, ScriptOf, Scripts};

pub(super) fn lesson_problem(problem: &LessonProblem) -> String {
    match problem {
        LessonProblem::World(error) => format!("The world cannot be built: {error}."),
        LessonProblem::Script(of, error) => {
            let why = super::terminal::cli_error(super::Language::English, &error.kind);
            format!("{}: this line cannot be read. {why}", script(*of))
        }
        LessonProblem::SolvedAtTheStart => "The lesson is solved at the start.".to_owned(),
        LessonProblem::NotSolved { script: of, goal, status } => {
            let how = super::goals_en::status(status).unwrap_or_default();
            format!("{} leaves the goal {} unmet. {how}", script(*of), code(goal)).trim_end().to_owned()
        }
        LessonProblem::NotWrong { script: of, goal } => {
            format!("{} meets the goal {}, which it is to fail.", script(*of), code(goal))
        }
        LessonProblem::TooFew { what, wanted, found } => {
            let what = match what {
                Scripts::Alternatives => "alternatives",
                Scripts::Wrong => "wrong solutions",
            };
            format!("There must be {wanted} {what}, there are {found}.")
        }
        LessonProblem::Phases { goal } => format!(
            "The phase of the goal {} is wrong: the goals of a lab break first and then fix, all others have none.",
            code(goal)
        ),
        LessonProblem::Twice(id) => format!("The id {} stands twice.", code(id)),
        LessonProblem::NoSuchGoal(id) => format!("There is no goal {}.", code(id)),
        LessonProblem::NoProse { language, section } => {
            format!("{} is missing or empty in {}.", heading(section), file(*language))
        }
        LessonProblem::ProseForNothing { language, section } => {
            format!("{} in {} belongs to nothing in the lesson.", heading(section), file(*language))
        }
        LessonProblem::NotThreeHints { language, id, found } => {
            format!("{} in {} has {found} hints, not 3.", heading(&format!("hint:{id}")), file(*language))
        }
        LessonProblem::NoHint(goal) => format!("The goal {} has no hint set without `when`.", code(goal)),
        LessonProblem::NoSuchRule(id) => format!("There is no rule {}.", code(id)),
        LessonProblem::NotShown(id) => {
            format!("Nothing shows {}: neither a goal nor a fact card in both languages.", code(id))
        }
        LessonProblem::NotClaimed(id) => format!("{} is shown and not among the claims.", code(id)),
        LessonProblem::NoPick { goal } => format!("The goal {} wants an answer that no pick offers.", code(goal)),
        LessonProblem::NoSuchEvent(option) => format!("`{option}` is no event that happened before the lesson begins."),
        LessonProblem::NeverThere { goal, missing } => {
            let why = super::goals_en::missing(missing);
            format!("The goal {} names what is never there. {why}", code(goal))
        }
    }
}

fn heading(section: &str) -> String {
    code(&format!("## {section}"))
}

fn script(of: ScriptOf) -> String {
    match of {
        ScriptOf::Solution => "The solution".to_owned(),
        ScriptOf::Alternative(at) => format!("Alternative {}", at + 1),
        ScriptOf::Wrong(at) => format!("Wrong solution {}", at + 1),
    }
}

pub(super) fn file(language: ProseOf) -> &'static str {
    match language {
        ProseOf::English => "`en.md`",
        ProseOf::Spanish => "`es.md`",
    }
}

pub(super) fn bundle_error(error: &BundleError) -> String {
    match error {
        BundleError::Shape(why) => format!("This is no pack of lessons as `./sandbox lessons` makes it: {why}."),
        BundleError::Newer(format) => {
            format!(
                "This pack is of format {format}, which is newer than this page. Reload the page, or pack it again."
            )
        }
        BundleError::Name(name) => {
            format!("{} cannot be the name of a pack: 1 to {LONGEST_NAME} letters, digits and hyphens.", code(name))
        }
        BundleError::Empty => "There is no lesson in this pack.".to_owned(),
        BundleError::Twice(id) => format!("Two lessons of this pack have the id {}.", code(id)),
        BundleError::Faults(faults) if faults.len() == 1 => "A lesson of this pack breaks a rule:".to_owned(),
        BundleError::Faults(faults) => format!("The lessons of this pack break {} rules:", faults.len()),
    }
}

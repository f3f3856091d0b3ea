//! `lesson.toml` and the worlds.

use super::{Fault, PackError, Worlds, line_at};
use crate::api::{Sandbox, Scenario, ScenarioAccount, ScenarioQuestion};
use crate::arn::AccountId;
use crate::cli::script::BuildError;
use crate::cli::{self, script};
use crate::clock::Timestamp;
use crate::lessons::goal::Goal;
use crate::lessons::lesson::{HintSet, Lesson, LessonGoal, Phase, Pick, Translations, Unit, When, WrongScript};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::Spanned;

/// A world of lessons.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WorldFile {
    id: Box<str>,
    built: Timestamp,
    start: Timestamp,
    seed: Box<str>,
    accounts: Vec<ScenarioAccount>,
    build: Spanned<String>,
}

/// A lesson as its author wrote it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LessonFile {
    id: Box<str>,
    world: Spanned<Box<str>>,
    unit: Unit,
    minutes: u32,
    builds: bool,
    #[serde(default)]
    setup: Option<Spanned<String>>,
    #[serde(default)]
    history: Option<Spanned<String>>,
    ask: Spanned<AskFile>,
    #[serde(default)]
    requires: Vec<Box<str>>,
    #[serde(default)]
    claims: Vec<Box<str>>,
    #[serde(default)]
    cards: Vec<Box<str>>,
    #[serde(default)]
    rules: Vec<Box<str>>,
    #[serde(default)]
    exam: Vec<Box<str>>,
    goal: Vec<GoalFile>,
    #[serde(default)]
    meant: Vec<Spanned<String>>,
    #[serde(default)]
    picks: Vec<Pick>,
    solution: Box<str>,
    #[serde(default)]
    alternatives: Vec<Box<str>>,
    #[serde(default)]
    wrong: Vec<WrongScript>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AskFile {
    who: Box<str>,
    action: Box<str>,
    resource: Box<str>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GoalFile {
    id: Box<str>,
    line: Spanned<String>,
    phase: Option<Phase>,
    #[serde(default)]
    shows: Vec<Box<str>>,
    #[serde(default)]
    hint: Vec<HintFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HintFile {
    id: Box<str>,
    when: Option<Spanned<String>>,
}

pub(super) fn read<T: DeserializeOwned>(path: &str, text: &str) -> Result<T, PackError> {
    toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(1, |span| line_at(text, span.start));
        PackError::new(path, line, error.message())
    })
}

/// A fault in a script that stands in a file.
pub(super) fn in_script(path: &str, text: &str, script: &Spanned<String>, error: &BuildError) -> PackError {
    let (span, fault) = match error {
        BuildError::Line(error) => (error.span, Fault::Line(error.kind.clone())),
        BuildError::NotAnOwner(span) => (*span, Fault::Form("only the owner of an account builds a world".to_owned())),
        BuildError::NotAnEvent(span) => (*span, Fault::Form("this is nothing that happened before".to_owned())),
        BuildError::Failed { span, error } => (*span, Fault::Form(error.to_string())),
    };
    // The text begins after the quotes and the line that they stand in.
    let before = line_at(script.get_ref(), span.start as usize);
    PackError { path: path.to_owned(), line: line_at(text, script.span().start) + before, fault }
}

impl WorldFile {
    pub(super) fn read(path: &str, text: &str) -> Result<Scenario, PackError> {
        let file: Self = read(path, text)?;
        let mut scenario = Scenario {
            id: file.id,
            built: file.built,
            start: file.start,
            seed: file.seed,
            accounts: file.accounts,
            build: Vec::new(),
            imported: Vec::new(),
            history: Vec::new(),
            ask: None,
        };
        let build = script::build(file.build.get_ref(), &scenario);
        scenario.build = build.map_err(|error| in_script(path, text, &file.build, &error))?;
        Ok(scenario)
    }
}

impl LessonFile {
    pub(super) fn read(path: &str, text: &str) -> Result<Self, PackError> {
        read(path, text)
    }

    pub(super) fn into_lesson(
        self,
        path: &str,
        text: &str,
        worlds: &Worlds,
        prose: Translations,
    ) -> Result<Lesson, Vec<PackError>> {
        let mut errors = Vec::new();
        let scenario = self.scenario(path, text, worlds).map_err(|error| errors.push(error)).ok();
        let goals: Vec<_> = self.goal.into_iter().map(|goal| goal.into_goal(path, text, &mut errors)).collect();
        let meant = self.meant.iter().map(|line| can(line, path, text).map_err(|error| errors.push(error)).ok());
        let meant: Vec<_> = meant.collect();
        let (Some(scenario), Some(goals), Some(meant)) =
            (scenario, goals.into_iter().collect(), meant.into_iter().collect())
        else {
            return Err(errors);
        };
        if !errors.is_empty() {
            return Err(errors);
        }
        Ok(Lesson {
            id: self.id,
            unit: self.unit,
            minutes: self.minutes,
            builds: self.builds,
            scenario,
            requires: self.requires,
            claims: self.claims,
            cards: self.cards,
            rules: self.rules,
            exam: self.exam,
            goals,
            meant,
            picks: self.picks,
            solution: self.solution,
            alternatives: self.alternatives,
            wrong: self.wrong,
            prose,
        })
    }

    /// The world with the lesson's own calls, and its first sentence.
    fn scenario(&self, path: &str, text: &str, worlds: &Worlds) -> Result<Scenario, PackError> {
        let at = |offset, fault| PackError { path: path.to_owned(), line: line_at(text, offset), fault };
        let name = self.world.get_ref();
        let world = worlds.get(name).cloned();
        let mut scenario =
            world.ok_or_else(|| at(self.world.span().start, Fault::Form(format!("there is no world `{name}`"))))?;
        scenario.id = self.id.clone();
        if let Some(setup) = &self.setup {
            let calls = script::build(setup.get_ref(), &scenario);
            scenario.build.extend(calls.map_err(|error| in_script(path, text, setup, &error))?);
        }
        if let Some(history) = &self.history {
            let events = script::history(history.get_ref(), &scenario);
            scenario.history = events.map_err(|error| in_script(path, text, history, &error))?;
        }
        let ask = self.ask.get_ref();
        let sandbox = Sandbox::new(scenario.clone());
        let home = scenario.accounts.first().map_or(AccountId::NOBODY, |account| account.id);
        let asked = |fault| at(self.ask.span().start, fault);
        cli::credentials(sandbox.world(), home, &ask.who).map_err(|error| asked(Fault::Who(error)))?;
        // What the lesson is to make is not there yet, and may be asked about all the same.
        let resource = match cli::resource(sandbox.world(), home, &ask.resource) {
            Ok(resource) => resource.arn,
            Err(cli::ResourceError::NoBucket { arn, .. }) => arn.as_str().into(),
            Err(error) => return Err(asked(Fault::Resource(error))),
        };
        scenario.ask = Some(ScenarioQuestion { user: ask.who.clone(), action: ask.action.clone(), resource });
        Ok(scenario)
    }
}

impl GoalFile {
    fn into_goal(self, path: &str, text: &str, errors: &mut Vec<PackError>) -> Option<LessonGoal> {
        let at = |offset, message: String| PackError::new(path, line_at(text, offset), message);
        let mut hints = Vec::new();
        for hint in self.hint {
            let when = hint.when.as_ref().and_then(|when| When::parse(when.get_ref()));
            if let (Some(written), None) = (&hint.when, &when) {
                errors.push(at(written.span().start, format!("`{}` is no reason and no line", written.get_ref())));
            }
            hints.push(HintSet { id: hint.id, when });
        }
        // Particular hints come before those that always fit, whatever their order in the file.
        hints.sort_by_key(|hint| hint.when.is_none());
        let line = goal(&self.line, path, text).map_err(|error| errors.push(error)).ok()?;
        Some(LessonGoal { id: self.id, line, phase: self.phase, shows: self.shows, hints })
    }
}

/// What is meant to become possible besides.
fn can(written: &Spanned<String>, path: &str, text: &str) -> Result<Goal, PackError> {
    match goal(written, path, text)? {
        goal @ Goal::Can(_) => Ok(goal),
        _ => Err(PackError::new(path, line_at(text, written.span().start), "a line of `meant` begins with `can`")),
    }
}

/// A line of the language of goals.
pub(super) fn goal(written: &Spanned<String>, path: &str, text: &str) -> Result<Goal, PackError> {
    Goal::parse(written.get_ref()).map_err(|error| {
        let at = error.span.of(written.get_ref()).to_owned();
        let fault = Fault::Goal { at, problem: error.problem };
        PackError { path: path.to_owned(), line: line_at(text, written.span().start), fault }
    })
}

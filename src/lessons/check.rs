//! What is wrong with a lesson, found by playing it.

use super::attempt::Attempt;
use super::goal::Goal;
use super::goal::Wanted;
use super::lesson::{Lesson, Phase, Unit, event_of};
use super::prose::Prose;
use super::status::{Missing, Status};
use crate::api::{Sandbox, ScenarioError};
use crate::cli::{Act, CliError, Terminal, script};
use crate::rule::Rule;
use std::collections::BTreeSet;

/// A script of a lesson.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum ScriptOf {
    /// The reference solution.
    Solution,
    /// One of the alternatives, from 0.
    Alternative(usize),
    /// One of the wrong solutions, from 0.
    Wrong(usize),
}

/// Scripts of which there must be some.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scripts {
    /// Ways to solve the lesson beside the reference solution.
    Alternatives,
    /// Ways to get it wrong.
    Wrong,
}

/// A language of the texts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ProseOf {
    /// `en.md`
    English,
    /// `es.md`
    Spanish,
}

/// What is wrong with a lesson.
#[derive(Clone, PartialEq, Debug)]
pub enum LessonProblem {
    /// The world cannot be built.
    World(ScenarioError),
    /// A line of a script cannot be read.
    Script(ScriptOf, CliError),
    /// Every goal is met before anything was done.
    SolvedAtTheStart,
    /// The solution or an alternative leaves a goal unmet.
    NotSolved {
        /// Which.
        script: ScriptOf,
        /// The id.
        goal: Box<str>,
        /// How it stands.
        status: Status,
    },
    /// A wrong solution meets the goal that it is to fail.
    NotWrong {
        /// Which.
        script: ScriptOf,
        /// The id.
        goal: Box<str>,
    },
    /// There are fewer scripts than there must be.
    TooFew {
        /// Of which.
        what: Scripts,
        /// How many there must be.
        wanted: usize,
        /// How many there are.
        found: usize,
    },
    /// A lab does not first break and then fix, or what is no lab has phases; with the goal where it shows.
    Phases {
        /// The id.
        goal: Box<str>,
    },
    /// Two goals, hints or picks have the same id.
    Twice(Box<str>),
    /// A wrong solution names a goal that does not exist.
    NoSuchGoal(Box<str>),
    /// The text of something is missing.
    NoProse {
        /// Where.
        language: ProseOf,
        /// The heading.
        section: String,
    },
    /// A text belongs to nothing.
    ProseForNothing {
        /// Where.
        language: ProseOf,
        /// The heading.
        section: String,
    },
    /// A set has not three hints.
    NotThreeHints {
        /// Where.
        language: ProseOf,
        /// The set.
        id: Box<str>,
        /// How many.
        found: usize,
    },
    /// A goal has no hint that always fits.
    NoHint(Box<str>),
    /// No rule has this id.
    NoSuchRule(Box<str>),
    /// Nothing shows a claim.
    NotShown(Box<str>),
    /// A goal or fact card shows what is not among the claims.
    NotClaimed(Box<str>),
    /// A goal asks for an answer that cannot be picked.
    NoPick {
        /// The id.
        goal: Box<str>,
    },
    /// An answer is to be picked from what happened before the start, and not as much did.
    NoSuchEvent(Box<str>),
    /// A line names what exists neither at the start nor after the solution.
    NeverThere {
        /// The id.
        goal: Box<str>,
        /// What.
        missing: Missing,
    },
}

impl Lesson {
    /// Everything that is wrong with the lesson.
    #[must_use]
    pub fn check(&self) -> Vec<LessonProblem> {
        if let Err(error) = self.scenario.check() {
            return vec![LessonProblem::World(error)];
        }
        let mut problems = Vec::new();
        self.check_scripts(&mut problems);
        self.check_phases(&mut problems);
        self.check_ids(&mut problems);
        self.check_claims(&mut problems);
        for (language, prose) in [(ProseOf::English, &self.prose.en), (ProseOf::Spanish, &self.prose.es)] {
            self.check_prose(language, prose, &mut problems);
        }
        problems
    }

    fn check_scripts(&self, problems: &mut Vec<LessonProblem>) {
        if self.is_solved(&self.begin()) {
            problems.push(LessonProblem::SolvedAtTheStart);
        }
        let alternatives = self.alternatives.iter().enumerate().map(|(at, text)| (ScriptOf::Alternative(at), text));
        for (script, text) in std::iter::once((ScriptOf::Solution, &self.solution)).chain(alternatives) {
            match self.played(text) {
                Err(error) => problems.push(LessonProblem::Script(script, error)),
                Ok(attempt) => problems.extend(self.unmet(script, &attempt)),
            }
        }
        for (at, wrong) in self.wrong.iter().enumerate() {
            let (script, goal) = (ScriptOf::Wrong(at), wrong.fails.clone());
            let place = self.goals.iter().position(|known| known.id == wrong.fails);
            match (place, self.played(&wrong.lines)) {
                (None, _) => problems.push(LessonProblem::NoSuchGoal(goal)),
                (_, Err(error)) => problems.push(LessonProblem::Script(script, error)),
                (Some(place), Ok(attempt)) if self.standing(&attempt).get(place) == Some(&Status::Met) => {
                    problems.push(LessonProblem::NotWrong { script, goal });
                }
                _ => {}
            }
        }
        for (what, found) in [(Scripts::Alternatives, self.alternatives.len()), (Scripts::Wrong, self.wrong.len())] {
            if found < 2 {
                problems.push(LessonProblem::TooFew { what, wanted: 2, found });
            }
        }
    }

    fn unmet(&self, script: ScriptOf, attempt: &Attempt) -> Vec<LessonProblem> {
        let standing = self.goals.iter().zip(self.standing(attempt));
        let unmet = standing.filter(|(_, status)| *status != Status::Met);
        let problem = |(goal, status): (&super::lesson::LessonGoal, Status)| match status {
            Status::NotYet(missing) if script == ScriptOf::Solution => {
                LessonProblem::NeverThere { goal: goal.id.clone(), missing }
            }
            status => LessonProblem::NotSolved { script, goal: goal.id.clone(), status },
        };
        unmet.map(problem).collect()
    }

    /// The lines of a script; none if there is no such script.
    #[must_use]
    pub fn script(&self, script: ScriptOf) -> Option<&str> {
        match script {
            ScriptOf::Solution => Some(&self.solution),
            ScriptOf::Alternative(at) => self.alternatives.get(at).map(|lines| &**lines),
            ScriptOf::Wrong(at) => self.wrong.get(at).map(|wrong| &*wrong.lines),
        }
    }

    /// The lesson with a script played.
    ///
    /// Errors: a line cannot be read.
    pub fn played(&self, lines: &str) -> Result<Attempt, CliError> {
        let mut attempt = self.begin();
        let mut terminal = Terminal::of(&attempt.now);
        for played in script::play(lines, &mut attempt.now, &mut terminal)? {
            if let Act::Answer { name, value } = played.act {
                attempt.answers.insert(name, value);
            }
        }
        Ok(attempt)
    }

    /// A lab breaks first and then fixes; nothing else has phases.
    fn check_phases(&self, problems: &mut Vec<LessonProblem>) {
        let is_lab = self.unit == Unit::Labs;
        let has = |phase| self.goals.iter().any(|goal| goal.phase == Some(phase));
        let goals = || self.goals.iter();
        let unlike = goals().find(|goal| goal.phase.is_some() != is_lab);
        let too_late = || goals().zip(goals().skip(1)).find(|(one, next)| next.phase < one.phase).map(|(_, next)| next);
        let half = || goals().last().filter(|_| is_lab && !(has(Phase::Break) && has(Phase::Fix)));
        if let Some(goal) = unlike.or_else(too_late).or_else(half) {
            problems.push(LessonProblem::Phases { goal: goal.id.clone() });
        }
    }

    fn check_ids(&self, problems: &mut Vec<LessonProblem>) {
        let mut seen = BTreeSet::new();
        let goals = self.goals.iter().map(|goal| ("goal", &goal.id));
        let hints = self.goals.iter().flat_map(|goal| &goal.hints).map(|hint| ("hint", &hint.id));
        let picks = self.picks.iter().map(|pick| ("pick", &pick.name));
        for id in goals.chain(hints).chain(picks) {
            if !seen.insert(id) {
                problems.push(LessonProblem::Twice(id.1.clone()));
            }
        }
        for goal in &self.goals {
            if !goal.hints.iter().any(|hint| hint.when.is_none()) {
                problems.push(LessonProblem::NoHint(goal.id.clone()));
            }
            if !self.can_be_answered(&goal.line) {
                problems.push(LessonProblem::NoPick { goal: goal.id.clone() });
            }
        }
        let n_before = Sandbox::new(self.scenario.clone()).n_before();
        let options = self.picks.iter().flat_map(|pick| &pick.options);
        let missing = options.filter(|option| event_of(option).is_some_and(|number| !(1..=n_before).contains(&number)));
        problems.extend(missing.map(|option| LessonProblem::NoSuchEvent(option.clone())));
        let rules = self.rules.iter().filter(|id| !Rule::ALL.iter().any(|rule| *rule.code() == ***id));
        problems.extend(rules.map(|id| LessonProblem::NoSuchRule(id.clone())));
    }

    fn can_be_answered(&self, goal: &Goal) -> bool {
        let pick = |name: &str| self.picks.iter().find(|pick| *pick.name == *name);
        match goal {
            Goal::Answer { name, wanted: Wanted::Value(value), .. } => {
                pick(name).is_some_and(|pick| pick.options.contains(value))
            }
            Goal::Answer { name, wanted: Wanted::Values(values), .. } => {
                pick(name).is_some_and(|pick| values.iter().all(|value| pick.options.contains(value)))
            }
            Goal::Answer { name, wanted: Wanted::AtLeast { of, .. }, .. } => (1..=*of).all(|number| {
                let pick = pick(&format!("{name}.{number}"));
                pick.is_some_and(|pick| pick.right.as_ref().is_some_and(|right| pick.options.contains(right)))
            }),
            _ => true,
        }
    }

    fn check_claims(&self, problems: &mut Vec<LessonProblem>) {
        let by_goals: BTreeSet<&str> =
            crate::ordered::set(self.goals.iter().flat_map(|goal| &goal.shows).map(|claim| &**claim));
        let (en, es): (BTreeSet<&str>, BTreeSet<&str>) =
            (self.prose.en.settled().collect(), self.prose.es.settled().collect());
        let is_shown = |claim: &str| by_goals.contains(claim) || (en.contains(claim) && es.contains(claim));
        let missing = self.claims.iter().filter(|claim| !is_shown(claim));
        problems.extend(missing.map(|claim| LessonProblem::NotShown(claim.clone())));
        let all: BTreeSet<&str> = crate::ordered::set(by_goals.iter().chain(&en).chain(&es).copied());
        let surplus = all.into_iter().filter(|claim| !self.claims.iter().any(|known| **known == **claim));
        problems.extend(surplus.map(|claim| LessonProblem::NotClaimed(claim.into())));
    }

    fn check_prose(&self, language: ProseOf, prose: &Prose, problems: &mut Vec<LessonProblem>) {
        let mut missing = Vec::new();
        let plain = [
            ("title", prose.title.is_empty()),
            ("objective", prose.objective.is_empty()),
            ("story", prose.story.is_empty()),
            ("task", prose.task.is_empty()),
            ("look", prose.look.is_empty()),
        ];
        plain.into_iter().filter(|(_, is_empty)| *is_empty).for_each(|(section, _)| missing.push(section.to_owned()));
        for goal in self.goals.iter().filter(|goal| prose.goals.get(&goal.id).is_none_or(Vec::is_empty)) {
            missing.push(format!("goal:{}", goal.id));
        }
        for pick in &self.picks {
            let labels = prose.picks.get(&pick.name).map_or(&[][..], |labels| labels);
            if pick
                .options
                .iter()
                .any(|option| event_of(option).is_none() && !labels.iter().any(|label| label.option == *option))
            {
                missing.push(format!("pick:{}", pick.name));
            }
        }
        for hint in self.goals.iter().flat_map(|goal| &goal.hints) {
            match prose.hints.get(&hint.id) {
                None => missing.push(format!("hint:{}", hint.id)),
                Some(rungs) if rungs.len() == 3 && rungs.iter().all(|rung| !rung.is_empty()) => {}
                Some(rungs) => {
                    let (id, found) = (hint.id.clone(), rungs.len());
                    problems.push(LessonProblem::NotThreeHints { language, id, found });
                }
            }
        }
        problems.extend(missing.into_iter().map(|section| LessonProblem::NoProse { language, section }));
        self.check_surplus(language, prose, problems);
    }

    fn check_surplus(&self, language: ProseOf, prose: &Prose, problems: &mut Vec<LessonProblem>) {
        let goals = prose.goals.keys().filter(|id| self.goal(id).is_none()).map(|id| format!("goal:{id}"));
        let is_hint = |id: &str| self.goals.iter().flat_map(|goal| &goal.hints).any(|hint| *hint.id == *id);
        let hints = prose.hints.keys().filter(|id| !is_hint(id)).map(|id| format!("hint:{id}"));
        let is_pick = |name: &str| self.picks.iter().any(|pick| *pick.name == *name);
        let picks = prose.picks.keys().filter(|name| !is_pick(name)).map(|name| format!("pick:{name}"));
        let is_option = |name: &str, option: &str| {
            self.picks.iter().any(|pick| *pick.name == *name && pick.options.iter().any(|known| **known == *option))
        };
        let replies =
            prose.answers.iter().filter(|(name, replies)| replies.iter().any(|reply| !is_option(name, &reply.option)));
        let replies = replies.map(|(name, _)| format!("answer:{name}"));
        let surplus = goals.chain(hints).chain(picks).chain(replies);
        problems.extend(surplus.map(|section| LessonProblem::ProseForNothing { language, section }));
    }
}

//! A lesson that is open: its world takes the place of the learner's own, which waits.

use super::class::{ConsoleEntry, LeftZone};
use super::state::{AppState, Mode, Route, Tab};
use crate::app::learn::prose;
use crate::app::shared::Shared;
use iam_sandbox::api::{Question, Sandbox};
use iam_sandbox::cli::{self, Act, CliErrorKind, Terminal};
use iam_sandbox::lessons::{
    Attempt, Decided, Evidence, HintSet, Lesson, NearMiss, Progress, Stage, Status, hint_of_goal, near_misses, request,
};
use iam_sandbox::text::{self, Language};
use std::collections::BTreeMap;
use std::rc::Rc;

/// A lesson that is open.
#[derive(Clone, Debug)]
pub struct Play {
    /// The lesson.
    pub lesson: Rc<Lesson>,
    /// As it began.
    begun: Rc<Attempt>,
    /// What was answered, by name.
    pub answers: BTreeMap<Box<str>, Box<str>>,
    /// How many rungs of the hints are shown, by goal.
    pub rungs: BTreeMap<usize, Rung>,
    /// Whether the solution was looked at.
    pub is_seen: bool,
    /// What else became possible; looked for once every goal holds.
    pub also: Rc<[NearMiss]>,
    /// How many acts of the solution were done.
    pub n_acts: usize,
    /// How each goal stands.
    pub statuses: Rc<[Status]>,
    /// What helps with each goal, as it stands.
    sets: Rc<[Option<HintSet>]>,
    /// The request that each goal speaks of, where it is one that can be made.
    pub requests: Rc<[Option<Decided>]>,
    /// Which goals held at the start.
    held: Rc<[bool]>,
    /// The learner's own world.
    home: Rc<Home>,
}

/// How far the hints for a goal are shown.
#[derive(Clone, PartialEq, Debug)]
pub struct Rung {
    /// Which hints.
    pub set: HintSet,
    /// How many of them.
    pub n_shown: usize,
}

#[derive(Clone, Debug)]
struct Home {
    sandbox: Sandbox,
    question: Question,
    mode: Mode,
}

impl Play {
    /// Whether every goal holds.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.statuses.iter().all(|status| *status == Status::Met)
    }

    /// How many goals hold.
    #[must_use]
    pub fn n_met(&self) -> usize {
        self.statuses.iter().filter(|status| **status == Status::Met).count()
    }

    /// The goal that the next hint is for: what was broken is mended first, and what has been told wholly is
    /// passed over.
    #[must_use]
    pub fn to_hint(&self, language: Language) -> Option<usize> {
        let open = || {
            let open = self.statuses.iter().enumerate().filter(|(_, status)| **status != Status::Met);
            open.map(|(goal, _)| goal).filter(|goal| self.has_hint(*goal, language))
        };
        open().find(|goal| self.held.get(*goal) == Some(&true)).or_else(|| open().next())
    }

    /// Whether there is a rung that is not shown yet.
    #[must_use]
    pub fn has_hint(&self, goal: usize, language: Language) -> bool {
        self.next_rung(goal, language).is_some()
    }

    /// The hints for a goal with one more shown.
    fn next_rung(&self, goal: usize, language: Language) -> Option<Rung> {
        let set = self.sets.get(goal)?.as_ref()?;
        let n_rungs = prose(&self.lesson, language).hints.get(&set.id)?.len();
        // Where the trace stops elsewhere by now, other hints help, from the first rung on.
        let n_shown = self.rungs.get(&goal).filter(|rung| rung.set == *set).map_or(0, |rung| rung.n_shown);
        (n_shown < n_rungs).then(|| Rung { set: set.clone(), n_shown: n_shown + 1 })
    }

    /// The requests that the goals speak of and that can be made.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.requests.iter().flatten().map(|decided| &decided.question)
    }

    /// The actions that the lesson has somebody ask for.
    pub fn actions(&self) -> impl Iterator<Item = &str> {
        let asked = self.acts().into_iter().filter_map(|line| line.strip_prefix("ask ")?.split_whitespace().nth(1));
        self.questions().map(|question| &*question.action).chain(asked)
    }

    /// The commands of the solution.
    #[must_use]
    pub fn acts(&self) -> Vec<&str> {
        let script = &*self.lesson.solution;
        cli::commands(script).into_iter().map(|span| span.of(script)).collect()
    }

    /// The attempt as it would be in that sandbox.
    pub fn attempt(&self, now: &Sandbox) -> Attempt {
        Attempt { now: now.clone(), answers: self.answers.clone(), ..(*self.begun).clone() }
    }

    fn begin_again(&mut self) {
        self.answers.clear();
        self.rungs.clear();
        self.is_seen = false;
        self.n_acts = 0;
    }
}

impl AppState {
    /// Opens a lesson over the learner's own world, as it was left.
    pub(super) fn open_lesson(&mut self, lesson: Rc<Lesson>) {
        let home = self.play.as_ref().map(|play| Rc::clone(&play.home));
        let home = home.unwrap_or_else(|| {
            let (sandbox, question) = (self.sandbox.clone(), self.question.clone());
            Rc::new(Home { sandbox, question, mode: self.mode })
        });
        let Attempt { now, answers, .. } = self.progress.resume(&lesson);
        let is_seen = stage(&self.progress, &lesson) == Some(Stage::Seen);
        let begun = lesson.begin();
        let held = lesson.standing(&begun).iter().map(|status| *status == Status::Met).collect();
        self.play = Some(Play {
            begun: Rc::new(begun),
            answers,
            rungs: BTreeMap::new(),
            is_seen,
            also: Rc::new([]),
            n_acts: 0,
            statuses: Rc::new([]),
            sets: Rc::new([]),
            requests: Rc::new([]),
            held,
            home,
            lesson,
        });
        self.enter(now);
        self.route = Route::World;
        self.lesson_error = None;
        self.left = LeftZone::Goal;
        self.tab = Tab::Goal;
        self.mode = Mode::Owner;
    }

    /// Shows a sandbox of the lesson, with the sentence that the lesson opens with.
    fn enter(&mut self, now: Sandbox) {
        let Some(play) = &self.play else { return };
        self.wall = None;
        let mut opening = Self::opening(&play.begun.start);
        // Lessons name who asks as a profile does, so that it may be somebody of another account.
        let who = play.lesson.scenario.ask.as_ref().map(|ask| &*ask.user);
        let who = who.and_then(|who| cli::credentials(now.world(), Terminal::of(&now).home, who).ok());
        opening.credentials = who.unwrap_or(opening.credentials);
        let fresh = Self::of(now, opening, self.language, self.theme);
        self.sandbox = fresh.sandbox;
        self.question = fresh.question;
        self.answer = fresh.answer;
        self.flips = fresh.flips;
        self.applied = None;
        self.looked_at = None;
        self.station = None;
        self.statement = None;
        self.document = None;
        self.object = None;
        self.step = None;
        self.popup = None;
        self.notice = None;
        self.console = Rc::new([]);
        self.variables = Rc::default();
    }

    /// Goes back to the learner's own world.
    pub(super) fn leave_lesson(&mut self) -> Option<()> {
        let home = Rc::clone(&self.play.as_ref()?.home);
        self.enter(home.sandbox.clone());
        self.play = None;
        self.mode = home.mode;
        self.question = home.question.clone();
        self.answer_anew();
        self.tab = Tab::Why;
        self.prediction = None;
        Some(())
    }

    /// Begins again; a lesson whose solution was shown can then be solved.
    pub(super) fn reset_lesson(&mut self) -> Option<()> {
        let play = self.play.as_mut()?;
        if stage(&self.progress, &play.lesson) == Some(Stage::Seen) {
            Rc::make_mut(&mut self.progress).forget(&play.lesson);
        }
        play.begin_again();
        let start = play.begun.start.clone();
        self.enter(start);
        Some(())
    }

    pub(super) fn give_answer(&mut self, name: Box<str>, value: Option<Box<str>>) -> Option<()> {
        let answers = &mut self.play.as_mut()?.answers;
        match value {
            Some(value) => answers.insert(name, value),
            None => answers.remove(&name),
        };
        Some(())
    }

    pub(super) fn show_hint(&mut self, goal: usize) -> Option<()> {
        let play = self.play.as_ref()?;
        let rung = play.next_rung(goal, self.language)?;
        self.play.as_mut()?.rungs.insert(goal, rung);
        self.left = LeftZone::Goal;
        self.tab = Tab::Goal;
        Some(())
    }

    /// Does the next act of the solution: the lesson is then seen, not solved.
    pub(super) fn next_act(&mut self) -> Option<()> {
        let play = self.play.as_ref()?;
        if play.n_acts == 0 {
            self.reset_lesson()?;
        }
        let play = self.play.as_mut()?;
        let index = play.n_acts;
        let line = (*play.acts().get(index)?).to_owned();
        play.is_seen = true;
        play.n_acts = index + 1;
        Rc::make_mut(&mut self.progress).show_solution(&play.lesson);
        self.run_as_owner(&line);
        Some(())
    }

    /// Puts the request that shows how a goal stands into the Ask bar.
    pub(super) fn show_goal(&mut self, goal: usize) -> Option<()> {
        let play = self.play.as_ref()?;
        let from = play.begun.start.steps().len();
        match play.statuses.get(goal)? {
            // A line about many requests shows the one that breaks it.
            Status::NotMet(Evidence::Decided(decided)) => {
                let decided = decided.clone();
                self.show_decided(*decided);
            }
            Status::NotMet(Evidence::Happened(step)) => {
                let index = from + step;
                self.answer = Shared::new(self.sandbox.steps().get(index)?.answer.clone()?);
                self.flips = Rc::new([]);
                self.looked_at = Some(index);
            }
            _ => {
                let decided = play.requests.get(goal)?.clone()?;
                self.show_decided(decided);
            }
        }
        self.station = None;
        self.tab = Tab::Why;
        Some(())
    }

    fn show_decided(&mut self, decided: Decided) {
        self.set_question(decided.question);
        // At the time of which the promise speaks.
        self.answer = Shared::new(decided.answer);
    }

    /// Runs a line of the terminal as whoever stands in the sentence.
    pub(super) fn run(&mut self, line: &str) {
        let actor = self.question.credentials.clone();
        self.run_in(line, Terminal { actor, ..Terminal::of(&self.sandbox) });
    }

    fn run_as_owner(&mut self, line: &str) {
        self.run_in(line, Terminal { lays_out: true, ..Terminal::of(&self.sandbox) });
    }

    fn run_in(&mut self, line: &str, mut terminal: Terminal) {
        terminal.variables.clone_from(&self.variables);
        let output = cli::run(&mut self.sandbox, &mut terminal, line);
        self.variables = Rc::new(terminal.variables);
        let said = match output.error.as_ref().map(|error| &error.kind) {
            Some(CliErrorKind::Sandbox(problem)) => text::terminal_problem(self.language, problem),
            Some(CliErrorKind::Aws(_)) | None => format!("{}{}", output.stdout, output.stderr),
        };
        let done = output.act.as_ref().filter(|_| said.is_empty() && output.code == 0);
        let done = done.and_then(|act| text::terminal_done(self.language, act, self.sandbox.now()));
        let said = done.unwrap_or(said);
        match output.act {
            Some(Act::Answer { name, value }) => {
                self.give_answer(name, Some(value));
            }
            Some(Act::Reset) => {
                self.reset_lesson();
            }
            _ => {}
        }
        let is_error = output.code != 0;
        let entry = ConsoleEntry { line: line.trim().to_owned(), output: said.trim_end().to_owned(), is_error };
        self.console = self.console.iter().cloned().chain([entry]).collect();
        self.changed();
    }

    /// How the goals stand now, and takes that down.
    pub(super) fn weigh_goals(&mut self) {
        let sandbox = &self.sandbox;
        let Some(play) = &mut self.play else { return };
        let attempt = play.attempt(sandbox);
        play.statuses = play.lesson.standing(&attempt).into();
        let goals = play.lesson.goals.iter().zip(&*play.statuses);
        play.sets = goals.map(|(goal, status)| hint_of_goal(goal, status, &attempt).cloned()).collect();
        play.requests = play.lesson.goals.iter().map(|goal| request(&goal.line, &attempt)).collect();
        let also = if play.is_done() { near_misses(&play.lesson, &attempt) } else { Vec::new() };
        play.also = also.into();
        Rc::make_mut(&mut self.progress).record(&play.lesson, &attempt, &play.statuses);
    }
}

fn stage(progress: &Progress, lesson: &Lesson) -> Option<Stage> {
    progress.lessons.get(&lesson.id).map(|progress| progress.stage)
}

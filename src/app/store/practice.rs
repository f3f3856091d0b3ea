//! A sitting that is open: which item is shown, what is ticked and not yet handed in, what is flagged.
//!
//! What is right, and what an answer is worth, is the library's to say. Answers are dated by whoever hands them in.

use super::popup::{Notice, NoticeKind};
use super::state::{AppState, Mode, Route, Tab};
use crate::app::fetch::Loading;
use crate::app::shared::Shared;
use iam_sandbox::clock::Timestamp;
use iam_sandbox::eval::Decision;
use iam_sandbox::practice::{
    Actor, Given, Item, ItemKind, Place, Response, Set, Sitting, Sureness, VERDICTS, replay, results,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// A sitting that is open.
#[derive(Clone, Debug)]
pub struct Practice {
    /// The items and what was answered.
    pub sitting: Shared<Sitting>,
    /// Position of the item that is shown.
    pub at: usize,
    /// What is ticked and not yet handed in, by item.
    pub drafts: BTreeMap<usize, Draft>,
    /// The items that somebody wants to come back to.
    pub flags: BTreeSet<usize>,
    /// Whether the score is shown in the place of an item.
    pub is_finished: bool,
    /// Whether something was handed in before it was whole.
    pub lacks: bool,
    /// The clock, where one is wanted.
    pub timer: Option<Timer>,
    /// The sitting that was left for this one.
    before: Option<Rc<Practice>>,
}

/// What is ticked and not yet handed in.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Draft {
    /// The verdict.
    pub verdict: Option<Decision>,
    /// What decides.
    pub place: Option<Place>,
    /// Who may.
    pub who: BTreeSet<Actor>,
    /// How sure.
    pub sureness: Option<Sureness>,
}

/// A clock that runs beside a sitting and ends nothing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Timer {
    /// When it was started.
    pub since: Timestamp,
    /// From how many minutes it counts down; up without.
    pub minutes: Option<u32>,
}

/// One tick.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Tick {
    /// The verdict.
    Verdict(Decision),
    /// What decides.
    Place(Place),
    /// Somebody may, or may not after all.
    Who(Actor),
    /// How sure; the same again takes it back.
    Sureness(Sureness),
    /// The option of that number, from 1: verdicts and places, or who.
    Number(usize),
}

/// Something that happens to a sitting.
#[derive(Clone, Debug)]
pub enum PracticeAct {
    /// Begins a set.
    Begin {
        /// The set.
        set: Set,
        /// Now.
        at: Timestamp,
    },
    /// Goes on with what was kept, if anything was.
    Resume(Option<Box<Practice>>),
    /// Ticks something.
    Tick(Tick),
    /// Hands in the answer to the item that is shown.
    Submit {
        /// Now.
        at: Timestamp,
    },
    /// Goes to the next item that has no answer, and from the last to the score.
    Next,
    /// Goes to an item.
    GoTo(usize),
    /// Flags the item that is shown, or takes the flag away.
    Flag,
    /// Shows the score.
    Finish,
    /// Starts the clock, or stops it.
    SetTimer(Option<Timer>),
    /// Opens the world of the item that is shown, with the request of one of those who are asked about.
    OpenWorld(Actor),
}

/// A sitting as it is kept.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Kept {
    results: String,
    at: usize,
    flags: BTreeSet<usize>,
    is_finished: bool,
}

impl Practice {
    /// A sitting over a set.
    #[must_use]
    pub fn begin(set: Set, at: Timestamp) -> Self {
        Self::of(Sitting::new(set, at))
    }

    fn of(sitting: Sitting) -> Self {
        Self {
            sitting: Shared::new(sitting),
            at: 0,
            drafts: BTreeMap::new(),
            flags: BTreeSet::new(),
            is_finished: false,
            lacks: false,
            timer: None,
            before: None,
        }
    }

    /// As text, to be kept.
    #[must_use]
    pub fn kept(&self) -> String {
        let (at, flags, is_finished) = (self.at, self.flags.clone(), self.is_finished);
        let kept = Kept { results: results(&self.sitting), at, flags, is_finished };
        serde_json::to_string(&kept).unwrap_or_default()
    }

    /// What was kept; none if it cannot be made again.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let kept: Kept = iam_sandbox::json::read(text).ok()?;
        let sitting = replay(&kept.results).ok()?;
        let at = kept.at.min(sitting.items().len().checked_sub(1)?);
        Some(Self { at, flags: kept.flags, is_finished: kept.is_finished, ..Self::of(sitting) })
    }

    /// The item that is shown.
    #[must_use]
    pub fn item(&self) -> Option<&Item> {
        self.sitting.items().get(self.at)
    }

    /// What was answered to the item that is shown.
    #[must_use]
    pub fn given(&self) -> Option<&Given> {
        self.sitting.given().get(self.at)?.as_ref()
    }

    /// What is ticked at the item that is shown.
    #[must_use]
    pub fn draft(&self) -> Draft {
        self.drafts.get(&self.at).cloned().unwrap_or_default()
    }

    /// How many items were answered.
    #[must_use]
    pub fn n_given(&self) -> usize {
        self.sitting.given().iter().flatten().count()
    }

    /// The sitting to go on with: this one, or the one that was left for it and has more to show.
    #[must_use]
    pub fn unfinished(&self) -> Option<&Self> {
        let is_begun = |practice: &&Self| practice.n_given() > 0 && !practice.is_finished;
        Some(self).filter(is_begun).or_else(|| self.before.as_deref().filter(is_begun))
    }

    /// A sitting over a set after this one; the one that was left, if that is what it is over.
    fn followed_by(mut self, set: Set, at: Timestamp) -> Self {
        let before = self.before.take();
        let left = Some(Rc::new(self)).filter(|left| left.n_given() > 0 && !left.is_finished);
        if let Some(before) = before.as_deref().filter(|before| *before.sitting.set() == set) {
            return Self { before: left, ..before.clone() };
        }
        Self { before: left.filter(|left| *left.sitting.set() != set).or(before), ..Self::begin(set, at) }
    }

    /// Whether the set has no end.
    #[must_use]
    pub fn is_endless(&self) -> bool {
        self.sitting.set().n_items().is_none()
    }

    /// The first item without an answer after the one that is shown, from the start again after the end.
    #[must_use]
    pub fn next_open(&self) -> Option<usize> {
        let given = self.sitting.given();
        let after = (self.at + 1..given.len()).chain(0..self.at.min(given.len()));
        after.into_iter().find(|index| given[*index].is_none())
    }

    fn tick(&mut self, tick: Tick) -> Option<()> {
        let item = self.item()?.clone();
        if self.given().is_some() {
            return None;
        }
        let draft = self.drafts.entry(self.at).or_default();
        match numbered(&item, tick)? {
            Tick::Verdict(verdict) => draft.verdict = Some(verdict),
            Tick::Place(place) => draft.place = Some(place),
            Tick::Who(who) => {
                if !draft.who.remove(&who) {
                    draft.who.insert(who);
                }
            }
            Tick::Sureness(sureness) => draft.sureness = Some(sureness).filter(|it| draft.sureness != Some(*it)),
            Tick::Number(_) => return None,
        }
        self.lacks = false;
        Some(())
    }

    fn submit(&mut self, at: Timestamp) -> Option<()> {
        let kind = self.item()?.kind;
        if self.given().is_some() {
            return None;
        }
        let draft = self.draft();
        let response = match (kind, draft.verdict, draft.place) {
            (ItemKind::Predict, Some(verdict), Some(place)) => Response::Predict { verdict, place },
            (ItemKind::WhoCan, ..) if !draft.who.is_empty() => Response::WhoCan(draft.who),
            _ => {
                self.lacks = true;
                return Some(());
            }
        };
        // A clock that was set back does not make an answer older than the one before it.
        let dates = self.sitting.given().iter().flatten().map(|given| given.at);
        let newest = dates.max().unwrap_or_else(|| self.sitting.started());
        let mut sitting = Sitting::clone(&self.sitting);
        let given = Given { response, sureness: draft.sureness, at: at.max(newest).max(sitting.started()) };
        sitting.answer(self.at, given).ok()?;
        self.sitting = Shared::new(sitting);
        self.lacks = false;
        Some(())
    }

    fn next(&mut self) {
        self.lacks = false;
        if self.is_endless() {
            let is_last = self.at + 1 == self.sitting.items().len();
            if is_last {
                let mut sitting = Sitting::clone(&self.sitting);
                if !sitting.go_on() {
                    return;
                }
                self.sitting = Shared::new(sitting);
            }
            self.at += 1;
            return;
        }
        match self.next_open() {
            Some(index) => self.at = index,
            None if self.given().is_some() => self.is_finished = true,
            None => {}
        }
    }
}

/// The tick that a number stands for.
fn numbered(item: &Item, tick: Tick) -> Option<Tick> {
    let Tick::Number(number) = tick else { return Some(tick) };
    let index = number.checked_sub(1)?;
    match item.kind {
        ItemKind::WhoCan => item.asked.who.get(index).cloned().map(Tick::Who),
        ItemKind::Predict => match VERDICTS.get(index) {
            Some(verdict) => Some(Tick::Verdict(*verdict)),
            None => Place::ALL.get(index - VERDICTS.len()).copied().map(Tick::Place),
        },
    }
}

impl AppState {
    /// Something happens to the sitting; none if nothing changes.
    pub(super) fn practise(&mut self, act: PracticeAct) -> Option<()> {
        match act {
            PracticeAct::Begin { set, at } => {
                let practice = self.practice.take();
                self.practice = Some(match practice {
                    Some(practice) => practice.followed_by(set, at),
                    None => Practice::begin(set, at),
                });
            }
            PracticeAct::Resume(kept) => {
                self.practice_of_before = Loading::Ready(());
                self.practice = self.practice.take().or(kept.map(|kept| *kept));
            }
            PracticeAct::OpenWorld(who) => self.open_item(&who)?,
            PracticeAct::Tick(tick) => self.practice.as_mut()?.tick(tick)?,
            PracticeAct::Submit { at } => self.practice.as_mut()?.submit(at)?,
            PracticeAct::Next => self.practice.as_mut()?.next(),
            PracticeAct::GoTo(index) => {
                let practice = self.practice.as_mut()?;
                practice.sitting.items().get(index)?;
                practice.at = index;
                practice.is_finished = false;
                practice.lacks = false;
            }
            PracticeAct::Flag => {
                let practice = self.practice.as_mut()?;
                if !practice.flags.remove(&practice.at) {
                    practice.flags.insert(practice.at);
                }
            }
            PracticeAct::Finish => self.practice.as_mut()?.is_finished = true,
            PracticeAct::SetTimer(timer) => self.practice.as_mut()?.timer = timer,
        }
        Some(())
    }

    /// Opens the world of the item that is shown, as a link does: the learner's own is kept beside.
    fn open_item(&mut self, who: &Actor) -> Option<()> {
        let item = self.practice.as_ref()?.item()?.clone();
        let sandbox = item.sandbox();
        let question = item.question(&sandbox, who)?;
        let save = Self::of(sandbox, question, self.language, self.theme).save();
        let kept = self.notice.take().map(|notice| notice.kind);
        // A lesson keeps the learner's own world, and what was done in it.
        let _ = self.leave_lesson();
        let own = match kept {
            Some(NoticeKind::LinkOpened(own)) => own,
            _ => self.save().to_json(),
        };
        *self = self.opened(&save);
        self.mode = Mode::Owner;
        self.notice = Some(Notice { kind: NoticeKind::LinkOpened(own) });
        self.route = Route::World;
        self.tab = Tab::Why;
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use iam_sandbox::practice::{FULL, Right, TEN, Topic};
    use iam_sandbox::text::Language;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_epoch_seconds(1_795_165_200 + seconds)
    }

    fn sat(set: Set) -> AppState {
        let mut state = AppState::first(Language::English, None);
        state.practise(PracticeAct::Begin { set, at: at(0) }).unwrap();
        state
    }

    fn practice(state: &AppState) -> &Practice {
        state.practice.as_ref().unwrap()
    }

    /// Hands in what is right.
    fn answer(state: &mut AppState, seconds: i64) {
        let ticks = match practice(state).item().unwrap().right() {
            Right::Predict(verdict, place) => vec![Tick::Verdict(*verdict), Tick::Place(*place)],
            Right::WhoCan(may) => may.iter().cloned().map(Tick::Who).collect(),
        };
        for tick in ticks {
            state.practise(PracticeAct::Tick(tick)).unwrap();
        }
        state.practise(PracticeAct::Submit { at: at(seconds) }).unwrap();
    }

    #[test]
    fn an_answer_is_taken_once_and_only_if_it_is_whole() {
        let mut state = sat(Set::endless(Topic::L08, 1));
        state.practise(PracticeAct::Tick(Tick::Number(1))).unwrap();
        state.practise(PracticeAct::Submit { at: at(1) }).unwrap();
        assert!(practice(&state).lacks && practice(&state).given().is_none());
        answer(&mut state, 2);
        assert_eq!(practice(&state).sitting.score().total(), FULL);
        assert!(state.practise(PracticeAct::Submit { at: at(3) }).is_none());
        assert!(state.practise(PracticeAct::Tick(Tick::Number(2))).is_none());
    }

    #[test]
    fn numbers_stand_for_verdicts_and_places_or_for_who() {
        let mut state = sat(Set::endless(Topic::L08, 1));
        for number in [2, 6] {
            state.practise(PracticeAct::Tick(Tick::Number(number))).unwrap();
        }
        let draft = practice(&state).draft();
        assert_eq!((draft.verdict, draft.place), (Some(VERDICTS[1]), Some(Place::ALL[2])));
        for number in [0, 10] {
            assert!(state.practise(PracticeAct::Tick(Tick::Number(number))).is_none());
        }
        let mut state = sat(Set::endless(Topic::L02, 1));
        state.practise(PracticeAct::Tick(Tick::Number(1))).unwrap();
        let first = practice(&state).item().unwrap().asked.who[0].clone();
        assert_eq!(practice(&state).draft().who, BTreeSet::from([first]));
        state.practise(PracticeAct::Tick(Tick::Number(1))).unwrap();
        assert!(practice(&state).draft().who.is_empty());
    }

    #[test]
    fn next_goes_to_what_was_passed_over_and_then_to_the_score() {
        let mut state = sat(Set::of_ten(5, &[Topic::L07]));
        state.practise(PracticeAct::Next).unwrap();
        assert_eq!(practice(&state).at, 1, "the first was passed over");
        for seconds in 1..10 {
            answer(&mut state, seconds);
            state.practise(PracticeAct::Next).unwrap();
        }
        assert_eq!((practice(&state).at, practice(&state).is_finished), (0, false));
        answer(&mut state, 10);
        state.practise(PracticeAct::Next).unwrap();
        assert!(practice(&state).is_finished);
        assert_eq!(practice(&state).n_given(), TEN);
    }

    #[test]
    fn a_set_without_end_goes_on() {
        let mut state = sat(Set::endless(Topic::L22, 9));
        for index in 1..4 {
            answer(&mut state, 1);
            state.practise(PracticeAct::Next).unwrap();
            assert_eq!(practice(&state).at, index);
        }
        assert_eq!(practice(&state).sitting.items().len(), 4);
    }

    #[test]
    fn a_sitting_is_kept_with_place_and_flags() {
        let mut state = sat(Set::of_ten(5, &[Topic::L07, Topic::L08]));
        answer(&mut state, 3);
        for act in [PracticeAct::Next, PracticeAct::Flag] {
            state.practise(act).unwrap();
        }
        let again = Practice::parse(&practice(&state).kept()).unwrap();
        assert_eq!(*again.sitting, *practice(&state).sitting);
        assert_eq!((again.at, again.flags), (1, BTreeSet::from([1])));
        assert!(Practice::parse("{}").is_none());
    }

    #[test]
    fn a_sitting_that_was_left_is_found_again() {
        let first = Set::endless(Topic::L08, 1);
        let mut state = sat(first.clone());
        answer(&mut state, 3);
        state.practise(PracticeAct::Begin { set: Set::of_ten(1, &[]), at: at(4) }).unwrap();
        assert_eq!(practice(&state).n_given(), 0);
        assert_eq!(practice(&state).unfinished().map(|it| it.sitting.set().clone()), Some(first.clone()));
        state.practise(PracticeAct::Begin { set: first.clone(), at: at(5) }).unwrap();
        assert_eq!(practice(&state).n_given(), 1);
        state.practise(PracticeAct::Begin { set: first, at: at(6) }).unwrap();
        assert_eq!(practice(&state).n_given(), 0, "begun again");
    }

    #[test]
    fn a_clock_that_was_set_back_refuses_no_answer() {
        let mut state = sat(Set::endless(Topic::L08, 1));
        answer(&mut state, 100);
        state.practise(PracticeAct::Next).unwrap();
        answer(&mut state, -50);
        assert_eq!(practice(&state).n_given(), 2);
    }

    #[test]
    fn the_world_of_an_item_opens_and_ones_own_is_kept_beside() {
        let mut state = sat(Set::endless(Topic::L08, 1));
        state.practise(PracticeAct::Begin { set: Set::endless(Topic::L22, 3), at: at(0) }).unwrap();
        let own = state.save().to_json();
        let who = practice(&state).item().unwrap().asked.who[0].clone();
        state.practise(PracticeAct::OpenWorld(who)).unwrap();
        assert_eq!(state.sandbox.world(), practice(&state).item().unwrap().sandbox().world());
        assert_eq!(state.notice.as_ref().map(|it| it.kind.clone()), Some(NoticeKind::LinkOpened(own)));
        assert_eq!(state.route, Route::World);
        let Right::Predict(verdict, _) = practice(&state).item().unwrap().right() else { panic!("a prediction") };
        assert_eq!(state.answer.deciding_check().unwrap().verdict.decision, *verdict);
    }
}

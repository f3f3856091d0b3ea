//! What the page knows.

use super::class::{ConsoleEntry, LeftZone, Letters, Prediction, Unsaved};
use super::play::Play;
use super::popup::{Notice, Popup};
use super::practice::Practice;
use super::walk::Walk;
use super::wall::Wall;
use crate::app::components::rule_code::RulePlace;
use crate::app::fetch::{FetchError, Loading};
use crate::app::learn::Index;
use crate::app::packs::{PackFailure, Packs};
use crate::app::practice::PracticePlace;
use crate::app::reference::Place;
use crate::app::shared::Shared;
use iam_sandbox::analysis::{DocumentRef, Flip};
use iam_sandbox::api::{Answer, Credentials, KeyInUse, Question, Sandbox, Scenario};
use iam_sandbox::arn::AccountId;
use iam_sandbox::cli::Variables;
use iam_sandbox::eval::{StatementRef, Station};
use iam_sandbox::lessons::Progress;
use iam_sandbox::text::Language;
use std::rc::Rc;

/// Light or dark, where the learner wants other than the system.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Theme {
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// Whose permissions building needs.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Mode {
    /// Nobody's: the author of the world is free.
    #[default]
    Owner,
    /// Those of whoever acts.
    Caller,
}

/// What the bottom zone shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Panel {
    /// A lane for each credential.
    #[default]
    Credentials,
    /// What was done.
    Events,
    /// AWS CLI lines.
    Terminal,
}

/// The tabs of a phone.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Tab {
    /// The sentence.
    Ask,
    /// The rail.
    #[default]
    Why,
    /// The tree.
    World,
    /// Clock, lanes, events.
    Time,
    /// The promises of a lesson.
    Goal,
}

/// Which page is shown.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Route {
    /// The world with the sentence.
    #[default]
    World,
    /// The rule book.
    Rules {
        /// The code in the address, which may be none or no rule's.
        code: String,
    },
    /// What one looks up beside the rules.
    Reference(Place),
    /// The list of lessons.
    Lessons,
    /// A lesson that is on its way; once it is there it is part of the world's page.
    Lesson {
        /// Its id in the address.
        id: String,
    },
    /// Practice items.
    Practice(PracticePlace),
}

/// Everything the page knows. Cheap to clone.
#[derive(Clone, Debug)]
pub struct AppState {
    /// The world with its clock and history.
    pub sandbox: Sandbox,
    /// What time it is on the wall, while the clock runs with that.
    pub wall: Option<Wall>,
    /// The sentence in the Ask bar.
    pub question: Question,
    /// The answer that is shown: of the sentence, or of the event that is looked at.
    pub answer: Shared<Answer>,
    /// What would change that answer; empty while an event is looked at.
    pub flips: Rc<[Rc<Flip>]>,
    /// The flip that was applied last, until something else happens; it can be undone there.
    pub applied: Option<Rc<Flip>>,
    /// The event whose answer is shown.
    pub looked_at: Option<usize>,
    /// The event that is selected; it need not have an answer.
    pub event: Option<usize>,
    /// Whose permissions building needs.
    pub mode: Mode,
    /// The permission that the rail tells of, by its position among those of the answer; none is the one that decided.
    pub check: Option<usize>,
    /// The station that is open.
    pub station: Option<Station>,
    /// The statement that is lit.
    pub statement: Option<StatementRef>,
    /// The document in Evidence that was opened by hand.
    pub document: Option<DocumentRef>,
    /// Documents into which something was typed that is not saved; the text is Evidence's.
    pub unsaved: Unsaved,
    /// What is selected in the world.
    pub object: Option<String>,
    /// The station that stepping through has come to.
    pub step: Option<Station>,
    /// Which page is shown.
    pub route: Route,
    /// How many steps of the browser's way back lead from the rule book or the reference to what was open before;
    /// 0 if the page began there.
    pub n_pages_back: u32,
    /// The walk from a provider to a session that is open.
    pub walk: Option<Walk>,
    /// The popover that is open.
    pub popup: Option<Popup>,
    /// What the bottom zone shows.
    pub panel: Panel,
    /// The tab on a phone.
    pub tab: Tab,
    /// Whether the evidence sheet is up on a phone.
    pub sheet: bool,
    /// The language.
    pub language: Language,
    /// The theme.
    pub theme: Option<Theme>,
    /// Whether keys that are single letters do something.
    pub shortcuts: bool,
    /// The message that stands.
    pub notice: Option<Notice>,
    /// Grows with every change of the sandbox; what autosave watches.
    pub revision: u32,
    /// The path in whose order lessons are taken; empty for that of the ladder.
    pub path: String,
    /// The list of lessons.
    pub index: Loading<Shared<Index>>,
    /// Why the lesson that was wanted is not there.
    pub lesson_error: Option<FetchError>,
    /// Grows when something is to be fetched again.
    pub n_fetches: u32,
    /// Packs of one's own; none before it is known what was kept.
    pub packs: Option<Packs>,
    /// Why a pack was not opened.
    pub pack_failure: Option<Rc<PackFailure>>,
    /// What was solved.
    pub progress: Rc<Progress>,
    /// The lesson that is open.
    pub play: Option<Play>,
    /// What the left zone shows while a lesson is open.
    pub left: LeftZone,
    /// The answer is hidden until somebody has said what it will be.
    pub prediction: Option<Prediction>,
    /// How large letters are.
    pub letters: Letters,
    /// What was typed in the terminal.
    pub console: Rc<[ConsoleEntry]>,
    /// What was kept there as `$NAME`.
    pub variables: Rc<Variables>,
    /// The world in whose place an account was imported, which undo goes back to.
    pub before_import: Option<Shared<Self>>,
    /// The import that was undone, as long as the revision is the same.
    pub undone_import: Option<(u32, Shared<Self>)>,
    /// The sitting over practice items.
    pub practice: Option<Practice>,
    /// Whether the sitting of the last visit was looked for.
    pub practice_of_before: Loading<()>,
}

impl AppState {
    /// The first screen: alice asks to read payroll/may.csv.
    #[must_use]
    pub fn first(language: Language, theme: Option<Theme>) -> Self {
        Self::beginning(Scenario::first(), language, theme)
    }

    /// The world of a scenario, and the first sentence there.
    #[must_use]
    pub fn beginning(scenario: Scenario, language: Language, theme: Option<Theme>) -> Self {
        let sandbox = Sandbox::new(scenario);
        let question = Self::opening(&sandbox);
        Self::of(sandbox, question, language, theme)
    }

    /// The first sentence of a sandbox, by its scenario.
    pub(super) fn opening(sandbox: &Sandbox) -> Question {
        let ask = sandbox.scenario().ask.as_ref();
        let is_asking = |key: &KeyInUse| ask.is_none_or(|ask| ask.user == key.name);
        let key = sandbox.keys().find(is_asking).map(|key| key.access_key_id).unwrap_or_default();
        let (action, resource) = match ask {
            Some(ask) => (&*ask.action, &*ask.resource),
            None => ("s3:GetObject", "arn:aws:s3:::payroll/may.csv"),
        };
        Question::new(Credentials::Key(key), action, resource)
    }

    /// A sandbox with a sentence in the Ask bar.
    #[must_use]
    pub fn of(sandbox: Sandbox, question: Question, language: Language, theme: Option<Theme>) -> Self {
        let answer = Shared::new(sandbox.preview(&question));
        let mut state = Self {
            sandbox,
            wall: None,
            question,
            answer,
            flips: Rc::new([]),
            applied: None,
            looked_at: None,
            event: None,
            mode: Mode::default(),
            check: None,
            station: None,
            statement: None,
            document: None,
            unsaved: Rc::default(),
            object: None,
            step: None,
            route: Route::default(),
            n_pages_back: 0,
            walk: None,
            popup: None,
            panel: Panel::default(),
            tab: Tab::default(),
            sheet: false,
            language,
            theme,
            shortcuts: true,
            notice: None,
            revision: 0,
            path: String::new(),
            index: Loading::Waiting,
            lesson_error: None,
            n_fetches: 0,
            packs: None,
            pack_failure: None,
            progress: Rc::default(),
            play: None,
            left: LeftZone::default(),
            prediction: None,
            letters: Letters::default(),
            console: Rc::new([]),
            variables: Rc::default(),
            before_import: None,
            undone_import: None,
            practice: None,
            practice_of_before: Loading::Waiting,
        };
        state.answer_anew();
        state
    }

    /// With what is not of one world taken from another state.
    #[must_use]
    pub(super) fn with_settings_of(mut self, other: &Self) -> Self {
        self.shortcuts = other.shortcuts;
        self.unsaved = Rc::clone(&other.unsaved);
        self.letters = other.letters;
        self.path.clone_from(&other.path);
        self.index = other.index.clone();
        self.packs.clone_from(&other.packs);
        self.progress = Rc::clone(&other.progress);
        self.practice.clone_from(&other.practice);
        self.practice_of_before.clone_from(&other.practice_of_before);
        self
    }

    /// Previews the sentence again and looks for flips.
    pub(super) fn answer_anew(&mut self) {
        self.looked_at = None;
        self.event = None;
        self.check = None;
        // Another answer is another thing to be predicted.
        self.prediction = self.prediction.map(|_| Prediction::default());
        self.answer = Shared::new(self.sandbox.preview(&self.question));
        self.flips = iam_sandbox::analysis::flips(&self.sandbox, &self.question).into_iter().map(Rc::new).collect();
        self.statement = None;
    }

    /// The account of whoever acts, who may have none.
    #[must_use]
    pub fn acting_account(&self) -> Option<AccountId> {
        match &self.question.credentials {
            Credentials::Owner(account) | Credentials::Root(account) => Some(*account),
            _ => self.acting_key().map(|key| key.account),
        }
    }

    /// The rule whose sheet is open.
    #[must_use]
    pub fn open_rule(&self) -> Option<&RulePlace> {
        match &self.popup {
            Some(Popup::Rule(place)) => Some(place),
            _ => None,
        }
    }

    /// The key that acts, which the sentence begins with.
    #[must_use]
    pub fn acting_key(&self) -> Option<KeyInUse> {
        let acting = self.question.credentials.access_key_id()?;
        self.sandbox.keys().find(|key| *key.access_key_id == *acting)
    }
}

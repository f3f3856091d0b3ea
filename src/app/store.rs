//! The state of the page, and everything that can happen to it.
//!
//! There is one state and one reducer. Only the actions of the first group touch the sandbox; the
//! others change what is shown. Text that is still being typed is not here but in its component.

mod class;
mod endpoint;
mod identity;
mod play;
mod popup;
mod practice;
mod reduce;
mod show;
mod starting;
mod state;
mod view;
mod walk;
mod wall;

pub use class::{LeftZone, Letters, Prediction};
pub use identity::{Build, By, Then};
pub use play::Play;
pub use popup::{CallerForm, Notice, NoticeKind, Popup};
pub use practice::{Practice, PracticeAct, Tick, Timer};
pub use reduce::has_trace;
pub use starting::StartingWorld;
pub use state::{AppState, Mode, Panel, Route, Tab, Theme};

pub use walk::{OutsideCall, Trial, Walk, key_in};
pub use wall::{Wall, use_now};

use iam_sandbox::analysis::{DocumentRef, Flip};
use iam_sandbox::api::{MetadataRequest, Question, Save, SignIn};
use iam_sandbox::arn::AccountId;
use iam_sandbox::eval::{StatementRef, Station};
use iam_sandbox::exchange::Imported;
use iam_sandbox::lessons::{Bundle, Lesson, Progress};
use iam_sandbox::text::Language;
use serde_json::Value;
use std::rc::Rc;
use yew::prelude::*;

use super::fetch::{FetchError, Loading};
use super::learn::Index;
use super::packs::PackFailure;
use super::shared::Shared;

/// Something that happens to the state.
#[derive(Clone, Debug)]
pub enum Action {
    /// Performs the question in the Ask bar, as Enter does.
    Ask,
    /// Makes a call in an account: as its owner in owner mode, else as whoever acts.
    Call {
        /// The account whose owner would do it.
        account: AccountId,
        /// Service and operation.
        operation: &'static str,
        /// The request.
        input: Value,
        /// A document to open afterwards.
        then_open: Option<DocumentRef>,
    },
    /// Makes calls one after the other until one fails, and goes on to what comes after them.
    Build(Build),
    /// Signs in to the console, and acts there.
    SignIn(SignIn),
    /// Switches role in the console, and acts as that.
    SwitchRole {
        /// The account, by id or alias.
        account: String,
        /// The role, with its path.
        role: String,
    },
    /// Assumes a role with the acting key, and acts as the session.
    AssumeRole {
        /// The role.
        role_arn: String,
        /// The name of the session.
        session_name: String,
        /// How long, in seconds.
        duration_seconds: u32,
    },
    /// Makes a call that answers with credentials, and acts with them.
    TakeSession {
        /// Service and operation.
        operation: &'static str,
        /// The request.
        input: Value,
    },
    /// Makes calls in which what was issued outside is shown, signed by nobody, and acts with the credentials that the last
    /// of them answers with.
    ComeIn(Vec<OutsideCall>),
    /// Asks the metadata service of an instance, as something that runs there does.
    AskMetadata {
        /// The instance.
        instance: Box<str>,
        /// What is asked.
        request: MetadataRequest,
    },
    /// Takes a session like the one that has ended, with the key that it was taken with.
    AssumeAgain,
    /// Makes a KMS key and gives it a name.
    CreateKey {
        /// The account whose owner would do it.
        account: AccountId,
        /// The name, without `alias/`.
        alias: String,
    },
    /// Makes the call of a flip.
    ApplyFlip(Rc<Flip>),
    /// Moves the clock on.
    Advance(u32),
    /// Moves the clock to the next moment at which something happens by itself.
    NextEvent,
    /// Lets the clock run with the one on the wall, or not any more.
    RunWith(Option<Wall>),
    /// A second went by on the wall.
    Beat,
    /// Sets for how many seconds authorization does not see a change.
    SetPropagationDelay(u32),
    /// Takes the last change back.
    Undo,
    /// Does again what was undone.
    Redo,
    /// Opens a saved sandbox.
    Load(Box<Save>),
    /// Begins anew with the world that it began with.
    StartOver,
    /// Begins with another world.
    OpenWorld(StartingWorld),
    /// Begins with an account from a file, in place of the present world.
    OpenImported(Rc<Imported>),
    /// Runs a line of the terminal.
    Run(String),
    /// Opens a lesson, as it was left.
    OpenLesson(Rc<Lesson>),
    /// Goes back to the world that was open before the lesson.
    LeaveLesson,
    /// Begins the lesson anew.
    ResetLesson,
    /// Gives an answer of the lesson.
    GiveAnswer {
        /// What is asked.
        name: Box<str>,
        /// What was picked; none takes it back.
        value: Option<Box<str>>,
    },
    /// Shows the next rung of the hints for a goal, by its position.
    ShowHint(usize),
    /// Does the next act of the solution; the first time the lesson begins anew.
    NextAct,
    /// Puts the request of a goal into the Ask bar.
    ShowGoal(usize),

    /// Changes the sentence; its answer is previewed.
    SetQuestion(Question),
    /// Acts as the owner of this key.
    ActAs(Box<str>),
    /// Owner mode or caller mode.
    SetMode(Mode),
    /// Opens a station, or closes it.
    OpenStation(Option<Station>),
    /// Tells of another permission of those that were asked for, by its position.
    OpenCheck(Option<usize>),
    /// Lights a statement of the answer.
    SelectStatement(StatementRef),
    /// Opens a document of the world in Evidence, or goes back to what the answer points at.
    OpenDocument(Option<DocumentRef>),
    /// Whether something was typed into a document and not saved.
    SetUnsaved(DocumentRef, bool),
    /// Selects something in the world, by a key of the panel's own.
    SelectObject(Option<String>),
    /// Begins to step through, at this station, or ends it.
    Step(Option<Station>),
    /// Goes a station on or back; worked out here, so that keys pressed faster than the page is drawn
    /// all count.
    StepOn {
        /// On, or else back.
        forward: bool,
    },
    /// Shows the answer of an earlier event, or of the sentence again.
    LookAt(Option<usize>),
    /// Opens the walk from a provider to a session, or closes it.
    OpenWalk(Option<Walk>),
    /// Opens a popover, or closes it.
    OpenPopup(Option<Popup>),
    /// Goes where the address leads, after a press on a link or on the browser's way back.
    FollowAddress {
        /// Where.
        route: Route,
        /// How many steps back lead to what was open before.
        n_pages_back: u32,
    },
    /// Shows another page, whose address is there already.
    SetRoute(Route),
    /// Chooses what the bottom zone shows.
    SetPanel(Panel),
    /// Chooses the tab on a phone.
    SetTab(Tab),
    /// Shows or hides the evidence sheet on a phone.
    SetSheet(bool),
    /// Speaks another language.
    SetLanguage(Language),
    /// Changes the theme; none follows the system.
    SetTheme(Option<Theme>),
    /// Switches the keys that are single letters.
    SetShortcuts(bool),
    /// Shows a message, or takes it away.
    Notify(Option<Notice>),
    /// The list of lessons came, or did not.
    SetIndex(Loading<Shared<Index>>),
    /// What was kept of earlier lessons.
    SetProgress(Progress),
    /// Takes over what is further along in a file.
    MergeProgress(Progress),
    /// What was kept of packs of one's own.
    SetPacks(Vec<Rc<Bundle>>),
    /// A pack was opened.
    PackOpened(Rc<Bundle>),
    /// Takes a pack out of the list.
    RemovePack(String),
    /// A pack could not be opened.
    PackFailed(Option<PackFailure>),
    /// A lesson did not come.
    LessonFailed(FetchError),
    /// Fetches what did not come.
    FetchAgain,
    /// Chooses the path in whose order lessons are taken.
    SetPath(String),
    /// Chooses what the left zone shows.
    SetLeft(LeftZone),
    /// Hides answers until they are predicted, or shows them.
    SetPrediction(Option<Prediction>),
    /// Changes the size of letters.
    SetLetters(Letters),
    /// Something happens to the sitting over practice items.
    Practise(PracticeAct),
}

/// The state as Yew's reducer holds it.
#[derive(Clone, PartialEq)]
pub struct Store(pub Shared<AppState>);

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        match reduce::reduce(&self.0, action) {
            Some(next) => Rc::new(Self(Shared::new(next))),
            None => self,
        }
    }
}

/// Sends actions to the store; never changes, so it never causes a render.
pub type Dispatch = UseReducerDispatcher<Store>;

/// The state of this render.
pub type Snapshot = Shared<AppState>;

/// The state of this render. For panels only: components take props.
#[hook]
pub fn use_snapshot() -> Snapshot {
    use_context::<Snapshot>().expect("App provides the snapshot to all panels")
}

/// The way to change the state.
#[hook]
pub fn use_dispatch() -> Dispatch {
    use_context::<Dispatch>().expect("App provides the dispatcher to all panels")
}

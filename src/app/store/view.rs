//! What is on the screen beside the world, as saves and links carry it.

use super::{AppState, Notice, NoticeKind, Tab};
use crate::app::shared::Shared;
use iam_sandbox::analysis::DocumentRef;
use iam_sandbox::api::{Credentials, Question, Sandbox, Save};
use iam_sandbox::eval::Station;
use iam_sandbox::exchange::Imported;
use serde::{Deserialize, Serialize};

/// The view part of a save.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct View {
    /// The sentence.
    pub question: Question,
    /// The station that is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub station: Option<Station>,
    /// The document that is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<DocumentRef>,
}

impl AppState {
    /// Everything worth keeping.
    #[must_use]
    pub fn save(&self) -> Save {
        let view = View { question: self.question.clone(), station: self.station, document: self.document.clone() };
        self.sandbox.save(serde_json::to_value(view).unwrap_or_default())
    }

    /// The account of a file in place of this world, which stays within reach.
    #[must_use]
    pub fn imported(&self, imported: &Imported) -> Self {
        let own = self.save().to_json();
        let mut next = Self::beginning(imported.scenario(), self.language, self.theme);
        next.mode = self.mode;
        next = next.with_settings_of(self);
        if next.sandbox.keys().next().is_none() {
            // Nobody has a key where there are no users; the root user is always there.
            let root = Question::new(Credentials::Root(imported.account.id), "iam:ListRoles", "*");
            next.set_question(root);
        }
        next.tab = Tab::World;
        next.notice = Some(Notice { kind: NoticeKind::Imported(own) });
        next.before_import = Some(Shared::new(self.clone()));
        next
    }

    /// The world before the import, where everything since is undone.
    #[must_use]
    pub fn without_import(&self) -> Option<Self> {
        let before = self.before_import.as_ref().filter(|_| !self.sandbox.can_undo())?;
        let mut next = self.in_place(before);
        next.undone_import = Some((self.revision + 1, Shared::new(self.clone())));
        Some(next)
    }

    /// The imported account again, where nothing was done since the import was undone.
    #[must_use]
    pub fn with_import_again(&self) -> Option<Self> {
        let (_, undone) = self.undone_import.as_ref().filter(|_| self.can_import_again())?;
        Some(self.in_place(undone))
    }

    /// Whether an import was undone, and nothing was done since.
    #[must_use]
    pub fn can_import_again(&self) -> bool {
        self.undone_import.as_ref().is_some_and(|(revision, _)| *revision == self.revision)
    }

    /// Another state in place of this one, in its language, theme and mode.
    fn in_place(&self, other: &Self) -> Self {
        let (language, theme, mode) = (self.language, self.theme, self.mode);
        let next =
            Self { language, theme, mode, tab: Tab::World, wall: None, notice: None, popup: None, ..other.clone() };
        next.with_settings_of(self)
    }

    /// A saved state, in the language and theme of this one.
    #[must_use]
    pub fn opened(&self, save: &Save) -> Self {
        let view: Option<View> = iam_sandbox::json::of_value(save.view.clone()).ok();
        let sandbox = Sandbox::open(save);
        let question = view.as_ref().map_or_else(|| self.question.clone(), |view| view.question.clone());
        let mut next = Self::of(sandbox, question, self.language, self.theme);
        if let Some(view) = view {
            next.station = view.station;
            next.document = view.document.filter(|document| document.account(next.sandbox.world()).is_some());
        }
        next.tab = Tab::Why;
        next.mode = self.mode;
        next.with_settings_of(self)
    }
}

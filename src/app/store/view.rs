//! What is on the screen beside the world, as saves and links carry it.

use super::{AppState, Tab};
use iam_sandbox::analysis::DocumentRef;
use iam_sandbox::api::{Question, Sandbox, Save};
use iam_sandbox::eval::Station;
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

    /// A saved state, in the language and theme of this one.
    #[must_use]
    pub fn opened(&self, save: &Save) -> Self {
        let view: Option<View> = serde_json::from_value(save.view.clone()).ok();
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

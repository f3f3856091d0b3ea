//! The name of an action, as asked and as compared.

use crate::policy::compile::FoldedAction;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::ops::Deref;

/// `prefix:Name`. Case does not count when it is compared (rule A-27), so it is folded once.
///
/// ```
/// use iam_sandbox::eval::ActionName;
/// let action = ActionName::from("s3:GetObject");
/// assert_eq!((&*action, action.folded(), action.service()), ("s3:GetObject", "s3:getobject", "s3"));
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(from = "Box<str>", into = "Box<str>")]
pub struct ActionName {
    text: Box<str>,
    folded: FoldedAction,
}

impl ActionName {
    /// The name in lower case.
    #[must_use]
    pub fn folded(&self) -> &str {
        self.folded.as_str()
    }

    /// The prefix of the service in lower case; the whole name where it has no colon.
    #[must_use]
    pub fn service(&self) -> &str {
        self.folded.service()
    }

    /// The name as policies compare it.
    pub(super) fn compared(&self) -> &FoldedAction {
        &self.folded
    }
}

impl Deref for ActionName {
    type Target = str;

    /// The name as it was given.
    fn deref(&self) -> &str {
        &self.text
    }
}

impl From<Box<str>> for ActionName {
    fn from(text: Box<str>) -> Self {
        let folded = FoldedAction::new(&text);
        Self { text, folded }
    }
}

impl From<&str> for ActionName {
    fn from(text: &str) -> Self {
        Self::from(Box::<str>::from(text))
    }
}

impl From<String> for ActionName {
    fn from(text: String) -> Self {
        Self::from(text.into_boxed_str())
    }
}

impl From<ActionName> for Box<str> {
    fn from(action: ActionName) -> Self {
        action.text
    }
}

impl fmt::Display for ActionName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

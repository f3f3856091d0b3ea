//! The way from the root of an organization down to one of its accounts.

use super::Organization;
use crate::arn::AccountId;

/// What a level is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LevelKind {
    /// The root, which all accounts are under.
    Root,
    /// An organizational unit.
    OrganizationalUnit,
    /// The account itself.
    Account,
}

/// One level on the way from the root to an account. Policies of each count (rules C-13, C-21).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Level {
    /// What it is.
    pub kind: LevelKind,
    /// The id that policies are attached to.
    pub id: Box<str>,
}

impl Organization {
    /// The levels from the root to the account; none if the account is no member.
    #[must_use]
    pub fn levels(&self, account: AccountId) -> Vec<Level> {
        if !self.has_account(account) {
            return Vec::new();
        }
        let mut levels = vec![Level { kind: LevelKind::Account, id: account.to_string().into() }];
        let mut child = account.to_string();
        while let Some(parent) = self.parent(&child) {
            let kind = if *parent == *self.root { LevelKind::Root } else { LevelKind::OrganizationalUnit };
            levels.push(Level { kind, id: parent.into() });
            child = parent.to_owned();
        }
        levels.reverse();
        levels
    }

    /// Where the account is, as condition keys have it: `o-…/r-…/ou-…/`, without the account (rule B-42).
    #[must_use]
    pub fn path(&self, account: AccountId) -> Option<String> {
        let levels = self.levels(account);
        let above = levels.iter().filter(|level| level.kind != LevelKind::Account);
        (!levels.is_empty()).then(|| above.fold(format!("{}/", self.id), |path, level| format!("{path}{}/", level.id)))
    }

    /// How many units stand one above the other from the root down to `parent`: 0 for the root.
    #[must_use]
    pub fn depth(&self, parent: &str) -> usize {
        std::iter::successors(Some(parent), |id| self.parent(id)).count().saturating_sub(1)
    }
}

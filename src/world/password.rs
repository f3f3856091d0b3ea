//! Passwords: of users, of root users, and the account's rules for them (rules E-14, E-27 to E-29).
//!
//! They are kept as they are, since nothing here is worth protecting; no answer shows one. Who may set a
//! password, and what IAM says to a weak one, is not known here.

use crate::clock::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What a user signs in to the console with (rule E-14). Without one there is no sign-in.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LoginProfile {
    /// The password.
    pub password: Box<str>,
    /// When the user got a first password.
    pub created: Timestamp,
    /// When this password was set, from which its age counts.
    pub set: Timestamp,
    /// Whether it opens the console only to be replaced.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_reset_required: bool,
    /// Those before it, newest first, as many as a policy can ever ask about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<Box<str>>,
}

/// How many passwords a policy can keep from being used again (rule E-28).
const MOST_REMEMBERED: usize = 24;

impl LoginProfile {
    /// A first password.
    #[must_use]
    pub fn new(password: &str, is_reset_required: bool, now: Timestamp) -> Self {
        Self { password: password.into(), created: now, set: now, is_reset_required, earlier: Vec::new() }
    }

    /// Replaces the password.
    pub fn change(&mut self, password: &str, is_reset_required: bool, now: Timestamp) {
        let before = std::mem::replace(&mut self.password, password.into());
        self.earlier.insert(0, before);
        self.earlier.truncate(MOST_REMEMBERED);
        self.set = now;
        self.is_reset_required = is_reset_required;
    }

    /// Whether the password is the present one or one of the `n_passwords` last ones, which it counts among.
    #[must_use]
    pub fn remembers(&self, password: &str, n_passwords: usize) -> bool {
        let known = std::iter::once(&self.password).chain(&self.earlier);
        known.take(n_passwords).any(|known| **known == *password)
    }
}

/// The account's own rules for the passwords of its users (rule E-28).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PasswordPolicy {
    /// 6 to 128.
    pub minimum_length: usize,
    /// Of which classes there must be a character.
    pub requires: BTreeSet<CharacterClass>,
    /// Whether every user may change the own password, whatever the policies do not say.
    pub allows_change: bool,
    /// Days after which a password has expired; none if never.
    pub max_age_days: Option<u32>,
    /// How many passwords may not be used again; none if all may.
    pub reuse_prevention: Option<usize>,
    /// Whether an expired password can only be replaced by somebody else.
    pub is_expiry_hard: Option<bool>,
}

/// A class of characters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum CharacterClass {
    /// A to Z.
    Uppercase,
    /// a to z.
    Lowercase,
    /// 0 to 9.
    Number,
    /// ``! @ # $ % ^ & * ( ) _ + - = [ ] { } | '``
    Symbol,
}

impl CharacterClass {
    const ALL: [Self; 4] = [Self::Uppercase, Self::Lowercase, Self::Number, Self::Symbol];

    fn has(self, character: char) -> bool {
        match self {
            Self::Uppercase => character.is_ascii_uppercase(),
            Self::Lowercase => character.is_ascii_lowercase(),
            Self::Number => character.is_ascii_digit(),
            Self::Symbol => "!@#$%^&*()_+-=[]{}|'".contains(character),
        }
    }
}

/// What a password lacks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PasswordProblem {
    /// It is shorter than that.
    Length(usize),
    /// It has no character of that class.
    Class(CharacterClass),
}

/// Without a policy: as long as that, and of so many of the four classes (rule E-27).
const DEFAULT_LENGTH: usize = 8;
const DEFAULT_CLASSES: usize = 3;

/// The classes that the password has nothing of.
fn missing_classes(password: &str) -> impl Iterator<Item = CharacterClass> {
    CharacterClass::ALL.into_iter().filter(|class| !password.chars().any(|character| class.has(character)))
}

/// What a password lacks by the rules of AWS that hold where an account has none.
///
/// Errors: how many of the things it lacks it must have, and which they are.
pub fn check_by_default(password: &str) -> Result<(), (usize, Vec<PasswordProblem>)> {
    if password.chars().count() < DEFAULT_LENGTH {
        return Err((1, vec![PasswordProblem::Length(DEFAULT_LENGTH)]));
    }
    let missing: Vec<_> = missing_classes(password).map(PasswordProblem::Class).collect();
    let n_wanted = missing.len().saturating_sub(CharacterClass::ALL.len() - DEFAULT_CLASSES);
    if n_wanted == 0 { Ok(()) } else { Err((n_wanted, missing)) }
}

impl PasswordPolicy {
    /// What a password lacks.
    #[must_use]
    pub fn problems(&self, password: &str) -> Vec<PasswordProblem> {
        let is_short = password.chars().count() < self.minimum_length;
        let length = is_short.then_some(PasswordProblem::Length(self.minimum_length));
        let classes = missing_classes(password).filter(|class| self.requires.contains(class));
        length.into_iter().chain(classes.map(PasswordProblem::Class)).collect()
    }

    /// When a password that was set at that moment expires; none if it never does.
    #[must_use]
    pub fn expiry(&self, set: Timestamp) -> Option<Timestamp> {
        const SECONDS_PER_DAY: i64 = 86_400;
        self.max_age_days.map(|days| set.plus_seconds(i64::from(days) * SECONDS_PER_DAY))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use PasswordProblem::{Class, Length};

    const UPPERCASE: PasswordProblem = Class(CharacterClass::Uppercase);
    const NUMBER: PasswordProblem = Class(CharacterClass::Number);
    const SYMBOL: PasswordProblem = Class(CharacterClass::Symbol);

    #[test]
    fn the_default_asks_for_eight_characters_and_three_of_four_classes() {
        assert_eq!(check_by_default("Aa1bcde"), Err((1, vec![Length(8)])));
        assert_eq!(check_by_default("abcdefg1"), Err((1, vec![UPPERCASE, SYMBOL])));
        assert_eq!(check_by_default("abcdefgh"), Err((2, vec![UPPERCASE, NUMBER, SYMBOL])));
        for password in ["Abcdefg1", "abcdef-1", "ABCDEF-1", "Abcdefg-"] {
            assert_eq!(check_by_default(password), Ok(()), "{password}");
        }
    }

    #[test]
    fn the_account_asks_for_what_it_says() {
        let policy = PasswordPolicy {
            minimum_length: 6,
            requires: BTreeSet::from([CharacterClass::Symbol, CharacterClass::Uppercase]),
            allows_change: false,
            max_age_days: Some(90),
            reuse_prevention: None,
            is_expiry_hard: None,
        };
        assert_eq!(policy.problems("abc"), [Length(6), UPPERCASE, SYMBOL]);
        assert_eq!(policy.problems("ABC.DEF"), [SYMBOL], "a full stop is none of the symbols");
        assert_eq!(policy.problems("ABC-DEF"), []);
        assert_eq!(policy.problems("ABC-DE"), [], "small letters are not asked for");
        let set = Timestamp::from_epoch_seconds(0);
        assert_eq!(policy.expiry(set).map(Timestamp::epoch_seconds), Some(90 * 86_400));
    }

    #[test]
    fn the_present_password_counts_among_those_that_are_remembered() {
        let now = Timestamp::from_epoch_seconds(0);
        let mut profile = LoginProfile::new("one", false, now);
        profile.change("two", false, now);
        assert!(profile.remembers("two", 1) && !profile.remembers("one", 1) && profile.remembers("one", 2));
        for number in 0..30 {
            profile.change(&number.to_string(), false, now);
        }
        assert!(!profile.remembers("one", 24) && profile.remembers("6", 24) && !profile.remembers("5", 24));
    }
}

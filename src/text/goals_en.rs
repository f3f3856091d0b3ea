//! What is wrong with a line of the goal language, and how the promise of a line stands, in English.

use super::code::code;
use super::listed;
use crate::api::Answer;
use crate::lessons::goal::{Expected, GoalProblem, Who};
use crate::lessons::{Evidence, Missing, Status};

pub(super) fn problem(problem: &GoalProblem) -> String {
    match problem {
        GoalProblem::Ended(wanted) => {
            format!("The line ends too early: {} is missing.{}", expected(*wanted), known(*wanted))
        }
        GoalProblem::Expected { expected: wanted, found } => {
            format!("{} does not belong here, but {}.{}", code(found), expected(*wanted), known(*wanted))
        }
        GoalProblem::Extra(found) => format!("The line is complete before {}.", code(found)),
        GoalProblem::UnclosedText => "This quotation mark has no partner.".to_owned(),
        GoalProblem::AnybodyOutsidePattern => {
            "`*` is nobody in particular: name somebody. It stands for anybody after `saw` and `never` only.".to_owned()
        }
    }
}

pub(super) fn status(status: &Status) -> Option<String> {
    match status {
        Status::Met | Status::NotMet(Evidence::Found(_) | Evidence::Answered(_)) => None,
        Status::NotYet(what) => Some(missing(what)),
        Status::NotMet(Evidence::Decided(decided)) if decided.is_only_reason => {
            Some("The answer is right; it is decided for another reason.".to_owned())
        }
        Status::NotMet(Evidence::Decided(decided)) => Some(is_answered(&decided.answer)),
        Status::NotMet(Evidence::Seen { n_seen: 0, .. }) => {
            Some("Not seen yet: it counts once it is asked or done.".to_owned())
        }
        Status::NotMet(Evidence::Seen { n_seen, of, .. }) => Some(format!("Seen: {n_seen} of {of}.")),
        Status::NotMet(Evidence::Happened(_)) => Some("It happened. Undo takes it back.".to_owned()),
        Status::NotMet(Evidence::Changed(thing)) => Some(format!("{thing} is not as it was. Undo takes it back.")),
        Status::NotMet(Evidence::Right(n)) => Some(format!("Right so far: {n}.")),
    }
}

fn is_answered(answer: &Answer) -> String {
    let at = answer.settling.map(|settling| settling.at.clock_time_with_seconds());
    match (answer.is_allowed(), at) {
        (true, None) => "This is allowed now.".to_owned(),
        (false, None) => "This is denied now.".to_owned(),
        (true, Some(at)) => format!("This is still allowed, and denied from {at} on."),
        (false, Some(at)) => format!("This is still denied, and allowed from {at} on."),
    }
}

pub(super) fn missing(missing: &Missing) -> String {
    match missing {
        Missing::Account(name) => format!("There is no account {}.", code(name)),
        Missing::User(name) => format!("There is no user {} yet.", code(name)),
        Missing::Session(who) => format!("There is no {} yet.", session(who)),
        Missing::Resource(name) => format!("There is no {} yet.", code(name)),
        Missing::Credentials(who) => format!("{} has no such credentials.", code(who)),
    }
}

/// Somebody without an article, so that "no" may stand before a session.
fn session(who: &Who) -> String {
    match who {
        Who::User(name) | Who::Service(name) => code(name),
        Who::Session { role, by, policy, is_older } => {
            let age = if *is_older { "earlier session" } else { "session" };
            let by = by.as_ref().map_or_else(String::new, |by| format!(" made by {}", maker(by)));
            let with =
                policy.as_ref().map_or_else(String::new, |name| format!(" with the session policy {}", code(name)));
            format!("{age} of the role {}{by}{with}", code(role))
        }
        Who::Descendants(name) => format!("session that comes of the key of {}", code(name)),
        Who::Portal(name) => format!("session that the access portal offers {}", code(name)),
        Who::Federated(name) => format!("session federated by {}", code(name)),
        Who::Token { who, has_mfa } => {
            let with = if *has_mfa { " with MFA" } else { "" };
            format!("session token of {}{with}", maker(who))
        }
        other => code(&other.to_string()),
    }
}

fn maker(who: &Who) -> String {
    match who {
        Who::Session { .. } | Who::Descendants(_) | Who::Portal(_) | Who::Federated(_) | Who::Token { .. } => {
            format!("a {}", session(who))
        }
        other => session(other),
    }
}

/// The words to choose from, where there are a few.
fn known(wanted: Expected) -> String {
    let words: Vec<String> = wanted.words().into_iter().map(code).collect();
    if words.len() > 1 { format!(" There are {}.", listed(&words, "and")) } else { String::new() }
}

fn expected(wanted: Expected) -> String {
    match wanted {
        Expected::Verb => "a verb".to_owned(),
        Expected::Word => "a word".to_owned(),
        Expected::Who => "somebody, such as `alice` or `session(editor by alice)`".to_owned(),
        Expected::Action => "an action, such as `s3:GetObject`".to_owned(),
        Expected::Sign(sign) => code(sign),
        Expected::Pattern => "something that happens, such as `denied(alice, s3:GetObject)` or `CreateUser`".to_owned(),
        Expected::Layer => "what decides".to_owned(),
        Expected::ReasonKind => "what the layer does".to_owned(),
        Expected::Time => "a time: `2027-01-01`, `2027-01-01T10:00:00Z` or `+15m`".to_owned(),
        Expected::Number => "a number".to_owned(),
        Expected::Fraction => "a fraction, such as `7/8`".to_owned(),
        Expected::Fact => "a circumstance, such as `tls`, `ip=203.0.113.9` or `aws:TagKeys=absent`".to_owned(),
        Expected::Comparison => "a comparison".to_owned(),
        Expected::Thing => "a thing, such as `role/editor`".to_owned(),
        Expected::Metric => "something to count or read".to_owned(),
        Expected::Countable => "something to count".to_owned(),
        Expected::Element => "an element".to_owned(),
        Expected::PasswordRule => "`password-policy.` and a rule of it".to_owned(),
        Expected::SignIn => "how it ended".to_owned(),
    }
}

//! Prints a goal as a line that reads as the same goal.

use super::cursor::is_word_sign;
use super::{
    Access, AccountSide, Comparison, Countable, CredentialKind, Duration, Element, Fact, FieldTest, Goal, Layer,
    Metric, Moment, PasswordRule, Pattern, Predicate, Property, Reason, ReasonKind, ShortFact, Thing, ThingKind, Value,
    Wanted, Who,
};
use std::fmt::{self, Display, Formatter};

/// A word, in quotes where it needs them.
struct Word<'a>(&'a str);

impl Display for Word<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let is_plain = !self.0.is_empty() && !self.0.starts_with('@') && self.0.chars().all(is_word_sign);
        if is_plain { f.write_str(self.0) } else { write!(f, "\"{}\"", self.0) }
    }
}

/// Several with something between.
struct Joined<'a, T>(&'a [T], &'a str);

impl<T: Display> Display for Joined<'_, T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for (index, item) in self.0.iter().enumerate() {
            let between = if index == 0 { "" } else { self.1 };
            write!(f, "{between}{item}")?;
        }
        Ok(())
    }
}

fn name_of<T: PartialEq>(table: &[(T, &'static str)], value: &T) -> &'static str {
    table.iter().find(|(known, _)| known == value).map_or("", |(_, name)| name)
}

fn words(values: &[Box<str>]) -> String {
    let words: Vec<String> = values.iter().map(|value| Word(value).to_string()).collect();
    words.join(", ")
}

impl Display for Goal {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Can(access) => write!(f, "can {access}"),
            Self::Cannot(access) => write!(f, "cannot {access}"),
            Self::Every(lines) => Joined(lines, " also ").fmt(f),
            Self::Saw(patterns) => write!(f, "saw {}", Joined(patterns, " then ")),
            Self::SawWithout(patterns, pattern) => write!(f, "saw {} without {pattern}", Joined(patterns, " then ")),
            Self::Never(pattern) => write!(f, "never {pattern}"),
            Self::State(predicates) => write!(f, "state {}", Joined(predicates, " and ")),
            Self::Keep(things) => write!(f, "keep {}", Joined(things, ", ")),
            Self::Budget { metric, at_most } => write!(f, "budget {metric} <= {at_most}"),
            Self::Answer { name, wanted, after } => {
                match wanted {
                    Wanted::Value(value) => write!(f, "answer {} = {}", Word(name), Word(value))?,
                    Wanted::Values(values) => write!(f, "answer {} = {{{}}}", Word(name), words(values))?,
                    Wanted::AtLeast { right, of } => write!(f, "answer {} >= {right}/{of}", Word(name))?,
                }
                if after.is_empty() { Ok(()) } else { write!(f, " after {}", Joined(after, " and ")) }
            }
        }
    }
}

impl Display for Access {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}{}", self.who, Word(&self.action), Word(&self.resource), Facts(&self.facts))?;
        if let Some(at) = &self.at {
            write!(f, " @ {at}")?;
        }
        because(f, self.because)
    }
}

fn because(f: &mut Formatter<'_>, reason: Option<Reason>) -> fmt::Result {
    reason.map_or(Ok(()), |reason| write!(f, " because {reason}"))
}

impl Display for Moment {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(time) => f.write_str(&time.to_string()[.."2027-01-01".len()]),
            Self::At(time) => time.fmt(f),
            Self::After(duration) => write!(f, "+{duration}"),
        }
    }
}

impl Display for Duration {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.count, self.unit.letter())
    }
}

impl Display for Reason {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let side = self.side.map(|side| name_of(&AccountSide::ALL, &side));
        let layer = self.layer.map(|layer| name_of(&Layer::ALL, &layer));
        let between = if side.is_some() && layer.is_some() { " " } else { "" };
        write!(f, "{}{between}{}", side.unwrap_or_default(), layer.unwrap_or_default())?;
        let colon = if self.layer.is_some() { ":" } else { "" };
        self.kind.map_or(Ok(()), |kind| write!(f, "{colon}{}", name_of(&ReasonKind::ALL, &kind)))
    }
}

impl Display for Who {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Anybody => f.write_str("*"),
            Self::User(name) => Word(name).fmt(f),
            Self::Root(None) => f.write_str("root"),
            Self::Root(Some(account)) => write!(f, "root({})", Word(account)),
            Self::Session { role, by, policy, is_older } => {
                write!(f, "session({}", Word(role))?;
                by.as_ref().map_or(Ok(()), |by| write!(f, " by {by}"))?;
                policy.as_ref().map_or(Ok(()), |policy| write!(f, ", policy={}", Word(policy)))?;
                if *is_older {
                    f.write_str(", older")?;
                }
                f.write_str(")")
            }
            Self::Descendants(name) => write!(f, "descendants({})", Word(name)),
            Self::Portal(name) => write!(f, "portal({})", Word(name)),
            Self::Federated(name) => write!(f, "federated({})", Word(name)),
            Self::Token { who, has_mfa } => write!(f, "token({who}{})", if *has_mfa { ", mfa" } else { "" }),
            Self::Service(host) => write!(f, "service({})", Word(host)),
            Self::ServiceLinkedRole(name) => write!(f, "slr({})", Word(name)),
            Self::Fresh(name) => write!(f, "fresh({})", Word(name)),
            Self::App(name) => write!(f, "app({})", Word(name)),
            Self::Subject { provider, claims } => {
                write!(f, "subject({}", Word(provider))?;
                claims.iter().try_for_each(|(claim, value)| write!(f, ", {}={}", Word(claim), Word(value)))?;
                f.write_str(")")
            }
            Self::Anonymous => f.write_str("anonymous"),
            Self::With { who, credentials, facts } => {
                let kind = credentials.map(|kind| name_of(&CredentialKind::ALL, &kind));
                let between = if kind.is_some() && !facts.is_empty() { ", " } else { "" };
                write!(f, "{who}[{}{between}{}]", kind.unwrap_or_default(), Joined(facts, ", "))
            }
        }
    }
}

struct Facts<'a>(&'a [Fact]);

impl Display for Facts<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() { Ok(()) } else { write!(f, " [{}]", Joined(self.0, ", ")) }
    }
}

impl Display for Fact {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Short(short, value) => {
                let known = ShortFact::ALL.into_iter().find(|(known, ..)| known == short);
                let (_, word, takes_value) = known.unwrap_or((*short, "", false));
                f.write_str(word)?;
                if takes_value { write!(f, "={}", Word(value)) } else { Ok(()) }
            }
            Self::One(key, value) if &**value == "absent" => write!(f, "{}=\"absent\"", Word(key)),
            Self::One(key, value) => write!(f, "{}={}", Word(key), Word(value)),
            Self::Many(key, values) => write!(f, "{}={{{}}}", Word(key), words(values)),
            Self::Absent(key) => write!(f, "{}=absent", Word(key)),
        }
    }
}

impl Display for Pattern {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Decided { is_allowed, who, action, resource, facts, because: reason } => {
                let verb = if *is_allowed { "allowed" } else { "denied" };
                write!(f, "{verb}({who}, {}{})", Word(action), Next(resource.as_deref()))?;
                write!(f, "{}", Facts(facts))?;
                because(f, *reason)
            }
            Self::NotAuthenticated { who, code, action, resource } => {
                let next = [code, action, resource].map(|next| Next(next.as_deref()).to_string());
                write!(f, "authfail({who}{})", next.concat())
            }
            Self::Recorded { who, action, resource } => {
                write!(f, "recorded({who}, {}{})", Word(action), Next(resource.as_deref()))
            }
            Self::Failed { code, operation, fields, by } => {
                write!(f, "error {}", Word(code))?;
                if let Some(operation) = operation {
                    let between = if fields.is_empty() { "" } else { ", " };
                    write!(f, "({}{between}{})", Word(operation), Joined(fields, ", "))?;
                }
                by.as_ref().map_or(Ok(()), |by| write!(f, " by {by}"))
            }
            Self::Done { operation, fields, by } => {
                Word(operation).fmt(f)?;
                if !fields.is_empty() {
                    write!(f, "({})", Joined(fields, ", "))?;
                }
                by.as_ref().map_or(Ok(()), |by| write!(f, " by {by}"))
            }
            Self::SignIn { who, is_ok, code } => {
                write!(f, "signin({who}) {}", if *is_ok { "ok" } else { "failed" })?;
                code.as_ref().map_or(Ok(()), |code| write!(f, " {}", Word(code)))
            }
            Self::Changed(thing) => write!(f, "changed({thing})"),
        }
    }
}

/// One argument more, if there is one.
struct Next<'a>(Option<&'a str>);

impl Display for Next<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0.map_or(Ok(()), |next| write!(f, ", {}", Word(next)))
    }
}

impl Display for FieldTest {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}{}", Word(&self.field), name_of(&Comparison::ALL, &self.comparison), Word(&self.value))
    }
}

impl Display for Thing {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let kind = name_of(&ThingKind::ALL, &self.kind);
        match (&self.account, self.kind) {
            (None, ThingKind::Root | ThingKind::Anything) => f.write_str(kind),
            (Some(account), ThingKind::Root) => write!(f, "root({})", Word(account)),
            (None, _) => Word(&format!("{kind}/{}", self.name)).fmt(f),
            (Some(account), _) => Word(&format!("{account}/{kind}/{}", self.name)).fmt(f),
        }
    }
}

impl Display for Metric {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Of(property, thing) => write!(f, "{}({thing})", name_of(&Property::ALL, property)),
            Self::Count(countable, thing) => {
                write!(f, "count({}", name_of(&Countable::ALL, countable))?;
                thing.as_ref().map_or(Ok(()), |thing| write!(f, " of {thing}"))?;
                f.write_str(")")
            }
            Self::PasswordPolicy(rule) => write!(f, "password-policy.{}", name_of(&PasswordRule::ALL, rule)),
            Self::Wildcards(element) => write!(f, "wildcards({})", name_of(&Element::ALL, element)),
            Self::Statements => f.write_str("statements"),
            Self::NotAction => f.write_str("not-action"),
            Self::Calls => f.write_str("calls"),
            Self::FailedCalls => f.write_str("failed-calls"),
            Self::Minutes => f.write_str("minutes"),
            Self::Denied(who) => write!(f, "denied({who})"),
            Self::UnusedActions(who) => write!(f, "unused-actions({who})"),
        }
    }
}

impl Display for Predicate {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.metric, name_of(&Comparison::ALL, &self.comparison), self.value)
    }
}

impl Display for Value {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Duration(duration) => duration.fmt(f),
            Self::Names(names) => write!(f, "{{{}}}", words(names)),
            Self::YesNo(is_yes) => f.write_str(if *is_yes { "yes" } else { "no" }),
            Self::Name(name) => Word(name).fmt(f),
        }
    }
}

//! Practice items in words: what is asked, what is shown, what may be answered, what a review says.
//!
//! Prompts are one or two short sentences. Policies are shown as they are written, never retold.

mod en;
mod es;

use super::Language;
use crate::arn::AccountId;
use crate::eval::Decision;
use crate::practice::{
    Actor, Circumstance, Fact, GivenError, Item, ItemKind, Place, Reader, ResultsError, Right, Sureness, Twist,
};

/// Calls the function of that name in the language's module.
macro_rules! say {
    ($language:expr, $function:ident($($argument:expr),*)) => {
        match $language {
            Language::English => en::$function($($argument),*),
            Language::Spanish => es::$function($($argument),*),
        }
    };
}

/// A fact as it is shown: a line, and the document under it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ShownFact {
    /// The line, or what the document is.
    pub text: String,
    /// The document as it is written.
    pub document: Option<Box<str>>,
}

/// What a review says beside the traces.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReviewText {
    /// What is right.
    pub right: String,
    /// What there was to look at.
    pub twists: Vec<&'static str>,
    /// Which rules of thumb go wrong here.
    pub readers: Vec<&'static str>,
}

/// The names of accounts, as the sentences need them.
struct Names<'a>(&'a Item);

impl Names<'_> {
    fn of(&self, account: AccountId) -> String {
        let mut accounts = self.0.scenario.accounts.iter();
        accounts.find(|it| it.id == account).map_or_else(|| account.to_string(), |it| it.name.to_string())
    }

    /// Whether the learner is told of a second access key of the user.
    fn has_two_keys(&self, name: &str) -> bool {
        let is_second = |fact: &Fact| matches!(fact, Fact::Key { user, nth, .. } if **user == *name && *nth > 1);
        self.0.facts.iter().any(is_second)
    }

    /// The account's name, where there is more than one account.
    fn told(&self, account: AccountId) -> Option<String> {
        (self.0.scenario.accounts.len() > 1).then(|| self.of(account))
    }
}

/// What is asked: one or two short sentences.
#[must_use]
pub fn prompt(language: Language, item: &Item) -> String {
    let resource = super::short_resource(&item.asked.resource);
    let resource = (resource != "*").then_some(resource);
    let question = match (item.kind, item.asked.who.first()) {
        (ItemKind::Predict, Some(who)) => {
            say!(language, may(&actor(language, item, who), &item.asked.action, resource))
        }
        _ => say!(language, who_can(&item.asked.action, resource)),
    };
    let clauses: Vec<String> = item.asked.circumstances.iter().map(|it| say!(language, circumstance(it))).collect();
    if clauses.is_empty() {
        return question;
    }
    format!("{question} {}", say!(language, the_call(&clauses)))
}

/// What the learner does.
#[must_use]
pub fn task(language: Language, kind: ItemKind) -> &'static str {
    say!(language, task(kind))
}

/// Somebody who is asked about.
#[must_use]
pub fn actor(language: Language, item: &Item, actor: &Actor) -> String {
    let names = Names(item);
    match actor {
        Actor::User { account, name } => match names.told(*account) {
            Some(account) => format!("{name} ({account})"),
            None => name.to_string(),
        },
        Actor::Key { name, nth, .. } => say!(language, with_key(name, names.has_two_keys(name).then_some(*nth))),
        Actor::UserSession { name, has_mfa, .. } => say!(language, with_token(name, *has_mfa)),
        Actor::Session { role, session, .. } => say!(language, session(role, session)),
        Actor::Federated { by, name, .. } => say!(language, federated(name, by)),
        Actor::Instance { name, .. } => say!(language, instance(name)),
        Actor::Service { name } => say!(language, service(name)),
        Actor::Token { provider, subject } => {
            let issuer = provider.split_once("oidc-provider/").map_or(&**provider, |(_, address)| address);
            say!(language, token(issuer, subject))
        }
        Actor::Root { account } => say!(language, root(&names.of(*account))),
        Actor::Anonymous => say!(language, anonymous()).to_owned(),
    }
}

/// Something that is so in the item's world.
#[must_use]
pub fn fact(language: Language, item: &Item, fact: &Fact) -> ShownFact {
    let document = match fact {
        Fact::Identity { document, .. }
        | Fact::BucketPolicy { document, .. }
        | Fact::KmsKey { document, .. }
        | Fact::Trust { document, .. }
        | Fact::Boundary { document, .. }
        | Fact::Version { document, .. }
        | Fact::Federated { document, .. }
        | Fact::PutLater { document, .. }
        | Fact::Rcp { document, .. }
        | Fact::Scp { document, .. } => Some(document.clone()),
        Fact::Session { document, .. } => document.clone(),
        _ => None,
    };
    ShownFact { text: say!(language, fact(fact, &Names(item))), document }
}

/// A verdict that may be chosen.
#[must_use]
pub fn verdict(language: Language, verdict: Decision) -> &'static str {
    say!(language, verdict(verdict))
}

/// What decides, as it may be chosen.
#[must_use]
pub fn place(language: Language, place: Place) -> &'static str {
    say!(language, place(place))
}

/// How sure somebody is, as it may be ticked.
#[must_use]
pub fn sureness(language: Language, sureness: Sureness) -> &'static str {
    say!(language, sureness(sureness))
}

/// What was twisted, as a hint on where to look.
#[must_use]
pub fn twist(language: Language, twist: Twist) -> &'static str {
    say!(language, twist(twist))
}

/// Why a rule of thumb goes wrong.
#[must_use]
pub fn reader(language: Language, reader: Reader) -> &'static str {
    say!(language, reader(reader))
}

/// What a review says of an item.
#[must_use]
pub fn review(language: Language, item: &Item) -> ReviewText {
    let right = match item.right() {
        Right::Predict(decision, at) => say!(language, right(verdict(language, *decision), place(language, *at))),
        Right::WhoCan(may) => {
            let who: Vec<String> = may.iter().map(|who| actor(language, item, who)).collect();
            say!(language, they_can(&who))
        }
    };
    ReviewText {
        right,
        twists: item.twists.iter().map(|it| twist(language, *it)).collect(),
        readers: item.misled.iter().map(|it| reader(language, *it)).collect(),
    }
}

/// Why a results file gives no score.
#[must_use]
pub fn results_error(language: Language, error: &ResultsError) -> String {
    say!(language, results_error(error))
}

/// Why an answer is not taken.
#[must_use]
pub fn given_error(language: Language, error: GivenError) -> &'static str {
    say!(language, given_error(error))
}

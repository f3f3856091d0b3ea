//! The labels of the interface, in both languages; a label that one of them lacks does not compile.
//!
//! Each panel has its own list. Sentences that explain answers are not here but in the engine's
//! `text`.

mod ask;
mod build;
mod common;
mod compute;
mod evidence;
mod exchange;
mod identity;
mod learn;
mod organization;
mod outside;
mod packs;
mod practice;
mod reference;
mod rules;
mod time;
mod trail;
mod ways;
mod why;
mod world;

pub use ask::AskStrings;
pub use build::BuildStrings;
pub use common::CommonStrings;
pub use compute::ComputeStrings;
pub use evidence::EvidenceStrings;
pub use exchange::ExchangeStrings;
pub use identity::{CredentialStrings, IdentityStrings, KindStrings};
pub use learn::LearnStrings;
pub use organization::OrganizationStrings;
pub use outside::{OutsideStrings, WayStrings};
pub use packs::PacksStrings;
pub use practice::PracticeStrings;
pub use reference::ReferenceStrings;
pub use rules::RuleStrings;
pub use time::TimeStrings;
pub use trail::TrailStrings;
pub use ways::WaysStrings;
pub use why::WhyStrings;
pub use world::WorldStrings;

use iam_sandbox::text::Language;

/// All labels of one language.
#[derive(Debug)]
pub struct Strings {
    /// Top bar, notices, tabs, help.
    pub common: CommonStrings,
    /// The Ask bar.
    pub ask: AskStrings,
    /// Boundaries, keys, endpoints, public access, sessions of a user.
    pub build: BuildStrings,
    /// The card of a credential.
    pub credential: CredentialStrings,
    /// What runs, and what has a policy of its own.
    pub compute: ComputeStrings,
    /// Rows, facts and forms of users, root users and accounts.
    pub identity: IdentityStrings,
    /// The rail and the flips.
    pub why: WhyStrings,
    /// Documents and the editor.
    pub evidence: EvidenceStrings,
    /// The list of lessons, the player, the terminal.
    pub learn: LearnStrings,
    /// Practice items.
    pub practice: PracticeStrings,
    /// Accounts as files.
    pub exchange: ExchangeStrings,
    /// Packs of lessons, progress as a file.
    pub packs: PacksStrings,
    /// The order of evaluation, the myth cards, the glossary.
    pub reference: ReferenceStrings,
    /// The rule sheet and the rule book.
    pub rules: RuleStrings,
    /// The tree and its forms.
    pub world: WorldStrings,
    /// The organization in the world.
    pub organization: OrganizationStrings,
    /// Identity providers, and the walk of those who come in by them.
    pub outside: OutsideStrings,
    /// What else lets somebody or something in.
    pub ways: WaysStrings,
    /// Clock, lanes, events.
    pub time: TimeStrings,
    /// What was changed, records, looking events up.
    pub trail: TrailStrings,
}

const ENGLISH: Strings = Strings {
    common: common::EN,
    ask: ask::EN,
    build: build::EN,
    credential: identity::CREDENTIAL_EN,
    compute: compute::EN,
    identity: identity::IDENTITY_EN,
    why: why::EN,
    evidence: evidence::EN,
    learn: learn::EN,
    practice: practice::EN,
    exchange: exchange::EN,
    packs: packs::EN,
    reference: reference::EN,
    rules: rules::EN,
    world: world::EN,
    organization: organization::EN,
    outside: outside::EN,
    ways: ways::EN,
    time: time::EN,
    trail: trail::EN,
};

const SPANISH: Strings = Strings {
    common: common::ES,
    ask: ask::ES,
    build: build::ES,
    credential: identity::CREDENTIAL_ES,
    compute: compute::ES,
    identity: identity::IDENTITY_ES,
    why: why::ES,
    evidence: evidence::ES,
    learn: learn::ES,
    practice: practice::ES,
    exchange: exchange::ES,
    packs: packs::ES,
    reference: reference::ES,
    rules: rules::ES,
    world: world::ES,
    organization: organization::ES,
    outside: outside::ES,
    ways: ways::ES,
    time: time::ES,
    trail: trail::ES,
};

/// The labels of `language`.
#[must_use]
pub fn strings(language: Language) -> &'static Strings {
    match language {
        Language::English => &ENGLISH,
        Language::Spanish => &SPANISH,
    }
}

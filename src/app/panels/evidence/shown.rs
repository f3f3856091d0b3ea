//! What Evidence shows: chosen from what was opened by hand, the lit statement, or the station that
//! decides.

use crate::app::store::AppState;
use crate::app::strings::EvidenceStrings;
use iam_sandbox::analysis::{DocumentRef, document_of};
use iam_sandbox::api::CheckRecord;
use iam_sandbox::authz::Authenticated;
use iam_sandbox::eval::{
    AppliedPolicy, Attachment, PolicyLayer, Principal, Side, StatementRef, Station, StationOutcome,
};
use iam_sandbox::policy::PolicyKind;
use iam_sandbox::span::Span;
use iam_sandbox::text::{Explanation, Tone, short_resource};
use std::sync::Arc;

/// A document with what is known about it here.
#[derive(Clone, PartialEq, Debug)]
pub struct DocumentView {
    /// Where it stands in the world; none for what is fixed, as a session policy is.
    pub document: Option<DocumentRef>,
    /// By which name people call it.
    pub name: String,
    /// As it is saved, or was when the answer was given.
    pub text: Option<Arc<str>>,
    /// Its grammar.
    pub kind: PolicyKind,
    /// The statement that decides.
    pub lit: Option<Span>,
    /// The colour of the decision.
    pub tone: Tone,
    /// Whether it is what the world holds now.
    pub is_current: bool,
    /// The other documents of the same station, by name.
    pub siblings: Vec<(String, DocumentRef)>,
}

/// What Evidence shows.
#[derive(Clone, PartialEq, Debug)]
pub enum Shown {
    /// A policy document.
    Document(DocumentView),
    /// The caller has no policies.
    Shelf {
        /// Who.
        who: String,
        /// The key of the user or role in the world.
        object: String,
    },
    /// The resource has no policy of its own.
    ResourceWithoutPolicy {
        /// Which.
        owner: String,
    },
    /// The credentials that were checked.
    Credentials,
    /// What the station is for.
    Purpose(&'static str),
}

impl Shown {
    /// Chooses.
    pub fn of(state: &AppState, explanation: &Explanation) -> Self {
        let chosen = Self::chosen(state, explanation);
        let Some(document) = &state.document else { return chosen };
        let mut view = opened(state, document, explanation.tone);
        // Who goes from one document of a station to another finds the way back.
        if let Self::Document(of_station) = chosen
            && of_station.siblings.iter().any(|(_, sibling)| sibling == document)
        {
            view.siblings = of_station.siblings;
        }
        Self::Document(view)
    }

    /// What the answer points at.
    fn chosen(state: &AppState, explanation: &Explanation) -> Self {
        let station = state.station.unwrap_or(explanation.deciding);
        let view = &explanation.stations[usize::from(station.number())];
        let check = state.answer.check(state.check);
        // A gate that stops the call comes before every station.
        let gate = explanation.gate.as_ref().filter(|gate| gate.is_stopped() && state.station.is_none());
        let first = gate.map_or(&view.shown, |gate| &gate.shown).first();
        let statement = state.statement.or(first.copied());
        match (check, statement, station) {
            (Some(check), Some(at), _) => of_statement(state, check, at, explanation.tone),
            (_, _, Station::Authentication) => Self::Credentials,
            (Some(check), None, Station::Identity) => shelf(state, check, view.purpose),
            (Some(check), None, Station::Resource) => without_policy(check, view.purpose),
            _ => Self::Purpose(view.purpose),
        }
    }

    /// The documents that grant on both sides of a request across accounts, as long as nothing else was
    /// opened.
    pub fn grants(state: &AppState, explanation: &Explanation) -> Vec<(Side, DocumentView)> {
        let is_untouched = state.document.is_none() && state.station.is_none() && state.statement.is_none();
        let is_wanted = is_untouched && explanation.sides.is_some() && explanation.tone == Tone::Allow;
        let Some(check) = state.answer.check(state.check).filter(|_| is_wanted) else { return Vec::new() };
        // The caller’s account comes first, as on the rails.
        let granting = explanation.stations.iter().rev().filter(|view| view.outcome == StationOutcome::Granted);
        let documents =
            granting.filter_map(|view| match of_statement(state, check, *view.shown.first()?, Tone::Allow) {
                Self::Document(document) => Some((view.side, document)),
                _ => None,
            });
        documents.collect()
    }

    /// What stands beside the title of the zone.
    pub fn title(&self, labels: &EvidenceStrings) -> String {
        match self {
            Self::Document(view) => view.name.clone(),
            Self::Shelf { who, .. } => (labels.identity_policies)(who),
            Self::ResourceWithoutPolicy { owner } => owner.clone(),
            Self::Credentials | Self::Purpose(_) => String::new(),
        }
    }
}

fn opened(state: &AppState, document: &DocumentRef, tone: Tone) -> DocumentView {
    let stored = document.stored(state.sandbox.world());
    DocumentView {
        name: document.name_in(state.sandbox.world()).to_owned(),
        text: stored.map(|stored| Arc::clone(stored.policy().text())),
        kind: document.policy_kind(),
        lit: None,
        tone,
        is_current: true,
        siblings: Vec::new(),
        document: Some(document.clone()),
    }
}

fn of_statement(state: &AppState, check: &CheckRecord, at: StatementRef, tone: Tone) -> Shown {
    let policies = check.policies.layer(at.layer);
    let Some(applied) = policies.get(usize::from(at.policy)) else { return Shown::Purpose("") };
    let document = document_of(check, at);
    let text = Arc::clone(applied.policy.text());
    let now = document.as_ref().and_then(|document| document.stored(state.sandbox.world()));
    let statement = applied.policy.document().statements.get(usize::from(at.statement));
    let matched = check.trace.statements(at.layer).any(|(statement, matched)| statement == at && matched);
    let siblings = policies.iter().enumerate().filter(|_| policies.len() > 1).filter_map(|(index, policy)| {
        let policy_at = StatementRef { policy: u16::try_from(index).ok()?, statement: 0, ..at };
        Some((policy.name.to_string(), document_of(check, policy_at)?))
    });
    Shown::Document(DocumentView {
        name: applied.name.to_string(),
        is_current: now.is_some_and(|now| *now.policy().text() == text),
        text: Some(text),
        kind: document.as_ref().map_or(kind_of(at.layer, applied), DocumentRef::policy_kind),
        lit: statement.map(|statement| statement.span),
        tone: if matched || tone != Tone::Allow { tone } else { Tone::Implicit },
        siblings: siblings.collect(),
        document,
    })
}

fn kind_of(layer: PolicyLayer, applied: &AppliedPolicy) -> PolicyKind {
    match layer {
        PolicyLayer::Resource if applied.attachment == Attachment::Grant => PolicyKind::Key,
        PolicyLayer::VpcEndpoint => PolicyKind::VpcEndpoint,
        PolicyLayer::Rcp => PolicyKind::Rcp,
        PolicyLayer::Scp => PolicyKind::Scp,
        PolicyLayer::Resource => PolicyKind::Resource,
        PolicyLayer::Identity | PolicyLayer::PermissionsBoundary => PolicyKind::Identity,
        PolicyLayer::Session => PolicyKind::Session,
    }
}

fn shelf(state: &AppState, check: &CheckRecord, purpose: &'static str) -> Shown {
    let caller = state.answer.authentication.as_ref().ok().and_then(Authenticated::caller);
    let holder = caller.and_then(|caller| match &caller.principal {
        Principal::User { arn, account } => Some(("user", account, arn.last_name())),
        Principal::AssumedRole { role, account, .. } => Some(("role", account, role.last_name())),
        _ => None,
    });
    match holder.filter(|_| check.policies.layer(PolicyLayer::Identity).is_empty()) {
        Some((kind, account, name)) => {
            Shown::Shelf { who: name.to_owned(), object: format!("{kind}/{account}/{name}") }
        }
        None => Shown::Purpose(purpose),
    }
}

fn without_policy(check: &CheckRecord, purpose: &'static str) -> Shown {
    if !check.policies.layer(PolicyLayer::Resource).is_empty() {
        return Shown::Purpose(purpose);
    }
    let resource = short_resource(&check.request.resource);
    Shown::ResourceWithoutPolicy { owner: resource.split('/').next().unwrap_or(resource).to_owned() }
}

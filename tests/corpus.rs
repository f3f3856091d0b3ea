//! The corpus: the rules of AWS IAM as prose, each with policies and requests that show it.
//!
//! The files in `tests/corpus` explain their own conventions, at the top of the first. Every
//! heading is one test. Expected decisions come from the documentation and are never written by a
//! program. Each request is decided twice, with and without a trace, and the trace must tell a
//! story that fits the verdict, which is then told in both languages.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, unreachable_pub, clippy::unwrap_used, reason = "a test program: a panic is how it reports")]

#[path = "corpus/book.rs"]
mod book;
#[path = "corpus/explained.rs"]
mod explained;
#[path = "corpus/invariants.rs"]
mod invariants;
#[path = "corpus/names.rs"]
mod names;
#[path = "corpus/reader.rs"]
mod reader;

use iam_sandbox::api::{CheckRecord, access_denied};
use iam_sandbox::eval::{
    ApplicablePolicies, AppliedPolicy, AuthorizationRequest, DecidedBy, Decision, LayerSet, PolicyLayer,
    PrincipalPolicies, ResourcePolicies, ResourcePolicyRule, TraceEvent, Verdict, authorize, authorize_traced,
};
use iam_sandbox::policy::{Policy, PolicyKind};
use iam_sandbox::rule::Rule;
use iam_sandbox::text::{Language, statement_rows};
use libtest_mimic::{Arguments, Failed, Trial};
use reader::{Case, Document, Layer, Row, Section};
use std::collections::BTreeMap;
use std::sync::Arc;

fn main() {
    let sections = Arc::new(reader::sections());
    let mut trials: Vec<Trial> = (0..sections.len())
        .map(|index| {
            let sections = Arc::clone(&sections);
            Trial::test(sections[index].name(), move || check_section(&sections[index]))
        })
        .collect();
    for (name, check) in book::CHECKS {
        let sections = Arc::clone(&sections);
        trials.push(Trial::test(*name, move || failed(check(&sections))));
    }
    trials.push(Trial::test("the book: the rules that decide are those that traces name", move || {
        failed(deciding_rules(&sections))
    }));
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}

fn check_section(section: &Section) -> Result<(), Failed> {
    let mut problems = section.problems.clone();
    problems.extend(section.examples.iter().filter_map(|document| check_diagnostics(document).err()));
    for case in &section.cases {
        for document in &case.documents {
            problems.extend(check_diagnostics(document).err());
        }
        problems.extend(case.rows.iter().filter_map(|row| check_row(case, row).err()));
    }
    failed(problems)
}

fn failed(problems: Vec<String>) -> Result<(), Failed> {
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n").into()) }
}

/// The diagnostics of a document are those that its fence announces, in the order of the text.
fn check_diagnostics(document: &Document) -> Result<(), String> {
    let parsed = Policy::parse(&document.text, kind(document.layer));
    let place = |start: usize, text: &str| match text {
        "" => 1,
        _ => document.text[..start].matches(text).count() + 1,
    };
    let found: Vec<_> = parsed
        .diagnostics
        .iter()
        .map(|diagnostic| {
            let text = diagnostic.span.of(&document.text).to_owned();
            (diagnostic.rule.code().to_owned(), place(diagnostic.span.start as usize, &text), text)
        })
        .collect();
    let expected: Vec<_> =
        document.errors.iter().map(|error| (error.rule.clone(), error.occurrence, error.at.clone())).collect();
    if found == expected {
        return Ok(());
    }
    Err(format!("{}: expected the diagnostics {expected:?}, found {found:?}", document.place))
}

fn check_row(case: &Case, row: &Row) -> Result<(), String> {
    let request = names::request(row).map_err(|problem| format!("{}: {problem}", row.place))?;
    let policies = policies(case, &request).ok_or_else(|| format!("{}: a policy cannot be read", row.place))?;
    let plain = authorize(&request, &policies);
    let (traced, trace) = authorize_traced(&request, &policies);
    if plain != traced {
        return Err(format!("{}: plain {plain:?}, traced {traced:?}", row.place));
    }
    let found = words(traced);
    if found != (&*row.decision, &*row.decided_by) {
        let expected = (&row.decision, &row.decided_by);
        return Err(format!("{}: expected {expected:?}, found {found:?}", row.place));
    }
    check_message(row, &request, &policies, traced)?;
    invariants::check(traced, &trace, &request, &policies).map_err(|problem| format!("{}: {problem}", row.place))?;
    let record = CheckRecord { request, policies, verdict: traced, trace };
    explained::check(&record).map_err(|problem| format!("{}: {problem}", row.place))
}

/// What AWS's error says, code and message, where the table tells it.
fn check_message(
    row: &Row,
    request: &AuthorizationRequest,
    policies: &ApplicablePolicies,
    verdict: Verdict,
) -> Result<(), String> {
    let Some(expected) = &row.message else { return Ok(()) };
    let error = (!verdict.is_allowed()).then(|| access_denied(request, policies, &verdict));
    let found = error.map(|error| format!("{}: {}", error.code, error.message)).unwrap_or_default();
    if found == *expected { Ok(()) } else { Err(format!("{}: expected {expected}, found {found}", row.place)) }
}

/// Every rule that the trace of a request names, at a station or beside an element of a statement, is one
/// that decides, and every one that decides is named.
fn deciding_rules(sections: &[Section]) -> Vec<String> {
    let rows = sections.iter().flat_map(|section| &section.cases);
    let rows = rows.flat_map(|case| case.rows.iter().map(move |row| (case, row)));
    let mut named = BTreeMap::new();
    for (case, row) in rows {
        let Some(request) = names::request(row).ok() else { continue };
        let Some(policies) = policies(case, &request) else { continue };
        let (verdict, trace) = authorize_traced(&request, &policies);
        let record = CheckRecord { request, policies, verdict, trace };
        let stations = record.trace.events().iter().filter_map(|event| match event {
            TraceEvent::Gate { rule, .. } | TraceEvent::Station { rule, .. } => Some(*rule),
            _ => None,
        });
        let cells = statement_rows(&record, Language::English).flat_map(|row| row.cells);
        let lines = cells.flat_map(|cell| cell.lines).map(|line| line.rule);
        for rule in stations.chain(lines) {
            named.entry(rule).or_insert(&*row.place);
        }
    }
    let unlisted = named.iter().filter(|(rule, _)| !rule.decides());
    let mut problems: Vec<_> =
        unlisted.map(|(rule, place)| format!("{place}: {rule} decides; src/rule/deciding.rs lacks it")).collect();
    let unnamed = Rule::ALL.iter().filter(|rule| rule.decides() && !named.contains_key(rule));
    problems.extend(unnamed.map(|rule| format!("{rule}: listed in src/rule/deciding.rs, but no trace names it")));
    problems
}

/// The words of the last two columns.
fn words(verdict: Verdict) -> (&'static str, &'static str) {
    let decision = match verdict.decision {
        Decision::Allowed => "allowed",
        Decision::ExplicitDeny => "explicit deny",
        Decision::ImplicitDeny => "implicit deny",
        Decision::CannotSay => "cannot say",
    };
    let decided_by = match verdict.decided_by {
        DecidedBy::Layer(PolicyLayer::VpcEndpoint) => "vpce",
        DecidedBy::Layer(PolicyLayer::Rcp) => "rcp",
        DecidedBy::Layer(PolicyLayer::Scp) => "scp",
        DecidedBy::Layer(PolicyLayer::Resource) => "resource",
        DecidedBy::Layer(PolicyLayer::Identity) => "identity",
        DecidedBy::Layer(PolicyLayer::PermissionsBoundary) => "boundary",
        DecidedBy::Layer(PolicyLayer::Session) => "session",
        DecidedBy::IdentityAndResource => "identity+resource",
        DecidedBy::Root => "root",
        DecidedBy::Exempt => "exempt",
        DecidedBy::Unknown => "",
    };
    (decision, decided_by)
}

fn kind(layer: Layer) -> PolicyKind {
    match layer {
        Layer::Identity | Layer::Boundary => PolicyKind::Identity,
        Layer::Session => PolicyKind::Session,
        Layer::Resource => PolicyKind::Resource,
        Layer::Trust => PolicyKind::Trust,
        Layer::Key => PolicyKind::Key,
        Layer::Scp => PolicyKind::Scp,
        Layer::Rcp => PolicyKind::Rcp,
        Layer::VpcEndpoint => PolicyKind::VpcEndpoint,
    }
}

/// The policies of a case that bear on one of its requests; none if one of them has errors.
fn policies(case: &Case, request: &AuthorizationRequest) -> Option<ApplicablePolicies> {
    let of = |layers: &[Layer], account: Option<String>| -> Option<Vec<AppliedPolicy>> {
        let bears = |document: &&Document| {
            layers.contains(&document.layer) && account.as_ref().is_none_or(|id| *id == document.account)
        };
        case.documents.iter().filter(bears).map(applied).collect()
    };
    let some = |policies: Vec<AppliedPolicy>| (!policies.is_empty()).then_some(policies);
    let caller = request.principal.account().map(|account| account.to_string()).unwrap_or_default();
    let is_management_account = caller == names::MANAGEMENT_ACCOUNT;
    // Management is in the organization whose policies the case has, and yet is not bound by them.
    let scps = of(&[Layer::Scp], (!is_management_account).then_some(caller))?;
    let n_scp_levels = scps.iter().map(|policy| policy.level + 1).max().unwrap_or_default();
    let principal = PrincipalPolicies {
        identity: of(&[Layer::Identity], None)?,
        permissions_boundary: some(of(&[Layer::Boundary], None)?),
        session: some(of(&[Layer::Session], None)?),
        scps: some(scps),
        n_scp_levels,
        is_management_account,
    };
    let owner = request.resource_account.to_string();
    let resource = ResourcePolicies {
        resource: of(&[Layer::Resource, Layer::Trust, Layer::Key], None)?,
        rule: resource_policy_rule(case, request),
        is_public_access_blocked: case.documents.iter().any(|document| document.name == "block-public-access"),
        is_management_account: owner == names::MANAGEMENT_ACCOUNT,
        rcps: some(of(&[Layer::Rcp], Some(owner))?),
    };
    let vpc_endpoint = some(of(&[Layer::VpcEndpoint], None)?);
    let (principal, resource) = (Arc::new(principal), Arc::new(resource));
    let is_unknown = |document: &&Document| document.name == "unknown";
    let unknown = case.documents.iter().filter(is_unknown).map(|document| policy_layer(document.layer));
    let unknown = unknown.fold(LayerSet::EMPTY, LayerSet::with);
    Some(ApplicablePolicies { principal, resource, vpc_endpoint, unknown })
}

fn policy_layer(layer: Layer) -> PolicyLayer {
    match layer {
        Layer::Identity => PolicyLayer::Identity,
        Layer::Boundary => PolicyLayer::PermissionsBoundary,
        Layer::Session => PolicyLayer::Session,
        Layer::Resource | Layer::Trust | Layer::Key => PolicyLayer::Resource,
        Layer::Scp => PolicyLayer::Scp,
        Layer::Rcp => PolicyLayer::Rcp,
        Layer::VpcEndpoint => PolicyLayer::VpcEndpoint,
    }
}

/// What the resource's policy must do follows from the resource, and from the policy's kind.
fn resource_policy_rule(case: &Case, request: &AuthorizationRequest) -> ResourcePolicyRule {
    let has = |layer| case.documents.iter().any(|document| document.layer == layer);
    let service = request.resource.split(':').nth(2).unwrap_or_default();
    if has(Layer::Trust) || service == "iam" && request.action.to_ascii_lowercase().starts_with("sts:assumerole") {
        ResourcePolicyRule::Trust
    } else if has(Layer::Key) || service == "kms" {
        ResourcePolicyRule::Key
    } else if has(Layer::Resource) || ["s3", "sqs", "sns", "secretsmanager", "lambda"].contains(&service) {
        ResourcePolicyRule::Grants
    } else {
        ResourcePolicyRule::None
    }
}

fn applied(document: &Document) -> Option<AppliedPolicy> {
    let policy = Arc::new(Policy::parse(&document.text, kind(document.layer)).value?);
    Some(AppliedPolicy {
        level: document.level,
        arn: document.arn.clone(),
        ..AppliedPolicy::direct(&document.name, policy)
    })
}

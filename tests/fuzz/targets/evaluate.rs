//! Requests and policies near each other: explaining changes no verdict, a request gets the same
//! verdict twice, and every trace fits its verdict.
#![no_main]

use arbitrary::Arbitrary;
use iam_sandbox::eval::{
    ApplicablePolicies, AppliedPolicy, AuthorizationRequest, ContextValue, Principal, PrincipalPolicies,
    RequestContext, ResourcePolicies, ResourcePolicyRule, Unknown, authorize, authorize_traced,
};
use iam_sandbox::policy::{Policy, PolicyKind};
use libfuzzer_sys::fuzz_target;
use serde_json::{Map, Value, json};
use std::sync::Arc;

#[path = "../../corpus/invariants.rs"]
mod invariants;

/// A word of a small pool, so that what is asked meets what is written, or a word of its own.
#[derive(Arbitrary, Debug)]
enum Word {
    Of(u8),
    Own(String),
}

impl Word {
    fn from(&self, pool: &[&str]) -> String {
        match self {
            Self::Of(index) => pool[usize::from(*index) % pool.len()].to_owned(),
            Self::Own(text) => text.clone(),
        }
    }
}

#[derive(Arbitrary, Debug)]
struct Case {
    principal: u8,
    action: u8,
    resource: Word,
    resource_account: bool,
    context: Vec<(u8, Option<Vec<Word>>)>,
    rule: u8,
    is_management_account: bool,
    is_owner_management_account: bool,
    is_public_access_blocked: bool,
    layers: u8,
    documents: Vec<(u8, Document)>,
}

#[derive(Arbitrary, Debug)]
struct Document {
    is_old: bool,
    level: bool,
    statements: Vec<Statement>,
}

#[derive(Arbitrary, Debug)]
struct Statement {
    is_deny: bool,
    negations: u8,
    actions: Vec<Word>,
    resources: Vec<Word>,
    principals: Vec<u8>,
    conditions: Vec<(u8, u8, u8, Vec<Word>)>,
}

const ACTIONS: &[&str] =
    &["s3:GetObject", "s3:*", "*", "S3:g?tobject", "sqs:SendMessage", "*:Send*", "sts:AssumeRole", "kms:Decrypt", "kms:*"];

const RESOURCES: &[&str] = &[
    "*",
    "arn:aws:s3:::b/home/alice/x",
    "arn:aws:s3:::b/*",
    "arn:aws:s3:::b/home/${aws:username}/*",
    "arn:aws:s3:::b/home/${aws:PrincipalTag/team, 'alice'}/?",
    "arn:aws:sqs:us-east-1:111122223333:q",
    "arn:aws:sqs:*",
    "arn:aws:kms:us-east-1:111122223333:key/1",
    "arn:aws:iam::111122223333:role/editor",
    "arn:*:iam::*:role/*",
];

const PRINCIPALS: &[&str] = &[
    "*",
    "111122223333",
    "444455556666",
    "arn:aws:iam::111122223333:user/alice",
    "arn:aws:iam::111122223333:role/editor",
    "arn:aws:sts::111122223333:assumed-role/editor/monday",
    "arn:aws:sts::111122223333:federated-user/ana",
    "AIDAALICEEXAMPLE",
    "service:sns.amazonaws.com",
    "federated:accounts.google.com",
];

const KEYS: &[&str] = &[
    "aws:username",
    "aws:PrincipalArn",
    "aws:PrincipalTag/team",
    "aws:TagKeys",
    "aws:SourceIp",
    "aws:CurrentTime",
    "aws:MultiFactorAuthAge",
    "aws:SecureTransport",
    "aws:userid",
    "s3:prefix",
];

const OPERATORS: &[&str] = &[
    "StringEquals",
    "StringNotEquals",
    "StringEqualsIgnoreCase",
    "StringNotEqualsIgnoreCase",
    "StringLike",
    "StringNotLike",
    "NumericEquals",
    "NumericNotEquals",
    "NumericLessThan",
    "NumericGreaterThanEquals",
    "DateEquals",
    "DateLessThan",
    "DateGreaterThanEquals",
    "Bool",
    "BinaryEquals",
    "IpAddress",
    "NotIpAddress",
    "ArnLike",
    "ArnNotEquals",
    "Null",
];

const VALUES: &[&str] = &[
    "alice",
    "a*",
    "?",
    "",
    "true",
    "10",
    "1e1",
    "2026-11-21T10:02:00Z",
    "203.0.113.7",
    "203.0.113.0/24",
    "2001:db8::/32",
    "QUJD",
    "arn:aws:iam::111122223333:*",
    "${aws:username}",
    "${aws:TagKeys, 'x'}",
    "AIDAALICEEXAMPLE",
];

fuzz_target!(|case: Case| {
    let (request, policies) = (request(&case), policies(&case));
    let plain = authorize(&request, &policies);
    let (traced, trace) = authorize_traced(&request, &policies);
    assert_eq!(plain, traced, "explaining changes the verdict");
    assert_eq!(plain, authorize(&request, &policies), "the second verdict is another");
    let (again, second) = authorize_traced(&request, &policies);
    assert_eq!((traced, &trace), (again, &second), "the second explanation is another");
    assert_eq!(invariants::check(traced, &trace, &request, &policies), Ok(()));
});

fn request(case: &Case) -> AuthorizationRequest {
    let account = "111122223333".parse().unwrap();
    let arn = |text: &str| text.parse().unwrap();
    let principal = match case.principal % 8 {
        0 => Principal::Root { account },
        1 => Principal::User { arn: arn(PRINCIPALS[3]), account },
        2 | 3 => Principal::AssumedRole {
            session: arn(PRINCIPALS[5]),
            role: arn(PRINCIPALS[4]),
            account,
            is_service_linked: case.principal % 8 == 3,
        },
        4 => Principal::FederatedUser { session: arn(PRINCIPALS[6]), user: arn(PRINCIPALS[3]), account },
        5 => Principal::Federated { provider: "accounts.google.com".into() },
        6 => Principal::Service { name: "sns.amazonaws.com".into() },
        _ => Principal::Anonymous,
    };
    let mut context = RequestContext::default();
    for (key, values) in &case.context {
        let word = |value: &Word| Box::from(value.from(VALUES));
        let value = match values.as_deref() {
            None => ContextValue::Unknown(Unknown::VALUE),
            Some([one]) => ContextValue::One(word(one)),
            Some(many) => ContextValue::Many(many.iter().map(word).collect()),
        };
        context.set(KEYS[usize::from(*key) % KEYS.len()], value);
    }
    AuthorizationRequest {
        principal,
        action: ["s3:GetObject", "sqs:SendMessage", "sts:AssumeRole", "kms:Decrypt"][usize::from(case.action % 4)].into(),
        resource: case.resource.from(RESOURCES).into(),
        resource_account: if case.resource_account { account } else { "444455556666".parse().unwrap() },
        context,
    }
}

/// Documents that the service would refuse are left out.
fn policies(case: &Case) -> ApplicablePolicies {
    let rule = [
        ResourcePolicyRule::None,
        ResourcePolicyRule::Grants,
        ResourcePolicyRule::Trust,
        ResourcePolicyRule::Key,
    ][usize::from(case.rule % 4)];
    let resource_kind = match rule {
        ResourcePolicyRule::Trust => PolicyKind::Trust,
        ResourcePolicyRule::Key => PolicyKind::Key,
        _ => PolicyKind::Resource,
    };
    let kinds = [
        PolicyKind::Identity,
        PolicyKind::Identity,
        PolicyKind::Session,
        PolicyKind::Scp,
        PolicyKind::Rcp,
        resource_kind,
        PolicyKind::VpcEndpoint,
    ];
    let of = |layer: u8| -> Vec<AppliedPolicy> {
        let own = case.documents.iter().filter(|(place, _)| place % 7 == layer);
        own.filter_map(|(_, document)| applied(document, kinds[usize::from(layer)])).collect()
    };
    let some = |layer: u8, policies: Vec<AppliedPolicy>| {
        let is_set = !policies.is_empty() || case.layers & (1 << layer) != 0;
        is_set.then_some(policies)
    };
    let principal = PrincipalPolicies {
        identity: of(0),
        permissions_boundary: some(1, of(1)),
        session: some(2, of(2)),
        scps: some(3, of(3)),
        n_scp_levels: 2,
        is_management_account: case.is_management_account,
    };
    let resource = ResourcePolicies {
        resource: of(5).into_iter().take(1).collect(),
        rule,
        rcps: some(4, of(4)),
        is_management_account: case.is_owner_management_account,
        is_public_access_blocked: case.is_public_access_blocked,
    };
    ApplicablePolicies {
        principal: Arc::new(principal),
        resource: Arc::new(resource),
        vpc_endpoint: some(6, of(6)),
        ..ApplicablePolicies::default()
    }
}

fn applied(document: &Document, kind: PolicyKind) -> Option<AppliedPolicy> {
    let statements: Vec<Value> = document.statements.iter().map(|statement| written(statement, kind)).collect();
    let is_new = !document.is_old || matches!(kind, PolicyKind::Scp | PolicyKind::Rcp);
    let version = if is_new { "2012-10-17" } else { "2008-10-17" };
    let text = json!({"Version": version, "Statement": statements}).to_string();
    let policy = Arc::new(Policy::parse(&text, kind).value?);
    Some(AppliedPolicy { level: document.level.into(), ..AppliedPolicy::direct("policy", policy) })
}

fn written(statement: &Statement, kind: PolicyKind) -> Value {
    let words = |words: &[Word], pool| words.iter().map(|word| word.from(pool)).collect::<Vec<String>>();
    let is_rcp = kind == PolicyKind::Rcp;
    let named = |name: &str, bit: u8, may: bool| {
        let is_negated = may && statement.negations & (1 << bit) != 0;
        if is_negated { format!("Not{name}") } else { name.to_owned() }
    };
    let mut members = Map::new();
    members.insert("Effect".into(), json!(if statement.is_deny || is_rcp { "Deny" } else { "Allow" }));
    members.insert(named("Action", 0, !is_rcp), json!(words(&statement.actions, ACTIONS)));
    if kind.has_resource() {
        members.insert(named("Resource", 1, true), json!(words(&statement.resources, RESOURCES)));
    }
    if kind.has_principal() {
        let may = !is_rcp && kind != PolicyKind::Trust;
        let value = if is_rcp || statement.principals.is_empty() { json!("*") } else { principals(statement, kind) };
        members.insert(named("Principal", 2, may), value);
    }
    if !statement.conditions.is_empty() {
        members.insert("Condition".into(), conditions(statement));
    }
    Value::Object(members)
}

fn principals(statement: &Statement, kind: PolicyKind) -> Value {
    let mut map = Map::new();
    for index in &statement.principals {
        let name = PRINCIPALS[usize::from(*index) % PRINCIPALS.len()];
        let (key, value) = match name.split_once(':') {
            Some(("service", value)) => ("Service", value),
            Some(("federated", value)) if kind == PolicyKind::Trust => ("Federated", value),
            Some(("federated", _)) => continue,
            _ => ("AWS", name),
        };
        if let Some(list) = map.entry(key).or_insert_with(|| json!([])).as_array_mut() {
            list.push(json!(value));
        }
    }
    Value::Object(map)
}

fn conditions(statement: &Statement) -> Value {
    let mut blocks = Map::new();
    for (operator, form, key, values) in &statement.conditions {
        let name = OPERATORS[usize::from(*operator) % OPERATORS.len()];
        let qualifier = ["", "", "ForAllValues:", "ForAnyValue:"][usize::from(form % 4)];
        let suffix = if form & 4 != 0 && name != "Null" { "IfExists" } else { "" };
        let block = blocks.entry(format!("{qualifier}{name}{suffix}")).or_insert_with(|| json!({}));
        let values: Vec<String> = values.iter().map(|value| value.from(VALUES)).collect();
        block[KEYS[usize::from(*key) % KEYS.len()]] = json!(values);
    }
    Value::Object(blocks)
}

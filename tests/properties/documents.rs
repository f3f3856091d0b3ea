//! Policy documents with every element and every operator, all of which the service would take.

use iam_sandbox::catalog::supports_rcps;
use iam_sandbox::policy::PolicyKind;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::Union;
use serde_json::{Map, Value, json};

/// Operators of one type, keys that go with it, and values of policies and of requests.
struct Family {
    operators: &'static [&'static str],
    keys: &'static [&'static str],
    wanted: &'static [&'static str],
    given: &'static [&'static str],
}

const FAMILIES: &[Family] = &[
    Family {
        operators: &[
            "StringEquals",
            "StringNotEquals",
            "StringEqualsIgnoreCase",
            "StringNotEqualsIgnoreCase",
            "StringLike",
            "StringNotLike",
        ],
        keys: &["aws:username", "aws:PrincipalTag/team", "s3:prefix", "aws:TagKeys"],
        wanted: &[
            "alice",
            "Alice",
            "a*",
            "alice*",
            "al?ce",
            "*",
            "",
            "?",
            "*??",
            "${aws:username}",
            "${AWS:UserName}x",
            "${*}",
            "a${?}",
            "${aws:PrincipalTag/team, 'alice'}",
            "${aws:TagKeys}",
            "${aws:nothing}",
            "${aws:username",
            "Ä",
        ],
        given: &["alice", "Alice", "ALICE", "al*ce", "*", "", "a?", "ab", "€", "ä", "Ä", "${aws:username}"],
    },
    Family {
        operators: &[
            "NumericEquals",
            "NumericNotEquals",
            "NumericLessThan",
            "NumericLessThanEquals",
            "NumericGreaterThan",
            "NumericGreaterThanEquals",
        ],
        keys: &["aws:MultiFactorAuthAge", "aws:EpochTime"],
        wanted: &["10", "10.0", "9.5", "-1", "1795255320", "ten", "", "${aws:MultiFactorAuthAge}"],
        given: &["10", "10.00", "9", "-1", "1795255320", "1795255320.5", "ten", ""],
    },
    Family {
        operators: &[
            "DateEquals",
            "DateNotEquals",
            "DateLessThan",
            "DateLessThanEquals",
            "DateGreaterThan",
            "DateGreaterThanEquals",
        ],
        keys: &["aws:CurrentTime", "aws:EpochTime"],
        wanted: &[
            "2026-11-21T10:02:00Z",
            "2026-11-21T11:02+01:00",
            "2026-11-21",
            "2026-11",
            "2026",
            "1795255320",
            "2026-13-01",
            "soon",
        ],
        given: &[
            "2026-11-21T10:02:00Z",
            "2026-11-21T10:02:00.5Z",
            "2026-11-20T23:00:00-11:02",
            "1795255320",
            "soon",
            "2025",
        ],
    },
    Family {
        operators: &["Bool"],
        keys: &["aws:SecureTransport"],
        wanted: &["true", "false", "True", "yes", "", "${aws:SecureTransport}"],
        given: &["true", "false", "TRUE", "yes", ""],
    },
    Family {
        operators: &["BinaryEquals"],
        keys: &["s3:x"],
        wanted: &["QUJD", "QUI=", "no base 64", ""],
        given: &["QUJD", "qujd", "QUI=", "no base 64", ""],
    },
    Family {
        operators: &["IpAddress", "NotIpAddress"],
        keys: &["aws:SourceIp"],
        wanted: &[
            "203.0.113.7/24",
            "203.0.113.7",
            "0.0.0.0/0",
            "2001:DB8::/32",
            "2001:db8::1",
            "::/0",
            "203.0.113.0/33",
            "office",
        ],
        given: &["203.0.113.7", "203.0.113.8", "198.51.100.1", "2001:db8:0::1", "2001:dead::1", "office", ""],
    },
    Family {
        operators: &["ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike"],
        keys: &["aws:SourceArn", "aws:PrincipalArn"],
        wanted: &[
            "arn:aws:s3:::b",
            "arn:aws:s3:::*",
            "arn:*:s?:*:*:b*",
            "arn:aws:s3:*:finance",
            "arn:aws:s3:*:111122223333:finance/*",
            "${aws:PrincipalArn}",
            "arn:aws:iam::${aws:username}:role/*",
            "arn:aws:s3",
            "*",
        ],
        given: &[
            "arn:aws:s3:::b",
            "arn:aws:s3:::b/k:v",
            "arn:aws:sns:us-east-1:111122223333:t",
            "arn:aws:iam::alice:role/r",
            "arn:aws:s3:us-east-2:999999999999:store:111122223333:finance/d",
            "b",
        ],
    },
    Family {
        operators: &["Null"],
        keys: &["aws:username", "aws:TagKeys", "aws:SourceIp"],
        wanted: &["true", "false", "True"],
        given: &["alice"],
    },
];

/// Keys with the values that requests may have.
pub fn context_values() -> Vec<(&'static str, &'static [&'static str])> {
    FAMILIES.iter().flat_map(|family| family.keys.iter().map(|key| (*key, family.given))).collect()
}

/// A block of one operator, mostly with values that fit it.
fn block(family: &'static Family) -> impl Strategy<Value = (String, Value)> {
    let qualifier = prop_oneof![4 => Just(""), 1 => Just("ForAllValues:"), 1 => Just("ForAnyValue:")];
    let has_suffix = prop::bool::weighted(if family.operators == ["Null"] { 0.0 } else { 0.2 });
    let all: Vec<&str> = FAMILIES.iter().flat_map(|family| family.wanted).copied().collect();
    let value = prop_oneof![6 => select(family.wanted), 1 => select(all)];
    let keys = vec((select(family.keys), one_or_many(list(value))), 1..3);
    (qualifier, select(family.operators), has_suffix, keys).prop_map(|(qualifier, operator, has_suffix, keys)| {
        let keys: Map<String, Value> = keys.into_iter().map(|(key, values)| (key.to_owned(), values)).collect();
        let suffix = if has_suffix { "IfExists" } else { "" };
        (format!("{qualifier}{operator}{suffix}"), Value::Object(keys))
    })
}

fn condition() -> impl Strategy<Value = Option<Value>> {
    let block = Union::new(FAMILIES.iter().map(|family| block(family).boxed()));
    let blocks = vec(block, 0..3).prop_map(|blocks| Some(Value::Object(blocks.into_iter().collect())));
    prop_oneof![3 => Just(None), 2 => blocks]
}

/// A list, seldom an empty one (A-32, A-44, A-57, B-4).
fn list(value: impl Strategy<Value = &'static str>) -> impl Strategy<Value = Vec<&'static str>> {
    prop_oneof![15 => vec(value, 1..4), 1 => Just(Vec::new())]
}

/// A list, and where it holds one value sometimes that value bare (A-6).
fn one_or_many(values: impl Strategy<Value = Vec<&'static str>>) -> impl Strategy<Value = Value> {
    (values, any::<bool>()).prop_map(|(values, is_bare)| match values.as_slice() {
        [one] if is_bare => json!(one),
        _ => json!(values),
    })
}

const ACTIONS: &[&str] = &[
    "*",
    "s3:*",
    "S3:getobject",
    "s3:Get*",
    "s3:?istBucket",
    "sqs:SendMessage",
    "*:Send*",
    "ec2:Describe*",
    "sts:AssumeRole*",
    "sts:*",
    "kms:*",
    "kms:Decrypt",
    "iam:PassRole",
];

const RESOURCES: &[&str] = &[
    "*",
    "*",
    "arn:aws:s3:::b",
    "arn:aws:s3:::b*",
    "arn:aws:s3:::b/*",
    "arn:aws:s3:::b/home/${aws:username}/*",
    "arn:aws:s3:::b/home/alice/?",
    "arn:aws:s3:::b/home/alice*??",
    "arn:aws:s3:::b/home/${aws:PrincipalTag/team, 'alice'}/*",
    "arn:aws:s3:::B",
    "arn:aws:sqs:*",
    "arn:aws:sqs:us-east-1:111122223333:?",
    "arn:aws:kms:*:*:key/*",
    "arn:aws:iam::*:role/editor",
    "arn:*:s3:::*",
];

const PRINCIPALS: &[&str] = &[
    "111122223333",
    "arn:aws:iam::111122223333:root",
    "444455556666",
    "arn:aws:iam::111122223333:user/alice",
    "arn:aws:iam::444455556666:user/alice",
    "arn:aws:iam::111122223333:role/editor",
    "arn:aws:sts::111122223333:assumed-role/editor/monday",
    "arn:aws:sts::111122223333:federated-user/ana",
    "arn:aws:iam::111122223333:role/linked",
    "arn:aws:sts::111122223333:federated-user/rita",
    "AIDAALICEEXAMPLE",
    "AROAEDITOREXAMPLE",
    "*",
];

fn principal() -> impl Strategy<Value = Value> {
    let aws = one_or_many(list(select(PRINCIPALS)));
    let service = one_or_many(vec(select(&["sns.amazonaws.com", "ec2.amazonaws.com"][..]), 1..3));
    let map = (aws, proptest::option::weighted(0.3, service)).prop_map(|(aws, service)| match service {
        Some(service) => json!({"AWS": aws, "Service": service, "CanonicalUser": "0".repeat(64)}),
        None => json!({"AWS": aws}),
    });
    prop_oneof![1 => Just(json!("*")), 4 => map, 1 => Just(json!({"Service": "sns.amazonaws.com"}))]
}

/// In a trust policy sometimes a provider.
fn principal_of(kind: PolicyKind) -> BoxedStrategy<Value> {
    let provider = Just(json!({"Federated": super::worlds::PROVIDER}));
    if kind == PolicyKind::Trust { prop_oneof![4 => principal(), 1 => provider].boxed() } else { principal().boxed() }
}

/// An element under its plain name or, where the kind has it, sometimes under the negated one.
fn element(
    name: &'static str,
    values: impl Strategy<Value = Value>,
    can_be_negated: bool,
) -> impl Strategy<Value = (String, Value)> {
    let is_negated = prop::bool::weighted(if can_be_negated { 0.15 } else { 0.0 });
    (is_negated, values)
        .prop_map(move |(is_negated, values)| (if is_negated { format!("Not{name}") } else { name.to_owned() }, values))
}

/// A statement of `kind`, with that effect if one is given.
pub fn statement(kind: PolicyKind, effect: Option<&'static str>) -> impl Strategy<Value = Value> {
    let is_rcp = kind == PolicyKind::Rcp;
    let effects = match effect {
        Some(effect) => Just(effect).boxed(),
        None if is_rcp => Just("Deny").boxed(),
        None => prop_oneof![4 => Just("Allow"), 1 => Just("Deny")].boxed(),
    };
    // A short ARN is an error in a session policy (A-39), a service without RCPs in an RCP (A-20).
    let has_rcps =
        |action: &str| action.split_once(':').is_some_and(|(prefix, _)| supports_rcps(&prefix.to_lowercase()));
    let actions: Vec<&str> = ACTIONS.iter().copied().filter(|action| !is_rcp || has_rcps(action)).collect();
    let shorts: &[&str] = if kind == PolicyKind::Identity { &["arn:aws:s3", "arn:aws:sqs:us-east-1"] } else { &[] };
    let is_long = |text: &str| text == "*" || text.matches(':').count() >= 5;
    let resources = RESOURCES.iter().chain(shorts).copied().filter(|text| kind != PolicyKind::Session || is_long(text));
    let resources: Vec<&str> = resources.collect();
    let action = element("Action", one_or_many(list(select(actions))), !is_rcp);
    let resource = element("Resource", one_or_many(list(select(resources))), true);
    let principals = if is_rcp { Just(json!("*")).boxed() } else { principal_of(kind) };
    let principal = element("Principal", principals, !is_rcp && kind != PolicyKind::Trust);
    (effects, action, resource, principal, condition()).prop_map(
        move |(effect, action, resource, principal, condition)| {
            let mut members = vec![("Effect".to_owned(), json!(effect)), action];
            members.extend(kind.has_resource().then_some(resource));
            members.extend(kind.has_principal().then_some(principal));
            members.extend(condition.map(|condition| ("Condition".to_owned(), condition)));
            Value::Object(members.into_iter().collect())
        },
    )
}

/// A statement in which nothing but the principal needs a second look.
fn plain_statement(kind: PolicyKind) -> impl Strategy<Value = Value> {
    let is_rcp = kind == PolicyKind::Rcp;
    let action = if is_rcp {
        select(&["s3:*", "kms:*"][..])
    } else {
        select(&["*", "*", "*", "iam:PassRole", "iam:PassRole"][..])
    };
    let effect = if is_rcp { Just("Deny").boxed() } else { prop_oneof![8 => Just("Allow"), 1 => Just("Deny")].boxed() };
    let one = vec(select(PRINCIPALS), 1..3).prop_map(|values| json!({"AWS": values}));
    let principals =
        if is_rcp { Just(json!("*")).boxed() } else { prop_oneof![3 => one, 1 => principal_of(kind)].boxed() };
    let principal = element("Principal", principals, !is_rcp && kind != PolicyKind::Trust);
    (effect, action, principal).prop_map(move |(effect, action, principal)| {
        let mut members = vec![("Effect".to_owned(), json!(effect)), ("Action".to_owned(), json!(action))];
        members.extend(kind.has_resource().then(|| ("Resource".to_owned(), json!("*"))));
        members.extend(kind.has_principal().then_some(principal));
        Value::Object(members.into_iter().collect())
    })
}

fn version(kind: PolicyKind) -> BoxedStrategy<Option<&'static str>> {
    let newer = Just(Some("2012-10-17"));
    match kind {
        PolicyKind::Scp | PolicyKind::Rcp => newer.boxed(),
        _ => prop_oneof![4 => newer, 1 => Just(Some("2008-10-17")), 1 => Just(None)].boxed(),
    }
}

fn written(version: Option<&str>, statement: &Value) -> Value {
    match version {
        Some(version) => json!({"Version": version, "Statement": statement}),
        None => json!({"Statement": statement}),
    }
}

/// A document with every element there is.
pub fn document(kind: PolicyKind) -> BoxedStrategy<Value> {
    let statements = vec(statement(kind, None), 1..4);
    let document =
        (version(kind), statements, any::<bool>()).prop_map(|(version, statements, is_bare)| {
            match statements.as_slice() {
                [one] if is_bare => written(version, one),
                _ => written(version, &json!(statements)),
            }
        });
    document.boxed()
}

/// A document of plain statements.
pub fn plain_document(kind: PolicyKind) -> BoxedStrategy<Value> {
    let statements = vec(plain_statement(kind), 1..3);
    statements.prop_map(|statements| written(Some("2012-10-17"), &json!(statements))).boxed()
}

/// An identity policy that allows everything on a condition.
pub fn conditional_document() -> impl Strategy<Value = Value> {
    let block = Union::new(FAMILIES.iter().map(|family| block(family).boxed()));
    (version(PolicyKind::Identity), vec(block, 1..3)).prop_map(|(version, blocks)| {
        let condition = Value::Object(blocks.into_iter().collect());
        written(version, &json!({"Effect": "Allow", "Action": "*", "Resource": "*", "Condition": condition}))
    })
}

/// What allows everything that policies of `kind` have a say in.
pub fn allow_all(kind: PolicyKind) -> Value {
    let mut statement = json!({"Effect": "Allow", "Action": "*"});
    if kind.has_resource() {
        statement["Resource"] = json!("*");
    }
    if kind.has_principal() {
        statement["Principal"] = json!("*");
    }
    json!({"Version": "2012-10-17", "Statement": statement})
}

//! What somebody may do in a sandbox, made from bytes: calls of every operation of the table with requests by the
//! models, so that they are often right and sometimes anything, and moves of the clock and of the history between.

use iam_sandbox::api::{ApiCall, Credentials, Question, Sandbox, ServiceCredentials};
use iam_sandbox::arn::AccountId;
use iam_sandbox::authz::Environment;
use iam_sandbox::catalog::{Bounds, Form, ServiceModel, Shape, ValueType, service_model};
use iam_sandbox::services::OPERATIONS;
use serde_json::{Map, Value, json};

/// Bytes that choices are read from; after the last one all choices are the first.
pub struct Choices<'a>(&'a [u8]);

impl<'a> Choices<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn byte(&mut self) -> usize {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        usize::from(*first)
    }

    /// One of so many.
    fn below(&mut self, n: usize) -> usize {
        if n <= 256 { self.byte() % n.max(1) } else { (self.byte() * 256 + self.byte()) % n }
    }

    fn one_of<'t, T>(&mut self, all: &'t [T]) -> &'t T {
        &all[self.below(all.len())]
    }

    /// Whether something happens that happens once in so many times.
    fn once_in(&mut self, n: usize) -> bool {
        self.below(n) == n - 1
    }
}

/// Something that is done.
#[derive(Clone, Debug)]
pub enum Act {
    Call(ApiCall),
    Ask(Question),
    Advance(u32),
    SetDelay(u32),
    Undo,
    Redo,
}

pub fn act(choices: &mut Choices<'_>, sandbox: &Sandbox) -> Act {
    match choices.below(24) {
        0..=18 => Act::Call(call(choices, sandbox)),
        19 => {
            let action = choices.one_of(OPERATIONS).name;
            Act::Ask(Question::new(credentials(choices, sandbox), action, choices.one_of::<&str>(&ARNS)))
        }
        20 => Act::Advance(*choices.one_of(&[1, 60, 901, 3_600, 90_000, 8_000_000])),
        21 => Act::SetDelay(*choices.one_of(&[0, 5, 60])),
        22 => Act::Undo,
        _ => Act::Redo,
    }
}

pub fn perform(sandbox: &mut Sandbox, act: Act) {
    match act {
        Act::Call(call) => {
            sandbox.call(call);
        }
        Act::Ask(question) => {
            sandbox.ask(question);
        }
        Act::Advance(seconds) => sandbox.advance_clock(seconds),
        Act::SetDelay(seconds) => sandbox.set_propagation_delay(seconds),
        Act::Undo => {
            sandbox.undo();
        }
        Act::Redo => {
            sandbox.redo();
        }
    }
}

const NAMES: [&str; 14] = [
    "alice",
    "bob",
    "erin",
    "Readers",
    "report-editor",
    "ReadPayroll",
    "payroll",
    "reports-prod",
    "logs-for-trails",
    "team",
    "may.csv",
    "",
    "Ünicode ⚠",
    "a/b:c*d?e",
];

const ARNS: [&str; 14] = [
    "arn:aws:iam::111122223333:user/alice",
    "arn:aws:iam::111122223333:user/erin",
    "arn:aws:iam::111122223333:role/report-editor",
    "arn:aws:iam::444455556666:role/erin",
    "arn:aws:iam::111122223333:group/Readers",
    "arn:aws:iam::111122223333:policy/ReadPayroll",
    "arn:aws:iam::aws:policy/AdministratorAccess",
    "arn:aws:iam::aws:policy/root-task/S3UnlockBucketPolicy",
    "arn:aws:iam::111122223333:mfa/alice",
    "arn:aws:s3:::payroll/may.csv",
    "arn:aws:s3:::payroll",
    "arn:aws:ec2:us-east-1:111122223333:instance/*",
    "*",
    "arn:",
];

/// Documents that are right for one kind or another, and some that are for none.
fn document(choices: &mut Choices<'_>) -> String {
    let effect = *choices.one_of(&["Allow", "Deny"]);
    let action = *choices.one_of(&["s3:GetObject", "iam:*", "sts:AssumeRole", "*", "s3:"]);
    let mut statement = json!({ "Effect": effect, "Action": action });
    match choices.below(3) {
        0 => statement["Resource"] = (*choices.one_of(&ARNS)).into(),
        1 => statement["Principal"] = json!({ "AWS": choices.one_of(&ARNS) }),
        _ => {
            statement["Principal"] = json!({ "Service": "ec2.amazonaws.com" });
            statement["Condition"] = json!({ "StringLike": { "aws:PrincipalTag/team": "${aws:username}*" } });
        }
    }
    match choices.below(12) {
        0 => "{".to_owned(),
        1 => "{}".to_owned(),
        _ => json!({ "Version": "2012-10-17", "Statement": statement }).to_string(),
    }
}

fn credentials(choices: &mut Choices<'_>, sandbox: &Sandbox) -> Credentials {
    let accounts: [AccountId; 2] = ["111122223333", "444455556666"].map(|id| id.parse().expect("twelve digits"));
    let account = *choices.one_of(&accounts);
    let key = |choices: &mut Choices<'_>| {
        let keys: Vec<_> = sandbox.keys().map(|key| key.access_key_id).collect();
        if keys.is_empty() { Credentials::Anonymous } else { Credentials::Key(choices.one_of(&keys).clone()) }
    };
    match choices.below(12) {
        0..=4 => Credentials::Owner(account),
        5..=8 => key(choices),
        9 => Credentials::Root(account),
        10 => {
            let name = (*choices.one_of(&["ec2.amazonaws.com", "cloudtrail.amazonaws.com"])).into();
            Credentials::Service(ServiceCredentials { name, ..ServiceCredentials::default() })
        }
        _ => Credentials::Anonymous,
    }
}

fn call(choices: &mut Choices<'_>, sandbox: &Sandbox) -> ApiCall {
    let name = choices.one_of(OPERATIONS).name;
    let (service, operation) = name.split_once(':').expect("operations have a service");
    let input = match service_model(service).and_then(|model| Some((model, model.operation(operation)?.input?))) {
        Some((model, input)) => value(choices, sandbox, model, "", ValueType::Shape(input), 0),
        None => json!({}),
    };
    let credentials = credentials(choices, sandbox);
    ApiCall { credentials, operation: name.into(), input, environment: Environment::default() }
}

/// A value of a type, mostly.
fn value(
    choices: &mut Choices<'_>,
    sandbox: &Sandbox,
    model: &ServiceModel,
    name: &str,
    kind: ValueType,
    depth: usize,
) -> Value {
    if depth > 0 && choices.once_in(64) {
        return choices.one_of(&[Value::Null, json!(-1), json!([]), json!({ "a": 1 }), json!(true)]).clone();
    }
    match kind {
        ValueType::Text(bounds) => text(choices, sandbox, model, name, bounds).into(),
        ValueType::Policy(_) => document(choices).into(),
        ValueType::Integer(bounds) => {
            let edges = [bounds.least.unwrap_or(0), bounds.most.unwrap_or(3_600), 900, 3_600, i64::MAX];
            (*choices.one_of(&edges)).into()
        }
        ValueType::Number => json!(0.5),
        ValueType::Boolean => choices.once_in(2).into(),
        ValueType::Bytes => "YQ==".into(),
        ValueType::Time => (*choices.one_of(&["2026-11-21T10:00:00Z", "2027-01-01T00:00:00Z", "never"])).into(),
        ValueType::Shape(index) => shape(choices, sandbox, model, name, index, depth),
    }
}

fn shape(
    choices: &mut Choices<'_>,
    sandbox: &Sandbox,
    model: &ServiceModel,
    name: &str,
    index: usize,
    depth: usize,
) -> Value {
    const DEEPEST: usize = 4;
    match model.shape(index) {
        Some(Shape::Structure(members)) => {
            let mut made = Map::new();
            for member in members {
                let is_there = if member.is_required { !choices.once_in(32) } else { choices.once_in(5) };
                if is_there && depth < DEEPEST {
                    let value = value(choices, sandbox, model, &member.name, member.value, depth + 1);
                    made.insert(member.name.to_string(), value);
                }
            }
            if choices.once_in(64) {
                made.insert("Bogus".to_owned(), Value::Null);
            }
            Value::Object(made)
        }
        Some(Shape::List(item, _)) if depth < DEEPEST => {
            (0..choices.below(3)).map(|_| value(choices, sandbox, model, name, *item, depth + 1)).collect()
        }
        Some(Shape::Map { value: item, .. }) if depth < DEEPEST => {
            let key = *choices.one_of(&NAMES);
            json!({ key: value(choices, sandbox, model, name, *item, depth + 1) })
        }
        _ => json!([]),
    }
}

fn text(choices: &mut Choices<'_>, sandbox: &Sandbox, model: &ServiceModel, name: &str, bounds: Bounds) -> String {
    if let Some(Form::OneOf(words)) = model.form(bounds).filter(|_| !choices.once_in(16)) {
        return choices.one_of(words).to_string();
    }
    if name.ends_with("Document") || matches!(name, "Policy" | "Content") {
        return document(choices);
    }
    if name.ends_with("Arn") || name.ends_with("ARN") || name == "SerialNumber" {
        return (*choices.one_of(&ARNS)).to_owned();
    }
    if name == "AccessKeyId" {
        let keys: Vec<_> = sandbox.keys().map(|key| key.access_key_id).collect();
        return if keys.is_empty() { String::new() } else { choices.one_of(&keys).to_string() };
    }
    match name {
        "Path" | "PathPrefix" => (*choices.one_of(&["/", "/team/", "team"])).to_owned(),
        "VersionId" => (*choices.one_of(&["v1", "v2", "v9", "x"])).to_owned(),
        "Password" | "NewPassword" | "OldPassword" => (*choices.one_of(&["Correct-Horse-9", "x"])).to_owned(),
        _ if choices.once_in(40) => "x".repeat(300),
        _ => (*choices.one_of(&NAMES)).to_owned(),
    }
}

//! What a large world costs: 5,000 users, 500 policies and 2,000 events. `cargo bench --bench world`. Measured, never
//! asserted; memory where the system tells it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, unreachable_pub, clippy::unwrap_used, clippy::print_stdout, reason = "a benchmark prints")]
#![allow(clippy::disallowed_types, reason = "a benchmark looks at the wall clock")]

use iam_sandbox::api::{ApiCall, Credentials, Question, Sandbox, Save, Scenario};
use iam_sandbox::authz::Environment;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

const N_USERS: usize = 5_000;
const N_POLICIES: usize = 500;
const N_EVENTS: usize = 2_000;

fn owner() -> Credentials {
    Credentials::Owner("111122223333".parse().unwrap())
}

fn call(sandbox: &mut Sandbox, credentials: &Credentials, operation: &str, input: Value) {
    let (credentials, environment) = (credentials.clone(), Environment::default());
    sandbox.call(ApiCall { credentials, operation: operation.into(), input, environment });
}

/// The memory that the program has, in kilobytes.
fn memory() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|number| number.parse().ok()).unwrap_or_default()
}

fn timed<T>(what: &str, n: usize, mut work: impl FnMut(usize) -> T) {
    let before = memory();
    let mut longest = Duration::ZERO;
    let start = Instant::now();
    for index in 0..n {
        let one = Instant::now();
        std::hint::black_box(work(index));
        longest = longest.max(one.elapsed());
    }
    let mean = start.elapsed() / u32::try_from(n).unwrap();
    println!(
        "{what:32} {n:6} times, {mean:>10.1?} each, {longest:>10.1?} at most, {:>7} kB more",
        memory() - before.min(memory())
    );
}

fn document(action: &str) -> String {
    let statement = json!([
        { "Effect": "Allow", "Action": [action, "s3:ListBucket"], "Resource": "arn:aws:s3:::payroll/*",
          "Condition": { "StringEquals": { "aws:PrincipalTag/team": "${aws:username}" } } },
        { "Effect": "Allow", "Action": "iam:Get*", "Resource": "*" },
    ]);
    json!({ "Version": "2012-10-17", "Statement": statement }).to_string()
}

/// The large world, without a history.
fn large() -> Sandbox {
    let mut sandbox = Sandbox::new(Scenario::first());
    timed("CreatePolicy", N_POLICIES, |index| {
        let input = json!({ "PolicyName": format!("Policy{index}"), "PolicyDocument": document("s3:GetObject") });
        call(&mut sandbox, &owner(), "iam:CreatePolicy", input);
    });
    timed("CreateUser", N_USERS - 2, |index| {
        call(&mut sandbox, &owner(), "iam:CreateUser", json!({ "UserName": format!("user{index}") }));
    });
    timed("CreateAccessKey", N_USERS / 10, |index| {
        call(&mut sandbox, &owner(), "iam:CreateAccessKey", json!({ "UserName": format!("user{}", index * 10) }));
    });
    timed("AttachUserPolicy", N_USERS, |index| {
        let arn = format!("arn:aws:iam::111122223333:policy/Policy{}", index % N_POLICIES);
        let input = json!({ "UserName": format!("user{index}"), "PolicyArn": arn });
        call(&mut sandbox, &owner(), "iam:AttachUserPolicy", input);
    });
    let save = Save { engine: "0".into(), ..sandbox.save(Value::Null) };
    Sandbox::open(&save)
}

fn main() {
    let mut sandbox = large();
    let keys: Vec<Credentials> = sandbox.keys().map(|key| Credentials::Key(key.access_key_id)).collect();
    println!("{} users, {} keys, {} kB in all", N_USERS, keys.len(), memory());
    timed("calls of users", N_EVENTS / 2, |index| {
        let key = &keys[index * 7 % keys.len()];
        call(&mut sandbox, key, "s3:GetObject", json!({ "Bucket": "payroll", "Key": "may.csv" }));
    });
    timed("writes of the owner", N_EVENTS / 2, |index| {
        let input = json!({ "UserName": format!("user{index}"), "Tags": [{ "Key": "team", "Value": "a" }] });
        call(&mut sandbox, &owner(), "iam:TagUser", input);
    });
    let question = Question::new(keys[keys.len() / 2].clone(), "s3:GetObject", "arn:aws:s3:::payroll/may.csv");
    timed("preview", 1_000, |_| sandbox.preview(&question));
    timed("keys", 20, |_| sandbox.keys().count());
    timed("records", 5, |_| sandbox.records().count());
    timed("difference", 20, |_| sandbox.steps()[0].world_before().difference(sandbox.world()).len());
    timed("fork", 1_000, |_| sandbox.clone());
    timed("save", 3, |_| sandbox.save(Value::Null).to_json().len());
    timed("credential report", 3, |_| {
        let mut fork = sandbox.clone();
        call(&mut fork, &owner(), "iam:GenerateCredentialReport", json!({}));
    });
    println!("{} steps, {} kB in all", sandbox.steps().len(), memory());
}

//! How fast the evaluator is: `cargo bench`. Measured, never asserted.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, unreachable_pub, clippy::unwrap_used, reason = "a benchmark: a panic is how it reports")]

#[path = "scenarios.rs"]
mod scenarios;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use iam_sandbox::analysis::flips;
use iam_sandbox::api::{ApiCall, Credentials, Question, Sandbox, Scenario};
use iam_sandbox::authz::Environment;
use iam_sandbox::eval::{authorize, authorize_traced};
use iam_sandbox::policy::{Author, Policy, PolicyKind};
use iam_sandbox::text::{Language, explain};
use serde_json::json;
use std::hint::black_box;

fn question(sandbox: &Sandbox, who: &str) -> Question {
    let key = sandbox.keys().find(|key| &*key.name == who).unwrap();
    Question::new(Credentials::Key(key.access_key_id), "s3:GetObject", "arn:aws:s3:::payroll/may.csv")
}

/// The first world, with ReadOnlyAccess on alice.
fn with_read_only_access() -> Sandbox {
    let mut sandbox = Sandbox::new(Scenario::first());
    sandbox.call(ApiCall {
        credentials: Credentials::Owner("111122223333".parse().unwrap()),
        operation: "iam:AttachUserPolicy".into(),
        input: json!({ "UserName": "alice", "PolicyArn": "arn:aws:iam::aws:policy/ReadOnlyAccess" }),
        environment: Environment::default(),
    });
    sandbox
}

fn decisions(criterion: &mut Criterion) {
    let first = Sandbox::new(Scenario::first());
    for (name, sandbox, who) in
        [("bob, through a group", first.clone(), "bob"), ("alice, ReadOnlyAccess", with_read_only_access(), "alice")]
    {
        let question = question(&sandbox, who);
        let answer = sandbox.preview(&question);
        let check = answer.deciding_check().unwrap();
        criterion.bench_function(&format!("decide: {name}"), |bencher| {
            bencher.iter(|| authorize(black_box(&check.request), black_box(&check.policies)));
        });
        criterion.bench_function(&format!("decide with trace: {name}"), |bencher| {
            bencher.iter(|| authorize_traced(black_box(&check.request), black_box(&check.policies)));
        });
        criterion.bench_function(&format!("gather, decide, trace: {name}"), |bencher| {
            bencher.iter(|| sandbox.preview(black_box(&question)));
        });
        criterion.bench_function(&format!("explain: {name}"), |bencher| {
            bencher.iter(|| explain(black_box(&answer), sandbox.world(), Language::English));
        });
    }
    let alice = question(&first, "alice");
    criterion.bench_function("flips: alice", |bencher| bencher.iter(|| flips(black_box(&first), black_box(&alice))));
}

/// Policies compiled once, requests by the thousand: one element is one decision.
fn bulk(criterion: &mut Criterion) {
    for scenario in scenarios::all() {
        let mut group = criterion.benchmark_group(scenario.name);
        group.throughput(Throughput::Elements(scenario.requests.len() as u64));
        group.bench_function("decide", |bencher| {
            bencher.iter(|| {
                let allowed = |request| authorize(black_box(request), &scenario.policies).is_allowed();
                scenario.requests.iter().filter(|request| allowed(request)).count()
            });
        });
        group.bench_function("decide with trace", |bencher| {
            bencher.iter(|| {
                for request in &scenario.requests {
                    black_box(authorize_traced(black_box(request), &scenario.policies));
                }
            });
        });
    }
}

fn parsing(criterion: &mut Criterion) {
    let texts = scenarios::large_texts();
    let mut group = criterion.benchmark_group("ten large managed policies");
    group.throughput(Throughput::Bytes(texts.iter().map(String::len).sum::<usize>() as u64));
    group.bench_function("parse and compile", |bencher| {
        bencher.iter(|| {
            let parse = |text: &String| Policy::parse_by(black_box(text), PolicyKind::Identity, Author::Aws);
            texts.iter().map(parse).collect::<Vec<_>>()
        });
    });
}

criterion_group!(benches, bulk, decisions, parsing);
criterion_main!(benches);

//! What `tests/bench/wasm.mjs` measures: the evaluator alone, in a module of its own that no package holds.
//! Each call asks many questions, so that crossing into the module costs nothing.
#![cfg(target_arch = "wasm32")]
#![allow(missing_docs, unreachable_pub, clippy::unwrap_used, reason = "a benchmark: a panic is how it reports")]

#[path = "scenarios.rs"]
mod scenarios;

use iam_sandbox::eval::{authorize, authorize_traced};
use iam_sandbox::policy::{Author, Policy, PolicyKind};
use scenarios::Scenario;
use std::hint::black_box;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
#[derive(Debug)]
pub struct Bench {
    texts: Vec<String>,
    scenarios: Vec<Scenario>,
}

#[wasm_bindgen]
impl Bench {
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self { texts: scenarios::large_texts(), scenarios: scenarios::all().into() }
    }

    pub fn name(&self, scenario: usize) -> Option<String> {
        self.scenarios.get(scenario).map(|scenario| scenario.name.to_owned())
    }

    /// Asks every question of the scenario `rounds` times; returns how many answers were yes.
    pub fn decide(&self, scenario: usize, rounds: u32) -> u32 {
        self.run(scenario, rounds, |scenario, request| authorize(request, &scenario.policies).is_allowed())
    }

    /// The same with a trace, which is thrown away.
    pub fn trace(&self, scenario: usize, rounds: u32) -> u32 {
        self.run(scenario, rounds, |scenario, request| {
            let (verdict, trace) = authorize_traced(request, &scenario.policies);
            black_box(trace);
            verdict.is_allowed()
        })
    }

    /// How many questions one round has.
    pub fn length(&self, scenario: usize) -> usize {
        self.scenarios[scenario].requests.len()
    }

    /// Reads and compiles the ten large policies; returns their length in bytes.
    pub fn compile(&self) -> usize {
        for text in &self.texts {
            black_box(Policy::parse_by(text, PolicyKind::Identity, Author::Aws));
        }
        self.texts.iter().map(String::len).sum()
    }

    fn run(
        &self,
        scenario: usize,
        rounds: u32,
        ask: impl Fn(&Scenario, &iam_sandbox::eval::AuthorizationRequest) -> bool,
    ) -> u32 {
        let scenario = &self.scenarios[scenario];
        let mut allowed = 0;
        for _ in 0..rounds {
            for request in &scenario.requests {
                allowed += u32::from(ask(scenario, black_box(request)));
            }
        }
        allowed
    }
}

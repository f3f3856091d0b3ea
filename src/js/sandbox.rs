//! The world for JavaScript: calls, command lines, the clock and the trail of one [`Sandbox`].
//!
//! Everything comes in as JSON text, which the package's JavaScript writes, and goes out as JSON text. Calls go through
//! the front door as the page's do; there is nothing here that the page could not do.

use super::answer;
use super::failure::Failure;
use super::language;
use super::shape::EvaluationShape;
use crate::api::{
    Answer, ApiCall, Audit, Credentials, Outcome, Save, Scenario, ScenarioAccount, ScenarioCall, SignedCredentials,
};
use crate::arn::AccountId;
use crate::authz::Environment;
use crate::cli::{self, CliErrorKind, Terminal};
use crate::clock::Timestamp;
use crate::json::json;
use crate::services::ApiError;
use crate::text;
use crate::world::IdSource;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use wasm_bindgen::prelude::*;

/// A world with its clock and its history.
#[wasm_bindgen(js_name = Sandbox)]
#[derive(Debug)]
pub struct Sandbox {
    sandbox: crate::api::Sandbox,
    terminal: Terminal,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Options {
    seed: Option<Box<str>>,
    now: Option<Timestamp>,
    scenario: Option<Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Call {
    credentials: Caller,
    service: String,
    operation: String,
    #[serde(default)]
    input: Value,
}

#[derive(Deserialize)]
#[serde(untagged, expecting = "expected \"owner\" or an access key")]
enum Caller {
    Word(String),
    Signed(SignedCredentials),
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct CallResult<'a> {
    ok: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    output: Option<&'a Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<Refusal<'a>>,
    evaluations: Vec<EvaluationShape>,
    event_id: Box<str>,
}

#[derive(Serialize)]
struct Refusal<'a> {
    code: &'a str,
    message: &'a str,
    status: u16,
}

impl<'a> From<&'a ApiError> for Refusal<'a> {
    fn from(error: &'a ApiError) -> Self {
        Self { code: &error.code, message: &error.message, status: error.status }
    }
}

/// The account of a world that nobody described.
const ACCOUNT: &str = "111122223333";

/// The user whose key is the default profile.
const ADMIN: &str = "admin";

#[wasm_bindgen(js_class = Sandbox)]
impl Sandbox {
    /// The world of a scenario, or one account with one administrator.
    #[wasm_bindgen(constructor)]
    pub fn new(options: &str) -> Result<Self, JsValue> {
        let options: Options = read("options", options)?;
        let scenario = match options.scenario {
            Some(scenario) => Scenario::parse(&scenario.to_string())
                .map_err(|error| Failure::request(format!("options.scenario: {error}")))?,
            None => standalone(),
        };
        let seed = options.seed.unwrap_or_else(|| scenario.seed.clone());
        let start = options.now.unwrap_or(scenario.start);
        let built = options.now.unwrap_or(scenario.built);
        Ok(Self::of(crate::api::Sandbox::new(Scenario { built, start, seed, ..scenario })))
    }

    fn of(sandbox: crate::api::Sandbox) -> Self {
        let mut terminal = Terminal::of(&sandbox);
        let admin = sandbox.keys().find(|key| &*key.name == ADMIN);
        if let Some(admin) = admin.filter(|_| sandbox.scenario().id == standalone().id) {
            terminal.actor = Credentials::Key(admin.access_key_id);
        }
        Self { sandbox, terminal }
    }

    /// Makes a call.
    pub fn call(&mut self, call: &str) -> Result<String, JsValue> {
        let call: Call = read("call", call)?;
        let credentials = match call.credentials {
            Caller::Signed(signed) => Credentials::Signed(signed),
            Caller::Word(word) if word == "owner" => Credentials::Owner(self.terminal.home),
            Caller::Word(_) => {
                return Err(Failure::request("call.credentials: expected \"owner\" or an access key").into());
            }
        };
        let call = ApiCall {
            credentials,
            operation: format!("{}:{}", call.service, call.operation).into(),
            input: if call.input.is_null() { json!({}) } else { call.input },
            environment: Environment::default(),
        };
        let answer = self.sandbox.call(call).clone();
        Ok(result(&answer, self.last_event_id()).to_string())
    }

    /// Carries a command line out. `files` is an object of texts by name, for `file://name`.
    pub fn cli(&mut self, line: &str, files: &str) -> Result<String, JsValue> {
        let files: BTreeMap<String, String> = read("files", files)?;
        self.terminal.files.extend(files);
        let output = cli::run(&mut self.sandbox, &mut self.terminal, line);
        let mut stderr = output.stderr;
        if let Some(CliErrorKind::Sandbox(problem)) = output.error.as_ref().map(|error| &error.kind) {
            stderr.push_str(&text::terminal_problem(language(), problem));
            stderr.push('\n');
        }
        Ok(json!({ "stdout": output.stdout, "stderr": stderr, "exitCode": output.code }).to_string())
    }

    /// Moves the clock on by whole seconds.
    pub fn advance(&mut self, seconds: f64) -> Result<(), JsValue> {
        let is_whole = seconds.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&seconds);
        if !is_whole {
            return Err(Failure::request("seconds: expected a whole number from 0 to 4294967295").into());
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "whole and in range, as was checked"
        )]
        self.sandbox.advance_clock(seconds as u32);
        Ok(())
    }

    /// What the clock shows.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn now(&self) -> String {
        self.sandbox.now().to_string()
    }

    /// The records of the trail, oldest first, as JSON.
    #[must_use]
    pub fn events(&self) -> String {
        Value::from(self.sandbox.events()).to_string()
    }

    /// Everything there is, as a text that can be restored.
    #[must_use]
    pub fn snapshot(&self) -> String {
        self.sandbox.save(Value::Null).to_json()
    }

    /// The world of a snapshot.
    pub fn restore(snapshot: &str) -> Result<Self, JsValue> {
        let save = Save::parse(snapshot).map_err(|error| Failure::snapshot(format!("snapshot: {error}")))?;
        Ok(Self::of(crate::api::Sandbox::open(&save)))
    }

    /// Goes back to before the last change.
    pub fn undo(&mut self) -> bool {
        self.sandbox.undo()
    }

    /// Does again what was undone last.
    pub fn redo(&mut self) -> bool {
        self.sandbox.redo()
    }

    /// The id of the last call's record; one of its own where the trail has none, as of the owner's calls.
    fn last_event_id(&self) -> Box<str> {
        let step = self.sandbox.last_told().unwrap_or_default();
        if let Some(Audit::Recorded(records)) = self.sandbox.audit(step)
            && let Some(id) = records.first().and_then(|record| record.event["eventID"].as_str())
        {
            return id.into();
        }
        IdSource::new(&format!("{} call {step}", self.sandbox.scenario().seed)).next_uuid()
    }
}

fn read<T: DeserializeOwned>(name: &str, text: &str) -> Result<T, Failure> {
    crate::json::read(text).map_err(|error| Failure::request(format!("{name}: {error}")))
}

fn result(answer: &Answer, event_id: Box<str>) -> Value {
    let evaluations = answer.checks.iter().map(|check| answer::shape(check, None, language())).collect();
    let (output, error) = match &answer.outcome {
        Outcome::Done(output) => (Some(output), None),
        Outcome::Allowed => (None, None),
        Outcome::Failed(error) => (None, Some(error.into())),
    };
    let result = CallResult { ok: error.is_none(), output, error, evaluations, event_id };
    serde_json::to_value(result).unwrap_or_default()
}

/// One account with its root user and one administrator, who has an access key.
fn standalone() -> Scenario {
    let account: AccountId = ACCOUNT.parse().unwrap_or(AccountId::NOBODY);
    let call = |call: &str, input: Value| ScenarioCall { account, call: call.into(), input, keep: BTreeMap::new() };
    let start = Scenario::first().start;
    Scenario {
        id: "standalone".into(),
        built: start,
        start,
        seed: "standalone".into(),
        accounts: vec![ScenarioAccount { id: account, name: "main".into() }],
        build: vec![
            call("iam:CreateUser", json!({ "UserName": ADMIN })),
            call(
                "iam:AttachUserPolicy",
                json!({ "UserName": ADMIN, "PolicyArn": "arn:aws:iam::aws:policy/AdministratorAccess" }),
            ),
            call("iam:CreateAccessKey", json!({ "UserName": ADMIN })),
        ],
        imported: Vec::new(),
        history: Vec::new(),
        ask: None,
    }
}

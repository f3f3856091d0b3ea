//! The engine for JavaScript: the npm package's functions, as Wasm exports.
//!
//! Values of JavaScript are read and checked here, asked about, and answered in the shapes that
//! `src/js/package/index.d.ts` promises. What comes in may be anything; whatever is wrong with it
//! ends in a [`failure::Failure`], which the package's own JavaScript turns into a typed error.
//!
//! Nothing here decides: every answer is the evaluator's, every sentence is from [`crate::text`].

mod answer;
mod bounds;
mod context;
mod failure;
mod finding;
mod policies;
mod principal;
mod read;
mod request;
mod sandbox;
mod shape;

use crate::text::Language;
use failure::Failure;
use policies::Policies;
use request::Question;
use std::cell::Cell;
use wasm_bindgen::prelude::*;

thread_local! {
    static LANGUAGE: Cell<Language> = const { Cell::new(Language::English) };
}

fn language() -> Language {
    LANGUAGE.with(Cell::get)
}

/// Sets the language of sentences; an unknown code is an error.
#[wasm_bindgen(js_name = setLanguage)]
pub fn set_language(code: &JsValue) -> Result<(), JsValue> {
    let known = [Language::English, Language::Spanish].into_iter().find(|known| read::is_text(code, known.code()));
    let language = known.ok_or_else(|| Failure::request("options.lang: expected \"en\" or \"es\""))?;
    LANGUAGE.with(|cell| cell.set(language));
    Ok(())
}

/// Decides one request, with everything there is to say about it, as JSON.
#[wasm_bindgen]
pub fn evaluate(request: &JsValue, policies: &JsValue) -> Result<String, JsValue> {
    let question = Question::read(request, &read::Path::Root("request"))?;
    let policies = Policies::read(policies, Some(question.resource_kind))?;
    Ok(answer::explain(&question, &policies, language())?)
}

/// What is wrong with a document, as JSON.
#[wasm_bindgen(js_name = validatePolicy)]
pub fn validate_policy(document: &JsValue, policy_type: &JsValue) -> Result<String, JsValue> {
    Ok(finding::validate(document, policy_type, language())?)
}

/// Policies read and compiled once, for many requests.
#[wasm_bindgen(js_name = PolicySet)]
#[derive(Debug)]
pub struct PolicySet(Policies);

#[wasm_bindgen(js_class = PolicySet)]
impl PolicySet {
    /// Reads and compiles.
    #[wasm_bindgen(constructor)]
    pub fn new(policies: &JsValue) -> Result<Self, JsValue> {
        Ok(Self(Policies::read(policies, None)?))
    }

    /// The number of the decision: 0 allowed, 1 explicitDeny, 2 implicitDeny, 3 cannotSay.
    pub fn decide(&self, request: &JsValue) -> Result<u8, JsValue> {
        let question = Question::read(request, &read::Path::Root("request"))?;
        Ok(self.0.decide(&question)?)
    }

    /// The numbers of the decisions, in the order of the requests.
    #[wasm_bindgen(js_name = decideMany)]
    pub fn decide_many(&self, requests: &RequestBatch) -> Result<Vec<u8>, JsValue> {
        let mut decisions = Vec::with_capacity(requests.0.len());
        for question in &requests.0 {
            decisions.push(self.0.decide(question)?);
        }
        Ok(decisions)
    }

    /// Decides one request, with everything there is to say about it, as JSON.
    pub fn explain(&self, request: &JsValue) -> Result<String, JsValue> {
        let question = Question::read(request, &read::Path::Root("request"))?;
        Ok(answer::explain(&question, &self.0, language())?)
    }
}

/// Requests read once.
#[wasm_bindgen(js_name = RequestBatch)]
#[derive(Debug)]
pub struct RequestBatch(Box<[Question]>);

#[wasm_bindgen(js_class = RequestBatch)]
impl RequestBatch {
    /// Reads the requests of an array.
    #[wasm_bindgen(constructor)]
    pub fn new(requests: &JsValue) -> Result<Self, JsValue> {
        Ok(Self(request::read_many(requests)?))
    }

    /// How many requests there are.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn length(&self) -> usize {
        self.0.len()
    }
}

//! The results file: what was asked and answered, without the score, which follows from it.
//!
//! Whoever opens the file makes the items again and grades the answers again. A check sum shows that a file
//! was edited by hand; it proves nothing about who sat there, since everything in it can be made anew.

use super::edition::Edition;
use super::fact::Actor;
use super::grade::Response;
use super::item::{ItemId, Place};
use super::set::{Length, Set, templates};
use super::sitting::{Given, GivenError, Score, Sitting, Sureness};
use crate::clock::Timestamp;
use crate::eval::Decision;
use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};

/// The format of the file.
pub const FORMAT: u32 = 1;

/// What tells a results file from others.
const KIND: &str = "iam-sandbox-practice";

/// So many items a file may have; who practises more begins anew.
const MAX_ITEMS: usize = 1_000;

/// Why a file gives no score.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ResultsError {
    /// The text ends before the file does.
    #[error("the file is cut off")]
    Cut,
    /// It is something else.
    #[error("this is not a results file of the sandbox: {0}")]
    NotResults(String),
    /// It was written by another version.
    #[error("the file has format {found}; this version reads format {FORMAT}")]
    OtherFormat {
        /// The format of the file.
        found: u64,
    },
    /// It draws from templates that this version does not have.
    #[error("the file is of edition {found}; this version has editions up to {}", Edition::NEWEST.number())]
    OtherEdition {
        /// The edition of the file.
        found: u16,
    },
    /// A template has changed since.
    #[error("item {index} was made by `{id}`, which this version does not have")]
    OtherItemVersion {
        /// Position from 0.
        index: usize,
        /// The item.
        id: String,
    },
    /// It was changed after it was written.
    #[error("the file was changed after it was written")]
    Edited,
    /// The items are not those of the set.
    #[error("item {index} is not the one that the set has there")]
    OtherItem {
        /// Position from 0.
        index: usize,
    },
    /// An answer cannot have been given.
    #[error("answer {index}: {error}")]
    Answer {
        /// Position of the item from 0.
        index: usize,
        /// Why.
        error: GivenError,
    },
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct File {
    kind: String,
    format: u64,
    /// Files that do not say are of the first one, whose check sums are without it.
    #[serde(default, skip_serializing_if = "is_first")]
    edition: Edition,
    set: Length,
    seed: String,
    started: Timestamp,
    items: Vec<String>,
    answers: Vec<Line>,
    check: String,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
fn is_first(edition: &Edition) -> bool {
    *edition == Edition::FIRST
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Line {
    item: usize,
    at: Timestamp,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sureness: Option<Sureness>,
    #[serde(flatten)]
    answer: Written,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum Written {
    Predict { verdict: Decision, place: Place },
    WhoCan(Vec<String>),
}

/// Writes a sitting to a file.
#[must_use]
pub fn results(sitting: &Sitting) -> String {
    let mut answers: Vec<Line> =
        sitting.given.iter().enumerate().filter_map(|(item, given)| Some(line(item, given.as_ref()?))).collect();
    crate::ordered::sort_by_key(&mut answers, |line| line.at);
    let mut file = File {
        kind: KIND.into(),
        format: FORMAT.into(),
        edition: sitting.set.edition,
        set: sitting.set.length.clone(),
        seed: format!("{:016x}", sitting.set.seed),
        started: sitting.started,
        items: sitting.items.iter().map(|item| item.id.to_string()).collect(),
        answers,
        check: String::new(),
    };
    file.check = check_sum(&file);
    serde_json::to_string_pretty(&file).unwrap_or_default()
}

fn line(item: usize, given: &Given) -> Line {
    let answer = match &given.response {
        Response::Predict { verdict, place } => Written::Predict { verdict: *verdict, place: *place },
        Response::WhoCan(who) => Written::WhoCan(who.iter().map(Actor::to_string).collect()),
    };
    Line { item, at: given.at, sureness: given.sureness, answer }
}

/// Of everything but itself.
fn check_sum(file: &File) -> String {
    let mut value = serde_json::to_value(file).unwrap_or_default();
    if let Value::Object(members) = &mut value {
        members.shift_remove("check");
    }
    let digest = Sha256::digest(value.to_string().as_bytes());
    HEXLOWER.encode(&digest)[..32].into()
}

/// Makes the sitting of a file again: its items are generated, its answers given.
///
/// Errors: the file is cut, edited, of another version, or tells of something that cannot have been.
pub fn replay(text: &str) -> Result<Sitting, ResultsError> {
    let file = read(text)?;
    let seed = u64::from_str_radix(&file.seed, 16).map_err(|error| ResultsError::NotResults(error.to_string()))?;
    if check_sum(&file) != file.check {
        return Err(ResultsError::Edited);
    }
    let edition = Edition::of(file.edition.number().into());
    let edition = edition.ok_or(ResultsError::OtherEdition { found: file.edition.number() })?;
    let mut sitting = Sitting::new(Set { edition, length: file.set, seed }, file.started);
    known_versions(&file.items)?;
    while sitting.items.len() < file.items.len() && sitting.go_on() {}
    let n_items = sitting.items.len().max(file.items.len());
    let is_same = |index: &usize| {
        sitting.items.get(*index).map(|item| item.id.to_string()).as_deref() == file.items.get(*index).map(|id| &**id)
    };
    if let Some(index) = (0..n_items).find(|index| !is_same(index)) {
        return Err(ResultsError::OtherItem { index });
    }
    for line in file.answers {
        let index = line.item;
        let response = response(&sitting, index, line.answer).map_err(|error| ResultsError::Answer { index, error })?;
        let given = Given { response, sureness: line.sureness, at: line.at };
        sitting.answer(index, given).map_err(|error| ResultsError::Answer { index, error })?;
    }
    Ok(sitting)
}

/// What the answers of a file come to, by making its items again.
///
/// Errors: as [`replay`].
pub fn recompute(text: &str) -> Result<Score, ResultsError> {
    replay(text).map(|sitting| sitting.score())
}

fn read(text: &str) -> Result<File, ResultsError> {
    let not_results = |error: serde_json::Error| match error.classify() {
        serde_json::error::Category::Eof => ResultsError::Cut,
        _ => ResultsError::NotResults(error.to_string()),
    };
    let value: Value = serde_json::from_str(text).map_err(not_results)?;
    if value["kind"] != KIND {
        return Err(ResultsError::NotResults(format!("`kind` is not `{KIND}`")));
    }
    match value["format"].as_u64() {
        Some(found) if found != u64::from(FORMAT) => return Err(ResultsError::OtherFormat { found }),
        _ => {}
    }
    let file: File = crate::json::of_value(value).map_err(|error| ResultsError::NotResults(error.to_string()))?;
    if file.items.len() > MAX_ITEMS {
        return Err(ResultsError::NotResults(format!("more than {MAX_ITEMS} items")));
    }
    Ok(file)
}

fn known_versions(items: &[String]) -> Result<(), ResultsError> {
    for (index, text) in items.iter().enumerate() {
        let id: ItemId = text.parse().map_err(|error: &str| ResultsError::NotResults(error.into()))?;
        if !templates().any(|(name, version, _)| *name == *id.template && version == id.version) {
            return Err(ResultsError::OtherItemVersion { index, id: text.clone() });
        }
    }
    Ok(())
}

fn response(sitting: &Sitting, index: usize, written: Written) -> Result<Response, GivenError> {
    let item = sitting.items.get(index).ok_or(GivenError::NoItem)?;
    match written {
        Written::Predict { verdict, place } => Ok(Response::Predict { verdict, place }),
        Written::WhoCan(names) => {
            let actor = |name: &String| item.asked.who.iter().find(|who| who.to_string() == *name).cloned();
            let chosen = names.iter().map(actor).collect::<Option<_>>();
            chosen.map(Response::WhoCan).ok_or(GivenError::Unfitting)
        }
    }
}

//! A sandbox as a file: the world wins, events are history.

use super::history::Event;
use super::scenario::Scenario;
use super::{Sandbox, SimulatedClock};
use crate::activity::Activity;
use crate::world::World;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::sync::Arc;

/// The format that this engine writes. Every format that was ever released can be read.
///
/// | format | what is new |
/// | --- | --- |
/// | 1 | |
/// | 2 | questions have credentials of every kind, where they named an access key; sessions of every kind; keys, endpoints, organizations |
/// | 3 | sign-in, metadata requests and the propagation delay are events; devices, profiles, instances, functions, applications, trails; scenarios with a history |
/// | 4 | how accounts came into an organization, and whom it trusts with what; tags of resources |
pub const FORMAT: u32 = 4;

/// Why a save cannot be opened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SaveError {
    /// Not JSON, or not of this shape.
    #[error("{0}")]
    Shape(String),
    /// Written by a newer version.
    #[error("format {0} is newer than this version can read")]
    Newer(u32),
}

/// What is saved.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Save {
    /// See [`FORMAT`].
    pub format: u32,
    /// The version of the engine that wrote it.
    pub engine: Box<str>,
    /// What the world began as.
    pub scenario: Scenario,
    /// The world as it is.
    pub world: World,
    /// What the clock shows.
    pub clock: SimulatedClock,
    /// What was used when.
    #[serde(default, skip_serializing_if = "Activity::is_empty")]
    pub activity: Activity,
    /// What was done since the beginning; left out of share links.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<Event>,
    /// What was on the screen; the page's business.
    #[serde(default)]
    pub view: Value,
}

impl Save {
    /// Reads a save.
    ///
    /// Errors: the text is no save, or one from the future.
    pub fn parse(json: &str) -> Result<Self, SaveError> {
        let value: Value = serde_json::from_str(json).map_err(|error| SaveError::Shape(error.to_string()))?;
        match value.get("format").and_then(Value::as_u64) {
            Some(format) if format > u64::from(FORMAT) => {
                Err(SaveError::Newer(u32::try_from(format).unwrap_or(u32::MAX)))
            }
            Some(_) => crate::json::of_value(value).map_err(|error| SaveError::Shape(error.to_string())),
            None => Err(SaveError::Shape("the member `format` is missing".to_owned())),
        }
    }

    /// The save as text.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl Sandbox {
    /// Everything there is, with `view` put by.
    #[must_use]
    pub fn save(&self, view: Value) -> Save {
        Save {
            format: FORMAT,
            engine: env!("CARGO_PKG_VERSION").into(),
            scenario: (*self.scenario).clone(),
            world: self.world.clone(),
            clock: self.clock,
            activity: self.activity.clone(),
            events: self.told().cloned().collect(),
            view,
        }
    }

    /// Opens a save. Its history is played again where the same engine wrote it and the outcome is
    /// the saved world; else the world stands alone, without undo.
    #[must_use]
    pub fn open(save: &Save) -> Self {
        if &*save.engine == env!("CARGO_PKG_VERSION") {
            let mut sandbox = Self::new(save.scenario.clone());
            sandbox.replay(&save.events);
            let is_same = match save.format {
                0..=3 => sandbox.world.without_memberships() == save.world,
                _ => sandbox.world == save.world,
            };
            if is_same && sandbox.clock == save.clock {
                return sandbox;
            }
        }
        Self {
            scenario: Arc::new(save.scenario.clone()),
            world: save.world.clone(),
            clock: save.clock,
            activity: save.activity.clone(),
            steps: Vec::new(),
            n_before: 0,
            undone: Vec::new(),
        }
    }
}

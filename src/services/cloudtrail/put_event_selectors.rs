//! `cloudtrail:PutEventSelectors`: says what a trail records: management events, and data events of which resources.

use super::{input, view};
use crate::authz::AccessCheck;
use crate::services::request::{read_by_serde, request};
use crate::services::{ApiError, Operation, Stage};
use crate::world::EventSelector;
use serde_json::Value;

read_by_serde!(EventSelector);

request! {
    /// The request.
    pub(crate) struct Input {
        trail_name: String,
        event_selectors: Vec<EventSelector>,
    }
}

/// `cloudtrail:PutEventSelectors`
#[derive(Clone, Copy, Debug)]
pub(crate) struct PutEventSelectors;

impl Operation for PutEventSelectors {
    type Input = Input;

    const NAME: &'static str = "cloudtrail:PutEventSelectors";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![input::check(Self::NAME, stage, &input.trail_name)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut trail = input::find(stage, &input.trail_name)?;
        check_selectors(&input.event_selectors)?;
        trail.selectors = input.event_selectors;
        let output = view::selectors(&trail);
        stage.world.put_trail(trail);
        Ok(output)
    }
}

/// Resource types that event selectors know; others need advanced ones.
const TYPES: [&str; 3] = ["AWS::DynamoDB::Table", "AWS::Lambda::Function", "AWS::S3::Object"];

/// Selectors that a trail can have (API reference, `EventSelector`): one to five.
const MOST_SELECTORS: usize = 5;

fn check_selectors(selectors: &[EventSelector]) -> Result<(), ApiError> {
    let mut kinds = selectors.iter().flat_map(|selector| &selector.data_resources).map(|resource| &*resource.kind);
    if (1..=MOST_SELECTORS).contains(&selectors.len()) && kinds.all(|kind| TYPES.contains(&kind)) {
        return Ok(());
    }
    let message = "The event selectors are not valid. Check the number of selectors, and the types of data resources.";
    Err(ApiError::new("InvalidEventSelectorsException", 400, message))
}

//! `sqs:ReceiveMessage`: hands out messages, which others do not see for a while then.

use super::queue;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::Message;
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        queue_url: String,
        max_number_of_messages: Option<usize>,
        visibility_timeout: Option<u32>,
        attribute_names: Vec<String>,
        message_system_attribute_names: Vec<String>,
        #[expect(dead_code, reason = "nothing comes while one waits")]
        wait_time_seconds: Option<u32>,
    }
}

/// How many messages come at the most.
const MOST: usize = 10;

/// For how many seconds a message is hidden, unless the queue or the request says otherwise.
const HIDDEN_SECONDS: i64 = 30;

/// A message as it is handed out.
fn view(message: &Message, wanted: &[String]) -> Value {
    let milliseconds = message.sent.epoch_seconds() * 1_000;
    let all = [
        ("SenderId", message.sender.to_string()),
        ("SentTimestamp", milliseconds.to_string()),
        ("ApproximateReceiveCount", message.n_received.to_string()),
    ];
    let is_wanted = |name: &str| wanted.iter().any(|wanted| wanted == "All" || wanted == name);
    let told = all.into_iter().filter(|(name, _)| is_wanted(name));
    let told: serde_json::Map<_, _> = told.map(|(name, value)| (name.to_owned(), json!(value))).collect();
    let mut view = json!({ "MessageId": message.id, "ReceiptHandle": message.receipt, "Body": message.body });
    if !told.is_empty() {
        view["Attributes"] = told.into();
    }
    view
}

/// `sqs:ReceiveMessage`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ReceiveMessage;

impl Operation for ReceiveMessage {
    type Input = Input;

    const NAME: &'static str = "sqs:ReceiveMessage";
    const IS_OPEN_TO_ALL: bool = true;

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(queue::checks(Self::NAME, stage, &input.queue_url))
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut changed = queue::find(stage, &input.queue_url)?;
        queue::check_key(stage, &changed)?;
        let most = input.max_number_of_messages.unwrap_or(1);
        if !(1..=MOST).contains(&most) {
            let reason = format!("Must be between 1 and {MOST}, if provided.");
            return Err(queue::invalid(&most.to_string(), "MaxNumberOfMessages", &reason));
        }
        let usual = queue::number(&changed, "VisibilityTimeout", HIDDEN_SECONDS);
        let hidden = input.visibility_timeout.map_or(usual, i64::from);
        let wanted = [input.attribute_names, input.message_system_attribute_names].concat();
        let mut told = Vec::new();
        for message in changed.messages.iter_mut().filter(|message| message.visible <= stage.now).take(most) {
            message.visible = stage.now.plus_seconds(hidden);
            message.n_received += 1;
            message.receipt = Some(stage.world.next_secret(56));
            told.push(view(message, &wanted));
        }
        stage.world.put_resource(changed);
        Ok(if told.is_empty() { json!({}) } else { json!({ "Messages": told }) })
    }
}

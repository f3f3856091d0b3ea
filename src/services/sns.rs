//! Amazon SNS, as far as topics and their policies go: one file an operation.

mod topic;

mod create_topic;
mod delete_topic;
mod get_topic_attributes;
mod list_topics;
mod set_topic_attributes;

pub(super) use create_topic::CreateTopic;
pub(super) use delete_topic::DeleteTopic;
pub(super) use get_topic_attributes::GetTopicAttributes;
pub(super) use list_topics::ListTopics;
pub(super) use set_topic_attributes::SetTopicAttributes;

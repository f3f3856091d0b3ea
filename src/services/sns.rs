//! Amazon SNS: topics, their policies, who is subscribed to them and what is published; one file an operation.

mod subscription;
mod topic;

mod add_permission;
mod confirm_subscription;
mod create_topic;
mod delete_topic;
mod get_topic_attributes;
mod list_subscriptions;
mod list_subscriptions_by_topic;
mod list_tags_for_resource;
mod list_topics;
mod publish;
mod remove_permission;
mod set_topic_attributes;
mod subscribe;
mod tag_resource;
mod unsubscribe;
mod untag_resource;

pub(super) use add_permission::AddPermission;
pub(super) use confirm_subscription::ConfirmSubscription;
pub(super) use create_topic::CreateTopic;
pub(super) use delete_topic::DeleteTopic;
pub(super) use get_topic_attributes::GetTopicAttributes;
pub(super) use list_subscriptions::ListSubscriptions;
pub(super) use list_subscriptions_by_topic::ListSubscriptionsByTopic;
pub(super) use list_tags_for_resource::ListTagsForResource;
pub(super) use list_topics::ListTopics;
pub(super) use publish::Publish;
pub(super) use remove_permission::RemovePermission;
pub(super) use set_topic_attributes::SetTopicAttributes;
pub(super) use subscribe::Subscribe;
pub(super) use tag_resource::TagResource;
pub(super) use unsubscribe::Unsubscribe;
pub(super) use untag_resource::UntagResource;

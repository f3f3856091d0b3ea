//! Amazon SQS: queues, their policies and the messages in them; one file an operation.

mod queue;

mod add_permission;
mod create_queue;
mod delete_message;
mod delete_queue;
mod get_queue_attributes;
mod get_queue_url;
mod list_queue_tags;
mod list_queues;
mod receive_message;
mod remove_permission;
mod send_message;
mod set_queue_attributes;
mod tag_queue;
mod untag_queue;

pub(super) use add_permission::AddPermission;
pub(super) use create_queue::CreateQueue;
pub(super) use delete_message::DeleteMessage;
pub(super) use delete_queue::DeleteQueue;
pub(super) use get_queue_attributes::GetQueueAttributes;
pub(super) use get_queue_url::GetQueueUrl;
pub(super) use list_queue_tags::ListQueueTags;
pub(super) use list_queues::ListQueues;
pub(super) use queue::key_checks;
pub use queue::url as queue_url;
pub(super) use receive_message::ReceiveMessage;
pub(super) use remove_permission::RemovePermission;
pub(super) use send_message::SendMessage;
pub(super) use set_queue_attributes::SetQueueAttributes;
pub(super) use tag_queue::TagQueue;
pub(super) use untag_queue::UntagQueue;

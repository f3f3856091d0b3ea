//! Amazon SQS, as far as queues and their policies go: one file an operation.

mod queue;

mod create_queue;
mod delete_queue;
mod get_queue_attributes;
mod list_queues;
mod set_queue_attributes;

pub(super) use create_queue::CreateQueue;
pub(super) use delete_queue::DeleteQueue;
pub(super) use get_queue_attributes::GetQueueAttributes;
pub(super) use list_queues::ListQueues;
pub use queue::url as queue_url;
pub(super) use set_queue_attributes::SetQueueAttributes;

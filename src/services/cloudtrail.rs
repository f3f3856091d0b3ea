//! AWS CloudTrail: one file an operation.

mod delivery;
mod input;
mod view;

mod create_trail;
mod delete_trail;
mod describe_trails;
mod get_event_selectors;
mod get_trail;
mod get_trail_status;
mod list_trails;
mod lookup_events;
mod put_event_selectors;
mod start_logging;
mod stop_logging;

pub(super) use create_trail::CreateTrail;
pub(super) use delete_trail::DeleteTrail;
pub(super) use describe_trails::DescribeTrails;
pub(super) use get_event_selectors::GetEventSelectors;
pub(super) use get_trail::GetTrail;
pub(super) use get_trail_status::GetTrailStatus;
pub(super) use list_trails::ListTrails;
pub(super) use lookup_events::LookupEvents;
pub(super) use put_event_selectors::PutEventSelectors;
pub(super) use start_logging::StartLogging;
pub(super) use stop_logging::StopLogging;

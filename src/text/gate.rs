//! The gate of a VPC endpoint in words, as the rail draws it.

use crate::eval::{StatementRef, StationOutcome};
use crate::rule::Rule;

/// The gate of a VPC endpoint, which stands before the stations and has no number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GateView {
    /// What was found.
    pub outcome: StationOutcome,
    /// By which rule.
    pub rule: Rule,
    /// Its name.
    pub title: &'static str,
    /// What it is for.
    pub purpose: &'static str,
    /// What was found, in a few words.
    pub detail: &'static str,
    /// The statements that matter here, most decisive first.
    pub shown: Vec<StatementRef>,
    /// The other statements that were looked at.
    pub others: Vec<StatementRef>,
}

impl GateView {
    /// Whether the request ends here.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        self.outcome == StationOutcome::Stopped
    }
}

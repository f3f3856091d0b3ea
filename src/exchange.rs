//! Accounts as files: what `aws iam get-account-authorization-details` prints becomes an account of a world, and an
//! account becomes that JSON again, or a script of AWS CLI lines that makes it anew.
//!
//! Reading goes through the same checks as a call: names, ARNs and documents that IAM would not take are left out and
//! listed with their place, and what such a file does not tell at all is marked in the account as
//! [unseen](crate::world::Unseen), so that a verdict which depends on it is that it cannot be said. What such a verdict
//! depends on is not known here, nor are sentences: `text` has them.

mod aws_words;
mod details;
mod element;
mod entity;
mod importer;
mod pages;
mod problem;
mod pseudonym;
mod rename;
mod script;

pub use details::authorization_details;
pub use importer::{Imported, Importer, Options, Progress};
pub use problem::{Absence, Counts, ImportError, List, Place, Problem, ProblemKind, Report};
pub use pseudonym::Pseudonyms;
pub use script::script;

//! Questions about a sandbox that are answered by asking it: what would change an answer, what else
//! became possible, which document a statement stands in.
//!
//! Nothing here decides: every claim is proven by the front door, in a fork.

mod document;
mod flip;
mod probe;

pub use document::{DocumentRef, document_of};
pub use flip::{Change, Flip, flips};
pub use probe::{Probe, newly_possible, targets};

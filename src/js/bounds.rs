//! How much is taken at a time. Beyond these bounds there is an error that says so, and no attempt.
//!
//! AWS takes far less of everything; the bounds keep time and memory in hand when what comes in
//! was made by a program that went astray.

/// UTF-16 units of one string of a request: an action, a resource, a value of a condition key.
pub(super) const STRING: u32 = 8_192;
/// Condition keys of one request.
pub(super) const KEYS: u32 = 1_000;
/// Values of one condition key.
pub(super) const VALUES: u32 = 1_000;
/// Requests of one batch.
pub(super) const REQUESTS: u32 = 1_000_000;
/// Policies of one layer, of a level in the layers that have levels.
pub(super) const POLICIES: u32 = 1_000;
/// Levels of an organization; AWS has seven.
pub(super) const LEVELS: u32 = 50;
/// UTF-16 units of a document; no text is read beyond what can be within AWS's limit of characters.
pub(super) const DOCUMENT: u32 = 2 * 131_072;

//! AWS Key Management Service: one file an operation.

mod key;

mod create_alias;
mod create_key;
mod put_key_policy;

pub(super) use create_alias::CreateAlias;
pub(super) use create_key::CreateKey;
pub(super) use put_key_policy::PutKeyPolicy;

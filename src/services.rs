//! The table of operations: what each call needs to be allowed, and what it then does.
//!
//! One file an operation. An operation says which permissions it needs and changes the world; it
//! does not decide, and it does not see the clock or the event log. Input is JSON with AWS's names. An operation that
//! has no file and stands in the models of `catalog` is asked for its permissions all the same
//! ([`checks_of_unmodelled`]), and nothing comes of it.

mod claims;
mod cloudtrail;
mod cognito_identity;
mod constraints;
mod delivery;
mod dynamodb;
mod ec2;
mod error;
mod iam;
mod identity_center;
mod kms;
mod lambda;
mod metadata;
mod notify;
mod organizations;
mod outsider;
mod paging;
mod pass_role;
mod permission;
mod principals;
mod request;
mod resource;
mod rolesanywhere;
mod s3;
mod sandbox;
mod secretsmanager;
mod sns;
mod sqs;
mod sts;
mod table;
mod tags;
mod trail;
mod unmodelled;
mod validate;

pub use claims::set_claims;
pub use error::ApiError;
pub use metadata::{MetadataRequest, MetadataResponse, metadata};
pub use outsider::{Outsider, outsider, session_call};
pub use rolesanywhere::signed_text;
pub use sandbox::keep_credentials;
pub use sqs::queue_url;
pub use table::OPERATIONS;
pub use trail::{Past, TrailRecord};
pub use unmodelled::checks as checks_of_unmodelled;

use crate::activity::Activity;
use crate::arn::AccountId;
use crate::authz::{AccessCheck, Authenticated, Environment};
use crate::clock::Timestamp;
use crate::world::World;
use request::{Problem, Request};
use serde_json::Value;

/// The permissions on a KMS key that an action takes besides its own, for a question as for a call: where the object or
/// the queue is under one.
#[must_use]
pub fn key_checks(world: &World, action: &str, resource: &str, environment: &Environment) -> Vec<AccessCheck> {
    let of_object = s3::key_check(world, action, resource, environment);
    let of_queue = resource.parse().map(|arn| sqs::key_checks(world, action, &arn)).unwrap_or_default();
    of_object.into_iter().chain(of_queue).collect()
}

/// Where an operation takes place.
#[derive(Debug)]
pub struct Stage<'a> {
    /// The world before the call; `execute` changes a copy that replaces it on success.
    pub world: &'a mut World,
    /// Whose call it is.
    pub caller: &'a Authenticated,
    /// The time of the call.
    pub now: Timestamp,
    /// Where the call comes from.
    pub environment: &'a Environment,
    /// What was used when; a copy, as the world is.
    pub activity: &'a mut Activity,
    /// What is on record.
    pub past: &'a dyn Past,
}

impl Stage<'_> {
    /// The account in which the call takes place. Callers who have none only come to operations that
    /// do not ask for it.
    #[must_use]
    pub fn account(&self) -> AccountId {
        self.caller.account().unwrap_or(AccountId::NOBODY)
    }
}

/// An API operation.
pub trait Operation {
    /// The request, with AWS's names.
    type Input: Request;

    /// Service and operation, `iam:CreateUser`.
    const NAME: &'static str;

    /// Whether the call leaves the world as it is.
    const IS_READ: bool = false;

    /// Whether callers without an account may come: services and, unsigned, anybody. For all other
    /// operations the account is the one in which they take place.
    const IS_OPEN_TO_ALL: bool = false;

    /// Whether the answer has no body, not even an error's, so that the AWS CLI shows the status for its code.
    const HAS_NO_BODY: bool = false;

    /// What the service answers where a policy says no, if it tells nothing of policies.
    const REFUSAL: Option<fn(&Value) -> ApiError> = None;

    /// The permissions that the call needs, in the order in which AWS looks at them.
    ///
    /// Errors: the request is not valid, so nothing is asked.
    fn checks(input: &Self::Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError>;

    /// Carries the call out; all permissions are there.
    ///
    /// Errors: AWS's own. The world is thrown away then, so that a failed call changes nothing.
    fn execute(input: Self::Input, stage: &mut Stage<'_>) -> Result<Value, ApiError>;
}

/// An operation without its types, for the table.
#[derive(Clone, Copy, Debug)]
pub struct OperationEntry {
    /// Service and operation, `iam:CreateUser`.
    pub name: &'static str,
    /// Whether the call leaves the world as it is.
    pub is_read: bool,
    /// Whether callers without an account may come.
    pub is_open_to_all: bool,
    has_no_body: bool,
    refusal: Option<fn(&Value) -> ApiError>,
    read: fn(&Value) -> Result<Box<dyn Asked>, Problem>,
}

/// A request that has been read, without its type: so the code that reads it is there once and not for each use.
trait Asked {
    fn checks(&self, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError>;
    fn execute(self: Box<Self>, stage: &mut Stage<'_>) -> Result<Value, ApiError>;
}

struct AskedOf<O: Operation>(O::Input);

impl<O: Operation> Asked for AskedOf<O> {
    fn checks(&self, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        O::checks(&self.0, stage)
    }

    fn execute(self: Box<Self>, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        O::execute(self.0, stage)
    }
}

impl OperationEntry {
    const fn of<O: Operation + 'static>() -> Self {
        Self {
            name: O::NAME,
            is_read: O::IS_READ,
            is_open_to_all: O::IS_OPEN_TO_ALL,
            has_no_body: O::HAS_NO_BODY,
            refusal: O::REFUSAL,
            read: |input| Ok(Box::new(AskedOf::<O>(request::structure(input)?))),
        }
    }

    /// The first member of the input that AWS may know and the operation does not read.
    #[must_use]
    pub fn unread_member(&self, input: &Value) -> Option<Box<str>> {
        request::unread((self.read)(&paging::asked(self.name, input).ok()?.input).err()?)
    }

    fn read(&self, input: &Value) -> Result<Box<dyn Asked>, ApiError> {
        (self.read)(input).map_err(request::unreadable)
    }

    /// See [`Operation::checks`].
    ///
    /// Errors: the input is not what the model of the operation says, or the operation refuses it.
    pub fn checks(&self, input: &Value, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        constraints::check(self.name, input)?;
        self.read(&paging::asked(self.name, input)?.input)?.checks(stage)
    }

    /// See [`Operation::execute`].
    ///
    /// Errors: AWS's own.
    pub fn execute(&self, input: &Value, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let asked = paging::asked(self.name, input)?;
        let output = self.read(&asked.input)?.execute(stage).map_err(|error| self.as_answered(error))?;
        Ok(asked.page_of(self.name, output))
    }

    /// What the service answers where a policy says no, if it tells nothing of policies.
    #[must_use]
    pub fn refusal(&self, input: &Value) -> Option<ApiError> {
        self.refusal.map(|refusal| refusal(input))
    }

    /// An error as the answer shows it. (API_HeadBucket, API_HeadObject)
    #[must_use]
    pub fn as_answered(&self, error: ApiError) -> ApiError {
        if !self.has_no_body {
            return error;
        }
        let (code, message) = match error.status {
            400 => ("400", "Bad Request"),
            403 => ("403", "Forbidden"),
            _ => ("404", "Not Found"),
        };
        ApiError::new(code, error.status, message)
    }

    /// The request for the page after an answer, if there is one.
    #[must_use]
    pub fn request_for_next_page(&self, input: &Value, output: &Value) -> Option<Value> {
        paging::request_for_next(self.name, input, output)
    }

    /// Puts the next page after those before it.
    pub fn append_page(&self, before: &mut Value, page: &Value) {
        paging::append(self.name, before, page);
    }
}

/// The operation of that name.
#[must_use]
pub fn operation(name: &str) -> Option<&'static OperationEntry> {
    let place = OPERATIONS.binary_search_by(|entry| entry.name.cmp(name)).ok()?;
    OPERATIONS.get(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_ordered_and_names_no_operation_twice() {
        assert!(OPERATIONS.windows(2).all(|pair| pair[0].name < pair[1].name));
    }
}

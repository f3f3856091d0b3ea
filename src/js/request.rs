//! A request of JavaScript as the evaluator's question.

use super::bounds;
use super::context;
use super::failure::Failure;
use super::principal::Caller;
use super::read::{Path, flag, item, member, n_items, object, string};
use crate::arn::{AccountId, Arn};
use crate::eval::{AuthorizationRequest, Principal};
use wasm_bindgen::JsValue;

/// What kind of policy a resource has, as far as the request tells.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum ResourceKind {
    /// A KMS key, whose policy must allow (C-40).
    Key,
    /// A role that is to be assumed, whose trust policy must allow (C-37).
    Role,
    /// Any other resource, which may have a policy.
    Other,
    /// None: the action is asked for `*`.
    Nothing,
}

/// One request, read.
#[derive(Debug)]
pub(super) struct Question {
    pub(super) request: AuthorizationRequest,
    pub(super) resource_kind: ResourceKind,
    /// Whether the caller is of the management account, which SCPs do not touch (C-17).
    pub(super) is_caller_in_management_account: bool,
    /// Whether the resource is of the management account, which RCPs do not touch (C-20).
    pub(super) is_resource_in_management_account: bool,
}

impl Question {
    pub(super) fn read(value: &JsValue, path: &Path<'_>) -> Result<Self, Failure> {
        object(value, path, "an object with principal, action and resource")?;
        let needed =
            |name: &str, what: &str| member(value, name, path)?.ok_or_else(|| Path::Member(path, name).expected(what));
        let principal = needed("principal", "a principal")?;
        let caller = Caller::read(&principal, &Path::Member(path, "principal"))?;
        let action_path = Path::Member(path, "action");
        let action = string(&needed("action", ACTION)?, &action_path, ACTION)?;
        if !is_action(&action) {
            return Err(action_path.expected(ACTION));
        }
        let resource_path = Path::Member(path, "resource");
        let resource = string(&needed("resource", RESOURCE)?, &resource_path, RESOURCE)?;
        let arn = resource.parse::<Arn>().ok();
        if arn.is_none() && resource != "*" {
            return Err(resource_path.expected(RESOURCE));
        }
        let resource_account = resource_account(value, path, arn.as_ref(), &caller.principal)?;
        let given = member(value, "context", path)?;
        let context = context::read(given.as_ref(), &Path::Member(path, "context"), &caller)?;
        Ok(Self {
            resource_kind: resource_kind(&action, arn.as_ref()),
            is_caller_in_management_account: caller.is_management_account,
            is_resource_in_management_account: flag(value, "resourceInManagementAccount", path)?,
            request: AuthorizationRequest {
                principal: caller.principal,
                action: action.into(),
                resource: resource.into(),
                resource_account,
                context,
            },
        })
    }
}

const ACTION: &str = "one action, for example \"s3:GetObject\"";
const RESOURCE: &str = "an ARN, or \"*\"";

fn is_action(action: &str) -> bool {
    let is_word = |word: &str| {
        !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
    };
    action.split_once(':').is_some_and(|(prefix, name)| is_word(prefix) && is_word(name))
}

/// The owner as given, else the account in the ARN, else the caller's. Where there is none at all, as
/// when nobody asks for an object of S3, no rule depends on it and a number that is no account stands in.
fn resource_account(
    value: &JsValue,
    path: &Path<'_>,
    arn: Option<&Arn>,
    principal: &Principal,
) -> Result<AccountId, Failure> {
    const WHAT: &str = "an account id of twelve digits";
    if let Some(given) = member(value, "resourceAccount", path)? {
        let path = Path::Member(path, "resourceAccount");
        return string(&given, &path, WHAT)?.parse().map_err(|_| path.expected(WHAT));
    }
    let known = arn.and_then(Arn::account).or_else(|| principal.account());
    known.map_or_else(|| "000000000000".parse().map_err(|_| path.expected(WHAT)), Ok)
}

fn resource_kind(action: &str, arn: Option<&Arn>) -> ResourceKind {
    const ASSUME_ROLE: &str = "sts:AssumeRole";
    let is_key = arn.is_some_and(|arn| arn.service() == "kms" && arn.resource().starts_with("key/"));
    let is_assume = action.get(..ASSUME_ROLE.len()).is_some_and(|start| start.eq_ignore_ascii_case(ASSUME_ROLE));
    match (is_key, is_assume) {
        (true, _) => ResourceKind::Key,
        (false, true) => ResourceKind::Role,
        (false, false) if arn.is_none() => ResourceKind::Nothing,
        (false, false) => ResourceKind::Other,
    }
}

/// Reads the requests of an array.
pub(super) fn read_many(value: &JsValue) -> Result<Box<[Question]>, Failure> {
    let path = Path::Root("requests");
    let n_requests = n_items(value, &path, bounds::REQUESTS, "requests")?;
    // One at a time: a hundred thousand values of JavaScript are dear to hold on to.
    (0..n_requests).map(|index| Question::read(&item(value, &path, index)?, &Path::Item(&path, index))).collect()
}

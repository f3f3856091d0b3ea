//! Paths of users, groups, roles and policies (rule E-4).

use crate::arn::{AccountId, Arn};
use crate::services::ApiError;

/// The ARN of something new of that kind, name and path.
///
/// Errors: the path is none.
pub(super) fn arn(account: AccountId, kind: &str, path: Option<&str>, name: &str) -> Result<Arn, ApiError> {
    let path = path.unwrap_or("/");
    let is_path = path.len() <= 512 && path.starts_with('/') && path.ends_with('/');
    if !is_path || !path.bytes().all(|byte| byte.is_ascii_graphic()) {
        let message = "The specified value for path is invalid. It must begin and end with / and contain only alphanumeric characters and/or / characters.";
        return Err(ApiError::validation(message));
    }
    Ok(Arn::new("iam", "", Some(account), &format!("{kind}{path}{name}")))
}

/// The path of an entity: what stands between its kind and its name.
pub(super) fn of(arn: &Arn) -> String {
    let resource = arn.resource();
    let path = resource.find('/').zip(resource.rfind('/')).map(|(first, last)| &resource[first..=last]);
    path.unwrap_or("/").to_owned()
}

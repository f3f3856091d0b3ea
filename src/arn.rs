//! Amazon Resource Names and account ids.
//!
//! [`Arn`] parts the text into its six fields and compares as text does, with case (rule A-34).
//! It does not know which services or resource types exist, and it has no wildcards: patterns are
//! [`crate::glob::Glob`]s.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// Why a text is not an ARN or an account id.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ArnError {
    /// Fewer than six fields, or the first is not `arn`.
    #[error("`{0}` is not an ARN: `arn:partition:service:region:account:resource` is expected")]
    Shape(Box<str>),
    /// Not twelve digits.
    #[error("`{0}` is not an account id: twelve digits are expected")]
    Account(Box<str>),
}

/// The twelve digits of an AWS account.
///
/// ```
/// use iam_sandbox::arn::AccountId;
/// let account: AccountId = "111122223333".parse().unwrap();
/// assert_eq!(account.to_string(), "111122223333");
/// assert_eq!(account.grouped(), "1111-2222-3333");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct AccountId(u64);

impl AccountId {
    /// The account that does not exist, for resources of which nobody is known to be the owner.
    pub const NOBODY: Self = Self(0);

    /// The id in three groups of four digits, as the console shows it.
    #[must_use]
    pub fn grouped(self) -> String {
        let digits = self.to_string();
        format!("{}-{}-{}", &digits[..4], &digits[4..8], &digits[8..])
    }

    /// The ARN that stands for the account as a whole, `arn:aws:iam::<account>:root`.
    #[must_use]
    pub fn root_arn(self) -> Arn {
        Arn::new("iam", "", Some(self), "root")
    }
}

impl fmt::Display for AccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:012}", self.0)
    }
}

impl std::str::FromStr for AccountId {
    type Err = ArnError;

    fn from_str(text: &str) -> Result<Self, ArnError> {
        if text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_digit()) {
            text.parse().map(Self).map_err(|_| ArnError::Account(text.into()))
        } else {
            Err(ArnError::Account(text.into()))
        }
    }
}

impl Serialize for AccountId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for AccountId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// One ARN: `arn:partition:service:region:account:resource`.
///
/// The resource field may hold further colons and slashes.
///
/// ```
/// use iam_sandbox::arn::Arn;
/// let arn: Arn = "arn:aws:iam::111122223333:role/teams/editor".parse().unwrap();
/// assert_eq!((arn.service(), arn.resource(), arn.last_name()), ("iam", "role/teams/editor", "editor"));
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Arn(Box<str>);

impl Arn {
    /// An ARN of the partition `aws` from its fields.
    #[must_use]
    pub fn new(service: &str, region: &str, account: Option<AccountId>, resource: &str) -> Self {
        let account = account.map(|account| account.to_string()).unwrap_or_default();
        Self(format!("arn:aws:{service}:{region}:{account}:{resource}").into())
    }

    /// The whole text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `aws`, `aws-cn` or `aws-us-gov` in real ARNs; any text here.
    #[must_use]
    pub fn partition(&self) -> &str {
        self.field(1)
    }

    /// The service, for example `iam`.
    #[must_use]
    pub fn service(&self) -> &str {
        self.field(2)
    }

    /// The Region; empty for global services.
    #[must_use]
    pub fn region(&self) -> &str {
        self.field(3)
    }

    /// The account field where it is an account id: none for S3, `aws` for managed policies.
    #[must_use]
    pub fn account(&self) -> Option<AccountId> {
        self.field(4).parse().ok()
    }

    /// Everything after the fifth colon.
    #[must_use]
    pub fn resource(&self) -> &str {
        self.field(5)
    }

    /// What stands after the last slash or colon of the resource, which is the name of an IAM entity.
    #[must_use]
    pub fn last_name(&self) -> &str {
        self.resource().rsplit(['/', ':']).next().unwrap_or_default()
    }

    fn field(&self, index: usize) -> &str {
        self.0.splitn(6, ':').nth(index).unwrap_or_default()
    }
}

impl std::str::FromStr for Arn {
    type Err = ArnError;

    fn from_str(text: &str) -> Result<Self, ArnError> {
        if text.starts_with("arn:") && text.splitn(6, ':').count() == 6 {
            Ok(Self(text.into()))
        } else {
            Err(ArnError::Shape(text.into()))
        }
    }
}

impl fmt::Display for Arn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Arn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for Arn {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Arn {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_resource_field_keeps_its_colons() {
        let arn: Arn = "arn:aws:logs:eu-west-1:111122223333:log-group:app:*".parse().unwrap();
        assert_eq!(arn.resource(), "log-group:app:*");
        assert_eq!(arn.account().unwrap().to_string(), "111122223333");
    }

    #[test]
    fn an_account_id_keeps_its_leading_zeros_and_needs_twelve_digits() {
        assert_eq!("000000000012".parse::<AccountId>().unwrap().to_string(), "000000000012");
        assert!("1234".parse::<AccountId>().is_err());
        assert!("11112222333x".parse::<AccountId>().is_err());
        assert!("+11122223333".parse::<AccountId>().is_err());
    }

    #[test]
    fn fewer_than_six_fields_are_no_arn() {
        assert!("arn:aws:sqs".parse::<Arn>().is_err());
        assert!("urn:aws:s3:::b/k".parse::<Arn>().is_err());
    }
}

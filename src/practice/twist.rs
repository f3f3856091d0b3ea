//! The twists: how a plain policy is changed so that somebody who reads it quickly reads it wrongly.
//!
//! A twist is put in before the evaluator is asked; what comes of it is the evaluator's to say. Many a
//! twist changes nothing in the answer, and then that is the point of the item.

use crate::json::json;

use serde_json::Value;

/// A change to a plain world.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Twist {
    /// The resource names the bucket where objects are meant: `/*` is missing.
    ObjectsLeftOut,
    /// The resource names the objects where the bucket is meant.
    BucketLeftOut,
    /// A wildcard after the name takes in neighbours that share its beginning.
    WildcardTooWide,
    /// The action is a wildcard.
    ActionWildcard,
    /// The action is written in another case.
    CaseOfAction,
    /// The resource is written in another case.
    CaseOfResource,
    /// `NotAction` for `Action`.
    NotAction,
    /// `NotResource` for `Resource`.
    NotResource,
    /// The account is named as principal where the user was meant.
    AccountForUser,
    /// Somebody else is named as principal.
    SomebodyElse,
    /// The policy is attached to somebody else.
    OnSomebodyElse,
    /// The policy is about another action.
    OtherAction,
    /// The policy is about another bucket.
    OtherBucket,
    /// `Bool` where a key may be absent.
    BoolOnAbsentKey,
    /// `…IfExists` where a key may be absent.
    IfExists,
    /// Two conditions in one statement, of which only one holds.
    TwoConditions,
    /// Several values for one key, of which one fits.
    SeveralValues,
    /// The value that the condition asks for is not that of the request.
    OtherValue,
    /// The version of the document has no variables.
    OldVersion,
    /// A Deny stands in another policy.
    DenyElsewhere,
    /// A Deny stands before the Allow.
    DenyBeforeAllow,
    /// Not everybody is in the group.
    NotAMember,
    /// A level of the organization has no Allow.
    LevelWithoutAllow,
    /// The management account is asked about.
    ManagementAccount,
    /// The root user of a member account is asked about.
    RootOfMember,
    /// The session policy does not have the action.
    SessionWithoutAction,
    /// The session policy has more than the role.
    SessionWithMore,
    /// The boundary does not have the action.
    BoundaryWithoutAction,
    /// The boundary has more than the identity policies.
    BoundaryWithMore,
    /// The resource's policy names the user itself.
    NamedByResource,
    /// The caller's account says nothing.
    CallerSideMissing,
    /// The resource's account says nothing.
    OwnerSideMissing,
    /// The user may do it, and the session of the role is asked about.
    RightsOfTheUser,
    /// A Deny names when the credentials were issued, and a long-term key was not issued by AWS STS.
    KeyNotIssued,
    /// The session was issued before the moment that a Deny names.
    IssuedBefore,
    /// The session was issued after the moment that a Deny names.
    IssuedAfter,
    /// Another policy grants what the first leaves out.
    GrantElsewhere,
    /// The default version of a managed policy is not the newest.
    OlderVersionIsDefault,
    /// An inline policy was copied from a managed one, which has been changed since.
    InlineCopy,
    /// An access key was switched off.
    KeyInactive,
    /// An access key was deleted.
    KeyDeleted,
    /// Somebody asked for a session token without a code of the MFA device.
    TokenWithoutMfa,
    /// A condition on how long ago MFA was.
    AgeOfMfa,
    /// Some sessions were issued before the moment that a Deny names, others after it.
    RevokedUpTo,
    /// The key that a session was taken with was switched off or deleted.
    KeyOfSessionEnded,
    /// The trust policy names the role whose session asks.
    RoleIsTrusted,
    /// The role is asked to assume itself.
    RoleAssumesItself,
    /// A session was taken by the session of another role.
    ChainedSession,
    /// The permission to hand over a role is for another service.
    PassedElsewhere,
    /// Somebody may launch, and may not hand over the role.
    LaunchWithoutPassing,
    /// The root user is asked about, who has no identity policies.
    RootNeedsNoPolicy,
    /// A bucket policy stands in the way of its own removal.
    RootMendsPolicies,
    /// IAM has no access to billing.
    BillingClosed,
    /// IAM has access to billing.
    BillingOpen,
    /// A variable stands for the name of whoever calls.
    NameOfCaller,
    /// Somebody has a password and no policy.
    PasswordPermitsNothing,
    /// The trust policy names a service.
    ServiceByName,
    /// IAM is called with temporary credentials.
    IamAndSessions,
    /// Tokens are asked for with temporary credentials.
    TokensAndSessions,
    /// A user took credentials for somebody else.
    FederatedReach,
    /// A change that authorization may not have seen.
    NotSeenYet,
    /// A policy that was taken away, which authorization may still see.
    StillSeen,
    /// The profile has another name than the role in it.
    ProfileHoldsRole,
    /// Somebody launched an instance.
    LauncherLendsNothing,
    /// A session tag goes on in a chain or not.
    TransitiveTag,
    /// The role has a tag of its own.
    TagOfRole,
    /// A source identity goes on in a chain.
    SourceIdentityStays,
    /// Temporary credentials call other services than IAM and STS.
    OtherServices,
    /// The root user is asked about, and a role is to be assumed.
    RootAssumesNoRole,
    /// The call passes no external ID.
    NoExternalId,
    /// The trust policy asks for no external ID.
    ExternalIdNotAsked,
    /// Policies compare the tag of the caller with the tag of the object.
    TagsCompared,
    /// A tag that a policy asks for is not there.
    TagAbsent,
    /// A resource control policy is attached above the bucket.
    RcpAtResource,
    /// Somebody from outside the organization is asked about.
    FromOutside,
    /// The object lies under a KMS key.
    TwoPermissions,
    /// The key policy does not name the account.
    KeyPolicyAlone,
    /// The key has a grant.
    GrantOfKey,
}

impl Twist {
    /// Every twist.
    pub const ALL: &[Self] = &[
        Self::ObjectsLeftOut,
        Self::BucketLeftOut,
        Self::WildcardTooWide,
        Self::ActionWildcard,
        Self::CaseOfAction,
        Self::CaseOfResource,
        Self::NotAction,
        Self::NotResource,
        Self::AccountForUser,
        Self::SomebodyElse,
        Self::OnSomebodyElse,
        Self::OtherAction,
        Self::OtherBucket,
        Self::BoolOnAbsentKey,
        Self::IfExists,
        Self::TwoConditions,
        Self::SeveralValues,
        Self::OtherValue,
        Self::OldVersion,
        Self::DenyElsewhere,
        Self::DenyBeforeAllow,
        Self::NotAMember,
        Self::LevelWithoutAllow,
        Self::ManagementAccount,
        Self::RootOfMember,
        Self::SessionWithoutAction,
        Self::SessionWithMore,
        Self::BoundaryWithoutAction,
        Self::BoundaryWithMore,
        Self::NamedByResource,
        Self::CallerSideMissing,
        Self::OwnerSideMissing,
        Self::RightsOfTheUser,
        Self::KeyNotIssued,
        Self::IssuedBefore,
        Self::IssuedAfter,
        Self::GrantElsewhere,
        Self::OlderVersionIsDefault,
        Self::InlineCopy,
        Self::KeyInactive,
        Self::KeyDeleted,
        Self::TokenWithoutMfa,
        Self::AgeOfMfa,
        Self::RevokedUpTo,
        Self::KeyOfSessionEnded,
        Self::RoleIsTrusted,
        Self::RoleAssumesItself,
        Self::ChainedSession,
        Self::PassedElsewhere,
        Self::LaunchWithoutPassing,
        Self::RootNeedsNoPolicy,
        Self::RootMendsPolicies,
        Self::BillingClosed,
        Self::BillingOpen,
        Self::NameOfCaller,
        Self::PasswordPermitsNothing,
        Self::ServiceByName,
        Self::IamAndSessions,
        Self::TokensAndSessions,
        Self::FederatedReach,
        Self::NotSeenYet,
        Self::StillSeen,
        Self::ProfileHoldsRole,
        Self::LauncherLendsNothing,
        Self::TransitiveTag,
        Self::TagOfRole,
        Self::SourceIdentityStays,
        Self::OtherServices,
        Self::RootAssumesNoRole,
        Self::NoExternalId,
        Self::ExternalIdNotAsked,
        Self::TagsCompared,
        Self::TagAbsent,
        Self::RcpAtResource,
        Self::FromOutside,
        Self::TwoPermissions,
        Self::KeyPolicyAlone,
        Self::GrantOfKey,
    ];

    /// Puts the twist into a statement; twists that are not about one statement leave it as it is.
    pub(super) fn put_into(self, statement: &mut Value) {
        match self {
            Self::ObjectsLeftOut => each(statement, "Resource", |arn| arn.trim_end_matches("/*").into()),
            Self::BucketLeftOut => each(statement, "Resource", |arn| format!("{}/*", arn.trim_end_matches("/*"))),
            Self::WildcardTooWide => each(statement, "Resource", widened),
            Self::ActionWildcard => each(statement, "Action", |action| match action.find(":Get") {
                Some(at) => format!("{}:Get*", &action[..at]),
                None => format!("{}:*", action.split(':').next().unwrap_or_default()),
            }),
            Self::CaseOfAction => each(statement, "Action", str::to_ascii_lowercase),
            Self::CaseOfResource => each(statement, "Resource", other_case),
            Self::NotAction => rename(statement, "Action", "NotAction"),
            Self::NotResource => rename(statement, "Resource", "NotResource"),
            _ => {}
        }
    }

    /// Puts the twist into a document.
    pub(super) fn put_into_document(self, document: &mut Value) {
        if self == Self::OldVersion {
            document["Version"] = json!("2008-10-17");
        }
        if let Some(statements) = document["Statement"].as_array_mut() {
            for statement in statements {
                self.put_into(statement);
            }
        }
    }
}

/// `reports-prod/*` becomes `reports*`: the name up to its last hyphen, and whatever follows.
fn widened(arn: &str) -> String {
    let bucket = arn.trim_end_matches("/*");
    let stem = bucket.rfind('-').map_or(bucket, |at| &bucket[..at]);
    format!("{stem}*")
}

/// The last part of the path with a capital letter.
fn other_case(arn: &str) -> String {
    let Some((start, last)) = arn.rsplit_once('/') else { return arn.into() };
    let mut letters = last.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    format!("{start}/{}{}", first.map(String::from).unwrap_or_default(), letters.as_str())
}

fn each(statement: &mut Value, element: &str, change: impl Fn(&str) -> String) {
    match &mut statement[element] {
        Value::String(text) => *text = change(text),
        Value::Array(list) => {
            for item in list {
                if let Value::String(text) = item {
                    *text = change(text);
                }
            }
        }
        _ => {}
    }
}

/// Renames an element and leaves it where it stands.
fn rename(statement: &mut Value, from: &str, to: &str) {
    let Some(members) = statement.as_object_mut() else { return };
    let renamed = std::mem::take(members).into_iter().map(|(name, value)| match name == from {
        true => (to.to_owned(), value),
        false => (name, value),
    });
    *members = renamed.collect();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twists_change_what_they_say() {
        let plain = json!({ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports-prod/*" });
        let twisted = |twist: Twist| {
            let mut statement = plain.clone();
            twist.put_into(&mut statement);
            statement
        };
        assert_eq!(twisted(Twist::ObjectsLeftOut)["Resource"], "arn:aws:s3:::reports-prod");
        assert_eq!(twisted(Twist::BucketLeftOut)["Resource"], "arn:aws:s3:::reports-prod/*");
        assert_eq!(twisted(Twist::WildcardTooWide)["Resource"], "arn:aws:s3:::reports*");
        assert_eq!(twisted(Twist::ActionWildcard)["Action"], "s3:Get*");
        assert_eq!(twisted(Twist::CaseOfAction)["Action"], "s3:getobject");
        let renamed = twisted(Twist::NotAction);
        assert_eq!(renamed.as_object().unwrap().keys().collect::<Vec<_>>(), ["Effect", "NotAction", "Resource"]);
        assert_eq!(other_case("arn:aws:s3:::b/q1.csv"), "arn:aws:s3:::b/Q1.csv");
    }
}

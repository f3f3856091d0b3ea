//! KMS keys, what lies under them, and grants.

use super::super::document;
use super::super::fact::{Fact, Holder};
use super::{Draft, text};
use crate::arn::AccountId;
use crate::json::json;
use serde_json::Value;

/// Where keys are, and the buckets whose objects lie under them.
pub(in super::super) const REGION: &str = "us-east-1";

impl Draft {
    /// A KMS key with an alias, which is the name under which the learner knows it.
    pub(in super::super) fn kms_key(&mut self, account: AccountId, key: &str, document: &Value) {
        // Who makes a key that locks its maker out has to say so.
        let input = json!({ "Policy": text(document), "BypassPolicyLockoutSafetyCheck": true, "Region": REGION });
        self.keeping(account, "kms:CreateKey", input, &[(key, "/KeyMetadata/KeyId")]);
        let input = json!({ "AliasName": format!("alias/{key}"), "TargetKeyId": format!("@{key}"), "Region": REGION });
        self.call(account, "kms:CreateAlias", input);
        self.facts.push(Fact::KmsKey { key: key.into(), document: text(document) });
    }

    /// An object that lies under a key.
    pub(in super::super) fn encrypted(&mut self, account: AccountId, (bucket, object): (&str, &str), key: &str) {
        let input = json!({
            "Bucket": bucket, "Key": object, "ServerSideEncryption": "aws:kms", "SSEKMSKeyId": format!("@{key}"),
        });
        self.call(account, "s3:PutObject", input);
        self.facts.push(Fact::Encrypted { object: format!("{bucket}/{object}").into(), key: key.into() });
    }

    /// A grant that lets a user or a role use a key for one operation.
    pub(in super::super) fn kms_grant(&mut self, account: AccountId, key: &str, grantee: Holder, operation: &str) {
        let name = self.policy_name();
        let arn = match &grantee {
            Holder::Role(role) => document::role(account, role),
            Holder::User(name) | Holder::Group(name) => document::user(account, name),
        };
        let input = json!({
            "KeyId": format!("@{key}"), "GranteePrincipal": arn, "Operations": [operation], "Name": name,
        });
        self.call(account, "kms:CreateGrant", input);
        let (name, key, operation) = (name.into(), key.into(), operation.into());
        self.facts.push(Fact::KmsGrant { name, key, grantee, operation });
    }
}

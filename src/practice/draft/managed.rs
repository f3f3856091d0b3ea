//! Customer managed policies and their versions.

use super::super::fact::{Fact, Holder};
use super::{Draft, text};
use crate::arn::AccountId;
use crate::json::json;
use serde_json::Value;

impl Draft {
    /// A customer managed policy with these versions, of which one is the default version.
    pub(in super::super) fn managed(&mut self, account: AccountId, name: &str, versions: &[Value], default: usize) {
        let arn = format!("arn:aws:iam::{account}:policy/{name}");
        for (index, document) in versions.iter().enumerate() {
            let is_default = index == default;
            let (operation, input) = match index {
                0 => ("iam:CreatePolicy", json!({ "PolicyName": name, "PolicyDocument": text(document) })),
                _ => (
                    "iam:CreatePolicyVersion",
                    json!({ "PolicyArn": arn, "PolicyDocument": text(document), "SetAsDefault": is_default }),
                ),
            };
            self.call(account, operation, input);
            let (policy, number, document) = (name.into(), index + 1, text(document));
            self.facts.push(Fact::Version { policy, number, is_default, document });
        }
    }

    /// Attaches a customer managed policy.
    pub(in super::super) fn attach(&mut self, account: AccountId, name: &str, holder: Holder) {
        let (operation, member) = match &holder {
            Holder::User(_) => ("iam:AttachUserPolicy", "UserName"),
            Holder::Group(_) => ("iam:AttachGroupPolicy", "GroupName"),
            Holder::Role(_) => ("iam:AttachRolePolicy", "RoleName"),
        };
        let mut input = json!({ "PolicyArn": format!("arn:aws:iam::{account}:policy/{name}") });
        input[member] = json!(holder.name());
        self.call(account, operation, input);
        self.facts.push(Fact::Attached { policy: name.into(), holder });
    }
}

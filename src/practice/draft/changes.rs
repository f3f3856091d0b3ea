//! Changes that are made while the clock runs, and how long it takes until authorization sees them.

use super::super::act::Act;
use super::super::document::trust_of;
use super::super::fact::{Actor, Fact, Holder};
use super::{Draft, text};
use crate::arn::AccountId;
use crate::json::json;
use serde_json::Value;

impl Draft {
    /// For how many seconds authorization does not see a change; or as whoever thinks that it sees it at once has it.
    pub(in super::super) fn delay(&mut self, seconds: u32, is_seen_at_once: bool) {
        self.facts.push(Fact::Delay { seconds });
        self.acts.push(Act::Delay { seconds: if is_seen_at_once { 0 } else { seconds } });
    }

    /// A policy is put on a user now.
    pub(in super::super) fn put_later(&mut self, account: AccountId, user: &str, document: &Value) {
        let policy = self.policy_name();
        let at = self.now().to_string().into();
        self.facts.push(Fact::PutLater { user: user.into(), at, document: text(document) });
        let input = json!({ "UserName": user, "PolicyName": policy, "PolicyDocument": text(document) });
        self.act(Act::Owner { account, operation: "iam:PutUserPolicy".into(), input });
    }

    /// The only policy of a user is taken away now.
    pub(in super::super) fn take_later(&mut self, account: AccountId, user: &str) {
        let on = |input: &Value| input["UserName"] == *user;
        let put = self.calls.iter().find(|call| &*call.call == "iam:PutUserPolicy" && on(&call.input));
        let policy = put.map(|call| call.input["PolicyName"].clone()).unwrap_or_default();
        self.facts.push(Fact::TakenLater { user: user.into(), at: self.now().to_string().into() });
        let input = json!({ "UserName": user, "PolicyName": policy });
        self.act(Act::Owner { account, operation: "iam:DeleteUserPolicy".into(), input });
    }

    /// A user gets a password for the console.
    pub(in super::super) fn password(&mut self, account: AccountId, user: &str) {
        self.call(account, "iam:CreateLoginProfile", json!({ "UserName": user, "Password": "Sandbox-1-Practice" }));
        self.facts.push(Fact::Password { user: user.into() });
    }

    /// Whether IAM users and roles come to billing.
    pub(in super::super) fn billing(&mut self, account: AccountId, is_open: bool) {
        self.call(account, "sandbox:SetBillingAccess", json!({ "IsActive": is_open }));
        self.facts.push(Fact::Billing { account, is_open });
    }

    /// A role that a service may assume.
    pub(in super::super) fn service_role(&mut self, account: AccountId, name: &str, service: &str) {
        self.role(account, name, &trust_of(json!({ "Service": service }), "sts:AssumeRole"));
    }

    /// An instance that a user launches now with a role in a profile of its own.
    pub(in super::super) fn instance(
        &mut self,
        account: AccountId,
        name: &str,
        (profile, role): (&str, &str),
        by: &str,
    ) -> Actor {
        self.call(account, "iam:CreateInstanceProfile", json!({ "InstanceProfileName": profile }));
        let held = json!({ "InstanceProfileName": profile, "RoleName": role });
        self.call(account, "iam:AddRoleToInstanceProfile", held);
        self.facts.push(Fact::Instance {
            name: name.into(),
            profile: profile.into(),
            role: role.into(),
            by: by.into(),
        });
        let by = Actor::User { account, name: by.into() };
        self.act(Act::Launch { by, name: name.into(), profile: profile.into() });
        Actor::Instance { account, name: name.into() }
    }

    /// Whether something is told of what the user has, or is in.
    pub(super) fn is_told_of(&self, account: AccountId, name: &str) -> bool {
        let is_about = |fact: &Fact| match fact {
            Fact::Member { user, .. }
            | Fact::Attached { holder: Holder::User(user), .. }
            | Fact::PutLater { user, .. } => **user == *name,
            Fact::Identity { account: of, holder: Holder::User(user), .. } => **user == *name && *of == account,
            _ => false,
        };
        self.facts.iter().any(is_about)
    }
}

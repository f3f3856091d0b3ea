//! A world that a template puts together, before anybody has asked the evaluator about it.
//!
//! Every step adds the calls of the owner that make it so and the fact that the learner is shown, so that
//! the two cannot differ.

use super::act::Act;
use super::chance::Chance;
use super::fact::{Actor, Circumstance, Fact, Holder};
use super::item::Asked;
use super::reader::Reader;
use super::twist::Twist;
use crate::api::{Scenario, ScenarioAccount, ScenarioCall};
use crate::arn::AccountId;
use crate::clock::Timestamp;
use crate::json::json;
use crate::policy::pretty_value;
use serde_json::Value;

mod changes;
mod credentials;
mod keys;
mod managed;
mod tags;

pub(super) use credentials::key_of;
pub(super) use keys::REGION;

/// 2026-11-20T09:00:00Z, and the day after at 10:02: as in the worlds that are files.
const BUILT: i64 = 1_795_165_200;
const START: i64 = BUILT + 90_120;

/// A world in the making, and what is to be asked.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    accounts: Vec<ScenarioAccount>,
    calls: Vec<ScenarioCall>,
    pub(super) acts: Vec<Act>,
    pub(super) facts: Vec<Fact>,
    pub(super) twists: Vec<Twist>,
    pub(super) asked: Option<Asked>,
    /// The same as somebody takes it to be who goes by a rule of thumb.
    pub(super) misread: Vec<(Reader, Draft)>,
    /// What somebody says who goes by a rule of thumb: whether this one of those who are asked about may.
    pub(super) misjudged: Vec<(Reader, Actor, bool)>,
    n_policies: usize,
    /// How long the acts have taken.
    elapsed: u32,
}

fn text(document: &Value) -> Box<str> {
    pretty_value(document).into()
}

impl Draft {
    /// An account by id and name.
    pub(super) fn account(&mut self, id: &str, name: &str) -> AccountId {
        let id = id.parse().unwrap_or(AccountId::NOBODY);
        self.accounts.push(ScenarioAccount { id, name: name.into() });
        self.facts.push(Fact::Account { account: id });
        id
    }

    fn call(&mut self, account: AccountId, operation: &str, input: Value) {
        self.keeping(account, operation, input, &[]);
    }

    fn keeping(&mut self, account: AccountId, operation: &str, input: Value, keep: &[(&str, &str)]) {
        let keep = crate::ordered::map(keep.iter().map(|(name, at)| ((*name).into(), (*at).into())));
        self.calls.push(ScenarioCall { account, call: operation.into(), input, keep });
    }

    fn policy_name(&mut self) -> String {
        self.n_policies += 1;
        format!("policy-{}", self.n_policies)
    }

    /// A user with an access key.
    pub(super) fn user(&mut self, account: AccountId, name: &str) -> Actor {
        self.call(account, "iam:CreateUser", json!({ "UserName": name }));
        self.call(account, "iam:CreateAccessKey", json!({ "UserName": name }));
        Actor::User { account, name: name.into() }
    }

    pub(super) fn group(&mut self, account: AccountId, name: &str) {
        self.call(account, "iam:CreateGroup", json!({ "GroupName": name }));
    }

    pub(super) fn join(&mut self, account: AccountId, user: &str, group: &str) {
        self.call(account, "iam:AddUserToGroup", json!({ "GroupName": group, "UserName": user }));
        self.facts.push(Fact::Member { user: user.into(), group: group.into() });
    }

    /// An identity-based policy.
    pub(super) fn grant(&mut self, account: AccountId, holder: Holder, document: &Value) {
        let policy = self.policy_name();
        let (operation, member) = match &holder {
            Holder::User(_) => ("iam:PutUserPolicy", "UserName"),
            Holder::Group(_) => ("iam:PutGroupPolicy", "GroupName"),
            Holder::Role(_) => ("iam:PutRolePolicy", "RoleName"),
        };
        let mut input = json!({ "PolicyName": policy, "PolicyDocument": text(document) });
        input[member] = json!(holder.name());
        self.call(account, operation, input);
        self.facts.push(Fact::Identity { account, holder, document: text(document) });
    }

    /// An identity-based policy on a user.
    pub(super) fn grant_user(&mut self, account: AccountId, name: &str, document: &Value) {
        self.grant(account, Holder::User(name.into()), document);
    }

    /// An identity-based policy on a role.
    pub(super) fn grant_role(&mut self, account: AccountId, name: &str, document: &Value) {
        self.grant(account, Holder::Role(name.into()), document);
    }

    pub(super) fn bucket(&mut self, account: AccountId, bucket: &str) {
        self.bucket_in("eu-west-1", account, bucket);
    }

    /// A bucket in a Region, which is then the Region of requests for it.
    pub(super) fn bucket_in(&mut self, region: &str, account: AccountId, bucket: &str) {
        self.call(account, "s3:CreateBucket", json!({ "Bucket": bucket, "Region": region }));
        self.facts.push(Fact::Bucket { account, bucket: bucket.into(), region: region.into() });
    }

    pub(super) fn bucket_policy(&mut self, account: AccountId, bucket: &str, document: &Value) {
        self.call(account, "s3:PutBucketPolicy", json!({ "Bucket": bucket, "Policy": text(document) }));
        self.facts.push(Fact::BucketPolicy { bucket: bucket.into(), document: text(document) });
    }

    pub(super) fn role(&mut self, account: AccountId, name: &str, trust: &Value) {
        self.taken_role(account, name, trust);
        self.facts.push(Fact::Trust { account, role: name.into(), document: text(trust) });
    }

    /// A role of which the learner is told by its sessions alone: they show whether it could be taken.
    pub(super) fn taken_role(&mut self, account: AccountId, name: &str, trust: &Value) {
        let input = json!({ "RoleName": name, "AssumeRolePolicyDocument": text(trust) });
        self.call(account, "iam:CreateRole", input);
    }

    pub(super) fn boundary(&mut self, account: AccountId, holder: Holder, document: &Value) {
        let policy = self.policy_name();
        self.call(account, "iam:CreatePolicy", json!({ "PolicyName": policy, "PolicyDocument": text(document) }));
        let (operation, member) = match &holder {
            Holder::Role(_) => ("iam:PutRolePermissionsBoundary", "RoleName"),
            Holder::User(_) | Holder::Group(_) => ("iam:PutUserPermissionsBoundary", "UserName"),
        };
        let mut input = json!({ "PermissionsBoundary": format!("arn:aws:iam::{account}:policy/{policy}") });
        input[member] = json!(holder.name());
        self.call(account, operation, input);
        self.facts.push(Fact::Boundary { holder, document: text(document) });
    }

    /// What the clock shows after everything that has happened so far.
    pub(super) fn now(&self) -> Timestamp {
        Timestamp::from_epoch_seconds(START).plus_seconds(self.elapsed.into())
    }

    /// An organization with a unit in which an account is.
    pub(super) fn organization(&mut self, management: AccountId, unit: &str, member: AccountId) {
        let invite = json!({ "Target": { "Id": member.to_string(), "Type": "ACCOUNT" } });
        let place = json!({ "ParentId": "@root", "Name": unit });
        let moved = json!({
            "AccountId": member.to_string(), "SourceParentId": "@root", "DestinationParentId": "@unit",
        });
        let children = json!({ "ChildId": management.to_string() });
        self.call(management, "organizations:CreateOrganization", json!({ "FeatureSet": "ALL" }));
        self.keeping(management, "organizations:ListParents", children, &[("root", "/Parents/0/Id")]);
        let handshake = [("handshake", "/Handshake/Id")];
        self.keeping(management, "organizations:InviteAccountToOrganization", invite, &handshake);
        self.call(member, "organizations:AcceptHandshake", json!({ "HandshakeId": "@handshake" }));
        let kept = [("unit", "/OrganizationalUnit/Id")];
        self.keeping(management, "organizations:CreateOrganizationalUnit", place, &kept);
        self.call(management, "organizations:MoveAccount", moved);
        let name = self.accounts.iter().find(|account| account.id == member).map(|account| account.name.clone());
        let path = vec!["Root".into(), unit.into(), name.unwrap_or_default()];
        self.facts.push(Fact::Management { account: management });
        self.facts.push(Fact::Organization { account: member, path });
    }

    /// A service control policy at a level: its name, and its id or the name under which it was kept.
    pub(super) fn scp(&mut self, management: AccountId, level: (&str, &str), document: &Value) {
        let (target, id) = level;
        let name = self.policy_name();
        let input = json!({
            "Name": name, "Description": name, "Type": "SERVICE_CONTROL_POLICY", "Content": text(document),
        });
        self.attached(management, id, input);
        self.facts.push(Fact::Scp { target: target.into(), document: text(document) });
    }

    /// A resource control policy at a level: its name, and its id or the name under which it was kept. The policy type
    /// is enabled with the first one.
    pub(super) fn rcp(&mut self, management: AccountId, level: (&str, &str), document: &Value) {
        let (target, id) = level;
        let (name, kind) = (self.policy_name(), "RESOURCE_CONTROL_POLICY");
        if !self.facts.iter().any(|fact| matches!(fact, Fact::Rcp { .. })) {
            let enabled = json!({ "RootId": "@root", "PolicyType": kind });
            self.call(management, "organizations:EnablePolicyType", enabled);
        }
        let input = json!({ "Name": name, "Description": name, "Type": kind, "Content": text(document) });
        self.attached(management, id, input);
        self.facts.push(Fact::Rcp { target: target.into(), document: text(document) });
    }

    fn attached(&mut self, management: AccountId, target: &str, policy: Value) {
        self.keeping(management, "organizations:CreatePolicy", policy, &[("policy", "/Policy/PolicySummary/Id")]);
        let attached = json!({ "PolicyId": "@policy", "TargetId": target });
        self.call(management, "organizations:AttachPolicy", attached);
    }

    /// Takes `FullAWSAccess` from a level at which another policy is attached.
    pub(super) fn without_full_access(&mut self, management: AccountId, level: (&str, &str)) {
        let input = json!({ "PolicyId": "p-FullAWSAccess", "TargetId": level.1 });
        self.call(management, "organizations:DetachPolicy", input);
        self.facts.push(Fact::NoFullAccess { target: level.0.into() });
    }

    /// What is asked.
    pub(super) fn ask(&mut self, who: &[Actor], action: &str, resource: &str) {
        let (action, resource) = (action.into(), resource.into());
        self.asked = Some(Asked { who: who.to_vec(), action, resource, circumstances: Vec::new() });
    }

    /// Something more about the request that is asked about.
    pub(super) fn with(&mut self, circumstance: Circumstance) {
        if let Some(asked) = &mut self.asked {
            asked.circumstances.push(circumstance);
        }
    }

    /// What `world` makes of how something is, and of how readers who go by a rule of thumb take it to be. All are made
    /// with the same chances, so that those who are asked about are the same.
    pub(super) fn misreadable<T: Copy>(
        chance: &mut Chance,
        world: fn(&mut Chance, T) -> Draft,
        is: T,
        readings: &[(Reader, T)],
    ) -> Draft {
        let again = chance.clone();
        let mut draft = world(chance, is);
        draft.misread = readings.iter().map(|(reader, taken)| (*reader, world(&mut again.clone(), *taken))).collect();
        draft
    }

    /// What somebody says of one of those who are asked about who goes by that rule of thumb.
    pub(super) fn misjudge(&mut self, reader: Reader, who: &Actor, may: bool) {
        self.misjudged.push((reader, who.clone(), may));
    }

    /// Notes a twist that was put in.
    pub(super) fn note(&mut self, twist: Twist) {
        if !self.twists.contains(&twist) {
            self.twists.push(twist);
        }
    }

    /// Of users who are asked about the learner is told if nothing is attached to them.
    pub(super) fn complete(&mut self) {
        let asked = self.asked.iter().flat_map(|asked| asked.who.clone()).collect::<Vec<_>>();
        for actor in asked {
            let Actor::User { name, account } = &actor else { continue };
            if !self.is_told_of(*account, name) {
                self.facts.push(Fact::Bare { user: actor });
            }
        }
    }

    /// The world as a scenario.
    pub(super) fn scenario(&self, id: &str) -> Scenario {
        Scenario {
            id: id.into(),
            built: Timestamp::from_epoch_seconds(BUILT),
            start: Timestamp::from_epoch_seconds(START),
            seed: id.into(),
            accounts: self.accounts.clone(),
            build: self.calls.clone(),
            imported: Vec::new(),
            history: Vec::new(),
            ask: None,
        }
    }
}

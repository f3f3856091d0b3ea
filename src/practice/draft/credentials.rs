//! Access keys and sessions: what is made, what becomes of it, and when.

use super::super::act::Act;
use super::super::document;
use super::super::fact::{Actor, Fact, KeyState, Lasting};
use super::{Draft, text};
use crate::arn::AccountId;
use crate::json::json;
use serde_json::Value;

/// A user with one of its access keys.
pub(in super::super) fn key_of(user: &Actor, nth: usize) -> Actor {
    match user {
        Actor::User { account, name } => Actor::Key { account: *account, name: name.clone(), nth },
        _ => user.clone(),
    }
}

impl Draft {
    /// An issuer of tokens that an account knows: the ARN of the provider.
    pub(in super::super) fn issuer(&mut self, account: AccountId, address: &str) -> String {
        let input = json!({ "Url": format!("https://{address}"), "ClientIDList": ["sts.amazonaws.com"] });
        self.call(account, "iam:CreateOpenIDConnectProvider", input);
        format!("arn:aws:iam::{account}:oidc-provider/{address}")
    }

    /// One more access key of a user who has one.
    pub(in super::super) fn second_key(&mut self, user: &Actor) -> [Actor; 2] {
        if let Actor::User { account, name } = user {
            self.call(*account, "iam:CreateAccessKey", json!({ "UserName": name }));
        }
        [key_of(user, 1), key_of(user, 2)]
    }

    /// An access key that nothing happens to.
    pub(in super::super) fn keep_key(&mut self, key: &Actor) {
        self.tell(key, KeyState::Active);
    }

    /// An access key is switched off now, which can be taken back, or deleted.
    pub(in super::super) fn end_key(&mut self, key: &Actor, is_deleted: bool) {
        let at = self.now().to_string().into();
        self.tell(key, if is_deleted { KeyState::Deleted(at) } else { KeyState::Inactive(at) });
        self.act(Act::EndKey { key: key.clone(), is_deleted });
    }

    fn tell(&mut self, key: &Actor, state: KeyState) {
        if let Actor::Key { name, nth, .. } = key {
            self.facts.push(Fact::Key { user: name.clone(), nth: *nth, state });
        }
    }

    /// A user, or the session of another role, takes a session of a role, now.
    pub(in super::super) fn session(&mut self, by: &Actor, role: (AccountId, &str), policy: Option<Value>) -> Actor {
        let name = match by {
            Actor::User { name, .. } | Actor::Key { name, .. } => format!("{name}-at-work"),
            _ => return by.clone(),
        };
        self.session_called(by, role, &name, Lasting::Untold, policy)
    }

    /// The same with a name for the session, and for as long as is said.
    pub(in super::super) fn session_called(
        &mut self,
        by: &Actor,
        (account, role): (AccountId, &str),
        session: &str,
        lasting: Lasting,
        policy: Option<Value>,
    ) -> Actor {
        let mut more = json!({});
        if let Some(policy) = &policy {
            more["Policy"] = Value::String(policy.to_string());
        }
        if let Lasting::Seconds(seconds) | Lasting::Longest(seconds) = lasting {
            more["DurationSeconds"] = json!(seconds);
        }
        self.assume(by, (account, role), session, lasting, policy, more)
    }

    /// The same with a session tag of a project, transitive or not, and a source identity.
    pub(in super::super) fn session_with(
        &mut self,
        by: &Actor,
        role: (AccountId, &str),
        session: &str,
        project: Option<(&str, bool)>,
        source_identity: Option<&str>,
    ) -> Actor {
        let mut more = json!({});
        if let Some((project, is_transitive)) = project {
            more["Tags"] = json!([{ "Key": "project", "Value": project }]);
            if is_transitive {
                more["TransitiveTagKeys"] = json!(["project"]);
            }
        }
        if let Some(name) = source_identity {
            more["SourceIdentity"] = json!(name);
        }
        let taken = self.assume(by, role, session, Lasting::Untold, None, more);
        if let Some((project, is_transitive)) = project {
            let (session, project) = (session.into(), project.into());
            self.facts.push(Fact::PassedTag { session, project, is_transitive });
        }
        if let Some(name) = source_identity {
            self.facts.push(Fact::SourceIdentity { session: session.into(), name: name.into() });
        }
        taken
    }

    fn assume(
        &mut self,
        by: &Actor,
        (account, role): (AccountId, &str),
        session: &str,
        lasting: Lasting,
        policy: Option<Value>,
        more: Value,
    ) -> Actor {
        self.facts.push(Fact::Session {
            by: by.clone(),
            role: role.into(),
            session: session.into(),
            issued: self.now().to_string().into(),
            lasting,
            document: policy.as_ref().map(text),
        });
        let role_arn = document::role(account, role).into();
        self.act(Act::Assume { by: by.clone(), role_arn, session: session.into(), more });
        Actor::Session { account, role: role.into(), session: session.into() }
    }

    /// For how long sessions of a role may be taken.
    pub(in super::super) fn max_duration(&mut self, account: AccountId, role: &str, seconds: u32) {
        let input = json!({ "RoleName": role, "MaxSessionDuration": seconds });
        self.call(account, "iam:UpdateRole", input);
        self.facts.push(Fact::MaxDuration { role: role.into(), seconds });
    }

    /// A user gets an MFA device.
    pub(in super::super) fn device(&mut self, user: &Actor) {
        let Actor::User { account, name } = user else { return };
        self.act(Act::AddDevice { account: *account, user: name.clone() });
        // Another call, and a code that was not shown before.
        self.elapsed += 1;
        self.wait(60);
    }

    /// A user takes temporary credentials, with a code of the MFA device or without.
    pub(in super::super) fn session_token(&mut self, user: &Actor, has_mfa: bool, seconds: u32) -> Actor {
        let Actor::User { account, name } = user else { return user.clone() };
        let issued = self.now().to_string().into();
        self.facts.push(Fact::UserSession { user: name.clone(), issued, seconds, has_mfa });
        self.act(Act::SessionToken { user: user.clone(), has_mfa, seconds });
        Actor::UserSession { account: *account, name: name.clone(), has_mfa }
    }

    /// A user takes temporary credentials for somebody else, whose rights are no more than the user's.
    pub(in super::super) fn federated(&mut self, by: &Actor, name: &str, policy: &Value) -> Actor {
        let Actor::User { account, name: user } = by else { return by.clone() };
        let (issued, document) = (self.now().to_string().into(), text(policy));
        self.facts.push(Fact::Federated { user: user.clone(), name: name.into(), issued, document });
        self.act(Act::Federate { by: by.clone(), name: name.into(), policy: policy.clone() });
        Actor::Federated { account: *account, by: user.clone(), name: name.into() }
    }

    pub(in super::super) fn wait(&mut self, seconds: u32) {
        self.acts.push(Act::Wait { seconds });
        self.elapsed += seconds;
    }

    /// Something that is one call, which takes a second.
    pub(super) fn act(&mut self, act: Act) {
        self.acts.push(act);
        self.elapsed += 1;
    }
}

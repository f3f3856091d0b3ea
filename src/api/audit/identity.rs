//! `userIdentity`: who made a call, for each kind of principal (table H-4).

use crate::arn::{AccountId, Arn};
use crate::authz::Caller;
use crate::eval::Principal;
use crate::json::json;
use crate::world::{Session, SessionOrigin, World};
use serde_json::Value;

/// Who called, as the record in `recipient`'s account says. The caller's own account reads all of it; another
/// account reads only which id of which account it was (rule H-15).
pub(super) fn of(caller: &Caller, world: &World, recipient: AccountId) -> Value {
    let id = caller.user_id.as_deref().unwrap_or_default();
    match caller.account() {
        Some(account) if account != recipient => {
            json!({ "type": "AWSAccount", "principalId": id, "accountId": account })
        }
        Some(account) => in_own_account(caller, world, account, id),
        None => without_account(&caller.principal, caller),
    }
}

fn in_own_account(caller: &Caller, world: &World, account: AccountId, id: &str) -> Value {
    let session = caller.access_key_id.as_deref().and_then(|key| world.session(key));
    let (kind, arn, user_name) = match &caller.principal {
        Principal::Root { .. } | Principal::AssumedRoot { .. } => ("Root", account.root_arn(), None),
        Principal::User { arn, .. } => ("IAMUser", arn.clone(), Some(arn.last_name())),
        Principal::AssumedRole { session, .. } => ("AssumedRole", session.clone(), None),
        Principal::FederatedUser { session, .. } => ("FederatedUser", session.clone(), None),
        Principal::Federated { .. } | Principal::Service { .. } | Principal::Anonymous => return Value::Null,
    };
    let mut identity = json!({ "type": kind, "principalId": id, "arn": arn, "accountId": account });
    if let Some(key) = &caller.access_key_id {
        identity["accessKeyId"] = (&**key).into();
    }
    if let Some(name) = user_name {
        identity["userName"] = name.into();
    }
    if let Some(session) = session {
        identity["sessionContext"] = context(&caller.principal, session);
    }
    identity
}

/// Who issued the session, and since when it is.
fn context(principal: &Principal, session: &Session) -> Value {
    let mut context = json!({});
    let issuer = match principal {
        Principal::AssumedRole { .. } => Some("Role"),
        Principal::FederatedUser { user, .. } => Some(if user.resource() == "root" { "Root" } else { "IAMUser" }),
        _ => None,
    };
    if let Some(kind) = issuer {
        context["sessionIssuer"] = issued_by(kind, session.behind(), session.id_behind(), session.account);
    }
    let facts = &session.facts;
    let has_mfa = if facts.mfa.is_some() { "true" } else { "false" };
    context["attributes"] = json!({ "creationDate": session.issued, "mfaAuthenticated": has_mfa });
    if let Some(identity) = &facts.source_identity {
        context["sourceIdentity"] = (&**identity).into();
    }
    if let Some(provider) = facts.token_provider() {
        context["webIdFederationData"] = json!({ "federatedProvider": provider, "attributes": {} });
    }
    if let SessionOrigin::Service { keys, .. } = &facts.origin
        && let Some(version) = keys.get("ec2:RoleDelivery")
    {
        context["ec2RoleDelivery"] = (&**version).into();
    }
    if matches!(principal, Principal::AssumedRoot { .. }) {
        context["assumedRoot"] = "true".into();
    }
    context
}

fn issued_by(kind: &str, arn: &Arn, id: &str, account: AccountId) -> Value {
    let mut issuer = json!({ "type": kind, "principalId": id, "arn": arn, "accountId": account });
    if kind != "Root" {
        issuer["userName"] = arn.last_name().into();
    }
    issuer
}

/// Services, those who show a token, and those who did not sign.
fn without_account(principal: &Principal, caller: &Caller) -> Value {
    match principal {
        Principal::Service { name } => json!({ "type": "AWSService", "invokedBy": name }),
        Principal::Federated { provider } if provider.contains(":saml-provider/") => {
            let subject = caller.context.single("saml:sub").unwrap_or_default();
            let qualifier = caller.context.single("saml:namequalifier");
            let mut identity = json!({ "type": "SAMLUser", "userName": subject });
            if let Some(qualifier) = qualifier {
                identity["principalId"] = format!("{qualifier}:{subject}").into();
            }
            identity["identityProvider"] = qualifier.unwrap_or(provider).into();
            identity
        }
        Principal::Federated { provider } => {
            let address = provider.split_once(":oidc-provider/").map_or(&**provider, |(_, address)| address);
            let claim = |name: &str| caller.context.single(&format!("{address}:{name}")).unwrap_or_default().to_owned();
            let (audience, subject) = (claim("aud"), claim("sub"));
            json!({
                "type": "WebIdentityUser", "principalId": format!("{address}:{audience}:{subject}"),
                "userName": subject, "identityProvider": provider,
            })
        }
        _ => json!({ "type": "AWSAccount", "principalId": "", "accountId": "ANONYMOUS_PRINCIPAL" }),
    }
}

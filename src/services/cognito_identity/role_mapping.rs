//! Which role who signed in gets, where a pool chooses by what the token says (Amazon Cognito developer guide, "Using
//! role-based access control").
//!
//! Where several tokens are shown, the first by the name of its provider that has a mapping decides (our reading).

use super::login::{Login, not_authorized};
use crate::arn::Arn;
use crate::json::json;
use crate::services::ApiError;
use crate::services::request::request;
use crate::world::{IdentityPool, RoleMapping, RoleRule};
use serde_json::{Map, Value};

request! {
    /// A mapping as requests have it.
    pub(crate) struct MappingInput {
        kind = "Type": String,
        ambiguous_role_resolution: Option<String>,
        rules_configuration: Option<RulesInput>,
    }
}

request! {
    /// Its rules.
    pub(crate) struct RulesInput {
        rules: Vec<RuleInput>,
    }
}

request! {
    /// One of them.
    pub(crate) struct RuleInput {
        claim: String,
        match_type: String,
        value: String,
        role_arn = "RoleARN": Arn,
    }
}

impl MappingInput {
    /// The mapping. "If you specify Token or Rules as the Type, AmbiguousRoleResolution is required"; rules of theirs have
    /// those of the type alone (API_RoleMapping).
    pub(super) fn read(self) -> Result<RoleMapping, ApiError> {
        let invalid = |message: &str| Err(ApiError::new("InvalidParameterException", 400, message));
        let Some(resolution) = self.ambiguous_role_resolution else {
            return invalid("AmbiguousRoleResolution is required.");
        };
        let rules = match (self.kind.as_str(), self.rules_configuration) {
            ("Rules", Some(configured)) => Some(configured.rules.into_iter().map(RuleInput::read).collect()),
            ("Token", None) => None,
            ("Rules", None) => return invalid("RulesConfiguration is required for role mappings of type Rules."),
            _ => return invalid("RulesConfiguration must not be specified for role mappings of type Token."),
        };
        Ok(RoleMapping { rules, denies_others: resolution == "Deny" })
    }

    /// The roles that it names, which are handed to the service.
    pub(super) fn roles(&self) -> impl Iterator<Item = &Arn> {
        self.rules_configuration.iter().flat_map(|configured| &configured.rules).map(|rule| &rule.role_arn)
    }
}

impl RuleInput {
    fn read(self) -> RoleRule {
        let Self { claim, match_type, value, role_arn: role } = self;
        RoleRule { claim: claim.into(), match_type: match_type.into(), value: value.into(), role }
    }
}

/// A mapping as answers show it.
pub(super) fn view(mapping: &RoleMapping) -> Value {
    let mut view = json!({
        "Type": if mapping.rules.is_some() { "Rules" } else { "Token" },
        "AmbiguousRoleResolution": if mapping.denies_others { "Deny" } else { "AuthenticatedRole" },
    });
    if let Some(rules) = &mapping.rules {
        let rules = rules.iter().map(|rule| {
            json!({ "Claim": rule.claim, "MatchType": rule.match_type, "Value": rule.value, "RoleARN": rule.role })
        });
        view["RulesConfiguration"] = json!({ "Rules": rules.collect::<Value>() });
    }
    view
}

/// What the tokens choose for an identity; none where the role of the pool is meant.
///
/// Errors: nobody comes in like that.
pub(super) fn choose(
    pool: &IdentityPool,
    identity: &str,
    logins: &[Login],
    custom: Option<&Arn>,
) -> Result<Option<Arn>, ApiError> {
    let found = logins.iter().find_map(|login| Some((login, mapping_of(pool, login)?)));
    let forbidden = |role: &Arn| not_authorized(format!("Access to Role '{role}' is forbidden."));
    let Some((login, mapping)) = found else { return custom.map_or(Ok(None), |role| Err(forbidden(role))) };
    let open = open_to(mapping, &login.claims);
    if let Some(role) = custom {
        return open.contains(role).then(|| Some(role.clone())).ok_or_else(|| forbidden(role));
    }
    let chosen = match mapping.rules {
        Some(_) => open.into_iter().next(),
        None => text(&login.claims, "cognito:preferred_role").and_then(|role| role.parse().ok()),
    };
    match chosen {
        None if mapping.denies_others => Err(not_authorized(format!("Access to Identity '{identity}' is forbidden."))),
        chosen => Ok(chosen),
    }
}

/// The mapping of a provider: by its name, that of a user pool with the app client.
fn mapping_of<'a>(pool: &'a IdentityPool, login: &Login) -> Option<&'a RoleMapping> {
    let with_client = login.audience.iter().map(|client| format!("{}:{client}", login.provider));
    let of_client = with_client.into_iter().find_map(|name| pool.role_mappings.get(&*name));
    let arn = pool.oidc_providers.iter().find(|arn| arn.resource().ends_with(&*login.provider));
    let own = || pool.role_mappings.get(&login.provider).or_else(|| pool.role_mappings.get(arn?.as_str()));
    of_client.or_else(own)
}

/// All roles that a token opens, in order.
fn open_to(mapping: &RoleMapping, claims: &Map<String, Value>) -> Vec<Arn> {
    match &mapping.rules {
        Some(rules) => rules.iter().filter(|rule| fits(rule, claims)).map(|rule| rule.role.clone()).collect(),
        None => match claims.get("cognito:roles") {
            Some(Value::Array(roles)) => {
                roles.iter().filter_map(Value::as_str).filter_map(|role| role.parse().ok()).collect()
            }
            Some(Value::String(roles)) => roles.split(',').filter_map(|role| role.trim().parse().ok()).collect(),
            _ => Vec::new(),
        },
    }
}

fn text<'a>(claims: &'a Map<String, Value>, name: &str) -> Option<&'a str> {
    claims.get(name)?.as_str()
}

/// A claim that is not there fits no rule, that it is not something included (our reading).
fn fits(rule: &RoleRule, claims: &Map<String, Value>) -> bool {
    let (Some(claim), value) = (text(claims, &rule.claim), &*rule.value) else { return false };
    match &*rule.match_type {
        "Equals" => claim == value,
        "NotEqual" => claim != value,
        "StartsWith" => claim.starts_with(value),
        _ => claim.contains(value),
    }
}

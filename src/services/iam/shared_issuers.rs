//! Issuers of tokens that many customers share: a trust policy for one must say which of them is meant.
//!
//! Since June 2025 IAM takes no new or changed trust policy without such a condition (IAM user guide, "Identity-provider
//! controls for shared OIDC providers"). Policies that were there before stay, which a world cannot tell apart here.

use crate::policy::{Comparison, Condition, Effect, PolicyDocument, PrincipalEntry, Statement};

/// Addresses of issuers whose subjects must be told apart. AWS adds to its list from time to time.
const ISSUERS: &[&str] = &[
    "agent.buildkite.com",
    "api.pulumi.com/oidc",
    "app.terraform.io",
    "gitlab.com",
    "oidc.codefresh.io",
    "scalr.io",
    "studio.datachain.ai/api",
    "token.actions.githubusercontent.com",
    "vstoken.actions.githubusercontent.com",
];

/// The condition key that a statement lacks, as `token.actions.githubusercontent.com:sub`; none if all is well.
pub(super) fn missing_key(document: &PolicyDocument) -> Option<String> {
    let allowing = document.statements.iter().filter(|statement| statement.effect.value == Effect::Allow);
    allowing.flat_map(|statement| shared(statement).map(move |issuer| (statement, format!("{issuer}:sub")))).find_map(
        |(statement, key)| {
            let is_limited = statement.conditions.iter().any(|condition| limits(condition, &key));
            (!is_limited).then_some(key)
        },
    )
}

/// The shared issuers that a statement lets in.
fn shared(statement: &Statement) -> impl Iterator<Item = &'static str> + '_ {
    let entries = statement.principal.iter().flat_map(|principal| &principal.entries);
    entries.filter_map(|entry| {
        let PrincipalEntry::Federated(provider) = &entry.value else { return None };
        let (_, address) = provider.split_once(":oidc-provider/")?;
        ISSUERS.iter().copied().find(|known| *known == address)
    })
}

/// Whether a condition holds the key to some values, and not to whatever there is.
fn limits(condition: &Condition, key: &str) -> bool {
    let operator = condition.operator.value;
    let is_text = matches!(
        operator.comparison,
        Comparison::StringEquals | Comparison::StringEqualsIgnoreCase | Comparison::StringLike
    );
    let is_anything = |value: &str| !value.is_empty() && value.bytes().all(|byte| byte == b'*');
    is_text
        && !operator.is_negated
        && condition.key.value.eq_ignore_ascii_case(key)
        && !condition.values.iter().any(|value| is_anything(&value.value))
}

//! Which words are AWS's, and which condition keys have values that a customer chose.

/// Words of ARNs, paths and ids that AWS chose. A customer's word that is one of them tells nothing.
const WORDS: &[&str] = &[
    "alarm",
    "alias",
    "amazonaws",
    "api",
    "apis",
    "arn",
    "assumed",
    "aws",
    "bucket",
    "bus",
    "catalog",
    "certificate",
    "cluster",
    "com",
    "connector",
    "container",
    "crawler",
    "database",
    "db",
    "definition",
    "distribution",
    "domain",
    "elasticloadbalancing",
    "event",
    "execution",
    "federated",
    "file",
    "function",
    "group",
    "hostedzone",
    "https",
    "image",
    "index",
    "instance",
    "interface",
    "job",
    "key",
    "layer",
    "listener",
    "loadbalancer",
    "log",
    "machine",
    "mfa",
    "network",
    "o",
    "object",
    "oidc",
    "ou",
    "parameter",
    "pipeline",
    "policy",
    "profile",
    "project",
    "provider",
    "queue",
    "r",
    "repository",
    "restapis",
    "role",
    "root",
    "rule",
    "saml",
    "secret",
    "security",
    "server",
    "service",
    "snapshot",
    "stack",
    "state",
    "stream",
    "sts",
    "subnet",
    "system",
    "table",
    "targetgroup",
    "task",
    "topic",
    "user",
    "userpool",
    "volume",
    "vpc",
    "vpce",
    "workgroup",
];

/// What names begin with that AWS gives to roles.
const PREFIXES: [&str; 2] = ["AWSServiceRole", "AWSReservedSSO"];

/// Whether a word is AWS's.
pub(super) fn is_of_aws(word: &str) -> bool {
    let lower = word.to_lowercase();
    WORDS.binary_search(&lower.as_str()).is_ok() || PREFIXES.iter().any(|prefix| word.starts_with(prefix))
}

/// Issuers of tokens that everybody knows; IAM treats some of them in ways of their own.
const PUBLIC: [&str; 10] = [
    "accounts.google.com",
    "agent.buildkite.com",
    "app.terraform.io",
    "cognito-identity.amazonaws.com",
    "gitlab.com",
    "graph.facebook.com",
    "signin.aws.amazon.com",
    "sts.amazonaws.com",
    "token.actions.githubusercontent.com",
    "www.amazon.com",
];

/// Whether a text names such an issuer.
pub(super) fn is_public(text: &str) -> bool {
    PUBLIC.iter().any(|host| text.contains(host))
}

/// Condition keys beside tags and claims whose values a customer chose, in lower case.
const CUSTOMERS: &[&str] = &[
    "aws:principalaccount",
    "aws:principalarn",
    "aws:principalorgid",
    "aws:principalorgpaths",
    "aws:resourceaccount",
    "aws:resourceorgid",
    "aws:resourceorgpaths",
    "aws:sourceaccount",
    "aws:sourcearn",
    "aws:sourceidentity",
    "aws:sourceorgid",
    "aws:sourceorgpaths",
    "aws:sourcevpc",
    "aws:sourcevpce",
    "aws:tagkeys",
    "aws:userid",
    "aws:username",
    "dynamodb:leadingkeys",
    "s3:prefix",
    "secretsmanager:name",
    "sts:externalid",
    "sts:rolesessionname",
    "sts:sourceidentity",
];

/// Whether a customer chose what the key is compared with.
pub(super) fn is_customers_key(key: &str) -> bool {
    let key = key.to_ascii_lowercase();
    let is_claim = key.split_once(':').is_some_and(|(issuer, _)| issuer.contains('.') || issuer == "saml");
    key.contains('/') || is_claim || CUSTOMERS.binary_search(&key.as_str()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_that_are_searched_are_in_order() {
        assert!(WORDS.is_sorted() && CUSTOMERS.is_sorted());
    }
}

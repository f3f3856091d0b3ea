//! `Principal` and `NotPrincipal`: the forms of rule A-78.

use super::pattern::is_partition;
use super::{Parser, suggest};
use crate::arn::Arn;
use crate::policy::diagnostic::Finding;
use crate::policy::document::{PrincipalElement, PrincipalEntry};
use crate::policy::json::{JsonValue, Member};
use crate::policy::kind::{ElementName, PolicyKind};
use crate::rule::Rule;
use crate::span::Spanned;

/// The names of a principal map, as AWS writes them (rule A-45).
const KEYS: [&str; 4] = ["AWS", "Service", "Federated", "CanonicalUser"];

/// What the names of services end in.
const SERVICE_DOMAINS: &[&str] =
    &[".amazonaws.com", ".amazonaws.com.cn", ".amazonaws.eu", ".amazon.com", ".aws.internal", ".c2s.ic.gov"];

impl Parser {
    pub(super) fn principal_element(&mut self, member: &Member<'_>, is_negated: bool) -> Option<PrincipalElement> {
        let span = member.value.span;
        let entries = match &member.value.value {
            JsonValue::Invalid => return None,
            JsonValue::String(text) if &**text == "*" => vec![Spanned::new(PrincipalEntry::Everyone, span)],
            JsonValue::Object(object) => {
                self.check_repeated(&object.members);
                object.members.iter().flat_map(|member| self.entries(member)).collect()
            }
            _ => {
                self.error(Rule::A45, "INVALID_PRINCIPAL_FORMAT", span, Finding::InvalidPrincipalFormat);
                return None;
            }
        };
        let is_everyone = |entry: &Spanned<PrincipalEntry>| entry.value == PrincipalEntry::Everyone;
        if self.kind == PolicyKind::Rcp && (entries.is_empty() || !entries.iter().all(is_everyone)) {
            self.error(Rule::A20, "RCP_SYNTAX_ERROR_PRINCIPAL", span, Finding::OnlyEveryoneAllowed);
        }
        Some(PrincipalElement { is_negated, span: member.span(), entries })
    }

    /// The values under one key of the map.
    fn entries(&mut self, member: &Member<'_>) -> Vec<Spanned<PrincipalEntry>> {
        let key = &*member.name.value;
        if !KEYS.contains(&key) {
            let near = suggest::nearest(key, KEYS.into_iter());
            let suggestion = near.and_then(|near| KEYS.into_iter().find(|known| *known == near));
            let finding = Finding::InvalidPrincipalKey { found: key.into(), suggestion };
            self.error(Rule::A45, "INVALID_PRINCIPAL_KEY", member.name.span, finding);
            return Vec::new();
        }
        let is_misplaced = key == "Federated" && !matches!(self.kind, PolicyKind::Trust | PolicyKind::Rcp);
        if is_misplaced {
            let finding = Finding::FederatedOutsideTrust(self.kind);
            self.error(Rule::A55, "FEDERATED_PRINCIPAL_NOT_SUPPORTED", member.name.span, finding);
            return Vec::new();
        }
        let values = self.strings(&member.value, ElementName::Principal).unwrap_or_default();
        values.into_iter().filter_map(|value| self.entry(key, &value)).collect()
    }

    fn entry(&mut self, key: &str, value: &Spanned<Box<str>>) -> Option<Spanned<PrincipalEntry>> {
        let text = &*value.value;
        if key == "AWS" && text == "*" {
            return Some(Spanned::new(PrincipalEntry::Everyone, value.span));
        }
        if text.contains("${") {
            let finding = Finding::VariableNotAllowed(ElementName::Principal);
            self.error(Rule::A61, "VARIABLE_UNSUPPORTED_IN_ELEMENT", value.span, finding);
            return None;
        }
        if text.contains(['*', '?']) {
            let finding = Finding::PartialWildcard(text.into());
            self.error(Rule::A48, "UNSUPPORTED_WILDCARD_IN_PRINCIPAL", value.span, finding);
            return None;
        }
        let entry = match key {
            "AWS" => self.aws_entry(value)?,
            "Federated" => {
                if !is_provider(text) {
                    let issue = "INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY";
                    let finding = Finding::InvalidFederatedPrincipal(text.into());
                    self.error(Rule::A78, issue, value.span, finding);
                    return None;
                }
                PrincipalEntry::Federated(text.into())
            }
            "Service" => {
                if !is_service(text) {
                    let suggestion = suggest_service(text);
                    let finding = Finding::InvalidServicePrincipal { found: text.into(), suggestion };
                    self.error(Rule::A78, "INVALID_SERVICE_PRINCIPAL_FORMAT", value.span, finding);
                    return None;
                }
                PrincipalEntry::Service(text.into())
            }
            _ => {
                if text.len() < 64 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
                    let finding = Finding::InvalidCanonicalUser(text.into());
                    self.error(Rule::A78, "INVALID_PRINCIPAL_FORMAT", value.span, finding);
                    return None;
                }
                PrincipalEntry::CanonicalUser(text.into())
            }
        };
        Some(Spanned::new(entry, value.span))
    }

    fn aws_entry(&mut self, value: &Spanned<Box<str>>) -> Option<PrincipalEntry> {
        let text = &*value.value;
        if let Ok(account) = text.parse() {
            return Some(PrincipalEntry::Account(account));
        }
        if is_unique_id(text) {
            return Some(PrincipalEntry::UniqueId(text.into()));
        }
        let arn = text.parse::<Arn>().ok().filter(|arn| is_partition(arn.partition()));
        let shape = arn.as_ref().map(|arn| (arn.service(), arn.resource(), arn.account()));
        let (rule, finding) = match shape {
            Some(("iam", "root", Some(account))) => return Some(PrincipalEntry::Account(account)),
            Some(("iam", resource, Some(_))) if has_rest(resource, &["user/", "role/"]) => {
                return arn.map(PrincipalEntry::Arn);
            }
            Some(("sts", resource, Some(_))) if is_session(resource) => return arn.map(PrincipalEntry::Arn),
            Some(("iam", _, None)) if self.kind == PolicyKind::Resource && is_origin_access_identity(text) => {
                return arn.map(PrincipalEntry::Arn);
            }
            Some(("iam", resource, _)) if resource.starts_with("group/") => {
                (Rule::A49, Finding::GroupPrincipal(text.into()))
            }
            Some(("iam", resource, _)) if resource.starts_with("instance-profile/") => {
                (Rule::A49, Finding::InvalidPrincipal(text.into()))
            }
            _ => (Rule::A52, Finding::InvalidPrincipal(text.into())),
        };
        self.error(rule, "INVALID_PRINCIPAL_FORMAT", value.span, finding);
        None
    }
}

fn has_rest(resource: &str, prefixes: &[&str]) -> bool {
    let rest = prefixes.iter().find_map(|prefix| resource.strip_prefix(prefix));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.ends_with('/'))
}

/// `assumed-role/RoleName/SessionName`, without a path, or `federated-user/name`.
fn is_session(resource: &str) -> bool {
    let is_name = |name: &str| !name.is_empty() && !name.contains('/');
    let of_role = resource.strip_prefix("assumed-role/").and_then(|rest| rest.split_once('/'));
    of_role.is_some_and(|(role, session)| is_name(role) && is_name(session))
        || resource.strip_prefix("federated-user/").is_some_and(is_name)
}

/// The way in which bucket policies name an older kind of CloudFront access.
fn is_origin_access_identity(text: &str) -> bool {
    text.strip_prefix("arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity ")
        .is_some_and(|id| !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit()))
}

/// `AIDA…` or `AROA…`, 16 characters at the least (rule E-5).
fn is_unique_id(text: &str) -> bool {
    let has_prefix = text.starts_with("AIDA") || text.starts_with("AROA");
    has_prefix && text.len() >= 16 && text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

/// A name of the domain name system with a dot in it.
fn is_domain(text: &str) -> bool {
    let is_label = |label: &str| {
        !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
    };
    text.contains('.') && text.split('.').all(is_label)
}

/// `ec2.amazonaws.com`, also with a Region before the domain (rule A-59).
fn is_service(text: &str) -> bool {
    is_domain(text) && SERVICE_DOMAINS.iter().any(|domain| text.len() > domain.len() && text.ends_with(domain))
}

fn suggest_service(text: &str) -> Option<Box<str>> {
    let name = text.split(['.', ':', '/']).next().unwrap_or_default().to_ascii_lowercase();
    let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    (is_name && name != "arn").then(|| format!("{name}.amazonaws.com").into())
}

/// A provider that the account has, or one of those that IAM knows by their domain.
fn is_provider(text: &str) -> bool {
    match text.parse::<Arn>() {
        Ok(arn) => {
            let is_iam = is_partition(arn.partition()) && arn.service() == "iam" && arn.account().is_some();
            is_iam && has_rest(arn.resource(), &["saml-provider/", "oidc-provider/"])
        }
        Err(_) => is_domain(text),
    }
}

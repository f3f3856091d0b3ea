//! `Principal` and `NotPrincipal`: the forms of rule A-78.

use super::{Parser, strings};
use crate::arn::Arn;
use crate::policy::diagnostic::{Finding, JsonType};
use crate::policy::document::{PrincipalElement, PrincipalEntry};
use crate::policy::json::{JsonValue, Member};
use crate::policy::kind::{ElementName, PolicyKind};
use crate::rule::Rule;
use crate::span::Spanned;

impl Parser {
    pub(super) fn principal_element(&mut self, member: &Member, is_negated: bool) -> Option<PrincipalElement> {
        let span = member.value.span;
        let entries = match &member.value.value {
            JsonValue::String(text) if &**text == "*" => vec![Spanned::new(PrincipalEntry::Everyone, span)],
            JsonValue::Object(members) => members.iter().flat_map(|member| self.entries(member, members)).collect(),
            _ => {
                self.error(Rule::A45, "INVALID_PRINCIPAL_FORMAT", span, Finding::InvalidPrincipalFormat);
                return None;
            }
        };
        let is_everyone = |entry: &Spanned<PrincipalEntry>| entry.value == PrincipalEntry::Everyone;
        if self.kind == PolicyKind::Rcp && !entries.iter().all(is_everyone) {
            self.error(Rule::A20, "RCP_SYNTAX_ERROR_PRINCIPAL", span, Finding::OnlyEveryoneAllowed);
        }
        Some(PrincipalElement { is_negated, span: member.span(), entries })
    }

    /// The values under one key of the map.
    fn entries(&mut self, member: &Member, siblings: &[Member]) -> Vec<Spanned<PrincipalEntry>> {
        let key = &*member.name.value;
        let repeated = siblings.iter().filter(|sibling| *sibling.name.value == *key).count() > 1;
        let is_first = siblings.iter().find(|sibling| *sibling.name.value == *key) == Some(member);
        if repeated && !is_first {
            self.error(Rule::A4, "JSON_SYNTAX_ERROR", member.name.span, Finding::DuplicateKey(key.into()));
        }
        let Some(values) = strings(&member.value) else {
            self.wrong_type(member.value.span, ElementName::Principal, JsonType::Strings);
            return Vec::new();
        };
        if !matches!(key, "AWS" | "Federated" | "Service" | "CanonicalUser") {
            let finding = Finding::InvalidPrincipalKey(key.into());
            self.error(Rule::A45, "INVALID_PRINCIPAL_KEY", member.name.span, finding);
            return Vec::new();
        }
        values.into_iter().filter_map(|value| self.entry(key, &value)).collect()
    }

    fn entry(&mut self, key: &str, value: &Spanned<Box<str>>) -> Option<Spanned<PrincipalEntry>> {
        let text = &*value.value;
        if key == "AWS" && text == "*" {
            return Some(Spanned::new(PrincipalEntry::Everyone, value.span));
        }
        if text.contains(['*', '?']) {
            let finding = Finding::PartialWildcard(text.into());
            self.error(Rule::A48, "UNSUPPORTED_WILDCARD_IN_PRINCIPAL", value.span, finding);
            return None;
        }
        let entry = match key {
            "AWS" => self.aws_entry(value)?,
            "Federated" => PrincipalEntry::Federated(text.into()),
            "Service" => PrincipalEntry::Service(text.into()),
            _ => PrincipalEntry::CanonicalUser(text.into()),
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
        let arn = text.parse::<Arn>().ok();
        match arn.as_ref().map(|arn| (arn.service(), arn.resource(), arn.account())) {
            Some(("iam", "root", Some(account))) => Some(PrincipalEntry::Account(account)),
            Some(("iam", resource, Some(_))) if resource.starts_with("group/") => {
                self.error(Rule::A49, "INVALID_PRINCIPAL_FORMAT", value.span, Finding::GroupPrincipal(text.into()));
                None
            }
            Some(("iam", resource, Some(_))) if resource.starts_with("instance-profile/") => {
                self.error(Rule::A49, "INVALID_PRINCIPAL_FORMAT", value.span, Finding::InvalidPrincipal(text.into()));
                None
            }
            Some(("iam", resource, Some(_))) if starts_with_any(resource, &["user/", "role/"]) => {
                arn.map(PrincipalEntry::Arn)
            }
            Some(("sts", resource, Some(_))) if starts_with_any(resource, &["assumed-role/", "federated-user/"]) => {
                arn.map(PrincipalEntry::Arn)
            }
            _ => {
                self.error(Rule::A52, "INVALID_PRINCIPAL_FORMAT", value.span, Finding::InvalidPrincipal(text.into()));
                None
            }
        }
    }
}

fn starts_with_any(resource: &str, prefixes: &[&str]) -> bool {
    prefixes.iter().any(|prefix| resource.len() > prefix.len() && resource.starts_with(prefix))
}

/// `AIDA…` or `AROA…`, 16 characters at the least (rule E-5).
fn is_unique_id(text: &str) -> bool {
    let has_prefix = text.starts_with("AIDA") || text.starts_with("AROA");
    has_prefix && text.len() >= 16 && text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

//! Whether a bucket policy is public as S3 Block Public Access means it.
//!
//! A policy is taken to be public until it is seen that every Allow is for somebody or something fixed: a
//! principal that is named, or a value without wildcard and variable of one of a few keys. Who asks has no
//! part in it. Source: the S3 User Guide, `access-control-block-public-access`, "The meaning of public".

use super::document::{Condition, Effect, PolicyDocument, PrincipalEntry, Statement};
use super::operator::{Comparison, Qualifier};
use ipnet::IpNet;
use std::net::IpAddr;

/// Keys that hold whoever asks to a fixed value, in lower case.
const NARROWING_KEYS: &[&str] = &[
    "aws:principalaccount",
    "aws:principalarn",
    "aws:principalorgid",
    "aws:sourceaccount",
    "aws:sourcearn",
    "aws:sourceip",
    "aws:sourceowner",
    "aws:sourcevpc",
    "aws:sourcevpce",
    "aws:userid",
    "s3:dataaccesspointaccount",
    "s3:dataaccesspointarn",
];

/// The shortest prefixes that are no public range of addresses.
const LEAST_BITS_OF_IPV4: u8 = 8;
const LEAST_BITS_OF_IPV6: u8 = 32;

pub(super) fn is_public(document: &PolicyDocument) -> bool {
    document.statements.iter().any(is_open)
}

fn is_open(statement: &Statement) -> bool {
    let Some(element) = &statement.principal else { return false };
    let names_everyone = element.entries.iter().any(|entry| entry.value == PrincipalEntry::Everyone);
    statement.effect.value == Effect::Allow
        && (element.is_negated || names_everyone)
        && !statement.conditions.iter().any(is_narrowing)
}

/// Whether a line holds for fixed values alone, and for none where the key is absent.
fn is_narrowing(condition: &Condition) -> bool {
    let operator = condition.operator.value;
    let key = condition.key.value.to_ascii_lowercase();
    let is_plain = !operator.is_negated && !operator.if_exists && operator.qualifier != Some(Qualifier::ForAllValues);
    let mut values = condition.values.iter().map(|value| &*value.value);
    is_plain
        && operator.comparison != Comparison::Null
        && NARROWING_KEYS.contains(&&*key)
        && values.all(|value| is_fixed(&key, value))
}

fn is_fixed(key: &str, value: &str) -> bool {
    if key == "aws:sourceip" {
        let range = value.parse().ok().or_else(|| value.parse::<IpAddr>().ok().map(IpNet::from));
        return range.is_some_and(|range| match range {
            IpNet::V4(range) => range.prefix_len() >= LEAST_BITS_OF_IPV4,
            IpNet::V6(range) => range.prefix_len() >= LEAST_BITS_OF_IPV6,
        });
    }
    // Of an access point only the account must be fixed; of the id of a session only the role.
    let tested = match key {
        "s3:dataaccesspointarn" => value.split(':').nth(4).unwrap_or("*"),
        "aws:userid" => value.strip_suffix(":*").unwrap_or(value),
        _ => value,
    };
    !tested.contains(['*', '?']) && !tested.contains("${")
}

#[cfg(test)]
mod tests {
    use crate::policy::{Policy, PolicyKind};

    #[track_caller]
    fn check(principal: &str, condition: &str, expected: bool) {
        let text = format!(
            r#"{{"Statement": {{"Effect": "Allow", "Principal": {principal}, "Action": "s3:*", "Resource": "*", "Condition": {condition}}}}}"#
        );
        let policy = Policy::parse(&text, PolicyKind::Resource).value.unwrap();
        assert_eq!(policy.is_public(), expected, "{text}");
    }

    #[test]
    fn the_examples_of_the_page_are_public_or_not() {
        check(r#""*""#, "{}", true);
        check(r#""*""#, r#"{"StringLike": {"aws:SourceVpc": "vpc-*"}}"#, true);
        check(r#""*""#, r#"{"StringEquals": {"aws:SourceVpc": "vpc-91237329"}}"#, false);
        check(r#"{"AWS": "111122223333"}"#, "{}", false);
        check(r#"{"Service": "cloudtrail.amazonaws.com"}"#, "{}", false);
    }

    #[test]
    fn what_does_not_hold_everybody_to_a_fixed_value_is_public() {
        check(r#""*""#, r#"{"IpAddress": {"aws:SourceIp": "0.0.0.0/1"}}"#, true);
        check(r#""*""#, r#"{"IpAddress": {"aws:SourceIp": ["203.0.113.0/24", "2001:db8::/32"]}}"#, false);
        check(r#""*""#, r#"{"NotIpAddress": {"aws:SourceIp": "203.0.113.0/24"}}"#, true);
        check(r#""*""#, r#"{"StringEqualsIfExists": {"aws:SourceVpc": "vpc-91237329"}}"#, true);
        check(r#""*""#, r#"{"StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}}"#, false);
        check(r#""*""#, r#"{"StringEquals": {"aws:PrincipalTag/team": "red"}}"#, true);
        check(r#""*""#, r#"{"StringLike": {"aws:userid": "AROAEXAMPLEID:*"}}"#, false);
    }
}

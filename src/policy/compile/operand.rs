//! A value of a condition, read once as its operator will read it.
//!
//! It does not compare: that needs the request.

use super::Template;
use crate::clock::Timestamp;
use crate::decimal::Decimal;
use crate::glob::Glob;
use crate::policy::operator::Comparison;
use data_encoding::BASE64;
use ipnet::IpNet;
use std::net::IpAddr;

/// What a value of a policy is to its operator.
#[derive(Clone, PartialEq, Debug)]
pub enum Operand {
    /// Compared by its template, variables and all.
    Template,
    /// An ARN pattern, field by field.
    Arn(Box<[Glob; 6]>),
    /// In lower case, for comparisons without regard to case.
    Folded(Glob),
    /// A truth value, however it is spelled (B-17).
    Truth(bool),
    /// A number.
    Number(Decimal<'static>),
    /// A moment.
    Moment(Timestamp),
    /// Base 64. Of bytes there is just one spelling that is valid, so the texts can be compared.
    Base64,
    /// A range of addresses; an address alone is the range of just that address (B-19).
    Range(IpNet),
    /// Of another type than the operator's: fits nothing (B-31).
    Misfit,
}

impl Operand {
    pub(super) fn read(comparison: Comparison, text: &str, template: &Template) -> Self {
        use Comparison as C;
        let read = match comparison {
            C::StringEquals | C::StringLike | C::Null => Some(Self::Template),
            C::StringEqualsIgnoreCase | C::Bool | C::ArnLike => match template {
                Template::Variable { .. } => Some(Self::Template),
                Template::Fixed(glob) if comparison == C::ArnLike => glob.arn_fields().map(Box::new).map(Self::Arn),
                Template::Fixed(glob) if comparison == C::Bool => [true, false]
                    .into_iter()
                    .find(|truth| glob.to_lowercase().matches(&truth.to_string()))
                    .map(Self::Truth),
                Template::Fixed(glob) => Some(Self::Folded(glob.to_lowercase())),
            },
            C::NumericEquals
            | C::NumericLessThan
            | C::NumericLessThanEquals
            | C::NumericGreaterThan
            | C::NumericGreaterThanEquals => Decimal::parse(text).map(Decimal::into_owned).map(Self::Number),
            C::DateEquals | C::DateLessThan | C::DateLessThanEquals | C::DateGreaterThan | C::DateGreaterThanEquals => {
                Timestamp::parse(text).map(Self::Moment)
            }
            C::BinaryEquals => BASE64.decode(text.as_bytes()).ok().map(|_| Self::Base64),
            C::IpAddress => range(text).map(Self::Range),
        };
        read.unwrap_or(Self::Misfit)
    }
}

fn range(text: &str) -> Option<IpNet> {
    text.parse().ok().or_else(|| text.parse::<IpAddr>().ok().map(IpNet::from))
}

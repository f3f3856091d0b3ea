//! Condition operators: one table of names, comparisons and negations (rules B-12 to B-21).

use crate::rule::Rule;

/// How two values are compared.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Comparison {
    /// The same characters.
    StringEquals,
    /// The same characters without regard to case.
    StringEqualsIgnoreCase,
    /// A pattern with `*` and `?`.
    StringLike,
    /// The same number.
    NumericEquals,
    /// The request's number is smaller.
    NumericLessThan,
    /// The request's number is smaller or the same.
    NumericLessThanEquals,
    /// The request's number is greater.
    NumericGreaterThan,
    /// The request's number is greater or the same.
    NumericGreaterThanEquals,
    /// The same moment.
    DateEquals,
    /// The request's moment is earlier.
    DateLessThan,
    /// The request's moment is earlier or the same.
    DateLessThanEquals,
    /// The request's moment is later.
    DateGreaterThan,
    /// The request's moment is later or the same.
    DateGreaterThanEquals,
    /// The same truth value.
    Bool,
    /// The same bytes, both in base 64.
    BinaryEquals,
    /// The address lies in the range.
    IpAddress,
    /// An ARN pattern, field by field.
    ArnLike,
    /// Whether the key is absent.
    Null,
}

/// What a comparison says about a key with several values (rule B-40).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Qualifier {
    /// Every value of the request must pass; none at all passes.
    ForAllValues,
    /// One value of the request must pass; none at all fails.
    ForAnyValue,
}

/// An operator as written in a policy, for example `ForAnyValue:StringNotLikeIfExists`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct ConditionOperator {
    /// The set qualifier before the colon.
    pub qualifier: Option<Qualifier>,
    /// How values are compared.
    pub comparison: Comparison,
    /// Whether the comparison must fail (`…Not…`).
    pub is_negated: bool,
    /// Whether an absent key passes (`…IfExists`).
    pub if_exists: bool,
}

/// Why a name is no operator.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum OperatorError {
    Unknown,
    NullWithIfExists,
}

/// Every operator without qualifier and suffix. `ArnEquals` and `ArnLike` are the same (B-20).
const TABLE: &[(&str, Comparison, bool)] = &[
    ("StringEquals", Comparison::StringEquals, false),
    ("StringNotEquals", Comparison::StringEquals, true),
    ("StringEqualsIgnoreCase", Comparison::StringEqualsIgnoreCase, false),
    ("StringNotEqualsIgnoreCase", Comparison::StringEqualsIgnoreCase, true),
    ("StringLike", Comparison::StringLike, false),
    ("StringNotLike", Comparison::StringLike, true),
    ("NumericEquals", Comparison::NumericEquals, false),
    ("NumericNotEquals", Comparison::NumericEquals, true),
    ("NumericLessThan", Comparison::NumericLessThan, false),
    ("NumericLessThanEquals", Comparison::NumericLessThanEquals, false),
    ("NumericGreaterThan", Comparison::NumericGreaterThan, false),
    ("NumericGreaterThanEquals", Comparison::NumericGreaterThanEquals, false),
    ("DateEquals", Comparison::DateEquals, false),
    ("DateNotEquals", Comparison::DateEquals, true),
    ("DateLessThan", Comparison::DateLessThan, false),
    ("DateLessThanEquals", Comparison::DateLessThanEquals, false),
    ("DateGreaterThan", Comparison::DateGreaterThan, false),
    ("DateGreaterThanEquals", Comparison::DateGreaterThanEquals, false),
    ("Bool", Comparison::Bool, false),
    ("BinaryEquals", Comparison::BinaryEquals, false),
    ("IpAddress", Comparison::IpAddress, false),
    ("NotIpAddress", Comparison::IpAddress, true),
    ("ArnEquals", Comparison::ArnLike, false),
    ("ArnLike", Comparison::ArnLike, false),
    ("ArnNotEquals", Comparison::ArnLike, true),
    ("ArnNotLike", Comparison::ArnLike, true),
    ("Null", Comparison::Null, false),
];

impl ConditionOperator {
    /// The names of all operators without qualifier and suffix, for completion and suggestions.
    pub fn names() -> impl Iterator<Item = &'static str> {
        TABLE.iter().map(|(name, _, _)| *name)
    }

    pub(crate) fn parse(text: &str) -> Result<Self, OperatorError> {
        let (qualifier, rest) = match text.split_once(':') {
            Some(("ForAllValues", rest)) => (Some(Qualifier::ForAllValues), rest),
            Some(("ForAnyValue", rest)) => (Some(Qualifier::ForAnyValue), rest),
            Some(_) => return Err(OperatorError::Unknown),
            None => (None, text),
        };
        let (name, if_exists) = rest.strip_suffix("IfExists").map_or((rest, false), |name| (name, true));
        let (_, comparison, is_negated) =
            *TABLE.iter().find(|(known, _, _)| *known == name).ok_or(OperatorError::Unknown)?;
        if comparison == Comparison::Null && if_exists {
            return Err(OperatorError::NullWithIfExists);
        }
        Ok(Self { qualifier, comparison, is_negated, if_exists })
    }

    /// The name of the operator without qualifier and suffix.
    fn name(self) -> &'static str {
        let is_it = |(_, comparison, is_negated): &&(_, Comparison, bool)| {
            *comparison == self.comparison && *is_negated == self.is_negated
        };
        TABLE.iter().find(is_it).map_or("", |(name, _, _)| name)
    }

    /// Whether variables are put in for under this operator (rules ). `Bool` takes them
    /// too: AWS's pages disagree, and it does no harm.
    #[must_use]
    pub fn takes_variables(self) -> bool {
        use Comparison as C;
        matches!(self.comparison, C::StringEquals | C::StringEqualsIgnoreCase | C::StringLike | C::ArnLike | C::Bool)
    }

    /// Whether `*` and `?` in a policy's value are wildcards under this operator.
    #[must_use]
    pub fn takes_wildcards(self) -> bool {
        matches!(self.comparison, Comparison::StringLike | Comparison::ArnLike)
    }

    /// The rule that says how this operator compares.
    #[must_use]
    pub fn rule(self) -> Rule {
        use Comparison as C;
        match self.comparison {
            C::StringEquals => Rule::B12,
            C::StringEqualsIgnoreCase => Rule::B13,
            C::StringLike => Rule::B14,
            C::NumericEquals
            | C::NumericLessThan
            | C::NumericLessThanEquals
            | C::NumericGreaterThan
            | C::NumericGreaterThanEquals => Rule::B15,
            C::DateEquals | C::DateLessThan | C::DateLessThanEquals | C::DateGreaterThan | C::DateGreaterThanEquals => {
                Rule::B16
            }
            C::Bool => Rule::B17,
            C::BinaryEquals => Rule::B18,
            C::IpAddress => Rule::B19,
            C::ArnLike => Rule::B20,
            C::Null => Rule::B21,
        }
    }
}

impl std::fmt::Display for ConditionOperator {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let qualifier = match self.qualifier {
            None => "",
            Some(Qualifier::ForAllValues) => "ForAllValues:",
            Some(Qualifier::ForAnyValue) => "ForAnyValue:",
        };
        write!(f, "{qualifier}{}{}", self.name(), if self.if_exists { "IfExists" } else { "" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn qualifier_negation_and_suffix_are_told_apart() {
        let operator = ConditionOperator::parse("ForAnyValue:StringNotLikeIfExists").unwrap();
        assert_eq!(operator.qualifier, Some(Qualifier::ForAnyValue));
        assert_eq!(operator.comparison, Comparison::StringLike);
        assert!(operator.is_negated && operator.if_exists);
    }

    #[test]
    fn an_operator_is_written_as_it_was_read() {
        for name in ["StringEquals", "ForAllValues:NotIpAddress", "ForAnyValue:DateLessThanEqualsIfExists", "Null"] {
            assert_eq!(ConditionOperator::parse(name).unwrap().to_string(), name);
        }
        assert_eq!(ConditionOperator::parse("ArnLike").unwrap().to_string(), "ArnEquals");
    }

    #[test]
    fn names_are_exact_and_null_has_no_if_exists() {
        assert_eq!(ConditionOperator::parse("stringequals"), Err(OperatorError::Unknown));
        assert_eq!(ConditionOperator::parse("ForSome:StringEquals"), Err(OperatorError::Unknown));
        assert_eq!(ConditionOperator::parse("NullIfExists"), Err(OperatorError::NullWithIfExists));
        assert!(ConditionOperator::parse("ForAllValues:Null").is_ok());
    }
}

//! Single values of a cell in words, and the rule that a comparison came out by.
//!
//! It knows neither the statement that a value stands in nor whether it fits.

use crate::eval::ConditionOutcome;
use crate::policy::PrincipalEntry;
use crate::rule::Rule;

/// The rule that a line of a condition came out by; that of its operator where values were compared.
pub(super) fn rule_of(outcome: ConditionOutcome, operator: Rule) -> Rule {
    match outcome {
        ConditionOutcome::KeyMissing | ConditionOutcome::KeyMissingSoPassed => Rule::B41,
        ConditionOutcome::KeyMissingIfExists => Rule::B9,
        ConditionOutcome::EveryValuePassed
        | ConditionOutcome::ValueFailed(_)
        | ConditionOutcome::NothingToCompareSoPassed
        | ConditionOutcome::NothingToCompareSoFailed => Rule::B40,
        _ => operator,
    }
}

/// Values in a row.
pub(super) fn joined<'a>(values: impl Iterator<Item = &'a str>) -> String {
    /// Longer lists are cut; the text beside shows them whole.
    const MAX: usize = 6;
    let values: Vec<_> = values.collect();
    let more = if values.len() > MAX { " …" } else { "" };
    format!("{}{more}", values.iter().take(MAX).copied().collect::<Vec<_>>().join(", "))
}

/// A principal as it is written.
pub(super) fn entry_text(entry: &PrincipalEntry) -> String {
    match entry {
        PrincipalEntry::Everyone => "*".to_owned(),
        PrincipalEntry::Account(account) => account.root_arn().to_string(),
        PrincipalEntry::Arn(arn) => arn.to_string(),
        PrincipalEntry::UniqueId(text)
        | PrincipalEntry::Federated(text)
        | PrincipalEntry::Service(text)
        | PrincipalEntry::CanonicalUser(text) => text.to_string(),
    }
}

//! The policies of AWS that stand in every organization, as data.

use serde::Deserialize;
use std::sync::OnceLock;

/// A policy that Organizations attaches everywhere when its type is turned on (rules C-15, C-21).
#[derive(Clone, Debug, Deserialize)]
pub struct AwsOrganizationPolicy {
    /// `p-…`
    pub id: Box<str>,
    /// For example `FullAWSAccess`.
    pub name: Box<str>,
    /// What AWS says it is for.
    pub description: Box<str>,
    /// `SERVICE_CONTROL_POLICY` or `RESOURCE_CONTROL_POLICY`.
    #[serde(rename = "type")]
    pub policy_type: Box<str>,
    /// The page that prints it.
    pub source: Box<str>,
    /// What it says.
    pub document: serde_json::Value,
}

#[derive(Deserialize)]
struct File {
    policies: Vec<AwsOrganizationPolicy>,
}

/// The full-access policy of each type of policies.
#[must_use]
pub fn organization_policies() -> &'static [AwsOrganizationPolicy] {
    static POLICIES: OnceLock<Vec<AwsOrganizationPolicy>> = OnceLock::new();
    POLICIES.get_or_init(|| {
        let file: File =
            crate::json::read(include_str!("organization_policies.json")).expect("the data file is tested to parse");
        file.policies
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_one_policy_a_type() {
        let types: Vec<_> = organization_policies().iter().map(|policy| &*policy.policy_type).collect();
        assert_eq!(types, ["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"]);
    }
}

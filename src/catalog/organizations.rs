//! Which services policies of an organization can speak about, as data with its source.

/// Services with support for RCPs, by the prefix of their actions (rule C-21).
///
/// From `orgs_manage_policies_rcps`, which has grown since November 2024 and goes on growing.
const SERVICES_WITH_RCPS: &[&str] = &[
    "aoss",
    "cloudtrail-data",
    "codebuild",
    "codecommit",
    "codepipeline",
    "cognito-identity",
    "cognito-idp",
    "dynamodb",
    "ecr",
    "events",
    "firehose",
    "kms",
    "logs",
    "rolesanywhere",
    "s3",
    "secretsmanager",
    "signin",
    "sqs",
    "sts",
    "wafv2",
    "xray",
];

/// Whether RCPs bear on the actions with this prefix, which is in lower case.
#[must_use]
pub fn supports_rcps(service: &str) -> bool {
    SERVICES_WITH_RCPS.binary_search(&service).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_in_order_so_that_it_can_be_searched() {
        assert!(SERVICES_WITH_RCPS.is_sorted());
        assert!(supports_rcps("s3") && supports_rcps("xray") && !supports_rcps("ec2"));
    }
}

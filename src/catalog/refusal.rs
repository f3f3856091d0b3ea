//! With which error a service refuses, as data (rule D-8).
//!
//! From the pages on common errors of the API references. Services that speak XML or the query protocol
//! answer `AccessDenied`, those that speak JSON `AccessDeniedException`, with status 400 where the protocol
//! is JSON over one address and 403 where it is REST.

/// Names of the errors, and the services that use them with their action prefixes in order.
const REFUSALS: &[(&str, u16, &[&str])] = &[
    (
        "AccessDenied",
        403,
        &[
            "autoscaling",
            "cloudformation",
            "cloudfront",
            "cloudwatch",
            "elasticache",
            "elasticbeanstalk",
            "elasticloadbalancing",
            "iam",
            "rds",
            "redshift",
            "route53",
            "s3",
            "s3-object-lambda",
            "ses",
            "sqs",
            "sts",
        ],
    ),
    (
        "AccessDeniedException",
        400,
        &[
            "acm",
            "athena",
            "cassandra",
            "cloudtrail",
            "codebuild",
            "codecommit",
            "codepipeline",
            "cognito-identity",
            "cognito-idp",
            "config",
            "dynamodb",
            "ecr",
            "ecs",
            "events",
            "firehose",
            "glue",
            "kinesis",
            "kms",
            "logs",
            "organizations",
            "secretsmanager",
            "ssm",
            "states",
            "tag",
        ],
    ),
    ("AuthorizationError", 403, &["sns"]),
    ("UnauthorizedOperation", 403, &["ec2"]),
];

/// The code and the HTTP status with which a service refuses, by the prefix of its actions in lower case.
/// Of services that are not listed most speak JSON over REST.
#[must_use]
pub fn refusal(service: &str) -> (&'static str, u16) {
    let listed = REFUSALS.iter().find(|(_, _, services)| services.binary_search(&service).is_ok());
    listed.map_or(("AccessDeniedException", 403), |(code, status, _)| (*code, *status))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_in_order_so_that_it_can_be_searched() {
        assert!(REFUSALS.iter().all(|(_, _, services)| services.is_sorted()));
        assert_eq!(refusal("lambda"), ("AccessDeniedException", 403));
        assert_eq!(refusal("secretsmanager"), ("AccessDeniedException", 400));
    }
}

//! Service-linked roles: made and bound by their service (rules E-25, G-16).

use crate::arn::Arn;
use crate::services::{ApiError, Stage};
use data_encoding::HEXLOWER;

/// What a service makes of its role.
pub(super) struct Linked {
    /// `autoscaling.amazonaws.com`
    pub(super) service: &'static str,
    /// What stands behind `AWSServiceRoleFor`.
    pub(super) name: &'static str,
    /// The managed policy that the service puts on it.
    pub(super) policy: &'static str,
    /// Whether there may be several, told apart by a suffix.
    pub(super) takes_suffix: bool,
}

const fn linked(service: &'static str, name: &'static str, policy: &'static str, takes_suffix: bool) -> Linked {
    Linked { service, name, policy, takes_suffix }
}

/// From the pages of the services on their service-linked roles; others are refused as services that have none.
const LINKED: &[Linked] = &[
    linked("autoscaling.amazonaws.com", "AutoScaling", "AutoScalingServiceRolePolicy", true),
    linked("ecs.amazonaws.com", "ECS", "AmazonECSServiceRolePolicy", false),
    linked("elasticbeanstalk.amazonaws.com", "ElasticBeanstalk", "AWSElasticBeanstalkServiceRolePolicy", false),
    linked(
        "elasticloadbalancing.amazonaws.com",
        "ElasticLoadBalancing",
        "AWSElasticLoadBalancingServiceRolePolicy",
        false,
    ),
    linked("lex.amazonaws.com", "LexBots", "AmazonLexBotPolicy", false),
    linked("organizations.amazonaws.com", "Organizations", "AWSOrganizationsServiceTrustPolicy", false),
    linked("rds.amazonaws.com", "RDS", "AmazonRDSServiceRolePolicy", false),
    linked("spot.amazonaws.com", "EC2Spot", "AWSEC2SpotServiceRolePolicy", false),
];

/// The role of a service.
pub(super) fn of_service(service: &str) -> Option<&'static Linked> {
    LINKED.iter().find(|linked| linked.service == service)
}

/// The ARN of the role of a service, with its suffix.
pub(super) fn arn(stage: &Stage<'_>, service: &str, suffix: Option<&str>) -> Arn {
    let name = of_service(service).map_or("*", |linked| linked.name);
    let suffix = suffix.map(|suffix| format!("_{suffix}")).unwrap_or_default();
    let resource = format!("role/aws-service-role/{service}/AWSServiceRoleFor{name}{suffix}");
    Arn::new("iam", "", Some(stage.account()), &resource)
}

/// The id of the task that deletes the role; only this world can make it, so that none need be kept.
pub(super) fn task(stage: &Stage<'_>, role: &str) -> String {
    let seal = HEXLOWER.encode(&stage.world.seal(&format!("deletion {} {role}", stage.account())));
    let parts = [&seal[..8], &seal[8..12], &seal[12..16], &seal[16..20], &seal[20..32]];
    format!("task/{role}/{}", parts.join("-"))
}

/// Roles that are no service's are not made or deleted this way.
pub(super) fn invalid(message: impl Into<String>) -> ApiError {
    ApiError::new("InvalidInput", 400, message)
}

//! Reports of what was last accessed: who bears on them, and how their lines read (rule E-35).

use super::entity;
use crate::activity::{AccessReport, Accessed, Activity, ServiceUse};
use crate::arn::Arn;
use crate::clock::Timestamp;
use crate::json::json;
use crate::services::{ApiError, Stage};
use crate::world::Account;
use serde_json::Value;

/// The report of a job.
pub(super) fn of_job<'a>(stage: &'a Stage<'_>, job_id: &str) -> Result<&'a AccessReport, ApiError> {
    let report = stage.activity.access_report(job_id).filter(|report| owner(&report.arn, stage));
    report.ok_or_else(|| ApiError::new("NoSuchEntity", 404, format!("Job with id {job_id} cannot be found.")))
}

/// Whether the report is one of the caller's account; policies of AWS's are everybody's.
fn owner(arn: &Arn, stage: &Stage<'_>) -> bool {
    arn.account().is_none_or(|account| account == stage.account())
}

/// What was accessed by a user or role; by the users of a group; by those to whom a policy is attached.
pub(super) fn accesses(stage: &Stage<'_>, arn: &Arn) -> Result<Vec<Accessed>, ApiError> {
    let account = entity::account(stage)?;
    let mut accesses = Vec::new();
    for (entity, id) in bearing(account, arn) {
        accesses.extend(of_entity(stage.activity, entity, id, stage.now));
    }
    Ok(accesses)
}

fn of_entity(activity: &Activity, entity: &Arn, id: &str, now: Timestamp) -> Vec<Accessed> {
    let accessed = |(service, used): (&str, &ServiceUse)| Accessed {
        service: service.into(),
        entity: entity.clone(),
        id: id.into(),
        last: used.clone(),
    };
    activity.services(id, now).map(accessed).collect()
}

/// The users and roles whose accesses count, with their ids.
fn bearing<'a>(account: &'a Account, arn: &Arn) -> Vec<(&'a Arn, &'a str)> {
    let users = account.users().filter(|user| {
        user.arn == *arn
            || user.policies.attached.contains(arn)
            || user.groups.iter().any(|name| {
                account.group(name).is_some_and(|group| group.arn == *arn || group.policies.attached.contains(arn))
            })
    });
    let roles = account.roles().filter(|role| role.arn == *arn || role.policies.attached.contains(arn));
    let users = users.map(|user| (&user.arn, &*user.id));
    users.chain(roles.map(|role| (&role.arn, &*role.id))).collect()
}

/// The line of a service: its newest access, and how many users and roles accessed it.
pub(super) fn line(report: &AccessReport, service: &str) -> Value {
    let of_service = || report.accesses.iter().filter(|accessed| &*accessed.service == service);
    let mut line = json!({ "ServiceName": service_name(service) });
    let newest = of_service().max_by_key(|accessed| accessed.last.at);
    if let Some(newest) = newest {
        line["LastAuthenticated"] = json!(newest.last.at);
    }
    line["ServiceNamespace"] = service.into();
    if let Some(newest) = newest {
        line["LastAuthenticatedEntity"] = json!(newest.entity);
        line["LastAuthenticatedRegion"] = json!(newest.last.region);
    }
    line["TotalAuthenticatedEntities"] = of_service().count().into();
    if report.has_actions {
        line["TrackedActionsLastAccessed"] = of_service().flat_map(actions).collect();
    }
    line
}

/// `iam:PassRole` is asked for within other calls, and not tracked.
fn actions(accessed: &Accessed) -> impl Iterator<Item = Value> {
    let tracked = accessed.last.actions.iter().filter(|(name, _)| &***name != "PassRole");
    tracked.map(|(name, (at, region))| {
        json!({
            "ActionName": name, "LastAccessedEntity": accessed.entity, "LastAccessedTime": at,
            "LastAccessedRegion": region,
        })
    })
}

/// How IAM calls the services; one that is not listed goes by its namespace.
const NAMES: [(&str, &str); 12] = [
    ("cloudtrail", "AWS CloudTrail"),
    ("dynamodb", "Amazon DynamoDB"),
    ("ec2", "Amazon EC2"),
    ("iam", "AWS Identity and Access Management"),
    ("kms", "AWS Key Management Service"),
    ("lambda", "AWS Lambda"),
    ("organizations", "AWS Organizations"),
    ("s3", "Amazon S3"),
    ("secretsmanager", "AWS Secrets Manager"),
    ("sns", "Amazon SNS"),
    ("sqs", "Amazon SQS"),
    ("sts", "AWS Security Token Service"),
];

fn service_name(service: &str) -> &str {
    NAMES.iter().find(|(namespace, _)| *namespace == service).map_or(service, |(_, name)| name)
}

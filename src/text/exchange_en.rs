//! English: what is wrong with a file of an account, and what it does not tell.

use super::findings_en::finding;
use crate::exchange::{Absence, ImportError, List, Place, Problem, ProblemKind};

fn at(place: &Place) -> String {
    format!("{}, line {}, {}", place.file, place.line, place.path)
}

pub(super) fn import_error(error: &ImportError) -> String {
    match error {
        ImportError::TooLarge => "The files are larger than 20 MB together.".to_owned(),
        ImportError::Syntax { file, line, column, message } => {
            format!("{file} is not valid JSON: line {line}, column {column}: {message}.")
        }
        ImportError::NotDetails { file, members } => {
            let found = if members.is_empty() { String::new() } else { format!(" It has: {}.", members.join(", ")) };
            format!(
                "{file} is not what aws iam get-account-authorization-details prints: it has none of UserDetailList, GroupDetailList, RoleDetailList and Policies.{found}"
            )
        }
        ImportError::Empty => "The lists in the file are empty.".to_owned(),
        ImportError::TwoAccounts { first, other, place } => {
            format!("The files are of two accounts, {first} and {other} ({}). Import one account at a time.", at(place))
        }
        ImportError::Partition { partition, place } => {
            format!("The account is of the partition {partition}, which is not known here ({}).", at(place))
        }
    }
}

pub(super) fn import_problem(problem: &Problem) -> String {
    let what = match &problem.kind {
        ProblemKind::Missing => "is missing".to_owned(),
        ProblemKind::WrongType(wanted) => format!("is no {wanted}"),
        ProblemKind::BadArn(arn) => format!("“{arn}” is no ARN of this"),
        ProblemKind::BadName(name) => format!("IAM takes no such name: “{name}”"),
        ProblemKind::Twice(name) => format!("“{name}” was there before; the first one counts"),
        ProblemKind::Document(found) => match found {
            Some(found) => format!("the policy cannot be read: {}", finding(found)),
            None => "the policy cannot be read".to_owned(),
        },
        ProblemKind::NoGroup(name) => format!("the file has no group “{name}”"),
        ProblemKind::NoPolicy(arn) => format!("the file does not say what {arn} says"),
    };
    format!("{}: {what}", at(&problem.place))
}

pub(super) fn absence(absence: Absence) -> &'static str {
    match absence {
        Absence::List(List::Users) => "Users: the list is not in the file.",
        Absence::List(List::Groups) => "Groups: the list is not in the file.",
        Absence::List(List::Roles) => "Roles: the list is not in the file.",
        Absence::List(List::Policies) => "Managed policies: the list is not in the file.",
        Absence::Pages => "Further pages: the file says that there are more. Add them, or call without --no-paginate.",
        Absence::OrganizationPolicies => {
            "SCPs and RCPs, and the organization. Answers that depend on them are “cannot say”."
        }
        Absence::ResourcePolicies => {
            "Buckets, keys, queues and their policies and tags. Answers that depend on them are “cannot say”; what you create here is known."
        }
        Absence::Passwords => "Passwords, MFA devices, the password policy: taken as if there were none.",
        Absence::AccessKeys => "Access keys: each user gets one that is made up, so that you can act as anybody.",
        Absence::Sessions => "Sessions: assume a role here to get one.",
        Absence::RoleSettings => "How long sessions of a role may be: taken as one hour.",
        Absence::Providers => "Identity providers: create them here to get tokens taken.",
        Absence::PolicyTags => "Tags of managed policies.",
    }
}

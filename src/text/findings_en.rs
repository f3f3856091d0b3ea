//! What is wrong with a document, in English.

use crate::policy::{ElementName, Finding, JsonProblem, JsonType, PolicyKind};

pub(super) fn kind(kind: PolicyKind) -> &'static str {
    match kind {
        PolicyKind::Identity => "an identity policy",
        PolicyKind::Session => "a session policy",
        PolicyKind::Resource => "a resource policy",
        PolicyKind::Trust => "a trust policy",
        PolicyKind::Key => "a key policy",
        PolicyKind::Scp => "a service control policy",
        PolicyKind::Rcp => "a resource control policy",
        PolicyKind::VpcEndpoint => "a VPC endpoint policy",
    }
}

pub(super) fn finding(finding: &Finding) -> String {
    match finding {
        Finding::Json(problem) => json(*problem).to_owned(),
        Finding::TooLong { n_characters, limit } => {
            format!("The text has {n_characters} characters; {limit} is the most that IAM takes.")
        }
        Finding::ForbiddenCharacter(character) => format!("Policies may not hold the character `{character}`."),
        Finding::DuplicateKey(key) => format!("`{key}` stands here twice; each name may occur once."),
        Finding::DuplicateConditionKey(key) => {
            format!("`{key}` stands here twice, spelled with different case; keys have no case.")
        }
        Finding::UnknownElement { found, suggestion: Some(near) } => {
            format!("`{found}` is not a policy element. Did you mean `{}`?", near.as_str())
        }
        Finding::UnknownElement { found, suggestion: None } => format!("`{found}` is not a policy element."),
        Finding::ElementNotAllowed {
            element: ElementName::Principal | ElementName::NotPrincipal,
            kind: PolicyKind::Identity,
        } => "An identity policy has no principal: it speaks for whoever it is attached to.".to_owned(),
        Finding::ElementNotAllowed {
            element: ElementName::Resource | ElementName::NotResource,
            kind: PolicyKind::Trust,
        } => "A trust policy names no resource: its role is the resource.".to_owned(),
        Finding::ElementNotAllowed { element, kind: of } => {
            format!("`{}` has no place in {}.", element.as_str(), kind(*of))
        }
        Finding::ExclusiveElements(a, b) => {
            format!("`{}` and `{}` exclude each other; keep one.", a.as_str(), b.as_str())
        }
        Finding::MissingElement { element: ElementName::Statement, .. } => "A policy needs a `Statement`.".to_owned(),
        Finding::MissingElement { element, kind: of } => {
            format!("The statement needs `{}`, as every statement of {} does.", element.as_str(), kind(*of))
        }
        Finding::WrongType { element, expected } => format!("`{}` must be {}.", element.as_str(), json_type(*expected)),
        Finding::NotAnObject => "A policy is a JSON object: it begins with `{`.".to_owned(),
        Finding::InvalidVersion(found) => {
            format!("`{found}` is no version of the policy language. Write `2012-10-17`.")
        }
        Finding::VersionRequired(of) => format!("As {}, it must say `\"Version\": \"2012-10-17\"`.", kind(*of)),
        Finding::InvalidEffect(found) => {
            format!("`{found}` is no effect. `Allow` and `Deny` are, in just this spelling.")
        }
        Finding::OnlyDenyAllowed => "A resource control policy may only deny.".to_owned(),
        Finding::OnlyEveryoneAllowed => {
            "A resource control policy names everyone, `\"*\"`, and narrows by conditions.".to_owned()
        }
        Finding::BareStarAction => "A resource control policy must name a service: `*` alone is not taken.".to_owned(),
        Finding::InvalidSid(found) => format!("`{found}` is no Sid: only letters and digits, without spaces."),
        Finding::DuplicateSid(found) => format!("Another statement is called `{found}` already."),
        Finding::InvalidAction(found) => format!("`{found}` is no action: write `service:Name`, or `*`."),
        Finding::InvalidResource(found) => format!("`{found}` is no resource: write an ARN, or `*`."),
        Finding::InvalidPartition(found) => {
            format!("`{found}`: the second field of an ARN is a partition, mostly `aws`.")
        }
        Finding::ShortArn(found) => format!("`{found}` lacks fields: here an ARN must have all six."),
        Finding::InvalidPrincipalFormat => {
            "A principal is `\"*\"` or an object such as `{ \"AWS\": \"…\" }`.".to_owned()
        }
        Finding::InvalidPrincipalKey(found) => {
            format!("`{found}` is no kind of principal. `AWS`, `Service`, `Federated` and `CanonicalUser` are.")
        }
        Finding::PartialWildcard(found) => format!("`{found}`: a principal is named in full, or everyone is, `*`."),
        Finding::GroupPrincipal(_) => {
            "A group cannot be a principal. Name its users or a role, or give the group an identity policy.".to_owned()
        }
        Finding::InvalidPrincipal(found) => {
            format!("`{found}` is no principal: an account id, or the ARN of a user, role or session is.")
        }
        Finding::UnknownOperator { found, suggestion: Some(near) } => {
            format!("`{found}` is no condition operator. Did you mean `{near}`?")
        }
        Finding::UnknownOperator { found, suggestion: None } => format!("`{found}` is no condition operator."),
        Finding::NullWithIfExists => "`Null` tests for absence itself; `NullIfExists` does not exist.".to_owned(),
        Finding::InvalidConditionKey(found) => {
            format!("`{found}` is no condition key: write `prefix:name`, as in `aws:SourceIp`.")
        }
    }
}

fn json(problem: JsonProblem) -> &'static str {
    match problem {
        JsonProblem::Empty => "There is no policy yet. It begins with `{`.",
        JsonProblem::CommaMissing => "A comma is missing before this.",
        JsonProblem::TrailingComma => "Nothing follows this comma; take it away.",
        JsonProblem::ColonMissing => "A colon is missing between name and value.",
        JsonProblem::ValueMissing => "A value is missing here.",
        JsonProblem::NameWithoutQuotes => "Names stand in double quotes.",
        JsonProblem::Comment => "JSON has no comments.",
        JsonProblem::SingleQuotes => "JSON wants double quotes.",
        JsonProblem::BadString => "This string does not end, or holds an escape that JSON does not know.",
        JsonProblem::BadNumber => "JSON does not know this way to write a number.",
        JsonProblem::Unclosed => "This bracket is never closed.",
        JsonProblem::Unopened => "This bracket was never opened.",
        JsonProblem::TextAfterEnd => "The policy has ended before this.",
        JsonProblem::TooDeep => "The brackets are nested too deep.",
        JsonProblem::Unexpected => "This does not belong here.",
    }
}

fn json_type(expected: JsonType) -> &'static str {
    match expected {
        JsonType::Object => "an object, `{ … }`",
        JsonType::String => "a string in double quotes",
        JsonType::Strings => "a string, or a list of strings",
        JsonType::Objects => "an object, or a list of objects",
        JsonType::Scalars => "a string, a number, `true` or `false`, or a list of these",
    }
}

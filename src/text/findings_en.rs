//! What is wrong with a document, in English.

use super::code::{character, code};
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

/// `sentence`, and what was probably meant.
fn meant(sentence: String, suggestion: Option<&str>) -> String {
    match suggestion {
        Some(near) => format!("{sentence} Did you mean {}?", code(near)),
        None => sentence,
    }
}

pub(super) fn finding(finding: &Finding) -> String {
    match finding {
        Finding::Json(problem) => json(*problem),
        Finding::TooLong { n_characters, limit } => {
            format!("The text has {n_characters} characters; {limit} is the most that IAM takes.")
        }
        Finding::TooLarge { n_characters, limit, kind: of } => {
            format!("{n_characters} characters count here; the quota for {} is {limit}.", kind(*of))
        }
        Finding::ForbiddenCharacter { found, suggestion } => {
            let near = suggestion.map(String::from);
            meant(format!("Policies may not hold the character {}.", character(*found)), near.as_deref())
        }
        Finding::DuplicateKey(key) => format!("{} stands here twice; each name may occur once.", code(key)),
        Finding::DuplicateConditionKey(key) => {
            format!("{} stands here twice, spelled with different case; keys have no case.", code(key))
        }
        Finding::UnknownElement { found, suggestion } => {
            meant(format!("{} is not a policy element.", code(found)), suggestion.map(ElementName::as_str))
        }
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
        Finding::WrongType { element, expected } => {
            format!("In `{}` there must be {} here.", element.as_str(), json_type(*expected))
        }
        Finding::NotAnObject => "A policy is a JSON object: it begins with `{`.".to_owned(),
        Finding::NoStatement => "A policy needs at least one statement.".to_owned(),
        Finding::InvalidVersion(found) => {
            format!("{} is no version of the policy language. Write `2012-10-17`.", code(found))
        }
        Finding::VersionRequired(of) => format!("As {}, it must say `\"Version\": \"2012-10-17\"`.", kind(*of)),
        Finding::InvalidEffect { found, suggestion } => {
            let sentence = format!("{} is no effect. `Allow` and `Deny` are, in just this spelling.", code(found));
            meant(sentence, suggestion.map(crate::policy::Effect::as_str))
        }
        Finding::OnlyDenyAllowed => "A resource control policy may only deny.".to_owned(),
        Finding::OnlyEveryoneAllowed => {
            "A resource control policy names everyone, `\"*\"`, and narrows by conditions.".to_owned()
        }
        Finding::BareStarAction => "A resource control policy must name a service: `*` alone is not taken.".to_owned(),
        Finding::NoRcpSupport(found) => {
            format!("{} is no service that resource control policies reach, such as `s3` or `kms`.", code(found))
        }
        Finding::InvalidSid(found) => format!("{} is no Sid: only letters and digits, without spaces.", code(found)),
        Finding::DuplicateSid(found) => format!("Another statement is called {} already.", code(found)),
        Finding::InvalidAction { found, suggestion } => {
            let sentence = format!("{} is no action: write `service:Name`, or `*`.", code(found));
            meant(sentence, suggestion.as_deref())
        }
        Finding::InvalidResource { found, suggestion } => {
            meant(format!("{} is no resource: write an ARN, or `*`.", code(found)), suggestion.as_deref())
        }
        Finding::InvalidPartition(found) => {
            format!("{}: the second field of an ARN is a partition, mostly `aws`.", code(found))
        }
        Finding::InvalidService(found) => {
            format!("{}: the third field of an ARN names a service in full, without wildcards.", code(found))
        }
        Finding::WildcardInResourceType(found) => {
            format!("{}: of what type an IAM resource is, is said in full: `user`, `role` …", code(found))
        }
        Finding::ArnFieldNotAllowed { service, is_region } => {
            let (field, whose) = if *is_region { ("Region", "fourth") } else { ("account", "fifth") };
            let named = if &**service == "s3" { "buckets and objects" } else { "IAM" };
            format!("ARNs of {named} have no {field}: with one in the {whose} field, this matches nothing.")
        }
        Finding::ShortArn(found) => format!("{} lacks fields: here an ARN must have all six.", code(found)),
        Finding::VariableNotAllowed(ElementName::Condition) => "A condition key is not a variable.".to_owned(),
        Finding::VariableNotAllowed(element) => format!("`{}` takes no variables.", element.as_str()),
        Finding::VariableBeforeResource(found) => {
            format!("{}: in an ARN, variables may stand after the fifth colon only.", code(found))
        }
        Finding::InvalidPrincipalFormat => {
            "A principal is `\"*\"` or an object such as `{ \"AWS\": \"…\" }`.".to_owned()
        }
        Finding::InvalidPrincipalKey { found, suggestion } => {
            let kinds = "`AWS`, `Service`, `Federated` and `CanonicalUser` are.";
            meant(format!("{} is no kind of principal. {kinds}", code(found)), *suggestion)
        }
        Finding::PartialWildcard(found) => {
            format!("{}: a principal is named in full, or everyone is, `*`.", code(found))
        }
        Finding::GroupPrincipal(_) => {
            "A group cannot be a principal. Name its users or a role, or give the group an identity policy.".to_owned()
        }
        Finding::InvalidPrincipal(found) => {
            format!("{} is no principal: an account id, or the ARN of a user, role or session is.", code(found))
        }
        Finding::InvalidServicePrincipal { found, suggestion } => {
            let sentence = format!("{} is no service: write its domain, as in `ec2.amazonaws.com`.", code(found));
            meant(sentence, suggestion.as_deref())
        }
        Finding::InvalidFederatedPrincipal(found) => {
            format!(
                "{} is no identity provider: write its ARN, or a domain such as `accounts.google.com`.",
                code(found)
            )
        }
        Finding::FederatedOutsideTrust(of) => {
            format!("`Federated` has no place in {}: only trust policies name identity providers.", kind(*of))
        }
        Finding::InvalidCanonicalUser(found) => {
            format!("{} is no canonical user: S3 gives them ids of 64 hexadecimal digits.", code(found))
        }
        Finding::UnknownOperator { found, suggestion } => {
            meant(format!("{} is no condition operator.", code(found)), suggestion.as_deref())
        }
        Finding::NullWithIfExists => "`Null` tests for absence itself; `NullIfExists` does not exist.".to_owned(),
        Finding::InvalidConditionKey(found) => {
            format!("{} is no condition key: write `prefix:name`, as in `aws:SourceIp`.", code(found))
        }
        Finding::UnclosedVariable => "A variable ends with `}`; without it, this is plain text.".to_owned(),
        Finding::EmptyVariable => "`${}` names no key, and is plain text.".to_owned(),
        Finding::BlankInVariable => {
            "The name of a variable has no blanks and no `$` or `{`; this is plain text.".to_owned()
        }
        Finding::DefaultWithoutQuotes => {
            "The default of a variable stands in single quotes: `${key, 'text'}`. This is plain text.".to_owned()
        }
        Finding::VariableUnderOperator(operator) => {
            format!("{} takes no variables; string and ARN operators do.", code(operator))
        }
        Finding::VariableInOldVersion => {
            "Without `\"Version\": \"2012-10-17\"` this variable is plain text.".to_owned()
        }
        Finding::ActionAppliesToNothing { action, is_on_objects: true } => format!(
            "S3 takes {} only beside objects, such as `arn:aws:s3:::bucket/*`; here stands no object.",
            code(action)
        ),
        Finding::ActionAppliesToNothing { action, is_on_objects: false } => format!(
            "S3 takes {} only beside a bucket, such as `arn:aws:s3:::bucket`; here stands no bucket.",
            code(action)
        ),
        Finding::UnknownVariable(key) => {
            format!("AWS documents no condition key {}, so this variable never has a value.", code(key))
        }
    }
}

fn json(problem: JsonProblem) -> String {
    let sentence = match problem {
        JsonProblem::Empty => "There is no policy yet. It begins with `{`.",
        JsonProblem::CommaMissing => "A comma is missing before this.",
        JsonProblem::ExtraComma => "Nothing stands before this comma; take it away.",
        JsonProblem::TrailingComma => "Nothing follows this comma; take it away.",
        JsonProblem::ColonMissing => "A colon is missing between name and value.",
        JsonProblem::WrongSeparator { found, expected } => {
            return format!("JSON wants `{expected}` here and not `{found}`.");
        }
        JsonProblem::NameMissing => "In an object every value has a name: `\"name\": value`.",
        JsonProblem::NameWithoutQuotes => "Names stand in double quotes.",
        JsonProblem::ValueMissing => "A value is missing before this.",
        JsonProblem::ValueWithoutQuotes => "Text stands in double quotes.",
        JsonProblem::MisspelledWord(meant) => return format!("JSON does not know this word; it writes `{meant}`."),
        JsonProblem::Comment => "JSON has no comments.",
        JsonProblem::WrongQuotes(found) => {
            return format!("JSON wants straight double quotes, `\"`, and not {}.", character(found).replace('`', ""));
        }
        JsonProblem::UnclosedString => "This string does not end: a quote is missing.",
        JsonProblem::StringEndsEarly => {
            "More text hangs on the end of this string: a quote is missing, or one within must be written `\\\"`."
        }
        JsonProblem::LineBreak => "A string ends in the line where it begins; a line end within is written `\\n`.",
        JsonProblem::ControlCharacter(found) => {
            return format!("A string may not hold {}; write it as an escape, such as `\\t`.", character(found));
        }
        JsonProblem::BadEscape => "JSON does not know this escape; a backslash itself is written `\\\\`.",
        JsonProblem::LoneSurrogate => "This is half of a pair of escapes; alone it is no character.",
        JsonProblem::BadNumber => "JSON does not know this way to write a number.",
        JsonProblem::Unclosed => "This bracket is never closed.",
        JsonProblem::Unopened(_) => "This bracket was never opened.",
        JsonProblem::WrongBracket { found, expected } => {
            return format!("`{expected}` would close the bracket that is open here, and not `{found}`.");
        }
        JsonProblem::TextAfterEnd => "The policy has ended before this.",
        JsonProblem::TooDeep => "The brackets are nested too deep.",
        JsonProblem::StrangeBlank(found) => {
            return format!("Here stands {}, which JSON does not take for a blank; type it anew.", character(found));
        }
        JsonProblem::Unexpected(found) => return format!("{} does not belong here.", code(&found.to_string())),
    };
    sentence.to_owned()
}

fn json_type(expected: JsonType) -> &'static str {
    match expected {
        JsonType::Object => "an object, `{ … }`",
        JsonType::String => "a string in double quotes",
        JsonType::Strings => "a string, or a list of strings",
        JsonType::Objects => "an object, or a list of objects",
        JsonType::Scalar => "a string, a number, `true` or `false`",
        JsonType::Scalars => "a string, a number, `true` or `false`, or a list of these",
    }
}

//! The members of an entry: read, or refused with the place in the entry.

use super::problem::ProblemKind;
use crate::arn::{AccountId, Arn};
use crate::clock::Timestamp;
use crate::policy::{Author, PolicyKind, pretty, pretty_value};
use crate::world::StoredPolicy;
use serde_json::Value;
use std::collections::BTreeMap;

/// What is wrong, and where in the entry: `.UserPolicyList[0].PolicyDocument`.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) path: String,
    pub(super) kind: ProblemKind,
}

impl Fault {
    pub(super) fn at(path: impl Into<String>, kind: ProblemKind) -> Self {
        Self { path: path.into(), kind }
    }

    /// The same, further inside.
    pub(super) fn inside(self, path: &str) -> Self {
        Self { path: format!("{path}{}", self.path), ..self }
    }
}

/// A text that must be there.
pub(super) fn text<'a>(value: &'a Value, member: &str) -> Result<&'a str, Fault> {
    let fault = |kind| Fault::at(format!(".{member}"), kind);
    match value.get(member) {
        None | Some(Value::Null) => Err(fault(ProblemKind::Missing)),
        Some(Value::String(text)) => Ok(text),
        Some(_) => Err(fault(ProblemKind::WrongType("string"))),
    }
}

/// The items of a list with their paths; one that stands alone is a list of one, as the documentation of the AWS CLI
/// has it once, and a list that is not there is empty.
pub(super) fn items<'a>(value: &'a Value, member: &str) -> Result<Vec<(String, &'a Value)>, Fault> {
    match value.get(member) {
        None | Some(Value::Null) => Ok(Vec::new()),
        Some(Value::Array(items)) => {
            Ok(items.iter().enumerate().map(|(index, item)| (format!(".{member}[{index}]"), item)).collect())
        }
        Some(item @ Value::Object(_)) => Ok(vec![(format!(".{member}"), item)]),
        Some(_) => Err(Fault::at(format!(".{member}"), ProblemKind::WrongType("array"))),
    }
}

/// The ARN of an entity of that kind in the account, `user` or `instance-profile`.
pub(super) fn arn(value: &Value, account: Option<AccountId>, kind: &str) -> Result<Arn, Fault> {
    let text = text(value, "Arn")?;
    let is_it = |arn: &Arn| {
        let is_kind = arn.resource().split_once('/').is_some_and(|(first, rest)| first == kind && !rest.is_empty());
        arn.service() == "iam" && arn.account() == account && is_kind
    };
    let arn = text.parse().ok().filter(is_it);
    arn.ok_or_else(|| Fault::at(".Arn", ProblemKind::BadArn(text.into())))
}

/// The name of an entity, which its ARN ends in. Some tools leave the member out.
pub(super) fn name(value: &Value, member: &str, arn: &Arn, longest: usize) -> Result<Box<str>, Fault> {
    let of_arn = arn.last_name();
    let name = match value.get(member) {
        None | Some(Value::Null) => of_arn,
        Some(_) => text(value, member)?,
    };
    let is_sign = |sign: char| sign.is_ascii_alphanumeric() || "_+=,.@-".contains(sign);
    if name != of_arn || name.is_empty() || name.len() > longest || !name.chars().all(is_sign) {
        return Err(Fault::at(format!(".{member}"), ProblemKind::BadName(name.into())));
    }
    Ok(name.into())
}

/// When it was made, as the AWS CLI, SDKs or the API write it; none if that is not told.
pub(super) fn created(value: &Value) -> Option<Timestamp> {
    match value.get("CreateDate")? {
        Value::String(text) => Timestamp::parse(text),
        Value::Number(seconds) => Timestamp::parse(&seconds.to_string()),
        _ => None,
    }
}

/// Tags by key.
pub(super) fn tags(value: &Value) -> Result<BTreeMap<Box<str>, Box<str>>, Fault> {
    let pair = |(path, item): (String, &Value)| {
        let part = |member| text(item, member).map_err(|fault| fault.inside(&path));
        Ok((part("Key")?.into(), part("Value")?.into()))
    };
    items(value, "Tags")?.into_iter().map(pair).collect()
}

/// The document at a member: an object as the AWS CLI prints it, or its text, URL-encoded as the API has it.
pub(super) fn document(value: &Value, member: &str, kind: PolicyKind, author: Author) -> Result<StoredPolicy, Fault> {
    let fault = |kind| Fault::at(format!(".{member}"), kind);
    let parse = |text: &str| {
        let refused = |problems: Vec<crate::policy::Diagnostic>| {
            fault(ProblemKind::Document(problems.into_iter().next().map(|problem| problem.finding)))
        };
        StoredPolicy::parse_by(text, kind, author).map_err(refused)
    };
    match value.get(member) {
        None | Some(Value::Null) => Err(fault(ProblemKind::Missing)),
        Some(object @ Value::Object(_)) => parse(&pretty_value(object)),
        Some(Value::String(text)) => {
            let text = decoded(text);
            let written = parse(&text)?;
            // On one line it could not be worked with.
            let laid_out = pretty(&text).filter(|_| !text.contains('\n'));
            laid_out.map_or(Ok(written), |text| parse(&text))
        }
        Some(_) => Err(fault(ProblemKind::WrongType("object"))),
    }
}

/// The text of a document: the API hands it out with percent signs (RFC 3986), the AWS CLI decodes it.
pub(super) fn decoded(text: &str) -> String {
    let is_plain = text.trim_start().starts_with('{');
    if is_plain {
        return text.to_owned();
    }
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let digits = text.get(at + 1..at + 3).filter(|_| *byte == b'%');
        let code = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        out.push(code.unwrap_or(*byte));
        at += if code.is_some() { 3 } else { 1 };
    }
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}

//! Which actions of a bucket policy apply to none of the resources beside them: S3 takes no such policy.
//!
//! It goes by the names of actions and the form of ARNs. A pattern that may stand for actions on buckets and on
//! objects alike is left alone, and so is an action whose name does not tell which it is. Which buckets there are
//! is not known here.

use super::diagnostic::{Diagnostic, Finding, Findings};
use super::document::{PolicyDocument, Statement};
use crate::rule::Rule;

/// How the names of actions on objects begin.
const ON_OBJECTS: [&str; 8] = [
    "s3:abortmultipartupload",
    "s3:bypassgovernanceretention",
    "s3:deleteobject",
    "s3:getobject",
    "s3:listmultipartuploadparts",
    "s3:putobject",
    "s3:replicateobject",
    "s3:restoreobject",
];

/// How the names of actions on buckets begin.
const ON_BUCKETS: [&str; 5] = ["s3:createbucket", "s3:deletebucket", "s3:getbucket", "s3:listbucket", "s3:putbucket"];

/// Takes down the actions of a document that apply to no resource of their statement.
pub(super) fn check(document: &PolicyDocument, findings: &mut Findings) {
    for statement in &document.statements {
        let Some((has_buckets, has_objects)) = kinds(statement) else { continue };
        for action in statement.action.patterns.iter().filter(|_| !statement.action.is_negated) {
            let is_on_objects = match is_on_objects(&action.value) {
                Some(true) if !has_objects => true,
                Some(false) if !has_buckets => false,
                _ => continue,
            };
            let finding = Finding::ActionAppliesToNothing { action: action.value.clone(), is_on_objects };
            findings.push(Diagnostic::error(Rule::A72, None, action.span, finding));
        }
    }
}

/// Whether a pattern stands for actions on objects only, or on buckets only; none where it may be either.
fn is_on_objects(pattern: &str) -> Option<bool> {
    let folded = pattern.to_ascii_lowercase();
    let lead = folded.split(['*', '?']).next().unwrap_or_default();
    let begins = |names: &[&str]| names.iter().any(|name| lead.starts_with(name));
    match (begins(&ON_OBJECTS), begins(&ON_BUCKETS)) {
        (true, _) => Some(true),
        (false, true) => Some(false),
        (false, false) => None,
    }
}

/// Whether buckets and objects are among the resources of a statement; none unless all resources are S3's.
fn kinds(statement: &Statement) -> Option<(bool, bool)> {
    let resource = statement.resource.as_ref().filter(|resource| !resource.is_negated)?;
    let mut kinds = (false, false);
    for pattern in &resource.patterns {
        let mut fields = pattern.value.splitn(6, ':');
        let (service, region, account, name) = (fields.nth(2)?, fields.next()?, fields.next()?, fields.next()?);
        // Access points have a Region and an account, buckets have neither.
        if service != "s3" || !region.is_empty() || !account.is_empty() {
            return None;
        }
        let bucket = name.split('/').next().unwrap_or_default();
        let has_slash = bucket.len() < name.len();
        kinds.0 |= !has_slash;
        // A star runs across slashes.
        kinds.1 |= has_slash || bucket.contains('*');
    }
    Some(kinds)
}

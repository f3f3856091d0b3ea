//! Looking up records by who, what and when, and from a session back to who began it (rule H-7).

use crate::clock::Timestamp;
use crate::services::TrailRecord;
use std::ops::RangeInclusive;

/// What records are looked for. What is left out restricts nothing.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct TrailQuery {
    /// A user name, the name of a session, an access key, or a part of the caller's ARN.
    pub who: Option<Box<str>>,
    /// The name of an operation, a source such as `iam.amazonaws.com`, or a part of a parameter: a user's name, a bucket's.
    pub what: Option<Box<str>>,
    /// From when to when, both included.
    pub when: Option<RangeInclusive<Timestamp>>,
    /// Only calls that failed, or only those that did not.
    pub has_failed: Option<bool>,
}

impl TrailQuery {
    /// Whether a record is one of those that are looked for.
    #[must_use]
    pub fn matches(&self, record: &TrailRecord) -> bool {
        let has_failed = record.event.get("errorCode").is_some();
        self.who.as_deref().is_none_or(|who| is_by(record, who))
            && self.what.as_deref().is_none_or(|what| is_about(record, what))
            && self.when.as_ref().is_none_or(|when| when.contains(&record.at))
            && self.has_failed.is_none_or(|wanted| wanted == has_failed)
    }
}

fn is_by(record: &TrailRecord, who: &str) -> bool {
    record.user_name().eq_ignore_ascii_case(who)
        || record.access_key_id() == who
        || record.text("/userIdentity/arn").contains(who)
        || record.text("/userIdentity/invokedBy") == who
}

fn is_about(record: &TrailRecord, what: &str) -> bool {
    let parameters = record.event.get("requestParameters").into_iter();
    record.text("/eventName").eq_ignore_ascii_case(what)
        || record.text("/eventSource") == what
        || parameters.filter(|value| !value.is_null()).any(|value| value.to_string().contains(what))
}

/// The records that lead from a session's key back to who began it: the call that made the key, the one that made the
/// key which signed that call, and so on; the last was signed by a long-term key, or by none. Of a call that two
/// accounts were told of, the caller's record is taken, since it alone says who called.
#[must_use]
pub fn origin<'a>(records: &'a [TrailRecord], access_key_id: &str) -> Vec<&'a TrailRecord> {
    let mut path: Vec<&TrailRecord> = Vec::new();
    let mut key = access_key_id;
    while !key.is_empty() {
        let makes = |record: &&TrailRecord| record.key_made() == Some(key);
        let is_told_whole = |record: &&TrailRecord| record.text("/userIdentity/type") != "AWSAccount";
        let mut made = records.iter().filter(makes);
        let Some(record) = made.clone().find(is_told_whole).or_else(|| made.next()) else { break };
        // A key cannot be made by itself; a record from elsewhere may say so.
        if path.iter().any(|before| before.step == record.step) {
            break;
        }
        path.push(record);
        key = record.access_key_id();
    }
    path
}

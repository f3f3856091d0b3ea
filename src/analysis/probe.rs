//! What else a change makes possible: questions near the one that was asked, before and after.
//!
//! Probes find widenings that nobody asked for; that none is found proves nothing about the rest.

use crate::api::{Credentials, Question, Sandbox};
use crate::ordered;
use crate::world::World;
use std::collections::BTreeSet;

/// A question that is answered with yes since the change.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Probe {
    /// The key that asks.
    pub access_key_id: Box<str>,
    /// `prefix:Name`
    pub action: Box<str>,
    /// The ARN.
    pub resource: Box<str>,
}

/// What can be asked of a bucket, and of an object.
const BUCKET_ACTIONS: &[&str] = &["s3:ListBucket", "s3:GetBucketPolicy", "s3:PutBucketPolicy", "s3:DeleteBucket"];
const OBJECT_ACTIONS: &[&str] = &["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:GetObjectTagging"];

/// The probes that are allowed in `after` and were not in `before`, without the question itself.
#[must_use]
pub fn newly_possible(before: &Sandbox, after: &Sandbox, asked: &Question) -> Vec<Probe> {
    let probes = probes(before, asked);
    let question = |probe: &Probe| Question {
        credentials: Credentials::Key(probe.access_key_id.clone()),
        action: probe.action.clone(),
        resource: probe.resource.clone(),
        environment: asked.environment.clone(),
    };
    let is_new = |probe: &Probe| {
        let question = question(probe);
        after.preview(&question).is_allowed() && !before.preview(&question).is_allowed()
    };
    probes.into_iter().filter(is_new).collect()
}

/// Every key with every target.
fn probes(sandbox: &Sandbox, asked: &Question) -> BTreeSet<Probe> {
    let targets = targets(sandbox.world());
    let keys: Vec<_> = sandbox.live_keys().collect();
    let all = keys.iter().flat_map(|key| {
        targets.iter().map(|(action, resource)| Probe {
            access_key_id: key.access_key_id.clone(),
            action: (*action).into(),
            resource: resource.as_str().into(),
        })
    });
    let is_asked = |probe: &Probe| {
        asked.credentials.access_key_id() == Some(&*probe.access_key_id)
            && probe.action == asked.action
            && probe.resource == asked.resource
    };
    ordered::set(all.filter(|probe| !is_asked(probe)))
}

/// Actions on the objects, buckets and roles of the world, and on one object more in each bucket, which
/// shows whether a grant reaches beyond what is there.
#[must_use]
pub fn targets(world: &World) -> Vec<(&'static str, String)> {
    let mut targets: Vec<(&str, String)> = Vec::new();
    for bucket in world.buckets() {
        let keys = bucket.objects.keys().map(|key| &**key).chain(["any-other-object"]);
        for key in keys {
            let arn = bucket.object_arn(key).to_string();
            targets.extend(OBJECT_ACTIONS.iter().map(|action| (*action, arn.clone())));
        }
        targets.extend(BUCKET_ACTIONS.iter().map(|action| (*action, bucket.arn().to_string())));
    }
    for account in world.accounts() {
        targets.extend(account.roles().map(|role| ("sts:AssumeRole", role.arn.to_string())));
    }
    targets
}

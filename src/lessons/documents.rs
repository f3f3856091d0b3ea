//! All policy documents of a world, and which of them are new.

use crate::analysis::DocumentRef;
use crate::policy::PolicyDocument;
use crate::world::{Account, Organization, PolicyHolder, StoredPolicy, World};
use std::collections::BTreeMap;

/// Every document with its place. AWS's own policies are there where they were attached once.
pub(super) fn documents(world: &World) -> BTreeMap<DocumentRef, &StoredPolicy> {
    let mut found = BTreeMap::new();
    for account in world.accounts() {
        of_account(account, &mut found);
    }
    for bucket in world.buckets() {
        let place = DocumentRef::Bucket { bucket: bucket.name.clone() };
        found.extend(bucket.policy.as_ref().map(|policy| (place, policy)));
    }
    found.extend(world.keys().map(|key| (DocumentRef::Key { arn: key.arn() }, &key.policy)));
    for endpoint in world.vpc_endpoints() {
        found.insert(DocumentRef::VpcEndpoint { id: endpoint.id.clone() }, &endpoint.policy);
    }
    let arns = world.resources().map(|resource| &resource.arn).chain(world.functions().map(|function| &function.arn));
    for arn in arns {
        let place = DocumentRef::Resource { arn: arn.clone() };
        found.extend(world.resource_policy(arn).map(|(_, policy)| (place, policy)));
    }
    for policy in world.organizations().flat_map(Organization::policies) {
        found.insert(DocumentRef::Organization { arn: policy.arn.clone() }, &policy.document);
    }
    found
}

fn of_account<'a>(account: &'a Account, found: &mut BTreeMap<DocumentRef, &'a StoredPolicy>) {
    let id = account.id;
    let mut inline = |holder: &'a PolicyHolder, place: &dyn Fn(Box<str>) -> DocumentRef| {
        found.extend(holder.inline.iter().map(|(name, document)| (place(name.clone()), document)));
    };
    for user in account.users() {
        let name = &user.name;
        inline(&user.policies, &|policy| DocumentRef::UserInline { account: id, user: name.clone(), policy });
    }
    for group in account.groups() {
        let name = &group.name;
        inline(&group.policies, &|policy| DocumentRef::GroupInline { account: id, group: name.clone(), policy });
    }
    for role in account.roles() {
        let name = &role.name;
        inline(&role.policies, &|policy| DocumentRef::RoleInline { account: id, role: name.clone(), policy });
    }
    for role in account.roles() {
        found.insert(DocumentRef::Trust { account: id, role: role.name.clone() }, &role.trust);
    }
    for policy in account.policies() {
        let place = DocumentRef::Managed { account: id, arn: policy.arn.clone() };
        found.extend(policy.document().map(|document| (place, document)));
    }
}

/// The documents of `now` that do not stand so in `start`.
pub(super) fn written<'a>(start: &World, now: &'a World) -> Vec<&'a PolicyDocument> {
    let before = documents(start);
    let is_new = |(place, document): &(DocumentRef, &StoredPolicy)| {
        before.get(place).is_none_or(|before| before.text() != document.text())
    };
    documents(now).into_iter().filter(is_new).map(|(_, document)| document.policy().document()).collect()
}

//! A user gets another name: who was meant stays meant (rules A-53, E-13).
//!
//! AWS keeps the id of a user whom a policy names as principal, and shows the ARN that the user has. Here the ARN
//! in the text is replaced. What stands in `Resource` is text, and stays.

use super::{SessionSubject, StoredPolicy, World};
use crate::arn::Arn;
use crate::policy::PrincipalEntry;

impl World {
    /// Lets everything that names the user as principal, and the sessions of the user, follow to the new ARN.
    pub fn follow_user(&mut self, before: &Arn, after: &Arn) {
        self.follow_in_roles(before, after);
        self.follow_in_resources(before, after);
        let sessions: Vec<_> = self.sessions().filter(|session| session.behind() == before).cloned().collect();
        for mut session in sessions {
            if let SessionSubject::User { user: arn, .. } | SessionSubject::FederatedUser { federated_by: arn, .. } =
                &mut session.subject
            {
                *arn = after.clone();
                self.put_session(session);
            }
        }
    }

    fn follow_in_resources(&mut self, before: &Arn, after: &Arn) {
        let buckets: Vec<_> = self.buckets().cloned().collect();
        for mut bucket in buckets {
            if let Some(policy) = bucket.policy.as_ref().and_then(|policy| policy.follow_user(before, after)) {
                bucket.policy = Some(policy);
                self.put_bucket(bucket);
            }
        }
        let keys: Vec<_> = self.keys().cloned().collect();
        for mut key in keys {
            if let Some(policy) = key.policy.follow_user(before, after) {
                key.policy = policy;
                self.put_key(key);
            }
        }
        let functions: Vec<_> = self.functions().cloned().collect();
        for mut function in functions {
            if let Some(policy) = function.policy.as_ref().and_then(|policy| policy.follow_user(before, after)) {
                function.policy = Some(policy);
                self.put_function(function);
            }
        }
        let endpoints: Vec<_> = self.vpc_endpoints().cloned().collect();
        for mut endpoint in endpoints {
            if let Some(policy) = endpoint.policy.follow_user(before, after) {
                endpoint.policy = policy;
                self.put_vpc_endpoint(endpoint);
            }
        }
        let resources: Vec<_> = self.resources().cloned().collect();
        for mut resource in resources {
            if let Some(policy) = resource.policy.as_ref().and_then(|policy| policy.follow_user(before, after)) {
                resource.policy = Some(policy);
                self.put_resource(resource);
            }
        }
    }

    fn follow_in_roles(&mut self, before: &Arn, after: &Arn) {
        let mut changed = Vec::new();
        for account in self.accounts() {
            for role in account.roles() {
                changed
                    .extend(role.trust.follow_user(before, after).map(|trust| (account.id, role.name.clone(), trust)));
            }
        }
        for (account, role, trust) in changed {
            self.change_account(account, |account| account.change_role(&role, |role| role.trust = trust));
        }
    }
}

impl StoredPolicy {
    /// The policy with the new ARN where it names the user as principal; none if it does not.
    fn follow_user(&self, before: &Arn, after: &Arn) -> Option<Self> {
        let statements = self.policy().document().statements.iter();
        let elements = statements.filter_map(|statement| statement.principal.as_ref());
        let entries = elements.flat_map(|element| &element.entries);
        let named = entries.filter(|entry| matches!(&entry.value, PrincipalEntry::Arn(arn) if arn == before));
        let mut places: Vec<_> = named.map(|entry| entry.span).collect();
        crate::ordered::sort(&mut places);
        let mut text = self.text().to_owned();
        for place in places.iter().rev() {
            let written = place.of(&text).replace(before.as_str(), after.as_str());
            text.replace_range(place.start as usize..place.end as usize, &written);
        }
        if places.is_empty() { None } else { Self::parse(&text, self.kind()).ok() }
    }
}

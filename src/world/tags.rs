//! Tags of resources: what hangs on whatever an ARN names.
//!
//! It does not know which requests tell of them, nor under which condition keys; `authz` does.

use super::World;
use crate::arn::Arn;
use std::collections::BTreeMap;

/// Tags, by key. Whether two spellings of a key are one is the service's matter (rule E-43).
pub type Tags = BTreeMap<Box<str>, Box<str>>;

impl World {
    /// The tags of the resource with that ARN; none if there is no such resource, or it is of a kind that has no tags
    /// here. A bucket's tags are none of these: they only count where S3 was told so (`s3:PutBucketAbac`).
    #[must_use]
    pub fn tags(&self, arn: &Arn) -> Option<&Tags> {
        match arn.service() {
            "iam" => self.tags_in_iam(arn),
            "ec2" => {
                let instance = self.instance(arn.resource().strip_prefix("instance/")?)?;
                (instance.arn() == *arn).then_some(&instance.tags)
            }
            "kms" => self.key(arn).map(|key| &key.tags),
            "lambda" => self.function(arn).map(|function| &function.tags),
            "organizations" => {
                let organization = self.organization_of(arn.account()?)?;
                organization.tags(arn.last_name())
            }
            "sso" => {
                let mut sets = self.identity_centers().filter_map(|center| center.permission_sets.get(arn));
                sets.next().map(|set| &set.tags)
            }
            _ => self.resource(arn).map(|resource| &resource.tags),
        }
    }

    fn tags_in_iam(&self, arn: &Arn) -> Option<&Tags> {
        let account = self.account(arn.account()?)?;
        match arn.resource().split('/').next()? {
            "user" => self.user(arn).map(|user| &user.tags),
            "role" => self.role(arn).map(|role| &role.tags),
            "policy" => account.policy(arn).map(|policy| &policy.tags),
            "mfa" => account.mfa_device(arn).map(|device| &device.tags),
            "instance-profile" => {
                let profile = account.instance_profile(arn.last_name()).filter(|profile| profile.arn == *arn);
                profile.map(|profile| &profile.tags)
            }
            "saml-provider" => account.saml_provider(arn).map(|provider| &provider.tags),
            "oidc-provider" => account.oidc_provider(arn).map(|provider| &provider.tags),
            _ => None,
        }
    }
}

//! VPC endpoints: private ways from a VPC to a service, each with a policy.
//!
//! VPCs themselves do not exist in this world; one is as good as its id.

use super::stored_policy::StoredPolicy;
use crate::arn::{AccountId, Arn};
use crate::clock::Timestamp;
use serde::{Deserialize, Serialize};

/// An endpoint. Its policy bears on the calls that go through it, and on no others (rule C-59).
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct VpcEndpoint {
    /// `vpce-…`
    pub id: Box<str>,
    /// Who owns it.
    pub account: AccountId,
    /// Where it lies.
    pub region: Box<str>,
    /// The VPC that it opens into, `vpc-…`.
    pub vpc_id: Box<str>,
    /// `com.amazonaws.<region>.<service>`
    pub service_name: Box<str>,
    /// The endpoint policy.
    pub policy: StoredPolicy,
    /// When it was made.
    pub created: Timestamp,
}

impl VpcEndpoint {
    /// `arn:aws:ec2:<region>:<account>:vpc-endpoint/<id>`
    #[must_use]
    pub fn arn(&self) -> Arn {
        Arn::new("ec2", &self.region, Some(self.account), &format!("vpc-endpoint/{}", self.id))
    }

    /// The service that it leads to, as actions name it: `s3`.
    #[must_use]
    pub fn service(&self) -> &str {
        self.service_name.rsplit('.').next().unwrap_or_default()
    }
}

//! `organizations:CreateAccount`: makes an account in the root of the organization. It is there at once: `SUCCEEDED`.

use super::{account, error, scope, tagging};
use crate::arn::{AccountId, Arn};
use crate::authz::AccessCheck;
use crate::catalog;
use crate::clock::Timestamp;
use crate::json::json;
use crate::policy::{Author, PolicyKind, pretty_value};
use crate::services::request::request;
use crate::services::tags::Tag;
use crate::services::{ApiError, Operation, Stage};
use crate::world::{
    Account, AccountCreation, IdKind, LoginProfile, ManagedPolicy, Membership, PolicyHolder, PolicyVersion, Role,
    RootFeature, RootPassword, StoredPolicy, Tags, World,
};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

request! {
    /// The request.
    pub(crate) struct Input {
        account_name: String,
        email: String,
        role_name: Option<String>,
        iam_user_access_to_billing: Option<String>,
        tags: Vec<Tag>,
    }
}

/// `organizations:CreateAccount`
#[derive(Clone, Copy, Debug)]
pub(crate) struct CreateAccount;

impl Operation for CreateAccount {
    type Input = Input;

    const NAME: &'static str = "organizations:CreateAccount";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(tagging::checks_of_new(AccessCheck::new(Self::NAME, "*"), &input.tags))
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        scope::check_room(scope::managed(stage)?, stage.now)?;
        let full = || error::constraint("You have exceeded the allowed number of AWS accounts.");
        let id = free_id(stage.world).ok_or_else(full)?;
        let management_account = stage.account();
        let role_name = input.role_name.as_deref().unwrap_or("OrganizationAccountAccessRole");
        let mut made = Account::new(id, &input.account_name);
        made.has_billing_access = input.iam_user_access_to_billing.as_deref() != Some("DENY");
        made.root.email = Some(input.email.into());
        // Without central root access it has a password that nobody is told, to be recovered by e-mail (rule F-22).
        let has_root_credentials = !scope::managed(stage)?.has_root_feature(RootFeature::RootCredentialsManagement);
        made.root.password = if has_root_credentials {
            RootPassword::Unknown(LoginProfile::new("", false, stage.now))
        } else {
            RootPassword::None
        };
        let administrator = administrator(stage.now)?;
        made.put_role(access_role(stage, id, management_account, role_name, &administrator.arn)?);
        made.put_policy(administrator);
        stage.world.put_account(made);
        let mut tags = Tags::new();
        tagging::put(&mut tags, input.tags)?;
        let creation = AccountCreation {
            id: stage.world.next_lower_case_id("car-", 32),
            account: id,
            name: input.account_name.into(),
            at: stage.now,
        };
        let output = json!({ "CreateAccountStatus": account::creation(&creation) });
        scope::change(stage, |organization| {
            organization.add_account(id);
            organization.set_membership(id, Membership { since: creation.at, is_created: true });
            organization.set_tags(&id.to_string(), tags);
            organization.put_creation(creation);
            Ok(output)
        })
    }
}

/// Account ids that AWS uses in its documentation, so that no account here is anybody's.
const EXAMPLE_IDS: &[&str] = &[
    "111122223333",
    "444455556666",
    "777788889999",
    "123456789012",
    "111111111111",
    "222222222222",
    "333333333333",
    "444444444444",
    "555555555555",
    "666666666666",
    "777777777777",
    "888888888888",
    "999999999999",
];

fn free_id(world: &World) -> Option<AccountId> {
    EXAMPLE_IDS.iter().filter_map(|id| id.parse().ok()).find(|id| world.account(*id).is_none())
}

/// The role by which administrators of the management account come into the new account.
fn access_role(
    stage: &mut Stage<'_>,
    account: AccountId,
    management_account: AccountId,
    name: &str,
    policy: &Arn,
) -> Result<Role, ApiError> {
    let trust = json!({ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Principal": { "AWS": management_account.root_arn() }, "Action": "sts:AssumeRole" },
    ]});
    Ok(Role {
        name: name.into(),
        arn: Arn::new("iam", "", Some(account), &format!("role/{name}")),
        id: stage.world.next_id(IdKind::Role),
        created: stage.now,
        description: None,
        trust: StoredPolicy::parse(&pretty_value(&trust), PolicyKind::Trust).map_err(|_| unreadable())?,
        max_session_seconds: 3_600,
        policies: PolicyHolder { attached: BTreeSet::from([policy.clone()]), inline: BTreeMap::new() },
        permissions_boundary: None,
        tags: BTreeMap::new(),
    })
}

fn administrator(now: Timestamp) -> Result<ManagedPolicy, ApiError> {
    let published = catalog::managed_policies().iter().find(|policy| &*policy.name == "AdministratorAccess");
    let published = published.ok_or_else(unreadable)?;
    let document = StoredPolicy::parse_by(&pretty_value(&published.document), PolicyKind::Identity, Author::Aws)
        .map_err(|_| unreadable())?;
    Ok(ManagedPolicy {
        name: published.name.clone(),
        arn: published.arn.clone(),
        id: None,
        versions: BTreeMap::from([(published.version, PolicyVersion { document, created: now })]),
        default_version: published.version,
        description: None,
        tags: BTreeMap::new(),
        highest_deleted: 0,
    })
}

fn unreadable() -> ApiError {
    ApiError::new("ServiceException", 500, "AWS Organizations can't complete your request.")
}

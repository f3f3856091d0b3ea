//! People of an organization's own directory: permission sets, assignments, roles, sign-in at the access portal,
//! credentials, record, and every check failing in its turn. Cases are those of the IAM Identity Center user guide.

use super::{call, error};
use iam_sandbox::api::{Answer, ApiCall, Audit, Credentials, Outcome, Question, Sandbox, Scenario};
use iam_sandbox::authz::Environment;
use iam_sandbox::eval::ContextValue;
use serde_json::{Value, json};

/// The management account of the world with an organization, and a member.
struct Company {
    sandbox: Sandbox,
    management: Credentials,
    member: String,
    instance: String,
    store: String,
    /// Where calls are made: a service control policy of the member's denies all Regions but two of Europe.
    region: &'static str,
}

const READ_ONLY: &str = "arn:aws:iam::aws:policy/ReadOnlyAccess";

impl Company {
    fn new() -> Self {
        Self::in_region("us-east-1")
    }

    fn in_region(region: &'static str) -> Self {
        let mut sandbox = Sandbox::new(Scenario::organization());
        let ids: Vec<_> = sandbox.world().accounts().map(|account| account.id).collect();
        let organization = ids.iter().find_map(|id| sandbox.world().organization_of(*id)).unwrap();
        let owner = organization.management_account;
        let member = organization.accounts().map(|(id, _)| id).find(|id| *id != owner).unwrap().to_string();
        let management = Credentials::Owner(owner);
        let start = asked_in(region, management.clone(), "sso:StartSSO", json!({}));
        sandbox.call(start);
        let center = sandbox.world().identity_centers().next().unwrap();
        let (instance, store) = (center.arn.to_string(), center.store.to_string());
        Self { sandbox, management, member, instance, store, region }
    }

    fn send(&mut self, who: Credentials, operation: &str, input: Value) -> Answer {
        let asked = asked_in(self.region, who, operation, input);
        self.sandbox.call(asked).clone()
    }

    #[track_caller]
    fn build(&mut self, operation: &str, input: Value) -> Value {
        match self.send(self.management.clone(), operation, input).outcome {
            Outcome::Done(output) => output,
            outcome => panic!("{operation}: {outcome:?}"),
        }
    }

    fn user(&mut self, name: &str) -> String {
        let input = json!({ "IdentityStoreId": self.store, "UserName": name, "DisplayName": name });
        self.build("identitystore:CreateUser", input)["UserId"].as_str().unwrap().to_owned()
    }

    fn set(&mut self, name: &str) -> String {
        let input = json!({ "InstanceArn": self.instance, "Name": name, "SessionDuration": "PT4H" });
        let made = self.build("sso:CreatePermissionSet", input);
        let set = made["PermissionSet"]["PermissionSetArn"].as_str().unwrap().to_owned();
        let input = json!({ "InstanceArn": self.instance, "PermissionSetArn": set, "ManagedPolicyArn": READ_ONLY });
        self.build("sso:AttachManagedPolicyToPermissionSet", input);
        set
    }

    fn assignment(&self, set: &str, kind: &str, principal: &str) -> Value {
        json!({
            "InstanceArn": self.instance, "TargetId": self.member, "TargetType": "AWS_ACCOUNT",
            "PermissionSetArn": set, "PrincipalType": kind, "PrincipalId": principal,
        })
    }

    fn sign_in(&mut self, name: &str) -> String {
        let input = json!({ "grantType": "urn:ietf:params:oauth:grant-type:device_code", "deviceCode": name });
        let answer = call(&mut self.sandbox, Credentials::Anonymous, "sso-oauth:CreateToken", input);
        match &answer.outcome {
            Outcome::Done(output) => output["accessToken"].as_str().unwrap().to_owned(),
            outcome => panic!("{outcome:?}"),
        }
    }

    fn credentials(&mut self, token: &str, role: &str) -> Answer {
        let input = json!({ "roleName": role, "accountId": self.member, "accessToken": token });
        call(&mut self.sandbox, Credentials::Anonymous, "awsssoportal:GetRoleCredentials", input)
    }

    fn role(&self) -> iam_sandbox::world::Role {
        let account = self.sandbox.world().account(self.member.parse().unwrap()).unwrap();
        account.roles().find(|role| role.name.starts_with("AWSReservedSSO_")).unwrap().clone()
    }
}

fn asked_in(region: &str, credentials: Credentials, operation: &str, input: Value) -> ApiCall {
    let mut environment = Environment::default();
    environment.overrides.insert("aws:RequestedRegion".into(), Some(ContextValue::One(region.into())));
    ApiCall { credentials, operation: operation.into(), input, environment }
}

#[track_caller]
fn session(answer: &Answer) -> Credentials {
    match &answer.outcome {
        Outcome::Done(output) => Credentials::key(output["roleCredentials"]["accessKeyId"].as_str().unwrap()),
        outcome => panic!("{outcome:?}"),
    }
}

/// ana is in Audit, Audit has ReadOnly in the member account: she gets a session of the role that was made there.
#[test]
fn a_member_of_a_group_gets_a_session_of_the_role_that_was_made() {
    let mut company = Company::new();
    let (ana, set) = (company.user("ana"), company.set("ReadOnly"));
    let input = json!({ "IdentityStoreId": company.store, "DisplayName": "Audit" });
    let group = company.build("identitystore:CreateGroup", input)["GroupId"].as_str().unwrap().to_owned();
    let input = json!({ "IdentityStoreId": company.store, "GroupId": group, "MemberId": { "UserId": ana } });
    company.build("identitystore:CreateGroupMembership", input);
    let token = company.sign_in("ana");
    assert_eq!(error(&company.credentials(&token, "ReadOnly")).2, "No access");
    let input = company.assignment(&set, "GROUP", &group);
    company.build("sso:CreateAccountAssignment", input);
    let role = company.role();
    let path = "role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_ReadOnly_";
    let suffix = role.arn.resource().strip_prefix(path).unwrap();
    assert!(suffix.len() == 16 && suffix.bytes().all(|byte| byte.is_ascii_hexdigit()), "{suffix}");
    assert_eq!(role.max_session_seconds, 14_400);
    let answer = company.credentials(&token, "ReadOnly");
    let asked = answer.deciding_check().unwrap();
    assert_eq!(asked.request.action.to_string(), "sts:AssumeRoleWithSAML");
    let ana = session(&answer);
    let made = company.sandbox.world().session(ana.access_key_id().unwrap()).unwrap();
    let arn = format!("arn:aws:sts::{}:assumed-role/{}/ana", company.member, role.name);
    assert_eq!(made.arn().to_string(), arn);
    assert_eq!((made.name(), made.expires), (Some("ana"), answer.at.plus_seconds(14_400)));
    let may = |action: &str| company.sandbox.preview(&Question::new(ana.clone(), action, "*")).is_allowed();
    assert!(may("s3:ListAllMyBuckets") && !may("iam:CreateUser"));
    let input = json!({ "accessToken": token });
    let answer = call(&mut company.sandbox, Credentials::Anonymous, "awsssoportal:ListAccounts", input);
    let Outcome::Done(output) = &answer.outcome else { panic!("{answer:?}") };
    assert_eq!(output["accountList"][0]["accountId"], company.member);
}

#[test]
fn who_is_not_assigned_or_whose_token_ended_gets_nothing() {
    let mut company = Company::new();
    let (ana, set) = (company.user("ana"), company.set("ReadOnly"));
    company.user("ben");
    let input = company.assignment(&set, "USER", &ana);
    company.build("sso:CreateAccountAssignment", input.clone());
    let token = company.sign_in("ben");
    assert_eq!(
        error(&company.credentials(&token, "ReadOnly")),
        ("ForbiddenException".to_owned(), 403, "No access".to_owned(),)
    );
    let token = company.sign_in("ana");
    assert_eq!(error(&company.credentials(&token, "Admin")).2, "No access");
    assert_eq!(error(&company.credentials("none", "ReadOnly")).0, "UnauthorizedException");
    session(&company.credentials(&token, "ReadOnly"));
    // Once nobody is assigned any more the role goes.
    company.build("sso:DeleteAccountAssignment", input);
    let account = company.sandbox.world().account(company.member.parse().unwrap()).unwrap();
    assert!(account.roles().all(|role| !role.name.starts_with("AWSReservedSSO_")));
    assert_eq!(error(&company.credentials(&token, "ReadOnly")).2, "No access");
    company.sandbox.advance_clock(28_800);
    assert_eq!(error(&company.credentials(&token, "ReadOnly")).2, "Session token not found or invalid");
}

/// The role is the service's: IAM changes nothing of it, whoever asks.
#[test]
fn nobody_else_changes_the_role() {
    let mut company = Company::new();
    let (ana, set) = (company.user("ana"), company.set("ReadOnly"));
    let input = company.assignment(&set, "USER", &ana);
    company.build("sso:CreateAccountAssignment", input);
    let name = company.role().name;
    let owner = Credentials::Owner(company.member.parse().unwrap());
    let policy = "arn:aws:iam::aws:policy/AdministratorAccess";
    for (operation, input) in [
        ("iam:AttachRolePolicy", json!({ "RoleName": name, "PolicyArn": policy })),
        ("iam:DeleteRole", json!({ "RoleName": name })),
    ] {
        let answer = call(&mut company.sandbox, owner.clone(), operation, input);
        let (code, _, message) = error(&answer);
        assert_eq!(code, "UnmodifiableEntity");
        let protected = format!("Cannot perform the operation on the protected role '{name}'");
        assert!(message.starts_with(&protected), "{message}");
    }
}

/// A permission set that is changed changes no role until it is provisioned.
#[test]
fn roles_follow_when_they_are_provisioned() {
    let mut company = Company::new();
    let (ana, set) = (company.user("ana"), company.set("ReadOnly"));
    let input = company.assignment(&set, "USER", &ana);
    company.build("sso:CreateAccountAssignment", input);
    let policy = json!({ "Version": "2012-10-17", "Statement": {
        "Effect": "Allow", "Action": "iam:CreateGroup", "Resource": "*",
    }});
    let input = json!({
        "InstanceArn": company.instance, "PermissionSetArn": set, "InlinePolicy": policy.to_string(),
    });
    company.build("sso:PutInlinePolicyToPermissionSet", input);
    let token = company.sign_in("ana");
    let ana = session(&company.credentials(&token, "ReadOnly"));
    let question = Question::new(ana, "iam:CreateGroup", "*");
    assert!(!company.sandbox.preview(&question).is_allowed());
    let input = json!({
        "InstanceArn": company.instance, "PermissionSetArn": set, "TargetType": "ALL_PROVISIONED_ACCOUNTS",
    });
    company.build("sso:ProvisionPermissionSet", input);
    assert!(company.role().policies.inline.contains_key("AwsSSOInlinePolicy"));
    assert!(company.sandbox.preview(&question).is_allowed());
}

/// The member account has what its role was asked for; the management account has who asked at the portal.
#[test]
fn the_trail_has_the_portal_and_sts() {
    let mut company = Company::new();
    let (ana, set) = (company.user("ana"), company.set("ReadOnly"));
    let input = company.assignment(&set, "USER", &ana);
    company.build("sso:CreateAccountAssignment", input);
    let token = company.sign_in("ana");
    let answer = company.credentials(&token, "ReadOnly");
    let key = session(&answer);
    let Some(Audit::Recorded(records)) = company.sandbox.audit(company.sandbox.steps().len() - 1) else {
        panic!("none")
    };
    let [own, behind] = records.as_slice() else { panic!("{records:?}") };
    assert_eq!(
        (&own.event["eventSource"], &own.event["eventName"]),
        (&json!("sso.amazonaws.com"), &json!("GetRoleCredentials"),)
    );
    assert_eq!(own.event["userIdentity"]["type"], "IdentityCenterUser");
    assert_eq!(own.event["userIdentity"]["onBehalfOf"]["userId"], ana);
    assert!(!own.event.to_string().contains(&token));
    assert_eq!(behind.account.to_string(), company.member);
    assert_eq!(behind.event["userIdentity"]["type"], "SAMLUser");
    assert_eq!(behind.event["userIdentity"]["userName"], "ana");
    let made = &behind.event["responseElements"]["credentials"]["accessKeyId"];
    assert_eq!(made.as_str(), key.access_key_id());
}

/// Members administer Identity Center only where it is delegated to them.
#[test]
fn only_administrators_of_the_instance_see_it() {
    let mut company = Company::new();
    let owner = Credentials::Owner(company.member.parse().unwrap());
    let input = json!({ "InstanceArn": company.instance, "Name": "Mine" });
    let answer = call(&mut company.sandbox, owner.clone(), "sso:CreatePermissionSet", input);
    assert_eq!(error(&answer).0, "ResourceNotFoundException");
    let answer = call(&mut company.sandbox, owner, "sso:StartSSO", json!({}));
    assert_eq!(error(&answer).0, "AccessDeniedException");
}

/// The Region of the instance stands in the path, unless it is us-east-1; a role that is made again has another suffix
/// ("Referencing permission sets in resource policies").
#[test]
fn the_role_is_named_after_the_region_and_made_anew() {
    let mut company = Company::in_region("eu-west-2");
    let (ana, set) = (company.user("ana"), company.set("DatabaseAdministrator"));
    let input = company.assignment(&set, "USER", &ana);
    company.build("sso:CreateAccountAssignment", input.clone());
    let first = company.role().arn;
    let path = "role/aws-reserved/sso.amazonaws.com/eu-west-2/AWSReservedSSO_DatabaseAdministrator_";
    assert!(first.resource().starts_with(path), "{first}");
    company.build("sso:DeleteAccountAssignment", input.clone());
    company.build("sso:CreateAccountAssignment", input);
    let second = company.role().arn;
    assert!(second.resource().starts_with(path) && second != first, "{second}");
}

/// Roles trust the instance's SAML provider in their account. Who deletes it keeps everybody out, until the role is
/// provisioned again.
#[test]
fn without_the_provider_nobody_comes_in() {
    let mut company = Company::new();
    let (ana, set) = (company.user("ana"), company.set("ReadOnly"));
    let input = company.assignment(&set, "USER", &ana);
    company.build("sso:CreateAccountAssignment", input);
    let token = company.sign_in("ana");
    session(&company.credentials(&token, "ReadOnly"));
    let account = company.sandbox.world().account(company.member.parse().unwrap()).unwrap();
    let provider = account.saml_providers().next().unwrap().arn.clone();
    let name = provider.resource();
    assert!(name.starts_with("saml-provider/AWSSSO_") && name.ends_with("_DO_NOT_DELETE"), "{name}");
    let owner = Credentials::Owner(account.id);
    let input = json!({ "SAMLProviderArn": provider });
    assert!(call(&mut company.sandbox, owner, "iam:DeleteSAMLProvider", input).error().is_none());
    assert_eq!(error(&company.credentials(&token, "ReadOnly")).2, "No access");
    let input = json!({
        "InstanceArn": company.instance, "PermissionSetArn": set, "TargetType": "AWS_ACCOUNT",
        "TargetId": company.member,
    });
    company.build("sso:ProvisionPermissionSet", input);
    session(&company.credentials(&token, "ReadOnly"));
}

/// Administration is delegated to a member: it has the directory and the other members, the management account is out
/// of its reach ("Delegated administration").
#[test]
fn a_delegated_administrator_does_all_but_what_is_in_the_management_account() {
    let mut company = Company::in_region("eu-west-1");
    let Credentials::Owner(management) = company.management else { panic!("not the owner") };
    let (ana, own) = (company.user("ana"), company.set("Own"));
    let mut input = company.assignment(&own, "USER", &ana);
    input["TargetId"] = json!(management);
    company.build("sso:CreateAccountAssignment", input.clone());
    let delegate = json!({ "AccountId": company.member, "ServicePrincipal": "sso.amazonaws.com" });
    company.build("organizations:RegisterDelegatedAdministrator", delegate);
    let owner = Credentials::Owner(company.member.parse().unwrap());
    let policy = json!({ "Version": "2012-10-17", "Statement": {
        "Effect": "Allow", "Action": ["sso:*", "identitystore:*"], "Resource": "*",
    }});
    for (operation, input) in [
        ("iam:CreateUser", json!({ "UserName": "admin" })),
        (
            "iam:PutUserPolicy",
            json!({
                "UserName": "admin", "PolicyName": "center", "PolicyDocument": policy.to_string(),
            }),
        ),
    ] {
        assert!(call(&mut company.sandbox, owner.clone(), operation, input).error().is_none());
    }
    let answer = call(&mut company.sandbox, owner, "iam:CreateAccessKey", json!({ "UserName": "admin" }));
    let Outcome::Done(made) = &answer.outcome else { panic!("{answer:?}") };
    let admin = Credentials::key(made["AccessKey"]["AccessKeyId"].as_str().unwrap());
    // What is provisioned in the management account is not the delegate's.
    let refused = company.send(admin.clone(), "sso:CreateAccountAssignment", input);
    assert_eq!(error(&refused).0, "AccessDeniedException");
    let input = json!({ "InstanceArn": company.instance, "PermissionSetArn": own, "ManagedPolicyArn": READ_ONLY });
    let refused = company.send(admin.clone(), "sso:DetachManagedPolicyFromPermissionSet", input);
    assert_eq!(error(&refused).0, "AccessDeniedException");
    company.management = admin;
    let (ben, set) = (company.user("ben"), company.set("ReadOnly"));
    let input = company.assignment(&set, "USER", &ben);
    company.build("sso:CreateAccountAssignment", input);
    let token = company.sign_in("ben");
    session(&company.credentials(&token, "ReadOnly"));
}

impl Company {
    /// The member account's own policy of that name and path.
    fn policy(&mut self, name: &str, path: &str, action: &str) {
        let document = json!({ "Version": "2012-10-17", "Statement": {
            "Effect": "Allow", "Action": action, "Resource": "*",
        }});
        let input = json!({ "PolicyName": name, "Path": path, "PolicyDocument": document.to_string() });
        let owner = Credentials::Owner(self.member.parse().unwrap());
        assert!(call(&mut self.sandbox, owner, "iam:CreatePolicy", input).error().is_none());
    }

    fn on_set(&mut self, operation: &str, set: &str, mut input: Value) -> Value {
        input["InstanceArn"] = json!(self.instance);
        input["PermissionSetArn"] = json!(set);
        self.build(operation, input)
    }
}

/// "You must have an IAM policy that matches the name and path in each AWS account where you want to deploy your permission
/// set" (API_CustomerManagedPolicyReference). What is assigned before does not come about, and the status says so.
#[test]
fn a_permission_set_refers_to_policies_that_each_account_has() {
    let mut company = Company::new();
    let (ana, set) = (company.user("ana"), company.set("Reader"));
    let reference = json!({ "CustomerManagedPolicyReference": { "Name": "Groups", "Path": "/team/" } });
    company.on_set("sso:AttachCustomerManagedPolicyReferenceToPermissionSet", &set, reference.clone());
    let listed = company.on_set("sso:ListCustomerManagedPolicyReferencesInPermissionSet", &set, json!({}));
    assert_eq!(listed["CustomerManagedPolicyReferences"], json!([{ "Name": "Groups", "Path": "/team/" }]));
    let limit = json!({ "PermissionsBoundary": { "CustomerManagedPolicyReference": { "Name": "Limit" } } });
    company.on_set("sso:PutPermissionsBoundaryToPermissionSet", &set, limit);
    let shown = company.on_set("sso:GetPermissionsBoundaryForPermissionSet", &set, json!({}));
    let limit = json!({ "CustomerManagedPolicyReference": { "Name": "Limit", "Path": "/" } });
    assert_eq!(shown["PermissionsBoundary"], limit);
    let input = company.assignment(&set, "USER", &ana);
    // A policy of that name elsewhere is another policy.
    company.policy("Groups", "/", "iam:CreateGroup");
    let status = company.build("sso:CreateAccountAssignment", input.clone())["AccountAssignmentCreationStatus"].clone();
    assert_eq!(status["Status"], "FAILED");
    let lacking = format!("arn:aws:iam::{}:policy/team/Groups", company.member);
    assert!(status["FailureReason"].as_str().unwrap().contains(&lacking), "{status}");
    let token = company.sign_in("ana");
    assert_eq!(error(&company.credentials(&token, "Reader")).2, "No access");
    let member = Credentials::Owner(company.member.parse().unwrap());
    let input_of = json!({ "PolicyArn": format!("arn:aws:iam::{}:policy/Groups", company.member) });
    assert!(call(&mut company.sandbox, member, "iam:DeletePolicy", input_of).error().is_none());
    company.policy("Groups", "/team/", "iam:CreateGroup");
    company.policy("Limit", "/", "iam:*");
    let status = company.build("sso:CreateAccountAssignment", input)["AccountAssignmentCreationStatus"].clone();
    assert_eq!(status["Status"], "SUCCEEDED");
    let role = company.role();
    assert!(role.policies.attached.iter().any(|arn| arn.to_string() == lacking));
    let ana = session(&company.credentials(&token, "Reader"));
    let may = |action: &str| company.sandbox.preview(&Question::new(ana.clone(), action, "*")).is_allowed();
    assert!(may("iam:CreateGroup") && !may("s3:ListAllMyBuckets"), "the boundary holds ReadOnlyAccess back");
    // Taken off, both are gone once the roles are made anew.
    company.on_set("sso:DetachCustomerManagedPolicyReferenceFromPermissionSet", &set, reference);
    company.on_set("sso:DeletePermissionsBoundaryFromPermissionSet", &set, json!({}));
    company.on_set("sso:UpdatePermissionSet", &set, json!({ "SessionDuration": "PT2H", "Description": "Reads" }));
    assert_eq!(company.role().max_session_seconds, 14_400);
    company.on_set("sso:ProvisionPermissionSet", &set, json!({ "TargetType": "ALL_PROVISIONED_ACCOUNTS" }));
    let role = company.role();
    assert_eq!((role.policies.attached.len(), role.permissions_boundary, role.max_session_seconds), (1, None, 7_200));
}

/// "When you enable ABAC and specify AccessControlAttributes, IAM Identity Center passes the attribute values of the
/// authenticated user into IAM for use in policy evaluation" (API_AccessControlAttribute): as session tags, which the trust
/// policies of its roles let it set.
#[test]
fn attributes_of_the_directory_become_session_tags() {
    let mut company = Company::new();
    let input = json!({
        "IdentityStoreId": company.store, "UserName": "ana", "DisplayName": "Ana", "Title": "Auditor",
        "Name": { "GivenName": "Ana", "FamilyName": "Carolina" },
        "Emails": [{ "Value": "ana@example.com", "Type": "work", "Primary": true }],
    });
    let ana = company.build("identitystore:CreateUser", input)["UserId"].as_str().unwrap().to_owned();
    let shown = company.build("identitystore:DescribeUser", json!({ "IdentityStoreId": company.store, "UserId": ana }));
    assert_eq!((&shown["Title"], &shown["Name"]["FamilyName"]), (&json!("Auditor"), &json!("Carolina")));
    assert_eq!(shown["Emails"][0]["Value"], "ana@example.com");
    let set = company.set("ReadOnly");
    let policy = json!({ "Version": "2012-10-17", "Statement": {
        "Effect": "Allow", "Action": "iam:CreateGroup", "Resource": "*",
        "Condition": { "StringEquals": { "aws:PrincipalTag/Title": "Auditor" } },
    }});
    company.on_set("sso:PutInlinePolicyToPermissionSet", &set, json!({ "InlinePolicy": policy.to_string() }));
    let input = company.assignment(&set, "USER", &ana);
    company.build("sso:CreateAccountAssignment", input);
    let token = company.sign_in("ana");
    let session_of = |company: &mut Company| {
        let answer = company.credentials(&token, "ReadOnly");
        let asked: Vec<String> = answer.checks.iter().map(|check| check.request.action.to_string()).collect();
        (session(&answer), asked)
    };
    let may = |company: &Company, who: &Credentials| {
        company.sandbox.preview(&Question::new(who.clone(), "iam:CreateGroup", "*")).is_allowed()
    };
    let (before, asked) = session_of(&mut company);
    assert_eq!(asked, ["sts:AssumeRoleWithSAML"]);
    assert!(!may(&company, &before));
    let source = |path: &str| json!({ "Source": [path] });
    let attributes = json!([
        { "Key": "Title", "Value": source("${path:title}") },
        { "Key": "Login", "Value": source("${path:userName}") },
        // Nobody has told it of her.
        { "Key": "Zone", "Value": source("${path:timezone}") },
    ]);
    let input = json!({
        "InstanceArn": company.instance,
        "InstanceAccessControlAttributeConfiguration": { "AccessControlAttributes": attributes },
    });
    company.build("sso:CreateInstanceAccessControlAttributeConfiguration", input.clone());
    let twice =
        company.send(company.management.clone(), "sso:CreateInstanceAccessControlAttributeConfiguration", input);
    assert_eq!(error(&twice).0, "ConflictException");
    let (after, asked) = session_of(&mut company);
    assert_eq!(asked, ["sts:AssumeRoleWithSAML", "sts:TagSession"]);
    assert!(may(&company, &after) && !may(&company, &before), "tags are those of the sign-in");
    let tags = &company.sandbox.world().session(after.access_key_id().unwrap()).unwrap().facts.tags;
    let tags: Vec<(&str, &str)> = tags.iter().map(|(key, value)| (&**key, &**value)).collect();
    assert_eq!(tags, [("Login", "ana"), ("Title", "Auditor")]);
    let instance = json!({ "InstanceArn": company.instance });
    company.build("sso:DeleteInstanceAccessControlAttributeConfiguration", instance.clone());
    let (off, _) = session_of(&mut company);
    assert!(!may(&company, &off));
    let off =
        company.send(company.management.clone(), "sso:DescribeInstanceAccessControlAttributeConfiguration", instance);
    assert_eq!(error(&off).0, "ResourceNotFoundException");
}

/// Who leaves the directory, or the group, gets no new credentials; those that are out hold until they end.
#[test]
fn whoever_leaves_gets_nothing_new() {
    let mut company = Company::new();
    let (ana, ben, set) = (company.user("ana"), company.user("ben"), company.set("ReadOnly"));
    let input = json!({ "IdentityStoreId": company.store, "DisplayName": "Audit" });
    let group = company.build("identitystore:CreateGroup", input)["GroupId"].as_str().unwrap().to_owned();
    let mut memberships = Vec::new();
    for user in [&ana, &ben] {
        let input = json!({ "IdentityStoreId": company.store, "GroupId": group, "MemberId": { "UserId": user } });
        memberships.push(company.build("identitystore:CreateGroupMembership", input)["MembershipId"].clone());
    }
    let input = company.assignment(&set, "GROUP", &group);
    company.build("sso:CreateAccountAssignment", input);
    let (of_ana, of_ben) = (company.sign_in("ana"), company.sign_in("ben"));
    let held = session(&company.credentials(&of_ana, "ReadOnly"));
    session(&company.credentials(&of_ben, "ReadOnly"));
    let input = json!({ "IdentityStoreId": company.store, "MembershipId": memberships[1] });
    company.build("identitystore:DeleteGroupMembership", input);
    assert_eq!(error(&company.credentials(&of_ben, "ReadOnly")).2, "No access");
    company.build("identitystore:DeleteUser", json!({ "IdentityStoreId": company.store, "UserId": ana }));
    assert_eq!(error(&company.credentials(&of_ana, "ReadOnly")).0, "UnauthorizedException");
    assert!(company.sandbox.preview(&Question::new(held, "s3:ListAllMyBuckets", "*")).is_allowed());
    let listed = json!({ "IdentityStoreId": company.store, "GroupId": group });
    assert_eq!(company.build("identitystore:ListGroupMemberships", listed.clone())["GroupMemberships"], json!([]));
    company.build("identitystore:DeleteGroup", listed.clone());
    let gone = company.send(company.management.clone(), "identitystore:ListGroupMemberships", listed);
    assert_eq!(error(&gone).0, "ResourceNotFoundException");
}

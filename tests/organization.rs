//! Organizations through the front door: AWS's worked scenarios, and the calls that manage them.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, clippy::unwrap_used, reason = "a test program: a panic is how it reports")]

use iam_sandbox::analysis::document_of;
use iam_sandbox::api::{Answer, ApiCall, Credentials, Outcome, Question, Sandbox, Save, Scenario, ServiceCredentials};
use iam_sandbox::arn::AccountId;
use iam_sandbox::authz::Environment;
use iam_sandbox::eval::{
    Attachment, ContextValue, DecidedBy, Decision, NotApplicable, PolicyLayer, Station, StationOutcome,
};
use iam_sandbox::policy::pretty_value;
use iam_sandbox::text::{Language, RungOutcome, stations};
use iam_sandbox::world::Organization;
use serde_json::{Value, json};

const MANAGEMENT: &str = "777788889999";
const PROD: &str = "111122223333";
const DEV: &str = "444455556666";

/// An organization with prod in the unit Workloads/Prod and dev in Workloads/Dev. ada, pia and dan
/// are administrators of the three accounts, and each account has a bucket of its name.
struct Place {
    sandbox: Sandbox,
    root: String,
    workloads: String,
    prod_unit: String,
    dev_unit: String,
}

fn id(text: &str) -> AccountId {
    text.parse().unwrap()
}

fn scenario() -> Scenario {
    let mut build = Vec::new();
    let mut call = |account: &str, call: &str, input: Value| {
        build.push(json!({ "account": account, "call": call, "input": input }));
    };
    for (account, user, bucket) in [(MANAGEMENT, "ada", "management"), (PROD, "pia", "prod"), (DEV, "dan", "dev")] {
        call(account, "iam:CreateUser", json!({ "UserName": user }));
        call(account, "iam:CreateAccessKey", json!({ "UserName": user }));
        let administrator = "arn:aws:iam::aws:policy/AdministratorAccess";
        call(account, "iam:AttachUserPolicy", json!({ "UserName": user, "PolicyArn": administrator }));
        call(account, "s3:CreateBucket", json!({ "Bucket": bucket, "Region": "eu-west-1" }));
        call(account, "s3:PutObject", json!({ "Bucket": bucket, "Key": "file", "ContentLength": 1 }));
    }
    let text = json!({
        "id": "three", "built": "2026-11-20T09:00:00Z", "start": "2026-11-21T10:02:00Z", "seed": "three",
        "accounts": [
            { "id": MANAGEMENT, "name": "management" }, { "id": PROD, "name": "prod" }, { "id": DEV, "name": "dev" },
        ],
        "build": build,
    });
    Scenario::parse(&text.to_string()).unwrap()
}

impl Place {
    fn new() -> Self {
        let mut place = Self {
            sandbox: Sandbox::new(scenario()),
            root: String::new(),
            workloads: String::new(),
            prod_unit: String::new(),
            dev_unit: String::new(),
        };
        place.done("organizations:CreateOrganization", json!({ "FeatureSet": "ALL" }));
        for account in [PROD, DEV] {
            let target = json!({ "Id": account, "Type": "ACCOUNT" });
            let invited = place.done("organizations:InviteAccountToOrganization", json!({ "Target": target }));
            let handshake = json!({ "HandshakeId": invited["Handshake"]["Id"] });
            let answer = place.call(Credentials::Owner(id(account)), "organizations:AcceptHandshake", handshake);
            assert!(answer.error().is_none(), "{:?}", answer.error());
        }
        place.root = place.organization().root.to_string();
        let root = place.root.clone();
        place.workloads = place.unit(&root, "Workloads");
        let workloads = place.workloads.clone();
        place.prod_unit = place.unit(&workloads, "Prod");
        place.dev_unit = place.unit(&workloads, "Dev");
        for (account, unit) in [(PROD, place.prod_unit.clone()), (DEV, place.dev_unit.clone())] {
            place.done(
                "organizations:MoveAccount",
                json!({ "AccountId": account, "SourceParentId": root, "DestinationParentId": unit }),
            );
        }
        place
    }

    fn organization(&self) -> &Organization {
        self.sandbox.world().organization_of(id(MANAGEMENT)).unwrap()
    }

    fn call(&mut self, credentials: Credentials, operation: &str, input: Value) -> Answer {
        let environment = Environment::default();
        self.sandbox.call(ApiCall { credentials, operation: operation.into(), input, environment }).clone()
    }

    /// What the owner of the management account does.
    fn manage(&mut self, operation: &str, input: Value) -> Answer {
        self.call(Credentials::Owner(id(MANAGEMENT)), operation, input)
    }

    #[track_caller]
    fn done(&mut self, operation: &str, input: Value) -> Value {
        match self.manage(operation, input).outcome {
            Outcome::Done(output) => output,
            other => panic!("{operation}: {other:?}"),
        }
    }

    #[track_caller]
    fn refused(&mut self, operation: &str, input: Value, code: &str) {
        let before = self.sandbox.world().clone();
        let answer = self.manage(operation, input);
        assert_eq!(answer.error().map(|error| &*error.code), Some(code), "{:?}", answer.outcome);
        assert!(*self.sandbox.world() == before, "a failed call changed the world");
    }

    fn unit(&mut self, parent: &str, name: &str) -> String {
        let output = self.done("organizations:CreateOrganizationalUnit", json!({ "ParentId": parent, "Name": name }));
        output["OrganizationalUnit"]["Id"].as_str().unwrap().to_owned()
    }

    fn policy(&mut self, name: &str, kind: &str, statement: Value) -> String {
        let content = pretty_value(&json!({ "Version": "2012-10-17", "Statement": statement }));
        let input = json!({ "Name": name, "Description": "", "Type": kind, "Content": content });
        let output = self.done("organizations:CreatePolicy", input);
        output["Policy"]["PolicySummary"]["Id"].as_str().unwrap().to_owned()
    }

    fn scp(&mut self, name: &str, effect: &str, action: Value) -> String {
        let statement = json!({ "Effect": effect, "Action": action, "Resource": "*" });
        self.policy(name, "SERVICE_CONTROL_POLICY", statement)
    }

    fn attach(&mut self, policy: &str, target: &str) {
        self.done("organizations:AttachPolicy", json!({ "PolicyId": policy, "TargetId": target }));
    }

    fn detach(&mut self, policy: &str, target: &str) {
        self.done("organizations:DetachPolicy", json!({ "PolicyId": policy, "TargetId": target }));
    }

    fn key(&self, name: &str) -> Box<str> {
        self.sandbox.keys().find(|key| &*key.name == name).unwrap().access_key_id
    }

    fn ask(&self, who: &str, action: &str, resource: &str) -> Answer {
        self.sandbox.preview(&Question::new(Credentials::Key(self.key(who)), action, resource))
    }

    #[track_caller]
    fn allowed(&self, who: &str, action: &str, resource: &str) {
        let answer = self.ask(who, action, resource);
        assert!(answer.is_allowed(), "{who} {action} {resource}: {:?}", answer.error());
    }

    #[track_caller]
    fn denied(&self, who: &str, action: &str, resource: &str, decision: Decision, layer: PolicyLayer) -> Answer {
        let answer = self.ask(who, action, resource);
        let verdict = answer.deciding_check().unwrap().verdict;
        assert_eq!((verdict.decision, verdict.decided_by), (decision, DecidedBy::Layer(layer)), "{who} {action}");
        answer
    }
}

const INSTANCE: &str = "arn:aws:ec2:eu-west-1:111122223333:instance/i-1";
const DEV_INSTANCE: &str = "arn:aws:ec2:eu-west-1:444455556666:instance/i-1";
const PROD_FILE: &str = "arn:aws:s3:::prod/file";
const DEV_FILE: &str = "arn:aws:s3:::dev/file";
const FULL: &str = "p-FullAWSAccess";

/// The organization begins with SCPs on and FullAWSAccess everywhere (C-15).
#[test]
fn a_new_organization_limits_nobody() {
    let place = Place::new();
    for (who, file) in [("ada", "arn:aws:s3:::management/file"), ("pia", PROD_FILE), ("dan", DEV_FILE)] {
        place.allowed(who, "s3:GetObject", file);
    }
    let check = place.ask("pia", "s3:GetObject", PROD_FILE).checks.pop().unwrap();
    let levels: Vec<_> = check.policies.principal.scps.iter().flatten().map(|scp| scp.attachment.clone()).collect();
    assert_eq!(levels, ["Root", "Workloads", "Prod", "prod"].map(|name| Attachment::Level(name.into())));
    assert_eq!(check.trace.station(Station::Scp).unwrap().0, StationOutcome::Passed);
}

/// C-19: a Deny on the unit and a Deny on the account add up.
#[test]
fn denials_of_unit_and_account_add_up() {
    let mut place = Place::new();
    let (on_unit, on_account) =
        (place.scp("NoEc2", "Deny", json!("ec2:*")), place.scp("NoObjects", "Deny", json!("s3:GetObject")));
    let unit = place.prod_unit.clone();
    place.attach(&on_unit, &unit);
    place.attach(&on_account, PROD);
    place.denied("pia", "ec2:StopInstances", INSTANCE, Decision::ExplicitDeny, PolicyLayer::Scp);
    let answer = place.denied("pia", "s3:GetObject", PROD_FILE, Decision::ExplicitDeny, PolicyLayer::Scp);
    // The Deny fell at station 1; the ladder shows where it stands, and the words agree with it.
    let station = &stations(answer.deciding_check().unwrap(), Language::English)[3];
    assert_eq!(station.outcome, StationOutcome::NotReached);
    assert_eq!(station.ladder[3].outcome, RungOutcome::Denies);
    assert_eq!(station.detail, "not reached: a Deny at prod ended it at station 1");
    place.allowed("pia", "s3:PutObject", PROD_FILE);
    place.allowed("dan", "s3:GetObject", DEV_FILE);
}

/// C-19: a unit that has only "Allow EC2" limits all its accounts to EC2.
#[test]
fn a_unit_with_an_allow_list_limits_its_accounts() {
    let mut place = Place::new();
    let only_ec2 = place.scp("OnlyEc2", "Allow", json!("ec2:*"));
    let workloads = place.workloads.clone();
    place.attach(&only_ec2, &workloads);
    place.detach(FULL, &workloads);
    place.allowed("pia", "ec2:StopInstances", INSTANCE);
    place.allowed("dan", "ec2:StopInstances", DEV_INSTANCE);
    let answer = place.denied("pia", "s3:GetObject", PROD_FILE, Decision::ImplicitDeny, PolicyLayer::Scp);
    let message = &answer.error().unwrap().message;
    assert!(message.ends_with("because no service control policy allows the s3:GetObject action"), "{message}");
    let station = &stations(answer.deciding_check().unwrap(), Language::English)[3];
    let ladder: Vec<_> = station.ladder.iter().map(|rung| (&*rung.name, rung.outcome)).collect();
    let (yes, no) = (RungOutcome::Allows, RungOutcome::Silent);
    assert_eq!(ladder, [("Root", yes), ("Workloads", no), ("Prod", yes), ("prod", yes)]);
    assert_eq!(station.detail, "no SCP at Workloads allows it");
    place.denied("dan", "s3:GetObject", DEV_FILE, Decision::ImplicitDeny, PolicyLayer::Scp);
    // The management account is not in the unit, and would not be limited if it were (C-17).
    place.allowed("ada", "s3:GetObject", "arn:aws:s3:::management/file");
}

/// C-19: without an Allow at the root nothing works below; the management account goes on (C-17).
#[test]
fn without_an_allow_at_the_root_nothing_works_below() {
    let mut place = Place::new();
    let root = place.root.clone();
    let deny = place.scp("NoLeaving", "Deny", json!("organizations:LeaveOrganization"));
    place.attach(&deny, &root);
    place.detach(FULL, &root);
    place.denied("pia", "s3:GetObject", PROD_FILE, Decision::ImplicitDeny, PolicyLayer::Scp);
    place.denied("dan", "ec2:StopInstances", DEV_INSTANCE, Decision::ImplicitDeny, PolicyLayer::Scp);
    place.allowed("ada", "s3:GetObject", "arn:aws:s3:::management/file");
    let check = place.ask("ada", "s3:GetObject", "arn:aws:s3:::management/file").checks.pop().unwrap();
    let outcome = check.trace.station(Station::Scp).unwrap().0;
    assert_eq!(outcome, StationOutcome::NotApplicable(NotApplicable::ManagementAccount));
}

/// C-19: a Deny at the root beats an Allow below.
#[test]
fn a_deny_at_the_root_beats_an_allow_below() {
    let mut place = Place::new();
    let (root, unit) = (place.root.clone(), place.prod_unit.clone());
    let deny = place.scp("NoS3", "Deny", json!("s3:*"));
    let allow = place.scp("S3", "Allow", json!("s3:*"));
    place.attach(&deny, &root);
    place.attach(&allow, &unit);
    let answer = place.denied("pia", "s3:GetObject", PROD_FILE, Decision::ExplicitDeny, PolicyLayer::Scp);
    let organization = place.organization().id.clone();
    let arn = format!("arn:aws:organizations::{MANAGEMENT}:policy/{organization}/service_control_policy/{deny}");
    let message = &answer.error().unwrap().message;
    assert!(message.ends_with(&format!("with an explicit deny in a service control policy: {arn}")), "{message}");
    let check = answer.deciding_check().unwrap();
    let document = document_of(check, check.verdict.statement.unwrap()).unwrap();
    assert!(document.is_editable());
    assert_eq!(document.account(place.sandbox.world()), Some(id(MANAGEMENT)));
    let (operation, input) = document.write_call("{}");
    assert_eq!((operation, &input["PolicyId"]), ("organizations:UpdatePolicy", &json!(deny)));
}

/// C-19: two allow lists at the root and full access below leave just those four services.
#[test]
fn allow_lists_of_one_level_are_added_up() {
    let mut place = Place::new();
    let root = place.root.clone();
    let one = place.scp("One", "Allow", json!(["iam:*", "ec2:*"]));
    let two = place.scp("Two", "Allow", json!(["s3:*", "cloudwatch:*"]));
    place.attach(&one, &root);
    place.attach(&two, &root);
    place.detach(FULL, &root);
    place.allowed("pia", "iam:ListUsers", "*");
    place.allowed("pia", "ec2:StopInstances", INSTANCE);
    place.allowed("pia", "s3:GetObject", PROD_FILE);
    place.allowed("pia", "cloudwatch:GetMetricData", "*");
    let queue = "arn:aws:sqs:eu-west-1:111122223333:orders";
    place.denied("pia", "sqs:SendMessage", queue, Decision::ImplicitDeny, PolicyLayer::Scp);
}

/// C-11, C-49: SCPs go with the caller's account, RCPs with the resource's.
#[test]
fn across_accounts_scps_go_with_the_caller_and_rcps_with_the_resource() {
    let mut place = Place::new();
    let statement =
        json!({ "Effect": "Allow", "Principal": { "AWS": DEV }, "Action": "s3:*", "Resource": "arn:aws:s3:::prod/*" });
    let policy = pretty_value(&json!({ "Version": "2012-10-17", "Statement": statement }));
    let owner = Credentials::Owner(id(PROD));
    place.call(owner, "s3:PutBucketPolicy", json!({ "Bucket": "prod", "Policy": policy }));
    place.allowed("dan", "s3:GetObject", PROD_FILE);
    let no_s3 = place.scp("NoS3", "Deny", json!("s3:*"));
    place.attach(&no_s3, PROD);
    place.allowed("dan", "s3:GetObject", PROD_FILE);
    place.detach(&no_s3, PROD);
    place.attach(&no_s3, DEV);
    place.denied("dan", "s3:GetObject", PROD_FILE, Decision::ExplicitDeny, PolicyLayer::Scp);
    place.detach(&no_s3, DEV);

    let root = place.root.clone();
    let kind = "RESOURCE_CONTROL_POLICY";
    place.done("organizations:EnablePolicyType", json!({ "RootId": root, "PolicyType": kind }));
    let statement = json!({ "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*" });
    let rcp = place.policy("NoS3", kind, statement);
    place.attach(&rcp, DEV);
    place.allowed("dan", "s3:GetObject", PROD_FILE);
    place.detach(&rcp, DEV);
    place.attach(&rcp, PROD);
    place.denied("dan", "s3:GetObject", PROD_FILE, Decision::ExplicitDeny, PolicyLayer::Rcp);
    place.denied("pia", "s3:GetObject", PROD_FILE, Decision::ExplicitDeny, PolicyLayer::Rcp);
}

/// C-20: resources of the management account are under no RCP; outsiders are bound like everyone.
#[test]
fn an_identity_perimeter_keeps_outsiders_out_of_member_accounts() {
    let mut place = Place::new();
    let (root, organization) = (place.root.clone(), place.organization().id.clone());
    place.done("organizations:EnablePolicyType", json!({ "RootId": root, "PolicyType": "RESOURCE_CONTROL_POLICY" }));
    let statement = json!({
        "Effect": "Deny", "Principal": "*", "Action": ["s3:*", "sts:AssumeRole"], "Resource": "*",
        "Condition": {
            "StringNotEqualsIfExists": { "aws:PrincipalOrgID": organization },
            "BoolIfExists": { "aws:PrincipalIsAWSService": "false" },
        },
    });
    let rcp = place.policy("Perimeter", "RESOURCE_CONTROL_POLICY", statement);
    place.attach(&rcp, &root);
    for bucket in ["prod", "management"] {
        let resource = format!("arn:aws:s3:::{bucket}/*");
        let statement =
            json!({ "Effect": "Allow", "Principal": { "AWS": DEV }, "Action": "s3:*", "Resource": resource });
        let policy = pretty_value(&json!({ "Version": "2012-10-17", "Statement": statement }));
        let account = place.sandbox.world().bucket(bucket).unwrap().account;
        let answer = place.call(
            Credentials::Owner(account),
            "s3:PutBucketPolicy",
            json!({ "Bucket": bucket, "Policy": policy }),
        );
        assert!(answer.error().is_none(), "{:?}", answer.error());
    }
    place.allowed("pia", "s3:GetObject", PROD_FILE);
    place.allowed("dan", "s3:GetObject", PROD_FILE);
    place.done("organizations:RemoveAccountFromOrganization", json!({ "AccountId": DEV }));
    place.denied("dan", "s3:GetObject", PROD_FILE, Decision::ExplicitDeny, PolicyLayer::Rcp);
    place.allowed("dan", "s3:GetObject", "arn:aws:s3:::management/file");
    let check = place.ask("dan", "s3:GetObject", "arn:aws:s3:::management/file").checks.pop().unwrap();
    let outcome = check.trace.station(Station::Rcp).unwrap().0;
    assert_eq!(outcome, StationOutcome::NotApplicable(NotApplicable::ManagementAccount));
}

/// Tables B-42, B-45: the keys say where in the organization caller and resource are.
#[test]
fn condition_keys_say_where_caller_and_resource_are() {
    let place = Place::new();
    let check = place.ask("pia", "s3:GetObject", PROD_FILE).checks.pop().unwrap();
    let organization = place.organization().id.clone();
    let path = format!("{organization}/{}/{}/{}/", place.root, place.workloads, place.prod_unit);
    let context = &check.request.context;
    for side in ["principal", "resource"] {
        assert_eq!(context.single(&format!("aws:{side}orgid")), Some(&*organization));
        let paths = ContextValue::Many(vec![path.as_str().into()]);
        assert_eq!(context.get(&format!("aws:{side}orgpaths")), Some(&paths));
    }
    let check = place.ask("ada", "iam:ListUsers", "*").checks.pop().unwrap();
    let path = ContextValue::Many(vec![format!("{organization}/{}/", place.root).into()]);
    assert_eq!(check.request.context.get("aws:principalorgpaths"), Some(&path));
    assert_eq!(check.request.context.get("aws:resourceorgid"), None);
    let service =
        ServiceCredentials { name: "sns.amazonaws.com".into(), source_arn: None, source_account: Some(id(DEV)) };
    let question = Question::new(Credentials::Service(service), "s3:PutObject", PROD_FILE);
    let check = place.sandbox.preview(&question).checks.pop().unwrap();
    assert_eq!(check.request.context.single("aws:sourceorgid"), Some(&*organization));
    assert_eq!(check.request.context.get("aws:principalorgid"), None);
}

#[test]
fn the_last_scp_of_a_level_stays_and_so_does_the_rcp_of_aws() {
    let mut place = Place::new();
    let (root, unit) = (place.root.clone(), place.prod_unit.clone());
    let answer = place.manage("organizations:DetachPolicy", json!({ "PolicyId": FULL, "TargetId": unit }));
    let error = answer.error().unwrap();
    assert_eq!((&*error.code, error.status), ("ConstraintViolationException", 400));
    assert_eq!(
        error.message,
        "You cannot remove the last policy attached to the specified target. You must have at least one attached at all times."
    );
    place.done("organizations:EnablePolicyType", json!({ "RootId": root, "PolicyType": "RESOURCE_CONTROL_POLICY" }));
    place.refused(
        "organizations:DetachPolicy",
        json!({ "PolicyId": "p-RCPFullAWSAccess", "TargetId": unit }),
        "InvalidInputException",
    );
    for policy in [FULL, "p-RCPFullAWSAccess"] {
        let listed = ["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"]
            .map(|kind| place.done("organizations:ListPoliciesForTarget", json!({ "TargetId": unit, "Filter": kind })));
        assert!(listed.iter().any(|output| output["Policies"][0]["Id"] == policy), "{listed:?}");
        place.refused(
            "organizations:UpdatePolicy",
            json!({ "PolicyId": policy, "Name": "x" }),
            "InvalidInputException",
        );
        place.refused("organizations:DeletePolicy", json!({ "PolicyId": policy }), "InvalidInputException");
    }
}

#[test]
fn what_the_service_refuses_has_its_own_code_and_changes_nothing() {
    let mut place = Place::new();
    let (root, unit) = (place.root.clone(), place.prod_unit.clone());
    let scp = place.scp("One", "Deny", json!("ec2:*"));
    place.attach(&scp, &unit);
    let at = |policy: &str, target: &str| json!({ "PolicyId": policy, "TargetId": target });
    place.refused("organizations:CreateOrganization", json!({}), "AlreadyInOrganizationException");
    place.refused("organizations:AttachPolicy", at(&scp, &unit), "DuplicatePolicyAttachmentException");
    place.refused("organizations:AttachPolicy", at("p-unknown0000", &unit), "PolicyNotFoundException");
    place.refused("organizations:AttachPolicy", at(&scp, "123456789012"), "TargetNotFoundException");
    place.refused("organizations:DetachPolicy", at(&scp, &root), "PolicyNotAttachedException");
    place.refused("organizations:DeletePolicy", json!({ "PolicyId": scp }), "PolicyInUseException");
    let unit_again = json!({ "ParentId": root, "Name": "Workloads" });
    place.refused("organizations:CreateOrganizationalUnit", unit_again, "DuplicateOrganizationalUnitException");
    let nowhere = json!({ "ParentId": "r-none", "Name": "x" });
    place.refused("organizations:CreateOrganizationalUnit", nowhere, "ParentNotFoundException");
    let to_itself = json!({ "AccountId": PROD, "SourceParentId": unit, "DestinationParentId": unit });
    place.refused("organizations:MoveAccount", to_itself, "DuplicateAccountException");
    let from_elsewhere = json!({ "AccountId": PROD, "SourceParentId": root, "DestinationParentId": unit });
    place.refused("organizations:MoveAccount", from_elsewhere, "SourceParentNotFoundException");
    let to_nowhere = json!({ "AccountId": PROD, "SourceParentId": unit, "DestinationParentId": "r-none" });
    place.refused("organizations:MoveAccount", to_nowhere, "DestinationParentNotFoundException");
    let management = json!({ "AccountId": MANAGEMENT });
    place.refused("organizations:RemoveAccountFromOrganization", management, "MasterCannotLeaveOrganizationException");
    let again = json!({ "RootId": root, "PolicyType": "SERVICE_CONTROL_POLICY" });
    place.refused("organizations:EnablePolicyType", again, "PolicyTypeAlreadyEnabledException");
    let not_on = json!({ "RootId": root, "PolicyType": "RESOURCE_CONTROL_POLICY" });
    place.refused("organizations:DisablePolicyType", not_on, "PolicyTypeNotEnabledException");
    let invited = json!({ "Target": { "Id": PROD, "Type": "ACCOUNT" } });
    place.refused("organizations:InviteAccountToOrganization", invited, "HandshakeConstraintViolationException");
    let content = json!({ "Name": "Two", "Description": "", "Type": "SERVICE_CONTROL_POLICY", "Content": "{" });
    place.refused("organizations:CreatePolicy", content, "MalformedPolicyDocumentException");
    let text = r#"{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"s3:*","Resource":"*"}}"#;
    let name = json!({ "Name": "One", "Description": "", "Type": "SERVICE_CONTROL_POLICY", "Content": text });
    place.refused("organizations:CreatePolicy", name, "DuplicatePolicyException");
    let long =
        json!({ "Name": "Long", "Description": "", "Type": "SERVICE_CONTROL_POLICY", "Content": " ".repeat(20_000) });
    place.refused("organizations:CreatePolicy", long, "ConstraintViolationException");
    let rcp = json!({ "Name": "Rcp", "Description": "", "Type": "RESOURCE_CONTROL_POLICY", "Content":
        r#"{"Version":"2012-10-17","Statement":{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*"}}"# });
    let rcp = place.done("organizations:CreatePolicy", rcp)["Policy"]["PolicySummary"]["Id"].clone();
    place.refused("organizations:AttachPolicy", at(rcp.as_str().unwrap(), &unit), "PolicyTypeNotEnabledException");
}

/// A-71: units are nested five deep at most, and five SCPs hang on a target.
#[test]
fn units_and_attachments_have_their_quotas() {
    let mut place = Place::new();
    let mut parent = place.prod_unit.clone();
    for depth in 3..=5 {
        parent = place.unit(&parent, &format!("Level{depth}"));
    }
    let sixth = json!({ "ParentId": parent, "Name": "Level6" });
    place.refused("organizations:CreateOrganizationalUnit", sixth, "ConstraintViolationException");
    for number in 2..=5 {
        let scp = place.scp(&format!("Scp{number}"), "Deny", json!("ec2:*"));
        place.attach(&scp, DEV);
    }
    let scp = place.scp("Scp6", "Deny", json!("ec2:*"));
    place.refused(
        "organizations:AttachPolicy",
        json!({ "PolicyId": scp, "TargetId": DEV }),
        "ConstraintViolationException",
    );
}

/// Members know of the organization and do not manage it; an SCP can keep them in.
#[test]
fn member_accounts_look_and_do_not_touch() {
    let mut place = Place::new();
    let pia = Credentials::Key(place.key("pia"));
    let answer = place.call(pia.clone(), "organizations:DescribeOrganization", json!({}));
    let Outcome::Done(output) = &answer.outcome else { panic!("{:?}", answer.outcome) };
    assert_eq!(output["Organization"]["MasterAccountId"], MANAGEMENT);
    let policy = json!({ "PolicyId": FULL, "TargetId": PROD });
    let answer = place.call(pia.clone(), "organizations:DetachPolicy", policy.clone());
    assert_eq!(&*answer.error().unwrap().code, "AccessDeniedException");
    let answer = place.call(Credentials::Owner(id(PROD)), "organizations:DetachPolicy", policy);
    assert_eq!(&*answer.error().unwrap().code, "AccessDeniedException");
    let root = place.root.clone();
    let stay = place.scp("Stay", "Deny", json!("organizations:LeaveOrganization"));
    place.attach(&stay, &root);
    let answer = place.call(pia.clone(), "organizations:LeaveOrganization", json!({}));
    assert_eq!(answer.deciding_check().unwrap().verdict.decision, Decision::ExplicitDeny);
    place.detach(&stay, &root);
    let answer = place.call(pia, "organizations:LeaveOrganization", json!({}));
    assert!(answer.error().is_none(), "{:?}", answer.error());
    assert!(place.sandbox.world().organization_of(id(PROD)).is_none());
}

/// Managing an organization takes permissions like everything else.
#[test]
fn administrators_of_the_management_account_manage_and_others_of_it_do_not() {
    let mut place = Place::new();
    let owner = Credentials::Owner(id(MANAGEMENT));
    place.call(owner.clone(), "iam:CreateUser", json!({ "UserName": "eve" }));
    place.call(owner.clone(), "iam:CreateAccessKey", json!({ "UserName": "eve" }));
    let scp = place.scp("One", "Deny", json!("ec2:*"));
    let attach = json!({ "PolicyId": scp, "TargetId": place.dev_unit });
    let eve = Credentials::Key(place.key("eve"));
    let answer = place.call(eve.clone(), "organizations:AttachPolicy", attach.clone());
    assert_eq!(answer.deciding_check().unwrap().verdict.decided_by, DecidedBy::Layer(PolicyLayer::Identity));
    // The condition key tells the type: eve may attach RCPs and no SCPs.
    let allow = |kind: &str| {
        let condition = json!({ "StringEquals": { "organizations:PolicyType": kind } });
        let statement = json!({ "Effect": "Allow", "Action": "organizations:AttachPolicy", "Resource": "*", "Condition": condition });
        let text = pretty_value(&json!({ "Version": "2012-10-17", "Statement": statement }));
        json!({ "UserName": "eve", "PolicyName": "Attach", "PolicyDocument": text })
    };
    place.call(owner.clone(), "iam:PutUserPolicy", allow("RESOURCE_CONTROL_POLICY"));
    assert!(place.call(eve.clone(), "organizations:AttachPolicy", attach.clone()).error().is_some());
    place.call(owner, "iam:PutUserPolicy", allow("SERVICE_CONTROL_POLICY"));
    let answer = place.call(eve, "organizations:AttachPolicy", attach);
    assert!(answer.error().is_none(), "{:?}", answer.error());
    assert_eq!(answer.checks.len(), 2);
}

#[test]
fn an_account_made_in_the_organization_lets_its_administrators_in() {
    let mut place = Place::new();
    let input = json!({ "AccountName": "test", "Email": "test@example.com" });
    let output = place.done("organizations:CreateAccount", input);
    assert_eq!(output["CreateAccountStatus"]["State"], "SUCCEEDED");
    let account = output["CreateAccountStatus"]["AccountId"].as_str().unwrap().to_owned();
    assert_eq!(place.organization().parent(&account), Some(&*place.root));
    let role = format!("arn:aws:iam::{account}:role/OrganizationAccountAccessRole");
    let ada = Credentials::Key(place.key("ada"));
    let answer = place.call(ada, "sts:AssumeRole", json!({ "RoleArn": role, "RoleSessionName": "ada" }));
    assert!(answer.error().is_none(), "{:?}", answer.error());
    place.allowed("OrganizationAccountAccessRole", "iam:CreateUser", &format!("arn:aws:iam::{account}:user/tom"));
    let parents = place.done("organizations:ListParents", json!({ "ChildId": account }));
    assert_eq!(parents["Parents"][0]["Type"], "ROOT");
}

#[test]
fn turning_scps_off_and_on_leaves_full_access_alone() {
    let mut place = Place::new();
    let root = place.root.clone();
    let scp = place.scp("NoS3", "Deny", json!("s3:*"));
    place.attach(&scp, &root);
    place.denied("pia", "s3:GetObject", PROD_FILE, Decision::ExplicitDeny, PolicyLayer::Scp);
    let kind = json!({ "RootId": root, "PolicyType": "SERVICE_CONTROL_POLICY" });
    place.done("organizations:DisablePolicyType", kind.clone());
    place.allowed("pia", "s3:GetObject", PROD_FILE);
    place.done("organizations:EnablePolicyType", kind);
    place.allowed("pia", "s3:GetObject", PROD_FILE);
    let listed = json!({ "TargetId": root, "Filter": "SERVICE_CONTROL_POLICY" });
    let listed = place.done("organizations:ListPoliciesForTarget", listed);
    assert_eq!(listed["Policies"].as_array().map(Vec::len), Some(1), "{listed}");
}

#[test]
fn moving_an_account_changes_what_binds_it_and_undo_moves_it_back() {
    let mut place = Place::new();
    let unit = place.prod_unit.clone();
    let scp = place.scp("NoS3", "Deny", json!("s3:*"));
    place.attach(&scp, &unit);
    let root = place.root.clone();
    let input = json!({ "AccountId": PROD, "SourceParentId": unit, "DestinationParentId": root });
    place.done("organizations:MoveAccount", input);
    place.allowed("pia", "s3:GetObject", PROD_FILE);
    let moved = place.sandbox.world().clone();
    assert!(place.sandbox.undo());
    place.denied("pia", "s3:GetObject", PROD_FILE, Decision::ExplicitDeny, PolicyLayer::Scp);
    assert!(place.sandbox.redo());
    assert!(*place.sandbox.world() == moved);
}

#[test]
fn an_organization_is_saved_and_played_again() {
    let mut place = Place::new();
    let scp = place.scp("NoS3", "Deny", json!("s3:*"));
    place.attach(&scp, PROD);
    let save = place.sandbox.save(Value::Null);
    let read = Save::parse(&save.to_json()).unwrap();
    assert!(read.world == save.world);
    let mut opened = Sandbox::open(&read);
    assert!(opened.world() == place.sandbox.world());
    assert_eq!(opened.steps().len(), place.sandbox.steps().len(), "the history was not played again");
    assert!(opened.undo());
    let question = Question::new(Credentials::Key(place.key("pia")), "s3:GetObject", PROD_FILE);
    assert!(opened.preview(&question).is_allowed());
}

/// The second world: each guardrail stops somebody, and lets through what it is not about.
#[test]
fn the_organization_of_three_builds_and_each_guardrail_holds() {
    let sandbox = Sandbox::new(Scenario::organization());
    let key = |name: &str| sandbox.keys().find(|key| &*key.name == name).unwrap().access_key_id;
    let verdict = |who: &str, action: &str, resource: &str| {
        let answer = sandbox.preview(&Question::new(Credentials::Key(key(who)), action, resource));
        let verdict = answer.deciding_check().unwrap().verdict;
        (verdict.decision, verdict.decided_by)
    };
    let reader = "arn:aws:iam::111122223333:role/finance-reader";
    let denied_by = |layer| (Decision::ExplicitDeny, DecidedBy::Layer(layer));
    let silent = |layer| (Decision::ImplicitDeny, DecidedBy::Layer(layer));
    assert_eq!(verdict("alice", "sts:AssumeRole", reader), silent(PolicyLayer::Identity));
    assert_eq!(verdict("pia", "organizations:LeaveOrganization", "*"), denied_by(PolicyLayer::Scp));
    let outside = "arn:aws:ec2:us-east-1:111122223333:instance/i-1";
    assert_eq!(verdict("pia", "ec2:StopInstances", outside), denied_by(PolicyLayer::Scp));
    let instance = "arn:aws:ec2:eu-west-1:111122223333:instance/i-1";
    assert_eq!(verdict("pia", "ec2:StopInstances", instance).0, Decision::Allowed);
    let function = "arn:aws:lambda:eu-west-1:444455556666:function:notes";
    assert_eq!(verdict("dan", "lambda:InvokeFunction", function), silent(PolicyLayer::Scp));
    let user = "arn:aws:iam::444455556666:user/new";
    assert_eq!(verdict("dan", "iam:CreateUser", user), silent(PolicyLayer::PermissionsBoundary));
}

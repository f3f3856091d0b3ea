//! Organizations: its calls as the API reference has them, who may make them, and what they refuse.

use super::{call, error, first, key};
use iam_sandbox::api::{Answer, Credentials, Outcome, Question, Sandbox, Save};
use serde_json::{Value, json};

const MANAGEMENT: &str = "444455556666";
const PROD: &str = "111122223333";

fn of(sandbox: &mut Sandbox, account: &str, operation: &str, input: Value) -> Answer {
    call(sandbox, Credentials::Owner(account.parse().unwrap()), &format!("organizations:{operation}"), input)
}

#[track_caller]
fn done(sandbox: &mut Sandbox, operation: &str, input: Value) -> Value {
    match of(sandbox, MANAGEMENT, operation, input).outcome {
        Outcome::Done(output) => output,
        outcome => panic!("{operation}: {outcome:?}"),
    }
}

#[track_caller]
fn refused(sandbox: &mut Sandbox, operation: &str, input: Value) -> String {
    error(&of(sandbox, MANAGEMENT, operation, input)).0
}

/// dana's account manages an organization in which prod is a member, in a unit Workloads.
fn organization() -> (Sandbox, String, String) {
    let mut sandbox = first();
    done(&mut sandbox, "CreateOrganization", json!({ "FeatureSet": "ALL" }));
    let invited = invite(&mut sandbox);
    let Outcome::Done(_) = of(&mut sandbox, PROD, "AcceptHandshake", json!({ "HandshakeId": invited })).outcome else {
        panic!("not accepted")
    };
    let root = done(&mut sandbox, "ListRoots", json!({}))["Roots"][0]["Id"].as_str().unwrap().to_owned();
    let unit = done(&mut sandbox, "CreateOrganizationalUnit", json!({ "ParentId": root, "Name": "Workloads" }));
    let unit = unit["OrganizationalUnit"]["Id"].as_str().unwrap().to_owned();
    let input = json!({ "AccountId": PROD, "SourceParentId": root, "DestinationParentId": unit });
    done(&mut sandbox, "MoveAccount", input);
    (sandbox, root, unit)
}

fn invite(sandbox: &mut Sandbox) -> String {
    let invited = done(sandbox, "InviteAccountToOrganization", json!({ "Target": { "Id": PROD, "Type": "ACCOUNT" } }));
    invited["Handshake"]["Id"].as_str().unwrap().to_owned()
}

#[test]
fn the_tree_is_read_level_by_level() {
    let (mut sandbox, root, unit) = organization();
    let accounts = done(&mut sandbox, "ListAccountsForParent", json!({ "ParentId": unit }));
    assert_eq!(accounts["Accounts"][0]["Id"], PROD);
    assert_eq!(accounts["Accounts"][0]["JoinedMethod"], "INVITED");
    let children = done(&mut sandbox, "ListChildren", json!({ "ParentId": root, "ChildType": "ORGANIZATIONAL_UNIT" }));
    assert_eq!(children, json!({ "Children": [{ "Id": unit, "Type": "ORGANIZATIONAL_UNIT" }] }));
    let children = done(&mut sandbox, "ListChildren", json!({ "ParentId": root, "ChildType": "ACCOUNT" }));
    assert_eq!(children, json!({ "Children": [{ "Id": MANAGEMENT, "Type": "ACCOUNT" }] }));
    let units = done(&mut sandbox, "ListOrganizationalUnitsForParent", json!({ "ParentId": root }));
    assert_eq!(units["OrganizationalUnits"][0]["Name"], "Workloads");
    let described = done(&mut sandbox, "DescribeOrganizationalUnit", json!({ "OrganizationalUnitId": unit }));
    assert_eq!(described["OrganizationalUnit"], units["OrganizationalUnits"][0]);
    assert_eq!(done(&mut sandbox, "ListAccounts", json!({}))["Accounts"].as_array().unwrap().len(), 2);
    let described = done(&mut sandbox, "DescribeAccount", json!({ "AccountId": PROD }));
    assert_eq!((&described["Account"]["Status"], &described["Account"]["Name"]), (&json!("ACTIVE"), &json!("prod")));
    assert_eq!(
        refused(&mut sandbox, "DescribeAccount", json!({ "AccountId": "999999999999" })),
        "AccountNotFoundException"
    );
    assert_eq!(
        refused(&mut sandbox, "ListAccountsForParent", json!({ "ParentId": "r-none" })),
        "ParentNotFoundException"
    );
}

#[test]
fn a_unit_is_renamed_and_goes_when_nothing_is_in_it() {
    let (mut sandbox, root, unit) = organization();
    done(&mut sandbox, "CreateOrganizationalUnit", json!({ "ParentId": root, "Name": "Sandbox" }));
    let rename = |name: &str| json!({ "OrganizationalUnitId": unit, "Name": name });
    assert_eq!(
        refused(&mut sandbox, "UpdateOrganizationalUnit", rename("Sandbox")),
        "DuplicateOrganizationalUnitException"
    );
    let renamed = done(&mut sandbox, "UpdateOrganizationalUnit", rename("Production"));
    assert_eq!(renamed["OrganizationalUnit"]["Name"], "Production");
    let unit_input = json!({ "OrganizationalUnitId": unit });
    assert_eq!(
        refused(&mut sandbox, "DeleteOrganizationalUnit", unit_input.clone()),
        "OrganizationalUnitNotEmptyException"
    );
    let input = json!({ "AccountId": PROD, "SourceParentId": unit, "DestinationParentId": root });
    done(&mut sandbox, "MoveAccount", input);
    done(&mut sandbox, "DeleteOrganizationalUnit", unit_input.clone());
    assert_eq!(refused(&mut sandbox, "DescribeOrganizationalUnit", unit_input), "OrganizationalUnitNotFoundException");
}

#[test]
fn an_organization_ends_when_its_management_account_is_alone() {
    let (mut sandbox, ..) = organization();
    assert_eq!(refused(&mut sandbox, "DeleteOrganization", json!({})), "OrganizationNotEmptyException");
    done(&mut sandbox, "RemoveAccountFromOrganization", json!({ "AccountId": PROD }));
    done(&mut sandbox, "DeleteOrganization", json!({}));
    assert_eq!(refused(&mut sandbox, "ListRoots", json!({})), "AWSOrganizationsNotInUseException");
    assert!(sandbox.world().organization_of(MANAGEMENT.parse().unwrap()).is_none());
}

#[test]
fn policies_are_listed_by_type_with_what_they_are_attached_to() {
    let (mut sandbox, root, unit) = organization();
    let document =
        json!({ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:*", "Resource": "*" } });
    let made = done(
        &mut sandbox,
        "CreatePolicy",
        json!({
            "Name": "NoS3", "Description": "", "Type": "SERVICE_CONTROL_POLICY", "Content": document.to_string(),
            "Tags": [{ "Key": "team", "Value": "red" }],
        }),
    );
    let id = made["Policy"]["PolicySummary"]["Id"].as_str().unwrap();
    done(&mut sandbox, "AttachPolicy", json!({ "PolicyId": id, "TargetId": unit }));
    let names: Vec<Value> =
        done(&mut sandbox, "ListPolicies", json!({ "Filter": "SERVICE_CONTROL_POLICY" }))["Policies"]
            .as_array()
            .unwrap()
            .iter()
            .map(|policy| policy["Name"].clone())
            .collect();
    assert_eq!(names.len(), 2);
    assert!(names.contains(&json!("FullAWSAccess")) && names.contains(&json!("NoS3")));
    let targets = done(&mut sandbox, "ListTargetsForPolicy", json!({ "PolicyId": id }));
    assert_eq!(targets["Targets"].as_array().unwrap().len(), 1);
    assert_eq!(
        (&targets["Targets"][0]["Name"], &targets["Targets"][0]["Type"]),
        (&json!("Workloads"), &json!("ORGANIZATIONAL_UNIT"))
    );
    let full = done(&mut sandbox, "ListTargetsForPolicy", json!({ "PolicyId": "p-FullAWSAccess" }));
    let kinds: Vec<&str> =
        full["Targets"].as_array().unwrap().iter().map(|target| target["Type"].as_str().unwrap()).collect();
    assert_eq!(kinds.iter().filter(|kind| **kind == "ACCOUNT").count(), 2);
    assert!(kinds.contains(&"ROOT"), "{root}");
    let shown = done(&mut sandbox, "DescribePolicy", json!({ "PolicyId": id }));
    assert_eq!(shown["Policy"]["Content"], document.to_string());
    let tags = done(&mut sandbox, "ListTagsForResource", json!({ "ResourceId": id }));
    assert_eq!(tags, json!({ "Tags": [{ "Key": "team", "Value": "red" }] }));
    let input = json!({ "PolicyType": "TAG_POLICY", "TargetId": PROD });
    assert_eq!(refused(&mut sandbox, "DescribeEffectivePolicy", input), "EffectivePolicyNotFoundException");
}

#[test]
fn accounts_are_made_with_tags_and_their_making_stays_on_record() {
    let (mut sandbox, ..) = organization();
    let made = done(
        &mut sandbox,
        "CreateAccount",
        json!({
            "AccountName": "Audit", "Email": "audit@example.com", "Tags": [{ "Key": "stage", "Value": "live" }],
        }),
    );
    let status = made["CreateAccountStatus"].clone();
    let shown = done(&mut sandbox, "DescribeCreateAccountStatus", json!({ "CreateAccountRequestId": status["Id"] }));
    assert_eq!(shown["CreateAccountStatus"], status);
    let listed = done(&mut sandbox, "ListCreateAccountStatus", json!({ "States": ["FAILED"] }));
    assert_eq!(listed, json!({ "CreateAccountStatuses": [] }));
    let account = done(&mut sandbox, "DescribeAccount", json!({ "AccountId": status["AccountId"] }));
    assert_eq!(account["Account"]["JoinedMethod"], "CREATED");
    let tags = done(&mut sandbox, "ListTagsForResource", json!({ "ResourceId": status["AccountId"] }));
    assert_eq!(tags["Tags"][0]["Value"], "live");
    let wrong = json!({ "CreateAccountRequestId": "car-00000000000000000000000000000000" });
    assert_eq!(refused(&mut sandbox, "DescribeCreateAccountStatus", wrong), "CreateAccountStatusNotFoundException");
    let mut save = Save::parse(&sandbox.save(Value::Null).to_json()).unwrap();
    save.events.clear();
    assert_eq!(Sandbox::open(&save).world(), sandbox.world());
}

/// The table of resource types in the Service Authorization Reference: accounts, units, roots and policies tell of tags.
#[test]
fn a_policy_sees_the_tags_of_an_account() {
    let (mut sandbox, _, unit) = organization();
    let arn = |sandbox: &mut Sandbox, unit: &str| {
        let shown = done(sandbox, "DescribeOrganizationalUnit", json!({ "OrganizationalUnitId": unit }));
        shown["OrganizationalUnit"]["Arn"].as_str().unwrap().to_owned()
    };
    let arn = arn(&mut sandbox, &unit);
    let statement = json!({ "Effect": "Deny", "Action": "organizations:*", "Resource": "*", "Condition": {
        "StringEquals": { "aws:ResourceTag/stage": "live" },
    }});
    let document = json!({ "Version": "2012-10-17", "Statement": statement }).to_string();
    let input = json!({ "UserName": "dana", "PolicyName": "Hands-off", "PolicyDocument": document });
    let owner = Credentials::Owner(MANAGEMENT.parse().unwrap());
    assert_eq!(call(&mut sandbox, owner, "iam:PutUserPolicy", input).error(), None);
    let ask = |sandbox: &Sandbox| {
        let dana = Credentials::Key(key(sandbox, "dana"));
        sandbox.preview(&Question::new(dana, "organizations:DeleteOrganizationalUnit", &arn)).is_allowed()
    };
    assert!(ask(&sandbox));
    let tags = json!([{ "Key": "stage", "Value": "live" }]);
    done(&mut sandbox, "TagResource", json!({ "ResourceId": unit, "Tags": tags }));
    assert!(!ask(&sandbox));
    done(&mut sandbox, "UntagResource", json!({ "ResourceId": unit, "TagKeys": ["stage"] }));
    assert!(ask(&sandbox));
    assert_eq!(
        refused(&mut sandbox, "TagResource", json!({ "ResourceId": "999999999999", "Tags": tags })),
        "TargetNotFoundException"
    );
    let own = json!([{ "Key": "aws:x", "Value": "" }]);
    assert_eq!(
        refused(&mut sandbox, "TagResource", json!({ "ResourceId": unit, "Tags": own })),
        "InvalidInputException"
    );
}

#[test]
fn an_invitation_is_taken_back_declined_or_too_old() {
    let mut sandbox = first();
    done(&mut sandbox, "CreateOrganization", json!({ "FeatureSet": "ALL" }));
    let state = |sandbox: &mut Sandbox, id: &str| {
        let shown = done(sandbox, "DescribeHandshake", json!({ "HandshakeId": id }));
        shown["Handshake"]["State"].as_str().unwrap().to_owned()
    };
    let accept = |sandbox: &mut Sandbox, id: &str| {
        of(sandbox, PROD, "AcceptHandshake", json!({ "HandshakeId": id })).error().map(|error| error.code.to_string())
    };
    let over = Some("InvalidHandshakeTransitionException".to_owned());
    let canceled = invite(&mut sandbox);
    assert_eq!(state(&mut sandbox, &canceled), "OPEN");
    let twice = json!({ "Target": { "Id": PROD, "Type": "ACCOUNT" } });
    assert_eq!(refused(&mut sandbox, "InviteAccountToOrganization", twice), "DuplicateHandshakeException");
    done(&mut sandbox, "CancelHandshake", json!({ "HandshakeId": canceled }));
    assert_eq!(
        (state(&mut sandbox, &canceled), accept(&mut sandbox, &canceled)),
        ("CANCELED".to_owned(), over.clone())
    );
    let declined = invite(&mut sandbox);
    assert_eq!(
        refused(&mut sandbox, "DeclineHandshake", json!({ "HandshakeId": declined })),
        "HandshakeNotFoundException"
    );
    assert!(of(&mut sandbox, PROD, "DeclineHandshake", json!({ "HandshakeId": declined })).error().is_none());
    assert_eq!(
        (state(&mut sandbox, &declined), accept(&mut sandbox, &declined)),
        ("DECLINED".to_owned(), over.clone())
    );
    let old = invite(&mut sandbox);
    sandbox.advance_clock(15 * 86_400);
    assert_eq!((state(&mut sandbox, &old), accept(&mut sandbox, &old)), ("EXPIRED".to_owned(), over));
    let accepted = invite(&mut sandbox);
    assert_eq!(accept(&mut sandbox, &accepted), None);
    assert_eq!(accept(&mut sandbox, &accepted).as_deref(), Some("HandshakeAlreadyInStateException"));
    let listed = done(&mut sandbox, "ListHandshakesForOrganization", json!({}));
    assert_eq!(listed["Handshakes"].as_array().unwrap().len(), 4);
}

/// Organizations user guide: members see that they are in an organization and no more, unless they administer a
/// service for it.
#[test]
fn only_the_management_account_and_delegated_administrators_look_around() {
    let (mut sandbox, ..) = organization();
    let code = |sandbox: &mut Sandbox, operation: &str| {
        of(sandbox, PROD, operation, json!({})).error().map(|error| error.code.to_string())
    };
    assert_eq!(code(&mut sandbox, "DescribeOrganization"), None);
    assert_eq!(code(&mut sandbox, "ListAccounts").as_deref(), Some("AccessDeniedException"));
    let delegate = json!({ "AccountId": PROD, "ServicePrincipal": "iam.amazonaws.com" });
    assert_eq!(
        refused(&mut sandbox, "RegisterDelegatedAdministrator", delegate.clone()),
        "ConstraintViolationException",
        "trusted access comes first"
    );
    done(&mut sandbox, "EnableAWSServiceAccess", json!({ "ServicePrincipal": "iam.amazonaws.com" }));
    let management = json!({ "AccountId": MANAGEMENT, "ServicePrincipal": "iam.amazonaws.com" });
    assert_eq!(refused(&mut sandbox, "RegisterDelegatedAdministrator", management), "ConstraintViolationException");
    done(&mut sandbox, "RegisterDelegatedAdministrator", delegate.clone());
    assert_eq!(
        refused(&mut sandbox, "RegisterDelegatedAdministrator", delegate.clone()),
        "AccountAlreadyRegisteredException"
    );
    assert_eq!(code(&mut sandbox, "ListAccounts"), None);
    let change = of(
        &mut sandbox,
        PROD,
        "MoveAccount",
        json!({
            "AccountId": PROD, "SourceParentId": "r-0000", "DestinationParentId": "r-0001",
        }),
    );
    assert_eq!(error(&change).0, "AccessDeniedException", "they look and change nothing");
    let listed = done(&mut sandbox, "ListDelegatedAdministrators", json!({ "ServicePrincipal": "sso.amazonaws.com" }));
    assert_eq!(listed, json!({ "DelegatedAdministrators": [] }));
    let listed = done(&mut sandbox, "ListDelegatedServicesForAccount", json!({ "AccountId": PROD }));
    assert_eq!(listed["DelegatedServices"][0]["ServicePrincipal"], "iam.amazonaws.com");
    assert_eq!(
        refused(&mut sandbox, "RemoveAccountFromOrganization", json!({ "AccountId": PROD })),
        "ConstraintViolationException"
    );
    assert_eq!(
        refused(&mut sandbox, "DisableAWSServiceAccess", json!({ "ServicePrincipal": "iam.amazonaws.com" })),
        "ConstraintViolationException"
    );
    done(&mut sandbox, "DeregisterDelegatedAdministrator", delegate.clone());
    assert_eq!(refused(&mut sandbox, "DeregisterDelegatedAdministrator", delegate), "AccountNotRegisteredException");
    assert_eq!(code(&mut sandbox, "ListAccounts").as_deref(), Some("AccessDeniedException"));
    done(&mut sandbox, "DisableAWSServiceAccess", json!({ "ServicePrincipal": "iam.amazonaws.com" }));
    assert_eq!(
        done(&mut sandbox, "ListAWSServiceAccessForOrganization", json!({})),
        json!({ "EnabledServicePrincipals": [] })
    );
}

#[test]
fn what_is_no_service_gets_no_trusted_access() {
    let (mut sandbox, ..) = organization();
    let wrong = json!({ "ServicePrincipal": "iam" });
    assert_eq!(refused(&mut sandbox, "EnableAWSServiceAccess", wrong), "InvalidInputException");
}

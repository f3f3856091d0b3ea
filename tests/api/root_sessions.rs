//! Root sessions for one task, made from the management account (rules F-22 to F-24).

use super::{call, error, first, key, verdict};
use iam_sandbox::api::{Answer, Credentials, KeyKind, Outcome, Question, Sandbox, Save};
use iam_sandbox::eval::{ContextValue, Decision};
use serde_json::{Value, json};

const PROD: &str = "111122223333";
const UNLOCK: &str = "arn:aws:iam::aws:policy/root-task/S3UnlockBucketPolicy";
const AUDIT: &str = "arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials";

#[track_caller]
fn done(sandbox: &mut Sandbox, account: &str, operation: &str, input: Value) -> Value {
    match call(sandbox, Credentials::Owner(account.parse().unwrap()), operation, input).outcome {
        Outcome::Done(output) => output,
        outcome => panic!("{operation}: {outcome:?}"),
    }
}

/// dana's account manages an organization in which prod is a member.
fn organization() -> Sandbox {
    let mut sandbox = first();
    done(&mut sandbox, "444455556666", "organizations:CreateOrganization", json!({ "FeatureSet": "ALL" }));
    let target = json!({ "Target": { "Id": PROD, "Type": "ACCOUNT" } });
    let invited = done(&mut sandbox, "444455556666", "organizations:InviteAccountToOrganization", target);
    let handshake = json!({ "HandshakeId": invited["Handshake"]["Id"] });
    done(&mut sandbox, PROD, "organizations:AcceptHandshake", handshake);
    let service = json!({ "ServicePrincipal": "iam.amazonaws.com" });
    done(&mut sandbox, "444455556666", "organizations:EnableAWSServiceAccess", service);
    done(&mut sandbox, "444455556666", "iam:EnableOrganizationsRootSessions", json!({}));
    sandbox
}

fn assume(sandbox: &mut Sandbox, credentials: Credentials, target: &str, task: &str) -> Answer {
    let input = json!({ "TargetPrincipal": target, "TaskPolicyArn": { "arn": task } });
    call(sandbox, credentials, "sts:AssumeRoot", input)
}

fn dana(sandbox: &Sandbox) -> Credentials {
    Credentials::Key(key(sandbox, "dana"))
}

#[track_caller]
fn session(answer: &Answer) -> Credentials {
    let Outcome::Done(output) = &answer.outcome else { panic!("{:?}", answer.outcome) };
    Credentials::key(output["Credentials"]["AccessKeyId"].as_str().unwrap())
}

/// The task that AWS gives as the reason for these sessions: a bucket whose policy shuts everybody out.
#[test]
fn a_locked_bucket_is_opened_again() {
    let mut sandbox = organization();
    let policy = json!({ "Version": "2012-10-17", "Statement": {
        "Effect": "Deny", "Principal": "*", "Action": "s3:*",
        "Resource": ["arn:aws:s3:::payroll", "arn:aws:s3:::payroll/*"],
    }});
    done(&mut sandbox, PROD, "s3:PutBucketPolicy", json!({ "Bucket": "payroll", "Policy": policy.to_string() }));
    let caller = dana(&sandbox);
    let made = assume(&mut sandbox, caller, PROD, UNLOCK);
    let root = session(&made);
    let listed = sandbox.keys().find(|key| Some(&*key.access_key_id) == root.access_key_id()).unwrap();
    assert_eq!((listed.kind, listed.account.to_string()), (KeyKind::AssumedRoot, PROD.to_owned()));
    assert_eq!(listed.expires.unwrap().epoch_seconds() - listed.issued.epoch_seconds(), 900);
    // Nothing but the task.
    let read = sandbox.preview(&Question::new(root.clone(), "s3:GetObject", super::PAYROLL_MAY));
    assert_eq!(verdict(&read).0, Decision::ExplicitDeny);
    let context = &read.deciding_check().unwrap().request.context;
    assert_eq!(context.get("aws:assumedroot"), Some(&ContextValue::One("true".into())));
    assert_eq!(context.get("aws:userid"), Some(&ContextValue::One(PROD.into())));
    let deleted = call(&mut sandbox, root, "s3:DeleteBucketPolicy", json!({ "Bucket": "payroll" }));
    assert_eq!(deleted.error(), None);
    let mut save = Save::parse(&sandbox.save(Value::Null).to_json()).unwrap();
    save.events.clear();
    assert_eq!(Sandbox::open(&save).world(), sandbox.world());
}

#[test]
fn only_the_management_account_assumes_root_and_only_of_its_members() {
    let mut sandbox = organization();
    let mut code = |credentials: Credentials, target: &str, task: &str| {
        let answer = assume(&mut sandbox, credentials, target, task);
        answer.error().map(|error| error.code.to_string())
    };
    let denied = Some("AccessDenied".to_owned());
    let dana = || Credentials::Key(key(&organization(), "dana"));
    let root = |account: &str| Credentials::Root(account.parse().unwrap());
    assert_eq!(code(dana(), "999999999999", UNLOCK), denied);
    assert_eq!(code(dana(), "444455556666", UNLOCK), denied, "the management account itself");
    assert_eq!(code(dana(), PROD, "arn:aws:iam::aws:policy/AdministratorAccess"), denied, "no task policy");
    assert_eq!(code(root("444455556666"), PROD, UNLOCK), denied);
    assert_eq!(code(root(PROD), PROD, UNLOCK), denied);
    assert_eq!(code(Credentials::Key(key(&organization(), "alice")), PROD, UNLOCK), denied);
    assert_eq!(code(dana(), "prod", UNLOCK), Some("ValidationError".to_owned()));
    assert_eq!(code(dana(), &format!("arn:aws:iam::{PROD}:root"), AUDIT), None);
}

/// The condition of the user guide that lets an administrator do one task alone.
#[test]
fn a_policy_can_hold_the_caller_to_a_task() {
    let mut sandbox = organization();
    let statement = json!({
        "Effect": "Deny", "Action": "sts:AssumeRoot", "Resource": "*",
        "Condition": { "ArnNotEquals": { "sts:TaskPolicyArn": AUDIT } },
    });
    let document = json!({ "Version": "2012-10-17", "Statement": statement }).to_string();
    let input = json!({ "UserName": "dana", "PolicyName": "OnlyAudit", "PolicyDocument": document });
    done(&mut sandbox, "444455556666", "iam:PutUserPolicy", input);
    let caller = dana(&sandbox);
    let refused = assume(&mut sandbox, caller.clone(), PROD, UNLOCK);
    assert_eq!(verdict(&refused).0, Decision::ExplicitDeny);
    assert!(error(&refused).2.contains("explicit deny in an identity-based policy"));
    session(&assume(&mut sandbox, caller, PROD, AUDIT));
}

fn code_of(sandbox: &mut Sandbox, account: &str, operation: &str) -> Option<String> {
    let owner = Credentials::Owner(account.parse().unwrap());
    call(sandbox, owner, operation, json!({})).error().map(|error| error.code.to_string())
}

/// The switches of the API reference: trusted access first, then the management account turns them.
#[test]
fn central_root_access_is_switched_on_by_the_management_account() {
    let mut sandbox = organization();
    let list = |sandbox: &mut Sandbox| {
        done(sandbox, "444455556666", "iam:ListOrganizationsFeatures", json!({}))["EnabledFeatures"].clone()
    };
    assert_eq!(list(&mut sandbox), json!(["RootSessions"]));
    done(&mut sandbox, "444455556666", "iam:EnableOrganizationsRootCredentialsManagement", json!({}));
    assert_eq!(list(&mut sandbox), json!(["RootCredentialsManagement", "RootSessions"]));
    let operation = "iam:EnableOrganizationsRootSessions";
    let not_in_charge = Some("AccountNotManagementOrDelegatedAdministratorException".to_owned());
    assert_eq!(code_of(&mut sandbox, PROD, operation), not_in_charge);
    let delegate = json!({ "AccountId": PROD, "ServicePrincipal": "iam.amazonaws.com" });
    done(&mut sandbox, "444455556666", "organizations:RegisterDelegatedAdministrator", delegate);
    assert_eq!(code_of(&mut sandbox, PROD, "iam:ListOrganizationsFeatures"), None);
    assert_eq!(code_of(&mut sandbox, PROD, operation).as_deref(), Some("CallerIsNotManagementAccountException"));
    let mut alone = first();
    assert_eq!(code_of(&mut alone, PROD, operation).as_deref(), Some("OrganizationNotFoundException"));
    done(&mut alone, PROD, "organizations:CreateOrganization", json!({ "FeatureSet": "ALL" }));
    assert_eq!(code_of(&mut alone, PROD, operation).as_deref(), Some("ServiceAccessNotEnabledException"));
}

#[test]
fn tasks_need_their_switch() {
    let mut sandbox = organization();
    let dana = dana(&sandbox);
    let may = |sandbox: &mut Sandbox, task: &str| assume(sandbox, dana.clone(), PROD, task).error().is_none();
    assert!(may(&mut sandbox, UNLOCK) && may(&mut sandbox, AUDIT));
    done(&mut sandbox, "444455556666", "iam:DisableOrganizationsRootSessions", json!({}));
    assert!(!may(&mut sandbox, UNLOCK) && !may(&mut sandbox, AUDIT));
    done(&mut sandbox, "444455556666", "iam:EnableOrganizationsRootCredentialsManagement", json!({}));
    assert!(!may(&mut sandbox, UNLOCK) && may(&mut sandbox, AUDIT));
    done(&mut sandbox, "444455556666", "iam:DisableOrganizationsRootCredentialsManagement", json!({}));
    assert!(!may(&mut sandbox, AUDIT));
}

/// Who administers IAM for the organization makes root sessions in other members, and not in the management account.
#[test]
fn a_delegated_administrator_makes_root_sessions_in_members() {
    let mut sandbox = organization();
    let made = done(
        &mut sandbox,
        "444455556666",
        "organizations:CreateAccount",
        json!({ "AccountName": "Audit", "Email": "audit@example.com" }),
    );
    let audit = made["CreateAccountStatus"]["AccountId"].as_str().unwrap().to_owned();
    let statement = json!({ "Effect": "Allow", "Action": "sts:AssumeRoot", "Resource": "*" });
    super::let_user(&mut sandbox, "alice", &statement);
    let alice = Credentials::Key(key(&sandbox, "alice"));
    assert!(assume(&mut sandbox, alice.clone(), &audit, AUDIT).error().is_some());
    let delegate = json!({ "AccountId": PROD, "ServicePrincipal": "iam.amazonaws.com" });
    done(&mut sandbox, "444455556666", "organizations:RegisterDelegatedAdministrator", delegate);
    session(&assume(&mut sandbox, alice.clone(), &audit, AUDIT));
    assert!(assume(&mut sandbox, alice.clone(), "444455556666", AUDIT).error().is_some());
    assert!(assume(&mut sandbox, alice, PROD, AUDIT).error().is_some(), "its own account");
}

/// Rule F-22: with central root access new members come without root credentials, and can be let have some.
#[test]
fn members_made_under_central_root_access_have_no_root_password() {
    let mut sandbox = organization();
    done(&mut sandbox, "444455556666", "iam:EnableOrganizationsRootCredentialsManagement", json!({}));
    let input = json!({ "AccountName": "Audit", "Email": "audit@example.com" });
    let made = done(&mut sandbox, "444455556666", "organizations:CreateAccount", input);
    let audit = made["CreateAccountStatus"]["AccountId"].as_str().unwrap().to_owned();
    let password = |sandbox: &Sandbox| sandbox.world().account(audit.parse().unwrap()).unwrap().root.password.clone();
    assert_eq!(password(&sandbox), iam_sandbox::world::RootPassword::None);
    let task = "arn:aws:iam::aws:policy/root-task/IAMCreateRootUserPassword";
    let caller = dana(&sandbox);
    let root = session(&assume(&mut sandbox, caller, &audit, task));
    assert_eq!(call(&mut sandbox, root, "iam:CreateLoginProfile", json!({})).error(), None);
    assert!(matches!(password(&sandbox), iam_sandbox::world::RootPassword::Unknown(_)));
}

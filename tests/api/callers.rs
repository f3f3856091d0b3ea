//! Everybody who can ask: keys, root users, services, nobody, and who shows a token.

use super::{PAYROLL_MAY, call, first, key, owner, verdict};
use iam_sandbox::api::{Answer, Credentials, ProviderCredentials, Question, Sandbox, ServiceCredentials};
use iam_sandbox::eval::{ContextValue, DecidedBy, Decision, PolicyLayer};
use iam_sandbox::text::{Language, explain};
use serde_json::json;

fn ask(sandbox: &Sandbox, credentials: Credentials, action: &str, resource: &str) -> Answer {
    sandbox.preview(&Question::new(credentials, action, resource))
}

fn service(name: &str, source_arn: &str) -> Credentials {
    let source_arn = Some(source_arn.parse().unwrap());
    Credentials::Service(ServiceCredentials { name: name.into(), source_arn, source_account: None })
}

fn value<'a>(answer: &'a Answer, key: &str) -> Option<&'a ContextValue> {
    answer.deciding_check().unwrap().request.context.get(key)
}

/// The values that a table gives, column by column.
type Row<'a> = [Option<&'a str>; 10];

/// Tables B-35 and B-36, with the rows that are in every request of the kind.
#[test]
fn the_keys_of_the_principal_are_there_or_absent_by_its_kind() {
    let sandbox = first();
    let alice = Credentials::Key(key(&sandbox, "alice"));
    let id = sandbox.world().account("111122223333".parse().unwrap()).unwrap().user("alice").unwrap().id.clone();
    let trail = "arn:aws:cloudtrail:us-east-1:111122223333:trail/all";
    let names = [
        "aws:principalarn",
        "aws:principalaccount",
        "aws:principaltype",
        "aws:userid",
        "aws:username",
        "aws:principalisawsservice",
        "aws:principalservicename",
        "aws:sourcearn",
        "aws:sourceaccount",
        "aws:tokenissuetime",
    ];
    let rows: [(Credentials, Row<'_>); 4] = [
        (
            Credentials::Root("111122223333".parse().unwrap()),
            [
                Some("arn:aws:iam::111122223333:root"),
                Some("111122223333"),
                Some("Account"),
                Some("111122223333"),
                None,
                Some("false"),
                None,
                None,
                None,
                None,
            ],
        ),
        (
            alice,
            [
                Some("arn:aws:iam::111122223333:user/alice"),
                Some("111122223333"),
                Some("User"),
                Some(&id),
                Some("alice"),
                Some("false"),
                None,
                None,
                None,
                None,
            ],
        ),
        (
            service("cloudtrail.amazonaws.com", trail),
            [
                None,
                None,
                None,
                None,
                None,
                Some("true"),
                Some("cloudtrail.amazonaws.com"),
                Some(trail),
                Some("111122223333"),
                None,
            ],
        ),
        (
            Credentials::Anonymous,
            [None, Some("anonymous"), Some("Anonymous"), Some("anonymous"), None, None, None, None, None, None],
        ),
    ];
    for (credentials, row) in rows {
        let answer = ask(&sandbox, credentials, "s3:GetObject", PAYROLL_MAY);
        for (name, expected) in names.into_iter().zip(row) {
            assert_eq!(value(&answer, name).cloned(), expected.map(|value| ContextValue::One(value.into())), "{name}");
        }
    }
}

#[test]
fn the_root_user_needs_no_policy_in_its_own_account_and_is_a_stranger_in_another() {
    let sandbox = first();
    let root = |account: &str| Credentials::Root(account.parse().unwrap());
    let at_home = ask(&sandbox, root("111122223333"), "s3:GetObject", PAYROLL_MAY);
    assert_eq!(verdict(&at_home), (Decision::Allowed, DecidedBy::Root));
    let elsewhere = ask(&sandbox, root("444455556666"), "s3:GetObject", PAYROLL_MAY);
    assert_eq!(verdict(&elsewhere), (Decision::ImplicitDeny, DecidedBy::Layer(PolicyLayer::Resource)));
    let nowhere = ask(&sandbox, root("999999999999"), "s3:GetObject", PAYROLL_MAY);
    assert_eq!(nowhere.error().unwrap().code, "InvalidClientTokenId");
}

/// The bucket policy of the CloudTrail user guide, narrowed to one trail (rule C-56).
#[test]
fn a_service_is_let_in_by_the_bucket_policy_for_its_own_resource_alone() {
    let mut sandbox = first();
    let trail = "arn:aws:cloudtrail:us-east-1:111122223333:trail/all";
    let policy = json!({ "Version": "2012-10-17", "Statement": [{
        "Effect": "Allow", "Principal": { "Service": "cloudtrail.amazonaws.com" }, "Action": "s3:PutObject",
        "Resource": "arn:aws:s3:::reports-prod/AWSLogs/111122223333/*",
        "Condition": { "StringEquals": { "aws:SourceArn": trail } },
    }]});
    let input = json!({ "Bucket": "reports-prod", "Policy": policy.to_string() });
    assert_eq!(call(&mut sandbox, owner(), "s3:PutBucketPolicy", input).error(), None);
    let log = "arn:aws:s3:::reports-prod/AWSLogs/111122223333/log.json.gz";
    let put = |name, source| verdict(&ask(&sandbox, service(name, source), "s3:PutObject", log));
    let resource = DecidedBy::Layer(PolicyLayer::Resource);
    assert_eq!(put("cloudtrail.amazonaws.com", trail), (Decision::Allowed, resource));
    let other = trail.replace("111122223333", "444455556666");
    assert_eq!(put("cloudtrail.amazonaws.com", &other), (Decision::ImplicitDeny, resource));
    assert_eq!(put("config.amazonaws.com", trail), (Decision::ImplicitDeny, resource));
}

#[test]
fn nobody_gets_nothing_and_builds_nothing() {
    let mut sandbox = first();
    let read = ask(&sandbox, Credentials::Anonymous, "s3:GetObject", PAYROLL_MAY);
    assert_eq!(verdict(&read), (Decision::ImplicitDeny, DecidedBy::Layer(PolicyLayer::Resource)));
    assert_eq!(read.error().unwrap().message, "Access Denied");
    let made = call(&mut sandbox, Credentials::Anonymous, "iam:CreateUser", json!({ "UserName": "eve" }));
    let error = made.error().unwrap();
    assert_eq!((&*error.code, error.status), ("MissingAuthenticationToken", 403));
    let input = json!({ "Bucket": "a-bucket-of-nobody" });
    let made = call(&mut sandbox, Credentials::Anonymous, "s3:CreateBucket", input);
    assert_eq!(made.error().unwrap().message, "Anonymous access is forbidden for this operation");
}

/// Asking says the same as calling, and no policy is read where AWS reads none.
#[test]
fn unsigned_requests_are_turned_away_where_everything_must_be_signed() {
    let sandbox = first();
    let role = "arn:aws:iam::111122223333:role/report-editor";
    let rows = [
        ("sts:GetCallerIdentity", "*", true),
        ("sts:AssumeRole", role, true),
        ("iam:ListUsers", "*", true),
        ("sts:AssumeRoleWithWebIdentity", role, false),
        ("s3:GetObject", PAYROLL_MAY, false),
    ];
    for (action, resource, is_turned_away) in rows {
        let answer = ask(&sandbox, Credentials::Anonymous, action, resource);
        let is_missing = answer.error().unwrap().code == "MissingAuthenticationToken";
        assert_eq!(is_missing, is_turned_away, "{action}");
        assert_eq!(answer.checks.is_empty(), is_turned_away, "{action}");
    }
}

/// GitHub's token as the trust policy of the IAM user guide asks for it (rules C-38, B-47).
#[test]
fn a_token_is_weighed_by_the_trust_policy() {
    let mut sandbox = first();
    let provider = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com";
    let trust = json!({ "Version": "2012-10-17", "Statement": [{
        "Effect": "Allow", "Principal": { "Federated": provider }, "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": { "StringEquals": {
            "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
            "token.actions.githubusercontent.com:sub": "repo:octo-org/octo-repo:ref:refs/heads/main",
        }},
    }]});
    let input = json!({ "RoleName": "deploy", "AssumeRolePolicyDocument": trust.to_string() });
    assert_eq!(call(&mut sandbox, owner(), "iam:CreateRole", input).error(), None);
    let role = "arn:aws:iam::111122223333:role/deploy";
    let decision = |provider: &str, branch: &str| {
        let sub = format!("repo:octo-org/octo-repo:ref:refs/heads/{branch}");
        let claims = [("aud", "sts.amazonaws.com"), ("sub", sub.as_str())];
        let claims = claims.map(|(name, value)| (name.into(), ContextValue::One(value.into()))).into();
        let credentials = Credentials::Provider(ProviderCredentials { provider: provider.into(), claims });
        ask(&sandbox, credentials, "sts:AssumeRoleWithWebIdentity", role).deciding_check().unwrap().verdict.decision
    };
    assert_eq!(decision(provider, "main"), Decision::Allowed);
    assert_eq!(decision(provider, "feature"), Decision::ImplicitDeny);
    assert_eq!(decision("accounts.google.com", "main"), Decision::ImplicitDeny);
}

#[test]
fn credentials_of_every_kind_survive_being_written_and_read() {
    let claims = [("amr".into(), ContextValue::Many(vec!["mfa".into()]))].into();
    let all = [
        owner(),
        Credentials::key("AKIAIOSFODNN7EXAMPLE"),
        Credentials::Root("111122223333".parse().unwrap()),
        service("sns.amazonaws.com", "arn:aws:sns:us-east-1:111122223333:news"),
        Credentials::Provider(ProviderCredentials { provider: "cognito-identity.amazonaws.com".into(), claims }),
        Credentials::Anonymous,
    ];
    for credentials in all {
        let question = Question::new(credentials, "s3:GetObject", PAYROLL_MAY);
        let text = serde_json::to_string(&question).unwrap();
        assert_eq!(serde_json::from_str::<Question>(&text).unwrap(), question, "{text}");
    }
}

/// Only users have a key for certain; of the others the first station says by what they are known.
#[test]
fn the_first_station_says_by_what_a_caller_is_known() {
    let sandbox = first();
    let detail = |credentials: Credentials, language: Language| {
        let answer = ask(&sandbox, credentials, "s3:GetObject", PAYROLL_MAY);
        explain(&answer, sandbox.world(), language).stations[0].detail.clone()
    };
    let root = || Credentials::Root("111122223333".parse().unwrap());
    assert_eq!(detail(root(), Language::English), "the root user is signed in");
    assert_eq!(detail(root(), Language::Spanish), "el usuario root ha iniciado sesión");
    let sns = service("sns.amazonaws.com", "arn:aws:sns:us-east-1:111122223333:news");
    assert_eq!(detail(sns, Language::English), "sns.amazonaws.com calls in its own name");
    assert_eq!(detail(Credentials::Anonymous, Language::English), "nobody signed the request");
    assert_eq!(detail(Credentials::Key(key(&sandbox, "bob")), Language::English), "bob’s access key is valid");
}

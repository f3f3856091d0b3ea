//! What the lines mean: each is held against a world that is built for it by plain calls.

use iam_sandbox::api::{ApiCall, Credentials, MetadataRequest, Sandbox, Scenario, SignIn, SignInName};
use iam_sandbox::authz::Environment;
use iam_sandbox::cli::{Act, Terminal, script};
use iam_sandbox::lessons::goal::{Goal, Who};
use iam_sandbox::lessons::{Attempt, Evidence, Found, Missing, Status, status};

const PEOPLE: &str = "
aws iam create-user --user-name alice
aws iam create-access-key --user-name alice
aws iam create-user --user-name bob
aws iam create-access-key --user-name bob
aws s3api create-bucket --bucket reports-prod
aws s3api put-object --bucket reports-prod --key q1.csv --content-length 5120
aws s3api create-bucket --bucket payroll
aws iam create-user --user-name erin --profile owner@dev
aws iam create-access-key --user-name erin --profile owner@dev
";

const READ_REPORTS: &str = r#"
aws iam put-user-policy --user-name alice --policy-name Read --policy-document '{"Version":"2012-10-17","Statement":[
  {"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::reports-prod/*"}]}'
"#;

/// A world of two accounts in which the owner has done this.
pub(crate) fn begin(setup: &str) -> Attempt {
    let scenario = r#"{"id":"t","built":"2026-11-20T09:00:00Z","start":"2026-11-21T10:00:00Z","seed":"t","build":[],
        "accounts":[{"id":"111122223333","name":"prod"},{"id":"444455556666","name":"dev"}]}"#;
    let mut scenario = Scenario::parse(scenario).unwrap();
    scenario.build = script::build(&format!("{PEOPLE}{setup}"), &scenario).unwrap();
    Attempt::new(Sandbox::new(scenario))
}

/// Does what the lines say.
pub(crate) fn act(attempt: &mut Attempt, lines: &str) {
    let mut terminal = Terminal::of(&attempt.now);
    for played in script::play(lines, &mut attempt.now, &mut terminal).unwrap() {
        if let Act::Answer { name, value } = played.act {
            attempt.answers.insert(name, value);
        }
    }
}

pub(crate) fn stands(attempt: &Attempt, line: &str) -> Status {
    status(&Goal::parse(line).unwrap(), attempt)
}

#[track_caller]
fn met(attempt: &Attempt, line: &str) {
    assert_eq!(stands(attempt, line), Status::Met, "{line}");
}

#[track_caller]
fn unmet(attempt: &Attempt, line: &str) -> Evidence {
    match stands(attempt, line) {
        Status::NotMet(evidence) => evidence,
        other => panic!("{line}: {other:?}"),
    }
}

#[track_caller]
fn not_yet(attempt: &Attempt, line: &str) -> Missing {
    match stands(attempt, line) {
        Status::NotYet(missing) => missing,
        other => panic!("{line}: {other:?}"),
    }
}

#[test]
fn what_was_asked_is_seen_in_its_order() {
    let mut attempt = begin(READ_REPORTS);
    let both = "saw denied(bob, s3:GetObject, reports-prod/q1.csv) because identity:implicit then allowed(alice, s3:*)";
    assert_eq!(unmet(&attempt, both), Evidence::Seen { n_seen: 0, of: 2, last: None });
    act(&mut attempt, "ask alice s3:GetObject reports-prod/q1.csv\nask bob s3:GetObject reports-prod/q1.csv");
    assert_eq!(unmet(&attempt, both), Evidence::Seen { n_seen: 1, of: 2, last: Some(1) });
    act(&mut attempt, "aws s3api get-object --bucket reports-prod --key q1.csv out --profile alice");
    met(&attempt, both);
    unmet(&attempt, "saw denied(bob, s3:GetObject) because identity:explicit");
    unmet(&attempt, "saw denied(bob, s3:GetObject, payroll/*)");
    unmet(&attempt, "saw allowed(dev/erin, s3:GetObject)");
    met(&attempt, "saw denied(*, s3:GetObject, reports-prod/q?.csv)");
    met(&attempt, "saw GetObject(Bucket=reports-*, Key=q1.csv) by alice");
    unmet(&attempt, "saw GetObject by bob");
    assert_eq!(unmet(&attempt, "never denied(bob, *)"), Evidence::Happened(1));
    met(&attempt, "never denied(alice, *)");
}

#[test]
fn undoing_takes_what_was_seen_away_and_what_was_before_the_start_never_counts() {
    let mut start = begin(READ_REPORTS);
    act(&mut start, "ask alice s3:GetObject reports-prod/q1.csv");
    let mut attempt = Attempt::new(start.now);
    unmet(&attempt, "saw allowed(alice, s3:GetObject)");
    act(&mut attempt, "aws iam create-group --group-name Readers\nask alice s3:GetObject reports-prod/q1.csv");
    met(&attempt, "saw allowed(alice, s3:GetObject)");
    act(&mut attempt, "undo");
    unmet(&attempt, "saw allowed(alice, s3:GetObject)");
}

#[test]
fn can_and_cannot_are_asked_of_the_world_as_it_is() {
    let mut attempt = begin("");
    met(&attempt, "cannot alice s3:GetObject reports-prod/q1.csv because identity:implicit");
    let Evidence::Decided(decided) = unmet(&attempt, "can alice s3:GetObject reports-prod/q1.csv") else { panic!() };
    assert_eq!(&*decided.question.resource, "arn:aws:s3:::reports-prod/q1.csv");
    assert!(!decided.is_only_reason && !decided.answer.is_allowed());
    act(&mut attempt, READ_REPORTS);
    met(&attempt, "can alice s3:GetObject reports-prod/q1.csv because identity:allow");
    met(&attempt, "can alice s3:GetObject reports-prod/not-there-yet");
    unmet(&attempt, "can alice s3:GetObject payroll/may.csv");
    let line = "cannot alice s3:GetObject payroll/may.csv because identity:explicit";
    let Evidence::Decided(decided) = unmet(&attempt, line) else { panic!() };
    assert!(decided.is_only_reason);
    met(&attempt, "cannot alice s3:GetObject payroll/may.csv because implicit");
    unmet(&attempt, "cannot alice s3:GetObject payroll/may.csv because explicit");
    met(&attempt, "cannot anonymous s3:GetObject reports-prod/q1.csv");
    met(&attempt, "can root s3:GetObject reports-prod/q1.csv because root");
    assert_eq!(attempt.steps().len(), 1, "asking leaves no events");
}

#[test]
fn who_or_what_is_not_there_is_not_reachable_yet() {
    let mut attempt = begin("");
    assert_eq!(not_yet(&attempt, "can dave iam:ChangePassword user/dave"), Missing::User("dave".into()));
    assert_eq!(not_yet(&attempt, "can alice s3:GetObject archive/x"), Missing::Resource("archive/x".into()));
    let session = "can session(editor by alice) s3:PutObject reports-prod/x";
    let by = Some(Box::new(Who::User("alice".into())));
    let who = Who::Session { role: "editor".into(), by, policy: None, is_older: false };
    assert_eq!(not_yet(&attempt, session), Missing::Session(Box::new(who)));
    assert_eq!(not_yet(&attempt, "cannot bob sts:AssumeRole role/editor"), Missing::Resource("role/editor".into()));
    assert_eq!(not_yet(&attempt, "can root(test) s3:GetObject reports-prod/x"), Missing::Account("test".into()));
    act(&mut attempt, "aws iam create-user --user-name dave");
    unmet(&attempt, "can dave iam:ChangePassword user/dave");
}

#[test]
fn what_is_about_to_be_made_need_not_be_there() {
    let allow = r#"aws iam put-user-policy --user-name alice --policy-name Make --policy-document '{"Version":"2012-10-17","Statement":[
        {"Effect":"Allow","Action":"iam:CreateRole","Resource":"*"}]}'"#;
    met(&begin(allow), "can alice iam:CreateRole role/new");
}

#[test]
fn circumstances_and_times_are_those_of_the_line() {
    let attempt = begin(
        r#"aws iam put-user-policy --user-name alice --policy-name Read --policy-document '{"Version":"2012-10-17","Statement":[
        {"Effect":"Allow","Action":"s3:*","Resource":"*"},
        {"Effect":"Deny","Action":"*","Resource":"*","Condition":{"NotIpAddress":{"aws:SourceIp":"203.0.113.0/24"},"Bool":{"aws:ViaAWSService":"false"}}},
        {"Effect":"Deny","Action":"*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}},
        {"Effect":"Deny","Action":"*","Resource":"*","Condition":{"DateGreaterThanEquals":{"aws:CurrentTime":"2027-01-01T00:00:00Z"}}},
        {"Effect":"Deny","Action":"s3:DeleteObject","Resource":"*","Condition":{"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"}}}]}'"#,
    );
    let about = |rest: &str| format!("alice s3:GetObject reports-prod/q1.csv {rest}");
    met(&attempt, &format!("can {}", about("[ip=203.0.113.9, tls]")));
    met(&attempt, &format!("cannot {}", about("[ip=198.51.100.7, tls] because identity:explicit")));
    met(&attempt, &format!("cannot {}", about("[no-tls]")));
    met(&attempt, &format!("cannot {}", about("@ 2027-01-01")));
    met(&attempt, &format!("can {}", about("@ 2026-12-31T23:59:59Z")));
    met(&attempt, &format!("cannot {}", about("@ +60d")));
    met(&attempt, &format!("can {}", about("[via=athena, ip=192.0.2.10]")));
    unmet(&attempt, &format!("can {}", about("[ip=192.0.2.10]")));
    met(&attempt, "cannot alice[key] s3:DeleteObject reports-prod/q1.csv because identity:explicit");
    met(&attempt, "cannot alice[console, no-mfa] s3:DeleteObject reports-prod/q1.csv");
    met(&attempt, "can alice[token, mfa] s3:DeleteObject reports-prod/q1.csv");
}

#[test]
fn a_moment_that_has_passed_is_asked_about_by_its_keys() {
    let mut attempt = begin(
        r#"aws iam put-user-policy --user-name alice --policy-name Read --policy-document '{"Version":"2012-10-17","Statement":[
        {"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"DateLessThan":{"aws:CurrentTime":"2026-11-21T11:00:00Z"}}}]}'"#,
    );
    act(&mut attempt, "clock +2h");
    met(&attempt, "cannot alice s3:GetObject reports-prod/q1.csv");
    met(&attempt, "can alice s3:GetObject reports-prod/q1.csv @ +30m");
}

#[test]
fn a_wildcard_in_cannot_means_that_nothing_it_covers_is_allowed() {
    let attempt = begin(READ_REPORTS);
    let Evidence::Decided(decided) = unmet(&attempt, "cannot alice s3:* *") else { panic!() };
    assert!(decided.answer.is_allowed());
    unmet(&attempt, "cannot alice * * because identity:implicit");
    met(&attempt, "cannot alice s3:Delete* *");
    met(&attempt, "cannot bob * * because identity:implicit");
    unmet(&attempt, "can alice s3:* *");
}

const EDITOR: &str = r#"
aws iam create-role --role-name editor --assume-role-policy-document '{"Version":"2012-10-17","Statement":[
  {"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:user/alice"},"Action":"sts:AssumeRole"}]}'
aws iam put-role-policy --role-name editor --policy-name Write --policy-document '{"Version":"2012-10-17","Statement":[
  {"Effect":"Allow","Action":["s3:PutObject","s3:GetObject"],"Resource":"arn:aws:s3:::reports-prod/*"}]}'
"#;

const EDITOR_ARN: &str = "arn:aws:iam::111122223333:role/editor";

#[test]
fn a_session_is_the_one_that_was_made() {
    let mut attempt = begin(EDITOR);
    met(&attempt, "cannot bob sts:AssumeRole role/editor because trust:implicit");
    met(&attempt, "can alice sts:AssumeRole role/editor because trust:allow");
    not_yet(&attempt, "can session(editor by alice) s3:PutObject reports-prod/x");
    act(
        &mut attempt,
        &format!(
            "aws sts assume-role --role-arn {EDITOR_ARN} --role-session-name first --duration-seconds 900 --profile alice"
        ),
    );
    met(&attempt, "can session(editor by alice) s3:PutObject reports-prod/x");
    met(&attempt, "can session(prod/editor/first) s3:PutObject reports-prod/x");
    met(&attempt, "cannot alice s3:PutObject reports-prod/x");
    not_yet(&attempt, "can session(editor by bob) s3:PutObject reports-prod/x");
    not_yet(&attempt, "can session(editor/second) s3:PutObject reports-prod/x");
    met(&attempt, "saw sts:AssumeRole(DurationSeconds=900, RoleArn=*role/editor) by alice");
    met(&attempt, "saw AssumeRole(DurationSeconds<=900)");
    unmet(&attempt, "saw AssumeRole(DurationSeconds>900)");
    met(&attempt, "cannot session(editor/first) s3:PutObject reports-prod/x @ +16m because authentication");
}

#[test]
fn a_session_that_ended_and_a_policy_that_was_narrowed_are_told_apart() {
    let mut attempt = begin(EDITOR);
    act(
        &mut attempt,
        &format!(
            "aws sts assume-role --role-arn {EDITOR_ARN} --role-session-name first --duration-seconds 900 --profile alice
            ask editor/first s3:PutObject reports-prod/x
            clock +16m
            ask editor/first s3:PutObject reports-prod/x"
        ),
    );
    met(
        &attempt,
        "saw allowed(session(editor/first), s3:PutObject) then authfail(session(editor/first), ExpiredToken, s3:PutObject)",
    );
    unmet(&attempt, "saw denied(session(editor/first), s3:PutObject)");
    unmet(&attempt, "saw authfail(*, InvalidClientTokenId)");
    let narrowed = "saw allowed(session(editor/second), s3:PutObject) then changed(role/editor) then denied(session(editor/second), s3:PutObject)";
    act(
        &mut attempt,
        &format!(
            "aws sts assume-role --role-arn {EDITOR_ARN} --role-session-name second --profile alice
            ask editor/second s3:PutObject reports-prod/x
            aws iam create-group --group-name Others"
        ),
    );
    assert_eq!(unmet(&attempt, narrowed), Evidence::Seen { n_seen: 1, of: 3, last: Some(5) });
    act(
        &mut attempt,
        "aws iam delete-role-policy --role-name editor --policy-name Write\nask editor/second s3:PutObject reports-prod/x",
    );
    met(&attempt, narrowed);
    unmet(&attempt, "keep role/editor");
    met(&attempt, "keep trust/editor, user/*");
}

#[test]
fn a_failed_call_is_seen_with_its_error_and_its_request() {
    let mut attempt = begin(EDITOR);
    act(
        &mut attempt,
        &format!(
            "aws sts assume-role --role-arn {EDITOR_ARN} --role-session-name four-hours --duration-seconds 14400 --profile alice
            aws sts assume-role --role-arn {EDITOR_ARN} --role-session-name four-hours --profile root"
        ),
    );
    met(&attempt, "saw error ValidationError(sts:AssumeRole, DurationSeconds=14400) by alice");
    unmet(&attempt, "saw error ValidationError(sts:AssumeRole, DurationSeconds=900)");
    met(&attempt, "saw error AccessDenied(AssumeRole) by root");
    unmet(&attempt, "saw error LimitExceeded");
    unmet(&attempt, "saw AssumeRole");
    met(&attempt, r#"saw error ValidationError(AssumeRole, message="*MaxSessionDuration*")"#);
    unmet(&attempt, r#"saw error AccessDenied(AssumeRole, message="*MaxSessionDuration*")"#);
}

#[test]
fn a_session_policy_limits_and_the_limit_is_named() {
    let mut attempt = begin(EDITOR);
    let policy =
        r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:GetObject","ec2:*"],"Resource":"*"}]}"#;
    act(
        &mut attempt,
        &format!(
            "aws sts assume-role --role-arn {EDITOR_ARN} --role-session-name zoe --policy '{policy}' --profile alice"
        ),
    );
    met(&attempt, "can session(editor/zoe) s3:GetObject reports-prod/q1.csv");
    met(&attempt, "cannot session(editor/zoe) s3:PutObject reports-prod/x because session:implicit");
    met(&attempt, "cannot session(editor/zoe) ec2:DescribeInstances * because identity:implicit");
    met(&attempt, "keep role/editor");
}

#[test]
fn of_two_accounts_the_one_that_alone_says_no_is_named() {
    let mut attempt = begin("");
    let caller = "saw denied(dev/erin, s3:GetObject, reports-prod/q1.csv) because caller-account identity:implicit";
    let owner = "saw denied(dev/erin, s3:GetObject, reports-prod/q1.csv) because resource-account";
    let ask = "ask dev/erin s3:GetObject reports-prod/q1.csv";
    act(&mut attempt, ask);
    unmet(&attempt, caller);
    unmet(&attempt, owner);
    act(
        &mut attempt,
        &format!(
            r#"aws s3api put-bucket-policy --bucket reports-prod --policy '{{"Version":"2012-10-17","Statement":[
            {{"Effect":"Allow","Principal":{{"AWS":"arn:aws:iam::444455556666:user/erin"}},"Action":"s3:GetObject","Resource":"arn:aws:s3:::reports-prod/*"}}]}}'
            {ask}"#
        ),
    );
    met(&attempt, caller);
    unmet(&attempt, owner);
    act(
        &mut attempt,
        &format!(
            r#"aws s3api delete-bucket-policy --bucket reports-prod
            aws iam put-user-policy --profile owner@dev --user-name erin --policy-name Read --policy-document '{{"Version":"2012-10-17","Statement":[
            {{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::reports-prod/*"}}]}}'
            {ask}"#
        ),
    );
    met(&attempt, owner);
}

#[test]
fn a_boundary_and_a_condition_on_it_are_seen() {
    let mut attempt = begin(
        r#"aws iam create-policy --policy-name limit --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}'
        aws iam put-user-permissions-boundary --user-name bob --permissions-boundary arn:aws:iam::111122223333:policy/limit
        aws iam attach-user-policy --user-name bob --policy-arn arn:aws:iam::aws:policy/AdministratorAccess"#,
    );
    met(&attempt, "cannot bob iam:CreateUser * because boundary:implicit");
    met(&attempt, "can bob s3:PutObject reports-prod/x");
    met(&attempt, "state boundary(user/bob) = limit and boundary(user/alice) = {}");
    act(&mut attempt, "ask bob s3:PutObject reports-prod/x aws:RequestTag/project=apollo");
    met(&attempt, "saw allowed(bob, s3:PutObject) [aws:RequestTag/project=ap*]");
    unmet(&attempt, "saw allowed(bob, s3:PutObject) [aws:RequestTag/project=absent]");
    met(&attempt, "saw allowed(bob, s3:PutObject) [aws:RequestTag/team=absent]");
}

#[test]
fn root_users_of_members_are_stopped_by_scps() {
    let mut attempt = Attempt::new(Sandbox::new(Scenario::organization()));
    let member = attempt.now.world().accounts().find(|account| {
        let organization = attempt.now.world().organization_of(account.id);
        organization.is_some_and(|organization| organization.management_account != account.id)
    });
    let name = member.unwrap().name.clone();
    let management = attempt.now.world().organizations().next().unwrap().management_account;
    let root = attempt.now.world().organizations().next().unwrap().root.clone();
    act(
        &mut attempt,
        &format!(
            r#"POLICY=$(aws organizations create-policy --profile owner@{management} --name none --description none --type SERVICE_CONTROL_POLICY --content '{{"Version":"2012-10-17","Statement":[{{"Effect":"Deny","Action":"ec2:RunInstances","Resource":"*"}}]}}' --query Policy.PolicySummary.Id --output text)
            aws organizations attach-policy --profile owner@{management} --policy-id $POLICY --target-id {root}"#
        ),
    );
    met(&attempt, &format!("cannot root({name}) ec2:RunInstances * [region=us-west-2] because scp:explicit"));
    met(&attempt, &format!("can root({management}) ec2:RunInstances *"));
    met(&attempt, "state attached(scp/none) = root");
}

#[test]
fn what_is_counted_of_the_world_compares_as_it_says() {
    let mut attempt = begin(
        r#"aws iam create-group --group-name Staff
        aws iam add-user-to-group --group-name Staff --user-name alice
        aws iam create-policy --policy-name P --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","NotAction":"s3:*","Resource":"*"}]}'
        aws iam attach-group-policy --group-name Staff --policy-arn arn:aws:iam::111122223333:policy/P"#,
    );
    met(&attempt, "state attached(group/Staff) = 1 and attached(group/Staff) = P and attached(user/*) = {}");
    met(&attempt, "state members(group/Staff) = {alice} and groups(user/alice) = {Staff} and groups(user/bob) = {}");
    met(&attempt, "state count(users) = 2 and count(users of dev/user/*) = 1 and count(keys) >= 2");
    met(&attempt, "state versions(policy/P) = 1 and default-version(policy/P) = 1 and exists(policy/Q) = no");
    met(
        &attempt,
        "state count(NotAction of policy/P) = 1 and count(Deny of group/Staff) = 1 and count(Allow of group/Staff) = 0",
    );
    met(&attempt, "state owner(bucket/reports-prod) = prod and public-access(bucket/reports-prod) = no");
    met(&attempt, "state keys(user/alice) = 1 and key-age(user/alice) > 1d and key-age(user/alice) < 2d");
    assert_eq!(unmet(&attempt, "state count(users) = 2 and count(users) < 2"), Evidence::Found(Found::Number(2)));
    assert_eq!(not_yet(&attempt, "state attached(user/zed) = {}"), Missing::Resource("user/zed".into()));
    act(
        &mut attempt,
        "aws iam put-group-policy --group-name Staff --policy-name In --policy-document '{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[\"s3:Get*\",\"s3:PutObject\"],\"Resource\":[\"arn:aws:s3:::reports*\",\"arn:aws:s3:::payroll/*\"]}]}'",
    );
    met(&attempt, "state inline(group/Staff) = {In}");
    assert_eq!(unmet(&attempt, "budget wildcards(Action) <= 0"), Evidence::Found(Found::Number(1)));
    met(&attempt, "budget wildcards(Resource) <= 1");
    unmet(&attempt, "budget wildcards(Resource) <= 0");
    met(&attempt, "budget statements <= 1");
    met(&attempt, "budget not-action <= 0");
}

#[test]
fn passwords_and_the_keys_of_root_are_read() {
    let mut attempt = begin("");
    met(&attempt, "state password-policy.minimum-length = 8 and password-policy.max-age = no");
    met(&attempt, "state login(user/alice) = no and keys(root) = 0");
    act(
        &mut attempt,
        "aws iam update-account-password-policy --minimum-password-length 14 --require-symbols --max-password-age 90 --allow-users-to-change-password --password-reuse-prevention 5
        aws iam create-login-profile --user-name alice --password Long-Enough-2026
        aws iam create-access-key --profile root",
    );
    met(&attempt, "state password-policy.minimum-length >= 14 and password-policy.max-age <= 90d");
    met(&attempt, "state password-policy.symbol = yes and password-policy.uppercase = no");
    met(&attempt, "state password-policy.change = yes and password-policy.reuse = 5");
    met(&attempt, "state login(user/alice) = yes and login(user/bob) = no and keys(root) = 1 and keys(root(dev)) = 0");
}

#[test]
fn devices_and_sessions_with_a_second_factor_are_told_apart() {
    let mut attempt = begin(
        "aws iam create-virtual-mfa-device --virtual-mfa-device-name phone --outfile q --bootstrap-method Base32StringSeed
        FIRST=$(code phone previous)
        SECOND=$(code phone)
        aws iam enable-mfa-device --user-name alice --serial-number arn:aws:iam::111122223333:mfa/phone --authentication-code1 $FIRST --authentication-code2 $SECOND",
    );
    met(&attempt, "state mfa(user/alice) = 1 and mfa(user/bob) = 0 and mfa(root) = 0");
    act(&mut attempt, "aws sts get-session-token --profile alice\nask alice/token s3:GetObject reports-prod/q1.csv");
    met(&attempt, "saw denied(token(alice), s3:GetObject)");
    unmet(&attempt, "saw denied(token(alice, mfa), s3:GetObject)");
    act(
        &mut attempt,
        "CODE=$(code phone)
        aws sts get-session-token --serial-number arn:aws:iam::111122223333:mfa/phone --token-code $CODE --profile alice
        ask alice/token s3:GetObject reports-prod/q1.csv",
    );
    met(&attempt, "saw denied(token(alice, mfa), s3:GetObject) [mfa]");
}

#[test]
fn what_an_instance_asks_and_gets_is_seen() {
    let mut attempt = begin(
        r#"aws iam create-role --role-name app --assume-role-policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}'
        aws iam create-instance-profile --instance-profile-name app
        aws iam add-role-to-instance-profile --instance-profile-name app --role-name app"#,
    );
    met(&attempt, "state exists(instance/web) = no");
    act(
        &mut attempt,
        "aws ec2 run-instances --image-id ami-0abcdef1234567890 --iam-instance-profile Name=app --metadata-options HttpTokens=required --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=web}]'",
    );
    met(&attempt, "state exists(instance/web) = yes and token-required(instance/*) = yes");
    met(&attempt, "cannot session(app by service(ec2.amazonaws.com)) s3:GetObject reports-prod/q1.csv");
    not_yet(&attempt, "can session(app by service(lambda.amazonaws.com)) s3:GetObject reports-prod/q1.csv");
    let instance = attempt.now.world().instances().next().unwrap().id.clone();
    let path = "/latest/meta-data/iam/security-credentials/app";
    attempt.now.metadata(&instance, MetadataRequest::get(path));
    met(&attempt, "saw error 401(imds:GetCredentials)");
    unmet(&attempt, "saw imds:PutToken then imds:GetCredentials");
    let token = attempt.now.metadata(&instance, MetadataRequest::put_token(60)).body;
    attempt.now.metadata(&instance, MetadataRequest::get_with_token(path, &token));
    met(&attempt, "saw imds:PutToken then imds:GetCredentials(path=*/security-credentials/app)");
    met(&attempt, &format!("saw imds:GetCredentials(instance={instance})"));
    unmet(&attempt, "saw imds:GetCredentials(instance=i-none)");
}

/// Puts an application in its place that reads a report every minute.
fn deploy(attempt: &mut Attempt, settings: serde_json::Value) {
    let mut input = serde_json::json!({
        "EverySeconds": 60,
        "Calls": [{ "Operation": "s3:GetObject", "Input": { "Bucket": "reports-prod", "Key": "q1.csv" } }],
    });
    input.as_object_mut().unwrap().extend(settings.as_object().unwrap().clone());
    let credentials = Credentials::Owner("111122223333".parse().unwrap());
    let call = ApiCall {
        credentials,
        operation: "sandbox:DeployApplication".into(),
        input,
        environment: Environment::default(),
    };
    assert_eq!(attempt.now.call(call).error(), None);
}

#[test]
fn what_applications_call_by_their_schedule_is_seen() {
    let mut attempt = begin(
        r#"aws iam create-role --role-name app --assume-role-policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}'
        aws iam put-role-policy --role-name app --policy-name Read --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::reports-prod/*"}]}'
        aws iam create-instance-profile --instance-profile-name app
        aws iam add-role-to-instance-profile --instance-profile-name app --role-name app
        aws ec2 run-instances --image-id ami-0abcdef1234567890 --iam-instance-profile Name=app"#,
    );
    assert_eq!(
        not_yet(&attempt, "can app(reader) s3:GetObject reports-prod/q1.csv"),
        Missing::Resource("reader".into())
    );
    act(&mut attempt, "clock +1m");
    let instance = attempt.now.world().instances().next().unwrap().clone();
    let copied = instance.credentials.unwrap().access_key_id;
    deploy(&mut attempt, serde_json::json!({ "Name": "reader", "InstanceId": instance.id }));
    deploy(&mut attempt, serde_json::json!({ "Name": "copy", "AccessKeyId": copied }));
    unmet(&attempt, "saw allowed(app(reader), s3:GetObject)");
    act(&mut attempt, "clock +5m");
    met(&attempt, "saw allowed(app(reader), s3:GetObject, reports-prod/q1.csv)");
    met(&attempt, "never denied(app(*), *)");
    met(&attempt, "can app(reader) s3:GetObject reports-prod/q1.csv @ +24h");
    met(&attempt, "cannot app(copy) s3:GetObject reports-prod/q1.csv @ +24h");
    met(&attempt, "state stored-keys(instance/*) = 0");
    act(&mut attempt, "clock +24h");
    met(&attempt, "saw authfail(app(copy), ExpiredToken)");
    met(&attempt, "never authfail(app(reader))");
    act(&mut attempt, "aws iam delete-role-policy --role-name app --policy-name Read\nclock +3m");
    met(&attempt, "saw denied(app(reader), s3:GetObject) because identity:implicit");
    unmet(&attempt, "budget denied(app(reader)) <= 2");
}

#[test]
fn signing_in_is_seen_with_how_it_ended() {
    let mut attempt = begin("");
    let sign_in = |attempt: &mut Attempt, name: SignInName, password: &str| {
        let environment = Environment::default();
        let asked = SignIn { name, password: password.into(), mfa_code: None, new_password: None, environment };
        attempt.now.sign_in(asked);
    };
    let alice = || SignInName::User { account: "111122223333".into(), user: "alice".into() };
    sign_in(&mut attempt, alice(), "anything");
    met(&attempt, "saw signin(alice) failed NoLoginProfile");
    unmet(&attempt, "saw signin(alice) failed NoLoginProfile then signin(alice) ok");
    act(&mut attempt, "aws iam create-login-profile --user-name alice --password Long-Enough-2026");
    sign_in(&mut attempt, alice(), "another");
    met(&attempt, "saw signin(alice) failed WrongPassword");
    unmet(&attempt, "saw signin(*) ok");
    sign_in(&mut attempt, alice(), "Long-Enough-2026");
    met(&attempt, "saw signin(alice) failed NoLoginProfile then signin(alice) ok");
    unmet(&attempt, "saw signin(bob) ok");
    unmet(&attempt, "saw signin(root) failed");
    sign_in(&mut attempt, SignInName::Root { email: "prod@example.com".into() }, "no");
    met(&attempt, "saw signin(root) failed WrongPassword");
    unmet(&attempt, "saw signin(root(dev)) failed");
    act(&mut attempt, "signin root\nask root/console s3:GetObject reports-prod/q1.csv");
    met(&attempt, "saw signin(root) ok then allowed(root, s3:GetObject) because root");
    unmet(&attempt, "saw allowed(root(dev), s3:GetObject)");
}

#[test]
fn what_was_done_is_counted() {
    let mut attempt = begin("");
    act(&mut attempt, "ask bob s3:GetObject reports-prod/q1.csv\nclock +2m\naws iam create-group --group-name A");
    met(&attempt, "budget calls <= 2");
    unmet(&attempt, "budget calls <= 1");
    met(&attempt, "budget failed-calls <= 1");
    unmet(&attempt, "budget failed-calls <= 0");
    met(&attempt, "budget minutes <= 3");
    unmet(&attempt, "budget minutes <= 2");
    met(&attempt, "budget denied(alice) <= 0");
    unmet(&attempt, "budget denied(bob) <= 0");
}

#[test]
fn things_are_kept_or_not() {
    let mut attempt = begin(
        r#"aws iam create-policy --policy-name P --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:*","Resource":"*"}]}'"#,
    );
    met(&attempt, "keep policy/P, bucket/reports-prod, bucket-policy/reports-prod");
    act(
        &mut attempt,
        r#"aws iam create-policy-version --policy-arn arn:aws:iam::111122223333:policy/P --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:PutObject","Resource":"*"}]}'"#,
    );
    let Evidence::Changed(thing) = unmet(&attempt, "keep bucket/payroll, policy/P") else { panic!() };
    assert_eq!(thing.to_string(), "policy/P");
}

#[test]
fn answers_are_right_or_not() {
    let mut attempt = begin("");
    assert_eq!(unmet(&attempt, "answer station = identity"), Evidence::Answered(None));
    act(&mut attempt, "answer station deny\nanswer p.1 yes\nanswer p.2 no");
    assert_eq!(unmet(&attempt, "answer station = identity"), Evidence::Answered(Some("deny".into())));
    attempt.key = [("p.1".into(), "yes".into()), ("p.2".into(), "yes".into())].into();
    assert_eq!(unmet(&attempt, "answer p >= 2/2"), Evidence::Right(1));
    met(&attempt, "answer p >= 1/2");
}

#[test]
fn an_answer_counts_after_what_it_is_about() {
    let mut attempt = begin(READ_REPORTS);
    let line = "answer who = alice after allowed(alice, s3:GetObject) and denied(bob, s3:GetObject)";
    act(&mut attempt, "answer who alice\nask bob s3:GetObject reports-prod/q1.csv");
    assert_eq!(unmet(&attempt, line), Evidence::Seen { n_seen: 1, of: 2, last: None });
    act(&mut attempt, "ask alice s3:GetObject reports-prod/q1.csv");
    met(&attempt, line);
    act(&mut attempt, "answer who bob");
    assert_eq!(unmet(&attempt, line), Evidence::Answered(Some("bob".into())));
}

#[test]
fn several_answers_are_right_together_and_in_any_order() {
    let mut attempt = begin("");
    let line = "answer alive = {a, b}";
    assert_eq!(unmet(&attempt, line), Evidence::Answered(None));
    act(&mut attempt, "answer alive a");
    unmet(&attempt, line);
    act(&mut attempt, "answer alive b,a");
    met(&attempt, line);
    act(&mut attempt, "answer alive a,b,c");
    unmet(&attempt, line);
}

/// alice may do all, and so may the roles ops and deployer, which trust the account.
const OPS: &str = r#"
aws iam put-user-policy --user-name alice --policy-name All --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}'
aws iam create-role --role-name ops --assume-role-policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"}]}'
aws iam put-role-policy --role-name ops --policy-name All --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}'
aws iam create-role --role-name deployer --assume-role-policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"}]}'
aws iam put-role-policy --role-name deployer --policy-name Read --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:GetObject","s3:PutObject"],"Resource":"arn:aws:s3:::reports-prod/*"}]}'
"#;

const ASSUME_OPS: &str =
    "aws sts assume-role --role-arn arn:aws:iam::111122223333:role/ops --role-session-name night --profile alice";

const DENY_ALL: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}"#;

/// A world to which somebody comes after this happened.
fn come_after(setup: &str, history: &str) -> Attempt {
    let mut scenario = begin(setup).start.scenario().clone();
    scenario.history = script::history(history, &scenario).unwrap();
    Attempt::new(Sandbox::new(scenario))
}

#[test]
fn what_happened_before_stays_and_is_not_taken_back() {
    let mut attempt = come_after(OPS, &format!("{ASSUME_OPS}\nclock +1h\nsignin bob"));
    assert_eq!(attempt.start.n_before(), 3);
    assert!(attempt.steps().is_empty());
    assert!(!attempt.now.can_undo() && !attempt.now.undo());
    assert_eq!(attempt.now.steps().len(), 3);
    unmet(&attempt, "saw AssumeRole by alice");
    act(&mut attempt, "aws iam create-group --group-name g");
    assert!(attempt.now.undo() && attempt.now.redo() && attempt.now.undo() && !attempt.now.undo());
    let save = attempt.now.save(serde_json::Value::Null);
    assert!(save.events.is_empty());
    let opened = Sandbox::open(&save);
    assert_eq!((opened.steps().len(), opened.n_before(), opened.now()), (3, 3, attempt.start.now()));
}

#[test]
fn a_history_is_what_happens() {
    let scenario = begin(OPS).start.scenario().clone();
    assert!(matches!(script::history("undo", &scenario), Err(script::BuildError::NotAnEvent(_))));
    assert!(matches!(script::history("answer x y", &scenario), Err(script::BuildError::NotAnEvent(_))));
    assert!(matches!(script::history("nothing", &scenario), Err(script::BuildError::Line(_))));
    assert_eq!(script::history("ask bob s3:GetObject reports-prod/q1.csv", &scenario).unwrap().len(), 1);
}

#[test]
fn an_older_session_is_one_of_the_start() {
    let mut attempt = come_after(OPS, &format!("{ASSUME_OPS}\nclock +30m"));
    act(&mut attempt, ASSUME_OPS);
    act(
        &mut attempt,
        &format!(
            "aws iam put-role-policy --role-name ops --policy-name Old --policy-document '{}'",
            r#"{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"DateLessThan":{"aws:TokenIssueTime":"2026-11-21T10:20:00Z"}}}]}"#
        ),
    );
    met(&attempt, "cannot session(ops, older) s3:GetObject reports-prod/q1.csv because identity:explicit");
    met(&attempt, "can session(ops) s3:GetObject reports-prod/q1.csv");
    act(&mut attempt, "ask ops/night s3:GetObject reports-prod/q1.csv");
    met(&attempt, "never allowed(session(ops, older), s3:GetObject)");
    unmet(&attempt, "never allowed(session(ops), s3:GetObject)");
}

#[test]
fn descendants_come_from_the_keys_of_the_start_to_any_depth() {
    let chained = "aws sts assume-role --role-arn arn:aws:iam::111122223333:role/deployer --role-session-name far --profile ops/night";
    let mut attempt = come_after(OPS, &format!("{ASSUME_OPS}\n{chained}\n"));
    let line = "cannot descendants(alice) * *";
    unmet(&attempt, line);
    act(
        &mut attempt,
        &format!("aws iam put-role-policy --role-name ops --policy-name No --policy-document '{DENY_ALL}'"),
    );
    unmet(&attempt, line);
    act(
        &mut attempt,
        &format!("aws iam put-role-policy --role-name deployer --policy-name No --policy-document '{DENY_ALL}'"),
    );
    met(&attempt, line);
    met(&attempt, "cannot descendants(bob) * *");
    // A session of a key that alice got later is none of them.
    act(&mut attempt, "aws iam delete-role-policy --role-name ops --policy-name No");
    unmet(&attempt, line);
    let mut later = come_after(OPS, "clock +1h");
    let lines = "OLD=$(aws iam list-access-keys --user-name alice --query AccessKeyMetadata[0].AccessKeyId --output text)\naws iam delete-access-key --user-name alice --access-key-id $OLD\naws iam create-access-key --user-name alice";
    act(&mut later, &format!("{lines}\n{ASSUME_OPS}"));
    met(&later, line);
}

#[test]
fn what_a_role_may_do_and_never_did_is_counted() {
    let mut attempt = come_after(
        OPS,
        "aws sts assume-role --role-arn arn:aws:iam::111122223333:role/deployer --role-session-name ci --profile alice\naws s3api get-object --bucket reports-prod --key q1.csv out --profile deployer/ci",
    );
    assert_eq!(unmet(&attempt, "budget unused-actions(session(deployer)) <= 0"), Evidence::Found(Found::Number(1)));
    act(
        &mut attempt,
        "aws s3api put-object --bucket reports-prod --key q2.csv --content-length 5 --profile deployer/ci",
    );
    met(&attempt, "budget unused-actions(session(deployer)) <= 0");
}

#[test]
fn of_several_promises_each_is_held_and_the_first_that_is_broken_shows() {
    let attempt = begin(READ_REPORTS);
    met(&attempt, "can alice s3:GetObject reports-prod/q1.csv also cannot alice s3:GetObject payroll/may.csv");
    let line = "can alice s3:GetObject reports-prod/q1.csv also can bob s3:GetObject reports-prod/q1.csv also cannot alice s3:GetObject reports-prod/q1.csv";
    let Evidence::Decided(decided) = unmet(&attempt, line) else { panic!() };
    assert!(!decided.answer.is_allowed(), "bob's comes before what is allowed and should not be");
    not_yet(&attempt, "can alice s3:GetObject reports-prod/q1.csv also can dave s3:GetObject reports-prod/q1.csv");
}

#[test]
fn a_fresh_session_is_made_for_the_question() {
    let mut attempt = begin(EDITOR);
    let line = "can fresh(editor) s3:PutObject reports-prod/x";
    met(&attempt, line);
    not_yet(&attempt, "can fresh(reader) s3:PutObject reports-prod/x");
    let before = r#"aws iam put-role-policy --role-name editor --policy-name Old --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"DateLessThan":{"aws:TokenIssueTime":"2026-11-21T10:00:00Z"}}}]}'"#;
    act(&mut attempt, before);
    met(&attempt, line);
    act(&mut attempt, &before.replace("DateLessThan", "DateGreaterThan"));
    unmet(&attempt, line);
    assert_eq!(attempt.now.world().sessions().count(), 0, "nothing of it stays");
}

#[test]
fn instances_of_a_role_are_counted_until_they_are_terminated() {
    let machines = r#"
aws iam create-role --role-name ops --assume-role-policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}'
aws iam create-instance-profile --instance-profile-name strong
aws iam add-role-to-instance-profile --instance-profile-name strong --role-name ops
"#;
    let mut attempt = begin(machines);
    let line = "state count(instances of role/ops) = 0";
    met(&attempt, line);
    act(
        &mut attempt,
        "PLAIN=$(aws ec2 run-instances --image-id ami-0abcdef1234567890 --query Instances[0].InstanceId --output text)\nSTRONG=$(aws ec2 run-instances --image-id ami-0abcdef1234567890 --iam-instance-profile Name=strong --query Instances[0].InstanceId --output text)\naws ec2 terminate-instances --instance-ids $PLAIN",
    );
    assert_eq!(unmet(&attempt, line), Evidence::Found(Found::Number(1)));
    met(&attempt, "state count(instances) = 1");
    act(
        &mut attempt,
        "STRONG=$(aws ec2 describe-instances --filters Name=instance-state-name,Values=running --query Reservations[0].Instances[0].InstanceId --output text)\naws ec2 terminate-instances --instance-ids $STRONG",
    );
    met(&attempt, line);
}

#[test]
fn recorded_is_what_a_trail_was_told_to_record() {
    let trail = r#"
aws s3api create-bucket --bucket logs
aws s3api put-bucket-policy --bucket logs --policy '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":["s3:GetBucketAcl","s3:PutObject"],"Resource":["arn:aws:s3:::logs","arn:aws:s3:::logs/*"]}]}'
aws cloudtrail create-trail --name all --s3-bucket-name logs --is-multi-region-trail
aws cloudtrail start-logging --name all
"#;
    let mut attempt = begin(&format!("{READ_REPORTS}{trail}"));
    let line = "saw recorded(alice, s3:GetObject, reports-prod/*)";
    let read = "aws s3api get-object --bucket reports-prod --key q1.csv out --profile alice";
    let select = |kind: &str, values: &str| {
        let data = format!(r#"[{{"Type":"AWS::S3::Object","Values":["{values}"]}}]"#);
        let selectors =
            format!(r#"[{{"ReadWriteType":"{kind}","IncludeManagementEvents":true,"DataResources":{data}}}]"#);
        format!("aws cloudtrail put-event-selectors --trail-name all --event-selectors '{selectors}'\n{read}")
    };
    act(&mut attempt, &format!("{read}\naws iam list-users --profile alice"));
    unmet(&attempt, line);
    met(&attempt, "saw recorded(alice, iam:ListUsers)");
    act(&mut attempt, &select("All", "arn:aws:s3:::payroll/"));
    act(&mut attempt, &select("WriteOnly", "arn:aws:s3:::reports-prod/"));
    unmet(&attempt, line);
    act(&mut attempt, &select("ReadOnly", "arn:aws:s3:::reports-prod/"));
    met(&attempt, line);
    unmet(&attempt, "saw recorded(bob, s3:GetObject)");
}

#[test]
fn the_same_request_is_answered_otherwise_though_nothing_was_changed() {
    let line = "saw denied(bob, s3:GetObject) then allowed(bob, s3:GetObject) without changed(*)";
    let grant = r#"aws iam put-user-policy --user-name bob --policy-name Read --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}'"#;
    let ask = "ask bob s3:GetObject reports-prod/q1.csv";
    let mut attempt = begin("");
    act(&mut attempt, &format!("{ask}\n{grant}\n{ask}"));
    assert_eq!(unmet(&attempt, line), Evidence::Seen { n_seen: 1, of: 2, last: Some(0) });
    let mut attempt = begin("");
    act(&mut attempt, &format!("propagation 30s\n{grant}\n{ask}\nclock +30s\n{ask}"));
    met(&attempt, line);
    let mut attempt = begin("");
    act(&mut attempt, &format!("propagation 30s\n{grant}\n{ask}\npropagation 0s\n{ask}"));
    assert_eq!(unmet(&attempt, line), Evidence::Seen { n_seen: 1, of: 2, last: Some(2) }, "that is no waiting");
}

#[test]
fn what_is_asked_of_now_is_asked_of_what_is_seen() {
    let grant = r#"aws iam put-user-policy --user-name bob --policy-name Read --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}'"#;
    let line = "can bob s3:GetObject reports-prod/q1.csv";
    let mut attempt = begin("");
    act(&mut attempt, &format!("propagation 30s\n{grant}"));
    let Evidence::Decided(decided) = unmet(&attempt, line) else { panic!() };
    assert!(decided.answer.settling.is_some_and(|settling| settling.is_allowed));
    met(&attempt, &format!("{line} @ +1d"));
    act(&mut attempt, "clock +30s");
    met(&attempt, line);
}

#[test]
fn what_is_allowed_shows_more_than_what_is_denied_for_another_reason() {
    let attempt = begin(READ_REPORTS);
    let Evidence::Decided(decided) = unmet(&attempt, "cannot alice * * because identity:explicit") else { panic!() };
    assert!(decided.answer.is_allowed() && !decided.is_only_reason);
    let Evidence::Decided(decided) = unmet(&attempt, "cannot bob * * because identity:explicit") else { panic!() };
    assert!(decided.is_only_reason);
}

#[test]
fn somebody_at_the_console_needs_no_password_to_be_asked_about() {
    let attempt = begin(
        r#"aws iam put-user-policy --user-name bob --policy-name Mfa --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:ListUsers","Resource":"*"},{"Effect":"Allow","Action":"s3:ListAllMyBuckets","Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}]}'"#,
    );
    met(&attempt, "can bob[console] iam:ListUsers *");
    met(&attempt, "cannot bob[console] s3:ListAllMyBuckets *");
    met(&attempt, "can bob[console, mfa] s3:ListAllMyBuckets *");
    assert_eq!(attempt.now.steps().len(), 0);
}

#[test]
fn service_linked_roles_and_instances() {
    let mut attempt = begin(
        "aws iam create-service-linked-role --aws-service-name autoscaling.amazonaws.com\naws ec2 run-instances --image-id ami-0abcdef1234567890 --instance-type t3.micro --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=web}]'",
    );
    met(&attempt, "can slr(AWSServiceRoleForAutoScaling) ec2:RunInstances *");
    met(&attempt, "cannot slr(AWSServiceRoleForAutoScaling) iam:CreateUser *");
    met(&attempt, "keep instance/web");
    act(&mut attempt, "clock +1h");
    met(&attempt, "keep instance/web");
    act(
        &mut attempt,
        "ID=$(aws ec2 describe-instances --query Reservations[0].Instances[0].InstanceId --output text)\naws ec2 modify-instance-metadata-options --instance-id $ID --http-tokens optional",
    );
    unmet(&attempt, "keep instance/web");
}

/// The EC2 user guide, "Stop and start Amazon EC2 instances": what was in memory is lost.
#[test]
fn an_application_has_new_credentials_after_its_instance_was_stopped() {
    let machine = r#"
aws iam create-role --role-name web-app --assume-role-policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}'
aws iam put-role-policy --role-name web-app --policy-name Read --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}'
aws iam create-instance-profile --instance-profile-name web-app
aws iam add-role-to-instance-profile --instance-profile-name web-app --role-name web-app
aws ec2 run-instances --image-id ami-0abcdef1234567890 --instance-type t3.micro --iam-instance-profile Name=web-app
"#;
    let mut attempt = begin(machine);
    act(
        &mut attempt,
        "ID=$(aws ec2 describe-instances --query Reservations[0].Instances[0].InstanceId --output text)\ndeploy web --on $ID --every 1m 'aws s3api get-object --bucket reports-prod --key q1.csv out'\nclock +2m\nrevoke web-app\nclock +2m",
    );
    unmet(&attempt, "can app(web) s3:GetObject reports-prod/q1.csv");
    act(
        &mut attempt,
        "ID=$(aws ec2 describe-instances --query Reservations[0].Instances[0].InstanceId --output text)\naws ec2 stop-instances --instance-ids $ID\naws ec2 start-instances --instance-ids $ID\nclock +2m",
    );
    met(&attempt, "can app(web) s3:GetObject reports-prod/q1.csv");
    met(&attempt, "saw denied(app(web), s3:GetObject) then allowed(app(web), s3:GetObject)");
}

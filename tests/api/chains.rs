//! What goes along with a session, from the call that makes it through a chain of roles: tags, source identity,
//! codes of devices; and what "Revoke active sessions" does to it.
//!
//! From the IAM user guide: "Pass session tags in AWS STS" (Things to know, Chaining roles with session tags),
//! "Monitor and control actions taken with assumed roles", "Secure API access with MFA", "Revoke IAM role temporary
//! security credentials", "Compare AWS STS credentials".

use super::{call, error, first, key};
use iam_sandbox::api::{Answer, ApiCall, Credentials, Outcome, Question, Sandbox};
use iam_sandbox::cli::{Terminal, script};
use iam_sandbox::eval::{ContextValue, DecidedBy, Decision, PolicyLayer};
use serde_json::{Value, json};

const ANA_DEVICE: &str = "arn:aws:iam::111122223333:mfa/ana";

/// ana and beto may ask for roles, beto only for the plain permission; ana has a device.
const WORLD: &str = r#"
aws iam create-user --user-name ana
aws iam create-access-key --user-name ana
aws iam put-user-policy --user-name ana --policy-name sts --policy-document '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":["sts:*","iam:ListUsers"],"Resource":"*"}}'
aws iam create-user --user-name beto
aws iam create-access-key --user-name beto
aws iam put-user-policy --user-name beto --policy-name sts --policy-document '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*"}}'
aws iam create-role --role-name first --assume-role-policy-document '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":["sts:AssumeRole","sts:TagSession","sts:SetSourceIdentity"]}}' --tags Key=Team,Value=platform Key=Stage,Value=prod
aws iam put-role-policy --role-name first --policy-name sts --policy-document '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:*","Resource":"*"}}'
aws iam create-role --role-name second --assume-role-policy-document '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":["sts:AssumeRole","sts:TagSession","sts:SetSourceIdentity"]}}' --tags Key=project,Value=other
aws iam put-role-policy --role-name second --policy-name sts --policy-document '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:*","Resource":"*"}}'
aws iam create-role --role-name plain --assume-role-policy-document '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"}}'
aws iam create-role --role-name with-mfa --assume-role-policy-document '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}}'
aws iam create-virtual-mfa-device --virtual-mfa-device-name ana --outfile q --bootstrap-method QRCodePNG
ONE=$(code ana previous)
TWO=$(code ana)
aws iam enable-mfa-device --user-name ana --serial-number arn:aws:iam::111122223333:mfa/ana --authentication-code1 $ONE --authentication-code2 $TWO
clock +1m
"#;

fn world() -> Sandbox {
    let mut sandbox = first();
    let mut terminal = Terminal::of(&sandbox);
    let played = script::play(WORLD, &mut sandbox, &mut terminal).unwrap();
    assert!(played.iter().all(|played| played.error.is_none()), "{played:?}");
    sandbox
}

fn user(sandbox: &Sandbox, name: &str) -> Credentials {
    Credentials::Key(key(sandbox, name))
}

fn assume(sandbox: &mut Sandbox, caller: &Credentials, role: &str, more: Value) -> Answer {
    let arn = format!("arn:aws:iam::111122223333:role/{role}");
    let mut input = json!({ "RoleArn": arn, "RoleSessionName": "session" });
    input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    call(sandbox, caller.clone(), "sts:AssumeRole", input)
}

#[track_caller]
fn output(answer: &Answer) -> &Value {
    match &answer.outcome {
        Outcome::Done(output) => output,
        outcome => panic!("{outcome:?}"),
    }
}

#[track_caller]
fn session(sandbox: &mut Sandbox, caller: &Credentials, role: &str, more: Value) -> Credentials {
    let answer = assume(sandbox, caller, role, more);
    Credentials::key(output(&answer)["Credentials"]["AccessKeyId"].as_str().unwrap())
}

/// The value of a condition key of a request that is signed with these credentials.
fn value(sandbox: &Sandbox, credentials: &Credentials, key: &str) -> Option<String> {
    let answer = sandbox.preview(&Question::new(credentials.clone(), "s3:GetObject", "arn:aws:s3:::payroll/may.csv"));
    match answer.deciding_check().unwrap().request.context.get(key)? {
        ContextValue::One(value) => Some(value.to_string()),
        other => panic!("{key}: {other:?}"),
    }
}

#[track_caller]
fn assert_refused(answer: &Answer, code: &str, words: &str) {
    let (found, _, message) = error(answer);
    assert_eq!(found, code, "{message}");
    assert!(message.contains(words), "{message}");
}

fn tag(key: &str, value: &str) -> Value {
    json!({ "Key": key, "Value": value })
}

/// Rule F-17: a session tag replaces the role's tag of the same key in any case; the others stay.
#[test]
fn session_tags_go_over_the_tags_of_the_role() {
    let mut sandbox = world();
    let ana = user(&sandbox, "ana");
    let made =
        session(&mut sandbox, &ana, "first", json!({ "Tags": [tag("team", "operations"), tag("Shift", "night")] }));
    assert_eq!(value(&sandbox, &made, "aws:principaltag/team").as_deref(), Some("operations"));
    assert_eq!(value(&sandbox, &made, "aws:principaltag/stage").as_deref(), Some("prod"));
    assert_eq!(value(&sandbox, &made, "aws:principaltag/shift").as_deref(), Some("night"));
}

/// Rule F-12: both the caller's policies and the trust policy must allow sts:TagSession.
#[test]
fn tagging_a_session_takes_a_permission_on_both_sides() {
    let mut sandbox = world();
    let (ana, beto) = (user(&sandbox, "ana"), user(&sandbox, "beto"));
    let tags = json!({ "Tags": [tag("Team", "operations")] });
    let refused = assume(&mut sandbox, &ana, "plain", tags.clone());
    assert_refused(
        &refused,
        "AccessDenied",
        "is not authorized to perform: sts:TagSession on resource: arn:aws:iam::111122223333:role/plain because no role trust policy allows",
    );
    let refused = assume(&mut sandbox, &beto, "first", tags);
    assert_refused(
        &refused,
        "AccessDenied",
        "sts:TagSession on resource: arn:aws:iam::111122223333:role/first because no identity-based policy allows",
    );
    output(&assume(&mut sandbox, &beto, "first", json!({})));
}

/// Conditions of the trust policy see what is passed (rule F-14).
#[test]
fn a_trust_policy_can_demand_tags() {
    let mut sandbox = world();
    let ana = user(&sandbox, "ana");
    let refused = assume(
        &mut sandbox,
        &ana,
        "first",
        json!({ "Tags": [tag("Project", "Automation")], "TransitiveTagKeys": ["Project"] }),
    );
    let check = refused.checks.iter().find(|check| &*check.request.action.to_string() == "sts:TagSession").unwrap();
    let of = |key: &str| check.request.context.get(key).cloned();
    assert_eq!(of("aws:requesttag/project"), Some(ContextValue::One("Automation".into())));
    assert_eq!(of("aws:tagkeys"), Some(ContextValue::Many(vec!["Project".into()])));
    assert_eq!(of("sts:transitivetagkeys"), Some(ContextValue::Many(vec!["Project".into()])));
}

/// Rule F-18.
#[test]
fn only_transitive_tags_go_on_and_nothing_changes_them() {
    let mut sandbox = world();
    let ana = user(&sandbox, "ana");
    let tags = json!({
        "Tags": [tag("Project", "Automation"), tag("CostCenter", "12345")], "TransitiveTagKeys": ["project"],
    });
    let one = session(&mut sandbox, &ana, "first", tags);
    let two = session(&mut sandbox, &one, "second", json!({}));
    // It also goes over the like-named tag of the second role.
    assert_eq!(value(&sandbox, &two, "aws:principaltag/project").as_deref(), Some("Automation"));
    assert_eq!(value(&sandbox, &two, "aws:principaltag/costcenter"), None);
    let three = session(&mut sandbox, &two, "first", json!({}));
    assert_eq!(value(&sandbox, &three, "aws:principaltag/project").as_deref(), Some("Automation"));
    for value in ["Automation", "Other"] {
        let refused = assume(&mut sandbox, &one, "second", json!({ "Tags": [tag("PROJECT", value)] }));
        assert_refused(&refused, "InvalidParameterValue", "conflicts with a transitive tag key");
    }
    // What goes on is passed, so the next role must allow that.
    assert_refused(&assume(&mut sandbox, &one, "plain", json!({})), "AccessDenied", "sts:TagSession");
    let other = session(&mut sandbox, &ana, "first", json!({ "Tags": [tag("Project", "Automation")] }));
    session(&mut sandbox, &other, "plain", json!({}));
}

#[test]
fn tags_that_are_none_are_refused() {
    let mut sandbox = world();
    let ana = user(&sandbox, "ana");
    let mut refused = |more: Value| error(&assume(&mut sandbox, &ana, "first", more)).0;
    assert_eq!(refused(json!({ "Tags": [tag("a", "1"), tag("A", "2")] })), "InvalidParameterValue");
    assert_eq!(refused(json!({ "Tags": [tag("aws:x", "1")] })), "InvalidParameterValue");
    assert_eq!(refused(json!({ "Tags": [tag("a", "1")], "TransitiveTagKeys": ["b"] })), "InvalidParameterValue");
    let many: Vec<Value> = (0..51).map(|number| tag(&number.to_string(), "")).collect();
    assert_eq!(refused(json!({ "Tags": many })), "ValidationError");
    let long: Vec<Value> = (0..9).map(|number| tag(&number.to_string(), &"x".repeat(256))).collect();
    assert_eq!(refused(json!({ "Tags": long })), "PackedPolicyTooLarge");
}

/// The API reference on AssumeRole: the size is told where policies or tags were passed.
#[test]
fn a_reply_tells_how_much_was_packed() {
    let mut sandbox = world();
    let ana = user(&sandbox, "ana");
    let plain = assume(&mut sandbox, &ana, "first", json!({}));
    assert_eq!(output(&plain).get("PackedPolicySize"), None);
    let tagged = assume(&mut sandbox, &ana, "first", json!({ "Tags": [tag("Team", "operations")] }));
    let percent = output(&tagged)["PackedPolicySize"].as_u64().unwrap();
    assert!((1..=100).contains(&percent), "{percent}");
}

/// Rule F-19: a federated user has the user's tags and those that are passed; the user needs the permission.
#[test]
fn a_federated_user_has_tags_of_both() {
    let mut sandbox = world();
    let ana = user(&sandbox, "ana");
    super::build(
        &mut sandbox,
        "iam:TagUser",
        json!({ "UserName": "ana", "Tags": [tag("Team", "a"), tag("Stage", "b")] }),
    );
    let input = json!({ "Name": "guest", "Tags": [tag("stage", "c")] });
    let made = call(&mut sandbox, ana, "sts:GetFederationToken", input);
    let made = Credentials::key(output(&made)["Credentials"]["AccessKeyId"].as_str().unwrap());
    assert_eq!(value(&sandbox, &made, "aws:principaltag/team").as_deref(), Some("a"));
    assert_eq!(value(&sandbox, &made, "aws:principaltag/stage").as_deref(), Some("c"));
}

/// Rules F-13 and F-20.
#[test]
fn a_source_identity_is_set_once_and_stays() {
    let mut sandbox = world();
    let ana = user(&sandbox, "ana");
    let answer = assume(&mut sandbox, &ana, "first", json!({ "SourceIdentity": "ana@example.com" }));
    assert_eq!(output(&answer)["SourceIdentity"], "ana@example.com");
    let context = &answer.checks[0].request.context;
    assert_eq!(context.get("sts:sourceidentity"), Some(&ContextValue::One("ana@example.com".into())));
    assert_eq!(context.get("aws:sourceidentity"), None, "not before it is set");
    let one = Credentials::key(output(&answer)["Credentials"]["AccessKeyId"].as_str().unwrap());
    assert_eq!(value(&sandbox, &one, "aws:sourceidentity").as_deref(), Some("ana@example.com"));
    let two = session(&mut sandbox, &one, "second", json!({ "SourceIdentity": "ana@example.com" }));
    let three = session(&mut sandbox, &two, "first", json!({}));
    assert_eq!(value(&sandbox, &three, "aws:sourceidentity").as_deref(), Some("ana@example.com"));
    let refused = assume(&mut sandbox, &one, "second", json!({ "SourceIdentity": "somebody" }));
    assert_refused(&refused, "ValidationError", "The source identity is already set");
    assert_refused(&assume(&mut sandbox, &one, "plain", json!({})), "AccessDenied", "sts:SetSourceIdentity");
    let refused = assume(&mut sandbox, &ana, "plain", json!({ "SourceIdentity": "ana" }));
    assert_refused(&refused, "AccessDenied", "sts:SetSourceIdentity");
}

fn code(sandbox: &Sandbox) -> String {
    sandbox.authenticator_code(ANA_DEVICE).unwrap().0
}

/// Rules F-11, F-43 and F-44.
#[test]
fn a_role_that_demands_mfa_takes_a_code_once() {
    let mut sandbox = world();
    let (ana, beto) = (user(&sandbox, "ana"), user(&sandbox, "beto"));
    assert_refused(&assume(&mut sandbox, &ana, "with-mfa", json!({})), "AccessDenied", "sts:AssumeRole");
    let shown = json!({ "SerialNumber": ANA_DEVICE, "TokenCode": code(&sandbox) });
    let refused = assume(&mut sandbox, &beto, "with-mfa", shown.clone());
    assert_refused(&refused, "AccessDenied", "MultiFactorAuthentication failed, unable to validate MFA code.");
    let half = assume(&mut sandbox, &ana, "with-mfa", json!({ "SerialNumber": ANA_DEVICE }));
    assert_refused(&half, "AccessDenied", "must provide both MFA serial number and one time pass code");
    let made = session(&mut sandbox, &ana, "with-mfa", shown.clone());
    assert_eq!(value(&sandbox, &made, "aws:multifactorauthpresent").as_deref(), Some("true"));
    assert_eq!(value(&sandbox, &made, "aws:multifactorauthage").as_deref(), Some("1"));
    let again = assume(&mut sandbox, &ana, "with-mfa", shown);
    assert_refused(&again, "AccessDenied", "MultiFactorAuthentication failed with invalid MFA one time pass code.");
    let plain = session(&mut sandbox, &ana, "plain", json!({}));
    assert_eq!(value(&sandbox, &plain, "aws:multifactorauthpresent").as_deref(), Some("false"));
    assert_eq!(value(&sandbox, &plain, "aws:multifactorauthage"), None);
}

/// Table F-26: IAM takes credentials of GetSessionToken only if MFA was given in the call.
#[test]
fn iam_takes_a_session_token_that_was_made_with_mfa() {
    let mut sandbox = world();
    let ana = user(&sandbox, "ana");
    let mut token = |input: Value| {
        let made = call(&mut sandbox, ana.clone(), "sts:GetSessionToken", input);
        let made = Credentials::key(output(&made)["Credentials"]["AccessKeyId"].as_str().unwrap());
        sandbox.advance_clock(30);
        (call(&mut sandbox, made.clone(), "iam:ListUsers", json!({})), made)
    };
    let (without, _) = token(json!({}));
    assert_refused(&without, "InvalidClientTokenId", "The security token included in the request is invalid");
    let shown = json!({ "SerialNumber": ANA_DEVICE, "TokenCode": code(&sandbox) });
    let made = call(&mut sandbox, ana.clone(), "sts:GetSessionToken", shown);
    let made = Credentials::key(output(&made)["Credentials"]["AccessKeyId"].as_str().unwrap());
    sandbox.advance_clock(30);
    output(&call(&mut sandbox, made.clone(), "iam:ListUsers", json!({})));
    // Such credentials open the role as well, and their MFA gets older.
    assert_eq!(value(&sandbox, &made, "aws:multifactorauthage").as_deref(), Some("32"));
    session(&mut sandbox, &made, "with-mfa", json!({}));
}

/// Rule F-45: the root user's devices are for signing in.
#[test]
fn sts_takes_no_code_of_the_root_user() {
    let mut sandbox = world();
    let root = Credentials::Root("111122223333".parse().unwrap());
    let shown = json!({ "SerialNumber": ANA_DEVICE, "TokenCode": code(&sandbox) });
    let refused = call(&mut sandbox, root, "sts:GetSessionToken", shown);
    assert_refused(&refused, "AccessDenied", "unable to validate MFA code");
}

/// The AWS Security Blog, "Announcing an update to IAM role trust policy behavior": a role that assumes itself needs
/// its own trust as any other caller does.
#[test]
fn a_role_assumes_itself_only_where_its_trust_policy_lets_it() {
    let mut sandbox = world();
    let ana = user(&sandbox, "ana");
    let made = session(&mut sandbox, &ana, "first", json!({}));
    session(&mut sandbox, &made, "first", json!({}));
    let trust = json!({ "Version": "2012-10-17", "Statement": {
        "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:user/ana" }, "Action": "sts:AssumeRole",
    }});
    let input = json!({ "RoleName": "first", "PolicyDocument": trust.to_string() });
    super::build(&mut sandbox, "iam:UpdateAssumeRolePolicy", input);
    assert_refused(&assume(&mut sandbox, &made, "first", json!({})), "AccessDenied", "sts:AssumeRole");
}

/// Rules F-2, F-34 and F-35: sessions from before are denied everything, later ones and long-term keys nothing.
#[test]
fn revoking_denies_the_sessions_that_are_older() {
    let mut sandbox = world();
    let ana = user(&sandbox, "ana");
    let old = session(&mut sandbox, &ana, "first", json!({}));
    output(&assume(&mut sandbox, &old, "plain", json!({})));
    let revoke = ApiCall::revoke_sessions(super::owner(), "first", sandbox.now());
    assert!(sandbox.call(revoke).is_allowed());
    let role = sandbox.world().account("111122223333".parse().unwrap()).unwrap().role("first").unwrap();
    assert!(role.policies.inline.contains_key("AWSRevokeOlderSessions"));
    let denied = assume(&mut sandbox, &old, "plain", json!({}));
    let verdict = denied.deciding_check().unwrap().verdict;
    assert_eq!(
        (verdict.decision, verdict.decided_by),
        (Decision::ExplicitDeny, DecidedBy::Layer(PolicyLayer::Identity))
    );
    // GetCallerIdentity asks for nothing, and the session still holds (rule F-29).
    output(&call(&mut sandbox, old, "sts:GetCallerIdentity", json!({})));
    let new = session(&mut sandbox, &ana, "first", json!({}));
    output(&assume(&mut sandbox, &new, "plain", json!({})));
}

/// Rule E-17: sessions of a role that is deleted, or made anew under its name, may do nothing any more.
#[test]
fn a_session_does_not_outlive_the_permissions_of_its_role() {
    let mut sandbox = world();
    let ana = user(&sandbox, "ana");
    let made = session(&mut sandbox, &ana, "first", json!({}));
    super::build(&mut sandbox, "iam:DeleteRolePolicy", json!({ "RoleName": "first", "PolicyName": "sts" }));
    super::build(&mut sandbox, "iam:DeleteRole", json!({ "RoleName": "first" }));
    assert_refused(&assume(&mut sandbox, &made, "plain", json!({})), "AccessDenied", "sts:AssumeRole");
    output(&call(&mut sandbox, made, "sts:GetCallerIdentity", json!({})));
}

/// The Service Authorization Reference has `sts:SetContext` on roles: "Grants permission to set context keys on a STS
/// session". A role for IAM Identity Center's account access needs it in its trust policy, beside `sts:AssumeRole` and
/// `sts:TagSession`; who asks for it is judged as for these (rule C-37).
#[test]
fn setting_a_context_takes_the_trust_policy_s_word() {
    let mut sandbox = world();
    let ana = user(&sandbox, "ana");
    let asked = |sandbox: &Sandbox| {
        let role = "arn:aws:iam::111122223333:role/plain";
        let answer = sandbox.preview(&Question::new(ana.clone(), "sts:SetContext", role));
        let verdict = answer.deciding_check().unwrap().verdict;
        (verdict.decision, verdict.decided_by)
    };
    let silent = (Decision::ImplicitDeny, DecidedBy::Layer(PolicyLayer::Resource));
    assert_eq!(asked(&sandbox), silent);
    let trust = json!({ "Version": "2012-10-17", "Statement": {
        "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": ["sts:AssumeRole", "sts:SetContext"],
    }});
    let input = json!({ "RoleName": "plain", "PolicyDocument": trust.to_string() });
    assert!(call(&mut sandbox, super::owner(), "iam:UpdateAssumeRolePolicy", input).error().is_none());
    assert_eq!(asked(&sandbox).0, Decision::Allowed);
}

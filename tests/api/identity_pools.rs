//! Apps that let people in by an identity pool: sign-in, token, role, credentials, record, and every check failing in
//! its turn. Cases are those of the Amazon Cognito developer guide, "Authentication flow" and "IAM roles".

use super::{build, call, error, first};
use iam_sandbox::api::{Answer, Audit, Credentials, Outcome, Question, Sandbox};
use iam_sandbox::eval::{DecidedBy, PolicyLayer};
use iam_sandbox::federation::TokenRequest;
use serde_json::{Value, json};

const USERS: &str = "cognito-idp.us-east-1.amazonaws.com/us-east-1_app";
const UPLOADS: &str = "arn:aws:s3:::uploads";

fn role(sandbox: &mut Sandbox, name: &str, pool: &str, how: &str, statement: &Value) {
    let trust = json!({
        "Effect": "Allow", "Principal": { "Federated": "cognito-identity.amazonaws.com" },
        "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": {
            "StringEquals": { "cognito-identity.amazonaws.com:aud": pool },
            "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": how },
        },
    });
    let document = |statement: &Value| json!({ "Version": "2012-10-17", "Statement": statement }).to_string();
    build(sandbox, "iam:CreateRole", json!({ "RoleName": name, "AssumeRolePolicyDocument": document(&trust) }));
    let input = json!({ "RoleName": name, "PolicyName": "Own", "PolicyDocument": document(statement) });
    build(sandbox, "iam:PutRolePolicy", input);
}

/// A pool whose guests may look at what is public, and with AWS's best intentions at everything of EC2; who signed in
/// writes to a folder of its own.
fn app() -> (Sandbox, String) {
    let mut sandbox = first();
    let made = build(
        &mut sandbox,
        "cognito-identity:CreateIdentityPool",
        json!({
            "IdentityPoolName": "app", "AllowUnauthenticatedIdentities": true, "AllowClassicFlow": true,
            "CognitoIdentityProviders": [{ "ProviderName": USERS, "ClientId": "app" }],
        }),
    );
    let pool = made["IdentityPoolId"].as_str().unwrap().to_owned();
    let guest = json!({ "Effect": "Allow", "Action": ["s3:GetObject", "ec2:Describe*"], "Resource": "*" });
    role(&mut sandbox, "guest", &pool, "unauthenticated", &guest);
    let own = format!("{UPLOADS}/${{cognito-identity.amazonaws.com:sub}}/*");
    role(
        &mut sandbox,
        "member",
        &pool,
        "authenticated",
        &json!([
            { "Effect": "Allow", "Action": "s3:PutObject", "Resource": own },
            { "Effect": "Allow", "Action": "ec2:Describe*", "Resource": "*" },
        ]),
    );
    let roles = json!({
        "unauthenticated": "arn:aws:iam::111122223333:role/guest",
        "authenticated": "arn:aws:iam::111122223333:role/member",
    });
    let input = json!({ "IdentityPoolId": pool, "Roles": roles });
    build(&mut sandbox, "cognito-identity:SetIdentityPoolRoles", input);
    (sandbox, pool)
}

fn token(sandbox: &Sandbox, who: &str) -> String {
    token_saying(sandbox, who, json!({}))
}

fn token_saying(sandbox: &Sandbox, who: &str, claims: Value) -> String {
    let Value::Object(claims) = claims else { panic!("no claims") };
    let request = TokenRequest {
        issuer: format!("https://{USERS}").into(),
        subject: who.into(),
        audience: "app".into(),
        claims: claims.into_iter().map(|(name, value)| (name.into(), value)).collect(),
        seconds: 300,
    };
    request.issue(sandbox.now())
}

fn unsigned(sandbox: &mut Sandbox, operation: &str, input: Value) -> Answer {
    call(sandbox, Credentials::Anonymous, &format!("cognito-identity:{operation}"), input)
}

#[track_caller]
fn done(answer: &Answer) -> &Value {
    match &answer.outcome {
        Outcome::Done(output) => output,
        outcome => panic!("{outcome:?}"),
    }
}

fn identity(sandbox: &mut Sandbox, pool: &str, logins: &Value) -> String {
    let answer = unsigned(sandbox, "GetId", json!({ "IdentityPoolId": pool, "Logins": logins }));
    done(&answer)["IdentityId"].as_str().unwrap().to_owned()
}

fn credentials(sandbox: &mut Sandbox, identity: &str, logins: &Value) -> Answer {
    unsigned(sandbox, "GetCredentialsForIdentity", json!({ "IdentityId": identity, "Logins": logins }))
}

fn key_in(answer: &Answer) -> Credentials {
    Credentials::key(done(answer)["Credentials"]["AccessKeyId"].as_str().unwrap())
}

fn is_allowed(sandbox: &Sandbox, who: &Credentials, action: &str, resource: &str) -> bool {
    sandbox.preview(&Question::new(who.clone(), action, resource)).is_allowed()
}

#[test]
fn who_signed_in_writes_to_a_folder_of_its_own() {
    let (mut sandbox, pool) = app();
    let logins = json!({ USERS: token(&sandbox, "carmen") });
    let carmen = identity(&mut sandbox, &pool, &logins);
    assert_eq!(identity(&mut sandbox, &pool, &logins), carmen, "the same person comes again");
    let answer = credentials(&mut sandbox, &carmen, &logins);
    let check = answer.deciding_check().unwrap();
    assert_eq!(&*check.request.action.to_string(), "sts:AssumeRoleWithWebIdentity");
    let session = key_in(&answer);
    assert!(is_allowed(&sandbox, &session, "s3:PutObject", &format!("{UPLOADS}/{carmen}/photo.jpg")));
    assert!(!is_allowed(&sandbox, &session, "s3:PutObject", &format!("{UPLOADS}/us-east-1:other/photo.jpg")));
    assert!(is_allowed(&sandbox, &session, "ec2:DescribeInstances", "*"), "nothing scopes this session down");
}

/// From the guide: the enhanced flow passes session policies for guests, so that EC2 is out of reach whatever the role
/// says; the basic flow passes none.
#[test]
fn the_enhanced_flow_scopes_guests_down_and_the_basic_flow_does_not() {
    let (mut sandbox, pool) = app();
    let guest = identity(&mut sandbox, &pool, &json!({}));
    let enhanced = key_in(&credentials(&mut sandbox, &guest, &json!({})));
    assert!(is_allowed(&sandbox, &enhanced, "s3:GetObject", &format!("{UPLOADS}/public/a")));
    let refused = sandbox.preview(&Question::new(enhanced, "ec2:DescribeInstances", "*"));
    let decided = refused.deciding_check().unwrap().verdict.decided_by;
    assert_eq!(decided, DecidedBy::Layer(PolicyLayer::Session));
    let answer = unsigned(&mut sandbox, "GetOpenIdToken", json!({ "IdentityId": guest }));
    let token = done(&answer)["Token"].as_str().unwrap().to_owned();
    let input = json!({
        "RoleArn": "arn:aws:iam::111122223333:role/guest", "RoleSessionName": "app", "WebIdentityToken": token,
    });
    let answer = call(&mut sandbox, Credentials::Anonymous, "sts:AssumeRoleWithWebIdentity", input);
    assert!(is_allowed(&sandbox, &key_in(&answer), "ec2:DescribeInstances", "*"));
    // The token of a guest does not open the role of members.
    let input = json!({
        "RoleArn": "arn:aws:iam::111122223333:role/member", "RoleSessionName": "app", "WebIdentityToken": token,
    });
    let answer = call(&mut sandbox, Credentials::Anonymous, "sts:AssumeRoleWithWebIdentity", input);
    assert_eq!(error(&answer).0, "AccessDenied");
}

#[test]
fn every_check_of_a_login_fails_in_its_turn() {
    let (mut sandbox, pool) = app();
    let good = json!({ USERS: token(&sandbox, "carmen") });
    let carmen = identity(&mut sandbox, &pool, &good);
    let mut refusal = |logins: Value| {
        let (code, _, message) = error(&credentials(&mut sandbox, &carmen, &logins));
        assert_eq!(code, "NotAuthorizedException");
        message
    };
    assert_eq!(refusal(json!({})), format!("Access to Identity '{carmen}' is forbidden."));
    let other = json!({ "accounts.google.com": "token" });
    assert_eq!(refusal(other), "Token is not from a supported provider of this identity pool.");
    let text = good[USERS].as_str().unwrap();
    let malformed = json!({ USERS: "token" });
    assert_eq!(refusal(malformed), "Invalid login token. Not a valid OpenId Connect identity token.");
    let (signed, _) = text.rsplit_once('.').unwrap();
    let changed = json!({ USERS: format!("{signed}.AAAA") });
    assert_eq!(refusal(changed), "Invalid login token. Couldn't verify signed token.");
    let (sandbox, _) = app();
    let issue = |request: TokenRequest| json!({ USERS: request.issue(sandbox.now()) });
    let request = |issuer: &str, subject: &str, audience: &str| TokenRequest {
        issuer: issuer.into(),
        subject: subject.into(),
        audience: audience.into(),
        claims: std::collections::BTreeMap::new(),
        seconds: 300,
    };
    let own = format!("https://{USERS}");
    assert_eq!(
        refusal(issue(request("https://evil.example.com", "carmen", "app"))),
        "Invalid login token. Issuer doesn't match providerName"
    );
    assert_eq!(refusal(issue(request(&own, "carmen", "other"))), "Invalid login token. Incorrect token audience.");
    let else_who = refusal(issue(request(&own, "mallory", "app")));
    assert!(else_who.starts_with("Logins don't match."), "{else_who}");
}

#[test]
fn a_token_that_ended_opens_nothing() {
    let (mut sandbox, pool) = app();
    let logins = json!({ USERS: token(&sandbox, "carmen") });
    let carmen = identity(&mut sandbox, &pool, &logins);
    sandbox.advance_clock(300);
    let (code, _, message) = error(&credentials(&mut sandbox, &carmen, &logins));
    assert_eq!(code, "NotAuthorizedException");
    assert!(message.starts_with("Invalid login token. Token expired: "), "{message}");
}

#[test]
fn a_pool_without_guests_or_basic_flow_says_so() {
    let mut sandbox = first();
    let input = json!({ "IdentityPoolName": "closed", "AllowUnauthenticatedIdentities": false });
    let made = build(&mut sandbox, "cognito-identity:CreateIdentityPool", input);
    let answer = unsigned(&mut sandbox, "GetId", json!({ "IdentityPoolId": made["IdentityPoolId"] }));
    assert_eq!(error(&answer).2, "Unauthenticated access is not supported for this identity pool.");
    let missing = "us-east-1:00000000-0000-4000-a000-000000000000";
    let answer = unsigned(&mut sandbox, "GetId", json!({ "IdentityPoolId": missing }));
    assert_eq!(error(&answer).0, "ResourceNotFoundException");
}

/// The trust policy names another pool: Cognito tells of it as of a role that is not there.
#[test]
fn a_role_of_another_pool_does_not_open() {
    let (mut sandbox, pool) = app();
    role(
        &mut sandbox,
        "foreign",
        "us-east-1:other",
        "unauthenticated",
        &json!({
            "Effect": "Allow", "Action": "s3:*", "Resource": "*",
        }),
    );
    let roles = json!({ "unauthenticated": "arn:aws:iam::111122223333:role/foreign" });
    let input = json!({ "IdentityPoolId": pool, "Roles": roles });
    build(&mut sandbox, "cognito-identity:SetIdentityPoolRoles", input);
    let guest = identity(&mut sandbox, &pool, &json!({}));
    let answer = credentials(&mut sandbox, &guest, &json!({}));
    assert_eq!(error(&answer).0, "InvalidIdentityPoolConfigurationException");
    assert_eq!(super::verdict(&answer).1, DecidedBy::Layer(PolicyLayer::Resource));
}

/// Amazon Cognito developer guide, "Logging with CloudTrail": what guests ask of the pool is a data event of nobody's;
/// what Cognito asks of STS is a management event of the identity.
#[test]
fn the_trail_has_what_was_asked_of_the_pool_and_of_sts() {
    let (mut sandbox, pool) = app();
    let logins = json!({ USERS: token(&sandbox, "carmen") });
    let carmen = identity(&mut sandbox, &pool, &logins);
    let answer = credentials(&mut sandbox, &carmen, &logins);
    let Some(Audit::Recorded(records)) = sandbox.audit(sandbox.steps().len() - 1) else { panic!("no record") };
    let [own, behind] = records.as_slice() else { panic!("{records:?}") };
    assert_eq!((&*own.event["eventName"].to_string(), own.is_management), ("\"GetCredentialsForIdentity\"", false));
    assert_eq!(own.event["userIdentity"], json!({ "type": "Unknown" }));
    assert_eq!(own.event["requestParameters"]["logins"][USERS], "HIDDEN_DUE_TO_SECURITY_REASONS");
    assert_eq!(own.event["resources"][0]["type"], "AWS::Cognito::IdentityPool");
    assert!(!own.event.to_string().contains(done(&answer)["Credentials"]["SecretKey"].as_str().unwrap()));
    assert_eq!(behind.event["eventName"], "AssumeRoleWithWebIdentity");
    assert_eq!(behind.event["sourceIPAddress"], "cognito-identity.amazonaws.com");
    let identity = &behind.event["userIdentity"];
    assert_eq!((&identity["type"], &identity["userName"]), (&json!("WebIdentityUser"), &json!(carmen)));
    assert_eq!(identity["principalId"], format!("cognito-identity.amazonaws.com:{pool}:{carmen}"));
    assert_eq!(behind.key_made(), done(&answer)["Credentials"]["AccessKeyId"].as_str());
}

/// Who sets the roles of a pool hands them to the service.
#[test]
fn roles_of_a_pool_are_passed() {
    let (mut sandbox, pool) = app();
    super::let_user(
        &mut sandbox,
        "alice",
        &json!({
            "Effect": "Allow", "Action": "cognito-identity:SetIdentityPoolRoles", "Resource": "*",
        }),
    );
    let alice = Credentials::Key(super::key(&sandbox, "alice"));
    let roles = json!({ "unauthenticated": "arn:aws:iam::111122223333:role/guest" });
    let input = json!({ "IdentityPoolId": pool, "Roles": roles });
    let answer = call(&mut sandbox, alice, "cognito-identity:SetIdentityPoolRoles", input);
    assert!(error(&answer).2.contains("iam:PassRole"), "{answer:?}");
}

fn arn_of_role(name: &str) -> String {
    format!("arn:aws:iam::111122223333:role/{name}")
}

/// A pool that chooses by what tokens of its user pool say.
fn mapped(mapping: &Value) -> (Sandbox, String) {
    let (mut sandbox, pool) = app();
    for name in ["editor", "admin"] {
        let statement = json!({ "Effect": "Allow", "Action": format!("iam:{name}"), "Resource": "*" });
        role(&mut sandbox, name, &pool, "authenticated", &statement);
    }
    let mappings = json!({ format!("{USERS}:app"): mapping });
    let input = json!({
        "IdentityPoolId": pool, "Roles": { "authenticated": arn_of_role("member") }, "RoleMappings": mappings,
    });
    build(&mut sandbox, "cognito-identity:SetIdentityPoolRoles", input);
    let shown = build(&mut sandbox, "cognito-identity:GetIdentityPoolRoles", json!({ "IdentityPoolId": pool }));
    assert_eq!(shown["RoleMappings"], mappings);
    (sandbox, pool)
}

/// The role that somebody gets whose token says this, or what Cognito answers.
fn role_for(sandbox: &mut Sandbox, pool: &str, claims: Value, custom: Option<&str>) -> String {
    let logins = json!({ USERS: token_saying(sandbox, "carmen", claims) });
    let identity = identity(sandbox, pool, &logins);
    let mut input = json!({ "IdentityId": identity, "Logins": logins });
    if let Some(role) = custom {
        input["CustomRoleArn"] = json!(arn_of_role(role));
    }
    let answer = unsigned(sandbox, "GetCredentialsForIdentity", input);
    match &answer.outcome {
        Outcome::Done(_) => {
            let session = sandbox.world().session(key_in(&answer).access_key_id().unwrap()).unwrap().arn().to_string();
            session.split('/').nth(1).unwrap().to_owned()
        }
        _ => error(&answer).0,
    }
}

/// "Rules are evaluated in order, and the IAM role for the first matching rule is used, unless CustomRoleArn is specified
/// to override the order" (Amazon Cognito developer guide, "Using role-based access control").
#[test]
fn rules_choose_a_role_by_a_claim() {
    let rule = |claim: &str, how: &str, value: &str, role: &str| json!({ "Claim": claim, "MatchType": how, "Value": value, "RoleARN": arn_of_role(role) });
    let rules = json!([
        rule("department", "Equals", "press", "editor"),
        rule("email", "StartsWith", "root@", "admin"),
        rule("groups", "Contains", "admin", "admin"),
    ]);
    let mut mapping = json!({
        "Type": "Rules", "AmbiguousRoleResolution": "AuthenticatedRole", "RulesConfiguration": { "Rules": rules },
    });
    let (mut sandbox, pool) = mapped(&mapping);
    let sandbox = &mut sandbox;
    assert_eq!(role_for(sandbox, &pool, json!({ "department": "press" }), None), "editor");
    assert_eq!(role_for(sandbox, &pool, json!({ "department": "pressroom" }), None), "member");
    assert_eq!(role_for(sandbox, &pool, json!({ "email": "root@example.com" }), None), "admin");
    assert_eq!(role_for(sandbox, &pool, json!({ "groups": "dev,admins" }), None), "admin");
    let both = json!({ "department": "press", "groups": "admins" });
    assert_eq!(role_for(sandbox, &pool, both.clone(), None), "editor");
    assert_eq!(role_for(sandbox, &pool, both, Some("admin")), "admin");
    assert_eq!(role_for(sandbox, &pool, json!({ "department": "press" }), Some("admin")), "NotAuthorizedException");
    mapping["AmbiguousRoleResolution"] = json!("Deny");
    let (mut strict, pool) = mapped(&mapping);
    assert_eq!(role_for(&mut strict, &pool, json!({}), None), "NotAuthorizedException");
}

/// "If the cognito:preferred_role claim is set, use it. If [it] isn't set, the cognito:roles claim is set, and CustomRoleArn
/// isn't specified", the setting for what is ambiguous decides; a CustomRoleArn must be among `cognito:roles`.
#[test]
fn a_token_chooses_among_its_roles() {
    let mapping = json!({ "Type": "Token", "AmbiguousRoleResolution": "AuthenticatedRole" });
    let (mut sandbox, pool) = mapped(&mapping);
    let roles = json!([arn_of_role("editor"), arn_of_role("admin")]);
    let preferred = json!({ "cognito:roles": roles, "cognito:preferred_role": arn_of_role("editor") });
    let sandbox = &mut sandbox;
    assert_eq!(role_for(sandbox, &pool, preferred.clone(), None), "editor");
    assert_eq!(role_for(sandbox, &pool, preferred.clone(), Some("admin")), "admin");
    assert_eq!(role_for(sandbox, &pool, preferred, Some("member")), "NotAuthorizedException");
    assert_eq!(role_for(sandbox, &pool, json!({ "cognito:roles": roles }), None), "member");
    assert_eq!(role_for(sandbox, &pool, json!({}), Some("admin")), "NotAuthorizedException");
}

/// Roles in rules are handed to the service as the others are.
#[test]
fn roles_in_rules_are_passed_too() {
    let (mut sandbox, pool) = app();
    let statement = json!([
        { "Effect": "Allow", "Action": "cognito-identity:SetIdentityPoolRoles", "Resource": "*" },
        { "Effect": "Allow", "Action": "iam:PassRole", "Resource": arn_of_role("member") },
    ]);
    super::let_user(&mut sandbox, "alice", &statement);
    let set = |sandbox: &mut Sandbox, role: &str| {
        let rule = json!({ "Claim": "a", "MatchType": "Equals", "Value": "b", "RoleARN": arn_of_role(role) });
        let mapping = json!({
            "Type": "Rules", "AmbiguousRoleResolution": "Deny", "RulesConfiguration": { "Rules": [rule] },
        });
        let input = json!({
            "IdentityPoolId": pool, "Roles": { "authenticated": arn_of_role("member") },
            "RoleMappings": { "graph.facebook.com": mapping },
        });
        let alice = Credentials::Key(super::key(sandbox, "alice"));
        call(sandbox, alice, "cognito-identity:SetIdentityPoolRoles", input)
    };
    assert!(set(&mut sandbox, "member").error().is_none());
    assert!(error(&set(&mut sandbox, "guest")).2.contains("iam:PassRole"));
    let input = json!({
        "IdentityPoolId": pool, "Roles": {}, "RoleMappings": { "graph.facebook.com": { "Type": "Token" } },
    });
    assert_eq!(
        error(&call(&mut sandbox, super::owner(), "cognito-identity:SetIdentityPoolRoles", input)).0,
        "InvalidParameterException"
    );
}

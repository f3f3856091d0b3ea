//! Identities from outside: a provider made known, a token or an assertion issued and shown, the session that comes of
//! it, and every check on the way failing in its turn (rules E-39, F-19, F-41, F-42).

use super::{build, call, error, first, owner};
use iam_sandbox::api::{
    Answer, Audit, AuthenticationFailure, Claim, Credentials, Outcome, Question, Sandbox, Save, TokenFailure,
    claims_of_assertion, claims_of_token,
};
use iam_sandbox::eval::Decision;
use iam_sandbox::federation::{AssertionRequest, ROLE_ATTRIBUTE, TokenRequest, metadata_of};
use serde_json::{Value, json};
use std::collections::BTreeMap;

const ACCOUNT: &str = "111122223333";
const GITHUB: &str = "https://token.actions.githubusercontent.com";
const IDP: &str = "https://idp.example.com";
const DEPLOY: &str = "arn:aws:iam::111122223333:role/deploy";
const STAFF: &str = "arn:aws:iam::111122223333:role/staff";
const CORP: &str = "arn:aws:iam::111122223333:saml-provider/corp";

fn role(sandbox: &mut Sandbox, name: &str, trust: &Value, actions: &str) {
    let trust = json!({ "Version": "2012-10-17", "Statement": trust }).to_string();
    build(sandbox, "iam:CreateRole", json!({ "RoleName": name, "AssumeRolePolicyDocument": trust }));
    let statement = json!({ "Effect": "Allow", "Action": actions, "Resource": "*" });
    let document = json!({ "Version": "2012-10-17", "Statement": statement }).to_string();
    build(sandbox, "iam:PutRolePolicy", json!({ "RoleName": name, "PolicyName": "Own", "PolicyDocument": document }));
}

/// The example of GitHub's and AWS's guides: one repository deploys, from its main branch.
fn with_github() -> Sandbox {
    let mut sandbox = first();
    let input = json!({ "Url": GITHUB, "ClientIDList": ["sts.amazonaws.com"] });
    build(&mut sandbox, "iam:CreateOpenIDConnectProvider", input);
    let provider = format!("arn:aws:iam::{ACCOUNT}:oidc-provider/token.actions.githubusercontent.com");
    let trust = json!({
        "Effect": "Allow", "Principal": { "Federated": provider }, "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": { "StringEquals": {
            "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
            "token.actions.githubusercontent.com:sub": "repo:octo-org/octo-repo:ref:refs/heads/main",
        }},
    });
    role(&mut sandbox, "deploy", &trust, "s3:*");
    sandbox
}

fn token() -> TokenRequest {
    TokenRequest {
        issuer: GITHUB.into(),
        subject: "repo:octo-org/octo-repo:ref:refs/heads/main".into(),
        audience: "sts.amazonaws.com".into(),
        claims: BTreeMap::from([("repository".into(), json!("octo-org/octo-repo"))]),
        seconds: 300,
    }
}

fn show(sandbox: &mut Sandbox, token: &str) -> Answer {
    let input = json!({ "RoleArn": DEPLOY, "RoleSessionName": "build-77", "WebIdentityToken": token });
    call(sandbox, Credentials::Anonymous, "sts:AssumeRoleWithWebIdentity", input)
}

#[track_caller]
fn output(answer: &Answer) -> &Value {
    match &answer.outcome {
        Outcome::Done(output) => output,
        outcome => panic!("{outcome:?}"),
    }
}

fn failure(answer: &Answer) -> Option<TokenFailure> {
    match &answer.authentication {
        Err(AuthenticationFailure::Token { failure, .. }) => Some(failure.clone()),
        _ => None,
    }
}

/// The record of the newest step.
#[track_caller]
fn record(sandbox: &Sandbox) -> Value {
    match sandbox.audit(sandbox.steps().len() - 1) {
        Some(Audit::Recorded(records)) if records.len() == 1 => records[0].event.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_workflow_gets_a_session_for_its_token() {
    let mut sandbox = with_github();
    let issued = token().issue(sandbox.now());
    let answer = show(&mut sandbox, &issued);
    let told = output(&answer);
    assert_eq!(told["SubjectFromWebIdentityToken"], "repo:octo-org/octo-repo:ref:refs/heads/main");
    assert_eq!((&told["Audience"], &told["Provider"]), (&json!("sts.amazonaws.com"), &json!(GITHUB)));
    let arn = "arn:aws:sts::111122223333:assumed-role/deploy/build-77";
    assert_eq!(told["AssumedRoleUser"]["Arn"], arn);
    let session = Credentials::key(told["Credentials"]["AccessKeyId"].as_str().unwrap());
    let read = sandbox.preview(&Question::new(session.clone(), "s3:GetObject", super::PAYROLL_MAY));
    assert!(read.is_allowed());
    let context = &read.deciding_check().unwrap().request.context;
    let provider = format!("arn:aws:iam::{ACCOUNT}:oidc-provider/token.actions.githubusercontent.com");
    assert_eq!(context.single("aws:federatedprovider"), Some(&*provider));
    // AWS does not refuse the same token again before it ends.
    assert!(show(&mut sandbox, &issued).error().is_none());
    let record = record(&sandbox);
    assert_eq!(record["userIdentity"]["type"], "WebIdentityUser");
    assert_eq!(record["userIdentity"]["identityProvider"], provider);
    call(&mut sandbox, session, "s3:GetObject", json!({ "Bucket": "payroll", "Key": "none" }));
    let mut save = Save::parse(&sandbox.save(Value::Null).to_json()).unwrap();
    save.events.clear();
    assert_eq!(Sandbox::open(&save).world(), sandbox.world());
}

#[test]
fn every_check_of_a_token_fails_in_its_turn() {
    let mut sandbox = with_github();
    let now = sandbox.now();
    let mut try_it = |token: &str| {
        let answer = show(&mut sandbox, token);
        (failure(&answer), error(&answer).0)
    };
    let invalid = "InvalidIdentityToken".to_owned();
    assert_eq!(try_it("no token"), (Some(TokenFailure::Malformed), invalid.clone()));
    let good = token().issue(now);
    let (signed, _) = good.rsplit_once('.').unwrap();
    assert_eq!(try_it(&format!("{signed}.AAAA")), (Some(TokenFailure::Changed), invalid.clone()));
    let elsewhere = TokenRequest { issuer: IDP.into(), ..token() };
    let unknown = TokenFailure::UnknownProvider { name: IDP.into() };
    assert_eq!(try_it(&elsewhere.issue(now)), (Some(unknown), invalid.clone()));
    let other_audience = TokenRequest { audience: "https://github.com/octo-org".into(), ..token() };
    assert_eq!(try_it(&other_audience.issue(now)), (Some(TokenFailure::WrongAudience), invalid));
    let old = token().issue(now.plus_seconds(-300));
    let ended = TokenFailure::Expired { ended: now };
    assert_eq!(try_it(&old), (Some(ended), "ExpiredTokenException".to_owned()));
}

/// A token that holds is no permission: the trust policy says who of all those on GitHub.
#[test]
fn another_repository_has_a_good_token_and_is_not_let_in() {
    let mut sandbox = with_github();
    let evil = TokenRequest { subject: "repo:evil-org/evil-repo:ref:refs/heads/main".into(), ..token() };
    let issued = evil.issue(sandbox.now());
    let answer = show(&mut sandbox, &issued);
    assert_eq!(failure(&answer), None);
    assert_eq!(super::verdict(&answer).0, Decision::ImplicitDeny);
    assert_eq!(
        error(&answer),
        ("AccessDenied".to_owned(), 403, "Not authorized to perform sts:AssumeRoleWithWebIdentity".to_owned())
    );
}

#[test]
fn claims_of_a_shared_issuer_and_tags_become_keys() {
    let mut sandbox = with_github();
    let tags = json!({ "principal_tags": { "project": ["apollo"] }, "transitive_tag_keys": ["project"] });
    let mut request = token();
    request.claims.insert("https://aws.amazon.com/tags".into(), tags);
    let issued = request.issue(sandbox.now());
    let refused = show(&mut sandbox, &issued);
    let check = refused.deciding_check().unwrap();
    assert_eq!(
        check.request.action.to_string(),
        "sts:TagSession",
        "the trust policy does not let tags be passed (F-12)"
    );
    let key = "token.actions.githubusercontent.com:repository";
    assert_eq!(check.request.context.single(key), Some("octo-org/octo-repo"));
    assert_eq!(check.request.context.single("aws:requesttag/project"), Some("apollo"));
}

#[track_caller]
fn keys<'a>(claims: &'a [Claim], name: &str) -> Vec<&'a str> {
    let claim = claims.iter().find(|claim| *claim.name == *name).unwrap_or_else(|| panic!("{name}"));
    claim.keys.iter().map(|key| &**key).collect()
}

/// What is told before a call of the keys is what the policies are asked with, neither more nor less (table B-47).
#[track_caller]
fn check_told(claims: &[Claim], answer: &Answer, prefix: &str, but: &[&str]) {
    let context = &answer.deciding_check().unwrap().request.context;
    let told: Vec<String> = claims.iter().flat_map(|claim| &claim.keys).map(|key| key.to_ascii_lowercase()).collect();
    for key in &told {
        assert!(context.get(key).is_some(), "{key} is told and not there");
    }
    let all = context.iter().map(|(key, _)| key.to_ascii_lowercase());
    for key in all.filter(|key| key.starts_with(prefix) && !but.contains(&key.as_str())) {
        assert!(told.contains(&key), "{key} is there and not told");
    }
}

#[test]
fn the_claims_of_a_token_are_told_with_the_keys_that_they_become() {
    let mut sandbox = with_github();
    let tags = json!({ "principal_tags": { "project": ["apollo"] }, "transitive_tag_keys": ["project"] });
    let mut request = token();
    request.claims.insert("https://aws.amazon.com/tags".into(), tags);
    request.claims.insert("unheard".into(), json!("of"));
    let issued = request.issue(sandbox.now());
    let claims = claims_of_token(&issued).unwrap();
    let names: Vec<&str> = claims.iter().map(|claim| &*claim.name).collect();
    assert_eq!((&names[..3], &names[names.len() - 2..]), (&["iss", "sub", "aud"][..], &["iat", "exp"][..]));
    let github = "token.actions.githubusercontent.com";
    assert_eq!(keys(&claims, "sub"), [format!("{github}:sub")]);
    assert_eq!(keys(&claims, "aud"), [format!("{github}:aud")]);
    assert_eq!(keys(&claims, "repository"), [format!("{github}:repository")]);
    assert_eq!(
        keys(&claims, "https://aws.amazon.com/tags"),
        ["aws:RequestTag/project", "aws:TagKeys", "sts:TransitiveTagKeys"]
    );
    for name in ["iss", "iat", "exp", "unheard"] {
        assert!(keys(&claims, name).is_empty(), "{name}");
    }
    check_told(&claims, &show(&mut sandbox, &issued), github, &[]);
    // Who was authorised goes before for whom it is.
    request.claims.insert("azp".into(), json!("client"));
    let claims = claims_of_token(&request.issue(sandbox.now())).unwrap();
    assert_eq!(keys(&claims, "azp"), [format!("{github}:aud")]);
    assert_eq!(keys(&claims, "aud"), [format!("{github}:oaud")]);
    // What was changed by hand is told as it is now, and AWS does not take it.
    let (signed, _) = issued.rsplit_once('.').unwrap();
    assert!(claims_of_token(&format!("{signed}.AAAA")).is_some());
    assert_eq!(claims_of_token("no token"), None);
}

#[test]
fn the_attributes_of_an_assertion_are_told_with_the_keys_that_they_become() {
    let mut sandbox = with_corp();
    let mut request = assertion();
    request.attributes.insert(attribute("SourceIdentity"), vec!["carmen".into()]);
    request.attributes.insert("urn:oid:2.5.4.3".into(), vec!["Carmen".into()]);
    request.attributes.insert("unheard".into(), vec!["of".into()]);
    let issued = request.issue(sandbox.now());
    let claims = claims_of_assertion(&issued, &CORP.parse().unwrap()).unwrap();
    assert_eq!(keys(&claims, "NameID"), ["saml:sub"]);
    assert_eq!(keys(&claims, "Recipient"), ["saml:aud"]);
    assert_eq!(keys(&claims, "Issuer"), ["saml:iss"]);
    assert_eq!(keys(&claims, "eduPersonAffiliation"), ["saml:eduPersonAffiliation"]);
    assert_eq!(keys(&claims, "urn:oid:2.5.4.3"), ["saml:cn"]);
    assert_eq!(keys(&claims, &attribute("PrincipalTag:project")), ["aws:RequestTag/project", "aws:TagKeys"]);
    assert_eq!(keys(&claims, &attribute("SourceIdentity")), ["sts:SourceIdentity"]);
    for name in ["Audience", ROLE_ATTRIBUTE, "unheard"] {
        assert!(keys(&claims, name).is_empty(), "{name}");
    }
    // These two follow from the provider that is named.
    check_told(&claims, &hand_in(&mut sandbox, &issued), "saml:", &["saml:doc", "saml:namequalifier"]);
    assert_eq!(claims_of_assertion("%%%", &CORP.parse().unwrap()), None);
}

#[test]
fn providers_of_tokens_are_kept_by_the_address_of_their_issuer() {
    let mut sandbox = with_github();
    let arn = format!("arn:aws:iam::{ACCOUNT}:oidc-provider/token.actions.githubusercontent.com");
    let of = json!({ "OpenIDConnectProviderArn": arn });
    let refused =
        |sandbox: &mut Sandbox, operation: &str, input: Value| error(&call(sandbox, owner(), operation, input)).0;
    let again = json!({ "Url": GITHUB });
    assert_eq!(refused(&mut sandbox, "iam:CreateOpenIDConnectProvider", again), "EntityAlreadyExists");
    let no_tls = json!({ "Url": "http://idp.example.com" });
    assert_eq!(refused(&mut sandbox, "iam:CreateOpenIDConnectProvider", no_tls), "ValidationError");
    let with_id = |id: &str| json!({ "OpenIDConnectProviderArn": arn, "ClientID": id });
    build(&mut sandbox, "iam:AddClientIDToOpenIDConnectProvider", with_id("other"));
    build(&mut sandbox, "iam:AddClientIDToOpenIDConnectProvider", with_id("other"));
    build(&mut sandbox, "iam:RemoveClientIDFromOpenIDConnectProvider", with_id("sts.amazonaws.com"));
    let shown = build(&mut sandbox, "iam:GetOpenIDConnectProvider", of.clone());
    assert_eq!(
        (&shown["Url"], &shown["ClientIDList"]),
        (&json!("token.actions.githubusercontent.com"), &json!(["other"]))
    );
    let issued = token().issue(sandbox.now());
    assert_eq!(failure(&show(&mut sandbox, &issued)), Some(TokenFailure::WrongAudience));
    let listed = build(&mut sandbox, "iam:ListOpenIDConnectProviders", json!({}));
    assert_eq!(listed, json!({ "OpenIDConnectProviderList": [{ "Arn": arn }] }));
    build(&mut sandbox, "iam:DeleteOpenIDConnectProvider", of.clone());
    assert_eq!(refused(&mut sandbox, "iam:GetOpenIDConnectProvider", of), "NoSuchEntity");
    let gone = failure(&show(&mut sandbox, &issued));
    assert_eq!(gone, Some(TokenFailure::UnknownProvider { name: GITHUB.into() }));
}

#[test]
fn providers_have_their_quotas_and_their_tags() {
    let mut sandbox = first();
    for n in 0..100 {
        build(
            &mut sandbox,
            "iam:CreateOpenIDConnectProvider",
            json!({ "Url": format!("https://idp-{n}.example.com") }),
        );
        let input = json!({ "Name": format!("corp-{n}"), "SAMLMetadataDocument": metadata_of(IDP) });
        build(&mut sandbox, "iam:CreateSAMLProvider", input);
    }
    let code =
        |sandbox: &mut Sandbox, operation: &str, input: Value| error(&call(sandbox, owner(), operation, input)).0;
    let one_more = json!({ "Url": IDP });
    assert_eq!(code(&mut sandbox, "iam:CreateOpenIDConnectProvider", one_more), "LimitExceeded");
    let one_more = json!({ "Name": "corp", "SAMLMetadataDocument": metadata_of(IDP) });
    assert_eq!(code(&mut sandbox, "iam:CreateSAMLProvider", one_more), "LimitExceeded");
    let arn = format!("arn:aws:iam::{ACCOUNT}:saml-provider/corp-7");
    let tags = json!([{ "Key": "team", "Value": "red" }]);
    build(&mut sandbox, "iam:TagSAMLProvider", json!({ "SAMLProviderArn": arn, "Tags": tags }));
    let listed = build(&mut sandbox, "iam:ListSAMLProviderTags", json!({ "SAMLProviderArn": arn }));
    assert_eq!(listed["Tags"], tags);
    build(&mut sandbox, "iam:UntagSAMLProvider", json!({ "SAMLProviderArn": arn, "TagKeys": ["team"] }));
    let listed = build(&mut sandbox, "iam:ListSAMLProviderTags", json!({ "SAMLProviderArn": arn }));
    assert_eq!(listed["Tags"], json!([]));
}

/// The example of the IAM user guide: staff of a company with a provider of its own.
fn with_corp() -> Sandbox {
    let mut sandbox = first();
    let input = json!({ "Name": "corp", "SAMLMetadataDocument": metadata_of(IDP) });
    build(&mut sandbox, "iam:CreateSAMLProvider", input);
    let trust = json!({
        "Effect": "Allow", "Principal": { "Federated": CORP }, "Action": ["sts:AssumeRoleWithSAML", "sts:TagSession"],
        "Condition": { "StringEquals": { "saml:aud": "https://signin.aws.amazon.com/saml" } },
    });
    role(&mut sandbox, "staff", &trust, "s3:*");
    sandbox
}

fn attribute(name: &str) -> Box<str> {
    format!("https://aws.amazon.com/SAML/Attributes/{name}").into()
}

fn assertion() -> AssertionRequest {
    AssertionRequest {
        issuer: IDP.into(),
        subject: "carmen".into(),
        audience: None,
        attributes: BTreeMap::from([
            (ROLE_ATTRIBUTE.into(), vec![format!("{STAFF},{CORP}").into()]),
            (attribute("RoleSessionName"), vec!["carmen@example.com".into()]),
            (attribute("PrincipalTag:project"), vec!["apollo".into()]),
            ("eduPersonAffiliation".into(), vec!["staff".into(), "member".into()]),
        ]),
    }
}

fn hand_in(sandbox: &mut Sandbox, assertion: &str) -> Answer {
    let input = json!({ "RoleArn": STAFF, "PrincipalArn": CORP, "SAMLAssertion": assertion });
    call(sandbox, Credentials::Anonymous, "sts:AssumeRoleWithSAML", input)
}

#[test]
fn an_employee_gets_a_session_for_an_assertion() {
    let mut sandbox = with_corp();
    let issued = assertion().issue(sandbox.now());
    let answer = hand_in(&mut sandbox, &issued);
    let told = output(&answer);
    assert_eq!((&told["Subject"], &told["SubjectType"]), (&json!("carmen"), &json!("persistent")));
    assert_eq!((&told["Issuer"], &told["Audience"]), (&json!(IDP), &json!("https://signin.aws.amazon.com/saml")));
    assert_eq!(told["AssumedRoleUser"]["Arn"], "arn:aws:sts::111122223333:assumed-role/staff/carmen@example.com");
    let context = &answer.checks[0].request.context;
    assert_eq!(context.single("saml:doc"), Some("111122223333/corp"));
    assert_eq!(context.single("saml:sub_type"), Some("persistent"));
    assert!(context.get("saml:edupersonaffiliation").is_some());
    let session = Credentials::key(told["Credentials"]["AccessKeyId"].as_str().unwrap());
    let read = sandbox.preview(&Question::new(session, "s3:GetObject", super::PAYROLL_MAY));
    let context = &read.deciding_check().unwrap().request.context;
    assert_eq!(context.single("aws:principaltag/project"), Some("apollo"));
    assert_eq!(context.single("aws:federatedprovider"), None, "tokens only (B-42)");
    let record = record(&sandbox);
    assert_eq!(
        (&record["userIdentity"]["type"], &record["userIdentity"]["userName"]),
        (&json!("SAMLUser"), &json!("carmen"))
    );
    // IAM user guide, "Example SAML AWS STS API event in CloudTrail log file".
    let qualifier = told["NameQualifier"].as_str().unwrap();
    assert_eq!(record["userIdentity"]["principalId"], format!("{qualifier}:carmen"));
    assert_eq!(record["userIdentity"]["identityProvider"], qualifier);
    let asked = &record["requestParameters"];
    assert_eq!(asked["principalTags"], json!({ "project": "apollo" }));
    assert!(asked["sAMLAssertionID"].is_string() && asked["roleSessionName"].is_string() && asked["tags"].is_null());
    assert_eq!(record["resources"][1]["type"], "AWS::IAM::SAMLProvider");
}

/// API_AssumeRoleWithSAML: the hash over issuer, account and name, each one after the other.
#[test]
fn the_name_qualifier_is_the_hash_that_the_reference_describes() {
    use data_encoding::BASE64;
    use sha1::{Digest, Sha1};
    let mut sandbox = with_corp();
    let issued = assertion().issue(sandbox.now());
    let told = hand_in(&mut sandbox, &issued);
    let expected = BASE64.encode(&Sha1::digest("https://idp.example.com111122223333/corp"));
    assert_eq!(output(&told)["NameQualifier"], expected);
}

#[test]
fn every_check_of_an_assertion_fails_in_its_turn() {
    let mut sandbox = with_corp();
    let now = sandbox.now();
    let mut try_it = |issued: &str| {
        let answer = hand_in(&mut sandbox, issued);
        (failure(&answer), error(&answer).0)
    };
    let invalid = "InvalidIdentityToken".to_owned();
    let with = |name: Box<str>, values: Vec<Box<str>>| {
        let mut request = assertion();
        request.attributes.insert(name, values);
        request.issue(now)
    };
    assert_eq!(try_it("not in base 64"), (Some(TokenFailure::Malformed), invalid.clone()));
    let good = assertion().issue(now);
    let xml = String::from_utf8(data_encoding::BASE64.decode(good.as_bytes()).unwrap()).unwrap();
    let forged = data_encoding::BASE64.encode(xml.replace("carmen", "mallory").as_bytes());
    assert_eq!(try_it(&forged), (Some(TokenFailure::Changed), invalid.clone()));
    let elsewhere = AssertionRequest { issuer: "https://evil.example.com".into(), ..assertion() }.issue(now);
    assert_eq!(try_it(&elsewhere), (Some(TokenFailure::OtherIssuer), invalid.clone()));
    let expired = "ExpiredTokenException".to_owned();
    let old = assertion().issue(now.plus_seconds(-300));
    assert_eq!(try_it(&old), (Some(TokenFailure::Expired { ended: now }), expired));
    let audience = AssertionRequest { audience: Some("https://other.example.com".into()), ..assertion() }.issue(now);
    assert_eq!(try_it(&audience), (Some(TokenFailure::WrongAudience), invalid.clone()));
    let other_role = with(ROLE_ATTRIBUTE.into(), vec![format!("{DEPLOY},{CORP}").into()]);
    assert_eq!(try_it(&other_role), (Some(TokenFailure::OtherRole), "AccessDenied".to_owned()));
    let no_name = with(attribute("RoleSessionName"), vec!["with a blank".into()]);
    assert_eq!(try_it(&no_name), (Some(TokenFailure::NoSessionName), invalid.clone()));
    let either_order = with(ROLE_ATTRIBUTE.into(), vec![format!("{CORP},{STAFF}").into()]);
    assert_eq!(hand_in(&mut sandbox, &either_order).error(), None);
}

#[test]
fn an_assertion_is_handed_in_once() {
    let mut sandbox = with_corp();
    let issued = assertion().issue(sandbox.now());
    assert!(hand_in(&mut sandbox, &issued).error().is_none());
    let again = hand_in(&mut sandbox, &issued);
    assert_eq!((failure(&again), error(&again).0), (Some(TokenFailure::Taken), "InvalidIdentityToken".to_owned()));
    // One that came to nothing is not used up.
    sandbox.advance_clock(60);
    let issued = assertion().issue(sandbox.now());
    let too_long =
        json!({ "RoleArn": STAFF, "PrincipalArn": CORP, "SAMLAssertion": issued, "DurationSeconds": 43_200 });
    let refused = call(&mut sandbox, Credentials::Anonymous, "sts:AssumeRoleWithSAML", too_long);
    assert_eq!(error(&refused).0, "ValidationError");
    assert!(hand_in(&mut sandbox, &issued).error().is_none());
}

#[test]
fn metadata_says_whom_a_provider_speaks_for() {
    let mut sandbox = with_corp();
    let code =
        |sandbox: &mut Sandbox, operation: &str, input: Value| error(&call(sandbox, owner(), operation, input)).0;
    let nonsense = json!({ "SAMLProviderArn": CORP, "SAMLMetadataDocument": "x".repeat(1_000) });
    assert_eq!(code(&mut sandbox, "iam:UpdateSAMLProvider", nonsense), "InvalidInput");
    let short = json!({ "Name": "short", "SAMLMetadataDocument": "<a/>" });
    assert_eq!(code(&mut sandbox, "iam:CreateSAMLProvider", short), "ValidationError");
    let other = json!({ "SAMLProviderArn": CORP, "SAMLMetadataDocument": metadata_of("https://new.example.com") });
    build(&mut sandbox, "iam:UpdateSAMLProvider", other);
    let issued = assertion().issue(sandbox.now());
    assert_eq!(failure(&hand_in(&mut sandbox, &issued)), Some(TokenFailure::OtherIssuer));
    build(&mut sandbox, "iam:DeleteSAMLProvider", json!({ "SAMLProviderArn": CORP }));
    let gone = hand_in(&mut sandbox, &issued);
    assert_eq!(failure(&gone), Some(TokenFailure::UnknownProvider { name: CORP.into() }));
    assert_eq!(code(&mut sandbox, "iam:GetSAMLProvider", json!({ "SAMLProviderArn": CORP })), "NoSuchEntity");
}

/// IAM user guide, "Identity-provider controls for shared OIDC providers".
#[test]
fn a_trust_policy_for_a_shared_issuer_says_who_of_all_those() {
    let mut sandbox = with_github();
    let provider = format!("arn:aws:iam::{ACCOUNT}:oidc-provider/token.actions.githubusercontent.com");
    let mut write = |principal: &str, condition: Value| {
        let trust = json!({ "Version": "2012-10-17", "Statement": {
            "Effect": "Allow", "Principal": { "Federated": principal }, "Action": "sts:AssumeRoleWithWebIdentity",
            "Condition": condition,
        }});
        let input = json!({ "RoleName": "deploy", "PolicyDocument": trust.to_string() });
        call(&mut sandbox, owner(), "iam:UpdateAssumeRolePolicy", input).error().map(|error| error.code.to_string())
    };
    let refused = Some("MalformedPolicyDocument".to_owned());
    let key = |rest: &str| format!("token.actions.githubusercontent.com:{rest}");
    let audience = json!({ "StringEquals": { key("aud"): "sts.amazonaws.com" } });
    assert_eq!(write(&provider, audience.clone()), refused, "whoever has a workflow on GitHub");
    assert_eq!(write(&provider, json!({ "StringLike": { key("sub"): "*" } })), refused);
    assert_eq!(write(&provider, json!({ "StringNotEquals": { key("sub"): "repo:evil-org/*" } })), refused);
    assert_eq!(write(&provider, json!({ "StringLike": { key("sub"): "repo:octo-org/*" } })), None);
    let own = format!("arn:aws:iam::{ACCOUNT}:oidc-provider/idp.example.com");
    assert_eq!(
        write(&own, json!({ "StringEquals": { "idp.example.com:aud": "app" } })),
        None,
        "an issuer of one's own"
    );
}

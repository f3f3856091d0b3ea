//! Servers outside AWS with a certificate: authority, trust anchor, profile, session, record, and every check failing
//! in its turn. Cases are those of the IAM Roles Anywhere user guide, "Trust model" and "CreateSession".

use super::{build, call, error, first};
use iam_sandbox::api::{Answer, Audit, Credentials, Outcome, Question, Sandbox};
use iam_sandbox::federation::{Certificate, RevocationList, private_key};
use iam_sandbox::services::signed_text;
use serde_json::{Value, json};

const ROLE: &str = "arn:aws:iam::111122223333:role/telemetry";

struct Plant {
    sandbox: Sandbox,
    anchor: String,
    profile: String,
}

fn document(statement: &Value) -> String {
    json!({ "Version": "2012-10-17", "Statement": statement }).to_string()
}

fn role(sandbox: &mut Sandbox, name: &str, trust: &Value) {
    build(sandbox, "iam:CreateRole", json!({ "RoleName": name, "AssumeRolePolicyDocument": document(trust) }));
    let own = "arn:aws:s3:::telemetry/${aws:PrincipalTag/x509Subject/CN}/*";
    let policy = document(&json!({ "Effect": "Allow", "Action": "s3:*", "Resource": own }));
    build(sandbox, "iam:PutRolePolicy", json!({ "RoleName": name, "PolicyName": "Own", "PolicyDocument": policy }));
}

impl Plant {
    fn new() -> Self {
        let mut sandbox = first();
        let authority = Certificate::new("plant-ca", [("CN", "plant-ca")], 1_000_000, sandbox.now()).text();
        let source = json!({ "sourceType": "CERTIFICATE_BUNDLE", "sourceData": { "x509CertificateData": authority } });
        let input = json!({ "name": "plant", "source": source, "enabled": true });
        let made = build(&mut sandbox, "rolesanywhere:CreateTrustAnchor", input);
        let anchor = made["trustAnchor"]["trustAnchorArn"].as_str().unwrap().to_owned();
        role(
            &mut sandbox,
            "telemetry",
            &json!({
                "Effect": "Allow", "Principal": { "Service": "rolesanywhere.amazonaws.com" },
                "Action": ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"],
                "Condition": {
                    "ArnEquals": { "aws:SourceArn": anchor },
                    "StringLike": { "aws:PrincipalTag/x509Subject/CN": "factory-*" },
                },
            }),
        );
        let input = json!({ "name": "plant", "roleArns": [ROLE], "enabled": true, "durationSeconds": 1800 });
        let made = build(&mut sandbox, "rolesanywhere:CreateProfile", input);
        let profile = made["profile"]["profileArn"].as_str().unwrap().to_owned();
        Self { sandbox, anchor, profile }
    }

    fn certificate(&self, authority: &str, name: &str) -> Certificate {
        Certificate::new(authority, [("CN", name), ("OU", "line-3")], 86_400, self.sandbox.now())
    }

    fn request(&self, certificate: &Certificate, role: &str) -> Value {
        let text = certificate.text();
        let key = private_key(&certificate.issuer, certificate.common_name());
        let signature = Certificate::proof(&key, &signed_text(&self.anchor, &self.profile, role, &text));
        json!({
            "trustAnchorArn": self.anchor, "profileArn": self.profile, "roleArn": role, "cert": text,
            "signature": signature,
        })
    }

    fn ask(&mut self, input: Value) -> Answer {
        call(&mut self.sandbox, Credentials::Anonymous, "rolesanywhere:CreateSession", input)
    }

    fn show(&mut self, certificate: &Certificate) -> Answer {
        let input = self.request(certificate, ROLE);
        self.ask(input)
    }

    /// What `factory-07` is told.
    #[track_caller]
    fn refusal(&mut self) -> String {
        let certificate = self.certificate("plant-ca", "factory-07");
        let (code, status, message) = error(&self.show(&certificate));
        assert_eq!((&*code, status), ("AccessDeniedException", 403));
        message
    }

    fn switch(&mut self, operation: &str, member: &str, arn: &str) {
        build(&mut self.sandbox, &format!("rolesanywhere:{operation}"), json!({ member: arn }));
    }
}

#[track_caller]
fn done(answer: &Answer) -> &Value {
    match &answer.outcome {
        Outcome::Done(output) => &output["credentialSet"][0],
        outcome => panic!("{outcome:?}"),
    }
}

#[test]
fn a_server_gets_a_session_for_its_certificate() {
    let mut plant = Plant::new();
    let certificate = plant.certificate("plant-ca", "factory-07");
    let answer = plant.show(&certificate);
    let made = done(&answer);
    let arn = format!("arn:aws:sts::111122223333:assumed-role/telemetry/{}", certificate.serial_number);
    assert_eq!((&made["assumedRoleUser"]["arn"], &made["sourceIdentity"]), (&json!(arn), &json!("factory-07")));
    let asked: Vec<String> = answer.checks.iter().map(|check| check.request.action.to_string()).collect();
    assert_eq!(asked, ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"]);
    let session = Credentials::key(made["credentials"]["accessKeyId"].as_str().unwrap());
    let may = |folder: &str| {
        let resource = format!("arn:aws:s3:::telemetry/{folder}/x");
        plant.sandbox.preview(&Question::new(session.clone(), "s3:PutObject", &resource))
    };
    assert!(may("factory-07").is_allowed() && !may("factory-08").is_allowed());
    let context = may("factory-07").deciding_check().unwrap().request.context.clone();
    assert_eq!(context.single("aws:principaltag/x509issuer/cn"), Some("plant-ca"));
    assert_eq!(context.single("aws:principaltag/x509subject/ou"), Some("line-3"));
    assert_eq!(context.single("aws:sourceidentity"), Some("factory-07"));
    // Half an hour, as the profile says.
    let key = session.access_key_id().unwrap();
    assert_eq!(plant.sandbox.world().session(key).unwrap().expires, answer.at.plus_seconds(1_800));
}

#[test]
fn certificates_that_do_not_hold_are_refused() {
    let mut plant = Plant::new();
    let good = plant.certificate("plant-ca", "factory-07");
    let foreign = plant.certificate("other-ca", "factory-07");
    assert_eq!(error(&plant.show(&foreign)).2, "Untrusted signing certificate");
    let authority = plant.certificate("plant-ca", "plant-ca");
    assert_eq!(error(&plant.show(&authority)).2, "Untrusted certificate. Insufficient certificate");
    let mut stolen = plant.request(&good, ROLE);
    stolen["signature"] = "00".into();
    assert_eq!(error(&plant.ask(stolen)).2, "Invalid signature");
    let mut none = plant.request(&good, ROLE);
    none["cert"] = "none".into();
    assert_eq!(error(&plant.ask(none)).0, "ValidationException");
    plant.sandbox.advance_clock(86_400);
    assert_eq!(error(&plant.show(&good)).2, "Certificate expired");
}

#[test]
fn what_is_switched_off_lets_nobody_in() {
    let mut plant = Plant::new();
    let (anchor, profile) = (plant.anchor.clone(), plant.profile.clone());
    plant.switch("DisableTrustAnchor", "trustAnchorId", &anchor);
    assert_eq!(plant.refusal(), "Trust anchor is disabled");
    plant.switch("EnableTrustAnchor", "trustAnchorId", &anchor);
    plant.switch("DisableProfile", "profileId", &profile);
    assert_eq!(plant.refusal(), "Profile is disabled");
    plant.switch("EnableProfile", "profileId", &profile);
    let certificate = plant.certificate("plant-ca", "factory-07");
    assert!(plant.show(&certificate).error().is_none());
}

#[test]
fn a_role_beside_the_profile_and_a_name_that_is_not_asked_for_are_refused() {
    let mut plant = Plant::new();
    let certificate = plant.certificate("plant-ca", "factory-07");
    let other = plant.request(&certificate, "arn:aws:iam::111122223333:role/report-editor");
    assert_eq!(error(&plant.ask(other)).2, "Role is not in the profile");
    let mut named = plant.request(&certificate, ROLE);
    named["roleSessionName"] = "line-3".into();
    assert_eq!(error(&plant.ask(named.clone())).2, "Not authorized to set roleSessionName.");
    let input = json!({ "profileId": plant.profile, "acceptRoleSessionName": true });
    build(&mut plant.sandbox, "rolesanywhere:UpdateProfile", input);
    let answer = plant.ask(named);
    assert_eq!(done(&answer)["assumedRoleUser"]["arn"], "arn:aws:sts::111122223333:assumed-role/telemetry/line-3");
}

/// The authority is trusted, and still the trust policy says who of all its servers.
#[test]
fn the_trust_policy_says_which_servers() {
    let mut plant = Plant::new();
    let office = plant.certificate("plant-ca", "office-01");
    assert_eq!(error(&plant.show(&office)).2, format!("Unable to assume role for {ROLE}"));
    // Without the two other actions there is no session, whoever it is.
    let trust = json!({
        "Effect": "Allow", "Principal": { "Service": "rolesanywhere.amazonaws.com" }, "Action": "sts:AssumeRole",
    });
    let input = json!({ "RoleName": "telemetry", "PolicyDocument": document(&trust) });
    build(&mut plant.sandbox, "iam:UpdateAssumeRolePolicy", input);
    assert_eq!(plant.refusal(), format!("Unable to assume role for {ROLE}"));
}

/// A revoked certificate gets no new session; the one that was made lives on.
#[test]
fn revoking_a_certificate_ends_no_session() {
    let mut plant = Plant::new();
    let certificate = plant.certificate("plant-ca", "factory-07");
    let key = done(&plant.show(&certificate))["credentials"]["accessKeyId"].as_str().unwrap().to_owned();
    let list = RevocationList { issuer: "plant-ca".into(), revoked: vec![certificate.serial_number.clone()] };
    let input = json!({ "name": "r", "crlData": list.text(), "enabled": true, "trustAnchorArn": plant.anchor });
    build(&mut plant.sandbox, "rolesanywhere:ImportCrl", input);
    assert_eq!(error(&plant.show(&certificate)).2, "Certificate revoked");
    let other = plant.certificate("plant-ca", "factory-08");
    assert!(plant.show(&other).error().is_none());
    let question = Question::new(Credentials::key(&key), "s3:PutObject", "arn:aws:s3:::telemetry/factory-07/x");
    assert!(plant.sandbox.preview(&question).is_allowed());
    let forged = RevocationList { issuer: "other-ca".into(), revoked: Vec::new() };
    let input = json!({ "name": "r", "crlData": forged.text(), "trustAnchorArn": plant.anchor });
    let answer = call(&mut plant.sandbox, super::owner(), "rolesanywhere:ImportCrl", input);
    assert_eq!(error(&answer).0, "ValidationException");
}

#[test]
fn the_trail_has_the_certificate_and_what_the_service_asked_of_sts() {
    let mut plant = Plant::new();
    let certificate = plant.certificate("plant-ca", "factory-07");
    let answer = plant.show(&certificate);
    let Some(Audit::Recorded(records)) = plant.sandbox.audit(plant.sandbox.steps().len() - 1) else { panic!("none") };
    let [own, behind] = records.as_slice() else { panic!("{records:?}") };
    assert_eq!(
        (&own.event["eventName"], &own.event["eventSource"]),
        (&json!("CreateSession"), &json!("rolesanywhere.amazonaws.com"),)
    );
    assert_eq!(own.event["userIdentity"]["type"], "Unknown");
    assert_eq!(own.event["resources"][0]["ARN"], plant.anchor);
    let made = done(&answer)["credentials"]["secretAccessKey"].as_str().unwrap();
    assert!(!own.event.to_string().contains(made));
    assert_eq!(behind.event["eventName"], "AssumeRole");
    assert_eq!(
        behind.event["userIdentity"],
        json!({ "type": "AWSService", "invokedBy": "rolesanywhere.amazonaws.com" })
    );
    assert_eq!(behind.key_made(), done(&answer)["credentials"]["accessKeyId"].as_str());
    // Whoever is refused is on record, too, and STS was never asked.
    let foreign = plant.certificate("other-ca", "factory-07");
    plant.show(&foreign);
    let Some(Audit::Recorded(records)) = plant.sandbox.audit(plant.sandbox.steps().len() - 1) else { panic!("none") };
    assert_eq!((records.len(), &records[0].event["errorCode"]), (1, &json!("AccessDeniedException")));
}

/// Who makes a profile hands its roles to the service; a certificate of no authority makes no trust anchor.
#[test]
fn profiles_pass_roles_and_trust_anchors_are_authorities() {
    let mut plant = Plant::new();
    super::let_user(
        &mut plant.sandbox,
        "alice",
        &json!({
            "Effect": "Allow", "Action": "rolesanywhere:*", "Resource": "*",
        }),
    );
    let alice = Credentials::Key(super::key(&plant.sandbox, "alice"));
    let input = json!({ "name": "mine", "roleArns": [ROLE] });
    let answer = call(&mut plant.sandbox, alice, "rolesanywhere:CreateProfile", input);
    assert!(error(&answer).2.contains("iam:PassRole"), "{answer:?}");
    let leaf = plant.certificate("plant-ca", "factory-07").text();
    let source = json!({ "sourceType": "CERTIFICATE_BUNDLE", "sourceData": { "x509CertificateData": leaf } });
    let input = json!({ "name": "leaf", "source": source });
    let answer = call(&mut plant.sandbox, super::owner(), "rolesanywhere:CreateTrustAnchor", input);
    assert_eq!(error(&answer).2, "Incorrect basic constraints for CA certificate");
}

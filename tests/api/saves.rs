//! Saves of every format that was ever released.

use super::call;
use iam_sandbox::api::{Credentials, Event, FORMAT, Question, Sandbox, Save};
use serde_json::json;

#[test]
fn format_1_opens_with_its_world_its_history_and_its_sentence() {
    let save = Save::parse(include_str!("../saves/format-1.json")).unwrap();
    assert_eq!(save.format, 1);
    let mut sandbox = Sandbox::open(&save);
    assert_eq!(sandbox.now().to_string(), "2026-11-21T10:03:03Z");
    let alice = sandbox.keys().find(|key| &*key.name == "alice").unwrap();
    let question: Question = serde_json::from_value(save.view["question"].clone()).unwrap();
    assert_eq!(question.credentials, Credentials::Key(alice.access_key_id.clone()));
    assert!(sandbox.preview(&question).is_allowed(), "she was put into Readers");
    // In format 1 a question named its key and nothing else.
    let asked = save.events.iter().find_map(|event| match event {
        Event::Ask(question) => Some(question),
        _ => None,
    });
    assert_eq!(asked.unwrap().credentials, question.credentials);
    let session = sandbox.keys().find(|key| key.parent.as_ref() == Some(&alice.access_key_id)).unwrap();
    let identity = call(&mut sandbox, Credentials::Key(session.access_key_id), "sts:GetCallerIdentity", json!({}));
    let arn = identity.deciding_check().unwrap().request.principal.arn().unwrap();
    assert_eq!(arn.as_str(), "arn:aws:sts::111122223333:assumed-role/report-editor/alice");
    assert_eq!(sandbox.save(json!(null)).format, FORMAT);
}

#[test]
fn format_2_opens_with_an_organization_and_with_callers_who_have_no_key() {
    let save = Save::parse(include_str!("../saves/format-2.json")).unwrap();
    assert_eq!(save.format, 2);
    let mut sandbox = Sandbox::open(&save);
    assert_eq!(sandbox.now().to_string(), "2026-11-21T10:17:03Z");
    let question: Question = serde_json::from_value(save.view["question"].clone()).unwrap();
    let Credentials::Service(service) = &question.credentials else { panic!("{question:?}") };
    assert_eq!(&*service.name, "sns.amazonaws.com");
    assert!(!sandbox.preview(&question).is_allowed(), "the role trusts another account, no service");
    let asked = save.events.iter().filter(|event| matches!(event, Event::Ask(_)));
    assert_eq!(asked.count(), 2);

    let alice = sandbox.keys().find(|key| &*key.name == "alice").unwrap();
    let input = json!({ "RoleArn": question.resource, "RoleSessionName": "alice" });
    let session = call(&mut sandbox, Credentials::Key(alice.access_key_id), "sts:AssumeRole", input);
    assert!(session.is_allowed(), "she was put into Assumers");
    let management = Credentials::Owner("777788889999".parse().unwrap());
    let organization = call(&mut sandbox, management, "organizations:DescribeOrganization", json!({}));
    assert!(organization.error().is_none());
    // What was done is played again and can be taken back.
    assert!(sandbox.undo() && sandbox.undo() && sandbox.undo());
}

#[test]
fn format_3_opens_with_what_runs_who_signed_in_and_what_was_set() {
    let save = Save::parse(include_str!("../saves/format-3.json")).unwrap();
    assert_eq!(save.format, 3);
    let mut sandbox = Sandbox::open(&save);
    assert_eq!(sandbox.now().to_string(), "2026-11-21T10:18:42Z");
    assert!(save.events.iter().any(|event| matches!(event, Event::SignIn(_))));
    assert!(save.events.iter().any(|event| matches!(event, Event::Metadata { .. })));
    assert_eq!(sandbox.world().propagation_seconds(), 10);
    assert!(sandbox.world().account("111122223333".parse().unwrap()).unwrap().has_billing_access);
    let console = sandbox.keys().find(|key| &*key.name == "alice" && key.parent.is_none() && key.expires.is_some());
    let identity =
        call(&mut sandbox, Credentials::Key(console.unwrap().access_key_id), "sts:GetCallerIdentity", json!({}));
    assert!(identity.is_allowed(), "alice is signed in");
    let (code, _) = sandbox.authenticator_code("arn:aws:iam::111122223333:mfa/alice-phone").unwrap();
    assert_eq!(code.len(), 6);
    // The application goes on writing with what its instance has.
    sandbox.advance_clock(600);
    let log = sandbox.world().bucket("reports-prod").unwrap().objects["log.txt"].modified;
    assert!(log.to_string().as_str() > "2026-11-21T10:19", "{log}");
}

#[test]
fn format_4_opens_with_whom_an_organization_trusts_and_who_came_from_outside() {
    let save = Save::parse(include_str!("../saves/format-4.json")).unwrap();
    assert_eq!(save.format, 4);
    let mut sandbox = Sandbox::open(&save);
    let prod = "111122223333".parse().unwrap();
    let organization = sandbox.world().organization_of(prod).unwrap();
    assert!(organization.is_delegated(prod, Some("iam.amazonaws.com")) && organization.membership(prod).is_some());
    assert!(organization.has_root_feature(iam_sandbox::world::RootFeature::RootSessions));
    assert_eq!(organization.tags("111122223333").unwrap().get("stage").map(|value| &**value), Some("live"));
    let object = &sandbox.world().bucket("payroll").unwrap().objects["secret.csv"];
    assert_eq!(object.tags.get("class").map(|value| &**value), Some("secret"));
    let key = sandbox.world().key(object.key.as_ref().unwrap()).unwrap();
    assert_eq!(key.tags.get("team").map(|value| &**value), Some("red"));
    let vera = sandbox.world().sessions().find(|session| session.facts.provider.is_some()).unwrap();
    let vera = Credentials::key(&vera.access_key_id);
    let identity = call(&mut sandbox, vera, "sts:GetCallerIdentity", json!({}));
    assert!(identity.is_allowed(), "vera came with a token");
    // What was done is played again and can be taken back.
    assert!(sandbox.undo() && sandbox.undo());
}

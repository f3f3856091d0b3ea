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

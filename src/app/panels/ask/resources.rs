//! The third part of the sentence: on what.

use super::actions::{Kind, kind_of};
use crate::app::accounts::account_name;
use crate::app::components::combobox::{Choice, ChoiceGroup, Typed};
use crate::app::store::{AppState, Play};
use crate::app::strings::AskStrings;
use iam_sandbox::arn::{AccountId, Arn};
use iam_sandbox::text::{resource_name, short_resource};
use iam_sandbox::world::World;
use yew::AttrValue;

/// A resource of the world.
#[derive(Clone, PartialEq, Debug)]
struct Resource {
    arn: Arn,
    kind: Kind,
    account: AccountId,
}

/// What the world holds, by account.
fn resources(world: &World) -> Vec<Resource> {
    let mut all = Vec::new();
    for account in world.accounts() {
        let id = account.id;
        let mut add = |arn: Arn, kind: Kind| all.push(Resource { arn, kind, account: id });
        for bucket in world.buckets().filter(|bucket| bucket.account == id) {
            for key in bucket.objects.keys() {
                add(bucket.object_arn(key), Kind::Object);
            }
            add(bucket.arn(), Kind::Bucket);
        }
        account.roles().for_each(|role| add(role.arn.clone(), Kind::Role));
        account.users().for_each(|user| add(user.arn.clone(), Kind::User));
        account.groups().for_each(|group| add(group.arn.clone(), Kind::Group));
        account.policies().for_each(|policy| add(policy.arn.clone(), Kind::Policy));
        world.keys().filter(|key| key.account == id).for_each(|key| add(key.arn(), Kind::Key));
    }
    all
}

/// What an ARN names; none if that is not known.
fn kind_of_resource(resource: &str) -> Option<Kind> {
    if resource == "*" {
        return Some(Kind::Nothing);
    }
    let arn: Arn = resource.parse().ok()?;
    match (arn.service(), arn.resource().split_once('/')) {
        ("s3", None) => Some(Kind::Bucket),
        ("s3", Some(_)) => Some(Kind::Object),
        ("iam", Some(("role", _))) => Some(Kind::Role),
        ("iam", Some(("user", _))) => Some(Kind::User),
        ("iam", Some(("group", _))) => Some(Kind::Group),
        ("iam", Some(("policy", _))) => Some(Kind::Policy),
        ("kms", Some(("key", _))) => Some(Kind::Key),
        _ => None,
    }
}

/// The resource to ask about when the action has become `action`: the same if it fits, else one that
/// does, near the old one or in the caller's account if there is one.
pub fn proposal(world: &World, action: &str, resource: &str, caller: Option<AccountId>) -> Box<str> {
    let Some(wanted) = kind_of(action) else {
        // Of other services nothing is in the world; what belongs to another service cannot be meant.
        let service = action.split(':').next().unwrap_or_default();
        let is_of_service = resource.parse().is_ok_and(|arn: Arn| arn.service().eq_ignore_ascii_case(service));
        return if is_of_service { resource.into() } else { "*".into() };
    };
    if Some(wanted) == kind_of_resource(resource) {
        return resource.into();
    }
    if wanted == Kind::Nothing {
        return "*".into();
    }
    let old: Option<Arn> = resource.parse().ok();
    let bucket = |arn: &Arn| world.bucket_of(arn).map(|bucket| bucket.name.clone());
    let old_bucket = old.as_ref().and_then(bucket);
    let fitting = resources(world).into_iter().filter(|resource| resource.kind == wanted);
    let nearest = fitting.min_by_key(|resource| {
        let is_near = old_bucket.is_some() && bucket(&resource.arn) == old_bucket;
        (!is_near, Some(resource.account) != caller)
    });
    nearest.map_or_else(|| resource.into(), |resource| resource.arn.as_str().into())
}

/// What the world holds: first what the action works on, then the rest by account.
pub fn choices(state: &AppState, action: &str, words: &AskStrings) -> Vec<ChoiceGroup> {
    let sandbox = &state.sandbox;
    let wanted = kind_of(action);
    let mut fitting = ChoiceGroup { title: words.fitting.into(), choices: Vec::new() };
    let mut others: Vec<ChoiceGroup> = Vec::new();
    if wanted == Some(Kind::Nothing) {
        fitting.choices.push(choice("*", words.no_resource, None));
    }
    // What a lesson asks about need not be in the world.
    let of_lesson = state.play.iter().flat_map(Play::questions).filter(|question| *question.action == *action);
    for resource in iam_sandbox::ordered::set(of_lesson.map(|question| &*question.resource)) {
        let is_there = resource.parse().is_ok_and(|arn: Arn| resources(sandbox.world()).iter().any(|it| it.arn == arn));
        if !is_there && !fitting.choices.iter().any(|choice| *choice.value == *resource) {
            fitting.choices.push(choice(resource, resource, None));
        }
    }
    for resource in resources(sandbox.world()) {
        let alias = sandbox.world().key(&resource.arn).map(|key| format!("{} · {}", key.name(), resource.arn));
        let note = alias.unwrap_or_else(|| resource.arn.to_string());
        let name = resource_name(sandbox.world(), resource.arn.as_str());
        let choice = Choice { text: name.into(), ..choice(resource.arn.as_str(), &note, Some(glyph(resource.kind))) };
        if wanted == Some(resource.kind) {
            fitting.choices.push(choice);
            continue;
        }
        let title = AttrValue::from(account_name(sandbox.world(), resource.account));
        match others.iter_mut().find(|group| group.title == title) {
            Some(group) => group.choices.push(choice),
            None => others.push(ChoiceGroup { title, choices: vec![choice] }),
        }
    }
    others.insert(0, fitting);
    others
}

fn choice(resource: &str, note: &str, glyph: Option<&'static str>) -> Choice {
    Choice {
        value: resource.to_owned().into(),
        text: short_resource(resource).to_owned().into(),
        note: note.to_owned().into(),
        glyph,
        ..Choice::default()
    }
}

fn glyph(kind: Kind) -> &'static str {
    match kind {
        Kind::Object | Kind::Bucket => "bucket",
        Kind::User => "user",
        Kind::Group => "group",
        Kind::Role => "role",
        Kind::Key => "key",
        Kind::Policy | Kind::Nothing => "policy",
    }
}

/// An ARN and `*` are taken as they are, `bucket/key` is completed, and so is a bucket's name where
/// the action works on buckets; else it may be named as the terminal takes it.
pub fn typed(text: &AttrValue, action: &str, state: &AppState, words: &AskStrings) -> Typed {
    let text = text.trim();
    let is_arn = text.parse::<Arn>().is_ok_and(|arn| !arn.resource().is_empty());
    let has_blank = text.contains(char::is_whitespace);
    let is_bucket = |name: &str| {
        let is_letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-.".contains(&byte);
        (3..=63).contains(&name.len()) && name.bytes().all(is_letter)
    };
    let wanted = kind_of(action);
    // Elsewhere `role/editor` or `key/seal` would be meant otherwise.
    let may_be_object = matches!(wanted, None | Some(Kind::Object | Kind::Bucket | Kind::Nothing));
    let completed = match text.split_once('/') {
        _ if (is_arn && !has_blank) || text == "*" => text.to_owned(),
        Some((bucket, key)) if may_be_object && is_bucket(bucket) && !key.is_empty() => format!("arn:aws:s3:::{text}"),
        None if wanted == Some(Kind::Bucket) && is_bucket(text) => format!("arn:aws:s3:::{text}"),
        _ => {
            // A key may be called by its alias alone, as the page does.
            let key = named(&format!("key/{text}"), state).filter(|_| wanted == Some(Kind::Key));
            let found = key.or_else(|| named(text, state));
            let fits = |choice: &Choice| may_be_object || wanted == kind_of_resource(&choice.value);
            return match found {
                Some(Typed::Choice(choice)) if fits(&choice) => Typed::Choice(choice),
                _ => Typed::Refused(words.bad_resource.into()),
            };
        }
    };
    let note = if completed == text { words.as_typed.to_owned() } else { completed.clone() };
    Typed::Choice(Choice {
        value: completed.into(),
        text: text.to_owned().into(),
        note: note.into(),
        ..Choice::default()
    })
}

/// What is named by its service, `ec2:instance/*`, or by its kind, `role/editor`, as the terminal takes it.
fn named(text: &str, state: &AppState) -> Option<Typed> {
    let home = state.acting_account().or_else(|| state.sandbox.world().accounts().next().map(|account| account.id))?;
    let found = iam_sandbox::cli::resource(state.sandbox.world(), home, text).ok()?;
    let (service, rest) = text.split_once(':').unwrap_or_default();
    let is_service = iam_sandbox::catalog::service_model(service).is_some() && !rest.is_empty();
    let is_meant = !text.contains(char::is_whitespace) && (found.is_there && service.is_empty() || is_service);
    is_meant.then(|| {
        Typed::Choice(Choice {
            value: found.arn.to_string().into(),
            text: text.to_owned().into(),
            note: found.arn.to_string().into(),
            ..Choice::default()
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::strings::strings;
    use iam_sandbox::json::json;
    use iam_sandbox::text::Language;

    const MAY: &str = "arn:aws:s3:::payroll/may.csv";

    #[track_caller]
    fn check_proposal(action: &str, resource: &str, expected: &str) {
        let sandbox = AppState::first(Language::English, None).sandbox;
        let caller = sandbox.keys().next().map(|key| key.account);
        assert_eq!(&*proposal(sandbox.world(), action, resource, caller), expected);
    }

    #[test]
    fn a_resource_that_fits_stays() {
        check_proposal("s3:PutObject", MAY, MAY);
        check_proposal("ec2:RunInstances", MAY, "*");
        let table = "arn:aws:dynamodb:eu-west-1:111122223333:table/reports";
        check_proposal("dynamodb:Query", table, table);
        check_proposal("s3:GetObject", "arn:aws:s3:::nowhere/x", "arn:aws:s3:::nowhere/x");
    }

    #[test]
    fn another_is_proposed_as_near_as_there_is() {
        check_proposal("s3:ListBucket", "arn:aws:s3:::reports-prod/q1.csv", "arn:aws:s3:::reports-prod");
        check_proposal("s3:GetObject", "arn:aws:s3:::dev-scratch", "arn:aws:s3:::dev-scratch/notes.txt");
        check_proposal("sts:AssumeRole", MAY, "arn:aws:iam::111122223333:role/report-editor");
        check_proposal("sts:GetCallerIdentity", MAY, "*");
        check_proposal("s3:GetObject", "*", MAY);
    }

    #[test]
    fn what_the_action_works_on_comes_first() {
        let state = AppState::first(Language::English, None);
        let groups = choices(&state, "sts:AssumeRole", &strings(Language::English).ask);
        assert_eq!(
            groups[0].choices.iter().map(|choice| choice.text.as_str()).collect::<Vec<_>>(),
            ["role/report-editor"]
        );
        assert!(groups[1..].iter().all(|group| group.choices.iter().all(|choice| choice.glyph != Some("role"))));
    }

    #[test]
    fn what_the_terminal_takes_is_taken_here() {
        let state = AppState::first(Language::English, None);
        let taken = |text: &'static str| match named(text, &state) {
            Some(Typed::Choice(choice)) => Some(choice.value.to_string()),
            _ => None,
        };
        let instances = taken("ec2:instance/*").unwrap();
        assert!(
            instances.starts_with("arn:aws:ec2:") && instances.ends_with(":111122223333:instance/*"),
            "{instances}"
        );
        assert_eq!(taken("iam:role/new").as_deref(), Some("arn:aws:iam::111122223333:role/new"));
        assert_eq!(taken("role/report-editor").as_deref(), Some("arn:aws:iam::111122223333:role/report-editor"));
        assert_eq!((taken("role/nobody"), taken("nonsense:x"), taken("ec2:")), (None, None, None));
    }

    #[test]
    fn buckets_and_keys_are_completed() {
        let state = AppState::first(Language::English, None);
        let taken = |text: &'static str, action: &str| match typed(
            &text.into(),
            action,
            &state,
            &strings(Language::English).ask,
        ) {
            Typed::Choice(choice) => Some(choice.value.to_string()),
            Typed::Refused(_) => None,
        };
        assert_eq!(taken("payroll/new.csv", "s3:PutObject").as_deref(), Some("arn:aws:s3:::payroll/new.csv"));
        assert_eq!(taken("archive", "s3:ListBucket").as_deref(), Some("arn:aws:s3:::archive"));
        assert_eq!(taken("archive", "s3:GetObject"), None);
        assert_eq!(taken("*", "s3:GetObject").as_deref(), Some("*"));
        assert_eq!(taken("arn:aws:iam::111122223333:role/x y", "sts:AssumeRole"), None);
        assert_eq!(taken("role/nobody", "sts:AssumeRole"), None);
        let editor = "arn:aws:iam::111122223333:role/report-editor";
        assert_eq!(taken("role/report-editor", "sts:AssumeRole").as_deref(), Some(editor));
        // What is no key is no object either, where the action works on keys.
        assert_eq!((taken("payroll/may.csv", "kms:Decrypt"), taken("seal", "kms:Decrypt")), (None, None));
    }

    #[test]
    fn a_key_is_called_by_its_alias() {
        let mut state = AppState::first(Language::English, None);
        let account = state.sandbox.world().accounts().next().unwrap().id;
        let made = |state: &mut AppState, operation: &str, input: serde_json::Value| {
            let environment = iam_sandbox::authz::Environment::default();
            let credentials = iam_sandbox::api::Credentials::Owner(account);
            let call = iam_sandbox::api::ApiCall { credentials, operation: operation.into(), input, environment };
            assert_eq!(state.sandbox.call(call).error(), None);
        };
        made(&mut state, "kms:CreateKey", json!({}));
        let key = state.sandbox.world().keys().next().unwrap().arn();
        made(&mut state, "kms:CreateAlias", json!({ "AliasName": "alias/seal", "TargetKeyId": key.as_str() }));
        for text in ["seal", "key/seal"] {
            let found = typed(&text.into(), "kms:Decrypt", &state, &strings(Language::English).ask);
            assert!(matches!(found, Typed::Choice(choice) if *choice.value == *key.as_str()), "{text}");
        }
        assert_eq!(resource_name(state.sandbox.world(), key.as_str()), "key/seal");
        let groups = choices(&state, "kms:Decrypt", &strings(Language::English).ask);
        assert!(groups[0].choices.iter().any(|choice| choice.text == "key/seal"));
    }
}

//! What to ask next: a few sentences near the present one.

use crate::app::store::{Action, AppState, use_dispatch, use_snapshot};
use crate::app::strings::{WhyStrings, strings};
use iam_sandbox::api::{Credentials, KeyInUse, KeyKind, Question};
use iam_sandbox::arn::Arn;
use iam_sandbox::text::short_resource;
use iam_sandbox::world::Account;
use yew::prelude::*;

/// The suggestions.
#[component]
pub fn Next() -> Html {
    let state = use_snapshot();
    let dispatch = use_dispatch();
    let labels = &strings(state.language).why;
    let items = suggestions(&state, labels);
    let item = |(label, action): (String, Action)| {
        let dispatch = dispatch.clone();
        let onclick = Callback::from(move |_| dispatch.dispatch(action.clone()));
        // A chip that has the focus never becomes another: Enter would do what was not chosen.
        html! { <li key={label.clone()}><button class="next-item" type="button" {onclick}>{ label }</button></li> }
    };
    html! {
        <section class="block next" aria-labelledby="next-title">
            <h2 class="zone-title" id="next-title">{ labels.ask_else }</h2>
            <ul class="next-list">{ for items.into_iter().map(item) }</ul>
        </section>
    }
}

fn suggestions(state: &AppState, labels: &WhyStrings) -> Vec<(String, Action)> {
    let now = state.sandbox.now();
    let Some(acting) = state.acting_key() else {
        let keys = state.sandbox.keys().filter(|key| key.is_active && !key.is_expired(now));
        let somebody = keys.take(2).map(|key| ((labels.as_somebody)(&key.name), Action::ActAs(key.access_key_id)));
        return somebody.chain(other_actions(&state.question)).collect();
    };
    let mut items = Vec::new();
    if acting.is_expired(now) && acting.kind == KeyKind::Role && acting.parent.is_some() {
        items.push(((labels.assume_again)(&acting.name), Action::AssumeAgain));
    }
    if acting.expires.is_some() && !acting.is_expired(now) {
        items.push((labels.hour_later.to_owned(), Action::Advance(3_600)));
    }
    items.extend(sessions(state, &acting, labels));
    let others = state.sandbox.keys().filter(|key| {
        key.access_key_id != acting.access_key_id && key.is_active && !key.is_expired(now) && key.name != acting.name
    });
    items.extend(others.take(2).map(|key| ((labels.as_somebody)(&key.name), Action::ActAs(key.access_key_id))));
    // With credentials that have ended, every other action would end the same way.
    if !acting.is_expired(now) {
        items.extend(other_actions(&state.question));
    }
    items.truncate(5);
    items
}

/// Roles that the acting key may assume, and has no session of.
fn sessions(state: &AppState, acting: &KeyInUse, labels: &WhyStrings) -> Option<(String, Action)> {
    let roles = state.sandbox.world().accounts().flat_map(Account::roles);
    let may_assume = |arn: &Arn| {
        let question = Question::new(Credentials::key(&acting.access_key_id), "sts:AssumeRole", arn.as_str());
        acting.session_name.is_none() && state.sandbox.preview(&question).is_allowed()
    };
    let role = roles.map(|role| role.arn.clone()).find(may_assume)?;
    let action =
        Action::AssumeRole { role_arn: role.to_string(), session_name: acting.name.to_string(), duration_seconds: 900 };
    Some(((labels.as_session)(role.last_name()), action))
}

/// Other things to do with the same object or its bucket.
fn other_actions(question: &Question) -> Vec<(String, Action)> {
    let Ok(arn) = question.resource.parse::<Arn>() else { return Vec::new() };
    if arn.service() != "s3" {
        return Vec::new();
    }
    let bucket = arn.resource().split('/').next().unwrap_or_default();
    let candidates = [
        ("s3:ListBucket", Arn::new("s3", "", None, bucket)),
        ("s3:PutObject", arn.clone()),
        ("s3:DeleteObject", arn.clone()),
        ("s3:GetObject", arn.clone()),
    ];
    let is_object = arn.resource().contains('/');
    let fits = |action: &str| *action != *question.action && (is_object || action == "s3:ListBucket");
    let candidates = candidates.into_iter().filter(|(action, _)| fits(action));
    let ask = |(action, resource): (&str, Arn)| {
        let label = format!("{action} {}", short_resource(resource.as_str()));
        let question = Question { action: action.into(), resource: resource.as_str().into(), ..question.clone() };
        (label, Action::SetQuestion(question))
    };
    candidates.map(ask).collect()
}

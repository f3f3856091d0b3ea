//! The card of a credential: what it is, who made it and from where, its family, and what can be done with it.

use super::actor::actor;
use super::wallet::{Credential, made_by, source_ip};
use crate::app::accounts::account_name;
use crate::app::components::credential_card::CredentialCard;
use crate::app::components::focus::focus;
use crate::app::store::{Action, Snapshot};
use crate::app::strings::strings;
use gloo::utils::document;
use iam_sandbox::api::{ApiCall, Credentials, KeyInUse};
use iam_sandbox::world::Session;
use yew::prelude::*;

/// What the card needs.
#[derive(Clone, Properties)]
pub(super) struct LaneCardProps {
    /// The state.
    pub state: Snapshot,
    /// Whose card it is.
    pub one: Credential,
    /// Where actions go.
    pub on: Callback<Action>,
    /// Shows the card of another, or none.
    pub on_select: Callback<Option<Box<str>>>,
}

impl PartialEq for LaneCardProps {
    fn eq(&self, other: &Self) -> bool {
        self.state == other.state && self.one.key == other.one.key
    }
}

/// See the module.
#[component]
pub(super) fn LaneCard(props: &LaneCardProps) -> Html {
    let shows_copy = use_state(|| false);
    use_focus_of(&props.one.key.access_key_id);
    let (state, one) = (&props.state, &props.one);
    let all = strings(state.language);
    let labels = &all.trail;
    let onclose = props.on_select.reform(|_: MouseEvent| None);
    let session = state.sandbox.world().session(&one.key.access_key_id).cloned();
    let toggle = {
        let shows_copy = shows_copy.clone();
        move |_: MouseEvent| shows_copy.set(!*shows_copy)
    };
    html! {
        <section class="event-detail" id="lane-card" aria-labelledby="lane-card-title" tabindex="-1">
            <div class="zone-head">
                <h3 class="card-title" id="lane-card-title"><span translate="no">{ one.called() }</span>{ " · " }{ labels.kinds[one.kind as usize] }</h3>
                <button class="close" type="button" aria-label={labels.close_card} onclick={onclose}></button>
            </div>
            { facts(props) }
            <div class="buttons">
                { ask_with(props) }
                { revoke(props, session.as_ref()) }
                if session.is_some() {
                    <button class="button little" type="button" aria-expanded={shows_copy.to_string()} onclick={toggle}>
                        { all.credential.show }
                    </button>
                }
            </div>
            if let Some(session) = session.filter(|_| *shows_copy) { { copy(props, &session) } }
            { family(props) }
        </section>
    }
}

/// Where the lanes give way to the card, the focus goes along; and back to the lane when the card is closed.
#[hook]
fn use_focus_of(access_key_id: &str) {
    use_effect_with(access_key_id.to_owned(), |id| {
        let lane = format!("[data-key=\"{id}\"]");
        let found = document().query_selector(&lane).ok().flatten();
        if found.is_none_or(|lane| lane.get_bounding_client_rect().width() == 0.0) {
            focus("#lane-card");
        }
        move || {
            gloo::timers::callback::Timeout::new(0, move || {
                let active = document().active_element();
                if active.is_none_or(|active| active.tag_name().eq_ignore_ascii_case("body")) {
                    focus(&lane);
                }
            })
            .forget();
        }
    });
}

fn facts(props: &LaneCardProps) -> Html {
    let (state, one) = (&props.state, &props.one);
    let all = strings(state.language);
    let labels = &all.trail;
    let made = made_by(state, &one.key.access_key_id);
    let maker = made.map(|(step, _)| actor(state, step));
    let source = made.and_then(|(step, _)| source_ip(&step.event));
    let ends = one.key.expires.map(|at| at.to_string());
    let used = state.sandbox.activity().key(&one.key.access_key_id);
    let used = used.map(|used| format!("{} ({})", used.at, used.service));
    html! {
        <dl class="facts">
            <dt>{ all.credential.access_key_id }</dt><dd><code translate="no">{ one.key.access_key_id.to_string() }</code></dd>
            <dt>{ labels.account }</dt><dd translate="no">{ account_name(state.sandbox.world(), one.key.account) }</dd>
            <dt>{ labels.issued }</dt>
            <dd>
                { one.key.issued.to_string() }
                if let Some(maker) = maker { { (labels.issued_by)(&maker.name) } }
                if let Some(source) = source { { (labels.issued_from)(source) } }
            </dd>
            <dt>{ labels.state }</dt><dd>{ one.standing(state.sandbox.now(), all) }</dd>
            if let Some(used) = used { <dt>{ labels.last_use }</dt><dd>{ used }</dd> }
            if let Some(ends) = ends { <dt>{ all.credential.ends }</dt><dd>{ ends }</dd> }
        </dl>
    }
}

fn ask_with(props: &LaneCardProps) -> Html {
    let labels = &strings(props.state.language).trail;
    let id = props.one.key.access_key_id.clone();
    let is_there = props.state.sandbox.world().key_owner(&id).is_some();
    if props.state.question.credentials.access_key_id() == Some(&*id) {
        return html! { <span class="small muted">{ strings(props.state.language).time.acting }</span> };
    }
    let onclick = props.on.reform(move |_: MouseEvent| Action::ActAs(id.clone()));
    html! {
        if is_there { <button class="button little primary" type="button" {onclick}>{ labels.ask_with }</button> }
    }
}

/// The console's button on a role, for its sessions that were issued before now.
fn revoke(props: &LaneCardProps, session: Option<&Session>) -> Html {
    let state = &props.state;
    let labels = &strings(state.language).trail;
    let Some(role) = session.and_then(Session::role).and_then(|role| state.sandbox.world().role(role)) else {
        return Html::default();
    };
    let is_linked = role.arn.resource().starts_with("role/aws-service-role/");
    if is_linked || !state.can_build() || props.one.revoked.is_some() {
        return Html::default();
    }
    let account = props.one.key.account;
    let call = ApiCall::revoke_sessions(Credentials::Owner(account), &role.name, state.sandbox.now());
    let onclick = props.on.reform(move |_: MouseEvent| {
        let input = call.input.clone();
        Action::Call { account, operation: "iam:PutRolePolicy", input, then_open: None }
    });
    html! {
        <button class="button little danger" type="button" title={labels.revoke_note} {onclick}>
            { (labels.revoke)(&role.name) }
        </button>
    }
}

fn copy(props: &LaneCardProps, session: &Session) -> Html {
    let text = |value: &str| AttrValue::from(value.to_owned());
    html! {
        <CredentialCard id="lane-credential" language={props.state.language} access_key_id={text(&session.access_key_id)}
            secret={Some(text(&session.secret))} token={Some(text(&session.token))}
            expiration={Some(AttrValue::from(session.expires.to_string()))}
            profile={text(session.name().unwrap_or_else(|| session.behind().last_name()))} />
    }
}

/// Where it came from, and what came of it.
fn family(props: &LaneCardProps) -> Html {
    let (state, own) = (&props.state, &props.one.key);
    let labels = &strings(state.language).trail;
    let keys: Vec<KeyInUse> = state.sandbox.keys().collect();
    let parent = keys.iter().find(|key| own.parent.as_ref() == Some(&key.access_key_id));
    let children: Vec<&KeyInUse> = keys.iter().filter(|key| key.parent.as_ref() == Some(&own.access_key_id)).collect();
    if parent.is_none() && children.is_empty() {
        return Html::default();
    }
    let link = |key: &KeyInUse| {
        let id = key.access_key_id.clone();
        let onclick = props.on_select.reform(move |_: MouseEvent| Some(id.clone()));
        let name = match &key.session_name {
            Some(session) => format!("{} ({session})", key.name),
            None => key.name.to_string(),
        };
        html! { <button class="link" type="button" translate="no" {onclick}>{ name }</button> }
    };
    html! {
        <dl class="facts">
            if let Some(parent) = parent { <dt>{ labels.made_with }</dt><dd>{ link(parent) }</dd> }
            if !children.is_empty() {
                <dt>{ labels.made_sessions }</dt>
                <dd>{ for children.into_iter().map(|key| html! { <>{ link(key) }{ " " }</> }) }</dd>
            }
        </dl>
    }
}

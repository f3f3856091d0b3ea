//! The metadata service of an instance, as it is asked there: the request as a line of `curl`, the answer as it came,
//! and in words what is the matter with it.

use super::credential::card;
use super::rows::act_with;
use super::scene::Scene;
use crate::app::components::inline_panel::InlinePanel;
use crate::app::components::segmented::Segmented;
use crate::app::store::Action;
use iam_sandbox::api::{Event, MetadataRequest, MetadataResponse, Step};
use iam_sandbox::world::Instance;
use serde_json::Value;
use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

/// How long a token is asked for: the longest there is (rule G-7).
const TOKEN_SECONDS: u32 = 21_600;
const TOKEN_PATH: &str = "/latest/api/token";
const ROLE_PATH: &str = "/latest/meta-data/iam/security-credentials/";
const IDENTITY_PATH: &str = "/latest/dynamic/instance-identity/document";

/// The key of the panel.
pub(super) fn form(instance: &Instance) -> String {
    format!("metadata/{}", instance.id)
}

/// The panel, if it is open.
pub(super) fn panel(scene: &Scene, instance: &Instance) -> Html {
    if !scene.is_form_open(&form(instance)) {
        return Html::default();
    }
    html! { <Metadata key="metadata" scene={scene.clone()} id={instance.id.to_string()} /> }
}

/// Properties of [`Metadata`].
#[derive(Properties, PartialEq)]
struct MetadataProps {
    /// The state, and where actions go.
    scene: Scene,
    /// The instance.
    id: String,
}

/// A request that was made, and what was answered.
type Exchange<'a> = (&'a MetadataRequest, &'a MetadataResponse);

/// See the module. What was asked is read off the history, so that undo takes it along.
#[component]
fn Metadata(props: &MetadataProps) -> Html {
    let scene = &props.scene;
    let words = &scene.compute().metadata;
    let place = use_state(|| 0_usize);
    let version = use_state(|| 0_usize);
    let exchange_node = use_node_ref();
    let n_asked = scene.state.sandbox.steps().iter().filter_map(|step| exchange(step, &props.id)).count();
    use_answer_in_sight(exchange_node.clone(), n_asked);
    let Some(instance) = scene.world().instance(&props.id) else { return Html::default() };
    let steps = scene.state.sandbox.steps();
    let asked = || steps.iter().rev().filter_map(|step| exchange(step, &props.id));
    let is_token = |(request, answer): &Exchange<'_>| &*request.path == TOKEN_PATH && answer.is_success();
    let token = asked().find(is_token).map(|(_, answer)| answer.body.clone());
    let role = role(scene, instance);
    let is_with_token = *version == 0;
    let ask = |which: usize| {
        let hops = if *place == 0 { 1 } else { 2 };
        let get = |path: &str| match token.as_deref().filter(|_| is_with_token) {
            Some(token) => MetadataRequest::get_with_token(path, token),
            None => MetadataRequest::get(path),
        };
        let request = match which {
            0 => MetadataRequest::put_token(TOKEN_SECONDS),
            1 => get(ROLE_PATH),
            2 => get(&format!("{ROLE_PATH}{role}")),
            _ => get(IDENTITY_PATH),
        };
        let request = MetadataRequest { hops, ..request };
        scene.send(Action::AskMetadata { instance: props.id.clone().into(), request })
    };
    let choice = |name: &str, label: &'static str, options: [&'static str; 2], chosen: &UseStateHandle<usize>| {
        let chosen_now = chosen.clone();
        html! {
            <div class="form-row">
                <span class="small muted" aria-hidden="true">{ label }</span>
                <Segmented name={format!("{name}-{}", props.id)} {label} options={options.map(AttrValue::from).to_vec()}
                    selected={Some(**chosen)} on_choose={Callback::from(move |index| chosen_now.set(index))} />
            </div>
        }
    };
    html! {
        <InlinePanel id={form(instance)} title={(words.title)(instance.name())}
            close_label={scene.strings().form.close} on_close={scene.close_form()}>
            <p class="small muted">{ words.note }</p>
            { choice("metadata-from", words.from, words.places, &place) }
            { choice("metadata-token", words.version, words.with_token, &version) }
            if is_with_token && token.is_none() {
                <p class="small muted">{ words.no_token_yet }</p>
            }
            <div class="row-actions" role="group" aria-label={words.ask}>
                { for words.requests.iter().enumerate().map(|(index, label)| html! {
                    <button key={index} class="button little" type="button" onclick={ask(index)}>{ *label }</button>
                }) }
            </div>
            <div ref={exchange_node} class="metadata-exchange" role="status" aria-label={words.exchange}>
                if let Some(last) = asked().next() {
                    { show(scene, instance, last) }
                }
            </div>
        </InlinePanel>
    }
}

/// Brings the answer into sight when there is another one, which on a phone stands below the edge.
#[hook]
fn use_answer_in_sight(node: NodeRef, n_asked: usize) {
    let seen = use_mut_ref(|| n_asked);
    use_effect_with(n_asked, move |&n_asked| {
        if let Some(element) = node.cast::<Element>().filter(|_| n_asked > *seen.borrow()) {
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Nearest);
            element.scroll_into_view_with_scroll_into_view_options(&options);
        }
        *seen.borrow_mut() = n_asked;
    });
}

/// The exchange of a step that somebody told, if it is one with that instance.
fn exchange<'a>(step: &'a Step, id: &str) -> Option<Exchange<'a>> {
    match (&step.event, &step.metadata) {
        (Event::Metadata { instance, request }, Some(answer)) if step.is_told() && **instance == *id => {
            Some((request, answer))
        }
        _ => None,
    }
}

/// The name that stands at the path of the role: of the one whose credentials are there, or of the one in the profile.
fn role(scene: &Scene, instance: &Instance) -> String {
    let held = instance.credentials.as_ref().map(|held| held.role.to_string());
    let in_profile = || Some(scene.world().role_on(instance.association.as_ref()?)?.name.to_string());
    held.or_else(in_profile).unwrap_or_default()
}

fn show(scene: &Scene, instance: &Instance, (request, answer): Exchange<'_>) -> Html {
    let words = &scene.compute().metadata;
    let status = answer.status.map_or_else(|| words.silence.to_owned(), |status| format!("HTTP {status}"));
    let key = serde_json::from_str(&answer.body)
        .ok()
        .and_then(|body: Value| Some(body.get("AccessKeyId")?.as_str()?.to_owned()));
    let tone = if answer.is_success() { "allow" } else { "explicit" };
    html! {
        <>
            <pre class="exchange" translate="no"><code><b>{ format!("$ {}", curl(request)) }</b></code></pre>
            <p class="small" data-tone={tone}>
                <b>{ status }</b>
                if let Some(why) = why(scene, instance, (request, answer), key.is_some()) { { " · " }{ why } }
            </p>
            if answer.status.is_some() && !answer.body.is_empty() {
                <pre class="exchange" translate="no" role="region" tabindex="0" aria-label={words.exchange}>
                    <code>{ answer.body.clone() }</code>
                </pre>
            }
            if let Some(session) = key.and_then(|key| scene.world().session(&key)) {
                <div class="row-actions">
                    { act_with(scene, scene.compute().instance.act_as, &session.access_key_id) }
                </div>
                <details>
                    <summary>{ scene.credential().show }</summary>
                    { card(scene, &form(instance), session) }
                </details>
            }
        </>
    }
}

/// The request as it is typed on the instance.
fn curl(request: &MetadataRequest) -> String {
    let method = if &*request.method == "GET" { String::new() } else { format!("-X {} ", request.method) };
    let headers = request.headers.iter().map(|(name, value)| format!("-H \"{name}: {value}\" "));
    format!("curl {method}{}http://169.254.169.254{}", headers.collect::<Vec<_>>().concat(), request.path)
}

/// What the answer means, where it does not say so itself.
fn why(scene: &Scene, instance: &Instance, (request, answer): Exchange<'_>, has_key: bool) -> Option<AttrValue> {
    let words = &scene.compute().metadata;
    let is_token = &*request.path == TOKEN_PATH;
    let text = match answer.status {
        None if !instance.is_running() => words.not_running,
        None => return Some((words.too_far)(instance.metadata.hop_limit).into()),
        Some(200) if is_token => words.is_token,
        Some(200) if has_key => words.are_credentials,
        Some(200) if answer.body.contains("AssumeRoleUnauthorizedAccess") => words.no_role,
        Some(200) => return None,
        Some(400) => words.bad_request,
        Some(401) if request.headers.is_empty() => words.needs_token,
        Some(401) => words.bad_token,
        Some(403) => words.switched_off,
        Some(_) if instance.association.is_none() => words.no_profile,
        Some(_) => words.not_found,
    };
    Some(text.into())
}

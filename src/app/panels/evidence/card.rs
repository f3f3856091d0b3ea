//! Cards that stand where there is no document: an empty shelf, a resource without policy, the
//! credentials.

use super::document::policy_text;
use crate::app::store::{Action, Popup, Tab, use_dispatch, use_snapshot};
use crate::app::strings::strings;
use iam_sandbox::analysis::{Change, DocumentRef, Flip};
use iam_sandbox::api::Credentials;
use iam_sandbox::world::Session;
use yew::prelude::*;

/// Props of [`Shelf`].
#[derive(Clone, PartialEq, Properties)]
pub struct ShelfProps {
    /// Who has no policies.
    pub who: String,
    /// The key of the user or role in the world.
    pub object: String,
    /// Keeps what is written.
    pub on_draft: Callback<(DocumentRef, Option<String>)>,
}

/// Somebody without policies, and the two ways out.
#[component]
pub fn Shelf(props: &ShelfProps) -> Html {
    let state = use_snapshot();
    let dispatch = use_dispatch();
    let labels = &strings(state.language).evidence;
    let missing = state.flips.iter().find(|flip| matches!(flip.change, Change::IdentityStatement { .. }));
    let attach = {
        let (dispatch, object) = (dispatch.clone(), props.object.clone());
        Callback::from(move |_| {
            dispatch.dispatch(Action::SetTab(Tab::World));
            dispatch.dispatch(Action::SelectObject(Some(object.clone())));
            dispatch.dispatch(Action::OpenPopup(Some(Popup::World(format!("attach/{object}")))));
        })
    };
    html! {
        <div class="card">
            <h3 class="card-title">{ (labels.no_policies)(&props.who) }</h3>
            <p>{ labels.no_policies_note }</p>
            if state.can_build() {
                <div class="buttons">
                    if let Some(flip) = missing {
                        <WriteButton flip={(**flip).clone()} label={labels.write_missing} on_draft={props.on_draft.clone()} />
                    }
                    <button class="button" type="button" onclick={attach}>{ labels.attach }</button>
                </div>
            }
        </div>
    }
}

/// Props of [`ResourceCard`].
#[derive(Clone, PartialEq, Properties)]
pub struct ResourceCardProps {
    /// The bucket or role.
    pub owner: String,
    /// Keeps what is written.
    pub on_draft: Callback<(DocumentRef, Option<String>)>,
}

/// A resource without a policy.
#[component]
pub fn ResourceCard(props: &ResourceCardProps) -> Html {
    let state = use_snapshot();
    let labels = &strings(state.language).evidence;
    let missing = state.flips.iter().find(|flip| matches!(flip.change, Change::ResourceStatement { .. }));
    html! {
        <div class="card">
            <h3 class="card-title">{ (labels.no_resource_policy)(&props.owner) }</h3>
            <p>{ labels.no_resource_policy_note }</p>
            if let Some(flip) = missing.filter(|_| state.can_build()) {
                <div class="buttons">
                    <WriteButton
                        flip={(**flip).clone()}
                        label={labels.write_resource_policy}
                        on_draft={props.on_draft.clone()}
                    />
                </div>
            }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct WriteProps {
    flip: Flip,
    label: &'static str,
    on_draft: Callback<(DocumentRef, Option<String>)>,
}

/// Opens the document that a flip would write, as a draft.
#[component]
fn WriteButton(props: &WriteProps) -> Html {
    let (state, dispatch) = (use_snapshot(), use_dispatch());
    let (flip, on_draft) = (props.flip.clone(), props.on_draft.clone());
    let writes = state.writes_answers();
    let onclick = Callback::from(move |_| {
        if let Some(document) = &flip.document {
            on_draft.emit((document.clone(), policy_text(&flip.call.input).filter(|_| writes)));
            dispatch.dispatch(Action::OpenDocument(Some(document.clone())));
        }
    });
    html! { <button class="button primary" type="button" {onclick}>{ props.label }</button> }
}

/// The sandbox's own record of the credentials that were checked.
#[component]
pub fn CredentialsCard() -> Html {
    let state = use_snapshot();
    let labels = &strings(state.language).evidence;
    let Some(key) = state.acting_key() else { return html! { <CallerCard /> } };
    let parent = key.parent.as_ref().and_then(|parent| state.sandbox.keys().find(|it| it.access_key_id == *parent));
    let session = state.sandbox.world().session(&key.access_key_id);
    let ends = key.expires.map_or_else(|| labels.ends_never.to_owned(), |expires| expires.to_string());
    html! {
        <div class="card">
            <h3 class="card-title">{ (labels.credentials_of)(&key.name) }</h3>
            <dl class="facts">
                <dt>{ labels.access_key_id }</dt><dd translate="no"><code>{ key.access_key_id.to_string() }</code></dd>
                <dt>{ labels.issued }</dt><dd>{ key.issued.to_string() }</dd>
                <dt>{ labels.ends }</dt><dd>{ ends }</dd>
                if let Some(role) = session.and_then(Session::role) {
                    <dt>{ labels.role }</dt><dd translate="no">{ role.last_name().to_owned() }</dd>
                }
                if let Some(parent) = parent {
                    <dt>{ labels.asked_by }</dt><dd translate="no">{ parent.name.to_string() }</dd>
                }
            </dl>
            if session.is_some() { <p class="small muted">{ labels.record_note }</p> }
        </div>
    }
}

/// Who signs with nothing that the page holds: what is taken for granted of them.
#[component]
fn CallerCard() -> Html {
    let state = use_snapshot();
    let labels = &strings(state.language).evidence;
    let note = match &state.question.credentials {
        Credentials::Root(_) => labels.root_note,
        Credentials::Service(_) => labels.service_note,
        Credentials::Provider(_) => labels.token_note,
        Credentials::Anonymous => labels.anonymous_note,
        Credentials::Owner(_) | Credentials::Key(_) | Credentials::Signed(_) => return Html::default(),
    };
    html! { <div class="card"><p>{ note }</p></div> }
}

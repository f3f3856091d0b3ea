//! A policy document in Evidence: its head, the editor, the other documents of the station.

use super::shown::DocumentView;
use crate::app::components::editor::Editor;
use crate::app::store::{Action, AppState, use_dispatch, use_snapshot};
use crate::app::strings::{EvidenceStrings, strings};
use iam_sandbox::analysis::DocumentRef;
use iam_sandbox::policy::PolicyKind;
use serde_json::Value;
use yew::prelude::*;

/// Props of [`Document`].
#[derive(Clone, PartialEq, Properties)]
pub struct DocumentProps {
    /// The document.
    pub view: DocumentView,
    /// What was typed and not saved.
    pub draft: Option<AttrValue>,
    /// Keeps what is typed.
    pub on_draft: Callback<(DocumentRef, Option<String>)>,
}

/// The document.
#[component]
pub fn Document(props: &DocumentProps) -> Html {
    let state = use_snapshot();
    let dispatch = use_dispatch();
    let labels = &strings(state.language).evidence;
    let view = &props.view;
    let is_editable = view.is_current && view.document.as_ref().is_some_and(DocumentRef::is_editable);
    let template = (view.text.is_none() && props.draft.is_none()).then(|| template(&state, view)).flatten();
    let on_draft = {
        let (document, on_draft) = (view.document.clone(), props.on_draft.clone());
        Callback::from(move |text| {
            if let Some(document) = document.clone() {
                on_draft.emit((document, text));
            }
        })
    };
    let on_save = save(&state, view, &dispatch);
    let on_give_up = {
        let dispatch = dispatch.clone();
        Callback::from(move |()| dispatch.dispatch(Action::OpenDocument(None)))
    };
    let note = note(view, is_editable, props.draft.is_some(), labels);
    let tab = |(name, document): &(String, DocumentRef)| {
        let is_selected = view.document.as_ref() == Some(document);
        let (dispatch, document) = (dispatch.clone(), document.clone());
        let onclick = Callback::from(move |_| dispatch.dispatch(Action::OpenDocument(Some(document.clone()))));
        html! {
            <button class="tab" type="button" role="tab" aria-selected={is_selected.to_string()} {onclick}>
                { name.clone() }
            </button>
        }
    };
    html! {
        <div class="document">
            if !view.siblings.is_empty() {
                <div class="tabs" role="tablist" aria-label={labels.policies_here}>{ for view.siblings.iter().map(tab) }</div>
            }
            <div class="document-head">
                <span class="document-name" translate="no">{ &view.name }</span>
                <span class="document-note">{ note }</span>
            </div>
            <Editor
                name={view.name.clone()}
                saved={view.text.as_ref().map(|text| AttrValue::from(text.to_string()))}
                draft={props.draft.clone().or(template)}
                kind={view.kind}
                lit={view.lit}
                tone={view.tone}
                {is_editable}
                language={state.language}
                {on_draft}
                {on_save}
                {on_give_up}
            />
        </div>
    }
}

/// Saving is a call like any other; what AWS refuses stays a draft.
fn save(state: &AppState, view: &DocumentView, dispatch: &crate::app::store::Dispatch) -> Callback<String> {
    let dispatch = dispatch.clone();
    let target = view.document.clone().and_then(|document| Some((document.account(state.sandbox.world())?, document)));
    Callback::from(move |text: String| {
        let Some((account, document)) = target.clone() else { return };
        let (operation, input) = document.write_call(&text);
        dispatch.dispatch(Action::Call { account, operation, input, then_open: Some(document) });
    })
}

/// What a document that does not exist yet begins as: the flip that would write it, if there is one.
fn template(state: &AppState, view: &DocumentView) -> Option<AttrValue> {
    let document = view.document.as_ref()?;
    let flip = state.flips.iter().find(|flip| flip.document.as_ref() == Some(document));
    let text = flip.filter(|_| state.writes_answers()).and_then(|flip| policy_text(&flip.call.input));
    Some(text.unwrap_or_else(|| skeleton(view.kind)).into())
}

/// A statement in which everything is still to be said.
fn skeleton(kind: PolicyKind) -> String {
    let principal = match kind {
        PolicyKind::Identity | PolicyKind::Session | PolicyKind::Scp => "",
        PolicyKind::Rcp => "      \"Principal\": \"*\",\n",
        PolicyKind::Resource | PolicyKind::Trust | PolicyKind::Key | PolicyKind::VpcEndpoint => {
            "      \"Principal\": { \"AWS\": \"\" },\n"
        }
    };
    let resource = if kind == PolicyKind::Trust { "" } else { ",\n      \"Resource\": \"\"" };
    format!(
        "{{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": [\n    {{\n      \"Effect\": \"Allow\",\n{principal}      \"Action\": \"\"{resource}\n    }}\n  ]\n}}"
    )
}

/// The document that a call writes.
pub(super) fn policy_text(input: &Value) -> Option<String> {
    let members = ["PolicyDocument", "Policy", "Content", "ResourcePolicy", "AttributeValue"];
    let of_queue = || input.get("Attributes")?.get("Policy");
    let text = members.iter().find_map(|member| input.get(member)).or_else(of_queue)?;
    text.as_str().map(str::to_owned)
}

fn note(view: &DocumentView, is_editable: bool, is_changed: bool, labels: &EvidenceStrings) -> String {
    let what = match &view.document {
        None if view.kind == PolicyKind::Key => labels.grant.to_owned(),
        None => labels.session_policy.to_owned(),
        Some(DocumentRef::Managed { arn, .. } | DocumentRef::Organization { arn }) if arn.account().is_none() => {
            labels.aws_managed_policy.to_owned()
        }
        Some(DocumentRef::Organization { .. }) if view.kind == PolicyKind::Rcp => labels.rcp.to_owned(),
        Some(DocumentRef::Organization { .. }) => labels.scp.to_owned(),
        Some(DocumentRef::Managed { .. }) => labels.managed_policy.to_owned(),
        Some(
            DocumentRef::UserInline { user: holder, .. }
            | DocumentRef::GroupInline { group: holder, .. }
            | DocumentRef::RoleInline { role: holder, .. },
        ) => (labels.inline_policy_of)(holder),
        Some(DocumentRef::Trust { role, .. }) => (labels.trust_policy_of)(role),
        Some(DocumentRef::Bucket { bucket }) => (labels.bucket_policy_of)(bucket),
        Some(DocumentRef::Key { arn }) => (labels.key_policy_of)(arn.last_name()),
        Some(DocumentRef::VpcEndpoint { id }) => (labels.endpoint_policy_of)(id),
        Some(DocumentRef::Resource { .. }) => (labels.resource_policy_of)(&view.name),
    };
    let more = if view.text.is_none() {
        labels.not_saved
    } else if !view.is_current {
        labels.as_it_was
    } else if !is_editable {
        labels.read_only
    } else if is_changed {
        labels.changed
    } else {
        return what;
    };
    format!("{what} · {more}")
}

//! The fields that limit a session: a policy as text, with what is wrong in it, and managed policies.

use super::scene::Scene;
use crate::app::components::problems::in_code;
use iam_sandbox::json::json;
use iam_sandbox::policy::{Policy, PolicyKind};
use iam_sandbox::span::LineIndex;
use iam_sandbox::text::finding;
use serde_json::{Map, Value};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// What is filled in.
#[derive(Clone, PartialEq, Default)]
pub(super) struct SessionPolicy {
    /// The policy.
    pub text: String,
    /// ARNs of managed policies, one a line.
    pub arns: String,
}

impl SessionPolicy {
    /// Adds what is filled in to a request.
    pub(super) fn write(&self, input: &mut Value) {
        let Value::Object(members) = input else { return };
        self.write_text(members);
        let arns: Vec<_> = self.arns.lines().map(str::trim).filter(|arn| !arn.is_empty()).collect();
        if !arns.is_empty() {
            let descriptors: Vec<_> = arns.into_iter().map(|arn| json!({ "arn": arn })).collect();
            members.insert("PolicyArns".to_owned(), descriptors.into());
        }
    }

    fn write_text(&self, members: &mut Map<String, Value>) {
        if !self.text.trim().is_empty() {
            members.insert("Policy".to_owned(), self.text.clone().into());
        }
    }
}

/// The fields; `on_change` hears what is filled in.
pub(super) fn fields(scene: &Scene, id: &str, value: &SessionPolicy, on_change: Callback<SessionPolicy>) -> Html {
    let build = scene.build();
    let area =
        |field: &str, label: &'static str, note: &'static str, text: &str, rows: &'static str, on: Callback<String>| {
            let (field, note_id) = (format!("{id}-{field}"), format!("{id}-{field}-note"));
            let oninput = on.reform(|event: InputEvent| event.target_unchecked_into::<HtmlTextAreaElement>().value());
            html! {
                <div class="form-row">
                    <label for={field.clone()}>{ label }</label>
                    <textarea class="field mono" id={field} {rows} value={text.to_owned()} {oninput} spellcheck="false"
                        translate="no" aria-describedby={note_id.clone()} />
                    <p class="form-note" id={note_id}>{ note }</p>
                </div>
            }
        };
    let on_text = {
        let value = value.clone();
        on_change.reform(move |text| SessionPolicy { text, ..value.clone() })
    };
    let on_arns = {
        let value = value.clone();
        on_change.reform(move |arns| SessionPolicy { arns, ..value.clone() })
    };
    html! {
        <>
            { area("policy", build.session_policy, build.session_policy_note, &value.text, "4", on_text) }
            { problems(scene, &value.text) }
            { area("arns", build.managed_arns, build.managed_arns_note, &value.arns, "2", on_arns) }
        </>
    }
}

/// What AWS would not take in the text, with its lines.
fn problems(scene: &Scene, text: &str) -> Html {
    if text.trim().is_empty() {
        return Html::default();
    }
    let found = Policy::parse(text, PolicyKind::Session).diagnostics;
    let index = LineIndex::new(text);
    let labels = &crate::app::strings::strings(scene.state.language).evidence;
    html! {
        <ul role="status">
            { for found.iter().take(5).map(|problem| html! {
                <li class="form-error">
                    { (labels.line)(index.position(text, problem.span.start as usize).line) }{ ": " }
                    { in_code(&finding(scene.state.language, &problem.finding)) }
                </li>
            }) }
        </ul>
    }
}

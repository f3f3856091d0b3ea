//! The form for the circumstances of a request: each key with whether it is there and its value.

use super::circumstances::{Form, MFA, REGION, SOURCE_IP, TIME, TLS, effective, parsed, with, without};
use super::context_row::{ContextRow, Editor};
use super::value_field::ValueField;
use crate::app::components::dismiss::focus_first;
use crate::app::components::popover::Popover;
use crate::app::strings::strings;
use iam_sandbox::authz::Environment;
use iam_sandbox::eval::RequestContext;
use iam_sandbox::text::Language;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// The keys that always have a row.
const ROWS: [(&str, Editor); 5] = [
    (SOURCE_IP, Editor::Address),
    (MFA, Editor::Flag),
    (TIME, Editor::Clock),
    (TLS, Editor::Flag),
    (REGION, Editor::Region),
];

/// Keys that are offered for further rows.
const OFFERED: [&str; 10] = [
    "aws:CalledVia",
    "aws:PrincipalOrgID",
    "aws:PrincipalTag/team",
    "aws:SourceVpc",
    "aws:SourceVpce",
    "aws:TagKeys",
    "aws:UserAgent",
    "s3:prefix",
    "s3:x-amz-server-side-encryption",
    "sts:ExternalId",
];

/// What the form needs.
#[derive(Clone, PartialEq, Properties)]
pub struct ContextFormProps {
    /// What was set by hand.
    pub environment: Environment,
    /// What the request carries without it.
    pub baseline: RequestContext,
    /// The endpoints that the call can go through, by id and what they are for.
    pub endpoints: Vec<(AttrValue, AttrValue)>,
    /// The language.
    pub language: Language,
    /// The chip that opened it.
    pub opener: NodeRef,
    /// Hears what is set now.
    pub on_change: Callback<Environment>,
    /// Closes it.
    pub on_close: Callback<()>,
}

/// The form for the circumstances.
#[component]
pub fn ContextForm(props: &ContextFormProps) -> Html {
    let words = &strings(props.language).ask;
    let adder = use_node_ref();
    let is_adding = use_state(|| false);
    let added = use_state(|| None::<AttrValue>);
    // Fields forget what is typed in them when everything is reset.
    let n_resets = use_state(|| 0);
    let onadd = {
        let is_adding = is_adding.clone();
        move |_| is_adding.set(true)
    };
    let onreset = {
        let (n_resets, is_adding, on_change) = (n_resets.clone(), is_adding.clone(), props.on_change.clone());
        move |_| {
            n_resets.set(*n_resets + 1);
            is_adding.set(false);
            on_change.emit(Environment::default());
        }
    };
    let is_fixed = |key: &str| ROWS.iter().any(|(fixed, _)| fixed.eq_ignore_ascii_case(key));
    let further: Vec<_> = props.environment.overrides.keys().filter(|key| !is_fixed(key)).collect();
    html! {
        <Popover id="ask-context" title={words.context} is_nested=true size="wide"
            close_label={strings(props.language).common.close} openers={vec![props.opener.clone()]} on_close={props.on_close.clone()}>
            { endpoint_row(props) }
            <table class="context">
                <thead>
                    <tr>
                        <th scope="col">{ words.key }</th>
                        <th scope="col">{ words.in_request }</th>
                        <th scope="col">{ words.value }</th>
                    </tr>
                </thead>
                <tbody key={*n_resets}>
                    { for ROWS.iter().map(|(key, editor)| row(props, AttrValue::Static(key), *editor, false, &adder)) }
                    { for further.iter().map(|key| {
                        let takes_focus = added.as_ref().is_some_and(|added| key.as_ref() == added.as_str());
                        row(props, AttrValue::from(key.to_string()), Editor::Text, takes_focus, &adder)
                    }) }
                    if *is_adding {
                        { new_row(props, &is_adding, &added) }
                    }
                </tbody>
            </table>
            if !further.is_empty() {
                <p class="small muted">{ words.commas }</p>
            }
            <div class="buttons">
                <button class="button little" type="button" ref={adder} disabled={*is_adding} onclick={onadd}>
                    { words.add_key }
                </button>
                <button class="button little plain" type="button" onclick={onreset}>{ words.reset }</button>
            </div>
        </Popover>
    }
}

/// The way that the call takes, where there are several.
fn endpoint_row(props: &ContextFormProps) -> Html {
    if props.endpoints.is_empty() {
        return Html::default();
    }
    let words = &strings(props.language).ask;
    let chosen = props.environment.vpc_endpoint.as_deref();
    let onchange = {
        let environment = props.environment.clone();
        props.on_change.reform(move |event: Event| {
            let id = event.target_unchecked_into::<HtmlSelectElement>().value();
            let vpc_endpoint = Some(id).filter(|id| !id.is_empty()).map(String::into_boxed_str);
            Environment { vpc_endpoint, ..environment.clone() }
        })
    };
    html! {
        <div class="form-row">
            <label for="ask-endpoint">{ words.endpoint }</label>
            <select class="field" id="ask-endpoint" {onchange}>
                <option value="" selected={chosen.is_none()}>{ words.no_endpoint }</option>
                { for props.endpoints.iter().map(|(id, label)| html! {
                    <option value={id.clone()} selected={chosen == Some(id.as_str())}>{ label }</option>
                }) }
            </select>
        </div>
    }
}

fn row(props: &ContextFormProps, key: AttrValue, editor: Editor, takes_focus: bool, adder: &NodeRef) -> Html {
    let ContextFormProps { environment, baseline, on_change, .. } = props;
    let value = effective(environment, baseline, &key);
    let world_value = match key.as_str() {
        SOURCE_IP => parsed(&environment.source_ip),
        _ => baseline.get(&key.to_ascii_lowercase()).cloned().unwrap_or_else(|| parsed(editor.usual())),
    };
    let on_set = {
        let (environment, baseline, key) = (environment.clone(), baseline.clone(), key.clone());
        on_change.reform(move |value| with(&environment, &baseline, &key, value))
    };
    let on_remove = (editor == Editor::Text).then(|| {
        let (environment, key, adder) = (environment.clone(), key.clone(), adder.clone());
        on_change.reform(move |()| {
            // The button that was pressed goes with its row.
            focus_first(std::slice::from_ref(&adder));
            without(&environment, &key)
        })
    });
    html! {
        <ContextRow key={key.as_str()} name={key.clone()} {editor} {value} {world_value} language={props.language}
            {takes_focus} {on_set} {on_remove} />
    }
}

/// The row in which a key gets its name.
fn new_row(
    props: &ContextFormProps,
    is_adding: &UseStateHandle<bool>,
    added: &UseStateHandle<Option<AttrValue>>,
) -> Html {
    let words = &strings(props.language).ask;
    let on_commit = {
        let (environment, baseline, on_change) =
            (props.environment.clone(), props.baseline.clone(), props.on_change.clone());
        let (is_adding, added) = (is_adding.clone(), added.clone());
        move |key: AttrValue| {
            is_adding.set(false);
            let is_there = effective(&environment, &baseline, &key).is_some();
            added.set(Some(key.clone()));
            if !is_there {
                on_change.emit(with(&environment, &baseline, &key, Some(parsed(""))));
            }
        }
    };
    html! {
        <tr key="+">
            <th scope="row">
                <ValueField label={words.key_name} value="" form={Form::Key}
                    error={words.bad_key} takes_focus=true list="ask-context-keys" {on_commit} />
                <datalist id="ask-context-keys">
                    { for OFFERED.iter().map(|key| html! { <option value={*key} /> }) }
                </datalist>
            </th>
            <td></td>
            <td></td>
        </tr>
    }
}

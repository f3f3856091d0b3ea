//! A form that is a list of fields. What AWS answers stands below them until something is changed; what was filled in
//! stays.

use super::scene::Scene;
use crate::app::components::inline_panel::InlinePanel;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// What a field takes.
#[derive(Clone, PartialEq)]
pub(super) enum Takes {
    /// A line of text.
    Text,
    /// A whole number.
    Number(u32, u32),
    /// A moment, in the words of the browser: `2026-11-21T10:02:00`.
    Moment,
    /// One of some values, each with what is shown for it.
    One(Vec<(String, String)>),
}

/// A field.
#[derive(Clone, PartialEq)]
pub(super) struct Field {
    /// By which its value is found.
    pub key: &'static str,
    /// What it is called.
    pub label: &'static str,
    /// What it takes.
    pub takes: Takes,
    /// What stands there first.
    pub value: String,
    /// What else is to be known.
    pub note: &'static str,
    /// Only while that field has a value with that in it.
    pub only_if: Option<(&'static str, &'static str)>,
}

impl Field {
    /// A field that is always there.
    pub(super) fn new(key: &'static str, label: &'static str, takes: Takes) -> Self {
        Self { key, label, takes, value: String::new(), note: "", only_if: None }
    }

    /// With a value to begin with.
    pub(super) fn with(self, value: impl Into<String>) -> Self {
        Self { value: value.into(), ..self }
    }

    /// With a note.
    pub(super) fn noted(self, note: &'static str) -> Self {
        Self { note, ..self }
    }

    /// Only while another field has a value with that in it.
    pub(super) fn only_if(self, key: &'static str, value: &'static str) -> Self {
        Self { only_if: Some((key, value)), ..self }
    }

    /// What the field says: what was filled in, as long as it can be chosen.
    fn value_in(&self, filled: &Filled) -> String {
        let value = filled.0.iter().find(|(key, _)| *key == self.key).map_or(&self.value, |(_, value)| value);
        match &self.takes {
            Takes::One(choices) if !choices.iter().any(|(choice, _)| choice == value) => {
                choices.first().map(|(choice, _)| choice.clone()).unwrap_or_default()
            }
            _ => value.trim().to_owned(),
        }
    }
}

/// What was filled in, by key.
#[derive(Clone, PartialEq, Default)]
pub(super) struct Filled(Vec<(&'static str, String)>);

impl Filled {
    /// What a field says; nothing where it is not there.
    pub(super) fn of(&self, key: &str) -> &str {
        self.0.iter().find(|(known, _)| *known == key).map_or("", |(_, value)| value)
    }

    /// What a field says, unless it is empty.
    pub(super) fn some(&self, key: &str) -> Option<&str> {
        Some(self.of(key)).filter(|value| !value.is_empty())
    }

    fn set(&mut self, key: &'static str, value: String) {
        self.0.retain(|(known, _)| *known != key);
        self.0.push((key, value));
    }
}

/// Values that are shown as they are.
pub(super) fn plain(values: impl IntoIterator<Item = String>) -> Takes {
    Takes::One(values.into_iter().map(|value| (value.clone(), value)).collect())
}

/// Properties of [`FieldsForm`].
#[derive(Properties, PartialEq)]
pub(super) struct FieldsFormProps {
    /// The key of the form, and its id.
    pub id: String,
    /// The state, and where actions go.
    pub scene: Scene,
    /// What is done.
    pub title: AttrValue,
    /// What the button says.
    pub button: AttrValue,
    /// What is to be filled in.
    pub fields: Vec<Field>,
    /// What else is to be known.
    #[prop_or_default]
    pub note: AttrValue,
    /// What stands there instead of the form, if there is nothing to choose.
    #[prop_or_default]
    pub nothing: Option<AttrValue>,
    /// What leads on from there.
    #[prop_or_default]
    pub instead: Html,
    /// It is filled in.
    pub on_submit: Callback<Filled>,
}

/// See the module.
#[component]
pub(super) fn FieldsForm(props: &FieldsFormProps) -> Html {
    let typed = use_state(Filled::default);
    // What was refused is said as long as nothing is changed since, also of a button beside the form.
    let is_changed = use_state(|| false);
    let shown: Vec<&Field> = props.fields.iter().filter(|field| is_there(field, &props.fields, &typed)).collect();
    let on_submit = {
        let filled = Filled(shown.iter().map(|field| (field.key, field.value_in(&typed))).collect());
        let (is_changed, on_submit) = (is_changed.clone(), props.on_submit.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            is_changed.set(false);
            on_submit.emit(filled.clone());
        })
    };
    let on_change = {
        let (typed, is_changed) = (typed.clone(), is_changed.clone());
        Callback::from(move |(key, value): (&'static str, String)| {
            let mut next = (*typed).clone();
            next.set(key, value);
            typed.set(next);
            is_changed.set(true);
        })
    };
    let error = props.scene.refusal().filter(|_| !*is_changed);
    html! {
        <InlinePanel id={props.id.clone()} title={props.title.clone()} close_label={props.scene.strings().form.close}
            on_close={props.scene.close_form()}>
            if let Some(nothing) = &props.nothing {
                <p class="small muted">{ nothing }</p>
                { props.instead.clone() }
            } else {
                <form class="form" onsubmit={on_submit} novalidate={true}>
                    { for shown.iter().map(|field| row(&props.id, field, &typed, &on_change)) }
                    if !props.note.is_empty() { <p class="small muted">{ &props.note }</p> }
                    if let Some(error) = error { <p class="form-error" role="alert">{ error }</p> }
                    <div class="buttons"><button class="button primary" type="submit">{ &props.button }</button></div>
                </form>
            }
        </InlinePanel>
    }
}

fn is_there(field: &Field, fields: &[Field], typed: &Filled) -> bool {
    field.only_if.is_none_or(|(key, value)| {
        fields
            .iter()
            .any(|other| other.key == key && other.value_in(typed).contains(value) && is_there(other, fields, typed))
    })
}

fn row(form: &str, field: &Field, typed: &Filled, on_change: &Callback<(&'static str, String)>) -> Html {
    let (id, note_id) = (format!("{form}-{}", field.key), format!("{form}-{}-note", field.key));
    let described = (!field.note.is_empty()).then(|| note_id.clone());
    html! {
        <div class="form-row" key={field.key}>
            <label for={id.clone()}>{ field.label }</label>
            { control(id, field, typed, described, on_change) }
            if !field.note.is_empty() { <p class="form-note" id={note_id}>{ field.note }</p> }
        </div>
    }
}

fn control(
    id: String,
    field: &Field,
    typed: &Filled,
    described: Option<String>,
    on_change: &Callback<(&'static str, String)>,
) -> Html {
    let key = field.key;
    if let Takes::One(choices) = &field.takes {
        let chosen = field.value_in(typed);
        let onchange =
            on_change.reform(move |event: Event| (key, event.target_unchecked_into::<HtmlSelectElement>().value()));
        return html! {
            <select class="field" {id} {onchange} aria-describedby={described}>
                { for choices.iter().map(|(value, label)| html! {
                    <option key={value.clone()} value={value.clone()} selected={*value == chosen}>{ label }</option>
                }) }
            </select>
        };
    }
    let (kind, bounds, step) = match field.takes {
        Takes::Number(least, most) => ("number", Some((least.to_string(), most.to_string())), None),
        Takes::Moment => ("datetime-local", None, Some("1")),
        _ => ("text", None, None),
    };
    let (min, max) = bounds.unzip();
    let value = typed.0.iter().find(|(known, _)| *known == key).map_or(&field.value, |(_, value)| value).clone();
    let oninput =
        on_change.reform(move |event: InputEvent| (key, event.target_unchecked_into::<HtmlInputElement>().value()));
    html! {
        <input class="field" {id} type={kind} {min} {max} {step} {value} {oninput} aria-describedby={described}
            spellcheck="false" autocomplete="off" autocapitalize="off" translate="no" />
    }
}

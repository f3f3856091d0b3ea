//! Forms as lists of fields, which come to the members of a request.
//!
//! What is typed is kept until it is changed, whatever the answer to it is. What a field may hold is not known
//! here: AWS says so in its own words.

use serde_json::{Map, Value};
use std::collections::BTreeMap;
use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

/// What a field looks like.
#[derive(Clone, PartialEq, Debug)]
pub enum FieldKind {
    /// A line.
    Text,
    /// Digits, which are a text.
    Code,
    /// A number; what is none is sent as it was typed.
    Number,
    /// Yes or no.
    Check,
    /// Lines.
    Area,
    /// One of some: value and label of each.
    Choice(Vec<(AttrValue, AttrValue)>),
}

/// A field.
#[derive(Clone, PartialEq, Debug)]
pub struct Field {
    /// The member of the request that it comes to.
    pub name: &'static str,
    /// What it is called.
    pub label: AttrValue,
    /// What it looks like.
    pub kind: FieldKind,
    /// What stands in it to begin with; `true` is yes.
    pub value: AttrValue,
    /// What else is to be known.
    pub note: AttrValue,
    /// A button that fills it in: its words and the value.
    pub aid: Option<(AttrValue, AttrValue)>,
}

impl Field {
    /// An empty field.
    #[must_use]
    pub fn new(kind: FieldKind, name: &'static str, label: impl Into<AttrValue>) -> Self {
        let (label, value, note) = (label.into(), AttrValue::default(), AttrValue::default());
        Self { name, label, kind, value, note, aid: None }
    }

    /// An empty line.
    #[must_use]
    pub fn text(name: &'static str, label: impl Into<AttrValue>) -> Self {
        Self::new(FieldKind::Text, name, label)
    }

    /// With what stands in it to begin with.
    #[must_use]
    pub fn with(self, value: impl Into<AttrValue>) -> Self {
        Self { value: value.into(), ..self }
    }

    /// With what else is to be known.
    #[must_use]
    pub fn noted(self, note: impl Into<AttrValue>) -> Self {
        Self { note: note.into(), ..self }
    }

    /// With a button that fills it in.
    #[must_use]
    pub fn aided(self, aid: Option<(AttrValue, AttrValue)>) -> Self {
        Self { aid, ..self }
    }
}

/// What was typed, by field; what was not touched is not in it.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Typed(BTreeMap<&'static str, AttrValue>);

impl Typed {
    /// What stands in a field.
    #[must_use]
    pub fn get(&self, field: &Field) -> AttrValue {
        self.0.get(field.name).unwrap_or(&field.value).clone()
    }

    /// What was typed into the field of that name, or else this.
    #[must_use]
    pub fn text(&self, name: &str, otherwise: &str) -> String {
        self.0.get(name).map_or(otherwise, AttrValue::as_str).trim().to_owned()
    }

    fn put(&self, name: &'static str, value: String) -> Self {
        let mut typed = self.clone();
        typed.0.insert(name, value.into());
        typed
    }

    /// The members of the request that the fields come to; what is empty is left out.
    #[must_use]
    pub fn request(&self, fields: &[Field]) -> Map<String, Value> {
        let member = |field: &Field| {
            let text = self.get(field);
            // Spaces around a password belong to it; nobody means those around a name.
            let text = if field.name.ends_with("Password") { text.as_str() } else { text.trim() };
            let value = match field.kind {
                FieldKind::Check => Value::from(text == "true"),
                _ if text.is_empty() => return None,
                FieldKind::Number => text.parse::<u64>().map_or_else(|_| text.into(), Value::from),
                _ => text.into(),
            };
            Some((field.name.to_owned(), value))
        };
        fields.iter().filter_map(member).collect()
    }
}

/// The rows of the fields; `on_typed` hears what stands in them.
pub fn field_rows(id: &str, fields: &[Field], typed: &Typed, on_typed: &Callback<Typed>) -> Html {
    html! { <>{ for fields.iter().map(|field| field_row(id, field, typed, on_typed)) }</> }
}

fn field_row(id: &str, field: &Field, typed: &Typed, on_typed: &Callback<Typed>) -> Html {
    let field_id = format!("{id}-{}", field.name);
    let note_id = (!field.note.is_empty()).then(|| format!("{field_id}-note"));
    let on_value = {
        let (typed, name) = (typed.clone(), field.name);
        on_typed.reform(move |value: String| typed.put(name, value))
    };
    let control = control(field, &field_id, note_id.clone(), typed.get(field), &on_value);
    let aid = field.aid.clone().map(|(label, value)| {
        let onclick = on_value.reform(move |_: MouseEvent| value.to_string());
        html! { <span class="form-note"><button class="button little" type="button" {onclick}>{ label }</button></span> }
    });
    html! {
        <div class="form-row" key={field.name}>
            if field.kind == FieldKind::Check {
                <label class="form-note form-check">{ control }{ &field.label }</label>
            } else {
                <label for={field_id}>{ &field.label }</label>
                { control }
            }
            { aid.unwrap_or_default() }
            if let Some(id) = note_id { <p class="form-note small muted" {id}>{ &field.note }</p> }
        </div>
    }
}

fn control(field: &Field, id: &str, note: Option<String>, value: AttrValue, on: &Callback<String>) -> Html {
    let id = id.to_owned();
    match &field.kind {
        FieldKind::Check => {
            let onchange =
                on.reform(|event: Event| event.target_unchecked_into::<HtmlInputElement>().checked().to_string());
            html! { <input type="checkbox" {id} checked={value == "true"} {onchange} aria-describedby={note} /> }
        }
        FieldKind::Choice(options) => {
            let onchange = on.reform(|event: Event| event.target_unchecked_into::<HtmlSelectElement>().value());
            let option = |(option, label): &(AttrValue, AttrValue)| {
                html! { <option key={option.to_string()} value={option} selected={*option == value}>{ label }</option> }
            };
            html! {
                <select class="field" {id} {onchange} aria-describedby={note}>{ for options.iter().map(option) }</select>
            }
        }
        FieldKind::Area => {
            let oninput = on.reform(|event: InputEvent| event.target_unchecked_into::<HtmlTextAreaElement>().value());
            html! {
                <textarea class="field mono" {id} rows="2" {value} {oninput} spellcheck="false" translate="no"
                    aria-describedby={note} />
            }
        }
        FieldKind::Text | FieldKind::Code | FieldKind::Number => {
            let oninput = on.reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
            let onfocus = |event: FocusEvent| event.target_unchecked_into::<HtmlInputElement>().select();
            let mode = (field.kind != FieldKind::Text).then_some("numeric");
            html! {
                <input class="field" {id} {value} {oninput} {onfocus} inputmode={mode} spellcheck="false" autocomplete="off"
                    autocapitalize="off" translate="no" aria-describedby={note} />
            }
        }
    }
}

/// Properties of [`FieldsForm`].
#[derive(Clone, PartialEq, Properties)]
pub struct FieldsFormProps {
    /// What ids of its fields begin with.
    pub id: AttrValue,
    /// The fields.
    pub fields: Vec<Field>,
    /// What the button says.
    pub button: AttrValue,
    /// What was answered to what was sent last.
    pub error: Option<Html>,
    /// Hears the request.
    pub on_submit: Callback<Map<String, Value>>,
    /// Hears what stands in the fields.
    #[prop_or_default]
    pub on_typed: Callback<Typed>,
    /// What stands between the fields and the button.
    #[prop_or_default]
    pub children: Html,
}

/// A form of nothing but fields. What was answered stands below them until something else is typed.
#[component]
pub fn FieldsForm(props: &FieldsFormProps) -> Html {
    let typed = use_state(Typed::default);
    let is_sent = use_state(|| false);
    let on_typed = {
        let (typed, is_sent, on_typed) = (typed.clone(), is_sent.setter(), props.on_typed.clone());
        Callback::from(move |now: Typed| {
            on_typed.emit(now.clone());
            typed.set(now);
            is_sent.set(false);
        })
    };
    let onsubmit = {
        let (typed, is_sent) = (typed.clone(), is_sent.setter());
        let (fields, on_submit) = (props.fields.clone(), props.on_submit.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            is_sent.set(true);
            on_submit.emit(typed.request(&fields));
        })
    };
    html! {
        <form class="form" {onsubmit} novalidate=true>
            { field_rows(&props.id, &props.fields, &typed, &on_typed) }
            { props.children.clone() }
            <div role="status">
                if let Some(error) = props.error.clone().filter(|_| *is_sent) {
                    <div class="form-error">{ error }</div>
                }
            </div>
            <div class="buttons"><button class="button primary" type="submit">{ &props.button }</button></div>
        </form>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn fields_come_to_the_members_of_a_request() {
        let fields = [
            Field::text("UserName", "User").with(" ana "),
            Field::new(FieldKind::Number, "MinimumPasswordLength", "Length").with("14"),
            Field::new(FieldKind::Number, "MaxPasswordAge", "Age"),
            Field::new(FieldKind::Check, "HardExpiry", "Hard"),
            Field::text("NewPassword", "New"),
        ];
        let typed = Typed::default().put("NewPassword", " with spaces ".to_owned());
        let expected = json!({
            "UserName": "ana", "MinimumPasswordLength": 14, "HardExpiry": false, "NewPassword": " with spaces ",
        });
        assert_eq!(Value::from(typed.request(&fields)), expected);
        // AWS says what is wrong with a number that is none.
        let typed = typed.put("MaxPasswordAge", "ninety".to_owned());
        assert_eq!(typed.request(&fields)["MaxPasswordAge"], "ninety");
    }
}

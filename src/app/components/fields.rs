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
    /// A number between two.
    Within(u32, u32),
    /// A moment, in the words of the browser: `2026-11-21T10:02:00`.
    Moment,
    /// Yes or no.
    Check,
    /// Lines.
    Area,
    /// One of some: value and label of each.
    Choice(Vec<(AttrValue, AttrValue)>),
    /// One of some things of the world, whose names nobody translates: value and name of each. What has no value is
    /// none of them, and has a word for a name.
    Names(Vec<(AttrValue, AttrValue)>),
}

impl FieldKind {
    /// One of some: value and label of each.
    #[must_use]
    pub fn choice<V: Into<AttrValue>, L: Into<AttrValue>>(options: impl IntoIterator<Item = (V, L)>) -> Self {
        Self::Choice(pairs(options))
    }

    /// One of some things of the world: value and name of each.
    #[must_use]
    pub fn names<V: Into<AttrValue>, L: Into<AttrValue>>(options: impl IntoIterator<Item = (V, L)>) -> Self {
        Self::Names(pairs(options))
    }

    /// One of some names, which are shown as they are.
    #[must_use]
    pub fn plain<V: Into<AttrValue>>(options: impl IntoIterator<Item = V>) -> Self {
        Self::names(options.into_iter().map(|value| {
            let value: AttrValue = value.into();
            (value.clone(), value)
        }))
    }
}

fn pairs<V: Into<AttrValue>, L: Into<AttrValue>>(
    options: impl IntoIterator<Item = (V, L)>,
) -> Vec<(AttrValue, AttrValue)> {
    options.into_iter().map(|(value, label)| (value.into(), label.into())).collect()
}

/// A field.
#[derive(Clone, PartialEq, Debug)]
pub struct Field {
    /// The member of the request that it comes to, or what else its value is found by. `Roles.authenticated` is a member
    /// of a member; `Operations[]` is a list of the words that are typed.
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
    /// It is there only while that field has a value with that in it.
    pub only_if: Option<(&'static str, &'static str)>,
}

impl Field {
    /// An empty field.
    #[must_use]
    #[inline(never)]
    pub fn new(kind: FieldKind, name: &'static str, label: impl Into<AttrValue>) -> Self {
        let (label, value, note) = (label.into(), AttrValue::default(), AttrValue::default());
        Self { name, label, kind, value, note, aid: None, only_if: None }
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

    /// Only while another field has a value with that in it.
    #[must_use]
    pub fn only_if(self, name: &'static str, part: &'static str) -> Self {
        Self { only_if: Some((name, part)), ..self }
    }
}

/// What was typed, by field; what was not touched is not in it until it is [resolved](Self::resolved).
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Typed(BTreeMap<&'static str, AttrValue>);

impl Typed {
    /// What stands in a field; of a list only what can be chosen.
    #[must_use]
    pub fn get(&self, field: &Field) -> AttrValue {
        let value = self.0.get(field.name).unwrap_or(&field.value);
        match &field.kind {
            FieldKind::Choice(options) | FieldKind::Names(options)
                if !options.iter().any(|(option, _)| option == value) =>
            {
                options.first().map(|(option, _)| option.clone()).unwrap_or_default()
            }
            _ => value.clone(),
        }
    }

    /// What was typed into the field of that name, or else this.
    #[must_use]
    pub fn text(&self, name: &str, otherwise: &str) -> String {
        self.0.get(name).map_or(otherwise, AttrValue::as_str).trim().to_owned()
    }

    /// What stands in the field of that name; nothing where it is not there.
    #[must_use]
    pub fn of(&self, name: &str) -> &str {
        self.0.get(name).map_or("", AttrValue::as_str)
    }

    /// What stands in the field of that name, unless it is empty.
    #[must_use]
    pub fn some(&self, name: &str) -> Option<&str> {
        Some(self.of(name)).filter(|value| !value.is_empty())
    }

    fn put(&self, name: &'static str, value: String) -> Self {
        let mut typed = self.clone();
        typed.0.insert(name, value.into());
        typed
    }

    /// What stands in the fields that are there, touched or not.
    #[must_use]
    pub fn resolved(&self, fields: &[Field]) -> Self {
        let value = |field: &Field| {
            let value = self.get(field);
            // Spaces around a password belong to it; nobody means those around a name.
            let trimmed = value.trim();
            if trimmed.len() == value.len() || field.name.ends_with("Password") {
                value
            } else {
                trimmed.to_owned().into()
            }
        };
        let there = fields.iter().filter(|field| self.has(field, fields));
        Self(there.map(|field| (field.name, value(field))).collect())
    }

    /// The members of the request that the fields come to; what is empty is left out.
    #[must_use]
    pub fn request(&self, fields: &[Field]) -> Map<String, Value> {
        let resolved = self.resolved(fields);
        let mut request = Value::Object(Map::new());
        for field in fields {
            let Some(text) = resolved.0.get(field.name) else { continue };
            let value = match field.kind {
                FieldKind::Check => Value::from(text == "true"),
                _ if text.is_empty() => continue,
                FieldKind::Number | FieldKind::Within(..) => {
                    text.parse::<u64>().map_or_else(|_| text.as_str().into(), Value::from)
                }
                _ => text.as_str().into(),
            };
            let place = field.name.split('.').fold(&mut request, |place, name| &mut place[name.trim_end_matches("[]")]);
            *place = match value {
                Value::String(text) if field.name.ends_with("[]") => {
                    text.split([' ', ',', '\n']).filter(|word| !word.is_empty()).collect()
                }
                value => value,
            };
        }
        if let Value::Object(members) = request { members } else { Map::new() }
    }

    /// Whether a field is there.
    fn has(&self, field: &Field, fields: &[Field]) -> bool {
        let is_fulfilled = |(name, part): (&'static str, &'static str)| {
            let mut others = fields.iter().filter(|other| other.name == name);
            others.any(|other| self.get(other).contains(part) && self.has(other, fields))
        };
        field.only_if.is_none_or(is_fulfilled)
    }
}

/// The rows of the fields that are there; `on_typed` hears what stands in them.
pub fn field_rows(id: &str, fields: &[Field], typed: &Typed, on_typed: &Callback<Typed>) -> Html {
    let there = fields.iter().filter(|field| typed.has(field, fields));
    html! { <>{ for there.map(|field| field_row(id, field, typed, on_typed)) }</> }
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
        FieldKind::Choice(options) | FieldKind::Names(options) => {
            let is_name = matches!(field.kind, FieldKind::Names(_));
            let onchange = on.reform(|event: Event| event.target_unchecked_into::<HtmlSelectElement>().value());
            let option = |(option, label): &(AttrValue, AttrValue)| {
                let translate = (is_name && !option.is_empty()).then_some("no");
                html! { <option key={option.to_string()} value={option} selected={*option == value} {translate}>{ label }</option> }
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
        FieldKind::Within(..) | FieldKind::Moment => {
            let oninput = on.reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
            let (kind, bounds, step) = match field.kind {
                FieldKind::Within(least, most) => ("number", Some((least.to_string(), most.to_string())), None),
                _ => ("datetime-local", None, Some("1")),
            };
            let (min, max) = bounds.unzip();
            html! { <input class="field" {id} type={kind} {min} {max} {step} {value} {oninput} aria-describedby={note} /> }
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
    /// A field that is emptied, whenever the number is another one.
    #[prop_or_default]
    pub cleared: Option<(&'static str, usize)>,
    /// Hears what stands in the fields that are there.
    pub on_submit: Callback<Typed>,
    /// Hears what stands in the fields.
    #[prop_or_default]
    pub on_typed: Callback<Typed>,
    /// The lines of the AWS CLI that do the same, of what stands in the fields that are there.
    #[prop_or_default]
    pub lines: Option<Callback<Typed, AttrValue>>,
    /// What stands between the fields and the button.
    #[prop_or_default]
    pub children: Html,
}

/// A form of nothing but fields. What was answered stands below them until something else is typed.
#[component]
pub fn FieldsForm(props: &FieldsFormProps) -> Html {
    let typed = use_state(Typed::default);
    // What was refused is said as long as nothing is changed since, also of a button beside the form.
    let is_changed = use_state(|| false);
    let on_typed = {
        let (typed, is_changed, on_typed) = (typed.setter(), is_changed.setter(), props.on_typed.clone());
        Callback::from(move |now: Typed| {
            on_typed.emit(now.clone());
            typed.set(now);
            is_changed.set(true);
        })
    };
    {
        let typed = typed.clone();
        use_effect_with(props.cleared, move |cleared| {
            if let Some((name, _)) = cleared {
                typed.set(typed.put(name, String::new()));
            }
        });
    }
    let onsubmit = {
        let (typed, is_changed) = (typed.clone(), is_changed.setter());
        let (fields, on_submit) = (props.fields.clone(), props.on_submit.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            is_changed.set(false);
            on_submit.emit(typed.resolved(&fields));
        })
    };
    html! {
        <form class="form" {onsubmit} novalidate=true>
            { field_rows(&props.id, &props.fields, &typed, &on_typed) }
            { props.children.clone() }
            if let Some(lines) = &props.lines { { cli_lines(&lines.emit(typed.resolved(&props.fields))) } }
            <div role="status">
                if let Some(error) = props.error.clone().filter(|_| !*is_changed) {
                    <div class="form-error">{ error }</div>
                }
            </div>
            <div class="buttons"><button class="button primary" type="submit">{ &props.button }</button></div>
        </form>
    }
}

/// Lines of the AWS CLI below a form, if there are any.
fn cli_lines(lines: &AttrValue) -> Html {
    if lines.is_empty() {
        return Html::default();
    }
    html! { <pre class="exchange cli-lines" tabindex="0" role="group" aria-label="AWS CLI" translate="no">{ lines }</pre> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use iam_sandbox::json::json;

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
        let nested = [
            Field::text("Roles.authenticated", "Role").with("a"),
            Field::text("Roles.unauthenticated", "Role"),
            Field::text("Operations[]", "Operations").with("Decrypt, Encrypt"),
        ];
        let expected = json!({ "Roles": { "authenticated": "a" }, "Operations": ["Decrypt", "Encrypt"] });
        assert_eq!(Value::from(Typed::default().request(&nested)), expected);
        // AWS says what is wrong with a number that is none.
        let typed = typed.put("MaxPasswordAge", "ninety".to_owned());
        assert_eq!(typed.request(&fields)["MaxPasswordAge"], "ninety");
    }

    #[test]
    fn a_field_that_is_not_there_says_nothing() {
        let fields = [
            Field::new(FieldKind::plain(["role", "user"]), "kind", "Kind"),
            Field::new(FieldKind::Check, "more", "More").with("true").only_if("kind", "role"),
            Field::text("note", "Note").with("some").only_if("more", "true"),
        ];
        // What cannot be chosen is the first that can.
        let typed = Typed::default().put("kind", "group".to_owned()).resolved(&fields);
        assert_eq!((typed.of("kind"), typed.of("more"), typed.some("note")), ("role", "true", Some("some")));
        // What depends on a field that is gone is gone with it.
        let typed = Typed::default().put("kind", "user".to_owned());
        assert_eq!(Value::from(typed.request(&fields)), json!({ "kind": "user" }));
        let typed = typed.resolved(&fields);
        assert_eq!((typed.of("more"), typed.some("note")), ("", None));
    }
}

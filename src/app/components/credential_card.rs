//! Credentials as their holder has them, to be copied in the forms in which AWS's tools read them.
//!
//! Whether a secret may be shown again is for the caller to know: AWS shows that of a long-term key once.

use super::segmented::Segmented;
use crate::app::storage;
use crate::app::strings::{CredentialStrings, strings};
use iam_sandbox::text::Language;
use serde_json::{Map, Value};
use yew::prelude::*;

/// What the card shows.
#[derive(Clone, PartialEq, Properties)]
pub struct CredentialCardProps {
    /// What ids of its fields begin with, unlike all others on the page.
    pub id: AttrValue,
    /// The language.
    pub language: Language,
    /// `AKIA…` or `ASIA…`
    pub access_key_id: AttrValue,
    /// The secret, where it can still be seen.
    pub secret: Option<AttrValue>,
    /// The session token of temporary credentials.
    #[prop_or_default]
    pub token: Option<AttrValue>,
    /// When temporary credentials end, as AWS writes it.
    #[prop_or_default]
    pub expiration: Option<AttrValue>,
    /// The name of the profile in a file.
    pub profile: AttrValue,
}

/// The forms, as they are called in every language.
const FORMATS: [&str; 4] = ["bash", "PowerShell", "~/.aws/credentials", "credential_process"];

impl CredentialCardProps {
    /// Name and value of what is known.
    fn members(&self, names: [&'static str; 3]) -> impl Iterator<Item = (&'static str, &AttrValue)> {
        let values = [Some(&self.access_key_id), self.secret.as_ref(), self.token.as_ref()];
        names.into_iter().zip(values).filter_map(|(name, value)| Some((name, value?)))
    }

    /// The credentials as one of the [`FORMATS`].
    fn written(&self, format: usize) -> String {
        const VARIABLES: [&str; 3] = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"];
        const SETTINGS: [&str; 3] = ["aws_access_key_id", "aws_secret_access_key", "aws_session_token"];
        const MEMBERS: [&str; 3] = ["AccessKeyId", "SecretAccessKey", "SessionToken"];
        let line = |names, before: &str, between: &str, after: &str| {
            let lines =
                self.members(names).map(|(name, value)| [before, name, between, value.as_str(), after].concat());
            lines.collect::<Vec<_>>().join("\n")
        };
        match format {
            0 => line(VARIABLES, "export ", "=", ""),
            1 => line(VARIABLES, "$Env:", "=\"", "\""),
            2 => ["[", self.profile.as_str(), "]\n", &line(SETTINGS, "", " = ", "")].concat(),
            _ => {
                let mut object = Map::from_iter([("Version".to_owned(), Value::from(1))]);
                let expiration = self.expiration.as_ref().map(|value| ("Expiration", value));
                for (name, value) in self.members(MEMBERS).chain(expiration) {
                    object.insert(name.to_owned(), value.as_str().into());
                }
                serde_json::to_string_pretty(&object).unwrap_or_default()
            }
        }
    }
}

/// The card.
#[component]
pub fn CredentialCard(props: &CredentialCardProps) -> Html {
    let words = &strings(props.language).credential;
    let format = use_state(|| 0);
    // What was copied last: a value by its position, or after these the whole.
    let copied = use_state(|| None::<usize>);
    let copy = |position: usize, text: String| {
        let copied = copied.clone();
        Callback::from(move |_: MouseEvent| {
            let copied = copied.clone();
            let on_done = Callback::from(move |is_done: bool| copied.set(is_done.then_some(position)));
            storage::copy(text.clone(), on_done);
        })
    };
    let values = [
        (words.access_key_id, Some(&props.access_key_id)),
        (words.secret, props.secret.as_ref()),
        (words.token, props.token.as_ref()),
    ];
    let rows = values.iter().enumerate().filter_map(|(position, (name, value))| {
        let value = (*value)?;
        let on_copy = copy(position, value.to_string());
        Some(row(name, value, on_copy, *copied == Some(position), words))
    });
    let text = props.written(*format);
    let on_choose = {
        let (format, copied) = (format.clone(), copied.clone());
        Callback::from(move |index| {
            format.set(index);
            copied.set(None);
        })
    };
    let options = FORMATS.into_iter().map(AttrValue::from).collect::<Vec<_>>();
    html! {
        <div class="credential">
            <dl class="facts credential-facts">{ for rows }</dl>
            if let Some(expiration) = &props.expiration {
                <p class="small muted">{ words.ends }{ " " }<code>{ expiration }</code></p>
            }
            if props.secret.is_none() {
                <p class="small muted">{ words.shown_once }</p>
            } else {
                <Segmented name={format!("{}-format", props.id)} label={words.format} {options} selected={*format} {on_choose} />
                <pre class="document-text" translate="no" tabindex="0" aria-label={FORMATS[*format]}><code>{ &text }</code></pre>
                <div class="buttons">
                    <button class="button little" type="button" onclick={copy(values.len(), text)}>{ words.copy_all }</button>
                    if *copied == Some(values.len()) { <span class="small">{ words.copied }</span> }
                </div>
            }
            <span class="vh" role="status">{ if copied.is_some() { words.copied } else { "" } }</span>
        </div>
    }
}

fn row(
    name: &'static str,
    value: &AttrValue,
    onclick: Callback<MouseEvent>,
    is_copied: bool,
    words: &CredentialStrings,
) -> Html {
    let label = if is_copied { words.copied } else { words.copy };
    html! {
        <>
            <dt>{ name }</dt>
            <dd>
                <code translate="no">{ value }</code>
                <button class="link small" type="button" aria-label={format!("{label}: {name}")} {onclick}>{ label }</button>
            </dd>
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The keys of AWS's documentation on environment variables and on credential_process.
    fn card() -> CredentialCardProps {
        CredentialCardProps {
            id: "card".into(),
            language: Language::English,
            access_key_id: "ASIAIOSFODNN7EXAMPLE".into(),
            secret: Some("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY".into()),
            token: Some("AQoEXAMPLE".into()),
            expiration: Some("2026-03-02T11:15:00Z".into()),
            profile: "reader".into(),
        }
    }

    #[test]
    fn shells_are_told_by_environment_variables() {
        let lines = "export AWS_ACCESS_KEY_ID=ASIAIOSFODNN7EXAMPLE\n\
            export AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n\
            export AWS_SESSION_TOKEN=AQoEXAMPLE";
        assert_eq!(card().written(0), lines);
        assert!(card().written(1).starts_with("$Env:AWS_ACCESS_KEY_ID=\"ASIAIOSFODNN7EXAMPLE\"\n$Env:"));
    }

    #[test]
    fn files_have_what_their_readers_expect() {
        assert!(
            card()
                .written(2)
                .starts_with("[reader]\naws_access_key_id = ASIAIOSFODNN7EXAMPLE\naws_secret_access_key = ")
        );
        let value: Value = serde_json::from_str(&card().written(3)).unwrap();
        assert_eq!(value["Version"], 1);
        assert_eq!(value["SessionToken"], "AQoEXAMPLE");
        assert_eq!(value["Expiration"], "2026-03-02T11:15:00Z");
        // A long-term key neither ends nor has a token.
        let long_term = CredentialCardProps { token: None, expiration: None, ..card() };
        let value: Value = serde_json::from_str(&long_term.written(3)).unwrap();
        assert_eq!(value.as_object().unwrap().len(), 3);
        assert!(!long_term.written(0).contains("TOKEN"));
    }
}

//! Callers who sign with nothing that the page holds: a service in its own name, and somebody with a
//! token of a provider.

use super::circumstances::parsed;
use super::who::is_service;
use crate::app::accounts::account_name;
use crate::app::components::popover::Popover;
use crate::app::store::{CallerForm, Snapshot};
use crate::app::strings::{AskStrings, strings};
use gloo::timers::callback::Timeout;
use gloo::utils::document;
use iam_sandbox::api::{Credentials, ProviderCredentials, ServiceCredentials};
use iam_sandbox::arn::{AccountId, Arn};
use iam_sandbox::policy::PrincipalEntry;
use iam_sandbox::world::{Account, World};
use std::collections::BTreeMap;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

/// Services that call in their own name in the documentation's samples.
pub const SERVICES: [&str; 20] = [
    "apigateway.amazonaws.com",
    "backup.amazonaws.com",
    "cloudfront.amazonaws.com",
    "cloudtrail.amazonaws.com",
    "codebuild.amazonaws.com",
    "config.amazonaws.com",
    "delivery.logs.amazonaws.com",
    "ec2.amazonaws.com",
    "ecs-tasks.amazonaws.com",
    "events.amazonaws.com",
    "firehose.amazonaws.com",
    "glue.amazonaws.com",
    "lambda.amazonaws.com",
    "logging.s3.amazonaws.com",
    "rds.amazonaws.com",
    "s3.amazonaws.com",
    "scheduler.amazonaws.com",
    "ses.amazonaws.com",
    "sns.amazonaws.com",
    "states.amazonaws.com",
];

/// Providers that AWS knows without their being created.
const BUILT_IN_PROVIDERS: [&str; 4] =
    ["accounts.google.com", "cognito-identity.amazonaws.com", "graph.facebook.com", "www.amazon.com"];

/// The field that both forms begin with.
const NAME_FIELD: &str = "ask-caller-name";

fn focus(id: &str) {
    let field = document().get_element_by_id(id).and_then(|field| field.dyn_into::<HtmlElement>().ok());
    if let Some(field) = field {
        let _ = field.focus();
    }
}

/// What the forms need.
#[derive(Clone, PartialEq, Properties)]
pub struct CallerFormProps {
    /// Which form.
    pub form: CallerForm,
    /// The state.
    pub state: Snapshot,
    /// Who asks now.
    pub credentials: Credentials,
    /// The chip that it hangs on.
    pub opener: NodeRef,
    /// Hears the caller.
    pub on_submit: Callback<Credentials>,
    /// Closes it.
    pub on_close: Callback<()>,
}

/// What is filled in.
#[derive(Clone, PartialEq, Default)]
struct Draft {
    /// The service, or the provider.
    name: String,
    source_arn: String,
    source_account: String,
    subject: String,
    audience: String,
    claims: String,
    is_sent: bool,
}

impl Draft {
    /// What the caller was put together from.
    fn of(credentials: &Credentials, form: CallerForm) -> Self {
        let text = |value: Option<String>| value.unwrap_or_default();
        match (credentials, form) {
            (Credentials::Service(service), CallerForm::Service) => Self {
                name: service.name.to_string(),
                source_arn: text(service.source_arn.as_ref().map(ToString::to_string)),
                source_account: text(service.source_account.map(|account| account.to_string())),
                ..Self::default()
            },
            (Credentials::Provider(token), CallerForm::Token) => {
                let claim = |name: &str| text(token.claims.get(name).map(|value| value.values().join(", ")));
                let others = token.claims.iter().filter(|(name, _)| !matches!(&***name, "sub" | "aud"));
                let lines = others.map(|(name, value)| format!("{name}={}", value.values().join(", ")));
                Self {
                    name: token.provider.to_string(),
                    subject: claim("sub"),
                    audience: claim("aud"),
                    claims: lines.collect::<Vec<_>>().join("\n"),
                    ..Self::default()
                }
            }
            _ => Self::default(),
        }
    }

    /// The caller, or what is wrong.
    fn credentials(&self, form: CallerForm, world: &World, words: &AskStrings) -> Result<Credentials, &'static str> {
        match form {
            CallerForm::Service => self.service(words),
            CallerForm::Token => self.token(&providers(world), words),
        }
    }

    fn service(&self, words: &AskStrings) -> Result<Credentials, &'static str> {
        let name = self.name.trim();
        if !is_service(name) {
            return Err(words.bad_service);
        }
        let arn = Some(self.source_arn.trim()).filter(|arn| !arn.is_empty());
        let source_arn = arn.map(str::parse::<Arn>).transpose().map_err(|_| words.bad_arn)?;
        let source_account = self.source_account.parse::<AccountId>().ok();
        Ok(Credentials::Service(ServiceCredentials { name: name.into(), source_arn, source_account }))
    }

    fn token(&self, known: &[String], words: &AskStrings) -> Result<Credentials, &'static str> {
        let provider = meant(self.name.trim(), known);
        if provider.is_empty() || provider.contains(char::is_whitespace) {
            return Err(words.bad_provider);
        }
        let mut claims = BTreeMap::new();
        let mut add = |name: &str, value: &str| {
            if !value.trim().is_empty() {
                claims.insert(name.trim().into(), parsed(value));
            }
        };
        add("sub", &self.subject);
        add("aud", &self.audience);
        for line in self.claims.lines().filter(|line| !line.trim().is_empty()) {
            let (name, value) = line.split_once('=').ok_or(words.bad_claim)?;
            add(name, value);
        }
        Ok(Credentials::Provider(ProviderCredentials { provider: provider.into(), claims }))
    }
}

/// The form.
#[component]
pub fn CallerFormPopover(props: &CallerFormProps) -> Html {
    let words = &strings(props.state.language).ask;
    let draft = use_state(|| Draft::of(&props.credentials, props.form));
    let result = draft.credentials(props.form, props.state.sandbox.world(), words);
    use_effect_with((), |()| {
        // After the popover has taken the focus to itself.
        Timeout::new(0, || focus(NAME_FIELD)).forget();
    });
    let onsubmit = {
        let (draft, result, on_submit) = (draft.clone(), result.clone(), props.on_submit.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match &result {
                Ok(credentials) => on_submit.emit(credentials.clone()),
                Err(_) => draft.set(Draft { is_sent: true, ..(*draft).clone() }),
            }
        })
    };
    let title = match props.form {
        CallerForm::Service => words.service_title,
        CallerForm::Token => words.token_title,
    };
    html! {
        <Popover id="ask-caller" {title} is_nested=true close_label={strings(props.state.language).common.close}
            openers={vec![props.opener.clone()]} on_close={props.on_close.clone()}>
            <form class="form" {onsubmit} novalidate=true>
                { match props.form {
                    CallerForm::Service => service_rows(&props.state, &draft, words),
                    CallerForm::Token => token_rows(&props.state, &draft, words),
                } }
                if let Some(error) = result.err().filter(|_| draft.is_sent) {
                    <p class="form-error" role="alert">{ error }</p>
                }
                <div class="buttons">
                    <button class="button primary" type="submit">{ words.ask_as }</button>
                </div>
            </form>
        </Popover>
    }
}

fn service_rows(state: &Snapshot, draft: &UseStateHandle<Draft>, words: &AskStrings) -> Html {
    let account_field = "ask-caller-account";
    let onchange = {
        let draft = draft.clone();
        Callback::from(move |event: Event| {
            let source_account = event.target_unchecked_into::<HtmlSelectElement>().value();
            draft.set(Draft { source_account, ..(*draft).clone() });
        })
    };
    let option = |account: &Account| {
        let id = account.id.to_string();
        let is_chosen = id == draft.source_account;
        html! { <option value={id} selected={is_chosen}>{ account_name(state.sandbox.world(), account.id) }</option> }
    };
    html! {
        <>
            { text_row(NAME_FIELD, words.service_name, "sns.amazonaws.com", &SERVICES.map(ToOwned::to_owned),
                draft, |draft| &mut draft.name) }
            { text_row("ask-caller-arn", words.source_arn, words.optional, &[], draft, |draft| &mut draft.source_arn) }
            <div class="form-row">
                <label for={account_field}>{ words.source_account }</label>
                <select class="field" id={account_field} {onchange}>
                    <option value="" selected={draft.source_account.is_empty()}>{ words.from_source_arn }</option>
                    { for state.sandbox.world().accounts().map(option) }
                </select>
            </div>
        </>
    }
}

fn token_rows(state: &Snapshot, draft: &UseStateHandle<Draft>, words: &AskStrings) -> Html {
    let oninput = {
        let draft = draft.clone();
        Callback::from(move |event: InputEvent| {
            let claims = event.target_unchecked_into::<HtmlTextAreaElement>().value();
            draft.set(Draft { claims, ..(*draft).clone() });
        })
    };
    let claims = "ask-caller-claims";
    html! {
        <>
            { text_row(NAME_FIELD, words.provider, words.provider_hint, &providers(state.sandbox.world()),
                draft, |draft| &mut draft.name) }
            { text_row("ask-caller-sub", "sub", words.optional, &[], draft, |draft| &mut draft.subject) }
            { text_row("ask-caller-aud", "aud", words.optional, &[], draft, |draft| &mut draft.audience) }
            <div class="form-row">
                <label for={claims}>{ words.more_claims }</label>
                <textarea class="field mono" id={claims} rows="2" spellcheck="false" translate="no"
                    aria-describedby="ask-caller-claims-note" value={draft.claims.clone()} {oninput} />
                <p class="form-note" id="ask-caller-claims-note">{ words.more_claims_note }</p>
            </div>
        </>
    }
}

/// The provider that is called so: an account's own by the last part of its ARN, where there is only one of that name.
fn meant<'a>(name: &'a str, known: &'a [String]) -> &'a str {
    let is_called_so =
        |arn: &&String| arn.split_once("-provider/").is_some_and(|(_, own)| own.eq_ignore_ascii_case(name));
    let mut found = known.iter().filter(is_called_so);
    match (found.next(), found.next()) {
        (Some(only), None) if !known.iter().any(|known| known == name) => only,
        _ => name,
    }
}

/// Providers that a trust policy of the world names, and those that AWS knows by itself.
fn providers(world: &World) -> Vec<String> {
    let roles = world.accounts().flat_map(Account::roles);
    let statements = roles.flat_map(|role| &role.trust.policy().document().statements);
    let entries = statements.filter_map(|statement| statement.principal.as_ref()).flat_map(|it| &it.entries);
    let named = entries.filter_map(|entry| match &entry.value {
        PrincipalEntry::Federated(name) => Some(name.to_string()),
        _ => None,
    });
    let all = iam_sandbox::ordered::set(named.chain(BUILT_IN_PROVIDERS.map(ToOwned::to_owned)));
    all.into_iter().collect()
}

/// A text field with offers.
fn text_row(
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    offers: &[String],
    draft: &UseStateHandle<Draft>,
    field: fn(&mut Draft) -> &mut String,
) -> Html {
    let mut present = (**draft).clone();
    let value = field(&mut present).clone();
    let oninput = {
        let draft = draft.clone();
        Callback::from(move |event: InputEvent| {
            let mut next = (*draft).clone();
            *field(&mut next) = event.target_unchecked_into::<HtmlInputElement>().value();
            draft.set(next);
        })
    };
    let list = (!offers.is_empty()).then(|| format!("{id}-list"));
    html! {
        <div class="form-row">
            <label for={id}>{ label }</label>
            <input class="field mono" {id} list={list.clone()} placeholder={hint} {value} {oninput} spellcheck="false"
                autocomplete="off" autocapitalize="off" translate="no" />
            if let Some(list) = list {
                <datalist id={list}>{ for offers.iter().map(|offer| html! { <option value={offer.clone()} /> }) }</datalist>
            }
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_provider_may_be_called_by_its_name() {
        let known = [
            "accounts.google.com",
            "arn:aws:iam::111122223333:oidc-provider/ci.example.com",
            "arn:aws:iam::111122223333:oidc-provider/accounts.google.com",
            "arn:aws:iam::111122223333:saml-provider/corp",
            "arn:aws:iam::111122223333:saml-provider/both",
            "arn:aws:iam::444455556666:saml-provider/both",
        ]
        .map(str::to_owned);
        assert_eq!(meant("ci.example.com", &known), known[1]);
        assert_eq!(meant("corp", &known), known[3]);
        for name in ["accounts.google.com", "both", "elsewhere", known[3].as_str()] {
            assert_eq!(meant(name, &known), name);
        }
    }
}

//! Identity providers of an account: what it trusts to say who somebody is, and the way in from there.

use super::fields_form::{Form, request_form};
use super::identity::{fact_with, link_opener};
use super::rows::{Row, button, fact, held, outsider_note};
use super::scene::{Scene, provider_key};
use super::tags::Tagged;
use super::thing::walk;
use crate::app::components::fields::{Field, FieldKind, Typed};
use crate::app::store::Action;
use iam_sandbox::arn::Arn;
use iam_sandbox::federation::{Metadata, metadata_of};
use iam_sandbox::json::json;
use iam_sandbox::world::{Account, OidcProvider, SamlProvider};
use serde_json::{Map, Value};
use yew::prelude::*;

/// What AWS's own action for workflows asks for.
const AUDIENCE: &str = "sts.amazonaws.com";
/// The issuer that most people come with, and one of a company's own.
const GITHUB: &str = "https://token.actions.githubusercontent.com";
const COMPANY: &str = "https://idp.example.com";

/// The rows of an account.
pub(super) fn rows(scene: &Scene, account: &Account) -> Vec<Html> {
    let row = |arn: &Arn, name: String, meta: &str, detail: &dyn Fn() -> Html| {
        let key = provider_key(arn);
        Row { key: &key, kind: "provider", name, meta: meta.to_owned() }.show(scene, detail)
    };
    let tokens = account.oidc_providers().map(|provider| {
        row(&provider.arn, provider.address().to_owned(), "OIDC", &|| oidc_detail(scene, account, provider))
    });
    let assertions = account.saml_providers().map(|provider| {
        row(&provider.arn, provider.arn.last_name().to_owned(), "SAML", &|| saml_detail(scene, account, provider))
    });
    tokens.chain(assertions).collect()
}

/// What both kinds have: facts, buttons, and the form that is open.
fn detail(scene: &Scene, account: &Account, arn: &Arn, facts: Html, delete: Action, forms: Html) -> Html {
    let can_build = scene.can_build(account.id);
    html! {
        <>
            <dl class="facts">
                { fact("ARN", html! { <code translate="no">{ arn.to_string() }</code> }) }
                { facts }
            </dl>
            <div class="row-actions">
                { walk(scene, account, arn.clone()) }
                if can_build { { button(scene.strings().act.delete, scene.send(delete)) } }
            </div>
            if !can_build { { outsider_note(scene, account) } }
            { forms }
        </>
    }
}

fn oidc_detail(scene: &Scene, account: &Account, provider: &OidcProvider) -> Html {
    let (words, can_build) = (scene.outside(), scene.can_build(account.id));
    let named = json!({ "OpenIDConnectProviderArn": provider.arn });
    let operations = ["iam:TagOpenIDConnectProvider", "iam:UntagOpenIDConnectProvider"];
    let tagged = Tagged::new(account.id, provider.address(), Some(&provider.tags), operations, named.clone());
    let client = |id: &str| {
        let input = json!({ "OpenIDConnectProviderArn": provider.arn, "ClientID": id });
        let remove = Scene::call(account.id, "iam:RemoveClientIDFromOpenIDConnectProvider", input);
        held(scene, id, can_build.then_some((scene.strings().act.remove, remove)))
    };
    let clients = provider.client_ids.iter().map(|id| client(id));
    let (add, change) = (format!("client-id/{}", provider.arn), format!("thumbprints/{}", provider.arn));
    let opener = |form: &str, label, of| if can_build { link_opener(scene, form, label, of) } else { Html::default() };
    let none = |is_empty: bool| is_empty.then_some(scene.strings().facts.none);
    let prints = provider.thumbprints.iter().map(|print| held(scene, print, None));
    let facts = html! {
        <>
            { fact_with(words.client_ids, html! { <>{ none(provider.client_ids.is_empty()) }{ for clients }</> },
                opener(&add, scene.identity().add_button, words.client_ids)) }
            { fact_with(words.thumbprints, html! { <>{ none(provider.thumbprints.is_empty()) }{ for prints }</> },
                opener(&change, scene.identity().change, words.thumbprints)) }
            { tagged.fact(scene) }
        </>
    };
    let forms = html! { <>{ oidc_forms(scene, account, provider, add, change) }{ tagged.form_below(scene) }</> };
    let delete = Scene::call(account.id, "iam:DeleteOpenIDConnectProvider", named);
    detail(scene, account, &provider.arn, facts, delete, forms)
}

/// The forms for client ids and thumbprints.
fn oidc_forms(scene: &Scene, account: &Account, provider: &OidcProvider, add: String, change: String) -> Html {
    let words = scene.outside();
    let named = json!({ "OpenIDConnectProviderArn": provider.arn });
    let client = Field::text("ClientID", words.client_ids);
    let prints = provider.thumbprints.join(" ");
    let prints = Field::text("ThumbprintList", words.thumbprints).with(prints).noted(words.thumbprints_note);
    let added = {
        let named = named.clone();
        move |typed| ("iam:AddClientIDToOpenIDConnectProvider", joined(&named, typed))
    };
    let changed = move |typed: Map<String, Value>| {
        let text = typed.get("ThumbprintList").and_then(Value::as_str).unwrap_or_default();
        let list: Vec<&str> = text.split_whitespace().collect();
        let list = Map::from_iter([("ThumbprintList".to_owned(), json!(list))]);
        ("iam:UpdateOpenIDConnectProviderThumbprint", joined(&named, list))
    };
    html! {
        <>
            { simple_form(scene, account, add, words.add_client_id, client, added) }
            { simple_form(scene, account, change, words.thumbprints, prints, changed) }
        </>
    }
}

fn saml_detail(scene: &Scene, account: &Account, provider: &SamlProvider) -> Html {
    let (words, can_build) = (scene.outside(), scene.can_build(account.id));
    let named = json!({ "SAMLProviderArn": provider.arn });
    let operations = ["iam:TagSAMLProvider", "iam:UntagSAMLProvider"];
    let tagged = Tagged::new(account.id, provider.arn.last_name(), Some(&provider.tags), operations, named.clone());
    let metadata = Metadata::read(&provider.metadata);
    let issuer = metadata.as_ref().map(|metadata| metadata.entity_id.to_string()).unwrap_or_default();
    let change = format!("metadata/{}", provider.arn);
    let acts =
        if can_build { link_opener(scene, &change, scene.identity().change, words.metadata) } else { Html::default() };
    let facts = html! {
        <>
            { fact(words.entity_id, html! { <code translate="no">{ issuer }</code> }) }
            { fact_with(words.metadata, html! {
                <details class="fact-secret">
                    <summary>{ words.raw }</summary>
                    <pre class="exchange" tabindex="0" translate="no">{ provider.metadata.to_string() }</pre>
                </details>
            }, acts) }
            { tagged.fact(scene) }
        </>
    };
    let field = Field::new(FieldKind::Area, "SAMLMetadataDocument", words.metadata).with(provider.metadata.to_string());
    let forms = html! {
        <>
            if metadata.is_some_and(|metadata| !metadata.has_key_of_issuer()) {
                <p class="small muted">{ words.other_key }</p>
            }
            { simple_form(scene, account, change, words.metadata, field, {
                let named = named.clone();
                move |typed| ("iam:UpdateSAMLProvider", joined(&named, typed))
            }) }
            { tagged.form_below(scene) }
        </>
    };
    let delete = Scene::call(account.id, "iam:DeleteSAMLProvider", named.clone());
    detail(scene, account, &provider.arn, facts, delete, forms)
}

/// What names the provider, with what was typed.
fn joined(named: &Value, typed: Map<String, Value>) -> Value {
    let mut input = named.clone();
    for (member, value) in typed {
        input[member] = value;
    }
    input
}

/// A form of one field, if it is open.
fn simple_form(
    scene: &Scene,
    account: &Account,
    id: String,
    title: &str,
    field: Field,
    call: impl Fn(Map<String, Value>) -> (&'static str, Value) + 'static,
) -> Html {
    let account = account.id;
    let on_submit = Callback::from(move |typed: Map<String, Value>| {
        let (operation, input) = call(typed);
        Scene::call(account, operation, input)
    });
    request_form(scene, id, title, || vec![field], scene.identity().set_button, on_submit, Html::default())
}

/// The form that makes a provider of either kind.
pub(super) fn create_form(scene: &Scene, account: &Account, id: String) -> Html {
    let words = scene.outside();
    let kinds = ["oidc", "saml"].into_iter().zip(words.kinds);
    let fields = vec![
        Field::new(FieldKind::choice(kinds), "kind", words.kind),
        Field::text("url", words.url).with(GITHUB).noted(words.url_note).only_if("kind", "oidc"),
        Field::text("client", words.client_ids).with(AUDIENCE).only_if("kind", "oidc"),
        Field::text("name", scene.strings().form.name).with("corp").only_if("kind", "saml"),
        Field::text("issuer", words.entity_id).with(COMPANY).noted(words.url_note).only_if("kind", "saml"),
        Field::new(FieldKind::Area, "metadata", words.metadata).noted(words.metadata_note).only_if("kind", "saml"),
    ];
    let (on, account) = (scene.on.clone(), account.id);
    let on_submit = Callback::from(move |filled: Typed| {
        let (operation, input, resource) = request_of_new(&filled);
        on.emit(Scene::call(account, operation, input));
        on.emit(Action::SelectObject(Some(provider_key(&Arn::new("iam", "", Some(account), &resource)))));
    });
    Form::new(id, words.new_provider, scene.strings().form.create, fields).show(scene, on_submit)
}

/// The call that makes it, and the last part of its ARN.
fn request_of_new(filled: &Typed) -> (&'static str, Value, String) {
    if filled.of("kind") == "saml" {
        let name = filled.of("name");
        let metadata = filled.some("metadata").map_or_else(|| metadata_of(filled.of("issuer")), str::to_owned);
        let input = json!({ "Name": name, "SAMLMetadataDocument": metadata });
        return ("iam:CreateSAMLProvider", input, format!("saml-provider/{name}"));
    }
    let (url, ids) = (filled.of("url"), filled.of("client").split([',', ' ']).filter(|id| !id.is_empty()));
    let input = json!({ "Url": url, "ClientIDList": ids.collect::<Vec<_>>() });
    let address = url.strip_prefix("https://").unwrap_or(url).trim_end_matches('/');
    ("iam:CreateOpenIDConnectProvider", input, format!("oidc-provider/{address}"))
}

//! What holds for an account as a whole: its alias, its rules for passwords, its devices, its credential report.

use super::super::fields_form::request_form as form;
use super::{fact_with, link_opener, mfa, report};
use crate::app::components::fields::{Field, FieldKind};
use crate::app::panels::world::rows::{Row, button, fact, link, opener, outsider_note};
use crate::app::panels::world::scene::{Scene, settings_key};
use crate::app::store::{Action, Build, By, Then};
use iam_sandbox::catalog::Quota;
use iam_sandbox::json::json;
use iam_sandbox::world::{Account, CharacterClass, PasswordPolicy};
use serde_json::{Map, Value};
use yew::prelude::*;

/// The row of the settings.
pub(in crate::app::panels::world) fn row(scene: &Scene, account: &Account) -> Html {
    let (key, meta) = (settings_key(account.id), account.alias.as_deref().unwrap_or_default().to_owned());
    let row = Row { key: &key, kind: "settings", name: scene.identity().settings.to_owned(), meta };
    row.show(scene, || detail(scene, account))
}

fn detail(scene: &Scene, account: &Account) -> Html {
    let can_build = scene.can_build(account.id);
    let devices: Vec<_> = account.mfa_devices().collect();
    let words = scene.identity();
    let rules = format!("password-policy/{}", account.id);
    html! {
        <>
            <dl class="facts">
                { alias_fact(scene, account) }
                { fact(words.password_rules, account.password_policy.as_ref().map_or_else(|| words.aws_rules.to_owned(), |policy| told(scene, policy))) }
                { count_facts(scene, account) }
                { for devices.iter().map(|device| {
                    let delete = can_build && device.assignment.is_none();
                    let delete = if delete { mfa::delete(scene, account, device) } else { Html::default() };
                    fact_with(words.authenticator, mfa::code(scene, device), delete)
                }) }
            </dl>
            if can_build {
                <div class="row-actions">
                    { opener(scene, &rules, words.edit_rules) }
                    if account.password_policy.is_some() {
                        { button(words.delete_rules, scene.send(Scene::call(account.id, "iam:DeleteAccountPasswordPolicy", json!({})))) }
                    }
                    { button(words.make_report, scene.send(report::make(account.id))) }
                </div>
            } else {
                { outsider_note(scene, account) }
            }
            { alias_form(scene, account) }
            { rules_form(scene, account, rules) }
            { report::shown(scene, account) }
        </>
    }
}

fn alias_id(account: &Account) -> String {
    format!("alias/{}", account.id)
}

fn alias_fact(scene: &Scene, account: &Account) -> Html {
    let words = scene.identity();
    let name = account.alias.as_deref().map_or_else(|| account.id.to_string(), ToOwned::to_owned);
    let value = html! { <code translate="no">{ format!("https://{name}.signin.aws.amazon.com/console") }</code> };
    let acts = scene.can_build(account.id).then(|| {
        let set = link_opener(scene, &alias_id(account), words.set_alias, words.alias);
        let delete = account.alias.as_ref().map(|alias| {
            let call = Scene::call(account.id, "iam:DeleteAccountAlias", json!({ "AccountAlias": alias }));
            link(scene, words.delete_alias, alias, call)
        });
        html! { <>{ set }{ delete }</> }
    });
    fact_with(words.sign_in_address, value, acts.unwrap_or_default())
}

fn alias_form(scene: &Scene, account: &Account) -> Html {
    let (id, words) = (account.id, scene.identity());
    let on_submit =
        Callback::from(move |request: Map<String, Value>| Scene::call(id, "iam:CreateAccountAlias", request.into()));
    let fields = || vec![Field::text("AccountAlias", words.alias).noted(words.alias_note)];
    let title = (words.alias_title)(&account.name);
    form(scene, alias_id(account), &title, fields, words.set_button, on_submit, Html::default())
}

/// How many there are, of how many there may be.
fn count_facts(scene: &Scene, account: &Account) -> Html {
    let strings = scene.strings();
    let own = account.policies().filter(|policy| !policy.is_from_aws()).count();
    let counts = [
        (strings.users, account.users().count(), Quota::UsersPerAccount),
        (strings.groups, account.groups().count(), Quota::GroupsPerAccount),
        (strings.roles, account.roles().count(), Quota::RolesPerAccount),
        (strings.policies, own, Quota::ManagedPoliciesPerAccount),
    ];
    let told = |(name, count, quota): (&'static str, usize, Quota)| {
        let text = (scene.identity().of_quota)(count, quota.value());
        fact(name, text)
    };
    html! { <>{ for counts.into_iter().map(told) }</> }
}

/// The account's own rules in a line.
fn told(scene: &Scene, policy: &PasswordPolicy) -> String {
    let words = scene.identity();
    let classes = [
        (CharacterClass::Uppercase, "A-Z"),
        (CharacterClass::Lowercase, "a-z"),
        (CharacterClass::Number, "0-9"),
        (CharacterClass::Symbol, "!@#"),
    ];
    let mut told = vec![(words.at_least)(policy.minimum_length)];
    told.extend(
        classes.iter().filter(|(class, _)| policy.requires.contains(class)).map(|(_, sign)| (*sign).to_owned()),
    );
    told.extend(policy.max_age_days.map(words.days));
    told.extend(policy.reuse_prevention.map(words.remembers));
    told.extend(policy.allows_change.then(|| words.may_change.to_owned()));
    told.join(", ")
}

fn rules_form(scene: &Scene, account: &Account, id: String) -> Html {
    let (account_id, words, policy) = (account.id, scene.identity(), account.password_policy.as_ref());
    let on_submit = Callback::from(move |request: Map<String, Value>| {
        let calls = vec![("iam:UpdateAccountPasswordPolicy", request.into())];
        Action::Build(Build { by: By::Builder, account: account_id, calls, then: Then::Close })
    });
    let number = |name, label: &'static str, value: Option<String>| {
        Field::new(FieldKind::Number, name, label).with(value.unwrap_or_default())
    };
    let check =
        |name, label: &'static str, is_on: bool| Field::new(FieldKind::Check, name, label).with(is_on.to_string());
    let requires = |class| policy.is_some_and(|policy| policy.requires.contains(&class));
    let fields = || {
        let length = policy.map_or(8, |policy| policy.minimum_length).to_string();
        let age = policy.and_then(|policy| policy.max_age_days).map(|days| days.to_string());
        let reuse = policy.and_then(|policy| policy.reuse_prevention).map(|n| n.to_string());
        vec![
            number("MinimumPasswordLength", words.least_length, Some(length)),
            check("RequireUppercaseCharacters", words.requires_upper, requires(CharacterClass::Uppercase)),
            check("RequireLowercaseCharacters", words.requires_lower, requires(CharacterClass::Lowercase)),
            check("RequireNumbers", words.requires_number, requires(CharacterClass::Number)),
            check("RequireSymbols", words.requires_symbol, requires(CharacterClass::Symbol)),
            check("AllowUsersToChangePassword", words.allows_change, policy.is_some_and(|policy| policy.allows_change)),
            number("MaxPasswordAge", words.most_days, age).noted(words.most_days_note),
            check("HardExpiry", words.hard_expiry, policy.is_some_and(|policy| policy.is_expiry_hard == Some(true))),
            number("PasswordReusePrevention", words.n_remembered, reuse).noted(words.n_remembered_note),
        ]
    };
    let below = html! { if policy.is_none() { <p class="small muted">{ words.aws_rules_note }</p> } };
    form(scene, id, &(words.rules_title)(&account.name), fields, words.set_button, on_submit, below)
}

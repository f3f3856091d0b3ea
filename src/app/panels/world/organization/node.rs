//! The root, the units and the accounts, each with what applies to it and what can be done there.

use super::act::{account_name, attach, call, form, invite, node_key, parents, short, target_name, target_path};
use super::features;
use super::levels::levels;
use crate::app::panels::world::fields_form::Form;
use crate::app::panels::world::name_form::NameForm;
use crate::app::panels::world::rows::{Row, button, fact, opener};
use crate::app::panels::world::scene::Scene;
use crate::app::panels::world::tags::Tagged;
use crate::app::store::Action;
use iam_sandbox::arn::AccountId;
use iam_sandbox::json::json;
use iam_sandbox::world::{Organization, OrganizationPolicy, OrganizationPolicyType};
use yew::prelude::*;

/// The row of a root, unit or account, and below it what is in it.
pub(super) fn subtree(scene: &Scene, organization: &Organization, target: &str) -> Html {
    let units = organization.units().filter(|unit| *unit.parent == *target).map(|unit| unit.id.to_string());
    let accounts = organization.accounts().filter(|(_, parent)| *parent == target).map(|(id, _)| id.to_string());
    let children: Vec<String> = units.chain(accounts).collect();
    html! {
        <>
            { row(scene, organization, target) }
            if !children.is_empty() {
                <li key={format!("in/{target}")} class="organization-branch">
                    <ul aria-label={target_name(scene, organization, target)}>
                        { for children.iter().map(|child| subtree(scene, organization, child)) }
                    </ul>
                </li>
            }
        </>
    }
}

fn row(scene: &Scene, organization: &Organization, target: &str) -> Html {
    let account: Option<AccountId> = target.parse().ok();
    let counts = OrganizationPolicyType::ALL.into_iter().filter_map(|kind| {
        let n = organization.attached(target, kind).count();
        (n > 0).then(|| format!("{n} {}", short(kind)))
    });
    let is_management = account == Some(organization.management_account);
    let strings = scene.organization();
    let management = is_management.then(|| strings.management.to_owned());
    let is_delegated = account.is_some_and(|account| organization.is_delegated(account, None));
    let delegated = is_delegated.then(|| strings.delegated.to_owned());
    let meta = management.into_iter().chain(delegated).chain(counts).collect::<Vec<_>>().join(" · ");
    let kind = if account.is_some() { "account" } else { "ou" };
    let key = node_key(target);
    let row = Row { key: &key, kind, name: target_name(scene, organization, target), meta };
    row.show(scene, || detail(scene, organization, target, account))
}

fn detail(scene: &Scene, organization: &Organization, target: &str, account: Option<AccountId>) -> Html {
    let strings = scene.organization();
    let can_manage = scene.can_build(organization.management_account);
    let tagged = tagged(scene, organization, target);
    html! {
        <>
            <dl class="facts">
                { fact(strings.id, html! { <code translate="no">{ target.to_owned() }</code> }) }
                if let Some(account) = account { { features::delegated(scene, organization, account) } }
                { tagged.fact(scene) }
            </dl>
            { levels(scene, organization, target) }
            if can_manage {
                { buttons(scene, organization, target, account) }
            } else if let Some(account) = account.filter(|account| scene.can_build(*account)) {
                <div class="row-actions">
                    { button(strings.leave, scene.send(Scene::call(account, "organizations:LeaveOrganization", json!({})))) }
                </div>
            }
            { tagged.form_below(scene) }
        </>
    }
}

/// Tags of a root, unit, account or policy.
pub(super) fn tagged<'a>(scene: &Scene, organization: &'a Organization, id: &str) -> Tagged<'a> {
    let name = target_name(scene, organization, id);
    let operations = ["organizations:TagResource", "organizations:UntagResource"];
    Tagged::new(organization.management_account, &name, organization.tags(id), operations, json!({ "ResourceId": id }))
}

fn buttons(scene: &Scene, organization: &Organization, target: &str, account: Option<AccountId>) -> Html {
    let strings = scene.organization();
    let what: Vec<(&str, &str)> = match account {
        None if *organization.root == *target => vec![
            ("attach", strings.attach),
            ("unit", strings.new_unit),
            ("invite", strings.invite),
            ("create", strings.new_account),
        ],
        None => vec![("attach", strings.attach), ("unit", strings.new_unit), ("rename", strings.rename)],
        Some(account) if account == organization.management_account => {
            vec![("attach", strings.attach), ("move", strings.move_to)]
        }
        Some(_) => vec![("attach", strings.attach), ("move", strings.move_to), ("delegate", strings.delegate)],
    };
    let removal = if let Some(account) = account {
        let input = json!({ "AccountId": account });
        let is_member = account != organization.management_account;
        is_member.then_some((strings.remove, "organizations:RemoveAccountFromOrganization", input))
    } else {
        let input = json!({ "OrganizationalUnitId": target });
        let is_unit = organization.unit(target).is_some();
        is_unit.then_some((scene.strings().act.delete, "organizations:DeleteOrganizationalUnit", input))
    };
    let remove = removal.map(|(label, operation, input)| (label, call(organization, operation, input)));
    html! {
        <>
            <div class="row-actions">
                { for what.iter().map(|(name, label)| opener(scene, &form(name, target), label)) }
                if let Some((label, remove)) = remove {
                    { button(label, scene.send(remove)) }
                }
            </div>
            { for what.iter().map(|(name, _)| open_form(scene, organization, target, name)) }
        </>
    }
}

fn open_form(scene: &Scene, organization: &Organization, target: &str, what: &str) -> Html {
    let id = form(what, target);
    if !scene.is_form_open(&id) {
        return html! {};
    }
    match what {
        "attach" => attach_form(scene, organization, target, id),
        "move" => move_form(scene, organization, target, id),
        "invite" => invite_form(scene, organization, id),
        "create" => account_form(scene, organization, id),
        "rename" => rename_form(scene, organization, target, id),
        "delegate" => match target.parse() {
            Ok(account) => features::delegate_form(scene, organization, account, id),
            Err(_) => Html::default(),
        },
        _ => unit_form(scene, organization, target, id),
    }
}

/// A list of things with their ids, and what is done with the one that is chosen.
fn chooser(
    scene: &Scene,
    id: String,
    title: String,
    labels: (&'static str, &'static str, &'static str),
    choices: Vec<(String, Box<str>)>,
    chosen: impl Fn(&str) -> Vec<Action> + 'static,
) -> Html {
    let (label, button, nothing) = labels;
    let options: Vec<AttrValue> = choices.iter().map(|(name, _)| name.clone().into()).collect();
    let on = scene.on.clone();
    let on_submit = Callback::from(move |name: String| {
        let found = choices.iter().find(|(known, _)| *known == name);
        for action in found.map(|(_, id)| chosen(id)).unwrap_or_default() {
            on.emit(action);
        }
    });
    Form::choosing(id, title, [label, button], options, nothing).show_choice(scene, on_submit)
}

fn attach_form(scene: &Scene, organization: &Organization, target: &str, id: String) -> Html {
    let strings = scene.organization();
    let is_attached = |policy: &OrganizationPolicy| organization.targets_of(&policy.id).any(|known| known == target);
    let can_attach = |policy: &&OrganizationPolicy| organization.is_enabled(policy.kind) && !is_attached(policy);
    let choices = organization.policies().filter(can_attach);
    let choices =
        choices.map(|policy| (format!("{} · {}", policy.name, short(policy.kind)), policy.id.clone())).collect();
    let title = (strings.attach_title)(&target_name(scene, organization, target));
    let labels = (strings.policy, strings.attach_button, strings.no_policy);
    let (organization, target) = (organization.clone(), target.to_owned());
    chooser(scene, id, title, labels, choices, move |policy| vec![attach(&organization, policy, &target)])
}

fn move_form(scene: &Scene, organization: &Organization, target: &str, id: String) -> Html {
    let strings = scene.organization();
    let source = organization.parent(target).unwrap_or_default().to_owned();
    let others = parents(organization).into_iter().filter(|parent| **parent != *source);
    let choices = others.map(|parent| (target_path(scene, organization, &parent), parent)).collect();
    let title = (strings.move_title)(&target_name(scene, organization, target));
    let labels = (strings.destination, strings.move_button, strings.no_destination);
    let (organization, target) = (organization.clone(), target.to_owned());
    chooser(scene, id, title, labels, choices, move |parent| {
        let input = json!({ "AccountId": target, "SourceParentId": source, "DestinationParentId": parent });
        vec![call(&organization, "organizations:MoveAccount", input)]
    })
}

fn invite_form(scene: &Scene, organization: &Organization, id: String) -> Html {
    let strings = scene.organization();
    let world = scene.world();
    let free = world.accounts().filter(|account| world.organization_of(account.id).is_none());
    let choices =
        free.map(|account| (format!("{} · {}", account.name, account.id), account.id.to_string().into())).collect();
    let labels = (strings.account, strings.invite_button, strings.no_account);
    let (inner, organization) = (scene.clone(), organization.clone());
    chooser(scene, id, strings.invite_title.to_owned(), labels, choices, move |account| {
        account.parse().map(|account| invite(&inner, &organization, account)).unwrap_or_default()
    })
}

fn account_form(scene: &Scene, organization: &Organization, id: String) -> Html {
    let strings = scene.organization();
    let on_submit = {
        let (on, organization) = (scene.on.clone(), organization.clone());
        Callback::from(move |name: String| {
            let letters: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
            let input =
                json!({ "AccountName": name, "Email": format!("{}@example.com", letters.to_ascii_lowercase()) });
            on.emit(call(&organization, "organizations:CreateAccount", input));
        })
    };
    let label = scene.strings().form.name;
    html! {
        <NameForm key="account" {id} scene={scene.clone()} title={strings.new_account_title} {label}
            note={strings.new_account_note} {on_submit} />
    }
}

fn rename_form(scene: &Scene, organization: &Organization, target: &str, id: String) -> Html {
    let on_submit = {
        let (on, organization, target) = (scene.on.clone(), organization.clone(), target.to_owned());
        Callback::from(move |name: String| {
            let input = json!({ "OrganizationalUnitId": target, "Name": name });
            on.emit(call(&organization, "organizations:UpdateOrganizationalUnit", input));
        })
    };
    let (name, words) = (target_name(scene, organization, target), scene.identity());
    let label = scene.strings().form.name;
    html! { <NameForm key="rename" {id} scene={scene.clone()} title={(words.rename_title)(&name)} {label} value={name} {on_submit} /> }
}

fn unit_form(scene: &Scene, organization: &Organization, target: &str, id: String) -> Html {
    let strings = scene.organization();
    let on_submit = {
        let (on, organization, target) = (scene.on.clone(), organization.clone(), target.to_owned());
        Callback::from(move |name: String| {
            let input = json!({ "ParentId": target, "Name": name });
            on.emit(call(&organization, "organizations:CreateOrganizationalUnit", input));
        })
    };
    let title = (strings.new_unit_title)(&match target.parse() {
        Ok(account) => account_name(scene, account),
        Err(_) => target_name(scene, organization, target),
    });
    let label = scene.strings().form.name;
    html! { <NameForm key="unit" {id} scene={scene.clone()} {title} {label} {on_submit} /> }
}

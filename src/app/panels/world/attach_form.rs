//! The list of managed policies that can be attached: the account's own, then those of AWS.
//!
//! The search field keeps the focus; the arrow keys move through the list, Enter attaches. What AWS answers stands below
//! the list until another policy is chosen.

use super::holder::Holder;
use super::scene::Scene;
use crate::app::components::inline_panel::InlinePanel;
use iam_sandbox::api::{ApiCall, Credentials};
use iam_sandbox::arn::Arn;
use iam_sandbox::catalog::managed_policies;
use iam_sandbox::world::Account;
use web_sys::{HtmlInputElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

/// Properties of [`AttachForm`].
#[derive(Properties, PartialEq)]
pub(super) struct AttachFormProps {
    /// The key of the form, and its id.
    pub id: String,
    /// The state, and where actions go.
    pub scene: Scene,
    /// What the policy is attached to.
    pub holder: Holder,
}

/// A policy that is offered.
#[derive(Clone, PartialEq)]
struct Offer {
    name: Box<str>,
    arn: Arn,
    note: String,
    is_own: bool,
    is_attached: bool,
}

/// See the module.
#[component]
pub(super) fn AttachForm(props: &AttachFormProps) -> Html {
    let search = use_state(String::new);
    let chosen = use_state(|| None::<Arn>);
    let sent = use_state(|| None::<Arn>);
    let form = &props.scene.strings().form;
    let all = use_memo((props.scene.clone(), props.holder.clone()), |(scene, holder)| offers(scene, holder));
    let found = matching(&all, &search);
    let active = active_offer(&found, chosen.as_ref(), search.trim());
    let error = props.scene.refusal().filter(|_| sent.is_some() && sent.as_ref() == active.map(|offer| &offer.arn));
    use_scroll_into_view(active.map(|offer| option_id(&props.id, &offer.arn)));
    let on_input = {
        let search = search.clone();
        Callback::from(move |event: InputEvent| search.set(event.target_unchecked_into::<HtmlInputElement>().value()))
    };
    let on_key = {
        let (chosen, attach) = (chosen.clone(), attach(props, active, &sent));
        let arns: Vec<Arn> = found.iter().filter(|offer| !offer.is_attached).map(|offer| offer.arn.clone()).collect();
        let at = active.and_then(|active| arns.iter().position(|arn| *arn == active.arn));
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() {
                return;
            }
            match (event.key().as_str(), at) {
                ("ArrowDown", Some(at)) => chosen.set(arns.get(at + 1).or_else(|| arns.last()).cloned()),
                ("ArrowDown", None) => chosen.set(arns.first().cloned()),
                ("ArrowUp", Some(at)) => chosen.set(arns.get(at.saturating_sub(1)).cloned()),
                ("Enter", _) => attach.emit(()),
                _ => return,
            }
            event.prevent_default();
        })
    };
    let list_id = format!("{}-list", props.id);
    html! {
        <InlinePanel id={props.id.clone()} title={(form.attach_title)(&props.holder.name)} close_label={form.close}
            on_close={props.scene.close_form()}>
            <input class="field" type="search" placeholder={(form.search_hint)(all.len())} aria-label={form.search}
                role="combobox" aria-expanded="true" aria-controls={list_id.clone()} aria-autocomplete="list"
                aria-activedescendant={active.map(|offer| option_id(&props.id, &offer.arn))} value={(*search).clone()}
                oninput={on_input} onkeydown={on_key} spellcheck="false" autocomplete="off" autocapitalize="off" />
            <div class="scroll-list" tabindex="0">
                <ul class="options" role="listbox" id={list_id} aria-label={form.policies}>
                    { group(props, &chosen, &found, active, true) }
                    { group(props, &chosen, &found, active, false) }
                </ul>
                if found.is_empty() {
                    <p class="small muted options-title">{ form.nothing_found }</p>
                }
            </div>
            if let Some(error) = error { <p class="form-error" role="alert">{ error }</p> }
            if let Some(offer) = active {
                <div class="buttons">
                    <button class="button primary" type="button" onclick={attach(props, active, &sent).reform(|_: MouseEvent| ())}>
                        <span class="option-name">{ (form.attach_one)(&offer.name) }</span>
                    </button>
                </div>
            }
        </InlinePanel>
    }
}

/// Everything that could be attached, the account's own policies first.
fn offers(scene: &Scene, holder: &Holder) -> Vec<Offer> {
    let strings = scene.strings();
    let has = |arn: &Arn| holder.policies(scene).is_some_and(|policies| policies.attached.contains(arn));
    let offer = |name: &str, arn: &Arn, note: String, is_own| {
        let is_attached = has(arn);
        let note = match is_attached {
            true => strings.form.attached.to_owned(),
            false if is_own && would_allow(scene, holder, arn) => format!("{note} · {}", strings.form.would_allow),
            false => note,
        };
        Offer { name: name.into(), arn: arn.clone(), note, is_own, is_attached }
    };
    let account = scene.world().account(holder.account).into_iter();
    let own = account.flat_map(Account::policies).filter(|policy| !policy.is_from_aws()).map(|policy| {
        let n_statements = policy.document().map_or(0, |document| document.policy().document().statements.len());
        offer(&policy.name, &policy.arn, (strings.n_statements)(n_statements), true)
    });
    let aws = managed_policies().iter().map(|policy| offer(&policy.name, &policy.arn, String::new(), false));
    let mut offers: Vec<Offer> = own.chain(aws).collect();
    iam_sandbox::ordered::sort_by_key(&mut offers, |offer| (!offer.is_own, offer.name.to_ascii_lowercase()));
    offers
}

/// Whether the policy would turn the answer from no to yes, as tried on a copy of the world.
fn would_allow(scene: &Scene, holder: &Holder, arn: &Arn) -> bool {
    let question = &scene.state.question;
    let mut fork = scene.state.sandbox.clone();
    if scene.state.looked_at.is_some() || fork.preview(question).is_allowed() {
        return false;
    }
    let (operation, input) = holder.attach(arn);
    let credentials = Credentials::Owner(holder.account);
    fork.call(ApiCall { credentials, operation: operation.into(), input, environment: question.environment.clone() });
    fork.preview(question).is_allowed()
}

/// What has the text in its name; names that begin with it come first in their group.
fn matching<'a>(all: &'a [Offer], search: &str) -> Vec<&'a Offer> {
    let search = search.trim().to_ascii_lowercase();
    let name = |offer: &Offer| offer.name.to_ascii_lowercase();
    let mut found: Vec<&Offer> = all.iter().filter(|offer| name(offer).contains(&search)).collect();
    iam_sandbox::ordered::sort_by_key(&mut found, |offer| (!offer.is_own, !name(offer).starts_with(&search)));
    found
}

/// The one that was chosen, while it is found; else the first that was searched for and can be attached.
fn active_offer<'a>(found: &[&'a Offer], chosen: Option<&Arn>, search: &str) -> Option<&'a Offer> {
    let free = || found.iter().copied().filter(|offer| !offer.is_attached);
    free().find(|offer| Some(&offer.arn) == chosen).or_else(|| free().next().filter(|_| !search.is_empty()))
}

fn attach(props: &AttachFormProps, active: Option<&Offer>, sent: &UseStateHandle<Option<Arn>>) -> Callback<()> {
    let (scene, holder, sent) = (props.scene.clone(), props.holder.clone(), sent.setter());
    let arn = active.map(|offer| offer.arn.clone());
    Callback::from(move |()| {
        sent.set(arn.clone());
        if let Some(arn) = &arn {
            let (operation, input) = holder.attach(arn);
            scene.on.emit(Scene::call(holder.account, operation, input));
        }
    })
}

fn option_id(form: &str, arn: &Arn) -> String {
    format!("{form}-{arn}")
}

fn group(
    props: &AttachFormProps,
    chosen: &UseStateHandle<Option<Arn>>,
    found: &[&Offer],
    active: Option<&Offer>,
    is_own: bool,
) -> Html {
    let form = &props.scene.strings().form;
    let offers: Vec<&Offer> = found.iter().copied().filter(|offer| offer.is_own == is_own).collect();
    if offers.is_empty() {
        return html! {};
    }
    let title = if is_own { form.own_policies.to_owned() } else { (form.aws_policies)(offers.len()) };
    let option = |offer: &Offer| {
        let is_active = active.is_some_and(|active| active.arn == offer.arn);
        let (chosen, arn) = (chosen.clone(), offer.arn.clone());
        html! {
            <li key={offer.arn.to_string()} class="option" role="option" id={option_id(&props.id, &offer.arn)}
                aria-selected={is_active.to_string()} aria-disabled={offer.is_attached.then_some("true")}
                onclick={move |_| chosen.set(Some(arn.clone()))}>
                if is_own {
                    <span class="glyph" data-kind="policy" aria-hidden="true"></span>
                }
                <span class="option-name" translate="no">{ offer.name.to_string() }</span>
                if !offer.note.is_empty() {
                    <span class="option-note">{ &offer.note }</span>
                }
            </li>
        }
    };
    html! {
        <>
            <li key={title.clone()} role="presentation" class="options-title">{ title.clone() }</li>
            { for offers.into_iter().map(option) }
        </>
    }
}

/// Keeps the active option in sight.
#[hook]
fn use_scroll_into_view(id: Option<String>) {
    use_effect_with(id, |id| {
        let element = id.as_ref().and_then(|id| gloo::utils::document().get_element_by_id(id));
        if let Some(element) = element {
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Nearest);
            element.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
}

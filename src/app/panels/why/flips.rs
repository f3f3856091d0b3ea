//! What would change the answer: cards, each proven, each applied with one key.

use crate::app::accounts::account_name;
use crate::app::components::tone::Lamp;
use crate::app::store::{Action, Mode, use_dispatch, use_snapshot};
use crate::app::strings::strings;
use iam_sandbox::analysis::{Flip, Probe};
use iam_sandbox::api::{AuthenticationFailure, Sandbox};
use iam_sandbox::text::{self, SideView, Sides, Tone, resource_name};
use std::rc::Rc;
use yew::prelude::*;

/// Props of [`Flips`].
#[derive(Clone, PartialEq, Properties)]
pub struct FlipsProps {
    /// Of the answer.
    pub tone: Tone,
    /// What each account says, where there are two.
    pub sides: Option<Sides>,
}

/// The block under the rail; nothing where nothing needs changing.
#[component]
pub fn Flips(props: &FlipsProps) -> Html {
    let (state, dispatch) = (use_snapshot(), use_dispatch());
    let labels = &strings(state.language).why;
    let flips: Vec<Rc<Flip>> = state.applied.iter().cloned().chain(state.flips.iter().cloned()).collect();
    let failure = state.answer.authentication.as_ref().err();
    // What was changed already is enough, once it is seen.
    let wait = state.answer.settling.filter(|settling| settling.is_allowed).map(|settling| {
        let time = settling.at.clock_time_with_seconds();
        let seconds = settling.at.epoch_seconds() - state.sandbox.now().epoch_seconds();
        let onclick = Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::Advance(u32::try_from(seconds).unwrap_or_default()));
        });
        html! {
            <>
                <p class="muted">{ (labels.no_flip_but_time)(&time) }</p>
                <div class="buttons"><button class="button" type="button" {onclick}>{ (labels.wait_until)(&time) }</button></div>
            </>
        }
    });
    let nothing = match props.tone {
        _ if wait.is_some() => None,
        // Where the answer is not known, what is missing is a fact, not a permission.
        Tone::Allow | Tone::Unknown => None,
        Tone::Explicit => Some(labels.no_flip_for_deny),
        Tone::Implicit => Some(labels.no_flip),
        Tone::Expired => Some(match failure {
            Some(AuthenticationFailure::NoBillingAccess) => labels.no_flip_for_billing,
            Some(AuthenticationFailure::RootAssumesNoRole) => labels.no_flip_for_root,
            _ => labels.no_flip_for_expired,
        }),
    };
    if flips.is_empty() && nothing.is_none() && wait.is_none() {
        return Html::default();
    }
    let count = match state.flips.iter().any(|flip| flip.together.is_some()) {
        true => Some(labels.proven_together.to_owned()),
        false => (!state.flips.is_empty()).then(|| (labels.n_proven)(state.flips.len())),
    };
    let list = |flips: Vec<(usize, &Rc<Flip>)>| {
        html! {
            <ul class="flips">
                { for flips.into_iter().map(|(index, flip)| html! {
                    <FlipCard
                        key={format!("{:?}", flip.change)}
                        flip={Rc::clone(flip)}
                        is_applied={index == 0 && state.applied.is_some()}
                        is_grouped={props.sides.is_some()}
                    />
                }) }
            </ul>
        }
    };
    let body = match &props.sides {
        Some(sides) if props.tone == Tone::Implicit && wait.is_none() => {
            let group = |view: &SideView| {
                let name = account_name(state.sandbox.world(), view.account);
                let of_account = flips.iter().enumerate().filter(|(_, flip)| flip.account == view.account);
                let of_account: Vec<_> = of_account.collect();
                html! {
                    <div class="flip-group">
                        <h3>{ (labels.by_account)(&name) }</h3>
                        if of_account.is_empty() {
                            <p class="muted">{ (labels.nothing_alone)(&name) }</p>
                        } else {
                            { list(of_account) }
                        }
                    </div>
                }
            };
            html! { { for sides.both().into_iter().map(group) } }
        }
        _ if flips.is_empty() => html! { if let Some(nothing) = nothing { <p class="muted">{ nothing }</p> } },
        _ => list(flips.iter().enumerate().collect()),
    };
    html! {
        <section class="block" aria-labelledby="flips-title">
            <div class="zone-head">
                <h2 class="zone-title" id="flips-title">{ labels.flips }</h2>
                <p class="zone-meta">{ count }</p>
            </div>
            { body }
            { wait }
        </section>
    }
}

#[derive(Clone, Properties)]
struct CardProps {
    flip: Rc<Flip>,
    is_applied: bool,
    /// Whether it stands under the account that would do it.
    is_grouped: bool,
}

impl PartialEq for CardProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.flip, &other.flip)
            && self.is_applied == other.is_applied
            && self.is_grouped == other.is_grouped
    }
}

#[component]
fn FlipCard(props: &CardProps) -> Html {
    let state = use_snapshot();
    let dispatch = use_dispatch();
    let is_open = use_state(|| false);
    let labels = &strings(state.language).why;
    let flip = &props.flip;
    let title = text::change(state.language, &flip.change);
    let (button, action) = match props.is_applied {
        true => (labels.undo, Action::Undo),
        false => (labels.apply, Action::ApplyFlip(Rc::clone(flip))),
    };
    // IAM calls name no account: whoever acts cannot make them in another one.
    let is_foreign = state.acting_account() != Some(flip.account);
    let is_out_of_reach =
        state.mode == Mode::Caller && is_foreign && flip.call.operation.starts_with("iam:") && !props.is_applied;
    let onclick = Callback::from(move |_| dispatch.dispatch(action.clone()));
    let toggle = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    let account = state.sandbox.world().account(flip.account).map(|account| account.name.to_string());
    let by = account
        .filter(|_| is_foreign && !props.is_grouped)
        .map(|account| format!("{} · ", (labels.by_account)(&account)));
    html! {
        <li class="flip" data-applied={props.is_applied.then_some("")} data-tone={props.is_applied.then_some("allow")}>
            <Lamp tone={Tone::Allow} />
            <span class="flip-title">{ &title }</span>
            <span class="flip-note">
                if props.is_applied {
                    { labels.applied }
                } else {
                    { by }
                    if let Some(other) = &flip.together {
                        { (labels.together)(&text::change(state.language, other)) }{ " · " }
                    }
                    if flip.also.is_empty() {
                        <span title={labels.also_nothing_note}>{ labels.also_nothing }</span>
                    } else {
                        <button class="link" type="button" aria-expanded={is_open.to_string()} onclick={toggle}>
                            { (labels.also)(flip.also.len()) }
                        </button>
                    }
                }
            </span>
            if props.is_applied || state.writes_answers() {
                <button class="button" type="button" disabled={is_out_of_reach} aria-label={format!("{button}: {title}")}
                    {onclick}>{ button }</button>
            }
            if *is_open && !props.is_applied {
                <ul class="flip-body">{ for flip.also.iter().map(|probe| probe_item(&state.sandbox, probe)) }</ul>
            }
        </li>
    }
}

fn probe_item(sandbox: &Sandbox, probe: &Probe) -> Html {
    let who = sandbox.keys().find(|key| key.access_key_id == probe.access_key_id).map(|key| key.name);
    html! {
        <li>
            { who.unwrap_or_default().to_string() }{ " " }
            <code translate="no">{ probe.action.to_string() }</code>{ " " }
            <code translate="no">{ resource_name(sandbox.world(), &probe.resource) }</code>
        </li>
    }
}

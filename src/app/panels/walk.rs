//! The walk of somebody from outside, from a door of an account to a session, in steps: sign in there, see what is said, ask
//! for a role, what AWS checks of what is shown, whether the role lets it in, and the session.
//!
//! As soon as something was issued all later steps are answered by trying the calls on a copy of the world; the last
//! button makes them. What stands in the fields is kept here as long as the walk is open.

mod certificate;
mod oidc;
mod pool;
mod portal;
mod said;
mod saml;
mod step;
mod way;

use crate::app::components::fields::{FieldsForm, Typed, field_rows};
use crate::app::components::inline_panel::InlinePanel;
use crate::app::store::{Action, Snapshot, Walk, use_dispatch, use_now, use_snapshot};
use crate::app::strings::strings;
use iam_sandbox::clock::Timestamp;
use said::paper_step;
use step::{Told, session_step, step, taken_step, trust_step};
use way::{Place, Way, way_of};
use yew::prelude::*;

/// What was issued: as it was, and as it is now.
type Paper = (AttrValue, AttrValue);

/// Properties of [`WalkPanel`].
#[derive(Clone, PartialEq, Properties)]
pub struct WalkProps {
    /// Which walk.
    pub walk: Walk,
}

/// See the module.
#[component]
pub fn WalkPanel(props: &WalkProps) -> Html {
    let (state, dispatch) = (use_snapshot(), use_dispatch());
    let now = use_now(&state);
    let paper = use_state(|| None::<Paper>);
    let asked = use_state(Typed::default);
    // What was answered when it was sent, until something is changed.
    let sent = use_state(|| None::<Told>);
    let foreseen = use_foreseen(&state, &props.walk, &asked, paper.as_ref());
    let Some((way, place)) = found(&state, &props.walk, now) else { return Html::default() };
    let told = sent.as_ref().or(foreseen.as_ref().as_ref());
    let on_close = dispatch_on(&dispatch, || Action::OpenWalk(None));
    let on_paper = {
        let (paper, sent) = (paper.setter(), sent.setter());
        Callback::from(move |next: Paper| {
            paper.set(Some(next));
            sent.set(None);
        })
    };
    let on_asked = {
        let (asked, sent) = (asked.setter(), sent.setter());
        Callback::from(move |typed: Typed| {
            asked.set(typed);
            sent.set(None);
        })
    };
    let on_send = {
        let (sent, foreseen) = (sent.setter(), foreseen.clone());
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            let Some(told) = (*foreseen).clone() else { return };
            let calls = told.calls().to_vec();
            // What was refused stays open: a change of the trust policy is seen at once.
            sent.set(Some(told).filter(|told| told.error().is_none()));
            dispatch.dispatch(Action::ComeIn(calls));
        })
    };
    let on_again = {
        let sent = sent.setter();
        Callback::from(move |_: MouseEvent| sent.set(None))
    };
    let ask = html! { <div class="form">{ field_rows("walk-ask", &(way.asked)(&place), &asked, &on_asked) }</div> };
    panel(
        way,
        &place,
        on_close,
        html! {
            <>
                { step(0, place.words().steps[0], if paper.is_some() { "passed" } else { "open" }, place.words().played.into(),
                    sign_in_form(way, &place, &on_paper)) }
                { paper_step(way, &place, paper.as_ref(), &on_paper) }
                { step(2, place.words().steps[2], if told.is_some() { "passed" } else { "open" }, operations(way, told), ask) }
                { taken_step(way, &place, told, paper.as_ref().map_or("", |(_, text)| text)) }
                { trust_step(&place, told) }
                { session_step(&place, told, on_send, on_again) }
            </>
        },
    )
}

fn dispatch_on(dispatch: &crate::app::store::Dispatch, action: fn() -> Action) -> Callback<()> {
    let dispatch = dispatch.clone();
    Callback::from(move |()| dispatch.dispatch(action()))
}

/// The way of a walk and where it leads in; none once the door is gone.
fn found<'a>(state: &'a Snapshot, walk: &'a Walk, now: Timestamp) -> Option<(&'static Way, Place<'a>)> {
    let way = way_of(&walk.provider)?;
    let account = state.sandbox.world().account(walk.account)?;
    Some((way, Place { state, now, account, provider: &walk.provider }))
}

/// What would be answered if all that stands in the fields were sent; none as long as nothing was issued.
#[hook]
fn use_foreseen(
    state: &Snapshot,
    walk: &Walk,
    asked: &UseStateHandle<Typed>,
    paper: Option<&Paper>,
) -> std::rc::Rc<Option<Told>> {
    let text = paper.map(|(_, text)| text.clone());
    let key = (state.revision, state.language, (**asked).clone(), text);
    let (state, walk) = (state.clone(), walk.clone());
    use_memo(key, move |(_, _, asked, text)| {
        let (way, place) = found(&state, &walk, state.now())?;
        let mut trial = state.trial();
        (way.come)(&place, &asked.resolved(&(way.asked)(&place)), text.as_ref()?, &mut trial);
        Some(Told::of(trial.seen(&state)?, way))
    })
}

fn panel(way: &Way, place: &Place<'_>, on_close: Callback<()>, steps: Html) -> Html {
    let title = (place.words().title)(&(way.issuer)(place));
    let close = strings(place.state.language).world.form.close;
    html! {
        <InlinePanel id="walk" {title} close_label={close} {on_close}><ol class="rail walk">{ steps }</ol></InlinePanel>
    }
}

/// The operations that are called, as far as it is known.
fn operations(way: &Way, told: Option<&Told>) -> Html {
    let called: Vec<&str> = told.map_or_else(Vec::new, |told| told.calls().iter().map(|(name, _)| *name).collect());
    let names = if called.is_empty() { vec![way.operation] } else { called };
    html! { <>{ for names.iter().map(|name| html! { <code class="walk-value" translate="no">{ *name }</code> }) }</> }
}

fn sign_in_form(way: &'static Way, place: &Place<'_>, on_paper: &Callback<Paper>) -> Html {
    let words = (way.words)(place.words());
    let on_submit = {
        let walk = Walk { account: place.account.id, provider: place.provider.clone() };
        let state = place.state.clone();
        on_paper.reform(move |typed: Typed| {
            let issued = found(&state, &walk, state.now()).map(|(_, place)| (way.issue)(&place, &typed));
            let text = AttrValue::from(issued.unwrap_or_default());
            (text.clone(), text)
        })
    };
    html! {
        <FieldsForm id="walk-sign-in" fields={(way.sign_in)(place)} button={words.issue} error={None::<Html>} {on_submit}>
            if !words.note.is_empty() { <p class="small muted">{ words.note }</p> }
        </FieldsForm>
    }
}

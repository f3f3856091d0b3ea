//! The walk of somebody from outside, from a provider to a session, in steps: sign in there, see what is said, ask for a
//! role, what AWS checks of what is shown, whether the role lets it in, and the session.
//!
//! As soon as something was issued all later steps are answered by trying the call on a copy of the world; the last
//! button makes it. What stands in the fields is kept here as long as the walk is open.

mod oidc;
mod saml;
mod step;
mod way;

use crate::app::components::fields::{Field, FieldKind, FieldsForm, Typed, field_rows};
use crate::app::components::inline_panel::InlinePanel;
use crate::app::shared::Shared;
use crate::app::store::{Action, AppState, Snapshot, Walk, use_dispatch, use_now, use_snapshot};
use crate::app::strings::strings;
use iam_sandbox::analysis::DocumentRef;
use iam_sandbox::arn::Arn;
use step::{Told, paper_step, session_step, step, taken_step, trust_step};
use way::{Place, Way, way_of};
use yew::prelude::*;

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
    // As it was issued, and as it is now.
    let paper = use_state(|| None::<(AttrValue, AttrValue)>);
    let asked = use_state(Typed::default);
    // What was answered when it was sent, until something is changed.
    let sent = use_state(|| None::<Shared<AppState>>);
    let world = state.sandbox.world();
    let found = way_of(&props.walk.provider).zip(world.account(props.walk.account));
    let place = found.map(|(_, account)| Place { state: &state, now, account, provider: &props.walk.provider });
    let fields = found.zip(place.as_ref()).map(|((way, _), place)| ask_fields(way, place)).unwrap_or_default();
    let call = found
        .zip(place.as_ref())
        .zip(paper.as_ref())
        .map(|(((way, _), place), (_, text))| (way.operation, (way.input)(place, &asked.resolved(&fields), text)));
    let foreseen = {
        let (state, call) = (state.clone(), call.clone());
        use_memo((state.revision, call), move |(_, call)| {
            let (operation, input) = call.clone()?;
            Some(state.foreseeing(state.call_from_outside(operation, input)))
        })
    };
    let (Some((way, _)), Some(place)) = (found, place) else { return Html::default() };
    let told = sent.as_ref().or(foreseen.as_ref().as_ref()).map(|seen| Told::of(seen, way));
    let words = place.words();
    let on_close = {
        let dispatch = dispatch.clone();
        Callback::from(move |()| dispatch.dispatch(Action::OpenWalk(None)))
    };
    let on_paper = {
        let (paper, sent) = (paper.clone(), sent.clone());
        Callback::from(move |next: (AttrValue, AttrValue)| {
            paper.set(Some(next));
            sent.set(None);
        })
    };
    let on_asked = {
        let (asked, sent) = (asked.clone(), sent.clone());
        Callback::from(move |typed: Typed| {
            asked.set(typed);
            sent.set(None);
        })
    };
    let on_send = {
        let (sent, foreseen) = (sent.clone(), foreseen.clone());
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            let Some((operation, input)) = call.clone() else { return };
            // What was refused stays open: a change of the trust policy is seen at once.
            sent.set((*foreseen).clone().filter(|seen| seen.answer.error().is_none()));
            dispatch.dispatch(Action::ComeIn { operation, input });
        })
    };
    let on_again = Callback::from(move |_: MouseEvent| sent.set(None));
    let on_trust = open_trust(&place, &asked, &fields);
    let issuer = (way.issuer)(&place);
    let close = strings(state.language).world.form.close;
    html! {
        <InlinePanel id="walk" title={(words.title)(&issuer)} close_label={close} {on_close}>
            <ol class="rail walk">
                { step(0, words.steps[0], if paper.is_some() { "passed" } else { "open" }, words.played.into(),
                    sign_in_form(way, &place, &on_paper)) }
                { paper_step(way, &place, paper.as_ref(), &on_paper) }
                { step(2, words.steps[2], if told.is_some() { "passed" } else { "open" }, html! { <code translate="no">{ way.operation }</code> },
                    html! { <div class="form">{ field_rows("walk-ask", &fields, &asked, &on_asked) }</div> }) }
                { taken_step(way, &place, told.as_ref()) }
                { trust_step(&place, told.as_ref(), on_trust) }
                { session_step(&place, told.as_ref(), on_send, on_again) }
            </ol>
        </InlinePanel>
    }
}

/// What the call asks for: the role first.
fn ask_fields(way: &Way, place: &Place<'_>) -> Vec<Field> {
    let role = Field::new(FieldKind::names(place.role_choices()), "RoleArn", place.words().role);
    std::iter::once(role).chain((way.asked)(place)).collect()
}

fn sign_in_form(way: &'static Way, place: &Place<'_>, on_paper: &Callback<(AttrValue, AttrValue)>) -> Html {
    let words = (way.words)(place.words());
    let on_submit = {
        let (state, provider, account): (Snapshot, Arn, _) =
            (place.state.clone(), place.provider.clone(), place.account.id);
        on_paper.reform(move |typed: Typed| {
            let text = state.sandbox.world().account(account).map(|account| {
                let place = Place { state: &state, now: state.now(), account, provider: &provider };
                AttrValue::from((way.issue)(&place, &typed))
            });
            let text = text.unwrap_or_default();
            (text.clone(), text)
        })
    };
    html! {
        <FieldsForm id="walk-sign-in" fields={(way.sign_in)(place)} button={words.issue} error={None::<Html>} {on_submit}>
            if !words.note.is_empty() { <p class="small muted">{ words.note }</p> }
        </FieldsForm>
    }
}

/// Opens the trust policy of the role that is asked for, and says what it is called.
fn open_trust(place: &Place<'_>, asked: &Typed, fields: &[Field]) -> Option<(String, DocumentRef)> {
    let arn: Arn = asked.resolved(fields).of("RoleArn").parse().ok()?;
    let role = place.state.sandbox.world().role(&arn)?;
    let name = role.name.to_string();
    Some((name, DocumentRef::Trust { account: arn.account()?, role: role.name.clone() }))
}

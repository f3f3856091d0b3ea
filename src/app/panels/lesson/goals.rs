//! The promises of a lesson, each with how it stands, what shows it, and its hints.

use super::answers::Picks;
use super::prose::line;
use crate::app::components::tone::Lamp;
use crate::app::learn::prose;
use crate::app::store::{Action, Play, Snapshot, use_dispatch, use_snapshot};
use crate::app::strings::strings;
use iam_sandbox::lessons::Status;
use iam_sandbox::lessons::goal::Goal;
use iam_sandbox::text::{self, Tone};
use yew::prelude::*;

/// The list.
#[component]
pub fn Goals() -> Html {
    let (state, dispatch) = (use_snapshot(), use_dispatch());
    let labels = &strings(state.language).learn;
    let Some(play) = &state.play else { return Html::default() };
    let on = Callback::from(move |action: Action| dispatch.dispatch(action));
    html! {
        <section class="block" aria-labelledby="promises-title">
            <h3 class="zone-title" id="promises-title">{ labels.promises }</h3>
            <ol class="promises">
                { for (0..play.statuses.len()).map(|index| promise(&state, play, index, &on)) }
            </ol>
        </section>
    }
}

fn promise(state: &Snapshot, play: &Play, index: usize, on: &Callback<Action>) -> Html {
    let labels = &strings(state.language).learn;
    let Some((goal, status)) = play.lesson.goals.get(index).zip(play.statuses.get(index)) else {
        return Html::default();
    };
    let prose = prose(&play.lesson, state.language);
    let (name, tone, word) = match status {
        Status::Met => ("met", Tone::Allow, labels.met),
        Status::NotMet(_) => ("notmet", Tone::Implicit, labels.not_met),
        Status::NotYet(_) => ("notyet", Tone::Unknown, labels.not_yet),
    };
    let why = text::goal_status(state.language, status);
    let send = |action: Action| on.reform(move |_: MouseEvent| action.clone());
    let can_show = matches!(goal.line, Goal::Can(_) | Goal::Cannot(_) | Goal::Saw(_) | Goal::Never(_));
    html! {
        <li class="promise" data-status={name} key={index}>
            <Lamp {tone} />
            <span class="promise-text">{ prose.goals.get(&goal.id).map(|text| line(text)) }<span class="vh">{ format!(": {word}") }</span></span>
            if let Some(why) = why {
                <p class="promise-why">{ why }</p>
            }
            if let Goal::Answer { name, .. } = &goal.line {
                <Picks name={AttrValue::from(name.to_string())} is_met={*status == Status::Met} />
            }
            { hints(state, play, index) }
            if *status != Status::Met {
                <div class="promise-foot">
                    if can_show && !matches!(status, Status::NotYet(_)) {
                        <button class="link" type="button" onclick={send(Action::ShowGoal(index))}>{ labels.show_request }</button>
                    }
                    <button class="link" type="button" onclick={send(Action::ShowHint(index))}>{ labels.hint }</button>
                </div>
            }
        </li>
    }
}

fn hints(state: &Snapshot, play: &Play, index: usize) -> Html {
    let labels = &strings(state.language).learn;
    let Some(rung) = play.rungs.get(&index) else { return Html::default() };
    let all = prose(&play.lesson, state.language).hints.get(&rung.set.id).map(Vec::as_slice).unwrap_or_default();
    html! {
        <div class="hint" role="status">
            { for all.iter().take(rung.n_shown).enumerate().map(|(at, hint)| html! {
                <p><span class="small muted">{ (labels.n_hint)(at + 1, all.len()) }</span>{ " " }{ line(hint) }</p>
            }) }
        </div>
    }
}

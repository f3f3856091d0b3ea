//! The promises of a lesson, each with how it stands, what shows it, and its hints.

use super::answers::Picks;
use super::prose::{line, plain_line};
use crate::app::components::problems::in_code;
use crate::app::components::tone::Lamp;
use crate::app::learn::prose;
use crate::app::store::{Action, Play, Snapshot, use_dispatch, use_snapshot};
use crate::app::strings::strings;
use iam_sandbox::lessons::goal::{Goal, Pattern};
use iam_sandbox::lessons::{Decided, Evidence, Phase, Status};
use iam_sandbox::text::{self, Language, Tone};
use yew::prelude::*;

/// The list.
#[component]
pub fn Goals() -> Html {
    let (state, dispatch) = (use_snapshot(), use_dispatch());
    let labels = &strings(state.language).learn;
    let ahead = {
        let state = state.clone();
        use_memo((state.revision, state.hides_answer()), move |_| {
            state.play.as_ref().map(|play| once_asked(&state, play)).unwrap_or_default()
        })
    };
    let Some(play) = &state.play else { return Html::default() };
    let on = Callback::from(move |action: Action| dispatch.dispatch(action));
    let parts = [
        (None, "promises-title", labels.promises),
        (Some(Phase::Break), "break-title", labels.break_it),
        (Some(Phase::Fix), "fix-title", labels.fix_it),
    ];
    let part = |(phase, id, title): (Option<Phase>, &'static str, &'static str)| {
        let goals = play.lesson.goals.iter().enumerate().filter(|(_, goal)| goal.phase == phase);
        let promises: Vec<Html> = goals.map(|(index, _)| promise(&state, play, index, ahead.get(index), &on)).collect();
        html! {
            if !promises.is_empty() {
                <section class="block" aria-labelledby={id} key={id}>
                    <h3 class="zone-title" {id}>{ title }</h3>
                    <ol class="promises">{ for promises }</ol>
                </section>
            }
        }
    };
    html! { { for parts.map(part) } }
}

/// How the goals would stand if what stands in the sentence were asked, where some wait for something to be asked.
fn once_asked(state: &Snapshot, play: &Play) -> Vec<Status> {
    let waits = |status: &Status| matches!(status, Status::NotMet(Evidence::Seen { .. }));
    if state.hides_answer() || !play.statuses.iter().any(waits) {
        return Vec::new();
    }
    let mut sandbox = state.sandbox.clone();
    sandbox.ask(state.question.clone());
    play.lesson.standing(&play.attempt(&sandbox))
}

/// Whether asking would bring it on.
fn counts_once_asked(status: &Status, ahead: Option<&Status>) -> bool {
    match (status, ahead) {
        (Status::NotMet(Evidence::Seen { .. }), Some(Status::Met)) => true,
        (Status::NotMet(Evidence::Seen { n_seen, .. }), Some(Status::NotMet(Evidence::Seen { n_seen: then, .. }))) => {
            then > n_seen
        }
        _ => false,
    }
}

/// Whether what is to be seen next is a request that is allowed, and it is denied.
fn is_denied_now(line: &Goal, status: &Status, request: Option<&Decided>) -> bool {
    let (Goal::Saw(patterns), Status::NotMet(Evidence::Seen { n_seen, .. })) = (line, status) else { return false };
    matches!(patterns.get(*n_seen), Some(Pattern::Decided { is_allowed: true, .. }))
        && request.is_some_and(|request| !request.answer.is_allowed())
}

fn promise(state: &Snapshot, play: &Play, index: usize, ahead: Option<&Status>, on: &Callback<Action>) -> Html {
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
    // What is hidden is not told beside it.
    let why = match (&goal.line, status) {
        (Goal::Answer { .. }, Status::NotMet(Evidence::Seen { .. })) => Some(labels.answer_waits.to_owned()),
        _ => text::goal_status(state.language, status).filter(|_| !state.hides_answer()),
    };
    let request = play.requests.get(index).and_then(Option::as_ref);
    let is_mended =
        goal.phase == Some(Phase::Break) && !state.hides_answer() && is_denied_now(&goal.line, status, request);
    let send = |action: Action| on.reform(move |_: MouseEvent| action.clone());
    let shows = match status {
        Status::NotMet(Evidence::Decided(_) | Evidence::Happened(_)) => true,
        Status::Met | Status::NotMet(_) => matches!(play.requests.get(index), Some(Some(_))),
        Status::NotYet(_) => false,
    };
    let helps = *status != Status::Met && play.has_hint(index, state.language);
    html! {
        <li class="promise" data-status={name} key={index}>
            <Lamp {tone} />
            <span class="promise-text">{ prose.goals.get(&goal.id).map(|text| line(text)) }<span class="vh">{ format!(": {word}") }</span></span>
            if let Some(why) = why {
                <p class="promise-why">{ in_code(&why) }</p>
            }
            if is_mended {
                <p class="promise-why">{ labels.mended_already }</p>
            }
            if counts_once_asked(status, ahead) {
                <p class="promise-why">
                    { labels.stands_above }{ " " }
                    <button class="button little" type="button" onclick={send(Action::Ask)}>{ labels.ask_it }</button>
                </p>
            }
            if let Goal::Answer { name, wanted, .. } = &goal.line {
                <Picks wanted={wanted.clone()} name={AttrValue::from(name.to_string())}
                    question={prose.goals.get(&goal.id).map(|text| plain_line(text)).unwrap_or_default()} />
            }
            { hints(state, play, index) }
            if shows || helps {
                <div class="promise-foot">
                    if shows {
                        <button class="link" type="button" onclick={send(Action::ShowGoal(index))}>{ labels.show_request }</button>
                    }
                    if helps {
                        <button class="link" type="button" onclick={send(Action::ShowHint(index))}>{ labels.hint }</button>
                    }
                </div>
            }
        </li>
    }
}

fn hints(state: &Snapshot, play: &Play, index: usize) -> Html {
    let Some(rung) = play.rungs.get(&index) else { return Html::default() };
    let all = prose(&play.lesson, state.language).hints.get(&rung.set.id).map(Vec::as_slice).unwrap_or_default();
    let hints = all.iter().take(rung.n_shown).map(|hint| line(hint)).collect::<Vec<_>>();
    html! { <Hints {hints} n_hints={all.len()} language={state.language} key={&*rung.set.id} /> }
}

#[derive(Clone, PartialEq, Properties)]
struct HintsProps {
    hints: Vec<Html>,
    n_hints: usize,
    language: Language,
}

/// The hints that are shown, the newest where one sees it.
#[component]
fn Hints(props: &HintsProps) -> Html {
    let labels = &strings(props.language).learn;
    let last = use_node_ref();
    {
        let last = last.clone();
        use_effect_with(props.hints.len(), move |_| {
            if let Some(element) = last.cast::<web_sys::Element>() {
                let options = web_sys::ScrollIntoViewOptions::new();
                options.set_block(web_sys::ScrollLogicalPosition::Nearest);
                element.scroll_into_view_with_scroll_into_view_options(&options);
            }
        });
    }
    let n_shown = props.hints.len();
    html! {
        <div class="hint" aria-live="polite">
            { for props.hints.iter().enumerate().map(|(at, hint)| html! {
                <p ref={if at + 1 == n_shown { last.clone() } else { NodeRef::default() }} key={at}>
                    <span class="small muted">{ (labels.n_hint)(at + 1, props.n_hints) }</span>{ " " }{ hint.clone() }
                </p>
            }) }
        </div>
    }
}

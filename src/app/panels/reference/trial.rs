//! The request of a card, sent in a world of its own; the learner's is not touched.

use crate::app::components::tone::{Lamp, tone_name};
use crate::app::share::{LIMIT_BYTES, fragment};
use crate::app::shared::Shared;
use crate::app::store::AppState;
use crate::app::strings::strings;
use iam_sandbox::api::{Event, Question};
use iam_sandbox::lessons::reference::{Card, Trial, Tried};
use iam_sandbox::text::{Language, explain};
use yew::prelude::*;

/// Props of [`TrialView`].
#[derive(Clone, PartialEq, Properties)]
pub struct TrialViewProps {
    /// All cards.
    pub cards: Shared<Vec<Card>>,
    /// Which of them.
    pub index: usize,
    /// The language.
    pub language: Language,
}

/// What was sent, and what came of it.
#[component]
pub fn TrialView(props: &TrialViewProps) -> Html {
    let words = &strings(props.language).reference;
    let trial = props.cards.get(props.index).and_then(|card| card.trial.as_ref());
    let tried = use_memo(props.index, |_| trial.and_then(|trial| trial.send().ok()));
    let link = use_memo(props.index, |_| tried.as_ref().as_ref().and_then(link));
    let (Some(trial), Some(tried)) = (trial, &*tried) else { return Html::default() };
    let before = trial.play.lines().chain([&*trial.ask]);
    html! {
        <div class="myth-trial">
            <h4 class="zone-title">{ words.request }</h4>
            <pre class="myth-lines" translate="no" lang="en">
                { for before.filter(|line| !line.trim().is_empty()).map(|line| html! { <span>{ line.trim() }{ "\n" }</span> }) }
            </pre>
            { answer(trial, tried, props.language) }
            if let Some(link) = &*link {
                <p class="small">
                    <a class="link" href={link.clone()} target="_blank" rel="noopener">
                        { words.open }{ " " }<span aria-hidden="true">{ "↗" }</span>
                        <span class="vh">{ " " }{ strings(props.language).rules.new_tab }</span>
                    </a>
                </p>
            }
        </div>
    }
}

/// What the sandbox answers is explained; what AWS would print is printed.
fn answer(trial: &Trial, tried: &Tried, language: Language) -> Html {
    let told = tried.sandbox.last_told().and_then(|index| tried.sandbox.steps().get(index));
    let answer = told.and_then(|step| step.answer.as_ref());
    if let Some(answer) = answer.filter(|_| trial.ask.trim_start().starts_with("ask ")) {
        let explanation = explain(answer, tried.sandbox.world(), language);
        return html! {
            <p class="myth-verdict" data-tone={tone_name(explanation.tone)}>
                <span class="verdict-pill"><Lamp tone={explanation.tone} />{ explanation.verdict }</span>
                <span>{ explanation.sentence }</span>
            </p>
        };
    }
    let printed = format!("{}{}", tried.output.stdout, tried.output.stderr);
    html! { <pre class="myth-lines myth-output" translate="no" lang="en">{ printed.trim().to_owned() }</pre> }
}

/// The link to the world as it stands then, with the sentence; none if the world is too large for one.
fn link(tried: &Tried) -> Option<String> {
    let step = tried.sandbox.steps().get(tried.sandbox.last_told()?)?;
    let question = match (&step.event, &step.answer) {
        (Event::Ask(question), _) => question.clone(),
        (Event::Call(call), Some(answer)) => Question::new(call.credentials.clone(), &answer.action, &answer.resource),
        _ => return None,
    };
    let state = AppState::of(tried.sandbox.clone(), question, Language::English, None);
    Some(fragment(state.save())).filter(|link| link.len() <= LIMIT_BYTES)
}

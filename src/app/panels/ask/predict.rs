//! Predict before you look: the answer is hidden until somebody says what it will be, or shows it.

use crate::app::store::{Action, Prediction, use_dispatch, use_snapshot};
use crate::app::strings::strings;
use iam_sandbox::text::Tone;
use yew::prelude::*;

/// The question in the place of the verdict.
#[component]
pub fn Predict() -> Html {
    let (state, dispatch) = (use_snapshot(), use_dispatch());
    let labels = &strings(state.language).learn;
    let reveal = |made: Option<usize>| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::SetPrediction(Some(Prediction { made, is_revealed: true })));
        })
    };
    html! {
        <div class="verdict predict" role="group" aria-label={labels.predict_question}>
            <span>{ labels.predict_question }</span>
            { for labels.predictions.iter().enumerate().map(|(index, label)| html! {
                <button class="button little" type="button" onclick={reveal(Some(index))}>{ *label }</button>
            }) }
            <button class="button little plain" type="button" onclick={reveal(None)}>{ labels.reveal }</button>
        </div>
    }
}

/// What the answer is.
#[derive(Clone, PartialEq, Properties)]
pub struct PredictedProps {
    /// Its tone.
    pub tone: Tone,
}

/// Whether the answer is what was predicted; nothing where nothing was.
#[component]
pub fn Predicted(props: &PredictedProps) -> Html {
    let state = use_snapshot();
    let labels = &strings(state.language).learn;
    let Some(made) = state.prediction.and_then(|prediction| prediction.made) else { return Html::default() };
    let came = match props.tone {
        Tone::Allow => 0,
        Tone::Explicit => 2,
        Tone::Implicit | Tone::Expired | Tone::Unknown => 1,
    };
    html! { <p class="small" role="status">{ if made == came { labels.predicted } else { labels.not_predicted } }</p> }
}

//! The Evidence zone: the document that the answer points at, or the one that was opened in the
//! world, and what AWS would say.

mod answer;
mod card;
mod document;
mod shown;

use crate::app::accounts::account_name;
use crate::app::store::{Action, AppState, use_dispatch, use_snapshot};
use crate::app::strings::strings;
use answer::{AwsAnswer, RuleBlock};
use card::{CredentialsCard, ResourceCard, Shelf};
use document::Document;
use iam_sandbox::analysis::DocumentRef;
use iam_sandbox::eval::Side;
use iam_sandbox::rule::Rule;
use iam_sandbox::text::{self, Explanation};
use shown::{DocumentView, Shown};
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::prelude::*;

/// What was typed and not saved, by document; kept as long as the page is open.
pub type Drafts = BTreeMap<DocumentRef, String>;

/// The zone.
#[component]
pub fn EvidencePanel() -> Html {
    let state = use_snapshot();
    let dispatch = use_dispatch();
    let drafts = use_mut_ref(Drafts::default);
    let saved = use_mut_ref(Vec::<DocumentRef>::new);
    use_effect({
        let (saved, dispatch) = (saved.clone(), dispatch.clone());
        move || saved.take().into_iter().for_each(|it| dispatch.dispatch(Action::SetUnsaved(it, false)))
    });
    let labels = &strings(state.language).evidence;
    if state.hides_answer() {
        return html! {
            <section class="zone evidence" id="evidence" aria-labelledby="evidence-title" tabindex="-1">
                <div class="zone-head"><h2 class="zone-title" id="evidence-title">{ labels.title }</h2></div>
            </section>
        };
    }
    let explanation = text::explain_check(&state.answer, state.check, state.sandbox.world(), state.language);
    let shown = Shown::of(&state, &explanation);
    let close = {
        let dispatch = dispatch.clone();
        Callback::from(move |_| dispatch.dispatch(Action::SetSheet(false)))
    };
    let back = {
        let dispatch = dispatch.clone();
        Callback::from(move |_| dispatch.dispatch(Action::OpenDocument(None)))
    };
    let draft = Callback::from({
        let (drafts, unsaved, dispatch) = (drafts.clone(), Rc::clone(&state.unsaved), dispatch.clone());
        move |(document, text): (DocumentRef, Option<String>)| {
            if unsaved.contains(&document) != text.is_some() {
                dispatch.dispatch(Action::SetUnsaved(document.clone(), text.is_some()));
            }
            match text {
                Some(text) => drafts.borrow_mut().insert(document, text),
                None => drafts.borrow_mut().remove(&document),
            };
        }
    });
    // A template never takes the place of something that was typed.
    let template = Callback::from({
        let drafts = drafts.clone();
        move |(document, text): (DocumentRef, Option<String>)| {
            if let Some(text) = text {
                drafts.borrow_mut().entry(document).or_insert(text);
            }
        }
    });
    let document = |view: &DocumentView| {
        let present = view.document.as_ref().and_then(|document| {
            let mut drafts = drafts.borrow_mut();
            // A draft that was taken is none any more, whoever saved it.
            if drafts.get(document).is_some_and(|draft| view.text.as_deref() == Some(draft.as_str())) {
                drafts.remove(document);
                saved.borrow_mut().push(document.clone());
            }
            drafts.get(document).cloned()
        });
        html! { <Document view={view.clone()} draft={present.map(AttrValue::from)} on_draft={draft.clone()} /> }
    };
    let grants = Shown::grants(&state, &explanation);
    let body = match &shown {
        _ if grants.len() > 1 => html! {
            { for grants.iter().map(|(side, view)| html! {
                <div class="block" key={format!("{side:?}")}>
                    <h3 class="card-title">{ (labels.side_grants)(&side_name(&explanation, *side, &state)) }</h3>
                    { document(view) }
                </div>
            }) }
        },
        Shown::Document(view) => document(view),
        Shown::Shelf { who, object } => {
            html! { <Shelf who={who.clone()} object={object.clone()} on_draft={template} /> }
        }
        Shown::ResourceWithoutPolicy { owner } => html! { <ResourceCard owner={owner.clone()} on_draft={template} /> },
        Shown::Credentials => html! { <CredentialsCard /> },
        Shown::Purpose(purpose) => html! { <div class="card"><p>{ *purpose }</p></div> },
    };
    html! {
        <section class="zone evidence" id="evidence" aria-labelledby="evidence-title" tabindex="-1">
            <div class="zone-head">
                <h2 class="zone-title" id="evidence-title">{ labels.title }</h2>
                <p class="zone-meta">
                    if state.document.is_some() {
                        <button class="link" type="button" onclick={back}>{ labels.back_to_answer }</button>
                    } else {
                        { shown.title(labels) }
                    }
                </p>
                <button class="close sheet-close" type="button" aria-label={labels.close} onclick={close}></button>
            </div>
            { body }
            if state.document.is_none() {
                <AwsAnswer />
                <RuleBlock rule={deciding_rule(&explanation)} />
            }
        </section>
    }
}

fn deciding_rule(explanation: &Explanation) -> Rule {
    match explanation.gate.as_ref().filter(|gate| gate.is_stopped()) {
        Some(gate) => gate.rule,
        None => explanation.stations[usize::from(explanation.deciding.number())].rule,
    }
}

/// What the account of a side is called.
fn side_name(explanation: &Explanation, side: Side, state: &AppState) -> String {
    let sides = explanation.sides.as_ref();
    let view = sides.and_then(|sides| sides.both().into_iter().find(|view| view.side == side));
    view.map(|view| account_name(state.sandbox.world(), view.account)).unwrap_or_default()
}

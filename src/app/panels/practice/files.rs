//! Results files: dropped or chosen, made again, graded again.

use super::choose::topic_name;
use super::mark::Mark;
use super::score::{by_topic, percent, worth};
use crate::app::components::file_button::FileButton;
use crate::app::practice::seed_text;
use crate::app::shared::Shared;
use crate::app::storage;
use crate::app::store::{AppState, use_snapshot};
use crate::app::strings::{PracticeStrings, strings};
use iam_sandbox::practice::{Length, ResultsError, Sitting, replay};
use iam_sandbox::text::practice::results_error;
use std::rc::Rc;
use web_sys::File;
use yew::prelude::*;

/// A file and what came of it.
#[derive(Clone, Debug)]
struct Opened {
    name: String,
    sitting: Result<Shared<Sitting>, ResultsError>,
}

/// The files that were opened.
struct List(Rc<[Opened]>);

impl Reducible for List {
    type Action = Opened;

    fn reduce(self: Rc<Self>, opened: Opened) -> Rc<Self> {
        Rc::new(Self(self.0.iter().cloned().chain([opened]).collect()))
    }
}

/// The place for results files, and their scores.
#[component]
pub fn Files() -> Html {
    let state = use_snapshot();
    let labels = &strings(state.language).practice;
    let list = use_reducer(|| List(Rc::new([])));
    let on_file = {
        let dispatcher = list.dispatcher();
        Callback::from(move |file: File| {
            let (name, dispatcher) = (file.name(), dispatcher.clone());
            let on_text = Callback::from(move |text: String| {
                dispatcher.dispatch(Opened { name: name.clone(), sitting: replay(&text).map(Shared::new) });
            });
            storage::read_file(file, on_text);
        })
    };
    let ondrop = {
        let on_file = on_file.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            let files = event.data_transfer().and_then(|transfer| transfer.files());
            let n_files = files.as_ref().map_or(0, web_sys::FileList::length);
            (0..n_files).filter_map(|index| files.as_ref()?.get(index)).for_each(|file| on_file.emit(file));
        })
    };
    let ondragover = Callback::from(|event: DragEvent| event.prevent_default());
    html! {
        <section class="practice-card practice-files" aria-labelledby="practice-files" {ondrop} {ondragover}>
            <h3 class="zone-title" id="practice-files">{ labels.files }</h3>
            <p>{ labels.files_note }</p>
            <p><FileButton label={labels.choose_files} multiple=true {on_file} /></p>
            <div role="status">
                if !list.0.is_empty() { { table(&state, &list.0, labels) } }
            </div>
        </section>
    }
}

fn table(state: &AppState, files: &[Opened], labels: &PracticeStrings) -> Html {
    html! {
        <table class="practice-table">
            <thead>
                <tr>
                    <th scope="col">{ labels.file }</th>
                    <th scope="col">{ labels.points_column }</th>
                    <th scope="col">{ labels.answered }</th>
                    <th scope="col">{ labels.topic }</th>
                    <th scope="col">{ labels.seed }</th>
                    <th scope="col">{ labels.started }</th>
                </tr>
            </thead>
            <tbody>{ for files.iter().map(|file| row(state, file, labels)) }</tbody>
        </table>
    }
}

fn row(state: &AppState, file: &Opened, labels: &PracticeStrings) -> Html {
    let sitting = match &file.sitting {
        Ok(sitting) => sitting,
        Err(error) => {
            return html! {
                <tr class="practice-file-row">
                    <th scope="row" translate="no">{ &file.name }</th>
                    <td class="form-error" colspan="5">{ results_error(state.language, error) }</td>
                </tr>
            };
        }
    };
    let (points, full) = worth(sitting);
    let set = sitting.set();
    let n_given = sitting.given().iter().flatten().count();
    let started = sitting.started().to_string();
    let topic = match &set.length {
        Length::Endless(topic) => topic_name(state, *topic),
        Length::Ten(topics) if topics.is_empty() => labels.all_topics.to_owned(),
        Length::Ten(topics) => topics.iter().map(|topic| topic.lesson()).collect::<Vec<_>>().join(", "),
    };
    html! {
        <>
        <tr class="practice-file-row">
            <th scope="row" translate="no">{ &file.name }</th>
            <td data-label={labels.points_column}>{ (labels.total)(points, full, percent(points, full)) }</td>
            <td data-label={labels.answered}>{ (labels.n_answered)(n_given, set.n_items()) }</td>
            <td data-label={labels.topic}>{ topic }</td>
            <td data-label={labels.seed}><code translate="no">{ seed_text(set.seed) }</code></td>
            <td data-label={labels.started}>{ started.replace('T', " ").trim_end_matches('Z').to_owned() }</td>
        </tr>
        <tr>
            <td colspan="6"><details><summary>{ labels.items }</summary>{ in_detail(state, sitting, labels) }</details></td>
        </tr>
        </>
    }
}

/// Every item with its mark, and the points by topic.
fn in_detail(state: &AppState, sitting: &Sitting, labels: &PracticeStrings) -> Html {
    let one = |(index, points): (usize, &Option<u32>)| {
        let mark = points.map(Mark::of);
        html! {
            <li>
                { index + 1 }{ " " }
                if let Some(mark) = mark { { mark.lamp() }{ " " } }
                { mark.map_or(labels.open, |mark| mark.word(labels)) }
            </li>
        }
    };
    html! {
        <div class="practice-file">
            <ol>{ for sitting.score().points.iter().enumerate().map(one) }</ol>
            { by_topic(state, sitting, labels) }
        </div>
    }
}

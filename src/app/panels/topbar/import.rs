//! Accounts from files and to files. What is read is shown before it takes the place of the world.

use crate::app::accounts::account_name;
use crate::app::components::file_button::FileButton;
use crate::app::store::{Action, Snapshot, use_dispatch, use_snapshot};
use crate::app::strings::{ExchangeStrings, strings};
use crate::app::{practice, storage};
use iam_sandbox::arn::AccountId;
use iam_sandbox::exchange::{
    ImportError, Imported, Importer, Options, Problem, Progress, authorization_details, script,
};
use iam_sandbox::text::{Language, absence, import_error, import_problem};
use std::cell::Cell;
use std::rc::Rc;
use web_sys::{File, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

/// For how long the page does nothing but read.
const SLICE_STEPS: usize = 40;

/// How many things that were left out are listed.
const MOST_PROBLEMS: usize = 20;

/// How far it is.
#[derive(Clone)]
enum Phase {
    Nothing,
    Reading(Progress),
    Failed(ImportError),
    Ready(Rc<Imported>),
}

/// The files that were given so far, each under its name.
#[derive(Clone, Default)]
struct Files(Rc<[(Box<str>, String)]>);

enum FileAct {
    Add(Box<str>, String),
    Forget,
}

impl Reducible for Files {
    type Action = FileAct;

    fn reduce(self: Rc<Self>, act: FileAct) -> Rc<Self> {
        let FileAct::Add(name, text) = act else { return Rc::default() };
        let mut files: Vec<_> = self.0.iter().filter(|(known, _)| *known != name).cloned().collect();
        files.push((name, text));
        Rc::new(Self(files.into()))
    }
}

/// Reading and writing of accounts.
#[component]
pub fn ImportPanel() -> Html {
    let state = use_snapshot();
    let words = &strings(state.language).exchange;
    let files = use_reducer(Files::default);
    let phase = use_state(|| Phase::Nothing);
    let (renames, is_whole) = (use_state(|| false), use_state(|| false));
    let run = use_mut_ref(|| Rc::new(Cell::new(false)));
    {
        let (phase, run) = (phase.setter(), Rc::clone(&run));
        let options = Options {
            name: words.account.to_owned(),
            now: practice::now(),
            seed: seed(),
            renames: *renames,
            is_whole: *is_whole,
        };
        use_effect_with((Rc::as_ptr(&files.0).cast::<()>() as usize, *renames, *is_whole), {
            let files = files.0.clone();
            move |_| {
                // Whatever is under way is about fewer files.
                run.borrow().set(true);
                let is_cancelled = Rc::new(Cell::new(false));
                *run.borrow_mut() = Rc::clone(&is_cancelled);
                match files.is_empty() {
                    true => phase.set(Phase::Nothing),
                    false => read(files.to_vec(), options, is_cancelled, phase),
                }
            }
        });
    }
    let on_file = {
        let files = files.dispatcher();
        Callback::from(move |file: File| {
            let (name, files) = (file.name(), files.clone());
            storage::read_file(
                file,
                Callback::from(move |text| files.dispatch(FileAct::Add(name.as_str().into(), text))),
            );
        })
    };
    let on_forget = {
        let files = files.dispatcher();
        Callback::from(move |_: MouseEvent| files.dispatch(FileAct::Forget))
    };
    html! {
        <>
            <p class="small muted">{ words.note }</p>
            <div class="buttons">
                <FileButton label={words.import} multiple=true {on_file} />
            </div>
            <div role="status">{ shown(&state, words, &phase, on_forget) }</div>
            <div class="choices small">
                { switch(&renames, words.rename) }
                { switch(&is_whole, words.is_whole) }
            </div>
            { paste(words, &files.dispatcher()) }
            <h3 class="small">{ words.hand_out }</h3>
            <div class="buttons">
                { for state.sandbox.world().accounts().map(|account| exports(&state, words, account.id)) }
            </div>
        </>
    }
}

fn switch(on: &UseStateHandle<bool>, label: &'static str) -> Html {
    let (checked, on) = (**on, on.setter());
    let onchange = move |event: Event| on.set(event.target_unchecked_into::<HtmlInputElement>().checked());
    html! { <label><input type="checkbox" {checked} {onchange} />{ label }</label> }
}

/// What nobody can guess, so that names cannot be found again by trying.
fn seed() -> String {
    #[cfg(feature = "app")]
    let seed = [getrandom::u64().unwrap_or_default(), getrandom::u64().unwrap_or_default()];
    #[cfg(not(feature = "app"))]
    let seed = [0_u64; 2];
    format!("{:016x}{:016x}", seed[0], seed[1])
}

/// Reads entry by entry, with room for everything else in between.
fn read(files: Vec<(Box<str>, String)>, options: Options, is_cancelled: Rc<Cell<bool>>, phase: UseStateSetter<Phase>) {
    wasm_bindgen_futures::spawn_local(async move {
        phase.set(Phase::Reading(Progress { n_done: 0, n_all: 0 }));
        gloo::timers::future::TimeoutFuture::new(0).await;
        let mut importer = match Importer::new(files, options) {
            Ok(importer) => importer,
            Err(error) => return phase.set(Phase::Failed(error)),
        };
        while !is_cancelled.get() {
            for _ in 0..SLICE_STEPS {
                match importer.step() {
                    Ok(true) => {}
                    Ok(false) => return phase.set(Phase::Ready(Rc::new(importer.finish()))),
                    Err(error) => return phase.set(Phase::Failed(error)),
                }
            }
            phase.set(Phase::Reading(importer.progress()));
            gloo::timers::future::TimeoutFuture::new(0).await;
        }
    });
}

fn exports(state: &Snapshot, words: &ExchangeStrings, id: AccountId) -> Html {
    let name = account_name(state.sandbox.world(), id);
    let as_json = {
        let state = state.clone();
        move |_: MouseEvent| {
            if let Some(details) = authorization_details(&state.sandbox, id) {
                let text = serde_json::to_string_pretty(&details).unwrap_or_default();
                storage::download_text(&format!("{id}.json"), &text);
            }
        }
    };
    let as_script = {
        let state = state.clone();
        move |_: MouseEvent| {
            if let Some(account) = state.sandbox.world().account(id) {
                storage::download_text(&format!("{id}.sh"), &script(account));
            }
        }
    };
    html! {
        <>
            <button class="button" type="button" onclick={as_json}>{ (words.export_json)(&name) }</button>
            <button class="button" type="button" onclick={as_script}>{ (words.export_script)(&name) }</button>
        </>
    }
}

fn paste(words: &'static ExchangeStrings, files: &UseReducerDispatcher<Files>) -> Html {
    let files = files.clone();
    let onchange = move |event: Event| {
        let field = event.target_unchecked_into::<HtmlTextAreaElement>();
        let text = field.value();
        if !text.trim().is_empty() {
            files.dispatch(FileAct::Add(words.pasted.into(), text));
        }
        field.set_value("");
    };
    html! {
        <details>
            <summary class="small">{ words.paste }</summary>
            <textarea class="field mono" rows="4" aria-label={words.paste} spellcheck="false" translate="no"
                {onchange} />
            <button class="button little" type="button">{ words.read }</button>
        </details>
    }
}

fn shown(state: &Snapshot, words: &ExchangeStrings, phase: &Phase, on_forget: Callback<MouseEvent>) -> Html {
    let cancel = html! { <button class="button plain" type="button" onclick={on_forget}>{ words.cancel }</button> };
    match phase {
        Phase::Nothing => Html::default(),
        Phase::Reading(progress) => html! {
            <p class="small">
                <progress max={progress.n_all.max(1).to_string()} value={progress.n_done.to_string()}
                    aria-label={words.heading}></progress>
                { " " }{ (words.progress)(progress.n_done, progress.n_all) }{ " " }{ cancel }
            </p>
        },
        Phase::Failed(error) => {
            html! { <><p class="small" role="alert">{ import_error(state.language, error) }</p>{ cancel }</> }
        }
        Phase::Ready(imported) => {
            html! { <Preview language={state.language} imported={Read(Rc::clone(imported))} {cancel} /> }
        }
    }
}

/// An account that was read; the same one is the same.
#[derive(Clone)]
struct Read(Rc<Imported>);

impl PartialEq for Read {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(Clone, PartialEq, Properties)]
struct PreviewProps {
    language: Language,
    imported: Read,
    cancel: Html,
}

/// What is in the file and what is not.
#[component]
fn Preview(props: &PreviewProps) -> Html {
    let dispatch = use_dispatch();
    let words = &strings(props.language).exchange;
    let imported = &props.imported.0;
    let (report, counts) = (&imported.report, imported.report.counts);
    let is_empty = [counts.users, counts.groups, counts.roles, counts.policies] == [0; 4];
    let onclick = {
        let imported = Rc::clone(imported);
        move |_: MouseEvent| dispatch.dispatch(Action::OpenImported(Rc::clone(&imported)))
    };
    html! {
        <div class="import-report">
            <p>
                <b translate="no">{ imported.account.id.grouped() }</b>{ ": " }
                { (words.counts)([counts.users, counts.groups, counts.roles, counts.policies, counts.aws_policies]) }
            </p>
            <div class="buttons">
                <button class="button primary" type="button" disabled={is_empty} {onclick}>{ words.open }</button>
                { props.cancel.clone() }
            </div>
            { left_out(props.language, words, &report.problems) }
            <h4 class="small">{ words.absent }</h4>
            <ul class="small">
                { for report.absences.iter().map(|missing| html! { <li>{ absence(props.language, *missing) }</li> }) }
            </ul>
        </div>
    }
}

fn left_out(language: Language, words: &ExchangeStrings, problems: &[Problem]) -> Html {
    if problems.is_empty() {
        return Html::default();
    }
    let n_more = problems.len().saturating_sub(MOST_PROBLEMS);
    html! {
        <>
            <h4 class="small">{ (words.left_out)(problems.len()) }</h4>
            <ul class="small">
                { for problems.iter().take(MOST_PROBLEMS).map(|problem| html! { <li>{ import_problem(language, problem) }</li> }) }
                if n_more > 0 { <li>{ (words.more)(n_more) }</li> }
            </ul>
        </>
    }
}

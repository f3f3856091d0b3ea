//! The sentence: four parts, of which one at a time is being edited.

use super::caller_form::CallerFormPopover;
use super::circumstances::{baseline, chip_words};
use super::context_form::ContextForm;
use super::shown::Shown;
use super::sign_in_popover::SignInPopover;
use super::{actions, resources, who};
use crate::app::components::chip::Chip;
use crate::app::components::combobox::{Combobox, Ending};
use crate::app::components::tone::Lamp;
use crate::app::store::{Action, Dispatch, Popup, Snapshot};
use crate::app::strings::{AskStrings, strings};
use iam_sandbox::api::{Credentials, Question};
use iam_sandbox::arn::AccountId;
use iam_sandbox::text::{Tone, resource_name};
use std::rc::Rc;
use web_sys::HtmlElement;
use yew::prelude::*;

/// A part of the sentence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Part {
    Who,
    Action,
    Resource,
    Context,
}

impl Part {
    const ALL: [Self; 4] = [Self::Who, Self::Action, Self::Resource, Self::Context];

    fn popup(self) -> Popup {
        match self {
            Self::Who => Popup::Who,
            Self::Action => Popup::Action,
            Self::Resource => Popup::Resource,
            Self::Context => Popup::Context,
        }
    }

    fn neighbour(self, forward: bool) -> Option<Self> {
        let index = Self::ALL.iter().position(|part| *part == self)?;
        Self::ALL.get(if forward { index + 1 } else { index.checked_sub(1)? }).copied()
    }
}

/// What the sentence needs.
#[derive(Clone, PartialEq, Properties)]
pub struct SentenceProps {
    /// The state.
    pub state: Snapshot,
    /// The request that is shown.
    pub shown: Shown,
    /// Where changes go.
    pub dispatch: Dispatch,
}

/// The sentence.
#[component]
pub fn Sentence(props: &SentenceProps) -> Html {
    let chips = [use_node_ref(), use_node_ref(), use_node_ref(), use_node_ref()];
    let next_focus = use_mut_ref(|| None);
    use_focus_after_render(&chips, next_focus.clone());
    let on_end = {
        let (state, shown, dispatch) = (props.state.clone(), props.shown.clone(), props.dispatch.clone());
        Callback::from(move |(part, ending)| {
            *next_focus.borrow_mut() = end(part, ending, &state, &shown, &dispatch);
        })
    };
    let words = &strings(props.state.language).ask;
    let parts = Parts { props, chips: &chips, on_end, words };
    html! {
        <div class="sentence">
            <span class="slot">{ parts.who() }</span>
            <span class="word">{ words.asks_to }</span>
            <span class="slot">{ parts.action() }</span>
            <span class="slot">{ parts.resource() }</span>
            <span class="word">{ (words.at)(&props.shown.at.clock_time()) }</span>
            <span class="slot">{ parts.context() }</span>
            if let Some(call) = &props.shown.part_of {
                <span class="word">{ (words.part_of)(call) }</span>
            }
        </div>
    }
}

/// Gives a chip the focus once it is there again.
#[hook]
fn use_focus_after_render(chips: &[NodeRef; 4], next_focus: Rc<std::cell::RefCell<Option<Part>>>) {
    let chips = chips.clone();
    use_effect(move || {
        let part: Option<Part> = next_focus.borrow_mut().take();
        let chip = part.and_then(|part| chips[part as usize].cast::<HtmlElement>());
        if let Some(chip) = chip {
            let _ = chip.focus();
        }
    });
}

/// Acts on how editing a part ended; the part whose chip gets the focus.
fn end(part: Part, ending: Ending, state: &Snapshot, shown: &Shown, dispatch: &Dispatch) -> Option<Part> {
    let (chosen, next) = match ending {
        Ending::Chosen(value) => (Some(value), None),
        Ending::Moved { chosen, forward } => (chosen, part.neighbour(forward)),
        Ending::Left(chosen) => {
            commit(part, chosen, state, shown, dispatch);
            dispatch.dispatch(Action::OpenPopup(None));
            return None;
        }
        Ending::Entered => {
            shown.ask(dispatch);
            (None, None)
        }
        Ending::Cancelled => (None, None),
    };
    if let Some(form) = chosen.as_deref().filter(|_| part == Part::Who).and_then(who::form_of) {
        dispatch.dispatch(Action::OpenPopup(Some(form)));
        return None;
    }
    commit(part, chosen, state, shown, dispatch);
    // The circumstances are a form: Tab comes to their chip and does not open it.
    let opened = next.filter(|next| *next != Part::Context);
    dispatch.dispatch(Action::OpenPopup(opened.map(Part::popup)));
    if opened.is_some() { None } else { next.or(Some(part)) }
}

fn commit(part: Part, chosen: Option<AttrValue>, state: &Snapshot, shown: &Shown, dispatch: &Dispatch) {
    let Some(value) = chosen else { return };
    let question = shown.question.clone();
    let value: Box<str> = value.as_str().into();
    let question = match part {
        Part::Who => match who::credentials_of(&value) {
            Some(credentials) => asked_by(credentials, question, state),
            None => return,
        },
        Part::Action => {
            let account = account_of(&question.credentials, state);
            let resource = resources::proposal(state.sandbox.world(), &value, &question.resource, account);
            Question { action: value, resource, ..question }
        }
        Part::Resource => Question { resource: value, ..question },
        Part::Context => return,
    };
    shown.replace(question, dispatch);
}

fn account_of(credentials: &Credentials, state: &Snapshot) -> Option<AccountId> {
    match credentials {
        Credentials::Owner(account) | Credentials::Root(account) => Some(*account),
        other => {
            state.sandbox.keys().find(|key| other.access_key_id() == Some(&*key.access_key_id)).map(|key| key.account)
        }
    }
}

/// The question of somebody else. With a token of a provider there is one thing to ask for.
fn asked_by(credentials: Credentials, question: Question, state: &Snapshot) -> Question {
    let Credentials::Provider(token) = &credentials else { return Question { credentials, ..question } };
    let action = match token.provider.contains(":saml-provider/") {
        true => "sts:AssumeRoleWithSAML",
        false => "sts:AssumeRoleWithWebIdentity",
    };
    let resource = resources::proposal(state.sandbox.world(), action, &question.resource, None);
    Question { credentials, action: action.into(), resource, ..question }
}

/// What the parts are made from.
struct Parts<'a> {
    props: &'a SentenceProps,
    chips: &'a [NodeRef; 4],
    on_end: Callback<(Part, Ending)>,
    words: &'static AskStrings,
}

impl Parts<'_> {
    fn is_open(&self, part: Part) -> bool {
        self.props.state.is_open(&part.popup())
    }

    fn chip(&self, part: Part) -> NodeRef {
        self.chips[part as usize].clone()
    }

    fn on_press(&self, part: Part) -> Callback<()> {
        let dispatch = self.props.dispatch.clone();
        let opened = (!self.is_open(part)).then(|| part.popup());
        Callback::from(move |()| dispatch.dispatch(Action::OpenPopup(opened.clone())))
    }

    fn on_end(&self, part: Part) -> Callback<Ending> {
        self.on_end.reform(move |ending| (part, ending))
    }

    fn who(&self) -> Html {
        let (sandbox, shown, words) = (&self.props.state.sandbox, &self.props.shown, self.words);
        let caller = who::caller(sandbox, &shown.credentials, shown.at, words);
        let sign = if caller.is_expired {
            html! { <Lamp tone={Tone::Expired} /> }
        } else {
            html! { <span class="chip-dot" data-kind={caller.kind} aria-hidden="true"></span> }
        };
        if self.is_open(Part::Who) {
            let groups = Rc::from(who::choices(sandbox, sandbox.now(), words));
            let typed = {
                let state = self.props.state.clone();
                Callback::from(move |text| who::typed(&text, &state.sandbox, words))
            };
            return html! {
                <Combobox class="chip-who" id="ask-who" label={words.who} text={caller.name} size="small"
                    value={who::value_of(&shown.question.credentials)} {groups} {typed}
                    on_end={self.on_end(Part::Who)}>
                    { sign }
                </Combobox>
            };
        }
        html! {
            <>
                <Chip class="chip-who" popup="listbox" button={self.chip(Part::Who)} on_press={self.on_press(Part::Who)}>
                    { sign }
                    if !caller.stack.is_empty() {
                        <span class="stack" translate="no">{ caller.stack }</span>
                    }
                    <span translate="no">{ caller.name }</span>
                    { " " }
                    <span class="chip-note">{ caller.note }</span>
                </Chip>
                { self.caller_form() }
                { self.sign_in_form() }
            </>
        }
    }

    fn caller_form(&self) -> Html {
        let SentenceProps { state, shown, dispatch } = self.props;
        let Some(Popup::Caller(form)) = state.popup else { return Html::default() };
        let on_submit = {
            let on_end = self.on_end(Part::Who);
            Callback::from(move |credentials: Credentials| on_end.emit(Ending::Chosen(who::value_of(&credentials))))
        };
        let on_close = {
            let dispatch = dispatch.clone();
            Callback::from(move |()| dispatch.dispatch(Action::OpenPopup(None)))
        };
        html! {
            <CallerFormPopover {form} state={state.clone()} credentials={shown.question.credentials.clone()}
                opener={self.chip(Part::Who)} {on_submit} {on_close} />
        }
    }

    fn sign_in_form(&self) -> Html {
        let SentenceProps { state, shown, dispatch } = self.props;
        let account = account_of(&shown.question.credentials, state);
        let account = account.or_else(|| state.sandbox.world().accounts().next().map(|account| account.id));
        let (Some(account), true) = (account, state.is_open(&Popup::World(who::SIGN_IN.to_owned()))) else {
            return Html::default();
        };
        let on_close = {
            let dispatch = dispatch.clone();
            Callback::from(move |()| dispatch.dispatch(Action::OpenPopup(None)))
        };
        html! {
            <SignInPopover {account} language={state.language} opener={self.chip(Part::Who)} {on_close} />
        }
    }

    fn action(&self) -> Html {
        let (action, words) = (self.props.shown.question.action.to_string(), self.words);
        if self.is_open(Part::Action) {
            let groups = Rc::from(actions::choices(words, self.props.state.play.as_ref()));
            return html! {
                <Combobox class="chip-action" id="ask-action" label={words.action} text={action.clone()} value={action}
                    {groups} typed={Callback::from(move |text| actions::typed(&text, words))} is_code=true
                    foot={Some(self.hints())} on_end={self.on_end(Part::Action)} />
            };
        }
        html! {
            <Chip class="chip-action" popup="listbox" button={self.chip(Part::Action)}
                on_press={self.on_press(Part::Action)} is_name=true>
                { action }
            </Chip>
        }
    }

    fn resource(&self) -> Html {
        let (question, words) = (&self.props.shown.question, self.words);
        let value = AttrValue::from(question.resource.to_string());
        let text = AttrValue::from(resource_name(self.props.state.sandbox.world(), &question.resource));
        if self.is_open(Part::Resource) {
            let groups = Rc::from(resources::choices(&self.props.state, &question.action, words));
            let action = question.action.clone();
            let state = self.props.state.clone();
            let typed = Callback::from(move |text: AttrValue| resources::typed(&text, &action, &state, words));
            return html! {
                <Combobox class="chip-resource" id="ask-resource" label={words.resource} {text} {value} {groups}
                    {typed} is_code=true size="wide" foot={Some(html! { words.any_arn })}
                    on_end={self.on_end(Part::Resource)} />
            };
        }
        html! {
            <Chip class="chip-resource" popup="listbox" button={self.chip(Part::Resource)}
                on_press={self.on_press(Part::Resource)} is_name=true title={value}>
                { text }
            </Chip>
        }
    }

    fn context(&self) -> Html {
        let SentenceProps { state, shown, dispatch } = self.props;
        let words = chip_words(shown, &state.answer, self.words);
        let is_open = self.is_open(Part::Context);
        let endpoints = state.sandbox.world().vpc_endpoints();
        let named =
            |id: &str, service: &str| (AttrValue::from(id.to_owned()), AttrValue::from(format!("{id} · {service}")));
        let endpoints: Vec<_> = endpoints.map(|endpoint| named(&endpoint.id, endpoint.service())).collect();
        html! {
            <>
                <Chip class="chip-context" popup="dialog" button={self.chip(Part::Context)} {is_open}
                    controls={is_open.then_some(AttrValue::Static("ask-context"))}
                    on_press={self.on_press(Part::Context)}>
                    { words.before }<span class="chip-extra">{ words.address }</span>{ words.after }
                </Chip>
                if is_open {
                    <ContextForm environment={shown.question.environment.clone()} language={state.language} {endpoints}
                        baseline={baseline(&state.sandbox, &shown.question)} opener={self.chip(Part::Context)}
                        on_close={let dispatch = dispatch.clone(); move |()| dispatch.dispatch(Action::OpenPopup(None))}
                        on_change={self.on_environment()} />
                }
            </>
        }
    }

    fn on_environment(&self) -> Callback<iam_sandbox::authz::Environment> {
        let (shown, dispatch) = (self.props.shown.clone(), self.props.dispatch.clone());
        Callback::from(move |environment| {
            shown.replace(Question { environment, ..shown.question.clone() }, &dispatch);
        })
    }

    fn hints(&self) -> Html {
        let words = self.words;
        html! {
            <span class="key-hint">
                <kbd>{ "↑" }</kbd>{ " " }<kbd>{ "↓" }</kbd>{ format!(" {} · ", words.choose) }
                <kbd>{ "↵" }</kbd>{ format!(" {} · ", words.take) }
                <kbd>{ "Esc" }</kbd>{ format!(" {}", words.cancel) }
            </span>
        }
    }
}

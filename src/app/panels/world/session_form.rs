//! The forms in which a user takes a session for itself, or for somebody it vouches for.

use super::rows::opener;
use super::scene::Scene;
use super::session_extras;
use super::session_policy::{self, SessionPolicy};
use crate::app::components::fields::{Field, Typed, field_rows};
use crate::app::components::inline_panel::InlinePanel;
use crate::app::store::Action;
use iam_sandbox::arn::AccountId;
use iam_sandbox::json::json;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// The shortest session there is (rule F-5).
const LEAST_SECONDS: u32 = 900;
/// What is offered beside it: an hour, and what AWS takes unless told otherwise.
const LENGTHS: [u32; 3] = [LEAST_SECONDS, 3_600, 43_200];

/// Which of the two.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Token {
    /// `GetSessionToken`
    Session,
    /// `GetFederationToken`
    Federation,
}

impl Token {
    const BOTH: [Self; 2] = [Self::Session, Self::Federation];

    fn form(self, account: AccountId, user: &str) -> String {
        match self {
            Self::Session => format!("session-token/{account}/{user}"),
            Self::Federation => format!("federation-token/{account}/{user}"),
        }
    }
}

/// The buttons of the user who acts.
pub(super) fn openers(scene: &Scene, account: AccountId, user: &str) -> Html {
    let build = scene.build();
    let button = |token: Token| {
        let label = if token == Token::Session { build.session_token } else { build.federation_token };
        opener(scene, &token.form(account, user), label)
    };
    html! { <>{ for Token::BOTH.into_iter().map(button) }</> }
}

/// The form that is open.
pub(super) fn forms(scene: &Scene, account: AccountId, user: &str) -> Html {
    let open = Token::BOTH.into_iter().find(|token| scene.is_form_open(&token.form(account, user)));
    html! {
        if let Some(token) = open {
            <SessionForm key={token.form(account, user)} id={token.form(account, user)} scene={scene.clone()} {token}
                user={user.to_owned()} />
        }
    }
}

/// Properties of [`SessionForm`].
#[derive(Properties, PartialEq)]
pub(super) struct SessionFormProps {
    /// The key of the form, and its id.
    pub id: String,
    /// The state, and where actions go.
    pub scene: Scene,
    /// Which session.
    pub token: Token,
    /// The user.
    pub user: String,
}

/// What is filled in.
#[derive(Clone, PartialEq)]
struct Draft {
    name: String,
    seconds: u32,
    policy: SessionPolicy,
    /// MFA for the one, tags for the other.
    extras: Typed,
    is_sent: bool,
}

/// See the module.
#[component]
pub(super) fn SessionForm(props: &SessionFormProps) -> Html {
    let scene = &props.scene;
    let build = scene.build();
    let draft = use_state(|| Draft {
        name: String::new(),
        seconds: LEAST_SECONDS,
        policy: SessionPolicy::default(),
        extras: Typed::default(),
        is_sent: false,
    });
    let is_federation = props.token == Token::Federation;
    let extras = match props.token {
        Token::Session => session_extras::mfa_fields(scene),
        Token::Federation => vec![session_extras::tags_field(scene)],
    };
    let on_extras = {
        let draft = draft.clone();
        Callback::from(move |extras| draft.set(Draft { extras, is_sent: false, ..(*draft).clone() }))
    };
    let onsubmit = {
        let (draft, on, extras) = (draft.clone(), scene.on.clone(), extras.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            draft.set(Draft { is_sent: true, ..(*draft).clone() });
            on.emit(take(is_federation, &draft, &extras));
        })
    };
    let on_policy = {
        let draft = draft.clone();
        Callback::from(move |policy| draft.set(Draft { policy, is_sent: false, ..(*draft).clone() }))
    };
    let title = if is_federation { build.federation_token_title } else { build.session_token_title };
    html! {
        <InlinePanel id={props.id.clone()} title={title(&props.user)} close_label={scene.strings().form.close}
            on_close={scene.close_form()}>
            <form class="form" {onsubmit} novalidate=true>
                if is_federation { { name_row(props, &draft) } }
                { length_row(props, &draft) }
                { field_rows(&props.id, &extras, &draft.extras, &on_extras) }
                if is_federation { { session_policy::fields(scene, &props.id, &draft.policy, on_policy) } }
                if let Some(error) = scene.refusal().filter(|_| draft.is_sent) {
                    <p class="form-error">{ error }</p>
                }
                <div class="buttons"><button class="button primary" type="submit">{ build.take }</button></div>
            </form>
        </InlinePanel>
    }
}

fn take(is_federation: bool, draft: &Draft, extras: &[Field]) -> Action {
    if !is_federation {
        let mut input = json!({ "DurationSeconds": draft.seconds });
        session_extras::write(extras, &draft.extras, &mut input);
        return Action::TakeSession { operation: "sts:GetSessionToken", input };
    }
    let mut input = json!({ "Name": draft.name.trim(), "DurationSeconds": draft.seconds });
    draft.policy.write(&mut input);
    session_extras::write(extras, &draft.extras, &mut input);
    Action::TakeSession { operation: "sts:GetFederationToken", input }
}

fn name_row(props: &SessionFormProps, draft: &UseStateHandle<Draft>) -> Html {
    let oninput = {
        let draft = draft.clone();
        Callback::from(move |event: InputEvent| {
            let name = event.target_unchecked_into::<HtmlInputElement>().value();
            draft.set(Draft { name, is_sent: false, ..(*draft).clone() });
        })
    };
    let field = format!("{}-name", props.id);
    html! {
        <div class="form-row">
            <label for={field.clone()}>{ props.scene.build().federated_name }</label>
            <input class="field" id={field} value={draft.name.clone()} {oninput} spellcheck="false" autocomplete="off"
                autocapitalize="off" translate="no" />
        </div>
    }
}

fn length_row(props: &SessionFormProps, draft: &UseStateHandle<Draft>) -> Html {
    let onchange = {
        let draft = draft.clone();
        Callback::from(move |event: Event| {
            let seconds = event.target_unchecked_into::<HtmlSelectElement>().value().parse().unwrap_or(LEAST_SECONDS);
            draft.set(Draft { seconds, is_sent: false, ..(*draft).clone() });
        })
    };
    let option = |seconds: u32| {
        let label = crate::app::components::duration::time_left(i64::from(seconds));
        html! { <option value={seconds.to_string()} selected={draft.seconds == seconds}>{ label }</option> }
    };
    let field = format!("{}-time", props.id);
    html! {
        <div class="form-row">
            <label for={field.clone()}>{ props.scene.strings().form.duration }</label>
            <select class="field" id={field} {onchange}>{ for LENGTHS.into_iter().map(option) }</select>
        </div>
    }
}

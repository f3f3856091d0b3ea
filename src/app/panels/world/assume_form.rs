//! The form that assumes a role with the key that acts.

use super::rows::opener;
use super::scene::Scene;
use super::session_extras;
use super::session_policy::{self, SessionPolicy};
use crate::app::components::duration::time_left;
use crate::app::components::fields::{Typed, field_rows};
use crate::app::components::inline_panel::InlinePanel;
use crate::app::store::Action;
use iam_sandbox::api::Question;
use iam_sandbox::arn::Arn;
use iam_sandbox::json::json;
use iam_sandbox::world::{Account, Role};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// The shortest session there is (rule F-5).
const LEAST_SECONDS: u32 = 900;
/// What AWS takes unless told otherwise, and the most where a session asks (rule F-6).
const HOUR_SECONDS: u32 = 3_600;

/// The button that opens the form.
pub(super) fn assume_opener(scene: &Scene, form: &str) -> Html {
    opener(scene, form, scene.strings().act.assume)
}

/// The form, if it is open, with a role chosen beforehand.
pub(super) fn assume_form(scene: &Scene, id: String, role: Option<&Arn>) -> Html {
    if !scene.is_form_open(&id) {
        return html! {};
    }
    let first = || scene.world().accounts().flat_map(Account::roles).map(|role| role.arn.clone()).next();
    html! {
        if let Some(role) = role.cloned().or_else(first) {
            <AssumeForm key="assume" {id} scene={scene.clone()} role={role.to_string()} />
        }
    }
}

/// Properties of [`AssumeForm`].
#[derive(Properties, PartialEq)]
pub(super) struct AssumeFormProps {
    /// The key of the form, and its id.
    pub id: String,
    /// The state, and where actions go.
    pub scene: Scene,
    /// ARN of the role that is chosen first.
    pub role: String,
}

/// What is filled in.
#[derive(Clone, PartialEq)]
struct Draft {
    role: String,
    session_name: String,
    seconds: u32,
    policy: SessionPolicy,
    /// MFA, external id, tags.
    extras: Typed,
    /// The seconds are typed, not chosen.
    is_custom: bool,
    is_sent: bool,
}

/// See the module.
#[component]
pub(super) fn AssumeForm(props: &AssumeFormProps) -> Html {
    let scene = &props.scene;
    let draft = use_state(|| Draft {
        role: props.role.clone(),
        session_name: first_session_name(scene),
        seconds: LEAST_SECONDS,
        policy: SessionPolicy::default(),
        extras: Typed::default(),
        is_custom: false,
        is_sent: false,
    });
    let form = &scene.strings().form;
    let role = find_role(scene, &draft.role);
    let name = role.map(|role| role.name.to_string()).unwrap_or_default();
    let most = role.map_or(HOUR_SECONDS, |role| most_seconds(scene, role));
    let is_in_range = (LEAST_SECONDS..=most).contains(&draft.seconds);
    let extras = session_extras::assume_fields(scene);
    let on_submit = {
        let (draft, on, extras) = (draft.clone(), scene.on.clone(), extras.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            // What is out of range is said beside the field, and refused by AWS.
            draft.set(Draft { is_sent: true, ..(*draft).clone() });
            let mut input = json!({
                "RoleArn": draft.role, "RoleSessionName": draft.session_name.trim(),
                "DurationSeconds": draft.seconds,
            });
            draft.policy.write(&mut input);
            session_extras::write(&extras, &draft.extras, &mut input);
            on.emit(Action::TakeSession { operation: "sts:AssumeRole", input });
        })
    };
    let on_policy = {
        let draft = draft.clone();
        Callback::from(move |policy| draft.set(Draft { policy, is_sent: false, ..(*draft).clone() }))
    };
    let on_extras = {
        let draft = draft.clone();
        Callback::from(move |extras| draft.set(Draft { extras, is_sent: false, ..(*draft).clone() }))
    };
    let error = scene.refusal().filter(|_| draft.is_sent);
    let error_id = format!("{}-error", props.id);
    html! {
        <InlinePanel id={props.id.clone()} title={(form.assume_title)(&scene.actor_name())} close_label={form.close}
            on_close={scene.close_form()}>
            <form class="form" onsubmit={on_submit} novalidate={true}>
                { role_row(props, &draft) }
                { name_row(props, &draft) }
                { duration_row(props, &draft, most) }
                if draft.is_custom {
                    { seconds_row(props, &draft, most, is_in_range) }
                }
                <details>
                    <summary>{ scene.identity().more_fields }</summary>
                    <div class="form">{ field_rows(&props.id, &extras, &draft.extras, &on_extras) }</div>
                </details>
                <details>
                    <summary>{ scene.build().session_policy }</summary>
                    { session_policy::fields(scene, &props.id, &draft.policy, on_policy) }
                </details>
                if let Some(error) = error {
                    <p class="form-error" id={error_id}>{ error }</p>
                }
                <div class="buttons">
                    <button class="button primary" type="submit"><span class="option-name">{ (form.assume_one)(&name) }</span></button>
                    <button class="button" type="button" onclick={ask_only(scene, &draft.role)}>{ form.ask_only }</button>
                </div>
            </form>
        </InlinePanel>
    }
}

/// Sessions hand their name on, so that events keep telling who it is.
fn first_session_name(scene: &Scene) -> String {
    let session_name = scene.state.acting_key().and_then(|key| key.session_name);
    session_name.map_or_else(|| scene.actor_name(), |name| name.to_string())
}

fn find_role<'a>(scene: &'a Scene, arn: &str) -> Option<&'a Role> {
    scene.world().role(&arn.parse().ok()?)
}

fn is_chained(scene: &Scene) -> bool {
    scene.state.acting_key().is_some_and(|key| key.session_name.is_some())
}

fn most_seconds(scene: &Scene, role: &Role) -> u32 {
    if is_chained(scene) { HOUR_SECONDS.min(role.max_session_seconds) } else { role.max_session_seconds }
}

/// Puts the question into the Ask bar: its answer is shown, and nothing is done.
fn ask_only(scene: &Scene, role: &str) -> Callback<MouseEvent> {
    let question = Question { action: "sts:AssumeRole".into(), resource: role.into(), ..scene.state.question.clone() };
    let on = scene.on.clone();
    Callback::from(move |_| {
        on.emit(Action::OpenPopup(None));
        on.emit(Action::SetQuestion(question.clone()));
    })
}

fn role_row(props: &AssumeFormProps, draft: &UseStateHandle<Draft>) -> Html {
    let scene = &props.scene;
    let acting = scene.state.acting_key().map(|key| key.account);
    let option = |role: &Role| {
        let account = role.arn.account().filter(|account| Some(*account) != acting);
        let elsewhere = account.and_then(|account| scene.world().account(account));
        let label =
            elsewhere.map_or_else(|| role.name.to_string(), |account| format!("{} · {}", role.name, account.name));
        let arn = role.arn.to_string();
        html! { <option key={arn.clone()} value={arn.clone()} selected={arn == draft.role}>{ label }</option> }
    };
    let on_change = {
        let draft = draft.clone();
        Callback::from(move |event: Event| {
            let role = event.target_unchecked_into::<HtmlSelectElement>().value();
            draft.set(Draft { role, is_sent: false, ..(*draft).clone() });
        })
    };
    let field = format!("{}-role", props.id);
    html! {
        <div class="form-row">
            <label for={field.clone()}>{ scene.strings().form.role }</label>
            <select class="field" id={field} onchange={on_change} translate="no">
                { for scene.world().accounts().flat_map(Account::roles).map(option) }
            </select>
        </div>
    }
}

fn name_row(props: &AssumeFormProps, draft: &UseStateHandle<Draft>) -> Html {
    let on_input = {
        let draft = draft.clone();
        Callback::from(move |event: InputEvent| {
            let session_name = event.target_unchecked_into::<HtmlInputElement>().value();
            draft.set(Draft { session_name, is_sent: false, ..(*draft).clone() });
        })
    };
    let field = format!("{}-name", props.id);
    html! {
        <div class="form-row">
            <label for={field.clone()}>{ props.scene.strings().form.session_name }</label>
            <input class="field" id={field} value={draft.session_name.clone()} oninput={on_input} spellcheck="false"
                autocomplete="off" autocapitalize="off" translate="no" />
        </div>
    }
}

fn duration_row(props: &AssumeFormProps, draft: &UseStateHandle<Draft>, most: u32) -> Html {
    let form = &props.scene.strings().form;
    let most_label = time_left(i64::from(most));
    let mut choices = vec![(LEAST_SECONDS, form.minutes_15.to_owned()), (HOUR_SECONDS, form.hour.to_owned())];
    if most > HOUR_SECONDS {
        choices.push((most, (form.longest)(&most_label)));
    }
    let note = if is_chained(&props.scene) { form.up_to_chained.to_owned() } else { (form.up_to)(&most_label) };
    let on_change = {
        let draft = draft.clone();
        Callback::from(move |event: Event| {
            let chosen = event.target_unchecked_into::<HtmlSelectElement>().value().parse().ok();
            let seconds = chosen.unwrap_or(draft.seconds);
            draft.set(Draft { seconds, is_custom: chosen.is_none(), is_sent: false, ..(*draft).clone() });
        })
    };
    let option = |(seconds, label): (u32, String)| {
        let is_chosen = !draft.is_custom && draft.seconds == seconds;
        html! { <option key={seconds.to_string()} value={seconds.to_string()} selected={is_chosen}>{ label }</option> }
    };
    let (field, note_id) = (format!("{}-time", props.id), format!("{}-time-note", props.id));
    html! {
        <div class="form-row">
            <label for={field.clone()}>{ form.duration }</label>
            <select class="field" id={field} onchange={on_change} aria-describedby={note_id.clone()}>
                { for choices.into_iter().map(option) }
                <option key="other" value="other" selected={draft.is_custom}>{ form.other_duration }</option>
            </select>
            <p class="form-note" id={note_id}>{ note }</p>
        </div>
    }
}

fn seconds_row(props: &AssumeFormProps, draft: &UseStateHandle<Draft>, most: u32, is_in_range: bool) -> Html {
    let form = &props.scene.strings().form;
    let on_input = {
        let draft = draft.clone();
        Callback::from(move |event: InputEvent| {
            let seconds = event.target_unchecked_into::<HtmlInputElement>().value().parse().unwrap_or_default();
            draft.set(Draft { seconds, is_sent: false, ..(*draft).clone() });
        })
    };
    let (field, error_id) = (format!("{}-seconds", props.id), format!("{}-seconds-error", props.id));
    html! {
        <div class="form-row">
            <label for={field.clone()}>{ form.seconds }</label>
            <input class="field" id={field} type="number" min={LEAST_SECONDS.to_string()} max={most.to_string()}
                value={draft.seconds.to_string()} oninput={on_input} aria-invalid={(!is_in_range).then_some("true")}
                aria-describedby={(!is_in_range).then(|| error_id.clone())} />
            if !is_in_range {
                <p class="form-error" id={error_id}>{ (form.out_of_range)(LEAST_SECONDS, most) }</p>
            }
        </div>
    }
}

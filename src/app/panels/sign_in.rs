//! Signing in to the console: a form, and in words why it failed.
//!
//! AWS tells strangers one sentence for nearly everything; what happened is told beside it.

use super::mfa_code::{code_field, wait_for_code};
use crate::app::components::fields::{Field, FieldsForm, Typed};
use crate::app::components::segmented::Segmented;
use crate::app::store::{Action, AppState, Mode, NoticeKind, use_dispatch, use_now, use_snapshot};
use crate::app::strings::{IdentityStrings, strings};
use iam_sandbox::api::{SignIn, SignInFailure, SignInName};
use iam_sandbox::arn::AccountId;
use iam_sandbox::clock::Timestamp;
use iam_sandbox::world::{Account, MfaDevice};
use yew::prelude::*;

/// Properties of [`SignInForm`].
#[derive(Clone, PartialEq, Properties)]
pub struct SignInFormProps {
    /// What ids of its fields begin with.
    pub id: AttrValue,
    /// The account that is filled in.
    pub account: AccountId,
    /// The user that is filled in.
    #[prop_or_default]
    pub user: AttrValue,
    /// Whether it begins with the root user.
    #[prop_or_default]
    pub is_root: bool,
}

/// What the fields are about, as far as it is there.
struct Found<'a> {
    /// Only the author of the world knows it.
    password: Option<String>,
    device: Option<&'a MfaDevice>,
}

impl<'a> Found<'a> {
    fn of(state: &AppState, account: Option<&'a Account>, user: Option<&str>) -> Option<Self> {
        let account = account?;
        let root_password = || state.sandbox.world().root_password(account).map(|password| password.to_string());
        let (id, password) = if let Some(user) = user {
            let user = account.user(user)?;
            (user.id.to_string(), user.login.as_ref().map(|login| login.password.to_string()))
        } else {
            (account.id.to_string(), root_password())
        };
        let device = account.mfa_devices_of(&id).next();
        Some(Self { password: password.filter(|_| state.mode == Mode::Owner), device })
    }
}

/// The form.
#[component]
pub fn SignInForm(props: &SignInFormProps) -> Html {
    let (state, dispatch) = (use_snapshot(), use_dispatch());
    let now = use_now(&state);
    let words = &strings(state.language).identity;
    let is_root = use_state(|| props.is_root);
    let typed = use_state(Typed::default);
    let refusal = match state.notice.as_ref().map(|notice| &notice.kind) {
        Some(NoticeKind::Refused { message, .. }) => Some(message),
        _ => None,
    };
    let failure = state.sign_in_failure().filter(|_| refusal.is_some());
    // A code that was refused is of no more use.
    let cleared = failure.filter(|(_, why)| **why == SignInFailure::MfaCodeWrong).map(|(at, _)| ("MfaCode", at));
    let failure = failure.map(|(_, why)| why);
    let error = refusal.map(|message| told(failure, message, words));
    let on_choose = {
        let is_root = is_root.clone();
        Callback::from(move |index| is_root.set(index == 1))
    };
    let on_submit = {
        let (environment, dispatch) = (state.question.environment.clone(), dispatch.clone());
        Callback::from(move |typed: Typed| {
            let text = |name: &str| typed.some(name).map(Box::<str>::from);
            let name = match text("Email") {
                Some(email) => SignInName::Root { email },
                None => SignInName::User {
                    account: text("Account").unwrap_or_default(),
                    user: text("User").unwrap_or_default(),
                },
            };
            let asked = SignIn {
                name,
                password: text("Password").unwrap_or_default(),
                mfa_code: text("MfaCode"),
                new_password: text("NewPassword"),
                environment: environment.clone(),
            };
            dispatch.dispatch(Action::SignIn(asked));
        })
    };
    let on_typed = {
        let typed = typed.setter();
        Callback::from(move |now| typed.set(now))
    };
    let (fields, left) = fields(props, (&state, now), &typed, *is_root, failure, words);
    // With the wall one waits oneself.
    let left = left.filter(|_| state.wall.is_none());
    let wait = left.map(|left| wait_for_code(left, &Callback::from(move |act| dispatch.dispatch(act)), words));
    html! {
        <>
            <Segmented name={format!("{}-kind", props.id)} label={words.sign_in_as} selected={usize::from(*is_root)} {on_choose}
                options={vec![AttrValue::from(words.iam_user), AttrValue::from(words.root_user)]} />
            <FieldsForm id={props.id.clone()} {fields} button={words.sign_in_button} {error} {cleared} {on_submit} {on_typed}>
                { wait.unwrap_or_default() }
            </FieldsForm>
        </>
    }
}

/// The fields, and in how many seconds there is a code that can be taken, if there is none now.
fn fields(
    props: &SignInFormProps,
    (state, now): (&AppState, Timestamp),
    typed: &Typed,
    is_root: bool,
    failure: Option<&SignInFailure>,
    words: &IdentityStrings,
) -> (Vec<Field>, Option<i64>) {
    let world = state.sandbox.world();
    let account = world.account(props.account);
    let email = account.map(|account| account.email().to_string()).unwrap_or_default();
    let called = account.map_or_else(
        || props.account.to_string(),
        |account| account.alias.as_deref().map_or_else(|| account.id.to_string(), ToOwned::to_owned),
    );
    let (mut fields, found) = if is_root {
        let meant = typed.text("Email", &email);
        let account = world.accounts().find(|account| account.email().eq_ignore_ascii_case(&meant));
        (vec![Field::text("Email", words.email).with(email)], Found::of(state, account, None))
    } else {
        let account = world.account_called(&typed.text("Account", &called));
        let user = typed.text("User", &props.user);
        let fields = vec![
            Field::text("Account", words.account).with(called),
            Field::text("User", words.user_name).with(props.user.clone()),
        ];
        (fields, Found::of(state, account, Some(&user)))
    };
    let (password, device) = found.map(|found| (found.password, found.device)).unwrap_or_default();
    let aid = password.map(|password| (AttrValue::from(words.take_password), AttrValue::from(password)));
    fields.push(Field::text("Password", words.password).aided(aid));
    let asks_code = matches!(failure, Some(SignInFailure::MfaCodeMissing | SignInFailure::MfaCodeWrong));
    let left = device.filter(|device| device.is_spent(now)).map(|device| device.code(now).1);
    if device.is_some() || asks_code {
        fields.push(code_field("MfaCode", device, now, words));
    }
    if matches!(failure, Some(SignInFailure::MustChange { .. } | SignInFailure::ChangeRefused(_))) {
        fields.push(Field::text("NewPassword", words.new_password));
    }
    (fields, left)
}

/// What happened, and what AWS says to it.
fn told(failure: Option<&SignInFailure>, message: &str, words: &IdentityStrings) -> Html {
    let text = failure.map(|failure| match failure {
        SignInFailure::NoAccount => words.no_account.to_owned(),
        SignInFailure::NoUser => words.no_user.to_owned(),
        SignInFailure::NoLoginProfile => words.no_login.to_owned(),
        SignInFailure::WrongPassword => words.wrong_password.to_owned(),
        SignInFailure::MfaCodeMissing => words.code_missing.to_owned(),
        SignInFailure::MfaCodeWrong => words.code_wrong.to_owned(),
        SignInFailure::Expired { since } => (words.password_expired)(&since.date()),
        SignInFailure::MustChange { .. } => words.replace_password.to_owned(),
        SignInFailure::ChangeRefused(error) => (words.change_refused)(&error.message),
    });
    html! {
        <>
            <p>{ text.unwrap_or_default() }</p>
            <p class="small muted">{ words.aws_says }{ " " }<q lang="en" translate="no">{ message }</q></p>
        </>
    }
}

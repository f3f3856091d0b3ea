//! Signing in to the console: a name, a password and perhaps a code become a session (rules E-14, E-29, H-11).
//!
//! No policy is read for it. Only where the password must be replaced first, the user needs the permission to do
//! that, as everywhere. What AWS shows of a failure is one sentence for most of them; what happened is kept.

use super::Sandbox;
use super::authenticate::{AuthenticationFailure, authenticate};
use super::credentials::Credentials;
use super::door::ApiCall;
use super::record::{Answer, Outcome};
use crate::arn::{AccountId, Arn};
use crate::authz::Environment;
use crate::clock::Timestamp;
use crate::json::json;
use crate::services::ApiError;
use crate::world::{Account, LoginProfile, Session, SessionOrigin, SessionSubject, World};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// What somebody types into the sign-in page.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SignIn {
    /// Who it is said to be.
    pub name: SignInName,
    /// The password.
    pub password: Box<str>,
    /// The code of an MFA device.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mfa_code: Option<Box<str>>,
    /// The password that is to take the place of one that must be replaced.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new_password: Option<Box<str>>,
    /// From where.
    pub environment: Environment,
}

/// Whose name is typed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum SignInName {
    /// An IAM user.
    User {
        /// The id or the alias of the account.
        account: Box<str>,
        /// The name of the user.
        user: Box<str>,
    },
    /// The root user, by e-mail address.
    Root {
        /// The address of the account.
        email: Box<str>,
    },
}

impl SignIn {
    /// The account that is meant, if there is one.
    pub(super) fn account<'a>(&self, world: &'a World) -> Option<&'a Account> {
        match &self.name {
            SignInName::User { account, .. } => world.account_called(account),
            SignInName::Root { email } => world.accounts().find(|account| account.email().eq_ignore_ascii_case(email)),
        }
    }
}

/// Why there is no session.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SignInFailure {
    /// No account has this id, alias or address.
    NoAccount,
    /// The account has no such user.
    NoUser,
    /// There is the user, and no password.
    NoLoginProfile,
    /// There is a password, and it is another one.
    WrongPassword,
    /// The password holds, and a code of an MFA device must come with it.
    MfaCodeMissing,
    /// The password holds, and no device shows this code, or it was taken before.
    MfaCodeWrong,
    /// The password has expired, and only somebody else may replace it.
    Expired {
        /// Since when.
        since: Timestamp,
    },
    /// The password holds, and must be replaced before anything else.
    MustChange {
        /// Since when it has expired, if that is why.
        since: Option<Timestamp>,
    },
    /// The password holds and must be replaced, and the new one was refused.
    ChangeRefused(ApiError),
}

impl SignInFailure {
    /// The word for it, as lessons name it.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::NoAccount => "NoAccount",
            Self::NoUser => "NoUser",
            Self::NoLoginProfile => "NoLoginProfile",
            Self::WrongPassword => "WrongPassword",
            Self::MfaCodeMissing => "MfaCodeMissing",
            Self::MfaCodeWrong => "MfaCodeWrong",
            Self::Expired { .. } => "Expired",
            Self::MustChange { .. } => "MustChange",
            Self::ChangeRefused(_) => "ChangeRefused",
        }
    }

    /// What the sign-in page shows, which tells strangers as little as it can.
    #[must_use]
    pub fn error(&self) -> ApiError {
        let message = match self {
            Self::MfaCodeMissing => "Enter the code from your MFA device to complete the sign-in process.",
            Self::NoAccount | Self::NoUser | Self::NoLoginProfile | Self::WrongPassword | Self::MfaCodeWrong => {
                "Your authentication information is incorrect. Please try again."
            }
            Self::Expired { .. } => "Your password has expired. Contact your administrator to reset it.",
            Self::MustChange { .. } => "You must change your password to continue",
            Self::ChangeRefused(_) => {
                "Either user is not authorized to perform iam:ChangePassword or entered password does not comply with account password policy set by administrator"
            }
        };
        ApiError::new("ConsoleLogin", 403, message)
    }
}

/// Twelve hours: the longest that a session of the console lasts (rule F-32).
const SESSION_SECONDS: u32 = 43_200;

/// The service, and what CloudTrail calls it.
const OPERATION: &str = "signin:ConsoleLogin";

impl Sandbox {
    /// Signs in on `self.world`, or fails and leaves it as it was.
    pub(super) fn carry_sign_in(&mut self, asked: &SignIn) -> Answer {
        let now = self.now();
        let subject = find(&self.world, asked);
        let resource = subject.as_ref().map_or_else(|_| "*".into(), |subject| subject.arn.as_str().into());
        let signed_in = subject.and_then(|subject| open(&self.world, &subject, asked, now));
        let authentication = signed_in.map_err(AuthenticationFailure::SignIn).and_then(|opened| {
            let caller = authenticate(&opened.world, &Credentials::Key(opened.key.clone()), OPERATION, now)?;
            Ok((opened, caller))
        });
        let authentication = authentication.and_then(|(opened, caller)| {
            self.come_in(opened, asked, now).map_err(AuthenticationFailure::SignIn).map(|key| (key, caller))
        });
        let (outcome, authentication) = match authentication {
            Ok((key, caller)) => {
                let output = json!({ "ConsoleLogin": "Success", "AccessKeyId": key });
                (Outcome::Done(output), Ok(caller))
            }
            Err(failure) => (Outcome::Failed(failure.error()), Err(failure)),
        };
        Answer {
            at: now,
            action: OPERATION.into(),
            resource,
            authentication,
            checks: Vec::new(),
            outcome,
            settling: None,
        }
    }

    /// A console session of a user as its owner may have it in a fork, to ask with it: nobody signs in, and nothing
    /// is on record.
    pub(crate) fn console_session(&mut self, account: AccountId, user: &str, has_mfa: bool) -> Option<Credentials> {
        let now = self.now();
        let user = self.world.account(account)?.user(user)?;
        let subject = SessionSubject::User { user: user.arn.clone(), user_id: user.id.clone() };
        let mut session = Session::new(&mut self.world, subject, account, now, SESSION_SECONDS);
        session.facts.origin = SessionOrigin::SignIn;
        session.facts.mfa = has_mfa.then_some(now);
        let credentials = Credentials::Key(session.access_key_id.clone());
        self.world.put_session(session);
        Some(credentials)
    }

    /// Goes over to the world with the session, and replaces the password in it where it must be.
    fn come_in(&mut self, opened: Opened, asked: &SignIn, now: Timestamp) -> Result<Box<str>, SignInFailure> {
        let before = std::mem::replace(&mut self.world, opened.world);
        if let Some(new) = &opened.new_password {
            let call = ApiCall {
                credentials: Credentials::Key(opened.key.clone()),
                operation: "iam:ChangePassword".into(),
                input: json!({ "OldPassword": asked.password, "NewPassword": new }),
                environment: asked.environment.clone(),
            };
            if let Outcome::Failed(error) = self.carry_out(&call).outcome {
                self.world = before;
                return Err(SignInFailure::ChangeRefused(error));
            }
        }
        self.activity.note_password(&opened.id, now);
        Ok(opened.key)
    }
}

/// The world with a session that was signed in to.
struct Opened {
    world: World,
    /// Of the session.
    key: Box<str>,
    /// Of the user; the root user's is the account id.
    id: Box<str>,
    /// What is to take the place of the password first.
    new_password: Option<Box<str>>,
}

/// Somebody whose name was found.
struct Subject<'a> {
    arn: Arn,
    id: Box<str>,
    account: &'a Account,
    password: Option<Cow<'a, str>>,
    /// Only of users: the password of the root user has no age, and nobody but its owner sets it.
    profile: Option<&'a LoginProfile>,
}

fn find<'a>(world: &'a World, asked: &SignIn) -> Result<Subject<'a>, SignInFailure> {
    let account = asked.account(world).ok_or(SignInFailure::NoAccount)?;
    let SignInName::User { user, .. } = &asked.name else {
        let (arn, id) = (account.id.root_arn(), account.id.to_string().into());
        return Ok(Subject { arn, id, account, password: world.root_password(account), profile: None });
    };
    let user = account.user(user).ok_or(SignInFailure::NoUser)?;
    let profile = user.login.as_ref();
    let password = profile.map(|profile| Cow::Borrowed(&*profile.password));
    Ok(Subject { arn: user.arn.clone(), id: user.id.clone(), account, password, profile })
}

/// Whether the password opens the console.
fn check_password(subject: &Subject<'_>, asked: &SignIn, now: Timestamp) -> Result<(), SignInFailure> {
    let password = subject.password.as_deref().ok_or(SignInFailure::NoLoginProfile)?;
    if *password != *asked.password {
        return Err(SignInFailure::WrongPassword);
    }
    let Some(profile) = subject.profile else { return Ok(()) };
    let policy = subject.account.password_policy.as_ref();
    let expired = policy.and_then(|policy| policy.expiry(profile.set)).filter(|expiry| *expiry <= now);
    match expired {
        Some(since) if policy.is_some_and(|policy| policy.is_expiry_hard == Some(true)) => {
            Err(SignInFailure::Expired { since })
        }
        None if !profile.is_reset_required => Ok(()),
        since => Err(SignInFailure::MustChange { since }),
    }
}

/// Opens a session, as far as name, password and code go.
fn open(world: &World, subject: &Subject<'_>, asked: &SignIn, now: Timestamp) -> Result<Opened, SignInFailure> {
    let must_change = match check_password(subject, asked, now) {
        Err(failure @ SignInFailure::MustChange { .. }) => Some(failure),
        checked => checked.map(|()| None)?,
    };
    let mut world = world.clone();
    let has_mfa = take_code(&mut world, subject, asked, now)?;
    let new_password = match (must_change, &asked.new_password) {
        (Some(failure), None) => return Err(failure),
        (must_change, new) => must_change.and(new.clone()),
    };
    let stays = SessionSubject::User { user: subject.arn.clone(), user_id: subject.id.clone() };
    let mut session = Session::new(&mut world, stays, subject.account.id, now, SESSION_SECONDS);
    session.facts.origin = SessionOrigin::SignIn;
    session.facts.mfa = has_mfa.then_some(now);
    let key = session.access_key_id.clone();
    world.put_session(session);
    Ok(Opened { world, key, id: subject.id.clone(), new_password })
}

/// Takes the code of one of the devices; false if there is no device.
fn take_code(world: &mut World, subject: &Subject<'_>, asked: &SignIn, now: Timestamp) -> Result<bool, SignInFailure> {
    if subject.account.mfa_devices_of(&subject.id).next().is_none() {
        return Ok(false);
    }
    let code = asked.mfa_code.as_deref().ok_or(SignInFailure::MfaCodeMissing)?;
    let taken = world.change_account(subject.account.id, |account| account.take_mfa_code(&subject.id, None, code, now));
    taken.and_then(Result::ok).map(|()| true).ok_or(SignInFailure::MfaCodeWrong)
}

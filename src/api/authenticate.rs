//! Whose credentials are these, and do they hold? No policy is read before that (rule C-1).

use super::accepted;
use super::credentials::{Credentials, ProviderCredentials, ServiceCredentials, SignedCredentials};
use super::federated::TokenFailure;
use super::sign_in::SignInFailure;
use crate::arn::Arn;
use crate::authz::{Authenticated, Caller};
use crate::clock::Timestamp;
use crate::eval::{Principal, RequestContext};
use crate::services::ApiError;
use crate::world::{AccessKeyStatus, KeyOwner, Session, SessionSubject, World};

/// Why credentials do not hold.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum AuthenticationFailure {
    /// The session has ended (rule D-14).
    Expired {
        /// When it ended.
        ended: Timestamp,
    },
    /// The key is switched off (rule E-11).
    Inactive,
    /// Nobody has such a key.
    Unknown,
    /// There is such a key, and the request was signed with another secret.
    WrongSecret,
    /// The token is missing, is none of this key's, or comes with a key that has none.
    WrongToken,
    /// The call must be signed with credentials, and was not.
    NotSigned,
    /// An application found no credentials, and its SDK sent nothing.
    NoCredentials,
    /// Somebody did not get into the console.
    SignIn(SignInFailure),
    /// The session holds, and its kind may not make this call (rules F-26, F-27).
    NotAccepted {
        /// `prefix:Name` of what was asked.
        action: Box<str>,
    },
    /// IAM users and roles do not come to billing in this account (rule I-6).
    NoBillingAccess,
    /// A token or an assertion of a provider is not taken.
    Token {
        /// Why.
        failure: TokenFailure,
        /// Whether it is an assertion of SAML.
        is_assertion: bool,
    },
    /// The root user assumes no role, whatever the trust policy says (rule F-8).
    RootAssumesNoRole,
}

/// The IAM user guide, "Troubleshoot AWS Signature Version 4 signing".
const WRONG_SIGNATURE: &str = "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.";

/// The first sentence of what the billing console shows.
const NO_BILLING: &str = "You don't have permission to access billing information for this account.";

impl AuthenticationFailure {
    /// What AWS answers.
    #[must_use]
    pub fn error(&self) -> ApiError {
        match self {
            Self::Expired { .. } => {
                ApiError::new("ExpiredToken", 403, "The security token included in the request is expired")
            }
            Self::SignIn(failure) => failure.error(),
            Self::Token { failure, is_assertion } => failure.error(*is_assertion),
            Self::NoCredentials => ApiError::new("NoCredentials", 0, "Unable to locate credentials"),
            Self::NotSigned => {
                ApiError::new("MissingAuthenticationToken", 403, "Request is missing Authentication Token")
            }
            Self::NotAccepted { action } if action.to_ascii_lowercase().starts_with("sts:") => {
                let name = action.split(':').next_back().unwrap_or_default();
                ApiError::new("AccessDenied", 403, format!("Cannot call {name} with session credentials"))
            }
            Self::NoBillingAccess => ApiError::new("AccessDeniedException", 403, NO_BILLING),
            Self::RootAssumesNoRole => ApiError::new("AccessDenied", 403, "Roles may not be assumed by root accounts."),
            Self::WrongSecret => ApiError::new("SignatureDoesNotMatch", 403, WRONG_SIGNATURE),
            Self::Inactive | Self::Unknown | Self::WrongToken | Self::NotAccepted { .. } => {
                ApiError::new("InvalidClientTokenId", 403, "The security token included in the request is invalid.")
            }
        }
    }
}

/// Checks credentials, and whether their kind is taken for the action. This is the only place where a [`Caller`] comes from.
pub(super) fn authenticate(
    world: &World,
    credentials: &Credentials,
    action: &str,
    now: Timestamp,
) -> Result<Authenticated, AuthenticationFailure> {
    let caller = match identify(world, credentials, now)? {
        Authenticated::Caller(caller) => caller,
        owner @ Authenticated::Owner(_) => return Ok(owner),
    };
    accepted::check(world, &caller, action)?;
    Ok(Authenticated::Caller(caller))
}

/// Who was turned away, where credentials held and their kind was not taken: STS says so, and CloudTrail has a
/// record of it. Other services say that the credentials are not valid, and then there is none.
pub(super) fn turned_away(
    world: &World,
    credentials: &Credentials,
    failure: &AuthenticationFailure,
    now: Timestamp,
) -> Option<Caller> {
    if failure.error().code != "AccessDenied" {
        return None;
    }
    identify(world, credentials, now).ok()?.caller().cloned()
}

fn identify(world: &World, credentials: &Credentials, now: Timestamp) -> Result<Authenticated, AuthenticationFailure> {
    let caller = match credentials {
        Credentials::Owner(account) => return Ok(Authenticated::Owner(*account)),
        Credentials::Key(id) => with_key(world, id, now)?,
        Credentials::Signed(signed) => signed_by(world, signed, now)?,
        Credentials::Root(account) => {
            world.account(*account).ok_or(AuthenticationFailure::Unknown)?;
            Caller::without_key(Principal::Root { account: *account })
        }
        Credentials::Service(service) => of_service(service),
        Credentials::Provider(token) => of_provider(token),
        Credentials::Anonymous => Caller::without_key(Principal::Anonymous),
    };
    Ok(Authenticated::Caller(caller))
}

fn with_key(world: &World, key_id: &str, now: Timestamp) -> Result<Caller, AuthenticationFailure> {
    let (principal, user_id) = match world.key_owner(key_id).ok_or(AuthenticationFailure::Unknown)? {
        KeyOwner::User(_, _, key) | KeyOwner::Root(_, key) if key.status == AccessKeyStatus::Inactive => {
            return Err(AuthenticationFailure::Inactive);
        }
        KeyOwner::Root(account, _) => {
            let account = account.id;
            (Principal::Root { account }, account.to_string().into())
        }
        KeyOwner::User(account, user, _) => {
            let principal = Principal::User { arn: user.arn.clone(), account: account.id };
            (principal, user.id.clone())
        }
        KeyOwner::Session(session) if session.is_expired(now) => {
            return Err(AuthenticationFailure::Expired { ended: session.expires });
        }
        KeyOwner::Session(session) => (of_session(session), session.user_id()),
    };
    let access_key_id = Some(key_id.into());
    Ok(Caller { principal, user_id: Some(user_id), access_key_id, context: RequestContext::default() })
}

/// The token is looked at before the signature (rules F-1, E-11). A key that is switched off has nothing to
/// compare.
fn signed_by(world: &World, signed: &SignedCredentials, now: Timestamp) -> Result<Caller, AuthenticationFailure> {
    let (secret, token) = match world.key_owner(&signed.access_key_id).ok_or(AuthenticationFailure::Unknown)? {
        KeyOwner::User(_, _, key) | KeyOwner::Root(_, key) => (&key.secret, None),
        KeyOwner::Session(session) => (&session.secret, Some(&session.token)),
    };
    if signed.session_token.as_ref() != token {
        return Err(AuthenticationFailure::WrongToken);
    }
    let caller = with_key(world, &signed.access_key_id, now)?;
    if signed.secret_access_key == *secret { Ok(caller) } else { Err(AuthenticationFailure::WrongSecret) }
}

fn of_session(session: &Session) -> Principal {
    let account = session.account;
    match &session.subject {
        SessionSubject::Role { role, .. } => Principal::AssumedRole {
            session: session.arn(),
            role: role.clone(),
            account,
            is_service_linked: role.resource().starts_with("role/aws-service-role/"),
        },
        SessionSubject::FederatedUser { federated_by, .. } => {
            Principal::FederatedUser { session: session.arn(), user: federated_by.clone(), account }
        }
        SessionSubject::AssumedRoot { .. } => Principal::AssumedRoot { account },
        SessionSubject::User { user, .. } if *user == account.root_arn() => Principal::Root { account },
        SessionSubject::User { user, .. } => Principal::User { arn: user.clone(), account },
    }
}

fn of_service(service: &ServiceCredentials) -> Caller {
    let mut caller = Caller::without_key(Principal::Service { name: service.name.clone() });
    if let Some(arn) = &service.source_arn {
        caller.context.set_one("aws:SourceArn", arn.as_str());
    }
    let source = service.source_account.or_else(|| service.source_arn.as_ref().and_then(Arn::account));
    if let Some(account) = source {
        caller.context.set_one("aws:SourceAccount", account.to_string());
    }
    caller
}

fn of_provider(token: &ProviderCredentials) -> Caller {
    let mut caller = Caller::without_key(Principal::Federated { provider: token.provider.clone() });
    let prefix = token.key_prefix();
    for (claim, value) in &token.claims {
        caller.context.set(&format!("{prefix}:{claim}"), value.clone());
    }
    caller
}

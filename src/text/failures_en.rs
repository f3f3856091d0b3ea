//! Why nobody was authenticated, in English.

use super::en::duration;
use super::facts::FailureFact;
use crate::api::{SignInFailure, TokenFailure};

pub(super) fn why(failure: &FailureFact) -> String {
    match failure {
        FailureFact::Expired { ended, seconds_ago } => {
            format!("The session ended at {} ({} ago). No policy was read.", ended.clock_time(), duration(*seconds_ago))
        }
        FailureFact::Inactive => "The access key is inactive. No policy was read.".to_owned(),
        FailureFact::Unknown => "Nobody has this access key. No policy was read.".to_owned(),
        FailureFact::WrongSecret => {
            "The request was not signed with the secret of this access key. No policy was read.".to_owned()
        }
        FailureFact::WrongToken => {
            "The session token is missing or is not the one of this access key. No policy was read.".to_owned()
        }
        FailureFact::NotSigned => "This call must be signed, and nobody signed it. No policy was read.".to_owned(),
        FailureFact::NoCredentials => {
            "The application found no credentials, so nothing was sent. No policy was read.".to_owned()
        }
        FailureFact::SignIn(failure) => match failure {
            SignInFailure::ChangeRefused(_) => format!("Nobody signed in: {}.", sign_in(failure)),
            _ => format!("Nobody signed in: {}. No policy was read.", sign_in(failure)),
        },
        FailureFact::NoBillingAccess => {
            "Only the root user comes to billing in this account, until it activates IAM access to billing. No policy was read.".to_owned()
        }
        FailureFact::Token { failure, is_assertion } => {
            format!("AWS does not take it: {}. No policy was read.", token(failure, *is_assertion))
        }
        FailureFact::RootAssumesNoRole => {
            "The root user cannot assume roles, whatever a trust policy says. No policy was read.".to_owned()
        }
        FailureFact::NotAccepted { action } => {
            format!("Temporary credentials of this kind may not call {action}. No policy was read.")
        }
    }
}

pub(super) fn detail(failure: &FailureFact) -> String {
    match failure {
        FailureFact::Expired { ended, seconds_ago } => {
            format!("the session ended at {}, {} ago", ended.clock_time(), duration(*seconds_ago))
        }
        FailureFact::Inactive => "the access key is inactive".to_owned(),
        FailureFact::Unknown => "nobody has this access key".to_owned(),
        FailureFact::WrongSecret => "the secret is not the one of this access key".to_owned(),
        FailureFact::WrongToken => "the session token is missing or is not the one of this access key".to_owned(),
        FailureFact::NotSigned => "nobody signed, and this call must be signed".to_owned(),
        FailureFact::NoCredentials => "the application found no credentials, so nothing was sent".to_owned(),
        FailureFact::SignIn(failure) => sign_in(failure),
        FailureFact::NoBillingAccess => {
            "IAM access to billing is not activated in this account, and only its root user can do that".to_owned()
        }
        FailureFact::Token { failure, is_assertion } => token(failure, *is_assertion),
        FailureFact::RootAssumesNoRole => "the root user cannot assume roles".to_owned(),
        FailureFact::NotAccepted { action } => {
            format!("these temporary credentials may not call {action}")
        }
    }
}

fn token(failure: &TokenFailure, is_assertion: bool) -> String {
    let what = if is_assertion { "assertion" } else { "token" };
    match failure {
        TokenFailure::Malformed if is_assertion => "this is no SAML response in base 64".to_owned(),
        TokenFailure::Malformed => "this is no JSON Web Token".to_owned(),
        TokenFailure::Changed => format!("the {what} is not as its issuer signed it"),
        TokenFailure::UnknownProvider { name } => format!("the account has no identity provider {name}"),
        TokenFailure::OtherIssuer => "the provider’s metadata names another issuer, or another key".to_owned(),
        TokenFailure::Expired { ended } => format!("the {what} ended at {}", ended.clock_time_with_seconds()),
        TokenFailure::WrongAudience if is_assertion => "the assertion is not meant for AWS".to_owned(),
        TokenFailure::WrongAudience => "the token is for none of the provider’s client ids".to_owned(),
        TokenFailure::OtherRole => "the assertion does not name this role together with this provider".to_owned(),
        TokenFailure::NoSessionName => "the assertion gives the session no valid RoleSessionName".to_owned(),
        TokenFailure::Taken => "the assertion was handed in before".to_owned(),
    }
}

fn sign_in(failure: &SignInFailure) -> String {
    match failure {
        SignInFailure::NoAccount => "no account has this id, alias or e-mail address".to_owned(),
        SignInFailure::NoUser => "the account has no user of this name".to_owned(),
        SignInFailure::NoLoginProfile => "there is no password to check, no login profile".to_owned(),
        SignInFailure::WrongPassword => "the password is wrong".to_owned(),
        SignInFailure::MfaCodeMissing => "a code of the MFA device must come with the password".to_owned(),
        SignInFailure::MfaCodeWrong => "no MFA device shows this code, or it was used before".to_owned(),
        SignInFailure::Expired { since } => {
            format!("the password expired on {}, and only an administrator may replace it", since.date())
        }
        SignInFailure::MustChange { since: None } => "the password must be replaced first".to_owned(),
        SignInFailure::MustChange { since: Some(since) } => {
            format!("the password expired on {} and must be replaced first", since.date())
        }
        SignInFailure::ChangeRefused(error) => {
            format!("the password must be replaced, and the new one was refused: {}", error.message)
        }
    }
}

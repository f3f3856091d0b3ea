//! Why nobody was authenticated, in English.

use super::en::duration;
use super::facts::FailureFact;

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
        FailureFact::NotAccepted { action } => {
            format!("these temporary credentials may not call {action}")
        }
    }
}

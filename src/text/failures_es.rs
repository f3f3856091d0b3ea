//! Why nobody was authenticated, in Spanish.

use super::es::duration;
use super::facts::FailureFact;

pub(super) fn why(failure: &FailureFact) -> String {
    match failure {
        FailureFact::Expired { ended, seconds_ago } => format!(
            "La sesión caducó a las {} (hace {}). No se leyó ninguna política.",
            ended.clock_time(),
            duration(*seconds_ago)
        ),
        FailureFact::Inactive => "La clave de acceso está inactiva. No se leyó ninguna política.".to_owned(),
        FailureFact::Unknown => "Nadie tiene esta clave de acceso. No se leyó ninguna política.".to_owned(),
        FailureFact::WrongSecret => {
            "La petición no se firmó con el secreto de esta clave de acceso. No se leyó ninguna política.".to_owned()
        }
        FailureFact::WrongToken => {
            "El token de sesión falta o no es el de esta clave de acceso. No se leyó ninguna política.".to_owned()
        }
        FailureFact::NotSigned => {
            "Esta llamada debe ir firmada, y nadie la firmó. No se leyó ninguna política.".to_owned()
        }
        FailureFact::NotAccepted { action } => format!(
            "Las credenciales temporales de este tipo no pueden llamar a {action}. No se leyó ninguna política."
        ),
    }
}

pub(super) fn detail(failure: &FailureFact) -> String {
    match failure {
        FailureFact::Expired { ended, seconds_ago } => {
            format!("la sesión caducó a las {}, hace {}", ended.clock_time(), duration(*seconds_ago))
        }
        FailureFact::Inactive => "la clave de acceso está inactiva".to_owned(),
        FailureFact::Unknown => "nadie tiene esta clave de acceso".to_owned(),
        FailureFact::WrongSecret => "el secreto no es el de esta clave de acceso".to_owned(),
        FailureFact::WrongToken => "el token de sesión falta o no es el de esta clave de acceso".to_owned(),
        FailureFact::NotSigned => "nadie firmó, y esta llamada debe ir firmada".to_owned(),
        FailureFact::NotAccepted { action } => {
            format!("estas credenciales temporales no pueden llamar a {action}")
        }
    }
}

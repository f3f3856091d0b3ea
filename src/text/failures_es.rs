//! Why nobody was authenticated, in Spanish.

use super::es::duration;
use super::facts::FailureFact;
use crate::api::{SignInFailure, TokenFailure};

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
        FailureFact::NoCredentials => {
            "La aplicación no encontró credenciales, así que no se envió nada. No se leyó ninguna política.".to_owned()
        }
        FailureFact::SignIn(failure) => match failure {
            SignInFailure::ChangeRefused(_) => format!("Nadie inició sesión: {}.", sign_in(failure)),
            _ => format!("Nadie inició sesión: {}. No se leyó ninguna política.", sign_in(failure)),
        },
        FailureFact::NoBillingAccess => {
            "Solo el usuario root llega a la facturación de esta cuenta, hasta que active el acceso de IAM a la facturación. No se leyó ninguna política.".to_owned()
        }
        FailureFact::Token { failure, is_assertion } => {
            format!("AWS no lo acepta: {}. No se leyó ninguna política.", token(failure, *is_assertion))
        }
        FailureFact::RootAssumesNoRole => {
            "El usuario root no puede asumir roles, diga lo que diga una política de confianza. No se leyó ninguna política.".to_owned()
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
        FailureFact::NoCredentials => "la aplicación no encontró credenciales, así que no se envió nada".to_owned(),
        FailureFact::SignIn(failure) => sign_in(failure),
        FailureFact::NoBillingAccess => {
            "el acceso de IAM a la facturación no está activado en esta cuenta, y solo su usuario root puede activarlo"
                .to_owned()
        }
        FailureFact::Token { failure, is_assertion } => token(failure, *is_assertion),
        FailureFact::RootAssumesNoRole => "el usuario root no puede asumir roles".to_owned(),
        FailureFact::NotAccepted { action } => {
            format!("estas credenciales temporales no pueden llamar a {action}")
        }
    }
}

fn token(failure: &TokenFailure, is_assertion: bool) -> String {
    let what = if is_assertion { "la aserción" } else { "el token" };
    match failure {
        TokenFailure::Malformed if is_assertion => "esto no es una respuesta SAML en base 64".to_owned(),
        TokenFailure::Malformed => "esto no es un JSON Web Token".to_owned(),
        TokenFailure::Changed => format!("{what} no coincide con la firma de su emisor"),
        TokenFailure::UnknownProvider { name } => format!("la cuenta no tiene el proveedor de identidad {name}"),
        TokenFailure::OtherIssuer => "los metadatos del proveedor nombran a otro emisor, u otra clave".to_owned(),
        TokenFailure::Expired { ended } => format!("{what} caducó a las {}", ended.clock_time_with_seconds()),
        TokenFailure::WrongAudience if is_assertion => "la aserción no es para AWS".to_owned(),
        TokenFailure::WrongAudience => "el token no es para ninguno de los client ids del proveedor".to_owned(),
        TokenFailure::OtherRole => "la aserción no nombra este rol junto con este proveedor".to_owned(),
        TokenFailure::NoSessionName => "la aserción no da a la sesión un RoleSessionName válido".to_owned(),
        TokenFailure::Taken => "la aserción ya se entregó antes".to_owned(),
    }
}

fn sign_in(failure: &SignInFailure) -> String {
    match failure {
        SignInFailure::NoAccount => "ninguna cuenta tiene este id, alias o correo electrónico".to_owned(),
        SignInFailure::NoUser => "la cuenta no tiene ningún usuario con este nombre".to_owned(),
        SignInFailure::NoLoginProfile => {
            "no hay contraseña que comprobar, falta el perfil de inicio de sesión (login profile)".to_owned()
        }
        SignInFailure::WrongPassword => "la contraseña no es correcta".to_owned(),
        SignInFailure::MfaCodeMissing => "junto con la contraseña hace falta un código del dispositivo MFA".to_owned(),
        SignInFailure::MfaCodeWrong => "ningún dispositivo MFA muestra este código, o ya se usó".to_owned(),
        SignInFailure::Expired { since } => {
            format!("la contraseña caducó el {}, y solo la puede cambiar un administrador", since.date())
        }
        SignInFailure::MustChange { since: None } => "antes hay que cambiar la contraseña".to_owned(),
        SignInFailure::MustChange { since: Some(since) } => {
            format!("la contraseña caducó el {}, y antes hay que cambiarla", since.date())
        }
        SignInFailure::ChangeRefused(error) => {
            format!("hay que cambiar la contraseña, y la nueva fue rechazada: {}", error.message)
        }
    }
}

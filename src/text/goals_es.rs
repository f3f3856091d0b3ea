//! What is wrong with a line of the goal language, and how the promise of a line stands, in Spanish.

use super::code::code;
use super::listed;
use crate::api::Answer;
use crate::lessons::goal::{Expected, GoalProblem, Who};
use crate::lessons::{Evidence, Missing, Status};

pub(super) fn problem(problem: &GoalProblem) -> String {
    match problem {
        GoalProblem::Ended(wanted) => {
            format!("La línea termina demasiado pronto: falta {}.{}", expected(*wanted), known(*wanted))
        }
        GoalProblem::Expected { expected: wanted, found } => {
            format!("Aquí no va {}, sino {}.{}", code(found), expected(*wanted), known(*wanted))
        }
        GoalProblem::Extra(found) => format!("La línea ya está completa antes de {}.", code(found)),
        GoalProblem::UnclosedText => "Estas comillas no se cierran.".to_owned(),
        GoalProblem::AnybodyOutsidePattern => {
            "`*` no es nadie en particular: nombra a alguien. Solo vale por cualquiera tras `saw` y `never`.".to_owned()
        }
    }
}

pub(super) fn status(status: &Status) -> Option<String> {
    match status {
        Status::Met | Status::NotMet(Evidence::Found(_) | Evidence::Answered(_)) => None,
        Status::NotYet(what) => Some(missing(what)),
        Status::NotMet(Evidence::Decided(decided)) if decided.is_only_reason => {
            Some("La respuesta es la buena; el motivo es otro.".to_owned())
        }
        Status::NotMet(Evidence::Decided(decided)) => Some(is_answered(&decided.answer)),
        Status::NotMet(Evidence::Seen { n_seen: 0, .. }) => {
            Some("Aún no se ha visto: cuenta cuando se pregunta o se hace.".to_owned())
        }
        Status::NotMet(Evidence::Seen { n_seen, of, .. }) => Some(format!("Visto: {n_seen} de {of}.")),
        Status::NotMet(Evidence::Happened(_)) => Some("Ha ocurrido. Deshacer lo quita.".to_owned()),
        Status::NotMet(Evidence::Changed(thing)) => Some(format!("{thing} ya no es como era. Deshacer lo devuelve.")),
        Status::NotMet(Evidence::Right(n)) => Some(format!("Aciertos hasta ahora: {n}.")),
    }
}

fn is_answered(answer: &Answer) -> String {
    let at = answer.settling.map(|settling| settling.at.clock_time_with_seconds());
    match (answer.is_allowed(), at) {
        (true, None) => "Ahora está permitido.".to_owned(),
        (false, None) => "Ahora está denegado.".to_owned(),
        (true, Some(at)) => format!("Todavía está permitido; desde las {at} se deniega."),
        (false, Some(at)) => format!("Todavía está denegado; desde las {at} se permite."),
    }
}

pub(super) fn missing(missing: &Missing) -> String {
    match missing {
        Missing::Account(name) => format!("No existe la cuenta {}.", code(name)),
        Missing::User(name) => format!("Todavía no existe el usuario {}.", code(name)),
        Missing::Session(who) => format!("Todavía no existe ninguna {}.", session(who)),
        Missing::Resource(name) => format!("Todavía no existe {}.", code(name)),
        Missing::Credentials(who) => format!("{} no tiene esas credenciales.", code(who)),
    }
}

/// Somebody without an article, so that "ninguna" may stand before a session.
fn session(who: &Who) -> String {
    match who {
        Who::User(name) | Who::Service(name) => code(name),
        Who::Session { role, by, policy, is_older } => {
            let age = if *is_older { "sesión anterior" } else { "sesión" };
            let by = by.as_ref().map_or_else(String::new, |by| format!(" hecha por {}", maker(by)));
            let with =
                policy.as_ref().map_or_else(String::new, |name| format!(" con la política de sesión {}", code(name)));
            format!("{age} del rol {}{by}{with}", code(role))
        }
        Who::Descendants(name) => format!("sesión que descienda de la clave de {}", code(name)),
        Who::Portal(name) => format!("sesión que el portal de acceso ofrezca a {}", code(name)),
        Who::Federated(name) => format!("sesión federada por {}", code(name)),
        Who::Token { who, has_mfa } => {
            let with = if *has_mfa { " con MFA" } else { "" };
            format!("sesión con token de {}{with}", maker(who))
        }
        other => code(&other.to_string()),
    }
}

fn maker(who: &Who) -> String {
    match who {
        Who::Session { .. } | Who::Descendants(_) | Who::Portal(_) | Who::Federated(_) | Who::Token { .. } => {
            format!("una {}", session(who))
        }
        other => session(other),
    }
}

/// The words to choose from, where there are a few.
fn known(wanted: Expected) -> String {
    let words: Vec<String> = wanted.words().into_iter().map(code).collect();
    if words.len() > 1 { format!(" Hay {}.", listed(&words, "y")) } else { String::new() }
}

fn expected(wanted: Expected) -> String {
    match wanted {
        Expected::Verb => "un verbo".to_owned(),
        Expected::Word => "una palabra".to_owned(),
        Expected::Who => "alguien, como `alice` o `session(editor by alice)`".to_owned(),
        Expected::Action => "una acción, como `s3:GetObject`".to_owned(),
        Expected::Sign(sign) => code(sign),
        Expected::Pattern => "algo que ocurre, como `denied(alice, s3:GetObject)` o `CreateUser`".to_owned(),
        Expected::Layer => "lo que decide".to_owned(),
        Expected::ReasonKind => "lo que hace la capa".to_owned(),
        Expected::Time => "una hora: `2027-01-01`, `2027-01-01T10:00:00Z` o `+15m`".to_owned(),
        Expected::Number => "un número".to_owned(),
        Expected::Fraction => "una fracción, como `7/8`".to_owned(),
        Expected::Fact => "una circunstancia, como `tls`, `ip=203.0.113.9` o `aws:TagKeys=absent`".to_owned(),
        Expected::Comparison => "una comparación".to_owned(),
        Expected::Thing => "una cosa, como `role/editor`".to_owned(),
        Expected::Metric => "algo que contar o leer".to_owned(),
        Expected::Countable => "algo que contar".to_owned(),
        Expected::Element => "un elemento".to_owned(),
        Expected::PasswordRule => "`password-policy.` y una de sus reglas".to_owned(),
        Expected::SignIn => "cómo terminó".to_owned(),
    }
}

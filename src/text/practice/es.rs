//! The words of practice in Spanish.

use super::super::es::duration;
use super::super::listed;
use super::{Circumstance, Decision, Fact, GivenError, ItemKind, Names, Place, ResultsError, Sureness};
use crate::practice::{Edition, FORMAT, Holder, KeyState, Lasting};

mod hints;

pub(super) use hints::{reader, twist};

pub(super) fn may(who: &str, action: &str, resource: Option<&str>) -> String {
    match resource {
        Some(resource) => format!("¿Puede {who} hacer `{action}` en `{resource}`?"),
        None => format!("¿Puede {who} hacer `{action}`?"),
    }
}

pub(super) fn who_can(action: &str, resource: Option<&str>) -> String {
    match resource {
        Some(resource) => format!("¿Quién puede hacer `{action}` en `{resource}`?"),
        None => format!("¿Quién puede hacer `{action}`?"),
    }
}

pub(super) fn the_call(clauses: &[String]) -> String {
    format!("La llamada {}.", listed(clauses, "y"))
}

pub(super) fn circumstance(circumstance: &Circumstance) -> String {
    match circumstance {
        Circumstance::SourceIp(address) => format!("viene de {address}"),
        Circumstance::Tls => "va cifrada".to_owned(),
        Circumstance::NoTls => "no va cifrada".to_owned(),
        Circumstance::Prefix(prefix) => format!("lista el prefijo `{prefix}`"),
        Circumstance::Region(region) => format!("va a {region}"),
        Circumstance::LongTermKey => "se firma con una access key de larga duración".to_owned(),
        Circumstance::PassedTo(service) => format!("entrega el rol a {service}"),
        Circumstance::ExternalId(Some(id)) => format!("pasa el external ID `{id}`"),
        Circumstance::ExternalId(None) => "no pasa ningún external ID".to_owned(),
        Circumstance::At(moment) => format!("se hace el {moment}"),
    }
}

pub(super) fn task(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Predict => "Elige el veredicto y luego la estación que lo decide.",
        ItemKind::WhoCan => "Marca a todos los que pueden.",
    }
}

pub(super) fn session(role: &str, session: &str) -> String {
    format!("la sesión {session} del rol {role}")
}

fn ordinal(nth: usize) -> &'static str {
    if nth == 1 { "primera" } else { "segunda" }
}

/// A user with one of its keys; with its only key if none is named.
pub(super) fn with_key(user: &str, nth: Option<usize>) -> String {
    match nth {
        Some(nth) => format!("{user} con la {} access key", ordinal(nth)),
        None => format!("{user} con la access key"),
    }
}

pub(super) fn with_token(user: &str, has_mfa: bool) -> String {
    format!("{user} con el token de sesión {} MFA", if has_mfa { "con" } else { "sin" })
}

pub(super) fn federated(name: &str, by: &str) -> String {
    format!("{name}, con credenciales de federación de {by}")
}

pub(super) fn instance(name: &str) -> String {
    format!("la aplicación de la instancia {name}")
}

pub(super) fn service(name: &str) -> String {
    format!("el servicio {name}")
}

pub(super) fn root(account: &str) -> String {
    format!("el usuario root de {account}")
}

pub(super) fn token(issuer: &str, subject: &str) -> String {
    format!("un token de {issuer} para `{subject}`")
}

pub(super) fn anonymous() -> &'static str {
    "alguien que no firma"
}

/// `del usuario alice`
fn of_holder(holder: &Holder) -> String {
    match holder {
        Holder::User(name) => format!("del usuario {name}"),
        Holder::Group(name) => format!("del grupo {name}"),
        Holder::Role(name) => format!("del rol {name}"),
    }
}

/// `al usuario alice`
fn to_holder(holder: &Holder) -> String {
    match holder {
        Holder::User(name) => format!("al usuario {name}"),
        Holder::Group(name) => format!("al grupo {name}"),
        Holder::Role(name) => format!("al rol {name}"),
    }
}

/// ` en dev`, where there is more than one account.
fn in_account(account: Option<String>) -> String {
    account.map(|account| format!(" en {account}")).unwrap_or_default()
}

pub(super) fn fact(fact: &Fact, names: &Names<'_>) -> String {
    match fact {
        Fact::Account { account } => format!("La cuenta {} es la {account}.", names.of(*account)),
        Fact::Member { user, group } => format!("{user} está en el grupo {group}."),
        Fact::Bare { user } => {
            let name = super::actor(super::Language::Spanish, names.0, user);
            format!("{name} no tiene ninguna política ni está en ningún grupo.")
        }
        Fact::Identity { account, holder, .. } => {
            format!("Política {}{}", of_holder(holder), in_account(names.told(*account)))
        }
        Fact::Bucket { account, bucket, region } => {
            format!("El bucket {bucket} es de {} y está en {region}.", names.of(*account))
        }
        Fact::KmsKey { key, .. } => format!("Política de la clave de KMS {key}"),
        Fact::Encrypted { object, key } => format!("El objeto {object} está cifrado con la clave de KMS {key}."),
        Fact::KmsGrant { name, key, grantee, operation } => {
            format!(
                "La concesión (grant) {name} de la clave {key} permite su uso {} para {operation}.",
                to_holder(grantee)
            )
        }
        Fact::BucketPolicy { bucket, .. } => format!("Política del bucket {bucket}"),
        Fact::Trust { account, role, .. } => {
            format!("Política de confianza del rol {role}{}", in_account(names.told(*account)))
        }
        Fact::Boundary { holder, .. } => format!("Permissions boundary {}", of_holder(holder)),
        Fact::Session { by, role, session, issued, lasting, document } => {
            let by = super::actor(super::Language::Spanish, names.0, by);
            let passed = match document {
                Some(_) => "Se pasó esta política de sesión:",
                None => "No se pasó ninguna política de sesión.",
            };
            let lasting = match lasting {
                Lasting::Untold => String::new(),
                Lasting::Seconds(seconds) => format!(" y dura {}", duration(i64::from(*seconds))),
                Lasting::Longest(_) => " y dura lo máximo posible".to_owned(),
            };
            format!("El {issued} {by} asumió el rol {role}; la sesión se llama {session}{lasting}. {passed}")
        }
        Fact::Federated { user, name, issued, .. } => format!(
            "El {issued} {user} llamó a `sts:GetFederationToken` para {name}, por las 12 h habituales, y pasó esta política de sesión:"
        ),
        Fact::PassedTag { session, project, is_transitive } => format!(
            "Con {session} se pasó la etiqueta de sesión `project` = `{project}`, {}.",
            if *is_transitive { "como transitiva" } else { "y no como transitiva" }
        ),
        Fact::SourceIdentity { session, name } => format!("Con {session} se fijó la source identity {name}."),
        Fact::RoleTag { role, project } => format!("El rol {role} tiene la etiqueta `project` = `{project}`."),
        Fact::UserTag { user, project: Some(project) } => {
            format!("{user} tiene la etiqueta `project` = `{project}`.")
        }
        Fact::UserTag { user, project: None } => format!("{user} no tiene etiquetas."),
        Fact::ObjectTag { object, project: Some(project) } => {
            format!("El objeto {object} tiene la etiqueta `project` = `{project}`.")
        }
        Fact::ObjectTag { object, project: None } => format!("El objeto {object} no tiene etiquetas."),
        Fact::Instance { name, profile, role, by } => {
            format!("{by} lanzó la instancia {name} con el instance profile {profile}, que contiene el rol {role}.")
        }
        Fact::Password { user } => format!("{user} tiene una contraseña para la consola."),
        Fact::Billing { is_open, .. } => {
            format!("El acceso de IAM a la facturación {} activado.", if *is_open { "está" } else { "no está" })
        }
        Fact::Delay { seconds } => {
            format!("Aquí la autorización tarda {} en ver un cambio.", duration(i64::from(*seconds)))
        }
        Fact::PutLater { user, at, .. } => format!("El {at} se puso esta política a {user}:"),
        Fact::TakenLater { user, at } => format!("El {at} se quitó la política de {user}."),
        Fact::MaxDuration { role, seconds } => {
            format!("La duración máxima de sesión del rol {role} es {}.", duration(i64::from(*seconds)))
        }
        Fact::Version { policy, number, is_default, .. } => {
            let default = if *is_default { ", la versión por defecto" } else { "" };
            format!("Versión v{number} de la política administrada {policy}{default}")
        }
        Fact::Attached { policy, holder } => {
            format!("La política administrada {policy} está asociada {}.", to_holder(holder))
        }
        Fact::Key { user, nth, state } => {
            let key = match names.has_two_keys(user) {
                true => format!("La {} access key de {user}", ordinal(*nth)),
                false => format!("La access key de {user}"),
            };
            match state {
                KeyState::Active => format!("{key} está activa."),
                KeyState::Inactive(at) => format!("{key} se desactivó el {at}."),
                KeyState::Deleted(at) => format!("{key} se borró el {at}."),
            }
        }
        Fact::UserSession { user, issued, seconds, has_mfa } => format!(
            "El {issued} {user} llamó a `sts:GetSessionToken`, {} código MFA, para obtener credenciales de {}.",
            if *has_mfa { "con" } else { "sin" },
            duration(i64::from(*seconds))
        ),
        Fact::Organization { account, path } => format!(
            "En la organización, {} está en {}. `FullAWSAccess` está en todos los niveles, salvo que aquí se diga otra cosa.",
            names.of(*account),
            path.join(" / ")
        ),
        Fact::Management { account } => {
            format!("{} es la cuenta de administración de la organización.", names.of(*account))
        }
        Fact::Rcp { target, .. } => format!("Resource control policy en {target}"),
        Fact::Scp { target, .. } => format!("Service control policy en {target}"),
        Fact::NoFullAccess { target } => format!("`FullAWSAccess` no está en {target}."),
    }
}

pub(super) fn verdict(verdict: Decision) -> &'static str {
    match verdict {
        Decision::Allowed => "Permitido",
        Decision::ImplicitDeny => "Denegado, implícito: nada lo permite",
        Decision::ExplicitDeny => "Denegado, explícito: un Deny coincide",
        Decision::CannotSay => "No se puede saber",
    }
}

pub(super) fn place(place: Place) -> &'static str {
    match place {
        Place::Scp => "Las service control policies",
        Place::Resource => "La política del recurso",
        Place::Identity => "Las políticas de identidad",
        Place::PermissionsBoundary => "El permissions boundary",
        Place::Session => "La política de sesión",
        Place::BothAccounts => "Las políticas de identidad y la del recurso, juntas",
    }
}

pub(super) fn sureness(sureness: Sureness) -> &'static str {
    match sureness {
        Sureness::Sure => "Lo sé",
        Sureness::Half => "A medias",
        Sureness::Guess => "Adivino",
    }
}

pub(super) fn right(verdict: &str, place: &str) -> String {
    format!("{verdict}. Lo que decide: {place}.")
}

pub(super) fn they_can(who: &[String]) -> String {
    format!("Pueden: {}.", listed(who, "y"))
}

pub(super) fn results_error(error: &ResultsError) -> String {
    match error {
        ResultsError::Cut => "El archivo está cortado: le falta el final.".to_owned(),
        ResultsError::NotResults(problem) => format!("Esto no es un archivo de resultados del sandbox ({problem})."),
        ResultsError::OtherFormat { found } => {
            format!("El archivo tiene el formato {found}; esta versión del sandbox lee el formato {FORMAT}.")
        }
        ResultsError::OtherEdition { found } => format!(
            "El archivo es de la edición {found} de las preguntas; esta versión del sandbox tiene ediciones hasta la {}.",
            Edition::NEWEST.number()
        ),
        ResultsError::OtherItemVersion { index, id } => {
            format!("La pregunta {} (`{id}`) la hizo otra versión del sandbox.", index + 1)
        }
        ResultsError::Edited => "El archivo se cambió después de escribirse.".to_owned(),
        ResultsError::OtherItem { index } => {
            format!("La pregunta {} no es la que la serie tiene en ese lugar.", index + 1)
        }
        ResultsError::Answer { index, error } => {
            format!("La respuesta a la pregunta {}: {}", index + 1, given_error(*error))
        }
    }
}

pub(super) fn given_error(error: GivenError) -> &'static str {
    match error {
        GivenError::NoItem => "No existe esa pregunta.",
        GivenError::Answered => "Esta pregunta ya está respondida.",
        GivenError::Unfitting => "Esto no responde a esta pregunta.",
        GivenError::Earlier => "La respuesta es anterior a lo que vino antes.",
    }
}

//! The words of practice in Spanish.

use super::super::listed;
use super::{Circumstance, Decision, Fact, GivenError, ItemKind, Names, Place, Reader, ResultsError, Sureness, Twist};
use crate::practice::{FORMAT, Holder};

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

pub(super) fn root(account: &str) -> String {
    format!("el usuario root de {account}")
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
        Fact::BucketPolicy { bucket, .. } => format!("Política del bucket {bucket}"),
        Fact::Trust { account, role, .. } => {
            format!("Política de confianza del rol {role}{}", in_account(names.told(*account)))
        }
        Fact::Boundary { holder, .. } => format!("Permissions boundary {}", of_holder(holder)),
        Fact::Session { user, role, session, issued, document } => {
            let passed = match document {
                Some(_) => "Se pasó esta política de sesión:",
                None => "No se pasó ninguna política de sesión.",
            };
            format!("El {issued} {user} asumió el rol {role}; la sesión se llama {session}. {passed}")
        }
        Fact::Organization { account, path } => format!(
            "En la organización, {} está en {}. `FullAWSAccess` está en todos los niveles, salvo que aquí se diga otra cosa.",
            names.of(*account),
            path.join(" / ")
        ),
        Fact::Management { account } => {
            format!("{} es la cuenta de administración de la organización.", names.of(*account))
        }
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

pub(super) fn twist(twist: Twist) -> &'static str {
    match twist {
        Twist::ObjectsLeftOut => "Mira el final del ARN: sin `/*` nombra el bucket y ninguno de sus objetos.",
        Twist::BucketLeftOut => "Mira el final del ARN: con `/*` nombra los objetos y no el bucket.",
        Twist::WildcardTooWide => "Un `*` pegado a un nombre abarca todos los nombres que empiezan así.",
        Twist::ActionWildcard => "La acción es un patrón: mira qué abarca.",
        Twist::CaseOfAction => "En las acciones no cuentan las mayúsculas.",
        Twist::CaseOfResource => "En los recursos cuentan las mayúsculas: `Q1.csv` no es `q1.csv`.",
        Twist::NotAction => "`NotAction` son todas las acciones menos las que nombra; con `Deny` no concede nada.",
        Twist::NotResource => "`NotResource` son todos los recursos menos los que nombra; con `Deny` no concede nada.",
        Twist::AccountForUser => {
            "El principal que acaba en `:root` es la cuenta: sus propias políticas tienen que decir quién."
        }
        Twist::SomebodyElse => "Mira a quién nombra la política del recurso.",
        Twist::OnSomebodyElse => "Mira a quién está asociada la política.",
        Twist::OtherAction => "Compara la acción de la política con la que se pide.",
        Twist::OtherBucket => "Compara el bucket de la política con el que se pide.",
        Twist::BoolOnAbsentKey => {
            "Una petición con una access key de larga duración no lleva `aws:MultiFactorAuthPresent`, y `Bool` no se cumple si falta la clave."
        }
        Twist::IfExists => "`…IfExists` se cumple cuando falta la clave.",
        Twist::TwoConditions => "Tienen que cumplirse todas las líneas de la condición para que el statement coincida.",
        Twist::SeveralValues => "De varios valores para una clave basta con que coincida uno.",
        Twist::OtherValue => "Compara el valor de la condición con el de la petición.",
        Twist::OldVersion => "Con la versión `2008-10-17` una variable es texto sin más.",
        Twist::DenyElsewhere => "Un Deny que coincide gana, esté en la política que esté.",
        Twist::DenyBeforeAllow => "El orden de los statements no significa nada.",
        Twist::NotAMember => "Las políticas de un grupo solo llegan a sus miembros.",
        Twist::LevelWithoutAllow => {
            "Cada nivel, desde la raíz hasta la cuenta, necesita un Allow en sus service control policies."
        }
        Twist::ManagementAccount => "Las service control policies no limitan la cuenta de administración.",
        Twist::RootOfMember => "Las service control policies limitan también al usuario root de una cuenta miembro.",
        Twist::SessionWithoutAction => "Una sesión solo puede lo que permite también la política de sesión.",
        Twist::SessionWithMore => "Una política de sesión no añade nada a lo que puede el rol.",
        Twist::BoundaryWithoutAction => "Un permissions boundary limita lo que conceden las políticas de identidad.",
        Twist::BoundaryWithMore => "Un permissions boundary no concede nada.",
        Twist::NamedByResource => {
            "Dentro de una cuenta basta con que la política del recurso nombre a quien llama, y no solo a la cuenta."
        }
        Twist::CallerSideMissing => "Entre cuentas también tiene que permitirlo la cuenta de quien llama.",
        Twist::OwnerSideMissing => "Entre cuentas también tiene que permitirlo la cuenta dueña del recurso.",
        Twist::RightsOfTheUser => "Quien asume un rol tiene los permisos del rol, no los del usuario.",
        Twist::KeyNotIssued => {
            "Una access key de larga duración no tiene `aws:TokenIssueTime`, así que una condición sobre esa clave no se cumple."
        }
        Twist::IssuedBefore => "La sesión se emitió antes del momento que nombra el Deny.",
        Twist::IssuedAfter => "La sesión se emitió después del momento que nombra el Deny.",
        Twist::GrantElsewhere => "Cuentan todas las políticas que llegan a quien llama, no solo la primera.",
    }
}

pub(super) fn reader(reader: Reader) -> &'static str {
    match reader {
        Reader::AnyAllowWins => {
            "«Cualquier Allow gana»: un Deny lo vence, y las políticas que solo limitan no conceden nada."
        }
        Reader::LastStatementWins => "«Gana el último statement»: el orden de los statements no significa nada.",
        Reader::DenyIsMissingAllow => {
            "«Denegado quiere decir que falta un Allow»: aquí coincide un Deny, y ningún Allow ayudaría."
        }
        Reader::LimitsPassedOver => {
            "«Basta un Allow en una política de identidad o en la del recurso»: lo limitan el permissions boundary, la política de sesión y las service control policies, y la política de confianza de un rol también tiene que permitirlo."
        }
        Reader::OneYesIsEnough => "«Basta un sí»: entre cuentas tienen que decir que sí las dos.",
        Reader::BothMustSayYes => "«Tienen que decir que sí las dos»: dentro de una cuenta basta un sí.",
        Reader::ConditionsPassedOver => {
            "Quien se salta las condiciones cree que coincide un statement que no coincide."
        }
        Reader::OnlyTheAction => "Quien lee solo la acción cree que coincide un statement que no coincide.",
        Reader::AccountIsEverybody => {
            "«`:root` deja entrar a toda la cuenta»: deja la decisión a las políticas de la propia cuenta."
        }
        Reader::UserKeepsRights => "«Quien asume un rol conserva los permisos del usuario»: solo cuentan los del rol.",
    }
}

pub(super) fn results_error(error: &ResultsError) -> String {
    match error {
        ResultsError::Cut => "El archivo está cortado: le falta el final.".to_owned(),
        ResultsError::NotResults(problem) => format!("Esto no es un archivo de resultados del sandbox ({problem})."),
        ResultsError::OtherFormat { found } => {
            format!("El archivo tiene el formato {found}; esta versión del sandbox lee el formato {FORMAT}.")
        }
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

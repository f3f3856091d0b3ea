//! Spanish: what is wrong with a file of an account, and what it does not tell.

use super::findings_es::finding;
use crate::exchange::{Absence, ImportError, List, Place, Problem, ProblemKind};

fn at(place: &Place) -> String {
    format!("{}, línea {}, {}", place.file, place.line, place.path)
}

pub(super) fn import_error(error: &ImportError) -> String {
    match error {
        ImportError::TooLarge => "Los archivos ocupan juntos más de 20 MB.".to_owned(),
        ImportError::Syntax { file, line, column, message } => {
            format!("{file} no es JSON válido: línea {line}, columna {column}: {message}.")
        }
        ImportError::NotDetails { file, members } => {
            let found = if members.is_empty() { String::new() } else { format!(" Contiene: {}.", members.join(", ")) };
            format!(
                "{file} no es lo que imprime aws iam get-account-authorization-details: no tiene UserDetailList, GroupDetailList, RoleDetailList ni Policies.{found}"
            )
        }
        ImportError::Empty => "Las listas del archivo están vacías.".to_owned(),
        ImportError::TwoAccounts { first, other, place } => {
            format!(
                "Los archivos son de dos cuentas, {first} y {other} ({}). Importa las cuentas de una en una.",
                at(place)
            )
        }
        ImportError::Partition { partition, place } => {
            format!("La cuenta es de la partición {partition}, que aquí no se conoce ({}).", at(place))
        }
    }
}

pub(super) fn import_problem(problem: &Problem) -> String {
    let what = match &problem.kind {
        ProblemKind::Missing => "falta".to_owned(),
        ProblemKind::WrongType(wanted) => format!("se esperaba {wanted}"),
        ProblemKind::BadArn(arn) => format!("«{arn}» no es un ARN de esto"),
        ProblemKind::BadName(name) => format!("IAM no admite un nombre así: «{name}»"),
        ProblemKind::Twice(name) => format!("«{name}» ya estaba; cuenta el primero"),
        ProblemKind::Document(found) => match found {
            Some(found) => format!("no se puede leer la política: {}", finding(found)),
            None => "no se puede leer la política".to_owned(),
        },
        ProblemKind::NoGroup(name) => format!("el archivo no tiene ningún grupo «{name}»"),
        ProblemKind::NoPolicy(arn) => format!("el archivo no dice qué contiene {arn}"),
    };
    format!("{}: {what}", at(&problem.place))
}

pub(super) fn absence(absence: Absence) -> &'static str {
    match absence {
        Absence::List(List::Users) => "Usuarios: la lista no está en el archivo.",
        Absence::List(List::Groups) => "Grupos: la lista no está en el archivo.",
        Absence::List(List::Roles) => "Roles: la lista no está en el archivo.",
        Absence::List(List::Policies) => "Políticas administradas: la lista no está en el archivo.",
        Absence::Pages => "Más páginas: el archivo dice que las hay. Añádelas, o llama sin --no-paginate.",
        Absence::OrganizationPolicies => {
            "SCP y RCP, y la organización. Las respuestas que dependen de ellas son «no se puede saber»."
        }
        Absence::ResourcePolicies => {
            "Buckets, claves, colas, y sus políticas y etiquetas. Las respuestas que dependen de ellas son «no se puede saber»; lo que crees aquí sí se conoce."
        }
        Absence::Passwords => "Contraseñas, dispositivos MFA, la política de contraseñas: como si no los hubiera.",
        Absence::AccessKeys => {
            "Claves de acceso: cada usuario recibe una inventada, para que puedas actuar como cualquiera."
        }
        Absence::Sessions => "Sesiones: asume aquí un rol para tener una.",
        Absence::RoleSettings => "La duración de las sesiones de un rol: se toma una hora.",
        Absence::Providers => "Proveedores de identidad: créalos aquí para que se acepten sus tokens.",
        Absence::PolicyTags => "Etiquetas de las políticas administradas.",
    }
}

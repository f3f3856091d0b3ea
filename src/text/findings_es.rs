//! What is wrong with a document, in Spanish.

use crate::policy::{ElementName, Finding, JsonProblem, JsonType, PolicyKind};

pub(super) fn kind(kind: PolicyKind) -> &'static str {
    match kind {
        PolicyKind::Identity => "una política de identidad",
        PolicyKind::Session => "una política de sesión",
        PolicyKind::Resource => "una política de recurso",
        PolicyKind::Trust => "una política de confianza",
        PolicyKind::Key => "una política de clave",
        PolicyKind::Scp => "una service control policy",
        PolicyKind::Rcp => "una resource control policy",
        PolicyKind::VpcEndpoint => "una política de VPC endpoint",
    }
}

pub(super) fn finding(finding: &Finding) -> String {
    match finding {
        Finding::Json(problem) => json(*problem).to_owned(),
        Finding::TooLong { n_characters, limit } => {
            format!("El texto tiene {n_characters} caracteres; IAM admite {limit} como mucho.")
        }
        Finding::ForbiddenCharacter(character) => format!("Las políticas no admiten el carácter `{character}`."),
        Finding::DuplicateKey(key) => format!("`{key}` aparece aquí dos veces; cada nombre puede aparecer una."),
        Finding::DuplicateConditionKey(key) => {
            format!("`{key}` aparece aquí dos veces con distintas mayúsculas, que en las claves no cuentan.")
        }
        Finding::UnknownElement { found, suggestion: Some(near) } => {
            format!("`{found}` no es un elemento de una política. ¿Querías decir `{}`?", near.as_str())
        }
        Finding::UnknownElement { found, suggestion: None } => {
            format!("`{found}` no es un elemento de una política.")
        }
        Finding::ElementNotAllowed {
            element: ElementName::Principal | ElementName::NotPrincipal,
            kind: PolicyKind::Identity,
        } => "Una política de identidad no lleva principal: habla de quien la tiene.".to_owned(),
        Finding::ElementNotAllowed {
            element: ElementName::Resource | ElementName::NotResource,
            kind: PolicyKind::Trust,
        } => "Una política de confianza no nombra recursos: su rol es el recurso.".to_owned(),
        Finding::ElementNotAllowed { element, kind: of } => {
            format!("`{}` no tiene sitio en {}.", element.as_str(), kind(*of))
        }
        Finding::ExclusiveElements(a, b) => {
            format!("`{}` y `{}` se excluyen; deja uno.", a.as_str(), b.as_str())
        }
        Finding::MissingElement { element: ElementName::Statement, .. } => {
            "Una política necesita `Statement`.".to_owned()
        }
        Finding::MissingElement { element, kind: of } => {
            format!("Al statement le falta `{}`, obligatorio en {}.", element.as_str(), kind(*of))
        }
        Finding::WrongType { element, expected } => {
            format!("`{}` tiene que ser {}.", element.as_str(), json_type(*expected))
        }
        Finding::NotAnObject => "Una política es un objeto JSON: empieza con `{`.".to_owned(),
        Finding::InvalidVersion(found) => {
            format!("`{found}` no es una versión del lenguaje de políticas. Escribe `2012-10-17`.")
        }
        Finding::VersionRequired(of) => format!("Por ser {}, tiene que decir `\"Version\": \"2012-10-17\"`.", kind(*of)),
        Finding::InvalidEffect(found) => {
            format!("`{found}` no es un efecto. Lo son `Allow` y `Deny`, escritos así.")
        }
        Finding::OnlyDenyAllowed => "Una resource control policy solo puede denegar.".to_owned(),
        Finding::OnlyEveryoneAllowed => {
            "Una resource control policy nombra a todo el mundo, `\"*\"`, y acota con condiciones.".to_owned()
        }
        Finding::BareStarAction => {
            "Una resource control policy tiene que nombrar un servicio: `*` solo no se admite.".to_owned()
        }
        Finding::InvalidSid(found) => format!("`{found}` no sirve de Sid: solo letras y cifras, sin espacios."),
        Finding::DuplicateSid(found) => format!("Otro statement ya se llama `{found}`."),
        Finding::InvalidAction(found) => format!("`{found}` no es una acción: escribe `servicio:Nombre`, o `*`."),
        Finding::InvalidResource(found) => format!("`{found}` no es un recurso: escribe un ARN, o `*`."),
        Finding::InvalidPartition(found) => {
            format!("`{found}`: el segundo campo de un ARN es una partición, casi siempre `aws`.")
        }
        Finding::ShortArn(found) => format!("A `{found}` le faltan campos: aquí un ARN lleva los seis."),
        Finding::InvalidPrincipalFormat => {
            "Un principal es `\"*\"` o un objeto como `{ \"AWS\": \"…\" }`.".to_owned()
        }
        Finding::InvalidPrincipalKey(found) => {
            format!("`{found}` no es un tipo de principal. Lo son `AWS`, `Service`, `Federated` y `CanonicalUser`.")
        }
        Finding::PartialWildcard(found) => {
            format!("`{found}`: un principal se nombra entero, o se nombra a todos, `*`.")
        }
        Finding::GroupPrincipal(_) => {
            "Un grupo no puede ser principal. Nombra a sus usuarios o un rol, o dale al grupo una política de identidad."
                .to_owned()
        }
        Finding::InvalidPrincipal(found) => {
            format!("`{found}` no es un principal: lo es un id de cuenta, o el ARN de un usuario, un rol o una sesión.")
        }
        Finding::UnknownOperator { found, suggestion: Some(near) } => {
            format!("`{found}` no es un operador de condición. ¿Querías decir `{near}`?")
        }
        Finding::UnknownOperator { found, suggestion: None } => {
            format!("`{found}` no es un operador de condición.")
        }
        Finding::NullWithIfExists => "`Null` ya pregunta por la ausencia; `NullIfExists` no existe.".to_owned(),
        Finding::InvalidConditionKey(found) => {
            format!("`{found}` no es una clave de condición: escribe `prefijo:nombre`, como `aws:SourceIp`.")
        }
    }
}

fn json(problem: JsonProblem) -> &'static str {
    match problem {
        JsonProblem::Empty => "Aún no hay política. Empieza con `{`.",
        JsonProblem::CommaMissing => "Falta una coma antes de esto.",
        JsonProblem::TrailingComma => "Tras esta coma no viene nada; quítala.",
        JsonProblem::ColonMissing => "Faltan los dos puntos entre el nombre y el valor.",
        JsonProblem::ValueMissing => "Aquí falta un valor.",
        JsonProblem::NameWithoutQuotes => "Los nombres van entre comillas dobles.",
        JsonProblem::Comment => "JSON no tiene comentarios.",
        JsonProblem::SingleQuotes => "JSON quiere comillas dobles.",
        JsonProblem::BadString => "Esta cadena no acaba, o lleva un escape que JSON no conoce.",
        JsonProblem::BadNumber => "JSON no conoce esta forma de escribir un número.",
        JsonProblem::Unclosed => "Este corchete o llave no se cierra.",
        JsonProblem::Unopened => "Este corchete o llave no se abrió.",
        JsonProblem::TextAfterEnd => "La política ha acabado antes de esto.",
        JsonProblem::TooDeep => "Hay demasiados corchetes o llaves unos dentro de otros.",
        JsonProblem::Unexpected => "Esto no va aquí.",
    }
}

fn json_type(expected: JsonType) -> &'static str {
    match expected {
        JsonType::Object => "un objeto, `{ … }`",
        JsonType::String => "una cadena entre comillas dobles",
        JsonType::Strings => "una cadena o una lista de cadenas",
        JsonType::Objects => "un objeto o una lista de objetos",
        JsonType::Scalars => "una cadena, un número, `true` o `false`, o una lista de ellos",
    }
}

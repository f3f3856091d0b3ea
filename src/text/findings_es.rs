//! What is wrong with a document, in Spanish.

use super::code::{character, code};
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

/// `sentence`, and what was probably meant.
fn meant(sentence: String, suggestion: Option<&str>) -> String {
    match suggestion {
        Some(near) => format!("{sentence} ¿Querías decir {}?", code(near)),
        None => sentence,
    }
}

pub(super) fn finding(finding: &Finding) -> String {
    match finding {
        Finding::Json(problem) => json(*problem),
        Finding::TooLong { n_characters, limit } => {
            format!("El texto tiene {n_characters} caracteres; IAM admite {limit} como mucho.")
        }
        Finding::TooLarge { n_characters, limit, kind: of } => {
            format!("Aquí cuentan {n_characters} caracteres; la cuota de {} es {limit}.", kind(*of))
        }
        Finding::ForbiddenCharacter { found, suggestion } => {
            let near = suggestion.map(String::from);
            meant(format!("Las políticas no admiten el carácter {}.", character(*found)), near.as_deref())
        }
        Finding::DuplicateKey(key) => format!("{} aparece aquí dos veces; cada nombre puede aparecer una.", code(key)),
        Finding::DuplicateConditionKey(key) => {
            format!("{} aparece aquí dos veces con distintas mayúsculas, que en las claves no cuentan.", code(key))
        }
        Finding::UnknownElement { found, suggestion } => {
            meant(format!("{} no es un elemento de una política.", code(found)), suggestion.map(ElementName::as_str))
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
        Finding::MissingElement { element: ElementName::Statement, .. } => "Una política necesita `Statement`.".to_owned(),
        Finding::MissingElement { element, kind: of } => {
            format!("Al statement le falta `{}`, obligatorio en {}.", element.as_str(), kind(*of))
        }
        Finding::WrongType { element, expected } => {
            format!("En `{}` tiene que haber aquí {}.", element.as_str(), json_type(*expected))
        }
        Finding::NotAnObject => "Una política es un objeto JSON: empieza con `{`.".to_owned(),
        Finding::NoStatement => "Una política necesita al menos un statement.".to_owned(),
        Finding::InvalidVersion(found) => {
            format!("{} no es una versión del lenguaje de políticas. Escribe `2012-10-17`.", code(found))
        }
        Finding::VersionRequired(of) => format!("Por ser {}, tiene que decir `\"Version\": \"2012-10-17\"`.", kind(*of)),
        Finding::InvalidEffect { found, suggestion } => {
            let sentence = format!("{} no es un efecto. Lo son `Allow` y `Deny`, escritos así.", code(found));
            meant(sentence, suggestion.map(crate::policy::Effect::as_str))
        }
        Finding::OnlyDenyAllowed => "Una resource control policy solo puede denegar.".to_owned(),
        Finding::OnlyEveryoneAllowed => {
            "Una resource control policy nombra a todo el mundo, `\"*\"`, y acota con condiciones.".to_owned()
        }
        Finding::BareStarAction => "Una resource control policy tiene que nombrar un servicio: `*` solo no se admite.".to_owned(),
        Finding::NoRcpSupport(found) => {
            format!("{} no es un servicio al que lleguen las resource control policies, como `s3` o `kms`.", code(found))
        }
        Finding::InvalidSid(found) => format!("{} no sirve de Sid: solo letras y cifras, sin espacios.", code(found)),
        Finding::DuplicateSid(found) => format!("Otro statement ya se llama {}.", code(found)),
        Finding::InvalidAction { found, suggestion } => {
            let sentence = format!("{} no es una acción: escribe `servicio:Nombre`, o `*`.", code(found));
            meant(sentence, suggestion.as_deref())
        }
        Finding::InvalidResource { found, suggestion } => {
            meant(format!("{} no es un recurso: escribe un ARN, o `*`.", code(found)), suggestion.as_deref())
        }
        Finding::InvalidPartition(found) => {
            format!("{}: el segundo campo de un ARN es una partición, casi siempre `aws`.", code(found))
        }
        Finding::InvalidService(found) => {
            format!("{}: el tercer campo de un ARN nombra un servicio entero, sin comodines.", code(found))
        }
        Finding::WildcardInResourceType(found) => {
            format!("{}: el tipo de un recurso de IAM se escribe entero: `user`, `role`…", code(found))
        }
        Finding::ArnFieldNotAllowed { service, is_region } => {
            let (field, which) = if *is_region { ("región", "cuarto") } else { ("cuenta", "quinto") };
            let named = if &**service == "s3" { "de buckets y objetos" } else { "de IAM" };
            format!("Los ARN {named} no llevan {field}: con una en el {which} campo, esto no coincide con nada.")
        }
        Finding::ShortArn(found) => format!("A {} le faltan campos: aquí un ARN lleva los seis.", code(found)),
        Finding::VariableNotAllowed(ElementName::Condition) => "Una clave de condición no puede ser una variable.".to_owned(),
        Finding::VariableNotAllowed(element) => format!("`{}` no admite variables.", element.as_str()),
        Finding::VariableBeforeResource(found) => {
            format!("{}: en un ARN, las variables solo pueden ir tras el quinto signo de dos puntos.", code(found))
        }
        Finding::InvalidPrincipalFormat => {
            "Un principal es `\"*\"` o un objeto como `{ \"AWS\": \"…\" }`.".to_owned()
        }
        Finding::InvalidPrincipalKey { found, suggestion } => {
            let kinds = "Lo son `AWS`, `Service`, `Federated` y `CanonicalUser`.";
            meant(format!("{} no es un tipo de principal. {kinds}", code(found)), *suggestion)
        }
        Finding::PartialWildcard(found) => {
            format!("{}: un principal se nombra entero, o se nombra a todos, `*`.", code(found))
        }
        Finding::GroupPrincipal(_) => {
            "Un grupo no puede ser principal. Nombra a sus usuarios o un rol, o dale al grupo una política de identidad.".to_owned()
        }
        Finding::InvalidPrincipal(found) => {
            format!("{} no es un principal: lo es un id de cuenta, o el ARN de un usuario, un rol o una sesión.", code(found))
        }
        Finding::InvalidServicePrincipal { found, suggestion } => {
            let sentence = format!("{} no es un servicio: escribe su dominio, como `ec2.amazonaws.com`.", code(found));
            meant(sentence, suggestion.as_deref())
        }
        Finding::InvalidFederatedPrincipal(found) => {
            format!("{} no es un proveedor de identidad: escribe su ARN, o un dominio como `accounts.google.com`.", code(found))
        }
        Finding::FederatedOutsideTrust(of) => {
            format!("`Federated` no tiene sitio en {}: solo las políticas de confianza nombran proveedores de identidad.", kind(*of))
        }
        Finding::InvalidCanonicalUser(found) => {
            format!("{} no es un usuario canónico: S3 les da ids de 64 cifras hexadecimales.", code(found))
        }
        Finding::UnknownOperator { found, suggestion } => {
            meant(format!("{} no es un operador de condición.", code(found)), suggestion.as_deref())
        }
        Finding::NullWithIfExists => "`Null` ya pregunta por la ausencia; `NullIfExists` no existe.".to_owned(),
        Finding::InvalidConditionKey(found) => {
            format!("{} no es una clave de condición: escribe `prefijo:nombre`, como `aws:SourceIp`.", code(found))
        }
        Finding::UnclosedVariable => "Una variable acaba en `}`; sin ella, esto es texto corriente.".to_owned(),
        Finding::EmptyVariable => "`${}` no nombra ninguna clave: es texto corriente.".to_owned(),
        Finding::BlankInVariable => {
            "El nombre de una variable no lleva espacios, ni `$` ni `{`; esto es texto corriente.".to_owned()
        }
        Finding::DefaultWithoutQuotes => {
            "El valor por defecto de una variable va entre comillas simples: `${clave, 'texto'}`. Esto es texto corriente.".to_owned()
        }
        Finding::VariableUnderOperator(operator) => {
            format!("{} no admite variables; los operadores de cadenas y de ARN, sí.", code(operator))
        }
        Finding::VariableInOldVersion => {
            "Sin `\"Version\": \"2012-10-17\"`, esta variable es texto corriente.".to_owned()
        }
        Finding::ActionAppliesToNothing { action, is_on_objects: true } => format!(
            "S3 solo admite {} junto a objetos, como `arn:aws:s3:::bucket/*`; aquí no hay ninguno.",
            code(action)
        ),
        Finding::ActionAppliesToNothing { action, is_on_objects: false } => format!(
            "S3 solo admite {} junto a un bucket, como `arn:aws:s3:::bucket`; aquí no hay ninguno.",
            code(action)
        ),
        Finding::UnknownVariable(key) => {
            format!("AWS no documenta ninguna clave de condición {}: esta variable nunca tiene valor.", code(key))
        }
    }
}

fn json(problem: JsonProblem) -> String {
    let sentence = match problem {
        JsonProblem::Empty => "Aún no hay política. Empieza con `{`.",
        JsonProblem::CommaMissing => "Falta una coma antes de esto.",
        JsonProblem::ExtraComma => "Antes de esta coma no hay nada; quítala.",
        JsonProblem::TrailingComma => "Tras esta coma no viene nada; quítala.",
        JsonProblem::ColonMissing => "Faltan los dos puntos entre el nombre y el valor.",
        JsonProblem::WrongSeparator { found, expected } => {
            return format!("JSON quiere aquí `{expected}` y no `{found}`.");
        }
        JsonProblem::NameMissing => "En un objeto cada valor tiene un nombre: `\"nombre\": valor`.",
        JsonProblem::NameWithoutQuotes => "Los nombres van entre comillas dobles.",
        JsonProblem::ValueMissing => "Falta un valor antes de esto.",
        JsonProblem::ValueWithoutQuotes => "El texto va entre comillas dobles.",
        JsonProblem::MisspelledWord(meant) => return format!("JSON no conoce esta palabra; escribe `{meant}`."),
        JsonProblem::Comment => "JSON no tiene comentarios.",
        JsonProblem::WrongQuotes(found) => {
            return format!("JSON quiere comillas dobles rectas, `\"`, y no {}.", character(found).replace('`', ""));
        }
        JsonProblem::UnclosedString => "Esta cadena no acaba: falta una comilla.",
        JsonProblem::StringEndsEarly => {
            "Esta cadena tiene más texto pegado detrás: falta una comilla, o una de dentro debe escribirse `\\\"`."
        }
        JsonProblem::LineBreak => "Una cadena acaba en la línea en que empieza; un salto de línea se escribe `\\n`.",
        JsonProblem::ControlCharacter(found) => {
            return format!("Una cadena no admite {}; escríbelo con un escape, como `\\t`.", character(found));
        }
        JsonProblem::BadEscape => "JSON no conoce este escape; la barra invertida se escribe `\\\\`.",
        JsonProblem::LoneSurrogate => "Esto es la mitad de una pareja de escapes; sola no es ningún carácter.",
        JsonProblem::BadNumber => "JSON no conoce esta forma de escribir un número.",
        JsonProblem::Unclosed => "Este corchete o llave no se cierra.",
        JsonProblem::Unopened(_) => "Este corchete o llave no se abrió.",
        JsonProblem::WrongBracket { found, expected } => {
            return format!("Lo que está abierto aquí se cierra con `{expected}`, no con `{found}`.");
        }
        JsonProblem::TextAfterEnd => "La política ha acabado antes de esto.",
        JsonProblem::TooDeep => "Hay demasiados corchetes o llaves unos dentro de otros.",
        JsonProblem::StrangeBlank(found) => {
            return format!("Aquí hay {}, que para JSON no es un espacio; vuelve a teclearlo.", character(found));
        }
        JsonProblem::Unexpected(found) => return format!("{} no va aquí.", code(&found.to_string())),
    };
    sentence.to_owned()
}

fn json_type(expected: JsonType) -> &'static str {
    match expected {
        JsonType::Object => "un objeto, `{ … }`",
        JsonType::String => "una cadena entre comillas dobles",
        JsonType::Strings => "una cadena o una lista de cadenas",
        JsonType::Objects => "un objeto o una lista de objetos",
        JsonType::Scalar => "una cadena, un número, `true` o `false`",
        JsonType::Scalars => "una cadena, un número, `true` o `false`, o una lista de ellos",
    }
}

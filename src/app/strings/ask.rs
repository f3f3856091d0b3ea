//! Labels of the Ask bar: the sentence, its suggestions, the circumstances.

/// See the module.
#[derive(Debug)]
pub struct AskStrings {
    /// Title of the zone, and the button that asks.
    pub ask: &'static str,
    /// Between who and action.
    pub asks_to: &'static str,
    /// Before the circumstances; the time of day.
    pub at: fn(&str) -> String,
    /// After it: the call that needed this permission too.
    pub part_of: fn(&str) -> String,
    /// How many changes would turn the answer.
    pub n_ways: fn(usize) -> String,
    /// Name of the first part.
    pub who: &'static str,
    /// Name of the second part.
    pub action: &'static str,
    /// Name of the third part.
    pub resource: &'static str,
    /// Kind of a long-term key: the end of its id.
    pub user_note: fn(&str) -> String,
    /// Kind of a session: who asked for it and the end of its key id.
    pub session_note: fn(&str, &str) -> String,
    /// Kind of a federated session: who vouches for it and the end of its key id.
    pub federated_note: fn(&str, &str) -> String,
    /// Kind of a user’s own session: the end of its key id.
    pub token_note: fn(&str) -> String,
    /// How much life is left.
    pub left: fn(&str) -> String,
    /// When a session ended.
    pub ended: fn(&str) -> String,
    /// A key that is switched off.
    pub inactive: &'static str,
    /// The author of the world.
    pub owner: &'static str,
    /// Kinds of credentials.
    pub kind: super::KindStrings,
    /// The root user of an account.
    pub root_user: &'static str,
    /// A service in its own name.
    pub service: &'static str,
    /// The same, for a resource or an account.
    pub service_for: fn(&str) -> String,
    /// Somebody with a token.
    pub token: &'static str,
    /// Who asks where nobody signs.
    pub anyone: &'static str,
    /// Says that.
    pub nobody_signs: &'static str,
    /// Those who have no account.
    pub without_account: &'static str,
    /// Opens the form for a service.
    pub a_service: &'static str,
    /// See above.
    pub a_service_note: &'static str,
    /// Opens the form for a token.
    pub a_token: &'static str,
    /// See above.
    pub a_token_note: &'static str,
    /// The ARN of a role was typed.
    pub role_in_session: &'static str,
    /// Title of the form for a service.
    pub service_title: &'static str,
    /// Field.
    pub service_name: &'static str,
    /// Field.
    pub source_arn: &'static str,
    /// Field.
    pub source_account: &'static str,
    /// Nothing was chosen there.
    pub from_source_arn: &'static str,
    /// Title of the form for a token.
    pub token_title: &'static str,
    /// Field.
    pub provider: &'static str,
    /// What is expected there.
    pub provider_hint: &'static str,
    /// Field.
    pub more_claims: &'static str,
    /// What is expected there.
    pub more_claims_note: &'static str,
    /// A field that may stay empty.
    pub optional: &'static str,
    /// Takes the caller of a form.
    pub ask_as: &'static str,
    /// What does not look like a service.
    pub bad_service: &'static str,
    /// What does not look like an ARN.
    pub bad_arn: &'static str,
    /// What does not look like a provider.
    pub bad_provider: &'static str,
    /// What does not look like a claim.
    pub bad_claim: &'static str,
    /// Stands for a key that nobody has any more.
    pub unknown_key: &'static str,
    /// Nobody is called that.
    pub nobody: &'static str,
    /// What the keys do in a list of suggestions.
    pub choose: &'static str,
    /// See above.
    pub take: &'static str,
    /// See above.
    pub cancel: &'static str,

    /// What does not look like an action.
    pub no_action: &'static str,
    /// A choice that is what was typed.
    pub as_typed: &'static str,
    /// Access levels, in AWS's sense.
    pub list: &'static str,
    /// See above.
    pub read: &'static str,
    /// See above.
    pub write: &'static str,
    /// Permissions management.
    pub permissions: &'static str,
    /// Types of resources.
    pub object: &'static str,
    /// See above.
    pub bucket: &'static str,
    /// See above.
    pub user: &'static str,
    /// See above.
    pub group: &'static str,
    /// See above.
    pub role: &'static str,
    /// See above.
    pub policy: &'static str,
    /// See above.
    pub kms_key: &'static str,
    /// For actions that have no resource.
    pub no_resource: &'static str,

    /// Actions that only the open lesson speaks of.
    pub of_lesson: &'static str,
    /// Resources that the action works on.
    pub fitting: &'static str,
    /// What does not look like a resource.
    pub bad_resource: &'static str,
    /// What else can be typed.
    pub any_arn: &'static str,

    /// Short for the context key that says so.
    pub mfa: &'static str,
    /// Short for an absent key, or one that says no.
    pub no_mfa: &'static str,
    /// The same, where nobody knows.
    pub mfa_not_known: &'static str,
    /// The source address, where nobody knows it.
    pub address_not_known: &'static str,
    /// The source address was made absent.
    pub no_address: &'static str,
    /// Keys that were set by hand and are not named.
    pub n_keys_set: fn(usize) -> String,
    /// The call goes through this endpoint.
    pub through: fn(&str) -> String,
    /// Name of the choice of an endpoint.
    pub endpoint: &'static str,
    /// No endpoint is chosen.
    pub no_endpoint: &'static str,
    /// Title of the circumstances.
    pub context: &'static str,
    /// Column: the condition key.
    pub key: &'static str,
    /// Column: whether it is there.
    pub in_request: &'static str,
    /// Column: its value.
    pub value: &'static str,
    /// The key is there.
    pub present: &'static str,
    /// The key is not there.
    pub absent: &'static str,
    /// Nobody knows whether the key is there, and with what value.
    pub not_known: &'static str,
    /// The value follows from the clock; the time.
    pub from_clock: fn(&str) -> String,
    /// Adds a key.
    pub add_key: &'static str,
    /// Name of the field for a key's name.
    pub key_name: &'static str,
    /// What does not look like a key.
    pub bad_key: &'static str,
    /// Takes a key away again.
    pub remove_key: fn(&str) -> String,
    /// Several values are parted by commas.
    pub commas: &'static str,
    /// What does not look like an address.
    pub bad_address: &'static str,
    /// Takes back everything that was set by hand.
    pub reset: &'static str,
}

pub(super) const EN: AskStrings = AskStrings {
    ask: "Ask",
    asks_to: "asks to",
    at: |time| format!("at {time},"),
    part_of: |call| format!("(needed by {call})"),
    n_ways: |n| match n {
        0 => String::new(),
        1 => "1 way to change it.".to_owned(),
        _ => format!("{n} ways to change it."),
    },
    who: "Who",
    action: "Action",
    resource: "Resource",
    user_note: |key| format!("user · key {key}"),
    session_note: |parent, key| format!("session of {parent} · {key}"),
    federated_note: |user, key| format!("federated by {user} · {key}"),
    token_note: |key| format!("session token · {key}"),
    left: |time| format!("{time} left"),
    ended: |time| format!("ended {time}"),
    inactive: "inactive",
    owner: "owner",
    kind: super::identity::KIND_EN,
    root_user: "root user",
    service: "service",
    service_for: |source| format!("service · for {source}"),
    token: "token",
    anyone: "anyone",
    nobody_signs: "nobody signs",
    without_account: "Without an account",
    a_service: "a service…",
    a_service_note: "calls in its own name",
    a_token: "a token of a provider…",
    a_token_note: "to become a session",
    role_in_session: "A role asks only in a session: assume it first.",
    service_title: "A service asks",
    service_name: "Service",
    source_arn: "Source ARN",
    source_account: "Source account",
    from_source_arn: "as in the source ARN",
    token_title: "Somebody with a token asks",
    provider: "Provider",
    provider_hint: "ARN or name",
    more_claims: "Further claims",
    more_claims_note: "One a line: name=value",
    optional: "optional",
    ask_as: "Ask as this one",
    bad_service: "A service reads name.amazonaws.com, for example sns.amazonaws.com.",
    bad_arn: "The source ARN is no ARN.",
    bad_provider: "Name a provider: its ARN, or accounts.google.com and the like.",
    bad_claim: "A claim reads name=value.",
    unknown_key: "unknown key",
    nobody: "Nobody with a key is called that.",
    choose: "choose",
    take: "take",
    cancel: "back",

    no_action: "An action reads service:Name, for example s3:GetObject.",
    as_typed: "as typed",
    list: "List",
    read: "Read",
    write: "Write",
    permissions: "Permissions",
    object: "object",
    bucket: "bucket",
    user: "user",
    group: "group",
    role: "role",
    policy: "policy",
    kms_key: "key",
    no_resource: "no resource",

    of_lesson: "In this lesson",
    fitting: "Fits the action",
    bad_resource: "A resource reads bucket/key, * or an ARN, for example arn:aws:s3:::payroll/may.csv.",
    any_arn: "Or type bucket/key, * or any ARN.",

    mfa: "MFA",
    no_mfa: "no MFA",
    mfa_not_known: "MFA not known",
    address_not_known: "address not known",
    no_address: "no address",
    n_keys_set: |n| if n == 1 { "1 key set".to_owned() } else { format!("{n} keys set") },
    through: |id| format!("through {id}"),
    endpoint: "VPC endpoint",
    no_endpoint: "none: over the internet",
    context: "How and when",
    key: "Key",
    in_request: "In the request",
    value: "Value",
    present: "present",
    absent: "absent",
    not_known: "unknown",
    from_clock: |time| format!("from the clock: {time}"),
    add_key: "+ Key",
    key_name: "Condition key",
    bad_key: "A key reads prefix:Name, for example aws:PrincipalTag/team.",
    remove_key: |key| format!("Remove {key}"),
    commas: "Commas part several values.",
    bad_address: "Not an IP address.",
    reset: "Back to what the world says",
};

pub(super) const ES: AskStrings = AskStrings {
    ask: "Preguntar",
    asks_to: "pide",
    at: |time| format!("a las {time},"),
    part_of: |call| format!("(lo necesita {call})"),
    n_ways: |n| match n {
        0 => String::new(),
        1 => "1 forma de cambiarlo.".to_owned(),
        _ => format!("{n} formas de cambiarlo."),
    },

    who: "Quién",
    action: "Acción",
    resource: "Recurso",
    user_note: |key| format!("usuario · clave {key}"),
    session_note: |parent, key| format!("sesión de {parent} · {key}"),
    federated_note: |user, key| format!("federado por {user} · {key}"),
    token_note: |key| format!("token de sesión · {key}"),
    left: |time| format!("caduca en {time}"),
    ended: |time| format!("caducó a las {time}"),
    inactive: "inactiva",
    owner: "dueño",
    kind: super::identity::KIND_ES,
    root_user: "usuario raíz",
    service: "servicio",
    service_for: |source| format!("servicio · por {source}"),
    token: "token",
    anyone: "cualquiera",
    nobody_signs: "nadie firma",
    without_account: "Sin cuenta",
    a_service: "un servicio…",
    a_service_note: "llama en su propio nombre",
    a_token: "un token de un proveedor…",
    a_token_note: "para obtener una sesión",
    role_in_session: "Un rol solo pide dentro de una sesión: asúmelo primero.",
    service_title: "Pide un servicio",
    service_name: "Servicio",
    source_arn: "ARN de origen",
    source_account: "Cuenta de origen",
    from_source_arn: "la del ARN de origen",
    token_title: "Pide alguien con un token",
    provider: "Proveedor",
    provider_hint: "ARN o nombre",
    more_claims: "Otros claims",
    more_claims_note: "Uno por línea: nombre=valor",
    optional: "opcional",
    ask_as: "Preguntar así",
    bad_service: "Un servicio se escribe nombre.amazonaws.com, por ejemplo sns.amazonaws.com.",
    bad_arn: "El ARN de origen no es un ARN.",
    bad_provider: "Nombra un proveedor: su ARN, o accounts.google.com y similares.",
    bad_claim: "Un claim se escribe nombre=valor.",
    unknown_key: "clave desconocida",
    nobody: "Nadie con clave se llama así.",
    choose: "elegir",
    take: "tomar",
    cancel: "volver",

    no_action: "Una acción se escribe servicio:Nombre, por ejemplo s3:GetObject.",
    as_typed: "tal como está escrito",
    list: "Listado",
    read: "Lectura",
    write: "Escritura",
    permissions: "Permisos",
    object: "objeto",
    bucket: "bucket",
    user: "usuario",
    group: "grupo",
    role: "rol",
    policy: "política",
    kms_key: "clave",
    no_resource: "sin recurso",

    of_lesson: "En esta lección",
    fitting: "Coincide con la acción",
    bad_resource: "Un recurso se escribe bucket/clave, * o un ARN, por ejemplo arn:aws:s3:::payroll/may.csv.",
    any_arn: "O escribe bucket/clave, * o cualquier ARN.",

    mfa: "MFA",
    no_mfa: "sin MFA",
    mfa_not_known: "no se sabe si hay MFA",
    address_not_known: "dirección desconocida",
    no_address: "sin dirección",
    n_keys_set: |n| if n == 1 { "1 clave fijada".to_owned() } else { format!("{n} claves fijadas") },
    through: |id| format!("por {id}"),
    endpoint: "VPC endpoint",
    no_endpoint: "ninguno: por internet",
    context: "Cómo y cuándo",
    key: "Clave",
    in_request: "En la petición",
    value: "Valor",
    present: "presente",
    absent: "ausente",
    not_known: "no se sabe",
    from_clock: |time| format!("según el reloj: {time}"),
    add_key: "+ Clave",
    key_name: "Clave de condición",
    bad_key: "Una clave se escribe prefijo:Nombre, por ejemplo aws:PrincipalTag/team.",
    remove_key: |key| format!("Quitar {key}"),
    commas: "Las comas separan varios valores.",
    bad_address: "No es una dirección IP.",
    reset: "Volver a lo que dice el mundo",
};

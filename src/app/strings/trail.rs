//! Labels of the trail: what was changed, the record of an event, looking events up, the cards of credentials.

use iam_sandbox::world::Entity;

/// See the module.
#[derive(Debug)]
pub struct TrailStrings {
    /// What is called what, with its name.
    pub entity: fn(&Entity) -> String,
    /// What an application, or a service, did by itself: its name, whether it is an application, how many requests, how many refused.
    pub by_itself: fn(&str, bool, usize, usize) -> String,
    /// Shows the fields by which events are looked up.
    pub look_up: &'static str,
    /// Field, heading.
    pub who: &'static str,
    /// Field.
    pub what: &'static str,
    /// Field.
    pub outcome: &'static str,
    /// Field.
    pub since: &'static str,
    /// Field.
    pub until: &'static str,
    /// Field.
    pub text: &'static str,
    /// However it ended.
    pub any: &'static str,
    /// Outcome.
    pub allowed: &'static str,
    /// Outcome.
    pub denied: &'static str,
    /// Outcome.
    pub not_authenticated: &'static str,
    /// Outcome.
    pub failed: &'static str,
    /// Shows all events again.
    pub clear: &'static str,
    /// How many events fit what.
    pub hits: fn(usize, &str) -> String,
    /// No event fits that.
    pub none_fits: fn(&str) -> String,
    /// Closes the event.
    pub close: &'static str,
    /// Title of a move of the clock.
    pub clock: &'static str,
    /// Title of a change of the setting.
    pub setting: &'static str,
    /// The address.
    pub from: &'static str,
    /// Why it happened.
    pub cause: &'static str,
    /// An application ran by its schedule.
    pub by_schedule: fn(&str) -> String,
    /// A service does so by itself.
    pub by_service: &'static str,
    /// What AWS answered.
    pub error: &'static str,
    /// What the metadata service answered.
    pub answer: &'static str,
    /// Nothing came back.
    pub no_answer: &'static str,
    /// Goes to the rail.
    pub trace: &'static str,
    /// Heading.
    pub changes: &'static str,
    /// The world is as it was.
    pub no_changes: &'static str,
    /// Before what is new.
    pub added: &'static str,
    /// Before what is gone.
    pub removed: &'static str,
    /// Before what is another.
    pub changed: &'static str,
    /// Several accounts have a record.
    pub shared: fn(&str) -> String,
    /// The record in an account.
    pub record_in: fn(&str) -> String,
    /// Where a management event is.
    pub in_history: &'static str,
    /// The trails that record it.
    pub in_trails: fn(&str) -> String,
    /// Puts the record on the clipboard.
    pub copy: &'static str,
    /// It is there.
    pub copied: &'static str,
    /// Hands the record out as a file.
    pub download: &'static str,
    /// A data event that no trail records.
    pub of_data: &'static str,
    /// The record that there would be.
    pub would_be_in: fn(&str) -> String,
    /// No account receives a record.
    pub no_account: &'static str,
    /// The credentials did not hold.
    pub no_credentials: &'static str,
    /// The owner did it.
    pub of_owner: &'static str,
    /// It was only asked.
    pub of_question: &'static str,
    /// The metadata service was asked.
    pub of_metadata: &'static str,
    /// The sandbox’s own.
    pub of_clock: &'static str,
}

pub(super) const EN: TrailStrings = TrailStrings {
    entity: |entity| named(entity, &NOUNS_EN),
    by_itself: |name, is_application, n, n_refused| {
        let calls = if n == 1 { "1 request".to_owned() } else { format!("{n} requests") };
        let whose = if is_application { "of the application" } else { "of" };
        let refused = if n_refused == 0 { String::new() } else { format!(", {n_refused} refused") };
        format!("By itself: {calls} {whose} {name}{refused}")
    },
    look_up: "Look up…",
    who: "Who",
    what: "Action",
    outcome: "Outcome",
    since: "Since",
    until: "Until",
    text: "Any text",
    any: "any",
    allowed: "Allowed",
    denied: "Denied",
    not_authenticated: "Not authenticated",
    failed: "Failed otherwise",
    clear: "Show all",
    hits: |n, what| format!("{n} {}: {what}", if n == 1 { "event" } else { "events" }),
    none_fits: |what| format!("No event fits: {what}"),
    close: "Close the event",
    clock: "The clock was moved",
    setting: "Setting",
    from: "From",
    cause: "Cause",
    by_schedule: |name| format!("the schedule of the application {name}"),
    by_service: "the service does this by itself",
    error: "Error",
    answer: "Answer",
    no_answer: "No answer came back.",
    trace: "Go to its trace",
    changes: "What it changed",
    no_changes: "Nothing: the world is as it was.",
    added: "New:",
    removed: "Gone:",
    changed: "Changed:",
    shared: |accounts| {
        format!(
            "Each of these accounts has a record of its own: {accounts}. sharedEventID is the same in both; the account that was called learns less of who called."
        )
    },
    record_in: |account| format!("Record in {account}"),
    in_history: "In the event history of the account.",
    in_trails: |trails| format!("Recorded by {trails}."),
    copy: "Copy",
    copied: "Copied",
    download: "Download",
    of_data: "No record: this is a data event, and no trail records data events of this resource. The event history never has them.",
    would_be_in: |account| format!("What a trail in {account} would record"),
    no_account: "No record: there is no account that would receive one.",
    no_credentials: "No record: the credentials do not hold, so the request is nobody’s, and no account is told of it.",
    of_owner: "No record: the owner of this sandbox did it, whom AWS does not know. Act as somebody, and it is recorded.",
    of_question: "No record: it was only asked here, and no call was made.",
    of_metadata: "No record: the metadata service answers on the instance itself and is no API of AWS.",
    of_clock: "No record: the sandbox did it, and AWS was not called.",
};

pub(super) const ES: TrailStrings = TrailStrings {
    entity: |entity| named(entity, &NOUNS_ES),
    by_itself: |name, is_application, n, n_refused| {
        let calls = if n == 1 { "1 petición".to_owned() } else { format!("{n} peticiones") };
        let whose = if is_application { "de la aplicación" } else { "de" };
        let refused = match n_refused {
            0 => String::new(),
            1 => ", 1 rechazada".to_owned(),
            n => format!(", {n} rechazadas"),
        };
        format!("Por sí solo: {calls} {whose} {name}{refused}")
    },
    look_up: "Buscar…",
    who: "Quién",
    what: "Acción",
    outcome: "Resultado",
    since: "Desde",
    until: "Hasta",
    text: "Cualquier texto",
    any: "cualquiera",
    allowed: "Permitido",
    denied: "Denegado",
    not_authenticated: "No autenticado",
    failed: "Fallido por otra causa",
    clear: "Mostrar todo",
    hits: |n, what| format!("{n} {}: {what}", if n == 1 { "suceso" } else { "sucesos" }),
    none_fits: |what| format!("Ningún suceso encaja: {what}"),
    close: "Cerrar el suceso",
    clock: "Se adelantó el reloj",
    setting: "Ajuste",
    from: "Desde",
    cause: "Causa",
    by_schedule: |name| format!("el horario de la aplicación {name}"),
    by_service: "el servicio lo hace por sí solo",
    error: "Error",
    answer: "Respuesta",
    no_answer: "No llegó ninguna respuesta.",
    trace: "Ir a su traza",
    changes: "Qué cambió",
    no_changes: "Nada: el mundo sigue como estaba.",
    added: "Nuevo:",
    removed: "Eliminado:",
    changed: "Cambiado:",
    shared: |accounts| {
        format!(
            "Cada una de estas cuentas tiene su propio registro: {accounts}. sharedEventID es el mismo en ambos; la cuenta llamada sabe menos de quién llamó."
        )
    },
    record_in: |account| format!("Registro en {account}"),
    in_history: "En el historial de eventos de la cuenta.",
    in_trails: |trails| format!("Lo registra {trails}."),
    copy: "Copiar",
    copied: "Copiado",
    download: "Descargar",
    of_data: "Ningún registro: es un evento de datos, y ningún registro de seguimiento recoge los de este recurso. El historial de eventos no los tiene nunca.",
    would_be_in: |account| format!("Lo que recogería un registro de seguimiento en {account}"),
    no_account: "Ningún registro: no hay cuenta que lo reciba.",
    no_credentials: "Ningún registro: las credenciales no valen, así que la petición no es de nadie y ninguna cuenta se entera.",
    of_owner: "Ningún registro: lo hizo el dueño de este sandbox, a quien AWS no conoce. Actúa como alguien y quedará registrado.",
    of_question: "Ningún registro: solo se preguntó aquí, sin llamar a AWS.",
    of_metadata: "Ningún registro: el servicio de metadatos responde en la propia instancia y no es una API de AWS.",
    of_clock: "Ningún registro: lo hizo el sandbox, sin llamar a AWS.",
};

/// In the order of [`Entity`].
type Nouns = [&'static str; 18];

const NOUNS_EN: Nouns = [
    "world",
    "account",
    "user",
    "group",
    "role",
    "instance profile",
    "MFA device",
    "policy",
    "bucket",
    "session",
    "KMS key",
    "VPC endpoint",
    "organization",
    "trail",
    "instance",
    "function",
    "application",
    "resource",
];

const NOUNS_ES: Nouns = [
    "mundo",
    "cuenta",
    "usuario",
    "grupo",
    "rol",
    "perfil de instancia",
    "dispositivo MFA",
    "política",
    "bucket",
    "sesión",
    "clave de KMS",
    "VPC endpoint",
    "organización",
    "registro de seguimiento",
    "instancia",
    "función",
    "aplicación",
    "recurso",
];

fn named(entity: &Entity, nouns: &Nouns) -> String {
    let (noun, name) = match entity {
        Entity::World => return nouns[0].to_owned(),
        Entity::Account(id) => return format!("{} {id}", nouns[1]),
        Entity::User(_, name) => (2, &**name),
        Entity::Group(_, name) => (3, &**name),
        Entity::Role(_, name) => (4, &**name),
        Entity::InstanceProfile(_, name) => (5, &**name),
        Entity::MfaDevice(arn) => (6, arn.last_name()),
        Entity::Policy(_, arn) => (7, arn.last_name()),
        Entity::Bucket(name) => (8, &**name),
        Entity::Session(id) => (9, &**id),
        Entity::Key(arn) => (10, arn.last_name()),
        Entity::VpcEndpoint(id) => (11, &**id),
        Entity::Organization(id) => (12, &**id),
        Entity::Trail(arn) => (13, arn.last_name()),
        Entity::Instance(id) => (14, &**id),
        Entity::Function(arn) => (15, arn.last_name()),
        Entity::Application(name) => (16, &**name),
        Entity::Resource(arn) => (17, arn.last_name()),
    };
    format!("{} {name}", nouns[noun])
}

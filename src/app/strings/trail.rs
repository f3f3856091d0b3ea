//! Labels of the trail: what was changed, the record of an event, looking events up, the cards of credentials.

mod entity;

use entity::{ENGLISH, SPANISH, named};
use iam_sandbox::world::Entity;

/// See the module.
#[derive(Debug)]
pub struct TrailStrings {
    /// What is called what, with its name.
    pub entity: fn(&Entity) -> String,
    /// What an application, or a service, did by itself: its name, whether it is an application, how many requests, how many refused.
    pub by_itself: fn(&str, bool, usize, usize) -> String,
    /// When the last of that was.
    pub last_at: fn(&str) -> String,
    /// How the first that was refused ended, and when.
    pub first_refused: fn(&str, &str) -> String,
    /// Heads the events that happened before anybody came.
    pub before: &'static str,
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
    /// Kinds of credentials.
    pub kinds: [&'static str; 10],
    /// The same in a word or two, where place and name do not tell it.
    pub kinds_short: [&'static str; 10],
    /// A key was switched off.
    pub inactive_since: fn(&str) -> String,
    /// A key is gone.
    pub deleted_at: fn(&str) -> String,
    /// A session has little of its life left.
    pub ending: fn(&str) -> String,
    /// The role denies everything to sessions from before.
    pub revoked: fn(&str) -> String,
    /// There are no lanes.
    pub no_credentials_yet: &'static str,
    /// Closes the card of a credential.
    pub close_card: &'static str,
    /// Fact.
    pub account: &'static str,
    /// Fact.
    pub issued: &'static str,
    /// After the moment: who asked for it.
    pub issued_by: fn(&str) -> String,
    /// After that: the address.
    pub issued_from: fn(&str) -> String,
    /// When a key was used last, and for what.
    pub last_use: &'static str,
    /// Fact.
    pub state: &'static str,
    /// Acts with the credential.
    pub ask_with: &'static str,
    /// The console’s button, by role.
    pub revoke: fn(&str) -> String,
    /// What that does.
    pub revoke_note: &'static str,
    /// Fact: the credential that asked for it.
    pub made_with: &'static str,
    /// Fact: what was asked for with it.
    pub made_sessions: &'static str,
}

pub(super) const EN: TrailStrings = TrailStrings {
    entity: |entity| named(entity, &ENGLISH),
    by_itself: |name, is_application, n, n_refused| {
        let calls = if n == 1 { "1 request".to_owned() } else { format!("{n} requests") };
        let whose = if is_application { "of the application" } else { "of" };
        let refused = if n_refused == 0 { String::new() } else { format!(", {n_refused} refused") };
        format!("By itself: {calls} {whose} {name}{refused}")
    },
    last_at: |at| format!(" · until {at}"),
    first_refused: |code, at| format!(", {code} from {at}"),
    before: "Before you came",
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
    kinds: [
        "Access key of the root user",
        "Access key of a user",
        "Session in the console",
        "Role switched to in the console",
        "Session token of a user",
        "Session of a role",
        "Session of a federated user",
        "Session of a root user for one task",
        "Credentials of an instance",
        "Credentials of a function",
    ],
    kinds_short: [
        "root user",
        "",
        "console",
        "switched role",
        "session token",
        "",
        "federated",
        "root for one task",
        "",
        "",
    ],
    inactive_since: |at| format!("inactive since {at}"),
    deleted_at: |at| format!("deleted {at}"),
    ending: |left| format!("ending: {left}"),
    revoked: |at| format!("revoked {at}"),
    no_credentials_yet: "No credentials in use. Sign in as someone or assume a role; the bar starts when the key is issued.",
    close_card: "Close the card",
    account: "Account",
    issued: "Issued",
    issued_by: |who| format!(" by {who}"),
    issued_from: |from| format!(" from {from}"),
    last_use: "Last use",
    state: "State",
    ask_with: "Ask with it",
    revoke: |role| format!("Revoke sessions of {role}"),
    revoke_note: "An inline policy denies everything to the sessions of the role that were issued before now. None of them ends, and later ones are free.",
    made_with: "Made with",
    made_sessions: "Made sessions",
};

pub(super) const ES: TrailStrings = TrailStrings {
    entity: |entity| named(entity, &SPANISH),
    by_itself: |name, is_application, n, n_refused| {
        let calls = if n == 1 { "1 petición".to_owned() } else { format!("{n} peticiones") };
        let whose = if is_application { "de la aplicación" } else { "de" };
        let refused = match n_refused {
            0 => String::new(),
            1 => ", 1 rechazada".to_owned(),
            n => format!(", {n} rechazadas"),
        };
        let alone = if n == 1 { "Por sí sola" } else { "Por sí solas" };
        format!("{alone}: {calls} {whose} {name}{refused}")
    },
    last_at: |at| format!(" · hasta las {at}"),
    first_refused: |code, at| format!(", {code} desde las {at}"),
    before: "Antes de que llegaras",
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
    kinds: [
        "Clave de acceso del usuario raíz",
        "Clave de acceso de un usuario",
        "Sesión en la consola",
        "Rol al que se cambió en la consola",
        "Token de sesión de un usuario",
        "Sesión de un rol",
        "Sesión de un usuario federado",
        "Sesión de un usuario raíz para una tarea",
        "Credenciales de una instancia",
        "Credenciales de una función",
    ],
    kinds_short: [
        "usuario raíz",
        "",
        "consola",
        "rol cambiado",
        "token de sesión",
        "",
        "federado",
        "raíz para una tarea",
        "",
        "",
    ],
    inactive_since: |at| format!("inactiva desde las {at}"),
    deleted_at: |at| format!("eliminada a las {at}"),
    ending: |left| format!("a punto de caducar: {left}"),
    revoked: |at| format!("revocada a las {at}"),
    no_credentials_yet: "No hay credenciales en uso. Inicia sesión como alguien o asume un rol; la barra empieza cuando se emite la clave.",
    close_card: "Cerrar la ficha",
    account: "Cuenta",
    issued: "Emitida",
    issued_by: |who| format!(" por {who}"),
    issued_from: |from| format!(" desde {from}"),
    last_use: "Último uso",
    state: "Estado",
    ask_with: "Preguntar con ella",
    revoke: |role| format!("Revocar las sesiones de {role}"),
    revoke_note: "Una política insertada deniega todo a las sesiones del rol emitidas antes de ahora. Ninguna caduca por ello, y las posteriores quedan libres.",
    made_with: "Hecha con",
    made_sessions: "Hizo las sesiones",
};

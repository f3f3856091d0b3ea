//! Labels of the time: clock, lanes of credentials, events.

use super::world::spanish_left;

/// See the module.
#[derive(Debug)]
pub struct TimeStrings {
    /// Title of the zone.
    pub title: &'static str,
    /// The clock stands still.
    pub frozen: &'static str,
    /// The clock runs with the one on the wall.
    pub runs_with_wall: &'static str,
    /// Switches that.
    pub wall: &'static str,
    /// What it means.
    pub wall_note: &'static str,
    /// What the steps of the clock are for, by their length.
    pub advance: fn(&str) -> String,
    /// Moves the clock to when something happens by itself; by its time, and what it is.
    pub next_event: fn(&str, &str) -> String,
    /// What happens then: a session ends, by whose it is.
    pub ends: fn(&str) -> String,
    /// Changes are seen.
    pub changes_seen: &'static str,
    /// An instance or a function gets credentials.
    pub gets_credentials: fn(&str) -> String,
    /// A service delivers a message, or tells of an event.
    pub delivers: &'static str,
    /// An application runs.
    pub runs: fn(&str) -> String,
    /// Nothing will happen by itself.
    pub no_event: &'static str,
    /// The choice of how long authorization does not see a change.
    pub delay: &'static str,
    /// What that means.
    pub delay_note: &'static str,
    /// Changes are seen at once.
    pub at_once: &'static str,
    /// Changes are seen after so long.
    pub after: fn(&str) -> String,
    /// Changes that are on their way: what was changed, from when on it is seen, and in how long that is.
    pub in_flight: fn(&str, &str, &str) -> String,
    /// Name of the row of tabs.
    pub tabs: &'static str,
    /// Tab.
    pub credentials: &'static str,
    /// Tab, by number of events.
    pub events: fn(usize) -> String,

    /// A key that does not end.
    pub no_expiry: &'static str,
    /// A key that is switched off.
    pub inactive: &'static str,
    /// How long a session still lives.
    pub left: fn(&str) -> String,
    /// A session ended within the last minute.
    pub just_ended: &'static str,
    /// How long ago a session ended.
    pub ended_ago: fn(&str) -> String,
    /// At what time a session ended.
    pub ended_at: fn(&str) -> String,
    /// A session, for those who do not see the lane: by session name, issue and end, and whether it has ended.
    pub session_words: fn(&str, &str, &str, bool) -> String,
    /// What was done with a key: calls, and how many of them were allowed.
    pub calls_words: fn(usize, usize) -> String,
    /// This lane’s key acts.
    pub acting: &'static str,

    /// Name of the table.
    pub caption: &'static str,
    /// Heading.
    pub at: &'static str,
    /// Heading.
    pub who: &'static str,
    /// Heading: from which address.
    pub source: &'static str,
    /// Heading.
    pub action: &'static str,
    /// Heading.
    pub resource: &'static str,
    /// Heading.
    pub outcome: &'static str,
    /// The author of the world.
    pub owner: &'static str,
    /// Who moves the time.
    pub clock: &'static str,
    /// A session, behind its role; by who took it.
    pub of: fn(&str) -> String,
    /// Outcome.
    pub allowed: &'static str,
    /// Outcome, by policy.
    pub denied_by: fn(&str) -> String,
    /// Outcome.
    pub nothing_allows: &'static str,
    /// Outcome.
    pub cannot_say: &'static str,
    /// Outcome of what the owner does.
    pub done: &'static str,
    /// Outcome of a move of the clock.
    pub moved: &'static str,
    /// Outcome of a move of the clock that ended before its time.
    pub stopped: &'static str,
    /// What was asked: the metadata service of an instance.
    pub metadata: &'static str,
    /// Nothing came back.
    pub no_answer: &'static str,
    /// What somebody did who signed in.
    pub signs_in: &'static str,
    /// Outcome.
    pub signed_in: &'static str,
    /// Outcome.
    pub not_signed_in: &'static str,
    /// A session that was signed in to, behind its user.
    pub console: &'static str,
    /// A question about a write.
    pub only_asked: &'static str,
    /// Brings back earlier events, by number.
    pub earlier: fn(usize) -> String,
    /// Nothing was done yet; by the action and the resource that stand in the sentence.
    pub empty: fn(&str, &str) -> String,
}

pub(super) const EN: TimeStrings = TimeStrings {
    title: "Time",
    frozen: "frozen",
    runs_with_wall: "running",
    wall: "Wall clock",
    wall_note: "The time here is the time on the wall. Whoever moves the clock stops that.",
    advance: |time| format!("moves the clock on by {time}"),
    next_event: |time, what| format!("Next {time}: {what}"),
    ends: |who| format!("session of {who} ends"),
    changes_seen: "changes are seen",
    gets_credentials: |what| format!("credentials for {what}"),
    delivers: "a service delivers a message",
    runs: |name| format!("{name} runs"),
    no_event: "No event ahead",
    delay: "IAM changes seen",
    delay_note: "In AWS a change in IAM takes a moment until authorization sees it everywhere; how long, AWS does not say.",
    at_once: "at once",
    after: |time| format!("after {time}"),
    in_flight: |what, at, left| format!("On its way: {what}. Authorization sees it from {at} on, in {left}."),
    tabs: "Time shows",
    credentials: "Credentials",
    events: |n| format!("Events {n}"),
    no_expiry: "no expiry",
    inactive: "inactive",
    left: |time| format!("{time} left"),
    just_ended: "just ended",
    ended_ago: |time| format!("ended {time} ago"),
    ended_at: |time| format!("ended {time}"),
    session_words: |name, issued, ends, is_ended| {
        let verb = if is_ended { "ended" } else { "ends" };
        format!("Session {name}, issued {issued}, {verb} {ends}.")
    },
    calls_words: |n, n_allowed| match (n, n_allowed) {
        (0, _) => "No calls.".to_owned(),
        (1, 1) => "1 call, allowed.".to_owned(),
        (1, _) => "1 call, not allowed.".to_owned(),
        (n, n_allowed) => format!("{n} calls, {n_allowed} of them allowed."),
    },
    acting: "Acting.",
    caption: "Requests, newest first",
    at: "Time",
    who: "Who",
    source: "From",
    action: "Action",
    resource: "Resource",
    outcome: "Outcome",
    owner: "owner",
    clock: "clock",
    of: |who| format!("of {who}"),
    allowed: "Allowed",
    denied_by: |policy| format!("Denied by {policy}"),
    nothing_allows: "Nothing allows it",
    cannot_say: "Cannot say",
    done: "Done",
    moved: "Moved on",
    stopped: "Stopped early: too much was due",
    metadata: "metadata service",
    no_answer: "No answer",
    signs_in: "signs in to the console",
    signed_in: "Signed in",
    not_signed_in: "Not signed in",
    console: "in the console",
    only_asked: "only asked",
    earlier: |n| if n == 1 { "1 earlier event".to_owned() } else { format!("{n} earlier events") },
    empty: |action, resource| format!("Nothing was asked yet. {action} on {resource} stands above: press Ask."),
};

pub(super) const ES: TimeStrings = TimeStrings {
    title: "Tiempo",
    frozen: "detenido",
    runs_with_wall: "en marcha",
    wall: "Reloj de pared",
    wall_note: "Aquí es la misma hora que en la pared. Quien mueve el reloj lo para.",
    advance: |time| format!("adelanta el reloj {time}"),
    next_event: |time, what| format!("Siguiente {time}: {what}"),
    ends: |who| format!("caduca la sesión de {who}"),
    changes_seen: "se ven los cambios",
    gets_credentials: |what| format!("credenciales para {what}"),
    delivers: "un servicio entrega un mensaje",
    runs: |name| format!("se ejecuta {name}"),
    no_event: "Ningún suceso próximo",
    delay: "Los cambios de IAM se ven",
    delay_note: "En AWS un cambio en IAM tarda un momento en verse en todas partes al autorizar; cuánto, AWS no lo dice.",
    at_once: "al instante",
    after: |time| format!("tras {time}"),
    in_flight: |what, at, left| format!("En camino: {what}. La autorización lo ve a partir de las {at}, en {left}."),
    tabs: "El tiempo muestra",
    credentials: "Credenciales",
    events: |n| format!("Sucesos {n}"),
    no_expiry: "no caduca",
    inactive: "inactiva",
    left: spanish_left,
    just_ended: "caducó hace un instante",
    ended_ago: |time| format!("caducó hace {time}"),
    ended_at: |time| format!("caducó a las {time}"),
    session_words: |name, issued, ends, is_ended| {
        let verb = if is_ended { "caducó" } else { "caduca" };
        format!("Sesión {name}, emitida a las {issued}, {verb} a las {ends}.")
    },
    calls_words: |n, n_allowed| match (n, n_allowed) {
        (0, _) => "Ninguna llamada.".to_owned(),
        (1, 1) => "1 llamada, permitida.".to_owned(),
        (1, _) => "1 llamada, no permitida.".to_owned(),
        (n, 1) => format!("{n} llamadas, 1 permitida."),
        (n, n_allowed) => format!("{n} llamadas, {n_allowed} permitidas."),
    },
    acting: "Actúa ahora.",
    caption: "Peticiones, la más reciente primero",
    at: "Hora",
    who: "Quién",
    source: "Desde",
    action: "Acción",
    resource: "Recurso",
    outcome: "Resultado",
    owner: "dueño",
    clock: "reloj",
    of: |who| format!("de {who}"),
    allowed: "Permitido",
    denied_by: |policy| format!("Denegado por {policy}"),
    nothing_allows: "Nada lo permite",
    cannot_say: "No se puede saber",
    done: "Hecho",
    moved: "Adelantado",
    stopped: "Parado antes: había demasiado pendiente",
    metadata: "servicio de metadatos",
    no_answer: "Sin respuesta",
    signs_in: "inicia sesión en la consola",
    signed_in: "Sesión iniciada",
    not_signed_in: "Sesión no iniciada",
    console: "en la consola",
    only_asked: "solo preguntado",
    earlier: |n| if n == 1 { "1 suceso anterior".to_owned() } else { format!("{n} sucesos anteriores") },
    empty: |action, resource| {
        format!("Aún no se ha preguntado nada. Arriba está {action} sobre {resource}: pulsa Preguntar.")
    },
};

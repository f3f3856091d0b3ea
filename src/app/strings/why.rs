//! Labels of the rail, of stepping through and of the flips.

/// See the module.
#[derive(Debug)]
pub struct WhyStrings {
    /// Title of the zone.
    pub title: &'static str,
    /// Link that skips to the rail.
    pub skip: &'static str,
    /// Begins to step through.
    pub step_through: &'static str,
    /// Name of the group of stepping buttons.
    pub stepper: &'static str,
    /// Position while stepping.
    pub step_of: fn(usize, usize) -> String,
    /// Goes back.
    pub back: &'static str,
    /// Goes on.
    pub next: &'static str,
    /// Ends stepping.
    pub end: &'static str,
    /// What the keys do while stepping.
    pub hint_next: &'static str,
    /// See above.
    pub hint_back: &'static str,
    /// See above.
    pub hint_evidence: &'static str,
    /// See above.
    pub hint_end: &'static str,
    /// Title above the permissions that one request asks for, by their number.
    pub checks: fn(usize) -> String,
    /// Stands at the one that is refused.
    pub check_decides: &'static str,
    /// All were allowed.
    pub checks_all: &'static str,
    /// The last was refused.
    pub checks_first: &'static str,
    /// Stands before the text of a station that grants.
    pub granted: &'static str,
    /// Stations 2 and 3 together, where neither has a say.
    pub fold_organization: &'static str,
    /// Stations 6 and 7 together, not reached.
    pub fold_limits_not_reached: &'static str,
    /// Stations 6 and 7 together, where neither has a say.
    pub fold_limits: &'static str,
    /// Name of the tabs that choose a side, on a phone.
    pub sides: &'static str,
    /// Title of the flips.
    pub flips: &'static str,
    /// How many there are.
    pub n_proven: fn(usize) -> String,
    /// There are two, and they are enough together.
    pub proven_together: &'static str,
    /// Stands behind a change that needs another one, which is given.
    pub together: fn(&str) -> String,
    /// None, since a Deny stands in the way.
    pub no_flip_for_deny: &'static str,
    /// None of the kinds that are tried helps.
    pub no_flip: &'static str,
    /// None, since nobody is authenticated.
    pub no_flip_for_expired: &'static str,
    /// None, since IAM does not come to billing.
    pub no_flip_for_billing: &'static str,
    /// None, since the root user assumes no role.
    pub no_flip_for_root: &'static str,
    /// None, since the answer will be another one at that time by itself.
    pub no_flip_but_time: fn(&str) -> String,
    /// Does so.
    pub wait_until: fn(&str) -> String,
    /// Does it.
    pub apply: &'static str,
    /// Takes it back.
    pub undo: &'static str,
    /// Stands behind an applied flip.
    pub applied: &'static str,
    /// What else becomes possible.
    pub also: fn(usize) -> String,
    /// No probe found anything else.
    pub also_nothing: &'static str,
    /// Says what that means.
    pub also_nothing_note: &'static str,
    /// Which account's administrator does it.
    pub by_account: fn(&str) -> String,
    /// No change in one account alone helps.
    pub nothing_alone: fn(&str) -> String,
    /// Title of the suggestions.
    pub ask_else: &'static str,
    /// Suggests another asker.
    pub as_somebody: fn(&str) -> String,
    /// Suggests a session.
    pub as_session: fn(&str) -> String,
    /// Suggests a new session of the role whose session has ended.
    pub assume_again: fn(&str) -> String,
    /// Suggests to wait.
    pub hour_later: &'static str,
    /// Caption of a table of statements.
    pub considered: &'static str,
    /// Column.
    pub statement: &'static str,
    /// Opens the rest of the statements.
    pub n_others: fn(usize) -> String,
    /// The others do not match.
    pub others_differ: &'static str,
    /// Spoken before a comparison.
    pub matches: &'static str,
    /// Spoken before a comparison.
    pub differs: &'static str,
    /// Spoken before a `Not…` element that lists what was asked for.
    pub no_match: &'static str,
    /// Spoken before a value with its variables put in.
    pub put_in: &'static str,
    /// Spoken before a comparison with an absent key.
    pub absent: &'static str,
    /// Spoken before a comparison with what is not known.
    pub not_known: &'static str,
    /// Before the value of the request.
    pub request: &'static str,
    /// A statement without condition.
    pub no_condition: &'static str,
    /// Joins the lines of a condition.
    pub and: &'static str,
}

pub(super) const EN: WhyStrings = WhyStrings {
    title: "Why",
    skip: "Skip to the answer",
    step_through: "Step through",
    stepper: "Step through",
    step_of: |n, of| format!("{n} of {of}"),
    back: "Back",
    next: "Next",
    end: "End",
    hint_next: "next station",
    hint_back: "back",
    hint_evidence: "evidence",
    hint_end: "whole answer",
    checks: |n| format!("One request, {n} permissions"),
    check_decides: "this decides",
    checks_all: "It takes all of them. The rail tells of the one that is chosen.",
    checks_first: "It takes all of them: the first that is refused ends the request, and nothing after it is asked. \
        The rail tells of the one that is chosen.",
    granted: "granted",
    fold_organization: "Resource and service control: not in play",
    fold_limits_not_reached: "Boundary, session: not reached",
    fold_limits: "Boundary, session: not in play",
    sides: "Sides of the request",
    flips: "What would change it",
    n_proven: |n| if n == 1 { "1, proven".to_owned() } else { format!("{n}, each proven") },
    proven_together: "2, proven together",
    together: |other| format!("only together with: {other}"),
    no_flip_for_deny: "No change that adds permission allows this. The Deny wins over every Allow; it would have to go.",
    no_flip: "No single change of these kinds allows it: joining a group, a statement for the caller, a statement on the resource.",
    no_flip_for_expired: "No policy was read, so no policy can change it. New credentials can: act as somebody else, or assume the role again.",
    no_flip_for_billing: "No policy was read, so no policy can change it. The root user can: World › Account › root › IAM access to billing.",
    no_flip_for_root: "No policy was read, so no policy can change it. A user or a role of the account can assume roles.",
    no_flip_but_time: |time| format!("Nothing needs changing: what you changed is on its way. Wait until {time}."),
    wait_until: |time| format!("Wait until {time}"),
    apply: "Apply",
    undo: "Undo",
    applied: "applied",
    also: |n| format!("also becomes possible: {n}"),
    also_nothing: "no probe found more",
    also_nothing_note: "Questions near this one were asked before and after; no other answer changed.",
    by_account: |account| format!("administrator of {account}"),
    nothing_alone: |account| format!("Nothing that {account} can do alone changes the answer."),
    ask_else: "Ask something else",
    as_somebody: |who| format!("as {who}"),
    as_session: |role| format!("as a session of {role}"),
    assume_again: |role| format!("assume {role} again"),
    hour_later: "one hour later",
    considered: "Statements considered at this station",
    statement: "Statement",
    n_others: |n| if n == 1 { "1 other".to_owned() } else { format!("{n} others") },
    others_differ: "do not match",
    matches: "matches",
    differs: "differs",
    no_match: "does not match",
    put_in: "in this request:",
    absent: "absent",
    not_known: "not known",
    request: "request",
    no_condition: "none",
    and: "and",
};

pub(super) const ES: WhyStrings = WhyStrings {
    title: "Por qué",
    skip: "Saltar a la respuesta",
    step_through: "Paso a paso",
    stepper: "Paso a paso",
    step_of: |n, of| format!("{n} de {of}"),
    back: "Atrás",
    next: "Siguiente",
    end: "Fin",
    hint_next: "siguiente estación",
    hint_back: "atrás",
    hint_evidence: "evidencia",
    hint_end: "respuesta entera",
    checks: |n| format!("Una solicitud, {n} permisos"),
    check_decides: "este decide",
    checks_all: "Hacen falta todos. El recorrido explica el que está elegido.",
    checks_first: "Hacen falta todos: el primero que se deniega acaba la solicitud, y después no se pregunta nada más. \
        El recorrido explica el que está elegido.",
    granted: "concede",
    fold_organization: "Control de recursos y de servicios: no intervienen",
    fold_limits_not_reached: "Boundary y sesión: no se llega hasta aquí",
    fold_limits: "Boundary y sesión: no intervienen",
    sides: "Lados de la petición",
    flips: "Qué lo cambiaría",
    n_proven: |n| if n == 1 { "1 forma, comprobada".to_owned() } else { format!("{n} formas, todas comprobadas") },
    proven_together: "2 formas, comprobadas juntas",
    together: |other| format!("solo junto con: {other}"),
    no_flip_for_deny: "Ningún cambio que añada permisos lo consigue. El Deny vence a cualquier Allow; tendría que desaparecer.",
    no_flip: "No lo consigue ningún cambio de estos: entrar en un grupo, un statement para quien llama, un statement en el recurso.",
    no_flip_for_expired: "No se leyó ninguna política, así que ninguna puede cambiarlo. Sí unas credenciales nuevas: actúa como otra persona, o asume el rol otra vez.",
    no_flip_for_billing: "No se leyó ninguna política, así que ninguna puede cambiarlo. El usuario root sí: Mundo › Cuenta › root › acceso de IAM a facturación.",
    no_flip_for_root: "No se leyó ninguna política, así que ninguna puede cambiarlo. Un usuario o un rol de la cuenta sí puede asumir roles.",
    no_flip_but_time: |time| {
        format!("No hace falta cambiar nada: lo que has cambiado está en camino. Espera hasta las {time}.")
    },
    wait_until: |time| format!("Esperar hasta las {time}"),
    apply: "Aplicar",
    undo: "Deshacer",
    applied: "aplicado",
    also: |n| {
        if n == 1 { "también permite otra cosa".to_owned() } else { format!("también permite otras {n} cosas") }
    },
    also_nothing: "ninguna prueba encontró más",
    also_nothing_note: "Se hicieron preguntas parecidas antes y después; no cambió ninguna otra respuesta.",
    by_account: |account| format!("quien administra {account}"),
    nothing_alone: |account| format!("Nada que {account} haga por sí sola cambia la respuesta."),
    ask_else: "Pregunta otra cosa",
    as_somebody: |who| format!("como {who}"),
    as_session: |role| format!("como sesión de {role}"),
    assume_again: |role| format!("asume {role} otra vez"),
    hour_later: "una hora después",
    considered: "Statements que mira esta estación",
    statement: "Statement",
    n_others: |n| if n == 1 { "1 más".to_owned() } else { format!("{n} más") },
    others_differ: "no coinciden",
    matches: "coincide",
    differs: "no coincide",
    no_match: "no coincide",
    put_in: "en esta petición:",
    absent: "no está",
    not_known: "no se sabe",
    request: "petición",
    no_condition: "ninguna",
    and: "y",
};

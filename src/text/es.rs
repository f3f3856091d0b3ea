//! The sentences in Spanish. AWS's terms stay as they are.

use super::considered::Missed;
use super::facts::{Detail, FailureFact, Settles, Verdict, Why};
use super::failures_es;
use super::listed;
use crate::analysis::Change;
use crate::eval::{NotApplicable, PolicyLayer, ResourcePolicyRule, Station, StationOutcome, UnknownFact};
use crate::policy::Severity;
use crate::rule::Confidence;

pub(super) use super::cells_es::{
    absent, all_but, condition, has_boundary, implied_resource, left_out_by, none_of, not_among, not_known, variable,
};
pub(super) use super::findings_es::{finding, kind as policy_kind};
pub(super) use super::rules_es::rule;
pub(super) use super::sides_es::{both_must, gate_detail, gate_purpose, gate_title, side, side_end};

pub(super) fn station(station: Station) -> &'static str {
    match station {
        Station::Authentication => "Autenticación",
        Station::ExplicitDeny => "Deny explícito",
        Station::Rcp => "Control de recursos",
        Station::Scp => "Control de servicios",
        Station::Resource => "Política del recurso",
        Station::Identity => "Políticas de identidad",
        Station::PermissionsBoundary => "Permissions boundary",
        Station::Session => "Política de sesión",
    }
}

pub(super) fn station_purpose(station: Station) -> &'static str {
    match station {
        Station::Authentication => "Antes de leer ninguna política: ¿quién pregunta y valen sus credenciales?",
        Station::ExplicitDeny => {
            "Un Deny que coincida, en cualquier política, detiene la petición. Nada puede vencerlo."
        }
        Station::Rcp => "La organización dueña del recurso puede limitar lo que se hace con él.",
        Station::Scp => "La organización de quien llama puede limitar a sus cuentas. Nunca concede.",
        Station::Resource => "Una política en el propio recurso puede dejar entrar a quien llama.",
        Station::Identity => "Las políticas del usuario y de sus grupos, o del rol: ¿alguna dice que sí?",
        Station::PermissionsBoundary => "Un boundary limita lo que el usuario o el rol puede obtener. Nunca concede.",
        Station::Session => "Una política entregada con la sesión limita esa sesión. Nunca concede.",
    }
}

fn layer(layer: PolicyLayer, rule: ResourcePolicyRule) -> &'static str {
    match (layer, rule) {
        (PolicyLayer::VpcEndpoint, _) => "la política del VPC endpoint",
        (PolicyLayer::Rcp, _) => "una resource control policy",
        (PolicyLayer::Scp, _) => "una service control policy",
        (PolicyLayer::Resource, ResourcePolicyRule::Trust) => "la política de confianza",
        (PolicyLayer::Resource, ResourcePolicyRule::Key) => "la política de la clave",
        (PolicyLayer::Resource, _) => "la política del recurso",
        (PolicyLayer::Identity, _) => "una política de identidad",
        (PolicyLayer::PermissionsBoundary, _) => "el permissions boundary",
        (PolicyLayer::Session, _) => "la política de sesión",
    }
}

fn resource_policy(rule: ResourcePolicyRule) -> &'static str {
    match rule {
        ResourcePolicyRule::Trust => "la política de confianza",
        ResourcePolicyRule::Key => "la política de la clave",
        ResourcePolicyRule::Grants | ResourcePolicyRule::None => "la política",
    }
}

pub(super) fn verdict(verdict: &Verdict) -> String {
    match verdict {
        Verdict::Allowed => "Permitido".to_owned(),
        Verdict::DeniedBy(kind, rule) => format!("Denegado por {}", layer(*kind, *rule)),
        Verdict::NotAllowedBy(PolicyLayer::Identity, _) => "Denegado: nada lo permite".to_owned(),
        Verdict::NotAllowedBy(kind, rule) => format!("Denegado: {} no lo permite", layer(*kind, *rule)),
        Verdict::NotAllowedByCaller => "Denegado: la cuenta de quien llama no lo permite".to_owned(),
        Verdict::NotAllowedByEither => "Denegado: no lo permite ninguna de las dos cuentas".to_owned(),
        Verdict::NotAuthenticated(FailureFact::Expired { .. }) => "Sin autenticar: sesión caducada".to_owned(),
        Verdict::NotAuthenticated(FailureFact::NoBillingAccess) => "Cerrado por un ajuste de la cuenta".to_owned(),
        Verdict::NotAuthenticated(FailureFact::RootAssumesNoRole) => "No para el usuario root".to_owned(),
        Verdict::NotAuthenticated(_) => "Sin autenticar".to_owned(),
        Verdict::CannotSay => "No se puede saber".to_owned(),
    }
}

pub(super) fn one_or_another() -> &'static str {
    "un statement u otro"
}

pub(super) fn settles(settles: Settles) -> String {
    let what = if settles.is_allowed { "se permite" } else { "ya no se permite" };
    format!("Hay un cambio en camino: desde las {} {what} la misma petición.", settles.at.clock_time_with_seconds())
}

pub(super) fn why(why: &Why) -> String {
    match why {
        Why::IdentityGrants { path } => format!("{path} lo concede, y nada lo deniega."),
        Why::ResourceGrants { owner, who, is_grant: true, .. } => {
            format!("Un grant de {owner} deja entrar a {who}; dentro de una misma cuenta basta con eso.")
        }
        Why::ResourceGrants { owner, who, has_account: false, .. } => {
            format!("La política de {owner} deja entrar a {who}; para quien no tiene cuenta basta con eso.")
        }
        Why::ResourceGrants { owner, who, .. } => {
            format!("La política de {owner} deja entrar a {who}; dentro de una misma cuenta basta con eso.")
        }
        Why::BothGrant { path, owner, is_grant: true } => {
            format!("Las dos cuentas dicen que sí: {path} por quien llama, un grant de {owner} por el dueño.")
        }
        Why::BothGrant { path, owner, .. } => {
            format!("Las dos cuentas dicen que sí: {path} por quien llama, la política de {owner} por el dueño.")
        }
        Why::Root => "El usuario root puede hacerlo todo en su propia cuenta.".to_owned(),
        Why::Exempt => "Esta llamada no necesita ningún permiso.".to_owned(),
        Why::Denied { path } => format!("{path}. Ningún Allow vence a un Deny."),
        Why::NothingAllows { who } => {
            format!("Ninguna política que se aplique a {who} dice que sí, y lo que no se permite queda denegado.")
        }
        Why::HandedOver { owner, who } => {
            format!("La política de {owner} lo deja en manos de la cuenta, y ninguna política de {who} dice que sí.")
        }
        Why::OwnerSilent { owner, account, who } => {
            format!("{owner} es de la cuenta {account}, y su política no deja entrar a {who} desde otra cuenta.")
        }
        Why::CallerSilent { who, owner } => format!(
            "La política de {owner} deja entrar a {who}, pero entre cuentas también deben permitirlo las políticas de {who}."
        ),
        Why::TrustSilent { role, who } => format!("La política de confianza de {role} no nombra a {who}."),
        Why::NearlyGranted { owner, rule, who, missed } => nearly_granted(&policy_of(owner, *rule), who, missed),
        Why::KeySilent { who } => format!("La política de la clave no deja entrar a {who}."),
        Why::LevelSilent { level } => {
            format!("Ninguna SCP de {level} lo permite: cada nivel, de la raíz a la cuenta, tiene que permitirlo.")
        }
        Why::LimitSilent(kind) => {
            format!(
                "No lo permite {}, y lo que deja fuera no lo concede ninguna otra política.",
                layer(*kind, ResourcePolicyRule::None)
            )
        }
        Why::BothSilent { who, owner } => format!(
            "Ninguna política de {who} dice que sí, y la política de {owner} no deja entrar a {who}: entre cuentas hacen falta las dos."
        ),
        Why::CannotSay { missing, .. } if missing.is_empty() => {
            "La respuesta depende de algo que aquí no se conoce.".to_owned()
        }
        Why::CannotSay { missing, rule } => {
            let facts: Vec<_> = missing.iter().map(|fact| missing_fact(fact, *rule)).collect();
            format!("Depende de algo que no se sabe: {}.", listed(&facts, "y"))
        }
        Why::NotAuthenticated(failure) => failures_es::why(failure),
    }
}

fn policy_of(owner: &str, rule: ResourcePolicyRule) -> String {
    match rule {
        ResourcePolicyRule::Trust => format!("La política de confianza de {owner}"),
        ResourcePolicyRule::Key => "La política de la clave".to_owned(),
        ResourcePolicyRule::Grants | ResourcePolicyRule::None => format!("La política de {owner}"),
    }
}

fn nearly_granted(policy: &str, who: &str, missed: &Missed) -> String {
    match missed {
        Missed::Condition(key) => {
            format!("{policy} deja entrar a {who} solo bajo una condición, y la condición sobre {key} no se cumple.")
        }
        Missed::Action(action) => format!("{policy} deja entrar a {who} para otras acciones, y no para {action}."),
    }
}

/// A length of time in its largest units: `2 h 5 min`.
pub(super) fn duration(seconds: i64) -> String {
    super::en::duration(seconds)
}

fn missing_fact(fact: &UnknownFact, rule: ResourcePolicyRule) -> String {
    match fact {
        UnknownFact::Layer(kind) => layer(*kind, rule).to_owned(),
        UnknownFact::ContextKey(key) => key.to_string(),
    }
}

fn statements(n: usize) -> String {
    if n == 1 { "1 statement".to_owned() } else { format!("{n} statements") }
}

pub(super) fn detail(detail: &Detail) -> String {
    match detail {
        Detail::KeyValid { who } => format!("la clave de acceso de {who} es válida"),
        Detail::RootSignedIn => "el usuario root ha iniciado sesión".to_owned(),
        Detail::ServiceSpeaks { who } => format!("{who} llama en su propio nombre"),
        Detail::TokenValid { provider } => format!("el token de {provider} es válido"),
        Detail::SessionValid { until } => format!("token de sesión válido hasta las {}", until.clock_time()),
        Detail::NotAuthenticated(failure) => failures_es::detail(failure),
        Detail::Asking { who } => format!("pregunta {who}"),
        Detail::Unsigned => "nadie firmó la petición".to_owned(),
        Detail::NoDeny { n_considered: 0 } => "no hay ningún statement con Deny".to_owned(),
        Detail::NoDeny { n_considered: 1 } => "el único statement con Deny no coincide".to_owned(),
        Detail::NoDeny { n_considered } => format!("ninguno de los {n_considered} statements con Deny coincide"),
        Detail::Denies { n_considered: 1, .. } => "el único statement con Deny coincide".to_owned(),
        Detail::Denies { n_matching, n_considered } => {
            format!("coinciden {n_matching} de {n_considered} statements con Deny")
        }
        Detail::NotApplicable(station, reason) => not_applicable(*station, *reason).to_owned(),
        Detail::NotModelled => "no se conoce aquí".to_owned(),
        Detail::NotReached { would_allow: true } => "no se llega hasta aquí; lo habría permitido".to_owned(),
        Detail::NotReached { would_allow: false } => "no se llega hasta aquí".to_owned(),
        Detail::LevelDenied { level } => {
            format!("no se llega hasta aquí: un Deny de {level} detuvo la petición en la estación 1")
        }
        Detail::LimitAllows(Station::Rcp) => "sin Deny en la organización del recurso".to_owned(),
        Detail::LimitAllows(Station::Scp) => "todos los niveles lo permiten".to_owned(),
        Detail::LimitAllows(_) => "lo permite, así que el permiso se mantiene".to_owned(),
        Detail::LevelStops { level } => format!("ninguna SCP de {level} lo permite"),
        Detail::LimitStops { n_considered, .. } => format!("{}: ninguno lo permite", statements(*n_considered)),
        Detail::ResourceHasNone { owner } => format!("{owner} no tiene; aquí no hace falta"),
        Detail::ResourceSilent { owner } => format!("la política de {owner} calla; aquí no hace falta"),
        Detail::ResourceGrants { owner, named, is_grant: true, .. } => format!("un grant de {owner} nombra a {named}"),
        Detail::ResourceGrants { owner, rule, named, .. } => {
            format!("{} de {owner} nombra a {named}", resource_policy(*rule))
        }
        Detail::ResourceHandsOver { owner, rule } => {
            format!("{} de {owner} lo deja en manos de la cuenta", resource_policy(*rule))
        }
        Detail::ResourceStops { owner, has_policy: false, .. } => format!("{owner} no tiene, y aquí hace falta"),
        Detail::ResourceStops { owner, rule, .. } => {
            format!("{} de {owner} no deja entrar a quien llama", resource_policy(*rule))
        }
        Detail::IdentityGrants { path } => path.clone(),
        Detail::IdentityStops { n_considered } => format!("{}: nada dice que sí", statements(*n_considered)),
    }
}

fn not_applicable(station: Station, reason: NotApplicable) -> &'static str {
    match (reason, station) {
        (NotApplicable::NoOrganization, Station::Rcp) => "no interviene: no hay organización con RCP activadas",
        (NotApplicable::NoOrganization, _) => "no interviene: no hay organización con SCP activadas",
        (NotApplicable::ManagementAccount, _) => "no interviene: la cuenta de administración no tiene límites",
        (NotApplicable::ServiceLinkedRole, _) => "no interviene: los service-linked roles no tienen límites",
        (NotApplicable::NoPrincipalAccount, _) => "no interviene: quien llama no tiene cuenta",
        (NotApplicable::RootUser, Station::PermissionsBoundary) => "no interviene: root no tiene boundary",
        (NotApplicable::RootUser, _) => "no interviene: root no necesita políticas",
        (NotApplicable::NoResourcePolicies, _) => "no interviene: este tipo de recurso no tiene",
        (NotApplicable::NoBoundary, _) => "no interviene: no hay ninguno",
        (NotApplicable::NotASession, _) => "no interviene: no es una sesión",
        (NotApplicable::NoSessionPolicy, _) => "no interviene: la sesión no lleva ninguna",
        (NotApplicable::GrantedDirectly, _) => "no se pregunta: la política del recurso concede directamente",
        (NotApplicable::Exempt, _) => "no se pregunta: la llamada no necesita permiso",
        (NotApplicable::ServiceNotCovered, _) => "no interviene: no rige para este servicio",
        (NotApplicable::AwsManagedKey, _) => "no interviene: la clave la administra AWS",
        (NotApplicable::RootOfOwner, _) => "no se pregunta: root siempre puede arreglar esta política",
    }
}

pub(super) fn gate(outcome: StationOutcome) -> &'static str {
    match outcome {
        StationOutcome::Passed | StationOutcome::Granted => "Política de VPC endpoint: deja pasar la llamada.",
        StationOutcome::Stopped => "Política de VPC endpoint: no deja pasar la llamada.",
        StationOutcome::NotApplicable(_) => "Política de VPC endpoint: no se pregunta.",
        StationOutcome::NotReached => "Política de VPC endpoint: no se llega hasta aquí.",
        StationOutcome::NotModelled => "Política de VPC endpoint: no se conoce aquí.",
    }
}

pub(super) fn unknown_fact(fact: &UnknownFact) -> String {
    match fact {
        UnknownFact::ContextKey(key) => format!("la clave de condición {key}: su valor, o si está"),
        UnknownFact::Layer(PolicyLayer::VpcEndpoint) => {
            "vpcEndpoint: lo que dice la política de VPC endpoint".to_owned()
        }
        UnknownFact::Layer(PolicyLayer::Rcp) => "rcps: lo que dicen las resource control policies".to_owned(),
        UnknownFact::Layer(PolicyLayer::Scp) => "scps: lo que dicen las service control policies".to_owned(),
        UnknownFact::Layer(PolicyLayer::Resource) => "resource: lo que dice la política de recurso".to_owned(),
        UnknownFact::Layer(PolicyLayer::Identity) => "identity: lo que dicen las políticas de identidad".to_owned(),
        UnknownFact::Layer(PolicyLayer::PermissionsBoundary) => {
            "permissionsBoundary: lo que dice el permissions boundary".to_owned()
        }
        UnknownFact::Layer(PolicyLayer::Session) => "session: lo que dicen las políticas de sesión".to_owned(),
    }
}

pub(super) fn stops_here() -> &'static str {
    "se detiene aquí"
}

pub(super) fn announcement(verdict: &str, stops: &[Station], unknown: Option<Station>) -> String {
    match stops {
        [stop, others @ ..] => {
            let more = others.iter().map(|it| format!(" También en la estación {}, {}.", it.number(), station(*it)));
            let more = more.collect::<Vec<_>>().concat();
            format!("{verdict}. Se detiene en la estación {} de 7, {}.{more}", stop.number(), station(*stop))
        }
        [] if unknown.is_some() => {
            let place = unknown.map(|it| format!("No se sabe en la estación {}, {}.", it.number(), station(it)));
            format!("{verdict}. {}", place.unwrap_or_default())
        }
        [] => format!("{verdict}. Pasa todas las estaciones."),
    }
}

pub(super) fn statement_name(sid: Option<&str>, number: usize) -> String {
    sid.map_or_else(|| format!("statement {number}"), |sid| format!("statement {sid}"))
}

pub(super) fn everyone() -> &'static str {
    "todo el mundo"
}

/// What the one who asks without signing is called.
pub(super) fn anonymous() -> &'static str {
    "nadie"
}

pub(super) fn the_account() -> &'static str {
    "la cuenta"
}

pub(super) fn change(change: &Change) -> String {
    match change {
        Change::JoinGroup { user, group } => format!("{user} entra en {group}"),
        Change::IdentityStatement { holder, resource } => {
            format!("Un statement para {holder} que nombre {}", super::short_resource(resource))
        }
        Change::ResourceStatement { owner, named } => format!("La política de {owner} nombra a {named}"),
    }
}

pub(super) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::SecurityWarning => "aviso de seguridad",
        Severity::Warning => "aviso",
        Severity::Suggestion => "sugerencia",
    }
}

pub(super) fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Documented => "documentada",
        Confidence::Disputed => "discutida: las fuentes discrepan o callan",
        Confidence::Engineering => "elección nuestra",
    }
}

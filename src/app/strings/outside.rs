//! Labels of identity providers in the world, and of the walk from one of them to a session. AWS's terms stay.

/// See the module.
#[derive(Debug)]
pub struct OutsideStrings {
    /// Heading.
    pub providers: &'static str,
    /// Title of the form.
    pub new_provider: &'static str,
    /// Field: which kind of provider.
    pub kind: &'static str,
    /// The two kinds.
    pub kinds: [&'static str; 2],
    /// Field: address of an issuer of tokens.
    pub url: &'static str,
    /// Who stands behind it here.
    pub url_note: &'static str,
    /// Field and fact.
    pub client_ids: &'static str,
    /// Field: entity id of an issuer of assertions.
    pub entity_id: &'static str,
    /// Field and fact.
    pub metadata: &'static str,
    /// What stands for an empty one.
    pub metadata_note: &'static str,
    /// Fact.
    pub thumbprints: &'static str,
    /// What they are for.
    pub thumbprints_note: &'static str,
    /// Adds a client id.
    pub add_client_id: &'static str,
    /// The metadata's key is another one than the issuer signs with.
    pub other_key: &'static str,
    /// Opens the walk.
    pub walk: &'static str,

    /// Title of the walk, by issuer.
    pub title: fn(&str) -> String,
    /// The issuer is played by the page.
    pub played: &'static str,
    /// Titles of the steps.
    pub steps: [&'static str; 6],
    /// Nothing was issued yet.
    pub nothing_yet: &'static str,
    /// An earlier step stopped it.
    pub not_reached: &'static str,
    /// Fields of signing in.
    pub subject: &'static str,
    /// See above.
    pub audience: &'static str,
    /// See above.
    pub seconds: &'static str,
    /// See above.
    pub session_tags: &'static str,
    /// How they are written.
    pub lines_note: &'static str,
    /// See above.
    pub session_name: &'static str,
    /// Field: the role that is asked for.
    pub role: &'static str,
    /// Columns of what is said.
    pub columns: [&'static str; 3],
    /// It becomes no condition key.
    pub no_key: &'static str,
    /// The text as it is sent.
    pub raw: &'static str,
    /// It was changed by hand.
    pub changed: &'static str,
    /// Nothing can be read in it.
    pub unreadable: &'static str,
    /// It ends at that time.
    pub until: fn(&str) -> String,
    /// It ended at that time.
    pub ended: fn(&str) -> String,
    /// Every check of what is shown holds.
    pub taken: &'static str,
    /// Marks a check, for those who hear it: holds, fails, not reached.
    pub marks: [&'static str; 3],
    /// AWS refuses before it looks at policies.
    pub refused: &'static str,
    /// Opens the trust policy, by role.
    pub open_trust: fn(&str) -> String,
    /// What the session would be.
    pub would_be: fn(&str) -> String,
    /// Whoever acts is the session, by role.
    pub acts: fn(&str) -> String,
    /// Takes the session.
    pub take: &'static str,
    /// Makes the call, which will be refused.
    pub take_anyway: &'static str,
    /// Shows the same once more.
    pub again: &'static str,
    /// Tokens.
    pub oidc: WayStrings,
    /// Assertions.
    pub saml: WayStrings,
}

/// What differs from way to way.
#[derive(Debug)]
pub struct WayStrings {
    /// The button that has something issued.
    pub issue: &'static str,
    /// Field: what else is said.
    pub claims: &'static str,
    /// Field: roles that the issuer gives; empty where it gives none.
    pub roles: &'static str,
    /// What is to be known about signing in.
    pub note: &'static str,
    /// What AWS checks before it asks the role, in its order.
    pub checks: &'static [&'static str],
}

pub(super) const EN: OutsideStrings = OutsideStrings {
    providers: "Identity providers",
    new_provider: "New identity provider",
    kind: "Kind",
    kinds: ["OpenID Connect (tokens)", "SAML 2.0 (assertions)"],
    url: "Issuer URL",
    url_note: "The page itself plays the issuer, whichever it is.",
    client_ids: "Client ids (audiences)",
    entity_id: "Issuer (entity ID)",
    metadata: "Metadata document",
    metadata_note: "Left empty, the issuer’s own document is taken.",
    thumbprints: "Thumbprints",
    thumbprints_note: "Kept as they are. AWS checks most issuers by its own list of authorities, and so does the sandbox.",
    add_client_id: "Add client id",
    other_key: "The document has another key than the issuer signs with.",
    walk: "Sign in there…",
    title: |issuer| format!("From {issuer} to a session"),
    played: "Played by the page",
    steps: [
        "Sign in there",
        "What is said",
        "Ask for a role",
        "What AWS checks first",
        "Whether the role lets it in",
        "The session",
    ],
    nothing_yet: "nothing was issued yet",
    not_reached: "not reached",
    subject: "Who (subject)",
    audience: "For whom (audience)",
    seconds: "Holds for (seconds)",
    session_tags: "Session tags",
    lines_note: "One a line, name=value.",
    session_name: "Session name",
    role: "Role",
    columns: ["Says", "Value", "Condition key"],
    no_key: "none",
    raw: "As it is sent",
    changed: "Changed by hand: the signature stays what it was.",
    unreadable: "Nothing can be read in it.",
    until: |at| format!("holds until {at}"),
    ended: |at| format!("ended {at}"),
    taken: "AWS takes it",
    marks: ["holds", "fails", "not reached"],
    refused: "AWS refuses before any policy is read",
    open_trust: |role| format!("Trust policy of {role}"),
    would_be: |name| format!("It would be {name}."),
    acts: |name| format!("You act as {name}."),
    take: "Take the session and act as it",
    take_anyway: "Send it all the same",
    again: "Show the same once more",
    oidc: WayStrings {
        issue: "Have a token issued",
        claims: "More claims",
        roles: "",
        note: "",
        checks: &[
            "It has the shape of a token",
            "Its issuer signed exactly this",
            "The account of the role knows the issuer",
            "It has not ended",
            "It is for one of the provider’s client ids",
        ],
    },
    saml: WayStrings {
        issue: "Have an assertion issued",
        claims: "More attributes",
        roles: "Roles (role,provider)",
        note: "An assertion can be handed in for five minutes, once.",
        checks: &[
            "It has the shape of an assertion",
            "Its issuer signed exactly this",
            "The account knows the provider",
            "Issuer and key are those of the provider’s metadata",
            "It is handed in within five minutes",
            "It is meant for AWS",
            "It names this role with this provider",
            "It gives the session a name",
            "It was not handed in before",
        ],
    },
};

pub(super) const ES: OutsideStrings = OutsideStrings {
    providers: "Proveedores de identidad",
    new_provider: "Nuevo proveedor de identidad",
    kind: "Tipo",
    kinds: ["OpenID Connect (tokens)", "SAML 2.0 (aserciones)"],
    url: "URL del emisor",
    url_note: "La propia página hace de emisor, sea cual sea.",
    client_ids: "Ids de cliente (audiencias)",
    entity_id: "Emisor (entity ID)",
    metadata: "Documento de metadatos",
    metadata_note: "Vacío, se toma el documento del propio emisor.",
    thumbprints: "Huellas",
    thumbprints_note: "Se guardan tal cual. AWS comprueba la mayoría de los emisores con su propia lista de autoridades, y la página también.",
    add_client_id: "Añadir id de cliente",
    other_key: "El documento tiene otra clave que aquella con la que firma el emisor.",
    walk: "Iniciar sesión allí…",
    title: |issuer| format!("De {issuer} a una sesión"),
    played: "La página hace de emisor",
    steps: [
        "Iniciar sesión allí",
        "Qué se afirma",
        "Pedir un rol",
        "Qué comprueba AWS primero",
        "Si el rol lo deja entrar",
        "La sesión",
    ],
    nothing_yet: "aún no se ha emitido nada",
    not_reached: "no se llega",
    subject: "Quién (sujeto)",
    audience: "Para quién (audiencia)",
    seconds: "Vale (segundos)",
    session_tags: "Etiquetas de sesión",
    lines_note: "Una por línea, nombre=valor.",
    session_name: "Nombre de la sesión",
    role: "Rol",
    columns: ["Afirma", "Valor", "Clave de condición"],
    no_key: "ninguna",
    raw: "Tal como se envía",
    changed: "Cambiado a mano: la firma sigue siendo la de antes.",
    unreadable: "No se puede leer nada.",
    until: |at| format!("vale hasta {at}"),
    ended: |at| format!("acabó {at}"),
    taken: "AWS lo acepta",
    marks: ["se cumple", "falla", "no se llega"],
    refused: "AWS lo rechaza antes de leer ninguna política",
    open_trust: |role| format!("Política de confianza de {role}"),
    would_be: |name| format!("Sería {name}."),
    acts: |name| format!("Actúas como {name}."),
    take: "Tomar la sesión y actuar con ella",
    take_anyway: "Enviarlo de todos modos",
    again: "Mostrar lo mismo otra vez",
    oidc: WayStrings {
        issue: "Pedir un token",
        claims: "Más claims",
        roles: "",
        note: "",
        checks: &[
            "Tiene la forma de un token",
            "Su emisor firmó exactamente esto",
            "La cuenta del rol conoce al emisor",
            "No ha caducado",
            "Es para uno de los ids de cliente del proveedor",
        ],
    },
    saml: WayStrings {
        issue: "Pedir una aserción",
        claims: "Más atributos",
        roles: "Roles (rol,proveedor)",
        note: "Una aserción se puede presentar durante cinco minutos, una sola vez.",
        checks: &[
            "Tiene la forma de una aserción",
            "Su emisor firmó exactamente esto",
            "La cuenta conoce al proveedor",
            "El emisor y su clave son los de los metadatos del proveedor",
            "Se presenta antes de cinco minutos",
            "Está destinada a AWS",
            "Nombra este rol con este proveedor",
            "Da un nombre a la sesión",
            "No se presentó antes",
        ],
    },
};

//! Labels of what lets somebody in beside identity providers, of grants, and of who is told of what. AWS's terms stay.

/// See the module.
#[derive(Debug)]
pub struct WaysStrings {
    /// Heading.
    pub anywhere: &'static str,
    /// Title of the form.
    pub new_anywhere: &'static str,
    /// The two kinds of things.
    pub anywhere_kinds: [&'static str; 2],
    /// At the end of a row: it does not count.
    pub disabled: &'static str,
    /// Button.
    pub enable: &'static str,
    /// Button.
    pub disable: &'static str,
    /// Button, and title of its form.
    pub change: &'static str,
    /// Field or fact.
    pub roles: &'static str,
    /// What else is to be known there.
    pub arns_note: &'static str,
    /// Field or fact.
    pub seconds: &'static str,
    /// Field or fact.
    pub names_session: &'static str,
    /// Field or fact.
    pub session_policy: &'static str,
    /// Field or fact.
    pub revoked: &'static str,
    /// Button, and title of its form.
    pub revoke: &'static str,
    /// Field or fact.
    pub serials: &'static str,
    /// What else is to be known there.
    pub serials_note: &'static str,
    /// A fact that is so, or not.
    pub yes_no: [&'static str; 2],
    /// Heading.
    pub pools: &'static str,
    /// Field or fact.
    pub new_pool: &'static str,
    /// Field or fact.
    pub pool_id: &'static str,
    /// Field or fact.
    pub guests: &'static str,
    /// Field or fact.
    pub basic_flow: &'static str,
    /// Field or fact.
    pub pool_roles: [&'static str; 2],
    /// Button, and title of its form.
    pub set_roles: &'static str,
    /// Field or fact.
    pub identities: &'static str,
    /// Field or fact.
    pub user_pool: &'static str,
    /// Field or fact.
    pub client: &'static str,
    /// Field or fact.
    pub oidc_provider: &'static str,
    /// Heading.
    pub center: &'static str,
    /// Field or fact.
    pub portal: &'static str,
    /// Button.
    pub start: &'static str,
    /// What else is to be known there.
    pub start_note: &'static str,
    /// Field or fact.
    pub users: &'static str,
    /// Field or fact.
    pub groups: &'static str,
    /// Field or fact.
    pub user: &'static str,
    /// Field or fact.
    pub group: &'static str,
    /// Field or fact.
    pub user_name: &'static str,
    /// Field or fact.
    pub display_name: &'static str,
    /// Field or fact.
    pub given_name: &'static str,
    /// Field or fact.
    pub family_name: &'static str,
    /// Button, and title of its form.
    pub new_user: &'static str,
    /// Button, and title of its form.
    pub new_group: &'static str,
    /// Button, and title of its form.
    pub new_member: &'static str,
    /// Field or fact.
    pub permission_set: &'static str,
    /// Button, and title of its form.
    pub new_set: &'static str,
    /// Field or fact.
    pub duration: &'static str,
    /// Field or fact.
    pub managed: &'static str,
    /// Field or fact.
    pub inline: &'static str,
    /// Field or fact.
    pub policy_arn: &'static str,
    /// Button, and title of its form.
    pub attach: &'static str,
    /// Button, and title of its form.
    pub put_inline: &'static str,
    /// Button, and title of its form.
    pub put_boundary: &'static str,
    /// Button.
    pub provision: &'static str,
    /// What else is to be known there.
    pub provision_note: &'static str,
    /// Field or fact.
    pub assignments: &'static str,
    /// Button, and title of its form.
    pub assign: &'static str,
    /// Field or fact.
    pub who: &'static str,
    /// Button, and title of its form.
    pub new_grant: &'static str,
    /// Field or fact.
    pub grantee: &'static str,
    /// Field or fact.
    pub operations: &'static str,
    /// What else is to be known there.
    pub operations_note: &'static str,
    /// Button, and title of its form.
    pub subscribe: &'static str,
    /// What else is to be known there.
    pub subscribe_note: &'static str,
    /// Behind a subscription that waits.
    pub unconfirmed: &'static str,
    /// Field or fact.
    pub protocol: &'static str,
    /// Field or fact.
    pub endpoint: &'static str,
    /// Button, and title of its form.
    pub publish: &'static str,
    /// Field or fact.
    pub message: &'static str,
    /// Button, and title of its form.
    pub notify: &'static str,
    /// What else is to be known there.
    pub notify_note: &'static str,
    /// Field or fact.
    pub destination: &'static str,
    /// Field or fact.
    pub events: &'static str,
    /// Field or fact.
    pub prefix: &'static str,
    /// Field or fact.
    pub suffix: &'static str,
    /// In place of a form: a list of it would be empty.
    pub nothing: &'static str,
    /// In the line of buttons: what an account has none of.
    pub short: [&'static str; 3],
}

pub(super) const EN: WaysStrings = WaysStrings {
    anywhere: "IAM Roles Anywhere",
    new_anywhere: "New trust anchor or profile",
    anywhere_kinds: ["Trust anchor", "Profile"],
    disabled: "disabled",
    enable: "Enable",
    disable: "Disable",
    change: "Change…",
    roles: "Roles",
    arns_note: "ARNs, one a line.",
    seconds: "Sessions last (seconds)",
    names_session: "Sessions may be named",
    session_policy: "Session policy",
    revoked: "Revoked",
    revoke: "Revoke certificates…",
    serials: "Serial numbers",
    serials_note: "One a line. They stand in the certificate.",
    yes_no: ["yes", "no"],
    pools: "Identity pools",
    new_pool: "New identity pool",
    pool_id: "Pool ID",
    guests: "Guests",
    basic_flow: "Basic (classic) flow",
    pool_roles: ["Role of those signed in", "Role of guests"],
    set_roles: "Set roles…",
    identities: "Identities",
    user_pool: "User pool (provider name)",
    client: "App client ID",
    oidc_provider: "OIDC provider of IAM",
    center: "IAM Identity Center",
    portal: "Access portal",
    start: "Enable IAM Identity Center",
    start_note: "Only the console can do this in AWS; in the terminal it is a line of the sandbox’s own.",
    users: "Users",
    groups: "Groups",
    user: "User",
    group: "Group",
    user_name: "User name",
    display_name: "Display name",
    given_name: "Given name",
    family_name: "Family name",
    new_user: "New user…",
    new_group: "New group…",
    new_member: "Put a user into a group…",
    permission_set: "Permission set",
    new_set: "New permission set…",
    duration: "Session duration",
    managed: "Managed policies",
    inline: "Inline policy",
    policy_arn: "ARN of a policy of AWS",
    attach: "Attach a policy…",
    put_inline: "Inline policy…",
    put_boundary: "Boundary…",
    provision: "Provision again",
    provision_note: "Roles that were made before stay as they are until the set is provisioned again.",
    assignments: "Assigned",
    assign: "Assign…",
    who: "User or group",
    new_grant: "New grant…",
    grantee: "Grantee (ARN)",
    operations: "Operations",
    operations_note: "With blanks between them.",
    subscribe: "Subscribe…",
    subscribe_note: "The owner of a queue or a function has nothing to confirm. Whether SNS may deliver, its own policy says.",
    unconfirmed: " (not confirmed)",
    protocol: "Protocol",
    endpoint: "Endpoint",
    publish: "Publish…",
    message: "Message",
    notify: "Notify…",
    notify_note: "S3 asks at once whether the policy of the destination lets it.",
    destination: "Queue, topic or function",
    events: "Events",
    prefix: "Keys begin with",
    suffix: "Keys end with",
    nothing: "There is nothing to choose from yet.",
    short: ["trust anchor or profile", "identity pool", "IAM Identity Center"],
};

pub(super) const ES: WaysStrings = WaysStrings {
    anywhere: "IAM Roles Anywhere",
    new_anywhere: "Nueva ancla de confianza o perfil",
    anywhere_kinds: ["Ancla de confianza", "Perfil"],
    disabled: "deshabilitado",
    enable: "Habilitar",
    disable: "Deshabilitar",
    change: "Cambiar…",
    roles: "Roles",
    arns_note: "ARN, uno por línea.",
    seconds: "Duración de las sesiones (segundos)",
    names_session: "Se puede dar nombre a las sesiones",
    session_policy: "Política de sesión",
    revoked: "Revocados",
    revoke: "Revocar certificados…",
    serials: "Números de serie",
    serials_note: "Uno por línea. Están en el certificado.",
    yes_no: ["sí", "no"],
    pools: "Grupos de identidades",
    new_pool: "Nuevo grupo de identidades",
    pool_id: "ID del grupo",
    guests: "Invitados",
    basic_flow: "Flujo básico (clásico)",
    pool_roles: ["Rol de quien inició sesión", "Rol de los invitados"],
    set_roles: "Poner roles…",
    identities: "Identidades",
    user_pool: "Grupo de usuarios (nombre de proveedor)",
    client: "ID del cliente de la app",
    oidc_provider: "Proveedor OIDC de IAM",
    center: "IAM Identity Center",
    portal: "Portal de acceso",
    start: "Habilitar IAM Identity Center",
    start_note: "En AWS solo la consola puede hacerlo; en el terminal es una línea propia de esta página.",
    users: "Usuarios",
    groups: "Grupos",
    user: "Usuario",
    group: "Grupo",
    user_name: "Nombre de usuario",
    display_name: "Nombre visible",
    given_name: "Nombre de pila",
    family_name: "Apellido",
    new_user: "Nuevo usuario…",
    new_group: "Nuevo grupo…",
    new_member: "Poner un usuario en un grupo…",
    permission_set: "Conjunto de permisos",
    new_set: "Nuevo conjunto de permisos…",
    duration: "Duración de la sesión",
    managed: "Políticas administradas",
    inline: "Política insertada",
    policy_arn: "ARN de una política de AWS",
    attach: "Asociar una política…",
    put_inline: "Política insertada…",
    put_boundary: "Límite…",
    provision: "Aprovisionar otra vez",
    provision_note: "Los roles ya creados se quedan como están hasta que se aprovisione otra vez.",
    assignments: "Asignado",
    assign: "Asignar…",
    who: "Usuario o grupo",
    new_grant: "Nueva concesión…",
    grantee: "Beneficiario (ARN)",
    operations: "Operaciones",
    operations_note: "Separadas por espacios.",
    subscribe: "Suscribir…",
    subscribe_note: "El dueño de una cola o función no tiene que confirmar nada. Si SNS puede entregar, lo dice la política de la cola o función.",
    unconfirmed: " (sin confirmar)",
    protocol: "Protocolo",
    endpoint: "Destino",
    publish: "Publicar…",
    message: "Mensaje",
    notify: "Notificar…",
    notify_note: "S3 pregunta al momento si la política del destino lo permite.",
    destination: "Cola, tema o función",
    events: "Eventos",
    prefix: "Las claves empiezan por",
    suffix: "Las claves acaban en",
    nothing: "Todavía no hay nada que elegir.",
    short: ["ancla de confianza o perfil", "grupo de identidades", "IAM Identity Center"],
};

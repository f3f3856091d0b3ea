//! Labels of what is built around access: boundaries, KMS keys, VPC endpoints, public access, sessions of a user.

/// See the module.
#[derive(Debug)]
pub struct BuildStrings {
    /// Heading.
    pub keys: &'static str,
    /// Heading.
    pub endpoints: &'static str,
    /// Title.
    pub new_key: &'static str,
    /// Field.
    pub alias: &'static str,
    /// What a new key allows.
    pub key_note: &'static str,
    /// Opens the key policy.
    pub key_policy: &'static str,
    /// Fact.
    pub key_id: &'static str,
    /// Title.
    pub new_endpoint: &'static str,
    /// Field.
    pub service: &'static str,
    /// What a new endpoint lets through.
    pub endpoint_note: &'static str,
    /// Opens the endpoint policy.
    pub endpoint_policy: &'static str,
    /// Sends the request in the sentence through the endpoint.
    pub ask_through: &'static str,
    /// Fact.
    pub vpc: &'static str,

    /// Opens the list of policies that can be the boundary.
    pub set_boundary: &'static str,
    /// Takes the boundary away.
    pub remove_boundary: &'static str,
    /// Title, by who gets the boundary.
    pub boundary_title: fn(&str) -> String,
    /// Field.
    pub boundary: &'static str,
    /// The button.
    pub set: &'static str,
    /// There is nothing to choose.
    pub no_policy: &'static str,

    /// Fact.
    pub public_access: &'static str,
    /// All four settings are on.
    pub blocked: &'static str,
    /// All four settings are off.
    pub open: &'static str,
    /// Some of the four settings are on.
    pub partly_blocked: &'static str,
    /// Switches all four on.
    pub block: &'static str,
    /// Switches all four off.
    pub unblock: &'static str,

    /// Opens the form for a session of the user itself.
    pub session_token: &'static str,
    /// Opens the form for a federated session.
    pub federation_token: &'static str,
    /// Title, by user.
    pub session_token_title: fn(&str) -> String,
    /// Title, by user.
    pub federation_token_title: fn(&str) -> String,
    /// Field.
    pub federated_name: &'static str,
    /// The button.
    pub take: &'static str,
    /// Field.
    pub session_policy: &'static str,
    /// What it does.
    pub session_policy_note: &'static str,
    /// Field.
    pub managed_arns: &'static str,
    /// How they are written.
    pub managed_arns_note: &'static str,
}

pub(super) const EN: BuildStrings = BuildStrings {
    keys: "KMS keys",
    endpoints: "VPC endpoints",
    new_key: "New KMS key",
    alias: "Alias",
    key_note: "Its policy leaves everything to the account, as AWS’s default does.",
    key_policy: "Key policy",
    key_id: "Id",
    new_endpoint: "New VPC endpoint",
    service: "Service",
    endpoint_note: "Its policy lets everything through, as AWS’s default does.",
    endpoint_policy: "Endpoint policy",
    ask_through: "Ask through it",
    vpc: "VPC",
    set_boundary: "Set boundary…",
    remove_boundary: "Remove boundary",
    boundary_title: |who| format!("Permissions boundary of {who}"),
    boundary: "Policy",
    set: "Set boundary",
    no_policy: "There is no managed policy to choose.",
    public_access: "Public access",
    blocked: "blocked",
    open: "not blocked",
    partly_blocked: "partly blocked",
    block: "Block public access",
    unblock: "Unblock public access",
    session_token: "Session token…",
    federation_token: "Federation token…",
    session_token_title: |who| format!("A session in which {who} stays who it is"),
    federation_token_title: |who| format!("A federated user for whom {who} vouches"),
    federated_name: "Name",
    take: "Get the session",
    session_policy: "Session policy",
    session_policy_note: "It limits the session and never grants. Empty: no limit for a role, nothing at all for a federated user.",
    managed_arns: "Managed policies",
    managed_arns_note: "ARNs, one a line",
};

pub(super) const ES: BuildStrings = BuildStrings {
    keys: "Claves de KMS",
    endpoints: "VPC endpoints",
    new_key: "Nueva clave de KMS",
    alias: "Alias",
    key_note: "Su política lo deja todo a la cuenta, como la que AWS pone de serie.",
    key_policy: "Política de la clave",
    key_id: "Id",
    new_endpoint: "Nuevo VPC endpoint",
    service: "Servicio",
    endpoint_note: "Su política deja pasar todo, como la que AWS pone de serie.",
    endpoint_policy: "Política del endpoint",
    ask_through: "Preguntar a través de él",
    vpc: "VPC",
    set_boundary: "Poner boundary…",
    remove_boundary: "Quitar el boundary",
    boundary_title: |who| format!("Permissions boundary de {who}"),
    boundary: "Política",
    set: "Poner boundary",
    no_policy: "No hay ninguna política administrada que elegir.",
    public_access: "Acceso público",
    blocked: "bloqueado",
    open: "sin bloquear",
    partly_blocked: "bloqueado en parte",
    block: "Bloquear el acceso público",
    unblock: "Desbloquear el acceso público",
    session_token: "Token de sesión…",
    federation_token: "Token de federación…",
    session_token_title: |who| format!("Una sesión en la que {who} sigue siendo quien es"),
    federation_token_title: |who| format!("Un usuario federado por el que responde {who}"),
    federated_name: "Nombre",
    take: "Obtener la sesión",
    session_policy: "Política de sesión",
    session_policy_note: "Limita la sesión y nunca concede. Vacía: sin límite para un rol, nada en absoluto para un usuario federado.",
    managed_arns: "Políticas administradas",
    managed_arns_note: "ARN, uno por línea",
};

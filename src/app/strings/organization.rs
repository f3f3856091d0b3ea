//! Labels of the organization in the world: its tree, its policies, its forms. AWS's terms stay.

/// See the module.
#[derive(Debug)]
pub struct OrganizationStrings {
    /// Title of the block.
    pub title: &'static str,
    /// Heading.
    pub tree: &'static str,
    /// Heading.
    pub invited: &'static str,
    /// Heading.
    pub scps: &'static str,
    /// Heading.
    pub rcps: &'static str,
    /// Policies of the type count.
    pub on: &'static str,
    /// Policies of the type do not count.
    pub off: &'static str,
    /// Turns a type of policies on.
    pub turn_on: &'static str,
    /// Turns a type of policies off.
    pub turn_off: &'static str,
    /// Name of the root.
    pub root: &'static str,
    /// The management account, at the end of its row.
    pub management: &'static str,
    /// Fact.
    pub id: &'static str,
    /// Fact.
    pub description: &'static str,
    /// Nothing is attached right to it.
    pub nothing_attached: &'static str,

    /// Title above the levels, by `SCP` or `RCP`.
    pub by_level: fn(&str) -> String,
    /// Beside the level that is looked at.
    pub own_level: &'static str,
    /// Beside a level above it.
    pub inherited: &'static str,
    /// Nothing of this limits the management account.
    pub exempt: &'static str,
    /// Administers services, at the end of its row.
    pub delegated: &'static str,
    /// Fact: the services that an account administers.
    pub administers: &'static str,
    /// Opens the list of services.
    pub delegate: &'static str,
    /// Title, by account.
    pub delegate_title: fn(&str) -> String,
    /// Field.
    pub service: &'static str,
    /// Heading.
    pub features: &'static str,
    /// Fact.
    pub feature_set: &'static str,
    /// Its value.
    pub all_features: &'static str,
    /// Fact and form: services that work with the organization.
    pub trusted: &'static str,
    /// The switches of central root access.
    pub root_features: [&'static str; 2],
    /// What they rest on.
    pub root_note: &'static str,
    /// A switch is on.
    pub is_on: &'static str,
    /// A switch is off.
    pub is_off: &'static str,
    /// Deletes the organization.
    pub delete: &'static str,
    /// Opens the form for another name.
    pub rename: &'static str,
    /// Says no to an invitation, by account.
    pub decline: fn(&str) -> String,
    /// Takes an invitation back.
    pub cancel: &'static str,
    /// An invitation waits until that day.
    pub waits: fn(&str) -> String,
    /// How an invitation ended.
    pub canceled: &'static str,
    /// See above.
    pub declined: &'static str,
    /// See above.
    pub expired: &'static str,

    /// A level lets the request through.
    pub rung_allows: &'static str,
    /// A level has nothing to say.
    pub rung_silent: &'static str,
    /// A level says no.
    pub rung_denies: &'static str,

    /// Opens the list of policies.
    pub attach: &'static str,
    /// The button of both lists.
    pub attach_button: &'static str,
    /// Opens the list of places.
    pub attach_to: &'static str,
    /// Opens the form for a unit.
    pub new_unit: &'static str,
    /// Opens the list of accounts.
    pub invite: &'static str,
    /// Opens the form for an account.
    pub new_account: &'static str,
    /// Opens the list of places for an account.
    pub move_to: &'static str,
    /// Lets an account go.
    pub remove: &'static str,
    /// The account goes by itself.
    pub leave: &'static str,
    /// Says yes to an invitation, by account.
    pub accept: fn(&str) -> String,

    /// Opens the form for an organization.
    pub make: &'static str,
    /// Title of that form.
    pub make_title: &'static str,
    /// Field.
    pub management_account: &'static str,
    /// The button.
    pub make_button: &'static str,
    /// What happens to the other accounts.
    pub make_note: &'static str,

    /// Title, by root, unit or account.
    pub attach_title: fn(&str) -> String,
    /// Title, by policy.
    pub attach_policy_title: fn(&str) -> String,
    /// Field.
    pub policy: &'static str,
    /// There is no policy to attach.
    pub no_policy: &'static str,
    /// Field.
    pub target: &'static str,
    /// The policy is attached everywhere.
    pub no_target: &'static str,
    /// Title, by account.
    pub move_title: fn(&str) -> String,
    /// Field.
    pub destination: &'static str,
    /// The button.
    pub move_button: &'static str,
    /// There is only one place.
    pub no_destination: &'static str,
    /// Title.
    pub invite_title: &'static str,
    /// Field.
    pub account: &'static str,
    /// The button.
    pub invite_button: &'static str,
    /// There is no account to invite.
    pub no_account: &'static str,
    /// Title.
    pub new_account_title: &'static str,
    /// What a new account gets.
    pub new_account_note: &'static str,
    /// Title, by parent.
    pub new_unit_title: fn(&str) -> String,
    /// Title, by `SCP` or `RCP`.
    pub new_policy: fn(&str) -> String,
    /// What a new policy says first, by action.
    pub new_policy_note: fn(&str) -> String,
}

pub(super) const EN: OrganizationStrings = OrganizationStrings {
    title: "Organization",
    tree: "Root, units and accounts",
    invited: "Invited",
    scps: "SCPs",
    rcps: "RCPs",
    on: "on",
    off: "off",
    turn_on: "Turn on",
    turn_off: "Turn off",
    root: "Root",
    management: "management",
    id: "Id",
    description: "Description",
    nothing_attached: "No policy is attached right here.",
    by_level: |kind| format!("{kind}s by level"),
    own_level: "here",
    inherited: "inherited",
    exempt: "SCPs and RCPs do not limit the management account, wherever they are attached.",
    delegated: "delegated",
    administers: "Administers",
    delegate: "Delegate…",
    delegate_title: |account| format!("What {account} administers"),
    service: "Service",
    features: "Features",
    feature_set: "Feature set",
    all_features: "all features",
    trusted: "Trusted access",
    root_features: ["Root credentials of members", "Root sessions in members"],
    root_note: "Central root access rests on trusted access for iam.amazonaws.com.",
    is_on: "on",
    is_off: "off",
    delete: "Delete organization",
    rename: "Rename…",
    decline: |account| format!("Decline as {account}"),
    cancel: "Cancel invitation",
    waits: |day| format!("waits until {day}"),
    canceled: "canceled",
    declined: "declined",
    expired: "expired",
    rung_allows: "allows",
    rung_silent: "has no Allow",
    rung_denies: "denies",
    attach: "Attach policy…",
    attach_button: "Attach",
    attach_to: "Attach to…",
    new_unit: "New unit…",
    invite: "Invite account…",
    new_account: "Create account…",
    move_to: "Move to…",
    remove: "Remove from organization",
    leave: "Leave organization",
    accept: |account| format!("Accept as {account}"),
    make: "Create organization…",
    make_title: "New organization",
    management_account: "Management account",
    make_button: "Create organization",
    make_note: "SCPs and RCPs never limit the management account. Other accounts are invited afterwards.",
    attach_title: |target| format!("Attach a policy to {target}"),
    attach_policy_title: |policy| format!("Attach {policy}"),
    policy: "Policy",
    no_policy: "There is no further policy to attach. Write one below, under SCPs or RCPs.",
    target: "To",
    no_target: "It is attached everywhere already.",
    move_title: |account| format!("Move {account}"),
    destination: "To",
    move_button: "Move",
    no_destination: "There is no other place: create a unit first.",
    invite_title: "Invite an account",
    account: "Account",
    invite_button: "Invite",
    no_account: "Every account of this world is in an organization.",
    new_account_title: "New account",
    new_account_note: "It gets the role OrganizationAccountAccessRole, which the management account may assume.",
    new_unit_title: |parent| format!("New unit in {parent}"),
    new_policy: |kind| format!("New {kind}"),
    new_policy_note: |action| format!("Its first statement denies {action}. It has no effect until it is attached."),
};

pub(super) const ES: OrganizationStrings = OrganizationStrings {
    title: "Organización",
    tree: "Raíz, unidades y cuentas",
    invited: "Invitadas",
    scps: "SCP",
    rcps: "RCP",
    on: "activas",
    off: "inactivas",
    turn_on: "Activar",
    turn_off: "Desactivar",
    root: "Raíz",
    management: "administración",
    id: "Id",
    description: "Descripción",
    nothing_attached: "No hay ninguna política adjunta justo aquí.",
    by_level: |kind| format!("{kind} por nivel"),
    own_level: "aquí",
    inherited: "heredada",
    exempt: "Las SCP y RCP no limitan la cuenta de administración, se adjunten donde se adjunten.",
    delegated: "delegada",
    administers: "Administra",
    delegate: "Delegar…",
    delegate_title: |account| format!("Qué administra {account}"),
    service: "Servicio",
    features: "Funciones",
    feature_set: "Conjunto de funciones",
    all_features: "todas las funciones",
    trusted: "Acceso de confianza",
    root_features: ["Credenciales raíz de las cuentas miembro", "Sesiones raíz en las cuentas miembro"],
    root_note: "El acceso raíz central depende del acceso de confianza de iam.amazonaws.com.",
    is_on: "activo",
    is_off: "inactivo",
    delete: "Eliminar la organización",
    rename: "Cambiar nombre…",
    decline: |account| format!("Rechazar como {account}"),
    cancel: "Cancelar la invitación",
    waits: |day| format!("espera hasta el {day}"),
    canceled: "cancelada",
    declined: "rechazada",
    expired: "vencida",
    rung_allows: "permite",
    rung_silent: "no tiene Allow",
    rung_denies: "deniega",
    attach: "Adjuntar política…",
    attach_button: "Adjuntar",
    attach_to: "Adjuntar a…",
    new_unit: "Nueva unidad…",
    invite: "Invitar cuenta…",
    new_account: "Crear cuenta…",
    move_to: "Mover a…",
    remove: "Quitar de la organización",
    leave: "Dejar la organización",
    accept: |account| format!("Aceptar como {account}"),
    make: "Crear organización…",
    make_title: "Nueva organización",
    management_account: "Cuenta de administración",
    make_button: "Crear organización",
    make_note: "Las SCP y RCP nunca limitan la cuenta de administración. Las demás cuentas se invitan después.",
    attach_title: |target| format!("Adjuntar una política a {target}"),
    attach_policy_title: |policy| format!("Adjuntar {policy}"),
    policy: "Política",
    no_policy: "No hay más políticas que adjuntar. Escribe una abajo, en SCP o RCP.",
    target: "A",
    no_target: "Ya está adjunta en todas partes.",
    move_title: |account| format!("Mover {account}"),
    destination: "A",
    move_button: "Mover",
    no_destination: "No hay otro lugar: crea antes una unidad.",
    invite_title: "Invitar una cuenta",
    account: "Cuenta",
    invite_button: "Invitar",
    no_account: "Todas las cuentas de este mundo están en una organización.",
    new_account_title: "Nueva cuenta",
    new_account_note: "Recibe el rol OrganizationAccountAccessRole, que la cuenta de administración puede asumir.",
    new_unit_title: |parent| format!("Nueva unidad en {parent}"),
    new_policy: |kind| format!("Nueva {kind}"),
    new_policy_note: |action| format!("Su primer statement deniega {action}. No tiene efecto hasta que se adjunte."),
};

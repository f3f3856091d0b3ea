//! Labels of the world: the tree, the details of what is in it, the forms.

/// See the module.
#[derive(Debug)]
pub struct WorldStrings {
    /// Title of the zone.
    pub title: &'static str,
    /// Nobody's permissions are needed to build.
    pub owner_mode: &'static str,
    /// Building needs the permissions of whoever acts.
    pub caller_mode: &'static str,
    /// What a click on the mode does.
    pub to_owner_mode: &'static str,
    /// What a click on the mode does.
    pub to_caller_mode: &'static str,
    /// What caller mode means, below the title; by name of who acts.
    pub caller_note: fn(&str) -> String,
    /// Why there are no buttons here; by name of who acts, and account.
    pub other_account: fn(&str, &str) -> String,

    /// Heading.
    pub users: &'static str,
    /// Heading.
    pub groups: &'static str,
    /// Heading.
    pub roles: &'static str,
    /// Heading.
    pub policies: &'static str,
    /// Heading.
    pub buckets: &'static str,
    /// The row of whoever asks.
    pub asking: &'static str,
    /// The row with the document that decides.
    pub deciding: &'static str,
    /// How many policies something has.
    pub n_policies: fn(usize) -> String,
    /// How many members a group has, where they are too many to name.
    pub n_members: fn(usize) -> String,
    /// How many objects are in a bucket.
    pub n_objects: fn(usize) -> String,
    /// How many statements a policy has.
    pub n_statements: fn(usize) -> String,
    /// To how much a policy is attached.
    pub n_uses: fn(usize) -> String,
    /// A session in the tree; by who took it, and its own name where that differs.
    pub session_of: fn(&str, Option<&str>) -> String,
    /// How long a session still lives.
    pub left: fn(&str) -> String,
    /// When a session ended.
    pub ended: fn(&str) -> String,

    /// What the facts of a detail are called.
    pub facts: FactStrings,
    /// What buttons say.
    pub act: ActStrings,
    /// What forms say.
    pub form: FormStrings,
}

/// What the facts of a detail are called, and their values.
#[derive(Debug)]
pub struct FactStrings {
    /// Access key.
    pub key: &'static str,
    /// A key that may be used.
    pub active: &'static str,
    /// A key that is switched off.
    pub inactive: &'static str,
    /// A user without keys cannot act.
    pub no_key: &'static str,
    /// Groups of a user.
    pub groups: &'static str,
    /// Permissions boundary.
    pub boundary: &'static str,
    /// No value.
    pub none: &'static str,
    /// Attached to nothing.
    pub nothing: &'static str,
    /// So many others are not listed.
    pub and_more: fn(usize) -> String,
    /// A user in a group.
    pub member: &'static str,
    /// Longest session of a role.
    pub longest: &'static str,
    /// Trust policy.
    pub trust: &'static str,
    /// An account as a whole that is trusted; by name.
    pub account: fn(&str) -> String,
    /// The role of a session.
    pub role: &'static str,
    /// The name of a session.
    pub session_name: &'static str,
    /// Who a session was made by.
    pub taken_by: &'static str,
    /// When.
    pub issued: &'static str,
    /// Until when.
    pub ends: &'static str,
    /// Versions of a policy.
    pub versions: &'static str,
    /// How many, and which has effect.
    pub default_of: fn(u32, usize) -> String,
    /// What a policy is attached to.
    pub attached_to: &'static str,
    /// Owner of a policy or bucket.
    pub owner: &'static str,
    /// AWS owns the policy.
    pub by_aws: &'static str,
    /// Where a bucket is.
    pub region: &'static str,
    /// What is in a bucket.
    pub objects: &'static str,
    /// A policy that stands in its user, group or role.
    pub inline: &'static str,
    /// A policy of its own.
    pub managed: &'static str,
}

/// What buttons say.
#[derive(Debug)]
pub struct ActStrings {
    /// Act as this user or session.
    pub act_as: &'static str,
    /// This is who acts.
    pub acting: &'static str,
    /// Opens the list of managed policies.
    pub attach: &'static str,
    /// Opens the form for an inline policy.
    pub write_inline: &'static str,
    /// Opens the list of groups.
    pub join: &'static str,
    /// Opens the list of users.
    pub add_user: &'static str,
    /// Takes a managed policy off.
    pub detach: &'static str,
    /// Deletes an inline policy.
    pub delete: &'static str,
    /// Leaves a group.
    pub leave: &'static str,
    /// Takes a user out of a group.
    pub remove: &'static str,
    /// Opens the form that assumes a role.
    pub assume: &'static str,
    /// Opens the trust policy.
    pub open_trust: &'static str,
    /// Opens a document.
    pub open: &'static str,
    /// Opens the bucket policy.
    pub open_bucket_policy: &'static str,
    /// Opens an empty bucket policy.
    pub write_bucket_policy: &'static str,
    /// Opens the form for an object.
    pub put_object: &'static str,
    /// What exactly a short button is for: its words, and the object.
    pub of: fn(&str, &str) -> String,
}

/// What forms say.
#[derive(Debug)]
pub struct FormStrings {
    /// Closes the form.
    pub close: &'static str,
    /// Makes it.
    pub create: &'static str,
    /// Title.
    pub new_user: &'static str,
    /// Title.
    pub new_group: &'static str,
    /// Title.
    pub new_role: &'static str,
    /// Title.
    pub new_policy: &'static str,
    /// Title.
    pub new_bucket: &'static str,
    /// Title, by bucket.
    pub new_object: fn(&str) -> String,
    /// Title, by who gets the policy.
    pub new_inline: fn(&str) -> String,
    /// Name of a `+` button: its title, and the account.
    pub in_account: fn(&str, &str) -> String,
    /// Field.
    pub name: &'static str,
    /// Field.
    pub object_key: &'static str,
    /// What a new user gets.
    pub user_note: &'static str,
    /// Whom a new role trusts.
    pub role_note: fn(&str) -> String,
    /// Whom a new role trusts, where nobody in the account acts.
    pub role_note_account: &'static str,
    /// What a new policy says first; by action and resource.
    pub policy_note: fn(&str, &str) -> String,
    /// Where names of buckets are unique.
    pub bucket_note: &'static str,
    /// The name is taken.
    pub taken: fn(&str) -> String,

    /// Title, by who gets the policy.
    pub attach_title: fn(&str) -> String,
    /// Name of the search field.
    pub search: &'static str,
    /// Hint in the search field.
    pub search_hint: fn(usize) -> String,
    /// Name of the list.
    pub policies: &'static str,
    /// Heading in the list.
    pub own_policies: &'static str,
    /// Heading in the list.
    pub aws_policies: fn(usize) -> String,
    /// The search finds nothing.
    pub nothing_found: &'static str,
    /// The policy hangs there already.
    pub attached: &'static str,
    /// The policy would turn the answer.
    pub would_allow: &'static str,
    /// The button, by policy.
    pub attach_one: fn(&str) -> String,

    /// Title, by user.
    pub join_title: fn(&str) -> String,
    /// Title, by group.
    pub add_user_title: fn(&str) -> String,
    /// Field.
    pub group: &'static str,
    /// Field.
    pub user: &'static str,
    /// The button.
    pub join: &'static str,
    /// The button.
    pub add: &'static str,
    /// There is no group to join.
    pub no_group: &'static str,
    /// There is no user to add.
    pub no_user: &'static str,

    /// Title, by who acts.
    pub assume_title: fn(&str) -> String,
    /// Field.
    pub role: &'static str,
    /// Field.
    pub session_name: &'static str,
    /// Field.
    pub duration: &'static str,
    /// Choice.
    pub minutes_15: &'static str,
    /// Choice.
    pub hour: &'static str,
    /// Choice: as long as the role allows.
    pub longest: fn(&str) -> String,
    /// Choice.
    pub other_duration: &'static str,
    /// Field.
    pub seconds: &'static str,
    /// Up to how long.
    pub up_to: fn(&str) -> String,
    /// Up to how long, where a session assumes a role.
    pub up_to_chained: &'static str,
    /// The seconds are out of range, by least and most.
    pub out_of_range: fn(u32, u32) -> String,
    /// The button, by role.
    pub assume_one: fn(&str) -> String,
    /// Puts the question into the Ask bar instead.
    pub ask_only: &'static str,
}

fn count(n: usize, one: &str, many: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {many}") }
}

/// One hour stays, two hours stay.
pub(super) fn spanish_left(time: &str) -> String {
    let verb = if time.starts_with("1 ") { "queda" } else { "quedan" };
    format!("{verb} {time}")
}

pub(super) const EN: WorldStrings = WorldStrings {
    title: "World",
    owner_mode: "owner mode",
    caller_mode: "caller mode",
    to_owner_mode: "Switch to owner mode: building needs nobody’s permission",
    to_caller_mode: "Switch to caller mode: building needs the permissions of whoever acts",
    caller_note: |who| format!("You build as {who}: what {who}’s policies do not allow, AWS refuses."),
    other_account: |who, account| format!("{who} speaks for another account and builds nothing in {account}."),
    users: "Users",
    groups: "Groups",
    roles: "Roles",
    policies: "Policies",
    buckets: "Buckets",
    asking: "asking",
    deciding: "decides",
    n_policies: |n| count(n, "policy", "policies"),
    n_members: |n| count(n, "member", "members"),
    n_objects: |n| count(n, "object", "objects"),
    n_statements: |n| count(n, "statement", "statements"),
    n_uses: |n| count(n, "use", "uses"),
    session_of: |who, name| match name {
        Some(name) => format!("{name}, of {who}"),
        None => format!("of {who}"),
    },
    left: |time| format!("{time} left"),
    ended: |time| format!("ended {time}"),
    facts: FactStrings {
        key: "Key",
        active: "active",
        inactive: "inactive",
        no_key: "none, so nobody can act as this user",
        groups: "Groups",
        boundary: "Boundary",
        none: "none",
        nothing: "nothing",
        and_more: |n| format!("and {n} more"),
        member: "member",
        longest: "Longest session",
        trust: "Trusts",
        account: |account| format!("account {account}"),
        role: "Role",
        session_name: "Session name",
        taken_by: "Taken by",
        issued: "Issued",
        ends: "Ends",
        versions: "Versions",
        default_of: |default, n| if n == 1 { format!("v{default}") } else { format!("{n}, v{default} has effect") },
        attached_to: "Attached to",
        owner: "Owner",
        by_aws: "AWS: it can be attached, not changed",
        region: "Region",
        objects: "Objects",
        inline: "inline",
        managed: "managed",
    },
    act: ActStrings {
        act_as: "Act as",
        acting: "Acting",
        attach: "Attach policy…",
        write_inline: "Write inline policy…",
        join: "Join group…",
        add_user: "Add user…",
        detach: "Detach",
        delete: "Delete",
        leave: "Leave",
        remove: "Remove",
        assume: "Assume role…",
        open_trust: "Trust policy",
        open: "Open",
        open_bucket_policy: "Bucket policy",
        write_bucket_policy: "Write bucket policy",
        put_object: "Put object…",
        of: |button, object| format!("{button}: {object}"),
    },
    form: FormStrings {
        close: "Close",
        create: "Create",
        new_user: "New user",
        new_group: "New group",
        new_role: "New role",
        new_policy: "New policy",
        new_bucket: "New bucket",
        new_object: |bucket| format!("Put an object into {bucket}"),
        new_inline: |who| format!("New inline policy of {who}"),
        in_account: |title, account| format!("{title} in {account}"),
        name: "Name",
        object_key: "Object key",
        user_note: "An access key comes with it.",
        role_note: |who| format!("{who} may assume it; the trust policy says so."),
        role_note_account: "The account may assume it; the trust policy says so.",
        policy_note: |action, resource| format!("It begins with Allow {action} on {resource}."),
        bucket_note: "No other bucket in all of AWS has the name.",
        taken: |name| format!("{name} exists already; this would replace it."),
        attach_title: |who| format!("Attach a policy to {who}"),
        search: "Search policies",
        search_hint: |n| format!("Search {n} policies"),
        policies: "Policies",
        own_policies: "Your policies",
        aws_policies: |n| format!("AWS managed, {n}"),
        nothing_found: "No policy has this in its name.",
        attached: "attached",
        would_allow: "would allow it",
        attach_one: |policy| format!("Attach {policy}"),
        join_title: |user| format!("{user} joins a group"),
        add_user_title: |group| format!("Add a user to {group}"),
        group: "Group",
        user: "User",
        join: "Join",
        add: "Add",
        no_group: "There is no other group in this account.",
        no_user: "Every user of this account is in it.",
        assume_title: |who| format!("Assume a role as {who}"),
        role: "Role",
        session_name: "Session name",
        duration: "Duration",
        minutes_15: "15 minutes",
        hour: "1 hour",
        longest: |time| format!("{time}, the longest"),
        other_duration: "Other…",
        seconds: "Seconds",
        up_to: |time| format!("the role allows up to {time}"),
        up_to_chained: "up to 1 hour, since a session asks",
        out_of_range: |least, most| format!("Between {least} and {most}."),
        assume_one: |role| format!("Assume {role}"),
        ask_only: "Ask only",
    },
};

pub(super) const ES: WorldStrings = WorldStrings {
    title: "Mundo",
    owner_mode: "modo dueño",
    caller_mode: "modo de quien llama",
    to_owner_mode: "Pasar al modo dueño: para construir no hace falta permiso de nadie",
    to_caller_mode: "Pasar al modo de quien llama: para construir hacen falta los permisos de quien actúa",
    caller_note: |who| format!("Construyes como {who}: AWS rechaza lo que sus políticas no permiten."),
    other_account: |who, account| format!("{who} habla por otra cuenta y no construye nada en {account}."),
    users: "Usuarios",
    groups: "Grupos",
    roles: "Roles",
    policies: "Políticas",
    buckets: "Buckets",
    asking: "pregunta",
    deciding: "decide",
    n_policies: |n| count(n, "política", "políticas"),
    n_members: |n| count(n, "miembro", "miembros"),
    n_objects: |n| count(n, "objeto", "objetos"),
    n_statements: |n| count(n, "statement", "statements"),
    n_uses: |n| count(n, "uso", "usos"),
    session_of: |who, name| match name {
        Some(name) => format!("{name}, de {who}"),
        None => format!("de {who}"),
    },
    left: spanish_left,
    ended: |time| format!("acabó a las {time}"),
    facts: FactStrings {
        key: "Clave",
        active: "activa",
        inactive: "inactiva",
        no_key: "ninguna: nadie puede actuar como este usuario",
        groups: "Grupos",
        boundary: "Boundary",
        none: "ninguno",
        nothing: "nada",
        and_more: |n| format!("y {n} más"),
        member: "miembro",
        longest: "Sesión más larga",
        trust: "Confía en",
        account: |account| format!("la cuenta {account}"),
        role: "Rol",
        session_name: "Nombre",
        taken_by: "La tomó",
        issued: "Emitida",
        ends: "Acaba",
        versions: "Versiones",
        default_of: |default, n| if n == 1 { format!("v{default}") } else { format!("{n}, rige la v{default}") },
        attached_to: "Adjunta a",
        owner: "Dueño",
        by_aws: "AWS: se puede adjuntar, no cambiar",
        region: "Región",
        objects: "Objetos",
        inline: "inline",
        managed: "administrada",
    },
    act: ActStrings {
        act_as: "Actuar así",
        acting: "Actúa",
        attach: "Adjuntar política…",
        write_inline: "Escribir política inline…",
        join: "Entrar en un grupo…",
        add_user: "Añadir usuario…",
        detach: "Quitar",
        delete: "Borrar",
        leave: "Salir",
        remove: "Sacar",
        assume: "Asumir rol…",
        open_trust: "Política de confianza",
        open: "Abrir",
        open_bucket_policy: "Política del bucket",
        write_bucket_policy: "Escribir política del bucket",
        put_object: "Subir objeto…",
        of: |button, object| format!("{button}: {object}"),
    },
    form: FormStrings {
        close: "Cerrar",
        create: "Crear",
        new_user: "Nuevo usuario",
        new_group: "Nuevo grupo",
        new_role: "Nuevo rol",
        new_policy: "Nueva política",
        new_bucket: "Nuevo bucket",
        new_object: |bucket| format!("Subir un objeto a {bucket}"),
        new_inline: |who| format!("Nueva política inline de {who}"),
        in_account: |title, account| format!("{title} en {account}"),
        name: "Nombre",
        object_key: "Clave del objeto",
        user_note: "Nace con una clave de acceso.",
        role_note: |who| format!("Podrá asumirlo {who}: lo dice la política de confianza."),
        role_note_account: "Podrá asumirlo la cuenta: lo dice la política de confianza.",
        policy_note: |action, resource| format!("Empieza con Allow {action} en {resource}."),
        bucket_note: "El nombre es único en todo AWS.",
        taken: |name| format!("{name} ya existe; esto la sustituiría."),
        attach_title: |who| format!("Adjuntar una política a {who}"),
        search: "Buscar políticas",
        search_hint: |n| format!("Buscar entre {n} políticas"),
        policies: "Políticas",
        own_policies: "Tus políticas",
        aws_policies: |n| format!("Administradas por AWS, {n}"),
        nothing_found: "Ninguna política se llama así.",
        attached: "adjunta",
        would_allow: "lo permitiría",
        attach_one: |policy| format!("Adjuntar {policy}"),
        join_title: |user| format!("{user} entra en un grupo"),
        add_user_title: |group| format!("Añadir un usuario a {group}"),
        group: "Grupo",
        user: "Usuario",
        join: "Entrar",
        add: "Añadir",
        no_group: "No hay otro grupo en esta cuenta.",
        no_user: "Ya están todos los usuarios de la cuenta.",
        assume_title: |who| format!("Asumir un rol como {who}"),
        role: "Rol",
        session_name: "Nombre de la sesión",
        duration: "Duración",
        minutes_15: "15 minutos",
        hour: "1 hora",
        longest: |time| format!("{time}, lo máximo"),
        other_duration: "Otra…",
        seconds: "Segundos",
        up_to: |time| format!("el rol permite hasta {time}"),
        up_to_chained: "hasta 1 hora, porque lo pide una sesión",
        out_of_range: |least, most| format!("Entre {least} y {most}."),
        assume_one: |role| format!("Asumir {role}"),
        ask_only: "Solo preguntar",
    },
};

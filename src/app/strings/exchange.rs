//! Labels of importing and exporting accounts.

/// See the module.
#[derive(Debug)]
pub struct ExchangeStrings {
    /// Heading.
    pub heading: &'static str,
    /// What file is wanted, and where it stays.
    pub note: &'static str,
    /// Chooses files.
    pub import: &'static str,
    /// Gives everything other names.
    pub rename: &'static str,
    /// Takes what no such file holds not to be there.
    pub is_whole: &'static str,
    /// A field for the text itself.
    pub paste: &'static str,
    /// Reads what stands in the field.
    pub read: &'static str,
    /// The name of what stood in the field.
    pub pasted: &'static str,
    /// What the account is called.
    pub account: &'static str,
    /// So many entries of so many are read.
    pub progress: fn(usize, usize) -> String,
    /// Stops it, or forgets what was read.
    pub cancel: &'static str,
    /// Users, groups, roles, policies of its own and of AWS.
    pub counts: fn([usize; 5]) -> String,
    /// Heading of what such a file does not tell.
    pub absent: &'static str,
    /// Heading of what was left out.
    pub left_out: fn(usize) -> String,
    /// More was left out than is listed.
    pub more: fn(usize) -> String,
    /// Opens the account in place of the present world.
    pub open: &'static str,
    /// It was opened; the world before is kept.
    pub opened: &'static str,
    /// Heading of what hands accounts out.
    pub hand_out: &'static str,
    /// Hands an account out as JSON; its name.
    pub export_json: fn(&str) -> String,
    /// Hands an account out as a script; its name.
    pub export_script: fn(&str) -> String,
}

pub(super) const EN: ExchangeStrings = ExchangeStrings {
    heading: "An account of AWS",
    note: "Save what aws iam get-account-authorization-details prints, and open it here; several pages at once, if there are. The file stays in this tab.",
    import: "Import an account…",
    rename: "Other names for users, roles, policies, tags, buckets, accounts; verdicts stay the same (IP addresses and dates stay, too)",
    is_whole: "Answer as if there were no more: no organization, no resources, no policies of resources. Otherwise what depends on them reads “cannot say”",
    paste: "Or paste it here",
    read: "Read",
    pasted: "pasted text",
    account: "imported",
    progress: |done, all| format!("{done} of {all}"),
    cancel: "Cancel",
    counts: |[users, groups, roles, policies, of_aws]| {
        format!("{users} users, {groups} groups, {roles} roles, {policies} policies of its own, {of_aws} of AWS.")
    },
    absent: "Not in such a file",
    left_out: |n| format!("Left out: {n}"),
    more: |n| format!("And {n} more."),
    open: "Open in place of this world",
    opened: "The account is open. Your world is kept until you close this message.",
    hand_out: "Hand out an account of this world",
    export_json: |name| format!("{name} as JSON"),
    export_script: |name| format!("{name} as a CLI script"),
};

pub(super) const ES: ExchangeStrings = ExchangeStrings {
    heading: "Una cuenta de AWS",
    note: "Guarda lo que imprime aws iam get-account-authorization-details y ábrelo aquí; varias páginas a la vez, si las hay. El archivo no sale de esta pestaña.",
    import: "Importar una cuenta…",
    rename: "Otros nombres para usuarios, roles, políticas, etiquetas, buckets y cuentas; los veredictos no cambian (las direcciones IP y las fechas se quedan)",
    is_whole: "Responder como si no hubiera nada más: ni organización, ni recursos, ni políticas de recursos. Si no, lo que dependa de ellos dirá «no se puede saber»",
    paste: "O pégalo aquí",
    read: "Leer",
    pasted: "texto pegado",
    account: "importada",
    progress: |done, all| format!("{done} de {all}"),
    cancel: "Cancelar",
    counts: |[users, groups, roles, policies, of_aws]| {
        format!("{users} usuarios, {groups} grupos, {roles} roles, {policies} políticas propias, {of_aws} de AWS.")
    },
    absent: "No está en un archivo así",
    left_out: |n| format!("Omitido: {n}"),
    more: |n| format!("Y {n} más."),
    open: "Abrir en lugar de este mundo",
    opened: "La cuenta está abierta. Tu mundo se guarda hasta que cierres este mensaje.",
    hand_out: "Entregar una cuenta de este mundo",
    export_json: |name| format!("{name} como JSON"),
    export_script: |name| format!("{name} como script de la CLI"),
};

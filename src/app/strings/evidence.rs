//! Labels of documents, of the editor and of what AWS answers.

/// See the module.
#[derive(Debug)]
pub struct EvidenceStrings {
    /// Title of the zone.
    pub title: &'static str,
    /// Closes the sheet on a phone.
    pub close: &'static str,
    /// Goes back to what the answer points at.
    pub back_to_answer: &'static str,
    /// Behind the name of a principal.
    pub identity_policies: fn(&str) -> String,
    /// What a document is.
    pub managed_policy: &'static str,
    /// What a document is.
    pub aws_managed_policy: &'static str,
    /// What a document is.
    pub inline_policy_of: fn(&str) -> String,
    /// What a document is.
    pub trust_policy_of: fn(&str) -> String,
    /// What a document is.
    pub bucket_policy_of: fn(&str) -> String,
    /// What a document is.
    pub key_policy_of: fn(&str) -> String,
    /// What a document is.
    pub endpoint_policy_of: fn(&str) -> String,
    /// What a document is; by queue, topic, table, secret or function.
    pub resource_policy_of: fn(&str) -> String,
    /// What a document is.
    pub session_policy: &'static str,
    /// What a grant of a KMS key allows.
    pub grant: &'static str,
    /// The document as it was when the answer was given.
    pub as_it_was: &'static str,
    /// AWS's own policies cannot be edited.
    pub read_only: &'static str,
    /// The text differs from what is saved.
    pub changed: &'static str,
    /// The document does not exist yet.
    pub not_saved: &'static str,
    /// Name of the text area.
    pub text: fn(&str) -> String,
    /// Name of the list of problems.
    pub problems: &'static str,
    /// How many problems there are.
    pub n_problems: fn(usize) -> String,
    /// Where a problem is.
    pub line: fn(u32) -> String,
    /// Goes to a problem.
    pub go_to: &'static str,
    /// What AWS would answer to the document.
    pub aws_would_answer: fn(&str) -> String,
    /// Writes the document.
    pub save: &'static str,
    /// Sends a document that AWS refuses.
    pub save_anyway: &'static str,
    /// Throws the changes away.
    pub discard: &'static str,
    /// Title of the shelf of somebody without policies.
    pub no_policies: fn(&str) -> String,
    /// What that means.
    pub no_policies_note: &'static str,
    /// Opens the narrowest statement that would help.
    pub write_missing: &'static str,
    /// Opens the list of managed policies.
    pub attach: &'static str,
    /// Title where a resource has no policy.
    pub no_resource_policy: fn(&str) -> String,
    /// What that means.
    pub no_resource_policy_note: &'static str,
    /// Opens a policy for the resource.
    pub write_resource_policy: &'static str,
    /// Title of the facts of a key.
    pub credentials_of: fn(&str) -> String,
    /// Over the document that grants on one side of a request across accounts; the account.
    pub side_grants: fn(&str) -> String,
    /// In place of AWS’s answer, where it depends on what is not known.
    pub not_known: &'static str,
    /// What is taken for granted of a root user.
    pub root_note: &'static str,
    /// See above, of a service.
    pub service_note: &'static str,
    /// See above, of somebody with a token.
    pub token_note: &'static str,
    /// See above, where nobody signs.
    pub anonymous_note: &'static str,
    /// Facts.
    pub access_key_id: &'static str,
    /// Facts.
    pub issued: &'static str,
    /// Facts.
    pub ends: &'static str,
    /// Facts.
    pub ends_never: &'static str,
    /// Facts.
    pub role: &'static str,
    /// Facts.
    pub asked_by: &'static str,
    /// What the facts are.
    pub record_note: &'static str,
    /// Kind of document.
    pub scp: &'static str,
    /// Kind of document.
    pub rcp: &'static str,
    /// Title of AWS's sentence.
    pub answer: &'static str,
    /// Under AWS's sentence.
    pub typical_wording: &'static str,
    /// Where nothing was refused.
    pub success: &'static str,
    /// What stands there for a request that would be let through and was not carried out.
    pub authorized: &'static str,
    /// Title of the rule.
    pub rule: &'static str,
    /// Name of the list of policies.
    pub policies_here: &'static str,
}

pub(super) const EN: EvidenceStrings = EvidenceStrings {
    title: "Evidence",
    close: "Close evidence",
    back_to_answer: "Back to the answer",
    identity_policies: |who| format!("{who} · identity policies"),
    managed_policy: "managed policy",
    aws_managed_policy: "AWS managed policy",
    inline_policy_of: |who| format!("inline policy of {who}"),
    trust_policy_of: |role| format!("trust policy of {role}"),
    bucket_policy_of: |bucket| format!("bucket policy of {bucket}"),
    scp: "service control policy of the organization",
    rcp: "resource control policy of the organization",
    key_policy_of: |key| format!("key policy of {key}"),
    endpoint_policy_of: |endpoint| format!("endpoint policy of {endpoint}"),
    resource_policy_of: |resource| format!("resource policy of {resource}"),
    session_policy: "session policy",
    grant: "grant of the KMS key, as a statement",
    as_it_was: "as it was when this was asked",
    read_only: "read only",
    changed: "changed, not saved",
    not_saved: "not saved yet",
    text: |name| format!("Policy text of {name}"),
    problems: "Problems",
    n_problems: |n| match n {
        0 => "No problems".to_owned(),
        1 => "1 problem".to_owned(),
        _ => format!("{n} problems"),
    },
    line: |line| format!("Line {line}"),
    go_to: "Go to",
    aws_would_answer: |code| format!("AWS would answer {code}"),
    save: "Save",
    save_anyway: "Send it anyway",
    discard: "Discard",
    no_policies: |who| format!("{who} has no identity policies"),
    no_policies_note: "What no policy of a resource grants ends as “nothing allows it”.",
    write_missing: "Write the missing statement",
    attach: "Attach…",
    no_resource_policy: |owner| format!("{owner} has no policy of its own"),
    no_resource_policy_note: "It can let callers in by itself: within the account that is enough, across accounts it is needed.",
    write_resource_policy: "Write its policy",
    credentials_of: |who| format!("Credentials of {who}"),
    side_grants: |account| format!("{account} says yes"),
    not_known: "AWS knows what is not known here, and would answer by it: yes or no.",
    root_note: "The root user is signed in. It has everything in its own account without a policy; service control policies bind it all the same.",
    service_note: "The service signs with credentials of its own, which the sandbox takes to hold. It has no account and no policies: only the resource’s policy can let it in.",
    token_note: "The token is taken to be genuine and in time. Whoever shows it has no policies yet: only a role’s trust policy can let them in.",
    anonymous_note: "The request is not signed, so nobody is authenticated. Only a policy on the resource that names everyone can let it in.",
    access_key_id: "Access key id",
    issued: "Issued",
    ends: "Ends",
    ends_never: "never by itself",
    role: "Role",
    asked_by: "Asked for by",
    record_note: "This is the sandbox’s own record. To AWS’s customers a session token is opaque.",
    answer: "AWS would answer",
    typical_wording: "Typical wording; services differ.",
    success: "200 OK",
    authorized: "Authorized. Whether it then succeeds shows when it is sent.",
    rule: "Rule",
    policies_here: "Policies at this station",
};

pub(super) const ES: EvidenceStrings = EvidenceStrings {
    title: "Evidencia",
    close: "Cerrar la evidencia",
    back_to_answer: "Volver a la respuesta",
    identity_policies: |who| format!("{who} · políticas de identidad"),
    managed_policy: "política administrada",
    aws_managed_policy: "política administrada por AWS",
    inline_policy_of: |who| format!("política inline de {who}"),
    trust_policy_of: |role| format!("política de confianza de {role}"),
    bucket_policy_of: |bucket| format!("política del bucket {bucket}"),
    scp: "política de control de servicios de la organización",
    rcp: "política de control de recursos de la organización",
    key_policy_of: |key| format!("política de la clave {key}"),
    endpoint_policy_of: |endpoint| format!("política del punto de conexión {endpoint}"),
    resource_policy_of: |resource| format!("política de recurso de {resource}"),
    session_policy: "política de sesión",
    grant: "grant de la clave de KMS, como statement",
    as_it_was: "tal como era cuando se preguntó",
    read_only: "solo lectura",
    changed: "con cambios sin guardar",
    not_saved: "aún sin guardar",
    text: |name| format!("Texto de la política {name}"),
    problems: "Problemas",
    n_problems: |n| match n {
        0 => "Sin problemas".to_owned(),
        1 => "1 problema".to_owned(),
        _ => format!("{n} problemas"),
    },
    line: |line| format!("Línea {line}"),
    go_to: "Ir",
    aws_would_answer: |code| format!("AWS respondería {code}"),
    save: "Guardar",
    save_anyway: "Enviarlo de todos modos",
    discard: "Descartar",
    no_policies: |who| format!("{who} no tiene políticas de identidad"),
    no_policies_note: "Lo que no le conceda la política de un recurso acabará en «nada lo permite».",
    write_missing: "Escribir el statement que falta",
    attach: "Adjuntar…",
    no_resource_policy: |owner| format!("{owner} no tiene política propia"),
    no_resource_policy_note: "Puede dejar entrar por sí mismo: dentro de la cuenta basta con eso, entre cuentas hace falta.",
    write_resource_policy: "Escribir su política",
    credentials_of: |who| format!("Credenciales de {who}"),
    side_grants: |account| format!("{account} dice que sí"),
    not_known: "AWS sabe lo que aquí no se sabe, y respondería según ello: que sí o que no.",
    root_note: "El usuario raíz ha iniciado sesión. Lo puede todo en su cuenta sin política alguna; aun así lo atan las políticas de control de servicios.",
    service_note: "El servicio firma con credenciales propias, que el sandbox da por válidas. No tiene cuenta ni políticas: solo la política del recurso puede dejarlo pasar.",
    token_note: "El token se da por auténtico y vigente. Quien lo muestra aún no tiene políticas: solo la política de confianza de un rol puede dejarlo pasar.",
    anonymous_note: "La petición no va firmada, así que nadie se ha autenticado. Solo una política del recurso que nombre a todo el mundo puede dejarla pasar.",
    access_key_id: "Id de la clave de acceso",
    issued: "Emitidas",
    ends: "Acaban",
    ends_never: "nunca por sí solas",
    role: "Rol",
    asked_by: "Las pidió",
    record_note: "Esto es el registro del propio sandbox. Para los clientes de AWS, un token de sesión es opaco.",
    answer: "AWS respondería",
    typical_wording: "Redacción típica; cambia según el servicio.",
    success: "200 OK",
    authorized: "Autorizada. Si además sale bien, se ve al enviarla.",
    rule: "Regla",
    policies_here: "Políticas de esta estación",
};

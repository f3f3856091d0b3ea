//! Labels of identities and their credentials: the card of a credential, passwords, keys, devices, signing in.
//! AWS's terms stay.

/// The card of a credential.
#[derive(Debug)]
pub struct CredentialStrings {
    /// Opens the card.
    pub show: &'static str,
    /// Title.
    pub title: &'static str,
    /// Fact.
    pub access_key_id: &'static str,
    /// Fact.
    pub secret: &'static str,
    /// Fact.
    pub token: &'static str,
    /// Until when, before the moment.
    pub ends: &'static str,
    /// The secret of a long-term key is gone.
    pub shown_once: &'static str,
    /// For whom it is written, for screen readers.
    pub format: &'static str,
    /// Copies a value.
    pub copy: &'static str,
    /// Copies the whole.
    pub copy_all: &'static str,
    /// It was copied.
    pub copied: &'static str,
}

pub(super) const CREDENTIAL_EN: CredentialStrings = CredentialStrings {
    show: "Credentials",
    title: "Temporary credentials",
    access_key_id: "Access key ID",
    secret: "Secret access key",
    token: "Session token",
    ends: "Ends",
    shown_once: "AWS shows the secret once, when the key is made. Whoever lost it makes another key.",
    format: "Written for",
    copy: "Copy",
    copy_all: "Copy all",
    copied: "Copied",
};

pub(super) const CREDENTIAL_ES: CredentialStrings = CredentialStrings {
    show: "Credenciales",
    title: "Credenciales temporales",
    access_key_id: "ID de clave de acceso",
    secret: "Clave de acceso secreta",
    token: "Token de sesión",
    ends: "Termina",
    shown_once: "AWS muestra la clave secreta una vez, al crearla. Quien la pierde crea otra clave.",
    format: "Escritas para",
    copy: "Copiar",
    copy_all: "Copiar todo",
    copied: "Copiado",
};

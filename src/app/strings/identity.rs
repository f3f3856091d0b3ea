//! Labels of identities and their credentials: the card of a credential, passwords, keys, devices, signing in.
//! AWS's terms stay.

mod en;
mod es;

pub(super) use en::{CREDENTIAL_EN, IDENTITY_EN, KIND_EN};
pub(super) use es::{CREDENTIAL_ES, IDENTITY_ES, KIND_ES};

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

/// What kind of credentials somebody acts with.
#[derive(Debug)]
pub struct KindStrings {
    /// The root user’s key, by key.
    pub root_key: fn(&str) -> String,
    /// Signed in, by key.
    pub console: fn(&str) -> String,
    /// Switched role in the console, by who signed in and key.
    pub switched: fn(&str, &str) -> String,
    /// Handed to an instance or function, by that and key.
    pub runs_in: fn(&str, &str) -> String,
    /// A root session for one task, by who took it and key.
    pub assumed_root: fn(&str, &str) -> String,
    /// Heading.
    pub ended: &'static str,
    /// Heading.
    pub console_title: &'static str,
    /// Opens the form.
    pub sign_in: &'static str,
    /// What it takes.
    pub sign_in_note: &'static str,
}

/// Rows, facts and forms of users, root users and accounts.
#[derive(Debug)]
pub struct IdentityStrings {
    /// Heading.
    pub heading: &'static str,
    /// Opens the form for another name.
    pub rename: &'static str,
    /// Title, by user.
    pub rename_title: fn(&str) -> String,
    /// The button.
    pub rename_button: &'static str,
    /// The root user has no key, as it should be.
    pub no_root_key: &'static str,
    /// When and for which service a key was used last.
    pub last_used: fn(&str, &str) -> String,
    /// A key was not used yet.
    pub never_used: &'static str,
    /// Acts with a key.
    pub use_key: &'static str,
    /// Switches a key or device off.
    pub deactivate: &'static str,
    /// Switches a key on.
    pub activate: &'static str,
    /// Makes a key.
    pub create_key: &'static str,
    /// Title, by user.
    pub new_key_title: fn(&str) -> String,
    /// The secret is shown once.
    pub new_key_note: &'static str,
    /// Fact and field.
    pub password: &'static str,
    /// Fact.
    pub password_fact: &'static str,
    /// Fact.
    pub mfa_fact: &'static str,
    /// The root user has a password.
    pub root_password: &'static str,
    /// There is no login profile.
    pub no_password: &'static str,
    /// Since when, by date.
    pub set_at: fn(&str) -> String,
    /// It must be replaced at the next sign-in.
    pub must_change: &'static str,
    /// When it expires, by date.
    pub expires: fn(&str) -> String,
    /// When it expired, by date.
    pub expired: fn(&str) -> String,
    /// Shows a password.
    pub show: &'static str,
    /// Opens the form for a first password.
    pub set: &'static str,
    /// Opens the form for another password.
    pub change: &'static str,
    /// Opens the form in which users change their own.
    pub change_own: &'static str,
    /// Title, by user.
    pub password_title: fn(&str) -> String,
    /// The account’s rules hold for it.
    pub password_note: &'static str,
    /// Tick box.
    pub reset_required: &'static str,
    /// Field.
    pub old_password: &'static str,
    /// Field.
    pub new_password: &'static str,
    /// The button.
    pub set_button: &'static str,
    /// Fact.
    pub mfa: &'static str,
    /// Fact: what can be added.
    pub mfa_more: &'static str,
    /// Opens the form for a device.
    pub add_device: &'static str,
    /// How long a code stands.
    pub seconds_left: fn(i64) -> String,
    /// When a key was made, by date.
    pub made_at: fn(&str) -> String,
    /// Opens what a phone needs.
    pub on_phone: &'static str,
    /// The code for a phone, for those who do not see it, by device.
    pub qr_label: fn(&str) -> String,
    /// The secret, for typing it in.
    pub secret_for_phone: &'static str,
    /// Why there is no code for a phone.
    pub no_qr: &'static str,
    /// Switches to the time on the wall.
    pub run_with_wall: &'static str,
    /// The code that the authenticator shows was taken before.
    pub code_spent: &'static str,
    /// The device is nobody’s yet.
    pub not_enabled: &'static str,
    /// Opens the form for two codes.
    pub enable: &'static str,
    /// Opens the form for two codes.
    pub resync: &'static str,
    /// Field.
    pub device_name: &'static str,
    /// Title, by user.
    pub mfa_title: fn(&str) -> String,
    /// The button.
    pub add_button: &'static str,
    /// Fills in the code of the authenticator.
    pub take_code: fn(&str) -> String,
    /// Field.
    pub first_code: &'static str,
    /// Field.
    pub second_code: &'static str,
    /// How the codes follow each other.
    pub codes_note: &'static str,
    /// Moves the clock to the next code.
    pub wait: fn(i64) -> String,
    /// Title, by device.
    pub codes_title: fn(&str) -> String,
    /// The button.
    pub enable_button: &'static str,
    /// Field: with a code of which device.
    pub mfa_choice: &'static str,
    /// Choice: without a code.
    pub no_mfa: &'static str,
    /// Fact.
    pub tags: &'static str,
    /// Opens the form for a tag.
    pub add_tag: &'static str,
    /// Field.
    pub tag_key: &'static str,
    /// Field.
    pub tag_value: &'static str,
    /// Title, by what is tagged.
    pub tag_title: fn(&str) -> String,
    /// What the row is.
    pub root_meta: &'static str,
    /// Which policies hold for it.
    pub root_note: &'static str,
    /// Fact: a setting of the root user's.
    pub billing: &'static str,
    /// Whoever acts is not the root user.
    pub root_only: &'static str,
    /// Fact and field.
    pub email: &'static str,
    /// The row.
    pub settings: &'static str,
    /// Fact.
    pub sign_in_address: &'static str,
    /// Field.
    pub alias: &'static str,
    /// Opens the form for an alias.
    pub set_alias: &'static str,
    /// Takes the alias away.
    pub delete_alias: &'static str,
    /// What an alias may be.
    pub alias_note: &'static str,
    /// Title, by account.
    pub alias_title: fn(&str) -> String,
    /// How many of how many.
    pub of_quota: fn(usize, usize) -> String,
    /// Fact.
    pub authenticator: &'static str,
    /// Fact.
    pub password_rules: &'static str,
    /// The account has no rules of its own.
    pub aws_rules: &'static str,
    /// Opens the form.
    pub edit_rules: &'static str,
    /// Takes the account’s own rules away.
    pub delete_rules: &'static str,
    /// Title, by account.
    pub rules_title: fn(&str) -> String,
    /// What holds without rules of one’s own.
    pub aws_rules_note: &'static str,
    /// Least length.
    pub at_least: fn(usize) -> String,
    /// Age.
    pub days: fn(u32) -> String,
    /// How many passwords are not used again.
    pub remembers: fn(usize) -> String,
    /// Users change their own.
    pub may_change: &'static str,
    /// Field.
    pub least_length: &'static str,
    /// Tick box.
    pub requires_upper: &'static str,
    /// Tick box.
    pub requires_lower: &'static str,
    /// Tick box.
    pub requires_number: &'static str,
    /// Tick box.
    pub requires_symbol: &'static str,
    /// Tick box.
    pub allows_change: &'static str,
    /// Field.
    pub most_days: &'static str,
    /// What an empty field means.
    pub most_days_note: &'static str,
    /// Tick box.
    pub hard_expiry: &'static str,
    /// Field.
    pub n_remembered: &'static str,
    /// What the number means.
    pub n_remembered_note: &'static str,
    /// Makes the credential report.
    pub make_report: &'static str,
    /// Title, by time.
    pub report_title: fn(&str) -> String,
    /// The file.
    pub download_report: &'static str,
    /// Opens the form.
    pub sign_in: &'static str,
    /// Title.
    pub sign_in_title: &'static str,
    /// Who signs in, for screen readers.
    pub sign_in_as: &'static str,
    /// Choice.
    pub iam_user: &'static str,
    /// Choice.
    pub root_user: &'static str,
    /// Field.
    pub account: &'static str,
    /// Field.
    pub user_name: &'static str,
    /// Field.
    pub mfa_code: &'static str,
    /// Fills in the password.
    pub take_password: &'static str,
    /// The button.
    pub sign_in_button: &'static str,
    /// Before AWS’s own sentence.
    pub aws_says: &'static str,
    /// Why it failed.
    pub no_account: &'static str,
    /// Why it failed.
    pub no_user: &'static str,
    /// Why it failed.
    pub no_login: &'static str,
    /// Why it failed.
    pub wrong_password: &'static str,
    /// Why it failed.
    pub code_missing: &'static str,
    /// Why it failed.
    pub code_wrong: &'static str,
    /// Why it failed, by date.
    pub password_expired: fn(&str) -> String,
    /// Why it failed.
    pub replace_password: &'static str,
    /// Why it failed, by IAM’s sentence.
    pub change_refused: fn(&str) -> String,
    /// Opens the form.
    pub switch: &'static str,
    /// Title.
    pub switch_title: &'static str,
    /// Field.
    pub switch_role: &'static str,
    /// The button.
    pub switch_button: &'static str,
    /// Goes back, by user.
    pub switch_back: fn(&str) -> String,
    /// Denies everything to sessions that are older.
    pub revoke: &'static str,
    /// Fact and field.
    pub description: &'static str,
    /// Title, by role.
    pub description_title: fn(&str) -> String,
    /// Choice.
    pub no_boundary: &'static str,
    /// Deletes a user or role.
    pub delete_user: &'static str,
    /// Tick box: a new user gets an access key.
    pub with_key: &'static str,
    /// Fact: how many sessions a user has.
    pub sessions: &'static str,
    /// What a service-linked role is.
    pub service_linked: &'static str,
    /// What a session is.
    pub console_session: &'static str,
    /// What a session is.
    pub token_session: &'static str,
    /// What a session is.
    pub root_task: &'static str,
    /// Folds the less usual fields of a session.
    pub more_fields: &'static str,
    /// Field.
    pub external_id: &'static str,
    /// Field.
    pub source_identity: &'static str,
    /// Field.
    pub session_tags: &'static str,
    /// How tags are written.
    pub session_tags_note: &'static str,
}

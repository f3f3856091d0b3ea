//! Labels of the Ask bar: the sentence, its suggestions, the circumstances.

mod en;
mod es;

pub(super) use en::EN;
pub(super) use es::ES;

/// See the module.
#[derive(Debug)]
pub struct AskStrings {
    /// Title of the zone, and the button that asks.
    pub ask: &'static str,
    /// Between who and action.
    pub asks_to: &'static str,
    /// Before the circumstances; the time of day.
    pub at: fn(&str) -> String,
    /// After it: the call that needed this permission too.
    pub part_of: fn(&str) -> String,
    /// How many changes would turn the answer.
    pub n_ways: fn(usize) -> String,
    /// Name of the first part.
    pub who: &'static str,
    /// Name of the second part.
    pub action: &'static str,
    /// Name of the third part.
    pub resource: &'static str,
    /// Kind of a long-term key: the end of its id.
    pub user_note: fn(&str) -> String,
    /// Kind of a session: who asked for it and the end of its key id.
    pub session_note: fn(&str, &str) -> String,
    /// Kind of a federated session: who vouches for it and the end of its key id.
    pub federated_note: fn(&str, &str) -> String,
    /// Kind of a user’s own session: the end of its key id.
    pub token_note: fn(&str) -> String,
    /// How much life is left.
    pub left: fn(&str) -> String,
    /// When a session ended.
    pub ended: fn(&str) -> String,
    /// A key that is switched off.
    pub inactive: &'static str,
    /// The author of the world.
    pub owner: &'static str,
    /// Kinds of credentials.
    pub kind: super::KindStrings,
    /// The root user of an account.
    pub root_user: &'static str,
    /// A service in its own name.
    pub service: &'static str,
    /// The same, for a resource or an account.
    pub service_for: fn(&str) -> String,
    /// Somebody with a token.
    pub token: &'static str,
    /// Who asks where nobody signs.
    pub anyone: &'static str,
    /// Says that.
    pub nobody_signs: &'static str,
    /// Those who have no account.
    pub without_account: &'static str,
    /// Opens the form for a service.
    pub a_service: &'static str,
    /// See above.
    pub a_service_note: &'static str,
    /// Opens the form for a token.
    pub a_token: &'static str,
    /// See above.
    pub a_token_note: &'static str,
    /// The ARN of a role was typed.
    pub role_in_session: &'static str,
    /// Title of the form for a service.
    pub service_title: &'static str,
    /// Field.
    pub service_name: &'static str,
    /// Field.
    pub source_arn: &'static str,
    /// Field.
    pub source_account: &'static str,
    /// Nothing was chosen there.
    pub from_source_arn: &'static str,
    /// Title of the form for a token.
    pub token_title: &'static str,
    /// Field.
    pub provider: &'static str,
    /// What is expected there.
    pub provider_hint: &'static str,
    /// Field.
    pub more_claims: &'static str,
    /// What is expected there.
    pub more_claims_note: &'static str,
    /// A field that may stay empty.
    pub optional: &'static str,
    /// Takes the caller of a form.
    pub ask_as: &'static str,
    /// What does not look like a service.
    pub bad_service: &'static str,
    /// What does not look like an ARN.
    pub bad_arn: &'static str,
    /// What does not look like a provider.
    pub bad_provider: &'static str,
    /// What does not look like a claim.
    pub bad_claim: &'static str,
    /// Stands for a key that nobody has any more.
    pub unknown_key: &'static str,
    /// Nobody is called that.
    pub nobody: &'static str,
    /// What the keys do in a list of suggestions.
    pub choose: &'static str,
    /// See above.
    pub take: &'static str,
    /// See above.
    pub cancel: &'static str,

    /// What does not look like an action.
    pub no_action: &'static str,
    /// A choice that is what was typed.
    pub as_typed: &'static str,
    /// Access levels, in AWS's sense.
    pub list: &'static str,
    /// See above.
    pub read: &'static str,
    /// See above.
    pub write: &'static str,
    /// Permissions management.
    pub permissions: &'static str,
    /// Types of resources.
    pub object: &'static str,
    /// See above.
    pub bucket: &'static str,
    /// See above.
    pub user: &'static str,
    /// See above.
    pub group: &'static str,
    /// See above.
    pub role: &'static str,
    /// See above.
    pub policy: &'static str,
    /// See above.
    pub kms_key: &'static str,
    /// For actions that have no resource.
    pub no_resource: &'static str,

    /// Actions that only the open lesson speaks of.
    pub of_lesson: &'static str,
    /// Resources that the action works on.
    pub fitting: &'static str,
    /// What does not look like a resource.
    pub bad_resource: &'static str,
    /// What else can be typed.
    pub any_arn: &'static str,

    /// Short for the context key that says so.
    pub mfa: &'static str,
    /// Short for an absent key, or one that says no.
    pub no_mfa: &'static str,
    /// The same, where nobody knows.
    pub mfa_not_known: &'static str,
    /// The source address, where nobody knows it.
    pub address_not_known: &'static str,
    /// The source address was made absent.
    pub no_address: &'static str,
    /// Keys that were set by hand and are not named.
    pub n_keys_set: fn(usize) -> String,
    /// The call goes through this endpoint.
    pub through: fn(&str) -> String,
    /// Name of the choice of an endpoint.
    pub endpoint: &'static str,
    /// No endpoint is chosen.
    pub no_endpoint: &'static str,
    /// Title of the circumstances.
    pub context: &'static str,
    /// Column: the condition key.
    pub key: &'static str,
    /// Column: whether it is there.
    pub in_request: &'static str,
    /// Column: its value.
    pub value: &'static str,
    /// The key is there.
    pub present: &'static str,
    /// The key is not there.
    pub absent: &'static str,
    /// Nobody knows whether the key is there, and with what value.
    pub not_known: &'static str,
    /// The value follows from the clock; the time.
    pub from_clock: fn(&str) -> String,
    /// Adds a key.
    pub add_key: &'static str,
    /// Name of the field for a key's name.
    pub key_name: &'static str,
    /// What does not look like a key.
    pub bad_key: &'static str,
    /// Takes a key away again.
    pub remove_key: fn(&str) -> String,
    /// Several values are parted by commas.
    pub commas: &'static str,
    /// What does not look like an address.
    pub bad_address: &'static str,
    /// Takes back everything that was set by hand.
    pub reset: &'static str,
}

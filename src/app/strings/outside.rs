//! Labels of identity providers in the world, and of the walk from one of them to a session. AWS's terms stay.

mod en;
mod es;

pub(super) use en::EN;
pub(super) use es::ES;

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
    /// What a service says to STS of who comes.
    pub told: &'static str,
    /// Field: the authority that issues a certificate.
    pub authority: &'static str,
    /// Field: whose certificate it is.
    pub holder: &'static str,
    /// Field: the profile of Roles Anywhere.
    pub profile: &'static str,
    /// What an empty name of a session is.
    pub serial_note: &'static str,
    /// Field: whose private key signs.
    pub private_key: &'static str,
    /// Whose it is if it is empty.
    pub private_key_note: &'static str,
    /// Field: the account in the portal.
    pub account: &'static str,
    /// Field: the permission set in the portal.
    pub permission_set: &'static str,
    /// Field: by which provider somebody comes to a pool.
    pub comes_by: &'static str,
    /// By none.
    pub guest: &'static str,
    /// Field: the identity in the pool.
    pub identity: &'static str,
    /// The one that Cognito finds or makes.
    pub found_identity: &'static str,
    /// Field: how the app gets the session.
    pub flow: &'static str,
    /// The two flows.
    pub flows: [&'static str; 2],
    /// Tokens.
    pub oidc: WayStrings,
    /// Assertions.
    pub saml: WayStrings,
    /// Certificates.
    pub anywhere: WayStrings,
    /// Identity pools.
    pub pool: WayStrings,
    /// The access portal.
    pub portal: WayStrings,
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
    /// Nothing is said; empty where something always is.
    pub nothing: &'static str,
    /// What AWS checks before it asks the role, in its order.
    pub checks: &'static [&'static str],
}

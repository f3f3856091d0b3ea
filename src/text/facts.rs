//! The facts that explanations are made of. One enum for each place on the page.

use super::considered::Missed;
use crate::api::{SignInFailure, TokenFailure};
use crate::clock::Timestamp;
use crate::eval::{ConditionOutcome, NotApplicable, PolicyLayer, ResourcePolicyRule, Station, UnknownFact};

/// Why nobody was authenticated.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FailureFact {
    /// The session has ended.
    Expired {
        /// When.
        ended: Timestamp,
        /// How long ago, in seconds.
        seconds_ago: i64,
    },
    /// The key is switched off.
    Inactive,
    /// Nobody has such a key.
    Unknown,
    /// The request was signed with another secret.
    WrongSecret,
    /// The token is missing, or not the one of the key.
    WrongToken,
    /// The call must be signed.
    NotSigned,
    /// An application found no credentials.
    NoCredentials,
    /// Somebody did not get into the console.
    SignIn(SignInFailure),
    /// IAM users and roles do not come to billing in this account.
    NoBillingAccess,
    /// A token or an assertion is not taken.
    Token {
        /// Why.
        failure: TokenFailure,
        /// Whether it is an assertion.
        is_assertion: bool,
    },
    /// The root user wants to assume a role.
    RootAssumesNoRole,
    /// Credentials of this kind may not make the call.
    NotAccepted {
        /// `prefix:Name`
        action: String,
    },
}

/// What becomes of an answer once a change is seen that is on its way.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Settles {
    /// Whether the same request will be allowed.
    pub is_allowed: bool,
    /// From when on.
    pub at: Timestamp,
}

/// The verdict, for the badge.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// Allowed.
    Allowed,
    /// A statement in this layer denies.
    DeniedBy(PolicyLayer, ResourcePolicyRule),
    /// This layer had to allow and does not.
    NotAllowedBy(PolicyLayer, ResourcePolicyRule),
    /// Across accounts the caller’s does not allow it.
    NotAllowedByCaller,
    /// Across accounts neither allows it.
    NotAllowedByEither,
    /// Not authenticated.
    NotAuthenticated(FailureFact),
    /// A fact is not known on which the answer depends.
    CannotSay,
}

/// What one account says of a request across two.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SideEnd {
    /// It allows.
    Yes,
    /// It does not.
    No,
    /// What it says is not known.
    NotKnown,
    /// The request ended before.
    NotAsked,
}

/// The verdict, in one sentence beside the badge.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Why {
    /// A statement of an identity policy grants.
    IdentityGrants {
        /// How the statement comes to the caller.
        path: String,
    },
    /// The resource policy grants directly.
    ResourceGrants {
        /// The bucket or role.
        owner: String,
        /// Who asks.
        who: String,
        /// Whether the caller has an account: a service, somebody with a token and nobody have none.
        has_account: bool,
        /// Whether it is a grant of a KMS key that does, and not its policy.
        is_grant: bool,
    },
    /// Both sides grant, across accounts.
    BothGrant {
        /// How the statement comes to the caller.
        path: String,
        /// The bucket or role.
        owner: String,
        /// Whether it is a grant of a KMS key on the owner's side, and not its policy.
        is_grant: bool,
    },
    /// The root user may do everything in the account.
    Root,
    /// The action needs no permission.
    Exempt,
    /// A Deny.
    Denied {
        /// Policy and statement.
        path: String,
    },
    /// No identity policy allows.
    NothingAllows {
        /// Who asks.
        who: String,
    },
    /// The caller is named by its account only, so its own policies must allow as well.
    HandedOver {
        /// The bucket or role.
        owner: String,
        /// Who asks.
        who: String,
    },
    /// The owner's side is silent, across accounts.
    OwnerSilent {
        /// The bucket or role.
        owner: String,
        /// The name of the owner's account, or its id.
        account: String,
        /// Who asks.
        who: String,
    },
    /// Both sides are silent, across accounts.
    BothSilent {
        /// Who asks.
        who: String,
        /// The bucket or role.
        owner: String,
    },
    /// The caller's side is silent, across accounts.
    CallerSilent {
        /// Who asks.
        who: String,
        /// The bucket or role.
        owner: String,
    },
    /// A trust policy does not let the caller in.
    TrustSilent {
        /// The role.
        role: String,
        /// Who asks.
        who: String,
    },
    /// The policy on the resource would let the caller in, but for one thing.
    NearlyGranted {
        /// The bucket or role.
        owner: String,
        /// Which kind of policy it is.
        rule: ResourcePolicyRule,
        /// Who asks.
        who: String,
        /// What is missing.
        missed: Missed,
    },
    /// A key policy does not let the caller in.
    KeySilent {
        /// Who asks.
        who: String,
    },
    /// A layer that limits does not allow.
    LimitSilent(PolicyLayer),
    /// No SCP of these levels allows.
    LevelSilent {
        /// Root, unit or account; several with commas.
        level: String,
    },
    /// Nobody was authenticated.
    NotAuthenticated(FailureFact),
    /// Facts are not known on which the answer depends.
    CannotSay {
        /// Which.
        missing: Vec<UnknownFact>,
        /// What kind of policy the resource’s is.
        rule: ResourcePolicyRule,
    },
}

/// What a station found, behind its name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Detail {
    /// A long-term key holds.
    KeyValid {
        /// Whose.
        who: String,
    },
    /// The root user is there, by a password or a key that nothing is known of.
    RootSignedIn,
    /// A service speaks in its own name.
    ServiceSpeaks {
        /// Which.
        who: String,
    },
    /// A provider's token holds.
    TokenValid {
        /// Whose.
        provider: String,
    },
    /// A session holds.
    SessionValid {
        /// Until when.
        until: Timestamp,
    },
    /// Nobody was authenticated.
    NotAuthenticated(FailureFact),
    /// Somebody asks, whose credentials nobody was shown.
    Asking {
        /// Who.
        who: String,
    },
    /// The request is not signed, and so nobody's.
    Unsigned,
    /// No Deny matches.
    NoDeny {
        /// Deny statements that were looked at.
        n_considered: usize,
    },
    /// Deny statements match.
    Denies {
        /// How many.
        n_matching: usize,
        /// Of how many.
        n_considered: usize,
    },
    /// The station has no say.
    NotApplicable(Station, NotApplicable),
    /// The request ended earlier.
    NotReached {
        /// Whether this station would have let it pass.
        would_allow: bool,
    },
    /// The request ended earlier, at a Deny of these levels.
    LevelDenied {
        /// Root, unit or account; several with commas.
        level: String,
    },
    /// What stands at the station is not known.
    NotModelled,
    /// A limiting layer lets the request pass.
    LimitAllows(Station),
    /// Levels of the organization have no SCP that allows.
    LevelStops {
        /// Root, unit or account; several with commas.
        level: String,
    },
    /// A limiting layer stops the request.
    LimitStops {
        /// Which.
        station: Station,
        /// Allow statements that were looked at.
        n_considered: usize,
    },
    /// The resource has no policy, and needs none here.
    ResourceHasNone {
        /// The bucket.
        owner: String,
    },
    /// The resource's policy does not allow, and need not here.
    ResourceSilent {
        /// The bucket.
        owner: String,
    },
    /// The resource's policy grants.
    ResourceGrants {
        /// The bucket or role.
        owner: String,
        /// What kind of policy.
        rule: ResourcePolicyRule,
        /// Who is named.
        named: String,
        /// Whether a grant of a KMS key names them, and not its policy.
        is_grant: bool,
    },
    /// The resource's policy names the account, which hands the decision over.
    ResourceHandsOver {
        /// The bucket or role.
        owner: String,
        /// What kind of policy.
        rule: ResourcePolicyRule,
    },
    /// The resource's policy had to allow and does not.
    ResourceStops {
        /// The bucket or role.
        owner: String,
        /// What kind of policy.
        rule: ResourcePolicyRule,
        /// Whether there is one at all.
        has_policy: bool,
    },
    /// An identity policy grants.
    IdentityGrants {
        /// How the statement comes to the caller.
        path: String,
    },
    /// No identity policy grants.
    IdentityStops {
        /// Allow statements that were looked at.
        n_considered: usize,
    },
}

/// Why a variable stands for nothing in a request.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum VariableFact {
    /// The document has no `Version`.
    NoVersion,
    /// The document has the older version.
    OldVersion,
    /// This operator takes none.
    Operator(String),
    /// AWS has no key of this name.
    NoSuchKey(String),
    /// The request lacks this key.
    NoValue(String),
    /// The request has several values for this key.
    Several(String),
    /// The value of this key is not known.
    NotKnown(String),
}

/// How a line of a condition came out, with what is needed to say it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ConditionFact {
    /// The result.
    pub outcome: ConditionOutcome,
    /// The key as written.
    pub key: String,
    /// The value of the request that failed, under `ForAllValues`.
    pub failed_value: Option<String>,
}

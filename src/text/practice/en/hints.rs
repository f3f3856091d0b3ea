//! What there was to see in an item and which rules of thumb go wrong, in English.

use super::super::{Reader, Twist};

pub(in super::super) fn twist(twist: Twist) -> &'static str {
    match twist {
        Twist::ObjectsLeftOut => {
            "Look at the end of the ARN: without `/*` it names the bucket and none of its objects."
        }
        Twist::BucketLeftOut => "Look at the end of the ARN: with `/*` it names the objects and not the bucket.",
        Twist::WildcardTooWide => "A `*` right after a name takes in every name that begins so.",
        Twist::ActionWildcard => "The action is a pattern: see what it takes in.",
        Twist::CaseOfAction => "Actions have no case.",
        Twist::CaseOfResource => "Resources have case: `Q1.csv` is not `q1.csv`.",
        Twist::NotAction => "`NotAction` means every action but those listed; with `Deny` it grants nothing.",
        Twist::NotResource => "`NotResource` means every resource but those listed; with `Deny` it grants nothing.",
        Twist::AccountForUser => {
            "The principal that ends in `:root` is the account: its own policies must still say who."
        }
        Twist::SomebodyElse => "Look at whom the resource’s policy names.",
        Twist::OnSomebodyElse => "Look at whom the policy is attached to.",
        Twist::OtherAction => "Compare the action in the policy with the one that is asked for.",
        Twist::OtherBucket => "Compare the bucket in the policy with the one that is asked for.",
        Twist::BoolOnAbsentKey => {
            "A request with a long-term access key does not carry `aws:MultiFactorAuthPresent`, and `Bool` does not hold for a key that is absent."
        }
        Twist::IfExists => "`…IfExists` holds where the key is absent.",
        Twist::TwoConditions => "All lines of a condition must hold before the statement matches.",
        Twist::SeveralValues => "Of several values for one key, one that fits is enough.",
        Twist::OtherValue => "Compare the value in the condition with that of the request.",
        Twist::OldVersion => "With the version `2008-10-17` a variable is plain text.",
        Twist::DenyElsewhere => "A Deny that matches wins, whichever policy it stands in.",
        Twist::DenyBeforeAllow => "The order of statements has no meaning.",
        Twist::NotAMember => "Policies of a group reach its members only.",
        Twist::LevelWithoutAllow => {
            "Every level from the root to the account needs an Allow in its service control policies."
        }
        Twist::ManagementAccount => "Service control policies do not limit the management account.",
        Twist::RootOfMember => "Service control policies limit the root user of a member account too.",
        Twist::SessionWithoutAction => "A session can do only what the session policy allows as well.",
        Twist::SessionWithMore => "A session policy adds nothing to what the role may do.",
        Twist::BoundaryWithoutAction => "A boundary limits what identity policies grant.",
        Twist::BoundaryWithMore => "A boundary grants nothing.",
        Twist::NamedByResource => "In one account, a resource’s policy that names the caller itself is enough.",
        Twist::CallerSideMissing => "Across accounts the caller’s own account must allow it too.",
        Twist::OwnerSideMissing => "Across accounts the account that owns the resource must allow it too.",
        Twist::RightsOfTheUser => "Who assumes a role has the rights of the role, and not the user’s.",
        Twist::KeyNotIssued => {
            "A long-term access key has no `aws:TokenIssueTime`, so a condition on it does not hold."
        }
        Twist::IssuedBefore => "The session was issued before the moment in the Deny.",
        Twist::IssuedAfter => "The session was issued after the moment in the Deny.",
        Twist::GrantElsewhere => "Every policy that reaches the caller counts, not only the first.",
        Twist::OlderVersionIsDefault => {
            "Of a managed policy only the default version counts, and that need not be the newest."
        }
        Twist::InlineCopy => "An inline policy is a copy of its own: it does not change with the managed policy.",
        Twist::KeyInactive => "A key that was deactivated signs nothing until somebody activates it again.",
        Twist::KeyDeleted => "A key that was deleted is gone for good.",
        Twist::TokenWithoutMfa => {
            "Temporary credentials that were taken without MFA carry `aws:MultiFactorAuthPresent` with the value `false`."
        }
        Twist::AgeOfMfa => {
            "`aws:MultiFactorAuthAge` counts the seconds since the MFA code, and is absent where none was shown."
        }
        Twist::RevokedUpTo => {
            "A Deny with `aws:TokenIssueTime` reaches the sessions of that role that were issued before the moment, and no others."
        }
        Twist::KeyOfSessionEnded => "Deactivating or deleting a key ends no session that was taken with it.",
        Twist::RoleIsTrusted => {
            "The trust policy names a role, so the role’s sessions may come, and the users behind them may not."
        }
        Twist::RoleAssumesItself => "A role assumes itself only if its own trust policy names it.",
        Twist::ChainedSession => {
            "A session that the session of another role takes lasts an hour at most, whatever the role’s maximum."
        }
        Twist::PassedElsewhere => "Compare `iam:PassedToService` with the service that gets the role.",
        Twist::LaunchWithoutPassing => "Launching and handing over a role are two permissions.",
        Twist::RootNeedsNoPolicy => {
            "No identity policy and no permissions boundary binds the root user; a Deny in a bucket policy does."
        }
        Twist::RootMendsPolicies => "The root user can always remove a bucket policy, even one that denies everybody.",
        Twist::BillingClosed => "Until the root user opens billing to IAM, no policy leads there.",
        Twist::BillingOpen => "Where billing is open to IAM, policies still have to allow it.",
        Twist::NameOfCaller => {
            "`${aws:username}` stands for the name of whoever calls, so such a policy reaches the caller’s own user only."
        }
        Twist::PasswordPermitsNothing => "A password lets somebody sign in. What is done then takes permissions.",
        Twist::ServiceByName => "Services are compared by name: `ec2.amazonaws.com` is not `lambda.amazonaws.com`.",
        Twist::IamAndSessions => {
            "IAM takes no calls with the credentials of `sts:GetSessionToken` without MFA, nor with those of `sts:GetFederationToken`."
        }
        Twist::TokensAndSessions => {
            "`sts:GetSessionToken` and `sts:GetFederationToken` take long-term keys only, whatever the policies allow."
        }
        Twist::FederatedReach => {
            "With the credentials of `sts:GetFederationToken`, STS takes `sts:GetCallerIdentity` and nothing else."
        }
        Twist::NotSeenYet => "A change counts only once authorization has seen it.",
        Twist::StillSeen => "What was taken away counts until authorization has seen that it is gone.",
        Twist::ProfileHoldsRole => {
            "What counts is the role in the instance profile; the profile itself permits nothing."
        }
        Twist::LauncherLendsNothing => "An instance acts as its role, and not as whoever launched it.",
        Twist::OtherServices => "Services other than IAM and STS take session tokens; the policies decide.",
        Twist::RootAssumesNoRole => "The root user cannot assume a role, whatever its trust policy says.",
        Twist::TransitiveTag => "In a chain a session tag goes on only if it was passed as transitive.",
        Twist::TagOfRole => {
            "A session has the role’s tags too; a session tag with the same key takes the place of the role’s."
        }
        Twist::NoExternalId => "A condition on a key that the call does not have is not met; a negated one is.",
        Twist::ExternalIdNotAsked => "Whoever the trust policy lets in needs no external ID if it asks for none.",
        Twist::TagsCompared => {
            "The variable stands for the tag of whoever calls; compare it with the object’s, letter by letter."
        }
        Twist::TagAbsent => "A tag that is not there equals nothing.",
        Twist::RcpAtResource => {
            "A resource control policy holds for every call to resources of its accounts, whoever makes it."
        }
        Twist::FromOutside => "Who comes from outside needs a yes on both sides, and no Deny.",
        Twist::TwoPermissions => {
            "Who reads an object that lies under a KMS key needs `kms:Decrypt` with the key, too: two decisions."
        }
        Twist::KeyPolicyAlone => {
            "A key policy that does not name the account is the only policy that can allow: identity policies grant nothing with this key, and the root user stands outside as well."
        }
        Twist::GrantOfKey => {
            "A grant lets its grantee carry out the operations in it and no others, without a word of any policy; a Deny beats it."
        }
        Twist::SourceIdentityStays => "A source identity goes on in a chain and cannot be changed.",
    }
}

pub(in super::super) fn reader(reader: Reader) -> &'static str {
    match reader {
        Reader::AnyAllowWins => "“Any Allow wins”: a Deny beats it, and policies that only limit grant nothing.",
        Reader::LastStatementWins => "“The last statement wins”: the order of statements has no meaning.",
        Reader::DenyIsMissingAllow => {
            "“Denied means that an Allow is missing”: here a Deny matches, and no Allow would help."
        }
        Reader::LimitsPassedOver => {
            "“An Allow in an identity policy or in the resource’s is enough”: boundaries, session policies and service control policies limit it, and a role’s trust policy or a key’s key policy must allow it too."
        }
        Reader::OneYesIsEnough => "“One yes is enough”: across accounts both accounts must say yes.",
        Reader::BothMustSayYes => "“Both must say yes”: within one account one yes is enough.",
        Reader::ConditionsPassedOver => "Who passes over the conditions takes a statement to match where it does not.",
        Reader::OnlyTheAction => "Who reads only the action takes a statement to match where it does not.",
        Reader::AccountIsEverybody => {
            "“`:root` lets everybody of the account in”: it leaves the decision to the account’s own policies."
        }
        Reader::NewestVersionCounts => "“The newest version counts”: the default version does.",
        Reader::KeyAlwaysSigns => "“The user may, so each key may”: a key that is inactive or deleted signs nothing.",
        Reader::AbsentIsFalse => {
            "“No MFA means `false`”: with a long-term access key the key is absent, and `Bool` does not hold for it."
        }
        Reader::KeyEndsSessions => {
            "“With the key its sessions end”: a session lasts until it expires or a policy denies it."
        }
        Reader::ChainLastsAsLong => "“The role’s maximum holds in a chain too”: there it is an hour.",
        Reader::LaunchingIsPassing => "“Who may launch may hand over any role”: that takes `iam:PassRole`.",
        Reader::AdministratorIsRoot => {
            "“An administrator is as good as the root user”: policies bind administrators, and some things only the root user can do."
        }
        Reader::PasswordIsPermission => "“Who can sign in may do something”: a password is no permission.",
        Reader::AnyServiceMay => {
            "“A role for one service is for all of them”: only a service that the trust policy names may assume it."
        }
        Reader::SessionsAreAlike => {
            "“All temporary credentials are alike”: which calls IAM and STS take depends on how they were obtained."
        }
        Reader::SeenAtOnce => "“A change holds at once”: IAM is eventually consistent.",
        Reader::LauncherLendsRights => "“The instance may do what its launcher may”: it has the rights of its role.",
        Reader::EveryTagGoesOn => "“Session tags go along a chain”: only transitive ones do.",
        Reader::NothingGoesOn => {
            "“With the next role everything is left behind”: transitive tags and the source identity go on."
        }
        Reader::TokenIsNothing => {
            "“A session token without MFA is good for nothing”: it has the user’s permissions, and IAM and STS alone hold back."
        }
        Reader::RootMayEverything => {
            "“The root user may do everything”: it can assume no role, and a key whose policy does not name the account is shut to it."
        }
        Reader::OrganizationBindsItsOwn => {
            "“Policies of an organization are for its own people”: a resource control policy holds for whoever comes to its resources."
        }
        Reader::ObjectAlone => "“Who may read the object can read it”: the key that it lies under must let them, too.",
        Reader::GrantsPassedOver => "“Only policies let somebody use a key”: a grant does as well.",
        Reader::UserKeepsRights => "“Who assumes a role keeps the user’s rights”: only the role’s rights count.",
    }
}

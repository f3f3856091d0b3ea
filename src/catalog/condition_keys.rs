//! Condition keys that every service knows, and those of IAM and STS: what type they have, whether they
//! hold several values, and when a request carries them (tables B-42 to B-47).
//!
//! No decision on known facts depends on this table: an operator reads a value as its own type. It says
//! what a value that is not known may be.

/// What a value of a key is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum KeyType {
    /// Text.
    String,
    /// An ARN.
    Arn,
    /// `true` or `false`.
    Bool,
    /// A number.
    Numeric,
    /// A moment.
    Date,
    /// An address.
    IpAddress,
}

/// When a request carries a key.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Availability {
    /// Always.
    Always,
    /// Whenever the request is signed: always but for the anonymous.
    Signed,
    /// When an IAM user asks, with an access key or with the credentials of `GetSessionToken`.
    Users,
    /// When a service asks in its own name.
    Services,
    /// With temporary credentials, and perhaps not with all of them.
    TemporaryCredentials,
    /// When the circumstances are such.
    Sometimes,
}

/// A condition key.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ConditionKey {
    /// As the documentation writes it; a name that ends with `/` stands before the key of a tag.
    pub name: &'static str,
    /// What its values are.
    pub key_type: KeyType,
    /// Whether it may hold several values.
    pub is_multivalued: bool,
    /// When it is there.
    pub availability: Availability,
}

impl ConditionKey {
    /// The key of that name, whatever the case; none if it belongs to another service or to a provider.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        TABLE.iter().copied().find(|key| match key.name.strip_suffix('/') {
            Some(prefix) => {
                let is_tag = name.len() > key.name.len() && name.as_bytes().get(prefix.len()) == Some(&b'/');
                is_tag && name.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix))
            }
            None => name.eq_ignore_ascii_case(key.name),
        })
    }

    /// Whether AWS may have a key of that name: of those of every service all are known, of others any may be.
    #[must_use]
    pub fn may_be_named(name: &str) -> bool {
        match name.split_once(':') {
            Some((prefix, _)) => !prefix.eq_ignore_ascii_case("aws") || Self::named(name).is_some(),
            None => false,
        }
    }
}

/// All keys of the tables.
#[must_use]
pub fn condition_keys() -> &'static [ConditionKey] {
    TABLE
}

macro_rules! keys {
    ($($name:literal $key_type:ident $many:literal $availability:ident)*) => {
        const TABLE: &[ConditionKey] = &[$(ConditionKey {
            name: $name,
            key_type: KeyType::$key_type,
            is_multivalued: $many,
            availability: Availability::$availability,
        },)*];
    };
}

keys! {
    "aws:PrincipalArn" Arn false Signed
    "aws:PrincipalAccount" String false Always
    "aws:PrincipalOrgID" String false Sometimes
    "aws:PrincipalOrgPaths" String true Sometimes
    "aws:PrincipalTag/" String false Sometimes
    "aws:PrincipalIsAWSService" Bool false Signed
    "aws:PrincipalServiceName" String false Services
    "aws:PrincipalServiceNamesList" String true Services
    "aws:PrincipalType" String false Always
    "aws:userid" String false Always
    "aws:username" String false Users
    "aws:AssumedRoot" Bool false TemporaryCredentials
    "aws:FederatedProvider" String false TemporaryCredentials
    "aws:TokenIssueTime" Date false TemporaryCredentials
    "aws:SignInSessionArn" Arn false TemporaryCredentials
    "aws:MultiFactorAuthAge" Numeric false Sometimes
    "aws:MultiFactorAuthPresent" Bool false Sometimes
    "aws:ChatbotSourceArn" Arn false TemporaryCredentials
    "aws:Ec2InstanceSourceVpc" String false TemporaryCredentials
    "aws:Ec2InstanceSourcePrivateIPv4" IpAddress false TemporaryCredentials
    "aws:SourceIdentity" String false TemporaryCredentials
    "ec2:RoleDelivery" Numeric false TemporaryCredentials
    "ec2:SourceInstanceArn" Arn false TemporaryCredentials
    "lambda:SourceFunctionArn" Arn false TemporaryCredentials
    "glue:RoleAssumedBy" String false TemporaryCredentials
    "glue:CredentialIssuingService" String false TemporaryCredentials
    "codebuild:BuildArn" Arn false TemporaryCredentials
    "codebuild:ProjectArn" Arn false TemporaryCredentials
    "ssm:SourceInstanceArn" Arn false TemporaryCredentials
    "identitystore:UserId" String false TemporaryCredentials
    "aws:SourceIp" IpAddress false Sometimes
    "aws:VpcSourceIp" IpAddress false Sometimes
    "aws:SourceVpc" String false Sometimes
    "aws:SourceVpce" String false Sometimes
    "aws:SourceVpcArn" Arn false Sometimes
    "aws:VpceAccount" String false Sometimes
    "aws:VpceOrgID" String false Sometimes
    "aws:VpceOrgPaths" String true Sometimes
    "aws:ResourceAccount" String false Sometimes
    "aws:ResourceOrgID" String false Sometimes
    "aws:ResourceOrgPaths" String true Sometimes
    "aws:ResourceTag/" String false Sometimes
    "aws:CalledVia" String true Sometimes
    "aws:CalledViaFirst" String false Sometimes
    "aws:CalledViaLast" String false Sometimes
    "aws:ViaAWSService" Bool false Always
    "aws:CalledViaAWSMCP" String false Sometimes
    "aws:ViaAWSMCPService" Bool false Sometimes
    "aws:IsMcpServiceAction" Bool false Sometimes
    "aws:CurrentTime" Date false Always
    "aws:EpochTime" Numeric false Always
    "aws:referer" String false Sometimes
    "aws:RequestedRegion" String false Always
    "aws:RequestTag/" String false Sometimes
    "aws:TagKeys" String true Sometimes
    "aws:SecureTransport" Bool false Always
    "aws:SourceAccount" String false Services
    "aws:SourceArn" Arn false Services
    "aws:SourceOrgID" String false Services
    "aws:SourceOrgPaths" String true Services
    "aws:UserAgent" String false Always
    "iam:AssociatedResourceArn" Arn false Sometimes
    "iam:AWSServiceName" String false Sometimes
    "iam:FIDO-certification" String false Sometimes
    "iam:FIDO-FIPS-140-2-certification" String false Sometimes
    "iam:FIDO-FIPS-140-3-certification" String false Sometimes
    "iam:OrganizationsPolicyId" String false Sometimes
    "iam:PassedToService" String false Sometimes
    "iam:PermissionsBoundary" Arn false Sometimes
    "iam:PolicyARN" Arn false Sometimes
    "iam:RegisterSecurityKey" String false Sometimes
    "iam:ResourceTag/" String false Sometimes
    "sts:AWSServiceName" String false Sometimes
    "sts:DurationSeconds" Numeric false Sometimes
    "sts:ExternalId" String false Sometimes
    "sts:RequestContextProviders" Arn true Sometimes
    "sts:RequestContext/" String false Sometimes
    "sts:RoleSessionName" String false Sometimes
    "sts:SourceIdentity" String false Sometimes
    "sts:TaskPolicyArn" Arn false Sometimes
    "sts:TransitiveTagKeys" String true Sometimes
    "saml:iss" String false Sometimes
    "saml:aud" String false Sometimes
    "saml:sub" String false Sometimes
    "saml:sub_type" String false Sometimes
    "saml:namequalifier" String false Sometimes
    "saml:doc" String false Sometimes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_no_case_and_tags_follow_a_slash() {
        assert_eq!(ConditionKey::named("AWS:sourceip").map(|key| key.name), Some("aws:SourceIp"));
        assert_eq!(ConditionKey::named("aws:principaltag/Team").map(|key| key.name), Some("aws:PrincipalTag/"));
        assert_eq!(ConditionKey::named("aws:PrincipalTag/"), None);
        assert_eq!(ConditionKey::named("aws:PrincipalTagé"), None);
        assert_eq!(ConditionKey::named("s3:prefix"), None);
    }

    #[test]
    fn of_global_keys_all_are_known() {
        for name in ["aws:username", "AWS:PrincipalTag/team", "s3:prefix", "accounts.google.com:sub"] {
            assert!(ConditionKey::may_be_named(name), "{name}");
        }
        for name in ["aws:usrname", "username", "aws:PrincipalTag/"] {
            assert!(!ConditionKey::may_be_named(name), "{name}");
        }
    }

    #[test]
    fn every_key_stands_in_the_table_once() {
        for key in condition_keys() {
            let same = condition_keys().iter().filter(|other| other.name.eq_ignore_ascii_case(key.name));
            assert_eq!(same.count(), 1, "{}", key.name);
        }
    }
}

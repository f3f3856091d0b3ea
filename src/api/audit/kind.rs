//! What CloudTrail makes of an operation: its source, its name, its Region, whether it is a data event.

use crate::api::ApiCall;
use crate::arn::Arn;
use crate::json::json;
use crate::world::World;
use serde_json::Value;

/// An operation as CloudTrail tells of it.
pub(super) struct Kind {
    /// `iam`
    pub(super) service: Box<str>,
    /// `iam.amazonaws.com`
    pub(super) source: String,
    /// `CreateUser`
    pub(super) name: Box<str>,
    /// Whether the call changes nothing. Making a session counts as such.
    pub(super) is_read_only: bool,
    /// Whether it acts in a resource, which trails record only when told to.
    pub(super) is_data: bool,
}

/// What operations that only read begin with.
const READS: [&str; 9] = ["AssumeRole", "BatchGet", "Decode", "Describe", "Get", "Head", "List", "Lookup", "Simulate"];

/// Operations on what is in a resource, by service: the data events of CloudTrail's user guide, "Logging data
/// events". All other calls are management events.
const DATA: [(&str, &[&str]); 6] = [
    ("cognito-identity", &["GetCredentialsForIdentity", "GetId", "GetOpenIdToken"]),
    (
        "s3",
        &[
            "CopyObject",
            "DeleteObject",
            "DeleteObjects",
            "GetObject",
            "HeadObject",
            "ListObjectVersions",
            "ListObjects",
            "ListObjectsV2",
            "PutObject",
        ],
    ),
    ("lambda", &["Invoke"]),
    (
        "dynamodb",
        &[
            "BatchGetItem",
            "BatchWriteItem",
            "DeleteItem",
            "GetItem",
            "PutItem",
            "Query",
            "Scan",
            "TransactGetItems",
            "TransactWriteItems",
            "UpdateItem",
        ],
    ),
    ("sns", &["Publish", "PublishBatch"]),
    ("sqs", &["DeleteMessage", "ReceiveMessage", "SendMessage"]),
];

/// The Region in which calls of global services are recorded (rules H-3, I-3).
const GLOBAL_REGION: &str = "us-east-1";

impl Kind {
    pub(super) fn of(operation: &str) -> Self {
        let (service, name) = operation.split_once(':').unwrap_or((operation, operation));
        let is_read_only = READS.iter().any(|start| name.starts_with(start)) || name.starts_with("GenerateCredential");
        let is_data = DATA.iter().any(|(known, names)| *known == service && names.contains(&name));
        // The newer call has no name of its own in CloudTrail.
        let name = if operation == "s3:ListObjectsV2" { "ListObjects" } else { name };
        Self {
            service: service.into(),
            source: if service == "awsssoportal" {
                "sso.amazonaws.com".to_owned()
            } else {
                format!("{service}.amazonaws.com")
            },
            name: name.into(),
            is_read_only,
            is_data,
        }
    }

    /// Whether the service is one for all Regions.
    pub(super) fn is_global(&self) -> bool {
        matches!(&*self.service, "iam" | "organizations" | "sts")
    }

    /// What event selectors call the resources of a data event; a kind that they do not know has no name there.
    pub(super) fn data_type(&self) -> Option<&'static str> {
        self.is_data.then_some(match &*self.service {
            "s3" => "AWS::S3::Object",
            "lambda" => "AWS::Lambda::Function",
            "dynamodb" => "AWS::DynamoDB::Table",
            "cognito-identity" => "AWS::Cognito::IdentityPool",
            _ => "",
        })
    }

    /// `AssumeRole` and its kin.
    pub(super) fn is_assume_role(&self) -> bool {
        &*self.service == "sts" && self.name.starts_with("AssumeRole")
    }

    /// Whether the answer brings credentials, which are told of although nothing is changed (rule H-8).
    pub(super) fn is_session_made(&self) -> bool {
        let makes = ["AssumeRoot", "GetFederationToken", "GetSessionToken"];
        self.is_assume_role()
            || (&*self.service == "sts" && makes.contains(&&*self.name))
            || &*self.name == "GetCredentialsForIdentity"
    }

    /// The Region of the endpoint that was called.
    pub(super) fn region(&self, call: &ApiCall, world: &World) -> Box<str> {
        if matches!(&*self.service, "iam" | "organizations") {
            return GLOBAL_REGION.into();
        }
        let bucket = call.input.get("Bucket").and_then(Value::as_str).and_then(|name| world.bucket(name));
        let named = bucket.map(|bucket| &*bucket.region).or_else(|| call.environment.requested_region());
        named.unwrap_or(GLOBAL_REGION).into()
    }

    /// The name of that endpoint.
    pub(super) fn host(&self, call: &ApiCall, world: &World) -> String {
        let region = self.region(call, world);
        match (&*self.service, call.input.get("Bucket").and_then(Value::as_str)) {
            ("iam", _) => self.source.clone(),
            ("sts", _) if call.environment.requested_region().is_none() => self.source.clone(),
            ("s3", Some(bucket)) => format!("{bucket}.s3.{region}.amazonaws.com"),
            (service, _) => format!("{service}.{region}.amazonaws.com"),
        }
    }

    /// The code of an error: IAM's are told by the name of the exception, EC2's refusals as the client's.
    pub(super) fn error_code(&self, code: &str) -> String {
        match &*self.service {
            "ec2" if code == "UnauthorizedOperation" => format!("Client.{code}"),
            "iam" if code == "ValidationError" => "ValidationException".to_owned(),
            "iam" if code != "AccessDenied" && !code.ends_with("Exception") => format!("{code}Exception"),
            _ => code.to_owned(),
        }
    }

    /// The resources that the record lists, for the calls that list some.
    pub(super) fn resources(&self, resource: &str, world: &World) -> Option<Value> {
        let arn: Arn = resource.parse().ok()?;
        let owner = world.resource_owner(resource);
        let one = |arn: &str, kind: &str| json!({ "ARN": arn, "accountId": owner, "type": kind });
        match &*self.service {
            "sts" if self.is_assume_role() => Some(json!([one(resource, "AWS::IAM::Role")])),
            "cognito-identity" if self.is_data => Some(json!([one(resource, "AWS::Cognito::IdentityPool")])),
            "rolesanywhere" if &*self.name == "CreateSession" => {
                Some(json!([one(resource, "AWS::RolesAnywhere::TrustAnchor")]))
            }
            "kms" if arn.service() == "kms" => Some(json!([one(resource, "AWS::KMS::Key")])),
            "lambda" if self.is_data => Some(json!([one(resource, "AWS::Lambda::Function")])),
            "dynamodb" if self.is_data => Some(json!([one(resource, "AWS::DynamoDB::Table")])),
            "s3" if self.is_data => {
                let bucket = arn.resource().split('/').next().unwrap_or_default();
                let of_bucket = one(&format!("arn:aws:s3:::{bucket}"), "AWS::S3::Bucket");
                let object = json!({ "type": "AWS::S3::Object", "ARN": resource });
                Some(if arn.resource().contains('/') { json!([object, of_bucket]) } else { json!([of_bucket]) })
            }
            _ => None,
        }
    }
}

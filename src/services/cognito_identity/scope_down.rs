//! What a guest may do at the most who gets credentials from Cognito itself: the policies that the enhanced flow passes
//! for the session (Amazon Cognito developer guide, "Access policies for unauthenticated identities").
//!
//! The guide has the services as a table; the letter of the inline policy is our reading of it.

use crate::json::json;
use crate::policy::pretty_value;

/// The managed policy that goes with the inline one; what one of the two allows is within the bounds.
pub(super) const MANAGED: &str = "arn:aws:iam::aws:policy/AmazonCognitoUnAuthedIdentitiesSessionPolicy";

/// Services that guests come to with all their actions.
const SERVICES: &[&str] = &[
    "appsync",
    "cloudwatch",
    "codewhisperer",
    "cognito-identity",
    "cognito-idp",
    "cognito-sync",
    "comprehend",
    "dynamodb",
    "execute-api",
    "firehose",
    "gamelift",
    "geo",
    "iot",
    "kinesis",
    "kinesisanalytics",
    "lambda",
    "lex",
    "logs",
    "machinelearning",
    "mobileanalytics",
    "mobiletargeting",
    "personalize",
    "polly",
    "rekognition",
    "s3",
    "sdb",
    "ses",
    "sns",
    "sqs",
    "transcribe",
    "translate",
];

/// Of these services the actions alone.
const ACTIONS: &[&str] = &[
    "kms:Decrypt",
    "kms:Encrypt",
    "kms:GenerateDataKey*",
    "kms:ReEncrypt*",
    "sagemaker:InvokeEndpoint",
    "sumerian:View*",
    "textract:AnalyzeDocument",
    "textract:DetectDocumentText",
];

/// The inline policy.
pub(super) fn inline() -> String {
    let services = SERVICES.iter().map(|service| format!("{service}:*"));
    let actions: Vec<String> = services.chain(ACTIONS.iter().map(ToString::to_string)).collect();
    let statement = json!({ "Effect": "Allow", "Action": actions, "Resource": "*" });
    pretty_value(&json!({ "Version": "2012-10-17", "Statement": [statement] }))
}

//! From a call to the line of the AWS CLI that makes it, for who wants to see what a button does.
//!
//! Members that the command line does not have, as the sandbox takes some where a protocol says it in other words, are
//! left out.

use super::choice::command_of;
use super::custom;
use super::name::kebab;
use crate::catalog::{Member, ValueType, service_model};
use serde_json::Value;

/// The line; none if the command line has no such command.
///
/// ```
/// # use iam_sandbox::cli::line;
/// # use serde_json::json;
/// let call = line("iam:AttachUserPolicy", &json!({ "UserName": "ana", "PolicyArn": "arn:aws:iam::aws:policy/ReadOnlyAccess" }));
/// assert_eq!(
///     call.as_deref(),
///     Some("aws iam attach-user-policy --user-name ana --policy-arn arn:aws:iam::aws:policy/ReadOnlyAccess")
/// );
/// ```
#[must_use]
pub fn line(operation: &str, input: &Value) -> Option<String> {
    if operation == "sso:StartSSO" {
        return Some("identity-center enable".to_owned());
    }
    let (service, name) = operation.split_once(':')?;
    let model = service_model(service)?;
    let members = model.members(model.operation(name)?.input);
    let mut line = format!("aws {} {}", command_of(service), kebab(name));
    for member in members {
        if let Some(value) = input.get(&*member.name).filter(|value| !value.is_null()) {
            line.push_str(&option(&custom::option_of(operation, &member.name), member, value));
        }
    }
    line.push_str(custom::besides(operation));
    Some(line)
}

fn option(name: &str, member: &Member, value: &Value) -> String {
    match (value, member.value) {
        (Value::Bool(is_on), ValueType::Boolean) => format!(" --{}{name}", if *is_on { "" } else { "no-" }),
        (Value::Array(items), _) if !items.is_empty() && items.iter().all(Value::is_string) => {
            let words: Vec<String> = items.iter().map(word).collect();
            format!(" --{name} {}", words.join(" "))
        }
        _ => format!(" --{name} {}", word(value)),
    }
}

/// A value as one word of a shell.
fn word(value: &Value) -> String {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-_.:@+,=*".contains(&byte);
    let is_bare = !text.is_empty() && text.bytes().all(is_plain) && !text.starts_with('*');
    if is_bare { text } else { format!("'{}'", text.replace('\'', r"'\''")) }
}

#[cfg(test)]
mod tests {
    use super::super::{Files, Variables, lex, parse};
    use super::*;
    use crate::json::json;
    use crate::span::Span;

    #[track_caller]
    fn check(operation: &str, input: &Value, expected: &str) {
        let made = line(operation, input).unwrap();
        assert_eq!(made, expected);
        let words = lex::words(&made, Span::new(0, made.len()), &Variables::default()).unwrap();
        let read = parse::parse(&words, &Files::default()).unwrap();
        assert_eq!((&*read.operation, &read.input), (operation, input));
    }

    #[test]
    fn a_line_is_read_as_the_call_that_it_was_made_of() {
        check(
            "cognito-identity:SetIdentityPoolRoles",
            &json!({ "IdentityPoolId": "us-east-1:1", "Roles": { "authenticated": "arn:aws:iam::1:role/app" } }),
            r#"aws cognito-identity set-identity-pool-roles --identity-pool-id us-east-1:1 --roles '{"authenticated":"arn:aws:iam::1:role/app"}'"#,
        );
        check(
            "kms:CreateGrant",
            &json!({ "KeyId": "k", "GranteePrincipal": "arn:aws:iam::1:user/it's", "Operations": ["Decrypt", "Encrypt"] }),
            r"aws kms create-grant --key-id k --grantee-principal 'arn:aws:iam::1:user/it'\''s' --operations Decrypt Encrypt",
        );
        check(
            "cognito-identity:CreateIdentityPool",
            &json!({ "IdentityPoolName": "my app", "AllowUnauthenticatedIdentities": false }),
            "aws cognito-identity create-identity-pool --identity-pool-name 'my app' --no-allow-unauthenticated-identities",
        );
        check(
            "sns:Subscribe",
            &json!({ "TopicArn": "arn:aws:sns:us-east-1:1:news", "Protocol": "email", "Endpoint": "ana@example.com" }),
            "aws sns subscribe --topic-arn arn:aws:sns:us-east-1:1:news --protocol email --notification-endpoint ana@example.com",
        );
        check(
            "iam:CreateVirtualMFADevice",
            &json!({ "VirtualMFADeviceName": "phone" }),
            "aws iam create-virtual-mfa-device --virtual-mfa-device-name phone --outfile qr.png --bootstrap-method QRCodePNG",
        );
        assert_eq!(line("nosuch:Thing", &json!({})), None);
    }

    #[test]
    fn services_are_called_as_the_command_line_calls_them() {
        let made = line("sso:ListInstances", &json!({ "Region": "eu-west-1" }));
        assert_eq!(made.as_deref(), Some("aws sso-admin list-instances"));
        assert_eq!(
            line("s3:GetBucketPolicy", &json!({ "Bucket": "b" })).as_deref(),
            Some("aws s3api get-bucket-policy --bucket b")
        );
        assert_eq!(line("sso:StartSSO", &json!({})).as_deref(), Some("identity-center enable"));
    }
}

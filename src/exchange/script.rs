//! An account as a script of AWS CLI lines that makes its users, groups, roles and policies anew.
//!
//! Ids, dates and numbers of policy versions are not kept: AWS gives them anew. Keys, passwords, devices and what is
//! outside IAM are not written.

use crate::arn::Arn;
use crate::json::json;
use crate::world::{Account, ManagedPolicy, PolicyHolder, Role, StoredPolicy, Tags};
use serde_json::Value;
use std::fmt::Write;

/// The script. Run in an account without users, groups, roles and policies of its own it leads to the same
/// authorization details, but for ids, dates and numbers of versions.
#[must_use]
pub fn script(account: &Account) -> String {
    let mut script = Script { text: String::new() };
    script.line(&format!("# The users, groups, roles and policies of account {}.", account.id));
    script.line("# Not in here: access keys, passwords, MFA devices, identity providers, and what is outside IAM.");
    account.policies().filter(|policy| !policy.is_from_aws()).for_each(|policy| script.policy(policy));
    for group in account.groups() {
        script.line(&format!("aws iam create-group --group-name {}{}", group.name, path(&group.arn)));
        script.held("group", &group.name, &group.policies);
    }
    for user in account.users() {
        let (name, tags) = (&user.name, tags(&user.tags));
        let boundary = boundary(user.permissions_boundary.as_ref());
        script.line(&format!("aws iam create-user --user-name {name}{}{boundary}{tags}", path(&user.arn)));
        for group in &user.groups {
            script.line(&format!("aws iam add-user-to-group --user-name {name} --group-name {group}"));
        }
        script.held("user", name, &user.policies);
    }
    account.roles().for_each(|role| script.role(account, role));
    for role in account.roles().filter(|role| names_a_role(account, role)) {
        let (name, trust) = (&role.name, document(&role.trust));
        script.line(&format!("aws iam update-assume-role-policy --role-name {name} --policy-document {trust}"));
    }
    for profile in account.instance_profiles() {
        let (name, tags) = (&profile.name, tags(&profile.tags));
        script.line(&format!(
            "aws iam create-instance-profile --instance-profile-name {name}{}{tags}",
            path(&profile.arn)
        ));
        if let Some(role) = &profile.role {
            script.line(&format!(
                "aws iam add-role-to-instance-profile --instance-profile-name {name} --role-name {role}"
            ));
        }
    }
    script.text
}

struct Script {
    text: String,
}

impl Script {
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// A policy with its versions, oldest first; those that were deleted are not made.
    fn policy(&mut self, policy: &ManagedPolicy) {
        let Some((first, rest)) = policy.versions.iter().next().map(|first| (first, policy.versions.iter().skip(1)))
        else {
            return;
        };
        let description = policy.description.as_deref().map(|text| format!(" --description {}", quoted(text)));
        let mut line = format!(
            "aws iam create-policy --policy-name {}{}{}{} --policy-document {}",
            policy.name,
            path(&policy.arn),
            description.unwrap_or_default(),
            tags(&policy.tags),
            document(&first.1.document)
        );
        self.line(&line);
        let is_default = |number: u32| number == policy.default_version;
        for (number, version) in rest {
            line = format!(
                "aws iam create-policy-version --policy-arn {} --policy-document {}",
                policy.arn,
                document(&version.document)
            );
            line.push_str(if is_default(*number) { " --set-as-default" } else { "" });
            self.line(&line);
        }
    }

    fn role(&mut self, account: &Account, role: &Role) {
        if let Some(service) = role.arn.resource().strip_prefix("role/aws-service-role/") {
            let service = service.split('/').next().unwrap_or_default();
            let suffix = role.name.split_once('_').map(|(_, suffix)| format!(" --custom-suffix {suffix}"));
            let suffix = suffix.unwrap_or_default();
            self.line(&format!("aws iam create-service-linked-role --aws-service-name {service}{suffix}"));
            return;
        }
        let mut line = format!("aws iam create-role --role-name {}{}", role.name, path(&role.arn));
        if let Some(description) = &role.description {
            let _ = write!(line, " --description {}", quoted(description));
        }
        if role.max_session_seconds != 3_600 {
            let _ = write!(line, " --max-session-duration {}", role.max_session_seconds);
        }
        line.push_str(&boundary(role.permissions_boundary.as_ref()));
        line.push_str(&tags(&role.tags));
        let trust = match names_a_role(account, role) {
            true => quoted(&json!({
                "Version": "2012-10-17",
                "Statement": [{ "Effect": "Deny", "Principal": { "AWS": account.id.root_arn() }, "Action": "sts:AssumeRole" }],
            }).to_string()),
            false => document(&role.trust),
        };
        let _ = write!(line, " --assume-role-policy-document {trust}");
        self.line(&line);
        self.held("role", &role.name, &role.policies);
    }

    fn held(&mut self, kind: &str, name: &str, held: &PolicyHolder) {
        for arn in &held.attached {
            self.line(&format!("aws iam attach-{kind}-policy --{kind}-name {name} --policy-arn {arn}"));
        }
        for (policy, text) in &held.inline {
            self.line(&format!(
                "aws iam put-{kind}-policy --{kind}-name {name} --policy-name {} --policy-document {}",
                quoted(policy),
                document(text)
            ));
        }
    }
}

/// Whether the trust policy names roles of the account, which must be there when it is written (rule A-52): such a role
/// is made closed, and gets its trust policy once all roles are there.
fn names_a_role(account: &Account, role: &Role) -> bool {
    let is_linked = role.arn.resource().starts_with("role/aws-service-role/");
    !is_linked && role.trust.text().contains(&format!(":iam::{}:role/", account.id))
}

/// The path of an entity, if it has one.
fn path(arn: &Arn) -> String {
    let resource = arn.resource();
    let path = resource.find('/').zip(resource.rfind('/')).map(|(first, last)| &resource[first..=last]);
    path.filter(|path| *path != "/").map(|path| format!(" --path {}", quoted(path))).unwrap_or_default()
}

fn boundary(arn: Option<&Arn>) -> String {
    arn.map(|arn| format!(" --permissions-boundary {arn}")).unwrap_or_default()
}

/// In JSON, where the short form would part texts at commas.
fn tags(tags: &Tags) -> String {
    if tags.is_empty() {
        return String::new();
    }
    let list: Vec<_> = tags.iter().map(|(key, value)| json!({ "Key": key, "Value": value })).collect();
    format!(" --tags {}", quoted(&Value::from(list).to_string()))
}

/// A document on one line: what stands in it decides, not how it is laid out.
fn document(policy: &StoredPolicy) -> String {
    let value = serde_json::from_str::<Value>(policy.text());
    quoted(&value.map_or_else(|_| policy.text().to_owned(), |value| value.to_string()))
}

/// A word for a POSIX shell.
fn quoted(text: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-_.:@+,".contains(&byte);
    if !text.is_empty() && text.bytes().all(is_plain) {
        return text.to_owned();
    }
    format!("'{}'", text.replace('\'', r"'\''"))
}

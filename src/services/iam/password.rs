//! Passwords of users: what a new one must be like, in IAM's words (rules E-27 to E-29).

use crate::arn::AccountId;
use crate::json::json;
use crate::services::ApiError;
use crate::world::{Account, CharacterClass, LoginProfile, PasswordPolicy, PasswordProblem, check_by_default};
use serde_json::Value;

/// What is there no more, or was never there.
pub(super) fn no_profile(name: &str) -> ApiError {
    ApiError::new("NoSuchEntity", 404, format!("Login Profile for User {name} cannot be found."))
}

pub(super) fn no_policy(account: AccountId) -> ApiError {
    ApiError::new("NoSuchEntity", 404, format!("The Password Policy with domain name {account} cannot be found."))
}

fn violation(message: impl Into<String>) -> ApiError {
    ApiError::new("PasswordPolicyViolation", 400, message)
}

fn sentence(problem: &PasswordProblem) -> String {
    match problem {
        PasswordProblem::Length(length) => format!("Password should have a minimum length of {length}"),
        PasswordProblem::Class(class) => {
            let what = match class {
                CharacterClass::Uppercase => "uppercase letter",
                CharacterClass::Lowercase => "lowercase letter",
                CharacterClass::Number => "number",
                CharacterClass::Symbol => "symbol",
            };
            format!("Password should have at least one {what}")
        }
    }
}

/// Refuses a password that the account's rules, or without them those of AWS, do not let be.
pub(in crate::services) fn check(
    account: &Account,
    password: &str,
    known: Option<&LoginProfile>,
) -> Result<(), ApiError> {
    let Some(policy) = &account.password_policy else { return check_default(account, password) };
    if let Some(problem) = policy.problems(password).first() {
        return Err(violation(sentence(problem)));
    }
    let n_remembered = policy.reuse_prevention.unwrap_or_default();
    if known.is_some_and(|known| known.remembers(password, n_remembered)) {
        return Err(violation("Password does not conform to the account password policy."));
    }
    Ok(())
}

fn check_default(account: &Account, password: &str) -> Result<(), ApiError> {
    if *password == *account.name || account.root.email.as_deref() == Some(password) {
        return Err(violation("Password does not conform to the account password policy."));
    }
    check_by_default(password).map_err(|(n_wanted, missing)| match missing.as_slice() {
        [one] => violation(sentence(one)),
        several => {
            let sentences: Vec<String> = several.iter().map(sentence).collect();
            let sentences = sentences.join(", ");
            violation(format!("Password should meet {n_wanted} more of the following requirements: {sentences}"))
        }
    })
}

/// A login profile as it is shown: never with its password.
pub(super) fn profile(profile: &LoginProfile) -> Value {
    json!({ "CreateDate": profile.created, "PasswordResetRequired": profile.is_reset_required })
}

/// A password policy as it is shown.
pub(super) fn policy(policy: &PasswordPolicy) -> Value {
    let requires = |class| policy.requires.contains(&class);
    let mut shown = json!({
        "MinimumPasswordLength": policy.minimum_length, "RequireSymbols": requires(CharacterClass::Symbol),
        "RequireNumbers": requires(CharacterClass::Number),
        "RequireUppercaseCharacters": requires(CharacterClass::Uppercase),
        "RequireLowercaseCharacters": requires(CharacterClass::Lowercase),
        "AllowUsersToChangePassword": policy.allows_change, "ExpirePasswords": policy.max_age_days.is_some(),
    });
    if let Some(days) = policy.max_age_days {
        shown["MaxPasswordAge"] = json!(days);
    }
    if let Some(n_passwords) = policy.reuse_prevention {
        shown["PasswordReusePrevention"] = json!(n_passwords);
    }
    if let Some(is_hard) = policy.is_expiry_hard {
        shown["HardExpiry"] = json!(is_hard);
    }
    shown
}

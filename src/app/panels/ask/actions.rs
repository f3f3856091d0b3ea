//! The second part of the sentence: what is asked for.

use crate::app::components::combobox::{Choice, ChoiceGroup, Typed};
use crate::app::store::Play;
use crate::app::strings::AskStrings;
use std::collections::BTreeSet;
use yew::AttrValue;

/// What an action does, in AWS's access levels.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Level {
    List,
    Read,
    Write,
    Permissions,
}

/// What an action works on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// An object in a bucket.
    Object,
    /// A bucket.
    Bucket,
    /// A user.
    User,
    /// A group.
    Group,
    /// A role.
    Role,
    /// A managed policy.
    Policy,
    /// A KMS key.
    Key,
    /// Nothing: the resource is `*`.
    Nothing,
}

/// The actions that mean something in this world. Levels and resource types are those of the Service
/// Authorization Reference.
const ACTIONS: [(&str, Level, Kind); 43] = [
    ("s3:GetObject", Level::Read, Kind::Object),
    ("s3:PutObject", Level::Write, Kind::Object),
    ("s3:DeleteObject", Level::Write, Kind::Object),
    ("s3:ListBucket", Level::List, Kind::Bucket),
    ("s3:GetBucketPolicy", Level::Read, Kind::Bucket),
    ("s3:PutBucketPolicy", Level::Permissions, Kind::Bucket),
    ("s3:DeleteBucketPolicy", Level::Permissions, Kind::Bucket),
    ("s3:CreateBucket", Level::Write, Kind::Bucket),
    ("s3:DeleteBucket", Level::Write, Kind::Bucket),
    ("s3:ListAllMyBuckets", Level::List, Kind::Nothing),
    ("sts:AssumeRole", Level::Write, Kind::Role),
    ("sts:AssumeRoleWithSAML", Level::Write, Kind::Role),
    ("sts:AssumeRoleWithWebIdentity", Level::Write, Kind::Role),
    ("sts:GetCallerIdentity", Level::Read, Kind::Nothing),
    ("iam:CreateUser", Level::Write, Kind::User),
    ("iam:GetUser", Level::Read, Kind::User),
    ("iam:DeleteUser", Level::Write, Kind::User),
    ("iam:ListUsers", Level::List, Kind::Nothing),
    ("iam:CreateAccessKey", Level::Write, Kind::User),
    ("iam:AttachUserPolicy", Level::Permissions, Kind::User),
    ("iam:PutUserPolicy", Level::Permissions, Kind::User),
    ("iam:PutUserPermissionsBoundary", Level::Permissions, Kind::User),
    ("iam:AddUserToGroup", Level::Write, Kind::Group),
    ("iam:RemoveUserFromGroup", Level::Write, Kind::Group),
    ("iam:AttachGroupPolicy", Level::Permissions, Kind::Group),
    ("iam:PutGroupPolicy", Level::Permissions, Kind::Group),
    ("iam:CreateRole", Level::Write, Kind::Role),
    ("iam:GetRole", Level::Read, Kind::Role),
    ("iam:ListRoles", Level::List, Kind::Nothing),
    ("iam:PassRole", Level::Write, Kind::Role),
    ("iam:UpdateAssumeRolePolicy", Level::Permissions, Kind::Role),
    ("iam:AttachRolePolicy", Level::Permissions, Kind::Role),
    ("iam:PutRolePolicy", Level::Permissions, Kind::Role),
    ("iam:CreatePolicy", Level::Permissions, Kind::Policy),
    ("iam:GetPolicy", Level::Read, Kind::Policy),
    ("iam:CreatePolicyVersion", Level::Permissions, Kind::Policy),
    ("kms:Decrypt", Level::Write, Kind::Key),
    ("kms:Encrypt", Level::Write, Kind::Key),
    ("kms:GenerateDataKey", Level::Write, Kind::Key),
    ("kms:DescribeKey", Level::Read, Kind::Key),
    ("kms:GetKeyPolicy", Level::Read, Kind::Key),
    ("kms:PutKeyPolicy", Level::Permissions, Kind::Key),
    ("kms:CreateKey", Level::Write, Kind::Nothing),
];

/// What an action works on; none if that is not known.
pub fn kind_of(action: &str) -> Option<Kind> {
    let known = ACTIONS.iter().find(|(name, ..)| name.eq_ignore_ascii_case(action));
    known.map(|(.., kind)| *kind).or_else(|| guess(&action.to_ascii_lowercase()))
}

/// By the words in its name, for actions that somebody typed.
fn guess(action: &str) -> Option<Kind> {
    let words: &[(&str, Kind)] = match action.split_once(':')?.0 {
        "s3" => &[("object", Kind::Object), ("bucket", Kind::Bucket)],
        "sts" => &[("assumerole", Kind::Role)],
        "kms" => &[("listkeys", Kind::Nothing), ("", Kind::Key)],
        "iam" => &[("role", Kind::Role), ("user", Kind::User), ("group", Kind::Group), ("policy", Kind::Policy)],
        _ => &[],
    };
    words.iter().find(|(word, _)| action.contains(word)).map(|(_, kind)| *kind)
}

/// The actions, by service; and those that a lesson speaks of beside them.
pub fn choices(words: &AskStrings, lesson: Option<&Play>) -> Vec<ChoiceGroup> {
    let is_known = |action: &str| ACTIONS.iter().any(|(name, ..)| name.eq_ignore_ascii_case(action));
    let of_lesson: BTreeSet<&str> = iam_sandbox::ordered::set(lesson.into_iter().flat_map(Play::actions));
    let of_lesson = of_lesson.into_iter().filter(|action| !is_known(action));
    let of_lesson = of_lesson.map(|action| Choice {
        value: action.to_owned().into(),
        text: action.to_owned().into(),
        ..Choice::default()
    });
    let of_lesson = ChoiceGroup { title: words.of_lesson.into(), choices: of_lesson.collect() };

    let group = |title: &'static str, prefix: &str| {
        let choices = ACTIONS.iter().filter(|(name, ..)| name.starts_with(prefix)).map(|(name, level, kind)| {
            let note = format!("{} · {}", level_name(*level, words), kind_name(*kind, words));
            Choice { value: (*name).into(), text: (*name).into(), note: note.into(), ..Choice::default() }
        });
        ChoiceGroup { title: title.into(), choices: choices.collect() }
    };
    let known = [group("S3", "s3:"), group("STS", "sts:"), group("IAM", "iam:"), group("KMS", "kms:")];
    std::iter::once(of_lesson).filter(|group| !group.choices.is_empty()).chain(known).collect()
}

/// Any `service:Name` can be asked for, patterns cannot.
pub fn typed(text: &AttrValue, words: &AskStrings) -> Typed {
    let text = text.trim();
    let is_word =
        |part: &str| !part.is_empty() && part.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
    match text.split_once(':') {
        Some((prefix, name)) if is_word(prefix) && is_word(name) => {
            let text = AttrValue::from(text.to_owned());
            Typed::Choice(Choice { value: text.clone(), text, note: words.as_typed.into(), ..Choice::default() })
        }
        _ => Typed::Refused(words.no_action.into()),
    }
}

/// What a type of resource is called.
pub fn kind_name(kind: Kind, words: &AskStrings) -> &'static str {
    match kind {
        Kind::Object => words.object,
        Kind::Bucket => words.bucket,
        Kind::User => words.user,
        Kind::Group => words.group,
        Kind::Role => words.role,
        Kind::Policy => words.policy,
        Kind::Key => words.kms_key,
        Kind::Nothing => words.no_resource,
    }
}

fn level_name(level: Level, words: &AskStrings) -> &'static str {
    match level {
        Level::List => words.list,
        Level::Read => words.read,
        Level::Write => words.write,
        Level::Permissions => words.permissions,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::strings::strings;
    use iam_sandbox::text::Language;

    #[test]
    fn typed_actions_work_on_what_their_name_says() {
        assert_eq!(kind_of("s3:GetObjectAcl"), Some(Kind::Object));
        assert_eq!(kind_of("S3:listbucket"), Some(Kind::Bucket));
        assert_eq!(kind_of("iam:UpdateRole"), Some(Kind::Role));
        assert_eq!(kind_of("ec2:RunInstances"), None);
    }

    #[test]
    fn only_service_and_name_can_be_asked_for() {
        let is_taken =
            |text: &'static str| matches!(typed(&text.into(), &strings(Language::English).ask), Typed::Choice(_));
        assert!(is_taken("ec2:RunInstances") && is_taken(" s3:GetObjectAcl "));
        assert!(!is_taken("GetObject") && !is_taken("s3:Get*") && !is_taken("s3:") && !is_taken("s3:Get Object"));
    }
}

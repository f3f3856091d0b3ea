//! Entries of the lists with other names in them. Which texts are names is known here, and not what becomes of them.

use super::element::decoded;
use super::pseudonym::Pseudonyms;
use serde_json::{Map, Value};

/// What is done with a text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pass {
    Look,
    Replace,
}

/// Takes note of the wildcards in an entry.
pub(super) fn look(names: &mut Pseudonyms, entry: &Value) {
    Renamer { names, pass: Pass::Look }.value("", entry);
}

/// The entry with other names.
pub(super) fn renamed(names: &mut Pseudonyms, entry: &Value) -> Value {
    Renamer { names, pass: Pass::Replace }.value("", entry)
}

struct Renamer<'a> {
    names: &'a mut Pseudonyms,
    pass: Pass,
}

impl Renamer<'_> {
    fn text(&mut self, text: &str, replace: impl FnOnce(&mut Pseudonyms, &str) -> String) -> Value {
        match self.pass {
            Pass::Look => {
                self.names.look(text);
                Value::Null
            }
            Pass::Replace => replace(self.names, text).into(),
        }
    }

    fn each(&mut self, value: &Value, mut text: impl FnMut(&mut Self, &str) -> Value) -> Value {
        match value {
            Value::String(one) => text(self, one),
            Value::Array(items) => {
                let mut item = |item: &Value| item.as_str().map_or_else(|| item.clone(), |one| text(self, one));
                items.iter().map(&mut item).collect()
            }
            other => other.clone(),
        }
    }

    fn members(
        &mut self,
        members: &Map<String, Value>,
        mut change: impl FnMut(&mut Self, &str, &Value) -> Value,
    ) -> Value {
        Value::Object(members.iter().map(|(name, value)| (name.clone(), change(self, name, value))).collect())
    }

    /// A member of an entry.
    fn value(&mut self, member: &str, value: &Value) -> Value {
        match (member, value) {
            (_, Value::Object(members)) if member.ends_with("Document") || member == "Document" => {
                self.document(members)
            }
            (_, Value::String(text)) if member.ends_with("Document") => {
                match serde_json::from_str::<Value>(&decoded(text)) {
                    Ok(Value::Object(members)) => self.document(&members),
                    // It could not be read with its names either, and is left out.
                    _ => Value::String(String::new()),
                }
            }
            (_, Value::Object(members)) if is_aws_policy(members) => value.clone(),
            (_, Value::Object(members)) => {
                let kept: Map<String, Value> = members
                    .iter()
                    .filter(|(name, _)| *name != "Description")
                    .map(|(name, value)| (name.clone(), value.clone()))
                    .collect();
                self.members(&kept, Self::value)
            }
            (_, Value::Array(items)) => items.iter().map(|item| self.value(member, item)).collect(),
            (_, Value::String(text)) if member == "Arn" || member.ends_with("Arn") => self.text(text, Pseudonyms::arn),
            ("UserId" | "GroupId" | "RoleId" | "PolicyId" | "InstanceProfileId", Value::String(text)) => {
                self.text(text, Pseudonyms::id)
            }
            ("Path" | "GroupList" | "Key" | "Value", Value::String(text)) => self.text(text, Pseudonyms::text),
            (_, Value::String(text)) if member.ends_with("Name") => self.text(text, Pseudonyms::text),
            (_, other) => other.clone(),
        }
    }

    fn document(&mut self, members: &Map<String, Value>) -> Value {
        self.members(members, |renamer, name, value| match (name, value) {
            ("Id", Value::String(text)) => renamer.text(text, Pseudonyms::text),
            ("Statement", Value::Array(items)) => items.iter().map(|item| renamer.statement(item)).collect(),
            ("Statement", item) => renamer.statement(item),
            (_, other) => other.clone(),
        })
    }

    fn statement(&mut self, value: &Value) -> Value {
        let Value::Object(members) = value else { return value.clone() };
        self.members(members, |renamer, name, value| match (name, value) {
            ("Sid", Value::String(text)) => renamer.text(text, Pseudonyms::text),
            ("Resource" | "NotResource", value) => {
                renamer.each(value, |renamer, text| renamer.text(text, Pseudonyms::arn))
            }
            ("Principal" | "NotPrincipal", Value::Object(members)) => {
                renamer.members(members, |renamer, kind, value| {
                    if kind == "Service" {
                        return value.clone();
                    }
                    renamer.each(value, |renamer, text| renamer.text(text, Pseudonyms::arn))
                })
            }
            ("Condition", Value::Object(operators)) => renamer.members(operators, |renamer, operator, lines| {
                let Value::Object(lines) = lines else { return lines.clone() };
                let lines = lines.iter().map(|(key, values)| renamer.line(operator, key, values));
                Value::Object(lines.collect())
            }),
            (_, other) => other.clone(),
        })
    }

    /// A line of a condition: its key, and the values if they are texts.
    fn line(&mut self, operator: &str, key: &str, values: &Value) -> (String, Value) {
        const NO_TEXTS: [&str; 6] = ["Bool", "Numeric", "Date", "IpAddress", "Null", "Binary"];
        let other = match self.pass {
            Pass::Look => key.to_owned(),
            Pass::Replace => self.names.key(key),
        };
        if NO_TEXTS.iter().any(|word| operator.contains(word)) {
            return (other, values.clone());
        }
        let values = self.each(values, |renamer, text| renamer.text(text, |names, text| names.value(key, text)));
        (other, values)
    }
}

/// A policy of AWS, or its being attached.
fn is_aws_policy(members: &Map<String, Value>) -> bool {
    ["Arn", "PolicyArn", "PermissionsBoundaryArn"]
        .iter()
        .filter_map(|name| members.get(*name)?.as_str())
        .any(|arn| arn.contains(":iam::aws:"))
}

//! `--query`, as far as it only names: `Policy.Arn`, `Keys[0].Id`. The rest of JMESPath is not known here.

use serde_json::Value;

/// One step into a value.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Part {
    Member(Box<str>),
    Item(usize),
}

/// Where in an answer something stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Query(Vec<Part>);

impl Query {
    /// Reads names, with dots between, and indexes; none if there is more to the text.
    #[must_use]
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut parts = Vec::new();
        for piece in text.split('.') {
            let (name, mut indexes) = piece.find('[').map_or((piece, ""), |at| piece.split_at(at));
            let is_name = !name.is_empty()
                && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
                && !name.starts_with(|sign: char| sign.is_ascii_digit());
            if !is_name {
                return None;
            }
            parts.push(Part::Member(name.into()));
            while !indexes.is_empty() {
                let (index, rest) = indexes.strip_prefix('[')?.split_once(']')?;
                parts.push(Part::Item(index.parse().ok()?));
                indexes = rest;
            }
        }
        Some(Self(parts))
    }

    /// What stands there; null if nothing does.
    #[must_use]
    pub(super) fn of(&self, value: &Value) -> Value {
        let found = self.0.iter().try_fold(value, |value, part| match part {
            Part::Member(name) => value.get(&**name),
            Part::Item(index) => value.get(*index),
        });
        found.cloned().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::json;

    #[test]
    fn names_and_indexes_lead_to_a_value() {
        let value = json!({ "Users": [{ "Arn": "a" }, { "Arn": "b" }] });
        assert_eq!(Query::parse("Users[1].Arn").unwrap().of(&value), json!("b"));
        assert_eq!(Query::parse("Users[2].Arn").unwrap().of(&value), Value::Null);
        for text in ["Users[]", "Users[*].Arn", "length(Users)", "Users[?Arn=='a']", "", "a..b", "Users[-1]"] {
            assert_eq!(Query::parse(text), None, "{text}");
        }
    }
}

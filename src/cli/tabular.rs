//! Answers as `--output text` prints them: values with tabs between, without their names.
//!
//! A structure is a line of its plain values by the alphabet of their names, and further lines for what is in it,
//! which begin with the name in capitals.

use serde_json::{Map, Value};

pub(super) fn text(value: &Value) -> String {
    let mut out = String::new();
    write(value, None, None, &mut out);
    out
}

fn is_plain(value: &Value) -> bool {
    !value.is_array() && !value.is_object()
}

fn plain(value: &Value) -> String {
    match value {
        Value::Null => "None".to_owned(),
        Value::Bool(truth) => if *truth { "True" } else { "False" }.to_owned(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn line(label: Option<&str>, values: &[String], out: &mut String) {
    let label = label.map(str::to_uppercase);
    let cells: Vec<&str> = label.as_deref().into_iter().chain(values.iter().map(String::as_str)).collect();
    out.push_str(&cells.join("\t"));
    out.push('\n');
}

fn write(value: &Value, label: Option<&str>, columns: Option<&[&str]>, out: &mut String) {
    match value {
        Value::Object(members) => write_structure(members, label, columns, out),
        Value::Array(items) if items.iter().any(Value::is_object) => {
            let columns = plain_names(items);
            for item in items {
                write(item, label, Some(&columns), out);
            }
        }
        Value::Array(items) => {
            let values: Vec<String> = items.iter().filter(|item| is_plain(item)).map(plain).collect();
            match label {
                Some(_) => {
                    for value in &values {
                        line(label, std::slice::from_ref(value), out);
                    }
                }
                None if !values.is_empty() => line(None, &values, out),
                None => {}
            }
            for item in items.iter().filter(|item| !is_plain(item)) {
                write(item, label, None, out);
            }
        }
        other => {
            out.push_str(&plain(other));
            out.push('\n');
        }
    }
}

/// The names that have a plain value in any of the structures, in order.
fn plain_names(items: &[Value]) -> Vec<&str> {
    let members = items.iter().filter_map(Value::as_object).flatten();
    let mut names: Vec<&str> = members.filter(|(_, value)| is_plain(value)).map(|(name, _)| name.as_str()).collect();
    crate::ordered::sort(&mut names);
    names.dedup();
    names
}

fn write_structure(members: &Map<String, Value>, label: Option<&str>, columns: Option<&[&str]>, out: &mut String) {
    let mut names: Vec<&str> = members.keys().map(String::as_str).collect();
    crate::ordered::sort(&mut names);
    let own: Vec<&str> = names.iter().copied().filter(|name| is_plain(&members[*name])).collect();
    let columns = columns.unwrap_or(&own);
    let values: Vec<String> = columns.iter().map(|name| members.get(*name).map(plain).unwrap_or_default()).collect();
    if !values.is_empty() {
        line(label, &values, out);
    }
    for name in names.iter().filter(|name| !columns.contains(name)) {
        write(&members[*name], Some(name), None, out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::json;

    #[test]
    fn a_list_of_structures_has_a_line_for_each_with_its_name_before() {
        let user = |name: &str| json!({ "UserName": name, "Path": "/", "Arn": format!("arn:aws:iam::123456789012:user/{name}") });
        assert_eq!(
            text(&json!({ "Users": [user("alice"), user("bob")] })),
            "USERS\tarn:aws:iam::123456789012:user/alice\t/\talice\nUSERS\tarn:aws:iam::123456789012:user/bob\t/\tbob\n"
        );
    }

    #[test]
    fn plain_values_stand_alone() {
        assert_eq!(text(&json!("x")), "x\n");
        assert_eq!(text(&json!(["a", "b"])), "a\tb\n");
        assert_eq!(text(&Value::Null), "None\n");
        assert_eq!(
            text(&json!({ "PolicyNames": ["P", "Q"], "IsTruncated": false })),
            "False\nPOLICYNAMES\tP\nPOLICYNAMES\tQ\n"
        );
    }
}

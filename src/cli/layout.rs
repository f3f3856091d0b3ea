//! Policies laid out as people read them, for lines whose author had one line for them.
//!
//! What is no JSON, stands on several lines already, or would say something else afterwards (a name that stands
//! there twice, an escape) stays as it is.

use crate::api::holds_policy;
use crate::policy::pretty;
use serde_json::Value;

/// The input of a call with the policies in it laid out.
pub(super) fn laid_out(input: Value) -> Value {
    let Value::Object(members) = input else { return input };
    let member = |(name, value): (String, Value)| {
        let text = value.as_str().filter(|_| holds_policy(&name)).and_then(lines);
        (name, text.map_or(value, Value::String))
    };
    Value::Object(members.into_iter().map(member).collect())
}

fn lines(text: &str) -> Option<String> {
    let is_one_line = text.trim_start().starts_with('{') && !text.contains('\n');
    let lines = pretty(text).filter(|_| is_one_line)?;
    let signs = |text: &str| text.chars().filter(|sign| !sign.is_whitespace()).collect::<String>();
    (signs(&lines) == signs(text)).then_some(lines)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::json;

    #[test]
    fn a_policy_on_one_line_is_laid_out_in_its_own_order() {
        let input = json!({ "UserName": "{}", "PolicyDocument": r#"{"Version": "2012-10-17", "Statement": []}"# });
        let expected = "{\n    \"Version\": \"2012-10-17\",\n    \"Statement\": []\n}";
        assert_eq!(laid_out(input), json!({ "UserName": "{}", "PolicyDocument": expected }));
    }

    #[test]
    fn what_would_say_something_else_stays() {
        for text in [r#"{"A": 1, "A": 2}"#, "{\n\"A\": 1}", "{", r#"["A"]"#, r#"{"A": "\u0041"}"#] {
            let input = json!({ "Policy": text });
            assert_eq!(laid_out(input.clone()), input);
        }
    }
}

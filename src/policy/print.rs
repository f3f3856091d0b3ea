//! JSON text laid out as the AWS console shows policies: four blanks a level, one value a line.

use serde_json::Value;
use serde_json::ser::{PrettyFormatter, Serializer};

/// Lays `text` out; none if it is not JSON. The order of names is kept.
///
/// ```
/// use iam_sandbox::policy::pretty;
/// assert_eq!(pretty(r#"{"Statement":[]}"#).unwrap(), "{\n    \"Statement\": []\n}");
/// ```
#[must_use]
pub fn pretty(text: &str) -> Option<String> {
    serde_json::from_str::<Value>(text).ok().map(|value| pretty_value(&value))
}

/// Lays a JSON value out.
#[must_use]
pub fn pretty_value(value: &Value) -> String {
    use serde::Serialize;
    let mut out = Vec::new();
    let mut serializer = Serializer::with_formatter(&mut out, PrettyFormatter::with_indent(b"    "));
    // Writing a `Value` into memory has no way to fail.
    let written = value.serialize(&mut serializer).is_ok();
    String::from_utf8(out).ok().filter(|_| written).unwrap_or_default()
}

use super::{Findings, JsonValue, parse};
use crate::policy::diagnostic::{Finding, JsonProblem};
use serde_json::Value;

/// The problems of `text` with the words under them.
fn problems(text: &str) -> Vec<(JsonProblem, &str)> {
    let mut findings = Findings::default();
    let _ = parse(text, &mut findings);
    let diagnostics = findings.finish().into_iter();
    let problem = |finding| match finding {
        Finding::Json(problem) => problem,
        other => panic!("{other:?} is not about JSON"),
    };
    diagnostics.map(|diagnostic| (problem(diagnostic.finding), diagnostic.span.of(text))).collect()
}

#[track_caller]
fn check(text: &str, expected: &[(JsonProblem, &str)]) {
    assert_eq!(problems(text), expected, "in {text}");
}

/// As the other parser of the project reads it; of repeated names the last counts there.
fn plain(value: &JsonValue<'_>) -> Value {
    match value {
        JsonValue::Null => Value::Null,
        JsonValue::Bool(value) => Value::Bool(*value),
        JsonValue::Number(text) => serde_json::from_str(text).unwrap(),
        JsonValue::String(text) => Value::String(text.to_string()),
        JsonValue::Array(array) => Value::Array(array.items.iter().map(|item| plain(&item.value)).collect()),
        JsonValue::Object(object) => {
            let pair = |member: &super::Member<'_>| (member.name.value.to_string(), plain(&member.value.value));
            Value::Object(object.members.iter().map(pair).collect())
        }
        JsonValue::Invalid => panic!("nothing is unreadable in a text without problems"),
    }
}

#[test]
fn what_is_json_is_read_as_json() {
    for text in [
        "{}",
        " [ ] ",
        "\"\"",
        "-0.5e+10",
        "0",
        "true",
        "null",
        r#"{"a": [1, {"b": "\u00e9\ud83d\ude00\n\"\\\/"}], "": false}"#,
        "[\"\u{7f}é€😀\", -1E5, 10.25]",
        "\t\r\n{\r\n\"a\"\t:\n1}\n",
    ] {
        let mut findings = Findings::default();
        let json = parse(text, &mut findings).unwrap();
        assert_eq!(findings.finish(), [], "in {text}");
        assert_eq!(plain(&json.value), serde_json::from_str::<Value>(text).unwrap(), "in {text}");
    }
}

#[test]
fn commas() {
    check(r#"{"a": 1 "b": 2}"#, &[(JsonProblem::CommaMissing, "\"b\"")]);
    check(r#"[1 {"b": 2} [3]]"#, &[(JsonProblem::CommaMissing, "{"), (JsonProblem::CommaMissing, "[")]);
    check(
        r#"{,"a": 1,, "b": 2,}"#,
        &[(JsonProblem::ExtraComma, ","), (JsonProblem::ExtraComma, ","), (JsonProblem::TrailingComma, ",")],
    );
    check("[1,,,2,]", &[(JsonProblem::ExtraComma, ",,"), (JsonProblem::TrailingComma, ",")]);
    check("[1; 2]", &[(JsonProblem::WrongSeparator { found: ';', expected: ',' }, ";")]);
}

#[test]
fn colons_names_and_values() {
    check(r#"{"a" 1}"#, &[(JsonProblem::ColonMissing, "1")]);
    check(r#"{"a", "b": 2}"#, &[(JsonProblem::ColonMissing, "\"a\"")]);
    check(
        r#"{"a" = 1, "b" => 2}"#,
        &[
            (JsonProblem::WrongSeparator { found: '=', expected: ':' }, "="),
            (JsonProblem::WrongSeparator { found: '=', expected: ':' }, "=>"),
        ],
    );
    check(r#"{"a": , "b": }"#, &[(JsonProblem::ValueMissing, ","), (JsonProblem::ValueMissing, "}")]);
    check("{\"a\":\n\"b\": 2}", &[(JsonProblem::ValueMissing, "\"b\"")]);
    check(r#"{"a" "b": 2}"#, &[(JsonProblem::ValueMissing, "\"b\"")]);
    check(r#"{"a":: 1}"#, &[(JsonProblem::Unexpected(':'), ":")]);
    check(r#"{: 1, {"b": 2}}"#, &[(JsonProblem::NameMissing, ":"), (JsonProblem::NameMissing, "{")]);
    check("{a: b}", &[(JsonProblem::NameWithoutQuotes, "a"), (JsonProblem::ValueWithoutQuotes, "b")]);
    check(
        "[s3:GetObject, arn:aws:s3:::b/*]",
        &[(JsonProblem::ValueWithoutQuotes, "s3:GetObject"), (JsonProblem::ValueWithoutQuotes, "arn:aws:s3:::b/*")],
    );
    check(
        "[True, None, FALSE]",
        &[
            (JsonProblem::MisspelledWord("true"), "True"),
            (JsonProblem::MisspelledWord("null"), "None"),
            (JsonProblem::MisspelledWord("false"), "FALSE"),
        ],
    );
    check(
        "[01, +1, .5, 1., 0x1F, 1e, -]",
        &[
            (JsonProblem::BadNumber, "01"),
            (JsonProblem::BadNumber, "+1"),
            (JsonProblem::BadNumber, ".5"),
            (JsonProblem::BadNumber, "1."),
            (JsonProblem::BadNumber, "0x1F"),
            (JsonProblem::BadNumber, "1e"),
            (JsonProblem::BadNumber, "-"),
        ],
    );
}

#[test]
fn quotes() {
    check("{'a': `b`}", &[(JsonProblem::WrongQuotes('\''), "'a'"), (JsonProblem::WrongQuotes('`'), "`b`")]);
    check("{“a”: “b”}", &[(JsonProblem::WrongQuotes('“'), "“a”"), (JsonProblem::WrongQuotes('“'), "“b”")]);
    check("{\"a”: \"b\"}", &[(JsonProblem::WrongQuotes('”'), "\"a”")]);
    check("{\"a\": \"b}", &[(JsonProblem::UnclosedString, "\"b")]);
    check(
        "{\n\"a\": \"b,\n\"c\": [\"d],\n\"e\": 1}",
        &[(JsonProblem::UnclosedString, "\"b"), (JsonProblem::UnclosedString, "\"d")],
    );
    check(
        "{\"a\": \"b, \"c\": 1,\n\"d\": tru}",
        &[(JsonProblem::StringEndsEarly, "\"b, \""), (JsonProblem::ValueWithoutQuotes, "tru")],
    );
    check(r#"{"a": "the "big" one", "b": 1}"#, &[(JsonProblem::StringEndsEarly, "\"the \"")]);
    check("{\"a\": \"b\nc\"}", &[(JsonProblem::LineBreak, "\"b\n")]);
    check("[\"a\tb\tc\"]", &[(JsonProblem::ControlCharacter('\t'), "\"a\t")]);
}

#[test]
fn escapes() {
    check(
        r#"["\*", "\u12", "\'"]"#,
        &[(JsonProblem::BadEscape, r"\*"), (JsonProblem::BadEscape, r"\u12"), (JsonProblem::BadEscape, r"\'")],
    );
    check(
        r#"["\ud800", "\udc00", "\ud800A", "\ud800\u0041"]"#,
        &[
            (JsonProblem::LoneSurrogate, r"\ud800"),
            (JsonProblem::LoneSurrogate, r"\udc00"),
            (JsonProblem::LoneSurrogate, r"\ud800"),
            (JsonProblem::LoneSurrogate, r"\ud800"),
        ],
    );
}

#[test]
fn brackets() {
    check("{\"a\": [1", &[(JsonProblem::Unclosed, "{"), (JsonProblem::Unclosed, "[")]);
    check("[1]]", &[(JsonProblem::Unopened(']'), "]")]);
    check("[1]} {", &[(JsonProblem::Unopened('}'), "}")]);
    check("[1] 2 3", &[(JsonProblem::TextAfterEnd, "2")]);
    check("[}]", &[(JsonProblem::Unopened('}'), "}")]);
    check(r#"{"a": [1}, "b": 2}"#, &[(JsonProblem::WrongBracket { found: '}', expected: ']' }, "}")]);
    check(r#"{"a": [1, "b": 2}"#, &[(JsonProblem::Unclosed, "[")]);
    check("{\"a\": [1\n\"b\": 2}", &[(JsonProblem::Unclosed, "[")]);
    check(r#"[{"a": 1, {"b": 2}]"#, &[(JsonProblem::Unclosed, "{")]);
    check(r#"[{"a": 1]"#, &[(JsonProblem::Unclosed, "{")]);
    check(r#"{"a": {"b": 1], "c": 2}"#, &[(JsonProblem::WrongBracket { found: ']', expected: '}' }, "]")]);
    check(r#"{"a": 1], "c": 2}"#, &[(JsonProblem::Unopened(']'), "]")]);
    check("]", &[(JsonProblem::Unopened(']'), "]")]);
}

#[test]
fn blanks_and_comments() {
    check("", &[(JsonProblem::Empty, "")]);
    check(" \n", &[(JsonProblem::Empty, "")]);
    check("[1, // one\n 2] # two", &[(JsonProblem::Comment, "// one"), (JsonProblem::Comment, "# two")]);
    check("[/* one */ 1, /* never", &[(JsonProblem::Comment, "/* one */"), (JsonProblem::Comment, "/*")]);
    check("[/*/ 1]", &[(JsonProblem::Comment, "/*")]);
    check(
        "\u{feff}[1,\u{a0}2]",
        &[(JsonProblem::StrangeBlank('\u{feff}'), "\u{feff}"), (JsonProblem::StrangeBlank('\u{a0}'), "\u{a0}")],
    );
}

#[test]
fn depth_has_a_bound_and_reading_goes_on_behind_it() {
    let deep = format!("{{\"a\": {}1{}, \"b\": x}}", "[".repeat(100), "]".repeat(100));
    check(&deep, &[(JsonProblem::TooDeep, "["), (JsonProblem::ValueWithoutQuotes, "x")]);
    let still = format!("{}1{}", "[".repeat(super::MAX_DEPTH), "]".repeat(super::MAX_DEPTH));
    check(&still, &[]);
}

#[test]
fn what_could_not_be_read_makes_its_object_incomplete() {
    let is_whole = |text: &str| match parse(text, &mut Findings::default()).unwrap().value {
        JsonValue::Object(object) => object.is_whole,
        other => panic!("{other:?} is no object"),
    };
    assert!(is_whole(r#"{"a": 1 "b": 2,}"#));
    assert!(!is_whole(r#"{"a": "b "c", "d": 2}"#));
    assert!(!is_whole(r#"{"a": 1"#));
}

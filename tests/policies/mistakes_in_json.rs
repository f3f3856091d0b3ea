//! Texts that are not JSON, and what is said about the rest of them.

use super::Mistake;
use iam_sandbox::policy::PolicyKind::{Identity, Resource, Trust};

pub const ALL: &[Mistake] = &[
    Mistake { claim: "a file is empty", kind: Identity, text: "", expected: &[("A-1", "")] },
    Mistake { claim: "a file holds nothing but blanks", kind: Identity, text: " \n\t ", expected: &[("A-1", "")] },
    Mistake {
        claim: "a comma is missing at the end of a line",
        kind: Identity,
        text: "{\"Statement\": {\n  \"Effect\": \"Allow\"\n  \"Action\": \"s3:*\",\n  \"Resource\": \"bucket\"\n}}",
        expected: &[("A-1", "\"Action\""), ("A-40", "\"bucket\"")],
    },
    Mistake {
        claim: "a comma is missing between two statements",
        kind: Identity,
        text: r#"{"Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"} {"Effect": "deny", "Action": "s3:*", "Resource": "*"}]}"#,
        expected: &[("A-1", "{"), ("A-17", "\"deny\"")],
    },
    Mistake {
        claim: "a comma is missing in a list",
        kind: Identity,
        text: "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": [\"s3:Get*\"\n    \"s3:Put*\"], \"Resource\": \"*\", \"Sid\": \"a b\"}}",
        expected: &[("A-1", "\"s3:Put*\""), ("A-23", "\"a b\"")],
    },
    Mistake {
        claim: "a comma stands after the last element",
        kind: Identity,
        text: r#"{"Statement": {"Effect": "allow", "Action": "s3:*", "Resource": "*",}}"#,
        expected: &[("A-17", "\"allow\""), ("A-1", ",")],
    },
    Mistake {
        claim: "a comma stands after the last value of a list",
        kind: Identity,
        text: r#"{"Statement": {"Effect": "Allow", "Action": ["s3:*",], "Resource": "bucket"}}"#,
        expected: &[("A-1", ","), ("A-40", "\"bucket\"")],
    },
    Mistake {
        claim: "two commas stand where one should",
        kind: Identity,
        text: r#"{"Statement": {"Effect": "Allow",, "Action": "s3:*", "Resource": "*"}}"#,
        expected: &[("A-1", ",")],
    },
    Mistake {
        claim: "names and values stand in single quotes",
        kind: Identity,
        text: "{'Statement': {'Effect': 'allow', 'Action': 's3:*', 'Resource': '*'}}",
        expected: &[("A-1", "'"), ("A-17", "'allow'")],
    },
    Mistake {
        claim: "a line is a comment",
        kind: Identity,
        text: "{\n  // for the team\n  \"Statement\": {\"Effect\": \"Allow\", \"Action\": \"GetObject\", \"Resource\": \"*\"}\n}",
        expected: &[("A-1", "// for the team"), ("A-26", "\"GetObject\"")],
    },
    Mistake {
        claim: "a comment stands within a line",
        kind: Identity,
        text: r#"{"Statement": {"Effect": "Allow", "Action": "s3:*", /* all of them */ "Resource": "everything"}}"#,
        expected: &[("A-1", "/* all of them */"), ("A-40", "\"everything\"")],
    },
    Mistake {
        claim: "a name has no quotes",
        kind: Identity,
        text: r#"{Statement: {"Effect": "Allow", "Action": "s3:*", "Resource": "bucket"}}"#,
        expected: &[("A-1", "Statement"), ("A-40", "\"bucket\"")],
    },
    Mistake {
        claim: "a value has no quotes",
        kind: Identity,
        text: r#"{"Statement": {"Effect": Allow, "Action": "s3:*", "Resource": "*"}}"#,
        expected: &[("A-1", "Allow")],
    },
    Mistake {
        claim: "a truth value is written as in Python",
        kind: Identity,
        text: r#"{"Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": True}}}}"#,
        expected: &[("A-1", "True")],
    },
    Mistake {
        claim: "a colon is missing",
        kind: Identity,
        text: r#"{"Statement": {"Effect" "Allow", "Action": "s3:*", "Resource": "*"}}"#,
        expected: &[("A-1", "\"Allow\"")],
    },
    Mistake {
        claim: "an equals sign stands for a colon",
        kind: Identity,
        text: r#"{"Statement" = {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}}"#,
        expected: &[("A-1", "=")],
    },
    Mistake {
        claim: "a value is missing",
        kind: Identity,
        text: r#"{"Statement": {"Effect": , "Action": "s3:*", "Resource": "*"}}"#,
        expected: &[("A-1", ",")],
    },
    Mistake {
        claim: "the last brace is missing",
        kind: Identity,
        text: r#"{"Statement": []"#,
        expected: &[("A-1", r#"{"Statement": []"#)],
    },
    Mistake {
        claim: "there is one brace too many",
        kind: Identity,
        text: r#"{"Statement": []}}"#,
        expected: &[("A-1", "}")],
    },
    Mistake {
        claim: "two documents stand in one file",
        kind: Identity,
        text: r#"{"Statement": []} {"Statement": []}"#,
        expected: &[("A-1", "{")],
    },
    Mistake {
        claim: "a list is closed as an object",
        kind: Identity,
        text: r#"{"Statement": {"Effect": "Allow", "Action": ["s3:*"}, "Resource": "*"}}"#,
        expected: &[("A-1", "}")],
    },
    Mistake {
        claim: "a string does not end",
        kind: Identity,
        text: r#"{"Statement": {"Effect": "Allow", "Action": "s3:*, "Resource": "*"}}"#,
        expected: &[("A-1", "Resource")],
    },
    Mistake {
        claim: "a string has an escape that JSON does not know",
        kind: Identity,
        text: r#"{"Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::b\*"}}"#,
        expected: &[("A-1", r"\*")],
    },
    Mistake {
        claim: "a string goes on in the next line",
        kind: Identity,
        text: "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"s3:*\", \"Resource\": \"arn:aws:s3:::amzn-s3-\ndemo-bucket\"}}",
        expected: &[("A-1", "\"arn:aws:s3:::amzn-s3-\n")],
    },
    Mistake {
        claim: "a string holds a tab",
        kind: Identity,
        text: "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"s3:*\", \"Resource\": \"arn:aws:s3:::b\t\"}}",
        expected: &[("A-1", "\"arn:aws:s3:::b\t")],
    },
    Mistake {
        claim: "a blank from a web page stands before a name",
        kind: Identity,
        text: "{\n\u{a0}\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"s3:*\", \"Resource\": \"*\"}}",
        expected: &[("A-1", "\u{a0}")],
    },
    Mistake {
        claim: "quotes come from a word processor",
        kind: Resource,
        text: "{“Statement”: []}",
        expected: &[("A-9", "“"), ("A-1", "“")],
    },
    Mistake {
        claim: "a mark of byte order stands before the document",
        kind: Trust,
        text: "\u{feff}{\"Statement\": []}",
        expected: &[("A-9", "\u{feff}"), ("A-1", "\u{feff}")],
    },
    Mistake {
        claim: "the document is a list of statements",
        kind: Identity,
        text: r#"[{"Effect": "Allow"}]"#,
        expected: &[("A-1", r#"[{"Effect": "Allow"}]"#)],
    },
    Mistake {
        claim: "an element stands twice",
        kind: Identity,
        text: r#"{"Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": "*", "Action": "ec2:*"}}"#,
        expected: &[("A-4", "\"Action\"")],
    },
];

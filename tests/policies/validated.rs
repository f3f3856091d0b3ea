//! What is told of documents beyond their grammar, and what each service answers to those it refuses.

use iam_sandbox::policy::{Finding, MAX_DOCUMENT_CHARACTERS, Policy, PolicyKind, Severity, size, validate};
use iam_sandbox::span::{LineIndex, Position};

/// Rules, issue codes and underlined texts.
#[track_caller]
fn check(kind: PolicyKind, text: &str, expected: &[(&str, &str, &str)]) {
    let found = validate(text, kind);
    let found: Vec<_> =
        found.iter().map(|one| (one.rule.code(), one.issue.unwrap_or_default(), one.span.of(text))).collect();
    assert_eq!(found, expected);
}

fn with_resource(version: &str, resource: &str) -> String {
    format!(
        r#"{{"Version": "{version}", "Statement": {{"Effect": "Allow", "Action": "s3:*", "Resource": "{resource}"}}}}"#
    )
}

fn with_condition(condition: &str) -> String {
    format!(
        r#"{{"Version": "2012-10-17", "Statement": {{"Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": {condition}}}}}"#
    )
}

#[test]
fn variables_that_are_none_are_told() {
    for (resource, rule, issue) in [
        ("arn:aws:s3:::b/${aws:username", "A-60", "MISSING_BRACE_IN_VARIABLE"),
        ("arn:aws:s3:::b/${}", "A-60", "EMPTY_VARIABLE"),
        ("arn:aws:s3:::b/${aws:user name}", "A-60", "UNSUPPORTED_SPACE_IN_VARIABLE"),
        ("arn:aws:s3:::b/${aws:PrincipalTag/team, none}", "A-65", "MISSING_QUOTE_IN_VARIABLE"),
    ] {
        let text = with_resource("2012-10-17", resource);
        check(PolicyKind::Identity, &text, &[(rule, issue, &format!("\"{resource}\""))]);
        assert!(Policy::parse(&text, PolicyKind::Identity).value.is_some(), "IAM takes {resource}");
    }
    let good = "arn:aws:s3:::b/${aws:username}/${aws:PrincipalTag/team, 'none'}/${*}${?}${$}";
    check(PolicyKind::Identity, &with_resource("2012-10-17", good), &[]);
}

/// AWS's reference of policy checks: S3 and IAM take no Region in an ARN, buckets no account (J-10, J-11).
#[test]
fn fields_that_arns_of_a_service_do_not_have_are_told() {
    for (resource, issue) in [
        ("arn:aws:s3:eu-west-1::reports/*", "ARN_REGION_NOT_ALLOWED"),
        ("arn:aws:s3:eu-west-1:111122223333:reports", "ARN_REGION_NOT_ALLOWED"),
        ("arn:aws:s3::111122223333:reports/*", "ARN_ACCOUNT_NOT_ALLOWED"),
        ("arn:aws:iam:us-east-1:111122223333:user/alice", "ARN_REGION_NOT_ALLOWED"),
    ] {
        let text = with_resource("2012-10-17", resource);
        check(PolicyKind::Identity, &text, &[("A-33", issue, &format!("\"{resource}\""))]);
        assert_eq!(validate(&text, PolicyKind::Identity)[0].severity, Severity::Warning);
    }
    for resource in [
        "arn:aws:s3:::reports/*",
        // A star stands for nothing as well.
        "arn:aws:s3:*:*:reports",
        // Access points have both, and so has whatever a star may stand for.
        "arn:aws:s3:eu-west-1:111122223333:accesspoint/reports",
        "arn:aws:s3:eu-west-1:111122223333:*",
        "arn:aws:iam::111122223333:user/alice",
        "arn:aws:sqs:eu-west-1:111122223333:jobs",
    ] {
        check(PolicyKind::Identity, &with_resource("2012-10-17", resource), &[]);
    }
}

#[test]
fn variables_of_the_older_version_are_told() {
    let issue = ("A-13", "VARIABLE_UNSUPPORTED_IN_VERSION", "\"arn:aws:s3:::b/${aws:username}\"");
    check(PolicyKind::Identity, &with_resource("2008-10-17", "arn:aws:s3:::b/${aws:username}"), &[issue]);
    check(PolicyKind::Identity, &with_resource("2008-10-17", "arn:aws:s3:::b/$"), &[]);
}

#[test]
fn variables_that_no_key_is_called_are_told() {
    for (resource, key) in
        [("arn:aws:s3:::b/${aws:usrname}", "aws:usrname"), ("arn:aws:s3:::b/${username}", "username")]
    {
        let text = with_resource("2012-10-17", resource);
        check(PolicyKind::Identity, &text, &[("A-67", "", &format!("\"{resource}\""))]);
        let found = &validate(&text, PolicyKind::Identity)[0];
        assert_eq!((found.severity, &found.finding), (Severity::Warning, &Finding::UnknownVariable(key.into())));
    }
    // Keys of other services and of providers of identities may be called anything.
    let of_others = "arn:aws:s3:::b/${cognito-identity.amazonaws.com:sub}/${s3:prefix}/${saml:sub}";
    check(PolicyKind::Identity, &with_resource("2012-10-17", of_others), &[]);
}

#[test]
fn variables_under_operators_that_take_none_are_told() {
    let issue = |value: &'static str| ("A-62", "INVALID_VARIABLE_FOR_OPERATOR", value);
    check(
        PolicyKind::Identity,
        &with_condition(
            r#"{"NumericLessThan": {"aws:MultiFactorAuthAge": "${s3:max-keys}"}, "Bool": {"aws:SecureTransport": ["true", "${aws:ViaAWSService}"]}}"#,
        ),
        &[issue("\"${s3:max-keys}\""), issue("\"${aws:ViaAWSService}\"")],
    );
    check(
        PolicyKind::Identity,
        &with_condition(
            r#"{"ForAnyValue:StringLikeIfExists": {"s3:prefix": "${aws:username}/*"}, "ArnLike": {"aws:PrincipalArn": "${aws:PrincipalArn}"}}"#,
        ),
        &[],
    );
}

#[test]
fn documents_over_their_quota_are_told() {
    for (kind, limit, severity, issue) in [
        (PolicyKind::Identity, 6_144, Severity::Warning, Some("POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA")),
        (PolicyKind::Trust, 2_048, Severity::Warning, Some("POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA")),
        (PolicyKind::Resource, 20_480, Severity::Warning, Some("POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA")),
        (PolicyKind::Session, 2_048, Severity::Error, None),
        (PolicyKind::Key, 32_768, Severity::Error, None),
        (PolicyKind::Scp, 5_120, Severity::Error, Some("POLICY_SIZE_EXCEEDS_SCP_QUOTA")),
        (PolicyKind::Rcp, 5_120, Severity::Error, Some("POLICY_SIZE_EXCEEDS_RCP_QUOTA")),
        (PolicyKind::VpcEndpoint, 20_480, Severity::Error, None),
    ] {
        assert_eq!(size(&"x".repeat(limit), kind), None, "{kind:?}");
        let found = size(&"x".repeat(limit + 1), kind).unwrap();
        assert_eq!((found.severity, found.issue, found.rule.code()), (severity, issue, "A-70"), "{kind:?}");
        let counts_blanks = !matches!(kind, PolicyKind::Identity | PolicyKind::Trust);
        assert_eq!(size(&" ".repeat(limit + 1), kind).is_some(), counts_blanks, "{kind:?}");
    }
}

#[test]
fn a_long_document_is_a_policy_all_the_same() {
    let text = with_resource("2012-10-17", &format!("arn:aws:s3:::b/{}", "x".repeat(10_000)));
    assert!(Policy::parse(&text, PolicyKind::Identity).value.is_some());
    let text = with_resource("2012-10-17", &format!("arn:aws:s3:::b/{}", "x".repeat(MAX_DOCUMENT_CHARACTERS)));
    assert!(Policy::parse(&text, PolicyKind::Identity).value.is_none());
}

#[test]
fn each_service_has_its_own_error() {
    for (kind, malformed, too_large) in [
        (PolicyKind::Identity, "MalformedPolicyDocument", None),
        (PolicyKind::Session, "MalformedPolicyDocument", Some("ValidationError")),
        (PolicyKind::Trust, "MalformedPolicyDocument", None),
        (PolicyKind::Resource, "MalformedPolicy", None),
        (PolicyKind::Key, "MalformedPolicyDocumentException", Some("LimitExceededException")),
        (PolicyKind::Scp, "MalformedPolicyDocumentException", Some("ConstraintViolationException")),
        (PolicyKind::Rcp, "MalformedPolicyDocumentException", Some("ConstraintViolationException")),
        (PolicyKind::VpcEndpoint, "InvalidPolicyDocument", None),
    ] {
        let diagnostics = Policy::parse("[]", kind).diagnostics;
        assert_eq!(diagnostics[0].api_error(kind), Some(malformed), "{kind:?}");
        assert_eq!(size(&"x".repeat(40_000), kind).unwrap().api_error(kind), too_large, "{kind:?}");
    }
}

#[test]
fn places_are_counted_as_editors_do() {
    let text = "{\"Statement\": {\"Effect\": \"Allow\",\n  \"Sid\": \"😀\", \"Action\": \"s3\", \"Resource\": \"*\"}}";
    let found = validate(text, PolicyKind::Scp);
    let action = found.iter().find(|one| one.rule.code() == "A-26").unwrap();
    let (start, end) = action.range(text, &LineIndex::new(text));
    assert_eq!((start, end), (Position { line: 2, column: 26 }, Position { line: 2, column: 30 }));
}

#[test]
fn the_other_place_of_a_problem_is_told() {
    let text = r#"{"Statement": [{"Sid": "A", "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Sid": "B"}, {"Sid": "A", "Effect": "Deny", "Action": "s3:*", "Resource": "*"}"#;
    let related = |rule: &str| {
        let found = validate(text, PolicyKind::Identity);
        found.iter().find(|one| one.rule.code() == rule).unwrap().related.map(|span| span.start as usize)
    };
    assert_eq!(related("A-4"), text.find("\"Sid\""));
    assert_eq!(related("A-24"), text.find("\"A\""));
}

#[test]
fn actions_of_a_bucket_policy_apply_to_a_resource_of_their_statement() {
    let text = |action: &str, resource: &str| {
        format!(
            r#"{{"Version": "2012-10-17", "Statement": {{"Effect": "Deny", "Principal": "*", "Action": {action}, "Resource": {resource}}}}}"#
        )
    };
    let (bucket, objects) = (r#""arn:aws:s3:::b""#, r#""arn:aws:s3:::b/*""#);
    let both = &format!("[{bucket}, {objects}]");
    for (action, resource) in [("s3:GetObject", bucket), ("s3:DeleteObject*", bucket), ("s3:ListBucket", objects)] {
        let action = format!("\"{action}\"");
        check(PolicyKind::Resource, &text(&action, resource), &[("A-72", "", &action)]);
    }
    for action in [r#""s3:GetObject""#, r#"["s3:GetObject", "s3:ListBucket"]"#, r#""s3:*""#] {
        check(PolicyKind::Resource, &text(action, both), &[]);
    }
    for resource in [bucket, objects, r#""arn:aws:s3:::b*""#] {
        check(PolicyKind::Resource, &text(r#""s3:*""#, resource), &[]);
        check(PolicyKind::Resource, &text(r#"["s3:Get*", "s3:List*"]"#, resource), &[]);
    }
    check(PolicyKind::Resource, &text(r#"["s3:GetObject", "s3:ListBucket"]"#, r#""arn:aws:s3:::b*""#), &[]);
    check(PolicyKind::Resource, &text(r#""sqs:SendMessage""#, r#""arn:aws:sqs:us-east-1:111122223333:q""#), &[]);
}

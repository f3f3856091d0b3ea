//! The language of goals: what it takes, how it prints, where its errors point, and what a line means.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, clippy::unwrap_used, reason = "a test program: a panic is how it reports")]

#[path = "goals/meaning.rs"]
mod meaning;
#[path = "goals/outside.rs"]
mod outside;

use iam_sandbox::lessons::goal::{Expected, Goal, GoalProblem};
use std::collections::BTreeSet;

/// Each line with its lesson.
fn lines() -> Vec<(&'static str, &'static str)> {
    let mut lesson = "";
    let mut lines = Vec::new();
    for line in include_str!("goals/lines.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        match line.strip_prefix("  ") {
            Some(goal) => lines.push((lesson, goal)),
            None => lesson = line,
        }
    }
    lines
}

#[test]
fn every_line_of_the_curriculum_reads_and_prints_as_it_was() {
    let mut findings = Vec::new();
    for (lesson, line) in lines() {
        match Goal::parse(line) {
            Ok(goal) if goal.to_string() == line => {}
            Ok(goal) => findings.push(format!("{lesson}: {line}\n     {goal}")),
            Err(error) => findings.push(format!("{lesson}: {line}\n     {error:?}")),
        }
    }
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}

#[test]
fn every_lesson_and_lab_has_lines() {
    let found: BTreeSet<&str> = lines().into_iter().map(|(lesson, _)| lesson).collect();
    let lessons = (1..=36).map(|number| format!("L{number:02}"));
    let missing: Vec<String> =
        lessons.chain((1..=14).map(|number| format!("X{number:02}"))).filter(|id| !found.contains(&**id)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// What stands at the place where the line is wrong, and what belongs there.
#[track_caller]
fn check_error(line: &str, at: &str, expected: Expected) {
    let error = Goal::parse(line).unwrap_err();
    assert_eq!(error.span.of(line), at, "{error:?}");
    let found = match error.problem {
        GoalProblem::Ended(expected) | GoalProblem::Expected { expected, .. } => Some(expected),
        _ => None,
    };
    assert_eq!(found, Some(expected), "{line}");
}

#[test]
fn errors_point_to_the_word_that_is_wrong() {
    check_error("may alice s3:GetObject *", "may", Expected::Verb);
    check_error("can alice GetObject *", "GetObject", Expected::Action);
    check_error("can alice s3:GetObject", "", Expected::Word);
    check_error("can alice s3:GetObject * because identity:no", "identity:no", Expected::ReasonKind);
    check_error("can alice s3:GetObject * because bucket:explicit", "bucket:explicit", Expected::Layer);
    check_error("can alice s3:GetObject * @ tomorrow", "tomorrow", Expected::Time);
    check_error("can alice s3:GetObject * @ +5x", "+5x", Expected::Time);
    check_error("can alice s3:GetObject * [tls=yes]", "tls", Expected::Fact);
    check_error("can alice s3:GetObject * [ip=1.2.3.4", "", Expected::Sign("]"));
    check_error("can group(x) s3:GetObject *", "group", Expected::Who);
    check_error("state attached(queue/x) = {}", "queue/x", Expected::Thing);
    check_error("state size(user/x) = 1", "size", Expected::Metric);
    check_error("state count(cats) = 1", "cats", Expected::Countable);
    check_error("state attached(user/x) ~ 1", "~", Expected::Comparison);
    check_error("budget wildcards(Principal) <= 0", "Principal", Expected::Element);
    check_error("budget statements <= few", "few", Expected::Number);
    check_error("answer all >= 9/8", "9/8", Expected::Fraction);
    check_error("saw signin(dave) perhaps", "perhaps", Expected::SignIn);
    check_error("can session(x, newer) s3:GetObject *", "newer", Expected::Sign("policy"));
    check_error("can session(x, older, policy=y) s3:GetObject *", ",", Expected::Sign(")"));
    check_error("cannot descendants() * *", ")", Expected::Word);
    check_error("saw CreateUser without", "", Expected::Pattern);
    check_error("answer alive = {one", "", Expected::Sign("}"));
    check_error("saw happened", "happened", Expected::Pattern);
    check_error("can alice s3:GetObject * also state calls = 0", "state", Expected::Verb);
    check_error("cannot portal() * *", ")", Expected::Word);
    check_error("cannot fresh() s3:GetObject *", ")", Expected::Word);
}

#[test]
fn what_is_too_much_or_left_open_is_an_error() {
    let problem = |line| Goal::parse(line).map_err(|error| error.problem);
    assert_eq!(problem("keep role/x role/y"), Err(GoalProblem::Extra("role/y".into())));
    assert_eq!(problem("can \"alice s3:GetObject *"), Err(GoalProblem::UnclosedText));
    assert_eq!(problem("can * s3:GetObject *"), Err(GoalProblem::AnybodyOutsidePattern));
}

#[test]
fn a_text_in_quotes_is_no_word_of_the_language() {
    let line = "can alice s3:GetObject \"a b/c,d\" [aws:PrincipalTag/x=\"absent\"]";
    assert_eq!(Goal::parse(line).unwrap().to_string(), line);
}

#[test]
fn no_text_makes_the_reader_fall() {
    for (_, line) in lines() {
        for (at, _) in line.char_indices() {
            let (start, end) = line.split_at(at);
            for text in [start, end, &format!("{start}é{end}"), &format!("{start}({end}")] {
                if let Ok(goal) = Goal::parse(text) {
                    assert_eq!(Goal::parse(&goal.to_string()).as_ref(), Ok(&goal), "{text}");
                }
            }
        }
    }
}

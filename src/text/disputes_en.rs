//! Disputed rules in English: what the sources disagree on or leave out, and what was chosen.

use crate::rule::Rule;

pub(super) fn dispute(rule: Rule) -> Option<&'static str> {
    Some(match rule {
        Rule::A5 => {
            "No page says in words that the case of element names counts; only for the value of `Effect` is it said. Here they must be written exactly as in the grammar."
        }
        Rule::A19 => {
            "The announcement of September 2025 gives SCPs the full language, while older sentences on the pages still ask for `\"*\"` as the resource of an `Allow` and for wildcards only at the end. Here the full language holds."
        }
        Rule::A20 => {
            "One text lets a wildcard in an RCP’s action stand at the end only; the syntax page allows it anywhere. Here it may stand anywhere after the service’s prefix."
        }
        Rule::A34 => {
            "In 2023 the page left user names out of the rule that case counts; the newer copy does not. Here case counts in user names too."
        }
        Rule::A37 => {
            "The page says that a `*` at the end of a field can run on, and is silent about one in the middle. Here the pattern is compared with the whole ARN as one text."
        }
        Rule::A54 => {
            "The guide says that a trust policy can be opened to everyone, with a warning; Access Analyzer calls it an error. Here it is accepted."
        }
        Rule::A62 => {
            "One page lists variables as possible under `Bool`, another as impossible. Here `Bool` takes them."
        }
        Rule::A68 => {
            "The guide is silent about a `*` inside a variable’s value; Access Analyzer warns that it can act as a wildcard. Here it is a plain character."
        }
        Rule::B4 => {
            "For a plain operator with an empty list, Access Analyzer says both that the condition has no effect and that the statement grants nothing. Here an empty choice is never met, and its negation always."
        }
        Rule::B6 => {
            "In 2023 the page said that tag values have no case either; the newer text says that they do. Here the operator decides."
        }
        Rule::B10 => {
            "`ForAnyValue` fails on an absent key and `IfExists` passes on one; no page says which wins. Here `IfExists` is looked at first."
        }
        Rule::B17 => "No page says whether `True` is the same as `true`. Here it is.",
        Rule::B19 => {
            "The page gives a bare address the prefix `/32`, which cannot be meant for IPv6. Here a bare IPv6 address is `/128`, and the two kinds never match each other."
        }
        Rule::B25 => {
            "A key with several values is meant to have `ForAllValues` or `ForAnyValue`; what happens without is not written down. Here any fitting value counts, and for a negated operator none may fit."
        }
        Rule::B31 => {
            "Such values are stored with a warning, but no page says how they compare. Here they match nothing, which fails a positive operator and passes a negated one."
        }
        Rule::B39 => {
            "The page says that `Deny` with `Null true` does the same as `Deny` with `Bool false`; by the definition of `Null` it hits just the calls without temporary credentials. The definition holds here."
        }
        Rule::C23 => {
            "One sentence limits a grant to a role also when it comes by `aws:PrincipalArn`; the next frees grants by that key to `\"*\"`. Here the grant is free only with `\"*\"`."
        }
        Rule::C30 => {
            "The newest evaluation page says in one paragraph that a default session policy allows, and in the next that such a session is denied. Here the API’s text holds: it has no permissions."
        }
        _ => return None,
    })
}

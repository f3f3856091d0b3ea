//! Disputed rules in English: what the sources disagree on or leave out, and what was chosen.

use crate::rule::Rule;

pub(super) fn dispute(rule: Rule) -> Option<&'static str> {
    Some(match rule {
        Rule::A5 => {
            "No page says in words that the case of element names counts; only for the value of `Effect` is it said. Here they must be written exactly as in the grammar."
        }
        Rule::A12 => {
            "The language pages take a missing version for the older one; Access Analyzer says the newest is assumed, and yet that variables do not work. Here variables stay plain text, as both say."
        }
        Rule::A19 => {
            "The announcement of September 2025 gives SCPs the full language, while older sentences on the pages still ask for `\"*\"` as the resource of an `Allow` and for wildcards only at the end. Here the full language holds."
        }
        Rule::A20 => {
            "One text lets a wildcard in an RCP’s action stand at the end only; the syntax page allows it anywhere. Here it may stand anywhere after the service’s prefix."
        }
        Rule::A21 => {
            "Older copies of the page advise against `Allow` with `NotPrincipal`; newer ones call it unsupported. Here it is read and does what it says, so that old documents keep their meaning."
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
        Rule::A71 => {
            "The limits page gives five SCPs of 5,120 characters each; since May 2026 others report ten of 10,240. The page’s numbers count here."
        }
        Rule::B4 => {
            "For a plain operator with an empty list, Access Analyzer says both that the condition has no effect and that the statement grants nothing. Here an empty choice is never met, and its negation always."
        }
        Rule::B6 => {
            "In 2023 the page said that tag values have no case either; the newer text says that they do. Here the operator decides."
        }
        Rule::B10 => {
            "`ForAnyValue` fails on an absent key and `IfExists` passes on one; no page says which wins, and one published try saw it fail. Here `IfExists` is looked at first."
        }
        Rule::B11 => {
            "The set operators’ page names an empty text as an example of no data, while S3’s examples compare with it. Here an empty text is a value, also for `Null`."
        }
        Rule::B17 => "No page says whether `True` is the same as `true`. Here it is.",
        Rule::B19 => {
            "The page gives a bare address the prefix `/32`, which cannot be meant for IPv6. Here a bare IPv6 address is `/128`, and the two kinds never match each other."
        }
        Rule::B24 => {
            "One table of examples on the operators page is the reverse of the definition that three other pages give. The definition holds here."
        }
        Rule::B25 => {
            "A key with several values is meant to have `ForAllValues` or `ForAnyValue`; what happens without is not written down. Here any fitting value counts, and for a negated operator none may fit."
        }
        Rule::B31 => {
            "Such values are stored with a warning, but no page says how they compare. Here they match nothing, which fails a positive operator and passes a negated one."
        }
        Rule::B35 => {
            "One page gives all temporary credentials the MFA keys; another says that AWS cannot know about MFA in federated sessions. Here the key is there, and is `false` unless MFA was used."
        }
        Rule::B39 => {
            "The page says that `Deny` with `Null true` does the same as `Deny` with `Bool false`; by the definition of `Null` it hits just the calls without temporary credentials. The definition holds here."
        }
        Rule::B43 => {
            "Older copies give `aws:FederatedProvider` to SAML sessions as well; newer ones to OIDC only. The newer text holds here."
        }
        Rule::C23 => {
            "One sentence limits a grant to a role also when it comes by `aws:PrincipalArn`; the next frees grants by that key to `\"*\"`. Here the grant is free only with `\"*\"`."
        }
        Rule::C24 => {
            "It follows from how a session without a session policy is read, and there the pages disagree. Here such a session has nothing of its own."
        }
        Rule::C30 => {
            "The newest evaluation page says in one paragraph that a default session policy allows, and in the next that such a session is denied. Here the API’s text holds: it has no permissions."
        }
        Rule::C58 => {
            "The page with the example says that the first caller’s address is kept; its older text, and an article of AWS re:Post, say that the service’s own is seen, so that a Deny must leave out what has `aws:ViaAWSService`. Here the address is kept."
        }
        Rule::C61 => {
            "Organizations and its examples treat services as bound by RCPs; one page of guidance says that RCPs do not aim at them. Here they are bound."
        }
        Rule::D4 => {
            "The words for session policies and SCPs differ between copies of the page, and between services. Here they are those of the newest copy."
        }
        Rule::F25 => {
            "No page says whether RCPs bind root sessions that are made centrally; what is said of the root user of a member account would include them. Here they are bound."
        }
        _ => return None,
    })
}

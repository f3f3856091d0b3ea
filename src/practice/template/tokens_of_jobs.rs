//! L28: jobs of a CI show their tokens, and a trust policy goes by what these claim. Who may come in?

use super::super::chance::Chance;
use super::super::document::{self, policy, when};
use super::super::draft::Draft;
use super::super::edition::Edition;
use super::super::fact::Actor;
use super::super::topic::Topic;
use super::super::twist::Twist;
use super::{Template, cast};
use crate::json::json;
use serde_json::Value;

pub(super) const TEMPLATE: Template = Template::who_can("tokens-of-jobs", 1, Topic::L28, draft).since(Edition::SECOND);

/// Who signs the tokens.
const ISSUER: &str = "ci.example.com";

fn draft(chance: &mut Chance) -> Draft {
    let (mut draft, [account]) = cast::world(chance, ["prod"]);
    let (role, repository) = (cast::role(chance), chance.pick(&["api", "blog", "shop"]));
    let provider = draft.issuer(account, ISSUER);
    let of = |house: &str, repository: &str, rest: &str| format!("repo:{house}/{repository}:{rest}");
    let main = of("anafoods", repository, "ref:refs/heads/main");
    let others = [
        of("anafoods", repository, "pull_request"),
        of("anafoods", repository, "ref:refs/heads/main-fix"),
        of("anafoods", &format!("{repository}-old"), "ref:refs/heads/main"),
        of("anafoods", "tools", "ref:refs/heads/main"),
        of("anafoods-fans", repository, "ref:refs/heads/main"),
    ];
    let others: Vec<&str> = others.iter().map(String::as_str).collect();
    let mut subjects = chance.some(3, &others);
    subjects.push(&main);
    chance.shuffle(&mut subjects);
    let everyone: Vec<_> = subjects.iter().map(|subject| token(&provider, subject)).collect();
    let (operator, value, twist) = condition(chance, repository, &main);
    draft.note(twist);
    let entering = json!({
        "Effect": "Allow",
        "Principal": { "Federated": provider },
        "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": { "StringEquals": { "ci.example.com:aud": "sts.amazonaws.com" } },
    });
    let mut statements = vec![when(entering, operator, "ci.example.com:sub", value)];
    if chance.one_in(3) {
        draft.note(Twist::DenyElsewhere);
        let refused = chance.pick(&["*:pull_request", "repo:anafoods-*", "*/tools:*"]);
        let refusal = json!({ "Effect": "Deny", "Principal": "*", "Action": "sts:AssumeRoleWithWebIdentity" });
        statements.push(when(refusal, "StringLike", "ci.example.com:sub", refused));
    }
    draft.role(account, role, &policy(&statements));
    draft.ask(&everyone, "sts:AssumeRoleWithWebIdentity", &document::role(account, role));
    draft
}

/// Whoever shows a token about a subject.
fn token(provider: &str, subject: &str) -> Actor {
    Actor::Token { provider: provider.into(), subject: subject.into() }
}

/// What the trust policy asks of the subject.
fn condition(chance: &mut Chance, repository: &str, main: &str) -> (&'static str, Value, Twist) {
    let like = |pattern: String| ("StringLike", json!(pattern), Twist::WildcardTooWide);
    match chance.below(7) {
        0 => ("StringEquals", json!(main), Twist::OtherValue),
        1 => {
            let several = json!([main, format!("repo:anafoods/{repository}:pull_request")]);
            ("StringEquals", several, Twist::SeveralValues)
        }
        2 => like(format!("repo:anafoods/{repository}:*")),
        3 => like(format!("repo:anafoods/{repository}*")),
        4 => like("repo:anafoods/*".to_owned()),
        5 => like("repo:anafoods*".to_owned()),
        _ => like(format!("{main}*")),
    }
}

//! AWS's own sentence, and the rule behind the decision.

use crate::app::components::aws_words::aws_words;
use crate::app::components::rule_facts::RuleFacts;
use crate::app::rules::address;
use crate::app::store::use_snapshot;
use crate::app::strings::strings;
use iam_sandbox::api::{Answer, Outcome};
use iam_sandbox::eval::Decision;
use iam_sandbox::rule::Rule;
use yew::prelude::*;

/// What the command line would print; AWS's words stay English.
#[component]
pub fn AwsAnswer() -> Html {
    let state = use_snapshot();
    let labels = &strings(state.language).evidence;
    // Allowed is not there: a read may still find nothing, which only carrying it out tells.
    let read = state.question.as_read().filter(|_| state.looked_at.is_none() && state.answer.is_allowed());
    let tried = read.map(|call| state.sandbox.clone().call(call).clone());
    let error = state.answer.error().or_else(|| tried.as_ref().and_then(Answer::error));
    let decision = state.answer.deciding_check().map(|check| check.verdict.decision);
    let is_known = decision != Some(Decision::CannotSay);
    let error = error.filter(|_| is_known);
    let sentence = match error {
        None if tried.is_some() || matches!(state.answer.outcome, Outcome::Done(_)) => labels.success.to_owned(),
        None => labels.authorized.to_owned(),
        Some(error) => format!(
            "An error occurred ({}) when calling the {} operation: {}",
            error.code,
            operation(&state.answer.action),
            error.message
        ),
    };
    html! {
        <section class="block" aria-labelledby="answer-title">
            <h3 class="zone-title" id="answer-title">{ labels.answer }</h3>
            if is_known {
                <pre class="answer" translate="no" lang="en">{ aws_words(&sentence) }</pre>
            } else {
                <p class="muted">{ labels.not_known }</p>
            }
            if error.is_some() { <p class="small muted">{ labels.typical_wording }</p> }
        </section>
    }
}

/// The operation that asks for an action; a few have another name than the permission.
fn operation(action: &str) -> &str {
    match action {
        "s3:ListBucket" => "ListObjectsV2",
        "s3:ListAllMyBuckets" => "ListBuckets",
        _ => action.split_once(':').map_or(action, |(_, name)| name),
    }
}

/// Props of [`RuleBlock`].
#[derive(Clone, PartialEq, Properties)]
pub struct RuleProps {
    /// The rule.
    pub rule: Rule,
}

/// The rule with its source and how sure it is.
#[component]
pub fn RuleBlock(props: &RuleProps) -> Html {
    let state = use_snapshot();
    let labels = &strings(state.language).evidence;
    let code = props.rule.code();
    html! {
        <section class="block rule" aria-labelledby="rule-title">
            <div class="zone-head">
                <h3 class="zone-title" id="rule-title">{ labels.rule }</h3>
                <a class="rule-code" href={address(code)} translate="no"
                    aria-label={(strings(state.language).rules.open)(code)}>{ code }</a>
            </div>
            <RuleFacts rule={props.rule} language={state.language} />
        </section>
    }
}

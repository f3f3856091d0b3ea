//! What is said of a rule in the sheet and in the book.

use crate::app::components::problems::in_code;
use crate::app::strings::strings;
use iam_sandbox::rule::{Confidence, Rule};
use iam_sandbox::text::{self, Language};
use yew::prelude::*;

/// Props of [`RuleFacts`].
#[derive(Clone, PartialEq, Properties)]
pub struct RuleFactsProps {
    /// The rule.
    pub rule: Rule,
    /// The language.
    pub language: Language,
}

/// The sentence of a rule, how well it is founded, and where to read it.
#[component]
pub fn RuleFacts(props: &RuleFactsProps) -> Html {
    let (rule, language) = (props.rule, props.language);
    let words = &strings(language).rules;
    let standing = match rule.confidence() {
        Confidence::Documented => "documented",
        Confidence::Disputed => "disputed",
        Confidence::Engineering => "engineering",
    };
    html! {
        <>
            <p class="rule-text">{ in_code(text::rule(language, rule)) }</p>
            if let Some(dispute) = text::dispute(rule, language) {
                <p class="rule-dispute"><b>{ words.dispute }{ ": " }</b>{ in_code(dispute) }</p>
            }
            <p class="rule-meta">
                <span class="standing" data-standing={standing}>
                    <span class="vh">{ words.confidence }{ ": " }</span>{ text::confidence(language, rule.confidence()) }
                </span>
                <SourceLink {rule} {language} />
            </p>
        </>
    }
}

/// The page that a rule rests on, in a tab of its own.
#[component]
fn SourceLink(props: &RuleFactsProps) -> Html {
    let words = &strings(props.language).rules;
    html! {
        <span>
            <span class="vh">{ words.source }{ ": " }</span>
            <a class="link source" href={props.rule.source_url()} target="_blank" rel="noopener noreferrer" lang="en"
                translate="no">
                { guide(props.rule) }{ " " }<span aria-hidden="true">{ "↗" }</span>
            </a>
            <span class="vh">{ " " }{ words.new_tab }</span>
        </span>
    }
}

/// The guide that a source is a page of, and the page; AWS's names stay English.
fn guide(rule: Rule) -> String {
    let (guide, page) = rule.source().split_once(':').unwrap_or(("", rule.source()));
    let title = match guide {
        "" => "IAM User Guide",
        "blog" => "AWS Security Blog",
        "cloudtrail" => "CloudTrail User Guide",
        "iam-api" => "IAM API Reference",
        "kms" => "KMS Developer Guide",
        "organizations" => "Organizations User Guide",
        "repost" => "AWS re:Post",
        "s3" => "S3 User Guide",
        "sts-api" => "STS API Reference",
        "vpc" => "AWS PrivateLink Guide",
        other => other,
    };
    format!("{title}: {page}")
}

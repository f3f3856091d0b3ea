//! The problems of a document as a list, each with a way to its place.

use super::tone::Lamp;
use crate::app::strings::strings;
use iam_sandbox::policy::{Diagnostic, Severity};
use iam_sandbox::span::{LineIndex, Span};
use iam_sandbox::text::{self, Language, Tone};
use yew::prelude::*;

/// Props of [`Problems`].
#[derive(Clone, PartialEq, Properties)]
pub struct ProblemsProps {
    /// In the order of the text.
    pub problems: Vec<Diagnostic>,
    /// The text.
    pub text: AttrValue,
    /// What the service answers to a document with errors.
    pub error_code: &'static str,
    /// The language.
    pub language: Language,
    /// Go there.
    pub on_go: Callback<Span>,
}

/// Most problems that are listed at a time.
const MAX_LISTED: usize = 20;

/// The list; for a screen reader there is also a word if it is empty.
#[component]
pub fn Problems(props: &ProblemsProps) -> Html {
    let labels = &strings(props.language).evidence;
    if props.problems.is_empty() {
        return html! { <p class="vh" id="problems">{ (labels.n_problems)(0) }</p> };
    }
    let index = LineIndex::new(&props.text);
    let item = |problem: &Diagnostic| {
        let line = index.position(&props.text, problem.span.start as usize).line;
        let span = problem.span;
        let onclick = props.on_go.reform(move |_: MouseEvent| span);
        let (severity, tone) = match problem.severity {
            Severity::Error => ("error", Tone::Explicit),
            _ => ("warning", Tone::Implicit),
        };
        let issue = problem.issue.map(|issue| format!(" · {issue}")).unwrap_or_default();
        let answer = (labels.aws_would_answer)(&format!("`{}`", props.error_code));
        html! {
            <li class="problem" data-severity={severity}>
                <Lamp {tone} />
                <span>
                    { (labels.line)(line) }{ ": " }{ in_code(&text::finding(props.language, &problem.finding)) }
                    <span class="problem-code">
                        if problem.severity == Severity::Error { { in_code(&answer) }{ " · " } }
                        { problem.rule.code() }{ issue }
                    </span>
                </span>
                <button class="button little" type="button" {onclick}>{ labels.go_to }</button>
            </li>
        }
    };
    html! {
        <ol class="problems" id="problems" aria-label={labels.problems}>
            { for props.problems.iter().take(MAX_LISTED).map(item) }
        </ol>
    }
}

/// What stands between backticks is code.
pub(crate) fn in_code(sentence: &str) -> Html {
    let piece = |(index, part): (usize, &str)| match index % 2 {
        0 => html! { part.to_owned() },
        _ => html! { <code translate="no">{ part.to_owned() }</code> },
    };
    html! { <>{ for sentence.split('`').enumerate().map(piece) }</> }
}

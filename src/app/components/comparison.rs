//! Two strings that were compared, with the first character that differs.

use crate::app::strings::WhyStrings;
use iam_sandbox::text::CellLine;
use yew::prelude::*;

/// Props of [`Comparison`].
#[derive(Clone, Properties)]
pub struct ComparisonProps {
    /// What was compared.
    pub line: CellLine,
    /// The words beside it.
    pub labels: &'static WhyStrings,
}

impl PartialEq for ComparisonProps {
    fn eq(&self, other: &Self) -> bool {
        self.line == other.line && std::ptr::eq(self.labels, other.labels)
    }
}

/// The comparison; where it fits the policy's side says enough.
#[component]
pub fn Comparison(props: &ComparisonProps) -> Html {
    let (line, labels) = (&props.line, props.labels);
    let is_absent = line.is_absent;
    let (mark, word) = match (line.is_match, is_absent) {
        _ if !line.is_known => ("unknown", labels.not_known),
        (true, _) => ("yes", labels.matches),
        (false, true) => ("absent", labels.absent),
        (false, false) if line.lead.is_some() => ("no", labels.no_match),
        (false, false) => ("no", labels.differs),
    };
    let shows_request = !line.is_match || line.label.is_some();
    html! {
        <>
            <span class="match" data-match={mark}>
                <span class="vh">{ word }{ ": " }</span>
                if let Some(label) = &line.label { <code>{ breakable(label) }</code>{ " " } }
                if let Some(lead) = line.lead { { lead }{ " " } }
                <code translate="no">{ breakable(&line.policy_value) }</code>
            </span>
            if let Some(value) = line.variables.as_ref().and_then(|variables| variables.value.as_ref()) {
                <span class="compare">
                    <span class="compare-label">
                        <span aria-hidden="true">{ "→" }</span><span class="vh">{ labels.put_in }</span>
                    </span>{ " " }
                    <code translate="no">{ breakable(value) }</code>
                </span>
            }
            if let Some(value) = line.request_value.as_ref().filter(|_| shows_request) {
                <span class="compare">
                    <span class="compare-label">{ labels.request }</span>{ " " }
                    if is_absent { <em>{ value }</em> } else { <code translate="no">{ marked(value, line.differs_at) }</code> }
                </span>
            }
            if let Some(note) = line.note.as_ref().filter(|_| shows_request) {
                <span class="compare muted">{ note }</span>
            }
            { for line.variables.iter().flat_map(|variables| &variables.notes).map(|note| html! {
                <span class="compare muted">{ note }</span>
            }) }
        </>
    }
}

/// The value with the first differing character marked; at the end, where more was wanted, a gap.
fn marked(value: &str, differs_at: Option<usize>) -> Html {
    let Some((before, rest)) = differs_at.and_then(|at| value.split_at_checked(at)) else { return breakable(value) };
    let mut characters = rest.chars();
    let differing = characters.next().map_or_else(|| "\u{a0}".to_owned(), String::from);
    html! { <>{ breakable(before) }<span class="differs">{ differing }</span>{ breakable(characters.as_str()) }</> }
}

/// A text that may be broken after a colon, a slash or a comma rather than anywhere.
fn breakable(text: &str) -> Html {
    let pieces = text.split_inclusive([':', '/', ',']).map(|piece| html! { <>{ piece.to_owned() }<wbr /></> });
    html! { <>{ for pieces }</> }
}

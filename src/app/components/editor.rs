//! The plain editor: a text area over a backdrop that lights what decides and underlines what is
//! wrong, with the problems as a list below.
//!
//! It works the same with a keyboard, on a phone and for a screen reader, and it never throws away
//! what was typed: a draft that cannot be saved stays, and is handed to its owner at every change.

use super::highlight::{self, Line, Token};
use super::problems::Problems;
use super::tone::tone_name;
use crate::app::strings::strings;
use iam_sandbox::policy::{Author, Diagnostic, Policy, PolicyKind, Severity};
use iam_sandbox::span::{LineIndex, Span, utf16_offset};
use iam_sandbox::text::{Language, Tone};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// Props of [`Editor`].
#[derive(Clone, PartialEq, Properties)]
pub struct EditorProps {
    /// By which name people call the document.
    pub name: AttrValue,
    /// What is saved; none if nothing is yet.
    pub saved: Option<AttrValue>,
    /// What was typed and not saved.
    pub draft: Option<AttrValue>,
    /// The grammar.
    pub kind: PolicyKind,
    /// The statement of `saved` that decides.
    pub lit: Option<Span>,
    /// The colour of the decision.
    pub tone: Tone,
    /// Whether it may be written.
    pub is_editable: bool,
    /// The language.
    pub language: Language,
    /// What was typed; none if it is what is saved again.
    pub on_draft: Callback<Option<String>>,
    /// Save this text.
    pub on_save: Callback<String>,
    /// What was never saved is given up.
    pub on_give_up: Callback<()>,
}

/// Longer texts are drawn in a few pieces instead of one for each word.
const MAX_STYLED_BYTES: usize = 40_000;

/// The editor with its problems and buttons.
#[component]
pub fn Editor(props: &EditorProps) -> Html {
    let labels = &strings(props.language).evidence;
    let saved = props.saved.clone().unwrap_or_default();
    let draft = use_state(|| props.draft.clone());
    {
        let draft = draft.setter();
        let given = props.draft.clone();
        use_effect_with((props.name.clone(), props.saved.clone()), move |_| draft.set(given));
    }
    let area = use_node_ref();
    let sheet = use_node_ref();
    let text = (*draft).clone().unwrap_or_else(|| saved.clone());
    let problems = use_memo((text.clone(), props.kind, props.is_editable), |(text, kind, is_editable)| {
        let author = if *is_editable { Author::Customer } else { Author::Aws };
        let parsed = Policy::parse_by(text, *kind, author);
        let mut problems = parsed.diagnostics;
        if let Some(policy) = parsed.value.filter(|_| *is_editable) {
            problems.extend(policy.odd_variables());
            problems.extend(policy.odd_arns());
            problems.extend(
                Some(policy).filter(|_| *kind == PolicyKind::Resource).iter().flat_map(Policy::unapplied_actions),
            );
        }
        iam_sandbox::ordered::sort_by_key(&mut problems, |problem| problem.span.start);
        problems
    });
    use_scroll_to_lit(&sheet, props);
    {
        // A line that was long may have been scrolled to; the next text begins at its left edge.
        let sheet = sheet.clone();
        use_effect_with((props.name.clone(), props.saved.clone()), move |_| {
            let container = sheet.cast::<web_sys::Element>().and_then(|sheet| sheet.parent_element());
            if let Some(container) = container {
                container.set_scroll_left(0);
            }
        });
    }
    let oninput = {
        let (draft, saved, on_draft) = (draft.clone(), saved.clone(), props.on_draft.clone());
        Callback::from(move |event: InputEvent| {
            let value = event.target_unchecked_into::<HtmlTextAreaElement>().value();
            let changed = (value != *saved).then_some(value);
            on_draft.emit(changed.clone());
            draft.set(changed.map(AttrValue::from));
        })
    };
    let on_go = go_to(&area, &text);
    let is_changed = draft.is_some();
    let lit = props.lit.filter(|_| !is_changed);
    html! {
        <>
            <div class="editor" data-tone={tone_name(props.tone)}>
                <div class="editor-sheet" ref={sheet}>
                    <Backdrop text={text.clone()} {lit} problems={problems.to_vec()} />
                    <textarea
                        class="editor-text"
                        ref={area}
                        wrap="off"
                        rows={text.split('\n').count().to_string()}
                        cols="1"
                        spellcheck="false"
                        autocapitalize="off"
                        autocomplete="off"
                        translate="no"
                        readonly={!props.is_editable}
                        aria-label={(labels.text)(&props.name)}
                        aria-describedby="problems"
                        value={text.clone()}
                        {oninput}
                    />
                </div>
            </div>
            <Problems
                problems={problems.to_vec()}
                text={text.clone()}
                error_code={props.kind.malformed_error()}
                language={props.language}
                {on_go}
            />
            if props.is_editable && (is_changed || props.saved.is_none()) {
                <Foot
                    n_problems={problems.len()}
                    is_refused={problems.iter().any(|problem| problem.severity == Severity::Error)}
                    can_discard={is_changed}
                    language={props.language}
                    on_save={{
                        let text = text.clone();
                        props.on_save.reform(move |()| text.to_string())
                    }}
                    on_discard={{
                        let (draft, on_draft) = (draft.clone(), props.on_draft.clone());
                        let give_up = props.saved.is_none().then(|| props.on_give_up.clone());
                        Callback::from(move |()| {
                            on_draft.emit(None);
                            draft.set(None);
                            if let Some(give_up) = &give_up {
                                give_up.emit(());
                            }
                        })
                    }}
                />
            }
        </>
    }
}

/// Brings what decides into view when another statement or document is shown.
#[hook]
fn use_scroll_to_lit(sheet: &NodeRef, props: &EditorProps) {
    let sheet = sheet.clone();
    use_effect_with((props.name.clone(), props.lit), move |(_, lit)| {
        let Some(sheet) = sheet.cast::<web_sys::Element>().filter(|_| lit.is_some()) else { return };
        let Ok(Some(first)) = sheet.query_selector(".code-line[data-lit], .lit") else { return };
        // Scrolls the box of the editor only, never the page.
        let Some(container) = sheet.parent_element() else { return };
        let distance = first.get_bounding_client_rect().top() - container.get_bounding_client_rect().top();
        #[expect(clippy::cast_possible_truncation, reason = "pixels on a screen are few")]
        let top = container.scroll_top() + distance as i32 - 48;
        container.set_scroll_top(top.max(0));
    });
}

/// Puts the cursor on a problem.
fn go_to(area: &NodeRef, text: &AttrValue) -> Callback<Span> {
    let (area, text) = (area.clone(), text.clone());
    Callback::from(move |span: Span| {
        let Some(area) = area.cast::<HtmlTextAreaElement>() else { return };
        let _ = area.focus();
        let _ = area.set_selection_range(utf16_offset(&text, span.start), utf16_offset(&text, span.end));
        let line = LineIndex::new(&text).position(&text, span.start as usize).line;
        let Some(container) = area.closest(".editor").ok().flatten() else { return };
        let lines = i32::try_from(text.split('\n').count()).unwrap_or(i32::MAX).max(1);
        let height = area.scroll_height() / lines;
        container.set_scroll_top((i32::try_from(line).unwrap_or(1) - 3).max(0) * height);
    })
}

#[derive(Clone, PartialEq, Properties)]
struct BackdropProps {
    text: AttrValue,
    lit: Option<Span>,
    problems: Vec<Diagnostic>,
}

#[component]
fn Backdrop(props: &BackdropProps) -> Html {
    let wrong: Vec<Span> = props.problems.iter().map(|problem| problem.span).collect();
    if props.text.len() > MAX_STYLED_BYTES {
        return plain_backdrop(&props.text, props.lit.or_else(|| wrong.first().copied()));
    }
    let lines = highlight::lines(&props.text, props.lit, &wrong);
    html! {
        <>
            <ol class="gutter" aria-hidden="true">
                { for lines.iter().enumerate().map(|(index, line)| html! {
                    <li data-lit={line.has_lit.then_some("")} data-problem={line.is_wrong.then_some("error")}>{ index + 1 }</li>
                }) }
            </ol>
            <pre class="editor-backdrop" aria-hidden="true" translate="no"><code>{ for lines.iter().map(line) }</code></pre>
        </>
    }
}

fn line(line: &Line) -> Html {
    let piece = |(text, style): &(String, highlight::Style)| {
        let token = match style.token {
            Token::Plain => None,
            Token::Key => Some("t-key"),
            Token::String => Some("t-string"),
            Token::Number => Some("t-number"),
        };
        let lit = (style.is_lit && !line.is_lit).then_some("lit");
        let wrong = style.is_wrong.then_some("mark-error");
        let class = classes!(token, lit, wrong);
        if class.is_empty() {
            html! { text }
        } else {
            html! { <span {class}>{ text }</span> }
        }
    };
    html! {
        <span class="code-line" data-lit={line.is_lit.then_some("")}>{ for line.pieces.iter().map(piece) }{ "\n" }</span>
    }
}

/// A long text: one piece before what is marked, the mark, one piece after.
fn plain_backdrop(text: &AttrValue, mark: Option<Span>) -> Html {
    let span = mark.unwrap_or_default();
    let before = text.get(..span.start as usize).unwrap_or_default();
    let after = text.get(span.end as usize..).unwrap_or_default();
    let marked = span.of(text);
    let numbers = (1..=text.split('\n').count()).map(|number| number.to_string()).collect::<Vec<_>>().join("\n");
    html! {
        <>
            <ol class="gutter" data-plain="" aria-hidden="true"><li>{ numbers }</li></ol>
            <pre class="editor-backdrop" aria-hidden="true" translate="no">
                <code>{ before.to_owned() }<span class="lit">{ marked.to_owned() }</span>{ after.to_owned() }{ "\n" }</code>
            </pre>
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct FootProps {
    n_problems: usize,
    /// AWS would refuse what was typed.
    is_refused: bool,
    can_discard: bool,
    language: Language,
    on_save: Callback<()>,
    on_discard: Callback<()>,
}

#[component]
fn Foot(props: &FootProps) -> Html {
    let labels = &strings(props.language).evidence;
    let onclick = props.on_save.reform(|_: MouseEvent| ());
    let (label, class) = match props.is_refused {
        true => (labels.save_anyway, "button"),
        false => (labels.save, "button primary"),
    };
    html! {
        <div class="editor-foot">
            <p class="editor-status" role="status">{ (labels.n_problems)(props.n_problems) }</p>
            if props.can_discard {
                <button class="button" type="button" onclick={props.on_discard.reform(|_: MouseEvent| ())}>
                    { labels.discard }
                </button>
            }
            <button {class} type="button" {onclick}>{ label }</button>
        </div>
    }
}

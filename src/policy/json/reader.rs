//! Objects and lists, and what to make of them when a comma, a colon or a bracket is not in its place.

use super::brackets::{Closing, Last};
use super::{Array, Json, JsonValue, MAX_DEPTH, Member, Object};
use crate::policy::diagnostic::{Diagnostic, Finding, Findings, JsonProblem};
use crate::rule::Rule;
use crate::span::{Span, Spanned};
use std::borrow::Cow;

/// Where reading has got to.
pub(super) struct Reader<'a, 'f> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    findings: &'f mut Findings,
    /// Places of the brackets that are open.
    pub(super) open: Vec<usize>,
    /// Whether some text was left out: brackets need not be in balance any more.
    pub(super) is_lost: bool,
    /// Whether the text ended before it should.
    pub(super) is_cut: bool,
    /// Whether the comma before the next member was already passed, or is not to be asked for.
    pub(super) has_comma: bool,
    /// How many more brackets `]` and `}` there are than `[` and `{`, once counted.
    pub(super) surplus: Option<[i64; 2]>,
}

impl<'a, 'f> Reader<'a, 'f> {
    pub(super) fn new(text: &'a str, findings: &'f mut Findings) -> Self {
        let (open, is_lost, is_cut, has_comma, surplus) = (Vec::new(), false, false, false, None);
        Self { text, at: 0, findings, open, is_lost, is_cut, has_comma, surplus }
    }

    /// The value that the whole text is.
    pub(super) fn document(mut self) -> Option<Json<'a>> {
        self.blanks();
        let value = match self.peek() {
            None => {
                if self.text.trim().is_empty() && !self.findings.is_some() {
                    self.problem(0, 0, JsonProblem::Empty);
                }
                return None;
            }
            Some(byte @ (b'}' | b']')) => {
                self.problem(self.at, self.at + 1, JsonProblem::Unopened(byte.into()));
                return None;
            }
            Some(byte @ (b',' | b':' | b';')) => {
                self.problem(self.at, self.at + 1, JsonProblem::Unexpected(byte.into()));
                return None;
            }
            Some(_) => self.value(),
        };
        self.blanks();
        let end = self.text[self.at..].chars().next().filter(|_| !self.is_lost);
        if let Some(next) = end {
            let problem = match next {
                '}' | ']' => JsonProblem::Unopened(next),
                _ => JsonProblem::TextAfterEnd,
            };
            self.problem(self.at, self.at + next.len_utf8(), problem);
        }
        Some(value)
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    pub(super) fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    pub(super) fn problem(&mut self, start: usize, end: usize, problem: JsonProblem) {
        self.report(Span::new(start, end), problem, None);
    }

    pub(super) fn report(&mut self, span: Span, problem: JsonProblem, related: Option<Span>) {
        let diagnostic = Diagnostic::error(Rule::A1, Some("JSON_SYNTAX_ERROR"), span, Finding::Json(problem));
        self.findings.push(Diagnostic { related, ..diagnostic });
    }

    pub(super) fn json(&self, start: usize, value: JsonValue<'a>) -> Json<'a> {
        Json { value, span: Span::new(start, self.at) }
    }

    fn value(&mut self) -> Json<'a> {
        match self.peek() {
            Some(b'{' | b'[') if self.open.len() == MAX_DEPTH => self.too_deep(),
            Some(b'{') => self.object(),
            Some(b'[') => self.array(),
            Some(b'"') => self.whole_string(),
            _ if self.at_wrong_quote() => self.wrongly_quoted(),
            _ => self.word(),
        }
    }

    /// A string; where text hangs on its end, its quotes are not those that were meant.
    fn whole_string(&mut self) -> Json<'a> {
        let string = self.string();
        let is_part = self.rest().starts_with(|next: char| {
            !next.is_whitespace() && !next.is_control() && !",:;=}]{[\"'/#`“”".contains(next)
        });
        if !is_part {
            return string;
        }
        let start = string.span.start as usize;
        let inside = &self.text[start + 1..self.at];
        if let Some(quote) = inside.find(['“', '”']) {
            let end = start + 1 + quote;
            self.at = end + '”'.len_utf8();
            self.problem(start, self.at, JsonProblem::WrongQuotes('”'));
            return self.json(start, JsonValue::String(Cow::Borrowed(&self.text[start + 1..end])));
        }
        self.problem(start, self.at, JsonProblem::StringEndsEarly);
        self.is_lost = true;
        self.has_comma = true;
        let line = self.rest().find('\n').unwrap_or(self.rest().len());
        self.at += line;
        Json { value: JsonValue::Invalid, span: string.span }
    }

    fn array(&mut self) -> Json<'a> {
        let start = self.begin();
        let mut items = Vec::new();
        let mut last = Last::Opening;
        loop {
            self.blanks();
            match self.peek() {
                None => {
                    self.unclosed(start, None);
                    self.is_cut = true;
                    break;
                }
                Some(b']') => {
                    self.close(last);
                    break;
                }
                Some(b'}') => match self.wrong_bracket(start) {
                    Closing::Skipped => {}
                    Closing::Taken | Closing::Left => break,
                },
                Some(b',' | b';') => last = self.comma(last),
                Some(b':') => self.stray_colon(),
                Some(_) => {
                    let has_comma = std::mem::take(&mut self.has_comma);
                    let item = self.value();
                    if self.is_name_of_object_around(&item) {
                        self.unclosed(start, Some(item.span));
                        self.at = item.span.start as usize;
                        self.has_comma = true;
                        break;
                    }
                    if last == Last::Item && !has_comma {
                        self.report(first_word(&item), JsonProblem::CommaMissing, None);
                    }
                    items.push(item);
                    last = Last::Item;
                }
            }
        }
        self.open.pop();
        self.json(start, JsonValue::Array(Array { items, is_whole: self.is_whole() }))
    }

    /// Whether a string in a list has a colon behind it: then the list ended before it.
    fn is_name_of_object_around(&self, item: &Json<'a>) -> bool {
        matches!(item.value, JsonValue::String(_)) && self.is_in(b'{') && self.rest().trim_start().starts_with(':')
    }

    fn stray_colon(&mut self) {
        self.problem(self.at, self.at + 1, JsonProblem::Unexpected(':'));
        self.at += 1;
    }

    fn object(&mut self) -> Json<'a> {
        let start = self.begin();
        let mut members = Vec::new();
        let mut last = Last::Opening;
        loop {
            self.blanks();
            match self.peek() {
                None => {
                    self.unclosed(start, None);
                    self.is_cut = true;
                    break;
                }
                Some(b'}') => {
                    self.close(last);
                    break;
                }
                Some(b']') => match self.wrong_bracket(start) {
                    Closing::Skipped => {}
                    Closing::Taken | Closing::Left => break,
                },
                Some(b',' | b';') => last = self.comma(last),
                Some(b'{') if self.is_in(b'[') => {
                    self.unclosed(start, Some(Span::new(self.at, self.at + 1)));
                    self.has_comma = true;
                    break;
                }
                Some(_) => {
                    self.member(last, &mut members);
                    last = Last::Item;
                }
            }
        }
        self.open.pop();
        self.json(start, JsonValue::Object(Object { members, is_whole: self.is_whole() }))
    }

    /// Whether what was opened before the bracket that was opened last is `bracket`.
    fn is_in(&self, bracket: u8) -> bool {
        self.open.iter().rev().nth(1).is_some_and(|start| self.text.as_bytes()[*start] == bracket)
    }

    fn is_whole(&self) -> bool {
        !self.is_lost && !self.is_cut
    }

    /// A name and its value, and before them a comma if one is due.
    fn member(&mut self, last: Last, members: &mut Vec<Member<'a>>) {
        let has_comma = std::mem::take(&mut self.has_comma);
        let Some(mut name) = self.name() else { return };
        if last == Last::Item && !has_comma {
            self.report(name.span, JsonProblem::CommaMissing, None);
        }
        loop {
            self.blanks();
            let has_colon = self.colon();
            let value = self.member_value(&name, has_colon);
            let is_string = matches!(value.value, JsonValue::String(_));
            if !is_string || !self.rest().trim_start().starts_with(':') {
                if !has_colon && value.value != JsonValue::Invalid {
                    self.report(first_word(&value), JsonProblem::ColonMissing, Some(name.span));
                }
                members.push(Member { name, value });
                return;
            }
            // What was read as the value is the name of the next member.
            self.report(value.span, JsonProblem::ValueMissing, Some(name.span));
            let JsonValue::String(text) = value.value else { return };
            let gap = gap_after(name.span);
            members.push(Member { name: std::mem::replace(&mut name, Spanned::new(text, value.span)), value: gap });
            self.blanks();
        }
    }

    /// None if there is no name, and then what stands there instead has been passed.
    fn name(&mut self) -> Option<Spanned<Cow<'a, str>>> {
        let start = self.at;
        match self.peek() {
            Some(b'"') => {}
            _ if self.at_wrong_quote() => {}
            Some(byte @ (b'{' | b'[' | b':')) => {
                self.problem(start, start + 1, JsonProblem::NameMissing);
                if byte == b':' {
                    self.at += 1;
                    self.blanks();
                }
                if !matches!(self.peek(), None | Some(b',' | b';' | b'}' | b']' | b':')) {
                    self.value();
                }
                return None;
            }
            _ => {
                let (start, text) = self.bare_name();
                return Some(Spanned::new(Cow::Borrowed(text), Span::new(start, self.at)));
            }
        }
        let name = self.value();
        match name.value {
            JsonValue::String(text) => Some(Spanned::new(text, name.span)),
            _ => None,
        }
    }

    /// What stands behind a name and its colon.
    fn member_value(&mut self, name: &Spanned<Cow<'a, str>>, has_colon: bool) -> Json<'a> {
        match self.peek() {
            None => gap_after(name.span),
            Some(b',' | b';' | b'}' | b']') => {
                if has_colon {
                    let here = Span::new(self.at, self.at + 1);
                    self.report(here, JsonProblem::ValueMissing, Some(name.span));
                } else {
                    self.report(name.span, JsonProblem::ColonMissing, None);
                }
                gap_after(name.span)
            }
            Some(_) => self.value(),
        }
    }

    /// Passes a colon, or what was written for one; false if there is neither.
    fn colon(&mut self) -> bool {
        let start = self.at;
        match self.peek() {
            Some(b':') => self.at += 1,
            Some(b'=') => {
                self.at += 1 + usize::from(self.rest()[1..].starts_with('>'));
                self.problem(start, self.at, JsonProblem::WrongSeparator { found: '=', expected: ':' });
            }
            _ => return false,
        }
        self.blanks();
        while self.peek() == Some(b':') {
            self.stray_colon();
            self.blanks();
        }
        true
    }
}

/// Where something missing before a value is shown.
fn first_word(value: &Json<'_>) -> Span {
    match value.value {
        JsonValue::Array(_) | JsonValue::Object(_) => Span { start: value.span.start, end: value.span.start + 1 },
        _ => value.span,
    }
}

/// The place of a value that is not there.
fn gap_after<'a>(name: Span) -> Json<'a> {
    Json { value: JsonValue::Invalid, span: Span { start: name.end, end: name.end } }
}

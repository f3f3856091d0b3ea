//! `glossary.toml`: the words of the course, linked where one's text names another.

use super::definition::read;
use super::names::{Names, slug};
use super::{PackError, line_at, markdown};
use crate::lessons::reference::{Bilingual, Term};
use serde::Deserialize;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GlossaryFile {
    term: Vec<TermFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TermFile {
    term: Spanned<Box<str>>,
    es_name: Box<str>,
    en: Spanned<String>,
    es: Spanned<String>,
}

/// Reads the file, and makes its terms known.
pub(super) fn file(path: &str, text: &str, names: &mut Names) -> Result<GlossaryFile, PackError> {
    let file: GlossaryFile = read(path, text)?;
    for it in &file.term {
        let term = it.term.get_ref();
        let id = slug(term);
        if !names.add_term(term, &id) || !names.add_term(&it.es_name, &id) {
            let line = line_at(text, it.term.span().start);
            return Err(PackError::new(path, line, format!("`{term}` or `{}` stands twice", it.es_name)));
        }
    }
    Ok(file)
}

/// The terms, and what is wrong with them.
pub(super) fn terms(path: &str, text: &str, file: GlossaryFile, names: &Names) -> (Vec<Term>, Vec<PackError>) {
    let mut errors = Vec::new();
    let mut line = |written: &Spanned<String>, own: &str| {
        let at = line_at(text, written.span().start);
        let (line, mut faults) = markdown::linked_line(written.get_ref(), names);
        if leads_to(&line, own) {
            faults.push("a term does not lead to itself".to_owned());
        }
        if line.is_empty() {
            faults.push("the text is missing".to_owned());
        }
        errors.extend(faults.into_iter().map(|fault| PackError::new(path, at, fault)));
        line
    };
    let terms = file.term.into_iter().map(|it| {
        let id = slug(it.term.get_ref());
        let own = format!("#/glossary/{id}");
        let text = Bilingual { en: line(&it.en, &own), es: line(&it.es, &own) };
        Term { id, term: it.term.into_inner(), spanish: it.es_name, text }
    });
    let terms = terms.collect();
    (terms, errors)
}

fn leads_to(line: &[crate::lessons::Inline], address: &str) -> bool {
    line.iter().any(|inline| matches!(inline, crate::lessons::Inline::Link { to, .. } if **to == *address))
}

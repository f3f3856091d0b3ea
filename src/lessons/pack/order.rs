//! `reference/order/en.md` and `es.md`: the page on the order of evaluation.
//!
//! Every paragraph, point and row of it names the rules that it rests on, and both languages name the same.

use super::markdown::{linked, linked_line, sections};
use super::names::Names;
use super::{PackError, Sources};
use crate::eval::Station;
use crate::lessons::prose::{Block, Inline};
use crate::lessons::reference::{Bilingual, Heading, Page, PageSection, Power};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::Error;

/// The page, and what is wrong with it; nothing where there is none.
pub(super) fn page(sources: &Sources, names: &Names) -> Option<(Bilingual<Page>, Vec<PackError>)> {
    let path = |language| sources.keys().find(|path| path.ends_with(&format!("reference/order/{language}.md")));
    let found = path("en").or_else(|| path("es"))?;
    let mut errors = Vec::new();
    let mut read = |language: &str| {
        let (folder, _) = found.rsplit_once('/').unwrap_or_default();
        let path = format!("{folder}/{language}.md");
        let text = sources.get(&path).map_or("", String::as_str);
        let (page, lines) = one(&path, text, names, &mut errors);
        (path, page, lines)
    };
    let (en, es) = (read("en"), read("es"));
    alike(&en, &es, &mut errors);
    Some((Bilingual { en: en.1, es: es.1 }, errors))
}

/// A page with its path and the lines of its headings.
type Read = (String, Page, Vec<usize>);

fn one(path: &str, text: &str, names: &Names, errors: &mut Vec<PackError>) -> (Page, Vec<usize>) {
    let mut page = Page::default();
    let mut lines = Vec::new();
    for (index, section) in sections(text).into_iter().enumerate() {
        let mut wrong = |message: String| errors.push(PackError::new(path, section.line, message));
        if index == 0 {
            let (intro, faults) = linked_line(section.body.trim().trim_start_matches('>').trim_start(), names);
            faults.into_iter().for_each(&mut wrong);
            page.title = linked_line(section.name, names).0;
            page.intro = intro;
            continue;
        }
        let Some((id, heading)) = heading(section.name, names) else {
            wrong(format!("`## {}` is neither `station:… (…)` nor `id: title`", section.name));
            continue;
        };
        let (body, faults) = linked(&section.body, names);
        faults.into_iter().for_each(&mut wrong);
        if body.is_empty() {
            wrong(format!("`## {}` is empty", section.name));
        }
        for said in body.iter().flat_map(said).filter(|said| rules(said).is_empty()) {
            wrong(format!("no rule is named for: {}", said.iter().map(|line| super::plain(line)).collect::<String>()));
        }
        lines.push(section.line);
        page.sections.push(PageSection { id, heading, body });
    }
    if page.sections.is_empty() {
        errors.push(PackError::new(path, 1, "the file is missing or has no sections"));
    }
    (page, lines)
}

/// `station:scp (deny, limit)` or `accounts: Across accounts`
fn heading(name: &str, names: &Names) -> Option<(Box<str>, Heading)> {
    let (id, rest) = name.split_once(':')?;
    if id != "station" {
        return Some((id.trim().into(), Heading::Text(linked_line(rest.trim(), names).0)));
    }
    let (station, powers) = rest.split_once('(')?;
    let station = station.trim();
    let powers = powers.strip_suffix(')')?.split(',').map(str::trim).filter(|power| !power.is_empty());
    let powers: Option<Vec<Power>> = powers.map(|power| Power::deserialize(word(power)).ok()).collect();
    let heading = Heading::Station { station: Station::deserialize(word(station)).ok()?, powers: powers? };
    Some((station.into(), heading))
}

fn word(text: &str) -> serde::de::value::StrDeserializer<'_, Error> {
    text.into_deserializer()
}

/// What is said in a block, each piece with its own rules: a paragraph, a point, a row.
fn said(block: &Block) -> Vec<Vec<Vec<Inline>>> {
    match block {
        Block::Paragraph(line) => vec![vec![line.clone()]],
        Block::List { items, .. } => items.iter().flatten().flat_map(said).collect(),
        Block::Table { rows, .. } => rows.clone(),
        Block::Code(_) => Vec::new(),
    }
}

fn rules(lines: &[Vec<Inline>]) -> Vec<&str> {
    let addresses = lines.iter().flatten().filter_map(|inline| match inline {
        Inline::Link { to, .. } => to.strip_prefix("#/rules/"),
        _ => None,
    });
    addresses.collect()
}

/// Both languages must have the same sections, and name the same rules in each.
fn alike(en: &Read, es: &Read, errors: &mut Vec<PackError>) {
    let (en_page, es_page) = (&en.1, &es.1);
    if en_page.sections.len() != es_page.sections.len() {
        errors.push(PackError::new(&es.0, 1, "there are not as many sections as in English"));
    }
    for ((one, other), line) in en_page.sections.iter().zip(&es_page.sections).zip(&es.2) {
        let is_same_place = one.id == other.id
            && matches!(one.heading, Heading::Station { .. }) == matches!(other.heading, Heading::Station { .. });
        let of = |section: &PageSection| -> Vec<Vec<String>> {
            let pieces: Vec<_> = section.body.iter().flat_map(said).collect();
            pieces.iter().map(|piece| rules(piece).into_iter().map(str::to_owned).collect()).collect()
        };
        if !is_same_place {
            errors.push(PackError::new(&es.0, *line, format!("`{}` stands in the place of `{}`", other.id, one.id)));
        } else if of(one) != of(other) {
            errors.push(PackError::new(&es.0, *line, "this names other rules than in English"));
        }
    }
}

//! `en.md` and `es.md`: sections under fixed headings, each a small tree.

use super::PackError;
use super::names::Names;
use crate::lessons::prose::{Block, FactCard, Inline, Labelled, Prose};
use pulldown_cmark::{BrokenLink, CowStr, Event, Options, Parser, Tag, TagEnd};
use std::iter::Peekable;
use std::vec::IntoIter;

/// A heading with what stands below it.
pub(super) struct Section<'a> {
    /// Without its signs; the title has none.
    pub(super) name: &'a str,
    /// Of the heading, counted from 1.
    pub(super) line: usize,
    pub(super) body: String,
}

/// The prose, and what is wrong with the file.
pub(super) fn prose(path: &str, text: &str) -> (Prose, Vec<PackError>) {
    let mut reading = Reading { path, prose: Prose::default(), errors: Vec::new() };
    if text.is_empty() {
        reading.wrong(1, "the file is missing".to_owned());
    }
    for section in sections(text) {
        reading.section(&section);
    }
    (reading.prose, reading.errors)
}

pub(super) fn sections(text: &str) -> Vec<Section<'_>> {
    let mut sections: Vec<Section<'_>> = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let heading = line.strip_prefix("## ").or_else(|| line.strip_prefix("# "));
        match (heading, sections.last_mut()) {
            (Some(name), _) => sections.push(Section { name: name.trim(), line: index + 1, body: String::new() }),
            (None, Some(section)) => {
                section.body.push_str(line);
                section.body.push('\n');
            }
            (None, None) if line.trim().is_empty() => {}
            (None, None) => sections.push(Section { name: "", line: index + 1, body: line.to_owned() }),
        }
    }
    sections
}

struct Reading<'a> {
    path: &'a str,
    prose: Prose,
    errors: Vec<PackError>,
}

impl Reading<'_> {
    fn wrong(&mut self, line: usize, message: String) {
        self.errors.push(PackError::new(self.path, line, message));
    }

    fn section(&mut self, section: &Section<'_>) {
        let (kind, id) = section.name.split_once(':').map_or((section.name, ""), |(kind, id)| (kind, id.trim()));
        if self.prose.title.is_empty() {
            self.prose.title = inlines_of(section.name);
            self.prose.objective = only_paragraph(self.blocks(section)).unwrap_or_default();
            return;
        }
        match (kind, id) {
            ("story", "") => self.prose.story = self.blocks(section),
            ("task", "") => self.prose.task = self.blocks(section),
            ("look", "") => self.prose.look = self.blocks(section),
            ("facts", "") => self.prose.facts = self.facts(section),
            ("goal", id) if !id.is_empty() => {
                let blocks = self.blocks(section);
                self.prose.goals.insert(id.into(), blocks);
            }
            ("hint", id) if !id.is_empty() => {
                let rungs = self.items(section);
                self.prose.hints.insert(id.into(), rungs);
            }
            ("pick", id) if !id.is_empty() => {
                let labels = self.labels(section);
                self.prose.picks.insert(id.into(), labels);
            }
            ("answer", id) if !id.is_empty() => {
                let labels = self.labels(section);
                self.prose.answers.insert(id.into(), labels);
            }
            _ => self.wrong(section.line, format!("`## {}` is no section of a lesson", section.name)),
        }
    }

    fn blocks(&mut self, section: &Section<'_>) -> Vec<Block> {
        let mut tree = Tree::of(&section.body);
        let blocks = tree.blocks();
        if let Some(what) = tree.strange {
            self.wrong(section.line, format!("`## {}` holds {what}, which lessons do not have", section.name));
        }
        blocks
    }

    /// What stands at the points of the one list of a section.
    fn items(&mut self, section: &Section<'_>) -> Vec<Vec<Block>> {
        let mut blocks = self.blocks(section).into_iter();
        if let (Some(Block::List { items, .. }), None) = (blocks.next(), blocks.next()) {
            return items;
        }
        self.wrong(section.line, format!("`## {}` must be one list", section.name));
        Vec::new()
    }

    fn labels(&mut self, section: &Section<'_>) -> Vec<Labelled> {
        let items = self.items(section).into_iter();
        let labelled = items.filter_map(|item| {
            let (option, text) = split(only_paragraph(item)?)?;
            Some(Labelled { option, text })
        });
        let labelled: Vec<_> = labelled.collect();
        self.count(section, labelled.len());
        labelled
    }

    fn facts(&mut self, section: &Section<'_>) -> Vec<FactCard> {
        let items = self.items(section).into_iter();
        let cards = items.filter_map(|item| {
            let (claims, text) = split(only_paragraph(item)?)?;
            Some(FactCard { claims: claims.split(',').map(|claim| claim.trim().into()).collect(), text })
        });
        let cards: Vec<_> = cards.collect();
        self.count(section, cards.len());
        cards
    }

    fn count(&mut self, section: &Section<'_>, found: usize) {
        if found != self.items(section).len() {
            self.wrong(
                section.line,
                format!("every point of `## {}` must begin with a name and a colon", section.name),
            );
        }
    }
}

fn only_paragraph(blocks: Vec<Block>) -> Option<Vec<Inline>> {
    let mut blocks = blocks.into_iter();
    match (blocks.next(), blocks.next()) {
        (Some(Block::Paragraph(inlines)), None) => Some(inlines),
        _ => None,
    }
}

/// `name: text`
fn split(inlines: Vec<Inline>) -> Option<(Box<str>, Vec<Inline>)> {
    let mut inlines = inlines.into_iter();
    let Some(Inline::Text(first)) = inlines.next() else { return None };
    let (name, rest) = first.split_once(':')?;
    let rest = rest.trim_start();
    let first = (!rest.is_empty()).then(|| Inline::Text(rest.into()));
    Some((name.trim().into(), first.into_iter().chain(inlines).collect()))
}

fn inlines_of(text: &str) -> Vec<Inline> {
    only_paragraph(Tree::of(text).blocks()).unwrap_or_default()
}

/// A text in which `[role]` and `[roles][role]` lead to what is named, and the labels that name nothing.
pub(super) fn linked(text: &str, names: &Names) -> (Vec<Block>, Vec<String>) {
    let (mut tree, mut faults) = Tree::linked(text, names);
    let blocks = tree.blocks();
    faults.extend(tree.strange.map(|what| format!("{what} has no place here")));
    (blocks, faults)
}

/// The same, of a text that is one paragraph.
pub(super) fn linked_line(text: &str, names: &Names) -> (Vec<Inline>, Vec<String>) {
    let (blocks, mut faults) = linked(text, names);
    let line = only_paragraph(blocks).unwrap_or_else(|| {
        faults.push("this must be one paragraph".to_owned());
        Vec::new()
    });
    (line, faults)
}

struct Tree<'a> {
    events: Peekable<IntoIter<Event<'a>>>,
    /// Something that has no place in a lesson.
    strange: Option<&'static str>,
}

impl<'a> Tree<'a> {
    fn of(text: &'a str) -> Self {
        Self::reading(Parser::new(text).collect())
    }

    fn linked(text: &'a str, names: &Names) -> (Self, Vec<String>) {
        let mut unknown = Vec::new();
        let find = |link: BrokenLink<'a>| {
            let address = names.address(&link.reference);
            if address.is_none() {
                unknown.push(format!("`[{}]` names nothing that there is", link.reference));
            }
            address.map(|address| (CowStr::from(address), CowStr::Borrowed("")))
        };
        let parser = Parser::new_with_broken_link_callback(text, Options::ENABLE_TABLES, Some(find));
        let events = parser.collect();
        unknown.dedup();
        (Self::reading(events), unknown)
    }

    fn reading(events: Vec<Event<'a>>) -> Self {
        Self { events: events.into_iter().peekable(), strange: None }
    }
}

impl Tree<'_> {
    /// Blocks to the end of what they are in.
    fn blocks(&mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        while let Some(event) = self.events.peek() {
            match event {
                Event::End(_) => break,
                Event::Start(Tag::Paragraph) => {
                    self.events.next();
                    blocks.push(Block::Paragraph(self.inlines()));
                    self.events.next();
                }
                Event::Start(Tag::BlockQuote(_)) => {
                    self.events.next();
                    blocks.extend(self.blocks());
                    self.events.next();
                }
                Event::Start(Tag::List(start)) => {
                    let is_ordered = start.is_some();
                    self.events.next();
                    blocks.push(Block::List { is_ordered, items: self.items() });
                }
                Event::Start(Tag::CodeBlock(_)) => {
                    self.events.next();
                    blocks.push(Block::Code(self.code()));
                }
                Event::Start(Tag::Table(_)) => {
                    self.events.next();
                    blocks.push(self.table());
                }
                Event::Start(Tag::Heading { .. } | Tag::HtmlBlock) | Event::Rule | Event::Html(_) => {
                    self.strange = Some("a heading, a line or HTML");
                    self.events.next();
                }
                // A point of a tight list has its text without a paragraph.
                _ => {
                    let inlines = self.inlines();
                    if inlines.is_empty() {
                        self.events.next();
                    } else {
                        blocks.push(Block::Paragraph(inlines));
                    }
                }
            }
        }
        blocks
    }

    fn items(&mut self) -> Vec<Vec<Block>> {
        let mut items = Vec::new();
        while let Some(event) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => {
                    items.push(self.blocks());
                    self.events.next();
                }
                Event::End(TagEnd::List(_)) => break,
                _ => {}
            }
        }
        items
    }

    fn table(&mut self) -> Block {
        let mut rows: Vec<Vec<Vec<Inline>>> = Vec::new();
        while let Some(event) = self.events.next() {
            match event {
                Event::Start(Tag::TableHead | Tag::TableRow) => rows.push(Vec::new()),
                Event::Start(Tag::TableCell) => {
                    let cell = self.inlines();
                    rows.last_mut().into_iter().for_each(|row| row.push(cell.clone()));
                }
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        let head = if rows.is_empty() { Vec::new() } else { rows.remove(0) };
        Block::Table { head, rows }
    }

    fn code(&mut self) -> Box<str> {
        let mut code = String::new();
        for event in self.events.by_ref() {
            match event {
                Event::Text(text) => code.push_str(&text),
                Event::End(TagEnd::CodeBlock) => break,
                _ => {}
            }
        }
        code.into()
    }

    /// Runs of text up to the next block or end.
    fn inlines(&mut self) -> Vec<Inline> {
        let mut inlines: Vec<Inline> = Vec::new();
        loop {
            let next = match self.events.peek() {
                Some(Event::Text(text)) => Inline::Text((&**text).into()),
                Some(Event::Code(code)) => Inline::Code((&**code).into()),
                Some(Event::SoftBreak | Event::HardBreak) => Inline::Text(" ".into()),
                Some(Event::InlineHtml(_)) => {
                    self.strange = Some("HTML");
                    Inline::Text(Box::default())
                }
                Some(Event::Start(Tag::Emphasis)) => self.nested(Inline::Emphasis),
                Some(Event::Start(Tag::Strong)) => self.nested(Inline::Strong),
                Some(Event::Start(Tag::Link { dest_url, .. })) => {
                    let to: Box<str> = (&**dest_url).into();
                    self.nested(|text| Inline::Link { to, text })
                }
                Some(Event::Start(Tag::Image { .. })) => {
                    self.strange = Some("a picture");
                    self.nested(Inline::Emphasis)
                }
                _ => return inlines,
            };
            // The end of what is nested is what is taken here.
            self.events.next();
            match (inlines.last_mut(), next) {
                (Some(Inline::Text(before)), Inline::Text(text)) => *before = format!("{before}{text}").into(),
                (_, next) => inlines.push(next),
            }
        }
    }

    fn nested(&mut self, make: impl FnOnce(Vec<Inline>) -> Inline) -> Inline {
        self.events.next();
        make(self.inlines())
    }
}

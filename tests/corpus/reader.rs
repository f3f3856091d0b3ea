//! Reads the files of the corpus: headings, fences and tables of requests.

use iam_sandbox::arn::Arn;
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use std::path::Path;

/// One heading with what stands below it.
pub struct Section {
    pub place: String,
    /// 2 for the section of a rule, 3 for one of its aspects.
    pub level: u8,
    pub title: String,
    /// The title of the section that an aspect belongs to; its own for a rule.
    pub parent: String,
    /// What stands after `Source: `.
    pub source: String,
    /// The tests that `Held by: ` names.
    pub held_by: Vec<String>,
    /// Whether a line `Not evaluated: ` says why no request can show the rule.
    pub is_not_evaluated: bool,
    pub cases: Vec<Case>,
    /// Documents that are only parsed.
    pub examples: Vec<Document>,
    pub problems: Vec<String>,
}

/// Policies, and requests that they are asked about.
#[derive(Default)]
pub struct Case {
    pub documents: Vec<Document>,
    pub rows: Vec<Row>,
    /// Whether the last column tells the error.
    pub has_messages: bool,
}

/// One fence.
#[derive(Clone)]
pub struct Document {
    pub place: String,
    pub layer: Layer,
    pub name: String,
    pub level: u16,
    pub account: String,
    pub arn: Option<Arn>,
    pub errors: Vec<ExpectedError>,
    /// Whether the document is there to be parsed, not to be asked.
    pub is_example: bool,
    pub text: String,
}

/// `error=A-17 at="\"allow\""`, with `nth=2` for the second occurrence of that text.
#[derive(Clone)]
pub struct ExpectedError {
    pub rule: String,
    pub at: String,
    pub occurrence: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Layer {
    Identity,
    Boundary,
    Session,
    Resource,
    Trust,
    Key,
    Scp,
    Rcp,
    VpcEndpoint,
}

/// One line of a table.
#[derive(Clone, Default)]
pub struct Row {
    pub place: String,
    pub principal: String,
    pub action: String,
    pub resource: String,
    pub context: String,
    pub decision: String,
    pub decided_by: String,
    /// Code and message of the error, where the table tells them.
    pub message: Option<String>,
}

impl Section {
    /// The id that the title begins with.
    pub fn rule(&self) -> &str {
        self.title.split(' ').next().unwrap_or_default()
    }

    pub fn name(&self) -> String {
        if self.level == 2 { self.title.clone() } else { format!("{} / {}", self.parent, self.title) }
    }
}

/// Every section of every file, in order.
pub fn sections() -> Vec<Section> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    files.sort();
    let read = |path: &std::path::PathBuf| {
        let name = format!("tests/corpus/{}", path.file_name().unwrap().to_string_lossy());
        let text = std::fs::read_to_string(path).unwrap();
        Reader { name: &name, text: &text, sections: Vec::new(), documents: Vec::new() }.read()
    };
    files.iter().flat_map(read).collect()
}

struct Reader<'a> {
    name: &'a str,
    text: &'a str,
    sections: Vec<Section>,
    /// Fences that wait for their table.
    documents: Vec<Document>,
}

impl Reader<'_> {
    fn read(mut self) -> Vec<Section> {
        let mut events = Parser::new_ext(self.text, Options::ENABLE_TABLES).into_offset_iter();
        while let Some((event, range)) = events.next() {
            match event {
                Event::Start(Tag::Heading { level: HeadingLevel::H2, .. }) => self.heading(2, range.start),
                Event::Start(Tag::Heading { level: HeadingLevel::H3, .. }) => self.heading(3, range.start),
                Event::Start(Tag::Paragraph) => self.paragraph(self.text[range].trim()),
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => {
                    let texts = events.by_ref().map_while(|(event, _)| match event {
                        Event::Text(text) => Some(text.into_string()),
                        _ => None,
                    });
                    let text = texts.collect::<String>();
                    self.fence(range.start, text.trim_end_matches('\n'));
                }
                Event::Start(Tag::TableHead) => self.begin_table(range.start),
                Event::Start(Tag::TableRow) => {
                    let inside = events.by_ref().take_while(|(event, _)| *event != Event::End(TagEnd::TableRow));
                    let starts = inside.filter_map(|(event, range)| match event {
                        Event::Start(Tag::TableCell) => Some(self.text[range].replace("\\|", "|")),
                        _ => None,
                    });
                    let cells: Vec<String> = starts.collect();
                    self.row(range.start, &cells);
                }
                _ => {}
            }
        }
        self.close();
        self.sections
    }

    fn place(&self, offset: usize) -> String {
        format!("{}:{}", self.name, self.text[..offset].matches('\n').count() + 1)
    }

    fn problem(&mut self, offset: usize, problem: &str) {
        let problem = format!("{}: {problem}", self.place(offset));
        self.sections.last_mut().unwrap().problems.push(problem);
    }

    fn heading(&mut self, level: u8, offset: usize) {
        self.close();
        let line = self.text[offset..].lines().next().unwrap_or_default();
        let title = line.trim_start_matches('#').trim().to_owned();
        let above = self.sections.last().map(|section| section.parent.clone());
        self.sections.push(Section {
            place: self.place(offset),
            level,
            parent: if level == 2 { title.clone() } else { above.unwrap_or_default() },
            title,
            source: String::new(),
            held_by: Vec::new(),
            is_not_evaluated: false,
            cases: Vec::new(),
            examples: Vec::new(),
            problems: Vec::new(),
        });
    }

    /// Paragraphs are for people, but for those that begin with one of three words.
    fn paragraph(&mut self, text: &str) {
        let Some(section) = self.sections.last_mut() else { return };
        if let Some(source) = text.strip_prefix("Source: ") {
            section.source = source.into();
        } else if let Some(tests) = text.strip_prefix("Held by: ") {
            section.held_by = tests.split('`').skip(1).step_by(2).map(Into::into).collect();
        } else if text.starts_with("Not evaluated: ") {
            section.is_not_evaluated = true;
        }
    }

    /// A fence that is neither an example nor followed by a table tests nothing.
    fn close(&mut self) {
        for document in std::mem::take(&mut self.documents) {
            let section = self.sections.last_mut().unwrap();
            section.problems.push(format!("{}: no table follows; say `ok` or `error=…`", document.place));
        }
    }

    fn fence(&mut self, offset: usize, text: &str) {
        if self.sections.is_empty() {
            return;
        }
        let info = self.text[offset..].lines().next().unwrap_or_default().trim_start_matches('`');
        match parse_info(info) {
            Ok(document) => {
                let document = Document { place: self.place(offset), text: text.into(), ..document };
                let section = self.sections.last_mut().unwrap();
                if document.is_example { section.examples.push(document) } else { self.documents.push(document) }
            }
            Err(problem) => self.problem(offset, &problem),
        }
    }

    fn begin_table(&mut self, offset: usize) {
        if self.sections.is_empty() {
            return;
        }
        let documents = std::mem::take(&mut self.documents);
        let section = self.sections.last_mut().unwrap();
        let columns = "| principal | action | resource | context | decision | decided by |";
        let more = self.text[offset..].lines().next().unwrap_or_default().trim().strip_prefix(columns);
        section.cases.push(Case { documents, rows: Vec::new(), has_messages: more == Some(" message |") });
        if !matches!(more, Some("" | " message |")) {
            self.problem(offset, &format!("the columns of a table are {columns}, and perhaps message"));
        }
    }

    fn row(&mut self, offset: usize, cells: &[String]) {
        let place = self.place(offset);
        let Some(case) = self.sections.last_mut().and_then(|section| section.cases.last_mut()) else { return };
        let above = case.rows.last().cloned().unwrap_or_default();
        let has_messages = case.has_messages;
        let cell =
            |index: usize| cells.get(index).map(|cell| cell.replace('`', "").trim().to_owned()).unwrap_or_default();
        let or = |cell: String, above: String| if cell.is_empty() { above } else { cell };
        case.rows.push(Row {
            place,
            principal: or(cell(0), above.principal),
            action: or(cell(1), above.action),
            resource: or(cell(2), above.resource),
            context: cell(3),
            decision: cell(4),
            decided_by: cell(5),
            message: has_messages.then(|| cell(6)),
        });
    }
}

/// The words after the three backquotes: `json`, the layer, and what else there is to say.
fn parse_info(info: &str) -> Result<Document, String> {
    let mut words = info.split_whitespace();
    if words.next() != Some("json") {
        return Err("a fence begins with `json` and the kind of the policy".into());
    }
    let layer = match words.next().unwrap_or_default() {
        "identity" => Layer::Identity,
        "boundary" => Layer::Boundary,
        "session" => Layer::Session,
        "resource" => Layer::Resource,
        "trust" => Layer::Trust,
        "key" => Layer::Key,
        "scp" => Layer::Scp,
        "rcp" => Layer::Rcp,
        "vpce" => Layer::VpcEndpoint,
        other => return Err(format!("`{other}` is no kind of policy")),
    };
    let mut document = Document {
        place: String::new(),
        layer,
        name: "case".into(),
        level: 0,
        account: super::names::ACCOUNT.into(),
        arn: None,
        errors: Vec::new(),
        is_example: false,
        text: String::new(),
    };
    let after_layer = info.splitn(3, ' ').nth(2).unwrap_or_default();
    options(after_layer, &mut document)?;
    Ok(document)
}

fn options(mut rest: &str, document: &mut Document) -> Result<(), String> {
    while !rest.trim_start().is_empty() {
        rest = rest.trim_start();
        // The text under a span is a JSON string, blanks and all.
        if let Some(from) = rest.strip_prefix("at=") {
            let mut strings = serde_json::Deserializer::from_str(from).into_iter::<String>();
            let at = strings.next().and_then(Result::ok).ok_or("`at=` takes a JSON string")?;
            document.errors.last_mut().ok_or("`at=` stands after its `error=`")?.at = at;
            rest = &from[strings.byte_offset()..];
            continue;
        }
        let (word, after) = rest.split_once(' ').unwrap_or((rest, ""));
        rest = after;
        let (name, value) = word.split_once('=').unwrap_or((word, ""));
        let number = || value.parse().map_err(|_| format!("`{word}`: a number is expected"));
        match name {
            "ok" => document.is_example = true,
            "level" => document.level = number()?,
            "account" => document.account = value.into(),
            "arn" => document.arn = Some(value.parse().map_err(|_| format!("`{value}` is no ARN"))?),
            "nth" => {
                document.errors.last_mut().ok_or("`nth=` stands after its `error=`")?.occurrence = number()?.into();
            }
            "error" => {
                document.is_example = true;
                document.errors.push(ExpectedError { rule: value.into(), at: String::new(), occurrence: 1 });
            }
            _ if value.is_empty() => document.name = name.into(),
            _ => return Err(format!("`{word}` is not understood")),
        }
    }
    Ok(())
}

//! `cards.toml`: beliefs, each with the request that settles it.

use super::definition::{goal, in_script, read};
use super::names::{Names, key_line};
use super::{Fault, PackError, Worlds, line_at, markdown};
use crate::api::{Answer, Sandbox};
use crate::cli::{Terminal, script};
use crate::lessons::goal::Goal;
use crate::lessons::reference::{Bet, Bilingual, Card, CardText, Trial};
use crate::lessons::{Attempt, Status, status};
use serde::Deserialize;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CardsFile {
    pub(super) card: Vec<Spanned<CardFile>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CardFile {
    pub(super) id: Box<str>,
    lessons: Vec<Spanned<Box<str>>>,
    bet: Bet,
    world: Option<Spanned<Box<str>>>,
    setup: Option<Spanned<String>>,
    #[serde(default)]
    play: Box<str>,
    ask: Option<Box<str>>,
    expect: Option<Spanned<String>>,
    source: Box<str>,
    en: TextFile,
    es: TextFile,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TextFile {
    belief: Spanned<String>,
    why: Spanned<String>,
    today: Spanned<String>,
}

/// Reads the file; the names in it are looked up once those of all files are known.
pub(super) fn file(path: &str, text: &str) -> Result<CardsFile, PackError> {
    read(path, text)
}

/// The cards, and what is wrong with them.
pub(super) fn cards(
    path: &str,
    text: &str,
    file: CardsFile,
    names: &Names,
    worlds: &Worlds,
) -> (Vec<Card>, Vec<PackError>) {
    let mut reading = Reading { path, text, names, errors: Vec::new() };
    let mut seen = std::collections::BTreeSet::new();
    let mut cards = Vec::new();
    for card in file.card {
        let offset = card.span().start;
        let card = card.into_inner();
        if !seen.insert(card.id.clone()) {
            reading.wrong(offset, format!("the card `{}` stands twice", card.id));
        }
        cards.push(reading.card(offset, card, worlds));
    }
    (cards, reading.errors)
}

struct Reading<'a> {
    path: &'a str,
    text: &'a str,
    names: &'a Names,
    errors: Vec<PackError>,
}

impl Reading<'_> {
    fn wrong(&mut self, offset: usize, message: String) {
        self.errors.push(PackError::new(self.path, line_at(self.text, offset), message));
    }

    fn card(&mut self, offset: usize, card: CardFile, worlds: &Worlds) -> Card {
        for lesson in &card.lessons {
            if !self.names.is_lesson(lesson.get_ref()) {
                self.wrong(lesson.span().start, format!("there is no lesson `{}`", lesson.get_ref()));
            }
        }
        if !card.source.starts_with("https://docs.aws.amazon.com/") {
            let line = key_line(self.text, offset, "source");
            self.errors.push(PackError::new(self.path, line, "the source must be a page of AWS's documentation"));
        }
        let trial = self.trial(offset, &card, worlds);
        let text = Bilingual { en: self.texts(&card.en), es: self.texts(&card.es) };
        Card {
            // Only those that are there can be opened.
            lessons: card
                .lessons
                .into_iter()
                .map(Spanned::into_inner)
                .filter(|id| self.names.lessons.contains(id))
                .collect(),
            id: card.id,
            bet: card.bet,
            trial,
            source: card.source,
            text,
        }
    }

    fn texts(&mut self, texts: &TextFile) -> CardText {
        CardText { belief: self.line(&texts.belief), why: self.line(&texts.why), today: self.line(&texts.today) }
    }

    fn line(&mut self, written: &Spanned<String>) -> Vec<crate::lessons::Inline> {
        let (line, faults) = markdown::linked_line(written.get_ref(), self.names);
        for fault in faults {
            self.wrong(written.span().start, fault);
        }
        line
    }

    /// The request, sent once to see that it comes to what the card says; nothing if it cannot be sent.
    fn trial(&mut self, offset: usize, card: &CardFile, worlds: &Worlds) -> Option<Trial> {
        let (world, ask, expect) = match (&card.world, &card.ask, &card.expect) {
            (Some(world), Some(ask), Some(expect)) => (world, ask, expect),
            (None, None, None) => return None,
            _ => {
                self.wrong(offset, "`world`, `ask` and `expect` go together".to_owned());
                return None;
            }
        };
        let Some(mut scenario) = worlds.get(world.get_ref()).cloned() else {
            self.wrong(world.span().start, format!("there is no world `{}`", world.get_ref()));
            return None;
        };
        scenario.id = card.id.clone();
        if let Some(setup) = &card.setup {
            match script::build(setup.get_ref(), &scenario) {
                Ok(calls) => scenario.build.extend(calls),
                Err(error) => {
                    self.errors.push(in_script(self.path, self.text, setup, &error));
                    return None;
                }
            }
        }
        let trial = Trial { scenario, play: card.play.clone(), ask: ask.clone() };
        self.settles(offset, &trial, expect);
        Some(trial)
    }

    fn settles(&mut self, offset: usize, trial: &Trial, expect: &Spanned<String>) {
        let goal = match goal(expect, self.path, self.text) {
            Ok(goal) => goal,
            Err(error) => return self.errors.push(error),
        };
        let mut attempt = Attempt::new(Sandbox::new(trial.scenario.clone()));
        let mut terminal = Terminal::of(&attempt.now);
        for (key, lines) in [("play", &trial.play), ("ask", &trial.ask)] {
            let problem = match script::play(lines, &mut attempt.now, &mut terminal) {
                Err(error) => Fault::Line(error.kind),
                Ok(played) if key == "play" && played.iter().any(|act| act.error.is_some()) => {
                    Fault::Form("`play` fails".to_owned())
                }
                Ok(_) => continue,
            };
            let line = key_line(self.text, offset, key);
            return self.errors.push(PackError { path: self.path.to_owned(), line, fault: problem });
        }
        let is_allowed = attempt.steps().last().and_then(|step| step.answer.as_ref()).map(Answer::is_allowed);
        let fits = match goal {
            Goal::Can(_) => is_allowed == Some(true),
            Goal::Cannot(_) => is_allowed == Some(false),
            _ => true,
        };
        if !fits || status(&goal, &attempt) != Status::Met {
            self.wrong(expect.span().start, "the request does not come to this".to_owned());
        }
    }
}

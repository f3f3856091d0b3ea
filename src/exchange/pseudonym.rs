//! Other names for what a customer named: users, groups, roles, policies, paths, tags, buckets, accounts, unique ids,
//! in entries and in the documents alike, so that every pattern matches what it matched.
//!
//! A name is replaced word by word; digits, signs and wildcards between words stay where they are. A word of four
//! letters or more gets another one of the same length, which tells nothing of it. A word of which a wildcard takes a
//! part (`de*` and `developer`) is spelt in other letters instead, the same ones everywhere, and so is a short one: what
//! they begin and end with stays comparable, and who counts letters could guess them.
//! Names that AWS gave stay, and so do actions, Regions, addresses, numbers and dates.

use super::aws_words::{is_customers_key, is_of_aws, is_public};
use data_encoding::BASE32_NOPAD;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// A word with a wildcard beside it: it stands for a part of a word.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Fragment {
    word: String,
    is_open_before: bool,
    is_open_after: bool,
}

impl Fragment {
    fn is_in(&self, word: &str) -> bool {
        match (self.is_open_before, self.is_open_after) {
            (true, true) => word.contains(&self.word),
            (true, false) => word.ends_with(&self.word),
            _ => word.starts_with(&self.word),
        }
    }
}

/// What stands for what.
#[derive(Clone, Debug)]
pub struct Pseudonyms {
    seed: Box<str>,
    /// By letter, `a` first.
    letters: Vec<char>,
    fragments: BTreeSet<Fragment>,
    /// The same in other letters.
    spelt: BTreeSet<Fragment>,
    words: BTreeMap<String, String>,
    used: BTreeSet<String>,
    numbers: BTreeMap<String, String>,
}

/// Words that are shorter are spelt: there are too few of their length.
const SHORTEST: usize = 4;

/// Prefixes of unique ids (rule E-5).
const ID_PREFIXES: [&str; 8] = ["AIDA", "AROA", "AGPA", "ANPA", "AIPA", "AKIA", "ASIA", "APKA"];

/// A run of letters, or of what is between them.
struct Run<'a> {
    text: &'a str,
    is_word: bool,
    before: Option<char>,
    after: Option<char>,
}

fn runs(text: &str) -> Vec<Run<'_>> {
    let mut runs: Vec<Run<'_>> = Vec::new();
    let (mut start, mut before) = (0, None);
    let mut signs = text.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        let next = signs.peek().map(|(_, next)| *next);
        if next.is_none_or(|next| next.is_alphabetic() != sign.is_alphabetic()) {
            let end = at + sign.len_utf8();
            runs.push(Run { text: &text[start..end], is_word: sign.is_alphabetic(), before, after: next });
            (start, before) = (end, Some(sign));
        }
    }
    runs
}

/// Text, and variables with what stands between `${` and `}`.
fn parts(text: &str) -> Vec<(bool, &str)> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((before, from)) = rest.split_once("${") {
        let Some((inside, after)) = from.split_once('}') else { break };
        parts.push((false, before));
        parts.push((true, inside));
        rest = after;
    }
    parts.push((false, rest));
    parts
}

impl Pseudonyms {
    /// Names that follow from a seed.
    #[must_use]
    pub fn new(seed: &str) -> Self {
        let mut letters: Vec<char> = ('a'..='z').collect();
        letters.sort_by_key(|letter| hash(seed, "letter", &letter.to_string()));
        Self {
            seed: seed.into(),
            letters,
            fragments: BTreeSet::new(),
            spelt: BTreeSet::new(),
            words: BTreeMap::new(),
            used: BTreeSet::new(),
            numbers: BTreeMap::new(),
        }
    }

    /// Takes note of the wildcards of a text; all texts are looked at before the first is replaced.
    pub(super) fn look(&mut self, text: &str) {
        for (_, part) in parts(text).into_iter().filter(|(is_variable, _)| !is_variable) {
            for run in runs(part).into_iter().filter(|run| run.is_word && !is_of_aws(run.text)) {
                let is_wild = |sign: Option<char>| sign.is_some_and(|sign| "*?".contains(sign));
                let (is_open_before, is_open_after) = (is_wild(run.before), is_wild(run.after));
                if is_open_before || is_open_after {
                    let word = run.text.to_lowercase();
                    let spelt = self.in_other_letters(&word);
                    self.spelt.insert(Fragment { word: spelt, is_open_before, is_open_after });
                    self.fragments.insert(Fragment { word, is_open_before, is_open_after });
                }
            }
        }
    }

    /// An ARN, or a text that is none.
    pub fn arn(&mut self, text: &str) -> String {
        let fields: Vec<&str> = text.splitn(6, ':').collect();
        match fields.as_slice() {
            ["arn", _, _, _, "aws", _] => text.to_owned(),
            ["arn", partition, service, region, account, resource] => {
                let (account, resource) = (self.text(account), self.text(resource));
                format!("arn:{partition}:{service}:{region}:{account}:{resource}")
            }
            _ => self.text(text),
        }
    }

    /// A text of a customer: a name, a path, a value.
    pub fn text(&mut self, text: &str) -> String {
        if is_public(text) {
            return text.to_owned();
        }
        let mut out = String::new();
        for (is_variable, part) in parts(text) {
            match (is_variable, part.split_once('/')) {
                (true, Some((key, tag))) => out.extend(["${", key, "/", &self.text(tag), "}"]),
                (true, None) => out.extend(["${", part, "}"]),
                (false, _) => {
                    let segments: Vec<String> = part.split('/').map(|segment| self.segment(segment)).collect();
                    out.push_str(&segments.join("/"));
                }
            }
        }
        out
    }

    /// A unique id: its first four letters say what it is for.
    pub(super) fn id(&mut self, id: &str) -> String {
        if !ID_PREFIXES.iter().any(|prefix| id.starts_with(prefix)) {
            return self.number(id, |seed, id, attempt| made_up(seed, id, attempt).to_lowercase());
        }
        let (prefix, rest) = id.split_at(4);
        format!("{prefix}{}", self.number(rest, made_up))
    }

    /// What stands between slashes.
    fn segment(&mut self, segment: &str) -> String {
        if segment.ends_with(".amazonaws.com") {
            return segment.to_owned();
        }
        // Unique ids are words and digits mixed, and end before a colon at the latest.
        let pieces: Vec<String> = segment.split(':').map(|piece| self.piece(piece)).collect();
        pieces.join(":")
    }

    fn piece(&mut self, piece: &str) -> String {
        let is_upper = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
        let has_prefix = ID_PREFIXES.iter().any(|prefix| piece.starts_with(prefix));
        if has_prefix && piece.len() >= 16 && piece.bytes().all(is_upper) {
            return self.id(piece);
        }
        let runs = runs(piece);
        runs.into_iter().map(|run| if run.is_word { self.word(&run) } else { self.between(run.text) }).collect()
    }

    /// Numbers of accounts among what is between words.
    fn between(&mut self, text: &str) -> String {
        let mut out = String::new();
        let mut rest = text;
        while let Some(start) = rest.find(|sign: char| sign.is_ascii_digit()) {
            let digits = &rest[start..];
            let end = digits.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(digits.len());
            out.push_str(&rest[..start]);
            match end {
                12 => out.push_str(&self.number(&digits[..12], account)),
                _ => out.push_str(&digits[..end]),
            }
            rest = &digits[end..];
        }
        out.push_str(rest);
        out
    }

    fn number(&mut self, number: &str, make: impl Fn(&str, &str, u32) -> String) -> String {
        if let Some(known) = self.numbers.get(number) {
            return known.clone();
        }
        let mut candidates = (0..).map(|attempt| make(&self.seed, number, attempt));
        let found = candidates.find(|made| !self.used.contains(made)).unwrap_or_default();
        self.used.insert(found.clone());
        self.numbers.insert(number.to_owned(), found.clone());
        found
    }

    fn word(&mut self, run: &Run<'_>) -> String {
        if is_of_aws(run.text) {
            return run.text.to_owned();
        }
        let lower = run.text.to_lowercase();
        let is_wild = |sign: Option<char>| sign.is_some_and(|sign| "*?".contains(sign));
        let is_spelt = is_wild(run.before)
            || is_wild(run.after)
            || lower.chars().count() < SHORTEST
            || self.fragments.iter().any(|fragment| fragment.is_in(&lower));
        let other = if is_spelt { self.in_other_letters(&lower) } else { self.another(&lower) };
        // Capitals stay where they were; case matters to patterns.
        let cased = run.text.chars().zip(other.chars());
        cased.map(|(before, after)| if before.is_uppercase() { after.to_ascii_uppercase() } else { after }).collect()
    }

    fn in_other_letters(&self, lower: &str) -> String {
        let other = |letter: char| match letter {
            'a'..='z' => self.letters[usize::from(letter as u8 - b'a')],
            other => other,
        };
        lower.chars().map(other).collect()
    }

    /// Another word of the same length that no fragment can take for one that was spelt.
    fn another(&mut self, lower: &str) -> String {
        if let Some(known) = self.words.get(lower) {
            return known.clone();
        }
        let n_letters = lower.chars().count();
        let mut candidates = (0..).map(|attempt: u32| spoken(&self.seed, lower, attempt, n_letters));
        let is_free = |word: &String| {
            !self.used.contains(word) && !is_of_aws(word) && !self.spelt.iter().any(|fragment| fragment.is_in(word))
        };
        let found = candidates.by_ref().take(1_000).find(is_free).unwrap_or_else(|| self.in_other_letters(lower));
        self.used.insert(found.clone());
        self.words.insert(lower.to_owned(), found.clone());
        found
    }

    /// The name of a condition key: tags and issuers of tokens are the customer's.
    pub(super) fn key(&mut self, key: &str) -> String {
        if is_public(key) {
            return key.to_owned();
        }
        match (key.split_once('/'), key.split_once(':')) {
            (_, Some((issuer, claim))) if issuer.contains('.') => format!("{}:{claim}", self.text(issuer)),
            (Some((name, tag)), _) => format!("{name}/{}", self.text(tag)),
            _ => key.to_owned(),
        }
    }

    /// A value that a condition compares a key with.
    pub(super) fn value(&mut self, key: &str, value: &str) -> String {
        match value.starts_with("arn:") || is_customers_key(key) {
            true => self.arn(value),
            // AWS's own words, in which an account may stand.
            false => self.between(value),
        }
    }
}

fn hash(seed: &str, purpose: &str, text: &str) -> Vec<u8> {
    Sha256::digest(format!("{seed}\n{purpose}\n{text}")).to_vec()
}

fn made_up(seed: &str, text: &str, attempt: u32) -> String {
    let mut out = String::new();
    let mut block = 0;
    while out.len() < text.len() {
        out.push_str(&BASE32_NOPAD.encode(&hash(seed, &format!("id {attempt} {block}"), text)));
        block += 1;
    }
    out.truncate(text.len());
    out
}

fn account(seed: &str, text: &str, attempt: u32) -> String {
    let digits = hash(seed, &format!("account {attempt}"), text);
    let digits: String = digits.iter().take(12).map(|byte| char::from(b'0' + byte % 10)).collect();
    format!("9{}", &digits[1..])
}

/// A word that can be said.
fn spoken(seed: &str, text: &str, attempt: u32, n_letters: usize) -> String {
    const CONSONANTS: &[u8] = b"bdfgklmnprstvz";
    const VOWELS: &[u8] = b"aeiou";
    let mut bytes = Vec::new();
    while bytes.len() < n_letters {
        bytes.extend(hash(seed, &format!("word {attempt} {}", bytes.len()), text));
    }
    let letter = |(at, byte): (usize, &u8)| {
        let from = if at % 2 == 0 { CONSONANTS } else { VOWELS };
        char::from(from[usize::from(*byte) % from.len()])
    };
    bytes.iter().take(n_letters).enumerate().map(letter).collect()
}

//! Files to an account, a step at a time.

use super::entity::Builder;
use super::pages::{self, Piece};
use super::problem::{Absence, ImportError, List, Place, Report};
use super::pseudonym::Pseudonyms;
use super::rename;
use crate::api::{Scenario, ScenarioQuestion};
use crate::arn::{AccountId, Arn};
use crate::clock::Timestamp;
use crate::world::Account;
use serde_json::Value;

/// How an account is taken over.
#[derive(Clone, Debug)]
pub struct Options {
    /// What people call the account.
    pub name: String,
    /// What the clock shows; later if something in the file is younger.
    pub now: Timestamp,
    /// What made-up ids follow from, and names where there are other ones.
    pub seed: String,
    /// Whether everything that the customer named gets another name ([`Pseudonyms`]).
    pub renames: bool,
    /// Whether what no such file holds, an organization and resources with their policies, is taken not to be there,
    /// instead of not to be known.
    pub is_whole: bool,
}

/// How far it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Progress {
    /// Steps that are done.
    pub n_done: usize,
    /// Of so many.
    pub n_all: usize,
}

/// Reads authorization details entry by entry, so that whoever drives it can do something else in between.
///
/// ```
/// use iam_sandbox::clock::Timestamp;
/// use iam_sandbox::exchange::{Importer, Options};
/// let text = r#"{"UserDetailList": [{"UserName": "dana", "Arn": "arn:aws:iam::111122223333:user/dana"}]}"#;
/// let options = Options { name: "mine".into(), now: Timestamp::from_epoch_seconds(0), seed: "1".into(), renames: false, is_whole: false };
/// let mut importer = Importer::new(vec![("details.json".into(), text.into())], options)?;
/// while importer.step()? {}
/// assert_eq!(importer.finish().account.users().count(), 1);
/// # Ok::<(), iam_sandbox::exchange::ImportError>(())
/// ```
pub struct Importer {
    options: Options,
    files: Vec<(Box<str>, String)>,
    /// With the position of their file.
    pieces: Vec<(usize, Piece)>,
    values: Vec<Value>,
    lists: Vec<List>,
    is_truncated: bool,
    id: Option<AccountId>,
    latest: Timestamp,
    names: Option<Pseudonyms>,
    builder: Option<Builder>,
    n_built: usize,
}

impl std::fmt::Debug for Importer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Importer").field("progress", &self.progress()).finish_non_exhaustive()
    }
}

/// An account that was read.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The account.
    pub account: Account,
    /// What is in it, and what is not.
    pub report: Report,
    /// What the clock shows.
    pub now: Timestamp,
    /// What stands for what, if everything got another name.
    pub names: Option<Pseudonyms>,
    seed: String,
}

impl Importer {
    /// The most that is read.
    pub const MAX_BYTES: usize = 20 * 1024 * 1024;

    /// Finds the entries in files, each with its name.
    ///
    /// Errors: a file is no such JSON, or they are too large together.
    pub fn new(files: Vec<(Box<str>, String)>, options: Options) -> Result<Self, ImportError> {
        if files.iter().map(|(_, text)| text.len()).sum::<usize>() > Self::MAX_BYTES {
            return Err(ImportError::TooLarge);
        }
        let (mut pieces, mut lists) = (Vec::new(), Vec::new());
        // The last page of those that were given says whether there are more, whichever file that is in.
        let (mut n_open, mut n_closed) = (0, 0);
        for (index, (name, text)) in files.iter().enumerate() {
            let found = pages::find(name, text)?;
            pieces.extend(found.pieces.into_iter().map(|piece| (index, piece)));
            lists.extend(found.lists);
            match found.is_truncated {
                true => n_open += 1,
                false => n_closed += 1,
            }
        }
        if pieces.is_empty() {
            return Err(ImportError::Empty);
        }
        // Nothing refers to what comes after it; within a list the order of the files stays.
        let mut ordered = Vec::with_capacity(pieces.len());
        for list in List::ALL {
            ordered.extend(pieces.iter().filter(|(_, piece)| piece.list == list).cloned());
        }
        let latest = options.now;
        let names = options.renames.then(|| Pseudonyms::new(&options.seed));
        Ok(Self {
            names,
            options,
            files,
            values: Vec::with_capacity(ordered.len()),
            pieces: ordered,
            lists,
            is_truncated: n_open > 0 && n_closed == 0,
            id: None,
            latest,
            builder: None,
            n_built: 0,
        })
    }

    /// How far it is.
    #[must_use]
    pub fn progress(&self) -> Progress {
        Progress { n_done: self.values.len() + self.n_built, n_all: self.pieces.len() * 2 }
    }

    /// Reads the next entry, or takes it over. False if nothing is left to do.
    ///
    /// Errors: an entry is no JSON, or is of another account.
    pub fn step(&mut self) -> Result<bool, ImportError> {
        if let Some((file, piece)) = self.pieces.get(self.values.len()) {
            let (name, text) = &self.files[*file];
            let value = pages::read(name, text, piece)?;
            self.look(self.values.len(), &value)?;
            self.names.iter_mut().for_each(|names| rename::look(names, &value));
            self.values.push(value);
            return Ok(true);
        }
        let Some(value) = self.values.get(self.n_built) else { return Ok(false) };
        let value = match &mut self.names {
            Some(names) => rename::renamed(names, value),
            None => value.clone(),
        };
        let place = self.place(self.n_built);
        let list = self.pieces[self.n_built].1.list;
        self.builder().add(list, place, &value);
        self.n_built += 1;
        Ok(self.n_built < self.pieces.len())
    }

    /// The account, once there is [nothing left to do](Importer::step).
    #[must_use]
    pub fn finish(mut self) -> Imported {
        let mut absences: Vec<Absence> =
            List::ALL.into_iter().filter(|list| !self.lists.contains(list)).map(Absence::List).collect();
        absences.extend(self.is_truncated.then_some(Absence::Pages));
        absences.extend(Absence::ALWAYS);
        let (now, seed) = (self.latest, self.options.seed.clone());
        self.builder();
        let builder = self.builder.take();
        let (mut account, counts, problems) = builder.map_or_else(
            || (Account::new(AccountId::NOBODY, ""), super::Counts::default(), Vec::new()),
            |builder| (builder.account, builder.counts, builder.problems),
        );
        if self.options.is_whole {
            (account.unseen.organization, account.unseen.resources) = (false, false);
        }
        let names = self.names.take();
        Imported { account, report: Report { counts, problems, absences }, now, names, seed }
    }

    fn place(&self, index: usize) -> Place {
        let (file, piece) = &self.pieces[index];
        let path = format!("{}[{}]", piece.list.name(), piece.index);
        Place { file: self.files[*file].0.clone(), line: piece.line, path }
    }

    /// Whose account it is, and when something in it was made.
    fn look(&mut self, index: usize, value: &Value) -> Result<(), ImportError> {
        if let Some(created) = super::element::created(value) {
            self.latest = self.latest.max(created.plus_seconds(1));
        }
        let arn = value.get("Arn").and_then(Value::as_str).and_then(|text| text.parse::<Arn>().ok());
        let Some((arn, id)) = arn.and_then(|arn| arn.account().map(|id| (arn, id))) else { return Ok(()) };
        if arn.partition() != "aws" {
            return Err(ImportError::Partition { partition: arn.partition().into(), place: self.place(index) });
        }
        match *self.id.get_or_insert(id) {
            first if first == id => Ok(()),
            first => Err(ImportError::TwoAccounts { first, other: id, place: self.place(index) }),
        }
    }

    fn builder(&mut self) -> &mut Builder {
        let id = self.id.unwrap_or(AccountId::NOBODY);
        let id = match &mut self.names {
            Some(names) => names.text(&id.to_string()).parse().unwrap_or(id),
            None => id,
        };
        let options = &self.options;
        let (lists, now) = (&self.lists, self.latest);
        self.builder.get_or_insert_with(|| Builder::new(id, &options.name, lists.clone(), &options.seed, now))
    }
}

impl Imported {
    /// A world that begins with the account.
    #[must_use]
    pub fn scenario(&self) -> Scenario {
        let user = self.account.users().next().map(|user| user.name.clone());
        let ask =
            user.map(|user| ScenarioQuestion { user, action: "s3:ListAllMyBuckets".into(), resource: "*".into() });
        Scenario {
            id: "import".into(),
            built: self.now,
            start: self.now,
            seed: self.seed.as_str().into(),
            accounts: Vec::new(),
            imported: vec![self.account.clone()],
            build: Vec::new(),
            history: Vec::new(),
            ask,
        }
    }
}

//! Labels of practice: the choice of a set, an item, its review, the score, results files.

mod en;
mod es;

pub(super) use en::EN;
pub(super) use es::ES;

/// See the module.
#[derive(Debug)]
pub struct PracticeStrings {
    /// Leads to practice; title of the page.
    pub practice: &'static str,
    /// Leads from a lesson to items on its topic.
    pub practise_this: &'static str,
    /// Leaves practice.
    pub leave: &'static str,
    /// Leads to the choice of a set.
    pub all_sets: &'static str,
    /// What practice is.
    pub intro: &'static str,
    /// The items are on their way.
    pub loading: &'static str,

    /// Title of the sitting of the last visit.
    pub unfinished: &'static str,
    /// How far it is: answered, of how many.
    pub n_answered: fn(usize, Option<usize>) -> String,
    /// Goes on with it.
    pub go_on: &'static str,
    /// Name of the field for the seed.
    pub seed: &'static str,
    /// What a seed is for.
    pub seed_note: &'static str,
    /// What was written is no seed.
    pub seed_wrong: &'static str,
    /// Draws another seed.
    pub new_seed: &'static str,
    /// Title of sets of ten.
    pub ten: &'static str,
    /// What they are.
    pub ten_note: &'static str,
    /// Name of the list of topics.
    pub topics: &'static str,
    /// Chooses all topics.
    pub all_topics: &'static str,
    /// Chooses none.
    pub no_topics: &'static str,
    /// No topic is chosen, so all are.
    pub none_is_all: &'static str,
    /// Begins ten items.
    pub begin: &'static str,
    /// Title of sets without end.
    pub endless: &'static str,
    /// What they are.
    pub endless_note: &'static str,

    /// Which item of how many.
    pub item: fn(usize, Option<usize>) -> String,
    /// How many are wholly right, of how many answered.
    pub n_right: fn(usize, usize) -> String,
    /// Flags an item.
    pub flag: &'static str,
    /// Goes on without an answer.
    pub skip: &'static str,
    /// Goes on.
    pub next: &'static str,
    /// Shows the score.
    pub finish: &'static str,
    /// Name of the list of items.
    pub items: &'static str,
    /// An item has a flag.
    pub flagged: &'static str,
    /// It has no answer.
    pub open: &'static str,
    /// Title of the facts.
    pub facts: &'static str,
    /// Title of the form.
    pub answer: &'static str,
    /// The first part of a prediction.
    pub verdict: &'static str,
    /// The second part.
    pub place: &'static str,
    /// Where an explicit deny is decided.
    pub place_note: &'static str,
    /// Who is asked about.
    pub who: &'static str,
    /// How sure.
    pub sureness: &'static str,
    /// Hands in.
    pub submit: &'static str,
    /// Which keys do what.
    pub keys: &'static str,
    /// A part of a prediction is missing.
    pub lacks_part: &'static str,
    /// Nobody is ticked.
    pub lacks_who: &'static str,

    /// Everything is right.
    pub right: &'static str,
    /// Some is.
    pub partly: &'static str,
    /// Nothing is.
    pub wrong: &'static str,
    /// Points of how many.
    pub points: fn(u32, u32) -> String,
    /// What was answered.
    pub yours: &'static str,
    /// What is right.
    pub correct: &'static str,
    /// May.
    pub may: &'static str,
    /// May not.
    pub may_not: &'static str,
    /// Title of what was twisted.
    pub traps: &'static str,
    /// Title of the rules of thumb.
    pub readers: &'static str,
    /// Title of the trace.
    pub trace: &'static str,
    /// Whose trace.
    pub trace_of: &'static str,
    /// Opens the world of the item.
    pub open_world: &'static str,
    /// Leads to the lesson.
    pub lesson: fn(&str) -> String,

    /// Title of the score.
    pub score: &'static str,
    /// Points, of how many, in hundredths.
    pub total: fn(u32, u32, u32) -> String,
    /// So many items have no answer.
    pub n_open: fn(usize) -> String,
    /// Sure, and not right.
    pub sure_and_wrong: &'static str,
    /// Title of the points by topic.
    pub by_topic: &'static str,
    /// Name of the column of topics.
    pub topic: &'static str,
    /// Name of the column of points.
    pub points_column: &'static str,
    /// Hands the results out as a file.
    pub download: &'static str,
    /// What the file is.
    pub download_note: &'static str,
    /// The same items once more.
    pub again: &'static str,
    /// Other items of the same topics.
    pub another: &'static str,
    /// Copies the link to the set.
    pub copy_link: &'static str,
    /// It was copied.
    pub copied: &'static str,

    /// Title of results files.
    pub files: &'static str,
    /// What is done with them.
    pub files_note: &'static str,
    /// Chooses files.
    pub choose_files: &'static str,
    /// Name of the column of files.
    pub file: &'static str,
    /// Name of the column of starts.
    pub started: &'static str,
    /// Name of the column of answers.
    pub answered: &'static str,

    /// Name of the clock.
    pub timer: &'static str,
    /// No clock.
    pub timer_off: &'static str,
    /// It counts up.
    pub timer_up: &'static str,
    /// It counts down.
    pub timer_down: &'static str,
    /// From how many minutes.
    pub minutes: &'static str,
    /// It has come to an end, and nothing happens.
    pub time_is_up: &'static str,
}

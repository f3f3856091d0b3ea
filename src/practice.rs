//! Questions to practise with, each made from a seed and answered by the evaluator.
//!
//! An [`Item`] is a template and a seed: names, accounts, which policy denies, which key is absent. It is
//! kept only if the evaluator makes its answer certain, by documented rules and known facts, and if the other
//! answers are wrong for certain; mostly also only if somebody who reads by a rule of thumb ([`Reader`]) would
//! get it wrong. The right answer is no part of a file: whoever grades asks the evaluator again.
//!
//! There are two kinds: predict the verdict of a request and what decides it (E1), and tick everybody who may
//! do something (E4). In the latter people come with credentials, and those whose credentials do not hold may not.
//! A set belongs to an [`Edition`], so that it stays what it is when topics are added.
//!
//! There is no prose here; prompts and reviews get their sentences in [`crate::text`].
//!
//! ```
//! use iam_sandbox::practice::{Set, Topic};
//! let item = Set::endless(Topic::L07, 42).item(0).unwrap();
//! assert_eq!(iam_sandbox::practice::item(&item.id), Some(item));
//! ```

mod act;
mod certain;
mod chance;
mod dispute;
mod document;
mod draft;
mod edition;
mod fact;
mod grade;
mod item;
mod reader;
mod results;
mod review;
mod set;
mod sitting;
mod template;
mod topic;
mod twist;

pub use edition::Edition;
pub use fact::{Actor, Circumstance, Fact, Holder, KeyState, Lasting};
pub use grade::{FOR_VERDICT, FULL, Response, points};
pub use item::{Asked, Item, ItemId, ItemKind, Place, Right, VERDICTS};
pub use reader::Reader;
pub use results::{FORMAT, ResultsError, recompute, replay, results};
pub use review::{Review, review};
pub use set::{Length, Set, TEN, item, templates};
pub use sitting::{Given, GivenError, Score, Sitting, Sureness};
pub use topic::Topic;
pub use twist::Twist;

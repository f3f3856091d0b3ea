//! The rules behind the answers: a sheet beside a code, and the whole book as a page of its own.

mod book;
mod sheet;

pub use book::RuleBook;
pub use sheet::RuleSheet;

//! The rules behind the answers: a sheet beside a code. The whole book is a section of the reference.

mod sheet;

pub use sheet::RuleSheet;

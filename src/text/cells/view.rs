//! What a row of cells is made of.

use crate::eval::StatementRef;
use crate::policy::Effect;
use crate::rule::Rule;
use crate::span::Span;

/// The elements that have a cell; the effect stands in the row itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CellElement {
    /// `Principal` or `NotPrincipal`
    Principal,
    /// `Action` or `NotAction`
    Action,
    /// `Resource` or `NotResource`
    Resource,
    /// `Condition`
    Condition,
}

/// One comparison in a cell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CellLine {
    /// Whether it lets the statement match.
    pub is_match: bool,
    /// Whether that is known.
    pub is_known: bool,
    /// Operator and key of a condition; the name of a `Not…` element.
    pub label: Option<String>,
    /// Words before what the policy says, where it lists what it is not about.
    pub lead: Option<&'static str>,
    /// What the policy says.
    pub policy_value: String,
    /// Its variables in this request.
    pub variables: Option<VariablesView>,
    /// What the request says; none where nothing is compared.
    pub request_value: Option<String>,
    /// Whether the request has nothing to compare; its value then says so in words.
    pub is_absent: bool,
    /// Byte offset of the first character of the request's value that differs.
    pub differs_at: Option<usize>,
    /// Why, where the two strings do not tell.
    pub note: Option<String>,
    /// The rule by which the two are compared.
    pub rule: Rule,
}

/// What the variables of a value stand for in a request.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VariablesView {
    /// The value with those put in that stand for something; none if no variable does.
    pub value: Option<String>,
    /// Why others stand for nothing.
    pub notes: Vec<String>,
}

/// One cell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CellView {
    /// Of which element.
    pub element: CellElement,
    /// Whether the element matches; none if the statement has no such element, or if that is not known.
    pub is_match: Option<bool>,
    /// The comparisons, several for a condition.
    pub lines: Vec<CellLine>,
}

/// One statement.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RowView {
    /// Which one.
    pub at: StatementRef,
    /// What it does.
    pub effect: Effect,
    /// Its `Sid`, or its number.
    pub name: String,
    /// The policy, and how it comes to the caller.
    pub policy: String,
    /// Whether all its elements match.
    pub is_match: bool,
    /// The cells; without a principal cell in kinds of policies that have none.
    pub cells: Vec<CellView>,
    /// Where the statement stands in its policy's text.
    pub span: Span,
    /// The words that decide: the patterns and conditions that matched or failed.
    pub evidence: Vec<Span>,
}

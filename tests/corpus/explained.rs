//! What every explanation must keep to: it is there in both languages, it tells of every statement
//! what the trace tells, and where it shows the first character that differs, that one differs.

use iam_sandbox::api::CheckRecord;
use iam_sandbox::text::{CellElement, CellLine, Language, RowView, statement_rows, stations};

pub fn check(record: &CheckRecord) -> Result<(), String> {
    for language in [Language::English, Language::Spanish] {
        let stations = stations(record, language);
        let is_told = stations.iter().all(|it| ![it.title, it.purpose, &it.detail].iter().any(|text| text.is_empty()));
        if stations.len() != 8 || !is_told {
            return Err(format!("the stations in {language:?} are {stations:?}"));
        }
        for row in statement_rows(record, language) {
            check_row(record, &row).map_err(|problem| format!("{:?} in {language:?}: {problem}", row.at))?;
        }
    }
    Ok(())
}

fn check_row(record: &CheckRecord, row: &RowView) -> Result<(), String> {
    let traced = record.trace.statements(row.at.layer).find(|(at, _)| *at == row.at).map(|(_, is_match)| is_match);
    if traced != Some(row.is_match) {
        return Err(format!("the row says {}, the trace {traced:?}", row.is_match));
    }
    for cell in &row.cells {
        if cell.is_match.is_some_and(|is_match| is_match != cell.lines.iter().all(|line| line.is_match)) {
            return Err(format!("the lines of {:?} do not add up: {:?}", cell.element, cell.lines));
        }
        for line in &cell.lines {
            check_difference(cell.element, line)?;
        }
    }
    Ok(())
}

/// Checked where the policy's value is plain text; what a wildcard could still account for is not seen
/// by looking at two strings.
fn check_difference(element: CellElement, line: &CellLine) -> Result<(), String> {
    let (Some(at), Some(requested)) = (line.differs_at, &line.request_value) else { return Ok(()) };
    let fold = |text: &str| if element == CellElement::Action { text.to_ascii_lowercase() } else { text.to_owned() };
    let (policy, requested) = (fold(&line.policy_value), fold(requested));
    let is_plain = !policy.contains(['*', '?', '$']) && !policy.contains(", ");
    let differs = |at: usize| policy.get(..at) == requested.get(..at) && next(&policy, at) != next(&requested, at);
    if line.is_match || is_plain && !differs(at) {
        return Err(format!("{element:?} is said to differ at {at}: {line:?}"));
    }
    Ok(())
}

fn next(text: &str, at: usize) -> Option<char> {
    text.get(at..).and_then(|rest| rest.chars().next())
}

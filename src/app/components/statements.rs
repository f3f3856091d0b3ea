//! A table of statements in cells, the rest folded.

use super::comparison::Comparison;
use super::rule_code::RuleSheets;
use crate::app::shared::Shared;
use crate::app::strings::{WhyStrings, strings};
use iam_sandbox::api::Answer;
use iam_sandbox::eval::StatementRef;
use iam_sandbox::policy::Effect;
use iam_sandbox::text::{CellElement, CellLine, CellView, Language, RowView, statement_row};
use yew::prelude::*;

/// Props of [`Statements`].
#[derive(Clone, PartialEq, Properties)]
pub struct StatementsProps {
    /// The answer that the statements belong to.
    pub answer: Shared<Answer>,
    /// The permission that they were weighed for, by its position; none is the one that decided.
    #[prop_or_default]
    pub check: Option<usize>,
    /// The statements that matter.
    pub shown: Vec<StatementRef>,
    /// The others, folded until opened.
    pub others: Vec<StatementRef>,
    /// The language.
    pub language: Language,
    /// The statement that is lit.
    pub selected: Option<StatementRef>,
    /// A statement was chosen.
    pub on_select: Callback<StatementRef>,
    /// The sheets that the codes of rules open.
    pub sheets: RuleSheets,
}

/// Most of the folded statements that are laid out when they are opened.
const MAX_UNFOLDED: usize = 40;

/// The table.
#[component]
pub fn Statements(props: &StatementsProps) -> Html {
    let is_open = use_state(|| false);
    let labels = &strings(props.language).why;
    let check = props.answer.check(props.check);
    let row = |at: &StatementRef| check.and_then(|check| statement_row(check, *at, props.language));
    let rows: Vec<RowView> = props.shown.iter().filter_map(row).collect();
    let rest: Vec<RowView> = props.others.iter().take(MAX_UNFOLDED).filter(|_| *is_open).filter_map(row).collect();
    let has_principal = rows.iter().chain(&rest).any(|row| row.cells.len() == 4);
    let columns = columns(labels, has_principal);
    let toggle = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    let view = |row: RowView| {
        let is_selected = props.selected == Some(row.at);
        html! {
            <StatementRow {row} {has_principal} language={props.language} {is_selected} on_select={props.on_select.clone()}
                sheets={props.sheets.clone()} />
        }
    };
    html! {
        <table class={classes!("cells", has_principal.then_some("cells-wide"))}>
            <caption class="vh">{ labels.considered }</caption>
            <thead><tr>{ for columns.iter().map(|name| html! { <th scope="col">{ *name }</th> }) }</tr></thead>
            <tbody>{ for rows.into_iter().map(view) }{ for rest.into_iter().map(view) }</tbody>
            if !props.others.is_empty() {
                <tbody>
                    <tr class="cells-rest">
                        <th class="cell" scope="row">
                            <button class="link" type="button" aria-expanded={is_open.to_string()} onclick={toggle}>
                                { (labels.n_others)(props.others.len()) }
                            </button>
                        </th>
                        <td class="cell" colspan={(columns.len() - 1).to_string()}>{ labels.others_differ }</td>
                    </tr>
                </tbody>
            }
        </table>
    }
}

fn columns(labels: &'static WhyStrings, has_principal: bool) -> Vec<&'static str> {
    let mut columns = vec![labels.statement];
    columns.extend(has_principal.then_some("Principal"));
    columns.extend(["Action", "Resource", "Condition"]);
    columns
}

#[derive(Clone, PartialEq, Properties)]
struct RowProps {
    row: RowView,
    has_principal: bool,
    language: Language,
    is_selected: bool,
    on_select: Callback<StatementRef>,
    sheets: RuleSheets,
}

#[component]
fn StatementRow(props: &RowProps) -> Html {
    let row = &props.row;
    let onclick = {
        let at = row.at;
        props.on_select.reform(move |_: MouseEvent| at)
    };
    let (effect, tone) = match row.effect {
        Effect::Allow => ("allow", "allow"),
        Effect::Deny => ("deny", "explicit"),
    };
    let cells = row.cells.iter().map(|cell| {
        html! { <Cell cell={cell.clone()} at={row.at} language={props.language} sheets={props.sheets.clone()} /> }
    });
    let lacks_principal = props.has_principal && row.cells.len() < 4;
    html! {
        <tr
            class="statement"
            data-selected={props.is_selected.then_some("")}
            data-tone={row.is_match.then_some(tone)}
        >
            <th class="cell cell-statement" scope="row">
                <button class="cell-open" type="button" aria-pressed={props.is_selected.to_string()} {onclick}>
                    <span class="effect" data-effect={effect}>{ row.effect.as_str() }</span>{ " " }{ &row.name }
                </button>
                <span class="cell-from">{ &row.policy }</span>
            </th>
            if lacks_principal { <td class="cell" data-label="Principal">{ "–" }</td> }
            { for cells }
        </tr>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct CellProps {
    cell: CellView,
    at: StatementRef,
    language: Language,
    sheets: RuleSheets,
}

#[component]
fn Cell(props: &CellProps) -> Html {
    let labels = &strings(props.language).why;
    let label = match props.cell.element {
        CellElement::Principal => "Principal",
        CellElement::Action => "Action",
        CellElement::Resource => "Resource",
        CellElement::Condition => "Condition",
    };
    let lines = &props.cell.lines;
    let line = |(index, line): (usize, &CellLine)| {
        // What fits without more ado needs no rule.
        let is_telling = !line.is_match || !line.is_known || line.label.is_some();
        let StatementRef { layer, policy, statement } = props.at;
        let place = format!("cell-{layer:?}-{policy}-{statement}-{label}-{index}");
        let code = is_telling.then(|| props.sheets.code(line.rule, place, props.language));
        html! { <>{ comparison(line, labels) }{ code.unwrap_or_default() }</> }
    };
    html! {
        <td class="cell" data-label={label}>
            if lines.is_empty() {
                <span class="muted">{ labels.no_condition }</span>
            } else if props.cell.element == CellElement::Condition {
                <ul class="conds">
                    { for lines.iter().enumerate().map(|(index, it)| html! {
                        <li>
                            if index > 0 { <span class="cond-join">{ labels.and }{ " " }</span> }
                            { line((index, it)) }
                        </li>
                    }) }
                </ul>
            } else {
                { for lines.iter().enumerate().map(line) }
            }
        </td>
    }
}

fn comparison(line: &CellLine, labels: &'static WhyStrings) -> Html {
    html! { <Comparison line={line.clone()} {labels} /> }
}

//! The texts of a lesson as elements. They are a tree of a few forms, so that a pack from anywhere brings no
//! markup of its own into the page.

use crate::app::reference::is_inside;
use crate::app::rules::{address, rule_of};
use iam_sandbox::lessons::{Block, Inline, plain};
use iam_sandbox::rule::{Confidence, Rule};
use yew::prelude::*;

/// Paragraphs, lists and code.
pub fn blocks(blocks: &[Block]) -> Html {
    html! { { for blocks.iter().map(block) } }
}

fn block(block: &Block) -> Html {
    match block {
        Block::Paragraph(text) => html! { <p>{ inlines(text) }</p> },
        Block::List { is_ordered: true, items } => html! { <ol>{ for items.iter().map(|item| point(item)) }</ol> },
        Block::List { is_ordered: false, items } => html! { <ul>{ for items.iter().map(|item| point(item)) }</ul> },
        Block::Code(text) => html! { <pre translate="no">{ text.to_string() }</pre> },
        Block::Table { head, rows } => table(head, rows),
    }
}

/// On a phone each cell says itself what column it is of.
fn table(head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) -> Html {
    let row = |cells: &Vec<Vec<Inline>>| {
        let cell = |(index, cell): (usize, &Vec<Inline>)| {
            let label = head.get(index).map(|title| plain(title));
            match index {
                0 => html! { <th scope="row">{ inlines(cell) }</th> },
                _ => html! { <td data-label={label} data-empty={cell.is_empty().then_some("")}>{ inlines(cell) }</td> },
            }
        };
        html! { <tr>{ for cells.iter().enumerate().map(cell) }</tr> }
    };
    html! {
        <table class="said">
            <thead><tr>{ for head.iter().map(|title| html! { <th scope="col">{ inlines(title) }</th> }) }</tr></thead>
            <tbody>{ for rows.iter().map(row) }</tbody>
        </table>
    }
}

/// A point of one paragraph needs no space around it.
fn point(content: &[Block]) -> Html {
    match content {
        [Block::Paragraph(text)] => html! { <li>{ inlines(text) }</li> },
        content => html! { <li>{ blocks(content) }</li> },
    }
}

/// Blocks where a line is wanted.
pub fn line(content: &[Block]) -> Html {
    match content {
        [Block::Paragraph(text)] => inlines(text),
        content => blocks(content),
    }
}

/// Text with its forms. Links lead to pages of the web and to what this page has to look up, nowhere else.
pub fn inlines(text: &[Inline]) -> Html {
    html! { { for text.iter().map(inline) } }
}

fn inline(inline: &Inline) -> Html {
    match inline {
        Inline::Text(text) => html! { { text.to_string() } },
        Inline::Code(text) => html! { <code translate="no">{ text.to_string() }</code> },
        Inline::Emphasis(inside) => html! { <em>{ inlines(inside) }</em> },
        Inline::Strong(inside) => html! { <strong>{ inlines(inside) }</strong> },
        Inline::Link { to, text } if to.starts_with("https://") => html! {
            <a href={to.to_string()} target="_blank" rel="noopener">{ inlines(text) }</a>
        },
        Inline::Link { to, text } => match to.strip_prefix("#/rules/").and_then(rule_of) {
            Some(rule) => code(rule),
            None if is_inside(to) => html! { <a href={to.to_string()}>{ inlines(text) }</a> },
            None => inlines(text),
        },
    }
}

/// A rule's code; one that is disputed shows it.
fn code(rule: Rule) -> Html {
    let mark = if rule.confidence() == Confidence::Disputed { " ?" } else { "" };
    html! {
        <><a class="rule-code" href={address(rule.code())} translate="no">{ rule.code() }{ mark }</a>{ " " }</>
    }
}

/// The words of blocks where a line is wanted, without their forms.
pub fn plain_line(content: &[Block]) -> String {
    let words = content.iter().map(|block| match block {
        Block::Paragraph(text) => plain(text),
        Block::List { items, .. } => items.iter().map(|item| plain_line(item)).collect::<Vec<_>>().join(" "),
        Block::Code(text) => text.to_string(),
        // No question is a table.
        Block::Table { .. } => String::new(),
    });
    words.collect::<Vec<_>>().join(" ")
}

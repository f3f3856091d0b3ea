//! A plain terminal: AWS CLI lines, run through the same door as everything else.
//!
//! The arrow keys go back and forth in what was typed. A line that failed stays in the field, to be put right.

use crate::app::store::{Action, Snapshot};
use crate::app::strings::strings;
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

/// What the terminal needs.
#[derive(Clone, PartialEq, Properties)]
pub struct TerminalProps {
    /// The state.
    pub state: Snapshot,
    /// What is being typed, which outlives the tab.
    pub text: UseStateHandle<String>,
    /// Hears what is to be done.
    pub on: Callback<Action>,
}

/// The terminal.
#[component]
pub fn Terminal(props: &TerminalProps) -> Html {
    let state = &props.state;
    let labels = &strings(state.language).learn;
    let text = props.text.clone();
    // How many lines back in what was typed; 0 is the line that is being typed.
    let back = use_state(|| 0_usize);
    let (output, input) = (use_node_ref(), use_node_ref());
    {
        let (output, input, text) = (output.clone(), input.clone(), text.clone());
        let last = state.console.last().cloned();
        use_effect_with(state.console.len(), move |_| {
            let input = input.cast::<HtmlInputElement>();
            match last.zip(input).filter(|(last, input)| last.line == input.value().trim()) {
                // Whoever types something else writes over it.
                Some((last, input)) if last.is_error => input.select(),
                Some(_) => text.set(String::new()),
                None => {}
            }
            if let Some(element) = output.cast::<HtmlElement>() {
                element.set_scroll_top(element.scroll_height());
            }
        });
    }
    let oninput = {
        let text = text.clone();
        move |event: InputEvent| text.set(event.target_unchecked_into::<HtmlInputElement>().value())
    };
    let run = {
        let (back, input, on) = (back.clone(), input.clone(), props.on.clone());
        Callback::from(move |()| {
            // What stands in the field, which a quick hand has filled before it is drawn.
            let line = input.cast::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default();
            if !line.trim().is_empty() {
                on.emit(Action::Run(line));
                back.set(0);
            }
        })
    };
    let onkeydown = {
        let (run, text, back, state) = (run.clone(), text.clone(), back.clone(), state.clone());
        move |event: KeyboardEvent| {
            let lines = &state.console;
            let to = |steps: usize| {
                let line = lines.len().checked_sub(steps).and_then(|index| lines.get(index));
                text.set(line.map(|entry| entry.line.clone()).unwrap_or_default());
                back.set(steps);
            };
            match event.key().as_str() {
                "Enter" if !event.is_composing() => run.emit(()),
                "ArrowUp" => to((*back + 1).min(lines.len())),
                "ArrowDown" => to(back.saturating_sub(1)),
                _ => return,
            }
            event.prevent_default();
        }
    };
    let onclick = run.reform(|_: MouseEvent| ());
    html! {
        <div class="terminal">
            // Screen readers hear what is added.
            <div class="terminal-output" role="log" aria-label={labels.output} tabindex="0" ref={output} translate="no">
                if state.console.is_empty() {
                    <p class="muted small" translate="yes">{ labels.terminal_note }</p>
                }
                { for state.console.iter().map(|entry| html! {
                    <div class="terminal-entry">
                        <pre class="terminal-line">{ format!("$ {}", entry.line) }</pre>
                        if !entry.output.is_empty() {
                            <pre data-tone={entry.is_error.then_some("explicit")}>{ &entry.output }</pre>
                        }
                    </div>
                }) }
            </div>
            <div class="terminal-input">
                <span aria-hidden="true">{ "$" }</span>
                <input class="field mono" ref={input} aria-label={labels.command} value={(*text).clone()}
                    placeholder="aws iam list-users --profile owner"
                    autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="go" translate="no"
                    {oninput} {onkeydown} />
                <button class="button" type="button" {onclick}>{ labels.run }</button>
            </div>
        </div>
    }
}

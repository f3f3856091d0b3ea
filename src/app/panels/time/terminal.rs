//! A plain terminal: AWS CLI lines, run through the same door as everything else.
//!
//! Several lines that are pasted become one, for a copied set of credentials or a script. The arrow keys go back and forth in what was typed. A line that failed stays in the field, to be put right.

use crate::app::components::aws_words::aws_words;
use crate::app::store::{Action, Snapshot};
use crate::app::strings::strings;
use iam_sandbox::cli::commands;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlElement, HtmlInputElement};
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
    let onpaste = {
        let text = text.clone();
        move |event: Event| {
            let pasted = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
            let pasted = pasted.and_then(|data| data.get_data("text").ok()).unwrap_or_default();
            // A field of one line would run the lines into each other.
            if pasted.trim().contains('\n') {
                event.prevent_default();
                text.set(format!("{}{}", *text, on_one_line(&pasted)));
            }
        }
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
                            <pre data-tone={entry.is_error.then_some("explicit")}>{ aws_words(&entry.output) }</pre>
                        }
                    </div>
                }) }
            </div>
            <div class="terminal-input">
                <span aria-hidden="true">{ "$" }</span>
                <input class="field mono" ref={input} aria-label={labels.command} value={(*text).clone()}
                    placeholder="aws iam list-users --profile owner"
                    autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="go" translate="no"
                    {oninput} {onkeydown} {onpaste} />
                <button class="button" type="button" {onclick}>{ labels.run }</button>
            </div>
        </div>
    }
}

/// The commands of a text one after the other, as they would be run line by line.
fn on_one_line(text: &str) -> String {
    let mut line = String::new();
    let mut end = 0;
    for span in commands(text) {
        let between = text.get(end..span.start as usize).unwrap_or_default();
        line.push_str(match between.trim() {
            _ if line.is_empty() => "",
            "&&" => " && ",
            _ => "; ",
        });
        line.push_str(&span.of(text).replace("\\\n", " ").replace('\n', " "));
        end = span.end as usize;
    }
    line
}

#[cfg(test)]
mod tests {
    use super::on_one_line;

    #[test]
    fn lines_become_one() {
        let lines =
            "export A=1\n\n# a comment\nexport B=2\naws iam create-user \\\n  --user-name eve &&\naws x y '{\n}'\n";
        let line = "export A=1; export B=2; aws iam create-user    --user-name eve && aws x y '{ }'";
        assert_eq!(on_one_line(lines), line);
        assert_eq!(on_one_line("aws iam list-users\n"), "aws iam list-users");
    }
}

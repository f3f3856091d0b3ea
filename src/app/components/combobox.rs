//! A chip that is being edited: a text field with suggestions below it.
//!
//! It follows the ARIA 1.2 pattern of a combobox with a listbox: the focus stays in the text field,
//! the arrow keys move the highlight, and Enter takes what is highlighted. As long as nothing was
//! typed and nothing moved, the text is what stood there before, and Enter leaves it alone.

mod list;
mod suggestions;

pub use suggestions::{Choice, ChoiceGroup, Typed};

use super::dismiss::use_dismiss;
use gloo::utils::document;
use list::{ChoiceList, option_id};
use std::rc::Rc;
use suggestions::{Suggestions, is_spelt};
use web_sys::{HtmlInputElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

/// How editing ended.
#[derive(Clone, PartialEq, Debug)]
pub enum Ending {
    /// This value was taken.
    Chosen(AttrValue),
    /// Enter was pressed, and nothing had been changed.
    Entered,
    /// Tab was pressed, after taking this value, if one was meant.
    Moved {
        /// What was taken.
        chosen: Option<AttrValue>,
        /// To the next part, or else to the one before.
        forward: bool,
    },
    /// The focus went elsewhere, after taking this value, if one was spelt out.
    Left(Option<AttrValue>),
    /// Escape was pressed.
    Cancelled,
}

/// What a combobox needs.
#[derive(Clone, PartialEq, Properties)]
pub struct ComboboxProps {
    /// The class of the chip that it stands in for.
    pub class: &'static str,
    /// What ids of the list begin with.
    pub id: AttrValue,
    /// What is being chosen.
    pub label: AttrValue,
    /// The text to begin with.
    pub text: AttrValue,
    /// The value that holds now.
    pub value: AttrValue,
    /// All suggestions.
    pub groups: Rc<[ChoiceGroup]>,
    /// What typed text comes to.
    pub typed: Callback<AttrValue, Typed>,
    /// Whether the texts are code.
    #[prop_or_default]
    pub is_code: bool,
    /// The size of the popover.
    #[prop_or_default]
    pub size: Option<&'static str>,
    /// What stands below the suggestions.
    #[prop_or_default]
    pub foot: Option<Html>,
    /// Hears how it ended.
    pub on_end: Callback<Ending>,
    /// What stands in the chip before the text.
    #[prop_or_default]
    pub children: Html,
}

/// What is typed and highlighted.
#[derive(Clone, PartialEq)]
struct Draft {
    text: AttrValue,
    is_typed: bool,
    /// The highlight, once it was moved.
    moved_to: Option<usize>,
}

impl Draft {
    fn is_touched(&self) -> bool {
        self.is_typed || self.moved_to.is_some()
    }

    fn suggestions(&self, props: &ComboboxProps) -> Suggestions {
        if self.is_typed {
            Suggestions::matching(&props.groups, &self.text, props.typed.emit(self.text.clone()))
        } else {
            Suggestions::all(&props.groups)
        }
    }

    fn active(&self, props: &ComboboxProps, suggestions: &Suggestions) -> Option<usize> {
        self.moved_to.or_else(|| match self.is_typed {
            true => suggestions.meant(&self.text),
            false => suggestions.iter().position(|choice| choice.value == props.value),
        })
    }

    /// What Enter takes.
    fn taken<'s>(&self, props: &ComboboxProps, suggestions: &'s Suggestions) -> Option<&'s Choice> {
        let active = self.active(props, suggestions).filter(|_| self.is_touched())?;
        suggestions.iter().nth(active)
    }

    /// This draft, or what the text field says where that is ahead: a quick hand presses Enter before a busy
    /// browser has shown the last letters. Nothing that was drawn may be used to answer a key.
    fn caught_up(&self, event: &KeyboardEvent) -> Self {
        let text = event.target_dyn_into::<HtmlInputElement>().map(|input| input.value());
        match text.filter(|text| **text != *self.text) {
            Some(text) => Self { text: text.into(), is_typed: true, moved_to: None },
            None => self.clone(),
        }
    }
}

/// A chip that is being edited.
#[component]
pub fn Combobox(props: &ComboboxProps) -> Html {
    let draft = use_state(|| Draft { text: props.text.clone(), is_typed: false, moved_to: None });
    let (chip, popover, input) = (use_node_ref(), use_node_ref(), use_node_ref());
    let suggestions = draft.suggestions(props);
    let active = draft.active(props, &suggestions);
    let list_id = AttrValue::from(format!("{}-list", props.id));
    let foot_id = AttrValue::from(format!("{}-foot", props.id));

    let taken = draft.taken(props, &suggestions);
    let spelt = taken.filter(|choice| is_spelt(choice, &draft.text)).map(|choice| choice.value.clone());
    // What cannot be taken stays until it is mended or given up: the old value in its place would go unseen.
    let is_kept = suggestions.refusal.is_some() && !draft.text.trim().is_empty();
    use_dismiss(
        !is_kept,
        vec![chip.clone(), popover.clone()],
        props.on_end.reform(move |()| Ending::Left(spelt.clone())),
    );
    use_focus_and_select(&input);
    use_scroll_to(active.map(|index| option_id(&list_id, index)));

    let oninput = {
        let draft = draft.clone();
        move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            draft.set(Draft { text: text.into(), is_typed: true, moved_to: None });
        }
    };
    let onkeydown = {
        let (draft, props) = (draft.clone(), props.clone());
        move |event: KeyboardEvent| {
            let now = draft.caught_up(&event);
            let suggestions = now.suggestions(&props);
            let (active, n_choices) = (now.active(&props, &suggestions), suggestions.iter().count());
            let taken = now.taken(&props, &suggestions).map(|choice| choice.value.clone());
            match answer(&event, taken, now.is_typed) {
                Some(Pressed::End(ending)) => props.on_end.emit(ending),
                Some(Pressed::Move(forward)) if n_choices > 0 => {
                    draft.set(Draft { moved_to: Some(neighbour(active, n_choices, forward)), ..now });
                }
                _ => {}
            }
        }
    };
    let on_choose = {
        let suggestions = suggestions.clone();
        props.on_end.reform(move |index| {
            suggestions.iter().nth(index).map_or(Ending::Cancelled, |choice| Ending::Chosen(choice.value.clone()))
        })
    };
    let is_invalid = suggestions.refusal.is_some();
    let has_foot = is_invalid || props.foot.is_some();
    let highlighted = active.filter(|_| draft.is_touched()).map(|index| option_id(&list_id, index));
    html! {
        <>
            <span class={classes!("chip", props.class)} data-editing=""
                data-invalid={is_invalid.then_some("")} ref={chip}>
                { props.children.clone() }
                <input class="chip-input" ref={input} role="combobox" aria-label={props.label.clone()}
                    aria-expanded="true" aria-controls={list_id.clone()} aria-autocomplete="list"
                    aria-activedescendant={highlighted} aria-describedby={has_foot.then(|| foot_id.clone())}
                    aria-invalid={is_invalid.then_some("true")} value={draft.text.clone()}
                    size={draft.text.chars().count().max(4).to_string()} translate="no" spellcheck="false"
                    autocomplete="off" autocapitalize="off" enterkeyhint="done" {oninput} {onkeydown} />
            </span>
            // The focus must not leave the text field while a choice is pressed. The popover scrolls, so it
            // can have the focus, though Tab, which ends editing, never comes to it.
            <div class="popover" data-size={props.size} ref={popover} tabindex="0"
                onmousedown={|event: MouseEvent| event.prevent_default()}>
                <ChoiceList id={list_id} label={props.label.clone()} suggestions={suggestions.clone()} {active}
                    draft={if draft.is_typed { draft.text.clone() } else { AttrValue::default() }}
                    is_code={props.is_code} {on_choose} />
                if has_foot {
                    <p class="options-foot" id={foot_id} role={is_invalid.then_some("alert")}>
                        if let Some(reason) = &suggestions.refusal { { reason } } else { { props.foot.clone() } }
                    </p>
                }
            </div>
        </>
    }
}

/// What a key does.
enum Pressed {
    End(Ending),
    Move(bool),
}

fn answer(event: &KeyboardEvent, taken: Option<AttrValue>, is_typed: bool) -> Option<Pressed> {
    // While an input method composes, its keys are its own.
    if event.is_composing() || event.ctrl_key() || event.meta_key() || event.alt_key() {
        return None;
    }
    let pressed = match (event.key().as_str(), taken) {
        ("ArrowDown", _) => Pressed::Move(true),
        ("ArrowUp", _) => Pressed::Move(false),
        ("Enter", Some(value)) => Pressed::End(Ending::Chosen(value)),
        ("Enter", None) if !is_typed => Pressed::End(Ending::Entered),
        ("Escape", _) => Pressed::End(Ending::Cancelled),
        ("Tab", chosen) => Pressed::End(Ending::Moved { chosen, forward: !event.shift_key() }),
        _ => return None,
    };
    event.prevent_default();
    Some(pressed)
}

fn neighbour(active: Option<usize>, n_choices: usize, forward: bool) -> usize {
    match (active, forward) {
        (None, true) => 0,
        (None, false) => n_choices - 1,
        (Some(index), true) => (index + 1) % n_choices,
        (Some(index), false) => (index + n_choices - 1) % n_choices,
    }
}

#[hook]
fn use_focus_and_select(input: &NodeRef) {
    let input = input.clone();
    use_effect_with((), move |()| {
        if let Some(element) = input.cast::<HtmlInputElement>() {
            let _ = element.focus();
            element.select();
        }
    });
}

/// Keeps the highlighted choice in sight.
#[hook]
fn use_scroll_to(id: Option<AttrValue>) {
    use_effect_with(id, |id| {
        let found = id.as_ref().and_then(|id| document().get_element_by_id(id));
        if let Some(element) = found {
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Nearest);
            element.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
}

//! The code of a rule where it was used: a link into the rule book that opens the rule's sheet.
//!
//! Before the app is up, and with a key held that asks for another tab, it is an ordinary link.

use crate::app::rules::address;
use crate::app::strings::strings;
use iam_sandbox::rule::Rule;
use iam_sandbox::text::Language;
use yew::prelude::*;

/// Where a rule's code stands: the sheet opens beside that place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RulePlace {
    /// The rule.
    pub rule: Rule,
    /// The place, by a name of its own.
    pub at: AttrValue,
}

/// What the codes of one place on the page share: which sheet is open, and how to open another.
#[derive(Clone, PartialEq, Debug)]
pub struct RuleSheets {
    /// The place whose sheet is open.
    pub open: Option<RulePlace>,
    /// Opens a sheet, or closes it.
    pub on_open: Callback<Option<RulePlace>>,
}

impl RuleSheets {
    /// The code of a rule at a place of that name.
    pub fn code(&self, rule: Rule, at: String, language: Language) -> Html {
        let place = RulePlace { rule, at: at.into() };
        html! { <RuleCode {place} open={self.open.clone()} {language} on_open={self.on_open.clone()} /> }
    }
}

/// Props of [`RuleCode`].
#[derive(Clone, PartialEq, Properties)]
pub struct RuleCodeProps {
    /// The rule and where its code stands.
    pub place: RulePlace,
    /// The place whose sheet is open.
    pub open: Option<RulePlace>,
    /// The language.
    pub language: Language,
    /// Opens the sheet, or closes it.
    pub on_open: Callback<Option<RulePlace>>,
}

/// The code.
#[component]
pub fn RuleCode(props: &RuleCodeProps) -> Html {
    let words = &strings(props.language).rules;
    let is_open = props.open.as_ref() == Some(&props.place);
    let code = props.place.rule.code();
    let onclick = {
        let (place, on_open) = (props.place.clone(), props.on_open.clone());
        Callback::from(move |event: MouseEvent| {
            if !asks_for_another_tab(&event) {
                event.prevent_default();
                on_open.emit(Some(place.clone()).filter(|_| !is_open));
            }
        })
    };
    html! {
        <a class="rule-code" href={address(code)} aria-label={(words.open)(code)} aria-expanded={is_open.to_string()}
            aria-haspopup="dialog" translate="no" {onclick}>
            { code }
        </a>
    }
}

/// Whether a press on a link means more than to follow it here.
pub fn asks_for_another_tab(event: &MouseEvent) -> bool {
    event.ctrl_key() || event.meta_key() || event.shift_key() || event.button() != 0
}

//! Signing in, beside the chip that says who asks.

use super::who::SIGN_IN;
use crate::app::components::focus::focus;
use crate::app::components::popover::Popover;
use crate::app::panels::sign_in::SignInForm;
use crate::app::strings::strings;
use gloo::timers::callback::Timeout;
use gloo::utils::document;
use iam_sandbox::arn::AccountId;
use iam_sandbox::text::Language;
use yew::prelude::*;

/// What the popover needs.
#[derive(Clone, PartialEq, Properties)]
pub struct SignInPopoverProps {
    /// The account that is filled in.
    pub account: AccountId,
    /// The language.
    pub language: Language,
    /// The chip that it hangs on.
    pub opener: NodeRef,
    /// Closes it.
    pub on_close: Callback<()>,
}

/// See the module.
#[component]
pub fn SignInPopover(props: &SignInPopoverProps) -> Html {
    let strings = strings(props.language);
    use_effect_with((), |()| {
        || {
            // Whoever has signed in goes on with the sentence.
            let back = || {
                let active = document().active_element();
                if active.is_none_or(|element| element.tag_name().eq_ignore_ascii_case("body")) {
                    focus(".chip-who");
                }
            };
            Timeout::new(0, back).forget();
        }
    });
    html! {
        <Popover id={SIGN_IN} title={strings.identity.sign_in_title} close_label={strings.world.form.close} size="small"
            openers={vec![props.opener.clone()]} on_close={props.on_close.clone()}>
            <SignInForm id={SIGN_IN} account={props.account} />
        </Popover>
    }
}

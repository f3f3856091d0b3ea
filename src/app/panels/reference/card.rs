//! A myth card: the belief, the bet, and, once it has turned, the request that settles it and what holds.

use super::stay;
use super::trial::TrialView;
use crate::app::learn;
use crate::app::panels::lesson::prose::inlines;
use crate::app::reference::{Place, address, of};
use crate::app::shared::Shared;
use crate::app::store::{Action, Route, use_dispatch};
use crate::app::strings::{ReferenceStrings, strings};
use iam_sandbox::lessons::reference::{Bet, Card};
use iam_sandbox::text::Language;
use yew::prelude::*;

/// Props of [`CardItem`].
#[derive(Clone, PartialEq, Properties)]
pub struct CardItemProps {
    /// All cards.
    pub cards: Shared<Vec<Card>>,
    /// Which of them.
    pub index: usize,
    /// Whether the address names it.
    pub is_chosen: bool,
    /// The language.
    pub language: Language,
}

/// The card.
#[component]
pub fn CardItem(props: &CardItemProps) -> Html {
    let dispatch = use_dispatch();
    let words = &strings(props.language).reference;
    let bet = use_state(|| None::<Bet>);
    let Some(card) = props.cards.get(props.index) else { return Html::default() };
    let text = of(&card.text, props.language);
    let place = Place::Cards(card.id.to_string());
    let href = address(&place);
    let onclick =
        stay(Route::Reference(place), href.clone(), &Callback::from(move |action: Action| dispatch.dispatch(action)));
    let title = format!("belief-{}", card.id);
    html! {
        <li class="myth" data-chosen={props.is_chosen.then_some("")}>
            <div class="myth-head">
                <a class="rule-code" id={format!("card-{}", card.id)} {href} translate="no" aria-describedby={title.clone()}
                    aria-current={props.is_chosen.then_some("true")} {onclick}>{ card.id.to_string() }</a>
                <h3 class="myth-belief" id={title.clone()}>{ inlines(&text.belief) }</h3>
            </div>
            <div class="myth-bets" role="group" aria-label={words.bet} aria-describedby={title}>
                { for Bet::ALL.into_iter().map(|option| bet_button(option, &bet, words)) }
            </div>
            // Always there, so that screen readers hear what comes into it.
            <div role="status">
                if let Some(bet) = *bet {
                    <p class="myth-reply" data-right={(bet == card.bet).then_some("")}>{ reply(bet, card.bet, words) }</p>
                }
            </div>
            if bet.is_some() {
                <div class="myth-back">
                    if card.trial.is_some() {
                        <TrialView cards={props.cards.clone()} index={props.index} language={props.language} />
                    }
                    { part(words.today, inlines(&text.today)) }
                    { part(words.why, inlines(&text.why)) }
                    { foot(card, words, props.language) }
                </div>
            }
        </li>
    }
}

fn bet_button(option: Bet, bet: &UseStateHandle<Option<Bet>>, words: &ReferenceStrings) -> Html {
    let setter = bet.setter();
    let onclick = Callback::from(move |_: MouseEvent| setter.set(Some(option)));
    html! {
        <button class="button" type="button" aria-pressed={(**bet == Some(option)).to_string()} {onclick}>
            { name(option, words) }
        </button>
    }
}

fn name(bet: Bet, words: &ReferenceStrings) -> &'static str {
    let [is_true, is_false, depends] = words.bets;
    match bet {
        Bet::True => is_true,
        Bet::False => is_false,
        Bet::Depends => depends,
    }
}

fn reply(made: Bet, right: Bet, words: &ReferenceStrings) -> &'static str {
    let [is_true, is_false, depends] = if made == right { words.won } else { words.lost };
    match right {
        Bet::True => is_true,
        Bet::False => is_false,
        Bet::Depends => depends,
    }
}

fn part(title: &'static str, text: Html) -> Html {
    html! {
        <div class="myth-part">
            <h4 class="zone-title">{ title }</h4>
            <div class="prose"><p>{ text }</p></div>
        </div>
    }
}

fn foot(card: &Card, words: &ReferenceStrings, language: Language) -> Html {
    html! {
        <p class="small myth-foot">
            <a class="link source" href={card.source.to_string()} target="_blank" rel="noopener noreferrer">
                { words.source }{ " " }<span aria-hidden="true">{ "↗" }</span>
                <span class="vh">{ " " }{ strings(language).rules.new_tab }</span>
            </a>
            if !card.lessons.is_empty() {
                <span>
                    { words.lessons }{ ": " }
                    { for card.lessons.iter().map(|id| html! {
                        <><a class="link" href={learn::address(id)} translate="no">{ id.to_string() }</a>{ " " }</>
                    }) }
                </span>
            }
        </p>
    }
}

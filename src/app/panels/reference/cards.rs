//! The myth cards: beliefs that one bets on before they turn.

use super::card::CardItem;
use super::search::Search;
use super::use_focus;
use crate::app::reference::card_has;
use crate::app::shared::Shared;
use crate::app::store::use_snapshot;
use crate::app::strings::strings;
use iam_sandbox::lessons::reference::Card;
use yew::prelude::*;

/// Props of [`Cards`].
#[derive(Clone, PartialEq, Properties)]
pub struct CardsProps {
    /// The cards.
    pub cards: Shared<Vec<Card>>,
    /// The one in the address, which may be none.
    pub id: AttrValue,
}

/// The cards.
#[component]
pub fn Cards(props: &CardsProps) -> Html {
    let state = use_snapshot();
    let words = &strings(state.language).reference;
    let is_card = props.cards.iter().any(|card| *card.id == *props.id);
    // What is no card is searched.
    let search = use_state(|| if is_card { String::new() } else { props.id.to_string() });
    let field = use_node_ref();
    use_focus(is_card.then(|| format!("card-{}", props.id)), &field);
    let on_search = {
        let search = search.setter();
        Callback::from(move |text| search.set(text))
    };
    let all = props.cards.iter().enumerate();
    let found: Vec<_> = all.filter(|(_, card)| card_has(card, &search, state.language)).collect();
    html! {
        <>
            <Search text={(*search).clone()} label={words.search} count={(words.n_cards)(found.len())} {field} {on_search} />
            <div class="book-body" tabindex="-1">
                <p class="muted">{ words.cards_intro }</p>
                if found.is_empty() { <p>{ (words.none)(search.trim()) }</p> }
                <ul class="myths">
                    { for found.into_iter().map(|(index, card)| html! {
                        <CardItem key={card.id.to_string()} cards={props.cards.clone()} {index}
                            is_chosen={*card.id == *props.id} language={state.language} />
                    }) }
                </ul>
            </div>
        </>
    }
}

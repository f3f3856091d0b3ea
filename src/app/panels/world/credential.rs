//! The card of a credential below its row.

use super::rows::opener;
use super::scene::Scene;
use crate::app::components::credential_card::CredentialCard;
use crate::app::components::inline_panel::InlinePanel;
use iam_sandbox::world::Session;
use yew::prelude::*;

fn form(access_key_id: &str) -> String {
    format!("credential/{access_key_id}")
}

/// The button that opens the card.
pub(super) fn credential_opener(scene: &Scene, access_key_id: &str) -> Html {
    opener(scene, &form(access_key_id), scene.credential().show)
}

/// The card of temporary credentials, if it is open; their holder keeps them until they end.
pub(super) fn credential_form(scene: &Scene, session: &Session) -> Html {
    let id = form(&session.access_key_id);
    if !scene.is_form_open(&id) {
        return Html::default();
    }
    html! {
        <InlinePanel id={id.clone()} title={scene.credential().title} close_label={scene.strings().form.close}
            on_close={scene.close_form()}>
            { card(scene, &id, session) }
        </InlinePanel>
    }
}

/// The card of temporary credentials.
pub(super) fn card(scene: &Scene, id: &str, session: &Session) -> Html {
    let text = |value: &str| AttrValue::from(value.to_owned());
    html! {
        <CredentialCard id={text(id)} language={scene.state.language} access_key_id={text(&session.access_key_id)}
            secret={Some(text(&session.secret))} token={Some(text(&session.token))}
            expiration={Some(AttrValue::from(session.expires.to_string()))}
            profile={text(session.name().unwrap_or_else(|| session.behind().last_name()))} />
    }
}

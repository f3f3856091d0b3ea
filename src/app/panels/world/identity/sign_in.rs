//! Signing in, below the row of who signs in.

use super::Bearer;
use crate::app::components::inline_panel::InlinePanel;
use crate::app::panels::sign_in::SignInForm;
use crate::app::panels::world::scene::Scene;
use yew::prelude::*;

pub(super) fn form(scene: &Scene, bearer: Bearer<'_>) -> Html {
    let id = bearer.form("sign-in");
    if !scene.is_form_open(&id) {
        return Html::default();
    }
    let words = scene.identity();
    let user = bearer.user.map(|user| AttrValue::from(user.name.to_string()));
    html! {
        <InlinePanel key="sign-in" id={id.clone()} title={words.sign_in_title} close_label={scene.strings().form.close}
            on_close={scene.close_form()}>
            <SignInForm {id} account={bearer.account.id} is_root={user.is_none()} user={user.unwrap_or_default()} />
        </InlinePanel>
    }
}

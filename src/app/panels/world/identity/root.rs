//! The root user of an account.

use super::{Bearer, fact_with};
use crate::app::panels::world::rows::{Row, button, fact, link};
use crate::app::panels::world::scene::{Scene, root_key};
use crate::app::panels::world::session;
use crate::app::store::{Action, Then};
use iam_sandbox::api::{Credentials, Question};
use iam_sandbox::json::json;
use iam_sandbox::world::Account;
use yew::prelude::*;

/// The rows of the root user and of its sessions.
pub(in crate::app::panels::world) fn row(scene: &Scene, account: &Account) -> Vec<Html> {
    let key = root_key(account.id);
    let row = Row { key: &key, kind: "root", name: "root".to_owned(), meta: scene.identity().root_meta.to_owned() };
    let row = row.show(scene, || detail(scene, account));
    std::iter::once(row).chain(session::rows(scene, &account.id.root_arn())).collect()
}

/// The setting that lets IAM users and roles come to billing, if their policies allow it as well.
fn billing_fact(scene: &Scene, bearer: Bearer<'_>) -> Html {
    let (words, facts) = (scene.identity(), &scene.strings().facts);
    let is_active = bearer.account.has_billing_access;
    let word = if is_active { words.deactivate } else { words.activate };
    let switch = bearer.call("sandbox:SetBillingAccess", json!({ "IsActive": !is_active }), Then::Close);
    let act = if bearer.can_change(scene) { link(scene, word, words.billing, switch) } else { Html::default() };
    fact_with(words.billing, if is_active { facts.active } else { facts.inactive }, act)
}

fn detail(scene: &Scene, account: &Account) -> Html {
    let (bearer, words) = (Bearer { account, user: None }, scene.identity());
    let question = Question { credentials: Credentials::Root(account.id), ..scene.state.question.clone() };
    let is_acting = bearer.is_acting(scene);
    html! {
        <>
            <p class="small muted">{ words.root_note }</p>
            <dl class="facts">
                { fact(words.email, html! { <span translate="no">{ account.email().to_string() }</span> }) }
                { bearer.facts(scene) }
                { billing_fact(scene, bearer) }
            </dl>
            <div class="row-actions">
                if !is_acting {
                    { button(&(scene.strings().act.act_as)("root"), scene.send(Action::SetQuestion(question))) }
                }
                { bearer.buttons(scene) }
            </div>
            if !bearer.can_change(scene) {
                <p class="small muted">{ words.root_only }</p>
            }
            { bearer.forms(scene) }
        </>
    }
}

//! KMS keys and their policies.

use super::resource::{ask_about, tags};
use super::rows::{Row, button, fact};
use super::scene::{Scene, kms_key};
use super::thing::{Ask, asks, list};
use crate::app::components::fields::Field;
use crate::app::store::Action;
use iam_sandbox::analysis::DocumentRef;
use iam_sandbox::json::json;
use iam_sandbox::world::{Account, Grant, Key};
use yew::prelude::*;

/// The rows of the account's keys.
pub(super) fn rows(scene: &Scene, account: &Account) -> Vec<Html> {
    let keys = scene.world().keys().filter(|key| key.account == account.id);
    keys.map(|key| row(scene, account, key)).collect()
}

fn row(scene: &Scene, account: &Account, key: &Key) -> Html {
    let row_key = kms_key(&key.arn());
    let row = Row { key: &row_key, kind: "key", name: key.name().to_owned(), meta: String::new() };
    row.show(scene, || detail(scene, account, key))
}

fn detail(scene: &Scene, account: &Account, key: &Key) -> Html {
    let document = DocumentRef::Key { arn: key.arn() };
    let revoke = |one: &Grant| ("kms:RevokeGrant", json!({ "KeyId": key.arn(), "GrantId": one.id }));
    let grants = key.grants.iter().map(|one| (grant(one), Some(revoke(one))));
    let (openers, forms) = asks(scene, account, &kms_key(&key.arn()), vec![new_grant(scene, key)]);
    html! {
        <>
            <dl class="facts">
                { fact(scene.build().key_id, html! { <code translate="no">{ key.id.to_string() }</code> }) }
                { fact(scene.strings().facts.region, html! { <code translate="no">{ key.region.to_string() }</code> }) }
                { fact(scene.compute().resource.grants, list(scene, account, grants)) }
                { tags(scene, &key.tags) }
            </dl>
            <div class="row-actions">
                { button(scene.build().key_policy, scene.send(Action::OpenDocument(Some(document)))) }
                { ask_about(scene, "kms:Decrypt", key.arn().as_str()) }
                { openers }
            </div>
            { forms }
        </>
    }
}

/// The form that makes a grant: to whoever acts, unless another is named.
fn new_grant(scene: &Scene, key: &Key) -> Ask {
    let words = scene.ways();
    let actor = scene.actor_arn(key.account).map(|arn| arn.to_string()).unwrap_or_default();
    Ask::new(
        words.new_grant,
        "kms:CreateGrant",
        json!({ "KeyId": key.arn() }),
        vec![
            Field::text("GranteePrincipal", words.grantee).with(actor),
            Field::text("Operations[]", words.operations).with("Decrypt GenerateDataKey").noted(words.operations_note),
            Field::text("Name", scene.strings().form.name),
        ],
    )
}

/// To whom a grant gives what: `user/alice: Decrypt, Encrypt`.
fn grant(grant: &Grant) -> String {
    let member = |name: &str| grant.principals[name].as_str();
    let grantee = member("GranteePrincipal").or(member("GranteeServicePrincipal")).unwrap_or_default();
    let who = grantee.rsplit(':').next().unwrap_or(grantee);
    format!("{who}: {}", grant.operations.join(", "))
}

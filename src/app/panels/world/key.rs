//! KMS keys and their policies.

use super::resource::{ask_about, codes, tags};
use super::rows::{Row, button, fact};
use super::scene::{Scene, kms_key};
use crate::app::store::Action;
use iam_sandbox::analysis::DocumentRef;
use iam_sandbox::world::{Account, Grant, Key};
use yew::prelude::*;

/// The rows of the account's keys.
pub(super) fn rows(scene: &Scene, account: &Account) -> Vec<Html> {
    let keys = scene.world().keys().filter(|key| key.account == account.id);
    keys.map(|key| row(scene, key)).collect()
}

fn row(scene: &Scene, key: &Key) -> Html {
    let row_key = kms_key(&key.arn());
    let row = Row { key: &row_key, kind: "key", name: key.name().to_owned(), meta: String::new() };
    row.show(scene, || detail(scene, key))
}

fn detail(scene: &Scene, key: &Key) -> Html {
    let document = DocumentRef::Key { arn: key.arn() };
    html! {
        <>
            <dl class="facts">
                { fact(scene.build().key_id, html! { <code translate="no">{ key.id.to_string() }</code> }) }
                { fact(scene.strings().facts.region, html! { <code translate="no">{ key.region.to_string() }</code> }) }
                { codes(scene, scene.compute().resource.grants, key.grants.iter().map(grant)) }
                { tags(scene, &key.tags) }
            </dl>
            <div class="row-actions">
                { button(scene.build().key_policy, scene.send(Action::OpenDocument(Some(document)))) }
                { ask_about(scene, "kms:Decrypt", key.arn().as_str()) }
            </div>
        </>
    }
}

/// To whom a grant gives what: `user/alice: Decrypt, Encrypt`.
fn grant(grant: &Grant) -> String {
    let member = |name: &str| grant.principals[name].as_str();
    let grantee = member("GranteePrincipal").or(member("GranteeServicePrincipal")).unwrap_or_default();
    let who = grantee.rsplit(':').next().unwrap_or(grantee);
    format!("{who}: {}", grant.operations.join(", "))
}

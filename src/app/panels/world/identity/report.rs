//! The credential report of an account, as a table and as the file that AWS hands out.

use crate::app::components::inline_panel::InlinePanel;
use crate::app::panels::world::rows::button;
use crate::app::panels::world::scene::Scene;
use crate::app::storage;
use crate::app::store::{Action, Build, By, Then};
use iam_sandbox::arn::AccountId;
use iam_sandbox::world::Account;
use serde_json::json;
use yew::prelude::*;

fn form(account: AccountId) -> String {
    format!("report/{account}")
}

/// Makes the report and reads it, as AWS has it in two calls.
pub(super) fn make(account: AccountId) -> Action {
    let calls = vec![("iam:GenerateCredentialReport", json!({})), ("iam:GetCredentialReport", json!({}))];
    Action::Build(Build { by: By::Builder, account, calls, then: Then::OpenForm(form(account)) })
}

/// The report that was made last, if it is open.
pub(super) fn shown(scene: &Scene, account: &Account) -> Html {
    let id = form(account.id);
    let report = scene.state.sandbox.activity().credential_report(account.id);
    let (Some(report), true) = (report, scene.is_form_open(&id)) else { return Html::default() };
    let words = scene.identity();
    let mut lines = report.content.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let names = lines.next().unwrap_or_default();
    let people: Vec<_> = lines.collect();
    let content = report.content.to_string();
    let download = Callback::from(move |_: MouseEvent| storage::download_text("credential-report.csv", &content));
    html! {
        <InlinePanel key="report" id={id} title={(words.report_title)(&report.made.clock_time())}
            close_label={scene.strings().form.close} on_close={scene.close_form()}>
            <div class="report" tabindex="0" role="region" aria-label={words.make_report}>
                <table>
                    <tbody>
                        { for names.iter().enumerate().map(|(index, name)| html! {
                            <tr key={index}>
                                <th scope="row">{ *name }</th>
                                { for people.iter().map(|values| html! { <td>{ values.get(index).copied().unwrap_or_default().to_owned() }</td> }) }
                            </tr>
                        }) }
                    </tbody>
                </table>
            </div>
            <div class="buttons">{ button(words.download_report, download) }</div>
        </InlinePanel>
    }
}

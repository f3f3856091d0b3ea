//! The credential report of an account, by user and as the file that AWS hands out.

use crate::app::components::inline_panel::InlinePanel;
use crate::app::panels::world::rows::{button, fact};
use crate::app::panels::world::scene::Scene;
use crate::app::storage;
use crate::app::store::{Action, Build, By, Then};
use iam_sandbox::arn::AccountId;
use iam_sandbox::json::json;
use iam_sandbox::world::Account;
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
            { for people.iter().enumerate().map(|(index, values)| person(&names, values, index == 0)) }
            <div class="buttons">{ button(words.download_report, download) }</div>
        </InlinePanel>
    }
}

/// The values of one user under the names of the columns.
fn person(names: &[&str], values: &[&str], is_open: bool) -> Html {
    let value =
        |(name, value): (&&str, &&str)| fact(name, html! { <span translate="no">{ (*value).to_owned() }</span> });
    html! {
        <details open={is_open}>
            <summary translate="no">{ values.first().copied().unwrap_or_default().to_owned() }</summary>
            <dl class="facts report" translate="no">{ for names.iter().zip(values).skip(1).map(value) }</dl>
        </details>
    }
}

//! The versions of a managed policy: which has effect, what another says, and in which lines they differ.

use super::rows::link;
use super::scene::Scene;
use crate::app::components::inline_panel::InlinePanel;
use iam_sandbox::arn::{AccountId, Arn};
use iam_sandbox::json::json;
use iam_sandbox::policy::pretty_value;
use iam_sandbox::world::ManagedPolicy;
use yew::prelude::*;

fn form(account: AccountId, arn: &Arn, number: u32) -> String {
    format!("version/{account}/{arn}/{number}")
}

/// The versions, newest first, if there are several.
pub(super) fn list(scene: &Scene, account: AccountId, policy: &ManagedPolicy) -> Html {
    if policy.versions.len() < 2 {
        return Html::default();
    }
    let words = &scene.compute().version;
    let can_build = scene.can_build(account) && !policy.is_from_aws();
    let line = |number: u32| {
        let of = format!("{} v{number}", policy.name);
        let form = form(account, &policy.arn, number);
        let input = json!({ "PolicyArn": policy.arn, "VersionId": format!("v{number}") });
        let call = |operation| Scene::call(account, operation, input.clone());
        html! {
            <li key={number}>
                <span>{ format!("v{number}") }</span>
                <span class="version-acts">
                    if number == policy.default_version {
                        <span class="small muted">{ words.is_default }</span>
                    } else {
                        <button class="link small" type="button" aria-controls={form.clone()}
                            aria-expanded={scene.is_form_open(&form).to_string()} onclick={scene.toggle_form(&form)}
                            aria-label={(scene.strings().act.of)(words.view, &of)}>{ words.view }</button>
                        if can_build {
                            { link(scene, words.set_default, &of, call("iam:SetDefaultPolicyVersion")) }
                            { link(scene, scene.compute().delete, &of, call("iam:DeletePolicyVersion")) }
                        }
                    }
                </span>
            </li>
        }
    };
    let open = policy.versions.keys().copied().find(|number| scene.is_form_open(&form(account, &policy.arn, *number)));
    html! {
        <>
            <ul class="detail-list">{ for policy.versions.keys().rev().map(|number| line(*number)) }</ul>
            <p class="small muted">{ words.limit }</p>
            if let Some(number) = open {
                { compared(scene, account, policy, number) }
            }
        </>
    }
}

/// A version beside the one that has effect.
fn compared(scene: &Scene, account: AccountId, policy: &ManagedPolicy, number: u32) -> Html {
    let words = &scene.compute().version;
    let text =
        |number: u32| policy.versions.get(&number).map(|version| laid_out(version.document.text())).unwrap_or_default();
    let created = policy.versions.get(&number).map(|version| version.created.to_string()).unwrap_or_default();
    let (shown, default) = (text(number), text(policy.default_version));
    let legend = if shown == default { words.same.to_owned() } else { (words.legend)(number, policy.default_version) };
    html! {
        <InlinePanel key={number} id={form(account, &policy.arn, number)} title={(words.title)(&policy.name, number)}
            close_label={scene.strings().form.close} on_close={scene.close_form()}>
            <p class="small muted">{ (words.created)(&created) }{ ". " }{ legend }</p>
            <pre class="exchange" role="region" tabindex="0" translate="no"
                aria-label={(words.title)(&policy.name, number)}><code>
                { for differing_lines(&shown, &default).into_iter().map(|(mark, line)| match mark {
                    ' ' => html! { <>{ format!("  {line}\n") }</> },
                    '-' => html! { <del>{ format!("− {line}\n") }</del> },
                    _ => html! { <ins>{ format!("+ {line}\n") }</ins> },
                }) }
            </code></pre>
        </InlinePanel>
    }
}

/// Laid out alike, so that only what is said differs.
fn laid_out(text: &str) -> String {
    serde_json::from_str(text).map_or_else(|_| text.to_owned(), |value| pretty_value(&value))
}

/// The lines of one text and of another: what both begin and end with once, and what lies between of each.
fn differing_lines<'a>(one: &'a str, other: &'a str) -> Vec<(char, &'a str)> {
    let (one, other): (Vec<&str>, Vec<&str>) = (one.lines().collect(), other.lines().collect());
    let n_before = one.iter().zip(&other).take_while(|(one, other)| one == other).count();
    let n_most = one.len().min(other.len()) - n_before;
    let n_after = one.iter().rev().zip(other.iter().rev()).take(n_most).take_while(|(one, other)| one == other).count();
    let (until_one, until_other) = (one.len() - n_after, other.len() - n_after);
    let marked = |mark: char, lines: &[&'a str]| lines.iter().map(|line| (mark, *line)).collect::<Vec<_>>();
    let between = [marked('-', &one[n_before..until_one]), marked('+', &other[n_before..until_other])].concat();
    [marked(' ', &one[..n_before]), between, marked(' ', &one[until_one..])].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_lies_between_the_same_beginning_and_end_is_marked() {
        let lines = differing_lines("{\n a\n b\n}", "{\n a\n c\n d\n}");
        assert_eq!(lines, [(' ', "{"), (' ', " a"), ('-', " b"), ('+', " c"), ('+', " d"), (' ', "}")]);
    }

    #[test]
    fn a_line_that_is_there_twice_is_counted_once_in_each_text() {
        assert_eq!(differing_lines("x\nx", "x"), [(' ', "x"), ('-', "x")]);
        assert_eq!(differing_lines("same", "same"), [(' ', "same")]);
    }
}

//! Who may do what in the worlds that the page opens with: tables as they are in `tests/matrix/*.md`.
//!
//! A file has a heading for each world, `first` or `organization`. A block `setup` is a script that runs before. A table
//! has a row for each caller, by the names that the terminal takes, and a column for each request: action, resource and
//! facts. A cell says how it is decided and by what: `yes identity`, `no boundary`, `deny scp`, or `turned away` where no
//! policy is read. All cells are worked out by hand from the policies of the worlds and the rules that the file names.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, clippy::unwrap_used, reason = "a test program: a panic is how it reports")]

use iam_sandbox::api::{Answer, Credentials, Question, Sandbox, Scenario};
use iam_sandbox::cli::{Terminal, resource, script};
use iam_sandbox::eval::{DecidedBy, Decision, PolicyLayer};

const TABLES: [&str; 2] = [include_str!("matrix/worlds.md"), include_str!("matrix/credentials.md")];

fn scenario(name: &str) -> Scenario {
    match name {
        "first" => Scenario::first(),
        "organization" => Scenario::organization(),
        other => panic!("no world is called `{other}`"),
    }
}

fn layer(layer: PolicyLayer) -> &'static str {
    match layer {
        PolicyLayer::VpcEndpoint => "endpoint",
        PolicyLayer::Rcp => "rcp",
        PolicyLayer::Scp => "scp",
        PolicyLayer::Resource => "resource",
        PolicyLayer::Identity => "identity",
        PolicyLayer::PermissionsBoundary => "boundary",
        PolicyLayer::Session => "session",
    }
}

fn cell(answer: &Answer) -> String {
    if answer.authentication.is_err() {
        return "turned away".to_owned();
    }
    let verdict = answer.deciding_check().unwrap().verdict;
    let decision = match verdict.decision {
        Decision::Allowed => "yes",
        Decision::ImplicitDeny => "no",
        Decision::ExplicitDeny => "deny",
        Decision::CannotSay => "cannot say",
    };
    let by = match verdict.decided_by {
        DecidedBy::Layer(of) => layer(of),
        DecidedBy::IdentityAndResource => "both",
        DecidedBy::Root => "root",
        DecidedBy::Exempt => "exempt",
        DecidedBy::Unknown => "unknown",
    };
    format!("{decision} {by}")
}

/// The answer to a request that is written as in the terminal, in a fork.
fn ask(sandbox: &Sandbox, terminal: &Terminal, who: &str, request: &str) -> Answer {
    if who == "anonymous" {
        let mut words = request.split(' ');
        let (action, what) = (words.next().unwrap(), words.next().unwrap());
        let what = resource(sandbox.world(), terminal.home, what).unwrap();
        return sandbox.preview(&Question::new(Credentials::Anonymous, action, &what.arn));
    }
    let (mut fork, mut terminal) = (sandbox.clone(), terminal.clone());
    script::play(&format!("ask {who} {request}"), &mut fork, &mut terminal)
        .unwrap_or_else(|error| panic!("ask {who} {request}: {error:?}"));
    fork.steps().last().unwrap().answer.clone().unwrap()
}

fn cells(line: &str) -> Vec<&str> {
    line.trim().trim_matches('|').split('|').map(str::trim).collect()
}

/// The cells of a world that are not as they are worked out, and how many were looked at.
fn wrong_cells(world: &str) -> (Vec<String>, usize) {
    let name = world.split([' ', '\n']).next().unwrap();
    let mut sandbox = Sandbox::new(scenario(name));
    let mut terminal = Terminal::of(&sandbox);
    if let Some((_, block)) = world.split_once("\n```setup\n") {
        let played = script::play(block.split_once("\n```").unwrap().0, &mut sandbox, &mut terminal).unwrap();
        let failed: Vec<_> = played.iter().filter_map(|played| played.error.as_ref()).collect();
        assert!(failed.is_empty(), "{name}: {failed:?}");
    }
    let (mut wrong, mut n_cells) = (Vec::new(), 0);
    let mut requests = Vec::new();
    for line in world.lines().filter(|line| line.starts_with('|') && !line.starts_with("| ---")) {
        let row = cells(line);
        if row[0] == "who" {
            requests = row[1..].to_vec();
            continue;
        }
        assert_eq!(row.len(), requests.len() + 1, "{line}");
        for (request, expected) in requests.iter().zip(&row[1..]) {
            n_cells += 1;
            let found = cell(&ask(&sandbox, &terminal, row[0], request));
            if found != *expected {
                wrong.push(format!("{name}: {} {request}: {expected} expected, {found} found", row[0]));
            }
        }
    }
    (wrong, n_cells)
}

#[test]
fn everybody_may_do_what_the_policies_of_the_worlds_say() {
    let worlds = TABLES.iter().flat_map(|table| table.split("\n## ").skip(1));
    let (wrong, counts): (Vec<_>, Vec<_>) = worlds.map(wrong_cells).unzip();
    let wrong = wrong.concat();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(counts.len() >= 4 && counts.iter().all(|n_cells| *n_cells > 10), "the tables are not read: {counts:?}");
}

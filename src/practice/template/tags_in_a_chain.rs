//! L21: what goes on in a chain: transitive tags and the source identity do, other session tags do not. Who may?

use super::super::chance::Chance;
use super::super::document::{allow, object, policy, root, trust_of, when};
use super::super::draft::Draft;
use super::super::edition::Edition;
use super::super::fact::Actor;
use super::super::reader::Reader;
use super::super::topic::Topic;
use super::super::twist::Twist;
use super::{Template, cast};
use crate::arn::AccountId;
use crate::json::json;

pub(super) const TEMPLATE: Template = Template::who_can("tags-in-a-chain", 1, Topic::L21, draft).since(Edition::SECOND);

const PROJECTS: &[&str] = &["apollo", "zeus"];

/// What somebody takes to go on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum GoesOn {
    AsItIs,
    All,
    Nothing,
}

fn draft(chance: &mut Chance) -> Draft {
    let readings = [(Reader::EveryTagGoesOn, GoesOn::All), (Reader::NothingGoesOn, GoesOn::Nothing)];
    Draft::misreadable(chance, world, GoesOn::AsItIs, &readings)
}

fn world(chance: &mut Chance, goes_on: GoesOn) -> Draft {
    let (mut draft, [account]) = cast::world(chance, ["prod"]);
    let (people, bucket, key) = (cast::people(chance, 2), cast::bucket(chance), cast::key(chance));
    let roles = chance.some(2, &["build-runner", "deployer", "prod-deployer", "release-keeper"]);
    let action = cast::on_object(chance);
    let users: Vec<_> = people.iter().map(|name| draft.user(account, name)).collect();
    draft.bucket(account, bucket);
    let is_about_tags = !chance.one_in(3);
    let (name, value) = if is_about_tags {
        ("aws:PrincipalTag/project", chance.pick(PROJECTS))
    } else {
        draft.note(Twist::SourceIdentityStays);
        ("aws:SourceIdentity", chance.pick(&people))
    };
    for name in &people {
        draft.grant_user(account, name, &policy(&[allow("sts:*", "*")]));
    }
    let doors = json!(["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"]);
    for role in &roles {
        draft.taken_role(account, role, &trust_of(json!({ "AWS": root(account) }), doors.clone()));
    }
    draft.grant_role(account, roles[0], &policy(&[allow("sts:*", "*")]));
    let granted = when(allow(action, object(bucket, "*")), "StringEquals", name, value);
    draft.grant_role(account, roles[1], &policy(&[granted]));
    if is_about_tags && chance.one_in(3) {
        draft.note(Twist::TagOfRole);
        draft.role_tag(account, roles[1], chance.pick(PROJECTS));
    }
    let mut everyone = Vec::new();
    for (index, user) in users.iter().enumerate() {
        let passed = (chance.pick(PROJECTS), chance.one_in(2));
        let identity = if chance.one_in(2) { people[index] } else { people[0] };
        let first = Passed {
            project: is_about_tags.then_some(passed),
            identity: (!is_about_tags && !chance.one_in(3)).then_some(identity),
        };
        everyone.push(chained(&mut draft, account, user, &roles, index, first, goes_on));
        draft.wait(60);
    }
    if is_about_tags {
        draft.note(Twist::TransitiveTag);
    }
    let direct = is_about_tags.then(|| (chance.pick(PROJECTS), false));
    everyone.push(draft.session_with(&users[0], (account, roles[1]), "run-3", direct, None));
    draft.ask(&everyone, action, &object(bucket, key));
    draft
}

/// What is passed to the first session of a chain.
#[derive(Clone, Copy)]
struct Passed<'a> {
    project: Option<(&'a str, bool)>,
    identity: Option<&'a str>,
}

/// A session of the second role, taken by one of the first.
fn chained(
    draft: &mut Draft,
    account: AccountId,
    user: &Actor,
    roles: &[&str],
    index: usize,
    passed: Passed<'_>,
    goes_on: GoesOn,
) -> Actor {
    let project = passed.project.map(|(project, is_transitive)| (project, is_transitive || goes_on == GoesOn::All));
    let passed = if goes_on == GoesOn::Nothing {
        Passed { project: None, identity: None }
    } else {
        Passed { project, ..passed }
    };
    let [first, second] = ["step", "run"].map(|name| format!("{name}-{}", index + 1));
    let before = draft.session_with(user, (account, roles[0]), &first, passed.project, passed.identity);
    draft.session_with(&before, (account, roles[1]), &second, None, None)
}

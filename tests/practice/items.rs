//! Each item is held against the second evaluator, which is written from the rules and knows no templates.

use super::worlds::World;
use super::{N_SEEDS, all, made, reference};
use iam_sandbox::api::{Answer, CheckRecord, Sandbox};
use iam_sandbox::clock::Timestamp;
use iam_sandbox::eval::{AppliedPolicy, Decision, PolicyLayer, TraceEvent};
use iam_sandbox::practice::{
    Actor, Circumstance, Fact, Item, ItemKind, KeyState, Lasting, Place, Reader, Right, Topic, Twist, VERDICTS, review,
    templates,
};
use iam_sandbox::rule::Confidence;
use iam_sandbox::world::Session;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// What the second evaluator is asked: the request, and the documents as they are written.
fn world(check: &CheckRecord) -> World {
    let document = |applied: &AppliedPolicy| -> Value { serde_json::from_str(applied.policy.text()).unwrap() };
    let documents = |layer| check.policies.layer(layer).iter().map(document).collect::<Vec<_>>();
    let (principal, resource) = (&check.policies.principal, &check.policies.resource);
    let levels = principal.scps.as_ref().map(|scps| {
        let at = |level| scps.iter().filter(|scp| scp.level == level).map(document).collect();
        (0..principal.n_scp_levels).map(at).collect()
    });
    let n_rcp_levels = resource.rcps.iter().flatten().map(|rcp| rcp.level + 1).max().unwrap_or_default();
    let rcps = resource.rcps.as_ref().map(|rcps| {
        let at = |level| rcps.iter().filter(|rcp| rcp.level == level).map(document).collect();
        (0..n_rcp_levels).map(at).collect()
    });
    World {
        request: check.request.clone(),
        rule: resource.rule,
        is_management_account: principal.is_management_account,
        is_resource_in_management: resource.is_management_account,
        is_public_access_blocked: resource.is_public_access_blocked,
        identity: documents(PolicyLayer::Identity),
        boundary: principal.permissions_boundary.as_ref().map(|_| documents(PolicyLayer::PermissionsBoundary)),
        session: principal.session.as_ref().map(|_| documents(PolicyLayer::Session)),
        scps: levels,
        rcps,
        resource: documents(PolicyLayer::Resource).into_iter().reduce(both),
        vpc_endpoint: None,
        unknown: Vec::new(),
    }
}

/// The statements of two documents in one: grants of a key are weighed beside its policy.
fn both(mut one: Value, other: Value) -> Value {
    let more = other["Statement"].as_array().cloned().unwrap_or_else(|| vec![other["Statement"].clone()]);
    one["Statement"].as_array_mut().unwrap().extend(more);
    one
}

fn word(decision: Decision) -> &'static str {
    match decision {
        Decision::Allowed => "allowed",
        Decision::ImplicitDeny => "implicit deny",
        Decision::ExplicitDeny => "explicit deny",
        Decision::CannotSay => "cannot say",
    }
}

fn lists(world: &mut World, place: Place) -> Vec<&mut Value> {
    match place {
        Place::Scp => world.scps.iter_mut().flatten().flatten().collect(),
        Place::Resource => world.resource.iter_mut().collect(),
        Place::Identity => world.identity.iter_mut().collect(),
        Place::PermissionsBoundary => world.boundary.iter_mut().flatten().collect(),
        Place::Session => world.session.iter_mut().flatten().collect(),
        Place::BothAccounts => Vec::new(),
    }
}

/// The world without the statements of that effect in one place.
fn without(world: &World, place: Place, effect: &str) -> World {
    let mut world = world.clone();
    for document in lists(&mut world, place) {
        document["Statement"].as_array_mut().unwrap().retain(|statement| statement["Effect"] != effect);
    }
    world
}

/// The world with an Allow of everything in every document of one place.
fn with_everything(world: &World, place: Place) -> World {
    let mut world = world.clone();
    let everything = json!({ "Effect": "Allow", "Action": "*", "Resource": "*" });
    let version = json!({ "Version": "2012-10-17", "Statement": [] });
    match place {
        Place::Identity if world.identity.is_empty() => world.identity.push(version),
        Place::Resource if world.resource.is_none() => world.resource = Some(version),
        Place::Scp => {
            for level in world.scps.iter_mut().flatten().filter(|level| level.is_empty()) {
                level.push(version.clone());
            }
        }
        _ => {}
    }
    for document in lists(&mut world, place) {
        let mut statement = everything.clone();
        if place == Place::Resource {
            statement["Principal"] = json!("*");
        }
        document["Statement"].as_array_mut().unwrap().push(statement);
    }
    world.is_public_access_blocked &= place != Place::Resource;
    world
}

/// The five places that hold policies.
fn others(place: Place) -> impl Iterator<Item = Place> {
    Place::ALL.into_iter().filter(move |other| *other != place && *other != Place::BothAccounts)
}

/// What decides is what the second evaluator says, and changing anything else leaves the answer.
fn check_prediction(item: &Item, check: &CheckRecord, verdict: Decision, place: Place) {
    let world = world(check);
    let (decision, layer) = reference::decide(&world);
    assert_eq!(decision, word(verdict), "{}", item.id);
    let decides = |world: &World| reference::decide(world).0;
    let name = match place {
        Place::Scp => "scp",
        Place::Resource => "resource",
        Place::Identity => "identity",
        Place::PermissionsBoundary => "boundary",
        Place::Session => "session",
        Place::BothAccounts => "identity+resource",
    };
    match verdict {
        Decision::ExplicitDeny => {
            assert_ne!(decides(&without(&world, place, "Deny")), decision, "{}: {place:?} does not deny", item.id);
            for other in others(place) {
                assert_eq!(decides(&without(&world, other, "Deny")), decision, "{}: {other:?} denies too", item.id);
            }
        }
        Decision::ImplicitDeny => {
            assert_eq!(layer, name, "{}", item.id);
            assert_eq!(decides(&with_everything(&world, place)), "allowed", "{}: {place:?} lacks nothing", item.id);
            for other in others(place) {
                let given = with_everything(&world, other);
                // A bucket that names the caller spares it its own policies, so it is no distractor there.
                if other != Place::Resource {
                    assert_eq!(decides(&given), decision, "{}: {other:?} is missing too", item.id);
                }
            }
        }
        _ => {
            assert_eq!(layer, name, "{}", item.id);
            let grants: &[Place] = match place {
                Place::BothAccounts => &[Place::Identity, Place::Resource],
                _ => std::slice::from_ref(&place),
            };
            for grant in grants {
                assert_ne!(decides(&without(&world, *grant, "Allow")), decision, "{}: {grant:?}", item.id);
            }
            for other in [Place::Identity, Place::Resource].iter().filter(|other| !grants.contains(other)) {
                assert_eq!(decides(&without(&world, *other, "Allow")), decision, "{}: {other:?} grants too", item.id);
            }
        }
    }
}

/// When somebody took a session, by the facts, and for how many seconds.
fn taken(item: &Item, who: &Actor) -> Option<(Timestamp, u32)> {
    let max_of = |name: &str| {
        let max = |fact: &Fact| match fact {
            Fact::MaxDuration { role, seconds } if **role == *name => Some(*seconds),
            _ => None,
        };
        item.facts.iter().find_map(max).unwrap()
    };
    let found = item.facts.iter().find_map(|fact| match (fact, who) {
        (
            Fact::Session { by, role, session, issued, lasting, .. },
            Actor::Session { role: of, session: wanted, .. },
        ) if (role, session) == (of, wanted) => {
            let seconds = match (lasting, by) {
                (Lasting::Untold, _) => 3_600,
                (Lasting::Seconds(seconds), _) => *seconds,
                // F-6: in a chain an hour at most.
                (Lasting::Longest(_), Actor::Session { .. }) => max_of(role).min(3_600),
                (Lasting::Longest(_), _) => max_of(role),
            };
            Some((issued, seconds))
        }
        (Fact::UserSession { user, issued, seconds, has_mfa }, Actor::UserSession { name, has_mfa: with_mfa, .. })
            if (user, has_mfa) == (name, with_mfa) =>
        {
            Some((issued, *seconds))
        }
        _ => None,
    });
    found.map(|(issued, seconds)| (Timestamp::parse(issued).unwrap(), seconds))
}

/// Whether the credentials do not hold, by what the learner is told.
fn is_turned_away(item: &Item, who: &Actor, now: Timestamp) -> bool {
    let is_ended = |fact: &Fact| match (fact, who) {
        (Fact::Key { user, nth, state }, Actor::Key { name, nth: of, .. }) => {
            (user, nth) == (name, of) && *state != KeyState::Active
        }
        _ => false,
    };
    let action = item.asked.action.as_ref();
    let is_closed = |fact: &Fact| matches!(fact, Fact::Billing { is_open: false, .. });
    let is_billing_closed =
        action.starts_with("billing:") && !matches!(who, Actor::Root { .. }) && item.facts.iter().any(is_closed);
    let is_over = |(issued, seconds): (Timestamp, u32)| issued.plus_seconds(seconds.into()) <= now;
    item.facts.iter().any(is_ended)
        || taken(item, who).is_some_and(is_over)
        || is_billing_closed
        || !is_kind_taken(action, who)
}

/// F-8, F-26: which calls to IAM and STS are taken from which credentials.
fn is_kind_taken(action: &str, who: &Actor) -> bool {
    let service = action.split(':').next().unwrap();
    match (who, service) {
        (Actor::UserSession { has_mfa: false, .. } | Actor::Federated { .. }, "iam") => false,
        (Actor::UserSession { .. }, "sts") => ["sts:AssumeRole", "sts:GetCallerIdentity"].contains(&action),
        (Actor::Federated { .. }, "sts") => action == "sts:GetCallerIdentity",
        // F-8
        (Actor::Root { .. }, "sts") => action != "sts:AssumeRole",
        (Actor::Session { .. } | Actor::Instance { .. }, "sts") => {
            !["sts:GetSessionToken", "sts:GetFederationToken"].contains(&action)
        }
        _ => true,
    }
}

/// The documents that bear on a user by what the learner is told, if changes take their time.
fn seen(item: &Item, name: &str, now: Timestamp) -> Vec<Value> {
    let delay = |fact: &Fact| match fact {
        Fact::Delay { seconds } => Some(i64::from(*seconds)),
        _ => None,
    };
    let delay = item.facts.iter().find_map(delay).unwrap();
    let is_seen = |at: &str| Timestamp::parse(at).unwrap().plus_seconds(delay) < now;
    let mut documents = Vec::new();
    for fact in &item.facts {
        match fact {
            Fact::Identity { holder, document, .. } if holder.name() == name => documents.push(document),
            Fact::PutLater { user, at, document } if **user == *name && is_seen(at) => documents.push(document),
            Fact::TakenLater { user, at } if **user == *name && is_seen(at) => documents.clear(),
            _ => {}
        }
    }
    documents.into_iter().map(|document| serde_json::from_str(document).unwrap()).collect()
}

#[test]
fn changes_are_seen_when_the_learner_is_told() {
    let mut n_pending = 0;
    for item in all(N_SEEDS).filter(|item| item.topic == Topic::L14) {
        let now = item.sandbox().now();
        for (who, answer) in item.asked.who.iter().zip(item.answers()) {
            let Actor::User { name, .. } = who else { panic!("{who}") };
            let weighed = world(answer.deciding_check().unwrap()).identity;
            assert_eq!(weighed, seen(item, name, now), "{}: {name}", item.id);
            n_pending += usize::from(!item.sandbox().in_flight().is_empty());
        }
    }
    assert!(n_pending > 0);
}

fn check_item(item: &Item) {
    let answers = item.answers();
    assert_eq!(answers.len(), item.asked.who.len(), "{}: not everybody can be asked about", item.id);
    match item.right() {
        Right::Predict(verdict, place) => {
            let check = answers[0].deciding_check().unwrap();
            assert_eq!((item.kind, answers.len()), (ItemKind::Predict, 1));
            assert!(VERDICTS.contains(verdict));
            check_prediction(item, check, *verdict, *place);
        }
        Right::WhoCan(may) => {
            assert_eq!(item.kind, ItemKind::WhoCan);
            assert!(!may.is_empty() && may.len() < item.asked.who.len(), "{}: all or nobody", item.id);
            let actors: BTreeSet<_> = item.asked.who.iter().collect();
            assert_eq!(actors.len(), item.asked.who.len(), "{}: somebody is there twice", item.id);
            let now = item.sandbox().now();
            for (who, answer) in item.asked.who.iter().zip(&answers) {
                let is_turned_away = is_turned_away(item, who, now);
                assert_eq!(answer.authentication.is_err(), is_turned_away, "{}: {who}", item.id);
                // Whoever may has all the permissions that it takes.
                let is_granted = |check: &CheckRecord| reference::decide(&world(check)).0 == "allowed";
                let is_allowed = !answer.checks.is_empty() && answer.checks.iter().all(is_granted);
                assert_eq!(is_allowed, may.contains(who), "{}: {who}", item.id);
            }
        }
    }
}

#[test]
fn two_thousand_items_are_as_the_second_evaluator_says() {
    let n_items = all(N_SEEDS).map(check_item).count();
    assert!(n_items >= 2_000, "{n_items}");
}

#[test]
fn there_is_a_template_for_every_topic_and_twelve_at_least() {
    let topics: BTreeSet<Topic> = templates().map(|(_, _, topic)| topic).collect();
    assert_eq!(topics.into_iter().collect::<Vec<_>>(), Topic::ALL);
    assert!(templates().count() >= 12);
    let names: BTreeSet<&str> = templates().map(|(name, _, _)| name).collect();
    assert_eq!(names.len(), templates().count(), "two templates have one name");
}

/// What an item comes to, for counting.
fn outcome(item: &Item) -> String {
    match item.right() {
        Right::Predict(verdict, _) => word(*verdict).into(),
        Right::WhoCan(may) => {
            let position = |who| item.asked.who.iter().position(|asked| asked == who).unwrap();
            format!("{:?}", may.iter().map(position).collect::<BTreeSet<_>>())
        }
    }
}

#[test]
fn no_template_can_be_answered_without_reading() {
    for (template, _, _) in templates() {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for item in all(60).filter(|item| *item.id.template == *template) {
            *counts.entry(outcome(item)).or_default() += 1;
        }
        let most = counts.values().max().unwrap();
        assert!(counts.len() >= 2 && *most <= 40, "{template}: {counts:?}");
    }
}

#[test]
fn predictions_end_in_every_verdict_and_at_every_station() {
    let mut verdicts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut places: BTreeMap<Place, usize> = BTreeMap::new();
    for item in all(40) {
        if let Right::Predict(verdict, place) = item.right() {
            *verdicts.entry(word(*verdict)).or_default() += 1;
            *places.entry(*place).or_default() += 1;
        }
    }
    let total: usize = verdicts.values().sum();
    assert!(verdicts.len() == 3 && verdicts.values().all(|count| count * 5 > total), "{verdicts:?}");
    assert!(Place::ALL.iter().all(|place| places.contains_key(place)), "{places:?}");
}

#[test]
fn most_items_mislead_somebody_and_every_reader_is_misled_by_some() {
    let items: Vec<&Item> = all(30).collect();
    let n_misleading = items.iter().filter(|item| !item.misled.is_empty()).count();
    assert!(n_misleading * 3 > items.len() * 2, "{n_misleading} of {}", items.len());
    for reader in Reader::ALL {
        let n_misled = items.iter().filter(|item| item.misled.contains(&reader)).count();
        assert!(n_misled > 0 && n_misled < items.len(), "{reader:?}: {n_misled} of {}", items.len());
    }
}

#[test]
fn every_twist_is_in_some_item() {
    let twists: BTreeSet<Twist> = all(N_SEEDS).flat_map(|item| item.twists.clone()).collect();
    let missing: Vec<_> = Twist::ALL.iter().filter(|twist| !twists.contains(twist)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn the_same_id_is_the_same_item() {
    for (template, version, _) in templates() {
        let [one, again, other] = [7, 7, 8].map(|seed| made(template, version, seed));
        assert_eq!(one, again);
        assert_ne!(one.scenario.build, other.scenario.build, "{template}");
        assert_eq!(one.id.to_string().parse(), Ok(one.id));
    }
}

/// When the first such session was issued.
fn issue_of(sandbox: &Sandbox, is_meant: impl Fn(&Session) -> bool) -> Option<String> {
    sandbox.world().sessions().find(|session| is_meant(session)).map(|session| session.issued.to_string())
}

#[test]
fn sessions_are_issued_when_the_learner_is_told() {
    let mut n_sessions = 0;
    for item in all(20) {
        let sandbox = item.sandbox();
        for fact in &item.facts {
            let (issued, found) = match fact {
                Fact::Session { session: wanted, role, issued, .. } => {
                    let name = format!("/{role}/{wanted}");
                    (issued, issue_of(&sandbox, |session| session.arn().as_str().ends_with(&name)))
                }
                Fact::UserSession { has_mfa, issued, .. } => {
                    let is_meant = |it: &Session| it.name().is_none() && it.facts.mfa.is_some() == *has_mfa;
                    (issued, issue_of(&sandbox, is_meant))
                }
                _ => continue,
            };
            assert_eq!(found.as_deref(), Some(&**issued), "{}", item.id);
            n_sessions += 1;
        }
        for circumstance in &item.asked.circumstances {
            if let Circumstance::At(moment) = circumstance {
                assert_eq!(**moment, sandbox.now().to_string(), "{}", item.id);
            }
        }
    }
    assert!(n_sessions > 0);
}

#[test]
fn nothing_that_is_asked_rests_on_a_disputed_rule() {
    for item in all(N_SEEDS) {
        for answer in item.answers() {
            for event in answer.deciding_check().iter().flat_map(|check| check.trace.events()) {
                if let TraceEvent::Station { rule, .. } | TraceEvent::Gate { rule, .. } = event {
                    assert_ne!(rule.confidence(), Confidence::Disputed, "{}: {}", item.id, rule.code());
                }
            }
        }
    }
}

#[test]
fn a_review_has_the_traces_and_the_lesson() {
    for item in all(3) {
        let review = review(item, None);
        assert_eq!(review.answers.len(), item.asked.who.len());
        let is_told = |answer: &Answer| answer.deciding_check().is_some() != answer.authentication.is_err();
        assert!(review.answers.iter().all(is_told));
        assert_eq!((review.lesson, review.points), (item.topic, None));
        assert_eq!(review.right, *item.right());
    }
}

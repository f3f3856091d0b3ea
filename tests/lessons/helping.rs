//! What helps a learner: hints by where a line stopped, near misses, and progress that is kept.

use super::packed;
use iam_sandbox::api::KeyInUse;
use iam_sandbox::lessons::goal::{Goal, Wanted};
use iam_sandbox::lessons::{
    Attempt, Lesson, Progress, ProgressError, Stage, event_of, hint, hint_of_goal, near_misses, status,
};

fn lesson(id: &str) -> &'static Lesson {
    packed().lessons.values().find(|lesson| &*lesson.id == id).unwrap()
}

fn helps(lesson: &Lesson, attempt: &Attempt) -> (String, String) {
    let found = hint(lesson, attempt).unwrap();
    (found.goal.id.to_string(), found.set.unwrap().id.to_string())
}

fn pair(goal: &str, set: &str) -> (String, String) {
    (goal.to_owned(), set.to_owned())
}

#[test]
fn the_hint_is_chosen_by_where_the_line_stopped() {
    let roles = lesson("L15");
    assert_eq!(helps(roles, &roles.begin()), pair("alice-may-enter", "make-the-role"));
    let trusts_the_account = r#"aws iam create-role --role-name report-editor --assume-role-policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"sts:AssumeRole"}]}'"#;
    let attempt = roles.played(trusts_the_account).unwrap();
    assert_eq!(helps(roles, &attempt), pair("alice-may-enter", "who-decides"));
    let trusts_bob = trusts_the_account.replace(":root", ":user/bob");
    let attempt = roles.played(&trusts_bob).unwrap();
    assert_eq!(hint(roles, &attempt).unwrap().goal.id, "alice-may-enter".into());
    assert!(hint(roles, &roles.played(&roles.solution).unwrap()).is_none());
}

/// The set that helps with a goal after these lines.
fn set_for(id: &str, goal: &str, lines: &str) -> String {
    let lesson = lesson(id);
    let attempt = lesson.played(lines).unwrap();
    let goal = lesson.goal(goal).unwrap();
    hint_of_goal(goal, &status(&goal.line, &attempt), &attempt).unwrap().id.to_string()
}

#[test]
fn who_did_what_stands_in_the_way_is_told_how_to_go_back() {
    let delete = "KEY=$(aws iam list-access-keys --user-name alice --query AccessKeyMetadata[0].AccessKeyId --output text)\naws iam delete-access-key --user-name alice --access-key-id $KEY";
    assert_eq!(set_for("L04", "off-then-away", ""), "wait-in-between");
    assert_eq!(set_for("L04", "off-then-away", delete), "away-too-early");
    assert_eq!(set_for("L36", "the-key-alone", ""), "off-and-then-ask");
    assert_eq!(set_for("L36", "the-key-alone", delete), "off-and-not-away");
    assert_eq!(set_for("L36", "the-key-alone", "revoke ops"), "revoked-too-early");
    assert_eq!(set_for("X10", "the-key-is-not-all", ""), "off-then-on-as-a-session");
    assert_eq!(set_for("X10", "the-key-is-not-all", delete), "deleted-too-early");
    assert_eq!(set_for("X10", "without-a-token", ""), "ask-on-the-machine");
}

/// An answer that is picked in vain deserves a reason.
#[test]
fn every_wrong_pick_gets_a_word() {
    let mut silent = Vec::new();
    for lesson in packed().lessons.values() {
        let answers = lesson.goals.iter().filter_map(|goal| match &goal.line {
            Goal::Answer { name, wanted, .. } => Some((name, wanted)),
            _ => None,
        });
        for (name, wanted) in answers {
            let counted = format!("{name}.");
            for pick in lesson.picks.iter().filter(|pick| pick.name == *name || pick.name.starts_with(&counted)) {
                let is_right = |option: &str| match wanted {
                    Wanted::Value(right) => *option == **right,
                    Wanted::Values(right) => right.iter().any(|right| *option == **right),
                    Wanted::AtLeast { .. } => pick.right.as_deref() == Some(option),
                };
                for prose in [&lesson.prose.en, &lesson.prose.es] {
                    let replies = prose.answers.get(&pick.name).map_or(&[][..], Vec::as_slice);
                    let has_reply = |option: &str| replies.iter().any(|reply| *reply.option == *option);
                    let missing = pick.options.iter().filter(|option| !is_right(option) && !has_reply(option));
                    silent.extend(missing.map(|option| format!("{} {} {option}", lesson.id, pick.name)));
                }
            }
        }
    }
    assert!(silent.is_empty(), "{}", silent.join("\n"));
}

#[test]
fn what_was_broken_is_mended_first() {
    let answers = lesson("L08");
    let edit = r#"aws iam create-policy-version --policy-arn arn:aws:iam::111122223333:policy/DenyAuditDelete --set-as-default --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:DeleteObject","Resource":"arn:aws:s3:::none/*"}]}'"#;
    assert_eq!(helps(answers, &answers.begin()).0, "nobody-said-yes");
    assert_eq!(helps(answers, &answers.played(edit).unwrap()).0, "the-deny-stays");
}

#[test]
fn what_else_became_possible_is_found_and_what_was_asked_for_is_not() {
    let first = lesson("L07");
    let narrow = first.played(&first.solution).unwrap();
    assert_eq!(near_misses(first, &first.begin()), []);
    assert_eq!(near_misses(first, &narrow), []);
    let wide = r#"aws iam put-user-policy --user-name bob --policy-name All --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}'"#;
    let found = near_misses(first, &first.played(wide).unwrap());
    let resources: Vec<&str> = found.iter().map(|miss| &*miss.question.resource).collect();
    assert!(resources.contains(&"arn:aws:s3:::payroll/may.csv"), "{resources:?}");
    assert!(!resources.iter().any(|resource| resource.starts_with("arn:aws:s3:::reports-prod/")), "{resources:?}");
}

#[test]
fn a_session_that_may_more_than_was_asked_for_is_found_and_entering_it_is_not() {
    let roles = lesson("L15");
    assert_eq!(near_misses(roles, &roles.played(&roles.solution).unwrap()), []);
    let wide = roles.solution.replace(r#""Resource": "arn:aws:s3:::reports-prod/*""#, r#""Resource": "*""#);
    assert_ne!(*wide, *roles.solution);
    let found = near_misses(roles, &roles.played(&wide).unwrap());
    assert!(found.iter().any(|miss| miss.question.resource.starts_with("arn:aws:s3:::payroll/")), "{found:?}");
}

fn record(progress: &mut Progress, lesson: &Lesson, attempt: &Attempt) {
    progress.record(lesson, attempt, &lesson.standing(attempt));
}

#[test]
fn progress_goes_on_and_a_shown_solution_is_not_a_solved_lesson() {
    let first = lesson("L01");
    let mut progress = Progress::default();
    record(&mut progress, first, &first.begin());
    assert_eq!(progress.lessons["L01"].stage, Stage::Begun);
    progress.show_solution(first);
    record(&mut progress, first, &first.played(&first.solution).unwrap());
    assert_eq!(progress.lessons["L01"].stage, Stage::Seen);
    progress.forget(first);
    record(&mut progress, first, &first.played(&first.solution).unwrap());
    assert_eq!(progress.lessons["L01"].stage, Stage::Solved);
    record(&mut progress, first, &first.begin());
    progress.show_solution(first);
    assert_eq!(progress.lessons["L01"].stage, Stage::Solved);
}

#[test]
fn what_is_further_along_is_taken_over_and_nothing_is_lost() {
    let (first, second, third) = (lesson("L01"), lesson("L07"), lesson("L08"));
    let mut here = Progress::default();
    record(&mut here, first, &first.played(&first.solution).unwrap());
    record(&mut here, second, &second.begin());
    let mut file = Progress::default();
    record(&mut file, first, &first.begin());
    record(&mut file, second, &second.played(&second.solution).unwrap());
    record(&mut file, third, &third.begin());
    let solved_here = here.lessons["L01"].clone();
    assert_eq!(here.merge(file.clone()), 2);
    assert_eq!(here.lessons["L01"], solved_here);
    assert_eq!(here.lessons["L07"], file.lessons["L07"]);
    assert_eq!(here.lessons["L08"], file.lessons["L08"]);
    assert_eq!(here.merge(file), 0);
}

#[test]
fn progress_is_kept_and_taken_up_again() {
    let roles = lesson("L15");
    let mut progress = Progress::default();
    record(&mut progress, roles, &roles.played(&roles.solution).unwrap());
    let read = Progress::parse(&progress.to_json()).unwrap();
    assert_eq!(read, progress);
    assert!(roles.is_solved(&read.resume(roles)));
    assert!(!roles.is_solved(&Progress::default().resume(roles)));
    assert_eq!(Progress::parse(r#"{"format":2,"lessons":{}}"#), Err(ProgressError::Newer(2)));
    assert!(matches!(Progress::parse("{}"), Err(ProgressError::Shape(_))));
}

/// What happened before, and what is picked from it, are in two places of a lesson.
#[test]
fn what_is_to_be_picked_from_the_history_is_what_it_is_taken_for() {
    let trail = lesson("L35");
    let begun = trail.begin().now;
    let culprit = event_of("event-9").and_then(|number| begun.steps().get(number - 1)).unwrap();
    let answer = culprit.answer.as_ref().unwrap();
    assert_eq!((&*answer.action, answer.is_allowed()), ("s3:DeleteBucketPolicy", true));
    let leak = lesson("X10");
    let begun = leak.begin().now;
    let lives = |key: &KeyInUse| key.parent.is_some() && !key.is_expired(begun.now());
    let living: Vec<_> = begun.keys().filter(lives).filter_map(|key| key.session_name).collect();
    assert_eq!(living.len(), 4, "{living:?}");
    for name in ["backup", "night", "far", "release"] {
        assert!(living.iter().any(|own| &**own == name), "{living:?}");
    }
}

/// Whoever resumes a lesson finds what was done in it after what happened before.
#[test]
fn a_lesson_with_a_history_is_taken_up_again() {
    let incident = lesson("L36");
    let mut progress = Progress::default();
    let solved = incident.played(&incident.solution).unwrap();
    record(&mut progress, incident, &solved);
    let resumed = progress.resume(incident);
    assert!(incident.is_solved(&resumed));
    assert_eq!(resumed.now.now(), solved.now.now());
    assert_eq!(resumed.now.world(), solved.now.world());
}

//! The difference of two worlds.

use super::{build, call, first, key, let_user};
use iam_sandbox::api::{Credentials, Sandbox};
use iam_sandbox::arn::AccountId;
use iam_sandbox::world::{Difference, Entity, EntityChange};
use serde_json::json;

fn prod() -> AccountId {
    "111122223333".parse().unwrap()
}

#[track_caller]
fn differs(before: &Sandbox, after: &Sandbox, expected: &[(Entity, EntityChange)]) {
    let found = before.world().difference(after.world());
    let found: Vec<_> = found.into_iter().map(|Difference { entity, change }| (entity, change)).collect();
    assert_eq!(found, expected);
}

fn changed(members: &[&str]) -> EntityChange {
    EntityChange::Changed(members.iter().map(|member| (*member).into()).collect())
}

#[test]
fn what_was_added_changed_and_taken_away_is_told_by_name() {
    let before = first();
    let mut after = before.clone();
    build(&mut after, "iam:CreateUser", json!({ "UserName": "erin" }));
    build(&mut after, "iam:RemoveUserFromGroup", json!({ "UserName": "bob", "GroupName": "Readers" }));
    build(&mut after, "s3:CreateBucket", json!({ "Bucket": "new-bucket" }));
    let_user(&mut after, "alice", &json!({ "Effect": "Allow", "Action": "s3:*", "Resource": "*" }));
    let user = |name: &str| Entity::User(prod(), name.into());
    let expected = [
        (user("alice"), changed(&["policies"])),
        (user("bob"), changed(&["groups"])),
        (user("erin"), EntityChange::Added),
        (Entity::Bucket("new-bucket".into()), EntityChange::Added),
    ];
    differs(&before, &after, &expected);
    let back = expected
        .map(|(entity, change)| (entity, if change == EntityChange::Added { EntityChange::Removed } else { change }));
    differs(&after, &before, &back);
}

#[test]
fn what_was_only_read_or_refused_makes_no_difference() {
    let before = first();
    let mut after = before.clone();
    let bob = Credentials::Key(key(&after, "bob"));
    call(&mut after, bob.clone(), "s3:GetObject", json!({ "Bucket": "payroll", "Key": "may.csv" }));
    call(&mut after, bob, "iam:CreateUser", json!({ "UserName": "erin" }));
    differs(&before, &after, &[]);
}

#[test]
fn the_account_itself_and_the_whole_world_are_told_of_too() {
    let before = first();
    let mut after = before.clone();
    build(&mut after, "iam:CreateAccountAlias", json!({ "AccountAlias": "example-corp" }));
    after.set_propagation_delay(30);
    let expected = [(Entity::World, changed(&["propagation_seconds"])), (Entity::Account(prod()), changed(&["alias"]))];
    differs(&before, &after, &expected);
}

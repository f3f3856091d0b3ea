//! Items of DynamoDB tables: the calls on them, and conditions that hold a caller to some of them (DynamoDB developer
//! guide, "Using IAM policy conditions for fine-grained access control").

use super::messages::with_function;
use super::{build, call, error, first, key, let_user, owner, preview};
use iam_sandbox::api::{Answer, Credentials, Outcome, Question, Sandbox};
use iam_sandbox::eval::ContextValue;
use serde_json::{Value, json};

const TABLE: &str = "arn:aws:dynamodb:us-east-1:111122223333:table/GameScores";

fn alice(sandbox: &mut Sandbox, operation: &str, input: Value) -> Answer {
    let credentials = Credentials::Key(key(sandbox, "alice"));
    call(sandbox, credentials, operation, input)
}

fn is_done(answer: &Answer) -> bool {
    match &answer.outcome {
        Outcome::Done(_) => true,
        Outcome::Failed(error) => {
            assert_eq!((&*error.code, error.status), ("AccessDeniedException", 400), "{}", error.message);
            false
        }
        Outcome::Allowed => panic!("it was not done"),
    }
}

fn item(user: &str, game: &str, wins: u32) -> Value {
    json!({ "UserId": { "S": user }, "GameTitle": { "S": game }, "Wins": { "N": wins.to_string() } })
}

fn id(user: &str, game: &str) -> Value {
    json!({ "TableName": "GameScores", "Key": { "UserId": { "S": user }, "GameTitle": { "S": game } } })
}

/// The table of the guide: items of a user under the user's id.
fn with_table() -> Sandbox {
    let mut sandbox = first();
    let schema = json!([
        { "AttributeName": "UserId", "KeyType": "HASH" }, { "AttributeName": "GameTitle", "KeyType": "RANGE" },
    ]);
    let made = build(&mut sandbox, "dynamodb:CreateTable", json!({ "TableName": "GameScores", "KeySchema": schema }));
    assert_eq!(made["TableDescription"]["KeySchema"], schema);
    for (user, game, wins) in
        [("alice", "Galaxy Invaders", 21), ("alice", "Meteor Blasters", 9), ("bob", "Starship X", 4)]
    {
        build(&mut sandbox, "dynamodb:PutItem", json!({ "TableName": "GameScores", "Item": item(user, game, wins) }));
    }
    sandbox
}

#[test]
fn items_are_put_read_changed_and_deleted_by_their_primary_key() {
    let mut sandbox = with_table();
    let read = build(&mut sandbox, "dynamodb:GetItem", id("bob", "Starship X"));
    assert_eq!(read, json!({ "Item": item("bob", "Starship X", 4) }));
    assert_eq!(build(&mut sandbox, "dynamodb:GetItem", id("bob", "Nothing")), json!({}));

    let mut update = id("bob", "Starship X");
    update["UpdateExpression"] = json!("SET Wins = :wins, #l = :losses REMOVE Absent");
    update["ExpressionAttributeNames"] = json!({ "#l": "Losses" });
    update["ExpressionAttributeValues"] = json!({ ":wins": { "N": "5" }, ":losses": { "N": "1" } });
    update["ReturnValues"] = json!("UPDATED_NEW");
    let changed = build(&mut sandbox, "dynamodb:UpdateItem", update);
    assert_eq!(changed["Attributes"], json!({ "Wins": { "N": "5" }, "Losses": { "N": "1" } }));

    let mut delete = id("bob", "Starship X");
    delete["ReturnValues"] = json!("ALL_OLD");
    assert_eq!(build(&mut sandbox, "dynamodb:DeleteItem", delete)["Attributes"]["Wins"], json!({ "N": "5" }));
    assert_eq!(build(&mut sandbox, "dynamodb:Scan", json!({ "TableName": "GameScores" }))["Count"], 2);
    let wrong = json!({ "TableName": "GameScores", "Key": { "UserId": { "S": "bob" } } });
    let (code, _, message) = error(&call(&mut sandbox, owner(), "dynamodb:GetItem", wrong));
    assert_eq!((&*code, &*message), ("ValidationException", "The provided key element does not match the schema"));
    let half = json!({ "TableName": "GameScores", "Item": { "UserId": { "S": "bob" } } });
    let (_, _, message) = error(&call(&mut sandbox, owner(), "dynamodb:PutItem", half));
    assert_eq!(message, "One or more parameter values were invalid: Missing the key GameTitle in the item");
}

#[test]
fn a_query_reads_one_partition_in_the_order_of_its_sort_key() {
    let mut sandbox = with_table();
    let mut titles = |condition: &str, more: Value| {
        let mut input = json!({
            "TableName": "GameScores", "KeyConditionExpression": condition,
            "ExpressionAttributeValues": { ":user": { "S": "alice" }, ":start": { "S": "M" } },
        });
        for (name, value) in more.as_object().unwrap() {
            input[name] = value.clone();
        }
        let answer = call(&mut sandbox, owner(), "dynamodb:Query", input);
        match &answer.outcome {
            Outcome::Done(output) => Ok(output["Items"]
                .as_array()
                .unwrap()
                .iter()
                .map(|one| one["GameTitle"]["S"].as_str().unwrap().to_owned())
                .collect::<Vec<_>>()),
            _ => Err(error(&answer).2),
        }
    };
    let both = ["Galaxy Invaders", "Meteor Blasters"].map(str::to_owned).to_vec();
    assert_eq!(titles("UserId = :user", json!({})), Ok(both.clone()));
    let reversed = both.iter().rev().cloned().collect::<Vec<_>>();
    assert_eq!(titles("UserId = :user", json!({ "ScanIndexForward": false })), Ok(reversed));
    let one = vec!["Meteor Blasters".to_owned()];
    assert_eq!(titles("UserId = :user AND begins_with(GameTitle, :start)", json!({})), Ok(one.clone()));
    assert_eq!(titles("UserId = :user and GameTitle >= :start", json!({})), Ok(one));
    let missed = Err("Query condition missed key schema element: UserId".to_owned());
    assert_eq!(titles("GameTitle = :start", json!({})), missed);
    let broken = titles("UserId :user", json!({})).unwrap_err();
    assert!(broken.starts_with("Invalid KeyConditionExpression: Syntax error; token:"), "{broken}");
}

/// The guide's policy: a user comes only to items whose partition key is the user's own id.
#[test]
fn leading_keys_hold_a_caller_to_items_of_his_own() {
    let mut sandbox = with_table();
    let actions =
        ["dynamodb:GetItem", "dynamodb:Query", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"];
    let own = json!({ "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": ["${aws:username}"] } });
    let_user(
        &mut sandbox,
        "alice",
        &json!({ "Effect": "Allow", "Action": actions, "Resource": TABLE, "Condition": own }),
    );
    for (user, expected) in [("alice", true), ("bob", false)] {
        assert_eq!(is_done(&alice(&mut sandbox, "dynamodb:GetItem", id(user, "Starship X"))), expected);
        let query = json!({
            "TableName": "GameScores", "KeyConditionExpression": "#u = :user", "ExpressionAttributeNames": { "#u": "UserId" },
            "ExpressionAttributeValues": { ":user": { "S": user } },
        });
        assert_eq!(is_done(&alice(&mut sandbox, "dynamodb:Query", query)), expected);
        let put = json!({ "TableName": "GameScores", "Item": item(user, "New", 0) });
        assert_eq!(is_done(&alice(&mut sandbox, "dynamodb:PutItem", put)), expected);
        assert_eq!(is_done(&alice(&mut sandbox, "dynamodb:DeleteItem", id(user, "New"))), expected);
    }
    assert!(
        !is_done(&alice(&mut sandbox, "dynamodb:Scan", json!({ "TableName": "GameScores" }))),
        "not among the actions"
    );
    // What is asked is told of the keys that the question sets.
    let mut question = Question::new(Credentials::Key(key(&sandbox, "alice")), "dynamodb:GetItem", TABLE);
    let set = |value: &str| Some(ContextValue::Many(vec![value.into()]));
    question.environment.overrides.insert("dynamodb:LeadingKeys".into(), set("bob"));
    assert!(!sandbox.preview(&question).is_allowed());
    question.environment.overrides.insert("dynamodb:LeadingKeys".into(), set("alice"));
    assert!(sandbox.preview(&question).is_allowed());
}

/// The guide's policy on attributes: only some may be named, and then it must be said which are wanted.
#[test]
fn attributes_hold_a_caller_to_some_of_them() {
    let mut sandbox = with_table();
    let some = json!({
        "ForAllValues:StringEquals": { "dynamodb:Attributes": ["UserId", "GameTitle"] },
        "StringEqualsIfExists": { "dynamodb:Select": "SPECIFIC_ATTRIBUTES" },
    });
    let_user(
        &mut sandbox,
        "alice",
        &json!({ "Effect": "Allow", "Action": "dynamodb:*", "Resource": TABLE, "Condition": some }),
    );
    let mut read = |projection: &str| {
        let mut input = id("alice", "Galaxy Invaders");
        input["ProjectionExpression"] = json!(projection);
        let answer = alice(&mut sandbox, "dynamodb:GetItem", input);
        is_done(&answer).then_some(answer.outcome)
    };
    let expected = json!({ "Item": { "UserId": { "S": "alice" }, "GameTitle": { "S": "Galaxy Invaders" } } });
    assert_eq!(read("UserId, GameTitle"), Some(Outcome::Done(expected)));
    assert_eq!(read("UserId, Wins"), None);
    assert!(!is_done(&alice(
        &mut sandbox,
        "dynamodb:PutItem",
        json!({ "TableName": "GameScores", "Item": item("alice", "x", 1) })
    )));
}

/// DynamoDB developer guide, "Using attribute-based access control"; Lambda developer guide, the same.
#[test]
fn tags_of_tables_and_functions_count_in_conditions() {
    let mut sandbox = with_table();
    let made = with_function(&mut sandbox, &json!({ "team": "blue" }));
    let function = made.as_str().unwrap();
    assert_eq!(
        build(&mut sandbox, "lambda:ListTags", json!({ "Resource": function }))["Tags"],
        json!({ "team": "blue" })
    );
    let red = json!({ "StringEquals": { "aws:ResourceTag/team": "red" } });
    let actions = ["dynamodb:GetItem", "lambda:InvokeFunction"];
    let_user(
        &mut sandbox,
        "alice",
        &json!({ "Effect": "Allow", "Action": actions, "Resource": "*", "Condition": red }),
    );
    assert!(!preview(&sandbox, "alice", "dynamodb:GetItem", TABLE).is_allowed());
    assert!(!preview(&sandbox, "alice", "lambda:InvokeFunction", function).is_allowed());
    build(
        &mut sandbox,
        "dynamodb:TagResource",
        json!({ "ResourceArn": TABLE, "Tags": [{ "Key": "team", "Value": "red" }] }),
    );
    build(&mut sandbox, "lambda:TagResource", json!({ "Resource": function, "Tags": { "team": "red" } }));
    assert!(preview(&sandbox, "alice", "dynamodb:GetItem", TABLE).is_allowed());
    assert!(preview(&sandbox, "alice", "lambda:InvokeFunction", function).is_allowed());
    build(&mut sandbox, "dynamodb:UntagResource", json!({ "ResourceArn": TABLE, "TagKeys": ["team"] }));
    assert!(!preview(&sandbox, "alice", "dynamodb:GetItem", TABLE).is_allowed());
}

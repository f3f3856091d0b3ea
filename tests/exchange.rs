//! Accounts as files: what `get-account-authorization-details` prints comes in and goes out again, as JSON and as a
//! script, and bad files change nothing and say where they are bad.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, clippy::unwrap_used, reason = "a test program: a panic is how it reports")]

use iam_sandbox::api::{Credentials, Question, Sandbox, Scenario, ScenarioAccount};
use iam_sandbox::arn::Arn;
use iam_sandbox::cli::{Terminal, script};
use iam_sandbox::clock::Timestamp;
use iam_sandbox::eval::{Decision, PolicyLayer};
use iam_sandbox::exchange::{
    self, Absence, ImportError, Imported, Importer, List, Options, ProblemKind, authorization_details,
};
use iam_sandbox::world::Account;
use serde_json::{Value, json};

const SMALL: &str = include_str!("exchange/moto-small.json");
const LARGE: &str = include_str!("exchange/moto-large.json");
const DOCUMENTED: &str = include_str!("exchange/aws-cli-docs-example.json");

fn options() -> Options {
    let now = Timestamp::parse("2026-11-22T12:00:00Z").unwrap();
    Options { name: "mine".into(), now, seed: "test".into(), renames: false, is_whole: false }
}

fn import(files: &[&str]) -> Result<Imported, ImportError> {
    let files = files.iter().enumerate().map(|(index, text)| (format!("{index}.json").into(), (*text).to_owned()));
    import_with(files.collect(), options())
}

fn import_with(files: Vec<(Box<str>, String)>, options: Options) -> Result<Imported, ImportError> {
    let mut importer = Importer::new(files, options)?;
    while importer.step()? {}
    assert_eq!(importer.progress().n_done, importer.progress().n_all);
    Ok(importer.finish())
}

fn details(account: &Account) -> Value {
    let scenario = import_scenario(account);
    authorization_details(&Sandbox::new(scenario), account.id).unwrap()
}

fn import_scenario(account: &Account) -> Scenario {
    Scenario {
        imported: vec![account.clone()],
        accounts: Vec::new(),
        build: Vec::new(),
        ask: None,
        ..Scenario::first()
    }
}

/// Without what AWS gives anew.
fn plain(value: &Value) -> Value {
    const GIVEN: [&str; 11] = [
        "UserId",
        "GroupId",
        "RoleId",
        "PolicyId",
        "InstanceProfileId",
        "CreateDate",
        "UpdateDate",
        "RoleLastUsed",
        "Roles",
        "IsDefaultVersion",
        "PermissionsBoundaryUsageCount",
    ];
    match value {
        Value::Object(members) => {
            let kept = members.iter().filter(|(name, _)| !GIVEN.contains(&name.as_str()));
            let kept =
                kept.filter(|(name, value)| *name != "Tags" || value.as_array().is_none_or(|tags| !tags.is_empty()));
            Value::Object(kept.map(|(name, value)| (name.clone(), plain(value))).collect())
        }
        Value::Array(items) => {
            let mut items: Vec<Value> = items.iter().map(plain).collect();
            items.sort_by_key(Value::to_string);
            Value::Array(items)
        }
        other => other.clone(),
    }
}

#[track_caller]
fn check_round_trips(text: &str) {
    let imported = import(&[text]).unwrap();
    assert_eq!(imported.report.problems, []);
    let first = details(&imported.account);
    let again = import(&[&first.to_string()]).unwrap();
    assert_eq!(again.report.problems, []);
    assert_eq!(details(&again.account), first, "as JSON");

    let lines = exchange::script(&imported.account);
    let accounts = vec![ScenarioAccount { id: imported.account.id, name: "empty".into() }];
    let mut sandbox = Sandbox::new(Scenario { accounts, build: Vec::new(), ask: None, ..Scenario::first() });
    let mut terminal = Terminal::of(&sandbox);
    let played = script::play(&lines, &mut sandbox, &mut terminal).unwrap();
    let failed: Vec<_> =
        played.iter().filter_map(|played| Some((played.span.of(&lines), played.error.clone()?))).collect();
    assert_eq!(failed, [], "every line is carried out");
    let built = authorization_details(&sandbox, imported.account.id).unwrap();
    assert_eq!(plain(&built), plain(&first), "as a script");
}

#[test]
fn a_small_account_round_trips() {
    check_round_trips(SMALL);
}

#[test]
fn a_large_account_round_trips() {
    check_round_trips(LARGE);
}

/// What stands in the file is what stands in the world: worked out from the file by hand.
#[test]
fn the_file_is_told_again_as_it_was() {
    let imported = import(&[SMALL]).unwrap();
    let file: Value = serde_json::from_str(SMALL).unwrap();
    let told = details(&imported.account);
    let named = |value: &Value, list: &str, member: &str, name: &str| -> Value {
        value[list].as_array().unwrap().iter().find(|one| one[member] == name).unwrap().clone()
    };
    for name in ["alice", "bob", "carol", "dave"] {
        let (before, after) =
            (named(&file, "UserDetailList", "UserName", name), named(&told, "UserDetailList", "UserName", name));
        for member in ["Arn", "Path", "UserId", "GroupList", "AttachedManagedPolicies", "UserPolicyList"] {
            assert_eq!(plain(&before[member]), plain(&after[member]), "{name}: {member}");
        }
    }
    let (before, after) =
        (named(&file, "RoleDetailList", "RoleName", "gha"), named(&told, "RoleDetailList", "RoleName", "gha"));
    assert_eq!(before["AssumeRolePolicyDocument"], after["AssumeRolePolicyDocument"]);
    assert_eq!(before["RoleId"], after["RoleId"]);
    assert_eq!(imported.account.policies().filter(|policy| !policy.is_from_aws()).count(), 2);
    let versioned = imported.account.policies().find(|policy| &*policy.name == "DataBucketRW").unwrap();
    assert_eq!((versioned.default_version, versioned.versions.len()), (4, 4));
}

#[test]
fn the_example_of_the_documentation_is_read_with_its_oddities() {
    let imported = import(&[DOCUMENTED]).unwrap();
    let account = &imported.account;
    assert_eq!(account.id.to_string(), "123456789012");
    // `AttachedManagedPolicies` of a group is an object there.
    assert_eq!(account.group("Admins").unwrap().policies.attached.len(), 1);
    // All have the same id there, which would make them one.
    let ids: std::collections::BTreeSet<_> = account.users().map(|user| &user.id).collect();
    assert_eq!(ids.len(), 3);
    assert!(imported.report.absences.contains(&Absence::Pages), "it is one page of several");
    assert_eq!(imported.report.problems, []);
}

const TRUST: &str = "%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%2C%22Principal%22%3A%7B%22Service%22%3A%22ec2.amazonaws.com%22%7D%2C%22Action%22%3A%22sts%3AAssumeRole%22%7D%5D%7D";

#[test]
fn documents_come_url_encoded_as_the_api_has_them() {
    let text = json!({ "RoleDetailList": [
        { "RoleName": "web", "Arn": "arn:aws:iam::111122223333:role/web", "AssumeRolePolicyDocument": TRUST },
    ] });
    let imported = import(&[&text.to_string()]).unwrap();
    assert_eq!(imported.report.problems, []);
    let web = imported.account.role("web").unwrap();
    assert!(web.trust.text().contains("ec2.amazonaws.com") && web.trust.text().contains('\n'), "and is laid out");
}

#[test]
fn pages_are_merged_whichever_way_they_come() {
    let user = |name: &str| json!({ "UserName": name, "Arn": format!("arn:aws:iam::111122223333:user/{name}") });
    let first = json!({ "UserDetailList": [user("a")], "IsTruncated": true, "Marker": "x" }).to_string();
    let second = json!({ "UserDetailList": [user("b")], "IsTruncated": false }).to_string();
    let enveloped = json!({ "GetAccountAuthorizationDetailsResponse": {
        "GetAccountAuthorizationDetailsResult": { "UserDetailList": [user("a"), user("b")] } } })
    .to_string();
    for files in [
        vec![&*first, &*second],
        vec![&*second, &*first],
        vec![&*format!("{first}\n{second}")],
        vec![&*format!("[{first}, {second}]")],
        vec![&*enveloped],
    ] {
        let imported = import(&files).unwrap();
        assert_eq!(imported.account.users().count(), 2, "{files:?}");
        assert!(!imported.report.absences.contains(&Absence::Pages), "{files:?}");
    }
    assert!(import(&[&first]).unwrap().report.absences.contains(&Absence::Pages));
}

#[test]
fn lists_that_are_missing_are_told() {
    let imported = import(&[
        r#"{"UserDetailList":[{"UserName":"a","Arn":"arn:aws:iam::111122223333:user/a","GroupList":["g"]}]}"#,
    ])
    .unwrap();
    for list in [List::Groups, List::Roles, List::Policies] {
        assert!(imported.report.absences.contains(&Absence::List(list)), "{list:?}");
    }
    assert!(!imported.report.absences.contains(&Absence::List(List::Users)));
}

#[test]
fn a_broken_file_is_refused_with_its_place() {
    let broken = "{\n  \"UserDetailList\": [\n    {\"UserName\": \"a\",, }\n  ]\n}";
    match import(&[SMALL, broken]) {
        Err(ImportError::Syntax { file, line: 3, .. }) => assert_eq!(&*file, "1.json"),
        other => panic!("{other:?}"),
    }
    let cut = &SMALL[..SMALL.len() / 2];
    assert!(matches!(import(&[cut]), Err(ImportError::Syntax { .. })));
    assert!(
        matches!(import(&["{\"Users\": []}"]), Err(ImportError::NotDetails { members, .. }) if &*members[0] == "Users")
    );
    assert!(matches!(import(&["[]"]), Err(ImportError::Syntax { .. })));
    assert!(matches!(import(&[""]), Err(ImportError::Syntax { .. })));
    assert!(matches!(import(&["{\"UserDetailList\": []}"]), Err(ImportError::Empty)));
    let other = SMALL.replace("123456789012", "111122223333");
    match import(&[SMALL, &other]) {
        Err(ImportError::TwoAccounts { place, .. }) => assert_eq!(&*place.file, "1.json"),
        other => panic!("{other:?}"),
    }
    let china = SMALL.replace("arn:aws:iam::1", "arn:aws-cn:iam::1");
    assert!(matches!(import(&[&china]), Err(ImportError::Partition { .. })));
    assert!(matches!(import(&[&" ".repeat(Importer::MAX_BYTES + 1)]), Err(ImportError::TooLarge)));
}

#[test]
fn what_cannot_be_taken_over_is_left_out_and_listed_with_its_place() {
    let good = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}"#;
    let text = format!(
        r#"{{"UserDetailList": [
  {{"UserName": "a", "Arn": "arn:aws:iam::111122223333:user/a", "GroupList": ["ghosts"],
    "UserPolicyList": [{{"PolicyName": "ok", "PolicyDocument": {good}}},
                       {{"PolicyName": "bad", "PolicyDocument": {{"Statement": [{{"Effect": "Perhaps"}}]}}}}]}},
  {{"UserName": "b b", "Arn": "arn:aws:iam::111122223333:user/b b"}},
  {{"UserName": "A", "Arn": "arn:aws:iam::111122223333:user/A"}},
  {{"UserName": "d", "Arn": "arn:aws:iam::111122223333:user/d",
    "AttachedManagedPolicies": [{{"PolicyArn": "arn:aws:iam::111122223333:policy/gone"}}]}}],
"GroupDetailList": [], "Policies": []}}"#
    );
    let imported = import(&[&text]).unwrap();
    let found: Vec<_> =
        imported.report.problems.iter().map(|it| (it.place.line, it.place.path.as_str(), &it.kind)).collect();
    let [document, group, name, twice, policy] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((document.0, document.1), (2, "UserDetailList[0].UserPolicyList[1].PolicyDocument"));
    assert!(matches!(document.2, ProblemKind::Document(Some(_))));
    assert_eq!((group.0, group.1), (2, "UserDetailList[0].GroupList[0]"));
    assert_eq!(*group.2, ProblemKind::NoGroup("ghosts".into()));
    assert_eq!((name.0, name.1), (5, "UserDetailList[1].UserName"));
    assert!(matches!(name.2, ProblemKind::BadName(_)));
    assert_eq!((twice.1, twice.2), ("UserDetailList[2].UserName", &ProblemKind::Twice("A".into())));
    assert!(matches!(policy.2, ProblemKind::NoPolicy(arn) if arn.last_name() == "gone"));
    let names: Vec<_> = imported.account.users().map(|user| &*user.name).collect();
    assert_eq!(names, ["a", "d"]);
    assert!(imported.account.user("a").unwrap().policies.inline.contains_key("ok"));
}

/// A sandbox with the account, and what it says to a question of one of its users.
fn ask(account: &Account, user: &str, action: &str, resource: &str) -> (Decision, Vec<PolicyLayer>) {
    let sandbox = Sandbox::new(import_scenario(account));
    let key = account.user(user).unwrap().access_keys[0].id.clone();
    let answer = sandbox.preview(&Question::new(Credentials::Key(key), action, resource));
    let check = answer.checks.last().unwrap();
    (check.verdict.decision, check.policies.unknown.iter().collect())
}

fn with(policies: &Value, groups: &Value) -> Account {
    import(&[&text_with(policies, groups)]).unwrap().account
}

fn text_with(policies: &Value, groups: &Value) -> String {
    json!({ "UserDetailList": [{ "UserName": "a", "Arn": "arn:aws:iam::111122223333:user/a",
        "UserPolicyList": policies, "GroupList": groups }], "GroupDetailList": [], "Policies": [], "RoleDetailList": [] })
    .to_string()
}

fn inline(effect: &str, action: &str) -> Value {
    json!([{ "PolicyName": "p", "PolicyDocument": { "Version": "2012-10-17",
        "Statement": [{ "Effect": effect, "Action": action, "Resource": "*" }] } }])
}

#[test]
fn what_no_file_tells_makes_verdicts_that_depend_on_it_uncertain() {
    let queue = "arn:aws:sqs:us-east-1:111122223333:q";
    let allowing = with(&inline("Allow", "*"), &json!([]));
    // An SCP nobody has seen may take it away.
    assert_eq!(ask(&allowing, "a", "iam:ListUsers", "*"), (Decision::CannotSay, vec![PolicyLayer::Scp]));
    // A sure Deny stays one, whatever SCPs and the queue's policy say.
    let denying = with(&inline("Deny", "*"), &json!([]));
    assert_eq!(ask(&denying, "a", "sqs:SendMessage", queue).0, Decision::ExplicitDeny);
    // SCPs give nothing, so nobody may what no policy allows.
    let silent = with(&json!([]), &json!([]));
    assert_eq!(ask(&silent, "a", "iam:ListUsers", "*").0, Decision::ImplicitDeny);
    // The policy of a queue may: it is not in the file.
    let (decision, unknown) = ask(&silent, "a", "sqs:SendMessage", queue);
    assert_eq!(decision, Decision::CannotSay);
    assert!(unknown.contains(&PolicyLayer::Resource));
    // A group nobody has seen may allow.
    let grouped = with(&json!([]), &json!(["ghosts"]));
    assert_eq!(ask(&grouped, "a", "iam:ListUsers", "*").0, Decision::CannotSay);
}

#[test]
fn once_it_is_said_that_there_is_nothing_more_verdicts_are_certain() {
    let whole =
        |text: String| import_with(vec![("a".into(), text)], Options { is_whole: true, ..options() }).unwrap().account;
    let account = whole(text_with(&inline("Allow", "*"), &json!([])));
    assert_eq!(ask(&account, "a", "iam:ListUsers", "*"), (Decision::Allowed, vec![]));
    assert_eq!(ask(&account, "a", "s3:GetObject", "arn:aws:s3:::bucket/x").0, Decision::Allowed);
    // What the file should have told and did not stays unknown.
    let grouped = whole(text_with(&json!([]), &json!(["ghosts"])));
    assert_eq!(ask(&grouped, "a", "iam:ListUsers", "*").0, Decision::CannotSay);
}

#[test]
fn tags_and_organizations_that_nobody_told_of_are_not_taken_to_be_absent() {
    let document = |key: &str, value: &str| {
        json!([{ "PolicyName": "p", "PolicyDocument": { "Version": "2012-10-17", "Statement": [{ "Effect": "Allow",
            "Action": "*", "Resource": "*", "Condition": { "StringEquals": { key: value } } }] } }])
    };
    let tagged = with(&document("aws:ResourceTag/env", "dev"), &json!([]));
    let instance = "arn:aws:ec2:us-east-1:111122223333:instance/i-0abc";
    assert_eq!(ask(&tagged, "a", "ec2:StopInstances", instance).0, Decision::CannotSay);
    let organized = with(&document("aws:PrincipalOrgID", "o-1"), &json!([]));
    assert_eq!(ask(&organized, "a", "iam:ListUsers", "*").0, Decision::CannotSay);
}

#[test]
fn an_imported_world_is_saved_and_opened_as_it_was() {
    let imported = import(&[SMALL]).unwrap();
    let sandbox = Sandbox::new(imported.scenario());
    let save = iam_sandbox::api::Save::parse(&sandbox.save(Value::Null).to_json()).unwrap();
    let opened = Sandbox::open(&save);
    assert!(opened.world() == sandbox.world());
    let role: Arn = "arn:aws:iam::123456789012:role/dev-deploy".parse().unwrap();
    assert!(opened.world().role(&role).is_some());
}

fn renamed(text: &str, seed: &str) -> Imported {
    import_with(vec![("a".into(), text.to_owned())], Options { renames: true, seed: seed.into(), ..options() }).unwrap()
}

/// Names that wildcards take parts of, tags, variables, paths, and a principal of another account.
const NAMED: &str = r#"{"UserDetailList": [
  {"UserName": "developer-ana", "Path": "/acme/", "Arn": "arn:aws:iam::123456789012:user/acme/developer-ana",
   "UserId": "AIDACKCEVSQ6C2EXAMPLE", "GroupList": ["Devs"], "Tags": [{"Key": "Team", "Value": "payments"}]},
  {"UserName": "devops", "Arn": "arn:aws:iam::123456789012:user/devops", "GroupList": ["Devs"]},
  {"UserName": "ana", "Arn": "arn:aws:iam::123456789012:user/ana", "GroupList": ["Devs"]}],
 "GroupDetailList": [{"GroupName": "Devs", "Arn": "arn:aws:iam::123456789012:group/Devs",
   "AttachedManagedPolicies": [{"PolicyName": "IAMReadOnlyAccess", "PolicyArn": "arn:aws:iam::aws:policy/IAMReadOnlyAccess"}],
   "GroupPolicyList": [{"PolicyName": "AcmePayroll", "PolicyDocument": {"Version": "2012-10-17", "Statement": [
    {"Sid": "AcmeOwn", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::acme-data/${aws:username}/*"},
    {"Effect": "Allow", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::acme-*/d?v*"},
    {"Effect": "Allow", "Action": "s3:DeleteObject", "Resource": "*", "Condition": {"StringLike": {"aws:username": "dev*"}}},
    {"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "*", "Condition": {"StringEquals": {"aws:PrincipalTag/team": "payments"}}},
    {"Effect": "Allow", "Action": "s3:*Tagging", "Resource": "arn:aws:s3:::*/payments/*"},
    {"Effect": "Allow", "Action": "ec2:RunInstances", "Resource": "*", "Condition": {"StringEquals": {"ec2:InstanceType": "t3.micro", "aws:RequestedRegion": "us-east-1"}}}
   ]}}]}],
 "RoleDetailList": [{"RoleName": "payments-deploy", "Arn": "arn:aws:iam::123456789012:role/payments-deploy",
   "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
     "Principal": {"AWS": ["arn:aws:iam::999988887777:role/acme-ci", "arn:aws:iam::123456789012:user/devops"]}, "Action": "sts:AssumeRole"},
     {"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"},
      "Action": "sts:AssumeRoleWithWebIdentity", "Condition": {"StringLike": {"token.actions.githubusercontent.com:sub": "repo:acme/*"}}}]}}],
 "Policies": []}"#;

#[test]
fn other_names_change_no_verdict() {
    let plain = import(&[NAMED]).unwrap().account;
    let mut seen = std::collections::BTreeSet::new();
    for seed in ["1", "2", "3", "4", "5", "6", "7", "8"] {
        let other = renamed(NAMED, seed);
        assert_eq!(other.report.problems, []);
        let mut names = other.names.clone().unwrap();
        // What nobody told of is taken not to be there, so that verdicts say yes and no.
        let certain = |account: &Account| {
            let mut account = account.clone();
            account.unseen = iam_sandbox::world::Unseen::default();
            account
        };
        let (before, after) = (certain(&plain), certain(&other.account));
        for user in ["developer-ana", "devops", "ana"] {
            let user_after = names.text(user);
            for (action, resource) in [
                ("s3:GetObject", "arn:aws:s3:::acme-data/ana/x"),
                ("s3:GetObject", "arn:aws:s3:::acme-data/developer-ana/x"),
                ("s3:PutObject", "arn:aws:s3:::acme-logs/devops"),
                ("s3:PutObject", "arn:aws:s3:::acme-logs/divers/x"),
                ("s3:PutObject", "arn:aws:s3:::acme-logs/deep"),
                ("s3:PutObject", "arn:aws:s3:::other-logs/devops"),
                ("s3:DeleteObject", "arn:aws:s3:::any/x"),
                ("s3:ListBucket", "arn:aws:s3:::any"),
                ("s3:GetObjectTagging", "arn:aws:s3:::any/payments/x"),
                ("s3:GetObjectTagging", "arn:aws:s3:::any/payment/x"),
                ("iam:ListUsers", "*"),
                ("sts:AssumeRole", "arn:aws:iam::123456789012:role/payments-deploy"),
            ] {
                let verdict = ask(&before, user, action, resource).0;
                seen.insert((action, format!("{verdict:?}")));
                let other_resource = names.arn(resource);
                assert_eq!(
                    ask(&after, &user_after, action, &other_resource).0,
                    verdict,
                    "{user} {action} {resource}: {other_resource}"
                );
            }
        }
    }
    // Six of the seven actions are allowed once and denied once; everybody is in the group that may list users.
    assert_eq!(seen.len(), 13, "{seen:?}");
}

#[test]
fn no_name_of_the_customer_is_left_and_those_of_aws_stay() {
    let other = renamed(NAMED, "1");
    let told = serde_json::to_string(&other.account).unwrap();
    for word in [
        "acme",
        "Acme",
        "payment",
        "developer",
        "devops",
        "Devs",
        "deploy",
        "ana/",
        "Team",
        "123456789012",
        "999988887777",
        "AIDACKCEVSQ6C2EXAMPLE",
    ] {
        assert!(!told.contains(word), "{word} is left");
    }
    for word in [
        "IAMReadOnlyAccess",
        "t3.micro",
        "us-east-1",
        "token.actions.githubusercontent.com:sub",
        "aws:username",
        "2012-10-17",
        "s3:GetObject",
    ] {
        assert!(told.contains(word), "{word} is AWS's");
    }
    assert_ne!(renamed(NAMED, "2").account.id, other.account.id, "another seed gives others");
}

#[test]
fn a_whole_account_under_other_names_is_whole() {
    let (plain, other) = (import(&[LARGE]).unwrap(), renamed(LARGE, "1"));
    assert_eq!(other.report.problems, []);
    assert_eq!(other.report.counts, plain.report.counts);
}

//! The command line: consoles as they are in `tests/cli/*.md`, and what scripts and short names stand for.
//!
//! A file has a heading for each case. Its fenced blocks `setup` are scripts that run first; blocks `console` hold
//! lines that begin with `$ ` (and go on while the line before ends in a backslash) and what they print below;
//! `…` stands for any text. Expected output is that of the AWS CLI's documentation, or of the CLI itself.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, clippy::unwrap_used, reason = "a test program: a panic is how it reports")]

use iam_sandbox::api::{Credentials, Event, Outcome, Sandbox, Scenario};
use iam_sandbox::cli::script::{self, BuildError};
use iam_sandbox::cli::{self, Act, CliErrorKind, Problem, ResourceError, Terminal, WhoError};
use iam_sandbox::eval::ContextValue;
use iam_sandbox::world::World;

/// The scenario without anything in it: two accounts.
fn empty() -> Scenario {
    Scenario { build: Vec::new(), ask: None, ..Scenario::first() }
}

fn console(text: &str) -> Vec<(String, String)> {
    let mut commands: Vec<(String, String)> = Vec::new();
    let mut goes_on = false;
    for line in text.lines() {
        match (line.strip_prefix("$ "), commands.last_mut()) {
            (Some(command), _) => {
                commands.push((command.to_owned(), String::new()));
                goes_on = command.ends_with('\\');
            }
            (None, Some((command, _))) if goes_on => {
                command.push('\n');
                command.push_str(line);
                goes_on = line.ends_with('\\');
            }
            (None, Some((_, output))) => {
                output.push_str(line);
                output.push('\n');
            }
            (None, None) => panic!("output before a command: {line}"),
        }
    }
    commands
}

fn is_like(pattern: &str, text: &str) -> bool {
    let mut pieces = pattern.split('…');
    let first = pieces.next().unwrap();
    let Some(mut rest) = text.strip_prefix(first) else { return false };
    let pieces: Vec<&str> = pieces.collect();
    let Some((last, middle)) = pieces.split_last() else { return rest.is_empty() };
    for piece in middle {
        let Some(at) = rest.find(piece) else { return false };
        rest = &rest[at + piece.len()..];
    }
    rest.ends_with(last)
}

/// One case: its blocks in order, on a world of its own.
fn play_case(file: &str, case: &str) {
    let title = case.lines().next().unwrap_or_default();
    let mut sandbox = Sandbox::new(empty());
    let mut terminal = Terminal::of(&sandbox);
    let mut n_lines = 0;
    for block in case.split("\n```").skip(1).step_by(2) {
        let (kind, text) = block.split_once('\n').unwrap_or_else(|| panic!("{file}: {title}: an empty block"));
        match kind {
            "setup" => {
                let played = script::play(text, &mut sandbox, &mut terminal).unwrap();
                let failed: Vec<_> = played.iter().filter_map(|played| played.error.as_ref()).collect();
                assert!(failed.is_empty(), "{file}: {title}: {failed:?}");
            }
            "console" => {
                for (line, expected) in console(text) {
                    n_lines += 1;
                    let output = cli::run(&mut sandbox, &mut terminal, &line);
                    let printed = format!("{}{}", output.stdout, output.stderr);
                    assert!(
                        is_like(expected.trim_matches('\n'), printed.trim_matches('\n')),
                        "{file}: {title}\n$ {line}\nexpected:\n{expected}\nprinted:\n{printed}\n{:?}",
                        output.error
                    );
                }
            }
            name if name.starts_with("file ") => {
                terminal.files.insert(name["file ".len()..].to_owned(), text.to_owned());
            }
            other => panic!("{file}: {title}: no block is called `{other}`"),
        }
    }
    assert!(n_lines > 0, "{file}: {title} types nothing");
}

#[test]
fn consoles_print_what_the_documentation_shows() {
    let mut n_cases = 0;
    for entry in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli")).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        for case in text.split("\n## ").skip(1) {
            play_case(&path.display().to_string(), case);
            n_cases += 1;
        }
    }
    assert!(n_cases > 5, "the consoles are not where this test looks for them");
}

fn first() -> Sandbox {
    Sandbox::new(Scenario::first())
}

/// From the AWS CLI user guide, "Environment variables to configure the AWS CLI" and "Configuration and credential file
/// settings": options on the line come first, then keys in variables, then the profile in AWS_PROFILE. Exit code 253
/// is that of "Command line return codes"; the sentence about partial credentials is botocore's.
#[test]
fn variables_say_who_calls_and_where() {
    let mut sandbox = first();
    let mut terminal = Terminal::of(&sandbox);
    let alice = sandbox.world().accounts().find_map(|account| account.user("alice")).unwrap().access_keys[0].clone();
    let mut type_in = |line: &str| {
        let output = cli::run(&mut sandbox, &mut terminal, line);
        assert!(!matches!(output.error.as_ref().map(|error| &error.kind), Some(CliErrorKind::Sandbox(_))), "{line}");
        (output.code, format!("{}{}", output.stdout, output.stderr).trim().trim_matches('"').to_owned())
    };
    let who = "aws sts get-caller-identity --query Arn";
    let arn = |name: &str| (0, format!("arn:aws:iam::111122223333:{name}"));
    assert_eq!(type_in(&format!("AWS_PROFILE=bob {who}")), arn("user/bob"));
    assert_eq!(type_in(&format!("export AWS_ACCESS_KEY_ID={}", alice.id)), (0, String::new()));
    let missing = "Partial credentials found in env, missing: AWS_SECRET_ACCESS_KEY";
    assert_eq!(type_in(who), (253, missing.to_owned()));
    type_in(&format!("export AWS_SECRET_ACCESS_KEY=\"{}\" AWS_REGION=eu-west-1", alice.secret));
    assert_eq!(type_in(who), arn("user/alice"));
    assert_eq!(type_in(&format!("AWS_PROFILE=bob {who}")), arn("user/alice"), "keys go before a profile in a variable");
    assert_eq!(type_in(&format!("{who} --profile bob")), arn("user/bob"), "and after one on the line");
    let (code, told) = type_in(&format!("AWS_SECRET_ACCESS_KEY=wrong {who}"));
    assert!(code == 254 && told.contains("(SignatureDoesNotMatch)"), "{told}");
    assert_eq!(type_in(who), arn("user/alice"), "what stands before a command is for that command");
    type_in("unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY; AWS_PROFILE=bob");
    assert_eq!(type_in(who), arn("user/bob"));
    type_in("aws s3api list-buckets");
    let region = |sandbox: &Sandbox| {
        let Event::Call(call) = &sandbox.steps().last().unwrap().event else { panic!("a call") };
        call.environment.overrides.get("aws:RequestedRegion").cloned().flatten()
    };
    assert_eq!(region(&sandbox), Some(ContextValue::One("eu-west-1".into())));
}

#[test]
fn what_is_no_variable_is_told() {
    let mut sandbox = first();
    let mut terminal = Terminal::of(&sandbox);
    for (line, word) in [("export 1A=b", "1A=b"), ("unset A=b", "A=b"), ("export A=b c-d", "c-d")] {
        let output = cli::run(&mut sandbox, &mut terminal, line);
        let problem = CliErrorKind::Sandbox(Problem::VariableShape(word.into()));
        assert_eq!(output.error.map(|error| error.kind), Some(problem), "{line}");
    }
    assert!(terminal.variables.is_empty());
}

#[track_caller]
fn check_resource(world: &World, text: &str, expected: &str, is_there: bool) {
    let home = "111122223333".parse().unwrap();
    let found = cli::resource(world, home, text).unwrap();
    assert_eq!((&*found.arn, found.is_there), (expected, is_there), "{text}");
}

#[test]
fn short_names_stand_for_resources() {
    let sandbox = first();
    let world = sandbox.world();
    check_resource(world, "*", "*", true);
    check_resource(world, "payroll/may.csv", "arn:aws:s3:::payroll/may.csv", true);
    check_resource(world, "payroll", "arn:aws:s3:::payroll", true);
    check_resource(world, "role/report-editor", "arn:aws:iam::111122223333:role/report-editor", true);
    check_resource(world, "user/nobody", "arn:aws:iam::111122223333:user/nobody", false);
    check_resource(world, "dev/role/x", "arn:aws:iam::444455556666:role/x", false);
    check_resource(world, "policy/ReadPayroll", "arn:aws:iam::111122223333:policy/ReadPayroll", true);
    check_resource(world, "dynamodb:table/finance", "arn:aws:dynamodb:eu-west-1:111122223333:table/finance", true);
    check_resource(world, "dev/sqs:orders", "arn:aws:sqs:eu-west-1:444455556666:orders", true);
    check_resource(world, "arn:aws:s3:::elsewhere/x", "arn:aws:s3:::elsewhere/x", false);
    let home = "111122223333".parse().unwrap();
    assert!(matches!(cli::resource(world, home, "nothing/x"), Err(ResourceError::NoBucket { .. })));
    assert_eq!(cli::resource(world, home, "key/x"), Err(ResourceError::NoKey("x".into())));
}

#[test]
fn an_instance_goes_by_its_id_and_by_its_name() {
    let mut sandbox = first();
    let mut terminal = Terminal::of(&sandbox);
    check_resource(sandbox.world(), "ec2:instance/web", "arn:aws:ec2:eu-west-1:111122223333:instance/web", true);
    let launch = "aws ec2 run-instances --image-id ami-0abcdef1234567890 --query Instances[0].InstanceId --output text \
        --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=web}]'";
    let id = cli::run(&mut sandbox, &mut terminal, launch).stdout.trim().to_owned();
    assert!(id.starts_with("i-"), "{id}");
    let arn = format!("arn:aws:ec2:us-east-1:111122223333:instance/{id}");
    check_resource(sandbox.world(), "ec2:instance/web", &arn, true);
    check_resource(sandbox.world(), &format!("ec2:instance/{id}"), &arn, true);
}

#[test]
fn profiles_stand_for_credentials() {
    let mut sandbox = first();
    let mut terminal = Terminal::of(&sandbox);
    let home = terminal.home;
    let who = |sandbox: &Sandbox, profile: &str| cli::credentials(sandbox.world(), home, profile);
    assert_eq!(who(&sandbox, "owner"), Ok(Credentials::Owner(home)));
    assert_eq!(who(&sandbox, "root@dev"), Ok(Credentials::Root("444455556666".parse().unwrap())));
    assert!(matches!(who(&sandbox, "alice"), Ok(Credentials::Key(key)) if key.starts_with("AKIA")));
    assert_eq!(who(&sandbox, "prod/alice"), who(&sandbox, "alice"));
    assert_eq!(who(&sandbox, "dev/alice"), Err(WhoError::NoUser("alice".into())));
    assert_eq!(who(&sandbox, "nobody"), Err(WhoError::NoUser("nobody".into())));
    assert!(matches!(who(&sandbox, "report-editor/ana"), Err(WhoError::NoSession { .. })));
    let assume = "aws sts assume-role --role-arn arn:aws:iam::111122223333:role/report-editor \\\n  --role-session-name ana --profile alice";
    let first_session = script::play(assume, &mut sandbox, &mut terminal).unwrap();
    assert_eq!(first_session[0].error, None);
    let session = who(&sandbox, "report-editor/ana").unwrap();
    assert!(matches!(&session, Credentials::Key(key) if key.starts_with("ASIA")));
    script::play(assume, &mut sandbox, &mut terminal).unwrap();
    let newer = who(&sandbox, "prod/report-editor/ana").unwrap();
    assert_ne!(newer, session, "the newest session is meant");
}

#[test]
fn a_script_asks_calls_waits_and_answers() {
    let mut sandbox = first();
    let mut terminal = Terminal::of(&sandbox);
    let before = sandbox.now();
    let script = "# what alice may not do\n\nask alice s3:GetObject payroll/may.csv aws:SourceIp=198.51.100.7\n\
        clock +16m\nanswer stopped-at identity # as a guess\naws iam create-user \\\n  --user-name carol\n";
    let played = script::play(script, &mut sandbox, &mut terminal).unwrap();
    let Act::Ask(question) = &played[0].act else { panic!("{played:?}") };
    assert_eq!(&*question.environment.source_ip, "198.51.100.7");
    assert!(played[0].error.is_some());
    assert_eq!(played[1].act, Act::Advance { seconds: 960 });
    assert_eq!(played[2].act, Act::Answer { name: "stopped-at".into(), value: "identity".into() });
    assert!(sandbox.world().account(terminal.home).unwrap().user("carol").is_some());
    assert_eq!(sandbox.now().epoch_seconds() - before.epoch_seconds(), 960 + 2);
}

#[test]
fn what_a_call_returns_is_kept_for_later_lines_and_built_into_a_world() {
    let script = "ARN=$(aws iam create-policy --policy-name Read --query Policy.Arn --output text \\\n  --policy-document '{\"Version\":\"2012-10-17\",\n  \"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}]}')\n\
        aws iam create-user --user-name alice\naws iam attach-user-policy --user-name alice --policy-arn $ARN\n";
    let calls = script::build(script, &empty()).unwrap();
    assert_eq!(calls[2].input["PolicyArn"], "arn:aws:iam::111122223333:policy/Read");
    let sandbox = Sandbox::new(Scenario { build: calls, ..empty() });
    let prod = sandbox.world().account("111122223333".parse().unwrap()).unwrap();
    assert_eq!(prod.user("alice").unwrap().policies.attached.len(), 1);
}

#[test]
fn a_policy_of_a_world_is_laid_out_and_one_that_is_typed_is_not() {
    let policy = r#"{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}"#;
    let line = format!("aws iam create-policy --policy-name Read --policy-document '{policy}'");
    let expected = r#"{
    "Statement": {
        "Effect": "Allow",
        "Action": "s3:*",
        "Resource": "*"
    }
}"#;
    let calls = script::build(&line, &empty());
    let input = |calls: &[iam_sandbox::api::ScenarioCall]| calls[0].input["PolicyDocument"].clone();
    assert_eq!(input(&calls.unwrap()), expected);
    let mut sandbox = Sandbox::new(empty());
    let mut terminal = Terminal::of(&sandbox);
    let played = script::play(&line, &mut sandbox, &mut terminal).unwrap();
    let Act::Call(call) = &played[0].act else { panic!("{:?}", played[0].act) };
    assert_eq!(call.input["PolicyDocument"], policy);
}

#[test]
fn a_world_is_built_by_calls_of_the_owner_that_succeed() {
    let twice = "aws iam create-user --user-name alice\naws iam create-user --user-name alice";
    assert!(matches!(script::build(twice, &empty()), Err(BuildError::Failed { .. })));
    assert!(matches!(script::build("clock +1h", &empty()), Err(BuildError::NotAnOwner(_))));
    assert!(matches!(script::build("aws iam create-user", &empty()), Err(BuildError::Line(_))));
}

#[track_caller]
fn check_problem(line: &str, expected: Problem, place: &str) {
    let mut sandbox = first();
    let mut terminal = Terminal::of(&sandbox);
    let output = cli::run(&mut sandbox, &mut terminal, line);
    let error = output.error.unwrap();
    assert_eq!((error.kind, error.span.of(line)), (CliErrorKind::Sandbox(expected), place));
    assert!(sandbox.steps().is_empty(), "nothing is done");
}

#[test]
fn what_the_sandbox_does_not_take_is_told_with_its_place() {
    check_problem("aws iam list-users | jq .", Problem::ShellOnly('|'), "|");
    check_problem("aws iam get-user --user-name 'bob", Problem::OpenQuote('\''), "'bob");
    check_problem("ls -l", Problem::UnknownVerb("ls".into()), "ls");
    check_problem("aws s3 ls", Problem::UnknownService("s3".into()), "s3");
    check_problem("aws batch list-jobs", Problem::UnknownService("batch".into()), "batch");
    check_problem(
        "aws iam list-users --query 'Users[*].Arn'",
        Problem::UnsupportedQuery("Users[*].Arn".into()),
        "'Users[*].Arn'",
    );
    check_problem("aws iam get-user --user-name $WHO", Problem::UnknownVariable("WHO".into()), "$WHO");
    check_problem(
        "aws ec2 allocate-address --domain vpc",
        Problem::UnsupportedOperation("AllocateAddress".into()),
        "allocate-address",
    );
    check_problem(
        "aws iam simulate-custom-policy --policy-input-list {} --action-names s3:GetObject --resource-handling-option=EC2-VPC",
        Problem::UnsupportedMember("ResourceHandlingOption".into()),
        "--resource-handling-option=EC2-VPC",
    );
    check_problem("ask alice s3:GetObject", Problem::AskShape, "ask");
    check_problem("ask carol s3:GetObject *", Problem::Who(WhoError::NoUser("carol".into())), "carol");
    check_problem("clock 2020-01-01", Problem::ClockBack, "2020-01-01");
    check_problem("clock soon", Problem::ClockShape("soon".into()), "soon");
    check_problem("code phone", Problem::NoDevice("phone".into()), "phone");
    check_problem("revoke", Problem::RevokeShape, "revoke");
    check_problem("signin --password x", Problem::SignInShape, "signin");
    check_problem("signin alice --password", Problem::NoValue("--password".into()), "--password");
    check_problem("signin alice --pasword x", Problem::UnsupportedOption("--pasword".into()), "--pasword");
    check_problem("signin root@test", Problem::Who(WhoError::NoAccount("test".into())), "root@test");
    check_problem("on web wget http://169.254.169.254/", Problem::OnShape, "wget");
    check_problem("on web curl http://169.254.169.254/", Problem::NoInstance("web".into()), "web");
    check_problem("deploy copier 'aws s3api list-buckets'", Problem::DeployShape, "deploy");
    check_problem("deploy copier --every 1m", Problem::DeployShape, "deploy");
    check_problem("deploy copier --every 0s 'aws s3api list-buckets'", Problem::DeployShape, "0s");
    check_problem("deploy copier --every 1m 'ls -l'", Problem::DeployShape, "'ls -l'");
    check_problem(
        "deploy copier --every 1m --in copy 'aws s3api list-buckets'",
        Problem::NoFunction("copy".into()),
        "copy",
    );
    check_problem("restart", Problem::ApplicationShape("restart".into()), "restart");
    check_problem("remove", Problem::ApplicationShape("remove".into()), "remove");
    check_problem("restart web --profile owner", Problem::ApplicationOfOwner("restart web".into()), "--profile");
    check_problem("propagation soon", Problem::PropagationShape, "soon");
    check_problem("code", Problem::CodeShape, "code");
    check_problem("undo twice", Problem::ExtraWords("twice".into()), "twice");
}

#[test]
fn a_call_whose_effect_is_not_modelled_is_recorded_and_told_to_be_so() {
    let mut sandbox = first();
    let mut terminal = Terminal::of(&sandbox);
    let output = cli::run(&mut sandbox, &mut terminal, "aws ssm get-parameter --name /db/password");
    let error = output.error.unwrap();
    assert_eq!(error.kind, CliErrorKind::Sandbox(Problem::NotModelled("GetParameter".into())));
    assert_eq!(sandbox.steps().len(), 1);
    assert_eq!(
        &*sandbox.steps()[0].answer.as_ref().unwrap().resource,
        "arn:aws:ssm:us-east-1:111122223333:parameter/db/password"
    );
}

#[test]
fn what_is_deployed_stands_with_all_that_was_said_of_it() {
    let mut sandbox = first();
    let mut terminal = Terminal::of(&sandbox);
    terminal.actor = Credentials::Anonymous;
    let line = "deploy reader --profile alice --every 90s --from +5m --new-process 'aws s3api get-object --bucket payroll --key may.csv out'";
    let output = cli::run(&mut sandbox, &mut terminal, line);
    assert_eq!((output.error, output.code), (None, 0));
    let deployed = sandbox.world().application("reader").unwrap();
    let alice = cli::credentials(sandbox.world(), terminal.home, "alice").unwrap();
    assert_eq!(deployed.key.as_deref(), alice.access_key_id());
    assert_eq!((deployed.account, deployed.every, deployed.is_started_anew), (terminal.home, 90, true));
    assert_eq!(deployed.from, Scenario::first().start.plus_seconds(300));
    let wanted = serde_json::json!({ "Bucket": "payroll", "Key": "may.csv" });
    assert_eq!((&*deployed.calls[0].operation, &deployed.calls[0].input), ("s3:GetObject", &wanted));
    let output = cli::run(&mut sandbox, &mut terminal, "propagation 10s; remove reader");
    assert_eq!((output.error, output.code), (None, 0));
    assert_eq!(sandbox.world().propagation_seconds(), 10);
    assert!(sandbox.world().application("reader").is_none());
}

#[test]
fn services_go_by_the_names_of_the_command_line() {
    let mut sandbox = first();
    let mut terminal = Terminal::of(&sandbox);
    let line = "aws accessanalyzer get-finding --id f-1 --analyzer-arn arn:aws:access-analyzer:us-east-1:111122223333:analyzer/mine";
    let output = cli::run(&mut sandbox, &mut terminal, line);
    assert_eq!(output.error.unwrap().kind, CliErrorKind::Sandbox(Problem::NotModelled("GetFinding".into())));
    assert_eq!(&*sandbox.steps()[0].answer.as_ref().unwrap().action, "access-analyzer:GetFinding");
    check_problem(
        "aws access-analyzer get-finding",
        Problem::UnknownService("access-analyzer".into()),
        "access-analyzer",
    );
    check_problem("aws tag get-resources", Problem::UnknownService("tag".into()), "tag");
}

#[test]
fn commands_are_parted_as_a_shell_parts_them() {
    let exists = |sandbox: &Sandbox, name: &str| sandbox.world().accounts().any(|account| account.user(name).is_some());
    let mut sandbox = first();
    let mut terminal = Terminal::of(&sandbox);
    let mut run = |sandbox: &mut Sandbox, line: &str| cli::run(sandbox, &mut terminal, line);
    let output = run(
        &mut sandbox,
        "aws iam create-user --user-name u1;aws iam create-user --user-name 'u2' && aws iam get-user --user-name u2 --query User.UserName",
    );
    assert!(output.stdout.ends_with("\"u2\"\n"), "{}", output.stdout);
    assert!(exists(&sandbox, "u1") && exists(&sandbox, "u2"));
    let output = run(&mut sandbox, "aws iam get-user --user-name nobody && aws iam create-user --user-name u3");
    assert_eq!((output.code, exists(&sandbox, "u3")), (254, false));
    run(&mut sandbox, "aws iam get-user --user-name nobody ; aws iam create-user --user-name u4");
    assert!(exists(&sandbox, "u4"));
    let quoted = run(&mut sandbox, "aws iam create-group --group-name 'a;b'");
    assert!(quoted.stderr.contains("groupName is invalid"), "{}", quoted.stderr);
    check_problem("aws iam list-users & true", Problem::ShellOnly('&'), "&");
}

#[test]
fn undo_and_unsigned_calls_are_what_they_say() {
    let mut sandbox = first();
    let mut terminal = Terminal::of(&sandbox);
    let output = cli::run(&mut sandbox, &mut terminal, "aws iam create-user --user-name carol\nundo");
    assert_eq!(output.act, Some(Act::Undo));
    assert!(sandbox.world().account(terminal.home).unwrap().user("carol").is_none());
    let unsigned = "aws s3api get-object --bucket payroll --key may.csv --no-sign-request out.csv";
    let output = cli::run(&mut sandbox, &mut terminal, unsigned);
    let Some(Act::Call(call)) = output.act else { panic!("{:?}", output.error) };
    assert_eq!(call.credentials, Credentials::Anonymous);
    assert!(matches!(sandbox.steps().last().unwrap().answer.as_ref().unwrap().outcome, Outcome::Failed(_)));
}

/// Pieces of which lines are made, sound and broken.
const PIECES: &[&str] = &[
    "aws ",
    "iam ",
    "s3api ",
    "create-user ",
    "put-object ",
    "tag-user ",
    "--user-name ",
    "--tags ",
    "--body ",
    "Key=",
    "Value=",
    ",",
    "=",
    "[",
    "]",
    "{",
    "}",
    "'",
    "\"",
    "\\",
    "\n",
    "\r\n",
    "$",
    "$(",
    ")",
    "A=$(",
    "${",
    "#",
    "é",
    "😀",
    "x",
    " ",
    "-",
    "--",
    "ask ",
    "alice ",
    "/",
    ":",
    "*",
    "clock ",
    "+",
    "9",
    "m",
    "file://",
    "{\"a\":",
    "--query ",
    "--output text ",
    "--cli-input-json ",
    "answer ",
    "undo",
    "owner@",
    "root ",
    "dev/",
];

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(300))]

    #[test]
    fn any_line_is_answered_or_refused_at_a_place_within_it(
        pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..24),
        is_call in proptest::bool::ANY,
    ) {
        let begin = if is_call { "aws iam tag-user --user-name x --tags " } else { "" };
        let line = format!("{begin}{}", pieces.concat());
        let mut sandbox = Sandbox::new(empty());
        let mut terminal = Terminal::of(&sandbox);
        let output = cli::run(&mut sandbox, &mut terminal, &line);
        if let Some(error) = output.error {
            let (start, end) = (error.span.start as usize, error.span.end as usize);
            proptest::prop_assert!(start <= end && line.get(start..end).is_some(), "{:?} in {line:?}", error);
            proptest::prop_assert_ne!(output.code, 0);
        }
    }
}

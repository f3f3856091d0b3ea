//! A lesson that is right, and what the checker says when one thing in it is wrong.

use iam_sandbox::lessons::pack::{PackError, Sources, pack};
use iam_sandbox::lessons::{Block, Inline};
use iam_sandbox::text::pack_error;

const WORLD: &str = r#"id = "small"
built = "2026-11-20T09:00:00Z"
start = "2026-11-21T10:02:00Z"
seed = "small"
accounts = [{ id = "111122223333", name = "prod" }]
build = """
aws iam create-user --user-name alice
aws iam create-access-key --user-name alice
aws s3api create-bucket --bucket reports
"""
"#;

const LESSON: &str = r#"id = "L90"
world = "small"
unit = "language"
minutes = 5
builds = true
setup = """
aws iam create-group --group-name Staff
"""
ask = { who = "alice", action = "s3:GetObject", resource = "reports/x" }
claims = ["s0.1", "s0.2"]
rules = ["C-2"]
solution = """
aws iam attach-user-policy --user-name alice --policy-arn arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess
answer why identity
"""
alternatives = ["""
answer why identity
aws iam put-user-policy --user-name alice --policy-name P --policy-document '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}'
""", """
answer why identity
aws iam add-user-to-group --group-name Staff --user-name alice
aws iam attach-group-policy --group-name Staff --policy-arn arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess
"""]

[[wrong]]
lines = """
answer why identity
"""
fails = "reads"

[[wrong]]
lines = """
answer why scp
"""
fails = "why"

[[goal]]
id = "reads"
line = "can alice s3:GetObject reports/x"
shows = ["s0.1"]

[[goal.hint]]
id = "always"

[[goal.hint]]
id = "nothing-allows"
when = "identity:implicit"

[[goal]]
id = "why"
line = "answer why = identity"

[[goal.hint]]
id = "look"

[[picks]]
name = "why"
options = ["identity", "scp"]
"#;

const PROSE: &str = "# The title
> What one learns.

## story
Some *words* about `alice`.

## task
1. Do it.
2. Say **why**.

## goal:reads
alice reads.

## goal:why
You say why.

## hint:always
1. a
2. b
3. c

## hint:nothing-allows
1. a
2. b
3. c

## hint:look
1. a
2. b
3. c

## pick:why
- identity: Identity policies
- scp: SCPs

## answer:why
- scp: There is no organization.

## look
It was allowed.

## facts
- s0.2: A fact. [source](https://docs.aws.amazon.com/)
";

pub(crate) fn sources() -> Sources {
    let files = [
        ("www/worlds/small.toml", WORLD),
        ("www/lessons/L90-small/lesson.toml", LESSON),
        ("www/lessons/L90-small/en.md", PROSE),
        ("www/lessons/L90-small/es.md", PROSE),
    ];
    files.into_iter().map(|(path, text)| (path.to_owned(), text.to_owned())).collect()
}

/// A fault in that file of `sources` with these words, at the line in which `at` stands, once one text in it was
/// replaced by another.
#[track_caller]
pub(crate) fn check_in(mut sources: Sources, file: &str, (from, to): (&str, &str), at: &str, words: &str) {
    let path = sources.keys().find(|path| path.ends_with(file)).unwrap().clone();
    let text = &sources[&path];
    assert!(text.contains(from), "`{from}` does not stand in {file}");
    let text = text.replacen(from, to, 1);
    sources.insert(path, text.clone());
    let found = pack(&sources).errors;
    let is_it = |fault: &PackError| {
        let line = text.lines().nth(fault.line - 1).unwrap_or_default();
        fault.path.ends_with(file) && line.contains(at) && pack_error(fault).contains(words)
    };
    assert!(found.iter().any(is_it), "{file}, at `{at}`: {words}\n{found:#?}");
}

#[track_caller]
fn check(file: &str, change: (&str, &str), at: &str, words: &str) {
    check_in(sources(), file, change, at, words);
}

const TOML: &str = "lesson.toml";

#[test]
fn the_lesson_without_faults_has_none() {
    assert_eq!(pack(&sources()).errors, []);
}

#[test]
fn scripts_must_do_what_they_are_for() {
    check(
        TOML,
        ("answer why identity\n\"\"\"\nalt", "\"\"\"\nalt"),
        "id = \"why\"",
        "The solution leaves the goal `why` unmet",
    );
    check(
        TOML,
        ("--group-name Staff --user-name alice", "--group-name Others --user-name alice"),
        "id = \"reads\"",
        "Alternative 2 leaves the goal `reads` unmet. This is denied now.",
    );
    check(TOML, ("answer why scp", "answer why identity"), "[[wrong]]", "Wrong solution 2 meets the goal `why`");
    check(TOML, ("fails = \"why\"", "fails = \"what\""), "fails = \"what\"", "There is no goal `what`");
    check(
        TOML,
        ("answer why identity\n\"\"\"\nalt", "answer why\n\"\"\"\nalt"),
        "answer why",
        "The solution: this line cannot be read. Write the name of the answer",
    );
    check(
        TOML,
        ("[[wrong]]\nlines = \"\"\"\nanswer why scp\n\"\"\"\nfails = \"why\"\n", ""),
        "id = \"L90\"",
        "There must be 2 wrong solutions, there are 1",
    );
}

#[test]
fn a_lesson_must_not_be_solved_at_the_start() {
    let text = LESSON.split("[[goal]]").next().unwrap();
    let only =
        "[[goal]]\nid = \"reads\"\nline = \"cannot alice s3:GetObject reports/x\"\n[[goal.hint]]\nid = \"always\"\n";
    check(TOML, (LESSON, &format!("{text}{only}")), "id = \"L90\"", "The lesson is solved at the start");
}

#[test]
fn labs_break_first_and_then_fix_and_nothing_else_has_phases() {
    let in_lab = |[one, other]: [&str; 2]| {
        let lab = LESSON.replace("unit = \"language\"", "unit = \"labs\"");
        let lab = lab.replace("id = \"reads\"\nline", &format!("id = \"reads\"\n{one}\nline"));
        lab.replace("id = \"why\"\nline", &format!("id = \"why\"\n{other}\nline"))
    };
    let (breaks, fixes) = ("phase = \"break\"", "phase = \"fix\"");
    let mut right = sources();
    right.insert("www/lessons/L90-small/lesson.toml".to_owned(), in_lab([breaks, fixes]));
    assert_eq!(pack(&right).errors, []);
    for (phases, at) in [
        ([breaks, ""], "id = \"why\""),
        (["", fixes], "id = \"reads\""),
        ([breaks, breaks], "id = \"why\""),
        ([fixes, fixes], "id = \"why\""),
        ([fixes, breaks], "id = \"why\""),
    ] {
        check(TOML, (LESSON, &in_lab(phases)), at, "The phase of the goal");
    }
    check(TOML, ("id = \"why\"\nline", "id = \"why\"\nphase = \"fix\"\nline"), "id = \"why\"", "The phase of the goal");
}

#[test]
fn names_must_be_of_something() {
    check(TOML, ("\"C-2\"", "\"Z-2\""), "rules =", "There is no rule `Z-2`");
    check(TOML, ("world = \"small\"", "world = \"large\""), "world =", "there is no world `large`");
    check(
        TOML,
        ("who = \"alice\"", "who = \"zoe\""),
        "ask =",
        "who asks: No account of this world has a user named zoe.",
    );
    check(
        TOML,
        ("can alice s3:GetObject reports/x", "can zoe s3:GetObject reports/x"),
        "id = \"reads\"",
        "names what is never there. There is no user `zoe` yet.",
    );
    check(
        TOML,
        ("can alice s3:GetObject reports/x", "may alice s3:GetObject reports/x"),
        "line = \"may",
        "this goal is wrong at `may`",
    );
    check(TOML, ("identity:implicit", "identity:none"), "when =", "`identity:none` is no reason and no line");
    check(
        TOML,
        ("minutes = 5", "minutes = 5\nmeant = [\"can alice s3:* *\", \"cannot alice s3:* reports\"]"),
        "meant =",
        "a line of `meant` begins with `can`",
    );
    check(TOML, ("minutes = 5", "minutes = 5\nhours = 1"), "hours = 1", "unknown field `hours`");
    check(TOML, ("id = \"L90\"", "id = \"L91\""), "id = \"L91\"", "the folder's name must begin with `L91-`");
    check(TOML, ("id = \"look\"", "id = \"always\""), "id = \"always\"", "The id `always` stands twice");
    check(TOML, ("options = [\"identity\", \"scp\"]", "options = [\"scp\"]"), "id = \"why\"", "no pick offers");
}

#[test]
fn setups_must_work() {
    check(
        TOML,
        ("aws iam create-group --group-name Staff", "aws iam create-user --user-name alice"),
        "aws iam create-user",
        "EntityAlreadyExists",
    );
    check(TOML, ("aws iam create-group", "aws iam make-group"), "aws iam make-group", "this line cannot be read");
    check("small.toml", ("--bucket reports", "--bucket Reports"), "aws s3api create-bucket", "InvalidBucketName");
}

#[test]
fn claims_are_shown_by_goals_or_fact_cards_of_both_languages() {
    check(TOML, ("shows = [\"s0.1\"]", "shows = []"), "claims =", "Nothing shows `s0.1`");
    check(
        TOML,
        ("claims = [\"s0.1\", \"s0.2\"]", "claims = [\"s0.2\"]"),
        "shows =",
        "`s0.1` is shown and not among the claims",
    );
    check(
        TOML,
        ("id = \"always\"", "id = \"always\"\nwhen = \"notyet\""),
        "id = \"reads\"",
        "has no hint set without `when`",
    );
    let mut sources = sources();
    let spanish = PROSE.replace("s0.2: A fact", "s0.1: A fact");
    sources.insert("www/lessons/L90-small/es.md".to_owned(), spanish);
    let faults: Vec<String> = pack(&sources).errors.iter().map(pack_error).collect();
    assert!(faults.iter().any(|fault| fault.contains("Nothing shows `s0.2`")), "{faults:?}");
}

#[test]
fn texts_must_be_there_in_both_languages_and_belong_to_something() {
    for file in ["en.md", "es.md"] {
        check(
            file,
            ("## goal:why", "## goal:what"),
            "# The title",
            &format!("`## goal:why` is missing or empty in `{file}`"),
        );
        check(
            file,
            ("## goal:why", "## goal:what"),
            "## goal:what",
            &format!("`## goal:what` in `{file}` belongs to nothing"),
        );
        check(file, ("## story", "## history"), "## history", "`## history` is no section");
        check(file, ("1. a\n2. b\n3. c", "1. a\n2. b"), "## hint:always", "has 2 hints, not 3");
        check(file, ("- scp: SCPs\n", ""), "## pick:why", "`## pick:why` is missing or empty");
        check(
            file,
            ("- scp: There", "- rcp: There"),
            "## answer:why",
            &format!("`## answer:why` in `{file}` belongs to nothing"),
        );
        check(file, ("Some *words*", "<b>Some</b> *words*"), "## story", "holds HTML");
        check(file, ("1. a\n2. b\n3. c", "a, b, c"), "## hint:always", "must be one list");
        check(file, ("- scp: There", "- There"), "## answer:why", "must begin with a name and a colon");
    }
    let mut sources = sources();
    sources.remove("www/lessons/L90-small/es.md");
    assert!(pack(&sources).errors.iter().any(|error| pack_error(error).contains("es.md:1: the file is missing")));
}

#[test]
fn prose_is_a_small_tree() {
    let pack = pack(&sources());
    let prose = &pack.lessons["www/lessons/L90-small"].prose.en;
    let text = |text: &str| Inline::Text(text.into());
    assert_eq!(prose.title, [text("The title")]);
    assert_eq!(prose.objective, [text("What one learns.")]);
    let story = [
        text("Some "),
        Inline::Emphasis(vec![text("words")]),
        text(" about "),
        Inline::Code("alice".into()),
        text("."),
    ];
    assert_eq!(prose.story, [Block::Paragraph(story.into())]);
    let [Block::List { is_ordered: true, items }] = &prose.task[..] else { panic!("{:?}", prose.task) };
    assert_eq!(items[1], [Block::Paragraph(vec![text("Say "), Inline::Strong(vec![text("why")]), text(".")])]);
    assert_eq!(prose.hints["always"].len(), 3);
    let link = Inline::Link { to: "https://docs.aws.amazon.com/".into(), text: vec![text("source")] };
    assert_eq!(prose.facts[0].text, [text("A fact. "), link]);
    assert_eq!(&*prose.facts[0].claims[0], "s0.2");
}

#[test]
fn particular_hints_come_first_whatever_their_order_in_the_file() {
    let pack = pack(&sources());
    let hints = &pack.lessons["www/lessons/L90-small"].goals[0].hints;
    let ids: Vec<&str> = hints.iter().map(|hint| &*hint.id).collect();
    assert_eq!(ids, ["nothing-allows", "always"]);
}

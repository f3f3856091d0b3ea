//! Cards, glossary, paths and the page on the order of evaluation: what the packer says when something is wrong.

use super::planted::{check_in, sources};
use iam_sandbox::lessons::pack::{Sources, pack};
use iam_sandbox::lessons::reference::{Bet, Heading};
use iam_sandbox::lessons::{Inline, plain};

const CARDS: &str = r#"
[[card]]
id = "K1"
lessons = ["L90"]
bet = "false"
world = "small"
setup = """
aws iam attach-user-policy --user-name alice --policy-arn arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess
"""
play = """
clock +1h
"""
ask = "ask alice s3:PutObject reports/x"
expect = "cannot alice s3:PutObject reports/x because identity:implicit"
source = "https://docs.aws.amazon.com/IAM/latest/UserGuide/introduction.html"
[card.en]
belief = "Who may read may write."
why = "It is so elsewhere."
today = "A [role] or user has what [policies][policy] say ([C-2])."
[card.es]
belief = "Quien lee escribe."
why = "En otros sitios es así."
today = "Un [rol] o usuario tiene lo que dicen las [políticas] ([C-2])."
"#;

const GLOSSARY: &str = r#"
[[term]]
term = "policy"
es_name = "política"
en = "A document."
es = "Un documento."

[[term]]
term = "role"
es_name = "rol"
en = "Has [policies][policy]."
es = "Tiene [políticas]."
"#;

const PATHS: &str = r#"
planned = [{ id = "L91", en = "Later", es = "Después" }]

[[path]]
id = "short"
lessons = ["L91", "L90"]
[path.en]
name = "Short"
about = "For who has no time."
[path.es]
name = "Corto"
about = "Para quien no tiene tiempo."
"#;

const ORDER: &str = "# The order
> What comes when. See [role].

## station:scp (deny, limit)
A limit. [C-16]

## accounts: Across accounts
- Both. [C-45]

| Who | What |
| --- | --- |
| A role | its policies [C-8] |
";

fn shelved() -> Sources {
    let mut sources = sources();
    let files = [
        ("www/lessons/cards.toml", CARDS),
        ("www/lessons/glossary.toml", GLOSSARY),
        ("www/lessons/paths.toml", PATHS),
        ("www/reference/order/en.md", ORDER),
        ("www/reference/order/es.md", ORDER),
    ];
    sources.extend(files.map(|(path, text)| (path.to_owned(), text.to_owned())));
    sources
}

#[track_caller]
fn check(file: &str, change: (&str, &str), at: &str, words: &str) {
    check_in(shelved(), file, change, at, words);
}

fn links(line: &[Inline]) -> Vec<&str> {
    let addresses = line.iter().filter_map(|inline| match inline {
        Inline::Link { to, .. } => Some(&**to),
        _ => None,
    });
    addresses.collect()
}

#[test]
fn what_is_right_is_read_and_its_names_lead_somewhere() {
    let pack = pack(&shelved());
    assert_eq!(pack.errors, []);
    let [card] = &pack.shelf.cards[..] else { panic!("one card") };
    assert_eq!((card.bet, &*card.lessons[0]), (Bet::False, "L90"));
    assert_eq!(links(&card.text.en.today), ["#/glossary/role", "#/glossary/policy", "#/rules/C-2"]);
    assert_eq!(links(&card.text.es.today), ["#/glossary/role", "#/glossary/policy", "#/rules/C-2"]);
    assert_eq!(plain(&card.text.en.today), "A role or user has what policies say (C-2).");
    let path = &pack.shelf.paths[0];
    assert_eq!((path.lessons.len(), &*path.to_come[0][1]), (1, "Después"));
    let order = &pack.shelf.order.as_ref().unwrap().en;
    assert!(matches!(&order.sections[0].heading, Heading::Station { powers, .. } if powers.len() == 2));
}

#[test]
fn lessons_of_ones_own_need_none_of_it() {
    assert_eq!(pack(&sources()).errors, []);
}

#[test]
fn names_in_texts_must_be_of_something() {
    check("cards.toml", ("A [role] or", "A [hat] or"), "A [hat]", "`[hat]` names nothing");
    check("cards.toml", ("([C-2]).\"", "([C-999]).\""), "C-999", "`[C-999]` names nothing");
    check("glossary.toml", ("Tiene [políticas]", "Tiene [cosas]"), "cosas", "`[cosas]` names nothing");
    check("order/en.md", ("A limit. [C-16]", "A limit. [C-16] [K9]"), "station:scp", "`[K9]` names nothing");
    check("glossary.toml", ("A document.", "A [policy]."), "A [policy]", "does not lead to itself");
}

#[test]
fn cards_must_settle_their_bets_in_both_languages() {
    check("cards.toml", ("lessons = [\"L90\"]", "lessons = [\"L99\"]"), "L99", "there is no lesson `L99`");
    check("cards.toml", ("world = \"small\"", "world = \"large\""), "large", "there is no world `large`");
    check("cards.toml", ("ask = \"ask alice s3:Put", "ask = \"ask alice s3:Get"), "expect =", "does not come to this");
    check("cards.toml", ("clock +1h", "clock back"), "play =", "");
    check("cards.toml", ("--user-name alice", "--user-name zoe"), "--user-name zoe", "");
    check("cards.toml", ("https://docs", "https://other"), "source =", "a page of AWS's documentation");
    check("cards.toml", ("bet = \"false\"", "bet = \"maybe\""), "bet =", "maybe");
    let spanish = CARDS.split("[card.es]").nth(1).unwrap();
    check("cards.toml", (&format!("[card.es]{spanish}"), ""), "[[card]]", "missing field `es`");
    check("lesson.toml", ("claims =", "cards = [\"K7\"]\nclaims ="), "K7", "there is no card `K7`");
}

#[test]
fn paths_must_name_lessons() {
    check("paths.toml", ("[\"L91\", \"L90\"]", "[\"L91\", \"L99\"]"), "L99", "no lesson `L99`, and none is to come");
    check("paths.toml", ("id = \"L91\"", "id = \"L90\""), "planned", "no longer to come");
    check("paths.toml", ("\"L91\", \"L90\"", "\"L90\", \"L90\""), "lessons =", "`L90` stands twice");
    check("paths.toml", ("name = \"Corto\"", "name = \"\""), "id = \"short\"", "a text of the path `short` is missing");
}

#[test]
fn the_page_names_its_rules_and_is_the_same_in_both_languages() {
    check("order/en.md", ("A limit. [C-16]", "A limit."), "station:scp", "no rule is named for: A limit.");
    check(
        "order/en.md",
        ("its policies [C-8]", "its policies"),
        "accounts:",
        "no rule is named for: A roleits policies",
    );
    check("order/es.md", ("A limit. [C-16]", "A limit. [C-17]"), "station:scp", "other rules than in English");
    check("order/es.md", ("## accounts:", "## others:"), "## others", "`others` stands in the place of `accounts`");
    check("order/en.md", ("station:scp (deny, limit)", "station:scp (fly)"), "station:scp", "neither `station:");
}

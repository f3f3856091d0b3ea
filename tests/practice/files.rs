//! Results files: the score is not in them and is found again; what was cut or changed is told.

use super::sittings::{given, right, start, wrong};
use iam_sandbox::practice::{
    Given, GivenError, ResultsError, Set, Sitting, Sureness, Topic, recompute, replay, results,
};

/// A sitting with three answers, the last one wrong.
fn sat(set: Set) -> Sitting {
    let mut sitting = Sitting::new(set, start());
    while sitting.items().len() < 4 && sitting.go_on() {}
    let items = sitting.items().to_vec();
    sitting.answer(2, given(right(&items[2]), 30)).unwrap();
    sitting.answer(0, Given { sureness: Some(Sureness::Half), ..given(right(&items[0]), 90) }).unwrap();
    sitting.answer(3, given(wrong(&items[3]), 200)).unwrap();
    sitting
}

fn ten() -> Sitting {
    sat(Set::of_ten(21, &[Topic::L02, Topic::L11, Topic::L15]))
}

#[test]
fn a_score_is_found_again_and_is_not_in_the_file() {
    for sitting in [ten(), sat(Set::endless(Topic::L15, 4))] {
        let file = results(&sitting);
        assert_eq!(replay(&file).as_ref(), Ok(&sitting));
        assert_eq!(recompute(&file), Ok(sitting.score()));
        assert_eq!(sitting.score().total(), 200);
        for word in ["score", "points", "percent", "right"] {
            assert!(!file.contains(word), "{word} is in the file");
        }
    }
}

#[test]
fn a_file_that_is_cut_anywhere_gives_no_score() {
    let file = results(&ten());
    for end in (1..file.len() - 1).filter(|end| file.is_char_boundary(*end)) {
        assert_eq!(recompute(&file[..end]), Err(ResultsError::Cut), "cut at {end}");
    }
}

#[test]
fn a_file_that_was_edited_is_found() {
    let file = results(&ten());
    let edits = [
        ("\"seed\": \"0000000000000015\"", "\"seed\": \"0000000000000016\""),
        ("\"item\": 2", "\"item\": 5"),
        ("\"sureness\": \"half\"", "\"sureness\": \"sure\""),
        ("2026-11-22T18:03:20Z", "2026-11-22T18:02:20Z"),
        ("2026-11-22T18:00:00Z", "2026-11-22T17:00:00Z"),
        ("\"L11\"", "\"L12\""),
    ];
    for (from, to) in edits {
        assert!(file.contains(from), "{from}");
        assert_eq!(recompute(&file.replacen(from, to, 1)), Err(ResultsError::Edited), "{from}");
    }
    let longer = file.replacen("\"kind\"", "\"score\": 1000, \"kind\"", 1);
    assert!(matches!(recompute(&longer), Err(ResultsError::NotResults(_))));
}

#[test]
fn files_of_other_versions_and_other_files_are_told_apart() {
    let file = results(&ten());
    let newer = file.replacen("\"format\": 1", "\"format\": 2", 1);
    assert_eq!(recompute(&newer), Err(ResultsError::OtherFormat { found: 2 }));
    for other in ["{}", "[]", "null", "7", "{\"kind\": \"save\"}", "no file"] {
        assert!(matches!(recompute(other), Err(ResultsError::NotResults(_))), "{other}");
    }
    assert_eq!(recompute(""), Err(ResultsError::Cut));
}

/// The file with a new check sum, as somebody would write it who knows how.
pub fn forged(file: &str, from: &str, to: &str) -> String {
    use sha2::Digest;
    let mut value: serde_json::Value = serde_json::from_str(&file.replacen(from, to, 1)).unwrap();
    value.as_object_mut().unwrap().shift_remove("check");
    let digest = data_encoding::HEXLOWER.encode(&sha2::Sha256::digest(value.to_string().as_bytes()));
    value["check"] = digest[..32].into();
    value.to_string()
}

#[test]
fn what_cannot_have_been_is_refused_even_if_the_check_sum_is_made_anew() {
    let file = results(&ten());
    assert_eq!(recompute(&forged(&file, "\"L11\"", "\"L11\"")), Ok(ten().score()), "nothing was changed");
    let other_seed = forged(&file, "\"seed\": \"0000000000000015\"", "\"seed\": \"0000000000000016\"");
    assert_eq!(recompute(&other_seed), Err(ResultsError::OtherItem { index: 0 }));
    let twice = forged(&file, "\"item\": 2", "\"item\": 0");
    assert!(matches!(recompute(&twice), Err(ResultsError::Answer { index: 0, .. })));
    let nowhere = forged(&file, "\"item\": 2", "\"item\": 70");
    assert_eq!(recompute(&nowhere), Err(ResultsError::Answer { index: 70, error: GivenError::NoItem }));
    let before = forged(&file, "2026-11-22T18:00:30Z", "2026-11-22T17:00:30Z");
    assert_eq!(recompute(&before), Err(ResultsError::Answer { index: 2, error: GivenError::Earlier }));
    let id = ten().items()[1].id.clone();
    let other_version = format!("{}.99.{:016x}", id.template, id.seed);
    let changed = forged(&file, &id.to_string(), &other_version);
    assert_eq!(recompute(&changed), Err(ResultsError::OtherItemVersion { index: 1, id: other_version }));
}

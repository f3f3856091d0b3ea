//! Names as the AWS CLI writes them, and those that come near to one that is misspelt.

/// `CreateUser` as `create-user`, as botocore parts words: a run of capitals is one word, plural or not.
pub(super) fn kebab(name: &str) -> String {
    let signs: Vec<char> = name.chars().collect();
    let capitals_before_s = signs.iter().rev().skip(1).take_while(|sign| sign.is_ascii_uppercase()).count();
    let plural = (signs.last() == Some(&'s') && capitals_before_s >= 2).then(|| signs.len() - 1 - capitals_before_s);
    let mut out = String::new();
    for (index, sign) in signs.iter().enumerate() {
        let is_in_plural = plural.is_some_and(|start| index > start);
        let is_start = plural == Some(index) || (!is_in_plural && begins_word(&signs, index));
        if is_start && index > 0 {
            out.push('-');
        }
        out.push(sign.to_ascii_lowercase());
    }
    out
}

/// Whether a capital begins a word: after a small letter or digit, or before a small letter.
fn begins_word(signs: &[char], index: usize) -> bool {
    let is_upper = |at: usize| signs.get(at).is_some_and(char::is_ascii_uppercase);
    let is_small = |at: usize| signs.get(at).is_some_and(char::is_ascii_lowercase);
    let is_digit = |at: usize| signs.get(at).is_some_and(char::is_ascii_digit);
    index > 0 && is_upper(index) && (is_small(index - 1) || is_digit(index - 1) || is_small(index + 1))
}

/// At most three of the words that are at least as alike as 0.8, the nearest first; as Python's
/// `difflib.get_close_matches`, which the AWS CLI asks.
pub(super) fn close_matches<'a>(word: &str, possible: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    const LEAST: (usize, usize) = (8, 10);
    let mut found: Vec<(usize, usize, &str)> = possible
        .map(|candidate| {
            (2 * n_matching(candidate.as_bytes(), word.as_bytes()), candidate.len() + word.len(), candidate)
        })
        .filter(|(matching, total, _)| matching * LEAST.1 >= total * LEAST.0)
        .collect();
    crate::ordered::sort_by(&mut found, |(a, of_a, name_a), (b, of_b, name_b)| {
        (b * of_a).cmp(&(a * of_b)).then(name_b.cmp(name_a))
    });
    found.into_iter().take(3).map(|(_, _, name)| name).collect()
}

/// How many bytes match, by the longest common part and the same again before and after it.
fn n_matching(a: &[u8], b: &[u8]) -> usize {
    let mut best = (0, 0, 0);
    for from_a in 0..a.len() {
        for from_b in 0..b.len() {
            let length = a[from_a..].iter().zip(&b[from_b..]).take_while(|(one, other)| one == other).count();
            if length > best.2 {
                best = (from_a, from_b, length);
            }
        }
    }
    let (from_a, from_b, length) = best;
    if length == 0 {
        return 0;
    }
    n_matching(&a[..from_a], &b[..from_b]) + length + n_matching(&a[from_a + length..], &b[from_b + length..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, expected: &str) {
        assert_eq!(kebab(name), expected);
    }

    #[test]
    fn names_are_parted_as_botocore_parts_them() {
        check("CreateUser", "create-user");
        check("ListObjectsV2", "list-objects-v2");
        check("CreateSAMLProvider", "create-saml-provider");
        check("PolicyArn", "policy-arn");
        check("SSEKMSKeyId", "ssekms-key-id");
        check("ThumbprintList", "thumbprint-list");
        check("ProviderARNs", "provider-arns");
        check("AuthenticationCode1", "authentication-code1");
        check("DBInstanceIdentifier", "db-instance-identifier");
        check("S3Bucket", "s3-bucket");
    }

    #[test]
    fn near_names_are_found_and_far_ones_are_not() {
        let names = ["create-user", "create-role", "delete-user", "create-group"];
        assert_eq!(close_matches("create-usr", names.into_iter()), ["create-user"]);
        assert!(close_matches("launch", names.into_iter()).is_empty());
    }
}

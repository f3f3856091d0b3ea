//! The word that was probably meant.

/// The candidate nearest to `found`, if it is near enough to be worth naming: another case, or a
/// third of its letters wrong at the most.
pub(crate) fn nearest<'a>(found: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    // Comparing costs the product of the lengths, and nobody mistypes so long a word.
    if found.len() > 64 {
        return None;
    }
    let folded = found.to_ascii_lowercase();
    let distances = candidates.map(|candidate| (distance(&folded, &candidate.to_ascii_lowercase()), candidate));
    let (distance, candidate) = distances.min_by_key(|(distance, _)| *distance)?;
    (distance * 3 <= candidate.len()).then_some(candidate)
}

/// The plain character that a word processor turned into `found`.
pub(crate) fn character(found: char) -> Option<char> {
    match found {
        '\u{201C}'..='\u{201F}' => Some('"'),
        '\u{2018}'..='\u{201B}' => Some('\''),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => Some('-'),
        '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{3000}' => Some(' '),
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(found) - 0xFEE0),
        '\u{2217}' => Some('*'),
        _ => None,
    }
}

/// Letters to change, add or take away to get from one word to the other.
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (i, from_char) in from.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, to_char) in to.iter().enumerate() {
            let change = diagonal + usize::from(from_char != *to_char);
            diagonal = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[to.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_words_are_found_and_far_ones_are_not() {
        let known = ["Principal", "NotPrincipal", "Action", "Resource"];
        assert_eq!(nearest("Principle", known.into_iter()), Some("Principal"));
        assert_eq!(nearest("action", known.into_iter()), Some("Action"));
        assert_eq!(nearest("Actions", known.into_iter()), Some("Action"));
        assert_eq!(nearest("Banana", known.into_iter()), None);
    }
}

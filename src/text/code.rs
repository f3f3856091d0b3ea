//! Words of a document within a sentence: in backticks, and not longer than a line.

/// The most characters of a document's words that a sentence repeats.
const MAX_CHARACTERS: usize = 60;

/// `found` in backticks, cut where it is long; an empty text as the two quotation marks that it is between.
pub(super) fn code(found: &str) -> String {
    if found.is_empty() {
        return "`\"\"`".to_owned();
    }
    let mut characters = found.chars().map(|character| match character {
        '`' => '\'',
        _ if character.is_control() => '\u{FFFD}',
        _ => character,
    });
    let shown: String = characters.by_ref().take(MAX_CHARACTERS).collect();
    if characters.next().is_some() { format!("`{shown}…`") } else { format!("`{shown}`") }
}

/// A character that may not be seen: as itself, if it can be, and by its number.
pub(super) fn character(found: char) -> String {
    let number = u32::from(found);
    let is_seen = !found.is_whitespace()
        && !found.is_control()
        && !matches!(number, 0xAD | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060 | 0xFEFF);
    if is_seen { format!("`{found}` (U+{number:04X})") } else { format!("U+{number:04X}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_text_is_still_seen() {
        assert_eq!(code(""), "`\"\"`");
    }

    #[test]
    fn long_words_are_cut_and_backticks_are_not_repeated() {
        assert_eq!(code("a`b"), "`a'b`");
        assert_eq!(code(&"*".repeat(61)), format!("`{}…`", "*".repeat(60)));
    }

    #[test]
    fn what_cannot_be_seen_is_named_by_its_number() {
        assert_eq!(character('\u{A0}'), "U+00A0");
        assert_eq!(character('€'), "`€` (U+20AC)");
    }
}

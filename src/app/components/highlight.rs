//! A policy text in lines of pieces: what is a name, a string, a number; what is lit; what is wrong.
//!
//! Pure: the editor's backdrop draws what comes out of here.

use iam_sandbox::span::Span;

/// How a piece of text is drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Style {
    /// What kind of word it is.
    pub token: Token,
    /// Whether it belongs to what decides.
    pub is_lit: bool,
    /// Whether it is wrong.
    pub is_wrong: bool,
}

/// A kind of word.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Token {
    /// Brackets, blanks and the like.
    #[default]
    Plain,
    /// A name before a colon.
    Key,
    /// A string.
    String,
    /// A number, `true`, `false` or `null`.
    Number,
}

/// A line of the text.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Line {
    /// Pieces with their styles; together they are the line without its end.
    pub pieces: Vec<(String, Style)>,
    /// Whether everything on it but blanks is lit.
    pub is_lit: bool,
    /// Whether some of it is lit.
    pub has_lit: bool,
    /// Whether something on it is wrong.
    pub is_wrong: bool,
}

/// Parts `text` into lines of pieces. `lit` decides, `wrong` are problems.
#[must_use]
pub fn lines(text: &str, lit: Option<Span>, wrong: &[Span]) -> Vec<Line> {
    let tokens = tokens(text);
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        lines.push(layout(text, start, start + line.len(), &tokens, lit, wrong));
        start += line.len() + 1;
    }
    lines
}

fn layout(
    text: &str,
    start: usize,
    end: usize,
    tokens: &[(usize, usize, Token)],
    lit: Option<Span>,
    wrong: &[Span],
) -> Line {
    let first = tokens.partition_point(|token| token.1 <= start);
    let here = tokens[first..].iter().take_while(|token| token.0 < end);
    let marks = || lit.iter().chain(wrong).map(|span| (span.start as usize, span.end as usize));
    let mut cuts: Vec<usize> = here.clone().flat_map(|token| [token.0, token.1]).collect();
    cuts.extend(marks().flat_map(|(from, to)| [from, to]));
    cuts.extend([start, end]);
    cuts.retain(|cut| (start..=end).contains(cut) && text.is_char_boundary(*cut));
    iam_sandbox::ordered::sort(&mut cuts);
    cuts.dedup();
    let mut line = Line::default();
    for pair in cuts.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let covers = |span: &Span| span.start as usize <= from && to <= span.end as usize;
        let token = here.clone().find(|token| token.0 <= from && to <= token.1).map_or(Token::Plain, |token| token.2);
        let style = Style { token, is_lit: lit.as_ref().is_some_and(covers), is_wrong: wrong.iter().any(covers) };
        line.pieces.push((text[from..to].to_owned(), style));
    }
    // The comma after a statement does not keep its last line from being lit as a whole.
    let mut visible = line.pieces.iter().filter(|(piece, _)| !matches!(piece.trim(), "" | ",")).peekable();
    line.is_lit = visible.peek().is_some() && visible.all(|(_, style)| style.is_lit);
    line.has_lit = line.pieces.iter().any(|(piece, style)| style.is_lit && !piece.trim().is_empty());
    line.is_wrong = line.pieces.iter().any(|(_, style)| style.is_wrong);
    line
}

/// Names, strings and numbers with their places, in order.
fn tokens(text: &str) -> Vec<(usize, usize, Token)> {
    let bytes = text.as_bytes();
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let end = match byte {
            b'"' => string_end(bytes, at),
            b'0'..=b'9' | b'-' | b'a'..=b'z' => word_end(bytes, at),
            _ => {
                at += 1;
                continue;
            }
        };
        let is_key = text.get(end..).is_some_and(|rest| rest.trim_start().starts_with(':'));
        let token = match (byte, is_key) {
            (b'"', true) => Token::Key,
            (b'"', false) => Token::String,
            _ => Token::Number,
        };
        tokens.push((at, end, token));
        at = end;
    }
    tokens
}

/// After the closing quote; a string does not go past its line.
fn string_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => return at + 1,
            b'\n' => return at,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    bytes.len()
}

fn word_end(bytes: &[u8], start: usize) -> usize {
    let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || b".-+".contains(byte);
    start + bytes[start..].iter().take_while(|byte| is_word(byte)).count().max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_of(line: &Line) -> String {
        line.pieces.iter().map(|(piece, _)| piece.as_str()).collect()
    }

    #[test]
    fn the_pieces_of_a_line_are_the_line() {
        let text = "{\n  \"Sid\": \"é\", \"n\": 12\n}\n";
        let found = lines(text, Some(Span::new(4, 9)), &[Span::new(6, 20)]);
        let texts: Vec<_> = found.iter().map(text_of).collect();
        assert_eq!(texts.join("\n"), text);
    }

    #[test]
    fn names_strings_and_numbers_are_told_apart() {
        let found = lines("{\"a\": \"b:\", \"c\": true}", None, &[]);
        let styled: Vec<_> = found[0].pieces.iter().filter(|(_, style)| style.token != Token::Plain).collect();
        let kinds: Vec<_> = styled.iter().map(|(piece, style)| (piece.as_str(), style.token)).collect();
        let expected =
            [("\"a\"", Token::Key), ("\"b:\"", Token::String), ("\"c\"", Token::Key), ("true", Token::Number)];
        assert_eq!(kinds, expected);
    }

    #[test]
    fn a_line_is_lit_as_a_whole_or_in_part() {
        let text = "a b\n  c d\ne";
        let found = lines(text, Some(Span::new(2, 9)), &[]);
        assert_eq!(
            found.iter().map(|line| (line.is_lit, line.has_lit)).collect::<Vec<_>>(),
            [(false, true), (true, true), (false, false),]
        );
    }
}

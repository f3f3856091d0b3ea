//! Policy variables: `${aws:username}`, defaults, and the fixed `${*}`, `${?}`, `${$}`.
//!
//! [`parse_template`] parts a text into plain pieces and variables (rules A-60, A-65, A-66). It
//! does not know the values; putting them in is the evaluator's work.

/// A piece of a text that may hold variables.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum TemplatePart {
    /// Plain text, in which `*` and `?` are wildcards where the place allows wildcards.
    Text(Box<str>),
    /// A character that stands for itself: `*`, `?` or `$`.
    Literal(&'static str),
    /// A variable.
    Variable {
        /// The key in lower case; key names have no case (A-60).
        key: Box<str>,
        /// What stands in where the key has no value (A-65).
        default: Option<Box<str>>,
    },
}

/// Parts `text` at its variables. What looks like a variable but is not well formed stays text.
///
/// ```
/// use iam_sandbox::policy::{parse_template, TemplatePart};
/// let parts = parse_template("home/${aws:username}/${*}");
/// assert_eq!(parts[1], TemplatePart::Variable { key: "aws:username".into(), default: None });
/// assert_eq!(parts[3], TemplatePart::Literal("*"));
/// ```
#[must_use]
pub fn parse_template(text: &str) -> Vec<TemplatePart> {
    let mut parts = Vec::new();
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, from)) = rest.split_once("${") {
        let Some((inside, after)) = from.split_once('}') else { break };
        plain.push_str(before);
        match parse_variable(inside) {
            Some(part) => {
                flush(&mut plain, &mut parts);
                parts.push(part);
            }
            None => plain.push_str(&rest[before.len()..rest.len() - after.len()]),
        }
        rest = after;
    }
    plain.push_str(rest);
    flush(&mut plain, &mut parts);
    parts
}

fn flush(plain: &mut String, parts: &mut Vec<TemplatePart>) {
    if !plain.is_empty() {
        parts.push(TemplatePart::Text(std::mem::take(plain).into()));
    }
}

fn parse_variable(inside: &str) -> Option<TemplatePart> {
    match inside {
        "*" => return Some(TemplatePart::Literal("*")),
        "?" => return Some(TemplatePart::Literal("?")),
        "$" => return Some(TemplatePart::Literal("$")),
        _ => {}
    }
    let (key, default) = match inside.split_once(',') {
        Some((key, default)) => {
            let text = default.trim_start().strip_prefix('\'')?.strip_suffix('\'')?;
            (key, Some(text.into()))
        }
        None => (inside, None),
    };
    let is_key = !key.is_empty() && !key.contains(|c: char| c.is_whitespace() || c == '$' || c == '{');
    is_key.then(|| TemplatePart::Variable { key: key.to_ascii_lowercase().into(), default })
}

/// Why a text that looks like a variable is none.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum VariableProblem {
    /// `${` without `}`.
    Unclosed,
    /// `${}`
    Empty,
    /// A blank, or another sign that key names do not have, in the name.
    Blank,
    /// The default does not stand in single quotes.
    DefaultWithoutQuotes,
}

/// What begins with `${` in `text`: the names of variables as written, and what is wrong with those that are none.
pub(crate) fn variables(text: &str) -> Vec<Result<&str, VariableProblem>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((_, from)) = rest.split_once("${") {
        let Some((inside, after)) = from.split_once('}') else {
            found.push(Err(VariableProblem::Unclosed));
            break;
        };
        found.push(match parse_variable(inside) {
            Some(_) => Ok(inside.split_once(',').map_or(inside, |(key, _)| key)),
            None if inside.trim().is_empty() => Err(VariableProblem::Empty),
            None => match inside.split_once(',') {
                Some((key, _)) if !key.contains(char::is_whitespace) => Err(VariableProblem::DefaultWithoutQuotes),
                _ => Err(VariableProblem::Blank),
            },
        });
        rest = after;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[TemplatePart]) {
        assert_eq!(parse_template(text), expected);
    }

    fn text(text: &str) -> TemplatePart {
        TemplatePart::Text(text.into())
    }

    #[test]
    fn a_default_stands_after_a_comma_in_single_quotes() {
        let default = Some("company-wide".into());
        let key = "aws:principaltag/team".into();
        check(
            "bucket-${aws:PrincipalTag/team, 'company-wide'}",
            &[text("bucket-"), TemplatePart::Variable { key, default }],
        );
    }

    #[test]
    fn what_is_not_well_formed_stays_text() {
        check("a${", &[text("a${")]);
        check("a${}b", &[text("a${}b")]);
        check("${aws:username", &[text("${aws:username")]);
        check("${a b}c", &[text("${a b}c")]);
        check("${k, no quotes}", &[text("${k, no quotes}")]);
    }

    #[test]
    fn what_is_wrong_with_a_variable_is_told() {
        use VariableProblem as Problem;
        let text = "${aws:username}${}${a b}${k, no quotes}${*}${k, 'x'}${aws:userid";
        let expected = [
            Ok("aws:username"),
            Err(Problem::Empty),
            Err(Problem::Blank),
            Err(Problem::DefaultWithoutQuotes),
            Ok("*"),
            Ok("k"),
            Err(Problem::Unclosed),
        ];
        assert_eq!(variables(text), expected);
    }
}

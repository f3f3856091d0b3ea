//! Numbers as conditions write them: integers and decimals of any length, compared exactly (rule B-15).
//!
//! There is no exponent and no arithmetic, and nothing is rounded: `0.1` is a tenth, and two
//! integers of twenty digits differ if their last digits do.

use std::borrow::Cow;
use std::cmp::Ordering;

/// An integer or a decimal.
///
/// ```
/// use iam_sandbox::decimal::Decimal;
/// assert_eq!(Decimal::parse("10"), Decimal::parse("+010.00"));
/// assert!(Decimal::parse("-1") < Decimal::parse("0.5"));
/// assert_eq!(Decimal::parse("1e3"), None);
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Decimal<'a> {
    /// Never set on zero.
    is_negative: bool,
    /// Without zeros in front.
    whole: Cow<'a, str>,
    /// Without zeros at the end.
    fraction: Cow<'a, str>,
}

impl<'a> Decimal<'a> {
    /// Reads digits with perhaps a sign and a decimal point; none if `text` is anything else.
    #[must_use]
    pub fn parse(text: &'a str) -> Option<Self> {
        let text = text.trim();
        let (is_negative, digits) = match text.strip_prefix('-') {
            Some(digits) => (true, digits),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() && fraction.is_empty() || !is_number(whole) || !is_number(fraction) {
            return None;
        }
        let (whole, fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
        let is_zero = whole.is_empty() && fraction.is_empty();
        Some(Self { is_negative: is_negative && !is_zero, whole: whole.into(), fraction: fraction.into() })
    }

    /// The same number, which does not borrow its digits.
    #[must_use]
    pub fn into_owned(self) -> Decimal<'static> {
        Decimal {
            is_negative: self.is_negative,
            whole: Cow::Owned(self.whole.into_owned()),
            fraction: Cow::Owned(self.fraction.into_owned()),
        }
    }

    fn magnitude(&self, other: &Decimal<'_>) -> Ordering {
        let by_whole = self.whole.len().cmp(&other.whole.len()).then_with(|| self.whole.cmp(&other.whole));
        by_whole.then_with(|| self.fraction.cmp(&other.fraction))
    }
}

impl Ord for Decimal<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.is_negative, other.is_negative) {
            (false, false) => self.magnitude(other),
            (true, true) => other.magnitude(self),
            (false, true) => Ordering::Greater,
            (true, false) => Ordering::Less,
        }
    }
}

impl PartialOrd for Decimal<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(one: &str, expected: Ordering, other: &str) {
        let (Some(one), Some(other)) = (Decimal::parse(one), Decimal::parse(other)) else {
            panic!("{one} and {other}")
        };
        assert_eq!(one.cmp(&other), expected);
        assert_eq!(other.cmp(&one), expected.reverse());
    }

    #[test]
    fn spelling_makes_no_difference() {
        for (one, other) in [("0", "-0.00"), ("1", "01."), (".5", "0.50"), ("-2.0", "-2"), (" 7 ", "+7")] {
            check(one, Ordering::Equal, other);
        }
    }

    #[test]
    fn nothing_is_rounded() {
        check("12345678901234567890", Ordering::Less, "12345678901234567891");
        check("0.1", Ordering::Less, "0.10000000000000000001");
        check("9", Ordering::Less, "10");
        check("0.05", Ordering::Less, "0.4");
        check("-10", Ordering::Less, "-9.99");
        check("-0.1", Ordering::Less, "0");
    }

    #[test]
    fn what_is_no_integer_and_no_decimal_is_refused() {
        for text in ["", ".", "-", "+-1", "1e3", "1.2.3", "0x10", "ten", "inf", "NaN", "1_000", "1,5", "٣"] {
            assert_eq!(Decimal::parse(text), None, "{text}");
        }
    }
}

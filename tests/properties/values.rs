//! How the second evaluator compares: patterns character by character, numbers digit by digit.

use iam_sandbox::eval::{ContextValue, RequestContext};
use std::net::IpAddr;

/// One sign of a pattern.
#[derive(Clone, Copy, PartialEq)]
enum Sign {
    AnyRun,
    AnyOne,
    Plain(char),
}

/// The values of a key; keys have no case.
pub fn values_of(context: &RequestContext, key: &str) -> Vec<String> {
    let found = context.iter().find(|(known, _)| known.to_lowercase() == key.to_lowercase());
    found.map(|(_, value)| value.values().iter().map(ToString::to_string).collect()).unwrap_or_default()
}

/// The value of a key that has one by its nature.
pub fn single<'a>(context: &'a RequestContext, key: &str) -> Option<&'a str> {
    let found = context.iter().find(|(known, _)| known.to_lowercase() == key.to_lowercase());
    match found {
        Some((_, ContextValue::One(value))) => Some(value),
        _ => None,
    }
}

/// Whether the whole of `text` fits `pattern`, with values put in for variables (A-35, A-67, B-14).
pub fn fits(pattern: &str, has_wildcards: bool, has_variables: bool, context: &RequestContext, text: &str) -> bool {
    let Some(signs) = signs(pattern, has_wildcards, has_variables, context) else { return false };
    run(&signs, &text.chars().collect::<Vec<_>>())
}

fn run(pattern: &[Sign], text: &[char]) -> bool {
    match (pattern.split_first(), text.split_first()) {
        (None, _) => text.is_empty(),
        (Some((Sign::AnyRun, rest)), _) => (0..=text.len()).any(|taken| run(rest, &text[taken..])),
        (Some((Sign::AnyOne, rest)), Some((_, after))) => run(rest, after),
        (Some((Sign::Plain(sign), rest)), Some((first, after))) => sign == first && run(rest, after),
        (Some(_), None) => false,
    }
}

/// None if a variable has neither a value nor a default.
fn signs(pattern: &str, has_wildcards: bool, has_variables: bool, context: &RequestContext) -> Option<Vec<Sign>> {
    let mut signs = Vec::new();
    let mut rest = pattern;
    while let Some(first) = rest.chars().next() {
        let variable = rest.strip_prefix("${").and_then(|inside| inside.split_once('}')).filter(|_| has_variables);
        if let Some((inside, after)) = variable {
            let value = match inside {
                "*" | "?" | "$" => inside.to_owned(),
                _ => {
                    let (key, default) =
                        inside.split_once(", ").map_or((inside, None), |(key, text)| (key, Some(text)));
                    let given = single(context, key).filter(|value| !value.is_empty());
                    given.or(default.map(|text| text.trim_matches('\'')))?.to_owned()
                }
            };
            signs.extend(value.chars().map(Sign::Plain));
            rest = after;
            continue;
        }
        signs.push(match first {
            '*' if has_wildcards => Sign::AnyRun,
            '?' if has_wildcards => Sign::AnyOne,
            _ => Sign::Plain(first),
        });
        rest = &rest[first.len_utf8()..];
    }
    Some(signs)
}

/// One value of a policy against one of the request, negation aside (B-12 to B-20, B-31).
pub fn compare(operator: &str, wanted: &str, given: &str, has_variables: bool, context: &RequestContext) -> bool {
    let plain = |text: &str| signs(text, false, has_variables, context);
    let text_of = |signs: Vec<Sign>| -> String {
        signs.into_iter().filter_map(|sign| if let Sign::Plain(sign) = sign { Some(sign) } else { None }).collect()
    };
    match operator {
        "StringEquals" => plain(wanted).map(text_of).is_some_and(|wanted| wanted == given),
        "StringEqualsIgnoreCase" => {
            plain(wanted).map(text_of).is_some_and(|wanted| wanted.to_lowercase() == given.to_lowercase())
        }
        "Bool" => plain(wanted).map(text_of).is_some_and(|wanted| {
            let wanted = wanted.to_lowercase();
            (wanted == "true" || wanted == "false") && wanted == given.to_lowercase()
        }),
        "StringLike" => fits(wanted, true, has_variables, context, given),
        "ArnEquals" | "ArnLike" => {
            signs(wanted, true, has_variables, context).is_some_and(|pattern| arn_fits(&pattern, given))
        }
        "IpAddress" => given.parse().ok().zip(range(wanted)).is_some_and(|(given, range)| is_within(given, range)),
        "BinaryEquals" => is_base64(wanted) && is_base64(given) && wanted == given,
        _ => {
            let read = if operator.starts_with("Date") { moment } else { decimal };
            let Some((given, wanted)) = read(given).zip(read(wanted)) else { return false };
            match operator.trim_start_matches("Numeric").trim_start_matches("Date") {
                "LessThan" => given < wanted,
                "LessThanEquals" => given <= wanted,
                "GreaterThan" => given > wanted,
                "GreaterThanEquals" => given >= wanted,
                _ => given == wanted,
            }
        }
    }
}

/// B-20: field by field, the sixth being the rest.
fn arn_fits(pattern: &[Sign], given: &str) -> bool {
    let patterns: Vec<_> = pattern.splitn(6, |sign| *sign == Sign::Plain(':')).collect();
    let fields: Vec<Vec<char>> = given.splitn(6, ':').map(|field| field.chars().collect()).collect();
    patterns.len() == 6 && fields.len() == 6 && patterns.iter().zip(&fields).all(|(pattern, field)| run(pattern, field))
}

/// B-19: an address and how many of its leading bits count.
pub fn range(text: &str) -> Option<(IpAddr, u32)> {
    let (address, bits) = text.split_once('/').map_or((text, None), |(address, bits)| (address, Some(bits)));
    let address: IpAddr = address.parse().ok()?;
    let width = if address.is_ipv4() { 32 } else { 128 };
    let bits = bits.map_or(Some(width), |bits| bits.parse().ok())?;
    (bits <= width).then_some((address, bits))
}

fn is_within(address: IpAddr, (network, bits): (IpAddr, u32)) -> bool {
    let differing = match (address, network) {
        (IpAddr::V4(address), IpAddr::V4(network)) => u128::from((address.to_bits()) ^ network.to_bits()) << 96,
        (IpAddr::V6(address), IpAddr::V6(network)) => address.to_bits() ^ network.to_bits(),
        _ => return false,
    };
    differing.leading_zeros() >= bits
}

fn is_base64(text: &str) -> bool {
    let body = text.trim_end_matches('=');
    text.len().is_multiple_of(4)
        && text.len() - body.len() <= 2
        && body.chars().all(|sign| sign.is_ascii_alphanumeric() || sign == '+' || sign == '/')
}

const BILLION: i128 = 1_000_000_000;

/// An integer or a decimal, in billionths.
pub fn decimal(text: &str) -> Option<i128> {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |digits| (-1, digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_number = |part: &str| !part.is_empty() && part.chars().all(|digit| digit.is_ascii_digit());
    if !is_number(whole) || !is_number(fraction) || fraction.len() > 9 {
        return None;
    }
    Some(sign * (whole.parse::<i128>().ok()? * BILLION + format!("{fraction:0<9}").parse::<i128>().ok()?))
}

/// B-16: billionths of seconds since 1970.
pub fn moment(text: &str) -> Option<i128> {
    let (date, time) = text.split_once('T').map_or((text, None), |(date, time)| (date, Some(time)));
    let mut parts = date.split('-');
    let is_year = |year: &&str| year.len() == 4 && year.chars().all(|digit| digit.is_ascii_digit());
    let Some(year) = parts.next().filter(is_year) else { return decimal(text) };
    let number = |text: &str| text.parse::<i128>().ok();
    let (month, day) = (parts.next().map_or(Some(1), number)?, parts.next().map_or(Some(1), number)?);
    if parts.next().is_some() || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let midnight = days(number(year)?, month, day) * 86_400 * BILLION;
    Some(midnight + time.map_or(Some(0), time_of_day)?)
}

/// Hours, minutes and perhaps seconds, and how far the zone is from UTC.
fn time_of_day(text: &str) -> Option<i128> {
    let minutes = |text: &str| {
        let (hours, minutes) = text.split_once(':')?;
        Some(hours.parse::<i128>().ok()? * 60 + minutes.parse::<i128>().ok()?)
    };
    let zone_at = text.find(['Z', '+', '-'])?;
    let zone = match text.split_at(zone_at) {
        (_, "Z") => 0,
        (_, zone) => minutes(&zone[1..])? * if zone.starts_with('-') { -1 } else { 1 },
    };
    let clock = text.get(..5)?;
    let seconds = text.get(5..zone_at)?.strip_prefix(':').map_or(Some(0), decimal)?;
    Some((minutes(clock)? - zone) * 60 * BILLION + seconds)
}

/// Days since 1970 of a date of the Gregorian calendar, counted from March so that leap days come last.
fn days(year: i128, month: i128, day: i128) -> i128 {
    let year = if month <= 2 { year - 1 } else { year };
    let since_march = (month + 9) % 12;
    365 * year + year / 4 - year / 100 + year / 400 + (since_march * 306 + 5) / 10 + day - 1 - 719_468
}

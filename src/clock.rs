//! Time: moments, their text, and the only clock of the engine.
//!
//! A [`Timestamp`] prints as AWS prints times and reads what date conditions may hold (rule B-16).
//! Nothing here asks the machine what time it is: a [`SimulatedClock`] stands still until told.

mod calendar;

use calendar::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// A moment in UTC.
///
/// ```
/// use iam_sandbox::clock::Timestamp;
/// let noon = Timestamp::parse("2026-11-21T13:00:00+01:00").unwrap();
/// assert_eq!(noon.to_string(), "2026-11-21T12:00:00Z");
/// assert_eq!(noon.plus_seconds(61).clock_time(), "12:01");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Timestamp {
    /// Since 1970-01-01T00:00:00Z, towards which they are rounded.
    seconds: i64,
    /// What is lost by that: of the same sign as the seconds.
    nanoseconds: i32,
}

const SECONDS_PER_DAY: i64 = 86_400;
const NANOSECONDS_PER_SECOND: i32 = 1_000_000_000;

impl Timestamp {
    /// Early on -9999-01-02.
    const MIN: Self = Self { seconds: -377_705_023_201, nanoseconds: 0 };

    /// Late on 9999-12-30, which is still of that year in every time zone.
    const MAX: Self = Self { seconds: 253_402_207_200, nanoseconds: NANOSECONDS_PER_SECOND - 1 };

    /// The moment so many seconds after 1970-01-01T00:00:00Z; clamped to the years that exist here.
    #[must_use]
    pub fn from_epoch_seconds(seconds: i64) -> Self {
        Self { seconds, nanoseconds: 0 }.clamp(Self::MIN, Self::MAX)
    }

    /// Whole seconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub fn epoch_seconds(self) -> i64 {
        self.seconds
    }

    /// The moment `seconds` later, or earlier if negative.
    #[must_use]
    pub fn plus_seconds(self, seconds: i64) -> Self {
        Self::from_epoch_seconds(self.epoch_seconds().saturating_add(seconds))
    }

    /// The day, `2026-11-21`.
    #[must_use]
    pub fn date(self) -> String {
        self.to_string().split('T').next().unwrap_or_default().to_owned()
    }

    /// Hours and minutes, `10:02`.
    #[must_use]
    pub fn clock_time(self) -> String {
        let (_, second, _) = self.parts();
        format!("{:02}:{:02}", second / 3_600, second / 60 % 60)
    }

    /// Hours, minutes and seconds, `10:02:07`.
    #[must_use]
    pub fn clock_time_with_seconds(self) -> String {
        let (_, second, _) = self.parts();
        format!("{}:{:02}", self.clock_time(), second % 60)
    }

    /// Day and time of day in UTC as people read them, `2026-11-21 10:02:00Z`.
    #[must_use]
    pub fn date_and_time(self) -> String {
        self.to_string().replacen('T', " ", 1)
    }

    /// As CloudTrail writes times within records of IAM and STS: `Jul 18, 2014 4:07:39 PM`.
    #[must_use]
    pub fn in_words(self) -> String {
        const MONTHS: &str = "JanFebMarAprMayJunJulAugSepOctNovDec";
        let (days, second, _) = self.parts();
        let Date { year, month, day } = Date::after_1970(days);
        let start = usize::try_from(month - 1).unwrap_or_default() * 3;
        let month = MONTHS.get(start..start + 3).unwrap_or_default();
        let (hour, half) = (second / 3_600, if second < SECONDS_PER_DAY / 2 { "AM" } else { "PM" });
        let hour = if hour % 12 == 0 { 12 } else { hour % 12 };
        format!("{month} {day}, {year} {hour}:{:02}:{:02} {half}", second / 60 % 60, second % 60)
    }

    /// Reads what a date condition may hold: the ISO 8601 forms of the W3C profile, from `2026` to
    /// `2026-11-21T10:02:00.5+01:00`, or seconds since 1970, whole or decimal.
    ///
    /// A form without a time of day means midnight UTC. Source: rule B-16. A number of four digits
    /// is a year, not seconds.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some((date, time)) = text.split_once(['T', 't']) {
            return parse_date_time(date, time);
        }
        let dashes = text.bytes().skip(1).filter(|byte| *byte == b'-').count();
        match (dashes, text.len()) {
            (0, 4) if is_number(text) => midnight(&format!("{text}-01-01")),
            (1, 7) => midnight(&format!("{text}-01")),
            (2, 10) => midnight(text),
            _ => parse_epoch(text),
        }
    }

    /// So many seconds and nanoseconds, which may differ in sign; none outside the years that exist here.
    fn new(seconds: i64, nanoseconds: i32) -> Option<Self> {
        let at = match seconds < 0 && nanoseconds > 0 {
            true => Self { seconds: seconds + 1, nanoseconds: nanoseconds - NANOSECONDS_PER_SECOND },
            false => Self { seconds, nanoseconds },
        };
        (Self::MIN..=Self::MAX).contains(&at).then_some(at)
    }

    /// The days since 1970, the seconds since midnight, the nanoseconds since the second.
    fn parts(self) -> (i64, i64, i32) {
        let (seconds, nanoseconds) = match self.nanoseconds < 0 {
            true => (self.seconds - 1, self.nanoseconds + NANOSECONDS_PER_SECOND),
            false => (self.seconds, self.nanoseconds),
        };
        (seconds.div_euclid(SECONDS_PER_DAY), seconds.rem_euclid(SECONDS_PER_DAY), nanoseconds)
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A number of two digits that is not larger than the largest.
fn two_digits(text: &str, largest: i64) -> Option<i64> {
    let number = text.parse().ok().filter(|_| text.len() == 2 && is_number(text))?;
    (number <= largest).then_some(number)
}

/// `2026-11-21`, as days since 1970.
fn days(date: &str) -> Option<i64> {
    let (year, rest) = date.split_once('-').filter(|(year, _)| year.len() == 4 && is_number(year))?;
    let (month, day) = rest.split_once('-')?;
    Date { year: year.parse().ok()?, month: two_digits(month, 12)?, day: two_digits(day, 31)? }.days()
}

fn midnight(date: &str) -> Option<Timestamp> {
    Timestamp::new(days(date)? * SECONDS_PER_DAY, 0)
}

/// What stands before and after the `T`: a date, and a time with or without seconds in some zone.
fn parse_date_time(date: &str, time: &str) -> Option<Timestamp> {
    let (time, zone) = time.split_at(time.find(['Z', 'z', '+', '-'])?);
    let (hour, rest) = time.split_once(':')?;
    let (minute, second) = rest.split_once(':').unwrap_or((rest, "00"));
    let (second, fraction) = second.split_once(['.', ',']).map_or((second, None), |(whole, part)| (whole, Some(part)));
    // A leap second is the end of the second before it.
    let second = two_digits(second, 60)?.min(59);
    let seconds = two_digits(hour, 23)? * 3_600 + two_digits(minute, 59)? * 60 + second - offset(zone)?;
    let nanoseconds = fraction.map_or(Some(0), |fraction| nanoseconds(fraction).filter(|_| fraction.len() <= 9))?;
    Timestamp::new(days(date)? * SECONDS_PER_DAY + seconds, nanoseconds)
}

/// The seconds by which a zone is ahead of UTC: `Z`, `+01:00`, `+0100` or `+01`.
fn offset(zone: &str) -> Option<i64> {
    const MOST_HOURS: i64 = 25;
    if matches!(zone, "Z" | "z") {
        return Some(0);
    }
    let (sign, rest) = match zone.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, zone.strip_prefix('+')?),
    };
    let (hour, minute) = match rest.split_once(':') {
        Some((hour, minute)) => (hour, minute),
        None if rest.len() == 4 && rest.is_ascii() => rest.split_at(2),
        None => (rest, "00"),
    };
    Some(sign * (two_digits(hour, MOST_HOURS)? * 3_600 + two_digits(minute, 59)? * 60))
}

/// The digits after the point of a decimal number; what is less than a nanosecond is left out.
fn nanoseconds(fraction: &str) -> Option<i32> {
    is_number(fraction).then(|| format!("{fraction:0<9}"))?.get(..9)?.parse().ok()
}

fn parse_epoch(text: &str) -> Option<Timestamp> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if !is_number(whole.strip_prefix('-').unwrap_or(whole)) {
        return None;
    }
    let nanoseconds = if fraction.is_empty() { 0 } else { nanoseconds(fraction)? };
    let sign = if whole.starts_with('-') { -1 } else { 1 };
    Timestamp::new(whole.parse().ok()?, sign * nanoseconds)
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (days, second, nanoseconds) = self.parts();
        let Date { year, month, day } = Date::after_1970(days);
        let (sign, width) = if year < 0 { ("-", 6) } else { ("", 4) };
        write!(f, "{sign}{:0width$}-{month:02}-{day:02}T", year.abs())?;
        write!(f, "{:02}:{:02}:{:02}", second / 3_600, second / 60 % 60, second % 60)?;
        if nanoseconds > 0 {
            write!(f, ".{}", format!("{nanoseconds:09}").trim_end_matches('0'))?;
        }
        f.write_str("Z")
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom(format!("`{text}` is not a time")))
    }
}

/// A clock that shows whole seconds and moves only when told.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SimulatedClock {
    now: Timestamp,
}

impl SimulatedClock {
    /// A clock that shows `start`.
    #[must_use]
    pub fn starting_at(start: Timestamp) -> Self {
        Self { now: start }
    }

    /// The time it shows.
    #[must_use]
    pub fn now(self) -> Timestamp {
        self.now
    }

    /// Moves the clock on; it never runs backwards.
    pub fn advance(&mut self, seconds: u32) {
        self.now = self.now.plus_seconds(i64::from(seconds));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(Timestamp::parse(text).map(|at| at.to_string()).as_deref(), Some(expected));
    }

    #[test]
    fn every_form_of_the_profile_is_read() {
        check("2026", "2026-01-01T00:00:00Z");
        check("2026-11", "2026-11-01T00:00:00Z");
        check("2026-11-21", "2026-11-21T00:00:00Z");
        check("2026-11-21T10:02Z", "2026-11-21T10:02:00Z");
        check("2026-11-21T10:02+01:00", "2026-11-21T09:02:00Z");
        check("2026-11-21T10:02:03Z", "2026-11-21T10:02:03Z");
        check("2026-11-21T10:02:03.5-02:00", "2026-11-21T12:02:03.5Z");
    }

    #[test]
    fn epoch_seconds_are_read() {
        check("0", "1970-01-01T00:00:00Z");
        check("1795255320", "2026-11-21T10:02:00Z");
        check("1795255320.25", "2026-11-21T10:02:00.25Z");
        check("-1.5", "1969-12-31T23:59:58.5Z");
    }

    #[test]
    fn what_is_no_date_is_refused() {
        let no_dates = ["", "soon", "2026-13-01", "2026-02-29", "1e9", "12:00", "-", ".", "99999999999999"];
        let no_times = ["2026-11-21T10:02", "2026-11-21T24:00Z", "2026-11-21T10:60Z", "2026-11-21T10:02Z01:00"];
        let no_profile = ["20261121T100200Z", "2026-11-21T10Z", "2026-11-21T10:02:03.Z", "2026-11-21 10:02Z"];
        for text in [&no_dates[..], &no_times, &no_profile].concat() {
            assert_eq!(Timestamp::parse(text), None, "{text}");
        }
    }

    #[test]
    fn years_end_where_the_calendar_of_times_ends() {
        assert_eq!(Timestamp::from_epoch_seconds(i64::MAX).to_string(), "9999-12-30T22:00:00.999999999Z");
        assert_eq!(Timestamp::from_epoch_seconds(i64::MIN).to_string(), "-009999-01-02T01:59:59Z");
        check("0000", "0000-01-01T00:00:00Z");
    }
}

//! Time: moments, their text, and the only clock of the engine.
//!
//! A [`Timestamp`] prints as AWS prints times and reads what date conditions may hold (rule B-16).
//! Nothing here asks the machine what time it is: a [`SimulatedClock`] stands still until told.

use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;
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
pub struct Timestamp(jiff::Timestamp);

impl Timestamp {
    /// The moment so many seconds after 1970-01-01T00:00:00Z; clamped to the years that exist here.
    #[must_use]
    pub fn from_epoch_seconds(seconds: i64) -> Self {
        let clamp = if seconds < 0 { jiff::Timestamp::MIN } else { jiff::Timestamp::MAX };
        Self(jiff::Timestamp::from_second(seconds).unwrap_or(clamp))
    }

    /// Whole seconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub fn epoch_seconds(self) -> i64 {
        self.0.as_second()
    }

    /// The moment `seconds` later, or earlier if negative.
    #[must_use]
    pub fn plus_seconds(self, seconds: i64) -> Self {
        Self::from_epoch_seconds(self.epoch_seconds().saturating_add(seconds))
    }

    /// Hours and minutes, `10:02`.
    #[must_use]
    pub fn clock_time(self) -> String {
        let civil = Offset::UTC.to_datetime(self.0);
        format!("{:02}:{:02}", civil.hour(), civil.minute())
    }

    /// Hours, minutes and seconds, `10:02:07`.
    #[must_use]
    pub fn clock_time_with_seconds(self) -> String {
        format!("{}:{:02}", self.clock_time(), Offset::UTC.to_datetime(self.0).second())
    }

    /// Reads what a date condition may hold: the ISO 8601 forms of the W3C profile, from `2026` to
    /// `2026-11-21T10:02:00.5+01:00`, or seconds since 1970, whole or decimal.
    ///
    /// A form without a time of day means midnight UTC. Source: rule B-16. A number of four digits
    /// is a year, not seconds.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if text.contains('T') || text.contains('t') {
            return parse_date_time(text).map(Self);
        }
        let dashes = text.bytes().skip(1).filter(|byte| *byte == b'-').count();
        match (dashes, text.len()) {
            (0, 4) if text.bytes().all(|byte| byte.is_ascii_digit()) => midnight(&format!("{text}-01-01")),
            (1, 7) => midnight(&format!("{text}-01")),
            (2, 10) => midnight(text),
            _ => parse_epoch(text),
        }
        .map(Self)
    }
}

fn parse_date_time(text: &str) -> Option<jiff::Timestamp> {
    if let Ok(timestamp) = text.parse() {
        return Some(timestamp);
    }
    // The profile also allows a time without seconds, which needs them filled in before the zone.
    let zone = text.rfind(['Z', 'z', '+', '-']).filter(|at| *at > 10)?;
    format!("{}:00{}", &text[..zone], &text[zone..]).parse().ok()
}

fn midnight(date: &str) -> Option<jiff::Timestamp> {
    let date: Date = date.parse().ok()?;
    Offset::UTC.to_timestamp(DateTime::from_parts(date, jiff::civil::Time::midnight())).ok()
}

fn parse_epoch(text: &str) -> Option<jiff::Timestamp> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(whole.strip_prefix('-').unwrap_or(whole)) || !digits(fraction) {
        return None;
    }
    let nanoseconds: i32 = format!("{fraction:0<9}").get(..9)?.parse().ok()?;
    let sign = if whole.starts_with('-') { -1 } else { 1 };
    jiff::Timestamp::new(whole.parse().ok()?, sign * nanoseconds).ok()
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
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
        for text in ["", "soon", "2026-13-01", "2026-11-21T10:02", "1e9", "12:00", "-", "."] {
            assert_eq!(Timestamp::parse(text), None, "{text}");
        }
    }
}

//! The Gregorian calendar, reckoned in days since 1970-01-01, without end on either side.
//!
//! Years are reckoned from March on, so that a leap day is the last of its year; four centuries have the same number
//! of days each time.

const DAYS_OF_FOUR_CENTURIES: i64 = 146_097;

/// From 0000-03-01 to 1970-01-01.
const DAYS_BEFORE_1970: i64 = 719_468;

/// A day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Date {
    pub(super) year: i64,
    /// From 1.
    pub(super) month: i64,
    /// From 1.
    pub(super) day: i64,
}

impl Date {
    /// The day so many days after 1970-01-01.
    pub(super) fn after_1970(days: i64) -> Self {
        let days = days + DAYS_BEFORE_1970;
        let (era, day) = (days.div_euclid(DAYS_OF_FOUR_CENTURIES), days.rem_euclid(DAYS_OF_FOUR_CENTURIES));
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        let month = (5 * day + 2) / 153;
        let (is_after_december, day) = (month >= 10, day - (153 * month + 2) / 5 + 1);
        let month = if is_after_december { month - 9 } else { month + 3 };
        Self { year: era * 400 + year + i64::from(is_after_december), month, day }
    }

    /// How many days it is after 1970-01-01; none if there is no such day.
    pub(super) fn days(self) -> Option<i64> {
        let Self { year, month, day } = self;
        let is_of_last = month <= 2;
        let from_march = if is_of_last { month + 9 } else { month - 3 };
        let year = year - i64::from(is_of_last);
        let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let day_of_year = (153 * from_march + 2) / 5 + day - 1;
        let days = era * DAYS_OF_FOUR_CENTURIES + of_era * 365 + of_era / 4 - of_era / 100 + day_of_year;
        let days = days - DAYS_BEFORE_1970;
        // A day too many is one of the next month.
        (Self::after_1970(days) == self).then_some(days)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(year: i64, month: i64, day: i64, expected: Option<i64>) {
        assert_eq!(Date { year, month, day }.days(), expected);
    }

    #[test]
    fn days_are_counted_from_1970() {
        check(1970, 1, 1, Some(0));
        check(1969, 12, 31, Some(-1));
        check(2000, 2, 29, Some(11_016));
        check(2026, 11, 21, Some(20_778));
    }

    #[test]
    fn there_are_no_days_that_there_are_not() {
        for (year, month, day) in
            [(2026, 2, 29), (1900, 2, 29), (2026, 4, 31), (2026, 13, 1), (2026, 0, 1), (2026, 1, 0)]
        {
            check(year, month, day, None);
        }
    }

    #[test]
    fn each_day_follows_the_one_before_it() {
        let is_next = |one: Date, next: Date| match (next.day, next.month) {
            (1, 1) => one == Date { year: next.year - 1, month: 12, day: 31 },
            (1, _) => one.month == next.month - 1 && one.year == next.year && one.day >= 28,
            _ => one == Date { day: next.day - 1, ..next },
        };
        let mut one = Date::after_1970(-800_000);
        for days in -799_999..800_000 {
            let next = Date::after_1970(days);
            assert!(is_next(one, next) && next.days() == Some(days), "{one:?} {next:?}");
            one = next;
        }
    }
}

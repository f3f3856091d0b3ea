//! Lengths of time in few characters, the same in every language.

/// What is left of a length of time, in its largest units; a begun minute counts: `12 min`, `1 h 5 min`.
#[must_use]
pub fn time_left(seconds: i64) -> String {
    if seconds < 60 { format!("{seconds} s") } else { in_minutes((seconds + 59) / 60) }
}

/// What has gone of a length of time, in its largest units; only whole minutes count.
#[must_use]
pub fn time_gone(seconds: i64) -> String {
    if seconds < 60 { format!("{seconds} s") } else { in_minutes(seconds / 60) }
}

/// A length of time to the second: `14 min 59 s`.
#[must_use]
pub fn exact_time(seconds: i64) -> String {
    match (seconds / 60, seconds % 60) {
        (0, seconds) => format!("{seconds} s"),
        (minutes, 0) => in_minutes(minutes),
        (minutes, seconds) => format!("{} {seconds} s", in_minutes(minutes)),
    }
}

fn in_minutes(minutes: i64) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_begun_minute_is_left_and_not_gone() {
        assert_eq!(time_left(11 * 60 + 50), "12 min");
        assert_eq!(time_gone(11 * 60 + 50), "11 min");
        assert_eq!(time_left(3_600), "1 h");
        assert_eq!(time_left(3_601), "1 h 1 min");
        assert_eq!(time_gone(59), "59 s");
    }

    #[test]
    fn exact_lengths_keep_their_seconds() {
        assert_eq!(exact_time(3_600), "1 h");
        assert_eq!(exact_time(899), "14 min 59 s");
    }
}

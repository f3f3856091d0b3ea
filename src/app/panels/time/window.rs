//! The stretch of time that the lanes show.

use iam_sandbox::clock::Timestamp;

const QUARTER: i64 = 900;
/// Nothing here lasts longer: twelve hours is the longest session (rule E-8).
const FURTHEST: i64 = 12 * 3_600;
/// Shown before and after now in any case.
const MARGIN: i64 = 1_800;
/// Most steps of the scale at which its labels keep apart on a phone.
const MAX_STEPS: i64 = 6;
const STEPS: [i64; 6] = [QUARTER, 2 * QUARTER, 3_600, 2 * 3_600, 3 * 3_600, 6 * 3_600];

/// From when to when, in seconds since 1970, with now somewhere between.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Window {
    start: i64,
    end: i64,
    now: i64,
}

impl Window {
    /// The stretch around `now` that holds all `moments`, as far as they are not too far away, in
    /// whole quarters of an hour.
    pub(super) fn around(now: Timestamp, moments: impl Iterator<Item = Timestamp>) -> Self {
        let now = now.epoch_seconds();
        let mut start = now - MARGIN;
        let mut end = now + MARGIN;
        for moment in moments.map(Timestamp::epoch_seconds) {
            start = start.min(moment);
            end = end.max(moment);
        }
        let start = start.max(now - FURTHEST).div_euclid(QUARTER) * QUARTER;
        let end = (end.min(now + FURTHEST) + QUARTER - 1).div_euclid(QUARTER) * QUARTER;
        Self { start, end, now }
    }

    /// Where a moment stands, in percent of the whole; what is outside stands at the edge.
    pub(super) fn percent(self, moment: Timestamp) -> f64 {
        self.percent_of(moment.epoch_seconds())
    }

    /// Where now stands.
    pub(super) fn now_percent(self) -> f64 {
        self.percent_of(self.now)
    }

    fn percent_of(self, seconds: i64) -> f64 {
        // At most a day of seconds, which a float holds exactly.
        #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
        let share = (seconds - self.start) as f64 / (self.end - self.start) as f64;
        (share * 100.0).clamp(0.0, 100.0)
    }

    /// Whether a moment is within.
    pub(super) fn holds(self, moment: Timestamp) -> bool {
        (self.start..=self.end).contains(&moment.epoch_seconds())
    }

    /// Round times to label, evenly apart.
    pub(super) fn ticks(self) -> impl Iterator<Item = Timestamp> {
        let fits = |step: &i64| (self.end - self.start) / step <= MAX_STEPS;
        let step = STEPS.into_iter().find(fits).unwrap_or(FURTHEST);
        let first = (self.start + step - 1).div_euclid(step) * step;
        (0..).map(move |n| first + n * step).take_while(move |at| *at <= self.end).map(Timestamp::from_epoch_seconds)
    }
}

/// A share as the attribute of a drawing.
pub(super) fn attribute(percent: f64) -> String {
    format!("{percent:.2}%")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(time: &str) -> Timestamp {
        Timestamp::parse(&format!("2026-11-21T{time}:00Z")).unwrap()
    }

    fn ticks(window: Window) -> Vec<String> {
        window.ticks().map(Timestamp::clock_time).collect()
    }

    #[test]
    fn half_an_hour_on_either_side_is_shown_in_whole_quarters() {
        let window = Window::around(at("10:02"), std::iter::empty());
        assert_eq!(ticks(window), ["09:30", "09:45", "10:00", "10:15", "10:30", "10:45"]);
        assert!(window.holds(at("09:30")) && !window.holds(at("10:46")));
    }

    #[test]
    fn sessions_widen_the_window_and_ticks_grow_apart() {
        let window = Window::around(at("11:09"), [at("10:05"), at("13:05")].into_iter());
        assert_eq!(ticks(window), ["10:00", "10:30", "11:00", "11:30", "12:00", "12:30", "13:00"]);
        assert!((window.percent(at("10:00")) - 0.0).abs() < 1e-9);
    }

    #[test]
    fn what_is_long_past_does_not_shrink_the_present() {
        let window = Window::around(at("23:00"), [at("01:00")].into_iter());
        assert!(!window.holds(at("10:59")) && window.holds(at("11:00")));
        assert!((window.percent(at("01:00")) - 0.0).abs() < 1e-9);
    }
}

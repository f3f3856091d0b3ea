//! A clock beside the items, off until somebody wants it. It counts up, or down from as many minutes as somebody
//! says, and ends nothing.

use crate::app::practice::now;
use crate::app::store::{Action, PracticeAct, Timer, use_dispatch, use_snapshot};
use crate::app::strings::strings;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::components::segmented::Segmented;

/// What it counts down from at first.
const MINUTES: u32 = 15;

/// The most that it counts down from.
const MAX_MINUTES: u32 = 600;

/// The clock with its choices.
#[component]
pub fn Clock() -> Html {
    let (state, dispatch) = (use_snapshot(), use_dispatch());
    let labels = &strings(state.language).practice;
    let timer = state.practice.as_ref().and_then(|practice| practice.timer);
    let minutes = use_state(|| MINUTES);
    let tick = use_state(now);
    {
        let tick = tick.setter();
        use_effect_with(timer.is_some(), move |is_on| {
            let beat = is_on.then(|| {
                tick.set(now());
                gloo::timers::callback::Interval::new(1000, move || tick.set(now()))
            });
            move || drop(beat)
        });
    }
    let set = Callback::from(move |timer| dispatch.dispatch(Action::Practise(PracticeAct::SetTimer(timer))));
    let on_choose = {
        let (set, minutes) = (set.clone(), minutes.clone());
        Callback::from(move |index| {
            let timer = |minutes| Timer { since: now(), minutes };
            set.emit(match index {
                0 => None,
                1 => Some(timer(None)),
                _ => Some(timer(Some(*minutes))),
            });
        })
    };
    let onchange = {
        let minutes = minutes.clone();
        Callback::from(move |event: Event| {
            let field: HtmlInputElement = event.target_unchecked_into();
            let Some(chosen) = field.value().parse().ok().filter(|n| (1..=MAX_MINUTES).contains(n)) else { return };
            minutes.set(chosen);
            if let Some(timer) = timer {
                set.emit(Some(Timer { minutes: Some(chosen), ..timer }));
            }
        })
    };
    let selected = match timer {
        None => 0,
        Some(Timer { minutes: None, .. }) => 1,
        Some(Timer { minutes: Some(_), .. }) => 2,
    };
    let seconds = timer.map(|timer| shown(timer, tick.epoch_seconds().max(timer.since.epoch_seconds())));
    let options = [labels.timer_off, labels.timer_up, labels.timer_down].map(AttrValue::from).to_vec();
    html! {
        <details class="practice-clock">
            <summary class="button little">
                { labels.timer }
                if let Some(seconds) = seconds {
                    { " " }<span class="clock" role="timer">{ format!("{}:{:02}", seconds / 60, seconds % 60) }</span>
                }
            </summary>
            <div class="practice-clock-form">
                <Segmented name="practice-timer" label={labels.timer} {options} selected={Some(selected)} {on_choose} />
                if selected == 2 {
                    <label>
                        { labels.minutes }{ " " }
                        <input class="field" type="number" min="1" max={MAX_MINUTES.to_string()}
                            value={minutes.to_string()} {onchange} />
                    </label>
                }
                <p class="small" role="status">
                    if seconds == Some(0) && selected == 2 { { labels.time_is_up } }
                </p>
            </div>
        </details>
    }
}

/// What the clock shows, in seconds.
fn shown(timer: Timer, now: i64) -> i64 {
    let elapsed = now - timer.since.epoch_seconds();
    match timer.minutes {
        None => elapsed,
        Some(minutes) => (i64::from(minutes) * 60 - elapsed).max(0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use iam_sandbox::clock::Timestamp;

    #[test]
    fn the_clock_counts_up_or_down_and_stops_at_nothing() {
        let timer = |minutes| Timer { since: Timestamp::from_epoch_seconds(1000), minutes };
        assert_eq!(shown(timer(None), 1075), 75);
        assert_eq!(shown(timer(Some(2)), 1075), 45);
        assert_eq!(shown(timer(Some(1)), 1075), 0);
    }
}

//! The actions that change only what is shown: nothing is done in the sandbox.

use super::Action;
use super::class::LeftZone;
use super::reduce::has_trace;
use super::state::{AppState, Tab};
use crate::app::fetch::Loading;
use crate::app::packs;
use crate::app::shared::Shared;
use iam_sandbox::eval::Station;
use std::rc::Rc;

/// The actions that change only what is shown.
pub(super) fn show(mut next: AppState, action: Action) -> Option<AppState> {
    match action {
        Action::SetMode(mode) => next.mode = mode,
        Action::OpenStation(station) => {
            next.station = station;
            next.statement = None;
            next.document = None;
        }
        Action::OpenCheck(position) => {
            next.check = position;
            next.station = None;
            next.statement = None;
            next.document = None;
        }
        Action::SelectStatement(at) => {
            next.statement = Some(at);
            next.document = None;
        }
        Action::OpenDocument(document) => {
            next.sheet = document.is_some();
            next.document = document;
        }
        Action::SetUnsaved(document, is_unsaved) => {
            let unsaved = Rc::make_mut(&mut next.unsaved);
            let changes = if is_unsaved { unsaved.insert(document) } else { unsaved.remove(&document) };
            return changes.then_some(next);
        }
        Action::SelectObject(object) => next.object = object,
        Action::Step(step) => {
            next.step = step;
            next.station = step;
            next.statement = None;
            next.document = None;
        }
        Action::StepOn { forward } => {
            let step = stepped(&next, forward);
            return show(next, Action::Step(step));
        }
        Action::LookAt(event) => {
            next.answer_anew();
            let steps = next.sandbox.steps();
            next.event = event.filter(|index| *index < steps.len());
            let step = event.and_then(|index| steps.get(index)).filter(|step| has_trace(step));
            if let Some(answer) = step.and_then(|step| step.answer.clone()) {
                next.answer = Shared::new(answer);
                next.flips = Rc::new([]);
                next.looked_at = event;
            }
            next.station = None;
            next.step = None;
            next.notice = None;
            // On a phone the sheet would lie over the answer.
            next.sheet = false;
        }
        Action::OpenWalk(walk) => {
            // On a phone the walk has the room of the rail.
            next.tab = if walk.is_some() { Tab::Why } else { Tab::World };
            next.walk = walk;
            next.popup = None;
        }
        Action::OpenPopup(popup) => {
            next.popup = popup;
            next.forget_refusal();
        }
        Action::FollowAddress { route, n_pages_back } => {
            next.n_pages_back = n_pages_back;
            next.lesson_error = None;
            // The same address again is another try.
            next.n_fetches += 1;
            return show(next, Action::SetRoute(route));
        }
        Action::SetRoute(route) => {
            next.route = route;
            next.popup = None;
        }
        Action::SetPanel(panel) => next.panel = panel,
        Action::SetTab(tab) => {
            match tab {
                Tab::World => next.left = LeftZone::World,
                Tab::Goal => next.left = LeftZone::Goal,
                Tab::Ask | Tab::Why | Tab::Time => {}
            }
            next.tab = tab;
            next.popup = None;
        }
        Action::SetSheet(sheet) => next.sheet = sheet,
        Action::SetLanguage(language) => next.language = language,
        Action::SetTheme(theme) => next.theme = theme,
        Action::SetShortcuts(shortcuts) => next.shortcuts = shortcuts,
        Action::Notify(notice) => next.notice = notice,
        Action::SetIndex(index) => next.index = index,
        Action::SetProgress(progress) => next.progress = Rc::new(progress),
        Action::MergeProgress(progress) => {
            Rc::make_mut(&mut next.progress).merge(progress);
        }
        Action::SetPacks(kept) => {
            let open = next.packs.take().unwrap_or_else(packs::none);
            let all = kept.into_iter().chain(open.iter().cloned());
            next.packs = Some(all.fold(packs::none(), |packs, pack| packs::with(&packs, pack)));
        }
        Action::PackOpened(pack) => {
            next.packs = Some(packs::with(&next.packs.take().unwrap_or_else(packs::none), pack));
            next.pack_failure = None;
            next.lesson_error = None;
        }
        Action::RemovePack(name) => next.packs = Some(packs::without(&next.packs.take()?, &name)),
        Action::PackFailed(failure) => next.pack_failure = failure.map(Rc::new),
        Action::LessonFailed(error) => next.lesson_error = Some(error),
        Action::FetchAgain => {
            next.lesson_error = None;
            next.index = Loading::Waiting;
            next.n_fetches += 1;
        }
        Action::SetPath(path) => next.path = path,
        Action::SetLeft(left) => next.left = left,
        Action::SetPrediction(prediction) => next.prediction = prediction,
        Action::SetLetters(letters) => next.letters = letters,
        Action::Practise(act) => next.practise(act)?,
        _ => return None,
    }
    Some(next)
}

/// The station after or before the present one; past the last one stepping ends.
fn stepped(state: &AppState, forward: bool) -> Option<Station> {
    let Some(now) = state.step else {
        return if forward { Station::ALL.first().copied() } else { None };
    };
    let index = usize::from(now.number());
    if forward { Station::ALL.get(index + 1).copied() } else { Station::ALL.get(index.checked_sub(1)?).copied() }
}

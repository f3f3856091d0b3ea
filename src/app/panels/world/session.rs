//! Sessions, below their role.

use super::assume_form::{assume_form, assume_opener};
use super::credential::{credential_form, credential_opener};
use super::rows::{Row, act_as, fact, short_key};
use super::scene::{Scene, session_key};
use super::switch;
use crate::app::components::duration::time_left;
use iam_sandbox::arn::Arn;
use iam_sandbox::world::{KeyOwner, Session, SessionOrigin, SessionSubject};
use yew::prelude::*;

/// The rows of the sessions of a role, a user or a root user. Those that have ended are in the lanes of the time; here they
/// stay only while they matter.
pub(super) fn rows(scene: &Scene, behind: &Arn) -> Vec<Html> {
    let now = scene.state.sandbox.now();
    let matters = |session: &Session| {
        let key = session_key(&session.access_key_id);
        !session.is_expired(now) || scene.asking_tone(&key).is_some() || scene.is_selected(&key)
    };
    let mut sessions: Vec<_> =
        scene.world().sessions().filter(|session| session.behind() == behind && matters(session)).collect();
    iam_sandbox::ordered::sort_by_key(&mut sessions, |session| session.issued);
    sessions.into_iter().map(|session| row(scene, session)).collect()
}

fn row(scene: &Scene, session: &Session) -> Html {
    let parent = parent_name(scene, session);
    let key = session_key(&session.access_key_id);
    let row = Row {
        key: &key,
        kind: "session",
        name: name(scene, session, parent.as_deref()),
        meta: remaining(scene, session),
    };
    row.show(scene, || detail(scene, session, parent))
}

/// Who took the session; its own name only where it tells something else.
fn name(scene: &Scene, session: &Session, parent: Option<&str>) -> String {
    let words = scene.identity();
    match (&session.subject, &session.facts.origin) {
        (SessionSubject::User { .. }, SessionOrigin::SignIn) => return words.console_session.to_owned(),
        (SessionSubject::User { .. }, _) => return words.token_session.to_owned(),
        (SessionSubject::AssumedRoot { .. }, _) => return words.root_task.to_owned(),
        (SessionSubject::FederatedUser { name, .. }, _) => return name.to_string(),
        (SessionSubject::Role { .. }, SessionOrigin::Service { resource, .. }) => {
            return resource.last_name().to_owned();
        }
        (SessionSubject::Role { .. }, _) => {}
    }
    let Some(parent) = parent else { return session.name().unwrap_or_default().to_owned() };
    let above = session.parent.as_deref().and_then(|key| scene.world().session(key));
    let is_handed_on = above.is_some_and(|above| above.name() == session.name());
    let own_name = session.name().filter(|name| *name != parent && !is_handed_on);
    (scene.strings().session_of)(parent, own_name)
}

/// The user or role with whose key the session was asked for.
fn parent_name(scene: &Scene, session: &Session) -> Option<String> {
    Some(match scene.world().key_owner(session.parent.as_deref()?)? {
        KeyOwner::User(_, user, _) => user.name.to_string(),
        KeyOwner::Root(account, _) => account.id.root_arn().last_name().to_owned(),
        KeyOwner::Session(parent) => parent.behind().last_name().to_owned(),
    })
}

fn remaining(scene: &Scene, session: &Session) -> String {
    let seconds = session.expires.epoch_seconds() - scene.state.sandbox.now().epoch_seconds();
    if seconds > 0 {
        (scene.strings().left)(&time_left(seconds))
    } else {
        (scene.strings().ended)(&session.expires.clock_time())
    }
}

fn detail(scene: &Scene, session: &Session, parent: Option<String>) -> Html {
    let facts = &scene.strings().facts;
    let ends = format!("{}, {}", session.expires.clock_time_with_seconds(), remaining(scene, session));
    let is_ended = session.is_expired(scene.state.sandbox.now());
    let is_acting = scene.state.question.credentials.access_key_id() == Some(&*session.access_key_id);
    let assume = format!("assume/session/{}", session.access_key_id);
    html! {
        <>
            <dl class="facts">
                { fact(facts.key, short_key(&session.access_key_id)) }
                if session.role().is_some() {
                    { fact(facts.role, session.behind().last_name().to_owned()) }
                }
                if let Some(name) = session.name() {
                    { fact(facts.session_name, name.to_owned()) }
                }
                if let Some(parent) = parent {
                    { fact(facts.taken_by, parent) }
                }
                { fact(facts.issued, session.issued.clock_time_with_seconds()) }
                { fact(facts.ends, if is_ended { remaining(scene, session) } else { ends }) }
            </dl>
            <div class="row-actions">
                if is_acting && !is_ended {
                    { assume_opener(scene, &assume) }
                } else if !is_acting {
                    { act_as(scene, session.behind().last_name(), &session.access_key_id) }
                }
                { switch::buttons(scene, session, is_acting && !is_ended) }
                if !session.facts.origin.is_console() {
                    { credential_opener(scene, &session.access_key_id) }
                }
            </div>
            if is_acting && !is_ended {
                { assume_form(scene, assume, None) }
            }
            { credential_form(scene, session) }
            { switch::form_below(scene, session) }
        </>
    }
}

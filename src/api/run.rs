//! What happens when something is due: a service's call, a run of an application.
//!
//! An application looks for credentials as the SDKs do by default ("Standardized credential providers" in the AWS SDKs
//! and Tools Reference Guide): what is stored with it first, and what its place offers last.

use super::AuthenticationFailure;
use super::Sandbox;
use super::credentials::Credentials;
use super::door::ApiCall;
use super::due::{self, Moment};
use super::history::{Cause, Event, Step};
use super::record::{Answer, Outcome};
use crate::authz::Environment;
use crate::services::{MetadataRequest, keep_credentials, metadata};
use crate::world::{Application, Place};
use serde_json::Value;
use std::sync::Arc;

/// An SDK asks the metadata service again so long before its credentials end.
const ASKED_BEFORE: i64 = 900;

/// Where AWS's machines call from, of the addresses for examples.
const ADDRESS_IN_AWS: &str = "198.51.100.20";

impl Sandbox {
    pub(super) fn perform_moment(&mut self, moment: &Moment) {
        if let Some(call) = moment.call(&self.world) {
            if let Some(number) = moment.delivery() {
                self.world.take_delivery(number);
            }
            self.make_due(call, Cause::Service);
        }
        if let Some(application) = moment.application().and_then(|name| self.world.application(name)).cloned() {
            self.run_application(&application);
        }
    }

    /// A run of an application; where it stands cannot run, nothing happens.
    fn run_application(&mut self, application: &Application) {
        let is_running = match &application.place {
            Place::Instance(id) => self.world.instance(id).is_some_and(crate::world::Instance::is_running),
            Place::Function(arn) => self.world.function(arn).is_some(),
            Place::Laptop => true,
        };
        if !is_running {
            return;
        }
        let key = self.find_credentials(application);
        let mut environment = Environment::default();
        if application.place != Place::Laptop {
            environment.source_ip = ADDRESS_IN_AWS.into();
        }
        for call in &application.calls {
            let credentials = key.clone().map_or(Credentials::Anonymous, Credentials::Key);
            let (operation, input) = (call.operation.clone(), call.input.clone());
            let call = ApiCall { credentials, operation, input, environment: environment.clone() };
            let cause = Cause::Application(application.name.clone());
            match key {
                Some(_) => self.make_due(call, cause),
                None => self.fail_without_credentials(call, cause),
            }
        }
    }

    /// What is stored, or else what the place offers.
    fn find_credentials(&mut self, application: &Application) -> Option<Box<str>> {
        if let Some(key) = &application.key {
            return Some(key.clone());
        }
        match &application.place {
            Place::Instance(id) => self.ask_instance(application, id),
            Place::Function(arn) => {
                if due::lacks_session(&self.world, self.world.function(arn)?, self.now())
                    && let Some(call) = due::execution(&self.world, self.world.function(arn)?)
                {
                    self.make_due(call, Cause::Service);
                }
                self.world.function(arn)?.session.clone()
            }
            Place::Laptop => None,
        }
    }

    /// What the SDK holds, if that lasts for a while; or else what the metadata service says.
    fn ask_instance(&mut self, application: &Application, instance: &str) -> Option<Box<str>> {
        let seconds_left = |sandbox: &Self, key: &str| {
            let expires = sandbox.world.session(key).map(|session| session.expires.epoch_seconds());
            expires.unwrap_or_default() - sandbox.now().epoch_seconds()
        };
        let held = application.holding.clone().filter(|_| !application.is_started_anew);
        if let Some(key) = held.as_deref().filter(|key| seconds_left(self, key) > ASKED_BEFORE) {
            return Some(key.into());
        }
        let found = self.read_credentials(application, instance);
        let found = found.or_else(|| held.filter(|key| seconds_left(self, key) > 0));
        if !application.is_started_anew && found != application.holding {
            keep_credentials(&mut self.world, &application.name, found.clone());
        }
        found
    }

    /// The three requests that an SDK makes: for a token, for the name of the role, for its credentials.
    fn read_credentials(&mut self, application: &Application, instance: &str) -> Option<Box<str>> {
        const PATH: &str = "/latest/meta-data/iam/security-credentials/";
        let token = self.request_due(application, instance, MetadataRequest::put_token(21_600))?;
        let role = self.request_due(application, instance, MetadataRequest::get_with_token(PATH, &token))?;
        let path = format!("{PATH}{role}");
        let document = self.request_due(application, instance, MetadataRequest::get_with_token(&path, &token))?;
        let document: Value = serde_json::from_str(&document).ok()?;
        document.get("AccessKeyId")?.as_str().map(Into::into)
    }

    fn request_due(&mut self, application: &Application, instance: &str, request: MetadataRequest) -> Option<String> {
        let before = self.state();
        let now = self.now();
        let answer = metadata(&mut self.world, instance, &request, now);
        let event = Event::Metadata { instance: instance.into(), request };
        let cause = Cause::Application(application.name.clone());
        self.steps.push(Arc::new(Step::due(event, None, Some(answer.clone()), cause, before)));
        answer.is_success().then_some(answer.body)
    }

    fn make_due(&mut self, call: ApiCall, cause: Cause) {
        let before = self.state();
        let answer = self.carry_out(&call);
        self.steps.push(Arc::new(Step::due(Event::Call(call), Some(answer), None, cause, before)));
    }

    /// Nothing is sent without credentials: the SDK itself refuses.
    fn fail_without_credentials(&mut self, call: ApiCall, cause: Cause) {
        let failure = AuthenticationFailure::NoCredentials;
        let answer = Answer {
            at: self.now(),
            action: call.operation.clone(),
            resource: "*".into(),
            checks: Vec::new(),
            outcome: Outcome::Failed(failure.error()),
            authentication: Err(failure),
            settling: None,
        };
        let before = self.state();
        self.steps.push(Arc::new(Step::due(Event::Call(call), Some(answer), None, cause, before)));
    }
}

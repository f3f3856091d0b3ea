//! The trail: what AWS CloudTrail would hold of what was done (rules H-1 to H-16).
//!
//! Records are read off steps, and kept nowhere: undone steps have none. Of the sandbox's own events CloudTrail
//! knows less than the sandbox does: nothing of its owner, of questions, of moves of the clock, and nothing of
//! requests whose credentials do not hold, because no account is theirs. Calls of services among each other, and
//! user agents, are not modelled.

mod brought;
mod identity;
mod kind;
mod outsider;
mod parameters;
mod search;
mod sign_in;

pub use search::{TrailQuery, origin};

use super::door::ApiCall;
use super::history::Event;
use super::record::{Answer, Outcome};
use super::{Sandbox, authenticate};
use crate::arn::AccountId;
use crate::authz::{Authenticated, Caller};
use crate::eval::Principal;
use crate::json::json;
use crate::services::{Outsider, Past, TrailRecord};
use crate::world::{IdSource, TrailEvent, World};
use kind::Kind;
use serde_json::{Map, Value};

/// What CloudTrail has of a step.
#[derive(Clone, PartialEq, Debug)]
pub enum Audit {
    /// A record for each account that receives one; across accounts they share an id.
    Recorded(Vec<TrailRecord>),
    /// Nothing: the credentials do not hold (rule H-2).
    NotAuthenticated,
    /// Nothing: the owner of the world is nobody whom AWS knows.
    OfOwner,
    /// Nothing: no call was made.
    NoCall,
}

/// The Region whose endpoint a call is sent to.
pub(super) fn region(call: &ApiCall, world: &World) -> Box<str> {
    Kind::of(&call.operation).region(call, world)
}

/// A call with what came of it.
struct Recorded<'a> {
    call: &'a ApiCall,
    answer: &'a Answer,
    caller: &'a Caller,
    /// The world before the call.
    world: &'a World,
    kind: Kind,
    /// Somebody from outside, for whom a service makes a session.
    outsider: Option<&'a Outsider>,
}

impl Sandbox {
    /// What CloudTrail has of a step; none if there is no such step.
    #[must_use]
    pub fn audit(&self, step: usize) -> Option<Audit> {
        let done = self.steps.get(step)?;
        if let (Event::SignIn(asked), Some(answer)) = (&done.event, &done.answer) {
            let records = sign_in::record(asked, answer, done.world_before(), &self.scenario.seed, step);
            return Some(Audit::Recorded(records.into_iter().collect()));
        }
        let (Event::Call(call), Some(answer)) = (&done.event, &done.answer) else { return Some(Audit::NoCall) };
        // What AWS has no call for has no record either.
        if call.operation.starts_with("sandbox:") {
            return Some(Audit::NoCall);
        }
        let world = done.world_before();
        let identified = match &answer.authentication {
            Ok(Authenticated::Owner(_)) => return Some(Audit::OfOwner),
            Ok(Authenticated::Caller(caller)) => Some(caller.clone()),
            Err(failure) => authenticate::turned_away(world, &call.credentials, failure, answer.at),
        };
        let Some(caller) = identified else { return Some(Audit::NotAuthenticated) };
        let kind = Kind::of(&call.operation);
        let outsider = crate::services::outsider(world, &call.operation, &call.input, answer.at);
        let recorded = Recorded { call, answer, caller: &caller, world, kind, outsider: outsider.as_ref() };
        let mut records = recorded.records(&self.scenario.seed, step);
        records.extend(recorded.records_behind(&self.scenario.seed, step));
        Some(Audit::Recorded(records))
    }

    /// All records, newest first; those of data events too that no trail records.
    pub fn records(&self) -> impl Iterator<Item = TrailRecord> + '_ {
        let of_step = |step| match self.audit(step) {
            Some(Audit::Recorded(records)) => records,
            _ => Vec::new(),
        };
        (0..self.steps.len()).rev().flat_map(of_step)
    }

    /// What CloudTrail holds in event histories and trails, oldest first, with CloudTrail's names.
    #[must_use]
    pub fn events(&self) -> Vec<Value> {
        let mut events: Vec<Value> = self.records().filter(TrailRecord::is_kept).map(|record| record.event).collect();
        events.reverse();
        events
    }
}

impl Past for Sandbox {
    fn records(&self) -> Box<dyn Iterator<Item = TrailRecord> + '_> {
        Box::new(self.records())
    }
}

impl Recorded<'_> {
    fn records(&self, seed: &str, step: usize) -> Vec<TrailRecord> {
        let mut ids = IdSource::new(&format!("{seed} trail {step}"));
        let (request, shared) = (ids.next_uuid(), ids.next_uuid());
        let accounts = self.accounts();
        let shared = (accounts.len() > 1).then_some(shared);
        let record = |account| {
            let event = self.event(account, [&request, &ids.next_uuid()], shared.as_deref());
            let trails = self.trails(account);
            TrailRecord { step, account, at: self.answer.at, is_management: !self.kind.is_data, trails, event }
        };
        accounts.into_iter().map(record).collect()
    }

    /// The trails of an account that record the call.
    fn trails(&self, account: AccountId) -> Vec<Box<str>> {
        let region = self.kind.region(self.call, self.world);
        let event = TrailEvent {
            account,
            region: &region,
            is_global: self.kind.is_global(),
            source: &self.kind.source,
            is_read_only: self.kind.is_read_only,
            data: self.kind.data_type().map(|kind| (kind, self.resource())),
        };
        let recording = self.world.trails().filter(|trail| trail.records(&event));
        recording.map(|trail| trail.name.clone()).collect()
    }

    /// Who receives a record: the caller's account, and the one of the role or resource (table H-16). An account
    /// is not told of calls by which others tried in vain to assume its roles.
    fn accounts(&self) -> Vec<AccountId> {
        if let Some(outsider) = self.outsider {
            return outsider.account.into_iter().collect();
        }
        let own = self.caller.account();
        let other = self.owner_of_resource().filter(|other| Some(*other) != own && other != &AccountId::NOBODY);
        let is_refused_role = self.kind.is_assume_role() && self.answer.error().is_some();
        own.into_iter().chain(other.filter(|_| !is_refused_role || own.is_none())).collect()
    }

    fn owner_of_resource(&self) -> Option<AccountId> {
        if let Some(target) = self.call.input.get("TargetPrincipal").and_then(Value::as_str) {
            return target.parse().ok();
        }
        self.world.resource_owner(&self.answer.resource)
    }

    fn event(&self, account: AccountId, [request, id]: [&str; 2], shared: Option<&str>) -> Value {
        let kind = &self.kind;
        let error = self.answer.error();
        let mut event = json!({
            "eventVersion": "1.11",
            "userIdentity": self.identity(account),
            "eventTime": self.answer.at,
            "eventSource": kind.source,
            "eventName": kind.name,
            "awsRegion": kind.region(self.call, self.world),
            "sourceIPAddress": self.source(),
            "userAgent": self.user_agent(),
        });
        if let Some(error) = error {
            event["errorCode"] = kind.error_code(&error.code).into();
            event["errorMessage"] = error.message.as_str().into();
        }
        event["requestParameters"] = self.with_brought(parameters::of_request(kind, &self.call.input, error));
        event["responseElements"] = match &self.answer.outcome {
            Outcome::Done(output) if !kind.is_read_only || kind.is_session_made() => {
                parameters::of_response(kind, output)
            }
            _ => Value::Null,
        };
        event["requestID"] = request.into();
        event["eventID"] = id.into();
        event["readOnly"] = kind.is_read_only.into();
        if let Some(resources) = kind.resources(self.resource(), self.world) {
            event["resources"] = self.with_provider(resources);
        }
        event["eventType"] = "AwsApiCall".into();
        event["managementEvent"] = (!kind.is_data).into();
        event["recipientAccountId"] = account.to_string().into();
        if let Some(shared) = shared {
            event["sharedEventID"] = shared.into();
        }
        if let Some(endpoint) = self.endpoint() {
            event["vpcEndpointId"] = endpoint.into();
        }
        event["eventCategory"] = if kind.is_data { "Data" } else { "Management" }.into();
        if !self.is_by_service() {
            event["tlsDetails"] = self.tls_details();
        }
        if self.is_from_console() {
            event["sessionCredentialFromConsole"] = "true".into();
        }
        event
    }

    fn is_by_service(&self) -> bool {
        matches!(self.caller.principal, Principal::Service { .. })
    }

    /// Whether the credentials are those of somebody before the console (rule H-1).
    fn is_from_console(&self) -> bool {
        let session = self.caller.access_key_id.as_deref().and_then(|key| self.world.session(key));
        session.is_some_and(|session| session.facts.origin.is_console())
    }

    /// The address, or the name of the service that calls (rule H-5).
    fn source(&self) -> &str {
        match &self.caller.principal {
            Principal::Service { name } => name,
            _ if self.endpoint().is_some() => self.call.environment.address_in_vpc(),
            _ => &self.call.environment.source_ip,
        }
    }

    fn user_agent(&self) -> &str {
        match &self.caller.principal {
            Principal::Service { name } => name,
            _ => self.call.environment.user_agent(),
        }
    }

    /// The VPC endpoint that the call went through.
    fn endpoint(&self) -> Option<&str> {
        let endpoint = self.call.environment.endpoint(self.world, self.caller, &self.call.operation);
        endpoint.map(|endpoint| &*endpoint.id)
    }

    fn tls_details(&self) -> Value {
        let mut details = Map::new();
        details.insert("tlsVersion".to_owned(), "TLSv1.3".into());
        details.insert("cipherSuite".to_owned(), "TLS_AES_128_GCM_SHA256".into());
        details.insert("clientProvidedHostHeader".to_owned(), self.kind.host(self.call, self.world).into());
        details.into()
    }
}

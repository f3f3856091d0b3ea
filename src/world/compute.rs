//! What runs, and resources with policies, as tables of the world.

use super::application::Application;
use super::function::Function;
use super::identity::Role;
use super::instance::{Instance, ProfileAssociation};
use super::message::Delivery;
use super::resource::Resource;
use super::{StoredPolicy, Table, World};
use crate::arn::Arn;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What runs, and what may have a policy.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub(super) struct Compute {
    /// By id.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub(super) instances: Table<Box<str>, Instance>,
    /// By ARN.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub(super) functions: Table<Arn, Function>,
    /// By name.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub(super) applications: Table<Box<str>, Application>,
    /// By ARN.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub(super) resources: Table<Arn, Resource>,
    /// What services have yet to deliver, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) deliveries: Vec<Delivery>,
}

impl Compute {
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl World {
    /// All instances, by id; terminated ones stay listed.
    pub fn instances(&self) -> impl Iterator<Item = &Instance> {
        self.compute.instances.values().map(|instance| &**instance)
    }

    /// The instance with that id.
    #[must_use]
    pub fn instance(&self, id: &str) -> Option<&Instance> {
        self.compute.instances.get(id).map(|instance| &**instance)
    }

    /// Adds an instance, or replaces the one with the same id.
    pub fn put_instance(&mut self, instance: Instance) {
        self.compute.instances.insert_mut(instance.id.clone(), Arc::new(instance));
    }

    /// The role in a profile that is on an instance; none while the profile holds none, or is gone.
    #[must_use]
    pub fn role_on(&self, association: &ProfileAssociation) -> Option<&Role> {
        let account = association.profile.account().and_then(|account| self.account(account))?;
        let profile = account.instance_profile(association.profile.last_name())?;
        account.role(profile.role.as_deref().filter(|_| profile.id == association.profile_id)?)
    }

    /// All Lambda functions, by ARN.
    pub fn functions(&self) -> impl Iterator<Item = &Function> {
        self.compute.functions.values().map(|function| &**function)
    }

    /// The function with that ARN.
    #[must_use]
    pub fn function(&self, arn: &Arn) -> Option<&Function> {
        self.compute.functions.get(arn).map(|function| &**function)
    }

    /// Adds a function, or replaces the one with the same ARN.
    pub fn put_function(&mut self, function: Function) {
        self.compute.functions.insert_mut(function.arn.clone(), Arc::new(function));
    }

    /// Takes a function away; false if there was none.
    pub fn remove_function(&mut self, arn: &Arn) -> bool {
        self.compute.functions.remove_mut(arn)
    }

    /// All applications, by name.
    pub fn applications(&self) -> impl Iterator<Item = &Application> {
        self.compute.applications.values().map(|application| &**application)
    }

    /// The application of that name.
    #[must_use]
    pub fn application(&self, name: &str) -> Option<&Application> {
        self.compute.applications.get(name).map(|application| &**application)
    }

    /// Adds an application, or replaces the one of the same name.
    pub fn put_application(&mut self, application: Application) {
        self.compute.applications.insert_mut(application.name.clone(), Arc::new(application));
    }

    /// Takes an application away; false if there was none.
    pub fn remove_application(&mut self, name: &str) -> bool {
        self.compute.applications.remove_mut(name)
    }

    /// The policy on a resource that has one in the way of most services, with its name; buckets, KMS keys and roles
    /// have theirs in ways of their own.
    #[must_use]
    pub fn resource_policy(&self, arn: &Arn) -> Option<(&str, &StoredPolicy)> {
        if let Some(function) = self.function(arn) {
            return Some((&*function.name, function.policy.as_ref()?));
        }
        let resource = self.resource(arn)?;
        Some((&*resource.name, resource.policy.as_ref()?))
    }

    /// The name of a queue, topic, table, secret or function.
    #[must_use]
    pub fn resource_name(&self, arn: &Arn) -> Option<&str> {
        let function = self.function(arn).map(|function| &*function.name);
        function.or_else(|| self.resource(arn).map(|resource| &*resource.name))
    }

    /// All resources of the kind, by ARN.
    pub fn resources(&self) -> impl Iterator<Item = &Resource> {
        self.compute.resources.values().map(|resource| &**resource)
    }

    /// The resource with that ARN.
    #[must_use]
    pub fn resource(&self, arn: &Arn) -> Option<&Resource> {
        self.compute.resources.get(arn).map(|resource| &**resource)
    }

    /// Adds a resource, or replaces the one with the same ARN.
    pub fn put_resource(&mut self, resource: Resource) {
        self.compute.resources.insert_mut(resource.arn.clone(), Arc::new(resource));
    }

    /// Takes a resource away; false if there was none.
    pub fn remove_resource(&mut self, arn: &Arn) -> bool {
        self.compute.resources.remove_mut(arn)
    }
}

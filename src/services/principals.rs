//! Users and roles that a policy names must exist when it is saved (rule A-52).

use crate::arn::Arn;
use crate::policy::{PolicyDocument, PrincipalEntry};
use crate::world::World;

/// The first principal of the document that does not exist, as far as the world knows.
pub(super) fn missing<'a>(world: &World, document: &'a PolicyDocument) -> Option<&'a Arn> {
    let elements = document.statements.iter().filter_map(|statement| statement.principal.as_ref());
    let arns = elements.flat_map(|element| &element.entries).filter_map(|entry| match &entry.value {
        PrincipalEntry::Arn(arn) => Some(arn),
        _ => None,
    });
    arns.into_iter().find(|arn| {
        // Nothing is known of accounts outside this world, nor of sessions to come.
        let is_inside = arn.account().is_some_and(|account| world.account(account).is_some());
        is_inside && arn.service() != "sts" && world.user(arn).is_none() && world.role(arn).is_none()
    })
}

//! What the things of a world are called.

use iam_sandbox::world::Entity;

/// What things are called, by the numbers that [`named`] has for them.
pub(super) type Nouns = [&'static str; 19];

pub(super) const ENGLISH: Nouns = [
    "world",
    "account",
    "user",
    "group",
    "role",
    "instance profile",
    "MFA device",
    "policy",
    "bucket",
    "session",
    "KMS key",
    "VPC endpoint",
    "organization",
    "trail",
    "instance",
    "function",
    "application",
    "resource",
    "identity provider",
];

pub(super) const SPANISH: Nouns = [
    "mundo",
    "cuenta",
    "usuario",
    "grupo",
    "rol",
    "perfil de instancia",
    "dispositivo MFA",
    "política",
    "bucket",
    "sesión",
    "clave de KMS",
    "VPC endpoint",
    "organización",
    "registro de seguimiento",
    "instancia",
    "función",
    "aplicación",
    "recurso",
    "proveedor de identidad",
];

/// What it is, and its name.
pub(super) fn named(entity: &Entity, nouns: &Nouns) -> String {
    let (noun, name) = match entity {
        Entity::World => return nouns[0].to_owned(),
        Entity::Account(id) => return format!("{} {id}", nouns[1]),
        Entity::User(_, name) => (2, &**name),
        Entity::Group(_, name) => (3, &**name),
        Entity::Role(_, name) => (4, &**name),
        Entity::InstanceProfile(_, name) => (5, &**name),
        Entity::MfaDevice(arn) => (6, arn.last_name()),
        Entity::IdentityProvider(arn) => (18, arn.last_name()),
        Entity::Policy(_, arn) => (7, arn.last_name()),
        Entity::Bucket(name) => (8, &**name),
        Entity::Session(id) => (9, &**id),
        Entity::Key(arn) => (10, arn.last_name()),
        Entity::VpcEndpoint(id) => (11, &**id),
        Entity::Organization(id) => (12, &**id),
        Entity::Trail(arn) => (13, arn.last_name()),
        Entity::Instance(id) => (14, &**id),
        Entity::Function(arn) => (15, arn.last_name()),
        Entity::Application(name) => (16, &**name),
        Entity::Resource(arn) => (17, arn.last_name()),
    };
    format!("{} {name}", nouns[noun])
}

//! Labels of what runs and of what has a policy of its own: instance profiles, instances and their metadata service,
//! functions, applications, queues, topics, tables, secrets; and of the versions of managed policies.

mod en;
mod es;

pub(super) use en::EN;
pub(super) use es::ES;

/// See the module.
#[derive(Debug)]
pub struct ComputeStrings {
    /// Heading.
    pub profiles: &'static str,
    /// Heading.
    pub instances: &'static str,
    /// Heading.
    pub functions: &'static str,
    /// Heading.
    pub applications: &'static str,
    /// Heading: queues, topics, tables, secrets.
    pub resources: &'static str,
    /// Before the buttons for what an account has none of.
    pub also: &'static str,
    /// Title.
    pub new_profile: &'static str,
    /// Title.
    pub new_instance: &'static str,
    /// Title.
    pub new_function: &'static str,
    /// Title.
    pub new_application: &'static str,
    /// Title.
    pub new_resource: &'static str,
    /// In the line of buttons.
    pub short: [&'static str; 6],
    /// Fact and field.
    pub role: &'static str,
    /// Takes something away for good.
    pub delete: &'static str,
    /// Puts the sentence about it into the Ask bar.
    pub ask_about: &'static str,
    /// There is nothing of the kind.
    pub none: &'static str,

    /// Instance profiles, and the role that they hold.
    pub profile: ProfileStrings,
    /// Instances.
    pub instance: InstanceStrings,
    /// The metadata service.
    pub metadata: MetadataStrings,
    /// Functions.
    pub function: FunctionStrings,
    /// Applications.
    pub application: ApplicationStrings,
    /// Queues, topics, tables, secrets.
    pub resource: ResourceStrings,
    /// Versions of managed policies.
    pub version: VersionStrings,
}

/// Instance profiles.
#[derive(Debug)]
pub struct ProfileStrings {
    /// What they are, and who makes them.
    pub note: &'static str,
    /// A profile without a role.
    pub empty: &'static str,
    /// Fact: the instances that have it.
    pub on: &'static str,
    /// Opens the list of roles.
    pub add_role: &'static str,
    /// Title, by profile.
    pub add_role_title: fn(&str) -> String,
    /// The button.
    pub add: &'static str,
    /// There is no role to add.
    pub no_role: &'static str,
    /// Takes the role out.
    pub remove_role: &'static str,
    /// Fact of a role.
    pub of_role: &'static str,
    /// Makes a profile with the role in it, as the console does.
    pub make: &'static str,
    /// Whom a new role trusts.
    pub trusts: &'static str,
    /// The choices besides a name: EC2, Lambda, the account.
    pub trusted: [&'static str; 3],
    /// Whether a profile is made with the role.
    pub with_role: &'static str,
    /// No, as in the CLI; yes, as in the console.
    pub with_role_choices: [&'static str; 2],
}

/// Instances.
#[derive(Debug)]
pub struct InstanceStrings {
    /// Running, stopped, terminated.
    pub states: [&'static str; 3],
    /// Fact.
    pub state: &'static str,
    /// Fact and field.
    pub profile: &'static str,
    /// Fact and field.
    pub metadata: &'static str,
    /// Token required, token optional, switched off.
    pub versions: [&'static str; 3],
    /// How many hops an answer with a token may take.
    pub n_hops: fn(u8) -> String,
    /// Fact.
    pub credentials: &'static str,
    /// EC2 holds none yet, or none any more.
    pub no_credentials: &'static str,
    /// Field.
    pub hop_limit: &'static str,
    /// What a hop is.
    pub hop_note: &'static str,
    /// Field: the tag `Name`.
    pub name: &'static str,
    /// What the tag needs.
    pub name_note: &'static str,
    /// What launching needs.
    pub launch_note: &'static str,
    /// The button.
    pub launch: &'static str,
    /// Button.
    pub stop: &'static str,
    /// Button.
    pub start: &'static str,
    /// Button.
    pub terminate: &'static str,
    /// Opens the form for the profile.
    pub set_profile: &'static str,
    /// Title, by instance.
    pub set_profile_title: fn(&str) -> String,
    /// What the change needs and does.
    pub set_profile_note: &'static str,
    /// The button where there is none yet, and where there is one.
    pub set: [&'static str; 2],
    /// There is no profile to choose.
    pub no_profile: &'static str,
    /// Takes the profile off.
    pub take_off: &'static str,
    /// Opens the form for the metadata options.
    pub options: &'static str,
    /// Title, by instance.
    pub options_title: fn(&str) -> String,
    /// The button.
    pub change: &'static str,
    /// Acts with the credentials that the metadata service hands out.
    pub act_as: &'static str,
}

/// The metadata service.
#[derive(Debug)]
pub struct MetadataStrings {
    /// Opens the panel.
    pub open: &'static str,
    /// Title, by instance.
    pub title: fn(&str) -> String,
    /// What it is.
    pub note: &'static str,
    /// Where the request comes from.
    pub from: &'static str,
    /// The instance, a container on it.
    pub places: [&'static str; 2],
    /// Whether a token goes along.
    pub version: &'static str,
    /// With one (version 2), without (version 1).
    pub with_token: [&'static str; 2],
    /// Token, name of the role, credentials, identity document.
    pub requests: [&'static str; 4],
    /// The group of buttons.
    pub ask: &'static str,
    /// Request and answer.
    pub exchange: &'static str,
    /// No answer comes.
    pub silence: &'static str,
    /// Why: the instance does not run.
    pub not_running: &'static str,
    /// Why: the answer does not come so far; by limit.
    pub too_far: fn(u8) -> String,
    /// Why 400.
    pub bad_request: &'static str,
    /// Why 401, without a token.
    pub needs_token: &'static str,
    /// Why 401, with a token.
    pub bad_token: &'static str,
    /// Why 403.
    pub switched_off: &'static str,
    /// Why 404, without a profile.
    pub no_profile: &'static str,
    /// Why 404, with one.
    pub not_found: &'static str,
    /// EC2 could not assume the role.
    pub no_role: &'static str,
    /// What a token is good for.
    pub is_token: &'static str,
    /// What the credentials are.
    pub are_credentials: &'static str,
    /// There is no token yet, though one is to go along.
    pub no_token_yet: &'static str,
}

/// Functions.
#[derive(Debug)]
pub struct FunctionStrings {
    /// What making one needs.
    pub note: &'static str,
    /// Fact.
    pub invoked: &'static str,
    /// It was never invoked.
    pub never: &'static str,
    /// Fact.
    pub credentials: &'static str,
    /// Fact: who may invoke it.
    pub invokers: &'static str,
    /// Nobody beside those whose own policies say so.
    pub no_invokers: &'static str,
    /// Button.
    pub invoke: &'static str,
    /// Opens the form.
    pub change_role: &'static str,
    /// Title, by function.
    pub change_role_title: fn(&str) -> String,
    /// There is no role.
    pub no_role: &'static str,
    /// Opens the policy.
    pub policy: &'static str,
    /// Opens the form.
    pub allow: &'static str,
    /// Title, by function.
    pub allow_title: fn(&str) -> String,
    /// Field.
    pub statement_id: &'static str,
    /// Field.
    pub principal: &'static str,
    /// What may stand there.
    pub principal_note: &'static str,
    /// Field.
    pub source_arn: &'static str,
    /// What it is for.
    pub source_note: &'static str,
    /// The button.
    pub allow_button: &'static str,
}

/// Applications.
#[derive(Debug)]
pub struct ApplicationStrings {
    /// What they are.
    pub note: &'static str,
    /// What happens to one of the same name.
    pub name_note: &'static str,
    /// Title, by application.
    pub change_title: fn(&str) -> String,
    /// Field and fact.
    pub runs_on: &'static str,
    /// A machine that AWS does not know.
    pub laptop: &'static str,
    /// Field and fact.
    pub signs_with: &'static str,
    /// What its place offers.
    pub of_place: &'static str,
    /// By the role of an instance.
    pub of_instance: &'static str,
    /// By the role of a function.
    pub of_function: &'static str,
    /// Nothing: the laptop has none.
    pub of_laptop: &'static str,
    /// A user's key, stored; by user and key.
    pub stored_key: fn(&str, &str) -> String,
    /// Credentials of a session, copied; by session and key.
    pub copied: fn(&str, &str) -> String,
    /// A copied triple does not renew itself.
    pub copy_note: &'static str,
    /// Field and fact.
    pub calls: &'static str,
    /// What an empty field for the object means.
    pub object_note: &'static str,
    /// Field.
    pub then_calls: &'static str,
    /// No second call.
    pub nothing_more: &'static str,
    /// As it is now.
    pub as_now: &'static str,
    /// Field.
    pub every: &'static str,
    /// Field.
    pub from: &'static str,
    /// What an empty one means.
    pub from_note: &'static str,
    /// Field.
    pub until: &'static str,
    /// What an empty one means.
    pub until_note: &'static str,
    /// The button.
    pub deploy: &'static str,
    /// Fact.
    pub last_call: &'static str,
    /// It has not run yet.
    pub not_yet: &'static str,
    /// Where it runs nothing runs now.
    pub stands_still: &'static str,
    /// It worked.
    pub done: &'static str,
    /// Fact: what its SDK holds.
    pub holds: &'static str,
    /// The credentials have ended.
    pub ended: &'static str,
    /// Opens the trace of the last call.
    pub show_why: &'static str,
    /// Button.
    pub restart: &'static str,
    /// What it does.
    pub restart_note: &'static str,
    /// Opens the form.
    pub change: &'static str,
    /// Button.
    pub remove: &'static str,
    /// How often; by length of time.
    pub every_so_often: fn(&str) -> String,
}

/// Queues, topics, tables, secrets.
#[derive(Debug)]
pub struct ResourceStrings {
    /// Field.
    pub kind: &'static str,
    /// Queue, topic, table, secret.
    pub kinds: [&'static str; 4],
    /// Whence what is in it comes.
    pub note: &'static str,
    /// Opens the policy.
    pub open_policy: &'static str,
    /// Opens an empty policy.
    pub write_policy: &'static str,
    /// Takes the policy away.
    pub delete_policy: &'static str,
    /// Fact.
    pub policy: &'static str,
    /// Fact of a queue: how many.
    pub messages: &'static str,
    /// Fact of a topic: who.
    pub subscribed: &'static str,
    /// Fact of a table: how many.
    pub items: &'static str,
    /// Fact of a KMS key: what it lets whom do besides its policy.
    pub grants: &'static str,
    /// Fact of a bucket: who is told of what happens in it.
    pub notifies: &'static str,
}

/// Versions of managed policies.
#[derive(Debug)]
pub struct VersionStrings {
    /// The one that has effect.
    pub is_default: &'static str,
    /// Opens a version.
    pub view: &'static str,
    /// Gives it effect.
    pub set_default: &'static str,
    /// Title, by policy and number.
    pub title: fn(&str, u32) -> String,
    /// When it was made.
    pub created: fn(&str) -> String,
    /// What the marks before lines mean; by number and default.
    pub legend: fn(u32, u32) -> String,
    /// There is no difference.
    pub same: &'static str,
    /// How many there may be.
    pub limit: &'static str,
}

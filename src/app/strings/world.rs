//! Labels of the world: the tree, the details of what is in it, the forms.

mod en;
mod es;

pub(super) use en::EN;
pub(super) use es::{ES, left as spanish_left};

/// See the module.
#[derive(Debug)]
pub struct WorldStrings {
    /// Title of the zone.
    pub title: &'static str,
    /// The field that finds rows.
    pub search: &'static str,
    /// Empties it.
    pub clear_search: &'static str,
    /// So many rows are drawn, of so many.
    pub more_rows: fn(usize, usize) -> String,
    /// Nobody's permissions are needed to build.
    pub owner_mode: &'static str,
    /// Building needs the permissions of whoever acts.
    pub caller_mode: &'static str,
    /// What a click on the mode does.
    pub to_owner_mode: &'static str,
    /// What a click on the mode does.
    pub to_caller_mode: &'static str,
    /// What caller mode means, below the title; by name of who acts.
    pub caller_note: fn(&str) -> String,
    /// Why there are no buttons here; by name of who acts, and account.
    pub other_account: fn(&str, &str) -> String,

    /// Heading.
    pub users: &'static str,
    /// Heading.
    pub groups: &'static str,
    /// Heading.
    pub roles: &'static str,
    /// Heading.
    pub policies: &'static str,
    /// Heading.
    pub buckets: &'static str,
    /// The row of whoever asks.
    pub asking: &'static str,
    /// The row of a document that was changed and not saved.
    pub unsaved: &'static str,
    /// The row with the document that decides.
    pub deciding: &'static str,
    /// How many policies something has.
    pub n_policies: fn(usize) -> String,
    /// How many members a group has, where they are too many to name.
    pub n_members: fn(usize) -> String,
    /// How many objects are in a bucket.
    pub n_objects: fn(usize) -> String,
    /// How many statements a policy has.
    pub n_statements: fn(usize) -> String,
    /// To how much a policy is attached.
    pub n_uses: fn(usize) -> String,
    /// A session in the tree; by who took it, and its own name where that differs.
    pub session_of: fn(&str, Option<&str>) -> String,
    /// How long a session still lives.
    pub left: fn(&str) -> String,
    /// When a session ended.
    pub ended: fn(&str) -> String,

    /// What the facts of a detail are called.
    pub facts: FactStrings,
    /// What buttons say.
    pub act: ActStrings,
    /// What forms say.
    pub form: FormStrings,
}

/// What the facts of a detail are called, and their values.
#[derive(Debug)]
pub struct FactStrings {
    /// Access key.
    pub key: &'static str,
    /// A key that may be used.
    pub active: &'static str,
    /// A key that is switched off.
    pub inactive: &'static str,
    /// There is no key.
    pub no_key: &'static str,
    /// Groups of a user.
    pub groups: &'static str,
    /// Permissions boundary.
    pub boundary: &'static str,
    /// No value.
    pub none: &'static str,
    /// Attached to nothing.
    pub nothing: &'static str,
    /// So many others are not listed.
    pub and_more: fn(usize) -> String,
    /// A user in a group.
    pub member: &'static str,
    /// A group of a user.
    pub group: &'static str,
    /// Longest session of a role.
    pub longest: &'static str,
    /// Trust policy.
    pub trust: &'static str,
    /// An account as a whole that is trusted; by name.
    pub account: fn(&str) -> String,
    /// The role of a session.
    pub role: &'static str,
    /// The name of a session.
    pub session_name: &'static str,
    /// Who a session was made by.
    pub taken_by: &'static str,
    /// When.
    pub issued: &'static str,
    /// Until when.
    pub ends: &'static str,
    /// Versions of a policy.
    pub versions: &'static str,
    /// How many, and which has effect.
    pub default_of: fn(u32, usize) -> String,
    /// What a policy is attached to.
    pub attached_to: &'static str,
    /// Whose permissions boundary a policy is.
    pub boundary_of: &'static str,
    /// Owner of a policy or bucket.
    pub owner: &'static str,
    /// AWS owns the policy.
    pub by_aws: &'static str,
    /// Where a bucket is.
    pub region: &'static str,
    /// What is in a bucket.
    pub objects: &'static str,
    /// A policy that stands in its user, group or role.
    pub inline: &'static str,
}

/// What buttons say.
#[derive(Debug)]
pub struct ActStrings {
    /// Act as this user or session; by name of the user or role.
    pub act_as: fn(&str) -> String,
    /// Opens the rest of the buttons.
    pub more: &'static str,
    /// Opens the list of managed policies.
    pub attach: &'static str,
    /// Opens the form for an inline policy.
    pub write_inline: &'static str,
    /// Opens the list of groups.
    pub join: &'static str,
    /// Opens the list of users.
    pub add_user: &'static str,
    /// Takes a managed policy off.
    pub detach: &'static str,
    /// Deletes an inline policy.
    pub delete: &'static str,
    /// Leaves a group.
    pub leave: &'static str,
    /// Takes a user out of a group.
    pub remove: &'static str,
    /// Opens the form that assumes a role.
    pub assume: &'static str,
    /// Opens the trust policy.
    pub open_trust: &'static str,
    /// Opens a document.
    pub open: &'static str,
    /// Opens the bucket policy.
    pub open_bucket_policy: &'static str,
    /// Takes the bucket policy away.
    pub delete_bucket_policy: &'static str,
    /// Opens an empty bucket policy.
    pub write_bucket_policy: &'static str,
    /// Opens the form for an object.
    pub put_object: &'static str,
    /// What exactly a short button is for: its words, and the object.
    pub of: fn(&str, &str) -> String,
}

/// What forms say.
#[derive(Debug)]
pub struct FormStrings {
    /// Closes the form.
    pub close: &'static str,
    /// Makes it.
    pub create: &'static str,
    /// Title.
    pub new_user: &'static str,
    /// Title.
    pub new_group: &'static str,
    /// Title.
    pub new_role: &'static str,
    /// Title.
    pub new_policy: &'static str,
    /// Title.
    pub new_bucket: &'static str,
    /// Title, by bucket.
    pub new_object: fn(&str) -> String,
    /// Title, by who gets the policy.
    pub new_inline: fn(&str) -> String,
    /// Name of a `+` button: its title, and the account.
    pub in_account: fn(&str, &str) -> String,
    /// Field.
    pub name: &'static str,
    /// Field.
    pub object_key: &'static str,
    /// Whom a new role trusts while a lesson is on its way.
    pub role_note_lesson: &'static str,
    /// What a new policy says first; by action and resource.
    pub policy_note: fn(&str, &str) -> String,
    /// Where names of buckets are unique.
    pub bucket_note: &'static str,
    /// The name is taken.
    pub taken: fn(&str) -> String,

    /// Title, by who gets the policy.
    pub attach_title: fn(&str) -> String,
    /// Name of the search field.
    pub search: &'static str,
    /// Hint in the search field.
    pub search_hint: fn(usize) -> String,
    /// Name of the list.
    pub policies: &'static str,
    /// Heading in the list.
    pub own_policies: &'static str,
    /// Heading in the list.
    pub aws_policies: fn(usize) -> String,
    /// The search finds nothing.
    pub nothing_found: &'static str,
    /// The policy hangs there already.
    pub attached: &'static str,
    /// The policy would turn the answer.
    pub would_allow: &'static str,
    /// The button, by policy.
    pub attach_one: fn(&str) -> String,

    /// Title, by user.
    pub join_title: fn(&str) -> String,
    /// Title, by group.
    pub add_user_title: fn(&str) -> String,
    /// Field.
    pub group: &'static str,
    /// Field.
    pub user: &'static str,
    /// The button.
    pub join: &'static str,
    /// The button.
    pub add: &'static str,
    /// There is no group to join.
    pub no_group: &'static str,
    /// There is no user to add.
    pub no_user: &'static str,

    /// Title, by who acts.
    pub assume_title: fn(&str) -> String,
    /// Field.
    pub role: &'static str,
    /// Field.
    pub session_name: &'static str,
    /// Field.
    pub duration: &'static str,
    /// Choice.
    pub minutes_15: &'static str,
    /// Choice.
    pub hour: &'static str,
    /// Choice: as long as the role allows.
    pub longest: fn(&str) -> String,
    /// Choice.
    pub other_duration: &'static str,
    /// Field.
    pub seconds: &'static str,
    /// Up to how long.
    pub up_to: fn(&str) -> String,
    /// Up to how long, where a session assumes a role.
    pub up_to_chained: &'static str,
    /// The seconds are out of range, by least and most.
    pub out_of_range: fn(u32, u32) -> String,
    /// The button, by role.
    pub assume_one: fn(&str) -> String,
    /// Puts the question into the Ask bar instead.
    pub ask_only: &'static str,
}

fn count(n: usize, one: &str, many: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {many}") }
}

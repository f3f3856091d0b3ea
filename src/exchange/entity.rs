//! The account as it comes together, entry by entry.
//!
//! What cannot be taken over is noted, with its place, and leaves a mark where it may matter: whose policy was not read
//! may have a permission that nobody here knows of.

use super::element::{self, Fault, items, text};
use super::problem::{Counts, List, Place, Problem, ProblemKind};
use crate::arn::{AccountId, Arn};
use crate::clock::Timestamp;
use crate::policy::{Author, PolicyKind};
use crate::world::{
    AccessKey, AccessKeyStatus, Account, Group, IdKind, IdSource, InstanceProfile, ManagedPolicy, PolicyHolder,
    PolicyVersion, Role, User,
};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What no such file tells of roles (rule E-23).
const DEFAULT_SESSION_SECONDS: u32 = 3_600;

/// The longest names (rule E-3).
const MAX_USER_NAME: usize = 64;
const MAX_NAME: usize = 128;

pub(super) struct Builder {
    pub(super) account: Account,
    pub(super) counts: Counts,
    pub(super) problems: Vec<Problem>,
    /// The lists that the files have.
    lists: Vec<List>,
    ids: IdSource,
    taken: BTreeSet<Box<str>>,
    now: Timestamp,
    place: Place,
}

impl Builder {
    pub(super) fn new(id: AccountId, name: &str, lists: Vec<List>, seed: &str, now: Timestamp) -> Self {
        let mut account = Account::new(id, name);
        account.unseen.organization = true;
        account.unseen.resources = true;
        account.unseen.roles = !lists.contains(&List::Roles);
        Self {
            account,
            counts: Counts::default(),
            problems: Vec::new(),
            lists,
            // Never those of the world itself.
            ids: IdSource::new(&format!("{seed}/import")),
            taken: BTreeSet::new(),
            now,
            place: Place { file: "".into(), line: 0, path: String::new() },
        }
    }

    /// Takes an entry over.
    pub(super) fn add(&mut self, list: List, place: Place, value: &Value) {
        self.place = place;
        let result = match list {
            List::Policies => self.policy(value),
            List::Groups => self.group(value),
            List::Roles => self.role(value),
            List::Users => self.user(value),
        };
        if let Err(fault) = result {
            self.note(fault);
        }
    }

    fn note(&mut self, fault: Fault) {
        let place = Place { path: format!("{}{}", self.place.path, fault.path), ..self.place.clone() };
        self.problems.push(Problem { place, kind: fault.kind });
    }

    /// Something that was not read of somebody.
    fn note_of(&mut self, owner: &Arn, fault: Fault) {
        self.account.unseen.unread.insert(owner.clone());
        self.note(fault);
    }

    fn policy(&mut self, value: &Value) -> Result<(), Fault> {
        let is_from_aws = text(value, "Arn")?.contains(":iam::aws:policy/");
        let owner = (!is_from_aws).then_some(self.account.id);
        let arn = element::arn(value, owner, "policy")?;
        let name = element::name(value, "PolicyName", &arn, MAX_NAME)?;
        check_new(".Arn", &name, self.account.policy(&arn).is_some())?;
        let author = if is_from_aws { Author::Aws } else { Author::Customer };
        let mut versions = BTreeMap::new();
        for (path, item) in items(value, "PolicyVersionList")? {
            match self.version(item, author) {
                Ok((number, version)) => {
                    versions.insert(number, version);
                }
                Err(fault) => self.note(fault.inside(&path)),
            }
        }
        let wrong = || Fault::at(".DefaultVersionId", ProblemKind::Missing);
        let default_version = number(text(value, "DefaultVersionId")?).ok_or_else(wrong)?;
        if !versions.contains_key(&default_version) {
            return Err(Fault::at(".PolicyVersionList", ProblemKind::Missing));
        }
        let id = (!is_from_aws).then(|| self.id(value, "PolicyId", IdKind::ManagedPolicy));
        let description = value.get("Description").and_then(Value::as_str).filter(|text| !text.is_empty());
        let description = description.map(Into::into);
        let tags = element::tags(value)?;
        let policy = ManagedPolicy { name, arn, id, versions, default_version, description, tags, highest_deleted: 0 };
        self.put_policy(policy);
        Ok(())
    }

    fn version(&self, item: &Value, author: Author) -> Result<(u32, PolicyVersion), Fault> {
        let number = number(text(item, "VersionId")?);
        let number = number.ok_or_else(|| Fault::at(".VersionId", ProblemKind::WrongType("v1")))?;
        let document = element::document(item, "Document", PolicyKind::Identity, author)?;
        Ok((number, PolicyVersion { document, created: self.created(item) }))
    }

    fn put_policy(&mut self, policy: ManagedPolicy) {
        match policy.is_from_aws() {
            true => self.counts.aws_policies += 1,
            false => self.counts.policies += 1,
        }
        self.account.put_policy(policy);
    }

    fn group(&mut self, value: &Value) -> Result<(), Fault> {
        let arn = element::arn(value, Some(self.account.id), "group")?;
        let name = element::name(value, "GroupName", &arn, MAX_NAME)?;
        check_new(".GroupName", &name, self.account.group(&name).is_some())?;
        let policies = self.held(value, "GroupPolicyList", &arn)?;
        let (id, created) = (self.id(value, "GroupId", IdKind::Group), self.created(value));
        self.account.put_group(Group { name, arn, id, created, policies });
        self.counts.groups += 1;
        Ok(())
    }

    fn role(&mut self, value: &Value) -> Result<(), Fault> {
        let arn = element::arn(value, Some(self.account.id), "role")?;
        let name = element::name(value, "RoleName", &arn, MAX_USER_NAME)?;
        check_new(".RoleName", &name, self.account.role(&name).is_some())?;
        let trust = element::document(value, "AssumeRolePolicyDocument", PolicyKind::Trust, Author::Customer);
        let trust = trust.inspect_err(|_| {
            // It is there, and may trust somebody.
            self.account.unseen.unread.insert(arn.clone());
        })?;
        let role = Role {
            id: self.id(value, "RoleId", IdKind::Role),
            created: self.created(value),
            description: None,
            trust,
            max_session_seconds: DEFAULT_SESSION_SECONDS,
            policies: self.held(value, "RolePolicyList", &arn)?,
            permissions_boundary: self.boundary(value)?,
            tags: element::tags(value)?,
            name: name.clone(),
            arn,
        };
        self.account.put_role(role);
        self.counts.roles += 1;
        for (path, item) in items(value, "InstanceProfileList")? {
            if let Err(fault) = self.instance_profile(item, &name) {
                self.note(fault.inside(&path));
            }
        }
        Ok(())
    }

    fn instance_profile(&mut self, value: &Value, role: &str) -> Result<(), Fault> {
        let arn = element::arn(value, Some(self.account.id), "instance-profile")?;
        let name = element::name(value, "InstanceProfileName", &arn, MAX_NAME)?;
        check_new(".InstanceProfileName", &name, self.account.instance_profile(&name).is_some())?;
        let id = self.id(value, "InstanceProfileId", IdKind::InstanceProfile);
        let (created, tags) = (self.created(value), element::tags(value)?);
        self.account.put_instance_profile(InstanceProfile { name, arn, id, created, role: Some(role.into()), tags });
        self.counts.instance_profiles += 1;
        Ok(())
    }

    fn user(&mut self, value: &Value) -> Result<(), Fault> {
        let arn = element::arn(value, Some(self.account.id), "user")?;
        let name = element::name(value, "UserName", &arn, MAX_USER_NAME)?;
        check_new(".UserName", &name, self.account.user(&name).is_some())?;
        let created = self.created(value);
        let user = User {
            id: self.id(value, "UserId", IdKind::User),
            created,
            policies: self.held(value, "UserPolicyList", &arn)?,
            groups: self.groups_of(value, &arn)?,
            permissions_boundary: self.boundary(value)?,
            // Made up, so that one can act as the user.
            access_keys: vec![AccessKey {
                id: self.ids.next(IdKind::AccessKey),
                secret: self.ids.next_secret(40),
                status: AccessKeyStatus::Active,
                created,
            }],
            login: None,
            tags: element::tags(value)?,
            name,
            arn,
        };
        self.account.put_user(user);
        self.counts.users += 1;
        Ok(())
    }

    fn groups_of(&mut self, value: &Value, user: &Arn) -> Result<BTreeSet<Box<str>>, Fault> {
        let mut groups = BTreeSet::new();
        for (path, item) in items(value, "GroupList")? {
            let name = item.as_str().ok_or_else(|| Fault::at(&path, ProblemKind::WrongType("string")))?;
            match self.account.group(name) {
                Some(group) => {
                    groups.insert(group.name.clone());
                }
                // One line says that no group was told.
                None if !self.lists.contains(&List::Groups) => {
                    self.account.unseen.unread.insert(user.clone());
                }
                None => self.note_of(user, Fault::at(path, ProblemKind::NoGroup(name.into()))),
            }
        }
        Ok(groups)
    }

    /// The policies of a user, a group or a role.
    fn held(&mut self, value: &Value, inline: &str, owner: &Arn) -> Result<PolicyHolder, Fault> {
        let mut held = PolicyHolder::default();
        for (path, item) in items(value, inline)? {
            let policy = text(item, "PolicyName").and_then(|name| {
                let document = element::document(item, "PolicyDocument", PolicyKind::Identity, Author::Customer)?;
                Ok((name.into(), document))
            });
            match policy {
                Ok((name, document)) => {
                    held.inline.insert(name, document);
                }
                Err(fault) => self.note_of(owner, fault.inside(&path)),
            }
        }
        for (path, item) in items(value, "AttachedManagedPolicies")? {
            let arn = text(item, "PolicyArn").and_then(|text| policy_arn(text, ".PolicyArn"));
            match arn.map_err(|fault| fault.inside(&path)) {
                Ok(arn) => {
                    self.bring_in(&arn, &format!("{path}.PolicyArn"));
                    held.attached.insert(arn);
                }
                Err(fault) => self.note_of(owner, fault),
            }
        }
        Ok(held)
    }

    fn boundary(&mut self, value: &Value) -> Result<Option<Arn>, Fault> {
        let Some(boundary) = value.get("PermissionsBoundary").filter(|boundary| !boundary.is_null()) else {
            return Ok(None);
        };
        let path = ".PermissionsBoundary.PermissionsBoundaryArn";
        let arn = text(boundary, "PermissionsBoundaryArn").map_err(|fault| fault.inside(".PermissionsBoundary"))?;
        let arn = policy_arn(arn, path)?;
        self.bring_in(&arn, path);
        Ok(Some(arn))
    }

    /// Makes sure that the account knows the policy; one that nobody knows the document of stays on whoever has it, and
    /// counts as not known.
    fn bring_in(&mut self, arn: &Arn, path: &str) {
        if self.account.policy(arn).is_some() {
            return;
        }
        match ManagedPolicy::published(arn, self.now) {
            Some(policy) => self.put_policy(policy),
            // One line says that no policy was told.
            None if !self.lists.contains(&List::Policies) => {}
            None => self.note(Fault::at(path, ProblemKind::NoPolicy(arn.clone()))),
        }
    }

    fn created(&self, value: &Value) -> Timestamp {
        element::created(value).unwrap_or(self.now)
    }

    /// The id that the file tells, or one that is made up: some tools and examples have none, or one for all.
    fn id(&mut self, value: &Value, member: &str, kind: IdKind) -> Box<str> {
        let told = value.get(member).and_then(Value::as_str);
        let is_id = |id: &&str| (16..=128).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_alphanumeric());
        match told.filter(is_id).filter(|id| !self.taken.contains(*id)) {
            Some(id) => {
                self.taken.insert(id.into());
                id.into()
            }
            None => self.ids.next(kind),
        }
    }
}

fn check_new(path: &str, name: &str, is_there: bool) -> Result<(), Fault> {
    match is_there {
        true => Err(Fault::at(path, ProblemKind::Twice(name.into()))),
        false => Ok(()),
    }
}

/// The number of a version, `v3`.
fn number(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.parse().ok().filter(|number| *number > 0)
}

fn policy_arn(text: &str, path: &str) -> Result<Arn, Fault> {
    let arn = text.parse::<Arn>().ok().filter(|arn| arn.service() == "iam" && arn.resource().starts_with("policy/"));
    arn.ok_or_else(|| Fault::at(path, ProblemKind::BadArn(text.into())))
}

//! Who asks: an ARN, a service principal, `*`, or an object that says it in full.

use super::failure::Failure;
use super::read::{Path, flag, list_like, member, object, string};
use crate::arn::{AccountId, Arn};
use crate::eval::Principal;
use wasm_bindgen::JsValue;

const WHAT: &str = "the ARN of a user, a role session, a federated user or an account root, \
    a service principal, \"*\", or an object with a kind";
const KINDS: &str = "\"User\", \"AssumedRole\", \"FederatedUser\", \"Root\", \"AWSService\" or \"Anonymous\"";

/// The principal of a request and what its policies and keys need to know of it.
#[derive(Debug)]
pub(super) struct Caller {
    pub(super) principal: Principal,
    /// The value of `aws:PrincipalArn` (table B-42): a session has its role's.
    pub(super) principal_arn: Option<Arn>,
    /// Whether the account is the management account, which SCPs do not touch.
    pub(super) is_management_account: bool,
}

impl Caller {
    fn new(principal: Principal) -> Self {
        let principal_arn = match &principal {
            Principal::AssumedRole { role, .. } => Some(role.clone()),
            other => other.arn(),
        };
        Self { principal, principal_arn, is_management_account: false }
    }

    pub(super) fn read(value: &JsValue, path: &Path<'_>) -> Result<Self, Failure> {
        if value.is_string() {
            let text = string(value, path, WHAT)?;
            return Self::from_text(&text).ok_or_else(|| path.expected(WHAT));
        }
        if !value.is_object() || list_like(value, path)? {
            return Err(path.expected(WHAT));
        }
        Fields::read(object(value, path, WHAT)?, path)?.caller()
    }

    fn from_text(text: &str) -> Option<Self> {
        if text == "*" {
            return Some(Self::new(Principal::Anonymous));
        }
        if is_service(text) {
            return Some(Self::new(Principal::Service { name: text.into() }));
        }
        let arn: Arn = text.parse().ok()?;
        Self::from_arn(&arn)
    }

    fn from_arn(arn: &Arn) -> Option<Self> {
        let account = arn.account()?;
        let is_named = |name: &str| !name.is_empty() && name.bytes().all(is_name_character);
        let resource = arn.resource();
        let principal = match (arn.service(), resource.split_once('/')) {
            ("iam", None) if resource == "root" => Principal::Root { account },
            ("iam", Some(("user", name))) if is_named(name) && !name.ends_with('/') => {
                Principal::User { arn: arn.clone(), account }
            }
            ("iam", Some(("oidc-provider" | "saml-provider", name))) if is_named(name) => {
                Principal::Federated { provider: arn.as_str().into() }
            }
            ("sts", Some(("assumed-role", names))) => {
                let (role, session) = names.split_once('/')?;
                if !is_named(role) || !is_named(session) || session.contains('/') {
                    return None;
                }
                let role = format!("arn:{}:iam::{account}:role/{role}", arn.partition()).parse().ok()?;
                Principal::AssumedRole { session: arn.clone(), role, account, is_service_linked: false }
            }
            ("sts", Some(("federated-user", name))) if is_named(name) && !name.contains('/') => {
                // Without the user who asked, no policy can name that user: the session stands for both.
                Principal::FederatedUser { session: arn.clone(), user: arn.clone(), account }
            }
            _ => return None,
        };
        let is_root = matches!(principal, Principal::Root { .. });
        let caller = Self::new(principal);
        Some(if is_root { Self { principal_arn: Some(arn.clone()), ..caller } } else { caller })
    }
}

/// Characters of names and paths of principals. Wildcards are none: one principal asks, not a pattern.
fn is_name_character(byte: u8) -> bool {
    byte.is_ascii_graphic() && byte != b'*' && byte != b'?'
}

/// Whether a text has the form of a service principal, `logging.s3.amazonaws.com`.
fn is_service(text: &str) -> bool {
    const ENDS: &[&str] = &[".amazonaws.com", ".amazonaws.com.cn", ".amazon.com", ".aws.internal", ".api.aws"];
    let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'.';
    text.bytes().all(is_letter) && !text.starts_with('.') && ENDS.iter().any(|end| text.ends_with(end))
}

/// The object form.
struct Fields<'a> {
    path: &'a Path<'a>,
    kind: String,
    arn: Option<Arn>,
    service: Option<String>,
    account: Option<AccountId>,
    role: Option<Arn>,
    user: Option<Arn>,
    is_management_account: bool,
    is_service_linked: bool,
}

impl<'a> Fields<'a> {
    fn read(value: &JsValue, path: &'a Path<'a>) -> Result<Self, Failure> {
        let text = |name: &str, what: &str| -> Result<Option<String>, Failure> {
            member(value, name, path)?.map(|value| string(&value, &Path::Member(path, name), what)).transpose()
        };
        let arn = |name: &str, what: &str| -> Result<Option<Arn>, Failure> {
            let text = text(name, what)?;
            text.map(|text| text.parse().map_err(|_| Path::Member(path, name).expected(what))).transpose()
        };
        let account = text("account", "an account id of twelve digits")?;
        let account = account.map(|account| account.parse::<AccountId>());
        Ok(Self {
            path,
            kind: text("kind", KINDS)?.ok_or_else(|| Path::Member(path, "kind").expected(KINDS))?,
            arn: arn("arn", "an ARN")?,
            service: text("service", "the name of a service, for example \"sns.amazonaws.com\"")?,
            account: account
                .transpose()
                .map_err(|_| Path::Member(path, "account").expected("an account id of twelve digits"))?,
            role: arn("roleArn", "the ARN of a role")?,
            user: arn("userArn", "the ARN of a user")?,
            is_management_account: flag(value, "managementAccount", path)?,
            is_service_linked: flag(value, "serviceLinkedRole", path)?,
        })
    }

    fn caller(self) -> Result<Caller, Failure> {
        let caller = match &*self.kind {
            "Anonymous" => Caller::new(Principal::Anonymous),
            "AWSService" => self.service()?,
            "Root" => self.root()?,
            "User" => self.named("the ARN of a user", |principal| matches!(principal, Principal::User { .. }))?,
            "AssumedRole" => self.assumed_role()?,
            "FederatedUser" => self.federated_user()?,
            _ => return Err(self.expected("kind", KINDS)),
        };
        if self.account.is_some_and(|account| caller.principal.account().is_some_and(|own| own != account)) {
            return Err(self.expected("account", "the account of the ARN"));
        }
        Ok(Caller { is_management_account: self.is_management_account, ..caller })
    }

    fn expected(&self, name: &str, what: &str) -> Failure {
        Path::Member(self.path, name).expected(what)
    }

    fn service(&self) -> Result<Caller, Failure> {
        let what = "the name of a service, for example \"sns.amazonaws.com\"";
        let name = self.service.as_deref().filter(|name| !name.is_empty() && name.bytes().all(is_name_character));
        let name = name.ok_or_else(|| self.expected("service", what))?;
        Ok(Caller::new(Principal::Service { name: name.into() }))
    }

    fn root(&self) -> Result<Caller, Failure> {
        match (&self.arn, self.account) {
            (None, Some(account)) => Ok(Caller::new(Principal::Root { account })),
            _ => self.named("the ARN of an account root", |principal| matches!(principal, Principal::Root { .. })),
        }
    }

    fn named(&self, what: &str, is_right: impl Fn(&Principal) -> bool) -> Result<Caller, Failure> {
        let caller = self.arn.as_ref().and_then(Caller::from_arn).filter(|caller| is_right(&caller.principal));
        caller.ok_or_else(|| self.expected("arn", what))
    }

    fn assumed_role(&self) -> Result<Caller, Failure> {
        let what = "the ARN of a role session, arn:aws:sts::<account>:assumed-role/<role>/<session>";
        let caller = self.named(what, |principal| matches!(principal, Principal::AssumedRole { .. }))?;
        let Principal::AssumedRole { session, role, account, .. } = caller.principal else { return Ok(caller) };
        let role = match &self.role {
            None => role,
            Some(given) => {
                let is_role = given.service() == "iam" && given.resource().starts_with("role/");
                let is_same = given.account() == Some(account) && given.last_name() == role.last_name();
                if !is_role || !is_same {
                    return Err(self.expected("roleArn", "the ARN of the role in `arn`, with its path"));
                }
                given.clone()
            }
        };
        // The path is reserved for service-linked roles.
        let is_service_linked = self.is_service_linked || role.resource().starts_with("role/aws-service-role/");
        Ok(Caller::new(Principal::AssumedRole { session, role, account, is_service_linked }))
    }

    fn federated_user(&self) -> Result<Caller, Failure> {
        let what = "the ARN of a federated user, arn:aws:sts::<account>:federated-user/<name>";
        let caller = self.named(what, |principal| matches!(principal, Principal::FederatedUser { .. }))?;
        let Principal::FederatedUser { session, user, account } = caller.principal else { return Ok(caller) };
        let user = match &self.user {
            None => user,
            Some(given) => {
                let is_asker = matches!(
                    Caller::from_arn(given).map(|asker| asker.principal),
                    Some(Principal::User { .. } | Principal::Root { .. })
                );
                if !is_asker || given.account() != Some(account) {
                    return Err(self.expected("userArn", "the ARN of the user who asked for the session"));
                }
                given.clone()
            }
        };
        Ok(Caller::new(Principal::FederatedUser { session, user, account }))
    }
}

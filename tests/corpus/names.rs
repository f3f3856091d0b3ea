//! The short names of the corpus, and the context keys that follow from who asks.

use super::reader::Row;
use iam_sandbox::arn::{AccountId, Arn};
use iam_sandbox::authz::principal_keys;
use iam_sandbox::eval::{AuthorizationRequest, ContextValue, Principal, RequestContext, Unknown};

/// The account of everything that does not say otherwise.
pub const ACCOUNT: &str = "111122223333";
/// The management account of the organization.
pub const MANAGEMENT_ACCOUNT: &str = "999999999999";

/// The request that a line of a table stands for.
pub fn request(row: &Row) -> Result<AuthorizationRequest, String> {
    let principal = principal(&row.principal)?;
    let (resource, resource_account) = resource(&row.resource)?;
    let mut context = derived(&principal);
    for part in row.context.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        match (part.strip_prefix('-'), part.split_once('=')) {
            (Some(key), _) => context.remove(key),
            (None, Some((key, value))) => context.set(key.trim(), value_of(value.trim())),
            (None, None) => return Err(format!("`{part}` is neither `key=value` nor `-key`")),
        }
    }
    Ok(AuthorizationRequest {
        principal,
        action: row.action.as_str().into(),
        resource: resource.into(),
        resource_account,
        context,
    })
}

fn value_of(text: &str) -> ContextValue {
    let inside = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let values = |inside: &str| inside.split(',').map(str::trim).map(Into::into).collect();
    match inside {
        None if text == "?" => ContextValue::Unknown(Unknown::VALUE),
        Some("") => ContextValue::Many(Vec::new()),
        Some(inside) => ContextValue::Many(values(inside)),
        None => ContextValue::One(text.into()),
    }
}

/// The account before the first colon, if there is one, and the rest.
fn account_and_rest(text: &str) -> (AccountId, &str) {
    let given = text.split_once(':').and_then(|(account, rest)| Some((account.parse().ok()?, rest)));
    given.unwrap_or_else(|| (ACCOUNT.parse().unwrap(), text))
}

fn principal(text: &str) -> Result<Principal, String> {
    let (account, rest) = account_and_rest(text);
    let iam = |resource: String| Arn::new("iam", "", Some(account), &resource);
    let sts = |resource: String| Arn::new("sts", "", Some(account), &resource);
    let parent_and_session = |pair: &str| {
        let (parent, session) = pair.rsplit_once('/').ok_or_else(|| format!("`{text}` has no session name"))?;
        Ok::<_, String>((parent.to_owned(), session.to_owned()))
    };
    Ok(match rest.split_once(':') {
        None if rest == "anonymous" => Principal::Anonymous,
        None if rest == "root" => Principal::Root { account },
        None if rest == "assumed-root" => Principal::AssumedRoot { account },
        None => Principal::User { arn: iam(format!("user/{rest}")), account },
        Some(("service", name)) => Principal::Service { name: name.into() },
        Some(("provider", name)) => Principal::Federated { provider: name.into() },
        Some((kind @ ("role" | "slr"), pair)) => {
            let (role, session) = parent_and_session(pair)?;
            let name = role.rsplit('/').next().unwrap_or_default();
            let session = sts(format!("assumed-role/{name}/{session}"));
            Principal::AssumedRole {
                session,
                role: iam(format!("role/{role}")),
                account,
                is_service_linked: kind == "slr",
            }
        }
        Some(("federated", pair)) => {
            let (user, session) = parent_and_session(pair)?;
            let session = sts(format!("federated-user/{session}"));
            let user = if user == "root" { account.root_arn() } else { iam(format!("user/{user}")) };
            Principal::FederatedUser { session, user, account }
        }
        Some(_) => return Err(format!("`{text}` is no principal")),
    })
}

/// The ARN and the account that owns the resource.
fn resource(text: &str) -> Result<(String, AccountId), String> {
    let (account, rest) = account_and_rest(text);
    if rest == "*" {
        return Ok((rest.into(), account));
    }
    if let Some(fields) = rest.strip_prefix("arn:") {
        let owner = fields.split(':').nth(3).and_then(|field| field.parse().ok());
        return Ok((rest.into(), owner.unwrap_or(account)));
    }
    let (kind, _) = rest.split_once('/').unwrap_or((rest, ""));
    let regional = |service: &str, resource: &str| format!("arn:aws:{service}:us-east-1:{account}:{resource}");
    let after = |prefix: &str| rest.strip_prefix(prefix).unwrap_or_default();
    let arn = match kind {
        "bucket" => format!("arn:aws:s3:::amzn-s3-demo-{rest}"),
        "user" | "role" | "group" | "policy" => format!("arn:aws:iam::{account}:{rest}"),
        "queue" => regional("sqs", after("queue/")),
        "key" => regional("kms", rest),
        "instance" => regional("ec2", rest),
        "table" => regional("dynamodb", rest),
        _ => return Err(format!("`{text}` is no resource")),
    };
    Ok((arn, account))
}

/// The keys that every request has by its principal (rules B-35 and B-36). Unique ids are facts of
/// a world; here they follow from the names.
fn derived(principal: &Principal) -> RequestContext {
    let id = |prefix: &str, arn: &Arn| format!("{prefix}{}EXAMPLE", arn.last_name().to_uppercase());
    let mut context = principal_keys(principal);
    match principal {
        Principal::User { arn, .. } => context.set_one("aws:userid", id("AIDA", arn)),
        Principal::AssumedRole { session, role, .. } => {
            context.set_one("aws:userid", format!("{}:{}", id("AROA", role), session.last_name()));
        }
        _ => {}
    }
    context
}

//! A second evaluator: naive, uncompiled, and written from the rules, not from the engine.
//!
//! It reads documents as JSON values and follows the flow chart of rules C-2 to C-53 from top to
//! bottom. Where the engine and this disagree, one of the two is wrong.

use super::values::{fits, single, values_of};
use super::worlds::World;
use iam_sandbox::eval::{Principal, RequestContext, ResourcePolicyRule};
use serde_json::Value;

/// The decision and the layer that decided, in the words of the corpus.
pub type Answer = (&'static str, &'static str);

/// How directly a principal element names the caller (C-22).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Reach {
    Account,
    Parent,
    Caller,
}

/// The documents that bear on the request: those that rules C-17, C-20, C-52 and C-53 leave.
struct Layers<'a> {
    vpc_endpoint: Option<&'a [Value]>,
    rcps: &'a [Vec<Value>],
    scps: Option<&'a [Vec<Value>]>,
    resource: &'a [Value],
    identity: &'a [Value],
    /// All of these must allow.
    boundary: Option<&'a [Value]>,
    session: Option<&'a [Value]>,
}

/// C-64: whether the caller is, or speaks for, a root user, of whom nothing need allow.
fn is_root_like(principal: &Principal) -> bool {
    match principal {
        Principal::Root { .. } | Principal::AssumedRoot { .. } => true,
        Principal::FederatedUser { user, .. } => user.as_str().ends_with(":root"),
        _ => false,
    }
}

/// C-53: the root user mends the policies of the account's own buckets and queues.
fn mends_a_policy(world: &World) -> bool {
    let principal = &world.request.principal;
    let is_root = matches!(principal, Principal::Root { .. } | Principal::AssumedRoot { .. });
    let action = world.request.action.to_lowercase();
    let is_mending = ["s3:deletebucketpolicy", "sqs:setqueueattributes"].contains(&&*action);
    is_root && is_mending && principal.account() == Some(world.request.resource_account)
}

fn layers(world: &World) -> Layers<'_> {
    let principal = &world.request.principal;
    let has_account = principal.account().is_some();
    let has_identity = has_account && !is_root_like(principal);
    let is_service_linked = matches!(principal, Principal::AssumedRole { is_service_linked: true, .. });
    let action = world.request.action.to_lowercase();
    // C-20, C-21: of the services that are asked about here, EC2 has no support for RCPs.
    let is_beyond_rcps = is_service_linked
        || world.is_resource_in_management
        || action == "kms:retiregrant"
        || action.starts_with("kms:") && world.request.resource.contains("alias/aws/")
        || action.starts_with("ec2:");
    let is_beyond_scps = is_service_linked || !has_account || world.is_management_account;
    Layers {
        vpc_endpoint: world.vpc_endpoint.as_ref().map(std::slice::from_ref),
        rcps: world.rcps.as_deref().filter(|_| !is_beyond_rcps).unwrap_or_default(),
        scps: world.scps.as_deref().filter(|_| !is_beyond_scps),
        resource: if mends_a_policy(world) { &[] } else { world.resource.as_slice() },
        identity: if has_identity { &world.identity } else { &[] },
        boundary: world.boundary.as_deref().filter(|_| has_identity),
        session: world.session.as_deref().filter(|_| has_account),
    }
}

/// C-43: a policy is public if one Allow in it is for everyone, on no condition that holds them to
/// something fixed. Of the keys here only those of the network and the caller can do that.
fn is_public(document: &Value) -> bool {
    let is_everyone = |statement: &Value| {
        !statement["NotPrincipal"].is_null()
            || statement["Principal"] == "*"
            || strings(&statement["Principal"]["AWS"]).contains(&"*".into())
    };
    one_or_many(&document["Statement"])
        .iter()
        .any(|statement| statement["Effect"] == "Allow" && is_everyone(statement) && !is_held(&statement["Condition"]))
}

fn is_held(condition: &Value) -> bool {
    let mut lines = condition
        .as_object()
        .into_iter()
        .flatten()
        .flat_map(|(operator, keys)| keys.as_object().into_iter().flatten().map(move |line| (operator, line)));
    lines.any(|(operator, (key, values))| {
        let is_strict =
            !operator.contains("Not") && !operator.contains("IfExists") && !operator.contains("ForAllValues");
        let key = key.to_lowercase();
        let is_narrow = |value: &String| match key.as_str() {
            "aws:sourceip" => {
                let bits = |least: u32| move |range: &(std::net::IpAddr, u32)| range.1 >= least;
                let least = if value.contains('.') { 8 } else { 32 };
                super::values::range(value).is_some_and(|range| bits(least)(&range))
            }
            "aws:sourcearn" | "aws:principalarn" => !value.contains(['*', '?']) && !value.contains("${"),
            _ => false,
        };
        let can_hold = matches!(key.as_str(), "aws:sourceip" | "aws:sourcearn" | "aws:principalarn");
        can_hold && is_strict && !operator.contains("Null") && strings(values).iter().all(is_narrow)
    })
}

/// C-2: a Deny anywhere is final.
fn is_denied(layers: &Layers<'_>, world: &World) -> bool {
    let levels = layers.rcps.iter().chain(layers.scps.unwrap_or_default()).flatten();
    let mut endpoint = layers.vpc_endpoint.into_iter().flatten();
    if endpoint.any(|document| matches_at_endpoint(document, "Deny", world)) {
        return true;
    }
    let optional = [layers.boundary, layers.session].into_iter().flatten().flatten();
    let all = levels.chain(optional).chain(layers.resource).chain(layers.identity);
    all.into_iter().any(|document| matches(document, "Deny", world).is_some())
}

pub fn decide(world: &World) -> Answer {
    let request = &world.request;
    if ["sts:getcalleridentity", "sts:getsessiontoken"].contains(&&*request.action.to_lowercase()) {
        return ("allowed", "exempt"); // C-44
    }
    let layers = layers(world);
    if is_denied(&layers, world) {
        return ("explicit deny", "");
    }
    let allows = |documents: &[Value]| documents.iter().any(|document| matches(document, "Allow", world).is_some());
    let allows_at_endpoint = |document| matches_at_endpoint(document, "Allow", world);
    if layers.vpc_endpoint.is_some_and(|documents| !documents.iter().any(allows_at_endpoint)) {
        return ("implicit deny", "vpce"); // C-4, C-59
    }
    if layers.scps.is_some_and(|levels| !levels.iter().all(|level| allows(level))) {
        return ("implicit deny", "scp"); // C-13
    }
    // C-37, C-40, C-45, C-52: where the resource's policy must grant.
    let is_same_account = request.principal.account() == Some(request.resource_account);
    let must_grant = !is_same_account || matches!(world.rule, ResourcePolicyRule::Trust | ResourcePolicyRule::Key);
    let is_shut = world.is_public_access_blocked
        && !is_same_account
        && !matches!(request.principal, Principal::Service { .. })
        && layers.resource.iter().any(is_public);
    let grant =
        layers.resource.iter().filter(|_| !is_shut).filter_map(|document| matches(document, "Allow", world)).max();
    if must_grant && grant.is_none() {
        return ("implicit deny", "resource");
    }
    match request.principal {
        Principal::Federated { .. } | Principal::Service { .. } | Principal::Anonymous => ("allowed", "resource"), // C-52
        _ => decide_for_caller(world, &layers, grant, is_same_account),
    }
}

/// What the caller's own account has to say: C-22, C-26, and C-47 across accounts.
fn decide_for_caller(world: &World, layers: &Layers<'_>, grant: Option<Reach>, is_same_account: bool) -> Answer {
    let allows = |documents: &[Value]| documents.iter().any(|document| matches(document, "Allow", world).is_some());
    let principal = &world.request.principal;
    let is_root = matches!(principal, Principal::Root { .. } | Principal::AssumedRoot { .. });
    let spares = |least: Reach| is_same_account && !is_root && grant >= Some(least);
    if !spares(Reach::Parent) && !is_root_like(principal) && !allows(layers.identity) {
        return ("implicit deny", "identity");
    }
    if !spares(Reach::Caller)
        && layers.boundary.is_some_and(|documents| !documents.iter().all(|one| allows(std::slice::from_ref(one))))
    {
        return ("implicit deny", "boundary");
    }
    // C-29, C-30: a federated session has nothing of its own without a session policy. A session of
    // AssumeRoot has its task, whose policy only denies.
    let needs_session = matches!(principal, Principal::FederatedUser { .. } | Principal::AssumedRoot { .. });
    let session = layers.session.or(needs_session.then_some(&[]));
    let is_task = matches!(principal, Principal::AssumedRoot { .. }) && layers.session.is_some();
    let session = session.filter(|_| !is_task);
    if !spares(Reach::Caller) && session.is_some_and(|documents| !allows(documents)) {
        return ("implicit deny", "session");
    }
    let must_grant = !is_same_account || matches!(world.rule, ResourcePolicyRule::Trust | ResourcePolicyRule::Key);
    match (is_same_account, spares(Reach::Parent)) {
        (true, false) | (false, _) if is_root_like(principal) => {
            ("allowed", if must_grant { "resource" } else { "root" }) // C-40, C-50, C-53
        }
        (false, _) => ("allowed", "identity+resource"),
        (true, true) => ("allowed", "resource"),
        (true, false) => ("allowed", "identity"),
    }
}

/// an account in the policy of a gateway endpoint is its root user alone.
fn matches_at_endpoint(document: &Value, effect: &str, world: &World) -> bool {
    let action = world.request.action.to_lowercase();
    let is_gateway = action.starts_with("s3:") || action.starts_with("dynamodb:");
    let is_root = matches!(world.request.principal, Principal::Root { .. } | Principal::AssumedRoot { .. });
    let least = if is_gateway && !is_root { Reach::Parent } else { Reach::Account };
    matches(document, effect, world) >= Some(least)
}

/// The furthest reach of the statements of that effect that match; none if no statement does.
fn matches(document: &Value, effect: &str, world: &World) -> Option<Reach> {
    let has_variables = document["Version"] == "2012-10-17";
    let statements = one_or_many(&document["Statement"]);
    statements
        .iter()
        .filter(|statement| statement["Effect"] == effect)
        .filter_map(|statement| reach(statement, has_variables, world))
        .max()
}

/// C-6: all elements must match.
fn reach(statement: &Value, has_variables: bool, world: &World) -> Option<Reach> {
    let reach = principal_reach(statement, world)?;
    (fits_action(statement, world)
        && fits_resource(statement, has_variables, world)
        && conditions_hold(&statement["Condition"], has_variables, &world.request.context))
    .then_some(reach)
}

/// Whether the principals of a statement, or their complement, are about the caller.
pub fn fits_principal(statement: &Value, world: &World) -> bool {
    principal_reach(statement, world).is_some()
}

fn element(statement: &Value, name: &str, fits: &dyn Fn(&String) -> bool) -> bool {
    let listed = |value: &Value| strings(value).iter().any(fits);
    let negated = &statement[format!("Not{name}").as_str()];
    if negated.is_null() { statement[name].is_null() || listed(&statement[name]) } else { !listed(negated) }
}

pub fn fits_action(statement: &Value, world: &World) -> bool {
    let request = &world.request;
    let action = request.action.to_lowercase();
    element(statement, "Action", &|pattern| fits(&pattern.to_lowercase(), true, false, &request.context, &action))
}

pub fn fits_resource(statement: &Value, has_variables: bool, world: &World) -> bool {
    let request = &world.request;
    let fits_resource = |pattern: &String| {
        // an ARN that is short of fields goes on with stars. Only identity policies may be so.
        let n_missing =
            if pattern.starts_with("arn:") { 5_usize.saturating_sub(pattern.matches(':').count()) } else { 0 };
        let pattern = format!("{pattern}{}", ":*".repeat(n_missing));
        fits(&pattern, true, has_variables, &request.context, &request.resource)
    };
    element(statement, "Resource", &fits_resource)
}

/// Which lines of a condition hold, in their order.
pub fn lines_hold(condition: &Value, has_variables: bool, context: &RequestContext) -> Vec<bool> {
    let blocks = condition.as_object().into_iter().flatten();
    let lines =
        blocks.flat_map(|(operator, keys)| keys.as_object().into_iter().flatten().map(move |line| (operator, line)));
    lines.map(|(operator, (key, values))| line_holds(operator, key, &strings(values), has_variables, context)).collect()
}

/// C-33 to C-35. Kinds without principals are about the caller itself.
fn principal_reach(statement: &Value, world: &World) -> Option<Reach> {
    let entries = |value: &Value| -> Vec<Option<Reach>> {
        match value {
            Value::Object(map) => {
                let values =
                    map.iter().flat_map(|(key, value)| strings(value).into_iter().map(move |text| (key, text)));
                values.map(|(key, text)| entry_reach(key, &text, world)).collect()
            }
            _ => vec![Some(Reach::Caller)],
        }
    };
    if !statement["NotPrincipal"].is_null() {
        let is_deny = statement["Effect"] == "Deny";
        if is_deny && layers(world).boundary.is_some() {
            return Some(Reach::Caller); // C-35
        }
        let names: &[Reach] = match &world.request.principal {
            Principal::Root { .. } | Principal::AssumedRoot { .. } => &[Reach::Account],
            Principal::User { .. } => &[Reach::Account, Reach::Caller],
            Principal::FederatedUser { .. } if is_root_like(&world.request.principal) => {
                &[Reach::Account, Reach::Caller]
            }
            Principal::AssumedRole { .. } | Principal::FederatedUser { .. } => {
                &[Reach::Account, Reach::Parent, Reach::Caller]
            }
            Principal::Federated { .. } | Principal::Service { .. } | Principal::Anonymous => &[Reach::Caller],
        };
        let listed = entries(&statement["NotPrincipal"]);
        let has_star =
            statement["NotPrincipal"] == "*" || strings(&statement["NotPrincipal"]["AWS"]).contains(&"*".into());
        let is_listed = |name: &Reach| has_star || listed.contains(&Some(*name));
        let is_spared = if is_deny { names.iter().all(is_listed) } else { names.iter().any(is_listed) };
        return (!is_spared).then_some(Reach::Caller);
    }
    match &statement["Principal"] {
        Value::Null => Some(Reach::Caller),
        value => entries(value).into_iter().max().flatten(),
    }
}

/// A-78, one value under one key of the map.
fn entry_reach(key: &str, text: &str, world: &World) -> Option<Reach> {
    let principal = &world.request.principal;
    if key == "Service" {
        return matches!(principal, Principal::Service { name } if **name == *text).then_some(Reach::Caller);
    }
    if key == "Federated" {
        return matches!(principal, Principal::Federated { provider } if **provider == *text).then_some(Reach::Caller);
    }
    if key != "AWS" {
        return None;
    }
    if text == "*" {
        return Some(Reach::Caller);
    }
    let account = principal.account().map(|account| account.to_string());
    if account.is_some_and(|account| text == account || text == format!("arn:aws:iam::{account}:root")) {
        return Some(Reach::Account);
    }
    let (itself, parent) = match principal {
        Principal::User { arn, .. } => (Some(arn), None),
        Principal::AssumedRole { session, role: parent, .. }
        | Principal::FederatedUser { session, user: parent, .. } => (Some(session), Some(parent)),
        _ => (None, None),
    };
    // A-51, B-36: the unique id of a user stands alone, that of a role before the session's name.
    let id = single(&world.request.context, "aws:userid");
    let is_role_id = id.is_some_and(|id| id.split_once(':').is_some_and(|(role, _)| role == text));
    if itself.is_some_and(|arn| arn.as_str() == text) || id == Some(text) {
        Some(Reach::Caller)
    } else {
        (is_role_id || parent.is_some_and(|arn| arn.as_str() == text)).then_some(Reach::Parent)
    }
}

/// B-1 to B-4, B-21, B-40, B-41.
fn conditions_hold(condition: &Value, has_variables: bool, context: &RequestContext) -> bool {
    lines_hold(condition, has_variables, context).into_iter().all(|holds| holds)
}

fn line_holds(operator: &str, key: &str, wanted: &[String], has_variables: bool, context: &RequestContext) -> bool {
    let (qualifier, name) = operator.split_once(':').unwrap_or(("", operator));
    let (name, if_exists) = name.strip_suffix("IfExists").map_or((name, false), |name| (name, true));
    let requested = values_of(context, key);
    let is_absent = requested.is_empty();
    if name == "Null" {
        let answer = if is_absent { "true" } else { "false" };
        return match qualifier {
            "ForAllValues" => true,
            "ForAnyValue" => false,
            _ => wanted.iter().any(|wanted| wanted.to_lowercase() == answer),
        };
    }
    let is_negated = name.contains("Not");
    let plain = name.replace("Not", "");
    if is_absent {
        return if_exists || qualifier == "ForAllValues" || qualifier.is_empty() && is_negated;
    }
    if wanted.is_empty() && (if_exists || !qualifier.is_empty()) {
        return false; // B-4
    }
    let fits_any = |value: &String| {
        wanted.iter().any(|wanted| super::values::compare(&plain, wanted, value, has_variables, context))
    };
    match (qualifier, is_negated) {
        ("ForAllValues", _) => requested.iter().all(|value| fits_any(value) != is_negated),
        ("ForAnyValue", _) => requested.iter().any(|value| fits_any(value) != is_negated),
        (_, false) => requested.iter().any(fits_any), // B-25
        (_, true) => !requested.iter().any(fits_any),
    }
}

fn one_or_many(value: &Value) -> &[Value] {
    value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice)
}

///
fn strings(value: &Value) -> Vec<String> {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    if value.is_null() { Vec::new() } else { one_or_many(value).iter().map(text).collect() }
}

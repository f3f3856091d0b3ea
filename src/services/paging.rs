//! Lists in pages, one way for all operations (rule E-37): an operation answers with everything there is, and what a
//! request asks for is cut out of it here.
//!
//! Which members say how many and from where follows from the model of the operation. A marker is opaque; it is good
//! for the operation that gave it.

use super::ApiError;
use crate::catalog::{ServiceModel, Shape, ValueType, service_model};
use data_encoding::BASE64URL_NOPAD;
use serde_json::{Map, Value};
use std::borrow::Cow;

/// How a service pages.
struct Style {
    services: &'static [&'static str],
    /// The member of a request that says how many.
    most: &'static str,
    /// The member of a request that says from where.
    from: &'static str,
    /// The member of an answer that says where the next page begins.
    next: &'static str,
    /// The member of an answer that says that there is more.
    is_truncated: Option<&'static str>,
    /// How many come where nothing is said.
    usual: usize,
}

/// The API references of the services: `MaxItems` of IAM, Lambda, `Limit` of KMS, `MaxResults` of Organizations.
const STYLES: &[Style] = &[
    Style {
        services: &["iam"],
        most: "MaxItems",
        from: "Marker",
        next: "Marker",
        is_truncated: Some("IsTruncated"),
        usual: 100,
    },
    Style {
        services: &["lambda"],
        most: "MaxItems",
        from: "Marker",
        next: "NextMarker",
        is_truncated: None,
        usual: 50,
    },
    Style {
        services: &["kms"],
        most: "Limit",
        from: "Marker",
        next: "NextMarker",
        is_truncated: Some("Truncated"),
        usual: 50,
    },
    Style {
        services: &["cognito-identity", "identitystore", "organizations", "secretsmanager", "sso"],
        most: "MaxResults",
        from: "NextToken",
        next: "NextToken",
        is_truncated: None,
        usual: 100,
    },
    Style {
        services: &["rolesanywhere"],
        most: "pageSize",
        from: "nextToken",
        next: "nextToken",
        is_truncated: None,
        usual: 100,
    },
    Style {
        services: &["awsssoportal"],
        most: "maxResults",
        from: "nextToken",
        next: "nextToken",
        is_truncated: None,
        usual: 100,
    },
];

/// A request without what it says of pages.
pub(super) struct Asked<'a> {
    /// What is left for the operation.
    pub(super) input: Cow<'a, Value>,
    page: Option<Page>,
}

struct Page {
    style: &'static Style,
    lists: Vec<Box<str>>,
    from: usize,
    most: usize,
}

/// Parts a request into what is asked and which page of it.
///
/// Errors: the marker is none that the operation gave.
pub(super) fn asked<'a>(operation: &str, input: &'a Value) -> Result<Asked<'a>, ApiError> {
    let Some((style, lists)) = style(operation) else {
        return Ok(Asked { input: Cow::Borrowed(input), page: None });
    };
    let most = input.get(style.most).and_then(Value::as_u64).and_then(|most| usize::try_from(most).ok());
    let from = match input.get(style.from).filter(|marker| !marker.is_null()) {
        Some(marker) => position(operation, marker).ok_or_else(|| invalid_marker(style))?,
        None => 0,
    };
    let mut input = input.clone();
    if let Some(members) = input.as_object_mut() {
        members.shift_remove(style.most);
        members.shift_remove(style.from);
    }
    Ok(Asked { input: Cow::Owned(input), page: Some(Page { style, lists, from, most: most.unwrap_or(style.usual) }) })
}

impl Asked<'_> {
    /// The page of the answer that was asked for.
    pub(super) fn page_of(&self, operation: &str, mut output: Value) -> Value {
        let (Some(page), Some(members)) = (&self.page, output.as_object_mut()) else { return output };
        let mut at = 0;
        for name in &page.lists {
            let Some(Value::Array(items)) = members.get_mut(&**name) else { continue };
            let start = at;
            at += items.len();
            let keep = |place: usize| (page.from..page.from.saturating_add(page.most)).contains(&(start + place));
            let mut place = 0;
            items.retain(|_| {
                place += 1;
                keep(place - 1)
            });
        }
        let is_more = at > page.from.saturating_add(page.most);
        if let Some(name) = page.style.is_truncated {
            members.insert(name.into(), Value::Bool(is_more));
        }
        if is_more {
            members.insert(page.style.next.into(), marker(operation, page.from + page.most).into());
        }
        output
    }
}

/// The request for the page after an answer, if there is one.
pub(super) fn request_for_next(operation: &str, input: &Value, output: &Value) -> Option<Value> {
    let (style, _) = style(operation)?;
    let marker = output.get(style.next)?.clone();
    let mut members: Map<String, Value> = input.as_object()?.clone();
    members.insert(style.from.into(), marker);
    Some(Value::Object(members))
}

/// Puts a page after those before it, as the AWS CLI does.
pub(super) fn append(operation: &str, before: &mut Value, page: &Value) {
    let Some((style, lists)) = style(operation) else { return };
    let Some(members) = before.as_object_mut() else { return };
    for name in &lists {
        if let (Some(Value::Array(items)), Some(Value::Array(more))) = (members.get_mut(&**name), page.get(&**name)) {
            items.extend(more.iter().cloned());
        }
    }
    for name in [Some(style.next), style.is_truncated].into_iter().flatten() {
        members.shift_remove(name);
        if let Some(value) = page.get(name) {
            members.insert(name.into(), value.clone());
        }
    }
}

/// How an operation pages, and the lists of its answer.
fn style(operation: &str) -> Option<(&'static Style, Vec<Box<str>>)> {
    let (service, name) = operation.split_once(':')?;
    let style = STYLES.iter().find(|style| style.services.contains(&service))?;
    let model = service_model(service)?;
    let operation = model.operation(name)?;
    let pages = model.members(operation.input).iter().any(|member| *member.name == *style.from);
    let is_list = |value: ValueType| is_list(model, value);
    let members = model.members(operation.output).iter().filter(|member| is_list(member.value));
    pages.then(|| (style, members.map(|member| member.name.clone()).collect()))
}

fn is_list(model: &ServiceModel, value: ValueType) -> bool {
    matches!(value, ValueType::Shape(index) if matches!(model.shape(index), Some(Shape::List(..))))
}

fn marker(operation: &str, position: usize) -> String {
    BASE64URL_NOPAD.encode(format!("{operation} {position}").as_bytes())
}

fn position(operation: &str, marker: &Value) -> Option<usize> {
    let bytes = BASE64URL_NOPAD.decode(marker.as_str()?.as_bytes()).ok()?;
    let text = String::from_utf8(bytes).ok()?;
    let (of, position) = text.split_once(' ')?;
    if of == operation { position.parse().ok() } else { None }
}

fn invalid_marker(style: &Style) -> ApiError {
    match style.from {
        "Marker" => ApiError::validation("Invalid Marker."),
        _ => ApiError::new("InvalidInputException", 400, "The pagination token is invalid."),
    }
}

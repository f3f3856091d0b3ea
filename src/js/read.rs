//! Values of JavaScript, read with care: getters may throw, proxies may lie, numbers may be none.
//!
//! Every failure names the place by its path, `request.context["aws:SourceIp"][0]`, and says what
//! was expected there.

use super::bounds;
use super::failure::Failure;
use js_sys::{JsString, Reflect};
use std::collections::BTreeMap;
use std::fmt;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = Object, js_name = keys)]
    fn object_keys(value: &JsValue) -> Result<js_sys::Array, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Array, js_name = isArray)]
    fn is_array(value: &JsValue) -> Result<bool, JsValue>;
}

thread_local! {
    /// The names of members as strings of JavaScript, so that they cross over once and not with each request.
    static NAMES: BTreeMap<&'static str, JsValue> = MEMBERS.iter().map(|name| (*name, JsValue::from_str(name))).collect();
}

/// Members that are read.
const MEMBERS: &[&str] = &[
    "account",
    "action",
    "arn",
    "context",
    "document",
    "identity",
    "kind",
    "length",
    "managementAccount",
    "name",
    "permissionsBoundary",
    "principal",
    "rcps",
    "resource",
    "resourceAccount",
    "resourceInManagementAccount",
    "resourcePolicyType",
    "roleArn",
    "scps",
    "service",
    "serviceLinkedRole",
    "session",
    "unknown",
    "userArn",
    "vpcEndpoint",
];

/// The value of a member by its name.
fn get(object: &JsValue, name: &str) -> Result<JsValue, JsValue> {
    NAMES.with(|names| match names.get(name) {
        Some(name) => Reflect::get(object, name),
        None => Reflect::get(object, &JsValue::from_str(name)),
    })
}

/// Where a value stands in the arguments of a call.
#[derive(Clone, Copy)]
pub(super) enum Path<'a> {
    Root(&'static str),
    Member(&'a Path<'a>, &'a str),
    Key(&'a Path<'a>, &'a str),
    Item(&'a Path<'a>, u32),
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        /// Names come from the caller, who may have made them of any length.
        const MAX_CHARACTERS: usize = 100;
        match self {
            Self::Root(name) => f.write_str(name),
            Self::Member(parent, name) => write!(f, "{parent}.{name}"),
            Self::Key(parent, name) => {
                let cut: String = name.chars().take(MAX_CHARACTERS).collect();
                write!(f, "{parent}[{cut:?}]")
            }
            Self::Item(parent, index) => write!(f, "{parent}[{index}]"),
        }
    }
}

impl Path<'_> {
    /// A failure because something else than this was expected.
    pub(super) fn expected(&self, what: &str) -> Failure {
        Failure::request(format!("{self}: expected {what}"))
    }

    /// A failure because the caller's own code threw when the value was looked at.
    pub(super) fn threw(&self, cause: JsValue) -> Failure {
        Failure::request(format!("{self}: reading it threw an error")).with_cause(cause)
    }

    /// A failure because there is more than is taken.
    pub(super) fn too_many(&self, bound: u32, what: &str) -> Failure {
        Failure::request(format!("{self}: expected at most {bound} {what}"))
    }
}

/// A member of an object; none if it is left out, `undefined` or `null`.
pub(super) fn member(object: &JsValue, name: &str, path: &Path<'_>) -> Result<Option<JsValue>, Failure> {
    let value = get(object, name).map_err(|cause| Path::Member(path, name).threw(cause))?;
    Ok((!value.is_undefined() && !value.is_null()).then_some(value))
}

/// Checks that a value is an object with members, not a list.
pub(super) fn object<'v>(value: &'v JsValue, path: &Path<'_>, what: &str) -> Result<&'v JsValue, Failure> {
    if value.is_object() && !list_like(value, path)? { Ok(value) } else { Err(path.expected(what)) }
}

/// Whether a value is an array.
pub(super) fn list_like(value: &JsValue, path: &Path<'_>) -> Result<bool, Failure> {
    is_array(value).map_err(|cause| path.threw(cause))
}

/// The items of an array, of which there may be no more than `bound`.
pub(super) fn items(value: &JsValue, path: &Path<'_>, bound: u32, what: &str) -> Result<Vec<JsValue>, Failure> {
    (0..n_items(value, path, bound, what)?).map(|index| item(value, path, index)).collect()
}

/// One item of an array.
pub(super) fn item(list: &JsValue, path: &Path<'_>, index: u32) -> Result<JsValue, Failure> {
    Reflect::get_u32(list, index).map_err(|cause| Path::Item(path, index).threw(cause))
}

/// The length of an array, which may be no more than `bound`.
pub(super) fn n_items(value: &JsValue, path: &Path<'_>, bound: u32, what: &str) -> Result<u32, Failure> {
    if !list_like(value, path)? {
        return Err(path.expected(&format!("a list of {what}")));
    }
    let length = get(value, "length").map_err(|cause| path.threw(cause))?;
    let length = length.as_f64().filter(|length| (0.0..=f64::from(u32::MAX)).contains(length));
    let length = length.ok_or_else(|| path.expected(&format!("a list of {what}")))?;
    if length > f64::from(bound) {
        return Err(path.too_many(bound, what));
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is within the bound")]
    Ok(length as u32)
}

/// The names of an object's own members, of which there may be no more than `bound`, as they are and as
/// text.
pub(super) fn names(
    value: &JsValue,
    path: &Path<'_>,
    bound: u32,
    what: &str,
) -> Result<Vec<(JsValue, String)>, Failure> {
    let names = object_keys(value).map_err(|cause| path.threw(cause))?;
    if names.length() > bound {
        return Err(path.too_many(bound, what));
    }
    let both = |name: JsValue| text_of(&name, path, bounds::STRING).map(|text| (name, text));
    names.iter().map(both).collect()
}

/// A string.
pub(super) fn string(value: &JsValue, path: &Path<'_>, what: &str) -> Result<String, Failure> {
    if value.is_string() { text_of(value, path, bounds::STRING) } else { Err(path.expected(what)) }
}

/// The text of a document, of which no more is read than `bound` UTF-16 units; none if it is longer.
/// Half of a surrogate pair becomes U+FFFD, which no policy may hold either.
pub(super) fn document(text: &JsString, bound: u32) -> Option<String> {
    (text.length() <= bound).then(|| String::from(text))
}

/// A string that is known to be one, of at most `bound` UTF-16 units.
pub(super) fn text_of(value: &JsValue, path: &Path<'_>, bound: u32) -> Result<String, Failure> {
    let text: &JsString = value.unchecked_ref();
    if text.length() > bound {
        return Err(path.too_many(bound, "characters"));
    }
    let text_in_wasm = String::from(text);
    // Half of a surrogate pair is no character; it would silently become another one.
    if text_in_wasm.contains('\u{FFFD}') && !text.is_valid_utf16() {
        return Err(path.expected("a string without lone surrogates"));
    }
    Ok(text_in_wasm)
}

/// Whether a value is just this string, of which no more is read than it takes to say so.
pub(super) fn is_text(value: &JsValue, expected: &str) -> bool {
    let is_as_long = || usize::try_from(value.unchecked_ref::<JsString>().length()) == Ok(expected.len());
    value.is_string() && is_as_long() && value.as_string().as_deref() == Some(expected)
}

/// `true` or `false`; `false` where the member is left out.
pub(super) fn flag(object: &JsValue, name: &str, path: &Path<'_>) -> Result<bool, Failure> {
    match member(object, name, path)? {
        None => Ok(false),
        Some(value) => value.as_bool().ok_or_else(|| Path::Member(path, name).expected("true or false")),
    }
}

/// A string, a number or a boolean as the text that a policy would be compared with.
pub(super) fn scalar(value: &JsValue, path: &Path<'_>, what: &str) -> Result<String, Failure> {
    if let Some(number) = value.as_f64() {
        let number = Some(number).filter(|number| number.is_finite());
        // Adding zero makes a negative zero a plain one. Numbers are written without an exponent.
        return number.map(|number| (number + 0.0).to_string()).ok_or_else(|| path.expected("a finite number"));
    }
    match value.as_bool() {
        Some(value) => Ok(value.to_string()),
        None => string(value, path, what),
    }
}

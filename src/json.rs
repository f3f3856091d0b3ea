//! Data from JSON text: files of the catalog, saves, lessons; and values written down as JSON. It knows no places in the text; policies are read with
//! them, by [`policy`](crate::policy).

mod shape;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// Reads what a text holds, by way of a JSON value: each type is then read in one way only, and its code is in the
/// Wasm once.
///
/// Errors: the text is no JSON, or not of this shape.
///
/// ```
/// let numbers: Vec<u8> = iam_sandbox::json::read("[1, 2]")?;
/// assert_eq!(numbers, [1, 2]);
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn read<T: DeserializeOwned>(text: &str) -> serde_json::Result<T> {
    of_value(serde_json::from_str(text)?)
}

/// Reads what a value holds, as [`read`] does.
///
/// Errors: it is not of this shape; a list is none for a structure.
pub fn of_value<T: DeserializeOwned>(value: Value) -> serde_json::Result<T> {
    T::deserialize(shape::Shape(value))
}

/// What a value is in JSON; null where it has no such form, which no value of this crate is without.
#[inline(never)]
pub fn value<T: Serialize + ?Sized>(value: &T) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}

/// Puts a member into an object, for [`json!`](json). Behind one call, since there are thousands of them.
#[doc(hidden)]
#[inline(never)]
pub fn put(object: &mut Map<String, Value>, name: &str, value: Value) {
    object.insert(name.to_owned(), value);
}

/// An object, an array or a value, written as `serde_json::json!` is: names in quotation marks or, computed, in
/// parentheses. Its code is a fraction as long, and answers of operations are what most of the Wasm is made of.
///
/// ```
/// use iam_sandbox::json::json;
///
/// let tag = json!({ "Key": "team", "Values": ["red", null], ("Note".to_owned()): 1 + 1 });
/// assert_eq!(tag.to_string(), r#"{"Key":"team","Values":["red",null],"Note":2}"#);
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __json {
    (@put $object:ident) => {};
    (@put $object:ident $name:tt : null $(, $($rest:tt)*)?) => {
        $crate::json::put(&mut $object, ::core::convert::AsRef::as_ref(&$name), ::serde_json::Value::Null);
        $crate::__json!(@put $object $($($rest)*)?);
    };
    (@put $object:ident $name:tt : { $($inner:tt)* } $(, $($rest:tt)*)?) => {
        $crate::json::put(&mut $object, ::core::convert::AsRef::as_ref(&$name), $crate::__json!({ $($inner)* }));
        $crate::__json!(@put $object $($($rest)*)?);
    };
    (@put $object:ident $name:tt : [ $($inner:tt)* ] $(, $($rest:tt)*)?) => {
        $crate::json::put(&mut $object, ::core::convert::AsRef::as_ref(&$name), $crate::__json!([ $($inner)* ]));
        $crate::__json!(@put $object $($($rest)*)?);
    };
    (@put $object:ident $name:tt : $value:expr $(, $($rest:tt)*)?) => {
        $crate::json::put(&mut $object, ::core::convert::AsRef::as_ref(&$name), $crate::json::value(&$value));
        $crate::__json!(@put $object $($($rest)*)?);
    };
    (@items [$($done:tt)*]) => { ::serde_json::Value::Array(::std::vec![$($done)*]) };
    (@items [$($done:tt)*] null $(, $($rest:tt)*)?) => {
        $crate::__json!(@items [$($done)* ::serde_json::Value::Null,] $($($rest)*)?)
    };
    (@items [$($done:tt)*] { $($inner:tt)* } $(, $($rest:tt)*)?) => {
        $crate::__json!(@items [$($done)* $crate::__json!({ $($inner)* }),] $($($rest)*)?)
    };
    (@items [$($done:tt)*] [ $($inner:tt)* ] $(, $($rest:tt)*)?) => {
        $crate::__json!(@items [$($done)* $crate::__json!([ $($inner)* ]),] $($($rest)*)?)
    };
    (@items [$($done:tt)*] $value:expr $(, $($rest:tt)*)?) => {
        $crate::__json!(@items [$($done)* $crate::json::value(&$value),] $($($rest)*)?)
    };
    (null) => { ::serde_json::Value::Null };
    // Within a call, since a lint would have a `match` on two of them be something else, as if they were blocks.
    ({ $($members:tt)* }) => {
        ::core::convert::identity({
            #[allow(unused_mut, reason = "an object may have no members")]
            let mut object = ::serde_json::Map::new();
            $crate::__json!(@put object $($members)*);
            ::serde_json::Value::Object(object)
        })
    };
    ([ $($items:tt)* ]) => { $crate::__json!(@items [] $($items)*) };
    ($value:expr) => { $crate::json::value(&$value) };
}

pub use crate::__json as json;

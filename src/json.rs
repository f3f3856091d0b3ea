//! Data from JSON text: files of the catalog, saves, lessons. It knows no places in the text; policies are read with
//! them, by [`policy`](crate::policy).

use serde::de::DeserializeOwned;

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
    serde_json::from_value(serde_json::from_str(text)?)
}

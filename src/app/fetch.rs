//! Files beside the page: lessons are fetched when they are opened. The only part of the page that asks
//! the server for anything by itself.

#![cfg_attr(not(feature = "app"), allow(dead_code, reason = "used in a browser only"))]

/// Why a file is not there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FetchError {
    /// The server could not be reached.
    Offline,
    /// The server answered, and not with the file.
    Missing,
}

/// Something that is fetched.
#[derive(Clone, PartialEq, Debug, Default)]
pub enum Loading<T> {
    /// On its way.
    #[default]
    Waiting,
    /// Here.
    Ready(T),
    /// Not to be had.
    Failed(FetchError),
}

/// The text of a file, by its path relative to the page.
#[cfg(feature = "app")]
pub async fn text(path: &str) -> Result<String, FetchError> {
    use wasm_bindgen::JsCast;
    use wasm_bindgen_futures::JsFuture;

    let answer = JsFuture::from(gloo::utils::window().fetch_with_str(path)).await.map_err(|_| FetchError::Offline)?;
    let answer: web_sys::Response = answer.dyn_into().map_err(|_| FetchError::Missing)?;
    if !answer.ok() {
        return Err(FetchError::Missing);
    }
    let text = answer.text().map_err(|_| FetchError::Missing)?;
    let text = JsFuture::from(text).await.map_err(|_| FetchError::Offline)?;
    text.as_string().ok_or(FetchError::Missing)
}

/// Nothing is fetched where there is no browser.
#[cfg(not(feature = "app"))]
#[expect(clippy::unused_async, reason = "as in a browser")]
pub async fn text(_: &str) -> Result<String, FetchError> {
    Err(FetchError::Offline)
}

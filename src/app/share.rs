//! Share links: a save in the fragment of the address, which never reaches a server.
//!
//! `#/open/1/<data>`: 1 is the version of the link's form, the data is the save without its history,
//! compressed (deflate) and written in base 64 for addresses.

use data_encoding::BASE64URL_NOPAD;
use iam_sandbox::api::Save;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

/// What a link's fragment begins with.
const PREFIX: &str = "#/open/1/";

/// The longest link that is handed out, in bytes; a larger world goes into a file.
pub const LIMIT_BYTES: usize = 8 * 1024;

/// The most that a link may unpack to, so that a hostile one cannot fill the memory.
const MAX_UNPACKED_BYTES: usize = 8 * 1024 * 1024;

/// The fragment that stands for `save`, without its events.
#[must_use]
pub fn fragment(save: Save) -> String {
    let save = Save { events: Vec::new(), ..save };
    format!("{PREFIX}{}", BASE64URL_NOPAD.encode(&compress_to_vec(save.to_json().as_bytes(), 9)))
}

/// What a fragment stands for: nothing if it is no link of ours, else the save or what is wrong.
#[must_use]
pub fn open(fragment: &str) -> Option<Result<Save, String>> {
    let data = fragment.strip_prefix("#/open/")?;
    let packed = data.strip_prefix("1/").ok_or_else(|| "this form of link is not known".to_owned());
    let bytes = packed.and_then(|data| BASE64URL_NOPAD.decode(data.as_bytes()).map_err(|error| error.to_string()));
    let text = bytes.and_then(|bytes| {
        let unpacked = decompress_to_vec_with_limit(&bytes, MAX_UNPACKED_BYTES).map_err(|error| error.to_string())?;
        String::from_utf8(unpacked).map_err(|error| error.to_string())
    });
    Some(text.and_then(|text| Save::parse(&text).map_err(|error| error.to_string())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use iam_sandbox::api::{Sandbox, Scenario};

    fn save() -> Save {
        let mut sandbox = Sandbox::new(Scenario::first());
        sandbox.advance_clock(60);
        sandbox.save(iam_sandbox::json::json!({ "station": "identity" }))
    }

    #[test]
    fn a_link_brings_back_world_clock_and_view_and_is_short() {
        let link = fragment(save());
        assert!(link.len() < LIMIT_BYTES, "{}", link.len());
        let opened = open(&link).unwrap().unwrap();
        assert_eq!(opened, Save { events: Vec::new(), ..save() });
    }

    #[test]
    fn links_of_the_first_form_keep_working() {
        let opened = open(include_str!("../../tests/saves/format-1.link").trim_end()).unwrap().unwrap();
        assert_eq!(opened.format, 1);
        assert!(Sandbox::open(&opened).keys().any(|key| key.expires.is_some()), "the session is there");
    }

    #[test]
    fn other_fragments_are_no_links() {
        assert_eq!(open(""), None);
        assert_eq!(open("#why"), None);
    }

    #[test]
    fn broken_links_say_so() {
        let link = fragment(save());
        let half = &link[..link.len() / 2];
        for broken in ["#/open/1/", "#/open/1/%%%", "#/open/9/abc", half, "#/open/1/AAAA"] {
            assert!(matches!(open(broken), Some(Err(_))), "{broken}");
        }
    }
}

//! Ids and secrets that look like AWS's and are the same on every run.

use data_encoding::{BASE32_NOPAD, BASE64_NOPAD, BASE64URL_NOPAD, HEXLOWER};
use hmac::{Hmac, KeyInit, Mac};
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use serde::{Deserialize, Serialize};
use sha2::Sha256;

/// What an id is for; AWS tells it by the first four letters (rule E-5).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum IdKind {
    /// `AIDA…`
    User,
    /// `AGPA…`
    Group,
    /// `AROA…`
    Role,
    /// `AIPA…`
    InstanceProfile,
    /// `ANPA…`
    ManagedPolicy,
    /// `AKIA…`
    AccessKey,
    /// `ASIA…`
    TemporaryAccessKey,
}

impl IdKind {
    const fn prefix(self) -> &'static str {
        match self {
            Self::User => "AIDA",
            Self::Group => "AGPA",
            Self::Role => "AROA",
            Self::InstanceProfile => "AIPA",
            Self::ManagedPolicy => "ANPA",
            Self::AccessKey => "AKIA",
            Self::TemporaryAccessKey => "ASIA",
        }
    }

    /// Entities have ids of 21 characters, access keys of 20.
    const fn length(self) -> usize {
        match self {
            Self::AccessKey | Self::TemporaryAccessKey => 20,
            _ => 21,
        }
    }
}

/// Bytes in front of an encoded text that say whose it is.
const MARK_LENGTH: usize = 16;

/// The most bytes that an encoded text may have had.
const MAX_DECODED: usize = 1 << 20;

/// Where ids and secrets come from: a counter under a keyed hash.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct IdSource {
    seed: Box<str>,
    counter: u64,
}

impl IdSource {
    /// Ids that follow from `seed` alone.
    #[must_use]
    pub fn new(seed: &str) -> Self {
        Self { seed: seed.into(), counter: 0 }
    }

    /// The next id.
    pub fn next(&mut self, kind: IdKind) -> Box<str> {
        let mut id = kind.prefix().to_owned();
        id.push_str(&BASE32_NOPAD.encode(&self.hash(kind.prefix())));
        id.truncate(kind.length());
        id.into()
    }

    /// The next UUID, as KMS gives them to keys.
    pub fn next_uuid(&mut self) -> Box<str> {
        let digits = HEXLOWER.encode(&self.hash("uuid"));
        // The digits that say version 4 and variant 1 stand where they do in a random UUID.
        let parts = [&digits[..8], &digits[8..12], &digits[13..16], &digits[17..20], &digits[20..32]];
        format!("{}-{}-4{}-a{}-{}", parts[0], parts[1], parts[2], parts[3], parts[4]).into()
    }

    /// The next id in the manner of EC2: a prefix and 17 hexadecimal digits.
    pub fn next_hexadecimal(&mut self, prefix: &str) -> Box<str> {
        let digits = HEXLOWER.encode(&self.hash(prefix));
        format!("{prefix}{}", &digits[..17]).into()
    }

    /// The next id of a service that writes lower-case letters and digits after `prefix`.
    pub fn next_lower_case(&mut self, prefix: &str, n_characters: usize) -> Box<str> {
        let mut id = BASE32_NOPAD.encode(&self.hash(prefix)).to_ascii_lowercase();
        id.truncate(n_characters);
        id.insert_str(0, prefix);
        id.into()
    }

    /// The next secret, in the characters of base 64.
    pub fn next_secret(&mut self, n_characters: usize) -> Box<str> {
        let mut secret = String::new();
        while secret.len() < n_characters {
            secret.push_str(&BASE64_NOPAD.encode(&self.hash("secret")));
        }
        secret.truncate(n_characters);
        secret.into()
    }

    /// The next secret in the characters of base 32, as authenticators take it.
    pub fn next_seed(&mut self, n_characters: usize) -> Box<str> {
        let mut seed = String::new();
        while seed.len() < n_characters {
            // Of each hash only what makes whole characters.
            seed.push_str(&BASE32_NOPAD.encode(&self.hash("seed")[..20]));
        }
        seed.truncate(n_characters);
        seed.into()
    }

    /// What only this source can put under a text; the same text has the same seal.
    #[must_use]
    pub fn seal(&self, text: &str) -> Vec<u8> {
        self.keyed("seal", text.as_bytes())
    }

    /// A text as only this source can read it again, and only where `whose` it is; the same text has the same form.
    #[must_use]
    pub fn encode(&self, whose: &str, text: &str) -> String {
        let mark = self.mark(whose, text);
        let mut bytes = compress_to_vec(text.as_bytes(), 9);
        self.cover(&mark, &mut bytes);
        BASE64URL_NOPAD.encode(&[mark, bytes].concat())
    }

    /// What [`IdSource::encode`] was given; none if it was another source, somebody else's, or was changed.
    #[must_use]
    pub fn decode(&self, whose: &str, encoded: &str) -> Option<String> {
        let bytes = BASE64URL_NOPAD.decode(encoded.as_bytes()).ok()?;
        let (mark, covered) = bytes.split_at_checked(MARK_LENGTH)?;
        let mut bytes = covered.to_vec();
        self.cover(mark, &mut bytes);
        let text = String::from_utf8(decompress_to_vec_with_limit(&bytes, MAX_DECODED).ok()?).ok()?;
        (self.mark(whose, &text) == mark).then_some(text)
    }

    fn mark(&self, whose: &str, text: &str) -> Vec<u8> {
        let mut mark = self.keyed("mark", format!("{whose}\n{text}").as_bytes());
        mark.truncate(MARK_LENGTH);
        mark
    }

    /// Covers bytes, or uncovers them.
    fn cover(&self, mark: &[u8], bytes: &mut [u8]) {
        for (block, number) in bytes.chunks_mut(32).zip(0_u32..) {
            let cover = self.keyed("cover", &[mark, &number.to_be_bytes()].concat());
            block.iter_mut().zip(cover).for_each(|(byte, cover)| *byte ^= cover);
        }
    }

    /// A password that follows from the seed and `whose` it is, and is the same every time.
    #[must_use]
    pub fn password(&self, whose: &str) -> String {
        let letters = BASE32_NOPAD.encode(&self.keyed("password", whose.as_bytes())).to_ascii_lowercase();
        format!("Aa1-{}", &letters[..12])
    }

    fn hash(&mut self, purpose: &str) -> Vec<u8> {
        self.counter += 1;
        self.keyed(purpose, &self.counter.to_be_bytes())
    }

    fn keyed(&self, purpose: &str, bytes: &[u8]) -> Vec<u8> {
        let key = Hmac::<Sha256>::new_from_slice(self.seed.as_bytes());
        key.map(|mut hash| {
            hash.update(purpose.as_bytes());
            hash.update(bytes);
            hash.finalize().into_bytes().to_vec()
        })
        .expect("HMAC takes keys of any length")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_encoded_text_is_read_by_whose_it_is_alone() {
        let source = IdSource::new("one");
        let text = "Ünïcode, and the same again: Ünïcode, and the same again";
        let encoded = source.encode("alice", text);
        assert!(!encoded.contains("code"));
        assert_eq!(source.decode("alice", &encoded).as_deref(), Some(text));
        assert_eq!(source.decode("bob", &encoded), None);
        assert_eq!(IdSource::new("two").decode("alice", &encoded), None);
        for changed in
            [&encoded[1..], &encoded[..encoded.len() - 1], "", "ü", "AAAA", &encoded.replace(&encoded[30..32], "--")]
        {
            assert_eq!(source.decode("alice", changed), None, "{changed}");
        }
    }

    #[test]
    fn ids_follow_from_the_seed_and_never_repeat() {
        let ids = |seed| {
            let mut source = IdSource::new(seed);
            [source.next(IdKind::User), source.next(IdKind::User), source.next(IdKind::AccessKey)]
        };
        assert_eq!(ids("a"), ids("a"));
        assert_ne!(ids("a"), ids("b"));
        let [first, second, key] = ids("a");
        assert_ne!(first, second);
        assert!(first.starts_with("AIDA") && first.len() == 21);
        assert!(key.starts_with("AKIA") && key.len() == 20);
    }

    #[test]
    fn uuids_and_hexadecimal_ids_have_their_shape_and_never_repeat() {
        let mut source = IdSource::new("a");
        let [first, second] = [source.next_uuid(), source.next_uuid()];
        assert_ne!(first, second);
        let lengths: Vec<_> = first.split('-').map(str::len).collect();
        assert_eq!(lengths, [8, 4, 4, 4, 12]);
        assert!(first.split('-').nth(2).unwrap().starts_with('4'), "version 4: {first}");
        let id = source.next_hexadecimal("vpce-");
        assert!(id.starts_with("vpce-") && id.len() == 22, "{id}");
        assert_ne!(id, source.next_hexadecimal("vpce-"));
    }
}

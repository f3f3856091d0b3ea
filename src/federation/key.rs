//! The key of an issuer.

use data_encoding::BASE64;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

fn of(issuer: &str) -> [u8; 32] {
    Sha256::new().chain_update(b"key of the issuer ").chain_update(issuer).finalize().into()
}

/// The signature of an issuer under a text.
pub(super) fn sign(issuer: &str, text: &[u8]) -> [u8; 32] {
    // Every length of key is taken.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&of(issuer)) else { return [0; 32] };
    mac.update(text);
    mac.finalize().into_bytes().into()
}

/// As long as certificates are, since AWS takes no metadata document that is short.
const BLOCKS: u8 = 24;

/// By what others know the key, without being able to sign with it.
pub(super) fn certificate(issuer: &str) -> String {
    let key = of(issuer);
    let parts = (0..BLOCKS).map(|block: u8| Sha256::new().chain_update(key).chain_update([block]).finalize());
    BASE64.encode(&parts.flatten().collect::<Vec<u8>>())
}

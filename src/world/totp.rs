//! Codes of authenticator apps: RFC 6238 as AWS uses it, with HMAC-SHA-1, six digits and steps of half a
//! minute (rule E-31).
//!
//! Which codes are still taken is the device's matter.

use crate::clock::Timestamp;
use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;

/// How long a code stands.
pub(super) const STEP_SECONDS: i64 = 30;

/// The step that a moment is in.
pub(super) fn step(now: Timestamp) -> i64 {
    now.epoch_seconds().div_euclid(STEP_SECONDS)
}

/// The code of a step.
pub(super) fn code(secret: &[u8], step: i64) -> String {
    format!("{:06}", number(secret, step) % 1_000_000)
}

/// The number whose last digits are the code (RFC 4226, section 5.3).
fn number(secret: &[u8], step: i64) -> u32 {
    let mut hash = Hmac::<Sha1>::new_from_slice(secret).expect("HMAC takes keys of any length");
    hash.update(&step.to_be_bytes());
    let bytes = hash.finalize().into_bytes();
    let offset = usize::from(bytes.last().map_or(0, |last| last & 0x0f));
    let taken = bytes[offset..offset + 4].iter().fold(0, |number, byte| number << 8 | u32::from(*byte));
    taken & 0x7fff_ffff
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6238, appendix B, the rows with SHA-1; its codes have eight digits.
    #[test]
    fn the_numbers_are_those_of_the_rfc() {
        let vectors = [
            (59, 94_287_082),
            (1_111_111_109, 7_081_804),
            (1_111_111_111, 14_050_471),
            (1_234_567_890, 89_005_924),
            (2_000_000_000, 69_279_037),
            (20_000_000_000, 65_353_130),
        ];
        for (seconds, expected) in vectors {
            let moment = Timestamp::from_epoch_seconds(seconds);
            let number = number(b"12345678901234567890", step(moment));
            assert_eq!(number % 100_000_000, expected, "{seconds}");
        }
    }

    /// RFC 4226, appendix D: codes of six digits, which keep their zeros in front.
    #[test]
    fn codes_have_six_digits() {
        let codes: Vec<String> = (0..10).map(|step| code(b"12345678901234567890", step)).collect();
        let expected =
            ["755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489"];
        assert_eq!(codes, expected);
        // 1111111109 of RFC 6238, 07081804.
        assert_eq!(code(b"12345678901234567890", 37_037_036), "081804");
    }
}

//! Choices that follow from a seed, the same on every machine and in every version.
//!
//! This is no source of secrets: who knows the seed knows the choices. Changing what is drawn here
//! changes every item that was ever made, so the numbers are held by test.

use sha2::{Digest, Sha256};

/// A source of choices.
#[derive(Clone, Debug)]
pub(super) struct Chance {
    state: u64,
}

impl Chance {
    /// Choices that follow from a purpose and a number.
    pub(super) fn new(purpose: &str, seed: u64) -> Self {
        Self { state: mixed(purpose, seed) }
    }

    /// The next number (SplitMix64).
    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.state;
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ mixed >> 31
    }

    /// A number below `n`, and 0 where there is none.
    pub(super) fn below(&mut self, n: usize) -> usize {
        let n = u64::try_from(n).unwrap_or(1).max(1);
        usize::try_from(self.next() % n).unwrap_or_default()
    }

    /// True once in `n` times.
    pub(super) fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    /// One of these, of which there is one at least.
    pub(super) fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    /// So many different ones of these, in any order.
    pub(super) fn some<T: Copy>(&mut self, n: usize, of: &[T]) -> Vec<T> {
        let mut all = of.to_vec();
        self.shuffle(&mut all);
        all.truncate(n);
        all
    }

    /// Any order.
    pub(super) fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            let other = self.below(last + 1);
            list.swap(last, other);
        }
    }
}

/// A number that follows from a purpose and another number.
pub(super) fn mixed(purpose: &str, seed: u64) -> u64 {
    let mut hash = Sha256::new();
    hash.update(seed.to_be_bytes());
    hash.update(purpose.as_bytes());
    let digest = hash.finalize();
    digest.iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_follow_from_purpose_and_seed_alone() {
        let choices = |purpose, seed| {
            let mut chance = Chance::new(purpose, seed);
            (0..8).map(|_| chance.below(1000)).collect::<Vec<_>>()
        };
        assert_eq!(choices("a", 1), choices("a", 1));
        assert_ne!(choices("a", 1), choices("a", 2));
        assert_ne!(choices("a", 1), choices("b", 1));
    }

    #[test]
    fn the_generator_is_split_mix() {
        // The published test vector for the seed 1234567.
        let mut chance = Chance { state: 1_234_567 };
        assert_eq!(chance.next(), 6_457_827_717_110_365_317);
        assert_eq!(chance.next(), 3_203_168_211_198_807_973);
    }

    #[test]
    fn some_are_different_ones() {
        let mut chance = Chance::new("some", 3);
        for _ in 0..50 {
            let mut some = chance.some(3, &[1, 2, 3, 4]);
            crate::ordered::sort(&mut some);
            some.dedup();
            assert_eq!(some.len(), 3);
        }
    }
}

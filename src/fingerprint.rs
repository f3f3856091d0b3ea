//! Short numbers for texts, the same on every machine, by which tables are looked up.
//!
//! Two texts may share a fingerprint: who finds one compares the texts. It is no protection against
//! those who choose the texts, so tables must stay correct, and no worse than a list, if all are one.

/// The fingerprint of `text`.
#[must_use]
pub fn fingerprint(text: &[u8]) -> u32 {
    /// The odd number next to 2^64 divided by the golden ratio, which spreads neighbouring values.
    const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;
    let (words, rest) = text.as_chunks::<8>();
    let last = rest.iter().fold(text.len() as u64, |word, byte| word << 8 | u64::from(*byte));
    let words = words.iter().map(|word| u64::from_le_bytes(*word)).chain([last]);
    let sum = words.fold(0_u64, |sum, word| (sum.rotate_left(23) ^ word).wrapping_mul(SPREAD));
    // Only the upper half of a product has seen every bit of its factors.
    let sum = (sum ^ sum >> 32).wrapping_mul(SPREAD);
    u32::try_from(sum >> 32).unwrap_or_default()
}

/// Positions by fingerprint: those of one bucket lie together, in the order in which they came.
///
/// Building is linear in the number of items, looking up in those of a bucket, of which there are
/// as many as items.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Buckets<T> {
    /// Where each bucket begins in `items`, and the end of the last.
    starts: Box<[u32]>,
    items: Box<[(u32, T)]>,
}

impl<T: Copy> Buckets<T> {
    /// A table of `items`, each with its fingerprint.
    #[must_use]
    pub fn new(items: &[(u32, T)]) -> Self {
        if items.is_empty() {
            return Self { starts: Box::default(), items: Box::default() };
        }
        let n_buckets = items.len().next_power_of_two();
        let bucket = |fingerprint: u32| fingerprint as usize & (n_buckets - 1);
        let mut starts = vec![0_u32; n_buckets + 1];
        for (fingerprint, _) in items {
            starts[bucket(*fingerprint) + 1] += 1;
        }
        for index in 1..starts.len() {
            starts[index] += starts[index - 1];
        }
        let mut next = starts.clone();
        let mut placed = items.to_vec();
        for item in items {
            let at = &mut next[bucket(item.0)];
            placed[*at as usize] = *item;
            *at += 1;
        }
        Self { starts: starts.into(), items: placed.into() }
    }

    /// Every item whose fingerprint falls into the bucket of `fingerprint`, others among them.
    #[must_use]
    pub fn bucket(&self, fingerprint: u32) -> &[(u32, T)] {
        let n_buckets = self.starts.len().saturating_sub(1);
        if n_buckets == 0 {
            return &[];
        }
        let bucket = fingerprint as usize & (n_buckets - 1);
        &self.items[self.starts[bucket] as usize..self.starts[bucket + 1] as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_of_one_fingerprint_stay_in_order() {
        let items: Vec<(u32, usize)> =
            (0..100).map(|index| (u32::try_from(index % 7).unwrap() * 1_000, index)).collect();
        let buckets = Buckets::new(&items);
        for wanted in (0..7).map(|it| it * 1_000) {
            let found: Vec<_> = buckets.bucket(wanted).iter().filter(|item| item.0 == wanted).collect();
            let expected: Vec<_> = items.iter().filter(|item| item.0 == wanted).collect();
            assert_eq!(found, expected);
        }
        assert!(Buckets::<u32>::new(&[]).bucket(5).is_empty());
    }

    #[test]
    fn texts_that_differ_by_length_or_order_have_other_fingerprints() {
        let texts =
            ["", "\0", "a", "b", "ab", "ba", "s3:getobject", "s3:getobjecs", "aaaaaaaabbbbbbbb", "bbbbbbbbaaaaaaaa"];
        let fingerprints: std::collections::BTreeSet<u32> =
            texts.iter().map(|text| fingerprint(text.as_bytes())).collect();
        assert_eq!(fingerprints.len(), texts.len());
    }
}

//! Access key ids as they are shown where the whole is too long: kind and end.

/// `AKIA··7Q2` for a key whose id begins and ends so.
#[must_use]
pub fn short_key_id(id: &str) -> String {
    let (kind, end) = (id.get(..4), id.len().checked_sub(3).and_then(|at| id.get(at..)));
    kind.zip(end).map_or_else(|| id.to_owned(), |(kind, end)| format!("{kind}··{end}"))
}

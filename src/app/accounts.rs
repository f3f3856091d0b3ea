//! What accounts are called: by a letter for their place in the world, and their name.

use iam_sandbox::arn::AccountId;
use iam_sandbox::world::World;

/// `A · prod`, or the id of an account that is not of this world.
#[must_use]
pub fn account_name(world: &World, id: AccountId) -> String {
    let found = world.accounts().enumerate().find(|(_, account)| account.id == id);
    found.map_or_else(|| id.to_string(), |(index, account)| format!("{} · {}", letter(index), account.name))
}

/// A, B, C…; after Z numbers.
#[must_use]
pub fn letter(index: usize) -> String {
    let letter = u8::try_from(index).ok().filter(|index| *index < 26).map(|index| char::from(b'A' + index));
    letter.map_or_else(|| (index + 1).to_string(), String::from)
}

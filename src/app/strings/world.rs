//! Labels of `world`.

/// See the module.
#[derive(Debug)]
pub struct WorldStrings {
    /// Title of the zone.
    pub title: &'static str,
}

pub(super) const EN: WorldStrings = WorldStrings { title: "world" };

pub(super) const ES: WorldStrings = WorldStrings { title: "world" };

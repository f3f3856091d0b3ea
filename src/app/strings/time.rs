//! Labels of `time`.

/// See the module.
#[derive(Debug)]
pub struct TimeStrings {
    /// Title of the zone.
    pub title: &'static str,
}

pub(super) const EN: TimeStrings = TimeStrings { title: "time" };

pub(super) const ES: TimeStrings = TimeStrings { title: "time" };

//! Labels of `common`.

/// See the module.
#[derive(Debug)]
pub struct CommonStrings {
    /// Title of the zone.
    pub title: &'static str,
}

pub(super) const EN: CommonStrings = CommonStrings { title: "common" };

pub(super) const ES: CommonStrings = CommonStrings { title: "common" };

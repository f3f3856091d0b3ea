//! Labels of `why`.

/// See the module.
#[derive(Debug)]
pub struct WhyStrings {
    /// Title of the zone.
    pub title: &'static str,
}

pub(super) const EN: WhyStrings = WhyStrings { title: "why" };

pub(super) const ES: WhyStrings = WhyStrings { title: "why" };

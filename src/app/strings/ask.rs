//! Labels of `ask`.

/// See the module.
#[derive(Debug)]
pub struct AskStrings {
    /// Title of the zone.
    pub title: &'static str,
}

pub(super) const EN: AskStrings = AskStrings { title: "ask" };

pub(super) const ES: AskStrings = AskStrings { title: "ask" };

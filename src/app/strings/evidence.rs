//! Labels of `evidence`.

/// See the module.
#[derive(Debug)]
pub struct EvidenceStrings {
    /// Title of the zone.
    pub title: &'static str,
}

pub(super) const EN: EvidenceStrings = EvidenceStrings { title: "evidence" };

pub(super) const ES: EvidenceStrings = EvidenceStrings { title: "evidence" };

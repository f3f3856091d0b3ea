//! The services that resource control policies may speak of, as data with source and date
//! (rules A-20, C-21).

use serde::Deserialize;
use std::collections::BTreeSet;
use std::sync::OnceLock;

#[derive(Deserialize)]
struct File {
    prefixes: BTreeSet<Box<str>>,
}

/// The prefixes of these services, in lower case.
#[must_use]
pub fn rcp_services() -> &'static BTreeSet<Box<str>> {
    static SERVICES: OnceLock<BTreeSet<Box<str>>> = OnceLock::new();
    SERVICES.get_or_init(|| {
        let file: File =
            crate::json::read(include_str!("rcp_services.json")).expect("the data file is tested to parse");
        file.prefixes
    })
}

/// Whether resource control policies reach the service with that prefix, in lower case.
#[must_use]
pub fn supports_rcps(prefix: &str) -> bool {
    rcp_services().contains(prefix)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_services_of_the_launch_are_among_them() {
        assert!(["s3", "sts", "kms", "sqs", "secretsmanager"].into_iter().all(supports_rcps));
        assert!(!supports_rcps("ec2") && !supports_rcps("*"));
    }
}

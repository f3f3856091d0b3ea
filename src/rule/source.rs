//! Where the page that a rule rests on is to be read: its address.
//!
//! Sources are short names, `reference_policies_grammar` or `sts-api:AssumeRole`; here each form
//! becomes an address. Nothing here asks whether the page still stands there.

use super::Rule;

/// Prefix of a source, what comes before the page in its address, and what comes after.
const GUIDES: &[(&str, &str, &str)] = &[
    ("blog", "https://aws.amazon.com/blogs/security/", "/"),
    ("cloudtrail", "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/", ".html"),
    ("iam-api", "https://docs.aws.amazon.com/IAM/latest/APIReference/", ".html"),
    ("kms", "https://docs.aws.amazon.com/kms/latest/developerguide/", ".html"),
    ("organizations", "https://docs.aws.amazon.com/organizations/latest/userguide/", ".html"),
    ("repost", "https://repost.aws/knowledge-center/", ""),
    ("s3", "https://docs.aws.amazon.com/AmazonS3/latest/userguide/", ".html"),
    ("sts-api", "https://docs.aws.amazon.com/STS/latest/APIReference/", ".html"),
    ("vpc", "https://docs.aws.amazon.com/vpc/latest/privatelink/", ".html"),
];

/// Pages without a prefix are of this guide.
const IAM_USER_GUIDE: (&str, &str) = ("https://docs.aws.amazon.com/IAM/latest/UserGuide/", ".html");

/// The page of errors is the one in the API references that is no operation.
const COMMON_ERRORS: &str = "CommonErrors";

impl Rule {
    /// The address of the page that the rule rests on.
    ///
    /// ```
    /// use iam_sandbox::rule::Rule;
    /// let url = Rule::C37.source_url();
    /// assert_eq!(url, "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html");
    /// ```
    #[must_use]
    pub fn source_url(self) -> String {
        let (guide, page) = self.source().split_once(':').unwrap_or(("", self.source()));
        let known = GUIDES.iter().find(|(prefix, _, _)| *prefix == guide);
        let (before, after) = known.map_or(IAM_USER_GUIDE, |(_, before, after)| (before, after));
        let operation = if guide.ends_with("-api") && page != COMMON_ERRORS { "API_" } else { "" };
        format!("{before}{operation}{page}{after}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_source_has_its_address() {
        for rule in Rule::ALL {
            let url = rule.source_url();
            let guide = rule.source().split_once(':').map_or("", |(guide, _)| guide);
            let is_known = guide.is_empty() || GUIDES.iter().any(|(prefix, _, _)| *prefix == guide);
            assert!(is_known, "{rule}: `{guide}` is no guide");
            let page = url.strip_prefix("https://").unwrap_or_default();
            assert!(page.is_ascii() && !page.contains([' ', ':']), "{rule}: {url}");
        }
    }

    #[test]
    fn addresses_are_those_of_the_guides() {
        #[track_caller]
        fn check(rule: Rule, expected: &str) {
            assert_eq!(rule.source_url(), expected);
        }
        check(Rule::A1, "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html");
        check(Rule::A9, "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html");
        check(Rule::D14, "https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html");
        check(Rule::A52, "https://repost.aws/knowledge-center/iam-trust-policy-error");
        check(Rule::C40, "https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html");
        check(Rule::C59, "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html");
        check(
            Rule::C13,
            "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html",
        );
    }
}

//! The rule book: one entry per rule of AWS IAM that the engine knows how to name.
//!
//! A [`Rule`] is the id under which a rule stands in the corpus (`tests/corpus`), in traces and in
//! diagnostics, with the AWS page it rests on and how sure it is. The sentences that people read
//! are in [`crate::text`]; nothing here decides anything.

mod deciding;
mod source;

use std::fmt;

/// How well a rule is founded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Confidence {
    /// AWS says so on the page given as the source.
    Documented,
    /// Sources disagree or are silent; this is the reading chosen here.
    Disputed,
    /// A choice of this engine where AWS promises nothing.
    Engineering,
}

macro_rules! rules {
    ($($variant:ident $code:literal $confidence:ident $source:literal)*) => {
        /// A rule, by its id.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Rule {
            $(#[doc = concat!("Rule ", $code, ", from `", $source, "`.")] $variant,)*
        }

        impl Rule {
            /// Every rule, in the order of the book.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The id, for example `C-13`.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)* }
            }

            /// The page of AWS documentation that the rule rests on: a page of the IAM User Guide, or
            /// with a prefix a page of another guide. See [`Rule::source_url`].
            #[must_use]
            pub const fn source(self) -> &'static str {
                match self { $(Self::$variant => $source,)* }
            }

            /// How well the rule is founded.
            #[must_use]
            pub const fn confidence(self) -> Confidence {
                match self { $(Self::$variant => Confidence::$confidence,)* }
            }
        }
    };
}

rules! {
    A1 "A-1" Documented "reference_policies_grammar"
    A2 "A-2" Documented "reference_policies_elements_statement"
    A3 "A-3" Documented "reference_policies_grammar"
    A4 "A-4" Documented "reference_policies_grammar"
    A5 "A-5" Disputed "reference_policies_grammar"
    A6 "A-6" Documented "reference_policies_grammar"
    A7 "A-7" Documented "reference_policies_elements_datatypes"
    A8 "A-8" Documented "reference_policies_elements_id"
    A9 "A-9" Documented "iam-api:CreatePolicy"
    A10 "A-10" Documented "reference_policies_evaluation-logic"
    A11 "A-11" Documented "reference_policies_elements_version"
    A12 "A-12" Disputed "reference_policies_elements_version"
    A13 "A-13" Documented "reference_policies_elements_version"
    A14 "A-14" Documented "organizations:orgs_manage_policies_scps_syntax"
    A15 "A-15" Documented "reference_policies_elements_version"
    A16 "A-16" Documented "reference_policies_grammar"
    A17 "A-17" Documented "reference_policies_elements_effect"
    A18 "A-18" Documented "access-analyzer-reference-policy-checks"
    A19 "A-19" Disputed "organizations:orgs_manage_policies_scps_syntax"
    A20 "A-20" Disputed "organizations:orgs_manage_policies_rcps_syntax"
    A21 "A-21" Disputed "reference_policies_elements_notprincipal"
    A22 "A-22" Documented "vpc:vpc-endpoints-access"
    A23 "A-23" Documented "reference_policies_elements_sid"
    A24 "A-24" Documented "reference_policies_elements_sid"
    A25 "A-25" Documented "access-analyzer-reference-policy-checks"
    A26 "A-26" Documented "reference_policies_elements_action"
    A27 "A-27" Documented "reference_policies_elements_action"
    A28 "A-28" Documented "reference_policies_elements_action"
    A29 "A-29" Documented "access-analyzer-reference-policy-checks"
    A30 "A-30" Documented "troubleshoot_policies"
    A31 "A-31" Documented "reference_policies_elements_notaction"
    A32 "A-32" Documented "access-analyzer-reference-policy-checks"
    A33 "A-33" Documented "reference_policies_elements_resource"
    A34 "A-34" Disputed "reference_policies_elements_resource"
    A35 "A-35" Documented "reference_policies_elements_resource"
    A36 "A-36" Documented "reference_policies_elements_resource"
    A37 "A-37" Disputed "reference_policies_elements_resource"
    A38 "A-38" Documented "reference_policies_elements_resource"
    A39 "A-39" Documented "reference_policies_grammar"
    A40 "A-40" Documented "access-analyzer-reference-policy-checks"
    A41 "A-41" Documented "reference_identifiers"
    A42 "A-42" Documented "reference_policies_elements_notresource"
    A43 "A-43" Documented "reference_policies_elements_resource"
    A44 "A-44" Documented "access-analyzer-reference-policy-checks"
    A45 "A-45" Documented "reference_policies_elements_principal"
    A46 "A-46" Documented "reference_policies_elements_principal"
    A47 "A-47" Documented "reference_policies_elements_principal"
    A48 "A-48" Documented "reference_policies_elements_principal"
    A49 "A-49" Documented "reference_policies_elements_principal"
    A50 "A-50" Documented "reference_policies_elements_principal"
    A51 "A-51" Documented "reference_policies_elements_principal"
    A52 "A-52" Documented "repost:iam-trust-policy-error"
    A53 "A-53" Documented "id_users_rename"
    A54 "A-54" Disputed "reference_policies_elements_principal"
    A55 "A-55" Documented "reference_policies_elements_principal"
    A56 "A-56" Documented "access_policies-cross-account-resource-access"
    A57 "A-57" Documented "access-analyzer-reference-policy-checks"
    A58 "A-58" Documented "reference_policies_elements_notprincipal"
    A59 "A-59" Documented "reference_policies_elements_principal"
    A60 "A-60" Documented "reference_policies_variables"
    A61 "A-61" Documented "reference_policies_variables"
    A62 "A-62" Disputed "reference_policies_variables"
    A63 "A-63" Documented "reference_policies_variables"
    A64 "A-64" Documented "reference_policies_variables"
    A65 "A-65" Documented "reference_policies_variables"
    A66 "A-66" Documented "reference_policies_variables"
    A67 "A-67" Documented "reference_policies_variables"
    A68 "A-68" Disputed "reference_policies_variables"
    A69 "A-69" Documented "access-analyzer-reference-policy-checks"
    A70 "A-70" Documented "iam-api:PutUserPolicy"
    A71 "A-71" Disputed "organizations:orgs_reference_limits"
    A72 "A-72" Documented "reference_policies_grammar"
    A73 "A-73" Documented "troubleshoot_policies"
    A74 "A-74" Documented "access_policies_policy-validator"
    A75 "A-75" Documented "access_policies_policy-validator"
    A76 "A-76" Documented "organizations:orgs_reference_limits"
    A77 "A-77" Documented "reference_policies_grammar"
    A78 "A-78" Documented "reference_policies_elements_principal"
    A79 "A-79" Documented "reference_policies_elements_condition"
    A80 "A-80" Documented "reference_iam-quotas"
    B1 "B-1" Documented "reference_policies_condition-logic-multiple-context-keys-or-values"
    B2 "B-2" Documented "reference_policies_condition-logic-multiple-context-keys-or-values"
    B3 "B-3" Documented "reference_policies_elements_condition"
    B4 "B-4" Disputed "access-analyzer-reference-policy-checks"
    B5 "B-5" Documented "reference_policies_elements_condition"
    B6 "B-6" Disputed "reference_policies_elements_condition"
    B7 "B-7" Documented "reference_policies_elements_condition_operators"
    B8 "B-8" Documented "reference_policies_elements_condition_operators"
    B9 "B-9" Documented "reference_policies_elements_condition_operators"
    B10 "B-10" Disputed "reference_policies_elements_condition_operators"
    B11 "B-11" Disputed "reference_policies_condition-single-vs-multi-valued-context-keys"
    B12 "B-12" Documented "reference_policies_elements_condition_operators"
    B13 "B-13" Documented "reference_policies_elements_condition_operators"
    B14 "B-14" Documented "reference_policies_elements_condition_operators"
    B15 "B-15" Documented "reference_policies_elements_condition_operators"
    B16 "B-16" Documented "reference_policies_elements_condition_operators"
    B17 "B-17" Disputed "reference_policies_elements_condition_operators"
    B18 "B-18" Documented "reference_policies_elements_condition_operators"
    B19 "B-19" Disputed "reference_policies_elements_condition_operators"
    B20 "B-20" Documented "reference_policies_elements_condition_operators"
    B21 "B-21" Documented "reference_policies_elements_condition_operators"
    B22 "B-22" Documented "reference_policies_variables"
    B23 "B-23" Documented "reference_policies_condition_examples-multi-valued-context-keys"
    B24 "B-24" Disputed "reference_policies_elements_condition_operators"
    B25 "B-25" Disputed "access-analyzer-reference-policy-checks"
    B26 "B-26" Documented "reference_policies_condition-single-vs-multi-valued-context-keys"
    B27 "B-27" Documented "reference_policies_condition-single-vs-multi-valued-context-keys"
    B28 "B-28" Documented "reference_policies_condition-single-vs-multi-valued-context-keys"
    B29 "B-29" Documented "reference_policies_elements_condition_operators"
    B30 "B-30" Documented "access-analyzer-reference-policy-checks"
    B31 "B-31" Disputed "access-analyzer-reference-policy-checks"
    B32 "B-32" Documented "access-analyzer-reference-policy-checks"
    B33 "B-33" Documented "reference_policies_elements_condition_operators"
    B34 "B-34" Documented "reference_policies_condition-keys"
    B35 "B-35" Disputed "reference_policies_condition-keys"
    B36 "B-36" Documented "reference_policies_variables"
    B37 "B-37" Documented "reference_policies_condition-keys"
    B38 "B-38" Documented "reference_policies_condition-keys"
    B39 "B-39" Disputed "reference_policies_condition-keys"
    B40 "B-40" Documented "reference_policies_condition-single-vs-multi-valued-context-keys"
    B41 "B-41" Documented "reference_policies_elements_condition_operators"
    B42 "B-42" Documented "reference_policies_condition-keys"
    B43 "B-43" Disputed "reference_policies_condition-keys"
    B44 "B-44" Documented "reference_policies_condition-keys"
    B45 "B-45" Documented "reference_policies_condition-keys"
    B46 "B-46" Documented "reference_policies_condition-keys"
    B47 "B-47" Documented "reference_policies_iam-condition-keys"
    C1 "C-1" Documented "reference_policies_evaluation-logic"
    C2 "C-2" Documented "reference_policies_evaluation-logic"
    C3 "C-3" Documented "reference_policies_evaluation-logic_policy-eval-denyallow"
    C4 "C-4" Documented "troubleshoot_access-denied"
    C5 "C-5" Documented "reference_policies_evaluation-logic"
    C6 "C-6" Documented "reference_policies_elements_statement"
    C7 "C-7" Documented "reference_policies_evaluation-logic"
    C8 "C-8" Documented "access_policies"
    C9 "C-9" Documented "access_policies_boundaries"
    C10 "C-10" Engineering "sts-api:AssumeRole"
    C11 "C-11" Documented "organizations:orgs_manage_policies_rcps"
    C12 "C-12" Documented "access_policies"
    C13 "C-13" Documented "organizations:orgs_manage_policies_scps_evaluation"
    C14 "C-14" Documented "organizations:orgs_manage_policies_scps_evaluation"
    C15 "C-15" Documented "organizations:orgs_manage_policies_scps_evaluation"
    C16 "C-16" Documented "organizations:orgs_manage_policies_scps"
    C17 "C-17" Documented "organizations:orgs_manage_policies_scps"
    C18 "C-18" Documented "organizations:orgs_manage_policies_scps"
    C19 "C-19" Documented "organizations:orgs_manage_policies_scps_evaluation"
    C20 "C-20" Documented "organizations:orgs_manage_policies_rcps"
    C21 "C-21" Documented "organizations:orgs_manage_policies_rcps_evaluation"
    C22 "C-22" Documented "reference_policies_evaluation-logic_policy-eval-denyallow"
    C23 "C-23" Disputed "reference_policies_elements_principal"
    C24 "C-24" Disputed "reference_policies_evaluation-logic_policy-eval-denyallow"
    C25 "C-25" Documented "access_policies_identity-vs-resource"
    C26 "C-26" Documented "access_policies_boundaries"
    C27 "C-27" Documented "access_policies_boundaries"
    C28 "C-28" Documented "access_policies_boundaries"
    C29 "C-29" Documented "id_credentials_temp_control-access_assumerole"
    C30 "C-30" Disputed "id_credentials_temp_control-access_getfederationtoken"
    C31 "C-31" Documented "id_credentials_temp_control-access_getsessiontoken"
    C32 "C-32" Documented "id_credentials_temp_control-access_disable-perms"
    C33 "C-33" Documented "reference_policies_elements_notprincipal"
    C34 "C-34" Documented "reference_policies_elements_notprincipal"
    C35 "C-35" Documented "reference_policies_elements_notprincipal"
    C36 "C-36" Documented "reference_policies_elements_notprincipal"
    C37 "C-37" Documented "sts-api:AssumeRole"
    C38 "C-38" Documented "access-analyzer-reference-policy-checks"
    C39 "C-39" Documented "blog:announcing-an-update-to-iam-role-trust-policy-behavior"
    C40 "C-40" Documented "kms:key-policies"
    C41 "C-41" Documented "id_roles_use_passrole"
    C42 "C-42" Documented "s3:about-object-ownership"
    C43 "C-43" Documented "access_policies"
    C44 "C-44" Documented "sts-api:GetCallerIdentity"
    C45 "C-45" Documented "reference_policies_evaluation-logic-cross-account"
    C46 "C-46" Documented "access_policies_identity-vs-resource"
    C47 "C-47" Documented "reference_policies_evaluation-logic-cross-account"
    C48 "C-48" Documented "access_policies-cross-account-resource-access"
    C49 "C-49" Documented "organizations:orgs_manage_policies_scps"
    C50 "C-50" Documented "access_policies"
    C51 "C-51" Documented "id_roles_use_switch-role-api"
    C52 "C-52" Documented "reference_policies_elements_principal"
    C53 "C-53" Documented "id_root-user"
    C54 "C-54" Documented "id_credentials_temp_control-access_disable-perms"
    C55 "C-55" Documented "id_roles_create_for-user_externalid"
    C56 "C-56" Documented "confused-deputy"
    C57 "C-57" Documented "access_forward_access_sessions"
    C58 "C-58" Disputed "reference_policies_examples_aws_deny-ip"
    C59 "C-59" Documented "vpc:vpc-endpoints-access"
    C60 "C-60" Engineering "reference_policies_evaluation-logic_policy-eval-denyallow"
    C61 "C-61" Disputed "organizations:orgs_manage_policies_rcps"
    C62 "C-62" Documented "organizations:orgs_manage_policies_declarative"
    C63 "C-63" Documented "id_credentials_temp_control-access_assumerole"
    C64 "C-64" Documented "reference_policies_evaluation-logic"
    D1 "D-1" Documented "troubleshoot_access-denied"
    D2 "D-2" Documented "troubleshoot_access-denied"
    D3 "D-3" Documented "troubleshoot_access-denied"
    D4 "D-4" Disputed "troubleshoot_access-denied"
    D5 "D-5" Documented "troubleshoot_access-denied"
    D6 "D-6" Engineering "troubleshoot_access-denied"
    D7 "D-7" Documented "s3:troubleshoot-403-errors"
    D8 "D-8" Engineering "reference_policies_evaluation-logic"
    D9 "D-9" Documented "sts-api:DecodeAuthorizationMessage"
    D10 "D-10" Documented "troubleshoot_access-denied"
    D11 "D-11" Documented "id_roles_use_passrole"
    D12 "D-12" Documented "cloudtrail:cloudtrail-event-reference-record-contents"
    D13 "D-13" Documented "s3:troubleshoot-403-errors"
    D14 "D-14" Documented "iam-api:CommonErrors"
    E2 "E-2" Documented "reference_iam-quotas"
    E8 "E-8" Documented "reference_iam-quotas"
    F2 "F-2" Documented "id_credentials_temp"
    F5 "F-5" Documented "sts-api:AssumeRole"
    F6 "F-6" Documented "id_roles_terms-and-concepts"
    F8 "F-8" Documented "id_credentials_sts-comparison"
    F25 "F-25" Disputed "sts-api:AssumeRoot"
    I6 "I-6" Documented "id_root-user"
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

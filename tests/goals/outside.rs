//! Who comes from outside the account: with a token, with an assertion, as its root user for one task.

use super::meaning::{act, begin, stands};
use iam_sandbox::lessons::{Missing, Status};

const CI: &str = r#"
aws iam create-open-id-connect-provider --url https://ci.example.com --client-id-list sts.amazonaws.com
aws iam create-role --role-name deploy --assume-role-policy-document '{"Version":"2012-10-17","Statement":{"Effect":"Allow",
  "Principal":{"Federated":"arn:aws:iam::111122223333:oidc-provider/ci.example.com"},"Action":"sts:AssumeRoleWithWebIdentity",
  "Condition":{"StringEquals":{"ci.example.com:sub":"main"}}}}'
"#;

const SHOWN: &str = "aws sts assume-role-with-web-identity --role-arn arn:aws:iam::111122223333:role/deploy --role-session-name job --web-identity-token $TOKEN";

#[test]
fn a_token_that_was_shown_counts_as_one_that_was_asked_about() {
    let mut attempt = begin(CI);
    let allowed = |subject: &str| {
        format!(
            "saw allowed(subject(oidc-provider/ci.example.com, sub={subject}), sts:AssumeRoleWithWebIdentity, role/deploy)"
        )
    };
    let denied = allowed("evil").replace("allowed", "denied");
    assert_ne!(stands(&attempt, &allowed("main")), Status::Met);
    act(&mut attempt, &format!("TOKEN=$(provider token https://ci.example.com evil)\n{SHOWN}"));
    assert_eq!(stands(&attempt, &denied), Status::Met);
    assert_ne!(stands(&attempt, &allowed("evil")), Status::Met);
    assert_ne!(stands(&attempt, &denied.replace("evil", "other")), Status::Met);
    assert_ne!(stands(&attempt, &denied.replace("ci.example.com", "other.example.com")), Status::Met);
    act(&mut attempt, &format!("TOKEN=$(provider token https://ci.example.com main)\n{SHOWN}"));
    assert_eq!(stands(&attempt, &allowed("main")), Status::Met);
}

const ORGANIZATION: &str = r"
aws organizations create-organization --feature-set ALL --profile owner@dev
INVITED=$(aws organizations invite-account-to-organization --target Id=111122223333,Type=ACCOUNT --query Handshake.Id --output text --profile owner@dev)
aws organizations accept-handshake --handshake-id $INVITED --profile owner@prod
aws organizations enable-aws-service-access --service-principal iam.amazonaws.com --profile owner@dev
aws iam enable-organizations-root-sessions --profile owner@dev
aws iam attach-user-policy --user-name erin --policy-arn arn:aws:iam::aws:policy/AdministratorAccess --profile owner@dev
";

#[test]
fn a_session_for_a_root_user_is_called_root_of_its_account() {
    let mut attempt = begin(ORGANIZATION);
    let can = "can session(prod/root by dev/erin) s3:DeleteBucketPolicy payroll";
    assert!(matches!(stands(&attempt, can), Status::NotYet(Missing::Session(_))));
    act(
        &mut attempt,
        "aws sts assume-root --target-principal 111122223333 --task-policy-arn arn=arn:aws:iam::aws:policy/root-task/S3UnlockBucketPolicy --profile dev/erin",
    );
    assert_eq!(stands(&attempt, can), Status::Met);
    for of_nobody in [can.replace("prod/root", "dev/root"), can.replace("dev/erin", "alice")] {
        assert!(matches!(stands(&attempt, &of_nobody), Status::NotYet(Missing::Session(_))), "{of_nobody}");
    }
    assert_ne!(stands(&attempt, "can session(root by dev/erin) s3:GetObject reports-prod/q1.csv"), Status::Met);
}

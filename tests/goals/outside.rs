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

const PLANT: &str = r#"
CA=$(certificate authority plant-ca)
aws rolesanywhere create-trust-anchor --name plant --enabled --source "sourceType=CERTIFICATE_BUNDLE,sourceData={x509CertificateData=$CA}"
aws iam create-role --role-name telemetry --assume-role-policy-document '{"Version":"2012-10-17","Statement":{"Effect":"Allow",
  "Principal":{"Service":"rolesanywhere.amazonaws.com"},"Action":["sts:AssumeRole","sts:TagSession","sts:SetSourceIdentity"],
  "Condition":{"StringEquals":{"aws:PrincipalTag/x509Subject/CN":"factory-07"}}}}'
aws rolesanywhere create-profile --name plant --enabled --role-arns arn:aws:iam::111122223333:role/telemetry
"#;

const CERTIFIED: &str = "
ANCHOR=$(aws rolesanywhere list-trust-anchors --query trustAnchors[0].trustAnchorArn --output text)
PROFILE=$(aws rolesanywhere list-profiles --query profiles[0].profileArn --output text)
CERTIFICATE=$(certificate issue plant-ca factory-07 OU=line-3)
KEY=$(certificate key plant-ca factory-07)
aws_signing_helper credential-process --certificate $CERTIFICATE --private-key $KEY --trust-anchor-arn $ANCHOR --profile-arn $PROFILE --role-arn arn:aws:iam::111122223333:role/telemetry
";

#[test]
fn who_showed_a_certificate_is_known_by_it_taken_or_not() {
    let mut attempt = begin(PLANT);
    let taken = "saw rolesanywhere:CreateSession by subject(plant-ca, CN=factory-07, OU=line-*)";
    assert_ne!(stands(&attempt, taken), Status::Met);
    act(&mut attempt, CERTIFIED);
    assert_eq!(stands(&attempt, taken), Status::Met);
    let others = ["plant-ca, CN=factory-08", "plant-ca, CN=factory-07, O=x", "other-ca, CN=factory-07"];
    for other in others {
        assert_ne!(stands(&attempt, &format!("saw rolesanywhere:CreateSession by subject({other})")), Status::Met);
    }
    let refused = "saw error AccessDeniedException(rolesanywhere:CreateSession) by subject(plant-ca, CN=factory-08)";
    assert_ne!(stands(&attempt, refused), Status::Met);
    act(&mut attempt, &CERTIFIED.replace("factory-07", "factory-08"));
    assert_eq!(stands(&attempt, refused), Status::Met);
    assert_ne!(stands(&attempt, &refused.replace("08", "07")), Status::Met);
}

const CENTER: &str = "
aws organizations create-organization
identity-center enable
INSTANCE=$(aws sso-admin list-instances --query Instances[0].InstanceArn --output text)
STORE=$(aws sso-admin list-instances --query Instances[0].IdentityStoreId --output text)
ANA=$(aws identitystore create-user --identity-store-id $STORE --user-name ana --display-name Ana --name GivenName=Ana,FamilyName=Paz --query UserId --output text)
aws identitystore create-user --identity-store-id $STORE --user-name ben --display-name Ben --name GivenName=Ben,FamilyName=Gil
AUDIT=$(aws identitystore create-group --identity-store-id $STORE --display-name Audit --query GroupId --output text)
aws identitystore create-group-membership --identity-store-id $STORE --group-id $AUDIT --member-id UserId=$ANA
";

/// A new permission set with a policy of AWS, for the group that ana is in.
fn assign(policy: &str) -> String {
    format!(
        "
INSTANCE=$(aws sso-admin list-instances --query Instances[0].InstanceArn --output text)
STORE=$(aws sso-admin list-instances --query Instances[0].IdentityStoreId --output text)
AUDIT=$(aws identitystore list-groups --identity-store-id $STORE --query Groups[0].GroupId --output text)
SET=$(aws sso-admin create-permission-set --instance-arn $INSTANCE --name {policy} --query PermissionSet.PermissionSetArn --output text)
aws sso-admin attach-managed-policy-to-permission-set --instance-arn $INSTANCE --permission-set-arn $SET --managed-policy-arn arn:aws:iam::aws:policy/{policy}
aws sso-admin create-account-assignment --instance-arn $INSTANCE --permission-set-arn $SET --target-type AWS_ACCOUNT --target-id 111122223333 --principal-type GROUP --principal-id $AUDIT
"
    )
}

#[test]
fn the_portal_offers_what_somebody_is_assigned_and_a_line_asks_of_each() {
    let mut attempt = begin(CENTER);
    let (can, cannot) = ("can portal(ana) s3:ListBucket reports-prod", "cannot portal(ana) s3:ListBucket reports-prod");
    let deletes = "cannot portal(ana) s3:DeleteObject reports-prod/q1.csv";
    assert!(matches!(stands(&attempt, can), Status::NotYet(Missing::Session(_))));
    assert_eq!(stands(&attempt, cannot), Status::Met);
    assert_eq!(stands(&attempt, "cannot portal(zoe) * *"), Status::NotYet(Missing::User("zoe".into())));
    for policy in ["AmazonEC2ReadOnlyAccess", "AmazonS3ReadOnlyAccess", "AWSLambda_ReadOnlyAccess"] {
        act(&mut attempt, &assign(policy));
    }
    // One of the three reads buckets, and it does not matter in which order they are offered.
    assert_eq!(stands(&attempt, can), Status::Met);
    assert!(matches!(stands(&attempt, cannot), Status::NotMet(_)));
    assert_eq!(stands(&attempt, deletes), Status::Met);
    assert!(matches!(stands(&attempt, &deletes.replace("cannot", "can")), Status::NotMet(_)));
    for nobody in ["ben", "dev/ana"] {
        assert_eq!(stands(&attempt, &cannot.replace("ana", nobody)), Status::Met, "{nobody}");
        assert!(matches!(stands(&attempt, &can.replace("ana", nobody)), Status::NotYet(Missing::Session(_))));
    }
}

#[test]
fn whoever_came_by_the_portal_is_known_in_what_happened() {
    let mut attempt = begin(CENTER);
    act(&mut attempt, &assign("AmazonS3ReadOnlyAccess"));
    let saw = "saw allowed(portal(ana), s3:ListBucket, reports-prod)";
    act(
        &mut attempt,
        "TOKEN=$(portal ana)\naws sso get-role-credentials --role-name AmazonS3ReadOnlyAccess --account-id 111122223333 --access-token $TOKEN --no-sign-request",
    );
    assert_ne!(stands(&attempt, saw), Status::Met);
    act(
        &mut attempt,
        "ROLE=$(aws iam list-roles --query Roles[0].RoleName --output text)\naws s3api list-objects-v2 --bucket reports-prod --profile $ROLE/ana",
    );
    assert_eq!(stands(&attempt, saw), Status::Met);
    for other in ["ben", "dev/ana"] {
        assert_ne!(stands(&attempt, &saw.replace("ana", other)), Status::Met, "{other}");
    }
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

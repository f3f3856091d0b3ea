//! Problems of command lines in English.

use super::{Done, services};
use crate::cli::{Problem, ResourceError, WhoError};

const HELP: &str = "\
A line begins with one of these words:

  aws iam create-user …      a call, as the AWS CLI makes it; see aws help, aws iam help
  ask alice s3:GetObject …   a question: would it be allowed?
  signin alice --password …  signs in to the console
  code alice-phone           what an authenticator shows
  clock +15m                 moves the clock on
  on web curl …              asks the metadata service of an instance
  deploy NAME --every 1m …   an application with a schedule; restart NAME, remove NAME
  certificate issue CA NAME  a certificate of an authority outside AWS
  portal ana                 signs in at the portal of IAM Identity Center; identity-center enable
  aws_signing_helper …       shows it to IAM Roles Anywhere
  revoke ROLE                ends the sessions that a role has now
  billing on                 lets IAM users and roles come to billing
  propagation 10s            changes are seen that much later
  export NAME=value          sets a variable of the AWS CLI; unset NAME
  answer NAME VALUE          answers a question of a lesson
  undo, reset                back by a change; back to the beginning";

/// What was done that prints nothing of its own.
pub(super) fn done(done: &Done<'_>) -> String {
    match done {
        Done::Allowed => "Allowed.".to_owned(),
        Done::Clock(now) => format!("It is {now} now."),
        Done::Propagation(0) => "Changes are seen at once.".to_owned(),
        Done::Propagation(seconds) => format!("Changes are seen after {seconds} s."),
        Done::Deployed(name) => format!("{name} is deployed."),
        Done::Restarted(name) => format!("{name} is started anew."),
        Done::Removed(name) => format!("{name} is removed."),
        Done::Billing(true) => "IAM users and roles come to billing, if their policies allow it.".to_owned(),
        Done::Billing(false) => "Only the root user comes to billing.".to_owned(),
        Done::Undone => "The last change is taken back.".to_owned(),
        Done::Reset => "Everything is as at the beginning.".to_owned(),
    }
}

pub(super) fn problem(problem: &Problem) -> String {
    match problem {
        Problem::Help => HELP.to_owned(),
        Problem::ShellOnly(sign) => format!("This terminal is no shell: `{sign}` is not known here."),
        Problem::OpenQuote(quote) => format!("The quotation mark {quote} has no partner."),
        Problem::Substitution => {
            "`$(…)` is only known as a whole line: NAME=$(aws … --query … --output text).".to_owned()
        }
        Problem::UnknownVariable(name) => {
            format!("Nothing was kept as ${name}. Text with a dollar sign belongs in single quotes.")
        }
        Problem::UnknownVerb(word) => {
            format!(
                "`{word}` is not known here. A line begins with aws, export, unset, ask, clock, signin, code, revoke, billing, certificate, aws_signing_helper, portal, identity-center, on, deploy, restart, remove, propagation, answer, undo or reset."
            )
        }
        Problem::UnknownService(word) => {
            format!("The sandbox does not know `aws {word}`. It knows {}.", services())
        }
        Problem::UnsupportedOption(option) => format!("The sandbox does not know the option {option}."),
        Problem::UnsupportedOperation(name) => {
            format!(
                "AWS has the operation {name}; the sandbox does not carry it out. Use `ask` to see whether it would be allowed."
            )
        }
        Problem::NotModelled(name) => format!(
            "AWS would carry out {name} now: the call was authenticated, allowed and recorded. What it does is not modelled here, so nothing changed."
        ),
        Problem::UnsupportedMember(member) => {
            format!("AWS takes {member} here; the sandbox does not, so nothing was done.")
        }
        Problem::UnsupportedQuery(query) => {
            format!("Of --query the sandbox knows names and indexes, such as Users[0].Arn, and not `{query}`.")
        }
        Problem::Who(error) => who(error),
        Problem::Resource(error) => resource(error),
        Problem::AskShape => "Write who, an action and a resource: ask alice s3:GetObject bucket/key.".to_owned(),
        Problem::FactShape(word) => format!("`{word}` is no circumstance. Write key=value, or key=absent."),
        Problem::ClockShape(_) => "Write how far or until when: clock +16m, or clock 2027-01-01T00:00:00Z.".to_owned(),
        Problem::ClockBack => "The clock does not go back. Use undo.".to_owned(),
        Problem::ProviderShape => {
            "Write what is to be issued, by whom and about whom: provider token https://idp.example.com alice aud=app; provider assertion https://idp.example.com alice role/staff saml-provider/corp; provider metadata https://idp.example.com.".to_owned()
        }
        Problem::IssuerOfAws => {
            "Only Amazon Cognito issues its tokens: use aws cognito-identity get-open-id-token.".to_owned()
        }
        Problem::PortalShape => {
            "Write who signs in: portal ana; or start the instance: identity-center enable.".to_owned()
        }
        Problem::CertificateShape => {
            "Write what is to be issued, by which authority and for whom: certificate authority plant-ca; certificate issue plant-ca factory-07 OU=line-3 --for 30d; certificate key plant-ca factory-07; certificate revoke plant-ca $CERTIFICATE.".to_owned()
        }
        Problem::SigningHelperShape => {
            "Write what is shown and what is asked for: aws_signing_helper credential-process --certificate $CERTIFICATE --private-key $KEY --trust-anchor-arn … --profile-arn … --role-arn ….".to_owned()
        }
        Problem::CodeShape => "Write the name of an MFA device: code alice-phone.".to_owned(),
        Problem::NoDevice(name) => format!("No account of this world has an MFA device named {name}."),
        Problem::RevokeShape => "Write the name of a role: revoke report-editor.".to_owned(),
        Problem::VariableShape(word) => {
            format!("`{word}` is no variable. Write export NAME=value, or unset NAME.")
        }
        Problem::BillingShape => "Write on or off, and whose act it is: billing on --profile root/console.".to_owned(),
        Problem::SignInShape => {
            "Write who signs in: signin alice --password …, signin root@dev --password … --mfa-code 123456.".to_owned()
        }
        Problem::OnShape => {
            "Write an instance and a request: on web curl http://169.254.169.254/latest/meta-data/.".to_owned()
        }
        Problem::NoInstance(name) => format!("There is no instance {name} in this world."),
        Problem::NoFunction(name) => format!("There is no function {name} in this world."),
        Problem::NoAddress(url) => {
            format!("From here only the metadata service is reached, http://169.254.169.254/, and not {url}.")
        }
        Problem::DeployShape => {
            "Write a name, how often, and what is called: deploy uploader --on web --every 1m 'aws s3api list-buckets'."
                .to_owned()
        }
        Problem::ApplicationShape(verb) => format!("Write the name of an application: {verb} uploader."),
        Problem::ApplicationOfOwner(line) => {
            format!(
                "Applications are no part of AWS: they are the owner’s, whoever types. Write it without --profile: {line}."
            )
        }
        Problem::PropagationShape => "Write for how long: propagation 10s.".to_owned(),
        Problem::NoValue(option) => format!("The option {option} needs a value."),
        Problem::AnswerShape => "Write the name of the answer and its value: answer name value.".to_owned(),
        Problem::ExtraWords(word) => format!("Nothing belongs here any more, and not `{word}`."),
    }
}

fn who(error: &WhoError) -> String {
    match error {
        WhoError::NoAccount(name) => format!("There is no account {name} in this world."),
        WhoError::NoUser(name) => format!("No account of this world has a user named {name}."),
        WhoError::NoKey(name) => format!("The user {name} has no access key."),
        WhoError::NoSession { behind, name } => {
            format!("There is no session {name} of {behind}. Assume the role first.")
        }
        WhoError::Shape(text) => {
            format!("`{text}` is no profile. Write a user, account/user, role/session, owner or root.")
        }
    }
}

fn resource(error: &ResourceError) -> String {
    match error {
        ResourceError::NoBucket { bucket, .. } => format!("There is no bucket named {bucket} in this world."),
        ResourceError::NoKey(name) => format!("There is no KMS key with the alias or id {name}."),
        ResourceError::NotAnArn(text) => format!("`{text}` is not an ARN: it has six fields with colons between."),
        ResourceError::Empty => "Write a resource: an ARN, bucket/key, role/name, or *.".to_owned(),
    }
}

//! What is wrong with a command line: in the AWS CLI's own words where it has them, as a fact where the
//! sandbox's own limits and verbs are meant.

use super::resource::ResourceError;
use super::who::WhoError;
use crate::span::Span;

/// A command that is not carried out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CliError {
    /// What is wrong.
    pub kind: CliErrorKind,
    /// Where, in the script.
    pub span: Span,
    /// The exit code, as the AWS CLI 2 has them.
    pub code: u8,
}

/// What is wrong.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CliErrorKind {
    /// What the AWS CLI prints.
    Aws(String),
    /// What only the sandbox can say.
    Sandbox(Problem),
}

/// What the sandbox does not take.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Problem {
    /// Somebody asks what there is.
    Help,
    /// Pipes and the like.
    ShellOnly(char),
    /// A quotation mark has no partner.
    OpenQuote(char),
    /// `$(…)` in the middle of a line; only `NAME=$(…)` is known.
    Substitution,
    /// Nothing was kept under this name.
    UnknownVariable(Box<str>),
    /// The first word is none of the verbs.
    UnknownVerb(Box<str>),
    /// A service whose commands are not known here.
    UnknownService(Box<str>),
    /// An option of the AWS CLI that has no effect here.
    UnsupportedOption(Box<str>),
    /// An operation of AWS whose input is not known here.
    UnsupportedOperation(Box<str>),
    /// An operation that was allowed and recorded, and whose effect is not modelled.
    NotModelled(Box<str>),
    /// A member of the request that the operation does not read here.
    UnsupportedMember(Box<str>),
    /// More of `--query` than names and indexes.
    UnsupportedQuery(Box<str>),
    /// Nobody stands behind a profile.
    Who(WhoError),
    /// A name stands for no resource.
    Resource(ResourceError),
    /// `ask` takes somebody, an action, a resource.
    AskShape,
    /// `key=value` is expected.
    FactShape(Box<str>),
    /// `clock` takes `+16m` or a time.
    ClockShape(Box<str>),
    /// The clock does not go back.
    ClockBack,
    /// `code` takes the name of an MFA device.
    CodeShape,
    /// `provider` lacks what is to be issued, by whom, or about whom.
    ProviderShape,
    /// Tokens of this issuer are AWS's own.
    IssuerOfAws,
    /// `portal` takes the name of a user, `identity-center` the word `enable`.
    PortalShape,
    /// `certificate` lacks what is to be issued, by which authority, or for whom.
    CertificateShape,
    /// `aws_signing_helper` lacks the certificate, its key, or one of three ARNs.
    SigningHelperShape,
    /// No account has an MFA device of this name.
    NoDevice(Box<str>),
    /// `revoke` takes the name of a role.
    RevokeShape,
    /// `export` takes `NAME=value`, `unset` a name.
    VariableShape(Box<str>),
    /// `billing` takes `on` or `off`.
    BillingShape,
    /// `signin` takes somebody.
    SignInShape,
    /// `on` takes an instance and a request of curl.
    OnShape,
    /// There is no such instance.
    NoInstance(Box<str>),
    /// There is no such function.
    NoFunction(Box<str>),
    /// curl reaches nothing but the metadata service.
    NoAddress(Box<str>),
    /// `deploy` takes a name, an interval and lines of the AWS CLI.
    DeployShape,
    /// This verb takes the name of an application.
    ApplicationShape(Box<str>),
    /// An application is the owner's, whoever types: this much of the line is enough.
    ApplicationOfOwner(Box<str>),
    /// `propagation` takes a span of time.
    PropagationShape,
    /// An option stands without its value.
    NoValue(Box<str>),
    /// `answer` takes a name and a value.
    AnswerShape,
    /// Nothing more belongs on this line.
    ExtraWords(Box<str>),
}

/// Usage errors and errors in parameters.
pub(super) const USAGE: u8 = 252;
/// The environment is not as the AWS CLI needs it.
const CONFIGURATION: u8 = 253;
/// The service answered with an error.
pub(super) const SERVICE: u8 = 254;
/// Anything else.
pub(super) const GENERAL: u8 = 255;

const USAGE_BLOCK: &str = "\
usage: aws [options] <command> <subcommand> [<subcommand> ...] [parameters]
To see help text, you can run:

  aws help
  aws <command> help
  aws <command> <subcommand> help
";

impl CliError {
    /// An error of the sandbox's own.
    #[must_use]
    pub fn sandbox(problem: Problem, span: Span) -> Self {
        let code = match problem {
            Problem::Help => 0,
            Problem::Who(_) => GENERAL,
            _ => USAGE,
        };
        Self { kind: CliErrorKind::Sandbox(problem), span, code }
    }

    /// An error that the AWS CLI prints after its usage.
    pub(super) fn usage(message: &str, span: Span) -> Self {
        let kind = CliErrorKind::Aws(format!("\n{USAGE_BLOCK}\n{message}\n\n"));
        Self { kind, span, code: USAGE }
    }

    /// An error that the AWS CLI prints alone.
    pub(super) fn plain(message: &str, span: Span) -> Self {
        Self { kind: CliErrorKind::Aws(format!("\n{message}\n")), span, code: USAGE }
    }

    /// An error of what the AWS CLI finds around it, such as credentials.
    pub(super) fn configuration(message: &str, span: Span) -> Self {
        Self { code: CONFIGURATION, ..Self::plain(message, span) }
    }

    /// An error of a value of a parameter.
    pub(super) fn parameter(option: &str, message: &str, span: Span) -> Self {
        Self::plain(&format!("Error parsing parameter '--{option}': {message}"), span)
    }
}

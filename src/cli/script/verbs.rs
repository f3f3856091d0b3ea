//! The verbs of the sandbox that are read in a line or two; those with options have files of their own.

use super::options::Options;
use super::{Act, applications, by_profile, certificate, console, environment, portal, provider, requests};
use crate::api::{ApiCall, Credentials, Question, Sandbox};
use crate::authz::Environment;
use crate::cli::error::{CliError, Problem};
use crate::cli::lex::Word;
use crate::cli::{Terminal, fact, resource, who};
use crate::clock::Timestamp;
use crate::json::json;
use crate::world::Account;

/// A line that begins with a verb.
pub(super) struct Verbs<'a> {
    /// What stands after the verb.
    pub words: &'a [Word],
    /// The verb.
    pub verb: &'a Word,
    /// What it is said to.
    pub sandbox: &'a Sandbox,
    /// Where it is typed.
    pub terminal: &'a Terminal,
}

impl Verbs<'_> {
    /// What the line does.
    pub(super) fn act(&self) -> Result<Act, CliError> {
        match self.verb.text.as_str() {
            "export" => environment::export(self),
            "unset" => environment::unset(self),
            "ask" => self.ask(),
            "clock" => self.clock(),
            "code" => self.code(),
            "provider" => provider::issue(self),
            "portal" => portal::sign_in(self),
            "identity-center" => portal::enable(self),
            "certificate" => certificate::issue(self),
            "aws_signing_helper" => certificate::sign(self),
            "revoke" => self.revoke(),
            "billing" => self.billing(),
            "signin" => console::sign_in(self),
            "on" => requests::on(self),
            "deploy" => applications::deploy(self),
            "restart" => applications::of_name(self, "sandbox:RestartApplication"),
            "remove" => applications::of_name(self, "sandbox:RemoveApplication"),
            "propagation" => self.propagation(),
            "answer" => self.answer(),
            "undo" => self.alone(Act::Undo),
            "reset" => self.alone(Act::Reset),
            other => Err(CliError::sandbox(Problem::UnknownVerb(other.into()), self.verb.span)),
        }
    }

    pub(super) fn error(&self, problem: Problem) -> CliError {
        CliError::sandbox(problem, self.verb.span)
    }

    fn alone(&self, act: Act) -> Result<Act, CliError> {
        match self.words.first() {
            None => Ok(act),
            Some(extra) => Err(CliError::sandbox(Problem::ExtraWords(extra.text.as_str().into()), extra.span)),
        }
    }

    fn ask(&self) -> Result<Act, CliError> {
        let [who, action, what, facts @ ..] = self.words else { return Err(self.error(Problem::AskShape)) };
        if !action.text.contains(':') {
            return Err(CliError::sandbox(Problem::AskShape, action.span));
        }
        let (world, home) = (self.sandbox.world(), self.terminal.home);
        let credentials = self.by_profile(who)?;
        let resource = resource::resource(world, home, &what.text);
        let resource = resource.map_err(|error| CliError::sandbox(Problem::Resource(error), what.span))?;
        let mut question = Question::new(credentials, &action.text, &resource.arn);
        for word in facts {
            fact::set(&mut question.environment, &word.text)
                .map_err(|problem| CliError::sandbox(problem, word.span))?;
        }
        Ok(Act::Ask(question))
    }

    fn clock(&self) -> Result<Act, CliError> {
        let [time] = self.words else { return Err(self.error(Problem::ClockShape("".into()))) };
        let shape = || CliError::sandbox(Problem::ClockShape(time.text.as_str().into()), time.span);
        let now = self.sandbox.now();
        let seconds = moment(&time.text, now).ok_or_else(shape)?.epoch_seconds() - now.epoch_seconds();
        let seconds = u32::try_from(seconds).map_err(|_| match seconds < 0 {
            true => CliError::sandbox(Problem::ClockBack, time.span),
            false => shape(),
        })?;
        Ok(Act::Advance { seconds })
    }

    fn propagation(&self) -> Result<Act, CliError> {
        let [time] = self.words else { return Err(self.error(Problem::PropagationShape)) };
        let seconds = duration_seconds(&time.text).and_then(|seconds| u32::try_from(seconds).ok());
        let seconds = seconds.ok_or_else(|| CliError::sandbox(Problem::PropagationShape, time.span))?;
        Ok(Act::SetPropagationDelay { seconds })
    }

    fn code(&self) -> Result<Act, CliError> {
        let (device, is_previous) = match self.words {
            [device] => (device, false),
            [device, word] if word.text == "previous" => (device, true),
            _ => return Err(self.error(Problem::CodeShape)),
        };
        let accounts = who::accounts(self.sandbox.world(), self.terminal.home, None);
        let found = accounts.flat_map(Account::mfa_devices).find(|known| {
            *known.serial_number.as_str() == *device.text || known.serial_number.last_name() == device.text
        });
        let missing = || CliError::sandbox(Problem::NoDevice(device.text.as_str().into()), device.span);
        let serial_number = found.ok_or_else(missing)?.serial_number.as_str().into();
        Ok(Act::Code { serial_number, is_previous })
    }

    /// Whose profile the line names, or else whoever acts.
    pub(super) fn actor(&self, options: &Options<'_>) -> Result<Credentials, CliError> {
        options.value("--profile").map_or_else(|| Ok(self.terminal.actor.clone()), |profile| self.by_profile(profile))
    }

    /// The credentials of a profile.
    pub(super) fn by_profile(&self, profile: &Word) -> Result<Credentials, CliError> {
        by_profile(self.sandbox, self.terminal, &profile.text, profile.span)
    }

    fn revoke(&self) -> Result<Act, CliError> {
        let options = Options::of(self.words, &["--profile"], &[])?;
        let [role] = options.words.as_slice() else { return Err(self.error(Problem::RevokeShape)) };
        let credentials = self.actor(&options)?;
        Ok(Act::Call(ApiCall::revoke_sessions(credentials, &role.text, self.sandbox.now())))
    }

    fn billing(&self) -> Result<Act, CliError> {
        let options = Options::of(self.words, &["--profile"], &[])?;
        let [state] = options.words.as_slice() else { return Err(self.error(Problem::BillingShape)) };
        let credentials = self.actor(&options)?;
        let is_active = match state.text.as_str() {
            "on" => true,
            "off" => false,
            _ => return Err(CliError::sandbox(Problem::BillingShape, state.span)),
        };
        let input = json!({ "IsActive": is_active });
        let operation = "sandbox:SetBillingAccess".into();
        Ok(Act::Call(ApiCall { credentials, operation, input, environment: Environment::default() }))
    }

    fn answer(&self) -> Result<Act, CliError> {
        match self.words {
            [name, value] => Ok(Act::Answer { name: name.text.as_str().into(), value: value.text.as_str().into() }),
            _ => Err(self.error(Problem::AnswerShape)),
        }
    }
}

/// `+16m` from now on, or a time.
pub(super) fn moment(text: &str, now: Timestamp) -> Option<Timestamp> {
    match text.strip_prefix('+') {
        Some(duration) => Some(now.plus_seconds(duration_seconds(duration)?)),
        None => Timestamp::parse(text),
    }
}

/// `90s`, `16m`, `2h`, `1d`, or several of them one after the other.
pub(super) fn duration_seconds(text: &str) -> Option<i64> {
    let mut total = 0_i64;
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(|sign: char| !sign.is_ascii_digit())?;
        let unit = match rest.as_bytes()[end] {
            b's' => 1,
            b'm' => 60,
            b'h' => 3_600,
            b'd' => 86_400,
            _ => return None,
        };
        total = total.checked_add(rest[..end].parse::<i64>().ok()?.checked_mul(unit)?)?;
        rest = &rest[end + 1..];
    }
    (!text.is_empty()).then_some(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_read() {
        assert_eq!(duration_seconds("16m"), Some(960));
        assert_eq!(duration_seconds("1h30m"), Some(5_400));
        assert_eq!(duration_seconds("1d"), Some(86_400));
        for text in ["", "m", "5", "5w", "-5m", "99999999999999999999d"] {
            assert_eq!(duration_seconds(text), None, "{text}");
        }
    }
}

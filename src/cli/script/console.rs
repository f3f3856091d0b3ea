//! `signin`: somebody signs in to the console, as on its page.
//!
//! Who is one of `alice`, `dev/alice`, `root`, `root@dev`; an account is called by its name, id or alias. Without
//! `--password` it is the one that opens the console, if there is one, as if somebody had kept it.

use super::options::Options;
use super::verbs::Verbs;
use super::{Act, Output};
use crate::api::{Answer, SignIn, SignInName};
use crate::arn::AccountId;
use crate::authz::Environment;
use crate::cli::error::{CliError, GENERAL, Problem};
use crate::cli::lex::Word;
use crate::cli::{fact, who};
use crate::world::{Account, World};
use std::borrow::Cow;

/// Whose page is filled in: what is typed, and who it is, if there is somebody.
struct Subject<'a> {
    name: SignInName,
    password: Option<Cow<'a, str>>,
    /// By which MFA devices know whose they are.
    id: Box<str>,
    account: Option<&'a Account>,
}

pub(super) fn sign_in(verbs: &Verbs<'_>) -> Result<Act, CliError> {
    let options = Options::of(verbs.words, &["--password", "--mfa-code", "--new-password"], &["--mfa"])?;
    let [who, facts @ ..] = options.words.as_slice() else { return Err(verbs.error(Problem::SignInShape)) };
    let world = verbs.sandbox.world();
    let subject = subject(world, verbs.terminal.home, who)?;
    let text = |name: &str| options.value(name).map(|word| Box::<str>::from(word.text.as_str()));
    let password = text("--password").or_else(|| subject.password.as_deref().map(Into::into));
    let shown = || {
        let devices = subject.account?.mfa_devices_of(&subject.id);
        devices.map(|device| device.code(verbs.sandbox.now()).0.into()).next()
    };
    let mut environment = Environment::default();
    for word in facts {
        fact::set(&mut environment, &word.text).map_err(|problem| CliError::sandbox(problem, word.span))?;
    }
    Ok(Act::SignIn(SignIn {
        password: password.unwrap_or_default(),
        mfa_code: text("--mfa-code").or_else(|| options.has("--mfa").then(shown).flatten()),
        new_password: text("--new-password"),
        name: subject.name,
        environment,
    }))
}

fn subject<'a>(world: &'a World, home: AccountId, word: &Word) -> Result<Subject<'a>, CliError> {
    let called = |name: &str| who::account(world, name).ok().and_then(|id| world.account(id));
    let called = |name: &str| called(name).or_else(|| world.account_called(name));
    let text = word.text.as_str();
    if text == "root" || text.starts_with("root@") {
        let account = text.strip_prefix("root@").map_or_else(|| world.account(home), called);
        let missing = || who::WhoError::NoAccount(text.trim_start_matches("root@").into());
        let account = account.ok_or_else(|| CliError::sandbox(Problem::Who(missing()), word.span))?;
        let (name, id) = (SignInName::Root { email: account.email().into() }, account.id.to_string().into());
        return Ok(Subject { name, password: world.root_password(account), id, account: Some(account) });
    }
    // Who is not there is a matter for the page that is filled in.
    let (account, name) = if let Some((account, name)) = text.split_once('/') {
        (called(account).ok_or(account), name)
    } else {
        let mut known = who::accounts(world, home, None);
        (known.find(|account| account.user(text).is_some()).or(world.account(home)).ok_or(""), text)
    };
    let user = account.ok().and_then(|account| account.user(name));
    let typed = account.map_or_else(Into::into, |account| account.id.to_string().into());
    Ok(Subject {
        name: SignInName::User { account: typed, user: name.into() },
        password: user.and_then(|user| user.login.as_ref()).map(|login| Cow::Borrowed(&*login.password)),
        id: user.map(|user| user.id.clone()).unwrap_or_default(),
        account: account.ok(),
    })
}

/// What the page shows: the sentence that turns somebody away, or what CloudTrail says of who came in.
pub(super) fn output(answer: &Answer) -> Output {
    match answer.error() {
        None => Output { stdout: "ConsoleLogin: Success\n".to_owned(), ..Output::default() },
        Some(error) => Output { stderr: format!("{}\n", error.message), code: GENERAL, ..Output::default() },
    }
}

//! Options that the AWS CLI has beside the members of a request: they stand for members.

use super::lex::Word;
use super::name::kebab;

/// The words of a line with such options written out.
pub(super) fn written_out(words: &[Word]) -> Vec<Word> {
    let is_command = |service: &str, operation: &str| {
        words.get(1).is_some_and(|word| word.text == service) && words.get(2).is_some_and(|word| word.text == operation)
    };
    if is_command("ec2", "run-instances") {
        return with_count(words);
    }
    if is_command("lambda", "create-function") {
        return with_zip_file(words);
    }
    if is_command("sns", "subscribe") {
        return with_endpoint(words);
    }
    words.to_vec()
}

/// What the option is called that stands for a member.
pub(super) fn option_of(operation: &str, member: &str) -> String {
    match (operation, member) {
        ("sns:Subscribe", "Endpoint") => "notification-endpoint".to_owned(),
        _ => kebab(member),
    }
}

/// What a line must have besides members: where a picture goes to.
pub(super) fn besides(operation: &str) -> &'static str {
    match operation {
        "iam:CreateVirtualMFADevice" => " --outfile qr.png --bootstrap-method QRCodePNG",
        _ => "",
    }
}

/// `--notification-endpoint` for the member `Endpoint`, since `--endpoint-url` is an option of every command.
fn with_endpoint(words: &[Word]) -> Vec<Word> {
    let written = |word: &Word| match word.text.strip_prefix("--notification-endpoint") {
        Some(rest) if rest.is_empty() || rest.starts_with('=') => {
            Word { text: format!("--endpoint{rest}"), ..word.clone() }
        }
        _ => word.clone(),
    };
    words.iter().map(written).collect()
}

/// `--count 1` or `--count 1:5`; an instance unless something else is said.
fn with_count(words: &[Word]) -> Vec<Word> {
    let has = |name: &str| words.iter().any(|word| word.text == name || word.text.starts_with(&format!("{name}=")));
    let Some(last) = words.last() else { return Vec::new() };
    let (mut out, mut counts) = (Vec::new(), vec![]);
    let mut rest = words.iter();
    while let Some(word) = rest.next() {
        let attached = word.text.strip_prefix("--count=").map(str::to_owned);
        if word.text == "--count" || attached.is_some() {
            let count = attached.or_else(|| rest.next().map(|word| word.text.clone())).unwrap_or_default();
            let (least, most) = count.split_once(':').unwrap_or((&count, &count));
            counts = vec![("--min-count", least.to_owned(), word), ("--max-count", most.to_owned(), word)];
        } else {
            out.push(word.clone());
        }
    }
    if counts.is_empty() && !has("--min-count") && !has("--max-count") {
        counts = vec![("--min-count", "1".to_owned(), last), ("--max-count", "1".to_owned(), last)];
    }
    for (name, value, at) in counts {
        out.extend([name.to_owned(), value].map(|text| Word { text, ..at.clone() }));
    }
    out
}

/// `--zip-file fileb://function.zip`; what is in it does not matter here.
fn with_zip_file(words: &[Word]) -> Vec<Word> {
    let mut out = Vec::new();
    let mut rest = words.iter();
    while let Some(word) = rest.next() {
        let is_attached = word.text.starts_with("--zip-file=");
        if word.text == "--zip-file" || is_attached {
            if !is_attached {
                rest.next();
            }
            out.extend(["--code", "ZipFile=UEsFBg=="].map(|text| Word { text: text.to_owned(), ..word.clone() }));
        } else {
            out.push(word.clone());
        }
    }
    out
}

//! AWS's own sentence, in which an encoded message takes no more room than a word. Copied, it is whole.

use yew::prelude::*;

/// What stands before an encoded message.
const BEFORE: &str = "Encoded authorization failure message: ";

/// The sentence, for inside a text.
pub fn aws_words(sentence: &str) -> Html {
    match sentence.split_once(BEFORE) {
        Some((words, after)) => {
            let end = after.find(char::is_whitespace).unwrap_or(after.len());
            let (encoded, rest) = after.split_at(end);
            html! { <>{ words }{ BEFORE }<span class="encoded">{ encoded }</span>{ aws_words(rest) }</> }
        }
        None => sentence.into(),
    }
}

/// The sentence without an encoded message, where there is no room for it.
pub fn without_encoded(sentence: &str) -> &str {
    sentence.split_once(BEFORE).map_or(sentence, |(words, _)| words.trim_end())
}

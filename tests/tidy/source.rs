//! The files, with what is code in them parted from comments, strings and tests.

use std::path::{Path, PathBuf};

/// One file under `src`.
pub struct Source {
    /// From the root of the project, with slashes.
    pub path: String,
    pub text: String,
    /// As long as the text; comments, strings and tests are blanks.
    pub code: String,
    /// Likewise, but strings are still there.
    pub uncommented: String,
    /// Whether the whole file is a test.
    pub is_test: bool,
    n_test_lines: usize,
}

impl Source {
    pub fn new(path: &str, text: &str) -> Self {
        let (mut code, mut uncommented) = blank(text);
        let tests = tests_of(&code);
        for range in &tests {
            for view in [&mut code, &mut uncommented] {
                let blanks = blanks(&view[range.clone()]);
                view.replace_range(range.clone(), &blanks);
            }
        }
        let n_test_lines = tests.into_iter().map(|range| text[range].matches('\n').count() + 1).sum();
        let is_test = path.ends_with("/tests.rs") || path.contains("/tests/");
        Self { path: path.into(), text: text.into(), code, uncommented, is_test, n_test_lines }
    }

    /// The line of a byte offset, counted from 1.
    pub fn line(&self, offset: usize) -> usize {
        self.text[..offset].matches('\n').count() + 1
    }

    pub fn n_lines_without_tests(&self) -> usize {
        self.text.lines().count().saturating_sub(self.n_test_lines)
    }

    /// Whether the file is of the page and not of the library.
    pub fn is_app(&self) -> bool {
        self.path == "src/main.rs" || self.path.starts_with("src/app/")
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file under `src`.
pub fn sources() -> Vec<Source> {
    let files =
        files_under(&root().join("src")).into_iter().filter(|path| path.extension().is_some_and(|end| end == "rs"));
    files.map(|path| Source::new(&relative(&path), &std::fs::read_to_string(path).unwrap())).collect()
}

/// Every text of the project that people or programs wrote, with its path.
pub fn texts() -> Vec<(String, String)> {
    let folders = ["src", "tests", "www", ".ci", ".github", "lessons", "docs", "benches"];
    let mut files: Vec<PathBuf> = folders.iter().flat_map(|folder| files_under(&root().join(folder))).collect();
    let top = std::fs::read_dir(root()).unwrap().map(|entry| entry.unwrap().path());
    files.extend(top.filter(|path| path.is_file()));
    let read = |path: PathBuf| Some((relative(&path), std::fs::read_to_string(path).ok()?));
    files.into_iter().filter_map(read).collect()
}

fn relative(path: &Path) -> String {
    path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/")
}

fn files_under(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    // What fuzzing builds lies beside its targets.
    paths.retain(|path| !path.ends_with("fuzz/target"));
    paths.into_iter().flat_map(|path| if path.is_dir() { files_under(&path) } else { vec![path] }).collect()
}

fn blanks(part: &str) -> String {
    part.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect()
}

/// The text with comments and strings blanked, and with comments alone blanked.
fn blank(text: &str) -> (String, String) {
    let (mut code, mut uncommented) = (String::new(), String::new());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (length, is_string) = match comment(rest) {
            Some(length) => (length, false),
            None => (string(rest, code.chars().next_back()).unwrap_or(0), true),
        };
        let part = &rest[..length.max(first.len_utf8())];
        let blanks = blanks(part);
        code.push_str(if length == 0 { part } else { &blanks });
        uncommented.push_str(if length == 0 || is_string { part } else { &blanks });
        rest = &rest[part.len()..];
    }
    (code, uncommented)
}

/// The length of the comment that the text begins with.
fn comment(text: &str) -> Option<usize> {
    if text.starts_with("//") {
        return Some(text.find('\n').unwrap_or(text.len()));
    }
    let mut depth = 0_usize;
    let mut at = 0;
    while text.starts_with("/*") && at < text.len() {
        let rest = &text.as_bytes()[at..];
        if rest.starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if rest.starts_with(b"*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return Some(at);
            }
        } else {
            at += 1;
        }
    }
    text.starts_with("/*").then_some(text.len())
}

/// The length of the string or character that the text begins with.
fn string(text: &str, before: Option<char>) -> Option<usize> {
    let is_word = before.is_some_and(|sign| sign.is_alphanumeric() || sign == '_');
    let raw = text.strip_prefix("br").or_else(|| text.strip_prefix('r')).filter(|_| !is_word);
    if let Some(hashes) = raw.map(|rest| rest.len() - rest.trim_start_matches('#').len()) {
        let from = text.find('r')? + 1 + hashes;
        if text[from..].starts_with('"') {
            let end = format!("\"{}", "#".repeat(hashes));
            return Some(text[from + 1..].find(&end).map_or(text.len(), |at| from + 1 + at + end.len()));
        }
    }
    if let Some(inside) = text.strip_prefix('"') {
        let mut is_escaped = false;
        let end = inside.char_indices().find(|(_, sign)| {
            let is_end = *sign == '"' && !is_escaped;
            is_escaped = *sign == '\\' && !is_escaped;
            is_end
        });
        return Some(end.map_or(text.len(), |(at, _)| at + 2));
    }
    // A quote that is no lifetime: `'x'` or `'\…'`.
    let inside = text.strip_prefix('\'')?;
    let second = inside.chars().nth(1)?;
    let is_escape = inside.starts_with('\\');
    let end = if is_escape { inside[2..].find('\'').map(|at| at + 2) } else { inside.find('\'') };
    end.filter(|_| is_escape || second == '\'').map(|at| at + 2)
}

/// Where items stand that are for tests alone: from the attribute to the end of the item.
fn tests_of(code: &str) -> Vec<std::ops::Range<usize>> {
    const ATTRIBUTE: &str = "#[cfg(test)]";
    let mut ranges = Vec::new();
    let mut from = 0;
    while let Some(at) = code[from..].find(ATTRIBUTE).map(|at| from + at) {
        let mut depth = 0_usize;
        let after = at + ATTRIBUTE.len();
        let end = code[after..].char_indices().find(|(_, sign)| match sign {
            '{' => {
                depth += 1;
                false
            }
            '}' => {
                depth = depth.saturating_sub(1);
                depth == 0
            }
            ';' => depth == 0,
            _ => false,
        });
        from = end.map_or(code.len(), |(offset, _)| after + offset + 1);
        ranges.push(at..from);
    }
    ranges
}

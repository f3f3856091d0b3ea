//! The layers: a module imports only from those below it, and siblings leave each other alone.

use super::source::Source;

/// Every module of the library with its rank. Whoever adds an arrow revises `src/ARCHITECTURE.md`.
const LAYERS: &[(u8, &[&str])] = &[
    (0, &["span", "arn", "clock", "decimal", "fingerprint", "glob", "json", "ordered"]),
    (1, &["diagnostic", "catalog", "model", "rule"]),
    (2, &["policy"]),
    (3, &["activity", "eval", "federation", "world"]),
    (4, &["authz"]),
    (5, &["services"]),
    (6, &["api"]),
    (7, &["cli", "exchange", "wire", "lint", "analysis"]),
    (8, &["lessons", "practice"]),
    (9, &["text"]),
    (10, &["shell"]),
    (11, &["js"]),
];

fn rank(module: &str) -> Option<u8> {
    LAYERS.iter().find(|(_, modules)| modules.contains(&module)).map(|(rank, _)| *rank)
}

/// The names from the root of the library to the file's module; none for the root itself.
fn module_path(source: &Source) -> Vec<&str> {
    let path = source.path.trim_start_matches("src/").trim_end_matches(".rs");
    let path = path.strip_suffix("/mod").unwrap_or(path);
    if path == "lib" { Vec::new() } else { path.split('/').collect() }
}

pub fn upward_imports(source: &Source) -> Vec<String> {
    let path = module_path(source);
    let Some(own) = path.first().filter(|_| !source.is_app() && !source.is_test) else { return Vec::new() };
    let Some(own_rank) = rank(own) else { return Vec::new() };
    let mut findings = Vec::new();
    for (offset, target) in imports(&source.code, path.len()) {
        let is_above = target == "app" || rank(target).is_some_and(|rank| rank >= own_rank);
        if is_above && target != *own {
            let line = source.line(offset);
            findings.push(format!(
                "{}:{line}: `{own}` (layer {own_rank}) imports `{target}` (layer {}): move what is needed down, or this up",
                source.path,
                rank(target).map_or("of the page".into(), |rank| rank.to_string()),
            ));
        }
    }
    findings
}

pub fn unknown_module(source: &Source) -> Vec<String> {
    let path = module_path(source);
    let is_known = path.first().is_none_or(|module| rank(module).is_some() || source.is_app());
    if is_known {
        return Vec::new();
    }
    vec![format!(
        "{}:1: `{}` has no layer: give it one in tests/tidy/layers.rs and src/ARCHITECTURE.md",
        source.path, path[0]
    )]
}

/// The page is a program of its own: it sees the library as everyone does.
pub fn back_doors(source: &Source) -> Vec<String> {
    if !source.is_app() {
        return Vec::new();
    }
    let depth = module_path(source).len();
    let imports = imports(&source.code, depth).into_iter().filter(|(_, target)| rank(target).is_some());
    let mut findings: Vec<String> = imports
        .map(|(offset, target)| {
            format!("{}:{}: write `iam_sandbox::{target}` for `crate::{target}`", source.path, source.line(offset))
        })
        .collect();
    let paths = source.code.match_indices("#[path").map(|(offset, _)| {
        format!("{}:{}: no `#[path]` in the page: use what the library makes public", source.path, source.line(offset))
    });
    findings.extend(paths);
    findings
}

/// The modules of the root that a file of that depth names, by `crate::` or by enough `super::`.
fn imports(code: &str, depth: usize) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    for (offset, _) in code.match_indices("crate::") {
        if is_start_of_word(code, offset) {
            found.extend(names(&code[offset + "crate::".len()..]).map(|name| (offset, name)));
        }
    }
    for (offset, _) in code.match_indices("super::") {
        // Only the first of a chain, and only a chain that ends at the root.
        let chain = code[offset..].len() - code[offset..].trim_start_matches("super::").len();
        let is_first = is_start_of_word(code, offset) && !code[..offset].ends_with("super::");
        if is_first && chain / "super::".len() == depth {
            found.extend(names(&code[offset + chain..]).map(|name| (offset, name)));
        }
    }
    found.sort_unstable();
    found
}

fn is_start_of_word(code: &str, offset: usize) -> bool {
    !code[..offset].ends_with(|sign: char| sign.is_alphanumeric() || sign == '_')
}

/// The first names of what stands after `crate::`: one, or those of a group in braces.
fn names(after: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0_i32;
    let group = after.strip_prefix('{').and_then(|inside| {
        let end = inside.find(|sign| {
            depth += i32::from(sign == '{') - i32::from(sign == '}');
            depth < 0
        })?;
        Some(&inside[..end])
    });
    let mut level = 0_i32;
    let parts = group.unwrap_or(after).split(move |sign| {
        level += i32::from(sign == '{') - i32::from(sign == '}');
        sign == ',' && level == 0
    });
    let word = |text: &'_ str| text.find(|sign: char| !(sign.is_alphanumeric() || sign == '_')).unwrap_or(text.len());
    parts.take(if group.is_some() { usize::MAX } else { 1 }).map(move |part| {
        let part = part.trim_start();
        &part[..word(part)]
    })
}

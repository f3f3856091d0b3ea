//! Packs the lessons for the browser: `iam-sandbox lessons <folder with lessons/ and worlds/> <folder for JSON>`.

use iam_sandbox::lessons::pack::{Sources, pack};
use iam_sandbox::text::pack_error;
use std::fs;
use std::path::Path;

/// Reads `from/lessons` and `from/worlds` and writes to `to`. With faults it prints them, writes nothing and is false.
pub fn run(from: &Path, to: &Path) -> bool {
    let faults = write(from, to).unwrap_or_else(|error| vec![error.to_string()]);
    for fault in &faults {
        eprintln!("{fault}");
    }
    faults.is_empty()
}

fn write(from: &Path, to: &Path) -> std::io::Result<Vec<String>> {
    let mut sources = Sources::new();
    read(&from.join("lessons"), &mut sources)?;
    read(&from.join("worlds"), &mut sources)?;
    let packed = pack(&sources);
    if packed.errors.is_empty() {
        fs::create_dir_all(to)?;
        for (name, text) in packed.files() {
            fs::write(to.join(name), text)?;
        }
    }
    Ok(packed.errors.iter().map(pack_error).collect())
}

fn read(folder: &Path, sources: &mut Sources) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            read(&path, sources)?;
        } else if path.extension().is_some_and(|extension| extension == "toml" || extension == "md") {
            sources.insert(path.to_string_lossy().replace('\\', "/"), fs::read_to_string(&path)?);
        }
    }
    Ok(())
}

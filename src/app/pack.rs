//! Packs lessons: `iam-sandbox lessons <folder with lessons/ and worlds/> <folder for JSON>` those of the course,
//! `iam-sandbox pack <folder> <folder of the course>` those of somebody's own into one file.

use iam_sandbox::lessons::Bundle;
use iam_sandbox::lessons::pack::{Sources, pack};
use iam_sandbox::text::{Language, bundle_error, pack_error};
use std::fs;
use std::path::Path;

/// Reads `from/lessons` and `from/worlds` and writes to `to`. With faults it prints them, writes nothing and is false.
pub fn run(from: &Path, to: &Path) -> bool {
    told(write(from, to))
}

/// Reads `from/lessons` and `from/worlds` and writes `from/NAME.json`, with the name of the folder. The worlds of the
/// course are there too, unless `from` has files of their names. With faults it prints them, writes nothing and is
/// false.
pub fn bundle(from: &Path, course: &Path) -> bool {
    told(write_bundle(from, course))
}

fn told(faults: std::io::Result<Vec<String>>) -> bool {
    let faults = faults.unwrap_or_else(|error| vec![error.to_string()]);
    for fault in &faults {
        eprintln!("{fault}");
    }
    faults.is_empty()
}

fn write_bundle(from: &Path, course: &Path) -> std::io::Result<Vec<String>> {
    let mut sources = Sources::new();
    read(&from.join("lessons"), &mut sources)?;
    let own = from.join("worlds");
    if own.is_dir() {
        read(&own, &mut sources)?;
    }
    for entry in fs::read_dir(course.join("worlds"))? {
        let entry = entry?;
        let is_toml = entry.path().extension().is_some_and(|extension| extension == "toml");
        if is_toml && !own.join(entry.file_name()).exists() {
            let path = entry.path().to_string_lossy().replace('\\', "/");
            sources.insert(path, fs::read_to_string(entry.path())?);
        }
    }
    let packed = pack(&sources);
    if !packed.errors.is_empty() {
        return Ok(packed.errors.iter().map(pack_error).collect());
    }
    let folder = from.canonicalize()?;
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    match Bundle::new(&name, packed.lessons.into_values().collect()) {
        Ok(bundle) => fs::write(from.join(format!("{name}.json")), bundle.to_json()).map(|()| Vec::new()),
        Err(error) => Ok(vec![bundle_error(Language::English, &error)]),
    }
}

fn write(from: &Path, to: &Path) -> std::io::Result<Vec<String>> {
    let mut sources = Sources::new();
    read(&from.join("lessons"), &mut sources)?;
    read(&from.join("worlds"), &mut sources)?;
    // What one looks up; lessons of one's own may be without.
    if from.join("reference").is_dir() {
        read(&from.join("reference"), &mut sources)?;
    }
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

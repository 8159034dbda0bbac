//! A hash over files, by which unchanged work is left undone.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

/// Everything the page is made from, and what makes it.
const INPUTS: [&str; 11] = [
    ".cargo",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "build.rs",
    "index.html",
    "public",
    "src",
    "style",
    "xtask/Cargo.toml",
    "xtask/src",
];

/// The hash of what the page in the checkout `root` is made from.
pub fn of_page(root: &Path) -> Result<String> {
    let paths = INPUTS.iter().map(|name| root.join(name));
    hash(root, paths.filter(|path| path.exists()))
}

/// The hash of all files in `folder`: their names and their contents.
pub fn of_folder(folder: &Path) -> Result<String> {
    hash(folder, [folder.to_path_buf()].into_iter())
}

/// The paths of all files in `folder` relative to it, with `/` between their parts, sorted.
pub fn files(folder: &Path) -> Result<Vec<String>> {
    let mut paths = Vec::new();
    collect(folder, &mut paths)?;
    let mut names = paths.iter().map(|path| relative(folder, path)).collect::<Result<Vec<_>>>()?;
    names.sort();
    Ok(names)
}

fn hash(root: &Path, paths: impl Iterator<Item = PathBuf>) -> Result<String> {
    let mut files = Vec::new();
    for path in paths {
        collect(&path, &mut files)?;
    }
    let mut named = files.into_iter().map(|path| Ok((relative(root, &path)?, path))).collect::<Result<Vec<_>>>()?;
    named.sort();
    let mut hasher = Sha256::new();
    for (name, path) in named {
        let bytes = fs::read(&path).with_context(|| format!("can't read {}", path.display()))?;
        // With the lengths, no two different lists of files look the same to the hash.
        for part in [name.as_bytes(), &bytes] {
            hasher.update((part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
    }
    let mut text = String::new();
    for byte in hasher.finalize() {
        write!(text, "{byte:02x}")?;
    }
    Ok(text)
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            collect(&entry?.path(), files)?;
        }
    } else {
        files.push(path.to_path_buf());
    }
    Ok(())
}

fn relative(root: &Path, path: &Path) -> Result<String> {
    let parts: Vec<_> =
        path.strip_prefix(root)?.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
    Ok(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_contents_both_count() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("kontor-inputs-{}", std::process::id()));
        fs::create_dir_all(folder.join("sub"))?;
        fs::write(folder.join("sub").join("a"), "1")?;
        fs::write(folder.join("b"), "2")?;
        assert_eq!(files(&folder)?, ["b", "sub/a"]);

        let first = of_folder(&folder)?;
        assert_eq!(of_folder(&folder)?, first);
        fs::write(folder.join("b"), "3")?;
        let changed = of_folder(&folder)?;
        assert_ne!(changed, first);
        fs::rename(folder.join("b"), folder.join("c"))?;
        assert_ne!(of_folder(&folder)?, changed);

        fs::remove_dir_all(&folder)?;
        Ok(())
    }
}

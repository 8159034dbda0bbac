//! Where things lie.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The checkout's root.
pub fn root() -> Result<PathBuf> {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .map(Path::to_path_buf)
        .context("xtask lies in a folder of the checkout")
}

/// The finished page.
pub fn dist() -> Result<PathBuf> {
    Ok(root()?.join("dist"))
}

/// What the commands themselves keep about this checkout; goes away with `cargo clean`.
pub fn notes() -> Result<PathBuf> {
    Ok(root()?.join("target").join("xtask"))
}

/// The tools' folder, outside the checkout and shared by all checkouts. `KONTOR_CACHE` overrides it.
pub fn cache() -> Result<PathBuf> {
    if let Some(folder) = variable("KONTOR_CACHE") {
        return Ok(folder);
    }
    let base = if cfg!(windows) {
        variable("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        env::home_dir().map(|home| home.join("Library").join("Caches"))
    } else {
        variable("XDG_CACHE_HOME").or_else(|| env::home_dir().map(|home| home.join(".cache")))
    };
    Ok(base.context("no home folder found; set KONTOR_CACHE to a folder for the tools")?.join("kontor"))
}

/// An environment variable as a path; an empty one counts as absent.
pub fn variable(name: &str) -> Option<PathBuf> {
    env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
}

/// A program's file name on this system.
pub fn program(name: &str) -> String {
    format!("{name}{}", env::consts::EXE_SUFFIX)
}

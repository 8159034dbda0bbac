//! Node and npm.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{project, step};

/// The oldest Node that the tests run on.
const OLDEST: u32 = 20;

/// npm is a script: on Windows its file has another ending, and nothing finds it without.
pub fn npm() -> Command {
    Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

/// Makes sure that Node is there and recent.
pub fn check() -> Result<()> {
    let version = step::output(Command::new("node").arg("--version"))
        .with_context(|| format!("Node {OLDEST} or later is needed: https://nodejs.org"))?;
    match major(&version) {
        Some(major) if major >= OLDEST => Ok(()),
        _ => bail!("Node {OLDEST} or later is needed, this is {version}"),
    }
}

/// Makes sure that the packages which `folder` locks are in its `node_modules`.
pub fn packages(folder: &Path) -> Result<()> {
    check()?;
    let wanted = fs::read_to_string(folder.join("package-lock.json"))?;
    // A copy of the lock file says for which one the packages were fetched.
    let installed = folder.join("node_modules").join(".installed-lock.json");
    if fs::read_to_string(&installed).is_ok_and(|text| text == wanted) {
        return Ok(());
    }
    let what = format!("npm packages of {}: fetching them", folder.display());
    step::quiet(&what, || {
        let mut npm = npm();
        npm.args(["ci", "--no-audit", "--no-fund"]).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1").current_dir(folder);
        step::run_logged(&mut npm, &project::notes()?.join("npm.txt"))?;
        fs::write(&installed, &wanted).map_err(Into::into)
    })
}

/// Playwright's command line, without the shell scripts around it.
pub fn playwright(folder: &Path) -> Command {
    let mut node = Command::new("node");
    node.arg(Path::new("node_modules").join("@playwright").join("test").join("cli.js")).current_dir(folder);
    node
}

/// The first number of `v20.19.1`.
fn major(version: &str) -> Option<u32> {
    version.trim_start_matches('v').split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_read() {
        assert_eq!(major("v20.19.1"), Some(20));
        assert_eq!(major("22.0.0"), Some(22));
        assert_eq!(major("unknown"), None);
    }
}

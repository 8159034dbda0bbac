//! Finding the Chromium or Chrome that the tests run in.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::{debian, project};

/// What to install on Debian: the browser, and glyphs for the Chinese texts.
const PACKAGES: [&str; 2] = ["chromium", "fonts-noto-cjk"];

const NAMES: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

const MAC_APPS: [&str; 2] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/// An installed browser; on Debian it is installed if it is missing.
pub fn ensure() -> Result<PathBuf> {
    if let Some(browser) = project::variable("CHROME") {
        if browser.is_file() {
            return Ok(browser);
        }
        bail!("CHROME names no file: {}", browser.display());
    }
    if let Some(browser) = find() {
        return Ok(browser);
    }
    if !debian::is_here() {
        bail!("please install Chrome or Chromium, or name one in the environment variable CHROME");
    }
    debian::install("Chromium", &PACKAGES)?;
    find().context("Chromium was installed but is not on the search path")
}

fn find() -> Option<PathBuf> {
    on_path()
        .into_iter()
        .chain(MAC_APPS.iter().map(PathBuf::from))
        .chain(windows_apps())
        .find(|candidate| candidate.is_file())
}

fn on_path() -> Vec<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    NAMES.iter().flat_map(|name| env::split_paths(&path).map(|folder| folder.join(project::program(name)))).collect()
}

fn windows_apps() -> impl Iterator<Item = PathBuf> {
    ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"].into_iter().filter_map(project::variable).flat_map(|folder| {
        ["Google\\Chrome", "Chromium"].map(|app| folder.join(app).join("Application").join("chrome.exe"))
    })
}

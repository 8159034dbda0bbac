//! The tools that make the page: Trunk, wasm-bindgen and wasm-opt.
//!
//! Each lies in a folder of the cache named after its version. It is installed into a folder beside it and renamed
//! when complete, so that an interrupted installation never counts as present.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{self, Command};

use anyhow::{Context, Result};

use crate::{lockfile, node, project, step};

/// 0.22 wants a newer Rust than this project does.
const TRUNK: &str = "0.21.14";
/// The npm package that carries wasm-opt.
const BINARYEN: &str = "132.0.0";

/// The folders with the tools' programs.
pub struct Tools {
    folders: Vec<PathBuf>,
}

impl Tools {
    /// Makes sure that all tools are there.
    pub fn ensure() -> Result<Self> {
        let lockfile = fs::read_to_string(project::root()?.join("Cargo.lock"))?;
        let wasm_bindgen = lockfile::version(&lockfile, "wasm-bindgen").context("Cargo.lock names wasm-bindgen")?;
        let folders = vec![
            from_crate("Trunk", "trunk", TRUNK, "trunk", true)?,
            // Its own lock file may name versions that a registry does not have yet.
            from_crate("wasm-bindgen", "wasm-bindgen-cli", wasm_bindgen, "wasm-bindgen", false)?,
            wasm_opt()?,
        ];
        Ok(Self { folders })
    }

    /// The program `trunk`.
    pub fn trunk(&self) -> Result<PathBuf> {
        let folder = self.folders.first().context("Trunk's folder")?;
        Ok(folder.join(project::program("trunk")))
    }

    /// The search path with `first` and the tools in front, so that Trunk finds them and downloads nothing.
    pub fn path(&self, first: Option<&Path>) -> Result<OsString> {
        let present = env::var_os("PATH").unwrap_or_default();
        let folders = first
            .map(Path::to_path_buf)
            .into_iter()
            .chain(self.folders.iter().cloned())
            .chain(env::split_paths(&present));
        Ok(env::join_paths(folders)?)
    }
}

/// Compiles one program of a crate. They share a target folder, and are compiled for a quick build rather than for a
/// quick program; TLS is left out, for they never download anything.
fn from_crate(title: &str, package: &str, version: &str, program: &str, locked: bool) -> Result<PathBuf> {
    let cache = project::cache()?;
    install(&cache.join(format!("{package}-{version}")), |folder| {
        let what = format!("{title} {version}: compiling it from source, once; takes some minutes");
        step::quiet(&what, || {
            let mut cargo = Command::new(cargo());
            cargo
                .args(["install", package, "--version", version, "--bin", program])
                .args(["--no-default-features", "--force", "--root"])
                .arg(folder)
                .args(locked.then_some("--locked"))
                .current_dir(&cache)
                .env("CARGO_TARGET_DIR", cache.join("build"))
                .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
                .env("CARGO_PROFILE_RELEASE_LTO", "off")
                .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
                .env("CARGO_PROFILE_RELEASE_DEBUG", "false");
            step::run_logged(&mut cargo, &cache.join("log").join(format!("{package}.txt")))
        })
    })
    .map(|folder| folder.join("bin"))
}

/// wasm-opt comes ready to run in an npm package.
fn wasm_opt() -> Result<PathBuf> {
    let cache = project::cache()?;
    install(&cache.join(format!("binaryen-{BINARYEN}")), |folder| {
        let what = format!("wasm-opt {BINARYEN}: fetching the npm package binaryen");
        step::quiet(&what, || {
            fs::create_dir_all(folder)?;
            let mut npm = node::npm();
            npm.args(["install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts"])
                .arg("--prefix")
                .arg(folder)
                .arg(format!("binaryen@{BINARYEN}"));
            step::run_logged(&mut npm, &cache.join("log").join("binaryen.txt"))
        })
    })
    .map(|folder| folder.join("node_modules").join(".bin"))
}

/// Fills `folder` by way of another one, unless it is there.
fn install(folder: &Path, fill: impl FnOnce(&Path) -> Result<()>) -> Result<PathBuf> {
    if !folder.exists() {
        let unfinished = sibling(folder)?;
        remove(&unfinished)?;
        fs::create_dir_all(&unfinished)?;
        let outcome = fill(&unfinished);
        // Another checkout may have been quicker; its tool is as good.
        let outcome = outcome.and_then(|()| match fs::rename(&unfinished, folder) {
            Err(error) if !folder.exists() => Err(error.into()),
            _ => Ok(()),
        });
        remove(&unfinished)?;
        outcome?;
    }
    Ok(folder.to_path_buf())
}

/// The folder in which this process prepares `folder`.
fn sibling(folder: &Path) -> Result<PathBuf> {
    let name = folder.file_name().context("a tool's folder has a name")?;
    Ok(folder.with_file_name(format!("{}.unfinished-{}", name.to_string_lossy(), process::id())))
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    Ok(())
}

/// The cargo that runs this program.
pub fn cargo() -> OsString {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

//! What makes the page small: the standard library compiled along, for size, without what a page never shows.
//!
//! Compiled as usual, a third of the page is panics' texts, places in source files and the standard library's speed.
//! Compiling that library along needs its source and flags that are not stable yet, and only for wasm32: Trunk calls
//! `cargo`, so this program stands in for `cargo` on Trunk's search path, adds the flags to builds for wasm32, and
//! hands everything else on as it came.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use crate::wasm_target::WASM;
use crate::{project, step};

/// Where the stand-in finds the cargo that it stands for.
pub const CARGO: &str = "KONTOR_CARGO";

const SETTINGS: [(&str, &str); 4] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    (
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none --cfg=erase_components",
    ),
];

/// Whether this run stands in for `cargo`.
pub fn is_called() -> bool {
    let name = env::args_os().next().map(PathBuf::from);
    name.is_some_and(|name| name.file_stem().is_some_and(|stem| stem == "cargo"))
}

/// Runs the real cargo with the same arguments, and with the settings where it builds for wasm32.
pub fn run() -> ExitCode {
    let Some(cargo) = env::var_os(CARGO) else {
        eprintln!("{CARGO} does not say where cargo is");
        return ExitCode::FAILURE;
    };
    let mut command = Command::new(cargo);
    command.args(env::args_os().skip(1)).env_remove(CARGO);
    if env::args().any(|argument| argument.contains(WASM)) {
        command.envs(SETTINGS);
    }
    match command.status() {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("can't start cargo: {error}");
            ExitCode::FAILURE
        }
    }
}

/// A folder in which this program is called `cargo`.
pub fn folder() -> Result<PathBuf> {
    let own = env::current_exe()?;
    let folder = project::cache()?.join(format!("cargo-{}", env!("CARGO_PKG_VERSION")));
    let copy = folder.join(project::program("cargo"));
    if fs::read(&copy).ok() != fs::read(&own).ok() {
        fs::create_dir_all(&folder)?;
        let unfinished = folder.join(format!("unfinished-{}", std::process::id()));
        fs::copy(&own, &unfinished)?;
        fs::rename(&unfinished, &copy).context("can't put the stand-in for cargo in its place")?;
    }
    Ok(folder)
}

/// Makes sure that the toolchain in use has the standard library's source.
pub fn ensure_source() -> Result<()> {
    let sysroot = step::output(Command::new("rustc").args(["--print", "sysroot"]))?;
    let library = Path::new(&sysroot).join("lib/rustlib/src/rust/library/std/Cargo.toml");
    if library.exists() {
        return Ok(());
    }
    step::quiet("Source of Rust's standard library: asking rustup for it", || {
        step::output(Command::new("rustup").args(["component", "add", "rust-src"])).map(drop)
    })
}

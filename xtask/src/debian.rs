//! Debian's own packages: what a machine gets from them when other sources are out of reach.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::wasm_target::WASM;
use crate::{project, step, tools};

/// A Rust that is recent enough, the source of its standard library (Debian has none compiled for wasm32), its linter
/// and the linker for wasm32.
const RUST: [&str; 5] = ["rustc-web", "cargo-web", "rust-web-src", "rust-web-clippy", "lld-22"];
/// The linker that comes with `lld-22`.
const LINKER: &str = "wasm-ld-22";

/// Whether this system is Debian or made from it.
pub fn is_here() -> bool {
    Path::new("/etc/debian_version").exists()
}

/// Installs packages when this user may; otherwise the error says what to install.
pub fn install(what: &str, packages: &[&str]) -> Result<()> {
    let list = packages.join(" ");
    let root = step::output(Command::new("id").arg("-u")).is_ok_and(|id| id == "0");
    if !root && !step::succeeds(Command::new("sudo").args(["-n", "true"])) {
        bail!("please install {what}: sudo apt-get install {list}");
    }
    let log = project::cache()?.join("log").join("apt.txt");
    let apt = |arguments: &[&str]| {
        let mut command = if root {
            Command::new("apt-get")
        } else {
            let mut sudo = Command::new("sudo");
            sudo.args(["-n", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
            sudo
        };
        command.env("DEBIAN_FRONTEND", "noninteractive").args(arguments);
        step::run_logged(&mut command, &log)
    };
    step::quiet(&format!("{what}: installing Debian's {list}"), || {
        let install = [&["install", "--yes", "--no-install-recommends"], packages].concat();
        // The lists of packages may be absent or old: then once more with fresh ones.
        apt(&install).or_else(|_| {
            apt(&["update"])?;
            apt(&install)
        })
    })
}

/// Makes sure that Debian's Rust can compile for wasm32. Returns a folder with a `cargo` that uses it for that target
/// alone and is the user's own for everything else; the user's toolchains stay as they are.
pub fn ensure() -> Result<PathBuf> {
    if !is_here() {
        bail!("run: rustup target add {WASM}");
    }
    let needed = [
        "/usr/bin/rustc",
        "/usr/bin/cargo",
        "/usr/bin/cargo-clippy",
        "/usr/bin/wasm-ld-22",
        "/usr/lib/rustlib/src/rust/library/std/Cargo.toml",
    ];
    if !needed.iter().all(|path| Path::new(path).exists()) {
        install("Rust for wasm32", &RUST)?;
    }
    let folder = project::cache()?.join("debian-rust");
    step::quiet(&format!("Rust for {WASM}: using Debian's, with its standard library built here"), || {
        fs::create_dir_all(&folder)?;
        write_program(&folder.join("cargo"), &script(&path_of_cargo()?))
    })?;
    Ok(folder)
}

/// A `cargo` that sends builds for wasm32 to Debian's Rust.
fn script(own_cargo: &str) -> String {
    format!(
        r#"#!/bin/sh
# Written by `cargo xtask`. Builds for {WASM} go to Debian's Rust, which compiles the standard library along the
# way; everything else goes to the cargo that was in use.
case " $* " in
  *{WASM}*)
    # Not the libraries of another toolchain.
    unset LD_LIBRARY_PATH RUSTUP_TOOLCHAIN CARGO
    export RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1
    export CARGO_UNSTABLE_BUILD_STD=std,panic_abort
    export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER={LINKER}
    # Asked for `clippy`, cargo would find rustup's first.
    if [ "$1" = clippy ]; then
      export CARGO=/usr/bin/cargo
      exec /usr/bin/cargo-clippy "$@"
    fi
    exec /usr/bin/cargo "$@" ;;
esac
exec '{own_cargo}' "$@"
"#
    )
}

/// The full path of the cargo in use, so that the script can't call itself.
fn path_of_cargo() -> Result<String> {
    let cargo = PathBuf::from(tools::cargo());
    let full = if cargo.is_absolute() {
        Some(cargo)
    } else {
        env::var_os("PATH").and_then(|path| {
            env::split_paths(&path).map(|folder| folder.join("cargo")).find(|candidate| candidate.is_file())
        })
    };
    Ok(full.context("no cargo on the search path")?.to_string_lossy().into_owned())
}

/// Writes a file that can be run, complete or not at all.
fn write_program(path: &Path, text: &str) -> Result<()> {
    let unfinished = path.with_extension(format!("unfinished-{}", std::process::id()));
    fs::write(&unfinished, text)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(&unfinished, fs::Permissions::from_mode(0o755))?;
    }
    fs::rename(&unfinished, path)?;
    Ok(())
}

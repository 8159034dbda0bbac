//! The standard library for wasm32: from rustup, or from Debian where rustup can't reach its server.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::{debian, small, step, tools};

/// The name of the target.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Where the compiler for wasm32 comes from.
pub enum WasmTarget {
    /// The toolchain in use has the target.
    Toolchain,
    /// Debian's Rust, behind a `cargo` in this folder.
    Debian(PathBuf),
}

impl WasmTarget {
    /// Makes sure that wasm32 can be compiled for.
    pub fn ensure() -> Result<Self> {
        if is_installed() && small::ensure_source().is_ok() {
            return Ok(Self::Toolchain);
        }
        let what = format!("Rust for {WASM}: asking rustup for it");
        let asked = step::quiet(&what, || {
            let mut rustup = Command::new("rustup");
            rustup.args(["target", "add", WASM]);
            step::output(&mut rustup)?;
            small::ensure_source()
        });
        match asked {
            Ok(()) => Ok(Self::Toolchain),
            Err(error) => debian::ensure()
                .map(Self::Debian)
                .with_context(|| format!("Rust for {WASM} is missing, and rustup did not bring it ({error:#})")),
        }
    }

    /// The cargo that builds for wasm32.
    pub fn program(&self) -> OsString {
        match self {
            Self::Toolchain => tools::cargo(),
            Self::Debian(folder) => folder.join("cargo").into(),
        }
    }

    /// The cargo to call for wasm32.
    pub fn cargo(&self) -> Command {
        Command::new(self.program())
    }
}

/// Whether the compiler in use has a standard library for wasm32.
fn is_installed() -> bool {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let mut rustc = Command::new(rustc);
    rustc.args(["--print", "target-libdir", "--target", WASM]);
    step::output(&mut rustc).is_ok_and(|folder| Path::new(&folder).is_dir())
}

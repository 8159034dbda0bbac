//! Makes code of the translations, and limits what the workers may take.

use std::path::PathBuf;
use std::{env, fs, io};

use leptos_i18n_parser::parse_locales::options::{Config, ParseOptions};

/// 1.5 GiB, in whole WebAssembly pages of 64 KiB. The largest honest file in sight needs well under 1 GiB.
const WORKER_MEMORY: u64 = 24_576 * 65_536;

/// One file for each screen and language: `src/i18n/locales/<language>/<namespace>.json`.
const NAMESPACES: [&str; 22] = [
    "approach",
    "analysis",
    "board",
    "column",
    "commands",
    "duplicates",
    "export",
    "fields",
    "find",
    "formula",
    "grid",
    "import",
    "panel",
    "problems",
    "review",
    "rollup",
    "segment",
    "settings",
    "shell",
    "start",
    "tables",
    "views",
];

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|architecture| architecture == "wasm32") {
        // A hostile file asks for terabytes. With a limit of its own the worker's allocator refuses soon, and the
        // person reads an error, before the browser has to end the tab for lack of memory.
        for worker in ["worker", "writer"] {
            println!("cargo::rustc-link-arg-bin={worker}=--max-memory={WORKER_MEMORY}");
        }
    }
    let code = translations().map_err(|error| io::Error::other(error.to_string()))?;
    let folder = env::var_os("OUT_DIR").map(PathBuf::from).unwrap_or_default();
    fs::write(folder.join("i18n.rs"), code)
}

/// The module that `leptos_i18n` makes of the translations: a missing key, or one that a language lacks, is an error.
fn translations() -> leptos_i18n_parser::parse_locales::error::Result<String> {
    let config = Config::new("en")?
        .locales_path("src/i18n/locales")
        .add_locale("zh-CN")?
        .add_locale("ru")?
        .add_namespaces(NAMESPACES)?
        .parse_options(ParseOptions::new().interpolate_display(true));
    let parsed = leptos_i18n_parser::parse_locales::parse_locales(None, config)?;
    for file in parsed.tracked_files.iter().flatten() {
        println!("cargo::rerun-if-changed={file}");
    }
    Ok(leptos_i18n_codegen::gen_code(&parsed, None, true, None, false)?.to_string())
}

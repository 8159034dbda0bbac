//! The table of `src/lib.rs` stays true: what each folder may import.

use std::fs;
use std::path::{Path, PathBuf};

const PURE: [&str; 18] = [
    "workbook",
    "exchange",
    "export",
    "review",
    "duplicates",
    "formula",
    "segment",
    "analysis",
    "approach",
    "target",
    "kpi",
    "economics",
    "trace",
    "loyalty",
    "chart",
    "demo",
    "journal",
    "bin",
];
const BROWSER: [&str; 5] = ["web_sys", "js_sys", "gloo_", "wasm_bindgen", "idb::"];
/// The workers' shell is the one thing besides the page that speaks to the browser.
const WORKER_SHELL: &str = "bin/shell/mod.rs";

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries
        .flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect()
}

/// Lines of code (comments left out) of the files below a folder that name any of the words.
fn named(folder: &str, words: &[&str]) -> Vec<String> {
    let root = source();
    let mut found = Vec::new();
    for file in files(&root.join(folder)) {
        let name = file.strip_prefix(&root).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        if name == WORKER_SHELL {
            continue;
        }
        for line in fs::read_to_string(&file).unwrap_or_default().lines() {
            let is_code = !line.trim_start().starts_with("//");
            if is_code && words.iter().any(|word| names(line, word)) {
                found.push(format!("{name}: {}", line.trim()));
            }
        }
    }
    found
}

/// Whether a line names a word, and not only another one that ends like it: `Operand::` is no `rand::`.
fn names(line: &str, word: &str) -> bool {
    let is_apart = |at: usize| !line[..at].ends_with(|letter: char| letter.is_alphanumeric() || letter == '_');
    line.match_indices(word).any(|(at, _)| is_apart(at))
}

#[test]
fn pure_modules_know_neither_the_browser_nor_signals_nor_a_clock() {
    let words = [&BROWSER[..], &["leptos", "SystemTime", "Instant::now", "Local::now", "Utc::now", "rand::"]].concat();
    let found: Vec<String> = PURE.iter().flat_map(|folder| named(folder, &words)).collect();
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn only_the_platform_touches_the_browser() {
    let found: Vec<String> = ["state", "ui", "i18n"].iter().flat_map(|folder| named(folder, &BROWSER)).collect();
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn nothing_from_data_becomes_markup() {
    assert_eq!(named("", &["inner_html", "set_inner_html", "insert_adjacent_html"]), Vec::<String>::new());
}

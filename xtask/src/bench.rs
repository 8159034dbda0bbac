//! `cargo xtask bench`: the benchmark in `tests/bench`, against the release page in Chromium.

use std::process::Command;

use anyhow::Result;

use crate::{browser, node, page, project, serve, step};

/// Runs the benchmark and hands it the arguments `rest`.
pub fn run(rest: &[String]) -> Result<()> {
    let dist = page::build()?;
    let chrome = browser::ensure()?;
    let folder = project::root()?.join("tests").join("bench");
    node::packages(&folder)?;
    let server = serve::start(dist.clone(), 0)?;
    let mut node = Command::new("node");
    node.arg(folder.join("run.mjs"))
        .args(rest)
        .current_dir(&folder)
        .env("CHROME", &chrome)
        .env("KONTOR_URL", &server.url)
        .env("KONTOR_DIST", &dist);
    step::loud("benchmark", || step::run(&mut node))
}

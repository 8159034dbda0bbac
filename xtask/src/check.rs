//! `cargo xtask test`: everything that must hold, cheapest first; the first failure ends it.

use std::process::Command;

use anyhow::Result;

use crate::wasm_target::{WASM, WasmTarget};
use crate::{browser, node, page, project, serve, size, step, tools};

pub fn run(fast: bool) -> Result<()> {
    // What is missing is fetched first: it takes long, and nothing is to be learned meanwhile.
    let target = WasmTarget::ensure()?;
    cargo("format", &["fmt", "--all", "--check"])?;
    cargo("clippy", &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])?;
    step::loud("clippy for wasm32", || {
        let mut cargo = target.cargo();
        cargo
            .args(["clippy", "--package", "kontor", "--lib", "--bins", "--target", WASM])
            .args(["--", "-D", "warnings"])
            .current_dir(project::root()?);
        step::run(&mut cargo)
    })?;
    cargo("native tests", &["test", "--workspace"])?;
    step::loud("the benchmark's own tests", || {
        node::check()?;
        let mut node = Command::new("node");
        node.args(["--test", "tests/bench/cells.test.mjs"]).current_dir(project::root()?);
        step::run(&mut node)
    })?;
    if fast {
        println!("\nAll passed; the release page and the browser were left out.");
        return Ok(());
    }
    let dist = page::build()?;
    step::loud("size budget", || size::check(&dist))?;

    let folder = project::root()?.join("tests").join("e2e");
    let chrome = browser::ensure()?;
    node::packages(&folder)?;
    step::loud("Playwright in Chromium", || {
        let server = serve::start(dist.clone(), 0)?;
        let mut playwright = node::playwright(&folder);
        playwright.arg("test").env("CHROME", &chrome).env("KONTOR_URL", &server.url).env("KONTOR_DIST", &dist);
        step::run(&mut playwright)
    })?;
    println!("\nAll passed.");
    Ok(())
}

fn cargo(what: &str, arguments: &[&str]) -> Result<()> {
    step::loud(what, || {
        let mut cargo = Command::new(tools::cargo());
        cargo.args(arguments).current_dir(project::root()?);
        step::run(&mut cargo)
    })
}

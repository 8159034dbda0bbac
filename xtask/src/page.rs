//! The release page in `dist/`.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::tools::Tools;
use crate::wasm_target::WasmTarget;
use crate::{inputs, node, project, small, step};

/// Builds the release page unless the one in `dist/` is made from exactly these files. Returns the folder.
pub fn build() -> Result<PathBuf> {
    let root = project::root()?;
    let dist = project::dist()?;
    // The note says: from these inputs came this dist.
    let note = project::notes()?.join("page.txt");
    let made_from = inputs::of_page(&root)?;
    if dist.is_dir() {
        let present = format!("{made_from} {}", inputs::of_folder(&dist)?);
        if fs::read_to_string(&note).is_ok_and(|text| text == present) {
            println!("Release page: unchanged");
            return Ok(dist);
        }
    }
    node::check()?;
    let tools = Tools::ensure()?;
    let target = WasmTarget::ensure()?;
    step::loud("release page", || {
        let mut trunk = Command::new(tools.trunk()?);
        trunk
            .args(["build", "--release"])
            .current_dir(&root)
            .env("PATH", tools.path(Some(&small::folder()?))?)
            .env(small::CARGO, target.program())
            // Trunk takes only `true` and `false` here, and stops at the usual `1`.
            .env_remove("NO_COLOR");
        step::run(&mut trunk)
    })?;
    fs::create_dir_all(project::notes()?)?;
    fs::write(&note, format!("{made_from} {}", inputs::of_folder(&dist)?))?;
    Ok(dist)
}

//! The last step of a page build, called by Trunk when everything lies in its staging folder (`Trunk.toml`): the
//! security policy goes into the page, and the list of files into the service worker.

use std::fs;

use anyhow::{Context, Result};

use crate::{html, inputs, policy, precache, project};

/// As many hexadecimal digits of the hash name a build.
const ID_LENGTH: usize = 16;

pub fn run() -> Result<()> {
    let folder = project::variable("TRUNK_STAGING_DIR")
        .context("`finish` is called by Trunk, which names the folder in TRUNK_STAGING_DIR")?;

    let path = folder.join("index.html");
    let page = fs::read_to_string(&path)?;
    let meta = policy::meta(&html::inline_scripts(&page));
    let page = html::insert_first_in_head(&page, &meta).context("index.html has no <head>")?;
    fs::write(&path, page)?;

    // The files of a worker keep their names from build to build, so the id covers every byte.
    let id = inputs::of_folder(&folder)?;
    let id = id.get(..ID_LENGTH).unwrap_or(&id);
    let path = folder.join(precache::SERVICE_WORKER);
    let service_worker = fs::read_to_string(&path)?;
    let files = inputs::files(&folder)?;
    fs::write(&path, precache::fill_in(&service_worker, id, &files)?)?;
    Ok(())
}

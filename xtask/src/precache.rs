//! What the service worker keeps for the time without a network.

use anyhow::{Result, ensure};

/// The service worker's file. It can't be in its own list.
pub const SERVICE_WORKER: &str = "service-worker.js";

const BUILD: &str = "'BUILD_ID'";
const FILES: &str = "['FILE_LIST']";

/// Fills in the build's id and the list of its files; hidden ones are no part of the page. Both are placeholders in
/// `public/service-worker.js`.
pub fn fill_in(service_worker: &str, build: &str, files: &[String]) -> Result<String> {
    for placeholder in [BUILD, FILES] {
        ensure!(service_worker.matches(placeholder).count() == 1, "{SERVICE_WORKER} must contain {placeholder} once");
    }
    let list: Vec<String> = files
        .iter()
        .filter(|file| *file != SERVICE_WORKER && !file.starts_with('.'))
        .map(|file| format!("  {},\n", quoted(file)))
        .collect();
    Ok(service_worker.replace(BUILD, &quoted(build)).replace(FILES, &format!("[\n{}]", list.concat())))
}

/// The text as JavaScript writes it.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_holds_what_a_page_can_load() -> Result<()> {
        let files = [".note", "index.html", "service-worker.js", "it's.svg"].map(str::to_owned);
        let filled = fill_in("a('BUILD_ID', ['FILE_LIST'])", "1f", &files)?;
        assert_eq!(filled, "a('1f', [\n  'index.html',\n  'it\\'s.svg',\n])");
        Ok(())
    }

    #[test]
    fn a_missing_placeholder_is_an_error() {
        assert!(fill_in("a('BUILD_ID')", "1f", &[]).is_err());
    }
}

//! The small settings of this browser: plain values that belong to no workbook.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::local;

/// The language, as a tag.
pub const LANGUAGE: &str = "language";
/// The colours.
pub const THEME: &str = "theme";
/// The workbook that was open last.
pub const LAST: &str = "last";
/// How files were mapped to fields, by their headings.
pub const MAPPINGS: &str = "mappings";

pub fn get<T: DeserializeOwned>(name: &str) -> Option<T> {
    local::get(&format!("kontor/settings/{name}"))
}

pub fn set<T: Serialize>(name: &str, value: T) {
    // A setting that the browser does not keep is asked for again the next time; nothing is lost.
    let _ = local::set(&format!("kontor/settings/{name}"), value);
}

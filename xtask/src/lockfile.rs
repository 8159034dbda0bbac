//! What Cargo.lock says about a package.

/// The version of `package` in the text of a Cargo.lock; the first one where there are several.
pub fn version<'a>(lockfile: &'a str, package: &str) -> Option<&'a str> {
    let mut lines = lockfile.lines();
    while let Some(line) = lines.next() {
        if value(line, "name") == Some(package) {
            return value(lines.next()?, "version");
        }
    }
    None
}

/// The text behind `key = "..."`.
fn value<'a>(line: &'a str, key: &str) -> Option<&'a str> {
    line.trim().strip_prefix(key)?.trim_start().strip_prefix('=')?.trim().strip_prefix('"')?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCKFILE: &str = r#"
version = 4

[[package]]
name = "wasm-bindgen-futures"
version = "0.4.60"
dependencies = [
 "wasm-bindgen",
]

[[package]]
name = "wasm-bindgen"
version = "0.2.130"
"#;

    #[test]
    fn the_exact_name_counts() {
        assert_eq!(version(LOCKFILE, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(version(LOCKFILE, "wasm-bindgen-futures"), Some("0.4.60"));
        assert_eq!(version(LOCKFILE, "wasm"), None);
        assert_eq!(version("", "wasm-bindgen"), None);
    }

    #[test]
    fn line_ends_of_windows_are_read() {
        let lockfile = LOCKFILE.replace('\n', "\r\n");
        assert_eq!(version(&lockfile, "wasm-bindgen"), Some("0.2.130"));
    }
}

//! Content types. A browser compiles WebAssembly while it arrives only with the right one, and starts no script and
//! no style sheet with a wrong one.

/// The content type of a file, by its name's ending.
pub fn of(name: &str) -> &'static str {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    match ending.to_ascii_lowercase().as_str() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_follow_the_ending() {
        assert_eq!(of("kontor-1f_bg.wasm"), "application/wasm");
        assert_eq!(of("worker_loader.js"), "text/javascript; charset=utf-8");
        assert_eq!(of("manifest.webmanifest"), "application/manifest+json");
        assert_eq!(of("ICON.SVG"), "image/svg+xml");
        assert_eq!(of("LICENSE"), "application/octet-stream");
    }
}

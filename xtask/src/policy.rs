//! The content security policy: what the page may load and where it may send anything, which is nowhere.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The `<meta>` that carries the policy. Of the scripts written in the page exactly these may run.
pub fn meta(inline_scripts: &[&str]) -> String {
    format!(r#"<meta http-equiv="Content-Security-Policy" content="{}" />"#, policy(inline_scripts))
}

fn policy(inline_scripts: &[&str]) -> String {
    let hashes = inline_scripts.iter().map(|script| {
        let hash = STANDARD.encode(Sha256::digest(script.as_bytes()));
        format!("'sha256-{hash}'")
    });
    let scripts: Vec<String> = ["'self'", "'wasm-unsafe-eval'"].map(str::to_owned).into_iter().chain(hashes).collect();
    let scripts = scripts.join(" ");
    [
        ("default-src", "'none'"),
        ("script-src", &scripts),
        ("style-src", "'self'"),
        // `blob:` and `data:` are the page's own: a chart that is saved as a picture.
        ("img-src", "'self' data: blob:"),
        ("font-src", "'self'"),
        ("connect-src", "'self'"),
        ("worker-src", "'self'"),
        ("manifest-src", "'self'"),
        ("base-uri", "'none'"),
        ("form-action", "'none'"),
        ("object-src", "'none'"),
    ]
    .map(|(directive, sources)| format!("{directive} {sources}"))
    .join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_allowed_but_the_page_itself() {
        assert_eq!(
            meta(&[]),
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
             script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; \
             connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; \
             object-src 'none'\" />"
        );
    }

    #[test]
    fn a_script_in_the_page_is_allowed_by_its_hash() {
        // The example of the specification, CSP level 3, section 6.6.3.
        let hash = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='";
        assert!(policy(&["alert('Hello, world.');"]).contains(hash));
    }
}

//! A server of static files for this machine alone.

use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use anyhow::{Result, anyhow};
use tiny_http::{Header, Method, Request, Response, Server};

use crate::{mime, page};

/// How many answers are prepared at the same time.
const THREADS: usize = 4;

/// `cargo xtask serve`: builds the page and serves it until it is stopped.
pub fn run(port: u16) -> Result<()> {
    let running = start(page::build()?, port)?;
    println!("\nKontor is at {} (Ctrl+C ends it)", running.url);
    loop {
        thread::park();
    }
}

/// A server that ends when this is dropped.
pub struct Running {
    pub url: String,
    server: Arc<Server>,
}

impl Drop for Running {
    fn drop(&mut self) {
        for _ in 0..THREADS {
            self.server.unblock();
        }
    }
}

/// Serves `folder` on 127.0.0.1; port 0 takes a free one.
pub fn start(folder: PathBuf, port: u16) -> Result<Running> {
    let server = Server::http(("127.0.0.1", port))
        .map_err(|error| anyhow!("can't listen on 127.0.0.1:{port} ({error}); take another with --port"))?;
    let server = Arc::new(server);
    for _ in 0..THREADS {
        let server = Arc::clone(&server);
        let folder = folder.clone();
        thread::spawn(move || {
            while let Ok(request) = server.recv() {
                answer(request, &folder);
            }
        });
    }
    Ok(Running { url: format!("http://{}/", server.server_addr()), server })
}

fn answer(request: Request, folder: &Path) {
    let response = if matches!(request.method(), Method::Get | Method::Head) {
        match file(request.url()).map(|name| (fs::read(folder.join(&name)), name)) {
            Some((Ok(bytes), name)) => respond(200, mime::of(&name), bytes),
            _ => respond(404, mime::of("txt"), b"not found".to_vec()),
        }
    } else {
        respond(405, mime::of("txt"), b"only GET".to_vec())
    };
    // The browser may have gone meanwhile.
    let _ = request.respond(response);
}

fn respond(status: u16, content_type: &str, bytes: Vec<u8>) -> Response<Cursor<Vec<u8>>> {
    let headers = [
        ("Content-Type", content_type),
        // Asked for again each time: a new build is seen at once.
        ("Cache-Control", "no-cache"),
        ("X-Content-Type-Options", "nosniff"),
    ];
    let mut response = Response::from_data(bytes).with_status_code(status);
    for (name, value) in headers {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    response
}

/// The file that a request names, relative to the served folder and never outside of it.
fn file(url: &str) -> Option<String> {
    let path = url.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = decode(path)?;
    if path.is_empty() {
        return Some("index.html".to_owned());
    }
    let is_plain = |part: &str| {
        !matches!(part, "" | "." | "..") && !part.contains(['\\', ':']) && !part.contains(char::is_control)
    };
    path.split('/').all(is_plain).then_some(path)
}

/// The text behind `%41` and the like. `None` when it is no UTF-8.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?
        } else {
            byte
        });
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(url: &str, expected: Option<&str>) {
        assert_eq!(file(url).as_deref(), expected, "{url}");
    }

    #[test]
    fn names_are_read() {
        check("/", Some("index.html"));
        check("/?demo", Some("index.html"));
        check("/snippets/a/b.js?v=1", Some("snippets/a/b.js"));
        check("/a%20b.svg", Some("a b.svg"));
    }

    #[test]
    fn nothing_outside_is_reached() {
        check("/../Cargo.toml", None);
        check("/a/../../Cargo.toml", None);
        check("/%2e%2e/Cargo.toml", None);
        check("/..%2fCargo.toml", None);
        check("/..\\Cargo.toml", None);
        check("//etc/passwd", None);
        check("/%2fetc/passwd", None);
        check("/C:/Windows", None);
        check("/a%00b", None);
        check("/a/./b", None);
        check("/%zz", None);
        check("/%", None);
        check("/%ff", None);
        check("Cargo.toml", None);
    }
}

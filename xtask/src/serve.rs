//! A server of static files for this machine alone.
//!
//! One thread and one answer for each connection. A server with a pool of threads that keeps connections alive can
//! leave a browser's sixth connection waiting for good.

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

use crate::{mime, page};

/// The longest request that is read, in bytes; a browser's is below one thousand.
const LONGEST: u64 = 64 * 1024;
/// A browser opens connections in advance; one that says nothing for so long is given up.
const PATIENCE: Duration = Duration::from_secs(60);

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
    address: SocketAddr,
    has_ended: Arc<AtomicBool>,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.has_ended.store(true, Ordering::Release);
        // Wakes the listener; where that fails there is nobody left to wake.
        let _ = TcpStream::connect(self.address);
    }
}

/// Serves `folder` on 127.0.0.1; port 0 takes a free one.
pub fn start(folder: PathBuf, port: u16) -> Result<Running> {
    let listener = TcpListener::bind(("127.0.0.1", port))
        .with_context(|| format!("can't listen on 127.0.0.1:{port}; take another with --port"))?;
    let address = listener.local_addr()?;
    let has_ended = Arc::new(AtomicBool::new(false));
    let (folder, ended) = (Arc::new(folder), Arc::clone(&has_ended));
    thread::spawn(move || {
        for connection in listener.incoming() {
            if ended.load(Ordering::Acquire) {
                break;
            }
            let folder = Arc::clone(&folder);
            if let Ok(connection) = connection {
                // The browser may have gone meanwhile.
                thread::spawn(move || drop(answer(connection, &folder)));
            }
        }
    });
    Ok(Running { url: format!("http://{address}/"), address, has_ended })
}

fn answer(connection: TcpStream, folder: &Path) -> io::Result<()> {
    connection.set_read_timeout(Some(PATIENCE))?;
    let mut lines = BufReader::new((&connection).take(LONGEST)).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let mut words = request.split(' ');
    match (words.next(), words.next().and_then(file)) {
        (Some(method @ ("GET" | "HEAD")), name) => {
            let found = name.and_then(|name| fs::read(folder.join(&name)).ok().map(|bytes| (mime::of(&name), bytes)));
            let (status, (kind, bytes)) = match found {
                Some(found) => ("200 OK", found),
                None => ("404 Not Found", (mime::of("txt"), b"not found".to_vec())),
            };
            respond(&connection, status, kind, &bytes, method == "GET")
        }
        _ => respond(&connection, "405 Method Not Allowed", mime::of("txt"), b"only GET", true),
    }
}

/// Not kept by the browser: a new build is seen at once.
fn respond(mut to: &TcpStream, status: &str, kind: &str, bytes: &[u8], has_body: bool) -> io::Result<()> {
    let length = bytes.len();
    write!(
        to,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nCache-Control: no-cache\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n"
    )?;
    if has_body {
        to.write_all(bytes)?;
    }
    to.flush()
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

    fn ask(address: SocketAddr, request: &str) -> String {
        let mut connection = TcpStream::connect(address).expect("the server listens");
        connection.write_all(request.as_bytes()).expect("the server hears");
        let mut text = String::new();
        connection.read_to_string(&mut text).expect("the server answers");
        text
    }

    #[test]
    fn everyone_is_answered_while_others_only_hold_the_line() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).to_owned();
        let server = start(folder, 0).expect("there is a free port");
        let silent: Vec<_> = (0..32).map(|_| TcpStream::connect(server.address).expect("it listens")).collect();
        let found = ask(server.address, "GET /Cargo.toml HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assert!(found.starts_with("HTTP/1.1 200 OK\r\n") && found.contains("[package]"), "{found}");
        let head = ask(server.address, "HEAD /Cargo.toml HTTP/1.1\r\n\r\n");
        assert!(head.starts_with("HTTP/1.1 200 OK\r\n") && head.ends_with("\r\n\r\n"), "{head}");
        assert!(ask(server.address, "GET /none HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 404"));
        assert!(ask(server.address, "POST / HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 405"));
        drop(silent);
    }

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

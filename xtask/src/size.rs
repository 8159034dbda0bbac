//! The size budget: what a visitor loads, compressed.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Result, bail, ensure};
use flate2::{Compression, write::GzEncoder};

use crate::{inputs, precache};

const KB: usize = 1024;
/// What a page should be at most.
const PAGE_AIM: usize = 450 * KB;
/// What the parts must not exceed: what they have reached so far, with little room.
const PAGE_LIMIT: usize = 1400 * KB;
const WORKER_LIMIT: usize = 730 * KB;
/// The writing worker: loaded by those who export, and by nobody else.
const WRITER_LIMIT: usize = 600 * KB;

/// What a file belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Page,
    Worker,
    Writer,
    /// Loaded on the side: icons, the service worker. Without a limit.
    Other,
}

/// Prints the sizes of the page in `dist`; an error when one is over its limit.
pub fn check(dist: &Path) -> Result<()> {
    let mut sums = [(Part::Page, 0, PAGE_LIMIT), (Part::Worker, 0, WORKER_LIMIT), (Part::Writer, 0, WRITER_LIMIT)];
    println!("{:>9}  gzip -9", "KB");
    for name in inputs::files(dist)? {
        let part = part(&name);
        for (_, sum, _) in sums.iter_mut().filter(|(of, ..)| *of == part) {
            let size = compressed(&fs::read(dist.join(&name))?)?;
            println!("{:>9}  {name}", kilobytes(size));
            *sum += size;
        }
    }
    let mut over = Vec::new();
    for (part, sum, limit) in sums {
        ensure!(sum > 0, "{part:?}: no files in {}", dist.display());
        println!("{:>9}  {part:?} of {}", kilobytes(sum), kilobytes(limit));
        if part == Part::Page && sum > PAGE_AIM {
            println!("{:>9}  more than the page should be", kilobytes(sum - PAGE_AIM));
        }
        if sum > limit {
            over.push(format!("{part:?} is {} KB too large", kilobytes(sum - limit)));
        }
    }
    if !over.is_empty() {
        bail!("{}", over.join(", "));
    }
    Ok(())
}

fn part(name: &str) -> Part {
    let counts = [".wasm", ".js", ".css"].iter().any(|ending| name.ends_with(ending));
    if !counts || name == precache::SERVICE_WORKER {
        Part::Other
    } else if name.starts_with("worker") {
        Part::Worker
    } else if name.starts_with("writer") {
        Part::Writer
    } else {
        Part::Page
    }
}

fn compressed(bytes: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

fn kilobytes(bytes: usize) -> String {
    format!("{:.1}", bytes as f64 / KB as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_told_apart() {
        assert_eq!(part("kontor-1f_bg.wasm"), Part::Page);
        assert_eq!(part("main-1f.css"), Part::Page);
        assert_eq!(part("snippets/leptos-1f/inline0.js"), Part::Page);
        assert_eq!(part("worker_bg.wasm"), Part::Worker);
        assert_eq!(part("worker_loader.js"), Part::Worker);
        assert_eq!(part("writer_bg.wasm"), Part::Writer);
        assert_eq!(part("service-worker.js"), Part::Other);
        assert_eq!(part("icon.svg"), Part::Other);
    }

    #[test]
    fn repetition_is_compressed() -> Result<()> {
        assert!(compressed(&vec![b'a'; 100_000])? < 300);
        Ok(())
    }
}

//! Limits what the exchange worker may take.

/// 1.5 GiB, in whole WebAssembly pages of 64 KiB. The largest honest file in sight needs well under 1 GiB.
const WORKER_MEMORY: u64 = 24_576 * 65_536;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|architecture| architecture == "wasm32") {
        // A hostile file asks for terabytes. With a limit of its own the worker's allocator refuses soon, and the
        // person reads an error, before the browser has to end the tab for lack of memory.
        println!("cargo::rustc-link-arg-bin=worker=--max-memory={WORKER_MEMORY}");
    }
}

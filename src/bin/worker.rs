//! The exchange worker: reading and writing files in a WebAssembly of its own, off the page's thread.

fn main() {}

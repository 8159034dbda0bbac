//! The project's own commands, run as `cargo xtask <command>`.
//!
//! They need Rust, Node and git; whatever else is missing they fetch into a cache folder outside the checkout.
//!
//! | file | holds |
//! |---|---|
//! | `arguments` | the command line |
//! | `project` | where things lie: the checkout, the cache |
//! | `step` | timing, and running other programs |
//! | `lockfile` `tools` `wasm_target` `debian` | what a build needs, fetched once |
//! | `page` `inputs` | the release page, built only when something changed |
//! | `small` | the settings that make it small |
//! | `finish` `html` `policy` `precache` | the last step of each build: security policy and offline list |
//! | `serve` `mime` | the static file server |
//! | `check` `size` `browser` `node` `bench` | the tests, the size budget, the browser, the benchmark |

mod arguments;
mod bench;
mod browser;
mod check;
mod debian;
mod finish;
mod html;
mod inputs;
mod lockfile;
mod mime;
mod node;
mod page;
mod policy;
mod precache;
mod project;
mod serve;
mod size;
mod small;
mod step;
mod tools;
mod wasm_target;

use std::process::ExitCode;

use arguments::Command;

fn main() -> ExitCode {
    if small::is_called() {
        return small::run();
    }
    let command = match arguments::parse(std::env::args().skip(1)) {
        Ok(command) => command,
        Err(message) => {
            eprintln!("{message}\n\n{}", arguments::HELP);
            return ExitCode::from(2);
        }
    };
    let outcome = match command {
        Command::Help => {
            println!("{}", arguments::HELP);
            Ok(())
        }
        Command::Serve { port } => serve::run(port),
        Command::Test { fast } => check::run(fast),
        Command::Bench { rest } => bench::run(&rest),
        Command::Build => page::build().map(drop),
        Command::Finish => finish::run(),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nfailed: {error:#}");
            ExitCode::FAILURE
        }
    }
}

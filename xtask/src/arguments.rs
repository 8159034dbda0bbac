//! The command line.

/// What `cargo xtask help` prints.
pub const HELP: &str = "\
cargo xtask serve [--port N]   build the release page if anything changed, serve it on 127.0.0.1 (port 8080)
cargo xtask test [--fast]      everything that must hold; --fast leaves out the release page and the browser
cargo xtask bench [...]        the benchmark in Chromium; what follows is passed on to it
cargo xtask build              build the release page into dist/";

/// The port that `serve` takes unless told otherwise.
pub const DEFAULT_PORT: u16 = 8080;

#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    Help,
    Serve {
        port: u16,
    },
    Test {
        fast: bool,
    },
    Bench {
        rest: Vec<String>,
    },
    Build,
    /// The last step of a page build; Trunk calls it (see `Trunk.toml`).
    Finish,
}

/// Reads the arguments that follow the program's name. The error says what was not understood.
pub fn parse(arguments: impl Iterator<Item = String>) -> Result<Command, String> {
    let mut arguments = arguments;
    let name = arguments.next().unwrap_or_else(|| "help".to_owned());
    let rest: Vec<String> = arguments.collect();
    match (name.as_str(), rest.as_slice()) {
        ("help" | "--help" | "-h", _) => Ok(Command::Help),
        ("serve", []) => Ok(Command::Serve { port: DEFAULT_PORT }),
        ("serve", [flag, port]) if flag == "--port" => Ok(Command::Serve { port: read_port(port)? }),
        ("serve", [flag]) if flag.starts_with("--port=") => {
            Ok(Command::Serve { port: read_port(&flag["--port=".len()..])? })
        }
        ("test", []) => Ok(Command::Test { fast: false }),
        ("test", [flag]) if flag == "--fast" => Ok(Command::Test { fast: true }),
        ("bench", _) => Ok(Command::Bench { rest }),
        ("build", []) => Ok(Command::Build),
        ("finish", []) => Ok(Command::Finish),
        _ => Err(format!("not understood: {name} {}", rest.join(" "))),
    }
}

fn read_port(text: &str) -> Result<u16, String> {
    text.parse().map_err(|_| format!("not a port: {text} (0 to 65535)"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: &Result<Command, String>) {
        assert_eq!(&parse(line.split_whitespace().map(str::to_owned)), expected, "{line}");
    }

    #[test]
    fn commands_are_read() {
        check("", &Ok(Command::Help));
        check("serve", &Ok(Command::Serve { port: 8080 }));
        check("serve --port 9001", &Ok(Command::Serve { port: 9001 }));
        check("serve --port=0", &Ok(Command::Serve { port: 0 }));
        check("test --fast", &Ok(Command::Test { fast: true }));
        let rest = vec!["--rows".to_owned(), "1000".to_owned()];
        check("bench --rows 1000", &Ok(Command::Bench { rest }));
    }

    #[test]
    fn nonsense_is_refused() {
        let port = Err("not a port: 70000 (0 to 65535)".to_owned());
        check("serve --port 70000", &port);
        check("test --slow", &Err("not understood: test --slow".to_owned()));
    }
}

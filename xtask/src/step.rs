//! One line for each thing that is done, with the time it took; and running other programs.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// How much of a failed program's log is shown.
const TAIL_LINES: usize = 40;

/// Says what is done, does it, and ends the line with the time. For work that prints nothing itself.
pub fn quiet<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    print!("{what} ... ");
    io::stdout().flush()?;
    let start = Instant::now();
    let outcome = work();
    let mark = if outcome.is_ok() { "" } else { "failed after " };
    println!("{mark}{}", seconds(start.elapsed()));
    outcome
}

/// The same for work with output of its own: a line before it and a line after it.
pub fn loud<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("\n--- {what}");
    let start = Instant::now();
    let outcome = work();
    let mark = if outcome.is_ok() { "ok" } else { "FAILED" };
    println!("--- {what}: {mark}, {}", seconds(start.elapsed()));
    outcome
}

/// Runs a program and shows its output.
pub fn run(command: &mut Command) -> Result<()> {
    io::stdout().flush()?;
    let status = command.stdin(Stdio::null()).status().with_context(|| format!("can't start {}", name(command)))?;
    if !status.success() {
        bail!("{} ended with {status}", name(command));
    }
    Ok(())
}

/// Runs a program with its output in a log file; the log's end is shown if it fails.
pub fn run_logged(command: &mut Command, log: &Path) -> Result<()> {
    if let Some(folder) = log.parent() {
        fs::create_dir_all(folder)?;
    }
    let file = File::create(log).with_context(|| format!("can't write {}", log.display()))?;
    let status = command
        .stdin(Stdio::null())
        .stdout(file.try_clone()?)
        .stderr(file)
        .status()
        .with_context(|| format!("can't start {}", name(command)))?;
    if !status.success() {
        let text = fs::read(log)?;
        let text = String::from_utf8_lossy(&text);
        let lines: Vec<&str> = text.lines().collect();
        let tail = &lines[lines.len().saturating_sub(TAIL_LINES)..];
        bail!("{} ended with {status}; the end of {}:\n{}", name(command), log.display(), tail.join("\n"));
    }
    Ok(())
}

/// Whether a program can be started and succeeds; shows nothing.
pub fn succeeds(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// What a program prints, without the last line's end.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .with_context(|| format!("can't start {}", name(command)))?;
    if !output.status.success() {
        bail!("{} ended with {}", name(command), output.status);
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim_end().to_owned())
}

fn name(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let mut words = vec![program.file_name().unwrap_or(program.as_os_str()).to_string_lossy().into_owned()];
    words.extend(command.get_args().take(4).map(|word| word.to_string_lossy().into_owned()));
    words.join(" ")
}

fn seconds(duration: Duration) -> String {
    format!("{:.1} s", duration.as_secs_f64())
}

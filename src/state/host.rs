//! What the state needs of the browser, as plain functions.

use crate::workbook::Day;

/// The seam to the browser: the page hands in real functions, tests hand in their own.
#[derive(Clone, Copy)]
pub struct Host {
    /// Runs something soon, after the browser has had a chance to paint and to take input.
    pub later: fn(Box<dyn FnOnce()>),
    /// Milliseconds since the page was opened.
    pub now: fn() -> f64,
    /// Notes a piece of work for the browser's performance tools: its name, and when it began (as `now` says).
    pub measure: fn(&str, f64),
    pub today: fn() -> Day,
    /// 64 random bits.
    pub random: fn() -> u64,
}

impl Host {
    /// Does a piece of work and notes how long it took.
    pub fn measured<T>(&self, name: &str, work: impl FnOnce() -> T) -> T {
        let start = (self.now)();
        let result = work();
        (self.measure)(name, start);
        result
    }

    /// A host without a browser: everything is done at once, at no time.
    pub fn for_tests() -> Self {
        Self { later: |work| work(), now: || 0.0, measure: |_, _| {}, today: || Day(20_000), random: || 42 }
    }
}

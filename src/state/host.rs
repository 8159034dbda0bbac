//! What the state needs of the browser, as plain functions.

use crate::workbook::Day;

/// By text: its rank in the order of a language (a BCP 47 tag). Equal texts share a rank.
pub type Collate = fn(language: &str, texts: &[&str]) -> Vec<u32>;

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
    pub collate: Collate,
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
        Self {
            later: |work| work(),
            now: || 0.0,
            measure: |_, _| {},
            today: || Day(20_000),
            random: || 42,
            collate: by_code_point,
        }
    }
}

fn by_code_point(_: &str, texts: &[&str]) -> Vec<u32> {
    let mut sorted = texts.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    texts.iter().map(|text| sorted.partition_point(|other| other < text) as u32).collect()
}

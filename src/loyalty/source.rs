//! What an assumption rests on.

/// Where a figure comes from. Addresses are data and the same in every language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    /// Kontor's own cautious assumption, not a published figure.
    Own,
    /// The person set it or the client base gave it.
    ClientBase,
    /// The address of what was read; the figures are upper bounds, for members choose themselves.
    Published(&'static str),
    /// A textbook.
    Book(&'static str),
}

/// A value with its bounds and what it rests on (DOMAIN 2.4).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reference {
    pub low: f64,
    pub base: f64,
    pub high: f64,
    pub source: Source,
    /// The year of the figure, where the source names one.
    pub year: Option<u16>,
}

impl Reference {
    pub const fn own(low: f64, base: f64, high: f64) -> Self {
        Self { low, base, high, source: Source::Own, year: None }
    }

    pub const fn published(low: f64, base: f64, high: f64, address: &'static str, year: Option<u16>) -> Self {
        Self { low, base, high, source: Source::Published(address), year }
    }
}

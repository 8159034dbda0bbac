//! The Clients sheet: which clients and columns it shows, what is selected, and what is done to the selection.
//!
//! | module | what it decides |
//! |---|---|
//! | [`columns`](self) `widths` `layout` | which columns there are, how wide they are, where they stand |
//! | `making` `sequence` `order` `sort` `filter` `fold` `digits` `wording` | which clients there are, and in what order |
//! | `column_filter` `condition` `period` `values` | the filters of columns, and what they offer |
//! | `arrangement` `arranging` | which columns are shown, and what is done to the view |
//! | `definition` `saved` | views as data, and those saved in the workbook |
//! | `selection` `command` | what is selected, and what the keys mean |
//! | `entry` `totals` `subtotals` | how a cell is written and changed, and what cells come to |
//! | `clipboard` `tsv` | how blocks of cells are copied, pasted and filled |
//!
//! All of it is plain data and tested without a browser; [`ClientsView`] holds it in signals.

mod arrangement;
mod arranging;
mod asked;
mod clipboard;
mod column_filter;
mod columns;
mod command;
mod condition;
mod definition;
mod digits;
mod entry;
mod filter;
mod fold;
mod layout;
mod making;
mod order;
mod period;
mod saved;
mod sections;
mod selection;
mod sequence;
mod sort;
mod subtotals;
#[cfg(test)]
mod testing;
mod totals;
mod tsv;
mod values;
mod view;
mod widths;
mod wording;

pub use arrangement::Arrangement;
pub use asked::{Compared, ConditionKind};
pub use clipboard::Pasted;
pub use column_filter::{ChosenValues, ColumnFilter, FilterTest, Filtered, day_of};
pub use columns::SheetColumn;
pub use command::{Command, Stroke};
pub use condition::{Condition, DayTest, NumberTest, TextTest};
pub use definition::{LeftView, SavedView, ViewDefinition};
pub use entry::{choices, entry_text};
pub use fold::Needle;
pub use layout::{Hit, Layout, MARGIN, ROW_HEIGHT, Viewport, drawn_rows, page, row_slots};
pub use order::Order;
pub use period::Period;
pub use sections::Section;
pub use selection::{Extent, Motion, Place, Selection};
pub use sequence::Group;
pub use sort::Sort;
pub use subtotals::Subtotals;
pub use totals::Totals;
pub use values::{ColumnValues, SharedValue};
pub use view::{ClientsView, EditMode, Editing};
pub use widths::{ColumnWidths, gutter_width, may_exceed, natural_width};
pub use wording::Wording;

//! The Clients sheet: which clients and columns it shows, what is selected, and what is done to the selection.
//!
//! | module | what it decides |
//! |---|---|
//! | [`columns`](self) `widths` `layout` | which columns there are, how wide they are, where they stand |
//! | `making` `sequence` `order` `sort` `filter` `fold` `digits` `wording` | which clients there are, and in what order |
//! | `column_filter` `condition` `period` `values` | the filters of columns, and what they offer |
//! | `arrangement` `arranging` | which columns are shown, and what is done to the view |
//! | `definition` `saved` | views as data, and those saved in the workbook |
//! | `selection` `ranges` `command` | what is selected, and what the keys mean |
//! | `entry` `writing` `totals` `subtotals` | how a cell is written and changed, and what cells come to |
//! | `clipboard` `tsv` `html` `draft` | how blocks of cells are copied and pasted, and what is asked first |
//! | `cut` `moved` | how a block is cut and moved |
//! | `fill` `pull` `series` `names` | how a range goes on |
//! | `finder` `pattern` `search` `address` | find and replace, and go to a cell |
//!
//! All of it is plain data and tested without a browser; [`ClientsView`] holds it in signals.

mod address;
mod arrangement;
mod arranging;
mod asked;
mod choice_draft;
mod clipboard;
mod column_draft;
mod column_filter;
mod columns;
mod command;
mod condition;
mod cut;
mod definition;
mod digits;
mod draft;
mod entry;
mod fill;
mod filter;
mod finder;
mod fold;
mod html;
mod layout;
mod making;
mod moved;
mod names;
mod order;
mod pattern;
mod period;
mod pull;
mod ranges;
mod retype;
mod saved;
mod search;
mod sections;
mod selection;
mod sequence;
mod series;
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
mod writing;

pub use address::Suggestion;
pub use arrangement::Arrangement;
pub use asked::{Compared, ConditionKind};
pub use choice_draft::{ChoiceDraft, ChoiceFate, ChoiceValue};
pub use clipboard::Copied;
pub use column_draft::ColumnDraft;
pub use column_filter::{ChosenValues, ColumnFilter, FilterTest, Filtered, day_of};
pub use columns::{SheetColumn, sheet_columns};
pub use command::{Command, Stroke};
pub use condition::{Condition, DayTest, NumberTest, TextTest};
pub use cut::{Cut, Edges};
pub use definition::{LeftView, SavedView, ViewDefinition};
pub use draft::{Clash, Draft, Pasted};
pub use entry::{choices, entry_text};
pub use finder::{FindQuery, Scope};
pub use fold::Needle;
pub use html::{Spanning, is_own, spread, without_styles};
pub use layout::{Hit, Layout, MARGIN, ROW_HEIGHT, Viewport, drawn_rows, page, row_slots};
pub use order::Order;
pub use period::Period;
pub use pull::Pull;
pub use retype::{Example, Retype};
pub use search::{Found, Hit as FoundCell, Search};
pub use sections::Section;
pub use selection::{Extent, Motion, Place, Selection};
pub use sequence::Group;
pub use sort::Sort;
pub use subtotals::Subtotals;
pub use totals::Totals;
pub use tsv::read as read_tsv;
pub use values::{ColumnValues, SharedValue};
pub use view::{ClientsView, EditMode, Editing};
pub use widths::{ColumnWidths, gutter_width, may_exceed, natural_width};
pub use wording::Wording;

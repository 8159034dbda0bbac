//! What is stored, under which names, and how it is folded: the pure half of storage (`platform::storage` is the
//! other).
//!
//! Each edit is one update (see `workbook`). It is written at once to the small synchronous store (`localStorage`) and
//! then to the large one (`IndexedDB`), each under a name of its own. Updates may be read in any order and any number of
//! times, so nothing here needs to know which came first.

mod backup;
mod fold;
mod info;
mod names;

pub use backup::{Backup, BackupError};
pub use fold::{Fold, Stored};
pub use info::WorkbookInfo;
pub use names::{EntryName, SmallKey};

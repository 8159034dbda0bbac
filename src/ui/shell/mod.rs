//! The frame around the sheets: the bar on top, the tabs and the status line below.

mod bar;
mod keys;
mod notices;
mod preferences;
mod rename;
mod selected;
mod status;
mod step_list;
mod tabs;
mod workbook_menu;

pub use bar::Bar;
pub use keys::listen as listen_to_keys;
pub use notices::NoticeList;
pub use preferences::{LanguageSelect, ThemeButton, wear};
pub use rename::RenameDialog;
pub use selected::{Selected, Summary};
pub use status::StatusLine;
pub use tabs::{SheetTabs, tab_id};
pub use workbook_menu::save_backup;

//! Small parts that several screens share.

mod dialog;
mod icon;
mod menu;

pub use dialog::Dialog;
pub use icon::{Icon, IconName};
pub use menu::{Menu, MenuItem};

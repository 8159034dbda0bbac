//! Small parts that several screens share.

mod dialog;

pub use dialog::Dialog;

//! Every command by name (Ctrl+K), and the list of keys (F1).

mod keys;
mod palette;
mod run;

pub use keys::KeysDialog;
pub use palette::PaletteDialog;

//! The three languages: every text of the page, and from the enums of the pure modules to text.
//!
//! The texts stand in `locales/<language>/<namespace>.json`, one namespace for each screen; `build.rs` makes the inner
//! module of them, and a key that is missing in any language does not compile.

pub mod analysis;
pub mod approach;
pub mod commands;
pub mod duplicates;
pub mod export;
pub mod fields;
pub mod formula;
pub mod import;
pub mod problems;
pub mod rollup;
pub mod segment;
pub mod tables;
pub mod views;

#[allow(clippy::all, clippy::pedantic, unused, reason = "generated from the translations")]
mod texts {
    include!(concat!(env!("OUT_DIR"), "/i18n.rs"));
}

mod cells;
mod names;

pub use cells::{column_title, misfit, segment_name, segment_note};
pub use leptos_i18n::{t, t_string, td_string};
pub use names::{edit_kind, notice_action, notice_text, tag};
pub use texts::i18n::*;

/// The language of the page, as components hand it to what puts things into words.
pub type Language = leptos_i18n::I18nContext<Locale>;

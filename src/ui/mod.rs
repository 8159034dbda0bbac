//! The page: leptos components over `state`, with no arithmetic of their own.

pub mod analyses;
pub mod approach;
pub mod board;
pub mod column;
pub mod commands;
pub mod duplicates;
pub mod export;
pub mod find;
pub mod grid;
pub mod import;
pub mod panel;
pub mod parts;
pub mod review;
pub mod shell;
pub mod start;
pub mod views;

mod app;
mod context;
mod dialogs;

pub use app::App;
pub use context::{Context, use_kontor};

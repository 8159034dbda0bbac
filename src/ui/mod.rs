//! The page: leptos components over `state`, with no arithmetic of their own.

pub mod board;
pub mod grid;
pub mod import;
pub mod panel;
pub mod parts;
pub mod shell;
pub mod start;

mod app;
mod context;

pub use app::App;
pub use context::{Context, use_kontor};

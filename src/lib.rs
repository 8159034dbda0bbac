//! Kontor: a planner for a company's corporate clients that runs whole in the browser.

pub mod chart;
pub mod demo;
pub mod exchange;
pub mod i18n;
pub mod journal;
pub mod platform;
pub mod segment;
pub mod state;
pub mod ui;
pub mod workbook;

/// Opens the storage and mounts the page.
pub fn start() {
    leptos::mount::mount_to_body(ui::App);
}

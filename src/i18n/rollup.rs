//! What is said of order lines that became clients.

use super::{Language, t_string};
use crate::state::Formats;

/// The notice after the import.
pub fn notice(i18n: Language, (lines, clients): (u32, u32), total: Option<f64>, formats: &Formats) -> String {
    let number = |number: u32| formats.number(f64::from(number), 0);
    let (line_count, client_count) = (number(lines), number(clients));
    let rolled = t_string!(i18n, rollup.rolled, lines = line_count, clients = client_count).to_string();
    match total.map(|total| formats.money(total)) {
        Some(total) => format!("{rolled} {}", t_string!(i18n, rollup.rolled_total, total = total)),
        None => rolled,
    }
}

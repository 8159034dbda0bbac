//! What keeps the analyses in step with the page.

use leptos::prelude::*;

use crate::i18n::{analysis, use_i18n};
use crate::segment::GroupBy;
use crate::ui::use_kontor;
use crate::workbook::ColumnId;

/// Gives the analyses the words of the language, and asks for them once the sheet or the board shows what they find.
pub fn keep_analyses() {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let analyses = kontor.book.analyses();
    Effect::new(move || analyses.set_words(analysis::found_words(i18n.get_locale())));
    let is_wanted = Memo::new(move |_| {
        let by_found = kontor.board.by.with(|by| matches!(by, GroupBy::Column(ColumnId::Found(_))));
        by_found || kontor.clients.needs_found()
    });
    Effect::new(move || {
        if is_wanted.get() {
            analyses.want();
        }
    });
}

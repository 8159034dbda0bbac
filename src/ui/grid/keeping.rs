//! What the Clients sheet keeps in step with the rest of the page.

use leptos::prelude::*;

use crate::i18n::{self, tag, use_i18n};
use crate::platform::settings;
use crate::segment::Segment;
use crate::state::clients::{LeftView, Place, Selection, Wording};
use crate::ui::shell::Summary;
use crate::ui::use_kontor;
use crate::workbook::Origin;

/// Gives the sheet its words, the status line its figures, and each workbook its own view.
pub fn keep() {
    let kontor = use_kontor();
    let view = kontor.clients;
    Effect::new(move || {
        let totals = view.totals();
        let sum = (totals.numbers > 0).then(|| totals.sum.value());
        let average = totals.average();
        kontor.selected.0.set(Summary { count: totals.count, numbers: totals.numbers, sum, average });
    });
    on_cleanup(move || kontor.selected.0.set(Summary::default()));
    keep_view();
}

/// Gives the filters their words and each workbook its own view. The board shows what the sheet shows, and keeps the
/// same.
pub fn keep_view() {
    let i18n = use_i18n();
    let view = use_kontor().clients;
    Effect::new(move || {
        let locale = i18n.get_locale();
        let segments = Segment::ALL.map(|segment| i18n::segment_name(locale, segment).to_owned());
        view.wording.set(Wording { language: tag(locale).to_owned(), segments });
    });
    keep_left();
}

/// How the sheet was left belongs to a workbook and to this browser; saved views belong to the workbook alone.
fn keep_left() {
    let kontor = use_kontor();
    let view = kontor.clients;
    let name = |open: Origin| format!("sheet/{open}");
    Effect::new(move || {
        let open = kontor.desk.open.get();
        let before = view.left_of.get_untracked();
        if before == open {
            return;
        }
        let left: LeftView = open.and_then(|open| settings::get(&name(open))).unwrap_or_default();
        // The page begins with the view that its address asks for.
        let asked = view.open_view.get_untracked();
        untrack(|| view.come_back(left, asked.as_deref()));
        view.left_of.set(open);
        if before.is_some() {
            view.editing.set(None);
            view.select(Selection::at(Place::default()));
            view.asked.set(None);
        }
    });
    Effect::new(move |before: Option<LeftView>| {
        let left = view.left();
        let open = kontor.desk.open.get_untracked();
        if let (Some(open), true) = (open, before.is_some_and(|before| before != left)) {
            settings::set(&name(open), &left);
        }
        left
    });
}

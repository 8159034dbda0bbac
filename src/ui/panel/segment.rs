//! The client's segment in the side panel: chosen or found.

use leptos::prelude::*;

use super::evidence::SegmentEvidence;
use crate::i18n::{self, t_string, use_i18n};
use crate::segment::Segment;
use crate::state::Part;
use crate::ui::use_kontor;
use crate::workbook::{Field, RowId};

/// The choice of the segment, and why it is this one.
#[component]
pub fn SegmentField(client: Memo<Option<RowId>>) -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let (book, view) = (kontor.book, kontor.clients);
    let chosen = Memo::new(move |_| {
        book.follow(Part::Cells);
        book.follow_layout();
        book.table(|table| {
            let row = table.row_of(client.get()?)?;
            table.field(Field::Segment).text(row).parse::<Segment>().ok()
        })
    });
    let found = Memo::new(move |_| {
        book.segments().follow_findings();
        let row = client.get().and_then(|client| book.table(|table| table.row_of(client)))?;
        book.segments().with(|findings| findings.get(row))
    });
    let automatic = move || match found.get().filter(|finding| !finding.is_chosen()) {
        Some(finding) => {
            let name = i18n::segment_name(i18n.get_locale(), finding.segment);
            t_string!(i18n, panel.automatic, segment = name).clone()
        }
        None => t_string!(i18n, grid.automatic).to_owned(),
    };
    let choose = move |key: String| {
        if let Some(client) = client.get_untracked() {
            view.choose_segment(&[client], key.parse().ok());
        }
    };
    let options = Segment::ALL.map(|segment| {
        view! { <option value=segment.key()>{move || i18n::segment_name(i18n.get_locale(), segment)}</option> }
    });
    let finding = move || {
        let finding = found.get()?;
        let percent = kontor.formats.with(|formats| formats.percent(f64::from(finding.confidence) / 100.0, 0));
        Some(view! {
            <p class="panel-finding">
                <span class=format!("segment {}", finding.segment.key())>
                    {i18n::segment_name(i18n.get_locale(), finding.segment)}
                </span>
                <span>{t_string!(i18n, panel.confidence, percent = percent).clone()}</span>
                <span>{i18n::segment_note(i18n.get_locale(), finding)}</span>
            </p>
        })
    };
    view! {
        <div class="panel-field">
            <label for="panel-segment">{move || t_string!(i18n, fields.segment)}</label>
            <select
                id="panel-segment"
                prop:value=move || chosen.get().map_or("", Segment::key)
                on:change:target=move |event| choose(event.target().value())
            >
                <option value="">{automatic}</option>
                {options}
            </select>
        </div>
        {finding}
        <SegmentEvidence client=client />
    }
}

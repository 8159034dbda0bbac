//! What went wrong with a client (DOMAIN 1.13).

use leptos::prelude::*;

use super::form::{FormField, RowForm, Rows};
use crate::approach::{Incident, Section, Severity};
use crate::i18n::{Language, approach as wording};
use crate::state::approach::EntryKind;

const ROWS: RowForm = rows!(
    words!(incidents.one),
    words!(incidents.add),
    &[
        row!(words!(incidents.on), EntryKind::Day, incidents, on),
        row_choice!(words!(incidents.severity), severities, Severity::ALL, incidents, severity),
        row!(words!(incidents.text), EntryKind::Long, incidents, text),
        row!(words!(incidents.due), EntryKind::Day, incidents, due),
        row!(words!(incidents.resolved_on), EntryKind::Day, incidents, resolved_on),
    ] as &[FormField],
    incidents,
    |on| Incident { on, severity: Severity::Minor, text: String::new(), due: None, resolved_on: None }
);

fn severities(i18n: Language) -> Vec<&'static str> {
    Severity::ALL.map(|severity| wording::severity(i18n, severity)).to_vec()
}

#[component]
pub fn IncidentsSection() -> impl IntoView {
    view! { <Rows section=Section::Incidents form=&ROWS /> }
}

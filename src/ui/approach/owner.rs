//! Who decides at a small client, and how easily that person is reached (DOMAIN 1.3, 1.5).

use leptos::prelude::*;

use super::form::{Fields, FormField};
use crate::approach::Section;
use crate::state::approach::EntryKind;

const FIELDS: &[FormField] = &[
    field!(words!(owner.name), EntryKind::Text, owner.name),
    field!(words!(owner.role), EntryKind::Text, owner.role),
    field!(words!(owner.access), EntryKind::ANSWER, owner.access),
    field!(words!(owner.last_contact), EntryKind::Day, owner.last_contact),
    field!(words!(owner.needs), EntryKind::Long, owner.needs),
];

#[component]
pub fn OwnerSection() -> impl IntoView {
    view! { <Fields section=Section::Owner fields=FIELDS /> }
}

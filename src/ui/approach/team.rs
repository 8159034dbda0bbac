//! Everyone who serves a client, and how content the client is with each (DOMAIN 1.9).

use leptos::prelude::*;

use super::client::use_client;
use super::form::{FormField, RowForm, Rows};
use crate::approach::{Section, ServiceMember};
use crate::state::approach::EntryKind;
use crate::ui::parts::Figure;

const ROWS: RowForm = rows!(
    words!(team.one),
    words!(team.add),
    &[
        row!(words!(team.role), EntryKind::Text, team.0, role),
        row!(words!(team.name), EntryKind::Text, team.0, name),
        row!(words!(team.satisfaction), EntryKind::Number { least: 1.0, most: 5.0 }, team.0, satisfaction),
    ] as &[FormField],
    team.0,
    |_| ServiceMember::default()
);

#[component]
pub fn TeamSection() -> impl IntoView {
    let client = use_client();
    let mean = client.amount(|records, _| records.team.mean());
    let weakest = Signal::derive(move || {
        client.records.with(|records| {
            records.team.weakest().map(|member| format!("{} {}", member.role, member.name).trim().to_owned())
        })
    });
    let not_asked =
        client.amount(|records, _| (!records.team.0.is_empty()).then(|| f64::from(records.team.not_asked())));
    view! {
        <Rows section=Section::Team form=&ROWS />
        <dl class="figure-lines">
            <Figure label=words!(team.mean) formula=words!(team.mean_how) value=mean />
            <Figure label=words!(team.weakest) formula=words!(team.weakest_how) value=weakest />
            <Figure label=words!(team.not_asked) formula=words!(team.not_asked_how) value=not_asked />
        </dl>
    }
}

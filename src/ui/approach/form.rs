//! The fields and rows of a section, as data: what each reads of a client's records, and where it writes.

use leptos::prelude::*;

use super::client::use_client;
use crate::approach::{ClientRecords, Section};
use crate::i18n::{t, t_string, use_i18n};
use crate::state::approach::{Entry, EntryKind};
use crate::ui::parts::{ChoiceWords, EntryInput, Words};
use crate::workbook::Day;

/// Where a field stands: in which row of its section, and in which part of that row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct At {
    pub row: usize,
    pub part: usize,
}

/// One input.
#[derive(Clone, Copy)]
pub struct FormField {
    label: Words,
    kind: EntryKind,
    choices: Option<ChoiceWords>,
    /// The part that the field is about, where it is always the same one.
    part: Option<usize>,
    read: fn(&ClientRecords, At) -> Option<Entry>,
    write: fn(&mut ClientRecords, At, Entry) -> Option<()>,
}

impl FormField {
    /// A field of a kind. `read` and `write` give nothing for a row that is gone.
    pub const fn new(
        label: Words,
        kind: EntryKind,
        read: fn(&ClientRecords, At) -> Option<Entry>,
        write: fn(&mut ClientRecords, At, Entry) -> Option<()>,
    ) -> Self {
        Self { label, kind, choices: None, part: None, read, write }
    }

    /// The names of a choice's values.
    pub const fn of(self, choices: ChoiceWords) -> Self {
        Self { choices: Some(choices), ..self }
    }

    /// One of several fields that differ in their part alone.
    pub const fn part(self, part: usize) -> Self {
        Self { part: Some(part), ..self }
    }
}

/// A list of rows, each with the same fields.
pub struct RowForm {
    /// What one row is.
    pub name: Words,
    /// What the button says that adds one.
    pub add: Words,
    /// How many rows there are; those of a list within a row are counted for that row.
    pub count: fn(&ClientRecords, usize) -> usize,
    pub push: fn(&mut ClientRecords, usize, Day) -> Option<()>,
    pub remove: fn(&mut ClientRecords, At) -> Option<()>,
    pub fields: &'static [FormField],
    /// A list within each row.
    pub inner: Option<&'static RowForm>,
}

/// The inputs of some fields.
#[component]
pub fn Fields(section: Section, fields: &'static [FormField], #[prop(optional)] at: At) -> impl IntoView {
    let client = use_client();
    let input = move |field: &'static FormField| {
        let at = At { part: field.part.unwrap_or(at.part), ..at };
        let value = Memo::new(move |_| {
            let entry = client.records.with(|records| (field.read)(records, at));
            entry.unwrap_or_else(|| Entry::of_input("", field.kind))
        });
        let set = Callback::new(move |entry: Entry| {
            client.edit(section, |records| {
                (field.write)(records, at, entry);
            });
        });
        view! { <EntryInput label=field.label kind=field.kind choices=field.choices value=value.into() set=set /> }
    };
    view! { <div class="entries">{fields.iter().map(input).collect_view()}</div> }
}

/// Rows that can be added and removed.
#[component]
pub fn Rows(
    section: Section,
    form: &'static RowForm,
    /** The row that it is a list within. */
    #[prop(optional)]
    outer: Option<usize>,
) -> AnyView {
    let i18n = use_i18n();
    let client = use_client();
    let count = Memo::new(move |_| client.records.with(|records| (form.count)(records, outer.unwrap_or(0))));
    let place = move |place: usize| match outer {
        Some(row) => At { row, part: place },
        None => At { row: place, part: 0 },
    };
    let name = move |place: usize| format!("{} {}", (form.name)(i18n), place + 1);
    let row = move |place_in_list: usize| {
        let at = place(place_in_list);
        let remove = move || t_string!(i18n, approach.remove, name = name(place_in_list)).clone();
        view! {
            <div class="entry-row" role="group" aria-label=move || name(place_in_list)>
                <div class="entry-row-head">
                    <span>{move || name(place_in_list)}</span>
                    <button
                        type="button"
                        class="icon-button"
                        aria-label=remove
                        title=remove
                        on:click=move |_| {
                            client.edit(section, |records| {
                                (form.remove)(records, at);
                            });
                        }
                    >
                        "×"
                    </button>
                </div>
                <Fields section fields=form.fields at />
                {form.inner.map(|inner| view! { <Rows section form=inner outer=place_in_list /> })}
            </div>
        }
    };
    let add = move |_| {
        let today = client.today();
        client.edit(section, |records| {
            (form.push)(records, outer.unwrap_or(0), today);
        });
    };
    view! {
        <div class="entry-rows">
            <For each=move || 0..count.get() key=|place| *place let:place>
                {row(place)}
            </For>
            <button type="button" class="button entry-add" on:click=add>
                "+ " {move || (form.add)(i18n)}
            </button>
            {move || (count.get() == 0 && outer.is_none()).then(|| view! { <p class="entry-none">{t!(i18n, approach.no_rows)}</p> })}
        </div>
    }
    .into_any()
}

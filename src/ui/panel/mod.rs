//! The side panel: one client with all its fields.

mod analysis;
mod analysis_reasons;
mod field;
mod history;
mod link;

use leptos::{ev, html, prelude::*};

use self::analysis::AnalysisSection;
use self::field::PanelField;
use self::history::HistoryTable;
use crate::i18n::{t, t_string, use_i18n};
use crate::platform::dom;
use crate::state::Part;
use crate::state::clients::{Order, Place, Section};
use crate::ui::approach::ApproachSections;
use crate::ui::grid::FIELD;
use crate::ui::parts::SegmentEvidence;
use crate::ui::use_kontor;
use crate::workbook::RowId;

/// The side panel; nothing while no client is open.
#[component]
pub fn ClientPanel() -> impl IntoView {
    let kontor = use_kontor();
    // A client that is deleted, or of a workbook that was closed, is in no panel.
    let client = Memo::new(move |_| {
        kontor.book.follow(Part::Clients);
        kontor.book.follow_layout();
        kontor.client.0.get().filter(|client| kontor.book.table(|table| table.row_of(*client).is_some()))
    });
    let is_open = Memo::new(move |_| client.get().is_some());
    view! {
        <Show when=move || is_open.get()>
            <OpenPanel client=client />
        </Show>
    }
}

#[component]
fn OpenPanel(client: Memo<Option<RowId>>) -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let view = kontor.clients;
    let heading = NodeRef::<html::H2>::new();
    let name = Memo::new(move |_| {
        kontor.book.follow(Part::Cells);
        let client = client.get()?;
        kontor.book.table(|table| Some(table.name(table.row_of(client)?).to_owned()))
    });
    let title = move || match name.get().filter(|name| !name.trim().is_empty()) {
        Some(name) => name,
        None => t_string!(i18n, panel.unnamed).to_owned(),
    };
    let place = Memo::new(move |_| {
        view.order.track();
        let place = client.get().and_then(|client| view.place_of(client))?;
        Some(view.order.with(|order| order.clients_above(place)))
    });
    let all = Memo::new(move |_| view.order.with(Order::client_count));
    let number = move |value: usize| kontor.formats.with(|formats| formats.number(value as f64, 0));
    let where_ = move || {
        let place = place.get()? + 1;
        Some(t_string!(i18n, panel.place, place = number(place), all = number(all.get())).clone())
    };
    let can_step = move |step: isize| {
        place.get().and_then(|place| place.checked_add_signed(step)).is_some_and(|place| place < all.get())
    };
    let step = move |step: isize| {
        let next = client.get_untracked().and_then(|client| view.neighbour(client, step));
        if let Some(next) = next {
            kontor.client.0.set(Some(next));
            if let Some(row) = view.place_of(next) {
                view.go_to(Place { row, ..view.selected.get_untracked().active });
            }
        }
    };
    let close = move || {
        kontor.client.0.set(None);
        dom::focus(FIELD);
    };
    let pressed = move |event: ev::KeyboardEvent| {
        if event.is_composing() {
            return;
        }
        let is_heard = match (event.key().as_str(), event.alt_key()) {
            ("Escape", _) => (close(), true).1,
            ("PageDown", _) | ("ArrowDown" | "ArrowRight", true) => (step(1), true).1,
            ("PageUp", _) | ("ArrowUp" | "ArrowLeft", true) => (step(-1), true).1,
            _ => false,
        };
        if is_heard {
            event.prevent_default();
            event.stop_propagation();
        }
    };
    // The keyboard comes along once; going on to the next client leaves it where it is.
    Effect::new(move || {
        if let Some(heading) = heading.get() {
            dom::focus_in_place(&heading);
        }
    });
    let sections = move || Section::ALL.map(|section| view! { <PanelSection section=section client=client /> });
    view! {
        <aside class="panel" aria-labelledby="panel-title" on:keydown=pressed>
            <header class="panel-head">
                <h2 id="panel-title" tabindex="-1" node_ref=heading>{title}</h2>
                <span class="panel-place">{where_}</span>
                <button
                    type="button"
                    class="icon-button"
                    aria-label=move || t_string!(i18n, panel.previous)
                    title=move || t_string!(i18n, panel.previous)
                    aria-keyshortcuts="Alt+ArrowUp PageUp"
                    disabled=move || !can_step(-1)
                    on:click=move |_| step(-1)
                >
                    "↑"
                </button>
                <button
                    type="button"
                    class="icon-button"
                    aria-label=move || t_string!(i18n, panel.next)
                    title=move || t_string!(i18n, panel.next)
                    aria-keyshortcuts="Alt+ArrowDown PageDown"
                    disabled=move || !can_step(1)
                    on:click=move |_| step(1)
                >
                    "↓"
                </button>
                <button
                    type="button"
                    class="icon-button"
                    aria-label=move || t_string!(i18n, panel.close)
                    title=move || t_string!(i18n, panel.close)
                    on:click=move |_| close()
                >
                    "×"
                </button>
            </header>
            <div class="panel-body">
                <fieldset class="panel-group">
                    <legend>{t!(i18n, panel.segment)}</legend>
                    {move || client.get().map(|client| view! { <SegmentEvidence client /> })}
                </fieldset>
                <AnalysisSection client=client />
                {sections()}
                <HistoryTable client=client />
                <ApproachSections client=client />
            </div>
        </aside>
    }
}

#[component]
fn PanelSection(section: Section, client: Memo<Option<RowId>>) -> impl IntoView {
    let i18n = use_i18n();
    let book = use_kontor().book;
    let columns = Memo::new(move |_| {
        book.follow(Part::Columns);
        book.follow_layout();
        book.table(|table| section.columns(table))
    });
    let title = move || match section {
        Section::Identity => t_string!(i18n, panel.identity),
        Section::Business => t_string!(i18n, panel.business),
        Section::People => t_string!(i18n, panel.people),
        Section::Terms => t_string!(i18n, panel.terms),
        Section::Own => t_string!(i18n, panel.own),
    };
    view! {
        <Show when=move || columns.with(|columns| !columns.is_empty())>
            <fieldset class="panel-group">
                <legend>{title}</legend>
                <For
                    each=move || columns.get()
                    key=|column| (column.id.clone(), column.title.clone(), column.kind)
                    let:column
                >
                    <PanelField column=column client=client />
                </For>
            </fieldset>
        </Show>
    }
}

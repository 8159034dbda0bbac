//! A list that is imported over clients that are there: are they the same ones?

use leptos::prelude::*;

use super::choices::Choices;
use super::flow::Flow;
use super::state::{Phase, Progress};
use super::trouble::Trouble;
use crate::exchange::{Mapping, ROW_ID_HEADING, Reply, Request};
use crate::i18n::{Locale, segment_name, t, t_string, use_i18n};
use crate::platform;
use crate::platform::exchange::{Answer, Failure};
use crate::review::{Options, Review, SegmentNames};
use crate::segment::Segment;
use crate::state::{DialogName, Part, Reviewed, Screen, Sheet};
use crate::workbook::{Batch, History, Source, Workbook};

/// What becomes of a list where the workbook has clients.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    /// Its rows are the clients: what differs is reviewed.
    Update,
    /// All of them are new clients.
    Add,
}

impl Flow {
    /// Whether the workbook has clients that the list could be about; followed.
    pub fn has_clients(self) -> bool {
        let context = self.context();
        context.book.follow(Part::Clients);
        context.desk.screen.get() == Screen::Workbook && context.book.table(|table| table.client_count() > 0)
    }

    /// Whether it is decided what becomes of the list, or nothing is to be decided; followed.
    pub fn is_aim_known(self) -> bool {
        self.context().import.aim.get().is_some() || !self.has_clients()
    }

    /// Proposes to update the clients where the list has their identities, or enough of them are known.
    pub fn propose_aim(self) {
        let state = self.context().import;
        state.aim.set(None);
        if !untrack(|| self.has_clients()) {
            return;
        }
        let Some((mapping, has_ids)) = state.choices.with_untracked(|choices| choices.as_ref().map(mapping)) else {
            return;
        };
        if has_ids {
            return state.aim.set(Some(Aim::Update));
        }
        let ticket = state.take_ticket();
        (self.context().book.host().later)(Box::new(move || {
            if !state.is_current(ticket) {
                return;
            }
            self.ask(
                mapping,
                true,
                |_| {},
                move |answer| {
                    // What the person chose meanwhile stands.
                    if state.is_current(ticket) && state.aim.get_untracked().is_none() {
                        let is_update = matches!(answer, Ok((Reply::Compared(review), _)) if review.is_update());
                        state.aim.set(Some(if is_update { Aim::Update } else { Aim::Add }));
                    }
                },
            );
        }));
    }

    /// Imports or compares, as it was decided.
    pub fn submit(self) {
        match self.context().import.aim.get_untracked() {
            Some(Aim::Update) if untrack(|| self.has_clients()) => self.compare(),
            _ => self.import(),
        }
    }

    /// Compares the list with the clients, and opens what differs.
    fn compare(self) {
        let state = self.context().import;
        let Some((mapping, _)) = state.choices.with_untracked(|choices| choices.as_ref().map(mapping)) else { return };
        let ticket = state.take_ticket();
        state.trouble.set(None);
        state.progress.set(Progress::default());
        state.phase.set(Phase::Building);
        self.ask(
            mapping,
            false,
            move |done| state.progress.update(|progress| progress.done = done),
            move |answer| {
                if !state.is_current(ticket) {
                    return;
                }
                match answer {
                    Ok((Reply::Compared(review), bytes)) => self.review(review, &bytes),
                    other => self.answered(ticket, other),
                }
            },
        );
    }

    fn ask(
        self,
        mapping: Mapping,
        count_only: bool,
        mut on_progress: impl FnMut(f32) + 'static,
        on_answer: impl FnOnce(Answer) + 'static,
    ) {
        let book = self.context().book;
        let options = Options { count_only, offer_deleted: true, segments: segment_names(), ..Options::default() };
        let imported_on = Some((book.host().today)());
        let request = Request::Compare { mapping, options, imported_on };
        let snapshot = platform::exchange::buffer(&book.with(Workbook::snapshot));
        platform::exchange::ask(&request, Some(snapshot), move |_, done| on_progress(done), on_answer);
    }

    fn review(self, review: Review, bytes: &[u8]) {
        let context = self.context();
        let added = if bytes.is_empty() { Some(no_rows()) } else { Batch::from_bytes(bytes).ok() };
        let Some(added) = added else { return self.stumble(Trouble::Worker(Failure::Broken)) };
        let currency = context.import.currency.get_untracked();
        context.import.close();
        context.sheet.set(Sheet::Clients);
        // The dialog before gives the keyboard back first.
        (context.book.host().later)(Box::new(move || {
            context.review.show(Reviewed { review, added, currency });
            context.dialog.open(DialogName::Review);
        }));
    }
}

/// The mapping, and whether the sheet has the clients' identities.
fn mapping(choices: &Choices) -> (Mapping, bool) {
    let has_ids = choices.proposal().columns.iter().any(|column| column.heading == ROW_ID_HEADING);
    (choices.mapping(), has_ids)
}

fn no_rows() -> Batch {
    Batch { source: Source::default(), rows: 0, columns: Vec::new(), history: History::default() }
}

/// The segments' names in every language: a file may have been written in another than the page's.
fn segment_names() -> SegmentNames {
    let languages = [Locale::en, Locale::zh_CN, Locale::ru];
    let names = languages.into_iter().flat_map(|locale| {
        Segment::ALL.into_iter().map(move |segment| (segment_name(locale, segment).to_owned(), segment))
    });
    SegmentNames(names.collect())
}

/// Asks whether the list updates the clients or brings new ones.
#[component]
pub fn AimChoice(flow: Flow) -> impl IntoView {
    let i18n = use_i18n();
    let state = flow.context().import;
    let is_asked = Memo::new(move |_| state.choices.with(Option::is_some) && flow.has_clients());
    let radio = move |aim: Aim| {
        let text = move || match aim {
            Aim::Update => t_string!(i18n, review.aim_update),
            Aim::Add => t_string!(i18n, review.aim_add),
        };
        view! {
            <label class="import-answer">
                <input
                    type="radio"
                    name="import-aim"
                    prop:checked=move || state.aim.get() == Some(aim)
                    disabled=move || state.phase.get().is_working()
                    on:change=move |_| state.aim.set(Some(aim))
                />
                <span>{text}</span>
            </label>
        }
    };
    view! {
        <Show when=move || is_asked.get()>
            <fieldset class="import-aim" role="radiogroup">
                <legend>{t!(i18n, review.aim)}</legend>
                {radio(Aim::Update)}
                {radio(Aim::Add)}
                <Show when=move || state.aim.get().is_none()>
                    <span class="import-detail">{t!(i18n, review.aim_asking)}</span>
                </Show>
            </fieldset>
        </Show>
    }
}

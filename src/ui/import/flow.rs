//! From a file to an edit: what the dialog asks of the worker, and what it makes of the answers.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::choices::Choices;
use super::currency;
use super::outcome::Outcome;
use super::remembering;
use super::state::{Phase, Progress};
use super::trouble::Trouble;
use crate::exchange::{self, Mapping, Proposal, ReadError, Reply, Request, RowMeaning, Taking};
use crate::i18n::{Locale, tables, td_string};
use crate::journal::{Backup, WorkbookInfo};
use crate::platform::exchange::{Answer, Failure};
use crate::platform::{self, files, library};
use crate::state::{Notice, Screen, Sheet};
use crate::ui::Context;
use crate::workbook::{ColumnDefinition, ColumnId, Edit, Origin};

/// How much of the way to a proposal lies in opening the file; the rest is the sheet.
const OPENED: f32 = 0.6;

/// What the dialog's controls do. Small, as each column has a few closures that hold it.
#[derive(Clone, Copy)]
pub struct Flow(StoredValue<(Context, Signal<Locale>)>);

impl Flow {
    /// Lives as long as the component that makes it.
    pub fn new(context: &Context, locale: Signal<Locale>) -> Self {
        Self(StoredValue::new((*context, locale)))
    }

    pub fn context(self) -> Context {
        self.0.with_value(|(context, _)| *context)
    }

    /// The language of the page.
    pub fn locale(self) -> Signal<Locale> {
        self.0.with_value(|(_, locale)| *locale)
    }

    /// Reads a file that was chosen or dropped, and proposes what becomes of its likeliest sheet.
    pub fn take_file(self, file: files::File) {
        let state = self.context().import;
        // A worker in the middle of another file would finish that first.
        if platform::exchange::is_busy() {
            platform::exchange::stop();
        }
        platform::exchange::start();
        state.reset();
        state.is_open.set(true);
        state.file.set(file.name());
        state.phase.set(Phase::Opening);
        state.started.set_value((self.context().book.host().now)());
        let ticket = state.take_ticket();
        spawn_local(async move {
            let bytes = file.buffer().await;
            if !state.is_current(ticket) {
                return;
            }
            let Ok(bytes) = bytes else { return self.stumble(Trouble::Unavailable) };
            if Backup::is_backup(&files::first_bytes(&bytes, 64)) {
                // Dropped or chosen here, a backup is still a backup.
                state.close();
                return library::open_backup(&files::first_bytes(&bytes, u32::MAX)).await;
            }
            platform::exchange::ask(
                &Request::Open { name: file.name() },
                Some(bytes),
                move |stage, done| state.advance(stage, done, 0.0, OPENED),
                move |answer| self.answered(ticket, answer),
            );
        });
    }

    /// Reads a sheet and proposes what becomes of it; without a heading row the likeliest is found.
    pub fn propose(self, sheet: u32, heading_row: Option<u32>) {
        let state = self.context().import;
        // The same table, with another row of headings. Other sheets have theirs elsewhere.
        let same = |choices: &Choices| choices.proposal().tables.taking.table;
        let table = state.choices.with_untracked(|choices| choices.as_ref().map(same));
        let table = table.filter(|_| heading_row.is_some()).unwrap_or_default();
        self.take(sheet, heading_row, Taking { table, also: Vec::new() });
    }

    /// Reads another part of the file and proposes what becomes of it.
    pub fn take(self, sheet: u32, heading_row: Option<u32>, taking: Taking) {
        let state = self.context().import;
        let ticket = state.take_ticket();
        state.sheet.set(sheet);
        state.trouble.set(None);
        if state.phase.get_untracked() != Phase::Opening {
            state.progress.set(Progress::default());
        }
        state.phase.set(Phase::Proposing);
        let from = state.progress.with_untracked(|progress| progress.done);
        platform::exchange::ask(
            &Request::Propose { sheet, heading_row, taking, context: self.known_columns() },
            None,
            move |stage, done| state.advance(stage, done, from, 1.0),
            move |answer| self.answered(ticket, answer),
        );
    }

    /// Makes a batch as it was confirmed, and puts it into the workbook.
    pub fn import(self) {
        let state = self.context().import;
        let Some(mut mapping) = state.choices.with_untracked(|choices| choices.as_ref().map(Choices::mapping)) else {
            return;
        };
        state.choices.with_untracked(|choices| choices.iter().for_each(remembering::remember));
        if let RowMeaning::OrderLines(lines) = &mut mapping.rows {
            td_string!(self.locale().get_untracked(), rollup.nameless).clone_into(&mut lines.nameless);
        }
        let ticket = state.take_ticket();
        state.trouble.set(None);
        state.progress.set(Progress::default());
        state.phase.set(Phase::Building);
        let today = (self.context().book.host().today)();
        platform::exchange::ask(
            &Request::Build { mapping, imported_on: Some(today) },
            None,
            move |stage, done| state.advance(stage, done, 0.0, 1.0),
            move |answer| self.answered(ticket, answer),
        );
    }

    /// Asks what the order lines come to as they are mapped now.
    pub fn count_lines(self, mapping: Mapping) {
        let state = self.context().import;
        let ticket = state.take_ticket();
        platform::exchange::ask(
            &Request::RollUp { mapping: mapping.clone() },
            None,
            |_, _| {},
            move |answer| match answer {
                Ok((Reply::RolledUp(totals), _)) if state.is_current(ticket) => state.choices.update(|choices| {
                    if let Some(choices) = choices {
                        choices.take_totals(mapping, totals);
                    }
                }),
                answer => self.answered(ticket, answer),
            },
        );
    }

    pub(super) fn answered(self, ticket: u32, answer: Answer) {
        let state = self.context().import;
        if !state.is_current(ticket) {
            return;
        }
        match answer {
            Ok((Reply::Opened(opened), _)) => {
                let sheet = opened.proposed_sheet;
                state.opened.set(Some(opened));
                self.propose(sheet, None);
            }
            Ok((Reply::Proposed(proposal), _)) => self.show(proposal),
            Ok((Reply::Built { rows, problems, problem_rows, rolled }, bytes)) => {
                let file = state.file.get_untracked();
                let title = without_extension(&file).to_owned();
                // The dialog goes first, and the clients come in the next moment: both at once would block the page
                // for longer.
                if problems.count == 0 {
                    state.close();
                }
                let outcome = Outcome { file, clients: rows, problems, problem_rows, rolled };
                (self.context().book.host().later)(Box::new(move || self.apply(title, outcome, bytes)));
            }
            Ok((Reply::Failed(error), _)) => self.stumble(Trouble::Unreadable(error)),
            // Nothing else was asked.
            Ok(_) => {}
            Err(failure) => self.stumble(Trouble::Worker(failure)),
        }
    }

    fn show(self, proposal: Proposal) {
        let state = self.context().import;
        if state.choices.with_untracked(Option::is_none) {
            let proposed = currency::proposed(&proposal, self.locale().get_untracked());
            state.currency.set(proposed.to_owned());
        }
        let choices = state.choices.with_untracked(|before| remembering::choices(proposal, before.as_ref()));
        state.choices.set(Some(choices));
        state.proposals.update(|count| *count += 1);
        state.phase.set(Phase::Confirming);
        self.propose_aim();
    }

    /// Says what went wrong. Where only the sheet is bad, another one of the file can be chosen.
    pub(super) fn stumble(self, trouble: Trouble) {
        let state = self.context().import;
        let is_of_sheet = state.opened.with_untracked(Option::is_some)
            && matches!(&trouble, Trouble::Unreadable(error) if *error != ReadError::NotOpen);
        if !is_of_sheet {
            state.opened.set(None);
        }
        if matches!(trouble, Trouble::Worker(Failure::Broken)) {
            // The next file should not have to wait for the worker that replaces this one.
            platform::exchange::start();
        }
        state.choices.set(None);
        state.trouble.set(Some(trouble));
        state.phase.set(Phase::Choosing);
    }

    /// Puts a batch into the open workbook, or into a new one where none is open.
    fn apply(self, title: String, outcome: Outcome, bytes: Vec<u8>) {
        if self.context().desk.screen.get_untracked() == Screen::Workbook {
            return self.put(outcome, bytes);
        }
        spawn_local(async move {
            let info = WorkbookInfo { title: title.clone(), ..WorkbookInfo::default() };
            // The import is no part of what the workbook begins with: it can be undone.
            library::create(info, vec![Edit::SetTitle(title)]).await;
            self.put(outcome, bytes);
        });
    }

    fn put(self, outcome: Outcome, bytes: Vec<u8>) {
        let (state, book) = (self.context().import, self.context().book);
        let host = book.host();
        let currency = state.currency.get_untracked();
        // Before the import, so that one undo takes the import away, and the import alone.
        if !currency.is_empty() && book.with(|workbook| workbook.currency().is_empty()) {
            book.edit(Edit::SetCurrency(currency));
        }
        let origin = Origin::from_random((host.random)());
        let bytes: Arc<[u8]> = bytes.into();
        book.unpack(origin, &bytes);
        (host.later)(Box::new(move || self.take_in(outcome, origin, bytes)));
    }

    fn take_in(self, outcome: Outcome, origin: Origin, bytes: Arc<[u8]>) {
        let (state, book) = (self.context().import, self.context().book);
        let host = book.host();
        if !book.edit(Edit::Import { origin, bytes }) {
            // Why not is said by the notice, which is behind the dialog.
            return state.close();
        }
        let (clients, misfits) = (outcome.clients, outcome.problems.count);
        let rolled = outcome.rolled.as_ref().map(|totals| (totals.lines, totals.agreed()));
        state.outcome.set(Some(outcome));
        self.context().sheet.set(Sheet::Clients);
        if misfits > 0 {
            state.close();
            state.show_problems();
        }
        book.notices().push(Notice::Imported { clients, misfits });
        if let Some((lines, total)) = rolled {
            book.notices().push(Notice::RolledUp { lines, clients, total });
        }
        let started = state.started.get_value();
        // The rows are on screen once the browser has painted what was changed here.
        (host.later)(Box::new(move || {
            (host.later)(Box::new(move || (host.measure)("kontor:import", started)));
        }));
    }

    /// The person's own columns, which a heading of the same name should meet again.
    fn known_columns(self) -> exchange::Context {
        let is_own = |definition: &&ColumnDefinition| matches!(definition.id, ColumnId::Own(_));
        let own_columns = self.context().book.table(|table| {
            let shown = table.shown_columns();
            shown.into_iter().map(|column| &column.definition).filter(is_own).cloned().collect()
        });
        let today = Some((self.context().book.host().today)());
        exchange::Context { own_columns, corrected: tables::problem_sheets(), today, names: Vec::new() }
    }
}

/// A file's name without what says its kind: the title of a workbook that is made of it.
fn without_extension(file: &str) -> &str {
    file.rsplit_once('.').map(|(name, _)| name).filter(|name| !name.is_empty()).unwrap_or(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_workbook_is_called_like_its_file() {
        let titles = ["clients 2024.xlsx", "客户.v2.csv", "list", ".csv"].map(without_extension);
        assert_eq!(titles, ["clients 2024", "客户.v2", "list", ".csv"]);
    }
}

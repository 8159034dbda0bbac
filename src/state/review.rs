//! A list that is reviewed against the clients: what it says, and what the person takes of it.

use std::sync::Arc;

use leptos::prelude::*;

use super::book::Book;
use super::notices::Notice;
use crate::review::{self, Item, ItemKind, Review};
use crate::workbook::{Batch, Edit, Origin};

/// Which items are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Only {
    #[default]
    Everything,
    Kind(ItemKind),
    /// What is in doubt.
    Unsure,
}

/// A list, compared with the clients.
#[derive(Clone, Debug)]
pub struct Reviewed {
    pub review: Review,
    /// The rows that would be added.
    pub added: Batch,
    /// ISO 4217: what the person said the list counts in, for a workbook that counts in nothing yet.
    pub currency: String,
}

/// The review that is open.
#[derive(Clone, Copy)]
pub struct ReviewState {
    pub list: RwSignal<Option<Arc<Reviewed>>>,
    /// For each item whether it is taken.
    taken: RwSignal<Vec<bool>>,
    pub only: RwSignal<Only>,
    /// Whether the clients that a list without row ids lacks are to go.
    deletes_missing: RwSignal<bool>,
}

impl Default for ReviewState {
    fn default() -> Self {
        Self {
            list: RwSignal::new(None),
            taken: RwSignal::default(),
            only: RwSignal::default(),
            deletes_missing: RwSignal::default(),
        }
    }
}

impl Only {
    /// Whether an item is shown.
    pub fn shows(self, item: &Item) -> bool {
        match self {
            Self::Everything => true,
            Self::Kind(kind) => item.kind == kind,
            Self::Unsure => item.doubt.is_some(),
        }
    }
}

impl ReviewState {
    /// Begins a review, with what is proposed taken.
    pub fn show(&self, reviewed: Reviewed) {
        self.taken.set(reviewed.review.items.iter().map(|item| item.is_proposed).collect());
        self.only.set(Only::default());
        self.deletes_missing.set(false);
        self.list.set(Some(Arc::new(reviewed)));
    }

    /// Forgets the review.
    pub fn clear(&self) {
        self.list.set(None);
        self.taken.set(Vec::new());
    }

    /// The numbers of the items that are shown; followed.
    pub fn shown(&self) -> Vec<u32> {
        let only = self.only.get();
        let shown = |reviewed: &Arc<Reviewed>| {
            let items = reviewed.review.items.iter().zip(0..);
            items.filter(|(item, _)| only.shows(item)).map(|(_, at)| at).collect()
        };
        self.list.with(|list| list.as_ref().map(shown).unwrap_or_default())
    }

    /// Whether an item is taken; followed.
    pub fn is_taken(&self, at: u32) -> bool {
        self.taken.with(|taken| taken.get(at as usize).copied().unwrap_or(false))
    }

    /// How many items are taken; followed.
    pub fn taken_count(&self) -> u32 {
        self.taken.with(|taken| taken.iter().filter(|taken| **taken).count() as u32)
    }

    pub fn take(&self, at: u32, is_taken: bool) {
        self.taken.update(|taken| {
            if let Some(place) = taken.get_mut(at as usize) {
                *place = is_taken;
            }
        });
    }

    /// Whether the clients that the list lacks are to go; followed.
    pub fn deletes_missing(&self) -> bool {
        self.deletes_missing.get()
    }

    /// Lets all clients that the list lacks go, or stay.
    pub fn delete_missing(&self, is_taken: bool) {
        self.deletes_missing.set(is_taken);
        self.list.with_untracked(|list| {
            let Some(list) = list else { return };
            self.taken.update(|taken| {
                let items = list.review.items.iter().zip(taken.iter_mut());
                items.filter(|(item, _)| list.review.is_missing(item)).for_each(|(_, place)| *place = is_taken);
            });
        });
    }

    /// Whether an item can be taken: a client that the list lacks only where those are to go; followed.
    pub fn is_offered(&self, at: u32) -> bool {
        let deletes = self.deletes_missing.get();
        deletes || self.list.with(|list| list.as_ref().is_some_and(|list| !is_missing(list, at)))
    }

    /// Takes or leaves all items that are shown. Clients that the list lacks stay out, unless they are to go.
    pub fn take_shown(&self, is_taken: bool) {
        let shown = untrack(|| self.shown().into_iter().filter(|at| self.is_offered(*at)).collect::<Vec<_>>());
        self.taken.update(|taken| {
            for at in shown {
                if let Some(place) = taken.get_mut(at as usize) {
                    *place = is_taken;
                }
            }
        });
    }

    /// Does what is taken: one step of undo. Says whether it was done.
    pub fn apply(&self, book: Book) -> bool {
        let Some(list) = self.list.get_untracked() else { return false };
        let host = book.host();
        let mut change = self.taken.with_untracked(|taken| {
            let origin = Origin::from_random((host.random)());
            book.table(|table| review::change(&list.review, &list.added, taken, table, origin))
        });
        review::choose_segments(&mut change, (host.today)());
        // Before the change, so that one undo takes the change back, and the change alone.
        if !list.currency.is_empty() && book.with(|workbook| workbook.currency().is_empty()) {
            book.edit(Edit::SetCurrency(list.currency.clone()));
        }
        let is_done = book.edit(Edit::Change(change));
        if is_done {
            book.notices().push(Notice::Reviewed { taken: untrack(|| self.taken_count()) });
        }
        is_done
    }
}

fn is_missing(list: &Reviewed, at: u32) -> bool {
    list.review.items.get(at as usize).is_some_and(|item| list.review.is_missing(item))
}

#[cfg(test)]
mod tests {
    use super::super::{Host, Notices};
    use super::*;
    use crate::review::Options;
    use crate::segment::SegmentRules;
    use crate::workbook::{BatchColumn, ColumnData, ColumnDefinition, Field, History, Source, Value, Workbook};

    fn batch(rows: &[(&str, &str)]) -> Batch {
        let column = |field: Field, text: &dyn Fn(usize) -> Value| {
            let mut data = ColumnData::default();
            (0..rows.len()).for_each(|row| data.set(row as u32, &text(row), field.kind()));
            BatchColumn { definition: ColumnDefinition::of_field(field), data }
        };
        let columns = vec![
            column(Field::Name, &|row| Value::text(rows[row].0)),
            column(Field::Phone, &|row| Value::text(rows[row].1)),
        ];
        Batch { source: Source::default(), rows: rows.len() as u32, columns, history: History::default() }
    }

    #[test]
    fn what_is_taken_is_done_as_one_step() {
        Owner::new().with(|| {
            let mut workbook = Workbook::new(Origin(1));
            let bytes = batch(&[("Acme", "1"), ("Bolt", "2")]).to_bytes().into();
            workbook.apply(Edit::Import { origin: Origin(7), bytes }).expect("an import");
            let book = Book::new(workbook, Host::for_tests(), Notices::default());
            let list = batch(&[("Acme", "9"), ("Bolt", "8"), ("Cork", "3")]);
            let (review, added) =
                book.table(|table| review::compare(table, &list, &Options::default(), &SegmentRules::default()));
            let state = ReviewState::default();
            state.show(Reviewed { review, added, currency: "EUR".to_owned() });
            assert_eq!(state.taken_count(), 3);
            state.only.set(Only::Kind(ItemKind::Changed));
            assert_eq!(state.shown(), [0, 1]);
            state.take_shown(false);
            state.take(1, true);
            assert_eq!(state.taken_count(), 2);
            assert!(state.apply(book));
            let clients = || {
                book.table(|table| {
                    let client = |row| format!("{} {}", table.name(row), table.field(Field::Phone).text(row));
                    table.rows().map(client).collect::<Vec<_>>()
                })
            };
            assert_eq!(clients(), ["Acme 1", "Bolt 8", "Cork 3"]);
            assert_eq!(book.with(|workbook| workbook.currency().to_owned()), "EUR");
            book.undo();
            assert_eq!(clients(), ["Acme 1", "Bolt 2"]);
        });
    }

    #[test]
    fn clients_that_a_list_lacks_go_only_where_it_is_asked_for() {
        Owner::new().with(|| {
            let mut workbook = Workbook::new(Origin(1));
            let bytes = batch(&[("Acme", "1"), ("Bolt", "2"), ("Cork", "3")]).to_bytes().into();
            workbook.apply(Edit::Import { origin: Origin(7), bytes }).expect("an import");
            let book = Book::new(workbook, Host::for_tests(), Notices::default());
            let list = batch(&[("Acme", "9")]);
            let options = Options { offer_deleted: true, ..Options::default() };
            let (review, added) = book.table(|table| review::compare(table, &list, &options, &SegmentRules::default()));
            assert_eq!(review.missing(), 2);
            let state = ReviewState::default();
            state.show(Reviewed { review, added, currency: String::new() });
            state.take_shown(true);
            assert_eq!((state.taken_count(), state.is_offered(1)), (1, false));
            state.delete_missing(true);
            assert_eq!((state.taken_count(), state.is_offered(1)), (3, true));
            state.take(2, false);
            assert!(state.apply(book));
            let names = || book.table(|table| table.rows().map(|row| table.name(row).to_owned()).collect::<Vec<_>>());
            assert_eq!(names(), ["Acme", "Cork"]);
            book.undo();
            assert_eq!(names(), ["Acme", "Bolt", "Cork"]);
            state.delete_missing(false);
            assert_eq!(state.taken_count(), 1);
        });
    }
}

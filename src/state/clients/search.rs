//! Find and replace as signals: what is looked for, what was found, and what comes of replacing it.

use leptos::prelude::*;

use super::columns::SheetColumn;
use super::filter::Searched;
use super::finder::{FindQuery, Finder, Scope, Spot};
use super::ranges::disjoint;
use super::selection::{Place, Selection};
use super::view::ClientsView;
use crate::workbook::{Change, ChangeKind, Edit};

/// How long one slice of a search may hold up the page, in milliseconds.
const SLICE: f64 = 24.0;

/// A cell in which something was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    pub client: String,
    pub column: SheetColumn,
    pub place: Place,
    pub text: String,
    /// What the replacement makes of it; nothing while a person only looks.
    pub after: Option<String>,
    /// Whether the result would fit the column.
    pub fits: bool,
}

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The first of the hits.
    pub hits: Vec<Hit>,
    /// How many there are.
    pub count: u32,
    /// How many cells a replacement would change, and how many it would leave because the result does not fit.
    pub changed: u32,
    pub unfit: u32,
    pub is_done: bool,
}

/// A search through the Clients sheet, for as long as its window is open.
#[derive(Clone, Copy)]
pub struct Search {
    view: ClientsView,
    pub query: RwSignal<FindQuery>,
    pub found: RwSignal<Found>,
    finder: StoredValue<Option<Finder>>,
    /// What was selected when the window was opened.
    areas: StoredValue<Vec<Selection>>,
    column: usize,
    /// Grows with each start, so that slices of an older search end.
    run: StoredValue<u64>,
}

impl Search {
    /// So many hits are listed.
    pub const LISTED: usize = 200;

    /// A search over what is shown and selected now.
    pub fn new(view: ClientsView) -> Self {
        let areas = disjoint(&untrack(|| view.ranges()));
        Self {
            view,
            query: RwSignal::new(FindQuery::default()),
            found: RwSignal::new(Found::default()),
            finder: StoredValue::new(None),
            column: areas.first().map_or(0, |area| area.active.column),
            areas: StoredValue::new(areas),
            run: StoredValue::new(0),
        }
    }

    /// Whether more than one cell was selected.
    pub fn has_selection(&self) -> bool {
        self.areas.with_value(|areas| areas.len() > 1 || areas.iter().any(|area| !area.is_one_cell()))
    }

    /// Looks anew for what is asked now. Follows nothing.
    pub fn start(&self) {
        untrack(|| {
            let run = self.run.get_value() + 1;
            self.run.set_value(run);
            let query = self.query.get();
            let (rows, columns) = (self.view.extent(1).rows, self.view.columns.with(|columns| columns.len() as u32));
            let columns = if query.scope == Scope::Column { vec![self.column as u32] } else { (0..columns).collect() };
            let areas = if query.scope == Scope::Selection { self.areas.get_value() } else { Vec::new() };
            let clients = self.view.order.with(|order| {
                self.view.book.table(|table| {
                    let shown =
                        |place: usize| order.row(place).and_then(|row| Some((place as u32, row, table.row_id(row)?)));
                    (0..rows).filter_map(shown).collect()
                })
            });
            let today = (self.view.book.host().today)();
            let finder = Finder::new(query, clients, columns, areas, today);
            let is_empty = finder.is_none();
            self.finder.set_value(finder);
            if is_empty {
                self.found.set(Found { is_done: true, ..Found::default() });
            } else {
                self.slice(run);
            }
        });
    }

    /// Selects the next cell with what is looked for. Says whether there is any.
    pub fn next(&self) -> bool {
        let from = self.view.selected.get_untracked().active;
        let next = self.finder.with_value(|finder| finder.as_ref().and_then(|finder| finder.next(from)));
        if let Some(place) = next {
            self.view.go_to(place);
        }
        next.is_some()
    }

    /// Replaces what was found in the active cell, as one step of undo, and goes on to the next; what would not fit is
    /// left. Where the active cell is none of those it only goes on. Says whether a cell was changed.
    pub fn replace_next(&self) -> bool {
        let from = self.view.selected.get_untracked().active;
        let (cells, next) = untrack(|| {
            self.with_sheet(|sheet| {
                self.finder.with_value(|finder| match finder {
                    Some(finder) => (finder.replacement_at(from, sheet), finder.next(from)),
                    None => (Vec::new(), None),
                })
            })
        });
        let is_changed = !cells.is_empty()
            && self.view.book.edit(Edit::Change(Change { kind: ChangeKind::Replace, cells, ..Change::default() }));
        if is_changed {
            self.start();
        }
        if let Some(place) = next {
            self.view.go_to(place);
        }
        is_changed
    }

    /// Replaces everything that was found, as one step of undo. What would not fit is left.
    pub fn replace_all(&self) {
        let cells =
            self.finder.try_update_value(|finder| finder.as_mut().map(|finder| std::mem::take(&mut finder.cells)));
        let cells = cells.flatten().unwrap_or_default();
        if !cells.is_empty() {
            self.view.book.edit(Edit::Change(Change { kind: ChangeKind::Replace, cells, ..Change::default() }));
        }
        self.start();
    }

    fn slice(self, run: u64) {
        if self.run.try_get_value() != Some(run) {
            return;
        }
        let host = self.view.book.host();
        let start = (host.now)();
        let is_done = untrack(|| {
            self.with_sheet(|sheet| {
                let step = |finder: &mut Option<Finder>| {
                    let Some(finder) = finder else { return true };
                    loop {
                        if finder.step(sheet) {
                            return true;
                        }
                        if (host.now)() - start > SLICE {
                            return false;
                        }
                    }
                };
                self.finder.try_update_value(step).unwrap_or(true)
            })
        });
        if is_done {
            let found = untrack(|| self.with_sheet(|sheet| self.told(sheet)));
            self.found.set(found);
            (host.measure)("kontor:find", start);
        } else {
            self.found.update(|found| found.is_done = false);
            (host.later)(Box::new(move || self.slice(run)));
        }
    }

    fn told(&self, sheet: &Searched) -> Found {
        self.finder.with_value(|finder| {
            let Some(finder) = finder else { return Found::default() };
            let hits = finder.spots.iter().take(Self::LISTED).filter_map(|spot| hit(finder, *spot, sheet)).collect();
            let count = finder.spots.len() as u32;
            Found { hits, count, changed: finder.changed, unfit: finder.unfit, is_done: true }
        })
    }

    fn with_sheet<T>(&self, work: impl FnOnce(&Searched) -> T) -> T {
        let view = self.view;
        view.book.table(|table| {
            view.book.segments().with(|findings| {
                let (columns, formats, wording) = (view.columns.get(), view.formats.read(), view.wording.read());
                work(&Searched { table, columns: &columns, findings, formats: &formats, wording: &wording })
            })
        })
    }
}

fn hit(finder: &Finder, spot: Spot, sheet: &Searched) -> Option<Hit> {
    let column = sheet.columns.get(spot.1 as usize)?;
    let (_, row, _) = finder.client(spot)?;
    let text = if column.is_segment() {
        sheet.findings.segment(row).map(|segment| sheet.wording.segment(segment).to_owned()).unwrap_or_default()
    } else {
        sheet.formats.value(&sheet.table.value(row, &column.id), column.kind)
    };
    let replaced = finder.replaced(spot, sheet);
    let fits = replaced.as_ref().is_some_and(|replaced| replaced.values.is_some());
    let after = replaced.map(|replaced| match replaced.values.as_deref() {
        Some([(_, value)]) => sheet.formats.value(value, column.kind),
        _ => replaced.text,
    });
    let client = sheet.table.name(row).to_owned();
    Some(Hit { client, column: column.clone(), place: finder.place(spot), text, after, fits })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{column, select, with_view};
    use super::*;
    use crate::workbook::Field;

    fn search(view: ClientsView, query: FindQuery) -> Search {
        let search = Search::new(view);
        search.query.set(query);
        search.start();
        search
    }

    fn text(text: &str) -> FindQuery {
        FindQuery { text: text.to_owned(), ..FindQuery::default() }
    }

    fn replace(of: &str, with: &str) -> FindQuery {
        FindQuery { replacement: Some(with.to_owned()), ..text(of) }
    }

    #[track_caller]
    fn check(query: FindQuery, expected: &[(usize, Field, &str)]) {
        with_view(|view| {
            select(&view, (0, 0), (0, 0));
            let names = [("Alpha", "1,234.50"), ("alpha beta", "25"), ("Ёлка", "soon")];
            view.paste(&names.map(|(name, _)| vec![name.to_owned()]));
            let revenue = column(&view, Field::Revenue);
            select(&view, (0, revenue), (0, revenue));
            view.paste(&names.map(|(_, revenue)| vec![revenue.to_owned()]));
            view.agree(false);
            let found = search(view, query.clone()).found.get_untracked();
            let hits: Vec<_> = found
                .hits
                .iter()
                .filter(|hit| !hit.column.is_segment())
                .map(|hit| (hit.place.row, hit.column.id.clone(), hit.text.as_str()))
                .collect();
            let expected: Vec<_> = expected.iter().map(|(row, field, text)| (*row, (*field).into(), *text)).collect();
            assert_eq!(hits, expected, "{query:?}");
        });
    }

    #[test]
    fn cells_are_found_as_they_are_shown_and_as_they_are_written() {
        check(text("ALPHA"), &[(0, Field::Name, "Alpha"), (1, Field::Name, "alpha beta")]);
        check(FindQuery { matches_case: true, ..text("Alpha") }, &[(0, Field::Name, "Alpha")]);
        check(FindQuery { is_whole: true, ..text("alpha") }, &[(0, Field::Name, "Alpha")]);
        check(text("елка"), &[(2, Field::Name, "Ёлка")]);
        check(text("1,234"), &[(0, Field::Revenue, "1,234.50")]);
        check(text("1234.5"), &[(0, Field::Revenue, "1,234.50")]);
        check(FindQuery { is_whole: true, ..text("1234.5") }, &[(0, Field::Revenue, "1,234.50")]);
        check(FindQuery { is_whole: true, ..text("2") }, &[]);
        check(text("soo"), &[(2, Field::Revenue, "soon")]);
        check(text(""), &[]);
    }

    #[test]
    fn the_scope_holds() {
        with_view(|view| {
            let revenue = column(&view, Field::Revenue);
            select(&view, (0, revenue), (1, revenue));
            let within = |scope| search(view, FindQuery { scope, ..text("a") }).found.get_untracked().count;
            assert_eq!(within(Scope::Column), 0);
            assert_eq!(within(Scope::Selection), 0);
            select(&view, (0, 0), (1, 0));
            assert_eq!((within(Scope::Column), within(Scope::Selection)), (3, 2));
        });
    }

    #[test]
    fn next_goes_round_in_the_order_of_the_sheet() {
        with_view(|view| {
            select(&view, (0, 0), (0, 0));
            let search = search(view, FindQuery { scope: Scope::Column, ..text("a") });
            let mut rows = Vec::new();
            for _ in 0..4 {
                assert!(search.next());
                rows.push(view.selected.get_untracked().active.row);
            }
            assert_eq!(rows, [1, 2, 0, 1]);
        });
    }

    #[test]
    fn replacing_is_one_step_and_leaves_what_would_not_fit() {
        with_view(|view| {
            let revenue = column(&view, Field::Revenue);
            select(&view, (0, revenue), (0, revenue));
            let value = |row| view.book.table(|table| table.value(row, &Field::Revenue.into()));
            let search = search(view, FindQuery { scope: Scope::Column, ..replace("5", "x") });
            let found = search.found.get_untracked();
            assert_eq!((found.count, found.changed, found.unfit), (1, 0, 1));
            search.replace_all();
            assert_eq!(value(0), crate::workbook::Value::Number(1.5), "an amount is not lost to a text");

            search.query.set(FindQuery { scope: Scope::Column, ..replace("1.5", "2.75") });
            search.start();
            let found = search.found.get_untracked();
            assert_eq!((found.changed, found.hits[0].after.as_deref()), (1, Some("2.75")));
            search.replace_all();
            assert_eq!(value(0), crate::workbook::Value::Number(2.75));
            view.book.undo();
            assert_eq!(value(0), crate::workbook::Value::Number(1.5));
        });
    }

    #[test]
    fn one_is_replaced_after_another_each_as_a_step_of_its_own() {
        with_view(|view| {
            let search = search(view, FindQuery { scope: Scope::Column, ..replace("a", "aa") });
            let names = || [0, 1, 2].map(|row| view.book.table(|table| table.name(row).to_owned()));
            let at = || view.selected.get_untracked().active.row;
            select(&view, (1, column(&view, Field::Notes)), (1, column(&view, Field::Notes)));
            assert!(!search.replace_next(), "no match there: the next one is gone to");
            assert_eq!((at(), names()), (2, ["Alpha", "Bravo", "Charlie"].map(str::to_owned)));
            assert!(search.replace_next());
            assert_eq!((at(), names()), (0, ["Alpha", "Bravo", "Chaarlie"].map(str::to_owned)));
            assert!(search.replace_next());
            assert_eq!((at(), names()), (1, ["aalphaa", "Bravo", "Chaarlie"].map(str::to_owned)));
            assert_eq!(search.found.get_untracked().count, 3, "what stands there now is found too");
            view.book.undo();
            assert_eq!(names(), ["Alpha", "Bravo", "Chaarlie"].map(str::to_owned));
        });
    }

    #[test]
    fn one_that_would_not_fit_is_passed_over() {
        with_view(|view| {
            let revenue = column(&view, Field::Revenue);
            select(&view, (0, revenue), (0, revenue));
            let search = search(view, FindQuery { scope: Scope::Column, ..replace("5", "x") });
            assert!(!search.replace_next());
            let value = view.book.table(|table| table.value(0, &Field::Revenue.into()));
            assert_eq!(value, crate::workbook::Value::Number(1.5));
        });
    }

    #[test]
    fn every_occurrence_in_a_name_is_replaced() {
        with_view(|view| {
            let search = search(view, replace("l", "LL"));
            search.replace_all();
            let names = |row| view.book.table(|table| table.name(row).to_owned());
            assert_eq!([names(0), names(1), names(2)], ["ALLpha", "Bravo", "CharLLie"]);
        });
    }
}

//! How the lines of the sheet are made from what the person set, and when they are made anew.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;

use super::column_filter::{ColumnFilter, Filtered};
use super::columns::SheetColumn;
use super::filter::Searched;
use super::order::Order;
use super::sequence::Sequence;
use super::sort::{Sort, Sorted};
use super::values::ColumnValues;
use super::wording::Wording;
use crate::state::{Book, Formats, Part};
use crate::workbook::{ColumnId, Field};

/// What the person set of an order.
#[derive(Clone, Copy)]
pub struct Recipes {
    pub book: Book,
    pub formats: RwSignal<Formats>,
    pub columns: Memo<Arc<[SheetColumn]>>,
    pub wording: RwSignal<Wording>,
    pub sort: RwSignal<Vec<Sort>>,
    pub query: RwSignal<String>,
    pub filters: RwSignal<Vec<ColumnFilter>>,
    pub groups: RwSignal<Vec<ColumnId>>,
    pub folded: RwSignal<BTreeSet<String>>,
    /// Grows when the person wants it all done again.
    pub applied: RwSignal<u64>,
}

/// What an order was made for: another one asks for another order.
#[derive(Clone, Default, PartialEq)]
struct Recipe {
    sort: Vec<Sort>,
    query: String,
    filters: Vec<ColumnFilter>,
    groups: Vec<ColumnId>,
    wording: Wording,
    layout: u64,
    applied: u64,
    is_classified: bool,
    /// Which writing of the found columns it looks at; 0 for none.
    found: u64,
}

/// What was made.
#[derive(Clone, Copy)]
pub struct Made {
    pub order: Memo<Order>,
    /// Whether cells changed since, so that another sequence might come of it.
    pub is_stale: Memo<bool>,
}

impl Recipe {
    /// Whether every client is shown as it stands in the table.
    fn is_plain(&self) -> bool {
        self.sort.is_empty() && self.query.is_empty() && self.filters.is_empty() && self.groups.is_empty()
    }

    fn looks_at_found(&self) -> bool {
        let is_found = |column: &ColumnId| matches!(column, ColumnId::Found(_));
        self.sort.iter().any(|sort| is_found(&sort.column))
            || self.filters.iter().any(|filter| is_found(&filter.column))
            || self.groups.iter().any(is_found)
    }

    fn looks_at_segments(&self) -> bool {
        let segment = ColumnId::Field(Field::Segment);
        !self.query.is_empty()
            || self.sort.iter().any(|sort| sort.column == segment)
            || self.filters.iter().any(|filter| filter.column == segment)
            || self.groups.contains(&segment)
    }
}

impl Recipes {
    /// The lines that are shown, made anew when the person sorts or filters anew and otherwise only followed.
    pub fn made(self) -> Made {
        let book = self.book;
        let layout = Memo::new(move |count: Option<&u64>| {
            book.follow_layout();
            count.map_or(0, |count| count + 1)
        });
        let cells = Memo::new(move |count: Option<&u64>| {
            book.follow(Part::Cells);
            count.map_or(0, |count| count + 1)
        });
        let recipe = Memo::new(move |_| self.recipe(layout));
        let made = Memo::new_owning(move |before: Option<(Recipe, Sequence, u64)>| {
            book.follow(Part::Clients);
            let recipe = recipe.get();
            let followed = before.and_then(|(before, sequence, at)| {
                let is_kept = before == recipe && !recipe.is_plain();
                is_kept.then(|| book.table(|table| sequence.followed(table))).flatten().map(|sequence| (sequence, at))
            });
            let (sequence, at) = followed.unwrap_or_else(|| (self.sequence(&recipe), cells.get_untracked()));
            ((recipe, sequence, at), true)
        });
        // Readers get the order alone; it is compared so that an edit that moves nothing wakes nobody.
        let order = Memo::new(move |_| {
            let folded = self.folded.get();
            made.with(|(_, sequence, _)| Order::new(sequence, &folded))
        });
        let is_stale = Memo::new(move |_| {
            let now = cells.get();
            made.with(|(recipe, _, at)| !recipe.is_plain() && *at != now)
        });
        Made { order, is_stale }
    }

    /// Whether the sheet needs the analyses: it shows something found, or sorts, filters or groups by it. Followed.
    pub fn needs_found(self) -> bool {
        let recipe = Recipe {
            sort: self.sort.get(),
            filters: self.filters.get(),
            groups: self.groups.get(),
            ..Recipe::default()
        };
        recipe.looks_at_found() || self.shows_found()
    }

    fn shows_found(self) -> bool {
        self.columns.with(|columns| columns.iter().any(|column| matches!(column.id, ColumnId::Found(_))))
    }

    fn recipe(self, layout: Memo<u64>) -> Recipe {
        let mut recipe = Recipe {
            sort: self.sort.get(),
            query: self.query.get().trim().to_owned(),
            filters: self.filters.get(),
            groups: self.groups.get(),
            layout: layout.get(),
            applied: self.applied.get(),
            ..Recipe::default()
        };
        // Large sheets are classified in slices: what looks at segments is done anew once they are known.
        recipe.is_classified = recipe.looks_at_segments() && self.book.segments().is_ready();
        // The same for what Kontor finds. The quick filter reads those of these columns that are shown.
        if recipe.looks_at_found() || (!recipe.query.is_empty() && self.shows_found()) {
            recipe.found = self.book.analyses().filled();
        }
        if !recipe.is_plain() {
            recipe.wording = self.wording.get();
        }
        recipe
    }

    fn sequence(self, recipe: &Recipe) -> Sequence {
        let host = self.book.host();
        let mut rows = self.passing(&recipe.query, &recipe.filters);
        self.book.table(|table| {
            self.book.segments().with(|findings| {
                let language = self.wording.with_untracked(|wording| wording.language.clone());
                let sorted = Sorted { table, findings, language: &language, collate: host.collate };
                if !recipe.sort.is_empty() {
                    host.measured("kontor:sort", || Sort::apply_all(&recipe.sort, &mut rows, sorted));
                }
                let sequence = Sequence::new(rows, table);
                if recipe.groups.is_empty() {
                    return sequence;
                }
                host.measured("kontor:group", || sequence.grouped(&recipe.groups, &recipe.sort, sorted))
            })
        })
    }

    /// The rows that pass the quick filter and the columns' filters, in the order of the table. Follows nothing.
    fn passing(self, query: &str, filters: &[ColumnFilter]) -> Vec<u32> {
        let host = self.book.host();
        self.book.table(|table| {
            self.book.segments().with(|findings| {
                let mut rows: Vec<u32> = table.rows().collect();
                if query.is_empty() && filters.is_empty() {
                    return rows;
                }
                let wording = self.wording.read_untracked();
                host.measured("kontor:filter", || {
                    let filtered = Filtered { table, findings, wording: &wording, today: (host.today)() };
                    for filter in filters {
                        filter.keep(&mut rows, filtered);
                    }
                    if !query.is_empty() {
                        let columns = self.columns.get_untracked();
                        let formats = self.formats.read_untracked();
                        let searched =
                            Searched { table, columns: &columns, findings, formats: &formats, wording: &wording };
                        searched.keep(&mut rows, query);
                    }
                });
                rows
            })
        })
    }

    /// The values of a column among the clients that pass everything but its own filter. Follows nothing.
    pub fn values(self, column: &ColumnId) -> ColumnValues {
        let mut others = self.filters.get_untracked();
        others.retain(|filter| filter.column != *column);
        let rows = self.passing(self.query.get_untracked().trim(), &others);
        let language = self.wording.with_untracked(|wording| wording.language.clone());
        self.book.table(|table| {
            self.book.segments().with(|findings| {
                let collate = self.book.host().collate;
                ColumnValues::of(column, &rows, Sorted { table, findings, language: &language, collate })
            })
        })
    }
}

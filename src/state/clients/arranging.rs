//! What the person does to the view: filters, sorting, groups, columns. None of it is an edit.

use leptos::prelude::*;

use super::column_filter::{ColumnFilter, FilterTest};
use super::columns::SheetColumn;
use super::definition::ViewDefinition;
use super::selection::Place;
use super::sort::Sort;
use super::values::ColumnValues;
use super::view::ClientsView;
use crate::workbook::ColumnId;

impl ClientsView {
    /// Sorts by a column as a click on its heading does; with `adds` the others stay.
    pub fn turn_sort(&self, column: &ColumnId, adds: bool) {
        self.sort.update(|sorts| *sorts = Sort::turned(sorts, column, adds));
    }

    /// Sorts by a column in this direction; with `adds` after the others.
    pub fn sort_by(&self, column: &ColumnId, is_descending: bool, adds: bool) {
        self.sort.update(|sorts| {
            if adds {
                sorts.retain(|sort| sort.column != *column);
            } else {
                sorts.clear();
            }
            sorts.push(Sort { column: column.clone(), is_descending });
        });
    }

    /// The filter of a column; followed.
    pub fn filter_of(&self, column: &ColumnId) -> Option<FilterTest> {
        self.filters
            .with(|filters| filters.iter().find(|filter| filter.column == *column).map(|filter| filter.test.clone()))
    }

    /// Gives a column a filter, or takes it away.
    pub fn set_filter(&self, column: &ColumnId, test: Option<FilterTest>) {
        // A choice of everything is none.
        let test = test.filter(|test| !matches!(test, FilterTest::Values(values) if values.is_everything()));
        if untrack(|| self.filter_of(column)) == test {
            return;
        }
        self.filters.update(|filters| {
            let at = filters.iter().position(|filter| filter.column == *column);
            match (at, test) {
                (Some(at), Some(test)) => filters[at].test = test,
                (Some(at), None) => drop(filters.remove(at)),
                (None, Some(test)) => filters.push(ColumnFilter { column: column.clone(), test }),
                (None, None) => {}
            }
        });
    }

    /// Shows every client again: no filter, no search.
    pub fn clear_filters(&self) {
        if self.filters.with_untracked(|filters| !filters.is_empty()) {
            self.filters.set(Vec::new());
        }
        if self.query.with_untracked(|query| !query.is_empty()) {
            self.query.set(String::new());
        }
    }

    /// Whether clients may be left out; followed.
    pub fn is_filtered(&self) -> bool {
        self.filters.with(|filters| !filters.is_empty()) || self.query.with(|query| !query.trim().is_empty())
    }

    /// The values of a column and how many of the clients have each, whatever its own filter says. Follows nothing.
    pub fn values_of(&self, column: &ColumnId) -> ColumnValues {
        self.recipes.values(column)
    }

    /// Sorts and filters anew, after changes.
    pub fn apply_again(&self) {
        self.applied.update(|count| *count += 1);
    }

    /// Groups the clients by a column: within the column they are grouped by already, if there is one.
    pub fn group_by(&self, column: &ColumnId) {
        self.groups.update(|groups| {
            groups.retain(|other| other != column);
            groups.truncate(1);
            groups.push(column.clone());
        });
    }

    pub fn ungroup(&self, column: &ColumnId) {
        self.groups.update(|groups| groups.retain(|other| other != column));
    }

    /// Folds or unfolds the group whose line stands at a place, or with nothing does the other. Says whether a group
    /// stands there.
    pub fn fold(&self, place: usize, folds: Option<bool>) -> bool {
        let found = self
            .order
            .with_untracked(|order| order.group_at(place).map(|at| (order.group_name(at), order.is_folded(at))));
        let Some((name, is_folded)) = found else { return false };
        let folds = folds.unwrap_or(!is_folded);
        if folds != is_folded {
            self.folded.update(|folded| {
                if folds {
                    folded.insert(name)
                } else {
                    folded.remove(&name)
                };
            });
        }
        true
    }

    /// Folds or unfolds the group that the active cell belongs to: its own line, or the next one above. Says whether
    /// there are groups.
    pub fn fold_active(&self, folds: bool) -> bool {
        let Some(selection) = untrack(|| self.selection()) else { return false };
        let place = self.order.with_untracked(|order| {
            if !order.is_grouped() {
                return None;
            }
            (0..=selection.active.row).rev().find(|place| order.group_at(*place).is_some())
        });
        let Some(place) = place else { return false };
        if self.fold(place, Some(folds)) && folds {
            self.go_to(Place { row: place, ..selection.active });
        }
        true
    }

    /// The shown column of this id.
    pub fn column(&self, id: &ColumnId) -> Option<SheetColumn> {
        self.all_columns.with_untracked(|columns| columns.iter().find(|column| column.id == *id).cloned())
    }

    /// The columns that are not shown, in their order; followed.
    pub fn hidden_columns(&self) -> Vec<SheetColumn> {
        let shown = self.columns.get();
        self.all_columns.with(|all| {
            self.arrangement.with(|arrangement| {
                let ordered = arrangement.ordered(all).into_iter();
                ordered.filter(|column| shown.iter().all(|other| other.id != column.id)).collect()
            })
        })
    }

    /// Hides a column, unless it is the last.
    pub fn hide_column(&self, column: &ColumnId) {
        if self.columns.with_untracked(|columns| columns.len()) > 1 {
            self.arrangement.update(|arrangement| arrangement.hide(column));
        }
    }

    pub fn show_column(&self, column: &ColumnId) {
        self.arrangement.update(|arrangement| arrangement.show(column));
    }

    pub fn show_all_columns(&self) {
        self.arrangement.update(|arrangement| arrangement.hidden.clear());
    }

    /// Lets the columns up to this one stay at the left, or with nothing none.
    pub fn freeze(&self, column: Option<&ColumnId>) {
        let all = self.all_columns.get_untracked();
        self.arrangement.update(|arrangement| match column {
            Some(column) => arrangement.freeze(column, &all),
            None => arrangement.frozen = 0,
        });
    }

    /// Moves a column past its neighbour; the selection goes along. Says whether there was one.
    pub fn step_column(&self, column: &ColumnId, is_right: bool) -> bool {
        let all = self.all_columns.get_untracked();
        let is_moved = self.arrangement.try_update(|arrangement| arrangement.step(column, is_right, &all));
        is_moved.unwrap_or(false)
    }

    /// Puts a column before another one, or behind all.
    pub fn put_column_before(&self, column: &ColumnId, before: Option<&ColumnId>) {
        let all = self.all_columns.get_untracked();
        self.arrangement.update(|arrangement| arrangement.put_before(column, before, &all));
    }

    /// Where a column stands among those shown.
    pub fn column_place(&self, column: &ColumnId) -> Option<usize> {
        self.columns.with_untracked(|columns| columns.iter().position(|other| other.id == *column))
    }

    /// The view as it is now; followed.
    pub fn definition(&self) -> ViewDefinition {
        ViewDefinition {
            filters: self.filters.get(),
            query: self.query.get(),
            sorts: self.sort.get(),
            groups: self.groups.get(),
            columns: self.arrangement.get(),
            widths: self.widths.get(),
        }
    }

    /// Shows the sheet as a view defines it.
    pub fn set_definition(&self, definition: ViewDefinition) {
        if untrack(|| self.definition()) == definition {
            return;
        }
        let ViewDefinition { filters, query, sorts, groups, columns, widths } = definition;
        self.filters.set(filters);
        self.query.set(query);
        self.sort.set(sorts);
        self.groups.set(groups);
        self.arrangement.set(columns);
        self.widths.set(widths);
    }
}

#[cfg(test)]
mod tests {
    use super::super::column_filter::ChosenValues;
    use super::super::condition::{Condition, NumberTest};
    use super::super::selection::Selection;
    use super::super::testing;
    use super::*;
    use crate::state::{Book, Formats, Host, Notices};
    use crate::workbook::{Edit, Field, Found, Origin, Workbook};

    fn with_view(test: impl FnOnce(ClientsView)) {
        let owner = Owner::new();
        owner.with(|| {
            let book = Book::new(Workbook::new(Origin(1)), Host::for_tests(), Notices::default());
            let view = ClientsView::new(book, RwSignal::new(Formats::default()));
            let batch = testing::batch(&[
                (Field::Name, &["Delta", "Alpha", "Echo", "Bravo", "Charlie"]),
                (Field::Region, &["Kiel", "Bonn", "Kiel", "", "Bonn"]),
                (Field::Revenue, &["5", "1", "9", "", "3"]),
            ]);
            book.edit(Edit::Import { origin: Origin(2), bytes: batch.to_bytes().into() });
            test(view);
        });
    }

    /// The names that are shown, and groups by their value.
    fn lines(view: &ClientsView) -> String {
        let order = view.order.get();
        let line = |place: usize| match (order.row(place), order.group_at(place).and_then(|at| order.group(at))) {
            (Some(row), _) => view.book.table(|table| table.name(row).to_owned()),
            (None, Some(group)) => format!("#{}", group.value.key()),
            (None, None) => String::new(),
        };
        (0..order.rows.len()).map(line).collect::<Vec<_>>().join(" ")
    }

    fn at_least(number: f64) -> FilterTest {
        FilterTest::Condition(Condition::Number { how: NumberTest::AtLeast, number, to: number })
    }

    #[test]
    fn filters_of_columns_and_the_quick_filter_hold_together() {
        with_view(|view| {
            view.set_filter(&Field::Revenue.into(), Some(at_least(3.0)));
            assert_eq!(lines(&view), "Delta Echo Charlie");
            view.query.set("kiel".to_owned());
            assert_eq!(lines(&view), "Delta Echo");
            let values = view.values_of(&Field::Region.into());
            assert_eq!(values.values.len(), 1, "only what the other filters leave");
            view.query.set(String::new());
            let mut values = ChosenValues::default();
            values.choose("Kiel".to_owned(), false);
            view.set_filter(&Field::Region.into(), Some(FilterTest::Values(values)));
            assert_eq!(lines(&view), "Charlie");
            assert!(view.is_filtered());
            view.clear_filters();
            assert_eq!(lines(&view), "Delta Alpha Echo Bravo Charlie");
        });
    }

    #[test]
    fn an_edit_moves_nothing_until_the_filter_is_applied_again() {
        with_view(|view| {
            view.set_filter(&Field::Revenue.into(), Some(at_least(3.0)));
            assert!(!view.is_stale.get());
            let (client, column) = view.cell(Place::new(0, 3)).expect("a cell");
            assert_eq!(column.id, Field::Revenue.into());
            view.enter(client, &column, "1");
            assert_eq!(lines(&view), "Delta Echo Charlie");
            assert!(view.is_stale.get());
            view.apply_again();
            assert_eq!(lines(&view), "Echo Charlie");
            assert!(!view.is_stale.get());
        });
    }

    #[test]
    fn groups_fold_and_their_lines_are_nobodys() {
        with_view(|view| {
            view.group_by(&Field::Region.into());
            view.sort_by(&Field::Name.into(), false, false);
            assert_eq!(lines(&view), "#Bonn Alpha Charlie #Kiel Delta Echo # Bravo");
            assert_eq!(view.cell(Place::new(0, 2)), None);
            view.selected.set(Selection { active: Place::new(0, 3), far: Place::new(5, 3) });
            assert_eq!((view.totals().count, view.totals().sum.hundredths()), (4, Some(1800)));
            assert!(!view.fold(1, None) && view.fold(0, None));
            assert_eq!(lines(&view), "#Bonn #Kiel Delta Echo # Bravo");
            let (echo, _) = view.cell(Place::new(3, 0)).expect("a cell");
            let bravo = view.neighbour(echo, 1).expect("the group's line is passed over");
            assert_eq!(view.place_of(bravo), Some(5));
            view.go_to(Place::new(2, 0));
            assert!(view.fold_active(true));
            assert_eq!(lines(&view), "#Bonn #Kiel # Bravo");
            view.go_to(Place::new(0, 0));
            assert!(view.fold_active(false));
            view.ungroup(&Field::Region.into());
            assert_eq!(lines(&view), "Alpha Bravo Charlie Delta Echo");
        });
    }

    #[test]
    fn pasting_passes_over_the_lines_of_groups() {
        with_view(|view| {
            view.group_by(&Field::Region.into());
            // #Bonn Alpha Charlie #Kiel Delta Echo # Bravo
            view.go_to(Place::new(2, 3));
            view.paste(&["7", "8", "9"].map(|text| vec![text.to_owned()]));
            assert!(view.asked.with(Option::is_none));
            let revenue = |row| view.book.table(|table| table.field(Field::Revenue).number(row));
            assert_eq!([4, 0, 2].map(revenue), [Some(7.0), Some(8.0), Some(9.0)]);
            assert_eq!(view.book.table(crate::workbook::ClientTable::client_count), 5);
        });
    }

    #[test]
    fn a_view_is_taken_and_set_whole() {
        with_view(|view| {
            view.hide_column(&Field::Segment.into());
            view.turn_sort(&Field::Revenue.into(), false);
            view.set_filter(&Field::Revenue.into(), Some(at_least(3.0)));
            assert!(view.step_column(&Field::Revenue.into(), false));
            view.freeze(Some(&Field::Revenue.into()));
            let definition = view.definition();
            assert_eq!(view.frozen.get(), 2);
            let columns: Vec<ColumnId> = view.columns.get().iter().map(|column| column.id.clone()).collect();
            assert_eq!(columns, [Field::Name, Field::Revenue, Field::Region].map(ColumnId::from));
            assert_eq!(view.hidden_columns().len(), 1 + Found::ALL.len());
            view.set_definition(ViewDefinition::default());
            assert_eq!(lines(&view), "Delta Alpha Echo Bravo Charlie");
            view.set_definition(definition);
            assert_eq!(lines(&view), "Charlie Delta Echo");
            assert_eq!(view.columns.get().len(), 3);
        });
    }

    #[test]
    fn the_last_column_stays() {
        with_view(|view| {
            let all: Vec<SheetColumn> = view.columns.get().to_vec();
            for column in &all {
                view.hide_column(&column.id);
            }
            assert_eq!(view.columns.get().len(), 1);
            view.show_all_columns();
            assert_eq!(view.columns.get().len(), all.len());
        });
    }
}

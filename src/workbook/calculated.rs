//! Calculated columns: kept in step with what they are calculated from.
//!
//! A formula is a record, `column/<id>/formula`; its values are never stored. They stand in the table like any other
//! column's, over what was imported or typed there before, which comes back when the formula goes.

use std::collections::HashSet;

use super::changes::Changes;
use super::day::Day;
use super::document::Stored;
use super::field::ColumnId;
use super::filling::Filling;
use super::table::ClientTable;
use super::value::Value;
use crate::formula::{Fault, Formula, Inputs, Operand, parse};

/// The record that holds a column's formula.
pub fn formula_key(column: &ColumnId) -> String {
    format!("column/{column}/formula")
}

/// The column whose formula a record holds.
pub(super) fn column_of_formula(key: &str) -> Option<ColumnId> {
    key.strip_prefix("column/")?.strip_suffix("/formula")?.parse().ok()
}

/// The formula in a record; nothing in one that took the formula away.
pub(super) fn formula_text(stored: Option<&Stored>) -> Option<&str> {
    match stored {
        Some(Stored::Text(text)) if !text.trim().is_empty() => Some(text),
        _ => None,
    }
}

impl ClientTable {
    pub(super) fn set_calculated(&mut self, id: &ColumnId, is_calculated: bool) {
        if is_calculated {
            self.calculated.insert(id.clone());
        } else {
            self.calculated.remove(id);
        }
    }
}

/// One calculated column.
#[derive(Clone, Debug)]
struct Calculation {
    id: ColumnId,
    /// As it is stored.
    text: String,
    /// Nothing for a text of a newer version or a damaged one.
    formula: Option<Formula>,
    /// The figures over all clients at the last calculation.
    aggregates: Vec<Operand<'static>>,
    is_cyclic: bool,
}

/// The calculated columns of a table, each after those that it is calculated from.
#[derive(Clone, Debug, Default)]
pub(super) struct Calculations {
    ordered: Vec<Calculation>,
    pub today: Option<Day>,
    /// Columns of which a cell was written since the last calculation.
    pub touched: HashSet<ColumnId>,
    /// Whether a formula came, went or changed since then.
    pub is_changed: bool,
}

impl Calculations {
    pub fn new(today: Option<Day>) -> Self {
        Self { today, ..Self::default() }
    }

    /// The formula of a column, and its text as it is stored.
    pub fn get(&self, id: &ColumnId) -> Option<(&str, Option<&Formula>)> {
        let calculation = self.ordered.iter().find(|calculation| calculation.id == *id)?;
        Some((&calculation.text, calculation.formula.as_ref()))
    }

    /// Sets or takes away a column's formula. Says whether the values that stood there before must come back.
    pub fn set(&mut self, id: &ColumnId, text: Option<&str>) -> bool {
        let before = self.ordered.len();
        self.ordered.retain(|calculation| calculation.id != *id);
        let was_calculated = self.ordered.len() < before;
        if let Some(text) = text {
            let formula = parse(text, &|_| None).ok().map(|parsed| parsed.formula);
            let (id, text, aggregates) = (id.clone(), text.to_owned(), Vec::new());
            self.ordered.push(Calculation { id, text, formula, aggregates, is_cyclic: false });
        }
        self.is_changed = true;
        self.sort();
        was_calculated && text.is_none()
    }

    /// Notes that a cell of a column was written.
    pub fn touch(&mut self, id: &ColumnId) {
        if !self.ordered.is_empty() && !self.touched.contains(id) {
            self.touched.insert(id.clone());
        }
    }

    /// Whether a column with this formula would be calculated from itself.
    pub fn is_cycle(&self, id: &ColumnId, formula: &Formula) -> bool {
        let mut seen: HashSet<&ColumnId> = HashSet::new();
        let mut open: Vec<&ColumnId> = formula.columns().iter().collect();
        while let Some(next) = open.pop() {
            if next == id {
                return true;
            }
            if seen.insert(next)
                && let Some((_, Some(formula))) = self.get(next)
            {
                open.extend(formula.columns());
            }
        }
        false
    }

    /// Puts each column after those that it needs; what remains goes round in a circle.
    fn sort(&mut self) {
        let mut rest = std::mem::take(&mut self.ordered);
        rest.sort_by(|left, right| left.id.cmp(&right.id));
        loop {
            let waiting: HashSet<ColumnId> = rest.iter().map(|calculation| calculation.id.clone()).collect();
            let is_ready = |calculation: &Calculation| {
                let needs = calculation.formula.as_ref().map_or(&[][..], Formula::columns);
                needs.iter().all(|id| !waiting.contains(id))
            };
            let (ready, later): (Vec<_>, Vec<_>) = rest.into_iter().partition(is_ready);
            let is_done = ready.is_empty();
            self.ordered.extend(ready.into_iter().map(|calculation| Calculation { is_cyclic: false, ..calculation }));
            rest = later;
            if is_done {
                break;
            }
        }
        // Those that only lean on a circle are shown as part of it.
        self.ordered.extend(rest.into_iter().map(|calculation| Calculation { is_cyclic: true, ..calculation }));
    }

    /// Calculates everything anew.
    pub fn calculate_all(&mut self, table: &mut ClientTable) {
        for calculation in &mut self.ordered {
            calculation.calculate(table, self.today);
        }
        self.touched.clear();
        self.is_changed = false;
    }

    /// Calculates anew what may differ since the last time: the rows that changed, and where a figure over all clients
    /// changed, all of them.
    pub fn follow(&mut self, table: &mut ClientTable, changes: &mut Changes) {
        let mut touched = std::mem::take(&mut self.touched);
        if self.ordered.is_empty() && !self.is_changed {
            return;
        }
        if self.is_changed || changes.columns || changes.imports || changes.rebuilt {
            let is_shown = self.is_changed;
            self.calculate_all(table);
            if is_shown {
                changes.columns = true;
                changes.rows = table.rows().collect();
            }
            return;
        }
        for calculation in &mut self.ordered {
            if calculation.follow(table, self.today, changes, &touched) {
                changes.write(&calculation.id);
                touched.insert(calculation.id.clone());
            }
        }
    }

    /// Calculates anew what depends on the day. Says whether anything does.
    pub fn set_today(&mut self, today: Day, table: &mut ClientTable) -> bool {
        if self.today == Some(today) {
            return false;
        }
        self.today = Some(today);
        let uses_today = |calculation: &Calculation| calculation.formula.as_ref().is_some_and(Formula::uses_today);
        let is_used = self.ordered.iter().any(uses_today);
        if is_used {
            self.calculate_all(table);
        }
        is_used
    }
}

/// The columns that a formula is calculated from.
fn inputs<'a>(table: &'a ClientTable, formula: &Formula, today: Option<Day>) -> Inputs<'a> {
    let columns = formula.columns().iter().map(|id| match (table.column(id), id) {
        (Some(column), _) if column.is_shown() => Some(&column.data),
        // A field that no client has yet is empty; a column of one's own that is not there is gone.
        (Some(column), ColumnId::Field(_)) if !column.is_removed => Some(&column.data),
        (None, ColumnId::Field(_)) => Some(table.data(id)),
        _ => None,
    });
    Inputs { columns: columns.collect(), aggregates: Vec::new(), today }
}

impl Calculation {
    /// Where the column stands in the table, if the sheet has it.
    fn place(&self, table: &ClientTable) -> Option<usize> {
        table.by_id.get(&self.id).copied().filter(|at| table.columns[*at].is_shown())
    }

    fn calculate(&mut self, table: &mut ClientTable, today: Option<Day>) {
        let Some(at) = self.place(table) else { return };
        let kind = table.columns[at].definition.kind;
        let mut data = Filling::new(kind, table.row_count());
        match &self.formula {
            Some(formula) if !self.is_cyclic => {
                let mut inputs = inputs(table, formula, today);
                let rows = |each: &mut dyn FnMut(u32)| table.rows().for_each(each);
                formula.aggregates(&mut inputs, &rows);
                table.rows().for_each(|row| data.put(row, formula.at(row, &inputs).into_value(kind)));
                self.aggregates = inputs.aggregates;
            }
            _ => {
                let fault = if self.is_cyclic { Fault::Cycle } else { Fault::Reference };
                table.rows().for_each(|row| data.put(row, fault.value()));
            }
        }
        table.columns[at].data = data.done();
    }

    /// Says whether any value changed.
    fn follow(
        &mut self,
        table: &mut ClientTable,
        today: Option<Day>,
        changes: &Changes,
        touched: &HashSet<ColumnId>,
    ) -> bool {
        let (Some(at), Some(formula), false) = (self.place(table), &self.formula, self.is_cyclic) else {
            // New rows show the fault too.
            if changes.membership {
                self.calculate(table, today);
            }
            return changes.membership;
        };
        let kind = table.columns[at].definition.kind;
        let is_written = touched.contains(&self.id);
        let is_touched = changes.membership || is_written || formula.columns().iter().any(|id| touched.contains(id));
        if !is_touched {
            return false;
        }
        let mut inputs = inputs(table, formula, today);
        if formula.has_aggregates() {
            let rows = |each: &mut dyn FnMut(u32)| table.rows().for_each(each);
            formula.aggregates(&mut inputs, &rows);
            if inputs.aggregates != self.aggregates {
                self.calculate(table, today);
                return true;
            }
        } else {
            inputs.aggregates.clear();
        }
        let is_alive = |row: &&u32| table.is_alive(**row);
        let values: Vec<(u32, Value)> = changes
            .rows
            .iter()
            .filter(is_alive)
            .map(|row| (*row, formula.at(*row, &inputs).into_value(kind)))
            .filter(|(row, value)| table.columns[at].data.get(*row) != *value)
            .collect();
        let data = &mut table.columns[at].data;
        for (row, value) in &values {
            data.set(*row, value, kind);
        }
        !values.is_empty() || is_written
    }
}

#[cfg(test)]
#[path = "calculated_tests.rs"]
mod tests;

//! Which columns are shown, in what order, and how many stay at the left: a part of a view.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::columns::SheetColumn;
use crate::workbook::{ColumnId, Found};

/// What the person changed about the columns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Arrangement {
    /// The columns from left to right. Those that came later stand behind them.
    pub order: Vec<ColumnId>,
    pub hidden: BTreeSet<ColumnId>,
    /// The columns of what Kontor finds that the person wants to see: the others are hidden.
    pub found: BTreeSet<Found>,
    /// How many columns, hidden ones counted, stay at the left while the others scroll.
    pub frozen: u32,
}

impl Default for Arrangement {
    fn default() -> Self {
        Self { order: Vec::new(), hidden: BTreeSet::new(), found: BTreeSet::new(), frozen: 1 }
    }
}

impl Arrangement {
    /// All columns in their order, hidden ones included.
    pub fn ordered(&self, all: &[SheetColumn]) -> Vec<SheetColumn> {
        let known = self.order.iter().filter_map(|id| all.iter().find(|column| column.id == *id));
        let others = all.iter().filter(|column| !self.order.contains(&column.id));
        known.chain(others).cloned().collect()
    }

    /// The columns that are shown. There is always one: a sheet without columns could not be given any.
    pub fn shown(&self, all: &[SheetColumn]) -> Vec<SheetColumn> {
        let ordered = self.ordered(all);
        let shown: Vec<SheetColumn> = ordered.iter().filter(|column| !self.is_hidden(&column.id)).cloned().collect();
        if shown.is_empty() { ordered.into_iter().take(1).collect() } else { shown }
    }

    fn is_hidden(&self, column: &ColumnId) -> bool {
        match column {
            ColumnId::Found(found) => !self.found.contains(found),
            _ => self.hidden.contains(column),
        }
    }

    pub fn hide(&mut self, column: &ColumnId) {
        match column {
            ColumnId::Found(found) => self.found.remove(found),
            _ => self.hidden.insert(column.clone()),
        };
    }

    pub fn show(&mut self, column: &ColumnId) {
        match column {
            ColumnId::Found(found) => self.found.insert(*found),
            _ => self.hidden.remove(column),
        };
    }

    /// How many of the shown columns stay at the left.
    pub fn frozen_shown(&self, all: &[SheetColumn]) -> usize {
        let ordered = self.ordered(all);
        ordered.iter().take(self.frozen as usize).filter(|column| !self.is_hidden(&column.id)).count()
    }

    /// Lets the columns up to this one stay at the left.
    pub fn freeze(&mut self, column: &ColumnId, all: &[SheetColumn]) {
        if let Some(at) = self.ordered(all).iter().position(|other| other.id == *column) {
            self.frozen = at as u32 + 1;
        }
    }

    /// Puts a column before another one, or behind all where there is none.
    pub fn put_before(&mut self, column: &ColumnId, before: Option<&ColumnId>, all: &[SheetColumn]) {
        if before == Some(column) {
            return;
        }
        let mut order: Vec<ColumnId> = self.ordered(all).into_iter().map(|column| column.id).collect();
        order.retain(|other| other != column);
        let at = before.and_then(|before| order.iter().position(|other| other == before));
        order.insert(at.unwrap_or(order.len()), column.clone());
        self.order = order;
    }

    /// Moves a column past its shown neighbour. Says whether there is one.
    pub fn step(&mut self, column: &ColumnId, is_right: bool, all: &[SheetColumn]) -> bool {
        let shown = self.shown(all);
        let Some(at) = shown.iter().position(|other| other.id == *column) else { return false };
        if if is_right { at + 1 >= shown.len() } else { at == 0 } {
            return false;
        }
        let before = if is_right { shown.get(at + 2) } else { shown.get(at - 1) };
        self.put_before(column, before.map(|column| &column.id), all);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbook::Field;

    const FIELDS: [Field; 4] = [Field::Name, Field::Region, Field::Stage, Field::Notes];

    fn all() -> Vec<SheetColumn> {
        FIELDS.map(SheetColumn::of_field).to_vec()
    }

    #[track_caller]
    fn check(change: impl FnOnce(&mut Arrangement), expected: &str) {
        let mut arrangement = Arrangement::default();
        change(&mut arrangement);
        let shown: Vec<String> = arrangement.shown(&all()).into_iter().map(|column| column.id.to_string()).collect();
        assert_eq!(format!("{} {}", arrangement.frozen_shown(&all()), shown.join(" ")), expected);
    }

    #[test]
    fn columns_are_hidden_moved_and_frozen() {
        let id = |field: Field| ColumnId::from(field);
        let hide = |arrangement: &mut Arrangement, field| assert!(arrangement.hidden.insert(id(field)));
        check(|_| {}, "1 name region stage notes");
        check(|columns| hide(columns, Field::Region), "1 name stage notes");
        check(|columns| FIELDS.iter().for_each(|field| hide(columns, *field)), "0 name");
        check(|columns| assert!(columns.step(&id(Field::Name), true, &all())), "1 region name stage notes");
        check(|columns| assert!(columns.step(&id(Field::Notes), false, &all())), "1 name region notes stage");
        check(|columns| assert!(!columns.step(&id(Field::Notes), true, &all())), "1 name region stage notes");
        check(|columns| columns.put_before(&id(Field::Name), None, &all()), "1 region stage notes name");
        check(|columns| columns.freeze(&id(Field::Stage), &all()), "3 name region stage notes");
        let past_hidden = |columns: &mut Arrangement| {
            hide(columns, Field::Region);
            columns.freeze(&id(Field::Stage), &all());
            columns.step(&id(Field::Stage), false, &all());
        };
        check(past_hidden, "2 stage name notes");
    }

    #[test]
    fn columns_that_come_later_stand_behind() {
        let arrangement =
            Arrangement { order: vec![Field::Stage.into(), Field::Name.into()], ..Arrangement::default() };
        let ordered: Vec<ColumnId> = arrangement.ordered(&all()).into_iter().map(|column| column.id).collect();
        assert_eq!(ordered, [Field::Stage, Field::Name, Field::Region, Field::Notes].map(ColumnId::from));
    }
}

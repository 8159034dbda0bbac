//! The lines of the sheet: clients, and above each group of them a line of its own.

use std::collections::BTreeSet;
use std::hash::Hasher;

use super::sequence::{Group, Sequence};
use crate::workbook::fast_hash::FastHasher;

/// Lines above this are groups, numbered from here on. No row of a client stands so high.
const FIRST_GROUP: u32 = 1 << 31;

/// The lines of the sheet, top to bottom.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Order {
    /// By place: a client's row in the table, or a group's line, which is no row of the table (whoever looks it up
    /// there finds nothing). [`Order::row`] and [`Order::group`] tell which.
    pub rows: Vec<u32>,
    /// All clients of the groups, folded ones included; empty where nothing is grouped.
    pub members: Vec<u32>,
    groups: Vec<Group>,
    /// By group: whether its clients are not shown.
    folded: Vec<bool>,
    /// By place, where there are groups: how many clients stand above it.
    above: Vec<u32>,
    /// How many clients pass the filters, folded ones included.
    count: u32,
    mark: u64,
}

impl Order {
    /// The lines of a sequence. `folded` names the groups whose clients are not shown ([`Order::group_name`]).
    pub fn new(sequence: &Sequence, folded: &BTreeSet<String>) -> Self {
        let count = sequence.rows.len() as u32;
        if sequence.groups.is_empty() {
            return Self { rows: sequence.rows.clone(), count, ..Self::default() };
        }
        let mut order =
            Self { members: sequence.rows.clone(), groups: sequence.groups.clone(), count, ..Self::default() };
        let mut mark = FastHasher::default();
        order.folded = (0..order.groups.len())
            .map(|at| {
                let name = order.group_name(at);
                let is_folded = folded.contains(&name);
                mark.write(name.as_bytes());
                mark.write_u8(u8::from(is_folded));
                is_folded
            })
            .collect();
        order.mark = mark.finish();
        // Up to here the clients have a line, or are folded away.
        let mut done = 0;
        for (at, group) in sequence.groups.iter().enumerate() {
            if group.to <= done {
                continue;
            }
            order.push_clients(&sequence.rows, done, group.from);
            done = done.max(group.from);
            order.rows.push(FIRST_GROUP + at as u32);
            if order.folded[at] {
                done = group.to;
            }
        }
        order.push_clients(&sequence.rows, done, count);
        let mut above = 0;
        order.above = order
            .rows
            .iter()
            .map(|line| {
                let before = above;
                above += u32::from(*line < FIRST_GROUP);
                before
            })
            .collect();
        order
    }

    fn push_clients(&mut self, rows: &[u32], from: u32, to: u32) {
        self.rows.extend_from_slice(rows.get(from as usize..to as usize).unwrap_or_default());
    }

    /// The row at a place of the sheet; nothing for a group's line.
    pub fn row(&self, place: usize) -> Option<u32> {
        self.rows.get(place).copied().filter(|line| *line < FIRST_GROUP)
    }

    /// Which group's line stands at a place.
    pub fn group_at(&self, place: usize) -> Option<usize> {
        self.rows.get(place).and_then(|line| line.checked_sub(FIRST_GROUP)).map(|at| at as usize)
    }

    /// A group by its number.
    pub fn group(&self, at: usize) -> Option<&Group> {
        self.groups.get(at)
    }

    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// Another one where the groups are others, or others are folded; the same for every order without groups.
    pub fn mark(&self) -> u64 {
        self.mark
    }

    pub fn is_grouped(&self) -> bool {
        !self.groups.is_empty()
    }

    pub fn is_folded(&self, at: usize) -> bool {
        self.folded.get(at).copied().unwrap_or(false)
    }

    /// A name under which a group is found again in another order: the values of the outer group and of its own.
    pub fn group_name(&self, at: usize) -> String {
        let name = |group: &Group| format!("{}={}{}", group.column, group.value.mark(), group.value.key());
        let Some(group) = self.groups.get(at) else { return String::new() };
        let outer = self.groups.get(..at).unwrap_or_default().iter().rev().find(|outer| outer.level < group.level);
        outer.map_or_else(|| name(group), |outer| format!("{}\n{}", name(outer), name(group)))
    }

    /// How many clients pass the filters, whether their group is folded or not.
    pub fn client_count(&self) -> usize {
        self.count as usize
    }

    /// Where a row stands in the sheet; nothing where it is filtered out or folded away.
    pub fn place(&self, row: u32) -> Option<usize> {
        self.rows.iter().position(|other| *other == row)
    }

    /// How many clients stand in the lines above a place.
    pub fn clients_above(&self, place: usize) -> usize {
        self.above.get(place).map_or(place, |above| *above as usize)
    }

    /// The place of the client that comes `step` clients below a place, groups' lines not counted. Beyond the last
    /// client it goes on counting, as if there were more.
    pub fn client_below(&self, place: usize, step: usize) -> usize {
        let Some(above) = self.above.get(place) else { return place + step };
        // Behind the place of the wanted client stand more clients than are above it.
        let wanted = *above as usize + step;
        let at = self.above.partition_point(|above| (*above as usize) <= wanted);
        match at.checked_sub(1).filter(|at| self.group_at(*at).is_none() && self.above[*at] as usize == wanted) {
            Some(at) => at,
            None => self.rows.len() + wanted.saturating_sub(self.shown_clients()),
        }
    }

    /// How many clients stand in lines.
    fn shown_clients(&self) -> usize {
        match (self.above.last(), self.rows.last()) {
            (Some(above), Some(line)) => *above as usize + usize::from(*line < FIRST_GROUP),
            _ => self.rows.len(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sort::{Sort, Sorted};
    use super::super::testing;
    use super::*;
    use crate::segment::Findings;
    use crate::state::Host;
    use crate::workbook::{ClientTable, ColumnId, Edit, Field, Origin, Value, Workbook};

    fn workbook() -> Workbook {
        let mut workbook = Workbook::new(Origin(1));
        let rows = ["A", "B", "C"].map(|name| vec![(Field::Name.into(), Value::text(name))]);
        workbook.apply(Edit::AddRows(rows.to_vec())).expect("added");
        workbook
    }

    #[test]
    fn new_clients_stand_below_and_deleted_ones_vanish() {
        let mut workbook = workbook();
        let sequence = Sequence::new(vec![2, 0], workbook.table());
        let id = workbook.table().row_id(2).expect("a row");
        workbook.apply(Edit::DeleteRows(vec![id])).expect("deleted");
        workbook.apply(Edit::AddRows(vec![Vec::new()])).expect("added");
        let sequence = sequence.followed(workbook.table()).expect("nobody came back");
        let order = Order::new(&sequence, &BTreeSet::new());
        assert_eq!(order.rows, [0, 3]);
        assert_eq!((order.place(3), order.place(1)), (Some(1), None));
    }

    #[test]
    fn clients_that_come_back_ask_for_a_new_order() {
        let mut workbook = workbook();
        let id = workbook.table().row_id(1).expect("a row");
        workbook.apply(Edit::DeleteRows(vec![id])).expect("deleted");
        let sequence = Sequence::new(workbook.table().rows().collect(), workbook.table());
        workbook.undo();
        assert_eq!(sequence.followed(workbook.table()), None);
    }

    fn grouped(table: &ClientTable, columns: &[Field]) -> Sequence {
        let columns: Vec<ColumnId> = columns.iter().map(|field| (*field).into()).collect();
        let findings = Findings::default();
        let sorted = Sorted { table, findings: &findings, language: "en", collate: Host::for_tests().collate };
        let rows: Vec<u32> = table.rows().collect();
        let sorts = [Sort { column: Field::Region.into(), is_descending: false }];
        Sequence::new(rows, table).grouped(&columns, &sorts, sorted)
    }

    /// The lines as text: clients by row, groups by their value and level.
    fn lines(order: &Order) -> String {
        let line = |place: usize| match order.group_at(place).and_then(|at| order.group(at)) {
            Some(group) => format!("{}{}", "#".repeat(group.level.into()), group.value.key()),
            None => order.row(place).map(|row| row.to_string()).unwrap_or_default(),
        };
        (0..order.rows.len()).map(line).collect::<Vec<_>>().join(" ")
    }

    fn table() -> ClientTable {
        testing::table(&[
            (Field::Region, &["Kiel", "Bonn", "", "kiel", "Bonn"]),
            (Field::Stage, &["won", "new", "new", "new", "new"]),
        ])
    }

    #[test]
    fn groups_hold_what_is_equal_and_can_be_folded() {
        let sequence = grouped(&table(), &[Field::Region]);
        let order = Order::new(&sequence, &BTreeSet::new());
        assert_eq!(lines(&order), "#Bonn 1 4 #Kiel 0 3 # 2");
        assert_eq!((order.client_count(), order.rows.len()), (5, 8));
        let order = Order::new(&sequence, &BTreeSet::from([order.group_name(0)]));
        assert_eq!(lines(&order), "#Bonn #Kiel 0 3 # 2");
        assert_eq!((order.client_count(), order.place(1), order.row(0)), (5, None, None));
    }

    #[test]
    fn groups_within_groups_fold_with_the_outer_ones() {
        let sequence = grouped(&table(), &[Field::Region, Field::Stage]);
        let order = Order::new(&sequence, &BTreeSet::new());
        assert_eq!(lines(&order), "#Bonn ##new 1 4 #kiel ##new 3 ##won 0 # ##new 2");
        let folded = BTreeSet::from([order.group_name(0), order.group_name(3)]);
        assert_eq!(lines(&Order::new(&sequence, &folded)), "#Bonn #kiel ##new ##won 0 # ##new 2");
    }

    #[test]
    fn groups_shrink_with_their_clients_and_new_ones_stand_below() {
        let mut workbook = Workbook::new(Origin(1));
        let row = |region: &str| vec![(Field::Region.into(), Value::text(region))];
        workbook.apply(Edit::AddRows(vec![row("b"), row("a"), row("b")])).expect("added");
        let sequence = grouped(workbook.table(), &[Field::Region]);
        let id = workbook.table().row_id(1).expect("a row");
        workbook.apply(Edit::DeleteRows(vec![id])).expect("deleted");
        workbook.apply(Edit::AddRows(vec![row("a")])).expect("added");
        let sequence = sequence.followed(workbook.table()).expect("nobody came back");
        assert_eq!(lines(&Order::new(&sequence, &BTreeSet::new())), "#b 0 2 3");
    }

    #[test]
    fn counting_clients_leaves_the_lines_of_groups_out() {
        let order = Order::new(&grouped(&table(), &[Field::Region]), &BTreeSet::new());
        // #Bonn 1 4 #Kiel 0 3 # 2
        assert_eq!([0, 1, 2, 3, 4].map(|step| order.client_below(1, step)), [1, 2, 4, 5, 7]);
        assert_eq!([0, 1].map(|step| order.client_below(0, step)), [1, 2]);
        assert_eq!([5, 6].map(|step| order.client_below(1, step)), [8, 9]);
        let plain = Order::new(&Sequence::new(vec![5, 6], &ClientTable::default()), &BTreeSet::new());
        assert_eq!([0, 1, 4].map(|step| plain.client_below(1, step)), [1, 2, 5]);
    }
}

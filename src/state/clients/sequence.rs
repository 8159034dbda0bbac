//! The clients that pass the filters, in order, and how they are grouped.

use super::sort::{Sort, Sorted};
use super::values::SharedValue;
use crate::workbook::{ClientTable, ColumnId, Day, Field, Values};

/// Clients that follow each other and share a value.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// 1 for the outer groups, 2 for those within them.
    pub level: u8,
    pub column: ColumnId,
    pub value: SharedValue,
    /// Which clients of the sequence: the first, and the one behind the last.
    pub from: u32,
    pub to: u32,
}

/// The clients that are shown, folded groups' included.
///
/// As in Excel, a change of a cell moves no row: sorting and filtering are done anew only when the person changes
/// them. Clients that come are shown below the others, so that they are seen, and those that go vanish.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sequence {
    pub rows: Vec<u32>,
    /// Each outer group before the inner ones that it holds. Clients behind the last group are in none.
    pub groups: Vec<Group>,
    /// Which rows were alive when the sequence was made.
    alive: Vec<bool>,
}

impl Sequence {
    /// A sequence of these rows.
    pub fn new(rows: Vec<u32>, table: &ClientTable) -> Self {
        let alive = (0..table.row_count()).map(|row| table.is_alive(row)).collect();
        Self { rows, groups: Vec::new(), alive }
    }

    /// Groups the rows by up to two columns. Within a group they keep their order.
    #[must_use]
    pub fn grouped(mut self, columns: &[ColumnId], sorts: &[Sort], sorted: Sorted) -> Self {
        let keys: Vec<Vec<u64>> =
            columns.iter().take(2).map(|column| keys(column, &self.rows, sorts, sorted)).collect();
        let Some(outer) = keys.first() else { return self };
        let inner = keys.get(1);
        let at = |place: usize| (outer[place], inner.map_or(0, |inner| inner[place]));
        let mut places: Vec<((u64, u64), u32)> = (0..self.rows.len()).map(|place| (at(place), place as u32)).collect();
        places.sort_unstable();
        self.rows = places.iter().filter_map(|(_, place)| self.rows.get(*place as usize).copied()).collect();
        let mut from = 0;
        for run in places.chunk_by(|left, right| left.0.0 == right.0.0) {
            self.push_group(1, columns, (from, run.len()), sorted);
            let mut inner_from = from;
            for run in run.chunk_by(|left, right| left.0 == right.0).filter(|_| inner.is_some()) {
                self.push_group(2, columns, (inner_from, run.len()), sorted);
                inner_from += run.len();
            }
            from += run.len();
        }
        self
    }

    fn push_group(&mut self, level: u8, columns: &[ColumnId], (from, length): (usize, usize), sorted: Sorted) {
        let column = columns.get(usize::from(level) - 1);
        if let (Some(column), Some(row)) = (column, self.rows.get(from)) {
            let value = shared_value(column, *row, sorted);
            let (from, to) = (from as u32, (from + length) as u32);
            self.groups.push(Group { level, column: column.clone(), value, from, to });
        }
    }

    /// The sequence after clients came and went. Nothing where some came back that had been there: only making it anew
    /// tells where they stood.
    pub fn followed(mut self, table: &ClientTable) -> Option<Self> {
        let known = self.alive.len() as u32;
        if (0..known).any(|row| table.is_alive(row) && self.alive.get(row as usize) == Some(&false)) {
            return None;
        }
        if !self.groups.is_empty() {
            // By place: how many of the clients before it are still there.
            let mut kept = vec![0];
            let mut count = 0;
            kept.extend(self.rows.iter().map(|row| {
                count += u32::from(table.is_alive(*row));
                count
            }));
            let moved = |place: u32| kept.get(place as usize).copied().unwrap_or(count);
            for group in &mut self.groups {
                (group.from, group.to) = (moved(group.from), moved(group.to));
            }
            self.groups.retain(|group| group.from < group.to);
        }
        self.rows.retain(|row| table.is_alive(*row));
        self.rows.extend((known..table.row_count()).filter(|row| table.is_alive(*row)));
        self.alive = (0..table.row_count()).map(|row| table.is_alive(row)).collect();
        Some(self)
    }
}

/// Where each row's value stands among the groups: what does not fit and what is empty come last.
fn keys(column: &ColumnId, rows: &[u32], sorts: &[Sort], sorted: Sorted) -> Vec<u64> {
    let is_descending = sorts.iter().any(|sort| sort.column == *column && sort.is_descending);
    let misfits = &sorted.table.data(column).misfits;
    let keys = sorted.keys(column, rows, true);
    let key = |(key, row): (Option<u64>, &u32)| match key {
        // The last bit tells nothing about the order of so few places, so that the ends are free.
        Some(key) => (if is_descending { !key } else { key }).clamp(0, u64::MAX - 2),
        None if misfits.contains_key(row) => u64::MAX - 1,
        None => u64::MAX,
    };
    keys.into_iter().zip(rows).map(key).collect()
}

fn shared_value(column: &ColumnId, row: u32, sorted: Sorted) -> SharedValue {
    if *column == ColumnId::Field(Field::Segment) {
        return sorted.findings.segment(row).map_or(SharedValue::Empty, SharedValue::Segment);
    }
    let data = sorted.table.data(column);
    if data.misfits.contains_key(&row) {
        return SharedValue::Misfit;
    }
    let value = match &data.values {
        Values::None => None,
        Values::Numbers(_) => data.number(row).map(|number| SharedValue::Number(number + 0.0)),
        Values::Days(_) => data.day(row).map(|day: Day| SharedValue::Month(day.month_index())),
        Values::Texts(texts) => {
            let text = texts.get(row);
            (!text.is_empty()).then(|| SharedValue::Text(text.to_owned()))
        }
    };
    value.unwrap_or(SharedValue::Empty)
}

//! Counting the board in one pass over the clients: which cell each belongs to, and what the cells come to.

use std::cmp::Ordering;
use std::collections::HashMap;

use super::board::{Group, GroupBy, GroupKey, Grouping, Lane, Lanes};
use super::finding::Findings;
use super::segment::Segment;
use super::stages::StagePlan;
use crate::workbook::{ClientTable, ColumnData, Field, Sum, Value};

/// What is counted for one cell, column or lane.
#[derive(Clone, Default)]
struct Counted {
    count: u32,
    asks: u32,
    known: u32,
    sum: Sum,
    held: [u32; 4],
    /// The sum of each segment, where stages weigh.
    parts: Option<Box<[Sum; 4]>>,
    rows: Vec<u32>,
}

impl Counted {
    /// Adds the figures of another one, not its rows.
    fn merge(&mut self, other: &Self) {
        self.count += other.count;
        self.asks += other.asks;
        self.known += other.known;
        self.sum.merge(&other.sum);
        self.held.iter_mut().zip(other.held).for_each(|(held, more)| *held += more);
        if let Some(more) = &other.parts {
            let parts = self.parts.get_or_insert_default();
            parts.iter_mut().zip(more.iter()).for_each(|(part, more)| part.merge(more));
        }
    }
}

/// All cells while they are counted.
pub struct Tally<'a> {
    grouping: Grouping<'a>,
    columns: Keys<'a>,
    /// One key that stands for everything where there are no lanes.
    lanes: Keys<'a>,
    /// By lane and column; lanes that never met a column yet are short.
    cells: Vec<Vec<Counted>>,
}

impl<'a> Tally<'a> {
    /// Counts all clients, or those of `grouping`.
    pub fn of(table: &'a ClientTable, findings: &Findings, grouping: Grouping<'a>, wants_rows: bool) -> Self {
        let mut columns = Keys::of(table, grouping.by);
        if let Some(plan) = grouping.plan {
            for name in plan.order() {
                columns.of_text(&name);
            }
        }
        let lanes = grouping.lanes.map_or_else(Keys::one, |by| Keys::of(table, by));
        let mut tally = Self { grouping, columns, lanes, cells: Vec::new() };
        match grouping.rows {
            Some(rows) => tally.count(table, findings, rows.iter().copied(), wants_rows),
            None => tally.count(table, findings, 0..table.row_count(), wants_rows),
        }
        tally
    }

    fn count(&mut self, table: &ClientTable, findings: &Findings, rows: impl Iterator<Item = u32>, wants_rows: bool) {
        let revenue = table.field(Field::Revenue);
        let Grouping { by, shown, plan, .. } = self.grouping;
        let (asks, weighs) = (*by == GroupBy::Segment, plan.is_some());
        for row in rows.filter(|row| table.is_alive(*row)) {
            let Some((lane, column)) = self.lanes.place(findings, row).zip(self.columns.place(findings, row)) else {
                continue;
            };
            let cell = self.cell(lane, column);
            let segment = weighs.then(|| findings.segment(row)).flatten();
            if let Some(segment) = segment {
                cell.held[segment as usize] += 1;
            }
            if !shown.is_none_or(|shown| shown.get(row as usize).copied().unwrap_or(false)) {
                continue;
            }
            cell.count += 1;
            cell.asks += u32::from(asks && findings.get(row).is_some_and(|finding| finding.asks));
            if let Some(amount) = revenue.number(row) {
                cell.known += 1;
                cell.sum.add(amount);
                if let Some(segment) = segment {
                    cell.parts.get_or_insert_default()[segment as usize].add(amount);
                }
            }
            if wants_rows {
                cell.rows.push(row);
            }
        }
    }

    fn cell(&mut self, lane: usize, column: usize) -> &mut Counted {
        if self.cells.len() <= lane {
            self.cells.resize_with(lane + 1, Vec::new);
        }
        let cells = &mut self.cells[lane];
        if cells.len() <= column {
            cells.resize_with(column + 1, Counted::default);
        }
        &mut cells[column]
    }

    /// The groups in the board's order.
    pub fn finished(mut self) -> Lanes {
        let (columns, lanes) = (self.columns.list.len(), self.lanes.list.len());
        self.cells.resize_with(lanes, Vec::new);
        self.cells.iter_mut().for_each(|cells| cells.resize_with(columns, Counted::default));
        let mut of_columns = vec![Counted::default(); columns];
        let mut of_lanes = vec![Counted::default(); lanes];
        let mut total = Sum::new();
        for (cells, of_lane) in self.cells.iter().zip(&mut of_lanes) {
            for (cell, of_column) in cells.iter().zip(&mut of_columns) {
                of_column.merge(cell);
                of_lane.merge(cell);
                total.merge(&cell.sum);
            }
        }
        let finish = Finish { total: total.value(), plan: self.grouping.plan };
        let planned = self.grouping.plan.map(StagePlan::order).unwrap_or_default();
        if self.grouping.lanes.is_none() {
            // The only lane's cells are the columns.
            of_columns = self.cells.pop().unwrap_or(of_columns);
        }
        let column_order = in_order(&self.columns.list, &of_columns, &planned);
        let mut finished = Lanes::default();
        for at in &column_order {
            finished.columns.push(finish.group(self.columns.list[*at].clone(), std::mem::take(&mut of_columns[*at])));
        }
        if self.grouping.lanes.is_some() {
            for lane in in_order(&self.lanes.list, &of_lanes, &[]) {
                let mut cells = Vec::with_capacity(column_order.len());
                for at in &column_order {
                    let counted = std::mem::take(&mut self.cells[lane][*at]);
                    cells.push(finish.group(self.columns.list[*at].clone(), counted));
                }
                let mut whole = finish.group(self.lanes.list[lane].clone(), std::mem::take(&mut of_lanes[lane]));
                let weighted = cells.iter().filter_map(|cell| cell.weighted);
                whole.weighted = weighted.fold(None, |sum, part| Some(sum.unwrap_or(0.0) + part));
                finished.lanes.push(Lane { whole, cells });
            }
        }
        finished
    }
}

/// Makes groups of what was counted.
struct Finish<'a> {
    total: f64,
    plan: Option<&'a StagePlan>,
}

impl Finish<'_> {
    fn group(&self, key: GroupKey, counted: Counted) -> Group {
        let Counted { count, asks, known, sum, held, parts, rows } = counted;
        let revenue = sum.value();
        let share = (self.total > 0.0).then_some(revenue / self.total);
        let parts = parts.map_or([0.0; 4], |parts| parts.map(|part| part.value()));
        let weighted = match (&key, self.plan) {
            (GroupKey::Text(name), Some(plan)) => plan.weighted(name, parts),
            _ => None,
        };
        Group { key, rows, count, asks, revenue, known, share, weighted, held }
    }
}

/// The places of groups in the order of the board. Texts that hold nobody shown are left out, unless they are planned.
fn in_order(keys: &[GroupKey], counted: &[Counted], planned: &[String]) -> Vec<usize> {
    let place = |key: &GroupKey| match key {
        GroupKey::Segment(segment) => (0, *segment as usize),
        GroupKey::Text(text) => (1, planned.iter().position(|name| name == text).unwrap_or(planned.len())),
        GroupKey::Blank => (2, 0),
    };
    let revenues: Vec<f64> = counted.iter().map(|counted| counted.sum.value()).collect();
    let is_there = |at: &usize| match place(&keys[*at]) {
        (0, _) => true,
        (1, place) => counted[*at].count > 0 || place < planned.len(),
        _ => counted[*at].count > 0,
    };
    let mut order: Vec<usize> = (0..keys.len()).filter(is_there).collect();
    order.sort_by(|one, other| {
        let by_revenue = || match (&keys[*one], &keys[*other]) {
            (GroupKey::Text(first), GroupKey::Text(second)) => {
                revenues[*other].total_cmp(&revenues[*one]).then_with(|| first.cmp(second))
            }
            _ => Ordering::Equal,
        };
        place(&keys[*one]).cmp(&place(&keys[*other])).then_with(by_revenue)
    });
    order
}

/// Which group each client is in, the groups made as they are met.
struct Keys<'a> {
    list: Vec<GroupKey>,
    /// The column whose texts are the groups.
    data: Option<&'a ColumnData>,
    is_one: bool,
    /// By code of the column's dictionary.
    by_code: Vec<Option<usize>>,
    by_text: HashMap<String, usize>,
}

impl<'a> Keys<'a> {
    fn of(table: &'a ClientTable, by: &GroupBy) -> Self {
        let (list, data) = match by {
            GroupBy::Segment => (Segment::ALL.map(GroupKey::Segment).into(), None),
            GroupBy::Column(column) => (Vec::new(), Some(table.data(column))),
        };
        Self { list, data, is_one: false, by_code: Vec::new(), by_text: HashMap::new() }
    }

    /// One group of everybody.
    fn one() -> Self {
        let (by_code, by_text) = (Vec::new(), HashMap::new());
        Self { list: vec![GroupKey::Blank], data: None, is_one: true, by_code, by_text }
    }

    /// The place of a client's group; nothing for one that was not classified yet.
    fn place(&mut self, findings: &Findings, row: u32) -> Option<usize> {
        if self.is_one {
            return Some(0);
        }
        let Some(data) = self.data else { return findings.segment(row).map(|segment| segment as usize) };
        let Some(texts) = data.texts() else { return Some(self.of_text(&text_of(&data.get(row)))) };
        let code = texts.code(row);
        if let Some(Some(group)) = self.by_code.get(code as usize) {
            return Some(*group);
        }
        let group = self.of_text(texts.of_code(code));
        if self.by_code.len() <= code as usize {
            self.by_code.resize((code + 1).max(texts.code_count()) as usize, None);
        }
        if let Some(place) = self.by_code.get_mut(code as usize) {
            *place = Some(group);
        }
        Some(group)
    }

    fn of_text(&mut self, text: &str) -> usize {
        let text = text.trim();
        if let Some(group) = self.by_text.get(text) {
            return *group;
        }
        let group = self.list.len();
        self.list.push(if text.is_empty() { GroupKey::Blank } else { GroupKey::Text(text.to_owned()) });
        self.by_text.insert(text.to_owned(), group);
        group
    }
}

fn text_of(value: &Value) -> String {
    match value {
        Value::Empty => String::new(),
        Value::Text(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Date(day) => day.to_string(),
        Value::Misfit(misfit) => misfit.text.clone(),
    }
}

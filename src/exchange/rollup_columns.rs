//! The columns of clients that order lines became: what is summed, and the latest value of everything else.

use super::build::NO_ROW;
use super::build_column::{Reading, read_column};
use super::conventions::DateOrder;
use super::headings::Heading;
use super::mapping::{Action, Mapping};
use super::own_ids::OwnIds;
use super::rollup::{RolledUp, Rows};
use super::rows::{Amount, OrderLines};
use super::sheet::{RawCell, Sheet};
use crate::workbook::{
    BatchColumn, ColumnData, ColumnDefinition, ColumnId, ColumnKind, Field, Misfit, NO_DAY, Reason, Values,
};

impl RolledUp {
    /// How many clients there are of `rows` rows.
    pub fn clients(&self, rows: u32) -> u32 {
        self.groups.as_ref().map_or(rows, |groups| groups.count)
    }

    /// The fields that are found out from the lines, and that no column of the sheet can have.
    pub fn reserved(&self, mapping: &Mapping) -> Vec<ColumnId> {
        let mut fields = Vec::new();
        if self.are_orders {
            fields.push(Field::Orders);
            fields.extend(self.has_days.then_some([Field::FirstOrder, Field::LastOrder]).into_iter().flatten());
            fields.extend(self.has_amounts.then_some(Field::Revenue));
        } else if self.has_amounts && !has(mapping, Field::Revenue) {
            fields.push(Field::Revenue);
        }
        fields.into_iter().map(ColumnId::Field).collect()
    }

    /// Where the cells of a column go so that each client has its latest value: the one of the latest day, and of one
    /// day the lowest. Nothing where each row is a client.
    pub fn latest(&self, cells: &[RawCell], places: &[u32]) -> Option<Vec<u32>> {
        let groups = self.groups.as_ref()?;
        let mut best: Vec<Option<(i32, u32)>> = vec![None; groups.count as usize];
        for cell in cells {
            let line = places.get(cell.row as usize).copied().unwrap_or(NO_ROW) as usize;
            let Some(client) = groups.of_line.get(line) else { continue };
            let day = self.days.get(line).copied().unwrap_or(NO_DAY);
            if let Some(best) = best.get_mut(*client as usize)
                && best.is_none_or(|(before, _)| day >= before)
            {
                *best = Some((day, cell.row));
            }
        }
        let mut latest = vec![NO_ROW; places.len()];
        for (client, best) in (0..).zip(best) {
            if let Some((_, row)) = best
                && let Some(place) = latest.get_mut(row as usize)
            {
                *place = client;
            }
        }
        Some(latest)
    }

    /// Adds what was summed, after the column of names.
    pub fn add_columns(
        &self,
        sheet: &Sheet,
        mapping: &Mapping,
        rows: &Rows,
        columns: &mut Vec<BatchColumn>,
        own_ids: &mut OwnIds,
    ) {
        if let Some(lines) = mapping.rows.lines() {
            self.name(sheet, mapping, lines, rows, columns);
        }
        let is_name = |column: &BatchColumn| column.definition.id == ColumnId::Field(Field::Name);
        let at = columns.iter().position(is_name).map_or(0, |at| at + 1);
        let mut added = self.sums(mapping);
        added.extend(self.whole(sheet, mapping, own_ids));
        columns.splice(at..at, added);
    }

    /// Revenue, orders, first and last order.
    fn sums(&self, mapping: &Mapping) -> Vec<BatchColumn> {
        let reserved = self.reserved(mapping);
        let numbers = |numbers: &[f64]| Values::Numbers(numbers.to_vec());
        let days = |days: &[i32]| Values::Days(days.to_vec());
        let folded = &self.folded;
        let all = [
            (Field::Revenue, numbers(&folded.revenue)),
            (Field::Orders, numbers(&folded.orders)),
            (Field::FirstOrder, days(&folded.first)),
            (Field::LastOrder, days(&folded.last)),
        ];
        let known = all.into_iter().filter(|(field, _)| reserved.contains(&ColumnId::Field(*field)));
        known
            .map(|(field, values)| BatchColumn {
                definition: ColumnDefinition::of_field(field),
                data: ColumnData { values, ..ColumnData::default() },
            })
            .collect()
    }

    /// The total of the whole file, where it says more than the last twelve months.
    fn whole(&self, sheet: &Sheet, mapping: &Mapping, own_ids: &mut OwnIds) -> Option<BatchColumn> {
        let lines = mapping.rows.lines()?;
        let same = |(total, year): (&f64, &f64)| total.to_bits() == year.to_bits();
        if !self.has_amounts || self.folded.total.iter().zip(&self.folded.revenue).all(same) {
            return None;
        }
        let heading = |position: u32| {
            let row = mapping.heading_row.checked_sub(1);
            Heading::new(&row.map(|row| sheet.text(row, position)).unwrap_or_default()).text
        };
        let (text, position) = match lines.amount {
            Some(Amount::Column(position)) => (heading(position), position),
            Some(Amount::Product { quantity, price }) => {
                (format!("{} × {}", heading(quantity), heading(price)), quantity)
            }
            None => (String::new(), 0),
        };
        // The sign of a sum: the name of the column, and that it is all of it, in any language.
        let (id, title) = own_ids.name(&Heading::new(format!("Σ {text}").trim_end()), position);
        let definition = ColumnDefinition { id: ColumnId::Own(id), title, kind: ColumnKind::Money };
        let values = Values::Numbers(self.folded.total.clone());
        Some(BatchColumn { definition, data: ColumnData { values, ..ColumnData::default() } })
    }

    /// Sees to it that each client has a name: from the column that tells clients apart where no other is one, and a
    /// flagged one for the lines without a client.
    fn name(&self, sheet: &Sheet, mapping: &Mapping, lines: &OrderLines, rows: &Rows, columns: &mut Vec<BatchColumn>) {
        let clients = self.clients(rows.count);
        if !has(mapping, Field::Name) {
            let cells = sheet.cells(lines.client, mapping.heading_row);
            let places = self.latest(cells, &rows.places).unwrap_or_default();
            let reading = Reading {
                kind: ColumnKind::Text,
                unit: 1.0,
                decimal: None,
                dates: DateOrder::default(),
                percent: None,
                is_markup: false,
            };
            let data = read_column(sheet, cells, &reading, &places, clients, |_, _| {});
            columns.insert(0, BatchColumn { definition: ColumnDefinition::of_field(Field::Name), data });
        }
        let is_name = |column: &&mut BatchColumn| column.definition.id == ColumnId::Field(Field::Name);
        let nameless = self.groups.as_ref().and_then(|groups| groups.nameless);
        if let (Some(column), Some(client)) = (columns.iter_mut().find(is_name), nameless)
            && column.data.text(client).is_empty()
        {
            let text = if lines.nameless.is_empty() { "—".to_owned() } else { lines.nameless.clone() };
            let misfit = Misfit { text, reason: Reason::NoClient };
            column.data.misfits.insert(client, misfit);
        }
    }
}

fn has(mapping: &Mapping, field: Field) -> bool {
    mapping.columns.iter().any(|column| column.action == Action::Field(field))
}

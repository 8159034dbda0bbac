//! Whether the rows of a sheet are order lines, and whether months stand as its columns. The person disposes.

use serde::{Deserialize, Serialize};

use super::fast_hash::FastMap;
use super::headings::Heading;
use super::keys::{Keys, keys_of};
use super::line_headings::{LinePart, WHOLE, score};
use super::mapping::{Action, Mapping};
use super::month_headings;
use super::proposal::{ColumnProposal, Context, Evidence, Match, Proposal};
use super::rollup::{Rows, totals};
use super::rows::{Amount, MonthColumn, OrderLines, RowMeaning};
use super::sheet::Sheet;
use super::totals::Totals;
use crate::workbook::{ColumnKind, Field};

/// Fewer rows have to repeat clearly.
const FEW: u32 = 20;
const LEAST: u32 = 4;
/// Where nobody says which year it is.
const DEFAULT_YEAR: i32 = 2000;
/// So many lines are looked at to tell an amount of a line from one of the client.
const COMPARED: u32 = 2000;

/// How the rows would be rolled up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RollupProposal {
    pub lines: OrderLines,
    /// Positions of the columns that say something of one line alone: of a client they say nothing.
    pub of_line: Vec<u32>,
    /// Quantity times price, where the sheet has both.
    pub product: Option<Amount>,
    /// What they come to as proposed.
    pub totals: Totals,
}

impl Proposal {
    /// Where a column goes, and why, when order lines are rolled up or months become the history.
    pub fn place(&self, column: usize, rolls_up: bool, keeps_months: bool) -> Option<(Action, Match)> {
        let proposed = self.columns.get(column)?;
        let position = proposed.mapping.position;
        let of_line = self.rollup.as_ref().is_some_and(|rollup| rollup.of_line.contains(&position));
        let of_month = self.months.iter().any(|month| month.position == position);
        Some(match () {
            () if rolls_up && of_line => (Action::LeaveOut, Match::OfLine),
            () if keeps_months && of_month => (Action::LeaveOut, Match::OfMonth),
            () => (proposed.mapping.action.clone(), proposed.reason.clone()),
        })
    }

    /// The proposal with order lines rolled up and months made history, as far as there are any.
    pub fn rolled_up(&self) -> Mapping {
        let mut mapping = self.mapping();
        for (at, column) in mapping.columns.iter_mut().enumerate() {
            column.action = self.place(at, true, true).map_or(Action::LeaveOut, |(action, _)| action);
        }
        mapping.rows =
            self.rollup.as_ref().map_or(RowMeaning::Clients, |found| RowMeaning::OrderLines(found.lines.clone()));
        mapping.months.clone_from(&self.months);
        mapping
    }
}

/// Adds what the rows and the months look like.
pub fn complete(proposal: &mut Proposal, sheet: &Sheet, context: &Context) {
    if proposal.heading_row == 0 {
        return;
    }
    proposal.months = months(&proposal.columns, month_headings::run);
    if proposal.months.is_empty() {
        let year = year(proposal, context);
        proposal.months = months(&proposal.columns, |headings| month_headings::run_from(headings, year));
        proposal.lacks_year = !proposal.months.is_empty();
    }
    let rows = super::build::rows(sheet, &proposal.mapping());
    match find(proposal, sheet, &rows) {
        Some((found, true)) => proposal.rollup = Some(found),
        other => {
            proposal.offered = other.map(|(offered, _)| offered);
            return;
        }
    }
    let totals = totals(sheet, &proposal.rolled_up());
    if let Some(rollup) = &mut proposal.rollup {
        rollup.totals = totals;
    }
}

/// The months that stand as columns of numbers.
fn months(columns: &[ColumnProposal], run: impl Fn(&[(u32, String)]) -> Vec<MonthColumn>) -> Vec<MonthColumn> {
    let own = columns.iter().filter(|column| matches!(column.mapping.action, Action::Own { .. }));
    let headings = own.map(|column| (column.mapping.position, column.heading.clone()));
    let months = run(&headings.collect::<Vec<_>>());
    // A month may be empty yet, or hold nothing but a note.
    let of_month = |column: &&ColumnProposal| months.iter().any(|month| month.position == column.mapping.position);
    let numeric = columns.iter().filter(of_month).filter(|column| is_numeric(column)).count();
    if numeric * 2 > months.len() { months } else { Vec::new() }
}

/// The year of the first month where the headings name none: from the sheet's name, the lines above the table, the
/// file's name, or else this year.
fn year(proposal: &Proposal, context: &Context) -> i32 {
    let mut names = context.names.iter();
    let sheet = names.next();
    let above = proposal.above.iter().flat_map(|row| &row.cells);
    let found = sheet.into_iter().chain(above).chain(names).find_map(|text| month_headings::year_in(text));
    found.or(context.today.map(|today| today.parts().0)).unwrap_or(DEFAULT_YEAR)
}

fn is_numeric(column: &ColumnProposal) -> bool {
    column.evidence == Some(Evidence::Numbers)
        || matches!(column.own, Action::Own { kind: ColumnKind::Number | ColumnKind::Money, .. })
}

fn has_field(column: &ColumnProposal, field: Field) -> bool {
    column.mapping.action == Action::Field(field)
}

/// What each column may be of an order line.
struct Columns<'a> {
    columns: &'a [ColumnProposal],
    client: u32,
}

impl Columns<'_> {
    /// The column that is surest to be a part of the line, and how sure.
    fn best(&self, part: LinePart, may_be: impl Fn(&ColumnProposal) -> bool) -> Option<(u32, u8)> {
        let scored = self.columns.iter().filter(|column| column.mapping.position != self.client && may_be(column));
        let scored = scored.map(|column| (column.mapping.position, Self::score(column, part)));
        // Among equals the one further left.
        scored.filter(|(_, score)| *score > 0).min_by_key(|(position, score)| (u8::MAX - score, *position))
    }

    fn score(column: &ColumnProposal, part: LinePart) -> u8 {
        let named = score(&Heading::new(&column.heading), part);
        let by_values = match part {
            LinePart::Amount if has_field(column, Field::Revenue) => WHOLE,
            LinePart::Date if has_field(column, Field::FirstOrder) || has_field(column, Field::LastOrder) => 1,
            LinePart::Date => 2,
            _ => 0,
        };
        named.max(by_values)
    }

    /// Whether the column has no meaning for a client that is better known.
    fn is_free(column: &ColumnProposal) -> bool {
        matches!(column.mapping.action, Action::Own { .. }) || has_field(column, Field::Revenue)
    }

    fn date(&self) -> Option<(u32, u8)> {
        self.best(LinePart::Date, |column| {
            let is_named = score(&Heading::new(&column.heading), LinePart::Date) >= WHOLE;
            let is_day = column.evidence == Some(Evidence::Dates)
                || matches!(column.own, Action::Own { kind: ColumnKind::Date, .. });
            let is_of_order = has_field(column, Field::FirstOrder) || has_field(column, Field::LastOrder);
            (Self::is_free(column) || is_of_order) && (is_day || (is_named && is_numeric(column)))
        })
    }

    fn amount(&self, is_of_line: impl Fn(u32) -> bool) -> Option<(Amount, u8)> {
        let is_number = |column: &ColumnProposal| Self::is_free(column) && is_numeric(column);
        let amount = self.best(LinePart::Amount, |column| is_number(column) && is_of_line(column.mapping.position));
        match amount {
            Some((position, score)) => Some((Amount::Column(position), score)),
            None => self.product().map(|product| (product, WHOLE)),
        }
    }

    fn product(&self) -> Option<Amount> {
        let is_number = |column: &ColumnProposal| Self::is_free(column) && is_numeric(column);
        let (quantity, _) = self.best(LinePart::Quantity, is_number)?;
        let (price, _) = self.best(LinePart::Price, is_number)?;
        Some(Amount::Product { quantity, price })
    }

    /// The columns that say nothing of a client.
    fn of_line(&self, lines: &OrderLines) -> Vec<u32> {
        let parts = [LinePart::Amount, LinePart::Order, LinePart::Quantity, LinePart::Price, LinePart::Product];
        let is_of_line = |column: &&ColumnProposal| {
            let position = column.mapping.position;
            let is_named = parts.into_iter().any(|part| Self::score(column, part) >= WHOLE);
            position != lines.client
                && (lines.date == Some(position)
                    || lines.order == Some(position)
                    || lines.amount == Some(Amount::Column(position))
                    || (Self::is_free(column) && is_named))
        };
        self.columns.iter().filter(is_of_line).map(|column| column.mapping.position).collect()
    }
}

/// How the rows are rolled up, yet without totals, and whether they look like order lines; nothing where no column tells
/// clients apart.
fn find(proposal: &Proposal, sheet: &Sheet, rows: &Rows) -> Option<(RollupProposal, bool)> {
    let by_field = |field| proposal.columns.iter().find(|column| has_field(column, field));
    let client = by_field(Field::Name).or_else(|| by_field(Field::TaxId)).or_else(|| by_field(Field::Code))?;
    let client = client.mapping.position;
    let first = proposal.heading_row;
    let (names, count) = keys_of(sheet, client, first, &rows.places, rows.count, true);
    let filled = names.iter().filter(|name| **name > 0).count() as u32;
    let repeats = u64::from(count) * 10 <= u64::from(filled) * 7 && (rows.count >= FEW || count * 2 <= filled);
    let repeats = repeats && rows.count >= LEAST && filled * 2 >= rows.count;
    let columns = Columns { columns: &proposal.columns, client };
    let date = columns.date();
    let order = columns.best(LinePart::Order, Columns::is_free);
    let amount = if proposal.months.is_empty() {
        columns.amount(|position| !repeats || !is_of_client(sheet, position, first, &names, rows))
    } else {
        None
    };
    let is_ledger = match (amount, date, order) {
        _ if !repeats => false,
        _ if !proposal.months.is_empty() => true,
        (Some((_, score)), None, None) | (None, Some((_, score)), Some(_)) => score >= WHOLE,
        (Some(_), _, _) => true,
        _ => false,
    };
    let lines = OrderLines {
        client,
        date: date.map(|(position, _)| position).filter(|_| proposal.months.is_empty()),
        amount: amount.map(|(amount, _)| amount),
        order: order.map(|(position, _)| position),
        nameless: String::new(),
    };
    let (of_line, product) = (columns.of_line(&lines), columns.product());
    Some((RollupProposal { lines, of_line, product, totals: Totals::default() }, is_ledger))
}

/// Whether an amount is the same in all rows of a client: then it is the client's, as its revenue in a list of
/// contacts, and adding it up would be wrong.
fn is_of_client(sheet: &Sheet, position: u32, first: u32, names: &[u32], rows: &Rows) -> bool {
    let mut keys = Keys::new(sheet, false);
    let mut known: FastMap<u32, u32> = FastMap::default();
    let (mut same, mut other) = (0, 0);
    for cell in sheet.cells(position, first).iter().take(COMPARED as usize) {
        let line = rows.places.get(cell.row as usize).copied().unwrap_or(u32::MAX);
        let name = names.get(line as usize).copied().unwrap_or(0);
        let value = keys.key(*cell);
        match known.insert(name, value) {
            Some(before) if name > 0 && before == value => same += 1,
            Some(_) if name > 0 => other += 1,
            _ => {}
        }
    }
    same > 9 * other && same > 2
}

#[cfg(test)]
#[path = "rollup_tests.rs"]
mod tests;

//! What a card shows of its client.

use crate::segment::{Findings, GroupBy, Segment};
use crate::workbook::{ClientTable, ColumnId, Field};

/// One client's card.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Card {
    /// The client's row in the table.
    pub row: u32,
    /// Empty where the client has none.
    pub name: String,
    /// Our revenue, in the workbook's currency.
    pub revenue: Option<f64>,
    /// What else is known in a few words: stage, manager, industry. None that all cards of the column share.
    pub context: String,
    /// Nothing while it was not classified yet.
    pub segment: Option<Segment>,
    /// How sure the segment is, 0 to 100.
    pub confidence: u8,
    /// The person is asked whether the segment is right.
    pub asks: bool,
    pub is_estimated: bool,
    /// The person chose the segment.
    pub is_chosen: bool,
}

const CONTEXT: [Field; 5] = [Field::Stage, Field::Manager, Field::Industry, Field::Region, Field::Country];
/// More does not fit on a card.
const MOST_CONTEXT: usize = 3;

/// The card of the client in a row.
pub fn card(table: &ClientTable, findings: &Findings, by: &GroupBy, row: u32) -> Card {
    let others = CONTEXT.into_iter().filter(|field| *by != GroupBy::Column(ColumnId::Field(*field)));
    let texts = others.map(|field| table.field(field).text(row).trim()).filter(|text| !text.is_empty());
    let finding = findings.get(row);
    Card {
        row,
        name: table.name(row).trim().to_owned(),
        revenue: table.field(Field::Revenue).number(row),
        context: texts.take(MOST_CONTEXT).collect::<Vec<_>>().join(" · "),
        segment: finding.map(|finding| finding.segment),
        confidence: finding.map_or(0, |finding| finding.confidence),
        asks: finding.is_some_and(|finding| finding.asks),
        is_estimated: finding.is_some_and(|finding| finding.basis.is_estimate()),
        is_chosen: finding.is_some_and(|finding| finding.is_chosen()),
    }
}

//! What the list says about one client, as the figures of the approach need it.

use super::week::Week;
use crate::analysis::Rhythm;
use crate::approach::{Alert, ApproachRules, ClientRecords, ClientState, alerts};
use crate::segment::Segment;
use crate::state::{Book, Part};
use crate::workbook::{Day, Field, RowId, Sum};

/// Facts about one client. What is not known is nothing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ClientFacts {
    pub row: u32,
    pub segment: Segment,
    /// Our revenue of twelve months.
    pub revenue: Option<f64>,
    /// The share of all clients' revenue that it is; nothing while the analyses are being made.
    pub revenue_share: Option<f64>,
    /// Our gross margin as a share.
    pub margin: Option<f64>,
    /// The same as an amount of twelve months.
    pub margin_amount: Option<f64>,
    pub last_order: Option<Day>,
    pub rhythm: Option<Rhythm>,
    /// The chance of losing the client within a year.
    pub churn: Option<f64>,
}

impl ClientFacts {
    /// What the rules of alerts look at.
    pub fn state<'a>(&self, records: &'a ClientRecords) -> ClientState<'a> {
        ClientState {
            row: self.row,
            segment: self.segment,
            revenue: self.revenue,
            margin: self.margin,
            last_order: self.last_order,
            rhythm: self.rhythm,
            records: Some(records),
        }
    }

    /// The client's own alerts, the most urgent first.
    pub fn alerts(&self, records: &ClientRecords, rules: &ApproachRules, today: Day) -> Vec<Alert> {
        let mut found = alerts(&self.state(records), rules, today);
        found.sort_by_key(|alert| (alert.urgency, alert.due.is_none(), alert.due));
        found
    }
}

/// The facts of a client; nothing for one that is gone or was not looked at yet. Followed.
pub fn client_facts(book: Book, week: Week, client: RowId) -> Option<ClientFacts> {
    book.follow(Part::Cells);
    book.follow(Part::Clients);
    book.follow_layout();
    book.analyses().follow_found();
    book.segments().follow_findings();
    let row = book.table(|table| table.row_of(client))?;
    let segment = book.segments().with(|findings| findings.segment(row))?;
    let all = week.revenue_of_all();
    book.table(|table| {
        let number = |field: Field| table.field(field).number(row);
        let found = book.analyses().with(|analyses| {
            let churn = analyses.churn(row, segment).map(|(churn, _)| churn);
            (analyses.revenue(row), analyses.rhythm(row).ok(), churn)
        });
        let (revenue, rhythm, churn) = found.unwrap_or_default();
        let revenue = revenue.or_else(|| number(Field::Revenue));
        let margin = number(Field::Margin);
        Some(ClientFacts {
            row,
            segment,
            revenue,
            revenue_share: revenue.zip(all).map(|(revenue, all)| revenue / all),
            margin,
            margin_amount: revenue.zip(margin).map(|(revenue, margin)| revenue * margin),
            last_order: table.field(Field::LastOrder).day(row),
            rhythm,
            churn,
        })
    })
}

/// The revenue of all clients together; nothing where it is not positive.
pub(super) fn sum_of_revenue(analyses: &crate::analysis::Analyses) -> Option<f64> {
    let sum: Sum = analyses.rows().filter_map(|row| analyses.revenue(row)).collect();
    Some(sum.value()).filter(|all| *all > 0.0)
}

//! What the list says about one client, as the figures of the approach need it.

use super::week::Week;
use crate::analysis::Rhythm;
use crate::approach::{Alert, ApproachRules, ClientRecords, ClientState, alerts};
use crate::segment::Segment;
use crate::state::Book;
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
    week.follow_values();
    book.segments().follow_findings();
    let row = book.table(|table| table.row_of(client))?;
    let segment = book.segments().with(|findings| findings.segment(row))?;
    let all = week.revenue_of_all();
    book.table(|table| {
        let number = |field: Field| table.field(field).number(row);
        week.with_analyses(|analyses| {
            let revenue = analyses.and_then(|analyses| analyses.revenue(row)).or_else(|| number(Field::Revenue));
            let margin = number(Field::Margin);
            let margin_amount = revenue.zip(margin).map(|(revenue, margin)| revenue * margin);
            Some(ClientFacts {
                row,
                segment,
                revenue,
                revenue_share: revenue.zip(all).map(|(revenue, all)| revenue / all),
                margin,
                margin_amount,
                last_order: table.field(Field::LastOrder).day(row),
                rhythm: analyses.and_then(|analyses| analyses.rhythm(row).ok()),
                churn: analyses.and_then(|analyses| analyses.churn(row, segment)).map(|(churn, _)| churn),
            })
        })
    })
}

/// The revenue of all clients together; nothing where it is not positive.
pub(super) fn sum_of_revenue(analyses: &crate::analysis::Analyses) -> Option<f64> {
    let sum: Sum = analyses.rows().filter_map(|row| analyses.revenue(row)).collect();
    Some(sum.value()).filter(|all| *all > 0.0)
}

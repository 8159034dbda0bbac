//! Why a client has its class, as data that can be put into words ("why B?").

use crate::segment::Segment;
use crate::segment::Sorted;
use crate::workbook::ClientTable;

use super::abc::AbcClass;
use super::analyses::Analyses;
use super::figures::Reading;
use super::gap::Gap;
use super::overdue::{ChurnSource, Rhythm};
use super::rfm::{RfmCell, RfmScores};
use super::rules::{AbcBasis, RfmScoring};
use super::xyz::XyzClass;

/// Why a client has its ABC class.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AbcExplanation {
    pub class: AbcClass,
    pub basis: AbcBasis,
    pub amount: f64,
    /// 1 for the largest; clients with the same amount have the same rank.
    pub rank: u32,
    /// How many clients have this amount, this one included.
    pub alike: u32,
    /// How many clients are ranked.
    pub of: u32,
    /// The amount's share of all positive amounts, 0 to 1; nothing where it is not positive.
    pub share: Option<f64>,
    /// The share which all larger clients bring together: below `limits[0]` it is an A, below `limits[1]` a B.
    pub before: Option<f64>,
    /// Where A and where B end.
    pub limits: [f64; 2],
}

/// Why a client has its XYZ class.
#[derive(Clone, Debug, PartialEq)]
pub struct XyzExplanation {
    pub class: Result<XyzClass, Gap>,
    /// What the client bought in each period, the oldest first.
    pub periods: Vec<f64>,
    /// [`crate::workbook::Day::month_index`] of the first month, and how many months a period has.
    pub first_month: i32,
    pub period_months: u8,
    /// The coefficient of variation: up to `limits[0]` it is an X, up to `limits[1]` a Y.
    pub variation: Option<f64>,
    pub limits: [f64; 2],
}

/// A measure and its score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scored {
    pub value: f64,
    pub score: u8,
    /// The mean rank among the scored clients, from 1 for the worst.
    pub rank: f64,
    /// Where the scores 2 to 5 begin (for recency: as a day), infinite where none has the score.
    pub from: [f64; 4],
}

/// Why a client stands in its cell of the RFM grid.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RfmExplanation {
    pub scores: RfmScores,
    pub cell: RfmCell,
    /// Days since the last order; what is scored is the day itself.
    pub days_since: u32,
    pub recency: Scored,
    pub frequency: Scored,
    pub monetary: Scored,
    pub scoring: RfmScoring,
    /// How many clients are scored: fewer than 50 say little.
    pub of: u32,
}

/// What a client's churn rests on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChurnExplanation {
    pub churn: f64,
    pub source: ChurnSource,
    /// The churn of the client's segment.
    pub of_segment: f64,
    pub factor: Option<f64>,
    pub rhythm: Option<Rhythm>,
}

impl Analyses {
    /// Why a client has its ABC class, or what is missing for one.
    pub fn explain_abc(&self, row: u32) -> Result<AbcExplanation, Gap> {
        let class = self.abc(row)?;
        let amount = self.amount_of(&self.figures.get(row));
        let (amounts, total, rules) = (&self.orders.amount, self.lines.abc.total, &self.rules().abc);
        let above = amounts.above(amount);
        let larger: f64 = amounts.ascending().rev().take(above).sum();
        let is_ranked = amount > 0.0 && total > 0.0;
        Ok(AbcExplanation {
            class,
            basis: rules.basis,
            amount,
            rank: above as u32 + 1,
            alike: (amounts.len() - above - amounts.below(amount)) as u32,
            of: amounts.len() as u32,
            share: is_ranked.then(|| amount / total),
            before: is_ranked.then(|| larger / total),
            limits: [rules.a_limit, rules.b_limit],
        })
    }

    /// Why a client has its XYZ class, or none. Reads the client's monthly sales.
    pub fn explain_xyz(&self, table: &ClientTable, row: u32) -> XyzExplanation {
        let (scope, rules) = (self.scope(), &self.rules().xyz);
        XyzExplanation {
            class: self.xyz(row),
            periods: Reading::of(table, scope).periods(row),
            first_month: scope.periods.first,
            period_months: rules.period_months,
            variation: self.variation(row).ok(),
            limits: [rules.x_limit, rules.y_limit],
        }
    }

    /// Why a client stands in its cell of the RFM grid, or what is missing.
    pub fn explain_rfm(&self, row: u32) -> Result<RfmExplanation, Gap> {
        let scores = self.rfm(row)?;
        let client = self.figures.get(row);
        let measure = |value: f64, score: u8, sorted: &Sorted, from: [f64; 4]| {
            let below = sorted.below(value) as f64;
            let alike = sorted.len() as f64 - below - sorted.above(value) as f64;
            Scored { value, score, rank: below + f64::midpoint(alike, 1.0), from }
        };
        let (orders, lines) = (&self.orders, self.lines);
        let reference = lines.reference.unwrap_or(self.today());
        Ok(RfmExplanation {
            scores,
            cell: scores.cell(),
            days_since: reference.0.saturating_sub(client.last).max(0) as u32,
            recency: measure(f64::from(client.last), scores.recency, &orders.recency, lines.recency.0),
            frequency: measure(client.orders, scores.frequency, &orders.frequency, lines.frequency.0),
            monetary: measure(client.revenue, scores.monetary, &orders.monetary, lines.monetary.0),
            scoring: self.scoring(),
            of: orders.recency.len() as u32,
        })
    }

    /// What the churn of a client of this segment rests on; nothing for a row without a client.
    pub fn explain_churn(&self, row: u32, segment: Segment) -> Option<ChurnExplanation> {
        let (churn, source) = self.churn(row, segment)?;
        let factor = match source {
            ChurnSource::Overdue(state) => Some(self.rules().churn.factors[state as usize]),
            ChurnSource::Sheet | ChurnSource::Segment => None,
        };
        let of_segment = self.rules().churn.of(segment);
        Some(ChurnExplanation { churn, source, of_segment, factor, rhythm: self.rhythm(row).ok() })
    }
}

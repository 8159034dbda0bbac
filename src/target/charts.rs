//! What the charts show, as numbers.

use super::by_segment::BySegment;
use super::client_base::ClientBase;
use super::fact::Scope;
use super::facts::Facts;
use super::forecast::{Forecast, Method, forecast};
use super::grid::Grid;
use super::measure::Measure;
use super::plan::{Plan, PlanInputs};
use super::settings::PlanSettings;
use crate::segment::Segment;
use crate::trace::Quantity;
use crate::workbook::Month;

/// One month of plan, fact and forecast, in the workbook's currency.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MonthPoint {
    pub month: Month,
    pub plan: f64,
    pub fact: Option<f64>,
    pub forecast: Option<f64>,
    pub break_even: Option<f64>,
}

/// Why a step of the bridge is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BridgeStep {
    /// Today's clients, as if nothing changed.
    Today,
    Churn,
    Growth,
    /// What is under contract beyond the baseline.
    Backlog,
    /// A loyalty program.
    Uplift,
    /// New clients of a segment.
    New(Segment),
    /// What comes beyond the goal, taken off; or what no new client can bring.
    Rest,
    Goal,
}

/// A bar of the bridge; it spans from where the one before ended. The first and last stand on the ground.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BridgeBar {
    pub step: BridgeStep,
    pub from: f64,
    pub to: f64,
}

/// What the result would be if one assumption were lower or higher and the work stayed the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TornadoBar {
    pub quantity: Quantity,
    pub segment: Segment,
    pub low: f64,
    pub high: f64,
}

impl Plan {
    /// The funnel of a segment, from dials or bids to deals.
    pub fn funnel(&self, segment: Segment) -> Vec<(Quantity, Option<f64>)> {
        let steps: &[Quantity] = if self.assumptions[segment].settings.by_bids {
            &[Quantity::Bids, Quantity::Deals]
        } else {
            &[Quantity::Dials, Quantity::Talks, Quantity::Meetings, Quantity::Proposals, Quantity::Deals]
        };
        steps.iter().map(|step| (*step, self.of_segment(*step, segment))).collect()
    }

    /// Plan, fact, forecast and break-even by month.
    pub fn month_points(&self, grid: &Grid, facts: &Facts, method: Method) -> Vec<MonthPoint> {
        let scope = Scope::months(self.settings.first, self.settings.last());
        let recorded = facts.by_month(Measure::Revenue, &scope);
        let expected: Option<Forecast> = forecast(method, &recorded, self.today, &self.settings.seasonality);
        let break_even = self.break_even_line();
        let point = |(at, (month, fact)): (usize, &(Month, Option<f64>))| MonthPoint {
            month: *month,
            plan: grid.month_total(at) as f64 / self.settings.units(),
            fact: *fact,
            forecast: expected.as_ref().and_then(|expected| expected.months.get(at)).map(|(_, value)| *value),
            break_even: break_even.get(at).copied().flatten(),
        };
        recorded.iter().enumerate().map(point).collect()
    }

    /// From today's clients to the goal, in revenue.
    pub fn bridge(&self, clients: &ClientBase) -> Vec<BridgeBar> {
        let length = self.months.len() as f64;
        let margins = BySegment::from_fn(|segment| self.assumptions[segment].margin());
        let wait = self.settings.first.since(self.today + 1).max(0);
        let mut without = PlanSettings { backlog: Vec::new(), ..self.settings.clone() };
        let baseline = clients.existing(&without, &margins, wait).total_revenue();
        for segment in Segment::ALL {
            without.segments[segment].growth = 0.0;
        }
        let shrinking = clients.existing(&without, &margins, wait).total_revenue();
        let with_backlog = clients.existing(&self.settings, &margins, wait).total_revenue();
        let mut levels = vec![
            (BridgeStep::Today, clients.revenue() * length / 12.0),
            (BridgeStep::Churn, shrinking),
            (BridgeStep::Growth, baseline),
            (BridgeStep::Backlog, with_backlog),
            (BridgeStep::Uplift, self.requirement.existing),
        ];
        let mut level = self.requirement.existing;
        for segment in Segment::ALL {
            level += self.work[segment].new_revenue;
            levels.push((BridgeStep::New(segment), level));
        }
        let goal = self.requirement.required.unwrap_or(level);
        levels.push((BridgeStep::Rest, goal));
        let mut bars = Vec::new();
        let mut from = 0.0;
        for (step, to) in levels {
            if step == BridgeStep::Today || (to - from).abs() > 0.005 {
                bars.push(BridgeBar { step, from, to });
            }
            from = to;
        }
        bars.push(BridgeBar { step: BridgeStep::Goal, from: 0.0, to: goal });
        bars
    }
}

/// What moves the result most: each assumption a tenth (or another share) lower and higher, the work staying as the
/// plan has it. The widest first; what moves nothing is left out.
pub fn tornado(inputs: &PlanInputs, plan: &Plan, share: f64) -> Vec<TornadoBar> {
    let quantities = [
        Quantity::AverageSale,
        Quantity::SalesPerYear,
        Quantity::WinRate,
        Quantity::MeetingToProposal,
        Quantity::TalkToMeeting,
        Quantity::DialToTalk,
        Quantity::Margin,
        Quantity::CostPerLead,
        Quantity::Churn,
        Quantity::Growth,
    ];
    let mut bars = Vec::new();
    for segment in Segment::ALL {
        for quantity in quantities {
            let low = varied(inputs, plan, quantity, segment, 1.0 - share);
            let high = varied(inputs, plan, quantity, segment, 1.0 + share);
            if let (Some(low), Some(high)) = (low, high)
                && (high - low).abs() > 0.005
            {
                bars.push(TornadoBar { quantity, segment, low, high });
            }
        }
    }
    bars.sort_by(|one, other| (other.high - other.low).abs().total_cmp(&(one.high - one.low).abs()));
    bars
}

/// The plan's result with one assumption changed.
fn varied(inputs: &PlanInputs, plan: &Plan, quantity: Quantity, segment: Segment, factor: f64) -> Option<f64> {
    let value = plan.assumption(quantity, segment).value? * factor;
    let mut other = plan.clone();
    let assumptions = &mut other.assumptions[segment];
    match quantity {
        Quantity::AverageSale => assumptions.average_sale.value = Some(value),
        Quantity::SalesPerYear => assumptions.sales_per_year.value = Some(value),
        Quantity::Margin => assumptions.margin.value = Some(value),
        // More than everything can't be won.
        Quantity::WinRate | Quantity::MeetingToProposal | Quantity::TalkToMeeting | Quantity::DialToTalk => {
            assumptions.settings.set(quantity, value.min(1.0));
        }
        _ => {
            assumptions.settings.set(quantity, value);
        }
    }
    if matches!(quantity, Quantity::Churn | Quantity::Growth | Quantity::Margin) {
        let mut settings = inputs.settings.clone();
        settings.segments[segment].set(quantity, value);
        let margins = BySegment::from_fn(|segment| other.assumptions[segment].margin());
        let wait = settings.first.since(inputs.today + 1).max(0);
        other.existing = inputs.clients.existing(&settings, &margins, wait);
        if let Some(uplift) = inputs.uplift {
            other.existing.add(uplift);
        }
    }
    let outcome = other.forward();
    Some(if plan.is_for_profit() { outcome.profit } else { outcome.revenue.iter().sum() })
}

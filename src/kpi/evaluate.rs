//! Calculates a key figure.

use super::kpi::Kpi;
use crate::economics::LIFETIME_CAP;
use crate::target::{Facts, Grid, Manager, Measure, Role, Scope};
use crate::trace::{Formula, Quantity, Trace};
use crate::workbook::Month;

/// What a key figure needs beside facts: the targets and the people.
#[derive(Clone, Copy, Debug, Default)]
pub struct Surroundings<'a> {
    pub grid: Option<&'a Grid>,
    /// Smallest units of one of the currency.
    pub units: f64,
    pub managers: &'a [Manager],
}

/// A key figure over a scope. What is divided by each other is of the same months: those in which everything was
/// recorded. No such month, or an empty denominator, is "no data".
pub fn evaluate(kpi: Kpi, facts: &Facts, scope: &Scope, around: &Surroundings) -> Trace {
    let months = facts.months_with(kpi.measures(), scope);
    let work = Work { facts, scope, around, months };
    let inputs = match kpi {
        Kpi::MeetingsPerManager => vec![work.fact(Measure::Meetings), work.managers(), work.months()],
        Kpi::PlanAttainment => vec![work.fact(Measure::Revenue), work.plan(false)],
        Kpi::PipelineCoverage => {
            vec![facts.trace(Measure::Pipeline, scope), work.plan(true), facts.trace(Measure::Revenue, scope)]
        }
        Kpi::RevenueGrowth => work.growth(),
        Kpi::Dso => vec![work.fact(Measure::Receivables), work.fact(Measure::Revenue), work.days()],
        Kpi::LtvToCac => vec![work.lifetime_value(), work.cac()],
        Kpi::CacPayback => vec![work.cac(), work.monthly_margin()],
        Kpi::Arpa => vec![work.fact(Measure::Revenue), work.fact(Measure::ActiveClients), work.months()],
        Kpi::SalesVelocity => {
            let part = |quantity, formula, measures: &[Measure]| {
                Trace::of(quantity, formula, measures.iter().map(|measure| work.fact(*measure)).collect())
            };
            vec![
                work.fact(Measure::Opportunities),
                part(Quantity::WinRateOfFacts, Formula::KpiWinRate, &[Measure::Won, Measure::Lost]),
                part(Quantity::DealOfFacts, Formula::KpiAverageDeal, &[Measure::WonValue, Measure::Won]),
                part(Quantity::CycleDays, Formula::KpiCycle, &[Measure::CycleDays, Measure::Won]),
            ]
        }
        _ => kpi.measures().iter().map(|measure| work.fact(*measure)).collect(),
    };
    let mut trace = Trace::of(Quantity::Kpi(kpi), kpi.formula(), inputs);
    trace.place.segment = scope.segment;
    trace.place.month = (scope.from == scope.to).then_some(scope.from);
    // More than the plan was sold: nothing remains to be covered.
    if kpi == Kpi::PipelineCoverage {
        trace.value = trace.value.filter(|coverage| *coverage >= 0.0);
    }
    trace
}

struct Work<'a> {
    facts: &'a Facts,
    scope: &'a Scope<'a>,
    around: &'a Surroundings<'a>,
    /// The months in which all that the figure needs was recorded.
    months: Vec<Month>,
}

impl Work<'_> {
    fn fact(&self, measure: Measure) -> Trace {
        self.facts.trace_in(measure, self.scope, |month| self.months.contains(&month))
    }

    fn months(&self) -> Trace {
        Trace::counted(Quantity::Months, self.months.len() as f64)
    }

    fn days(&self) -> Trace {
        let days: u32 = self.months.iter().filter_map(|month| month.days()).sum();
        Trace::counted(Quantity::Days, f64::from(days))
    }

    /// The targets: of the recorded months, or of the whole scope.
    fn plan(&self, is_whole: bool) -> Trace {
        let of = |grid: &Grid| {
            let all = (self.scope.from.0..=self.scope.to.0).map(Month);
            let months = all.filter(|month| is_whole || self.months.contains(month));
            let sum: i64 = months.map(|month| grid.sum(self.scope.segment, self.scope.manager, Some(month))).sum();
            sum as f64 / self.around.units
        };
        let value = self.around.grid.map(of);
        Trace { value, ..Trace::counted(Quantity::Plan, 0.0) }
    }

    /// Hunters who were there, on average of the months.
    fn managers(&self) -> Trace {
        if self.scope.manager.is_some() {
            return Trace::counted(Quantity::Managers, 1.0);
        }
        let hunters = self.around.managers.iter().filter(|manager| manager.role == Role::Hunter);
        let hunters = hunters.filter(|manager| self.scope.segment.is_none_or(|segment| manager.covers(segment)));
        let months = |manager: &Manager| self.months.iter().filter(|month| manager.is_here(**month)).count();
        let sum: usize = hunters.map(months).sum();
        Trace::counted(Quantity::Managers, sum as f64 / self.months.len().max(1) as f64)
    }

    /// Revenue against that of the same months a year earlier, where both were recorded.
    fn growth(&self) -> Vec<Trace> {
        let earlier = self.scope.earlier(12);
        let before = self.facts.months_with(&[Measure::Revenue], &earlier);
        let is_pair = |month: Month| before.contains(&(month + -12));
        let now = self.facts.trace_in(Measure::Revenue, self.scope, is_pair);
        let then = self.facts.trace_in(Measure::Revenue, &earlier, |month| self.months.contains(&(month + 12)));
        vec![now, then.renamed(Quantity::RevenueBefore)]
    }

    fn cac(&self) -> Trace {
        let inputs = Kpi::Cac.measures().iter().map(|measure| self.fact(*measure)).collect();
        Trace::of(Quantity::Cac, Formula::KpiCac, inputs)
    }

    fn monthly_margin(&self) -> Trace {
        let measures = [Measure::Revenue, Measure::CostOfGoods, Measure::ActiveClients];
        let mut inputs: Vec<Trace> = measures.into_iter().map(|measure| self.fact(measure)).collect();
        inputs.push(self.months());
        Trace::of(Quantity::MonthlyMargin, Formula::KpiMonthlyMargin, inputs)
    }

    /// Lifetime value, the churn being a twelfth root of the year's retention.
    fn lifetime_value(&self) -> Trace {
        let kept = vec![self.fact(Measure::ClientsKept), self.fact(Measure::ClientsAtStart)];
        let retention = Trace::of(Quantity::Retention, Formula::KpiRetention, kept);
        let churn = Trace::of(Quantity::MonthlyChurn, Formula::KpiMonthlyChurn, vec![retention]);
        let margin = self.monthly_margin();
        if churn.value == Some(0.0) {
            let lifetime = Trace::counted(Quantity::Lifetime, LIFETIME_CAP);
            return Trace::of(Quantity::Ltv, Formula::LtvCapped, vec![margin, lifetime]);
        }
        Trace::of(Quantity::Ltv, Formula::Ltv, vec![margin, churn])
    }
}

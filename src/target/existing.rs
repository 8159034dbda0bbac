//! What today's clients bring in the months of a plan (DOMAIN 2.1, `B_k`, and 4.2).

use super::by_segment::BySegment;
use super::client_base::ClientBase;
use super::plan::Uplift;
use super::settings::PlanSettings;
use crate::segment::Segment;

/// What today's clients bring, by segment and month of the plan.
///
/// The sum over the plan is the engine's; within the plan it lies as the seasonality says. What is under contract with
/// state-owned clients is apart: they bring at least that, and of their baseline only what goes beyond it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Existing {
    /// Revenue, the backlog included.
    pub revenue: BySegment<Vec<f64>>,
    /// Gross margin on it.
    pub margin: BySegment<Vec<f64>>,
    /// How many of the clients are still there.
    pub clients: BySegment<Vec<f64>>,
    /// Of the state-owned clients' revenue, the part under contract.
    pub backlog: Vec<f64>,
}

impl Existing {
    /// Sums up the clients. `wait` is how many whole months lie between today's and the first of the plan: the clients
    /// leave and grow in them too. `margins` are for clients whose margin is not known.
    pub(super) fn of(base: &ClientBase, settings: &PlanSettings, margins: &BySegment<f64>, wait: i32) -> Self {
        let length = settings.length();
        let empty = || BySegment::from_fn(|_| vec![0.0; length]);
        let mut existing = Self { revenue: empty(), margin: empty(), clients: empty(), backlog: vec![0.0; length] };
        for segment in Segment::ALL {
            let of_segment = &settings.segments[segment];
            let decline = base.decline(segment, of_segment.churn, wait, length);
            let grow = (1.0 + of_segment.growth).max(0.0).powf(1.0 / 12.0);
            let mut factor = grow.powi(wait) / 12.0;
            for at in 0..length {
                let margin = decline.known_margin[at] + decline.revenue_without_margin[at] * margins[segment];
                existing.revenue[segment][at] = decline.revenue[at] * factor;
                existing.margin[segment][at] = margin * factor;
                factor *= grow;
            }
            existing.clients[segment] = decline.clients;
        }
        existing.season(settings);
        existing.contract(settings, margins.state);
        existing
    }

    /// Lays each segment's sum over the months as the seasonality says.
    fn season(&mut self, settings: &PlanSettings) {
        let seasonality = settings.seasonality.normal();
        let factors: Vec<f64> = settings.calendar().into_iter().map(|month| seasonality.factor(month)).collect();
        for segment in Segment::ALL {
            for months in [&mut self.revenue[segment], &mut self.margin[segment]] {
                let sum: f64 = months.iter().sum();
                let weighted: f64 = months.iter().zip(&factors).map(|(value, factor)| value * factor).sum();
                if weighted > 0.0 {
                    let scale = sum / weighted;
                    months.iter_mut().zip(&factors).for_each(|(value, factor)| *value *= factor * scale);
                }
            }
        }
    }

    /// Sets the backlog apart.
    fn contract(&mut self, settings: &PlanSettings, margin: f64) {
        for entry in &settings.backlog {
            let at = entry.month.since(settings.first);
            if let Some(month) = usize::try_from(at).ok().and_then(|at| self.backlog.get_mut(at)) {
                *month += entry.amount.max(0.0);
            }
        }
        for (at, backlog) in self.backlog.iter().enumerate() {
            let beyond = backlog - self.revenue.state[at];
            if beyond > 0.0 {
                self.revenue.state[at] += beyond;
                self.margin.state[at] += beyond * margin;
            }
        }
    }

    /// Adds what is expected beside the baseline, such as the effect of a loyalty program.
    pub fn add(&mut self, uplift: &Uplift) {
        let Uplift { revenue, margin } = uplift;
        for segment in Segment::ALL {
            self.revenue[segment].iter_mut().zip(&revenue[segment]).for_each(|(sum, more)| *sum += more);
            self.margin[segment].iter_mut().zip(&margin[segment]).for_each(|(sum, more)| *sum += more);
        }
    }

    pub fn revenue_of(&self, segment: Segment) -> f64 {
        self.revenue[segment].iter().sum()
    }

    pub fn total_revenue(&self) -> f64 {
        Segment::ALL.into_iter().map(|segment| self.revenue_of(segment)).sum()
    }

    pub fn total_margin(&self) -> f64 {
        self.margin.iter().map(|(_, months)| months.iter().sum::<f64>()).sum()
    }

    pub fn total_backlog(&self) -> f64 {
        self.backlog.iter().sum()
    }
}

//! What follows from a client's purchases: rates that hold for spans of months.

use super::activity::{Activity, Purchases};
use super::block::Block;
use super::case::Case;
use super::curves::{Curves, MemberCurves};
use super::kind::Kind;
use super::terms::StepTerms;

/// Columns of what follows from purchases, before participation; the order is that of [`Spans::gathered`].
pub(super) mod stepped {
    pub const REWARD: usize = 0;
    pub const ISSUED: usize = 1;
    pub const SERVICE: usize = 2;
    pub const EXTRA: usize = 3;
    pub const EXTRA_GROSS: usize = 4;
    pub const COLUMNS: usize = 5;
}

/// What follows from purchases, of a segment.
#[derive(Clone, Debug)]
pub(super) struct Stepped {
    pub months: Block<{ stepped::COLUMNS }>,
    /// Reward on revenue that would have come anyway.
    pub dead_weight: f64,
}

/// What a case with steps needs of a cohort, kept between chunks.
#[derive(Clone, Debug, Default)]
pub(super) struct Spans {
    /// Whether the spans of the cohort are computed: only once a client needs them.
    is_entered: bool,
    /// Which activity is the case's.
    activity: usize,
    /// By span and component.
    purchases: Vec<Purchases>,
    /// Σ of member revenue, presence and baseline over each span.
    sums: Vec<SpanSums>,
    whole: SpanSums,
    /// Coefficients gathered over a chunk, by span.
    gathered: Vec<[f64; stepped::COLUMNS]>,
    /// The same of clients whose terms hold for the whole plan.
    steady: [f64; stepped::COLUMNS],
}

#[derive(Clone, Copy, Debug, Default)]
struct SpanSums {
    revenue: f64,
    present: f64,
    baseline: f64,
}

impl Spans {
    /// For a case with this activity.
    pub fn of(activity: usize) -> Self {
        Self { activity, ..Self::default() }
    }

    /// Which activity is the case's.
    pub fn activity(&self) -> usize {
        self.activity
    }

    /// Begins a cohort.
    pub fn begin(&mut self, case: &Case, curves: &Curves, member: &MemberCurves) {
        self.is_entered = false;
        self.whole = SpanSums {
            revenue: member.revenue_sum + case.effects.uplift * member.revenue_ramped,
            present: member.present_sum,
            baseline: curves.baseline_sum,
        };
    }

    /// Computes the spans of a cohort.
    fn enter(&mut self, case: &Case, activity: &Activity, curves: &Curves) {
        let member = &curves.members[case.shape];
        let months = case.uplift.len();
        self.is_entered = true;
        self.sums.clear();
        self.purchases.clear();
        for start in (0..months).step_by(case.piece) {
            let mut sums = SpanSums::default();
            for month in start..months.min(start + case.piece) {
                sums.revenue += member.revenue[month] * case.uplift[month];
                sums.present += member.present[month];
                sums.baseline += curves.baseline[month];
            }
            self.sums.push(sums);
            self.purchases.extend(case.stepped.iter().map(|kind| kind.purchases(activity, start + 1)));
        }
        self.gathered.clear();
        self.gathered.resize(self.sums.len(), [0.0; stepped::COLUMNS]);
    }

    /// Gathers a client's terms by span; his gain and cost, before participation and a year's twelfth.
    pub fn gather(
        &mut self,
        case: &Case,
        activity: &Activity,
        curves: &Curves,
        revenue: f64,
        margin: f64,
    ) -> (f64, f64) {
        let mut rate = 0.0;
        let is_steady = case.stepped.iter().all(|kind| match kind {
            Kind::Discount(discount) if discount.is_steady(revenue, activity.least, activity.most) => {
                rate += discount.rate(revenue * activity.least, margin);
                true
            }
            _ => false,
        });
        if is_steady {
            let terms = StepTerms { rate, ..StepTerms::default() };
            return gather_span(&mut self.steady, &self.whole, &terms, revenue, margin);
        }
        if !self.is_entered {
            self.enter(case, activity, curves);
        }
        let kinds = case.stepped.len();
        let (mut gain, mut cost) = (0.0, 0.0);
        for (span, (sums, gathered)) in self.sums.iter().zip(&mut self.gathered).enumerate() {
            let mut terms = StepTerms::default();
            for (kind, purchases) in case.stepped.iter().zip(&self.purchases[span * kinds..]) {
                terms += kind.stepped_terms(revenue, margin, *purchases);
            }
            let (more_gain, more_cost) = gather_span(gathered, sums, &terms, revenue, margin);
            gain += more_gain;
            cost += more_cost;
        }
        (gain, cost)
    }

    /// Spreads what was gathered over the months, and begins anew.
    pub fn spread(&mut self, case: &Case, held: &mut Stepped, member: &MemberCurves) {
        let steady = std::mem::take(&mut self.steady);
        held.dead_weight += steady[stepped::REWARD] * self.whole.baseline;
        // Steady terms are a discount's, and have no other column.
        let rewarded = member.revenue.iter().zip(&case.uplift);
        for (held, (revenue, uplift)) in held.months.0.iter_mut().zip(rewarded) {
            held[stepped::REWARD] += steady[stepped::REWARD] * revenue * uplift;
        }
        if !self.is_entered {
            return;
        }
        for (span, (gathered, sums)) in self.gathered.iter_mut().zip(&self.sums).enumerate() {
            let [reward, issued, service, extra, extra_gross] = std::mem::take(gathered);
            held.dead_weight += reward * sums.baseline;
            let start = span * case.piece;
            let end = case.uplift.len().min(start + case.piece);
            let curves =
                member.revenue[start..end].iter().zip(&member.present[start..end]).zip(&case.uplift[start..end]);
            for (held, ((revenue, present), uplift)) in held.months.0[start..end].iter_mut().zip(curves) {
                let bought = revenue * uplift;
                held[stepped::REWARD] += reward * bought;
                held[stepped::ISSUED] += issued * bought;
                held[stepped::SERVICE] += service * present;
                held[stepped::EXTRA] += extra * present;
                held[stepped::EXTRA_GROSS] += extra_gross * present;
            }
        }
    }
}

/// Adds a client's terms to a span; his gain and cost in it.
fn gather_span(
    gathered: &mut [f64; stepped::COLUMNS],
    sums: &SpanSums,
    terms: &StepTerms,
    revenue: f64,
    margin: f64,
) -> (f64, f64) {
    let rewarded = terms.rate * revenue;
    let gross = terms.extra_revenue * margin;
    gathered[stepped::REWARD] += rewarded;
    gathered[stepped::ISSUED] += terms.issued * revenue;
    gathered[stepped::SERVICE] += terms.per_member;
    gathered[stepped::EXTRA] += terms.extra_revenue;
    gathered[stepped::EXTRA_GROSS] += gross;
    (gross * sums.present, rewarded * sums.revenue + terms.per_member * sums.present)
}

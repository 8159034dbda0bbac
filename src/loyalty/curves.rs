//! The courses of time that a cohort's clients share: `G_k·S_k`, `G_k·S'_k`, `S'_k` of DOMAIN 2.1, month by month and
//! summed. Within a cohort a client's figures over any number of months are these sums times his own numbers.

use super::portfolio::Cohort;

/// Churn cut and ramp: programs and scenarios that agree in them share their curves.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Shape {
    pub churn_cut: f64,
    pub ramp_months: f64,
}

/// Curves of the members of one cohort, for one shape.
#[derive(Clone, Debug, Default)]
pub(super) struct MemberCurves {
    /// `G_k·S'_k`
    pub revenue: Vec<f64>,
    /// `S'_k`
    pub present: Vec<f64>,
    /// Σ of `revenue`, and of it times the ramp `L_k`.
    pub revenue_sum: f64,
    pub revenue_ramped: f64,
    /// Σ of `present`, and of it times the ramp.
    pub present_sum: f64,
    pub present_ramped: f64,
}

/// Curves of one cohort.
#[derive(Clone, Debug, Default)]
pub(super) struct Curves {
    /// `G_k·S_k`
    pub baseline: Vec<f64>,
    /// `S_k`
    pub staying: Vec<f64>,
    pub baseline_sum: f64,
    /// Growth factor of a month.
    pub growth: f64,
    pub members: Vec<MemberCurves>,
}

impl Curves {
    /// Fills in the curves of a cohort. `ramps` holds `L_k` of each shape.
    pub fn fill(&mut self, cohort: &Cohort, months: usize, shapes: &[Shape], ramps: &[Vec<f64>]) {
        let growth = (1.0 + cohort.growth).powf(1.0 / 12.0);
        self.growth = growth;
        let survival = monthly_survival(cohort.churn);
        self.baseline_sum = geometric(&mut self.baseline, months, growth * survival);
        geometric(&mut self.staying, months, survival);
        self.members.resize_with(shapes.len(), MemberCurves::default);
        for at in 0..shapes.len() {
            let (before, rest) = self.members.split_at_mut(at);
            let member = &mut rest[0];
            // Shapes that differ by their ramp alone have the same curves.
            #[expect(clippy::float_cmp, reason = "only the very same value has the same curve")]
            let twin = shapes[..at].iter().position(|shape| shape.churn_cut == shapes[at].churn_cut);
            if let Some(twin) = twin {
                member.revenue.clone_from(&before[twin].revenue);
                member.present.clone_from(&before[twin].present);
                (member.revenue_sum, member.present_sum) = (before[twin].revenue_sum, before[twin].present_sum);
            } else {
                let kept = monthly_survival(cohort.churn * (1.0 - shapes[at].churn_cut));
                member.revenue_sum = geometric(&mut member.revenue, months, growth * kept);
                member.present_sum = geometric(&mut member.present, months, kept);
            }
            member.revenue_ramped = dot(&member.revenue, &ramps[at]);
            member.present_ramped = dot(&member.present, &ramps[at]);
        }
    }
}

/// `1 − h = (1−c)^(1/12)`
fn monthly_survival(churn: f64) -> f64 {
    (1.0 - churn).powf(1.0 / 12.0)
}

/// The powers of a ratio from 1 on, and their sum.
fn geometric(powers: &mut Vec<f64>, months: usize, ratio: f64) -> f64 {
    powers.clear();
    let (mut power, mut sum) = (1.0, 0.0);
    for _ in 0..months {
        powers.push(power);
        sum += power;
        power *= ratio;
    }
    sum
}

pub(super) fn dot(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(one, other)| one * other).sum()
}

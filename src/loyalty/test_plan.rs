//! A test group: how many clients and months it takes to see whether a program does what is expected of it.

use std::sync::Arc;

use super::{Horizon, LoyaltyError, Portfolio, Program, Scenario, Source, evaluate};
use crate::segment::Segment;

/// Where the sample size for comparing two means comes from.
pub const TWO_SAMPLE: Source =
    Source::Book("B. Rosner, Fundamentals of Biostatistics, 7th ed. (2010), section 8.10, unequal sample sizes");

/// How sure the test has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Confidence {
    /// Both errors as usual: 5 % two-sided, 20 % missed.
    Usual,
    /// 10 % two-sided, 20 % missed.
    Lenient,
    /// 5 % two-sided, 10 % missed.
    Strict,
}

impl Confidence {
    /// `z(1−α/2) + z(1−β)`
    fn quantiles(self) -> f64 {
        match self {
            Self::Usual => 1.959_963_985 + 0.841_621_234,
            Self::Lenient => 1.644_853_627 + 0.841_621_234,
            Self::Strict => 1.959_963_985 + 1.281_551_566,
        }
    }
}

/// How much a client's revenue scatters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Scatter {
    /// Between clients, of revenue a month: where there is no history.
    Between { deviation: f64 },
    /// Of one client's months around his own mean: each client is compared with his own twelve months before.
    Within { deviation: f64 },
}

impl Scatter {
    /// Standard deviation of revenue a month between the clients of a portfolio whom a program admits; nothing for
    /// fewer than two.
    pub fn between(portfolio: &Portfolio, program: &Program) -> Option<Self> {
        let mut values = Vec::new();
        for (_, client) in portfolio.clients().filter(|(_, client)| program.participation(client.segment) > 0.0) {
            values.push(client.revenue / 12.0);
        }
        let count = values.len() as f64;
        let mean = values.iter().sum::<f64>() / count;
        let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
        (values.len() > 1).then(|| Self::Between { deviation: (squares / (count - 1.0)).sqrt() })
    }

    /// Pooled over clients' monthly histories (equal spans, empty months as 0); nothing without two months of anyone.
    pub fn within<'a>(histories: impl IntoIterator<Item = &'a [f64]>) -> Option<Self> {
        let (mut squares, mut freedom) = (0.0, 0.0);
        for months in histories.into_iter().filter(|months| months.len() > 1) {
            let mean = months.iter().sum::<f64>() / months.len() as f64;
            squares += months.iter().map(|month| (month - mean).powi(2)).sum::<f64>();
            freedom += months.len() as f64 - 1.0;
        }
        (freedom > 0.0).then(|| Self::Within { deviation: (squares / freedom).sqrt() })
    }

    /// Variance of what is compared after a test of so many months.
    fn variance(self, months: usize) -> f64 {
        match self {
            Self::Between { deviation } => deviation.powi(2),
            Self::Within { deviation } => deviation.powi(2) * (1.0 / months as f64 + 1.0 / 12.0),
        }
    }
}

/// The plan.
#[derive(Clone, Debug, PartialEq)]
pub struct TestPlan {
    /// The share of clients who are not offered the program.
    pub hold_out: f64,
    /// Clients who may be in the test.
    pub available: u32,
    /// Expected difference in revenue a client and month, on average over the first k months, at k − 1.
    pub effect: Vec<f64>,
    /// Clients needed, in both groups, for a test of k months, at k − 1; nothing where no effect is expected.
    pub needed: Vec<Option<u64>>,
    /// The shortest test that the available clients are enough for.
    pub months: Option<u32>,
}

impl TestPlan {
    /// Published advice: hold out 5 to 10 %.
    pub const HOLD_OUT: super::Reference =
        super::Reference::published(0.05, 0.10, 0.5, "exchangesolutions.com/glossary/incremental-margin/", None);

    /// Clients that the plan of so many months puts into the hold-out group.
    pub fn hold_out_clients(&self, months: u32) -> Option<u64> {
        let needed = (*self.needed.get((months as usize).checked_sub(1)?)?)?;
        Some((needed as f64 * self.hold_out).ceil() as u64)
    }
}

/// Plans a test of the expected scenario: everyone who is offered the program against everyone who is not, so that who
/// chooses to take part does not matter. `N = (z(1−α/2)+z(1−β))²·σ²/δ² · (1/h + 1/(1−h))`, of both groups together.
/// `hold_out` is above 0 and below 1.
pub fn test_plan(
    portfolio: &Arc<Portfolio>,
    program: &Program,
    scatter: Scatter,
    hold_out: f64,
    confidence: Confidence,
    horizon: Horizon,
) -> Result<TestPlan, LoyaltyError> {
    let result = evaluate(portfolio, program, Scenario::Base, horizon)?;
    let counts = portfolio.by_segment();
    let admitted = |segment: &Segment| program.participation(*segment) > 0.0;
    let available: u32 =
        Segment::ALL.iter().filter(|segment| admitted(segment)).map(|segment| counts.get(*segment)).sum();
    let groups = 1.0 / hold_out + 1.0 / (1.0 - hold_out);
    let (mut gained, mut effect, mut needed) = (0.0, Vec::new(), Vec::new());
    for month in 0..horizon.months() {
        gained += result.flows.retention[month] + result.flows.uplift[month];
        let difference = gained / f64::from(available.max(1)) / (month + 1) as f64;
        effect.push(difference);
        let clients = confidence.quantiles().powi(2) * scatter.variance(month + 1) / difference.powi(2) * groups;
        needed.push((difference > 0.0 && clients.is_finite()).then(|| (clients.ceil() as u64).max(4)));
    }
    let months = needed.iter().position(|clients| clients.is_some_and(|clients| clients <= u64::from(available)));
    Ok(TestPlan { hold_out, available, effect, needed, months: months.map(|month| month as u32 + 1) })
}

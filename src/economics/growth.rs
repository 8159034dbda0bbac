//! How fast something has to grow (DOMAIN 1.36).

use crate::trace::{Formula, Quantity, Trace};

/// A growth that is aimed at, and what was reached so far.
#[derive(Clone, Debug, PartialEq)]
pub struct GrowthCheck {
    /// The rate of each month that it takes.
    pub required: Trace,
    /// The mean monthly rate so far; nothing before the second month.
    pub reached: Option<f64>,
    /// The rate that the remaining months take; nothing once the time is over.
    pub remaining: Option<f64>,
}

/// The monthly rate that makes something so many times as large in so many months: ×10 in 12 takes 21.15 %.
pub fn required_growth(times: f64, months: f64) -> Trace {
    let times = Trace::counted(Quantity::GrowthFactor, times);
    Trace::of(Quantity::GrowthRate, Formula::GrowthRate, vec![times, Trace::counted(Quantity::Months, months)])
}

impl GrowthCheck {
    /// Checks a series: its first value is where growth starts, each further one a month later.
    pub fn new(times: f64, months: u32, series: &[f64]) -> Self {
        let required = required_growth(times, f64::from(months));
        let rate = |factor: f64, months: f64| {
            (months > 0.0 && factor > 0.0).then(|| factor.powf(1.0 / months) - 1.0).filter(|rate| rate.is_finite())
        };
        let ends = series.first().zip(series.last()).filter(|(first, _)| **first > 0.0);
        let passed = series.len().saturating_sub(1) as f64;
        let reached = ends.and_then(|(first, last)| rate(last / first, passed));
        let remaining = ends.and_then(|(first, last)| rate(times * first / last, f64::from(months) - passed));
        Self { required, reached, remaining }
    }
}

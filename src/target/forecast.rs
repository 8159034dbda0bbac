//! What a period will come to, by a named method.

use super::seasonality::Seasonality;
use crate::trace::{Formula, Origin, Place, Quantity, Trace};
use crate::workbook::Month;

/// How a forecast is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Method {
    /// What was reached so far, by the share of the season that it covers.
    RunRate,
    /// A straight line through the months (least squares).
    Linear,
}

/// A forecast to the end of a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    pub method: Method,
    /// Facts where there are any, else what is expected.
    pub months: Vec<(Month, f64)>,
    pub total: f64,
    /// How many months it rests on.
    pub basis: u32,
}

/// A forecast of months of which some are recorded. Missing months are forecast too: they are not zero. `closed` is
/// the first month that is not yet over; what was recorded from there on is a part of a month, and no basis.
/// Nothing where no month, or for a line only one, was recorded.
pub fn forecast(
    method: Method,
    facts: &[(Month, Option<f64>)],
    closed: Month,
    seasonality: &Seasonality,
) -> Option<Forecast> {
    let known = |(month, value): &(Month, Option<f64>)| value.filter(|_| *month < closed).map(|value| (*month, value));
    let basis: Vec<(Month, f64)> = facts.iter().filter_map(known).collect();
    let expected: Box<dyn Fn(Month) -> f64> = match method {
        Method::RunRate => {
            let normal = seasonality.normal();
            let season: f64 = basis.iter().map(|(month, _)| normal.factor(*month)).sum();
            let sum: f64 = basis.iter().map(|(_, value)| value).sum();
            if season <= 0.0 {
                return None;
            }
            Box::new(move |month| sum / season * normal.factor(month))
        }
        Method::Linear => {
            let (start, slope) = line(&basis)?;
            Box::new(move |month| start + slope * f64::from(month.0))
        }
    };
    let months: Vec<(Month, f64)> =
        facts.iter().map(|fact| (fact.0, known(fact).map_or_else(|| expected(fact.0), |(_, value)| value))).collect();
    let total = months.iter().map(|(_, value)| value).sum();
    Some(Forecast { method, months, total, basis: basis.len() as u32 })
}

/// The straight line through the months: its value at month 0 and its slope.
fn line(basis: &[(Month, f64)]) -> Option<(f64, f64)> {
    let first = basis.first()?.0;
    let count = basis.len() as f64;
    let x = |month: Month| f64::from(month.since(first));
    let mean_x = basis.iter().map(|(month, _)| x(*month)).sum::<f64>() / count;
    let mean_y = basis.iter().map(|(_, value)| value).sum::<f64>() / count;
    let spread: f64 = basis.iter().map(|(month, _)| (x(*month) - mean_x).powi(2)).sum();
    if spread <= 0.0 {
        return None;
    }
    let slope = basis.iter().map(|(month, value)| (x(*month) - mean_x) * (value - mean_y)).sum::<f64>() / spread;
    Some((mean_y - slope * (mean_x + f64::from(first.0)), slope))
}

impl Forecast {
    /// The run rate as a number that opens: fact × σ of all months ÷ σ of those recorded.
    pub fn run_rate_trace(facts: &[(Month, Option<f64>)], closed: Month, seasonality: &Seasonality) -> Trace {
        let normal = seasonality.normal();
        let basis = || facts.iter().filter(|(month, value)| *month < closed && value.is_some());
        let season = |months: &mut dyn Iterator<Item = Month>| months.map(|month| normal.factor(month)).sum::<f64>();
        let count = basis().count() as u32;
        let sum = (count > 0).then(|| basis().filter_map(|(_, value)| *value).sum::<f64>());
        let recorded = Trace {
            quantity: Quantity::Recorded,
            place: Place::default(),
            value: sum,
            origin: Origin::Facts { months: count },
        };
        let all = Trace::counted(Quantity::SeasonalitySum, season(&mut facts.iter().map(|(month, _)| *month)));
        let part = Trace::counted(Quantity::Seasonality, season(&mut basis().map(|(month, _)| *month)));
        Trace::of(Quantity::Forecast, Formula::RunRate, vec![recorded, all, part])
    }
}

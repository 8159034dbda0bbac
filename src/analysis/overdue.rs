//! Whether a client's next order is late, and how likely the client is to be lost (DOMAIN 5.3).

use crate::workbook::Day;

use super::rules::{ChurnRules, OverdueRules};

/// How a client stands to its own rhythm of ordering.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OrderState {
    /// The next order is not due yet.
    Active,
    /// It is a little late.
    Watch,
    /// It is very late.
    Risk,
    /// So late that none is to be expected.
    Lost,
}

impl OrderState {
    pub const ALL: [Self; 4] = [Self::Active, Self::Watch, Self::Risk, Self::Lost];

    /// The state of an overdue ratio.
    pub fn of(ratio: f64, rules: &OverdueRules) -> Self {
        match ratio {
            _ if ratio < rules.watch => Self::Active,
            _ if ratio < rules.risk => Self::Watch,
            _ if ratio < rules.lost => Self::Risk,
            _ => Self::Lost,
        }
    }
}

/// A client's rhythm of ordering.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rhythm {
    pub last: Day,
    /// Days between two orders: 365 ÷ orders a year.
    pub interval: f64,
    /// Days since the last order; 0 for one in the future.
    pub since: u32,
    /// Overdue ratio: `since` ÷ `interval`. From 1 on the next order is late.
    pub ratio: f64,
    pub state: OrderState,
    /// The day on which the next order is expected.
    pub expected: Day,
}

impl Rhythm {
    /// The rhythm of a client that ordered last on `last` and orders `a_year` times a year; nothing where it never does.
    pub fn of(last: Day, a_year: f64, today: Day, rules: &OverdueRules) -> Option<Self> {
        if !(a_year.is_finite() && a_year > 0.0) {
            return None;
        }
        let interval = 365.0 / a_year;
        let since = today.0.saturating_sub(last.0).max(0) as u32;
        let ratio = f64::from(since) / interval;
        // An order once in ten thousand years is expected beyond every calendar.
        let expected = Day(last.0.saturating_add(interval.round().min(1e6) as i32));
        Some(Self { last, interval, since, ratio, state: OrderState::of(ratio, rules), expected })
    }
}

/// What a churn rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ChurnSource {
    /// The client's churn stands in the sheet.
    Sheet,
    /// The segment's churn, and how late the client's next order is.
    Overdue(OrderState),
    /// The segment's churn alone: the client's rhythm is not known.
    Segment,
}

/// The chance of losing a client within a year, 0 to 1: what the sheet says, else c = clamp(c of the segment × factor).
pub(super) fn churn(
    in_sheet: Option<f64>,
    of_segment: f64,
    state: Option<OrderState>,
    rules: &ChurnRules,
) -> (f64, ChurnSource) {
    if let Some(churn) = in_sheet {
        return (churn.clamp(0.0, 1.0), ChurnSource::Sheet);
    }
    let source = state.map_or(ChurnSource::Segment, ChurnSource::Overdue);
    let factor = state.map_or(1.0, |state| rules.factors[state as usize]);
    ((of_segment * factor).max(rules.least).min(rules.most), source)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(since: i32, a_year: f64, expected: Option<(OrderState, i32)>) {
        let today = Day(20_000);
        let found = Rhythm::of(Day(today.0 - since), a_year, today, &OverdueRules::default());
        assert_eq!(found.map(|rhythm| (rhythm.state, rhythm.expected.0 - today.0)), expected);
    }

    #[test]
    fn an_order_is_late_when_the_interval_has_passed() {
        check(0, 10.0, Some((OrderState::Active, 37)));
        check(36, 10.0, Some((OrderState::Active, 1)));
        check(365, 1.0, Some((OrderState::Watch, 0)));
        check(54, 10.0, Some((OrderState::Watch, -17)));
        check(55, 10.0, Some((OrderState::Risk, -18)));
        check(1094, 1.0, Some((OrderState::Risk, -729)));
        check(1095, 1.0, Some((OrderState::Lost, -730)));
        check(-20, 12.0, Some((OrderState::Active, 50)));
        check(5, 0.0, None);
        check(5, f64::NAN, None);
        check(0, 1e-12, Some((OrderState::Active, 1_000_000)));
    }

    #[track_caller]
    fn check_churn(in_sheet: Option<f64>, of_segment: f64, state: Option<OrderState>, expected: f64) {
        let (found, _) = churn(in_sheet, of_segment, state, &ChurnRules::default());
        assert!((found - expected).abs() < 1e-12, "{found} is not {expected}");
    }

    #[test]
    fn churn_follows_the_overdue_order_unless_the_sheet_says_otherwise() {
        check_churn(None, 0.2, Some(OrderState::Active), 0.1);
        check_churn(None, 0.2, Some(OrderState::Watch), 0.2);
        check_churn(None, 0.2, Some(OrderState::Risk), 0.4);
        check_churn(None, 0.2, Some(OrderState::Lost), 0.8);
        check_churn(None, 0.4, Some(OrderState::Lost), 0.95);
        check_churn(None, 0.01, Some(OrderState::Active), 0.01);
        check_churn(None, 0.2, None, 0.2);
        check_churn(Some(0.33), 0.2, Some(OrderState::Lost), 0.33);
        check_churn(Some(0.0), 0.2, Some(OrderState::Lost), 0.0);
    }
}

//! Whether a small client can be asked to recommend us (DOMAIN 1.6). The conditions are Kontor's own.

use crate::analysis::{OrderState, Rhythm};

use super::incident::Incident;
use super::rules::ApproachRules;

/// What speaks against asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReferralGap {
    /// It orders too seldom, or it is not known how often.
    FewOrders,
    /// Its next order is late.
    Overdue,
    /// Something that went wrong is not mended.
    OpenIncident,
}

/// What speaks against asking a client for a referral; nothing where it is a candidate.
pub fn referral_gaps(rhythm: Option<&Rhythm>, incidents: &[Incident], rules: &ApproachRules) -> Vec<ReferralGap> {
    let is_regular = rhythm.is_some_and(|rhythm| 365.0 / rhythm.interval >= rules.referral_orders - 1e-9);
    let is_late = rhythm.is_some_and(|rhythm| rhythm.state != OrderState::Active);
    let checks = [
        (is_regular, ReferralGap::FewOrders),
        (!is_late, ReferralGap::Overdue),
        (!incidents.iter().any(Incident::is_open), ReferralGap::OpenIncident),
    ];
    checks.into_iter().filter(|(is_well, _)| !is_well).map(|(_, gap)| gap).collect()
}

#[cfg(test)]
mod tests {
    use super::super::incident::Severity;
    use super::*;
    use crate::analysis::OverdueRules;
    use crate::workbook::Day;

    #[track_caller]
    fn check(rhythm: Option<(i32, f64)>, is_incident_open: bool, expected: &[ReferralGap]) {
        let today = Day(20_000);
        let rhythm = rhythm
            .and_then(|(since, a_year)| Rhythm::of(Day(today.0 - since), a_year, today, &OverdueRules::default()));
        let incident =
            Incident { on: today, severity: Severity::Minor, text: String::new(), due: None, resolved_on: None };
        let incidents = if is_incident_open { vec![incident] } else { Vec::new() };
        assert_eq!(referral_gaps(rhythm.as_ref(), &incidents, &ApproachRules::default()), expected);
    }

    #[test]
    fn a_regular_client_with_nothing_open_can_be_asked() {
        check(Some((10, 4.0)), false, &[]);
        check(Some((10, 3.0)), false, &[ReferralGap::FewOrders]);
        check(Some((95, 4.0)), true, &[ReferralGap::Overdue, ReferralGap::OpenIncident]);
        check(None, false, &[ReferralGap::FewOrders]);
    }
}

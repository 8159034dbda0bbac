//! What a client's revenue is worth with the risk of losing it (DOMAIN 1.13).

use super::incident::Incident;

/// Revenue with its risks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RiskAdjusted {
    /// The chance of losing the client within a year, incidents included, 0 to 1.
    pub loss: f64,
    /// Revenue × (1 − loss) − expected penalties.
    pub revenue: f64,
    /// How much less that is than the revenue.
    pub at_risk: f64,
}

/// The risk-adjusted revenue of a client: revenue × (1 − p) − penalties, with
/// p = 1 − (1 − churn) × Π (1 − severity × replaceability) over the open incidents. Kontor's own formula: an incident
/// counts the more, the more easily the client replaces us. An unknown replaceability counts as one half.
pub fn risk_adjusted(
    revenue: f64,
    churn: f64,
    replaceability: Option<f64>,
    incidents: &[Incident],
    penalties: Option<f64>,
) -> RiskAdjusted {
    let replaceability = replaceability.unwrap_or(0.5).clamp(0.0, 1.0);
    let open = incidents.iter().filter(|incident| incident.is_open());
    let stays: f64 = open.map(|incident| 1.0 - incident.severity.weight() * replaceability).product();
    let loss = 1.0 - (1.0 - churn.clamp(0.0, 1.0)) * stays;
    let adjusted = revenue * (1.0 - loss) - penalties.unwrap_or(0.0);
    RiskAdjusted { loss, revenue: adjusted, at_risk: revenue - adjusted }
}

#[cfg(test)]
mod tests {
    use super::super::incident::Severity;
    use super::*;
    use crate::workbook::Day;

    fn incident(severity: Severity, resolved_on: Option<Day>) -> Incident {
        Incident { on: Day(1), severity, text: String::new(), due: None, resolved_on }
    }

    #[track_caller]
    fn check(found: RiskAdjusted, loss: f64, revenue: f64) {
        assert!((found.loss - loss).abs() < 1e-9 && (found.revenue - revenue).abs() < 1e-9, "{found:?}");
        assert!((found.revenue + found.at_risk - 1000.0).abs() < 1e-9);
    }

    #[test]
    fn open_incidents_of_a_replaceable_supplier_put_revenue_at_risk() {
        check(risk_adjusted(1000.0, 0.1, None, &[], None), 0.1, 900.0);
        check(risk_adjusted(1000.0, 0.1, None, &[], Some(50.0)), 0.1, 850.0);
        let critical = incident(Severity::Critical, None);
        check(risk_adjusted(1000.0, 0.1, Some(1.0), std::slice::from_ref(&critical), None), 0.46, 540.0);
        check(risk_adjusted(1000.0, 0.1, Some(0.0), std::slice::from_ref(&critical), None), 0.1, 900.0);
        check(risk_adjusted(1000.0, 0.1, None, &[critical.clone(), critical], None), 0.424, 576.0);
        let resolved = incident(Severity::Critical, Some(Day(4)));
        assert_eq!((resolved.is_open(), resolved.days_to_resolve()), (false, Some(3)));
        check(risk_adjusted(1000.0, 0.1, Some(1.0), &[resolved], None), 0.1, 900.0);
    }
}

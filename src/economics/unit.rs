//! Unit economics (DOMAIN 4.3). The unit of time is a month everywhere.

use super::unit_inputs::{UnitInputs, UnitSettings};
use crate::trace::{Formula, Quantity, Reference, Trace};

/// Without churn a client would stay for ever: so many months are counted, and that is shown.
pub const LIFETIME_CAP: f64 = 120.0;

/// What a client is worth and costs. Each number opens; without its inputs it has no value.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitEconomics {
    pub arpa: Trace,
    /// Monthly.
    pub churn: Trace,
    pub lifetime: Trace,
    /// Whether nobody left, so that [`LIFETIME_CAP`] counts.
    pub is_lifetime_capped: bool,
    /// Gross margin of a client in a month, or the second contribution margin.
    pub monthly_margin: Trace,
    pub ltv: Trace,
    pub ltv_discounted: Trace,
    pub ltv_limited: Trace,
    pub cac: Trace,
    pub ltv_to_cac: Trace,
    /// Months, as if nobody left.
    pub payback: Trace,
    /// Months, with clients leaving on the way.
    pub payback_with_churn: Trace,
    /// Clients leave before they have paid for themselves.
    pub never_pays_back: bool,
    pub first_margin: Trace,
    pub second_margin: Trace,
    pub third_margin: Trace,
    pub gross_retention: Trace,
    pub net_retention: Trace,
    pub break_even_clients: Trace,
    pub maximum_cpl: Trace,
}

impl UnitEconomics {
    pub fn new(inputs: &UnitInputs) -> Self {
        let of = |quantity, formula, inputs: &[&Trace]| {
            Trace::of(quantity, formula, inputs.iter().map(|input| (*input).clone()).collect())
        };
        let settings = &inputs.settings;
        let first = of(Quantity::FirstMargin, Formula::FirstMargin, &[&inputs.revenue, &inputs.cost_of_goods]);
        let second = of(Quantity::SecondMargin, Formula::SecondMargin, &[&first, &inputs.delivery_cost]);
        let third = of(Quantity::ThirdMargin, Formula::ThirdMargin, &[&second, &inputs.service_cost]);
        let arpa = of(Quantity::Arpa, Formula::Arpa, &[&inputs.revenue, &inputs.clients, &inputs.months]);
        let monthly_margin = if settings.by_second_margin {
            of(Quantity::MonthlyMargin, Formula::MonthlySecondMargin, &[&second, &inputs.clients, &inputs.months])
        } else {
            let costs = [&inputs.revenue, &inputs.cost_of_goods];
            let share = of(Quantity::GrossMarginShare, Formula::GrossMarginShare, &costs);
            of(Quantity::MonthlyMargin, Formula::MonthlyMargin, &[&arpa, &share])
        };
        let churn = of(
            Quantity::MonthlyChurn,
            Formula::MonthlyChurn,
            &[&inputs.lost_clients, &inputs.clients_at_start, &inputs.months],
        );
        let is_lifetime_capped = churn.value == Some(0.0);
        let lifetime = if is_lifetime_capped {
            Trace::counted(Quantity::Lifetime, LIFETIME_CAP)
        } else {
            of(Quantity::Lifetime, Formula::Lifetime, &[&churn])
        };
        let discount = inputs.discount();
        let ltv = if is_lifetime_capped {
            of(Quantity::Ltv, Formula::LtvCapped, &[&monthly_margin, &lifetime])
        } else {
            of(Quantity::Ltv, Formula::Ltv, &[&monthly_margin, &churn])
        };
        let discounted = of(Quantity::LtvDiscounted, Formula::LtvDiscounted, &[&monthly_margin, &discount, &churn]);
        let limited = limited(settings, &monthly_margin, &churn, &discount);
        let cac = of(Quantity::Cac, Formula::Cac, &[&inputs.marketing, &inputs.sales, &inputs.new_clients]);
        let payback = of(Quantity::Payback, Formula::Payback, &[&cac, &monthly_margin]);
        let with_churn = if is_lifetime_capped {
            payback.clone().renamed(Quantity::PaybackWithChurn)
        } else {
            of(Quantity::PaybackWithChurn, Formula::PaybackWithChurn, &[&cac, &churn, &monthly_margin])
        };
        let never_pays_back = match (cac.value, churn.value, monthly_margin.value) {
            (Some(cac), Some(churn), Some(margin)) => cac > 0.0 && (margin <= 0.0 || cac * churn >= margin),
            _ => false,
        };
        let no_number = |trace: Trace| if never_pays_back { Trace { value: None, ..trace } } else { trace };
        let fixed = UnitInputs::setting(Quantity::FixedCosts, settings.fixed_costs, None, Reference::Composed);
        let target = UnitInputs::setting(
            Quantity::TargetRatio,
            Some(settings.target_ratio),
            Some(UnitSettings::default().target_ratio),
            Reference::Published(42),
        );
        let conversion = UnitInputs::setting(Quantity::LeadToDeal, settings.lead_to_deal, None, Reference::Composed);
        let kept = [&inputs.start_revenue, &inputs.lost_revenue, &inputs.contraction, &inputs.expansion];
        Self {
            ltv_to_cac: of(Quantity::LtvToCac, Formula::LtvToCac, &[&ltv, &cac]),
            break_even_clients: of(Quantity::BreakEvenClients, Formula::BreakEvenClients, &[&fixed, &monthly_margin]),
            maximum_cpl: of(Quantity::MaximumCpl, Formula::MaximumCpl, &[&ltv, &target, &conversion]),
            gross_retention: of(Quantity::GrossRetention, Formula::GrossRetention, &kept[..3]),
            net_retention: of(Quantity::NetRetention, Formula::NetRetention, &kept),
            payback_with_churn: no_number(with_churn),
            arpa,
            churn,
            lifetime,
            is_lifetime_capped,
            monthly_margin,
            ltv,
            ltv_discounted: discounted,
            ltv_limited: limited,
            cac,
            payback,
            never_pays_back,
            first_margin: first,
            second_margin: second,
            third_margin: third,
        }
    }
}

/// The value of a limited time. Without churn and discount each month is worth the same.
fn limited(settings: &UnitSettings, margin: &Trace, churn: &Trace, discount: &Trace) -> Trace {
    let factor = Trace::of(Quantity::LtvFactor, Formula::LtvFactor, vec![churn.clone(), discount.clone()]);
    let default = f64::from(UnitSettings::default().horizon_months);
    let months = f64::from(settings.horizon_months);
    let horizon = UnitInputs::setting(Quantity::Horizon, Some(months), Some(default), Reference::Composed);
    if factor.value.is_some_and(|factor| (factor - 1.0).abs() < 1e-12) {
        return Trace::of(Quantity::LtvLimited, Formula::LtvLimitedEven, vec![margin.clone(), horizon]);
    }
    Trace::of(Quantity::LtvLimited, Formula::LtvLimited, vec![margin.clone(), factor, horizon])
}

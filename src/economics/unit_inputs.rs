//! What unit economics are calculated from.

use serde::{Deserialize, Serialize};

use crate::target::{Facts, Measure, Scope};
use crate::trace::{Origin, Place, Quantity, Reference, Trace};

/// The settings of unit economics.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UnitSettings {
    /// Discount rate of a year (DOMAIN 2.4: 15 %).
    pub discount_per_year: f64,
    /// Months of the limited lifetime value (DOMAIN 2.4: 36).
    pub horizon_months: u32,
    /// The ratio of lifetime value to acquisition cost that is aimed at (DOMAIN 3, source 42).
    pub target_ratio: f64,
    /// Take the second contribution margin instead of the gross margin.
    pub by_second_margin: bool,
    /// From a lead to a client.
    pub lead_to_deal: Option<f64>,
    /// Fixed costs of a month.
    pub fixed_costs: Option<f64>,
}

impl Default for UnitSettings {
    fn default() -> Self {
        Self {
            discount_per_year: 0.15,
            horizon_months: 36,
            target_ratio: 3.0,
            by_second_margin: false,
            lead_to_deal: None,
            fixed_costs: None,
        }
    }
}

/// The inputs, each with its origin. What is missing has no value.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitInputs {
    pub months: Trace,
    pub revenue: Trace,
    pub cost_of_goods: Trace,
    pub delivery_cost: Trace,
    pub service_cost: Trace,
    /// Active clients, on average.
    pub clients: Trace,
    pub lost_clients: Trace,
    pub clients_at_start: Trace,
    pub marketing: Trace,
    /// Pay of the sales people and their tools.
    pub sales: Trace,
    pub new_clients: Trace,
    pub start_revenue: Trace,
    pub lost_revenue: Trace,
    pub contraction: Trace,
    pub expansion: Trace,
    pub settings: UnitSettings,
}

impl UnitInputs {
    /// The recorded facts of a scope. Costs and new clients count in the months in which all of them were recorded,
    /// and so do revenue, its costs and the clients.
    pub fn of_facts(facts: &Facts, scope: &Scope, settings: UnitSettings) -> Self {
        let group = |measures: &[Measure]| facts.months_with(measures, scope);
        let income = group(&[Measure::Revenue, Measure::CostOfGoods, Measure::ActiveClients]);
        let gained = group(&[Measure::MarketingCost, Measure::SalesPay, Measure::NewClients]);
        let of_income = |measure| facts.trace_in(measure, scope, |month| income.contains(&month));
        let of_gained = |measure| facts.trace_in(measure, scope, |month| gained.contains(&month));
        let any = |measure| facts.trace(measure, scope);
        let pay = vec![of_gained(Measure::SalesPay), of_gained(Measure::ToolCost)];
        let months = Trace::counted(Quantity::Months, income.len() as f64);
        Self {
            months,
            revenue: of_income(Measure::Revenue),
            cost_of_goods: of_income(Measure::CostOfGoods),
            delivery_cost: of_income(Measure::DeliveryCost),
            service_cost: of_income(Measure::ServiceCost),
            clients: of_income(Measure::ActiveClients).renamed(Quantity::ActiveClients),
            lost_clients: any(Measure::LostClients),
            clients_at_start: any(Measure::ClientsAtStart),
            marketing: of_gained(Measure::MarketingCost).renamed(Quantity::MarketingSpend),
            sales: Trace::sum(Quantity::SalesSpend, pay),
            new_clients: of_gained(Measure::NewClients).renamed(Quantity::NewClients),
            start_revenue: any(Measure::StartRevenue),
            lost_revenue: any(Measure::LostRevenue),
            contraction: any(Measure::Contraction),
            expansion: any(Measure::Expansion),
            settings,
        }
    }

    pub(super) fn setting(quantity: Quantity, value: Option<f64>, default: Option<f64>, reference: Reference) -> Trace {
        Trace { quantity, place: Place::default(), value, origin: Origin::Setting { default, reference } }
    }

    /// The discount rate of a month.
    pub(super) fn discount(&self) -> Trace {
        let monthly = |yearly: f64| (1.0 + yearly).powf(1.0 / 12.0) - 1.0;
        let default = monthly(UnitSettings::default().discount_per_year);
        let own = monthly(self.settings.discount_per_year);
        Self::setting(Quantity::DiscountRate, Some(own), Some(default), Reference::Composed)
    }
}

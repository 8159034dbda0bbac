//! The profitability formula: leads × conversion × average sale × sales × margin, less costs (DOMAIN 4.1).

use serde::{Deserialize, Serialize};

use crate::segment::Segment;
use crate::target::Plan;
use crate::trace::{Formula, Origin, Place, Quantity, Reference, Trace};

/// A way to clients: a channel, a segment, or one in the other. `None` is "no data".
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Channel {
    pub name: String,
    pub segment: Option<Segment>,
    pub leads: Option<f64>,
    /// From a lead to a client.
    pub conversion: Option<f64>,
    pub average_sale: Option<f64>,
    /// Sales to each client.
    pub sales: Option<f64>,
    /// Gross margin, 0 to 1.
    pub margin: Option<f64>,
    pub marketing_costs: f64,
    pub sales_costs: f64,
}

/// The five factors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Factor {
    Leads,
    Conversion,
    AverageSale,
    Sales,
    Margin,
}

/// What a change of one factor does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effect {
    pub factor: Factor,
    /// Gross margin with the change, less without.
    pub margin: f64,
    /// The same for profit: costs stay.
    pub profit: f64,
}

/// All channels and the costs that no channel has.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Profitability {
    pub channels: Vec<Channel>,
    pub fixed_costs: f64,
}

impl Factor {
    pub const ALL: [Self; 5] = [Self::Leads, Self::Conversion, Self::AverageSale, Self::Sales, Self::Margin];
}

impl Channel {
    /// A segment's new clients as the plan has them, over a year of theirs.
    pub fn of_plan(plan: &Plan, segment: Segment) -> Self {
        let (work, assumptions) = (&plan.work[segment], &plan.assumptions[segment]);
        Self {
            name: String::new(),
            segment: Some(segment),
            leads: work.leads,
            conversion: Some(assumptions.settings.lead_to_deal),
            average_sale: assumptions.average_sale.value,
            sales: assumptions.sales_per_year.value,
            margin: assumptions.margin.value,
            marketing_costs: work.budget.unwrap_or(0.0),
            sales_costs: 0.0,
        }
    }

    fn input(&self, quantity: Quantity, value: Option<f64>) -> Trace {
        let place = Place { segment: self.segment, month: None, name: Some(self.name.clone()) };
        Trace { quantity, place, value, origin: Origin::Setting { default: None, reference: Reference::Composed } }
    }

    fn factors(&self) -> Vec<Trace> {
        vec![
            self.input(Quantity::ForwardLeads, self.leads),
            self.input(Quantity::ForwardConversion, self.conversion),
            self.input(Quantity::AverageSale, self.average_sale),
            self.input(Quantity::SalesPerYear, self.sales),
            self.input(Quantity::Margin, self.margin),
        ]
    }

    fn calculated(&self, quantity: Quantity, formula: Formula) -> Trace {
        let mut trace = Trace::of(quantity, formula, self.factors());
        trace.place = Place { segment: self.segment, month: None, name: Some(self.name.clone()) };
        trace
    }

    pub fn clients(&self) -> Trace {
        self.calculated(Quantity::ForwardClients, Formula::ForwardClients)
    }

    pub fn revenue(&self) -> Trace {
        self.calculated(Quantity::ForwardRevenue, Formula::ForwardRevenue)
    }

    pub fn gross_margin(&self) -> Trace {
        self.calculated(Quantity::GrossMargin, Formula::ForwardMargin)
    }

    /// Gross margin less the channel's own costs.
    pub fn contribution(&self) -> Trace {
        let inputs = vec![
            self.gross_margin(),
            self.input(Quantity::FixedCosts, Some(0.0)),
            self.input(Quantity::SalesCosts, Some(self.sales_costs)),
            self.input(Quantity::MarketingCosts, Some(self.marketing_costs)),
        ];
        Trace::of(Quantity::Profit, Formula::Profit, inputs)
    }

    /// The channel with one factor changed by a share.
    #[must_use]
    pub fn with(&self, factor: Factor, share: f64) -> Self {
        let mut other = self.clone();
        let slot = match factor {
            Factor::Leads => &mut other.leads,
            Factor::Conversion => &mut other.conversion,
            Factor::AverageSale => &mut other.average_sale,
            Factor::Sales => &mut other.sales,
            Factor::Margin => &mut other.margin,
        };
        *slot = slot.map(|value| value * (1.0 + share));
        other
    }

    /// What each factor does if it is higher by a share (0.1: by a tenth). Nothing without data.
    pub fn effects(&self, share: f64) -> Option<Vec<Effect>> {
        let before = self.gross_margin().value?;
        let effect = |factor| {
            let margin = self.with(factor, share).gross_margin().value? - before;
            Some(Effect { factor, margin, profit: margin })
        };
        Factor::ALL.into_iter().map(effect).collect()
    }

    /// The gross margin with all five factors higher by a share, against now: 1.1⁵ = 1.61 for a tenth.
    pub fn all_effects(&self, share: f64) -> Option<f64> {
        let all = Factor::ALL.into_iter().fold(self.clone(), |channel, factor| channel.with(factor, share));
        let (before, after) = (self.gross_margin().value?, all.gross_margin().value?);
        (before != 0.0).then(|| after / before)
    }
}

impl Profitability {
    /// The profit of all channels with data, less fixed costs. Nothing if no channel has data.
    pub fn profit(&self) -> Trace {
        let setting = |quantity, value: f64| Trace {
            quantity,
            place: Place::default(),
            value: Some(value),
            origin: Origin::Setting { default: Some(0.0), reference: Reference::Composed },
        };
        let known = || self.channels.iter().filter(|channel| channel.gross_margin().value.is_some());
        let sum = |value: fn(&Channel) -> f64| known().map(value).sum::<f64>();
        let inputs = vec![
            Trace::sum(Quantity::GrossMargin, self.channels.iter().map(Channel::gross_margin).collect()),
            setting(Quantity::FixedCosts, self.fixed_costs),
            setting(Quantity::SalesCosts, sum(|channel| channel.sales_costs)),
            setting(Quantity::MarketingCosts, sum(|channel| channel.marketing_costs)),
        ];
        Trace::of(Quantity::Profit, Formula::Profit, inputs)
    }

    /// What each factor does if it is higher by a share in every channel.
    pub fn effects(&self, share: f64) -> Option<Vec<Effect>> {
        let each: Vec<Vec<Effect>> = self.channels.iter().filter_map(|channel| channel.effects(share)).collect();
        let sum = |at: usize, factor| {
            let margin = each.iter().map(|effects| effects[at].margin).sum();
            Effect { factor, margin, profit: margin }
        };
        (!each.is_empty()).then(|| Factor::ALL.into_iter().enumerate().map(|(at, factor)| sum(at, factor)).collect())
    }
}

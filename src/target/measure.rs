//! What can be recorded about a month.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::trace::Unit;
use crate::workbook::NotAnId;

/// How the facts of several months or people become one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Combine {
    Sum,
    /// A stock: over several months the latest counts; over people and segments it adds up.
    Latest,
    /// A stock whose mean over the months counts; over people and segments it adds up.
    MeanOfMonths,
    /// The middle one of all.
    Median,
}

macro_rules! measures {
    ($($(#[$doc:meta])* $name:ident $key:literal $unit:ident $combine:ident;)*) => {
        /// A measure that facts are recorded of (the inputs of DOMAIN 3 and 4.3).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Measure { $($(#[$doc])* $name,)* }

        impl Measure {
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The name under which it is stored and which stands in formulas; it never changes.
            pub fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)* }
            }

            pub fn unit(self) -> Unit {
                match self { $(Self::$name => Unit::$unit,)* }
            }

            /// How several facts become one.
            pub fn combine(self) -> Combine {
                match self { $(Self::$name => Combine::$combine,)* }
            }
        }
    };
}

measures! {
    Revenue "revenue" Money Sum;
    CostOfGoods "cost_of_goods" Money Sum;
    Orders "orders" Count Sum;
    Leads "leads" Count Sum;
    /// Leads of the month that became opportunities, in whatever month.
    Opportunities "opportunities" Count Sum;
    Dials "dials" Count Sum;
    Talks "talks" Count Sum;
    /// Meetings held.
    Meetings "meetings" Count Sum;
    Proposals "proposals" Count Sum;
    Bids "bids" Count Sum;
    /// Deals closed and won.
    Won "won" Count Sum;
    /// Deals closed and lost.
    Lost "lost" Count Sum;
    WonValue "won_value" Money Sum;
    /// Days from creation to closing of all won deals together.
    CycleDays "cycle_days" Days Sum;
    /// Hours from a lead to the first reply.
    ResponseHours "response_hours" Hours Median;
    MarketingCost "marketing_cost" Money Sum;
    SalesPay "sales_pay" Money Sum;
    ToolCost "tool_cost" Money Sum;
    NewClients "new_clients" Count Sum;
    /// Gross margin that marketing is credited with.
    AttributedMargin "attributed_margin" Money Sum;
    /// Value of the open pipeline at the month's end.
    Pipeline "pipeline" Money Latest;
    Receivables "receivables" Money Latest;
    /// Clients who bought in the twelve months before.
    ClientsAtStart "clients_at_start" Count Latest;
    /// Of those, the ones who bought in the twelve months to the month's end.
    ClientsKept "clients_kept" Count Latest;
    /// Clients lost in the month.
    LostClients "lost_clients" Count Sum;
    /// Clients who bought in the twelve months to the month's end.
    ActiveClients "active_clients" Count MeanOfMonths;
    Promoters "promoters" Count Sum;
    Detractors "detractors" Count Sum;
    Responses "responses" Count Sum;
    RepeatRevenue "repeat_revenue" Money Sum;
    /// What the clients buy of such goods from anyone.
    Wallet "wallet" Money Sum;
    /// Delivery, bonus, payment and rewards.
    DeliveryCost "delivery_cost" Money Sum;
    /// Service and account management.
    ServiceCost "service_cost" Money Sum;
    StartRevenue "start_revenue" Money Sum;
    LostRevenue "lost_revenue" Money Sum;
    Contraction "contraction" Money Sum;
    Expansion "expansion" Money Sum;
}

impl FromStr for Measure {
    type Err = NotAnId;
    fn from_str(key: &str) -> Result<Self, NotAnId> {
        Self::ALL.iter().copied().find(|measure| measure.key() == key.trim()).ok_or(NotAnId)
    }
}

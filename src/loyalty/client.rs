//! A client as the engine computes him, and as the list gives him.

use super::Remark;
use crate::segment::Segment;

/// What the list says of a client; what it does not say is nothing, never 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ClientInput {
    pub segment: Segment,
    /// `R`, a year.
    pub revenue: Option<f64>,
    /// `m`, gross margin, 0 to 1.
    pub margin: Option<f64>,
    /// `f`, orders a year.
    pub orders: Option<f64>,
    /// `c`, churn a year, 0 to 1.
    pub churn: Option<f64>,
    /// `g`, organic growth a year.
    pub growth: Option<f64>,
}

/// A client with every value that the engine needs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Client {
    pub segment: Segment,
    pub revenue: f64,
    pub margin: f64,
    pub orders: f64,
    pub churn: f64,
    pub growth: f64,
}

/// Which of a client's values were not in the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[expect(clippy::struct_excessive_bools, reason = "one for each value, independent of the others")]
pub struct Assumed {
    pub margin: bool,
    pub orders: bool,
    pub churn: bool,
    pub growth: bool,
}

impl Assumed {
    pub fn any(self) -> bool {
        self.margin || self.orders || self.churn || self.growth
    }
}

/// A value that has to be asked for: neither the client nor anyone in the segment has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gap {
    Revenue,
    Margin,
    Orders,
}

/// What is to be asked, and for how many clients.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    pub segment: Segment,
    pub gap: Gap,
    pub clients: u32,
}

/// What became of a client's input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Resolved {
    Known(Client),
    /// Computed with the segment's values where his own were missing.
    Assumed(Client, Assumed),
    /// Not computed.
    Missing(Gap),
}

impl Resolved {
    pub fn client(&self) -> Option<&Client> {
        match self {
            Self::Known(client) | Self::Assumed(client, _) => Some(client),
            Self::Missing(_) => None,
        }
    }
}

impl Client {
    /// Whether the client is in the computation: someone who buys nothing can gain nothing.
    pub fn counts(&self) -> bool {
        self.revenue > 0.0
    }

    /// `a = R/f`, the average order; nothing where there are no orders.
    pub fn average_order(&self) -> Option<f64> {
        (self.orders > 0.0).then(|| self.revenue / self.orders)
    }

    /// What has to be said of the client's result.
    pub fn remarks(&self) -> Vec<Remark> {
        let mut remarks = Vec::new();
        if self.revenue <= 0.0 {
            remarks.push(Remark::NoRevenue);
        }
        if self.margin <= 0.0 {
            remarks.push(Remark::NoMargin);
        }
        if self.orders <= 0.0 {
            remarks.push(Remark::NoOrders);
        }
        if self.churn <= 0.0 {
            remarks.push(Remark::NoChurn);
        }
        if self.churn >= 1.0 {
            remarks.push(Remark::AllLeave);
        }
        remarks
    }
}

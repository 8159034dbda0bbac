//! Why a client has no class.

/// What is missing for a figure: "no data" with its reason, never a zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gap {
    /// Neither the sheet nor the monthly history tells what we sell to the client.
    NoRevenue,
    /// The client's margin is not known.
    NoMargin,
    /// It is not known how often the client orders, or it has not ordered in the window.
    NoOrders,
    /// It is not known when the client ordered last.
    NoLastOrder,
    /// No monthly sales of the client are known.
    NoHistory,
    /// The data covers fewer than [`super::XyzRules::LEAST_PERIODS`] whole periods.
    TooFewPeriods,
    /// The client bought nothing in the periods (or gave back as much): there is no mean to vary around.
    NothingBought,
    /// The client gave back more than it bought.
    MoreReturned,
}

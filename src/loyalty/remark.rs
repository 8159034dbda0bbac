//! What has to be said of a result; the wording is in `i18n`.

/// A sentence about a client's or a program's numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Remark {
    /// R ≤ 0: the client is left out.
    NoRevenue,
    /// m ≤ 0: more sales bring no margin, and every reward is a loss.
    NoMargin,
    /// f = 0: nothing by order can be computed.
    NoOrders,
    /// c = 0: no one leaves, so no one can be kept.
    NoChurn,
    /// c = 1: within a year everyone has left.
    AllLeave,
    /// Nothing is spent, so that there is no ROI.
    NoCost,
    /// A client reaches his first reward only after this many months (more than 6).
    LateFirstReward { months: f64 },
    /// The first points expire before a reward is reached.
    ExpiresBeforeReward { months: f64 },
    /// The client never reaches a reward.
    NoReward,
    /// The fee exceeds what the client gains: he will not join. He would from purchases of this much a year.
    WillNotJoin { from: Option<f64> },
    /// The margin is so thin that no step of the discount leaves the floor.
    BelowMarginFloor,
    /// The reward takes the whole margin: no uplift pays for it.
    RewardExceedsMargin,
    /// Operator and partners may fail to pay or leave.
    CounterpartyRisk,
}

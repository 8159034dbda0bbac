//! The parameters of programs by name: what a slider moves, a tornado shows and a break-even solves for.

use serde::{Deserialize, Serialize};

macro_rules! parameters {
    ($($(#[$doc:meta])* $name:ident $key:literal $bound:expr;)*) => {
        /// A parameter; the same name in several kinds means the same thing.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Parameter { $($(#[$doc])* $name,)* }

        impl Parameter {
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The name under which a parameter is stored and addressed; it never changes.
            pub fn key(self) -> &'static str {
                match self { $(Self::$name => $key),* }
            }

            /// What values it may take.
            pub fn bound(self) -> Bound {
                match self { $(Self::$name => $bound),* }
            }
        }
    };
}

/// What values a parameter may take, and so how it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bound {
    /// 0 to 1, shown in percent.
    Share,
    /// 0 or more, in the money of the client base.
    Money,
    /// Whole months or days, 0 or more.
    Count,
    /// 1 or more months.
    Months,
    /// 0 or more, without a unit.
    Number,
}

impl Bound {
    /// Whether the value is allowed.
    pub fn allows(self, value: f64) -> bool {
        value.is_finite()
            && match self {
                Self::Share => (0.0..=1.0).contains(&value),
                Self::Money | Self::Count | Self::Number => value >= 0.0,
                Self::Months => (1.0..=120.0).contains(&value),
            }
    }
}

parameters! {
    /// `p` of small clients.
    ParticipationSmall "participation_small" Bound::Share;
    /// `p` of medium clients.
    ParticipationMedium "participation_medium" Bound::Share;
    /// `p` of large clients.
    ParticipationLarge "participation_large" Bound::Share;
    /// `p` of state-owned clients, where contract terms allow the program at all.
    ParticipationState "participation_state" Bound::Share;
    /// `ρ`, the share of churn that the program takes away.
    ChurnCut "churn_cut" Bound::Share;
    /// `u_f`
    FrequencyUplift "frequency_uplift" Bound::Share;
    /// `u_a`
    BasketUplift "basket_uplift" Bound::Share;
    /// `ι`, the share of the uplift that would not have come by itself.
    Incrementality "incrementality" Bound::Share;
    /// Months until the uplift is whole.
    RampMonths "ramp_months" Bound::Months;
    /// `S0`, once.
    SetupCost "setup_cost" Bound::Money;
    /// `F`, a year.
    FixedCost "fixed_cost" Bound::Money;
    /// `v`, a member and year.
    MemberCost "member_cost" Bound::Money;
    /// `e`
    PointsPerCurrency "points_per_currency" Bound::Number;
    /// `V`
    PointValue "point_value" Bound::Money;
    /// `q`, the share of what is promised that is claimed.
    Redemption "redemption" Bound::Share;
    /// `X`
    ExpiryMonths "expiry_months" Bound::Months;
    /// `W`, face value.
    MinimumReward "minimum_reward" Bound::Money;
    /// `κ`, what one unit of face value costs.
    CostPerFace "cost_per_face" Bound::Share;
    /// Factor on all rates of a table of steps; 1 is the table itself.
    StepScale "step_scale" Bound::Number;
    /// The least margin that has to be left after a discount.
    MarginFloor "margin_floor" Bound::Share;
    /// Months between two reviews of a client's status.
    ReviewMonths "review_months" Bound::Months;
    /// `n`, how near (as a share of revenue) the next tier has to be.
    NudgeWindow "nudge_window" Bound::Share;
    /// `π` of a nudge.
    NudgeProbability "nudge_probability" Bound::Share;
    /// `φ`, a year.
    MembershipFee "membership_fee" Bound::Money;
    /// `δ` of a paid membership.
    MemberDiscount "member_discount" Bound::Share;
    /// `w`, an order.
    DeliveryValue "delivery_value" Bound::Money;
    /// `θ`, by how much the benefit has to exceed the fee before a client joins.
    Hurdle "hurdle" Bound::Number;
    /// `r_g`
    GrowthRebate "growth_rebate" Bound::Share;
    /// `g*`
    GrowthThreshold "growth_threshold" Bound::Number;
    /// Months of a rebate period.
    PeriodMonths "period_months" Bound::Months;
    /// `P`, the share of clients who meet the terms.
    Attainment "attainment" Bound::Share;
    /// `c_p`, to the operator.
    PricePerPoint "price_per_point" Bound::Money;
    /// `J`, a year.
    JointCost "joint_cost" Bound::Money;
    /// `N_x`, partners' clients who look at us, a year.
    PartnerInflow "partner_inflow" Bound::Number;
    /// `x` of the coalition.
    PartnerConversion "partner_conversion" Bound::Share;
    /// `GM_new`, a new client's gross margin a year.
    NewClientMargin "new_client_margin" Bound::Money;
    /// The share of our points that is redeemed with us.
    RedeemedHere "redeemed_here" Bound::Share;
    /// `c_r`, from the operator.
    IncomePerPoint "income_per_point" Bound::Money;
    /// `W` of a challenge.
    Prize "prize" Bound::Money;
    /// `π` of a challenge.
    Completion "completion" Bound::Share;
    /// `θ` of a challenge.
    IncrementalShare "incremental_share" Bound::Share;
    /// `ΔA`, sales per challenge completed.
    ExtraSales "extra_sales" Bound::Money;
    /// Challenges a year.
    ChallengesPerYear "challenges_per_year" Bound::Number;
    /// `D`
    ExtraDays "extra_days" Bound::Count;
    /// `k`, a year.
    CostOfMoney "cost_of_money" Bound::Share;
    /// Share of the revenue paid later that is never paid.
    BadDebt "bad_debt" Bound::Share;
    /// `δ` given to a cause.
    Donation "donation" Bound::Share;
    /// Factor on the use of all benefits; 1 is the list itself.
    BenefitUse "benefit_use" Bound::Number;
    /// `n` of referrals, a member and year.
    ReferralsPerMember "referrals_per_member" Bound::Number;
    /// `x` of referrals.
    ReferralConversion "referral_conversion" Bound::Share;
    /// `W_1`
    ReferrerReward "referrer_reward" Bound::Money;
    /// `W_2`
    WelcomeReward "welcome_reward" Bound::Money;
    /// `c_new`, a year.
    NewClientChurn "new_client_churn" Bound::Share;
}

/// Gives a struct of numbers its parameters by name.
macro_rules! named_parameters {
    ($owner:ty { $($parameter:ident => $($field:ident).+),* $(,)? }) => {
        impl $owner {
            /// The value of a parameter; nothing where it is none of these.
            pub fn value(&self, parameter: $crate::loyalty::Parameter) -> Option<f64> {
                match parameter {
                    $($crate::loyalty::Parameter::$parameter => Some(self.$($field).+),)*
                    _ => None,
                }
            }

            /// Sets a parameter without looking at its bounds; whether there is such a one.
            pub(in $crate::loyalty) fn put(&mut self, parameter: $crate::loyalty::Parameter, value: f64) -> bool {
                match parameter {
                    $($crate::loyalty::Parameter::$parameter => self.$($field).+ = value,)*
                    _ => return false,
                }
                true
            }

            /// The parameters, in the order they are shown.
            pub fn parameters(&self) -> &'static [$crate::loyalty::Parameter] {
                &[$($crate::loyalty::Parameter::$parameter),*]
            }
        }
    };
}
pub(super) use named_parameters;

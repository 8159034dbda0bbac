//! What a number is: its symbol in formulas and its unit.

use crate::kpi::Kpi;
use crate::target::Measure;

/// How a number is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// The workbook's currency, whole units.
    Money,
    Count,
    /// A share: 0.25 is shown as 25 %.
    Share,
    Hours,
    Days,
    Months,
    /// How many times, as in 3×.
    Times,
}

macro_rules! quantities {
    ($($(#[$doc:meta])* $name:ident $symbol:literal $unit:ident;)*) => {
        /// What a number is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Quantity {
            $($(#[$doc])* $name,)*
            /// A recorded fact.
            Fact(Measure),
            /// One of the key figures.
            Kpi(Kpi),
        }

        impl Quantity {
            /// Every quantity.
            pub fn all() -> Vec<Self> {
                let own = [$(Self::$name,)*];
                let facts = Measure::ALL.iter().copied().map(Self::Fact);
                own.into_iter().chain(facts).chain(Kpi::ALL.iter().copied().map(Self::Kpi)).collect()
            }

            /// Its symbol in formulas.
            pub fn symbol(self) -> &'static str {
                match self {
                    $(Self::$name => $symbol,)*
                    Self::Fact(measure) => measure.key(),
                    Self::Kpi(kpi) => kpi.key(),
                }
            }

            pub fn unit(self) -> Unit {
                match self {
                    $(Self::$name => Unit::$unit,)*
                    Self::Fact(measure) => measure.unit(),
                    Self::Kpi(kpi) => kpi.unit(),
                }
            }
        }
    };
}

quantities! {
    // What today's clients bring.
    YearRevenue "R" Money;
    Growth "g" Share;
    Churn "c" Share;
    /// 1 for the first month after today.
    MonthNumber "k" Months;
    OverdueFactor "overdue" Times;
    Baseline "B" Money;
    Backlog "backlog" Money;
    Existing "Existing" Money;
    ExistingMargin "ExistingGM" Money;
    // The reverse plan.
    Goal "Goal" Money;
    Required "Rev" Money;
    Missing "New" Money;
    MissingMargin "NewGM" Money;
    Weight "w" Share;
    Margin "m" Share;
    WeightedMargin "wm" Share;
    MeanMargin "mean_m" Share;
    FixedCosts "Fixed" Money;
    SalesCosts "C_sales" Money;
    MarketingCosts "C_mkt" Money;
    Profit "Profit" Money;
    GrossMargin "GM" Money;
    BreakEven "break_even" Money;
    SegmentRevenue "NewRev" Money;
    NewOfMonth "new_of_month" Money;
    Seasonality "σ" Times;
    SeasonalitySum "σ_all" Times;
    MonthShare "share" Share;
    /// Months from winning to the end, the month of winning included.
    MonthsLeft "left" Months;
    ShareLeft "share_left" Share;
    YearShare "τ" Share;
    AverageSale "A" Money;
    SalesPerYear "n" Count;
    Deals "Deals" Count;
    DealsWon "won" Count;
    WinRate "CR_win" Share;
    Proposals "Proposals" Count;
    MeetingToProposal "CR_prop" Share;
    Meetings "Meetings" Count;
    TalkToMeeting "CR_meet" Share;
    Talks "Talks" Count;
    DialToTalk "CR_talk" Share;
    Inbound "inbound" Share;
    Dials "Dials" Count;
    Bids "Bids" Count;
    LeadToDeal "CR_lead" Share;
    Leads "Leads" Count;
    CostPerLead "CPL" Money;
    /// What the leads of a segment cost.
    Budget "budget" Money;
    CycleDays "cycle" Days;
    Lag "lag" Months;
    Total "total" Money;
    RowTotal "row" Money;
    ColumnTotal "column" Money;
    Target "target" Money;
    Recorded "fact" Money;
    Attained "attained" Share;
    Forecast "forecast" Money;
    // Hours.
    HoursPerDial "h_dial" Hours;
    HoursPerTalk "h_talk" Hours;
    MeetingsPerClient "per_client" Count;
    HoursPerMeeting "h_meet" Hours;
    HoursPerProposal "h_prop" Hours;
    HoursPerDeal "h_deal" Hours;
    HoursPerBid "h_bid" Hours;
    Visits "visits" Count;
    HoursPerVisit "h_visit" Hours;
    RequiredHours "required" Hours;
    AvailableHours "available" Hours;
    Load "load" Share;
    // Staffing.
    Clients "N" Count;
    VisitsPerClient "V" Count;
    HoursEach "H" Hours;
    WorkHours "hours" Hours;
    HoursOfPerson "TA" Hours;
    Headcount "NS" Count;
    // The profitability formula and unit economics.
    ForwardLeads "L" Count;
    ForwardConversion "CR" Share;
    ForwardClients "won_clients" Count;
    ForwardRevenue "turnover" Money;
    ActiveClients "clients" Count;
    Arpa "ARPA" Money;
    GrossMarginShare "GM_share" Share;
    MonthlyChurn "h" Share;
    MonthlyMargin "M" Money;
    Lifetime "lifetime" Months;
    DiscountRate "d" Share;
    LtvFactor "x" Share;
    Horizon "T" Months;
    Ltv "LTV" Money;
    LtvDiscounted "LTV_d" Money;
    LtvLimited "LTV_T" Money;
    MarketingSpend "marketing" Money;
    SalesSpend "sales" Money;
    NewClients "new" Count;
    Cac "CAC" Money;
    LtvToCac "ratio_" Times;
    TargetRatio "ratio" Times;
    Payback "payback" Months;
    PaybackWithChurn "payback_churn" Months;
    BreakEvenClients "break_even_clients" Count;
    MaximumCpl "max_CPL" Money;
    FirstMargin "CM1" Money;
    SecondMargin "CM2" Money;
    ThirdMargin "CM3" Money;
    GrossRetention "GRR" Share;
    NetRetention "NRR" Share;
    GrowthFactor "times" Times;
    GrowthRate "rate" Share;
    // Key figures.
    Managers "managers" Count;
    Months "months" Months;
    Days "days" Days;
    Plan "plan" Money;
    RevenueBefore "before" Money;
    WinRateOfFacts "win_rate" Share;
    DealOfFacts "deal" Money;
    Retention "retention" Share;
}

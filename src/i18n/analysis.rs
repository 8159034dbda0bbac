//! What the analyses find, in words.

use super::{Language, Locale, t_string, td_string};
use crate::analysis::{FoundWords, Gap, OrderState, RfmCell, RfmScoring, RuleProblem};

/// The name of a group of clients in the RFM grid.
pub fn rfm_cell(locale: Locale, cell: RfmCell) -> &'static str {
    match cell {
        RfmCell::Champion => td_string!(locale, analysis.rfm.champion),
        RfmCell::Loyal => td_string!(locale, analysis.rfm.loyal),
        RfmCell::Potential => td_string!(locale, analysis.rfm.potential),
        RfmCell::New => td_string!(locale, analysis.rfm.new),
        RfmCell::Promising => td_string!(locale, analysis.rfm.promising),
        RfmCell::NeedsAttention => td_string!(locale, analysis.rfm.needs_attention),
        RfmCell::AboutToSleep => td_string!(locale, analysis.rfm.about_to_sleep),
        RfmCell::AtRisk => td_string!(locale, analysis.rfm.at_risk),
        RfmCell::CannotLose => td_string!(locale, analysis.rfm.cannot_lose),
        RfmCell::Hibernating => td_string!(locale, analysis.rfm.hibernating),
        RfmCell::Lost => td_string!(locale, analysis.rfm.lost),
    }
}

/// How late a client's next order is.
pub fn order_state(locale: Locale, state: OrderState) -> &'static str {
    match state {
        OrderState::Active => td_string!(locale, analysis.state.active),
        OrderState::Watch => td_string!(locale, analysis.state.watch),
        OrderState::Risk => td_string!(locale, analysis.state.risk),
        OrderState::Lost => td_string!(locale, analysis.state.lost),
    }
}

/// The words that stand in the found columns.
pub fn found_words(locale: Locale) -> FoundWords {
    FoundWords {
        rfm: RfmCell::ALL.map(|cell| rfm_cell(locale, cell).to_owned()),
        states: OrderState::ALL.map(|state| order_state(locale, state).to_owned()),
    }
}

/// What is missing for a figure.
pub fn gap(i18n: Language, gap: Gap) -> &'static str {
    match gap {
        Gap::NoRevenue => t_string!(i18n, analysis.gap.no_revenue),
        Gap::NoMargin => t_string!(i18n, analysis.gap.no_margin),
        Gap::NoOrders => t_string!(i18n, analysis.gap.no_orders),
        Gap::NoLastOrder => t_string!(i18n, analysis.gap.no_last_order),
        Gap::NoHistory => t_string!(i18n, analysis.gap.no_history),
        Gap::TooFewPeriods => t_string!(i18n, analysis.gap.too_few_periods),
        Gap::NothingBought => t_string!(i18n, analysis.gap.nothing_bought),
        Gap::MoreReturned => t_string!(i18n, analysis.gap.more_returned),
    }
}

/// What would close the gap.
pub fn raise(i18n: Language, gap: Gap) -> &'static str {
    match gap {
        Gap::NoRevenue => t_string!(i18n, analysis.raise.revenue),
        Gap::NoMargin => t_string!(i18n, analysis.raise.margin),
        Gap::NoOrders => t_string!(i18n, analysis.raise.orders),
        Gap::NoLastOrder => t_string!(i18n, analysis.raise.last_order),
        Gap::NoHistory => t_string!(i18n, analysis.raise.history),
        Gap::TooFewPeriods => t_string!(i18n, analysis.raise.longer),
        Gap::NothingBought | Gap::MoreReturned => t_string!(i18n, analysis.raise.time),
    }
}

/// What is wrong with a setting.
pub fn problem(i18n: Language, problem: RuleProblem) -> &'static str {
    match problem {
        RuleProblem::Window => t_string!(i18n, analysis.problem.window),
        RuleProblem::AbcLimits => t_string!(i18n, analysis.problem.abc_limits),
        RuleProblem::XyzLimits => t_string!(i18n, analysis.problem.xyz_limits),
        RuleProblem::XyzPeriods => t_string!(i18n, analysis.problem.xyz_periods),
        RuleProblem::XyzPeriodMonths => t_string!(i18n, analysis.problem.xyz_period_months),
        RuleProblem::RfmCuts => t_string!(i18n, analysis.problem.rfm_cuts),
        RuleProblem::OverdueLimits => t_string!(i18n, analysis.problem.overdue_limits),
        RuleProblem::ChurnOfSegment => t_string!(i18n, analysis.problem.churn_of_segment),
        RuleProblem::ChurnBounds => t_string!(i18n, analysis.problem.churn_bounds),
    }
}

/// How RFM gives its scores, after "by".
pub fn scoring(i18n: Language, scoring: RfmScoring) -> &'static str {
    match scoring {
        RfmScoring::Automatic => t_string!(i18n, analysis.settings.automatic),
        RfmScoring::Quintiles => t_string!(i18n, analysis.settings.quintiles),
        RfmScoring::Terciles => t_string!(i18n, analysis.settings.terciles),
        RfmScoring::Cuts => t_string!(i18n, analysis.settings.cuts),
    }
}

//! The formulas, as they are shown and as they are calculated.

/// A piece of a formula.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Token {
    /// A number and how it is written.
    Number(f64, &'static str),
    /// An input's symbol, or one of `max`, `min`, `ln`, `round`.
    Symbol(&'static str),
    /// An operator, a bracket or a comma.
    Mark(char),
}

macro_rules! formulas {
    ($($name:ident $notation:literal $section:literal;)*) => {
        /// A formula of DOMAIN. The notation holds for every language: the symbols are those of
        /// [`Quantity::symbol`](super::Quantity::symbol), and their names are translated.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Formula { $($name,)* }

        impl Formula {
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The right side of the formula.
            pub fn notation(self) -> &'static str {
                match self { $(Self::$name => $notation,)* }
            }

            /// The section of DOMAIN that gives it.
            pub fn section(self) -> &'static str {
                match self { $(Self::$name => $section,)* }
            }
        }
    };
}

formulas! {
    Sum "Σ" "7";
    // What today's clients bring.
    Baseline "R ÷ 12 × (1 + g) ^ ((k − 1) ÷ 12) × (1 − c) ^ ((k − 1) ÷ 12)" "2.1";
    OverdueChurn "min(0.95, max(0.01, c × overdue))" "5.3";
    // The reverse plan.
    Missing "max(0, Goal − Existing)" "4.2";
    MarginMissing "max(0, Goal + Fixed + C_sales + C_mkt − ExistingGM)" "4.2";
    Required "Existing + New" "4.2";
    RequiredPart "max(0, Existing × (Goal + Fixed + C_sales) ÷ ExistingGM)" "4.2";
    WeightedMargin "w × m" "4.2";
    SegmentRevenue "w × New" "4.2";
    SegmentRevenueByMargin "w × NewGM ÷ mean_m" "4.2";
    MonthShare "σ ÷ σ_all" "4.2";
    ShareLeft "share × left ÷ 12" "4.2";
    Deals "NewRev ÷ (A × n × τ)" "4.2";
    Proposals "Deals ÷ CR_win" "4.2";
    Meetings "Proposals ÷ CR_prop" "4.2";
    Talks "Meetings ÷ CR_meet" "4.2";
    Dials "Talks ÷ CR_talk × (1 − inbound)" "4.2";
    Bids "Deals ÷ CR_win" "4.2";
    Leads "Deals ÷ CR_lead" "4.2";
    Budget "Leads × CPL" "4.2";
    Lag "round(cycle ÷ 30)" "4.2";
    MonthOf "total × share" "4.2";
    NewRevenueOfMonth "won × A × n ÷ 12" "4.2";
    HunterHours "Dials × h_dial + Talks × h_talk + Meetings × per_client × h_meet + Proposals × h_prop" "4.2";
    DocumentHours "Deals × h_deal + Bids × h_bid + visits × h_visit" "4.2";
    Load "required ÷ available" "4.2";
    BreakEven "(Fixed + C_sales + C_mkt) ÷ mean_m" "4.2";
    Profit "GM − Fixed − C_sales − C_mkt" "4.1";
    CellTarget "row × column ÷ total" "4.2";
    Attainment "fact ÷ target" "3";
    AttainmentDown "target ÷ fact" "3";
    RunRate "fact × σ_all ÷ σ" "3";
    // Staffing.
    Workload "hours ÷ TA" "1.30";
    WorkloadHours "N × V × H" "1.30";
    // The profitability formula.
    ForwardClients "L × CR" "4.1";
    ForwardRevenue "L × CR × A × n" "4.1";
    ForwardMargin "L × CR × A × n × m" "4.1";
    // Unit economics.
    Arpa "revenue ÷ clients ÷ months" "4.3";
    MonthlyChurn "lost_clients ÷ clients_at_start ÷ months" "4.3";
    MonthlyMargin "ARPA × GM_share" "4.3";
    MonthlySecondMargin "CM2 ÷ clients ÷ months" "4.3";
    GrossMarginShare "(revenue − cost_of_goods) ÷ revenue" "4.3";
    Lifetime "1 ÷ h" "4.3";
    Ltv "M ÷ h" "4.3";
    LtvCapped "M × lifetime" "4.3";
    LtvDiscounted "M × (1 + d) ÷ (d + h)" "4.3";
    LtvFactor "(1 − h) ÷ (1 + d)" "4.3";
    LtvLimited "M × (1 − x ^ T) ÷ (1 − x)" "4.3";
    LtvLimitedEven "M × T" "4.3";
    Cac "(marketing + sales) ÷ new" "4.3";
    LtvToCac "LTV ÷ CAC" "4.3";
    Payback "CAC ÷ M" "4.3";
    PaybackWithChurn "ln(1 − CAC × h ÷ M) ÷ ln(1 − h)" "4.3";
    BreakEvenClients "Fixed ÷ M" "4.3";
    MaximumCpl "LTV ÷ ratio × CR_lead" "4.3";
    FirstMargin "revenue − cost_of_goods" "4.3";
    SecondMargin "CM1 − delivery_cost" "4.3";
    ThirdMargin "CM2 − service_cost" "4.3";
    GrossRetention "(start_revenue − lost_revenue − contraction) ÷ start_revenue" "4.3";
    NetRetention "(start_revenue + expansion − contraction − lost_revenue) ÷ start_revenue" "4.3";
    GrowthRate "times ^ (1 ÷ months) − 1" "1.36";
    // The seventeen, by their number, and the spare ones.
    KpiLeads "leads" "3";
    KpiCostPerLead "marketing_cost ÷ leads" "3";
    KpiLeadToOpportunity "opportunities ÷ leads" "3";
    KpiCac "(marketing_cost + sales_pay + tool_cost) ÷ new_clients" "3";
    KpiRomi "(attributed_margin − marketing_cost) ÷ marketing_cost" "3";
    KpiResponse "response_hours" "3";
    KpiMeetings "meetings ÷ managers ÷ months" "3";
    KpiWinRate "won ÷ (won + lost)" "3";
    KpiCycle "cycle_days ÷ won" "3";
    KpiAverageDeal "won_value ÷ won" "3";
    KpiAttainment "revenue ÷ plan" "3";
    KpiCoverage "pipeline ÷ (plan − revenue)" "3";
    KpiGrowth "(revenue − before) ÷ before" "3";
    KpiMargin "(revenue − cost_of_goods) ÷ revenue" "3";
    KpiDso "receivables ÷ revenue × days" "3";
    KpiRetention "clients_kept ÷ clients_at_start" "3";
    KpiLtvToCac "LTV ÷ CAC" "3";
    KpiNps "(promoters − detractors) ÷ responses" "3";
    KpiRepeat "repeat_revenue ÷ revenue" "3";
    KpiPayback "CAC ÷ M" "3";
    KpiWallet "revenue ÷ wallet" "3";
    KpiArpa "revenue ÷ active_clients ÷ months" "3";
    KpiVelocity "opportunities × win_rate × deal ÷ cycle" "3";
    KpiMonthlyMargin "(revenue − cost_of_goods) ÷ active_clients ÷ months" "4.3";
    KpiMonthlyChurn "1 − retention ^ (1 ÷ 12)" "4.3";
}

impl Formula {
    /// The formula in its pieces.
    pub fn tokens(self) -> Vec<Token> {
        let mut rest = self.notation();
        let mut tokens = Vec::new();
        while let Some(first) = rest.chars().next() {
            let is_word = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '.';
            let length = if is_word(first) {
                rest.find(|letter| !is_word(letter)).unwrap_or(rest.len())
            } else {
                first.len_utf8()
            };
            let (piece, tail) = rest.split_at(length);
            rest = tail;
            match piece.parse::<f64>() {
                Ok(number) if first.is_ascii_digit() => tokens.push(Token::Number(number, piece)),
                _ if is_word(first) => tokens.push(Token::Symbol(piece)),
                _ if first == ' ' => {}
                _ => tokens.push(Token::Mark(first)),
            }
        }
        tokens
    }
}

#[cfg(test)]
mod tests {
    use super::super::evaluate::evaluate;
    use super::*;
    use crate::trace::{Quantity, Trace};

    /// A symbol that no quantity has could never get a value.
    #[test]
    fn every_symbol_in_every_formula_is_some_quantitys() {
        let symbols: Vec<&str> = Quantity::all().into_iter().map(Quantity::symbol).collect();
        for formula in Formula::ALL.iter().filter(|formula| **formula != Formula::Sum) {
            for token in formula.tokens() {
                if let Token::Symbol(symbol) = token
                    && !["max", "min", "ln", "round"].contains(&symbol)
                {
                    assert!(symbols.contains(&symbol), "{symbol} in {}", formula.notation());
                }
            }
        }
    }

    /// With 2 for everything, each formula can be read to its end.
    #[test]
    fn every_formula_can_be_calculated() {
        for formula in Formula::ALL.iter().filter(|formula| !matches!(formula, Formula::Sum)) {
            let inputs: Vec<Trace> = Quantity::all().into_iter().map(|any| Trace::counted(any, 0.4)).collect();
            let is_without = [Formula::KpiCoverage].contains(formula);
            assert_eq!(evaluate(*formula, &inputs).is_none(), is_without, "{}", formula.notation());
        }
    }
}

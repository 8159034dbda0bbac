//! Golden numbers of DOMAIN 4.1, 4.3 and 1.36, and what happens without data.

use super::{Channel, Factor, GrowthCheck, Profitability, UnitEconomics, UnitInputs, UnitSettings, required_growth};
use crate::target::{Fact, Facts, Measure, Scope};
use crate::trace::Trace;
use crate::workbook::Month;

const MONTH: Month = Month(2027 * 12);

#[track_caller]
fn near(trace: &Trace, expected: f64) {
    let value = trace.value.expect("a value");
    assert!((value - expected).abs() <= 1e-9 * expected.abs().max(1.0), "{value} is not {expected}");
}

fn facts(values: &[(Measure, f64)]) -> Facts {
    let fact = |(measure, value): &(Measure, f64)| Fact {
        month: MONTH,
        manager: None,
        segment: None,
        measure: *measure,
        value: *value,
    };
    Facts::new(values.iter().map(fact))
}

fn units(values: &[(Measure, f64)], settings: UnitSettings) -> UnitEconomics {
    UnitEconomics::new(&UnitInputs::of_facts(&facts(values), &Scope::months(MONTH, MONTH), settings))
}

/// A hundred clients bring 100,000 at 40 %, two of them leave, ten new ones cost 48,000.
const SHOP: [(Measure, f64); 14] = [
    (Measure::Revenue, 100_000.0),
    (Measure::CostOfGoods, 60_000.0),
    (Measure::ActiveClients, 100.0),
    (Measure::ClientsAtStart, 100.0),
    (Measure::LostClients, 2.0),
    (Measure::DeliveryCost, 10_000.0),
    (Measure::ServiceCost, 5_000.0),
    (Measure::MarketingCost, 20_000.0),
    (Measure::SalesPay, 25_000.0),
    (Measure::ToolCost, 3_000.0),
    (Measure::NewClients, 10.0),
    (Measure::StartRevenue, 100_000.0),
    (Measure::LostRevenue, 3_000.0),
    (Measure::Contraction, 2_000.0),
];

#[test]
fn unit_economics_follow_their_formulas() {
    let settings = UnitSettings { lead_to_deal: Some(0.1), fixed_costs: Some(20_000.0), ..UnitSettings::default() };
    let shop: Vec<_> = SHOP.into_iter().chain([(Measure::Expansion, 8_000.0)]).collect();
    let units = units(&shop, settings);
    near(&units.arpa, 1_000.0);
    near(&units.churn, 0.02);
    near(&units.lifetime, 50.0);
    near(&units.monthly_margin, 400.0);
    near(&units.ltv, 20_000.0);
    let d = 1.15_f64.powf(1.0 / 12.0) - 1.0;
    near(&units.ltv_discounted, 400.0 * (1.0 + d) / (d + 0.02));
    // The limited value is the sum of its months.
    let months = (0..36).map(|month| 400.0 * (0.98 / (1.0 + d)).powi(month));
    near(&units.ltv_limited, months.sum());
    near(&units.cac, 4_800.0);
    near(&units.ltv_to_cac, 20_000.0 / 4_800.0);
    near(&units.payback, 12.0);
    near(&units.payback_with_churn, (1.0 - 4_800.0 * 0.02 / 400.0_f64).ln() / 0.98_f64.ln());
    near(&units.first_margin, 40_000.0);
    near(&units.second_margin, 30_000.0);
    near(&units.third_margin, 25_000.0);
    near(&units.gross_retention, 0.95);
    near(&units.net_retention, 1.03);
    near(&units.break_even_clients, 50.0);
    near(&units.maximum_cpl, 20_000.0 / 3.0 * 0.1);
    assert!(!units.never_pays_back && !units.is_lifetime_capped);
}

#[test]
fn the_second_margin_can_stand_for_the_first() {
    let units = units(&SHOP, UnitSettings { by_second_margin: true, ..UnitSettings::default() });
    near(&units.monthly_margin, 300.0);
}

#[test]
fn without_churn_ten_years_are_counted_and_shown() {
    let mut shop = SHOP;
    shop[4] = (Measure::LostClients, 0.0);
    let units = units(&shop, UnitSettings { discount_per_year: 0.0, ..UnitSettings::default() });
    assert!(units.is_lifetime_capped);
    near(&units.ltv, 400.0 * 120.0);
    near(&units.ltv_limited, 400.0 * 36.0);
    near(&units.payback_with_churn, 12.0);
    assert_eq!(units.ltv_discounted.value, None);
}

#[test]
fn clients_who_leave_too_soon_never_pay_back() {
    let mut shop = SHOP;
    shop[4] = (Measure::LostClients, 10.0);
    let units = units(&shop, UnitSettings::default());
    assert!(units.never_pays_back);
    assert_eq!(units.payback_with_churn.value, None);
    near(&units.payback, 12.0);
}

#[test]
fn no_input_gives_no_number() {
    let units = units(&[(Measure::Revenue, 5.0)], UnitSettings::default());
    for trace in [&units.arpa, &units.churn, &units.ltv, &units.cac, &units.payback, &units.gross_retention] {
        assert_eq!(trace.value, None);
    }
}

fn channel() -> Channel {
    Channel {
        name: "Fair".to_owned(),
        leads: Some(1_000.0),
        conversion: Some(0.1),
        average_sale: Some(500.0),
        sales: Some(4.0),
        margin: Some(0.3),
        marketing_costs: 20_000.0,
        sales_costs: 10_000.0,
        ..Channel::default()
    }
}

#[test]
fn profit_is_the_five_factors_less_costs() {
    let all = Profitability { channels: vec![channel(), channel()], fixed_costs: 15_000.0 };
    near(&channel().clients(), 100.0);
    near(&channel().revenue(), 200_000.0);
    near(&channel().contribution(), 30_000.0);
    near(&all.profit(), 45_000.0);
    let without = Profitability { channels: vec![channel(), Channel::default()], fixed_costs: 0.0 };
    near(&without.profit(), 30_000.0);
    assert_eq!(Profitability::default().profit().value, None);
}

#[test]
fn a_tenth_more_of_each_factor_is_a_tenth_more_margin_and_of_all_five_1_61() {
    let effects = channel().effects(0.1).expect("data");
    assert_eq!(effects.iter().map(|effect| effect.factor).collect::<Vec<_>>(), Factor::ALL);
    assert!(effects.iter().all(|effect| (effect.margin - 6_000.0).abs() < 1e-6));
    assert!((channel().all_effects(0.1).expect("data") - 1.1_f64.powi(5)).abs() < 1e-12);
    assert_eq!(Channel::default().effects(0.1), None);
}

#[test]
fn ten_times_in_a_year_takes_21_15_percent_a_month() {
    let rate = required_growth(10.0, 12.0).value.expect("a rate");
    assert!((rate - 0.2115).abs() < 0.00005);
    assert_eq!(required_growth(10.0, 0.0).value, None);
    // After two months at 10 % the other ten have to make up for it.
    let check = GrowthCheck::new(10.0, 12, &[100.0, 110.0, 121.0]);
    assert!((check.reached.expect("a rate") - 0.1).abs() < 1e-12);
    assert!((check.remaining.expect("a rate") - ((10.0_f64 / 1.21).powf(0.1) - 1.0)).abs() < 1e-12);
    assert_eq!(GrowthCheck::new(10.0, 12, &[]).reached, None);
}

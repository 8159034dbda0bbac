//! DOMAIN's numbers.

use super::fixture::{base, common, golden_client, golden_program, horizon, points, portfolio, to_the_cent};
use crate::loyalty::kinds::{Discount, prompt_payment_cost};
use crate::loyalty::*;

#[test]
fn golden_test_of_twelve_months() {
    let result = base(&[golden_client()], &golden_program(), 12);
    let total = result.total;
    to_the_cent(total.baseline, 904_643.18);
    to_the_cent(total.revenue, 960_821.88);
    to_the_cent(total.difference, 56_178.70);
    to_the_cent(total.retention, 9_902.68);
    to_the_cent(total.uplift, 46_276.02);
    to_the_cent(total.margin, 16_853.61);
    to_the_cent(total.reward, 13_451.51);
    to_the_cent(total.cost, 14_951.51);
    to_the_cent(total.net, 1_902.10);
    to_the_cent(total.npv, 1_902.10);
    to_the_cent(total.roi.expect("a cost") * 100.0, 12.72);
    assert_eq!(total.payback, Some(7));
}

#[test]
fn golden_test_of_thirty_six_months() {
    let total = base(&[golden_client()], &golden_program(), 36).total;
    // DOMAIN prints 187,423.07; its own formula gives two cents more, and the same cost, net and ROI.
    to_the_cent(total.difference, 187_423.09);
    to_the_cent(total.cost, 37_026.53);
    to_the_cent(total.net, 19_200.39);
    to_the_cent(total.roi.expect("a cost") * 100.0, 51.86);
}

#[test]
fn dead_weight_is_the_reward_on_what_comes_anyway() {
    let total = base(&[golden_client()], &golden_program(), 12).total;
    to_the_cent(total.dead_weight, 904_643.18 * 0.014);
}

#[test]
fn static_break_evens() {
    let uplift = static_uplift(0.02 * 0.7, 0.0, 0.30).expect("a margin");
    assert!((uplift - 0.04895).abs() < 5e-6, "{uplift}");
    let discount = static_uplift(0.05, 0.0, 0.30).expect("a margin");
    assert!((discount - 0.20).abs() < 1e-12, "{discount}");
    assert_eq!(static_uplift(0.05, 0.0, 0.05), None);
    let prompt = prompt_payment_cost(0.02, 10.0, 30.0).expect("days");
    assert!((prompt - 0.372).abs() < 5e-4, "{prompt}");
    assert_eq!(prompt_payment_cost(0.02, 30.0, 30.0), None);
}

#[test]
fn engine_breaks_even_where_the_static_formula_says() {
    let client = Client { churn: 0.0, ..golden_client() };
    let search = |kind: Kind, scenario| {
        let program = Program::of(common(0.0, 0.0, 0.0), vec![kind]);
        break_even(&portfolio(&[client]), &program, Lever::Uplift, scenario, horizon(24)).expect("a search")
    };
    let BreakEven::At(uplift) = search(points(0.02, 0.7), Scenario::Base) else { panic!("no break-even") };
    assert!((uplift - 0.014 / 0.286).abs() < 1e-9, "{uplift}");
    let steps = Steps::new(vec![Step { from: 0.0, rate: 0.05 }]).expect("steps");
    let discount = Kind::Discount(Discount { steps, scale: 1.0, margin_floor: 0.0 });
    let BreakEven::At(uplift) = search(discount, Scenario::High) else { panic!("no break-even") };
    assert!((uplift - 0.20).abs() < 1e-9, "{uplift}");
    assert_eq!(search(points(0.40, 1.0), Scenario::Base), BreakEven::None);
    assert_eq!(search(points(0.0, 1.0), Scenario::Base), BreakEven::Always);
}

#[test]
fn ifrs_examples() {
    to_the_cent(contract_liability(2_000.0, 2_000.0, 200.0 * 0.85).expect("prices"), 156.68);
    let kpmg = contract_liability(9_000.0, 5_200.0, 4_500.0).expect("prices");
    assert!((kpmg - 4_175.0).abs() < 0.5, "{kpmg}");
    assert_eq!(contract_liability(9_000.0, 0.0, 0.0), None);
    to_the_cent(release(156.68, 85.0, 170.0).expect("expected"), 78.34);
    assert_eq!(release(156.68, 85.0, 0.0), None);
}

#[test]
fn deferred_revenue_comes_back_as_points_are_redeemed() {
    let result = base(&[golden_client()], &golden_program(), 36);
    let view = &result.ifrs15;
    to_the_cent(
        view.deferred[0],
        contract_liability(view.transaction_price[0], view.transaction_price[0], view.rights[0]).expect("prices"),
    );
    let sum = |column: &[f64]| column.iter().sum::<f64>();
    // Every unit of price is recognised or still owed.
    to_the_cent(sum(&view.recognised) + view.contract_liability[35], sum(&view.transaction_price));
    to_the_cent(sum(&view.released) + view.contract_liability[35], sum(&view.deferred));
}

#[test]
fn liability_grows_shrinks_and_lapses() {
    let liability = base(&[golden_client()], &golden_program(), 36).liability;
    let issued = liability.issued[0];
    to_the_cent(liability.expected[0], issued * 0.7);
    to_the_cent(liability.face[0], issued);
    to_the_cent(liability.expected[1], issued * 0.7 * 23.0 / 24.0 + liability.issued[1] * 0.7);
    assert!(liability.lapsed[23] == 0.0);
    to_the_cent(liability.lapsed[24], issued * 0.3);
    let breakage: f64 = liability.issued[..12].iter().sum::<f64>() * 0.3;
    to_the_cent(liability.lapsed[35], breakage);
}

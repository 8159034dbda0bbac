//! What a list can hold besides good numbers.

use super::fixture::{base, common, compare, golden_client, golden_program, horizon, near, nine, points};
use crate::loyalty::kinds::Points;
use crate::loyalty::*;
use crate::segment::Segment;

#[track_caller]
fn check(client: Client, remark: Remark) {
    let result = client_result(&client, &golden_program(), Scenario::Base, horizon(36)).expect("a result");
    assert!(result.remarks.contains(&remark), "{:?}", result.remarks);
    for column in [result.flows.net(), result.flows.revenue] {
        assert!(column.iter().all(|value| value.is_finite()));
    }
}

#[test]
fn unusual_values_have_their_own_sentence() {
    check(Client { churn: 0.0, ..golden_client() }, Remark::NoChurn);
    check(Client { churn: 1.0, ..golden_client() }, Remark::AllLeave);
    check(Client { orders: 0.0, ..golden_client() }, Remark::NoOrders);
    check(Client { revenue: 0.0, ..golden_client() }, Remark::NoRevenue);
    check(Client { revenue: -5.0, ..golden_client() }, Remark::NoRevenue);
    check(Client { margin: 0.0, ..golden_client() }, Remark::NoMargin);
    check(Client { margin: 0.01, ..golden_client() }, Remark::RewardExceedsMargin);
}

#[test]
fn no_churn_leaves_nothing_to_keep() {
    let total = base(&[Client { churn: 0.0, ..golden_client() }], &golden_program(), 36).total;
    assert!(total.retention == 0.0);
    near(total.baseline, 3_000_000.0);
}

#[test]
fn clients_without_revenue_are_in_no_sum() {
    let zero = Client { revenue: 0.0, ..golden_client() };
    let negative = Client { revenue: -1e6, ..golden_client() };
    let alone = base(&[golden_client()], &golden_program(), 36);
    assert_eq!(base(&[zero, golden_client(), negative], &golden_program(), 36), alone);
    let comparison = compare(&[zero, golden_client()], vec![golden_program()], horizon(12));
    let nets = comparison.client_nets(0).expect("a program");
    assert_eq!((nets[0], nets[1].is_some()), (None, true));
    assert_eq!(golden_client().average_order(), Some(1_000_000.0 / 12.0));
    assert_eq!(Client { orders: 0.0, ..golden_client() }.average_order(), None);
}

#[test]
fn an_empty_list_costs_what_the_program_costs() {
    let comparison = compare(&[], nine(0.0), Horizon::default());
    assert!(comparison.results.iter().all(|result| result.base.total.revenue == 0.0));
    let total = base(&[], &golden_program(), 12).total;
    assert_eq!((total.net, total.payback), (-1_500.0, None));
    assert_eq!(Portfolio::new([]).typical_revenue(), None);
}

#[test]
fn nothing_spent_has_no_return() {
    let free = Program::of(common(0.1, 0.0, 0.0), vec![points(0.0, 1.0)]);
    let result = client_result(&golden_client(), &free, Scenario::Base, horizon(12)).expect("a result");
    assert_eq!(result.outcome.roi, None);
    assert!(result.remarks.contains(&Remark::NoCost));
}

fn input(margin: Option<f64>, orders: Option<f64>) -> ClientInput {
    ClientInput { segment: Segment::Small, revenue: Some(1_000.0), margin, orders, churn: None, growth: None }
}

#[test]
fn what_is_missing_comes_from_the_segment_and_is_marked() {
    let inputs = [input(Some(0.2), Some(4.0)), input(Some(0.4), Some(8.0)), input(None, None)];
    let substitutes = Substitutes::medians(&inputs);
    let Resolved::Assumed(client, assumed) = substitutes.resolve(&inputs[2]) else { panic!("not assumed") };
    near(client.margin, 0.3);
    near(client.orders, 6.0);
    near(client.churn, default_churn(Segment::Small));
    assert_eq!(assumed, Assumed { margin: true, orders: true, churn: true, growth: true });
    assert_eq!(substitutes.questions(&inputs), []);
}

#[test]
fn what_nobody_knows_is_asked_for() {
    let inputs = [input(None, Some(4.0)), input(Some(0.3), Some(2.0)), input(None, None)];
    let other = ClientInput { segment: Segment::Large, ..inputs[0] };
    let without = Substitutes::medians(&[other]);
    assert_eq!(without.resolve(&other), Resolved::Missing(Gap::Margin));
    let question = Question { segment: Segment::Large, gap: Gap::Margin, clients: 1 };
    assert_eq!(without.questions(&[other]), [question]);
    // The answer is written into the substitutes.
    let answer = Substitutes { margin: BySegment { large: Some(0.25), ..BySegment::default() }, ..without };
    assert_eq!(answer.resolve(&other).client().map(|client| client.margin), Some(0.25));
    let no_revenue = ClientInput { revenue: None, ..inputs[1] };
    assert_eq!(Substitutes::medians(&inputs).resolve(&no_revenue), Resolved::Missing(Gap::Revenue));
}

#[test]
fn a_first_reward_may_come_too_late() {
    let Kind::Points(points) = points(0.02, 0.7) else { panic!("points") };
    let with = |minimum_reward| {
        let program = Program::of(common(0.1, 0.0, 0.0), vec![Kind::Points(Points { minimum_reward, ..points })]);
        program.remarks(&Client { revenue: 12_000.0, ..golden_client() })
    };
    assert_eq!(with(100.0), []);
    assert_eq!(with(200.0), [Remark::LateFirstReward { months: 10.0 }]);
    assert_eq!(with(600.0), [Remark::ExpiresBeforeReward { months: 30.0 }]);
}

#[test]
fn a_client_exactly_at_a_threshold_has_reached_it() {
    for kind in [KindId::Discount, KindId::Rebate, KindId::Tiers] {
        for revenue in [100_000.0, 33_333.33, 70_000.1] {
            let mut kind = Kind::default_of(kind, 100.0);
            match &mut kind {
                Kind::Discount(discount) => {
                    discount.steps = Steps::new(vec![Step { from: revenue, rate: 0.02 }]).expect("steps");
                }
                Kind::Rebate(rebate) => {
                    rebate.basis = kinds::RebateBasis::AllUnits;
                    rebate.slabs = Steps::new(vec![Step { from: revenue, rate: 0.02 }]).expect("steps");
                }
                Kind::Tiers(tiers) => tiers.tiers = vec![kinds::Tier { from: revenue, rate: 0.02, service: 0.0 }],
                _ => {}
            }
            let client = Client { revenue, ..golden_client() };
            let total = base(&[client], &Program::of(common(0.0, 0.0, 0.0), vec![kind]), 12).total;
            assert!(total.reward > 0.0, "{revenue}");
        }
    }
}

#[test]
fn impossible_parameters_are_refused() {
    let mut program = golden_program();
    assert_eq!(program.set(Parameter::ChurnCut, 1.5), Err(LoyaltyError::OutOfBounds(Parameter::ChurnCut)));
    assert_eq!(program.set(Parameter::Prize, 1.0), Err(LoyaltyError::NotAParameter(Parameter::Prize)));
    assert_eq!(program, golden_program());
    program.common.ramp_months = f64::NAN;
    assert_eq!(program.check(), Err(LoyaltyError::OutOfBounds(Parameter::RampMonths)));
    assert_eq!(Program::of(common(0.0, 0.0, 0.0), Vec::new()).check(), Err(LoyaltyError::NoComponents));
    assert_eq!(Horizon::new(0, 0.1), Err(LoyaltyError::Months(0)));
    let falling = vec![Step { from: 5.0, rate: 0.1 }, Step { from: 4.0, rate: 0.2 }];
    assert_eq!(Steps::new(falling), Err(LoyaltyError::Thresholds));
}

#[test]
fn every_parameter_is_found_by_its_name_and_has_a_reference() {
    for program in nine(50_000.0) {
        for parameter in program.parameters() {
            let value = program.value(parameter).expect("a value");
            let mut other = program.clone();
            other.set(parameter, value).expect("the value it has");
            assert_eq!(other, program, "{}", parameter.key());
            let reference = program.reference(parameter).expect("a reference");
            let bound = parameter.bound();
            assert!(bound.allows(reference.low) && bound.allows(reference.high), "{}", parameter.key());
            assert!(reference.low <= reference.high, "{}", parameter.key());
        }
        assert_eq!(program.check(), Ok(()));
    }
}

//! Break-even, best mix, sensitivity, test group and what the targets take.

use super::fixture::{
    base, common, compare, golden_client, golden_program, horizon, mixed_clients, near, nine, points, portfolio,
};
use crate::loyalty::*;

#[test]
fn net_is_nothing_at_every_break_even() {
    let clients = portfolio(&mixed_clients());
    for program in nine(100_000.0) {
        for lever in Lever::ALL {
            let answer = break_even(&clients, &program, lever, Scenario::Base, Horizon::default()).expect("a search");
            let BreakEven::At(value) = answer else {
                continue;
            };
            assert!((0.0..=1.0).contains(&value));
            let mut other = program.clone();
            match lever {
                Lever::ChurnCut => other.set_range(Parameter::ChurnCut, Range::fixed(value)).expect("a share"),
                Lever::Uplift => {
                    other.set(Parameter::FrequencyUplift, 0.0).expect("a share");
                    other.set(Parameter::BasketUplift, value).expect("a share");
                }
                Lever::Participation => {
                    other.common.participation = BySegment { small: value, medium: value, large: value, state: value };
                }
            }
            let total = evaluate(&clients, &other, Scenario::Base, Horizon::default()).expect("a result").total;
            // A step of a discount may leap over 0.
            if program.kind() != Some(KindId::Discount) && program.kind() != Some(KindId::Tiers) {
                assert!(total.net.abs() < 1e-6 * total.cost, "{}: {}", program.key(), total.net);
            }
        }
    }
}

#[test]
fn a_budget_takes_the_best_return_first() {
    let mut programs = nine(100_000.0);
    for program in &mut programs {
        (program.common.setup_cost, program.common.fixed_cost) = (10.0, 10.0);
    }
    let comparison = compare(&mixed_clients(), programs, Horizon::default());
    let free = comparison.best_mix(None).expect("a mix");
    assert!(free.gain_over_single() >= -1e-6);
    let budget = free.result.total.cost / 2.0;
    let tight = comparison.best_mix(Some(budget)).expect("a mix");
    assert!(tight.result.total.cost <= budget + 1e-6);
    assert!(tight.result.total.net <= free.result.total.net + 1e-6 && tight.result.total.net > 0.0);
    let nothing = comparison.best_mix(Some(0.0)).expect("a mix");
    assert_eq!((nothing.result.total.net, nothing.assignment.placements()), (0.0, vec![]));
}

#[test]
fn a_program_that_does_not_bring_its_fixed_cost_is_left_out() {
    let expensive = Program::of(Common { fixed_cost: 1e9, ..common(0.5, 0.1, 0.1) }, vec![points(0.01, 0.5)]);
    let modest = Program::of(common(0.1, 0.05, 0.05), vec![points(0.01, 0.5)]);
    let mix = compare(&mixed_clients(), vec![expensive, modest], horizon(36)).best_mix(None).expect("a mix");
    assert_eq!(mix.assignment.counts()[0], 0);
    assert!(mix.assignment.counts()[1] > 0);
}

#[test]
fn a_mix_brings_what_its_clients_bring() {
    let clients = mixed_clients();
    let programs = vec![golden_program(), Program::of(common(0.2, 0.0, 0.0), vec![points(0.01, 1.0)])];
    let mut assignment = Assignment::nothing(portfolio(&clients), programs.clone().into());
    assignment.assign(0, Some(0)).expect("allowed");
    assignment.assign(3, Some(1)).expect("allowed");
    assert_eq!(assignment.assign(99, Some(0)), Err(LoyaltyError::NoSuchClient));
    assert_eq!(assignment.assign(0, Some(7)), Err(LoyaltyError::NoSuchProgram));
    let result = assignment.evaluate(Scenario::Base, horizon(24)).expect("a result");
    let net = |client: usize, program: usize| {
        client_result(&clients[client], &programs[program], Scenario::Base, horizon(24)).expect("a result").outcome.net
    };
    near(result.total.net, net(0, 0) + net(3, 1) - 2_500.0);
    // And the targets take the revenue of all clients, month by month.
    let mut revenue = vec![0.0; 24];
    for (at, client) in clients.iter().enumerate() {
        let program = assignment.program_of(at).map(|program| &programs[program]);
        let months = expected_revenue(client, program, Scenario::Base, horizon(24)).expect("months");
        revenue.iter_mut().zip(months).for_each(|(sum, month)| *sum += month);
    }
    for (sum, month) in revenue.into_iter().zip(&result.flows.revenue) {
        near(sum, *month);
    }
}

#[test]
fn expected_revenue_without_a_program_is_the_baseline() {
    let months = expected_revenue(&golden_client(), None, Scenario::Base, horizon(12)).expect("months");
    super::fixture::to_the_cent(months.iter().sum(), 904_643.18);
    assert_eq!(months.len(), 12);
}

#[test]
fn tornado_has_the_strongest_first_and_both_ends() {
    let clients = portfolio(&mixed_clients());
    let bars = tornado(&clients, &golden_program(), horizon(36)).expect("bars");
    assert!(bars.windows(2).all(|pair| pair[0].swing() >= pair[1].swing()));
    let bar = bars.iter().find(|bar| bar.parameter == Parameter::FixedCost).expect("fixed cost");
    near(bar.net_at_low - bar.net_at_high, 3.0 * 1_000.0);
    let points = bars.iter().find(|bar| bar.parameter == Parameter::PointValue).expect("point value");
    assert!(points.net_at_low > points.net_at_high);
}

#[test]
fn the_break_even_line_of_a_map_is_where_net_is_nothing() {
    let client = Client { churn: 0.0, ..golden_client() };
    let program = Program::of(common(0.0, 0.0, 0.0), vec![points(0.02, 1.0)]);
    let across = Axis { parameter: Parameter::PointValue, from: 0.01, to: 0.05, count: 5 };
    let up = Axis { parameter: Parameter::BasketUplift, from: 0.0, to: 0.3, count: 31 };
    let mut map = SensitivityMap::new(portfolio(&[client]), &program, across, up, horizon(12)).expect("a map");
    while !map.advance(10).expect("cells") {}
    let line = map.break_even_line();
    assert_eq!(line.len(), 5);
    for (rate, uplift) in line {
        near(uplift, static_uplift(rate, 0.0, 0.30).expect("a margin"));
    }
}

#[test]
fn a_test_needs_what_the_two_sample_formula_says() {
    let client = Client { churn: 0.0, ..golden_client() };
    let program = Program::of(common(0.0, 0.0, 0.10), vec![points(0.0, 1.0)]);
    let clients = portfolio(&[client; 100]);
    let plan = |scatter, hold_out| {
        test_plan(&clients, &program, scatter, hold_out, Confidence::Usual, horizon(12)).expect("a plan")
    };
    let effect = 1_000_000.0 / 12.0 * 0.10;
    // Half and half, σ as large as the effect: 4·7.849 in all.
    let even = plan(Scatter::Between { deviation: effect }, 0.5);
    near(even.effect[0], effect);
    assert_eq!((even.needed[0], even.months, even.hold_out_clients(1)), (Some(32), Some(1), Some(16)));
    // A tenth held out takes 2.8 times as many.
    assert_eq!(plan(Scatter::Between { deviation: effect }, 0.1).needed[0], Some(88));
    // Clients compared with their own year before: longer tests take fewer.
    let within = plan(Scatter::Within { deviation: 2.0 * effect }, 0.5);
    assert!(within.needed[11] < within.needed[0]);
    assert_eq!(within.months, Some(2));
    let none = Program::of(common(0.0, 0.0, 0.0), vec![points(0.0, 1.0)]);
    let hopeless = test_plan(&clients, &none, Scatter::Between { deviation: 1.0 }, 0.1, Confidence::Usual, horizon(3))
        .expect("a plan");
    assert_eq!((hopeless.months, hopeless.needed), (None, vec![None; 3]));
}

#[test]
fn scatter_is_that_of_the_client_base() {
    let months: [&[f64]; 2] = [&[1.0, 3.0], &[5.0, 5.0]];
    assert_eq!(Scatter::within(months), Some(Scatter::Within { deviation: 1.0 }));
    assert_eq!(Scatter::within([[1.0].as_slice()]), None);
    let clients = [Client { revenue: 12.0, ..golden_client() }, Client { revenue: 36.0, ..golden_client() }];
    let Some(Scatter::Between { deviation }) = Scatter::between(&portfolio(&clients), &golden_program()) else {
        panic!("no scatter")
    };
    near(deviation, 2.0_f64.sqrt());
}

#[test]
fn low_base_and_high_are_in_order() {
    for result in compare(&mixed_clients(), nine(100_000.0), Horizon::default()).results {
        assert!(result.low.total.difference <= result.base.total.difference);
        assert!(result.base.total.difference <= result.high.total.difference);
    }
    let total = base(&mixed_clients(), &nine(100_000.0)[1], 36).total;
    near(total.net_revenue.expect("a price"), total.revenue - total.reward);
}

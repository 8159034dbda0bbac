//! Parts add up, and what belongs to the portfolio is counted once.

use super::fixture::{
    base, common, compare, golden_client, golden_program, horizon, mixed_clients, near, nine, points, portfolio,
};
use crate::loyalty::*;
use crate::segment::Segment;

#[test]
fn clients_and_segments_add_up_to_the_total() {
    let comparison = compare(&mixed_clients(), nine(100_000.0), Horizon::default());
    for (at, program) in comparison.programs().iter().enumerate() {
        let result = &comparison.results[at].base;
        let once = result.total.fixed;
        let partners = program.partner_margin() * 3.0;
        let of_segments = |value: fn(&Outcome) -> f64| result.segments.iter().map(|(_, part)| value(part)).sum::<f64>();
        near(of_segments(|part| part.net) + partners - once, result.total.net);
        near(of_segments(|part| part.revenue), result.total.revenue);
        near(of_segments(|part| part.baseline), result.total.baseline);
        near(of_segments(|part| part.reward), result.total.reward);
        near(of_segments(|part| part.dead_weight), result.total.dead_weight);
        let nets = comparison.client_nets(at).expect("a program");
        near(nets.into_iter().flatten().sum::<f64>() + partners - once, result.total.net);
        near(result.flows.net().into_iter().sum::<f64>() - program.common.setup_cost, result.total.net);
        near(result.total.retention + result.total.uplift, result.total.revenue - result.total.baseline);
    }
}

#[test]
fn a_clients_own_page_shows_what_the_table_shows() {
    let clients = mixed_clients();
    let comparison = compare(&clients, nine(100_000.0), horizon(30));
    for (at, program) in comparison.programs().iter().enumerate() {
        let nets = comparison.client_nets(at).expect("a program");
        for (client, net) in clients.iter().zip(nets) {
            let result = client_result(client, program, Scenario::Base, horizon(30)).expect("a result");
            near(result.outcome.net, net.expect("a net"));
        }
    }
}

#[test]
fn fixed_cost_is_counted_once_however_many_clients() {
    let program = golden_program();
    let one = base(&[golden_client()], &program, 24).total;
    let two = base(&[golden_client(), Client { segment: Segment::Large, ..golden_client() }], &program, 24).total;
    near(one.fixed, 2_500.0);
    near(two.fixed, 2_500.0);
    near(two.net, 2.0 * (one.net + 2_500.0) - 2_500.0);
}

#[test]
fn no_effect_is_exactly_minus_the_cost() {
    for kind in KindId::ALL {
        let mut common = common(0.0, 0.0, 0.0);
        (common.setup_cost, common.fixed_cost, common.member_cost) = (700.0, 1_300.0, 12.0);
        let mut program = Program::of(common, vec![Kind::default_of(kind, 100_000.0)]);
        // What brings sales, fees or clients of its own is an effect too.
        for parameter in [
            Parameter::NudgeProbability,
            Parameter::MembershipFee,
            Parameter::PartnerInflow,
            Parameter::RedeemedHere,
            Parameter::IncrementalShare,
            Parameter::NewClientMargin,
        ] {
            if program.value(parameter).is_some() {
                program.set(parameter, 0.0).expect("a parameter");
            }
        }
        let total = base(&mixed_clients(), &program, 36).total;
        assert_eq!((total.difference, total.margin, total.net), (0.0, 0.0, -total.cost), "{}", kind.key());
        assert_eq!(total.roi, Some(-1.0), "{}", kind.key());
    }
}

#[test]
fn slices_do_not_change_the_result() {
    let clients = mixed_clients();
    let whole = compare(&clients, nine(100_000.0), Horizon::default());
    let mut simulation =
        Simulation::new(portfolio(&clients), nine(100_000.0).into(), Horizon::default()).expect("programs");
    let mut slices = 0;
    while !simulation.advance(1) {
        slices += 1;
        assert_eq!(simulation.progress(), (slices, clients.len()));
    }
    for (sliced, whole) in simulation.finish().results.iter().zip(&whole.results) {
        for scenario in Scenario::ALL {
            near(sliced.at(scenario).total.net, whole.at(scenario).total.net);
            near(sliced.at(scenario).total.npv, whole.at(scenario).total.npv);
        }
    }
}

#[test]
fn order_of_the_list_does_not_matter() {
    let clients = mixed_clients();
    let reversed: Vec<Client> = clients.iter().rev().copied().collect();
    let one = base(&clients, &golden_program(), 36).total;
    let other = base(&reversed, &golden_program(), 36).total;
    near(one.net, other.net);
}

#[test]
fn a_program_of_ones_own_is_the_sum_of_its_parts() {
    let with = |components| base(&mixed_clients(), &Program::of(common(0.1, 0.03, 0.02), components), 36).total;
    let discount = Kind::default_of(KindId::Discount, 100_000.0);
    let both = with(vec![points(0.02, 0.7), discount.clone()]);
    near(both.reward, with(vec![points(0.02, 0.7)]).reward + with(vec![discount]).reward);
    assert_eq!(Program::of(common(0.1, 0.0, 0.0), vec![points(0.01, 1.0), points(0.01, 1.0)]).key(), "custom");
}

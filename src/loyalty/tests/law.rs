//! What the law forbids stays out, by every way in.

use super::fixture::{base, common, compare, mixed_clients, nine, points, portfolio};
use crate::loyalty::*;
use crate::segment::Segment;

/// The one state-owned client of the fixture.
const STATE: usize = 5;

fn of(kind: KindId, delivery: Delivery) -> Program {
    Program { delivery, ..Program::of(common(0.1, 0.05, 0.05), vec![Kind::default_of(kind, 100_000.0)]) }
}

#[track_caller]
fn check(program: Program, is_admitted: bool) {
    let clients = mixed_clients();
    assert_eq!(admits(&program, Segment::State), is_admitted);
    assert_eq!(verdict(&program, Segment::State, Jurisdiction::China).is_blocked(), !is_admitted);
    assert_eq!(Permit::ask(&program, Segment::State, Jurisdiction::Any).is_ok(), is_admitted);
    let mut assignment = Assignment::nothing(portfolio(&clients), vec![program.clone()].into());
    assert_eq!(assignment.assign(STATE, Some(0)).is_ok(), is_admitted);
    assert_eq!(assignment.program_of(STATE).is_some(), is_admitted);
    let state = base(&clients, &program, 36).segments.state;
    assert_eq!(state.cost > 0.0 || state.difference > 0.0, is_admitted);
}

#[test]
fn state_owned_clients_get_nothing_outside_a_contract() {
    for kind in KindId::ALL {
        check(of(kind, Delivery::Open), false);
        let is_term = matches!(kind, KindId::Discount | KindId::Rebate | KindId::Benefits);
        check(of(kind, Delivery::InContract), is_term);
        check(Program { recipient: Recipient::Individual, ..of(kind, Delivery::InContract) }, false);
    }
}

#[test]
fn a_forbidden_component_forbids_the_whole_program() {
    let mut program = of(KindId::Discount, Delivery::InContract);
    program.components.push(points(0.01, 0.7));
    check(program, false);
}

#[test]
fn the_best_mix_leaves_state_owned_clients_out() {
    let mix = compare(&mixed_clients(), nine(100_000.0), Horizon::default()).best_mix(None).expect("a mix");
    assert_eq!(mix.assignment.program_of(STATE), None);
}

#[test]
fn a_client_who_becomes_state_owned_leaves_the_program() {
    let clients = mixed_clients();
    let programs = vec![of(KindId::Points, Delivery::Open)];
    let mut assignment = Assignment::nothing(portfolio(&clients), programs.into());
    assignment.assign(0, Some(0)).expect("allowed");
    assignment.assign(1, Some(0)).expect("allowed");
    let mut changed = clients;
    changed[0].segment = Segment::State;
    let (carried, refused) = assignment.carried_to(portfolio(&changed));
    assert_eq!((carried.program_of(0), carried.program_of(1)), (None, Some(0)));
    assert_eq!(refused, [0]);
}

#[track_caller]
fn warns(program: &Program, segment: Segment, jurisdiction: Jurisdiction, expected: &[Rule]) {
    let rules = match verdict(program, segment, jurisdiction) {
        Verdict::Allowed => Vec::new(),
        Verdict::Warned(rules) | Verdict::Blocked(_, rules) => rules,
    };
    assert_eq!(rules, expected);
}

#[test]
fn warnings_by_country() {
    use Jurisdiction::{Any, China, Eu, Russia, UnitedStates};
    let rebate = of(KindId::Rebate, Delivery::Open);
    let game = of(KindId::Gamified, Delivery::Open);
    let to_employee = Program { recipient: Recipient::Individual, ..game.clone() };
    warns(&rebate, Segment::Medium, Russia, &[]);
    warns(&rebate, Segment::Medium, China, &[Rule::ChinaOpenBooking]);
    warns(&game, Segment::Medium, Russia, &[Rule::RussiaGifts]);
    warns(&game, Segment::Medium, Eu, &[]);
    warns(&to_employee, Segment::Small, Any, &[Rule::EmployeeReward, Rule::CodeOfConduct]);
    warns(&to_employee, Segment::Small, China, &[Rule::EmployeeReward, Rule::ChinaBribery, Rule::ChinaOpenBooking]);
    warns(&game, Segment::State, UnitedStates, &[Rule::StateContractTerms, Rule::UnitedStatesGifts]);
    assert_eq!(Rule::RussiaGifts.jurisdiction(), Russia);
    assert!(Rule::ChinaPurchaser.source().is_some());
}

#[test]
fn suitability_of_a_program_is_its_least_components() {
    let score = |kind: KindId, segment| kind.suitability(segment).map(Suitability::score);
    assert_eq!(score(KindId::Points, Segment::Small), Some(3));
    assert_eq!(score(KindId::Membership, Segment::Large), Some(0));
    assert_eq!(score(KindId::Rebate, Segment::State), None);
    let mut program = of(KindId::Points, Delivery::Open);
    program.components.push(Kind::default_of(KindId::Rebate, 1_000.0));
    assert_eq!(program.suitability(Segment::Small).map(Suitability::score), Some(1));
    assert_eq!(program.suitability(Segment::State), None);
}

//! A sentence for every edge of a plan.

use super::fixture::{TODAY, base, manager, plan, settings, simple, team};
use super::{ClientBase, GoalKind, Manager, PlanSettings, Remark, Role, Step};
use crate::segment::Segment;
use crate::trace::Quantity;

fn sentences(change: impl FnOnce(&mut PlanSettings)) -> Vec<Remark> {
    let mut settings = settings(GoalKind::Revenue, 12_000_000.0);
    change(&mut settings);
    plan(&settings, &team(), &base()).remarks
}

#[test]
fn a_zero_conversion_has_its_sentence() {
    #[track_caller]
    fn check(change: impl FnOnce(&mut PlanSettings), segment: Segment, step: Step) {
        let found = sentences(change);
        assert!(found.contains(&Remark::ZeroConversion { segment, step }), "{found:?}");
    }
    check(|settings| settings.segments.small.win = 0.0, Segment::Small, Step::Win);
    check(|settings| settings.segments.large.meeting_to_proposal = 0.0, Segment::Large, Step::MeetingToProposal);
    check(|settings| settings.segments.small.talk_to_meeting = 0.0, Segment::Small, Step::TalkToMeeting);
    check(|settings| settings.segments.small.dial_to_talk = 0.0, Segment::Small, Step::DialToTalk);
    let paid = |settings: &mut PlanSettings| {
        settings.segments.small.lead_to_deal = 0.0;
        settings.segments.small.cost_per_lead = 5.0;
    };
    check(paid, Segment::Small, Step::LeadToDeal);
    let bids = |settings: &mut PlanSettings| {
        settings.segments.state.weight = Some(1.0);
        settings.segments.state.win = 0.0;
    };
    check(bids, Segment::State, Step::Bid);
}

#[test]
fn every_other_edge_has_its_sentence() {
    let has = |found: &[Remark], is: fn(&Remark) -> bool| assert!(found.iter().any(is), "{found:?}");
    has(&sentences(|settings| settings.goal.amount = None), |remark| *remark == Remark::NoGoal);
    has(
        &sentences(|settings| settings.goal.amount = Some(1_000.0)),
        |remark| matches!(remark, Remark::GoalBelowExisting { goal: 1_000.0, existing } if *existing > 1_000_000.0),
    );
    has(&sentences(|settings| settings.first = TODAY + -2), |remark| {
        *remark == Remark::StartInPast { first: TODAY + -2, today: TODAY }
    });
    // A large client takes half a year: the plan of January would have had to begin in July.
    has(
        &sentences(|_| ()),
        |remark| matches!(remark, Remark::EarlyStart { segment: Segment::Large, from } if *from == TODAY + -5),
    );
    has(&sentences(|_| ()), |remark| matches!(remark, Remark::EarlyStartMissed { months: 5, .. }));
    has(&sentences(|_| ()), |remark| matches!(remark, Remark::OverCapacity { .. }));
    let no_margin = |settings: &mut PlanSettings| {
        settings.goal.kind = GoalKind::Profit;
        for segment in Segment::ALL {
            settings.segments[segment].margin = Some(0.0);
        }
    };
    has(&sentences(no_margin), |remark| *remark == Remark::ZeroMargin);
    has(&sentences(|settings| settings.segments.small.weight = Some(0.0)), |remark| *remark == Remark::NoWeight);
    let dear = |settings: &mut PlanSettings| {
        settings.goal.kind = GoalKind::Profit;
        for segment in Segment::ALL {
            settings.segments[segment].cost_per_lead = 1e9;
        }
    };
    has(&sentences(dear), |remark| matches!(remark, Remark::LeadsCostMore { .. }));
    let goal = settings(GoalKind::Revenue, 12e6);
    has(&plan(&goal, &[], &base()).remarks, |remark| *remark == Remark::NoManagers { role: Role::Hunter });
    has(&plan(&goal, &team(), &ClientBase::default()).remarks, |remark| *remark == Remark::NoClients);
    has(&plan(&goal, &team(), &ClientBase::default()).remarks, |remark| matches!(remark, Remark::NoSale { .. }));
    let only_large = [Manager { segments: vec![Segment::Large], ..manager("Ann", Role::Hunter) }];
    let nobody = Remark::NobodyForSegment { segment: Segment::Small };
    assert!(plan(&goal, &only_large, &base()).remarks.contains(&nobody));
}

#[test]
fn an_unreachable_profit_has_no_number() {
    let mut settings = simple(GoalKind::Profit, 1e6);
    settings.segments.small.margin = Some(0.0);
    let plan = plan(&settings, &team(), &ClientBase::default());
    assert_eq!(plan.requirement.new, None);
    assert_eq!(plan.requirement.required, None);
    assert_eq!(plan.total(Quantity::Profit), None);
}

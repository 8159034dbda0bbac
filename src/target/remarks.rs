//! Finds what a plan has to say about itself.

use super::capacity::Capacity;
use super::client_base::ClientBase;
use super::goal::GoalKind;
use super::manager::Role;
use super::plan::Plan;
use super::remark::{Remark, Step};
use crate::segment::Segment;

/// Every sentence about a plan, the gravest first.
pub(super) fn remarks(plan: &Plan, clients: &ClientBase) -> Vec<Remark> {
    let mut remarks = Vec::new();
    goal(plan, clients, &mut remarks);
    for segment in Segment::ALL {
        if plan.assumptions[segment].weight() > 0.0 {
            funnel(plan, segment, &mut remarks);
        }
    }
    time(plan, &mut remarks);
    people(plan, &mut remarks);
    remarks
}

fn goal(plan: &Plan, clients: &ClientBase, remarks: &mut Vec<Remark>) {
    let requirement = &plan.requirement;
    let Some(goal) = plan.settings.goal.amount else {
        remarks.push(Remark::NoGoal);
        return;
    };
    if clients.revenue() <= 0.0 {
        remarks.push(Remark::NoClients);
    }
    if requirement.new == Some(0.0) && requirement.existing > 0.0 {
        let existing = match plan.settings.goal.kind {
            GoalKind::Revenue => requirement.existing,
            GoalKind::Profit => requirement.existing_margin - requirement.fixed_costs - requirement.sales_costs,
        };
        remarks.push(Remark::GoalBelowExisting { goal, existing });
    }
    match plan.unit.margin {
        None if requirement.new.is_none() => remarks.push(Remark::NoWeight),
        Some(margin) if margin <= 0.0 => remarks.push(Remark::ZeroMargin),
        Some(margin) if plan.is_for_profit() && plan.unit.budget >= margin => {
            remarks.push(Remark::LeadsCostMore { cost_of_margin: plan.unit.budget / margin });
        }
        _ => {}
    }
}

fn funnel(plan: &Plan, segment: Segment, remarks: &mut Vec<Remark>) {
    let assumptions = &plan.assumptions[segment];
    let settings = &assumptions.settings;
    if assumptions.yearly().is_none() {
        remarks.push(Remark::NoSale { segment });
    }
    let cold = if settings.inbound < 1.0 { Some((settings.dial_to_talk, Step::DialToTalk)) } else { None };
    let paid = if settings.cost_per_lead > 0.0 { Some((settings.lead_to_deal, Step::LeadToDeal)) } else { None };
    let steps = if settings.by_bids {
        [Some((settings.win, Step::Bid)), None, None, None, paid]
    } else {
        let to_proposal = Some((settings.meeting_to_proposal, Step::MeetingToProposal));
        let to_meeting = Some((settings.talk_to_meeting, Step::TalkToMeeting));
        [Some((settings.win, Step::Win)), to_proposal, to_meeting, cold, paid]
    };
    let zero = steps.into_iter().flatten().filter(|(rate, _)| rate.is_nan() || *rate <= 0.0);
    remarks.extend(zero.map(|(_, step)| Remark::ZeroConversion { segment, step }));
}

fn time(plan: &Plan, remarks: &mut Vec<Remark>) {
    let (first, today) = (plan.settings.first, plan.today);
    if first < today {
        remarks.push(Remark::StartInPast { first, today });
    }
    for segment in Segment::ALL {
        let lag = plan.assumptions[segment].settings.lag();
        let deals = plan.work[segment].deals.unwrap_or(0.0);
        if lag == 0 || deals <= 0.0 {
            continue;
        }
        let from = first + -lag;
        remarks.push(Remark::EarlyStart { segment, from });
        // Of the deals of the plan's months, those whose work lies before today's month.
        let missed = today.since(from).clamp(0, plan.months.len() as i32);
        if missed > 0 {
            let share: f64 = plan.shares.iter().take(missed as usize).sum();
            remarks.push(Remark::EarlyStartMissed { segment, from, months: missed as u32, deals: deals * share });
        }
    }
}

fn people(plan: &Plan, remarks: &mut Vec<Remark>) {
    let capacity = Capacity::of(plan);
    for role in Role::ALL {
        if plan.of_role(role).next().is_none() {
            remarks.push(Remark::NoManagers { role });
        } else if let Some(month) = capacity.worst(role)
            && let Some(load) = month.load().filter(|load| *load > 1.0 + 1e-9)
        {
            remarks.push(Remark::OverCapacity { role, month: month.month, load });
        }
    }
    let is_hunting = plan.of_role(Role::Hunter).next().is_some();
    for segment in Segment::ALL {
        let is_covered = plan.of_role(Role::Hunter).any(|manager| manager.covers(segment));
        if is_hunting && !is_covered && plan.assumptions[segment].weight() > 0.0 {
            remarks.push(Remark::NobodyForSegment { segment });
        }
    }
}

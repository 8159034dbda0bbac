//! When something has to be done this week.

use super::super::*;
use super::*;
use crate::analysis::OverdueRules;

const TODAY: Day = Day(20_000);

fn in_days(days: i32) -> Day {
    Day(TODAY.0 + days)
}

fn client(segment: Segment, records: &ClientRecords) -> ClientState<'_> {
    let (row, revenue, margin) = (7, Some(1000.0), Some(0.3));
    ClientState { row, segment, revenue, margin, last_order: None, rhythm: None, records: Some(records) }
}

#[track_caller]
fn check(client: &ClientState, expected: &[(Urgency, Option<i32>, Reason)]) {
    let found = alerts(client, &ApproachRules::default(), TODAY);
    let expected: Vec<Alert> = expected
        .iter()
        .map(|(urgency, due, reason)| Alert { row: 7, urgency: *urgency, due: due.map(in_days), reason: *reason })
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn a_small_client_must_not_be_forgotten() {
    let mut records = ClientRecords::default();
    check(&client(Segment::Small, &records), &[]);
    let last_order = |days: i32| Some(in_days(-days));
    check(&ClientState { last_order: last_order(60), ..client(Segment::Small, &records) }, &[]);
    let silent = |days| Reason::NotContacted { days, limit: 60 };
    check(
        &ClientState { last_order: last_order(61), ..client(Segment::Small, &records) },
        &[(Urgency::ThisWeek, Some(-1), silent(61))],
    );
    check(
        &ClientState { last_order: last_order(200), ..client(Segment::Small, &records) },
        &[(Urgency::Now, Some(-140), silent(200))],
    );
    check(&ClientState { last_order: last_order(200), ..client(Segment::Medium, &records) }, &[]);
    records.owner.last_contact = Some(in_days(-5));
    check(&ClientState { last_order: last_order(200), ..client(Segment::Small, &records) }, &[]);
}

#[test]
fn a_third_meeting_without_a_result_is_one_too_many() {
    let mut records = ClientRecords::default();
    let meeting = |days: i32| Meeting { on: in_days(-days), result: MeetingResult::Open, notes: String::new() };
    records.meetings.0 = vec![meeting(9), meeting(20)];
    check(&client(Segment::Small, &records), &[]);
    records.meetings.0.push(meeting(2));
    let reason = Reason::MeetingsWithoutResult { held: 3, usual: 2 };
    check(&client(Segment::Small, &records), &[(Urgency::ThisWeek, None, reason)]);
    check(&client(Segment::Medium, &records), &[]);
    records.meetings.0[2].result = MeetingResult::Won;
    check(&client(Segment::Small, &records), &[]);
}

#[test]
fn an_expected_order_that_does_not_come_is_looked_after() {
    let records = ClientRecords::default();
    let late = |since: i32| Rhythm::of(in_days(-since), 5.0, TODAY, &OverdueRules::default());
    let with = |since| ClientState { rhythm: late(since), ..client(Segment::Medium, &records) };
    check(&with(72), &[]);
    let overdue = |state, ratio, days| Reason::OrderOverdue { state, ratio, days };
    check(&with(73), &[(Urgency::ThisWeek, Some(0), overdue(OrderState::Watch, 1.0, 0))]);
    check(&with(146), &[(Urgency::Now, Some(-73), overdue(OrderState::Risk, 2.0, 73))]);
    check(&with(292), &[(Urgency::Soon, Some(-219), overdue(OrderState::Lost, 4.0, 219))]);
    check(&ClientState { rhythm: late(146), ..client(Segment::State, &records) }, &[]);
}

#[test]
fn a_large_client_needs_a_coordinator() {
    let mut records = ClientRecords::default();
    let missing = |known| (Urgency::ThisWeek, None, Reason::NoCoordinator { known });
    check(&client(Segment::Large, &records), &[missing(0)]);
    check(&ClientState { records: None, ..client(Segment::Large, &records) }, &[missing(0)]);
    records.stakeholders.0.push(Stakeholder { name: "Novak".to_owned(), ..Stakeholder::default() });
    check(&client(Segment::Large, &records), &[missing(1)]);
    records.stakeholders.0[0].is_coordinator = true;
    check(&client(Segment::Large, &records), &[]);
}

#[test]
fn deadlines_of_tenders_and_securities_come_up_in_time() {
    let mut records = ClientRecords::default();
    let security = Security { amount: 50.0, due: Some(in_days(3)), ..Security::default() };
    records.tenders.0 = vec![
        Tender { deadline: Some(in_days(15)), ..Tender::default() },
        Tender { deadline: Some(in_days(10)), securities: vec![security], ..Tender::default() },
    ];
    let lodge =
        Reason::SecurityDue { tender: 1, kind: SecurityKind::Bid, amount: 50.0, is_return: false, days_left: 3 };
    let deadline = |days_left| Reason::TenderDeadline { tender: 1, days_left };
    check(
        &client(Segment::State, &records),
        &[(Urgency::Soon, Some(10), deadline(10)), (Urgency::ThisWeek, Some(3), lodge)],
    );
    records.tenders.0[1].deadline = Some(in_days(-2));
    records.tenders.0[1].securities[0].lodged_on = Some(in_days(-9));
    records.tenders.0[1].securities[0].return_by = Some(in_days(1));
    check(&client(Segment::State, &records), &[(Urgency::Now, Some(-2), deadline(-2))]);
    records.tenders.0[1].result = TenderResult::Lost;
    records.tenders.0[1].securities[0].return_by = Some(in_days(-1));
    let back = Reason::SecurityDue { tender: 1, kind: SecurityKind::Bid, amount: 50.0, is_return: true, days_left: -1 };
    check(&client(Segment::State, &records), &[(Urgency::Now, Some(-1), back)]);
    records.tenders.0[1].securities[0] = security;
    check(&client(Segment::State, &records), &[]);
}

#[test]
fn a_document_comes_up_before_it_expires() {
    let mut records = ClientRecords::default();
    let requirement = EligibilityRequirement::ChinaTaxAndSocialSecurity;
    let document =
        |days| Document { requirement, name: "certificate".to_owned(), expires: Some(in_days(days)), is_waived: false };
    records.eligibility.regime = Some(EligibilityRegime::China);
    let expires = |days_left| Reason::DocumentExpires { requirement, days_left };
    for (days, urgency) in [(30, Urgency::Soon), (7, Urgency::ThisWeek), (0, Urgency::Now), (-3, Urgency::Now)] {
        records.eligibility.documents = vec![document(days)];
        check(&client(Segment::State, &records), &[(urgency, Some(days), expires(days))]);
    }
    records.eligibility.documents = vec![document(31)];
    check(&client(Segment::State, &records), &[]);
}

#[test]
fn an_open_incident_is_as_urgent_as_it_is_bad_or_as_its_day_is_near() {
    let mut records = ClientRecords::default();
    let incident = |severity, due: Option<i32>| Incident {
        on: in_days(-4),
        severity,
        text: String::new(),
        due: due.map(in_days),
        resolved_on: None,
    };
    let open = |incident, severity| Reason::IncidentOpen { incident, severity, days: 4 };
    records.incidents = vec![incident(Severity::Critical, None), incident(Severity::Minor, Some(2))];
    check(
        &client(Segment::Medium, &records),
        &[(Urgency::Now, None, open(0, Severity::Critical)), (Urgency::ThisWeek, Some(2), open(1, Severity::Minor))],
    );
    records.incidents.iter_mut().for_each(|incident| incident.resolved_on = Some(TODAY));
    check(&client(Segment::Medium, &records), &[]);
}

fn with_margin(margin: f64, records: &ClientRecords) -> ClientState<'_> {
    ClientState { margin: Some(margin), ..client(Segment::Medium, records) }
}

#[test]
fn a_margin_below_its_floor_is_told_with_where_it_comes_from() {
    let mut records = ClientRecords::default();
    let below = |of, margin, floor| Reason::MarginBelowFloor { of, margin, floor };
    check(&with_margin(0.1, &records), &[]);
    check(&with_margin(0.05, &records), &[(Urgency::Soon, None, below(MarginOf::Sheet, 0.05, 0.1))]);
    check(&with_margin(-0.5, &records), &[(Urgency::Now, None, below(MarginOf::Sheet, -0.5, 0.1))]);
    records.terms.margin_floor = Some(0.25);
    records.terms.discount = 0.5;
    check(&with_margin(0.625, &records), &[]);
    check(&with_margin(0.5625, &records), &[(Urgency::Soon, None, below(MarginOf::Terms, 0.125, 0.25))]);
    check(&ClientState { margin: None, ..client(Segment::Medium, &records) }, &[]);
    records.offer.offer = Offer { price: Some(100.0), unit_cost: Some(87.5), ..Offer::default() };
    check(
        &ClientState { margin: None, ..client(Segment::Medium, &records) },
        &[(Urgency::Soon, None, below(MarginOf::Offer, 0.125, 0.25))],
    );
}

#[test]
fn the_week_begins_with_what_is_most_urgent_and_largest() {
    let blank = ClientRecords::default();
    let late = |since: i32| Rhythm::of(in_days(-since), 5.0, TODAY, &OverdueRules::default());
    let client = |row, revenue, rhythm, segment| ClientState { row, revenue, rhythm, ..client(segment, &blank) };
    let clients = [
        client(1, None, None, Segment::Large),
        client(2, Some(5.0), late(80), Segment::Medium),
        client(3, Some(9.0), late(80), Segment::Medium),
        client(4, Some(1.0), late(150), Segment::Medium),
        client(5, Some(99.0), late(300), Segment::Medium),
        client(6, Some(3.0), None, Segment::Large),
        client(8, Some(3.0), None, Segment::Medium),
    ];
    let rows = |clients: &[ClientState]| -> Vec<u32> {
        this_week(clients.iter().copied(), &ApproachRules::default(), TODAY).iter().map(|alert| alert.row).collect()
    };
    assert_eq!(rows(&clients), [4, 3, 2, 6, 1, 5]);
    let mut turned = clients;
    turned.reverse();
    assert_eq!(rows(&turned), [4, 3, 2, 6, 1, 5]);
}

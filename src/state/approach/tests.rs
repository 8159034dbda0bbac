//! The approach as a person works with it, without a page.

use leptos::prelude::*;

use super::*;
use crate::approach::{Meeting, MeetingResult, Reason, Section, Stakeholder};
use crate::segment::Segment;
use crate::state::{Book, Host, Notices};
use crate::workbook::{Day, Edit, Field, Origin, RowId, Stored, Value, Workbook};

const TODAY: Day = Day(20_000);

/// Runs a test with a small, a large and a state-owned client.
fn with_clients(test: impl FnOnce(Book, [RowId; 3])) {
    Owner::new().with(|| {
        let mut workbook = Workbook::new(Origin(1));
        let rows = [("Baker", "small"), ("Giant", "large"), ("Ministry", "state")].map(|(name, segment)| {
            vec![(Field::Name.into(), Value::text(name)), (Field::Segment.into(), Value::text(segment))]
        });
        workbook.apply(Edit::AddRows(rows.into())).expect("rows");
        let ids = [0, 1, 2].map(|row| workbook.table().row_id(row).expect("a row"));
        let book = Book::new(workbook, Host::for_tests(), Notices::default());
        book.analyses().want();
        test(book, ids);
    });
}

fn name_coordinator(book: Book, client: RowId) -> bool {
    edit_section(book, client, Section::Stakeholders, |records| {
        let person = Stakeholder { name: "Novak".to_owned(), is_coordinator: true, ..Stakeholder::default() };
        records.stakeholders.0.push(person);
    })
}

fn reasons(week: Week) -> Vec<(RowId, Reason)> {
    week.begin();
    let alerts = untrack(|| week.alerts());
    alerts.expect("a list").iter().map(|alert| (alert.client, alert.reason)).collect()
}

#[test]
fn an_edit_of_a_section_is_one_step_of_undo() {
    with_clients(|book, [_, giant, _]| {
        let steps = || untrack(|| book.undo_steps()).len();
        let before = steps();
        assert!(name_coordinator(book, giant));
        assert_eq!(untrack(|| client_records(book, giant)).stakeholders.0.len(), 1);
        assert_eq!(steps(), before + 1);
        book.undo();
        assert_eq!(untrack(|| client_records(book, giant)), crate::approach::ClientRecords::default());
        book.redo();
        assert_eq!(untrack(|| client_records(book, giant)).stakeholders.0[0].name, "Novak");
    });
}

#[test]
fn an_emptied_section_is_stored_as_nothing_and_what_changes_nothing_is_no_edit() {
    with_clients(|book, [_, giant, _]| {
        assert!(!edit_section(book, giant, Section::Owner, |records| records.owner.name.clear()));
        assert!(name_coordinator(book, giant));
        assert!(edit_section(book, giant, Section::Stakeholders, |records| records.stakeholders.0.clear()));
        let key = crate::approach::ClientRecords::key(giant, Section::Stakeholders);
        assert!(book.with(|workbook| !matches!(workbook.record(&key), Some(Stored::Text(_)))));
    });
}

#[test]
fn another_tabs_section_is_kept() {
    with_clients(|book, [baker, ..]| {
        let bytes = book.with(Workbook::snapshot);
        let (other, _) = Workbook::open(Origin(2), [bytes.as_slice()]);
        let other = Book::new(other, Host::for_tests(), Notices::default());
        edit_section(other, baker, Section::Owner, |records| records.owner.name = "Anna".to_owned());
        edit_section(book, baker, Section::Terms, |records| records.terms.discount = 0.05);
        book.merge(&other.with(Workbook::snapshot)).expect("a merge");
        let records = untrack(|| client_records(book, baker));
        assert_eq!((records.owner.name.as_str(), records.terms.discount), ("Anna", 0.05));
    });
}

#[test]
fn naming_a_coordinator_takes_the_alert_away_and_undo_brings_it_back() {
    with_clients(|book, [_, giant, _]| {
        let week = Week::new(book);
        let missing = [(giant, Reason::NoCoordinator { known: 0 })];
        assert_eq!(reasons(week), missing);
        name_coordinator(book, giant);
        assert_eq!(reasons(week), []);
        book.undo();
        assert_eq!(reasons(week), missing);
    });
}

#[test]
fn a_third_meeting_with_a_small_client_is_in_its_panel_and_in_the_week() {
    with_clients(|book, [baker, ..]| {
        for days in [30, 20, 10] {
            edit_section(book, baker, Section::Meetings, |records| {
                let on = Day(TODAY.0 - days);
                records.meetings.0.push(Meeting { on, result: MeetingResult::Open, notes: String::new() });
            });
        }
        let week = Week::new(book);
        let reason = Reason::MeetingsWithoutResult { held: 3, usual: 2 };
        assert!(reasons(week).contains(&(baker, reason)));
        let (facts, records) = untrack(|| (client_facts(book, week, baker), client_records(book, baker)));
        let own = facts.expect("facts").alerts(&records, &crate::approach::ApproachRules::default(), TODAY);
        assert_eq!(own.iter().map(|alert| alert.reason).collect::<Vec<_>>(), [reason]);
        let rules = crate::approach::ApproachRules { usual_meetings: 3, ..crate::approach::ApproachRules::default() };
        assert!(set_approach_rules(book, &rules));
        assert!(!reasons(week).contains(&(baker, reason)));
        let senseless = crate::approach::ApproachRules { usual_meetings: 0, ..rules };
        assert!(!set_approach_rules(book, &senseless));
        assert_eq!(untrack(|| approach_rules(book)), rules);
    });
}

#[test]
fn only_the_contracts_of_state_owned_clients_are_their_backlog() {
    with_clients(|book, [baker, _, ministry]| {
        assert_eq!(untrack(|| contracted_backlog(book)), None);
        let sign = |client, amount, delivered| {
            edit_section(book, client, Section::Backlog, |records| {
                let (name, until) = (String::new(), TODAY);
                let contract = crate::approach::Contract { name, until, from: None, amount, delivered };
                records.backlog.0.push(contract);
            })
        };
        sign(ministry, 100.0, 30.0);
        sign(baker, 5.0, 0.0);
        assert_eq!(untrack(|| contracted_backlog(book)), Some(70.0));
    });
}

#[test]
fn what_another_segment_wrote_stays_in_reach() {
    with_clients(|book, [baker, ..]| {
        name_coordinator(book, baker);
        let records = untrack(|| client_records(book, baker));
        let (filled, empty) = ApproachPart::of_others(Segment::Small, &records);
        assert_eq!(filled, [ApproachPart::Written(Section::Stakeholders)]);
        assert!(empty.contains(&ApproachPart::Written(Section::Tenders)));
    });
}

//! What is written down about a client: read for one client at a time, and changed section by section.

use crate::approach::{ApproachRules, Backlog, ClientRecords, Section};
use crate::segment::Segment;
use crate::state::{Book, Part};
use crate::workbook::{Edit, RowId, Stored, Sum};

/// The records of one client. Followed; only this client's are read.
pub fn client_records(book: Book, client: RowId) -> ClientRecords {
    book.follow(Part::Records);
    stored(book, client)
}

fn stored(book: Book, client: RowId) -> ClientRecords {
    let mut records = ClientRecords::default();
    book.with(|workbook| {
        for section in Section::ALL {
            if let Some(Stored::Text(text)) = workbook.record(&ClientRecords::key(client, *section)) {
                records.read(*section, text);
            }
        }
    });
    records
}

/// Changes one section of a client: one step of undo. A section that is empty then is stored as nothing, and what
/// changes nothing is no edit. Says whether something was changed.
pub fn edit_section(book: Book, client: RowId, section: Section, change: impl FnOnce(&mut ClientRecords)) -> bool {
    let before = stored(book, client);
    let mut after = before.clone();
    change(&mut after);
    let text = after.text(section);
    if before.text(section) == text {
        return false;
    }
    book.edit(Edit::SetRecord { key: ClientRecords::key(client, section), value: text.map(Stored::Text) })
}

/// The settings of the approach. Followed.
pub fn approach_rules(book: Book) -> ApproachRules {
    book.follow(Part::Records);
    book.with(ApproachRules::of_workbook)
}

/// Changes the settings of the approach. Settings that make no sense are not kept; says whether they were.
pub fn set_approach_rules(book: Book, rules: &ApproachRules) -> bool {
    if !rules.problems().is_empty() {
        return false;
    }
    let Ok(text) = serde_json::to_string(rules) else { return false };
    book.edit(Edit::SetRecord { key: ApproachRules::RECORD.to_owned(), value: Some(Stored::Text(text)) })
}

/// What state-owned clients have signed for and not received yet (DOMAIN 1.20); nothing where no contract is written
/// down. Followed.
pub fn contracted_backlog(book: Book) -> Option<f64> {
    book.follow(Part::Records);
    book.follow(Part::Clients);
    book.follow_layout();
    book.segments().follow_findings();
    let mut remaining = Vec::new();
    book.with(|workbook| {
        let table = workbook.table();
        let segment_of = |client| {
            let row = table.row_of(client)?;
            book.segments().with(|findings| findings.segment(row))
        };
        for (key, stored) in workbook.records(ClientRecords::KIND) {
            let client = ClientRecords::of_key(key)
                .filter(|(_, section)| *section == Section::Backlog)
                .map(|(client, _)| client);
            let (Some(client), Stored::Text(text)) = (client, stored) else { continue };
            if segment_of(client) == Some(Segment::State)
                && let Ok(backlog) = serde_json::from_str::<Backlog>(text)
            {
                remaining.push(backlog.remaining());
            }
        }
    });
    // Records come in no order; the sum is the same in any.
    (!remaining.is_empty()).then(|| remaining.into_iter().collect::<Sum>().value())
}

//! The tenders of a state-owned client, with deadlines, securities and results (DOMAIN 1.17).

use leptos::prelude::*;

use super::client::use_client;
use super::form::{FormField, RowForm, Rows};
use crate::approach::{Section, Security, SecurityKind, Tender, TenderResult};
use crate::i18n::{Language, approach as wording};
use crate::state::approach::{Entry, EntryKind, Kept};
use crate::ui::parts::Figure;

const RESULTS: [TenderResult; 6] = [
    TenderResult::Preparing,
    TenderResult::Submitted,
    TenderResult::Won,
    TenderResult::Lost,
    TenderResult::Withdrawn,
    TenderResult::Cancelled,
];
const KINDS: [SecurityKind; 3] = [SecurityKind::Bid, SecurityKind::Contract, SecurityKind::Warranty];

/// A field of a security: of the tender in the row, the security in the part.
macro_rules! security {
    ($label:expr, $kind:expr, $field:ident) => {
        FormField::new(
            $label,
            $kind,
            |records, at| Some(records.tenders.0.get(at.row)?.securities.get(at.part)?.$field.entry()),
            |records, at, entry| {
                records.tenders.0.get_mut(at.row)?.securities.get_mut(at.part)?.$field.keep(entry);
                Some(())
            },
        )
    };
}

const SECURITIES: RowForm = RowForm {
    name: words!(tenders.security),
    add: words!(tenders.add_security),
    count: |records, row| records.tenders.0.get(row).map_or(0, |tender| tender.securities.len()),
    push: |records, row, _| {
        records.tenders.0.get_mut(row)?.securities.push(Security::default());
        Some(())
    },
    remove: |records, at| {
        let list = &mut records.tenders.0.get_mut(at.row)?.securities;
        (at.part < list.len()).then(|| {
            list.remove(at.part);
        })
    },
    fields: &[
        FormField::new(
            words!(tenders.kind),
            EntryKind::Choice,
            |records, at| {
                let security = records.tenders.0.get(at.row)?.securities.get(at.part)?;
                Some(Entry::of_choice(&KINDS, &security.kind))
            },
            |records, at, entry| {
                records.tenders.0.get_mut(at.row)?.securities.get_mut(at.part)?.kind = entry.chosen(&KINDS)?;
                Some(())
            },
        )
        .of(kinds),
        security!(words!(tenders.amount), EntryKind::AMOUNT, amount),
        security!(words!(tenders.due), EntryKind::Day, due),
        security!(words!(tenders.lodged_on), EntryKind::Day, lodged_on),
        security!(words!(tenders.return_by), EntryKind::Day, return_by),
        security!(words!(tenders.returned_on), EntryKind::Day, returned_on),
    ],
    inner: None,
};

const ROWS: RowForm = rows!(
    words!(tenders.one),
    words!(tenders.add),
    &[
        row!(words!(tenders.subject), EntryKind::Text, tenders.0, subject),
        row!(words!(tenders.site), EntryKind::Text, tenders.0, site),
        row!(words!(tenders.notice), EntryKind::Text, tenders.0, notice),
        row!(words!(tenders.deadline), EntryKind::Day, tenders.0, deadline),
        row!(words!(tenders.max_price), EntryKind::AMOUNT, tenders.0, max_price),
        row!(words!(tenders.our_price), EntryKind::AMOUNT, tenders.0, our_price),
        row!(words!(tenders.chance), EntryKind::SHARE, tenders.0, chance),
        row_choice!(words!(tenders.result), results, RESULTS, tenders.0, result),
    ] as &[FormField],
    tenders.0,
    |_| Tender::default(),
    Some(&SECURITIES)
);

fn results(i18n: Language) -> Vec<&'static str> {
    RESULTS.map(|result| wording::tender_result(i18n, result)).to_vec()
}

fn kinds(i18n: Language) -> Vec<&'static str> {
    KINDS.map(|kind| wording::security_kind(i18n, kind)).to_vec()
}

#[component]
pub fn TendersSection() -> impl IntoView {
    let client = use_client();
    let rate = client.percent(|records, _| records.tenders.win_rate());
    let expected = client.amount(|records, _| records.tenders.expected_value());
    let tied_up = client.amount(|records, _| Some(records.tenders.tied_up()));
    view! {
        <Rows section=Section::Tenders form=&ROWS />
        <dl class="figure-lines">
            <Figure label=words!(tenders.win_rate) formula=words!(tenders.win_rate_how) value=rate />
            <Figure label=words!(tenders.expected) formula=words!(tenders.expected_how) value=expected />
            <Figure label=words!(tenders.tied_up) formula=words!(tenders.tied_up_how) value=tied_up />
        </dl>
    }
}

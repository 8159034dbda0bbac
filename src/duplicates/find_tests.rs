//! Lists as people have them, and which of their clients are offered as duplicates.

use super::*;
use crate::demo::{self, Language};
use crate::workbook::{
    Batch, BatchColumn, ClientTable, ColumnData, ColumnDefinition, Day, Field, History, Origin, Source, Value,
};

const COLUMNS: [Field; 6] = [Field::Name, Field::TaxId, Field::Phone, Field::Email, Field::Address, Field::Region];

fn table(rows: &[[&str; 6]]) -> ClientTable {
    let column = |at: usize, field: Field| {
        let mut data = ColumnData::default();
        rows.iter().zip(0..).for_each(|(row, number)| data.set(number, &Value::text(row[at]), field.kind()));
        BatchColumn { definition: ColumnDefinition::of_field(field), data }
    };
    let columns = COLUMNS.into_iter().enumerate().map(|(at, field)| column(at, field)).collect();
    let rows = rows.len() as u32;
    ClientTable::of_batch(Batch { source: Source::default(), rows, columns, history: History::default() })
}

fn found(rows: &[[&str; 6]]) -> Vec<Pair> {
    find(&table(rows), &Decisions::default(), |_| {}).pairs
}

#[track_caller]
fn check(left: [&str; 6], right: [&str; 6], expected: Option<Reason>) {
    for rows in [[left, right], [right, left]] {
        let pairs = found(&rows);
        assert!(pairs.len() <= 1, "{pairs:?}");
        assert_eq!(pairs.first().map(|pair| pair.reason), expected, "{left:?} {right:?}");
        assert!(pairs.iter().all(|pair| (40..=100).contains(&pair.confidence)), "{pairs:?}");
    }
}

fn alike(similarity: u8, support: impl Into<Option<Support>>) -> Reason {
    Reason::AlikeNames { similarity, support: support.into() }
}

#[test]
fn the_same_tax_id_is_the_same_client() {
    check(
        ["ООО «Ромашка»", "7707083893", "", "", "", ""],
        ["Магазин на Тверской", "7707083893/770701001", "", "", "", ""],
        Some(Reason::SameTaxId),
    );
    check(
        ["上海朗格机械有限公司", "91110000600037341L", "", "", "", ""],
        ["朗格", "9111 0000 6000 3734 1l", "", "", "", ""],
        Some(Reason::SameTaxId),
    );
    check(["Acme", "0000000000", "", "", "", ""], ["Bolt", "0000000000", "", "", "", ""], None);
    check(["Acme", "n/a", "", "", "", ""], ["Bolt", "n/a", "", "", "", ""], None);
}

#[test]
fn the_same_name_counts_with_phone_or_domain_and_by_itself() {
    check(
        ["Acme Trading Ltd", "", "+44 20 7946 0018", "", "", ""],
        ["ACME TRADING LIMITED", "", "020 7946 0018 ext 4", "", "", ""],
        Some(Reason::SameNameAndPhone),
    );
    check(
        ["ИП Иванов А. В.", "", "", "shop@ivanov.example", "", ""],
        ["Индивидуальный предприниматель Иванов А.В.", "", "", "Info@Ivanov.example", "", ""],
        Some(Reason::SameNameAndDomain),
    );
    check(
        ["北京华信科技有限公司", "", "", "a@qq.com", "", ""],
        ["北京华信科技股份有限公司", "", "", "b@qq.com", "", ""],
        Some(Reason::SameName),
    );
    check(["Acme GmbH", "DE123456789", "", "", "", ""], ["Acme AG", "DE987654321", "", "", "", ""], None);
    check(
        ["Sunshine Dental", "", "5550100", "", "", "Ohio"],
        ["Sunshine Dental", "", "5550200", "", "", "Texas"],
        None,
    );
}

#[test]
fn alike_names_are_offered_with_what_supports_them() {
    check(
        ["Northwind Traders Ltd", "", "", "", "", ""],
        ["Northwind Tradres", "", "", "", "", ""],
        Some(alike(94, None)),
    );
    check(
        ["ООО «Уралмашзавод»", "", "+7 343 222-33-44", "", "", ""],
        ["Уралмаш завод", "", "8 (343) 222 33 44", "", "", ""],
        Some(alike(100, Support::Phone)),
    );
    check(
        ["朗格机械", "", "", "x@longer.example", "", ""],
        ["上海朗格机械有限公司", "", "", "y@longer.example", "", ""],
        Some(alike(90, Support::Domain)),
    );
    check(
        ["Metro Cash", "", "", "", "12 High Street, Leeds", ""],
        ["Metra Cash", "", "", "", "12, High street Leeds", ""],
        Some(alike(90, Support::Address)),
    );
}

#[test]
fn two_clients_that_share_only_a_phone_or_a_place_are_two() {
    check(
        ["Acme Foods", "", "+44 20 7946 0018", "a@group.example", "1 Park Lane 55", ""],
        ["Bolt Metals", "", "+44 20 7946 0018", "b@group.example", "1 Park Lane 55", ""],
        None,
    );
    check(["Filiale 1", "", "", "x@bank.example", "", ""], ["Filiale 2", "", "", "x@bank.example", "", ""], None);
    check(["Школа № 15", "", "", "", "", "Пермь"], ["Школа № 16", "", "", "", "", "Пермь"], None);
    check(["", "", "5550100", "", "", ""], ["", "", "5550100", "", "", ""], None);
}

#[test]
fn a_tax_id_that_everybody_has_is_a_placeholder() {
    let names: Vec<String> = ["Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Gingko", "Hazel"]
        .iter()
        .flat_map(|tree| {
            ["Bakery", "Foods", "Glass", "Hotel", "Iron", "Jewels", "Kitchens"].map(|trade| format!("{tree} {trade}"))
        })
        .collect();
    let rows: Vec<[&str; 6]> = names.iter().map(|name| [name.as_str(), "1234567890", "", "", "", ""]).collect();
    assert_eq!(rows.len(), 56);
    assert_eq!(found(&rows), Vec::new());
    assert_eq!(found(&rows[..3]).len(), 3);
}

#[test]
fn the_strongest_pair_comes_first_and_decided_ones_are_not_offered_again() {
    let table = table(&[
        ["Acme Trading", "", "", "", "", ""],
        ["Acme Trading Ltd", "7707083893", "", "", "", ""],
        ["Something Else", "7707083893", "", "", "", ""],
        ["Bolt & Nut GmbH", "", "5550100", "", "", ""],
        ["BOLT NUT", "", "555-0100", "", "", ""],
    ]);
    let pairs = find(&table, &Decisions::default(), |_| {}).pairs;
    let reasons: Vec<Reason> = pairs.iter().map(|pair| pair.reason).collect();
    assert_eq!(reasons, [Reason::SameNameAndPhone, Reason::SameTaxId, Reason::SameName]);
    let mut workbook = crate::workbook::Workbook::new(Origin(3));
    workbook.apply(Decision::KeepBoth.edit(pairs[1].second, pairs[1].first)).expect("a record");
    workbook.apply(Decision::Later.edit(pairs[0].first, pairs[0].second)).expect("a record");
    let left = find(&table, &Decisions::of_workbook(&workbook), |_| {});
    let left: Vec<(Reason, bool)> = left.pairs.iter().map(|pair| (pair.reason, pair.is_later)).collect();
    assert_eq!(left, [(Reason::SameName, false), (Reason::SameNameAndPhone, true)]);
}

#[test]
fn every_duplicate_that_the_demo_was_given_is_found_and_hardly_anything_else() {
    for language in [Language::English, Language::Chinese, Language::Russian] {
        for seed in 1..8 {
            let table = ClientTable::of_batch(demo::batch(language, seed, Day(20_500)));
            let pairs = find(&table, &Decisions::default(), |_| {}).pairs;
            let strong: Vec<_> = pairs.iter().filter(|pair| pair.confidence >= 80).collect();
            assert!((3..=5).contains(&strong.len()), "{language:?} {seed}: {:?}", named(&table, &pairs));
            assert!(pairs.len() <= 6, "{language:?} {seed}: {:?}", named(&table, &pairs));
        }
    }
}

fn named(table: &ClientTable, pairs: &[Pair]) -> Vec<String> {
    let name = |id| table.row_of(id).map_or("", |row| table.name(row));
    pairs.iter().map(|pair| format!("{} = {} {:?}", name(pair.first), name(pair.second), pair.reason)).collect()
}

#[test]
fn a_list_of_many_like_names_does_not_explode() {
    let names: Vec<String> = (0..3_000).map(|number| format!("Client {number}")).collect();
    let mut rows: Vec<[&str; 6]> = names.iter().map(|name| [name.as_str(), "", "", "", "", ""]).collect();
    rows.extend(std::iter::repeat_n(["Retail customer", "", "", "", "", ""], 3_000));
    assert_eq!(found(&rows), Vec::new());
    assert_eq!(found(&[]), Vec::new());
}

//! What a first look at the demo must show.

use std::collections::HashSet;

use super::*;
use crate::segment::tax_id::TaxId;
use crate::segment::{Concentration, SegmentRules, classify, concentration};
use crate::workbook::ClientTable;

const LANGUAGES: [Language; 3] = [Language::English, Language::Chinese, Language::Russian];

fn today() -> Day {
    Day::new(2026, 11, 24).expect("a day")
}

fn table(language: Language, seed: u64) -> ClientTable {
    ClientTable::of_batch(batch(language, seed, today()))
}

fn measured(table: &ClientTable) -> Concentration {
    concentration(table.rows().map(|row| table.field(Field::Revenue).number(row))).expect("revenues")
}

#[test]
fn all_four_segments_are_there_in_believable_numbers() {
    for language in LANGUAGES {
        for seed in 0..20 {
            let table = table(language, seed);
            let rules = SegmentRules { currency: language.currency().to_owned(), ..SegmentRules::default() };
            let findings = classify(&table, &rules);
            let [small, medium, large, state] = findings.counts();
            let share = measured(&table).top_fifth_share;
            let told =
                format!("{language:?} {seed}: {small} {medium} {large} {state} asking {} {share}", findings.asking());
            assert!((8..=12).contains(&large) && (20..=32).contains(&medium) && (8..=12).contains(&state), "{told}");
            assert!(small + medium + large + state == 120 && findings.asking() < 40, "{told}");
            assert!((0.62..0.80).contains(&share), "{told}");
        }
    }
}

#[test]
fn revenue_and_dates_agree_with_the_orders() {
    for language in LANGUAGES {
        let table = table(language, 7);
        for row in table.rows() {
            let history = table.history(row);
            let of_year = || history.iter().filter(|(month, _, _)| *month > today().month_index() - 12);
            let revenue: Sum = of_year().map(|(_, revenue, _)| *revenue).collect();
            let number = |field: Field| table.field(field).number(row);
            assert_eq!(number(Field::Revenue), (!history.is_empty()).then(|| revenue.value()));
            let orders = of_year().map(|(_, _, orders)| *orders).sum::<u32>();
            assert_eq!(number(Field::Orders), (!history.is_empty()).then(|| f64::from(orders)));
            assert!(history.windows(2).all(|pair| pair[0].0 < pair[1].0));
            if let (Some(first), Some(last)) = (history.first(), history.last()) {
                let first_day = table.field(Field::FirstOrder).day(row).expect("a first order");
                let last_day = table.field(Field::LastOrder).day(row).expect("a last order");
                assert!(first_day <= last_day && last_day <= today());
                assert!(first_day.month_index() <= first.0 && last_day.month_index() == last.0);
                assert!(last.0 <= today().month_index() && first.0 > today().month_index() - 24);
            }
        }
    }
}

#[test]
fn tax_numbers_are_well_formed() {
    for language in LANGUAGES {
        let table = table(language, 7);
        for row in table.rows() {
            let text = table.field(Field::TaxId).text(row);
            let is_right = match TaxId::read(text) {
                Some(TaxId::CreditCode { is_valid, body }) => {
                    is_valid && body.is_some() && language == Language::Chinese
                }
                Some(TaxId::InnCompany | TaxId::InnPerson) => language == Language::Russian,
                Some(TaxId::EuVat) => language == Language::English,
                None => text.is_empty(),
            };
            assert!(is_right, "{text}");
        }
    }
}

#[test]
fn it_is_as_untidy_as_life() {
    for language in LANGUAGES {
        let table = table(language, 7);
        let gaps = |field: Field| table.rows().filter(|row| table.field(field).get(*row).is_empty()).count();
        assert!(gaps(Field::Phone) > 2 && gaps(Field::Revenue) > 1 && gaps(Field::Turnover) > 5);
        let misfits: usize = table.columns().iter().map(|column| column.data.misfits.len()).sum();
        assert!((2..=3).contains(&misfits));
        let phones: Vec<_> =
            table.rows().map(|row| table.field(Field::Phone).text(row)).filter(|text| !text.is_empty()).collect();
        let different: HashSet<_> = phones.iter().collect();
        assert!(phones.len() > different.len(), "duplicates share their phone");
        let mut names = HashSet::new();
        let again: Vec<_> = table.rows().map(|row| table.name(row)).filter(|name| !names.insert(*name)).collect();
        assert!(again.is_empty(), "not written differently: {again:?}");
    }
}

#[test]
fn the_same_seed_gives_the_same_demo_and_another_gives_another() {
    for language in LANGUAGES {
        let bytes = |seed| batch(language, seed, today()).to_bytes();
        assert!(bytes(7) == bytes(7) && bytes(7) != bytes(8));
    }
}

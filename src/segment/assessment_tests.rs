//! What a user would miss if the classification were wrong.

use crate::workbook::Field;

use super::fixture::{List, client};
use super::*;

fn rules() -> SegmentRules {
    SegmentRules { currency: "EUR".to_owned(), ..SegmentRules::default() }
}

#[track_caller]
fn check_with(rules: &SegmentRules, fields: &[(Field, &str)], expected: (Segment, u8, Basis, bool)) {
    let findings = classify(&client(fields).table(), rules);
    let finding = findings.get(0).expect("a client");
    assert_eq!((finding.segment, finding.confidence, finding.basis, finding.asks), expected, "{fields:?}");
}

#[track_caller]
fn check(fields: &[(Field, &str)], expected: (Segment, u8, Basis, bool)) {
    check_with(&rules(), fields, expected);
}

use Field::{Assets, Country, Email, Employees, Industry, Name, Phone, Revenue, TaxId, Turnover, Type};
use Segment::{Large, Medium, Small, State};

#[test]
fn sizes_by_the_limits_of_the_clients_country() {
    let german = |employees, turnover| [(Country, "Germany"), (Employees, employees), (Turnover, turnover)];
    check(&german("320", "60000000"), (Large, 95, Basis::Limits, false));
    check(&german("120", "20000000"), (Medium, 95, Basis::Limits, false));
    check(&german("12", "1000000"), (Small, 95, Basis::Limits, false));
    check(&german("3", "100000"), (Small, 95, Basis::Limits, false));
    check(&[(Country, "Germany"), (Employees, "320")], (Large, 60, Basis::Limits, true));
    check(&[(Country, "Germany"), (Turnover, "5000000")], (Small, 60, Basis::Limits, true));
    check(&[(Country, "Germany"), (Employees, "-5"), (Turnover, "5000000")], (Small, 60, Basis::Limits, true));
    check(&[(Country, "中国"), (Industry, "教育"), (Employees, "300")], (Large, 75, Basis::Limits, false));
    check(&[(Country, "USA"), (Employees, "300"), (Assets, "1")], (Large, 80, Basis::Limits, false));
    check(&[(Phone, "+7 495 123-45-67"), (Employees, "300")], (Large, 60, Basis::Limits, true));
}

#[test]
fn turnover_in_another_currency_is_used_only_with_a_rate() {
    let russian = [(Country, "Россия"), (Employees, "10"), (Turnover, "10000000")];
    check(&russian, (Small, 60, Basis::Limits, true));
    let with_rate = SegmentRules { rates: [("RUB".to_owned(), 100.0)].into(), ..rules() };
    check_with(&with_rate, &russian, (Medium, 95, Basis::Limits, false));
    let table = client(&russian).table();
    let explanation = explain(&table, 0, &rules(), &classify(&table, &rules())).expect("a client");
    assert!(
        explanation
            .evidence
            .iter()
            .any(|weighted| { weighted.evidence == Evidence::NoRate { currency: "EUR".to_owned(), needed: "RUB" } })
    );
    assert_eq!(explanation.missing, [Missing::Choice, Missing::Rate]);
    let nonsense = SegmentRules { rates: [("RUB".to_owned(), f64::NAN)].into(), ..rules() };
    check_with(&nonsense, &russian, (Small, 60, Basis::Limits, true));
}

#[test]
fn the_state_is_known_by_any_of_its_marks() {
    check(&[(Type, "State-owned")], (State, 100, Basis::Type, false));
    check(&[(Type, "国有企业")], (State, 100, Basis::Type, false));
    check(&[(TaxId, "12100000400000254L")], (State, 80, Basis::TaxId, false));
    check(&[(Email, "a@ministry.gov.cn")], (State, 80, Basis::Email, false));
    check(&[(Name, "ФГУП Завод")], (State, 90, Basis::Name, false));
    check(&[(Name, "Министерство финансов"), (Employees, "5000")], (State, 90, Basis::Name, false));
    check(&[(Name, "State Street"), (Revenue, "")], (Small, 10, Basis::Nothing, true));
    let list = List::default().own(0, "Hospital Ownership", "Government - Local").own(1, "Код ОКФС", "13");
    let findings = classify(&list.table(), &rules());
    assert_eq!(findings.get(0).map(|finding| finding.basis), Some(Basis::Type));
    assert_eq!(findings.get(1).map(|finding| finding.basis), Some(Basis::LegalForm));
}

#[test]
fn what_is_doubtful_asks_and_stands_by_its_size() {
    let group = [(Name, "中国远山集团"), (Country, "中国"), (Industry, "教育"), (Employees, "350")];
    check(&group, (Large, 50, Basis::Limits, true));
    check(&[(Name, "ГУП Водоканал"), (Type, "Частная")], (Small, 10, Basis::Nothing, true));
    check(&[(Name, "ГУП Водоканал"), (TaxId, "123456789047")], (Small, 10, Basis::Nothing, true));
    let german_group = [(Name, "ГК Восток"), (Country, "DE"), (Employees, "12"), (Turnover, "1")];
    check(&german_group, (Small, 95, Basis::Limits, false));
}

#[test]
fn the_lists_own_word_counts_fully() {
    check(&[(Type, "Large")], (Large, 100, Basis::Type, false));
    check(&[(Type, "малый"), (Employees, "5000")], (Small, 100, Basis::Type, false));
    check(&[(Type, "大型国有企业")], (State, 100, Basis::Type, false));
}

#[test]
fn ones_own_limits_and_the_rank_where_nothing_else_is_known() {
    let own = |profile| SegmentRules {
        profile,
        own_revenue: OwnRevenueLimits { limits: Some((100.0, 1000.0)), ..OwnRevenueLimits::default() },
        ..rules()
    };
    let always = own(ProfileChoice::Always(Profile::OwnRevenue));
    check_with(&always, &[(Revenue, "1000"), (Employees, "1")], (Large, 95, Basis::OwnLimits, false));
    check_with(&always, &[(Revenue, "100")], (Medium, 95, Basis::OwnLimits, false));
    check_with(&always, &[(Revenue, "-5")], (Small, 95, Basis::OwnLimits, false));
    check_with(&own(ProfileChoice::ByCountry), &[(Revenue, "100")], (Medium, 60, Basis::OwnLimits, true));
    check(&[(Revenue, "100")], (Large, 30, Basis::Rank, true));
    check(&[(Revenue, "0")], (Small, 10, Basis::Nothing, true));
    let list = (0..10).fold(List::default(), |list, row| list.with(row, Revenue, &format!("{}", 100 - row)));
    let findings = classify(&list.table(), &rules());
    assert_eq!(findings.counts(), [5, 3, 2, 0]);
    let explanation = explain(&list.table(), 3, &rules(), &findings).expect("a client");
    let rank = Evidence::RevenueRank { rank: 4, of: 10, size: Size::Medium };
    assert_eq!(explanation.evidence.first(), Some(&Weighted { evidence: rank, weight: 50 }));
    assert_eq!(explanation.missing, [Missing::Choice, Missing::Employees, Missing::Turnover, Missing::Country]);
}

#[test]
fn a_persons_choice_wins_and_can_be_taken_back() {
    let chosen = client(&[(Field::Segment, "small"), (Name, "Ministry of Health")]);
    let findings = classify(&chosen.table(), &rules());
    let finding = findings.get(0).expect("a client");
    assert_eq!((finding.segment, finding.is_chosen(), finding.asks), (Small, true, false));
    let explanation = explain(&chosen.table(), 0, &rules(), &findings).expect("a client");
    assert_eq!(explanation.without_choice.map(|found| found.segment), Some(State));
    let evidence: Vec<_> = explanation.evidence.into_iter().map(|weighted| weighted.evidence).collect();
    assert_eq!(evidence[0], Evidence::Chosen { segment: Small, on: None });
    assert_eq!(evidence[1], Evidence::NameWord { word: "Ministry".to_owned() });
    check(&[(Field::Segment, "nonsense"), (Name, "Ministry")], (State, 80, Basis::Name, false));
}

#[test]
fn evidence_names_the_figures_and_the_limits() {
    let table = client(&[(Country, "FR"), (Employees, "320"), (Turnover, "60000000")]).table();
    let explanation = explain(&table, 0, &rules(), &classify(&table, &rules())).expect("a client");
    let figure = |indicator, value, comparison, limit| Evidence::Figure {
        indicator,
        value,
        comparison,
        limit,
        size: Size::Large,
    };
    let evidence: Vec<_> = explanation.evidence.into_iter().map(|weighted| weighted.evidence).collect();
    let by = TerritorySource::Country;
    assert_eq!(
        evidence,
        [
            figure(Indicator::Employees, 320.0, Comparison::AtLeast, 250.0),
            figure(Indicator::Turnover, 60e6, Comparison::Above, 50e6),
            Evidence::ProfileUsed { profile: Profile::Eu, territory: Some(Territory::Eu), by },
        ]
    );
    assert_eq!(explanation.missing, []);
}

#[test]
fn slices_and_changes_give_what_all_at_once_gives() {
    let names = ["Ministry of Water", "Acme", "中国远山集团", "ФГУП Завод", "Bakery", ""];
    let mut list = List::default();
    for row in 0..60_u32 {
        list.set(row, Name, names[row as usize % names.len()]);
        list.set(row, Revenue, &(row * 37 % 61).to_string());
        if row % 7 == 0 {
            list.set(row, Employees, &(row * 10).to_string());
            list.set(row, Country, "Germany");
        }
    }
    let mut classifier = Classifier::new(rules());
    let mut steps = 0;
    while !classifier.step(&list.table(), 7) {
        steps += 1;
    }
    assert_eq!(steps, 9);
    let mut seed = 1_u32;
    for step in 0..300_u32 {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let row = (seed >> 16) % (60 + step / 10);
        let before = classifier.findings().clone();
        match seed >> 29 {
            0 => list.set(row, Name, names[(seed >> 8) as usize % names.len()]),
            1 => list.set(row, Field::Segment, if seed & 1024 == 0 { "large" } else { "" }),
            2 => list.set(row, Employees, ""),
            _ => list.set(row, Revenue, &((seed >> 8) % 61).to_string()),
        }
        let table = if seed >> 27 & 1 == 0 { list.table() } else { list.table().with_deleted(&[row]) };
        let changed = classifier.update(&table, &[row]);
        let fresh = classify(&table, &rules());
        for row in 0..table.row_count() {
            assert_eq!(classifier.findings().get(row), fresh.get(row), "row {row} after step {step}");
            let is_told = changed.contains(&row);
            assert_eq!(is_told, before.get(row) != fresh.get(row), "row {row} after step {step}");
        }
        // The next table has the client again.
        classifier.update(&list.table(), &[row]);
    }
}

#[test]
fn nobody_and_one_client() {
    assert_eq!(classify(&List::default().table(), &rules()).counts(), [0; 4]);
    assert_eq!(classify(&client(&[(Name, "Acme")]).table(), &rules()).counts(), [1, 0, 0, 0]);
    let rules_kept: SegmentRules =
        serde_json::from_str(&serde_json::to_string(&rules()).expect("text")).expect("rules");
    assert_eq!(rules_kept, rules());
    assert_eq!(serde_json::from_str::<SegmentRules>("{}").expect("defaults"), SegmentRules::default());
}

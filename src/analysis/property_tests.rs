//! What must hold whatever the clients are.

use proptest::prelude::*;

use super::fixture::{Client, TODAY, table};
use super::*;
use crate::segment::Segment;
use crate::workbook::ClientTable;

fn amount() -> impl Strategy<Value = Option<f64>> {
    prop_oneof![
        1 => Just(None),
        4 => (-2_i32..12).prop_map(|amount| Some(f64::from(amount) * 10.0)),
        3 => (0_u32..1_000_000).prop_map(|cents| Some(f64::from(cents) / 100.0)),
    ]
}

fn client() -> impl Strategy<Value = Client> {
    let figures = (
        amount(),
        proptest::option::of((-1_i32..9).prop_map(|margin| f64::from(margin) / 10.0)),
        proptest::option::of((0_u8..15).prop_map(f64::from)),
        proptest::option::of(-5..700_i32),
        proptest::option::of(Just(0.3)),
    );
    let sales = proptest::collection::vec((0_i32..8).prop_map(|amount| (f64::from(amount) * 2.5, 1)), 0..20);
    (figures, sales).prop_map(|((revenue, margin, orders, since, churn), sales)| Client {
        revenue,
        margin,
        orders,
        since,
        churn,
        sales,
    })
}

fn rules() -> impl Strategy<Value = AnalysisRules> {
    let scoring = prop_oneof![Just(RfmScoring::Automatic), Just(RfmScoring::Quintiles), Just(RfmScoring::Terciles)];
    let basis = prop_oneof![Just(AbcBasis::Revenue), Just(AbcBasis::Margin)];
    let reference = prop_oneof![Just(Reference::Today), Just(Reference::DataEnd)];
    let window = prop_oneof![Just(12_u8), Just(5)];
    (scoring, basis, reference, window).prop_map(|(scoring, basis, reference, window_months)| {
        let abc = AbcRules { basis, ..AbcRules::default() };
        let rfm = RfmRules { scoring, ..RfmRules::default() };
        AnalysisRules { window_months, reference, abc, rfm, ..AnalysisRules::default() }
    })
}

/// Everything that is said about one client.
type Said = (
    Result<AbcClass, Gap>,
    Result<XyzClass, Gap>,
    Result<RfmScores, Gap>,
    Result<Rhythm, Gap>,
    Option<(f64, ChurnSource)>,
);

fn said(analyses: &Analyses, row: u32) -> Said {
    let churn = analyses.churn(row, Segment::Medium);
    (analyses.abc(row), analyses.xyz(row), analyses.rfm(row), analyses.rhythm(row), churn)
}

fn all_said(table: &ClientTable, analyses: &Analyses) -> Vec<Said> {
    (0..table.row_count()).map(|row| said(analyses, row)).collect()
}

proptest! {
    #[test]
    fn no_reordering_of_rows_changes_any_class(
        shuffled in proptest::collection::vec(client(), 0..120).prop_flat_map(|clients| {
            let places: Vec<usize> = (0..clients.len()).collect();
            (Just(clients), Just(places).prop_shuffle())
        }),
        rules in rules(),
    ) {
        let (clients, places) = shuffled;
        let moved: Vec<Client> = places.iter().map(|place| clients[*place].clone()).collect();
        let (before, after) = (table(&clients), table(&moved));
        let before = all_said(&before, &Analyses::of(&before, &rules, TODAY));
        let after = all_said(&after, &Analyses::of(&after, &rules, TODAY));
        for (place, said) in places.iter().zip(after) {
            prop_assert_eq!(before[*place], said);
        }
    }

    #[test]
    fn scaling_all_amounts_changes_no_class(
        clients in proptest::collection::vec(client(), 0..120),
        // Amounts that are equal stay equal only where the product is exact.
        factor in prop_oneof![Just(0.125), Just(3.0), Just(7.0), Just(1000.0), Just(65_536.0)],
        rules in rules(),
    ) {
        let scaled: Vec<Client> = clients.iter().cloned().map(|mut client| {
            client.revenue = client.revenue.map(|revenue| revenue * factor);
            client.sales.iter_mut().for_each(|(amount, _)| *amount *= factor);
            client
        }).collect();
        let (before, after) = (table(&clients), table(&scaled));
        prop_assert_eq!(
            all_said(&before, &Analyses::of(&before, &rules, TODAY)),
            all_said(&after, &Analyses::of(&after, &rules, TODAY))
        );
    }

    #[test]
    fn following_edits_gives_what_reading_anew_gives(
        clients in proptest::collection::vec(client(), 1..90),
        edits in proptest::collection::vec((any::<prop::sample::Index>(), client(), any::<bool>()), 1..12),
        slice in 1_u32..50,
        early in 0_usize..12,
        rules in rules(),
    ) {
        let mut clients = clients;
        let mut dead: Vec<u32> = Vec::new();
        let mut analyses = Analyses::new(rules.clone(), TODAY);
        let mut table_now = table(&clients);
        for _ in 0..early {
            analyses.advance(&table_now, slice);
        }
        for (index, client, deletes) in edits {
            let row = index.index(clients.len() + 1);
            if row == clients.len() {
                clients.push(Client { sales: Vec::new(), ..client });
            } else {
                let sales = std::mem::take(&mut clients[row].sales);
                clients[row] = Client { sales, ..client };
            }
            let row = row as u32;
            dead.retain(|other| *other != row);
            if deletes {
                dead.push(row);
            }
            let before = all_said(&table_now, &analyses);
            let was_done = analyses.is_done();
            table_now = table(&clients).with_deleted(&dead);
            let changed = analyses.update(&table_now, &[row]);
            if was_done {
                let now = all_said(&table_now, &analyses);
                for (other, (before, now)) in before.iter().zip(&now).enumerate() {
                    prop_assert!(before == now || changed.contains(&(other as u32)), "row {} changed unsaid", other);
                }
            }
        }
        while !analyses.advance(&table_now, slice) {}
        let anew = Analyses::of(&table_now, &rules, TODAY);
        prop_assert_eq!(&analyses.orders, &anew.orders);
        prop_assert_eq!(analyses.lines, anew.lines);
        prop_assert_eq!(all_said(&table_now, &analyses), all_said(&table_now, &anew));
    }

    #[test]
    fn shares_of_classes_add_up_to_everything(clients in proptest::collection::vec(client(), 0..80), rules in rules()) {
        let analyses = Analyses::of(&table(&clients), &rules, TODAY);
        let shares: Vec<f64> = analyses.abc_shares().iter().filter_map(|share| share.share).collect();
        prop_assert!(shares.is_empty() || (shares.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        for row in analyses.rows() {
            if let Ok(why) = analyses.explain_abc(row) {
                let (before, share) = (why.before.unwrap_or(1.0), why.share.unwrap_or(0.0));
                prop_assert!(before + share <= 1.0 + 1e-9);
                prop_assert!(why.class == AbcClass::A || before >= 0.8 - 1e-8);
                prop_assert!(why.class == AbcClass::C || before < 0.95);
            }
        }
    }
}

//! What the analyses say about whole tables.

use super::fixture::{Client, TODAY, table};
use super::*;
use crate::segment::{Segment, SegmentRules, classify};
use crate::workbook::Day;

fn analyses(clients: &[Client], rules: &AnalysisRules) -> Analyses {
    Analyses::of(&table(clients), rules, TODAY)
}

fn of(clients: &[Client]) -> Analyses {
    analyses(clients, &AnalysisRules::default())
}

fn revenues(revenues: &[f64]) -> Vec<Client> {
    revenues.iter().copied().map(Client::of_revenue).collect()
}

/// A client that bought this in the last months, before the running one.
fn steady(sales: &[f64]) -> Client {
    Client { sales: sales.iter().map(|amount| (*amount, 1)).chain([(3.0, 1)]).collect(), ..Client::default() }
}

#[track_caller]
fn near(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-9, "{found} is not {expected}");
}

#[test]
fn nothing_gives_nothing_and_every_gap_has_its_reason() {
    let nothing = of(&[]);
    assert_eq!((nothing.concentration(), nothing.first_clients(3, None)), (None, None));
    assert!(nothing.abc_shares().iter().all(|share| share.clients == 0 && share.share.is_none()));
    assert_eq!(nothing.abc_xyz().total().clients, 0);
    let blank = of(&[Client::default()]);
    assert_eq!(
        (blank.abc(0), blank.xyz(0), blank.rfm(0)),
        (Err(Gap::NoRevenue), Err(Gap::NoHistory), Err(Gap::NoLastOrder))
    );
    assert_eq!(blank.rhythm(0), Err(Gap::NoLastOrder));
    assert_eq!(blank.churn(0, Segment::Small), Some((0.25, ChurnSource::Segment)));
    assert_eq!(blank.churn(1, Segment::Small), None);
    let margin = AbcRules { basis: AbcBasis::Margin, ..AbcRules::default() };
    let by_margin = analyses(&revenues(&[5.0]), &AnalysisRules { abc: margin, ..AnalysisRules::default() });
    assert_eq!(by_margin.abc(0), Err(Gap::NoMargin));
}

#[test]
fn one_client_is_an_a_and_a_champion() {
    let one = of(&[Client { orders: Some(4.0), since: Some(10), ..Client::of_revenue(100.0) }]);
    assert_eq!(one.abc(0), Ok(AbcClass::A));
    assert_eq!(one.rfm(0).map(RfmScores::cell), Ok(RfmCell::Champion));
    assert_eq!(one.rhythm(0).map(|rhythm| rhythm.expected), Ok(Day(TODAY.0 - 10 + 91)));
    assert_eq!(one.explain_rfm(0).map(|why| (why.of, why.days_since, why.scoring)), Ok((1, 10, RfmScoring::Terciles)));
}

#[test]
fn all_equal_clients_are_alike_in_everything() {
    let client = Client { orders: Some(4.0), since: Some(10), ..steady(&[5.0; 12]) };
    let equal = of(&vec![client; 60]);
    assert!((0..60).all(|row| equal.abc(row) == Ok(AbcClass::A) && equal.xyz(row) == Ok(XyzClass::X)));
    assert_eq!(equal.rfm(7).map(|scores| (scores.recency, scores.cell())), Ok((3, RfmCell::NeedsAttention)));
    assert_eq!(equal.abc_xyz().cells[0][0].clients, 60);
    near(equal.concentration().expect("revenues").gini, 0.0);
}

#[test]
fn why_a_client_is_a_b() {
    let four = of(&revenues(&[80.0, 10.0, 5.0, 5.0]));
    let why = four.explain_abc(1).expect("a class");
    assert_eq!((why.class, why.rank, why.alike, why.of), (AbcClass::B, 2, 1, 4));
    near(why.share.expect("share"), 0.1);
    near(why.before.expect("share"), 0.8);
    let why = four.explain_abc(3).expect("a class");
    assert_eq!((why.class, why.rank, why.alike), (AbcClass::B, 3, 2));
    near(why.before.expect("share"), 0.9);
    let negative = of(&revenues(&[80.0, -10.0])).explain_abc(1).expect("a class");
    assert_eq!((negative.class, negative.share, negative.rank), (AbcClass::C, None, 2));
}

#[test]
fn classes_share_everything_that_is_brought() {
    let shares = of(&revenues(&[50.0, 30.0, 10.0, 7.0, 3.0, -4.0])).abc_shares();
    assert_eq!(shares.map(|share| (share.clients, share.amount)), [(2, 80.0), (2, 17.0), (2, 3.0)]);
    near(shares.iter().filter_map(|share| share.share).sum(), 1.0);
}

#[test]
fn the_running_month_is_no_period_and_months_without_sales_are_zeros() {
    let clients = [
        steady(&[9.0, 11.0, 9.0, 11.0, 9.0, 11.0]),
        Client { sales: vec![(6.0, 1), (0.0, 0), (0.0, 0), (0.0, 0)], ..Client::default() },
    ];
    let both = of(&clients);
    assert_eq!(both.xyz(0), Ok(XyzClass::X));
    let why = both.explain_xyz(&table(&clients), 1);
    assert_eq!((why.periods, why.class), (vec![0.0, 0.0, 0.0, 6.0, 0.0, 0.0], Ok(XyzClass::Z)));
    assert_eq!(of(&[steady(&[5.0; 5])]).xyz(0), Err(Gap::TooFewPeriods));
    let mut stopped = steady(&[5.0; 14]);
    stopped.sales[2..].fill((0.0, 0));
    assert_eq!(of(&[stopped, steady(&[5.0; 14])]).xyz(0), Err(Gap::NothingBought));
}

#[test]
fn the_sheet_counts_before_the_sales_in_its_own_window() {
    let client = Client { sales: vec![(10.0, 2); 24], ..Client::default() };
    let of_sales = of(std::slice::from_ref(&client));
    assert_eq!(of_sales.revenue(0), Some(120.0));
    assert_eq!(of_sales.rhythm(0).map(|rhythm| rhythm.last), Ok(TODAY));
    let in_sheet = Client { revenue: Some(99.0), ..client };
    assert_eq!(of(std::slice::from_ref(&in_sheet)).revenue(0), Some(99.0));
    let half = AnalysisRules { window_months: 6, ..AnalysisRules::default() };
    assert_eq!(analyses(std::slice::from_ref(&in_sheet), &half).revenue(0), Some(60.0));
    assert_eq!(analyses(&revenues(&[99.0]), &half).revenue(0), Some(49.5));
    let rhythm = analyses(&[in_sheet], &half).rhythm(0).expect("a rhythm");
    near(rhythm.interval, 365.0 / 24.0);
}

#[test]
fn a_list_of_last_year_can_be_looked_at_from_its_end() {
    let clients = [400, 430].map(|since| Client { orders: Some(12.0), since: Some(since), ..Client::of_revenue(5.0) });
    let state = |reference| {
        let analyses = analyses(&clients, &AnalysisRules { reference, ..AnalysisRules::default() });
        analyses.rhythm(0).map(|rhythm| rhythm.state)
    };
    assert_eq!(state(Reference::Today), Ok(OrderState::Lost));
    assert_eq!(state(Reference::DataEnd), Ok(OrderState::Active));
}

#[test]
fn fixed_cuts_score_by_what_they_say() {
    let clients = [(20, 12.0, 2e6), (400, 1.0, 10.0), (90, 4.0, 60_000.0)].map(|(since, orders, revenue)| Client {
        orders: Some(orders),
        since: Some(since),
        ..Client::of_revenue(revenue)
    });
    let mut rules = AnalysisRules::default();
    rules.rfm.scoring = RfmScoring::Cuts;
    let by_cuts = analyses(&clients, &rules);
    let scores = |row| by_cuts.rfm(row).map(|scores| [scores.recency, scores.frequency, scores.monetary]);
    assert_eq!([scores(0), scores(1), scores(2)], [Ok([5, 5, 5]), Ok([1, 1, 1]), Ok([4, 3, 3])]);
}

#[test]
fn a_churn_in_the_sheet_wins_over_an_overdue_order() {
    let late = Client { orders: Some(12.0), since: Some(50), ..Client::default() };
    let both = of(&[late.clone(), Client { churn: Some(0.07), ..late }]);
    let why = both.explain_churn(0, Segment::Small).expect("churn");
    assert_eq!((why.churn, why.source, why.factor), (0.5, ChurnSource::Overdue(OrderState::Risk), Some(2.0)));
    assert_eq!(both.churn(1, Segment::Small), Some((0.07, ChurnSource::Sheet)));
}

#[test]
fn matrices_count_every_client_once() {
    let clients: Vec<Client> = (0..70_i32)
        .map(|number| {
            let sales: Vec<f64> = (0..8).map(|month| f64::from(100 + month * (number % 9) * 5)).collect();
            let figures = steady(&sales);
            let since = (number % 5 != 0).then_some(number * 3);
            Client { revenue: Some(f64::from(number) * 10.5), orders: Some(3.0), since, ..figures }
        })
        .chain([Client::default()])
        .collect();
    let analyses = of(&clients);
    let total = 10.5 * f64::from(69 * 70 / 2);
    for (clients, revenue) in [
        (analyses.abc_xyz().total().clients, analyses.abc_xyz().total().revenue.value()),
        (analyses.rfm_matrix().total().clients, analyses.rfm_matrix().total().revenue.value()),
    ] {
        assert_eq!(clients, 71);
        near(revenue, total);
    }
    assert_eq!(analyses.abc_xyz().without.clients, 1);
    let cell = Some((AbcClass::A, XyzClass::X));
    assert_eq!(analyses.in_abc_xyz(cell).count() as u32, analyses.abc_xyz().cells[0][0].clients);
    let matrix = analyses.rfm_matrix();
    for (recency, value) in (1..=5).flat_map(|recency| (1..=5).map(move |value| (recency, value))) {
        let cell = matrix.cells[usize::from(recency) - 1][usize::from(value) - 1];
        assert_eq!(analyses.in_rfm(Some((recency, value))).count() as u32, cell.clients);
    }
}

#[test]
fn concentration_is_measured_by_segment_too() {
    let table = table(&revenues(&[400.0, 300.0, 100.0, 50.0, 50.0, 40.0, 30.0, 20.0, 5.0, 5.0, -7.0]));
    let findings = classify(&table, &SegmentRules::default());
    let analyses = Analyses::of(&table, &AnalysisRules::default(), TODAY);
    let all = analyses.concentration().expect("revenues");
    assert_eq!((all.clients, all.negative, all.clients_for_80), (10, 1, 3));
    let parts: Vec<_> =
        Segment::ALL.iter().filter_map(|segment| analyses.concentration_of(*segment, &findings)).collect();
    assert_eq!(parts.iter().map(|part| part.clients).sum::<u32>(), 10);
    near(parts.iter().map(|part| part.total).sum(), all.total);
    assert_eq!(parts.iter().map(|part| part.negative).sum::<u32>(), 1);
    let first = analyses.first_clients(3, None).expect("clients");
    assert_eq!((first.rows.as_slice(), first.revenue, first.without_margin), (&[0, 1, 2][..], 800.0, 3));
    near(first.revenue_share, 0.8);
    let large = analyses.first_clients(3, Some((Segment::Large, &findings))).expect("clients");
    assert_eq!(large.rows, [0, 1]);
}

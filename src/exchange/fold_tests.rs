//! What lines come to by client and by month.

use super::*;

fn day(year: i32, month: u32, day: u32) -> i32 {
    Day::new(year, month, day).expect("a day").0
}

/// Lines as (client, day, amount, order).
fn folded(lines: &[(u32, i32, f64, u32)], clients: u32) -> Folded {
    let lines = Lines {
        client: lines.iter().map(|line| line.0).collect(),
        day: lines.iter().map(|line| line.1).collect(),
        amount: lines.iter().map(|line| line.2).collect(),
        order: lines.iter().map(|line| line.3).collect(),
        are_orders: true,
    };
    fold(&lines, clients)
}

fn months(folded: &Folded, client: u32) -> Vec<(i32, f64, u32)> {
    folded.history.of_row(client).collect()
}

#[test]
fn the_last_twelve_months_end_with_the_latest_date_of_all_clients() {
    let lines = [(0, day(2023, 1, 31), 5.0, 0), (0, day(2023, 2, 1), 7.0, 0), (1, day(2024, 1, 2), 1.0, 0)];
    let folded = folded(&lines, 2);
    assert_eq!(folded.total, [12.0, 1.0]);
    assert_eq!(folded.revenue, [7.0, 1.0]);
    assert_eq!(folded.orders, [1.0, 1.0]);
    assert_eq!((folded.first[0], folded.last[0]), (day(2023, 1, 31), day(2023, 2, 1)));
    assert_eq!(months(&folded, 0), [(2023 * 12, 5.0, 1), (2023 * 12 + 1, 7.0, 1)]);
    assert_eq!(folded.totals.last_year, Some(8.0));
    assert_eq!(folded.totals.months, Some((2023 * 12, 2024 * 12)));
}

#[test]
fn an_order_of_several_lines_counts_once_and_a_credit_note_is_none() {
    let lines = [
        (0, day(2024, 2, 1), 1.0, 8),
        (0, day(2024, 1, 31), 2.0, 8),
        (0, day(2024, 2, 3), -0.5, 9),
        (1, day(2024, 2, 3), 4.0, 8),
    ];
    let folded = folded(&lines, 2);
    assert_eq!(folded.orders, [1.0, 1.0]);
    assert_eq!(months(&folded, 0), [(2024 * 12, 2.0, 1), (2024 * 12 + 1, 0.5, 0)]);
    assert_eq!(folded.last[0], day(2024, 2, 1));
    assert_eq!(folded.totals.credits, Part { count: 1, sum: -0.5 });
    assert_eq!((folded.totals.before, folded.totals.after), (Some(6.5), Some(6.5)));
}

#[test]
fn a_line_without_a_date_is_in_the_total_and_in_no_month() {
    let folded = folded(&[(0, NO_DAY, 3.0, 0), (0, day(2024, 2, 1), 2.0, 0), (1, NO_DAY, 4.0, 0)], 2);
    assert_eq!(folded.total, [5.0, 4.0]);
    assert_eq!(folded.revenue[..1], [2.0]);
    assert!(folded.revenue[1].is_nan());
    assert_eq!(folded.totals.undated, Part { count: 2, sum: 7.0 });
    assert_eq!(months(&folded, 1), []);
}

#[test]
fn without_any_date_the_revenue_is_the_total_and_without_amounts_there_is_none() {
    let dateless = folded(&[(0, NO_DAY, 3.0, 0), (0, NO_DAY, 2.0, 0)], 1);
    assert_eq!((dateless.revenue[0], dateless.orders[0]), (5.0, 2.0));
    let priceless = folded(&[(0, day(2024, 2, 1), f64::NAN, 0)], 1);
    assert!(priceless.revenue[0].is_nan() && priceless.total[0].is_nan());
    assert_eq!((priceless.totals.before, priceless.totals.after, priceless.totals.last_year), (None, None, None));
    assert!(priceless.history.is_empty());
    assert_eq!(folded(&[], 0).totals, Totals::default());
}

/// A number from a number, without chance.
fn mixed(seed: u64) -> u64 {
    let seed = (seed ^ (seed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let seed = (seed ^ (seed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    seed ^ (seed >> 31)
}

#[test]
fn nothing_is_lost_whatever_the_lines_are() {
    for seed in 0..60 {
        let clients = 1 + (mixed(seed) % 40) as u32;
        let line = |number: u64| {
            let word = mixed(seed * 1000 + number);
            let day = if word.is_multiple_of(11) { NO_DAY } else { 19_000 + (word >> 8) as i32 % 900 };
            let amount =
                if word.is_multiple_of(13) { f64::NAN } else { ((word >> 20) % 2_000_000) as f64 / 100.0 - 5000.0 };
            ((word >> 44) as u32 % clients, day, (amount * 100.0).round() / 100.0, (word >> 50) as u32 % 50)
        };
        let lines: Vec<_> = (0..500).map(line).collect();
        let folded = folded(&lines, clients);
        let sum = |numbers: &mut dyn Iterator<Item = f64>| numbers.collect::<Sum>().hundredths().expect("cents");
        let file = sum(&mut lines.iter().map(|line| line.2));
        assert_eq!(sum(&mut folded.total.iter().copied()), file);
        let undated = sum(&mut lines.iter().filter(|line| line.1 == NO_DAY).map(|line| line.2));
        assert_eq!(sum(&mut folded.history.revenue.iter().copied()) + undated, file);
        assert_eq!(folded.totals.before, folded.totals.after);
        let places: Vec<_> = folded.history.rows.iter().zip(&folded.history.months).collect();
        assert!(places.is_sorted_by(|left, right| left < right));
    }
}

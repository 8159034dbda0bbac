//! Months as columns: the headings of a cross-tab.

use super::dates;
use super::rows::MonthColumn;
use crate::workbook::Day;

/// So many months side by side are a cross-tab.
const LEAST: usize = 3;
/// So far apart two months may stand whose headings name no year.
const MOST_SKIPPED: i32 = 3;
/// Years that a list of sales can hold.
const YEARS: std::ops::RangeInclusive<i32> = 1990..=2100;

/// The month that a heading names, as [`Day::month_index`]: Jan 2024, 2024-01, 01.2024, 2024年1月, янв. 24, 1/2024, or
/// the first or last day of one.
pub fn month(heading: &str) -> Option<i32> {
    let heading = heading.trim();
    if !(6..=30).contains(&heading.len()) || !heading.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    if let Some(dates::Form::Clear { year, month, day }) = dates::form(heading) {
        // A month is written as its first day, or as its last.
        let day = Day::new(year, month, day)?;
        return (day.parts().2 == 1 || Day(day.0 + 1).parts().2 == 1).then(|| index(year, month))?;
    }
    let lower = heading.to_lowercase();
    if let Some((year, rest)) = lower.split_once('年') {
        return index(year.trim().parse().ok()?, rest.trim().strip_suffix('月')?.trim().parse().ok()?);
    }
    let lower = lower.trim_end_matches("г.").trim_end_matches(" г");
    let mut parts = lower.split([' ', '-', '.', '/', ',', '\'', '’', '\u{a0}', '_']).filter(|part| !part.is_empty());
    let (first, second) = (parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let named = |name: &str, year: &str| index(full_year(year)?, dates::month_of(name)?);
    let written = |year: &str, month: &str| {
        let is_year = year.len() == 4 && month.len() <= 2;
        is_year.then(|| index(year.parse().ok()?, month.parse().ok()?))?
    };
    named(first, second)
        .or_else(|| named(second, first))
        .or_else(|| written(first, second))
        .or_else(|| written(second, first))
}

fn index(year: i32, month: u32) -> Option<i32> {
    (YEARS.contains(&year)).then(|| Day::new(year, month, 1).map(Day::month_index))?
}

fn full_year(text: &str) -> Option<i32> {
    match (text.len(), text.parse::<i32>().ok()?) {
        (2, short) => Some(2000 + short),
        (4, year) => Some(year),
        _ => None,
    }
}

/// The longest run of headings, side by side, that name one month after the other: each with its place.
pub fn run(headings: &[(u32, String)]) -> Vec<MonthColumn> {
    let (mut best, mut run): (Vec<MonthColumn>, Vec<MonthColumn>) = (Vec::new(), Vec::new());
    for (position, heading) in headings {
        let Some(month) = month(heading) else {
            // A total of a quarter between months does not end the run: other months may follow.
            continue;
        };
        if run.last().is_some_and(|before| before.month >= month) {
            best = longer(best, std::mem::take(&mut run));
        }
        run.push(MonthColumn { position: *position, month });
    }
    best = longer(best, run);
    let are_neighbours = best.windows(2).any(|pair| matches!(pair, [one, other] if one.month + 1 == other.month));
    if best.len() >= LEAST && are_neighbours { best } else { Vec::new() }
}

/// The month of a heading that names no year, 1 to 12: Jan, January, янв., Январь, 1月, 一月.
fn bare_month(heading: &str) -> Option<u32> {
    const CHINESE: [&str; 12] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];
    let lower = heading.trim().trim_end_matches('.').to_lowercase();
    if let Some(number) = lower.strip_suffix('月') {
        let number = number.trim();
        let written = CHINESE.iter().position(|name| *name == number).map(|at| at as u32 + 1);
        return written.or_else(|| number.parse().ok()).filter(|month| (1..=12).contains(month));
    }
    dates::month_of(&lower)
}

/// As [`run`], for headings without a year: the first month is of `year`, and months that wrap round are of the next.
pub fn run_from(headings: &[(u32, String)], year: i32) -> Vec<MonthColumn> {
    let (mut best, mut run): (Vec<MonthColumn>, Vec<MonthColumn>) = (Vec::new(), Vec::new());
    for (position, heading) in headings {
        let Some(month) = bare_month(heading) else { continue };
        let month = month as i32 - 1;
        let step = run.last().map(|before| (month - before.month).rem_euclid(12));
        let index = if let (Some(step @ 1..=MOST_SKIPPED), Some(before)) = (step, run.last()) {
            before.month + step
        } else {
            best = longer(best, std::mem::take(&mut run));
            year * 12 + month
        };
        run.push(MonthColumn { position: *position, month: index });
    }
    best = longer(best, run);
    let are_neighbours = best.windows(2).any(|pair| matches!(pair, [one, other] if one.month + 1 == other.month));
    if best.len() >= LEAST && are_neighbours { best } else { Vec::new() }
}

/// The first year that a text names.
pub fn year_in(text: &str) -> Option<i32> {
    let numbers = text.split(|letter: char| !letter.is_ascii_digit()).filter(|number| number.len() == 4);
    numbers.filter_map(|number| number.parse().ok()).find(|year| YEARS.contains(year))
}

fn longer(one: Vec<MonthColumn>, other: Vec<MonthColumn>) -> Vec<MonthColumn> {
    if other.len() > one.len() { other } else { one }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(heading: &str, expected: Option<(i32, i32)>) {
        assert_eq!(month(heading), expected.map(|(year, month)| year * 12 + month - 1), "{heading}");
    }

    #[test]
    fn months_are_understood_in_three_languages() {
        check("Jan 2024", Some((2024, 1)));
        check("January 2024", Some((2024, 1)));
        check("Jan-24", Some((2024, 1)));
        check("Dec'23", Some((2023, 12)));
        check("2024-01", Some((2024, 1)));
        check("2024/12", Some((2024, 12)));
        check("01.2024", Some((2024, 1)));
        check("1/2024", Some((2024, 1)));
        check("2024年1月", Some((2024, 1)));
        check("2024年 12 月", Some((2024, 12)));
        check("янв 2024", Some((2024, 1)));
        check("Янв.24", Some((2024, 1)));
        check("Сентябрь 2024 г.", Some((2024, 9)));
        check("2024-03-01", Some((2024, 3)));
        check("01.03.2024", Some((2024, 3)));
        check("2024-02-29", Some((2024, 2)));
    }

    #[test]
    fn what_is_no_month_is_none() {
        for heading in ["2024", "Jan", "13.2024", "2024-13", "Total 2024", "2024-03-15", "12.5", "Q1 2024", "may", ""] {
            check(heading, None);
        }
    }

    #[track_caller]
    fn check_run(headings: &[&str], expected: &[u32]) {
        let headings: Vec<_> = (0..).zip(headings.iter().map(|heading| (*heading).to_owned())).collect();
        let found: Vec<u32> = run(&headings).iter().map(|column| column.position).collect();
        assert_eq!(found, expected, "{headings:?}");
    }

    #[track_caller]
    fn check_bare(headings: &[&str], expected: &[(u32, i32, i32)]) {
        let headings: Vec<_> = (0..).zip(headings.iter().map(|heading| (*heading).to_owned())).collect();
        let found = run_from(&headings, 2023);
        let found: Vec<_> = found
            .iter()
            .map(|column| (column.position, column.month.div_euclid(12), column.month.rem_euclid(12) + 1))
            .collect();
        assert_eq!(found, expected, "{headings:?}");
    }

    #[test]
    fn months_without_a_year_begin_in_the_given_one_and_wrap_round() {
        check_bare(&["Client", "Jan", "Feb", "Mar", "Total"], &[(1, 2023, 1), (2, 2023, 2), (3, 2023, 3)]);
        check_bare(&["November", "December", "January"], &[(0, 2023, 11), (1, 2023, 12), (2, 2024, 1)]);
        check_bare(&["Клиент", "янв.", "Февраль", "мар"], &[(1, 2023, 1), (2, 2023, 2), (3, 2023, 3)]);
        check_bare(&["十月", "十一月", "十二月", "一月"], &[(0, 2023, 10), (1, 2023, 11), (2, 2023, 12), (3, 2024, 1)]);
        check_bare(&["1月", "2月", "3月"], &[(0, 2023, 1), (1, 2023, 2), (2, 2023, 3)]);
        check_bare(&["May", "Client", "Phone"], &[]);
        check_bare(&["Jan", "Feb"], &[]);
        check_bare(&["13月", "0月", "14月"], &[]);
        check_bare(&["Jan", "Jan", "Jan"], &[]);
    }

    #[test]
    fn a_year_is_found_in_names() {
        let years = ["Sales 2022", "2023-2024", "list_20220101", "Q4", "FY2019 (v1234)", ""].map(year_in);
        assert_eq!(years, [Some(2022), Some(2023), None, None, Some(2019), None]);
    }

    #[test]
    fn three_months_in_a_row_are_a_cross_tab() {
        check_run(&["Client", "Jan 2024", "Feb 2024", "Mar 2024", "Total"], &[1, 2, 3]);
        check_run(&["Client", "Jan 2024", "Feb 2024"], &[]);
        check_run(&["Client", "Jan 2024", "Feb 2024", "Mar 2024", "Q1", "Apr 2024"], &[1, 2, 3, 5]);
        check_run(&["Jan 2024", "Feb 2024", "Mar 2024", "Jan 2024", "Feb 2024"], &[0, 1, 2]);
        check_run(&["2020-01-01", "2022-01-01", "2024-01-01"], &[]);
    }
}

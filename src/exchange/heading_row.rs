//! Which row has the headings (DOMAIN section 6: the first of the top twenty with three that are known).

use super::dates;
use super::headings::Heading;
use super::month_headings;
use super::proposal::HeadingFound;
use super::sheet::{Raw, Sheet};

/// So many filled rows are looked at.
pub const LOOKED_AT: u32 = 60;
const TOP: usize = 20;
/// A heading with at least this score is known.
const KNOWN: u8 = 70;

/// The row with the headings (from 0), and how it was found.
pub fn find(sheet: &Sheet) -> (Option<u32>, HeadingFound) {
    let rows = top_rows(sheet);
    for (row, cells) in rows.iter().take(TOP) {
        let known = recognised(cells);
        if known >= 3 {
            return (Some(*row), HeadingFound::ByNames(known));
        }
    }
    match by_months(&rows).or_else(|| by_shape(&rows)) {
        Some(row) => (Some(row), HeadingFound::ByShape),
        None => (None, HeadingFound::None),
    }
}

type Row<'a> = (u32, Vec<Raw<'a>>);

/// The first filled rows with their cells.
fn top_rows(sheet: &Sheet) -> Vec<Row<'_>> {
    let mut rows: Vec<Row<'_>> = Vec::new();
    let filled = sheet.filled_rows();
    let top = (0..).zip(filled).filter(|(_, filled)| *filled).take(LOOKED_AT as usize);
    rows.extend(top.map(|(row, _)| (row, Vec::new())));
    let Some(last) = rows.last().map(|(row, _)| *row) else { return rows };
    for column in &sheet.columns {
        for cell in column.cells.iter().take_while(|cell| cell.row <= last) {
            if let Ok(at) = rows.binary_search_by_key(&cell.row, |(row, _)| *row)
                && let Some((_, cells)) = rows.get_mut(at)
            {
                cells.push(sheet.raw(*cell));
            }
        }
    }
    rows
}

/// How many cells of a row are headings that Kontor knows.
pub fn recognised(cells: &[Raw<'_>]) -> u32 {
    let is_known = |cell: &&Raw<'_>| match cell {
        Raw::Text(text) if text.chars().count() <= 60 => {
            Heading::new(text).candidates().first().is_some_and(|best| best.score >= KNOWN)
        }
        _ => false,
    };
    cells.iter().filter(is_known).count() as u32
}

/// The first row that is nearly as wide as the table below it and holds nearly nothing but short texts that are no
/// values. A title, a letterhead and the upper row of a two-row heading are narrower.
fn by_shape(rows: &[Row<'_>]) -> Option<u32> {
    for (at, (row, cells)) in rows.iter().enumerate().take(TOP) {
        let below = rows.get(at + 1..).unwrap_or(&[]);
        let mut widths: Vec<usize> = below.iter().map(|(_, cells)| cells.len()).collect();
        widths.sort_unstable();
        // A table has empty cells, and notes stand beside it: three of four rows are no wider than this.
        let Some(usual) = widths.get(widths.len() * 3 / 4).copied() else { continue };
        let names = cells.iter().filter(|cell| is_name(**cell)).count();
        let is_wide = cells.len() * 5 >= usual * 4 && (cells.len() > 1 || recognised(cells) == 1);
        if is_wide && names * 5 >= cells.len() * 4 && (usual > 1 || cells.len() == 1) {
            return Some(*row);
        }
    }
    None
}

/// The first row with three months one after the other, which may be dates: the head of a cross-tab.
fn by_months(rows: &[Row<'_>]) -> Option<u32> {
    let is_head = |(_, cells): &&Row<'_>| {
        let months: Vec<Option<i32>> = cells.iter().map(|cell| month_headings::month(&cell.to_text())).collect();
        let follow = |months: &[Option<i32>]| matches!(months, [Some(one), Some(two), Some(three)] if one + 1 == *two && two + 1 == *three);
        cells.iter().any(|cell| is_name(*cell)) && months.windows(3).any(follow)
    };
    rows.iter().take(TOP).find(is_head).map(|(row, _)| *row)
}

/// A short text that is no number, date, address or link.
pub fn is_name(cell: Raw<'_>) -> bool {
    let Raw::Text(text) = cell else { return false };
    text.chars().count() <= 60
        && text.chars().any(|c| c.is_alphabetic() || matches!(c, '%' | '#' | '№'))
        && !text.contains('@')
        && !text.contains("://")
        && dates::form(text).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(rows: &[&str], expected: Option<u32>) {
        let mut sheet = Sheet::default();
        for (line, row) in rows.iter().zip(0..) {
            for (text, column) in line.split('|').zip(0..) {
                match text.trim().parse() {
                    Ok(number) => sheet.push_number(row, column, number).expect("small"),
                    Err(_) => sheet.push_text(row, column, text).expect("small"),
                }
            }
        }
        sheet.finish();
        assert_eq!(find(&sheet).0, expected, "{rows:?}");
    }

    #[test]
    fn headings_that_are_known_are_found_below_a_letterhead() {
        check(&["Client list 2024", "", "as of 1 March", "Company|City|Phone", "Acme|Berlin|1"], Some(3));
        check(&["客户名称|联系人|电话", "华远|王伟|138"], Some(0));
        check(&["Клиент|Город|Телефон", "Ромашка|Москва|7"], Some(0));
    }

    #[test]
    fn headings_that_are_unknown_are_found_by_their_shape() {
        check(&["Model|Power|Weight", "X1|5|7", "X2|6|8"], Some(0));
        check(&["Price list", "All prices without tax", "Model|Power|Weight|Price", "X1|5|7|9", "X2|6|8|9"], Some(2));
        check(&["||Size||Price|", "Model|Power|Width|Height|net|gross", "X1|5|7|9|1|2", "X2|6|8|9|1|2"], Some(1));
    }

    #[test]
    fn a_sheet_without_headings_has_none() {
        check(&["1|2|3", "4|5|6"], None);
        check(&["x@y.com|7", "z@y.com|8"], None);
        check(&[], None);
        check(&["Acme", "Duff"], None);
        check(&["Company", "Acme"], Some(0));
    }
}

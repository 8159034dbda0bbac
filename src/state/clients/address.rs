//! Where "Go to" leads: a row's number, a column and a row, `C5` as in Excel, or a client's name.

use leptos::prelude::*;

use super::fold::{Needle, fold};
use super::selection::{Extent, Place};
use super::view::ClientsView;

/// A client that a part of a name may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    pub name: String,
    pub place: Place,
}

impl ClientsView {
    /// The place that a text names, among columns with these titles; nothing where it names none in the sheet.
    pub fn addressed(&self, text: &str, titles: &[String]) -> Option<Place> {
        let extent = untrack(|| self.extent(1));
        parse(text, titles, extent, self.selected.get_untracked().active)
    }

    /// The shown clients whose names hold a text, `most` at most: those first whose names begin with it.
    pub fn named(&self, text: &str, most: usize) -> Vec<Suggestion> {
        let Some(needle) = Needle::new(text.trim()) else { return Vec::new() };
        let rows = untrack(|| self.extent(1)).rows;
        self.order.with_untracked(|order| {
            self.book.table(|table| {
                let (mut first, mut further) = (Vec::new(), Vec::new());
                for (place, row) in (0..rows).filter_map(|place| Some((place, order.row(place)?))) {
                    let name = table.name(row);
                    let Some((start, _)) = needle.find(name, 0) else { continue };
                    let list = if start == 0 { &mut first } else { &mut further };
                    if list.len() < most {
                        list.push(Suggestion { name: name.to_owned(), place: Place::new(place, 0) });
                    }
                    if first.len() == most {
                        break;
                    }
                }
                first.extend(further);
                first.truncate(most);
                first
            })
        })
    }
}

fn parse(text: &str, titles: &[String], extent: Extent, active: Place) -> Option<Place> {
    let text = text.trim();
    let row = |text: &str| text.parse::<usize>().ok().filter(|row| (1..=extent.rows).contains(row)).map(|row| row - 1);
    if let Some(row) = row(text) {
        return Some(Place::new(row, active.column));
    }
    if let Some(column) = titled(text, titles) {
        return Some(Place::new(active.row, column));
    }
    let apart = text.rsplit_once(char::is_whitespace).and_then(|(title, at)| Some((titled(title, titles)?, row(at)?)));
    let ahead =
        || text.split_once(char::is_whitespace).and_then(|(at, title)| Some((titled(title, titles)?, row(at)?)));
    let letters = || {
        let digits = text.find(|letter: char| letter.is_ascii_digit())?;
        let (letters, digits) = text.split_at(digits);
        Some((lettered(letters).filter(|column| *column < extent.columns)?, row(digits)?))
    };
    let (column, row) = apart.or_else(ahead).or_else(letters)?;
    Some(Place::new(row, column))
}

/// The column of this title, in any letters, or whose title alone begins so.
fn titled(text: &str, titles: &[String]) -> Option<usize> {
    let folded = |text: &str| text.trim().chars().map(fold).collect::<String>();
    let wanted = folded(text);
    if wanted.is_empty() {
        return None;
    }
    let titles: Vec<String> = titles.iter().map(|title| folded(title)).collect();
    let mut beginning = (0..).zip(&titles).filter(|(_, title)| title.starts_with(&wanted)).map(|(at, _)| at);
    let exact = titles.iter().position(|title| *title == wanted);
    exact.or_else(|| beginning.next().filter(|_| wanted.chars().count() > 2 && beginning.next().is_none()))
}

/// A column by its letters, as in Excel: A is the first, AA the one behind Z.
fn lettered(text: &str) -> Option<usize> {
    if text.is_empty() || text.len() > 3 || !text.bytes().all(|letter| letter.is_ascii_alphabetic()) {
        return None;
    }
    let number =
        text.bytes().fold(0, |number, letter| number * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1);
    Some(number - 1)
}

#[cfg(test)]
mod tests {
    use super::super::testing::with_view;
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(usize, usize)>) {
        let titles = ["Name", "Segment", "Our revenue", "Région", "Q4"].map(str::to_owned);
        let extent = Extent { rows: 200, columns: 5, page: 10 };
        let place = parse(text, &titles, extent, Place::new(7, 1));
        assert_eq!(place.map(|place| (place.row, place.column)), expected, "{text}");
    }

    #[test]
    fn rows_columns_and_cells_are_understood() {
        check("120", Some((119, 1)));
        check(" 1 ", Some((0, 1)));
        check("0", None);
        check("201", None);
        check("Our revenue 120", Some((119, 2)));
        check("our REV 120", Some((119, 2)));
        check("120 Our revenue", Some((119, 2)));
        check("Segment", Some((7, 1)));
        check("C5", Some((4, 2)));
        check("e200", Some((199, 4)));
        check("F5", None);
        check("AA1", None);
        check("Q4", Some((7, 4)));
        check("Q4 3", Some((2, 4)));
        check("nothing 3", None);
        check("", None);
    }

    #[test]
    fn clients_are_found_by_a_part_of_their_name() {
        with_view(|view| {
            let names = |text: &str| view.named(text, 2).into_iter().map(|found| found.name).collect::<Vec<_>>();
            assert_eq!(names("CH"), ["Charlie"]);
            assert_eq!(names("a"), ["Alpha", "Bravo"]);
            assert_eq!(names("zz"), Vec::<String>::new());
        });
    }
}

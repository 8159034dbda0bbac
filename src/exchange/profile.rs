//! What the values of a column look like, from a sample: the first five hundred and as many spread below.

use std::collections::HashSet;

use super::checks::{is_email, is_phone, is_tax_id};
use super::contact_checks::{text_fault, yes_or_no};
use super::conventions::DecimalMark;
use super::dates;
use super::decimal_mark::MarkFinder;
use super::headings::Heading;
use super::numbers;
use super::proposal::Evidence;
use super::sheet::{Raw, RawCell, Sheet};
use super::synonyms::{AMOUNTS, IDENTIFIERS};
use super::units;
use crate::workbook::{ColumnKind, Field};

const SAMPLE: usize = 500;
const SHOWN: usize = 5;

/// Counts over the sampled cells of one column.
#[derive(Clone, Debug, Default)]
pub struct Profile {
    /// All filled cells.
    pub filled: u32,
    /// The cells that were looked at, errors aside. All counts below are of these.
    pub sampled: u32,
    /// Cells that are numbers or dates in the file.
    pub numbers: u32,
    pub dates: u32,
    /// Texts that can be read as such.
    pub number_texts: u32,
    pub percent_texts: u32,
    pub date_texts: u32,
    pub currency_texts: u32,
    pub emails: u32,
    pub phones: u32,
    pub tax_ids: u32,
    /// Truth values of the file, and texts that say yes or no.
    pub booleans: u32,
    pub yeses: u32,
    pub noes: u32,
    /// Addresses of pages, written in full.
    pub links: u32,
    /// Texts such as 00123 that lose something as a number.
    pub leading_zeros: u32,
    /// Numbers beyond 100, which are no percentages.
    pub large: u32,
    pub distinct: u32,
    pub longest: u32,
    /// The first different values, as written.
    pub samples: Vec<String>,
}

impl Profile {
    /// Looks at the column's cells from row `first` on.
    pub fn new(sheet: &Sheet, column: u32, first: u32) -> Self {
        let cells = sheet.cells(column, first);
        let mut profile = Self { filled: cells.len() as u32, ..Self::default() };
        let mut seen = HashSet::new();
        let mut marks = MarkFinder::default();
        let sample = || spread(cells);
        for cell in sample() {
            if let Raw::Text(text) = sheet.raw(*cell) {
                marks.look(text);
            }
        }
        let mark = marks.mark();
        for cell in sample() {
            let raw = sheet.raw(*cell);
            let text = match raw {
                Raw::Text(text) => {
                    profile.look(text, mark);
                    text.to_owned()
                }
                other => {
                    profile.look_at_value(other);
                    other.to_text()
                }
            };
            if profile.samples.len() < SHOWN && !profile.samples.contains(&text) {
                profile.samples.push(text.clone());
            }
            profile.longest = profile.longest.max(text.chars().count() as u32);
            seen.insert(text);
        }
        profile.distinct = seen.len() as u32;
        profile
    }

    fn look_at_value(&mut self, raw: Raw<'_>) {
        match raw {
            Raw::Number(number) => {
                self.sampled += 1;
                self.numbers += 1;
                self.large += u32::from(number.abs() > 100.0);
                let text = raw.to_text();
                self.phones += u32::from(is_phone(&text));
                self.tax_ids += u32::from(is_tax_id(&text));
            }
            Raw::Date(_) => {
                self.sampled += 1;
                self.dates += 1;
            }
            Raw::Boolean(_) => {
                self.sampled += 1;
                self.booleans += 1;
            }
            Raw::Text(_) | Raw::Error(_) => {}
        }
    }

    fn look(&mut self, text: &str, mark: DecimalMark) {
        self.sampled += 1;
        if let Some(number) = numbers::read(text, mark) {
            self.number_texts += 1;
            self.percent_texts += u32::from(number.is_percent);
            self.large += u32::from(number.value.abs() > 100.0);
            let is_bare = text.bytes().all(|byte| byte.is_ascii_digit());
            self.currency_texts += u32::from(!is_bare && units::has_currency(text));
            let is_padded = is_bare && text.len() > 1 && text.starts_with('0');
            self.leading_zeros += u32::from(is_padded);
        }
        self.date_texts += u32::from(dates::form(text).is_some());
        self.emails += u32::from(is_email(text));
        self.phones += u32::from(is_phone(text));
        self.tax_ids += u32::from(is_tax_id(text));
        self.yeses += u32::from(yes_or_no(text) == Some(true));
        self.noes += u32::from(yes_or_no(text) == Some(false));
        self.links += u32::from(is_link(text));
    }

    fn share(&self, count: u32) -> f64 {
        if self.sampled == 0 { 0.0 } else { f64::from(count) / f64::from(self.sampled) }
    }

    /// What most values are (at least four of five), the most telling first.
    pub fn evidence(&self) -> Evidence {
        let most = |count| self.share(count) >= 0.8;
        match () {
            () if self.filled == 0 => Evidence::Nothing,
            () if most(self.emails) => Evidence::Emails,
            () if most(self.tax_ids) => Evidence::TaxIds,
            () if most(self.dates + self.date_texts) => Evidence::Dates,
            // A plain number may be a telephone number too, and is so only if it is one as text.
            () if most(self.phones) && self.share(self.number_texts) < 0.8 => Evidence::Phones,
            () if most(self.numbers + self.number_texts) => Evidence::Numbers,
            () => Evidence::Texts,
        }
    }

    /// What the values say for (+) or against (-) a field (DOMAIN section 6: ±20; more where hardly any value fits).
    pub fn support(&self, field: Field) -> i32 {
        if self.filled == 0 {
            return -10;
        }
        let for_and_against = |fitting: f64| match fitting {
            0.8.. => 20,
            0.4..0.8 => 0,
            0.2..0.4 => -20,
            _ => -40,
        };
        let numbers = self.share(self.numbers + self.number_texts);
        // Serial numbers of days may have lost their format.
        let dates = self.share(self.dates + self.date_texts) + self.share(self.numbers) / 2.0;
        match field {
            Field::Email => for_and_against(self.share(self.emails)),
            Field::Phone => for_and_against(self.share(self.phones)).max(-20),
            Field::TaxId => for_and_against(self.share(self.tax_ids)).max(0),
            Field::Margin | Field::Churn if self.share(self.large) > 0.1 => -40,
            _ if field.kind() == ColumnKind::Date => for_and_against(dates).min(0),
            _ if field.kind().is_numeric() => for_and_against(numbers).min(0),
            Field::Name | Field::Contact | Field::Manager if numbers >= 0.8 => -40,
            Field::Name | Field::Contact | Field::Manager | Field::Address if self.share(self.dates) >= 0.5 => -40,
            _ => 0,
        }
    }

    /// The kind of an own column that holds these values.
    pub fn kind(&self, heading: &Heading) -> ColumnKind {
        let nearly_all = |count| self.share(count) >= 0.95;
        let names_something = heading.has_word(IDENTIFIERS) || self.leading_zeros > 0 || nearly_all(self.phones);
        if self.sampled == 0 {
            ColumnKind::Text
        } else if let Some(kind) = self.form() {
            kind
        } else if nearly_all(self.dates + self.date_texts) {
            ColumnKind::Date
        } else if nearly_all(self.numbers + self.number_texts) && !names_something {
            let is_percent = self.percent_texts * 2 > self.sampled || (heading.is_percent && self.large == 0);
            let is_money = self.currency_texts * 2 > self.sampled || heading.has_word(AMOUNTS);
            match () {
                () if is_percent => ColumnKind::Percent,
                () if is_money => ColumnKind::Money,
                () => ColumnKind::Number,
            }
        } else if self.distinct <= 30 && self.distinct * 3 <= self.sampled && self.longest <= 40 {
            ColumnKind::Choice
        } else {
            ColumnKind::Text
        }
    }
}

impl Profile {
    /// The kind of values of one form: of all of them, for what does not fit such a kind is flagged.
    fn form(&self) -> Option<ColumnKind> {
        let all = |count| count == self.sampled;
        let are_numbers = self.share(self.numbers + self.number_texts) >= 0.5;
        // Marks such as x alone may stand for anything; a yes beside a no does not.
        let are_answers = all(self.booleans) || (self.yeses > 0 && self.noes > 0 && !are_numbers);
        match () {
            () if all(self.emails) => Some(ColumnKind::Email),
            () if all(self.links) => Some(ColumnKind::Link),
            () if are_answers && all(self.booleans + self.yeses + self.noes) => Some(ColumnKind::YesNo),
            () if all(self.phones) && !are_numbers => Some(ColumnKind::Phone),
            () => None,
        }
    }
}

/// Whether a text is the address of a page, and not only a name that could be one.
fn is_link(text: &str) -> bool {
    let lower = text.trim_start().to_lowercase();
    let is_full = ["https://", "http://", "www."].into_iter().any(|start| lower.starts_with(start));
    is_full && text_fault(text, ColumnKind::Link).is_none()
}

/// The first cells, and as many more from below, evenly spread.
fn spread(cells: &[RawCell]) -> impl Iterator<Item = &RawCell> {
    let (first, rest) = cells.split_at(cells.len().min(SAMPLE));
    first.iter().chain(rest.iter().step_by(rest.len() / SAMPLE + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile(texts: &[&str]) -> Profile {
        let mut sheet = Sheet::default();
        for (text, row) in texts.iter().zip(0..) {
            sheet.push_text(row, 0, text).expect("small");
        }
        Profile::new(&sheet, 0, 0)
    }

    #[track_caller]
    fn check(heading: &str, texts: &[&str], expected: ColumnKind) {
        assert_eq!(profile(texts).kind(&Heading::new(heading)), expected, "{heading} {texts:?}");
    }

    #[test]
    fn own_columns_get_a_sensible_kind() {
        check("Units", &["1", "2,5", "3"], ColumnKind::Number);
        check("Unit price", &["1.5", "2.5"], ColumnKind::Money);
        check("Worth", &["$1", "$2"], ColumnKind::Money);
        check("Share", &["5%", "7%"], ColumnKind::Percent);
        check("ZIP", &["10115", "80331"], ColumnKind::Text);
        check("Depot", &["0017", "1234"], ColumnKind::Text);
        check("Visited", &["2024-01-02", "2024-02-03"], ColumnKind::Date);
        check("Colour", &["red", "blue", "red", "blue", "red", "red"], ColumnKind::Choice);
        check("Motto", &["Ever on", "Never late"], ColumnKind::Text);
        check("Nothing", &[], ColumnKind::Text);
        check("Second mail", &["a@acme.example", "b@bolt.example"], ColumnKind::Email);
        check("Second mail", &["a@acme.example", "none"], ColumnKind::Text);
        check("Fax", &["+49 30 901820", "+7 495 123-45-67"], ColumnKind::Phone);
        check("Fax", &["+49 30 901820", "on request"], ColumnKind::Text);
        check("Site", &["https://acme.example/a", "www.bolt.example"], ColumnKind::Link);
        check("Site", &["acme", "www.bolt.example"], ColumnKind::Text);
        check("Framework contract", &["yes", "no", "Yes"], ColumnKind::YesNo);
        check("Договор", &["да", "нет"], ColumnKind::YesNo);
        check("合同", &["是", "否"], ColumnKind::YesNo);
        check("Flag", &["1", "0", "1"], ColumnKind::Number);
        check("Marked", &["x", "x", "x"], ColumnKind::Choice);
    }

    #[test]
    fn values_speak_for_and_against_fields() {
        assert_eq!(profile(&["7707083893", "1234567894"]).support(Field::TaxId), 20);
        assert_eq!(profile(&["a@b.com", "c@d.org"]).support(Field::Email), 20);
        assert_eq!(profile(&["Acme", "Duff"]).support(Field::Email), -40);
        assert_eq!(profile(&["120000", "98000"]).support(Field::Margin), -40);
        assert_eq!(profile(&["1001", "1002"]).support(Field::Name), -40);
    }
}

//! A text that a person typed into a cell of the grid.

use super::build_column::hundredth;
use super::contact_checks::{text_fault, yes_or_no};
use super::conventions::{Conventions, DecimalMark};
use super::{dates, numbers};
use crate::workbook::{ColumnKind, Misfit, Reason, Value};

/// Reads an entry by the column's kind, with the person's conventions. What does not fit is kept as a misfit.
///
/// A number may carry a currency, a unit (12.5万, 3 млн, 5k) or a percent sign. Where it can be read in one way only,
/// the other decimal mark is understood too. In a column of shares `25%` and `25` are 0.25, and what is not beyond 1
/// is a share already: `0.25` is 25 %, `1` is 100 %; `1%` is the way to write one percent.
pub fn entry(text: &str, kind: ColumnKind, conventions: &Conventions) -> Value {
    let text = text.trim();
    if text.is_empty() {
        return Value::Empty;
    }
    let misfit = |reason| Value::Misfit(Misfit { text: text.to_owned(), reason });
    let number = || {
        let other = match conventions.decimal {
            DecimalMark::Point => DecimalMark::Comma,
            DecimalMark::Comma => DecimalMark::Point,
        };
        numbers::read(text, conventions.decimal).or_else(|| numbers::read(text, other))
    };
    match kind {
        ColumnKind::YesNo => match yes_or_no(text) {
            Some(yes) => Value::Number(f64::from(u8::from(yes))),
            None => misfit(Reason::NotAYesOrNo),
        },
        ColumnKind::Number | ColumnKind::Money => match number() {
            Some(written) if written.is_percent => Value::Number(hundredth(written.value)),
            Some(written) => Value::Number(written.value),
            None => misfit(Reason::NotANumber),
        },
        ColumnKind::Percent => match number() {
            Some(written) if written.is_percent || written.value.abs() > 1.0 => Value::Number(hundredth(written.value)),
            Some(written) => Value::Number(written.value),
            None => misfit(Reason::NotAPercent),
        },
        ColumnKind::Date => dates::read(text, conventions.dates).map_or_else(misfit, Value::Date),
        // Every other kind keeps texts; some have a form.
        kind => text_fault(text, kind).map_or_else(|| Value::text(text), misfit),
    }
}

#[cfg(test)]
mod tests {
    use super::super::conventions::DateOrder;
    use super::*;
    use crate::workbook::Day;

    const POINT: Conventions = Conventions { decimal: DecimalMark::Point, dates: DateOrder::MonthFirst };
    const COMMA: Conventions = Conventions { decimal: DecimalMark::Comma, dates: DateOrder::DayFirst };

    #[track_caller]
    fn number(text: &str, kind: ColumnKind, conventions: Conventions, expected: f64) {
        assert_eq!(entry(text, kind, &conventions), Value::Number(expected), "{text}");
    }

    #[track_caller]
    fn date(text: &str, conventions: Conventions, expected: (i32, u32, u32)) {
        let day = Day::new(expected.0, expected.1, expected.2).expect("a day");
        assert_eq!(entry(text, ColumnKind::Date, &conventions), Value::Date(day), "{text}");
    }

    #[track_caller]
    fn misfit(text: &str, kind: ColumnKind, reason: Reason) {
        let expected = Value::Misfit(Misfit { text: text.to_owned(), reason });
        assert_eq!(entry(text, kind, &POINT), expected);
    }

    #[test]
    fn numbers_follow_the_persons_conventions() {
        number("1,234", ColumnKind::Number, POINT, 1234.0);
        number("1,234", ColumnKind::Number, COMMA, 1.234);
        number("1.5", ColumnKind::Number, COMMA, 1.5);
        number("1,5", ColumnKind::Number, POINT, 1.5);
        number(" 12.5万 ", ColumnKind::Money, POINT, 125_000.0);
        number("$1,200", ColumnKind::Money, POINT, 1200.0);
        number("(1,200)", ColumnKind::Money, POINT, -1200.0);
    }

    #[test]
    fn shares() {
        number("25%", ColumnKind::Percent, POINT, 0.25);
        number("25", ColumnKind::Percent, POINT, 0.25);
        number("0.25", ColumnKind::Percent, POINT, 0.25);
        number("12,5", ColumnKind::Percent, COMMA, 0.125);
        number("1", ColumnKind::Percent, POINT, 1.0);
        number("1%", ColumnKind::Percent, POINT, 0.01);
        number("-5", ColumnKind::Percent, POINT, -0.05);
    }

    #[test]
    fn dates_follow_the_persons_conventions() {
        date("2024-03-04", POINT, (2024, 3, 4));
        date("3/4/2024", POINT, (2024, 3, 4));
        date("3/4/2024", COMMA, (2024, 4, 3));
        date("3.4.24", POINT, (2024, 4, 3));
        date("2024年3月4日", POINT, (2024, 3, 4));
    }

    #[test]
    fn what_does_not_fit_is_kept() {
        misfit("n/a", ColumnKind::Money, Reason::NotANumber);
        misfit("high", ColumnKind::Percent, Reason::NotAPercent);
        misfit("soon", ColumnKind::Date, Reason::NotADate);
        misfit("31.02.2024", ColumnKind::Date, Reason::NoSuchDay);
        misfit("a@b", ColumnKind::Email, Reason::NoDomain);
        misfit("1234567895", ColumnKind::TaxId, Reason::InnCheck(4, None));
        misfit("maybe", ColumnKind::YesNo, Reason::NotAYesOrNo);
        assert_eq!(entry("да", ColumnKind::YesNo, &COMMA), Value::Number(1.0));
        assert_eq!(entry("  ", ColumnKind::Date, &POINT), Value::Empty);
        assert_eq!(entry("=1+1", ColumnKind::Text, &POINT), Value::text("=1+1"));
    }
}

//! How cells look: headings, amounts, shares, days, coloured choices. Each is made once for a file.

use rust_xlsxwriter::{Color, Format, FormatBorder};

use crate::workbook::{ColumnData, ColumnKind, Values};

/// The look of headings.
pub fn heading() -> Format {
    Format::new()
        .set_bold()
        .set_background_color(Color::RGB(0x00EC_E9E0))
        .set_font_color(Color::RGB(0x0020_2020))
        .set_border_bottom(FormatBorder::Thin)
}

/// The look of a column's cells; nothing where they look as any.
pub fn column(kind: ColumnKind, data: &ColumnData, currency: &str, date_format: &str) -> Option<Format> {
    match kind {
        ColumnKind::Money => Some(number(&money(digits(data, 1.0), currency))),
        ColumnKind::Percent => Some(number(&percent(digits(data, 100.0)))),
        ColumnKind::Date => Some(number(date_format)),
        _ if is_mistakable(data) => Some(text()),
        _ => None,
    }
}

/// The look of a calculated column's cells. Numbers have one of their own, or a spreadsheet would show them as it shows
/// what they are calculated from; texts have none, for a formula that is typed over in a cell of texts becomes a text.
pub fn calculated(kind: ColumnKind, data: &ColumnData, currency: &str, date_format: &str) -> Option<Format> {
    match kind {
        ColumnKind::Number => Some(number(&money(digits(data, 1.0), ""))),
        kind if kind.is_text() => None,
        kind => column(kind, data, currency, date_format),
    }
}

pub fn number(format: &str) -> Format {
    Format::new().set_num_format(format)
}

/// A cell whose text stays as it is when it is typed over.
pub fn text() -> Format {
    number("@")
}

/// A coloured choice: dark letters on this red, green and blue.
pub fn coloured([red, green, blue]: [u8; 3]) -> Format {
    let ground = u32::from_be_bytes([0, red, green, blue]);
    Format::new().set_background_color(Color::RGB(ground)).set_font_color(Color::Black)
}

/// Amounts, with the currency by its ISO code: a sign stands for many.
pub fn money(digits: usize, currency: &str) -> String {
    let amount = if digits == 0 { "#,##0" } else { "#,##0.00" };
    let is_code = currency.len() == 3 && currency.bytes().all(|letter| letter.is_ascii_uppercase());
    if is_code { format!("{amount}\\ [${currency}]") } else { amount.to_owned() }
}

fn percent(digits: usize) -> String {
    match digits {
        0 => "0%",
        1 => "0.0%",
        _ => "0.00%",
    }
    .to_owned()
}

/// How many digits behind the mark the column's numbers need, up to two, once they are multiplied.
fn digits(data: &ColumnData, factor: f64) -> usize {
    let Values::Numbers(numbers) = &data.values else { return 0 };
    let needs = |number: f64, scale: f64| {
        let scaled = number * factor * scale;
        (scaled - scaled.round()).abs() > 1e-6
    };
    let filled = || numbers.iter().copied().filter(|number| number.is_finite());
    if !filled().any(|number| needs(number, 1.0)) {
        0
    } else if filled().any(|number| needs(number, 10.0)) {
        2
    } else {
        1
    }
}

/// Whether a spreadsheet could take a text of the column for something else when a person types over it: a number with
/// zeros in front, a long one, a formula. Long texts can't be shown in cells that are marked so.
fn is_mistakable(data: &ColumnData) -> bool {
    const LONGEST: usize = 255;
    let Some(texts) = data.texts() else { return false };
    let mut found = false;
    for code in 1..texts.code_count() {
        let text = texts.of_code(code);
        if text.len() > LONGEST {
            return false;
        }
        found |= text.starts_with(['=', '+', '-', '@']) || text.bytes().all(|letter| letter.is_ascii_digit());
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbook::Value;

    #[track_caller]
    fn check(numbers: &[f64], factor: f64, expected: usize) {
        let mut data = ColumnData::default();
        (0..).zip(numbers).for_each(|(row, number)| data.set(row, &Value::Number(*number), ColumnKind::Number));
        assert_eq!(digits(&data, factor), expected);
    }

    #[test]
    fn no_more_digits_are_shown_than_there_are() {
        check(&[], 1.0, 0);
        check(&[1.0, 200.0], 1.0, 0);
        check(&[1.5], 1.0, 1);
        check(&[1.25, 3.0], 1.0, 2);
        check(&[0.07, 0.29, 0.58], 100.0, 0);
        check(&[0.256], 100.0, 1);
    }

    #[test]
    fn amounts_carry_their_currency() {
        assert_eq!(money(0, ""), "#,##0");
        assert_eq!(money(2, "EUR"), "#,##0.00\\ [$EUR]");
        assert_eq!(money(2, "]x;"), "#,##0.00");
    }
}

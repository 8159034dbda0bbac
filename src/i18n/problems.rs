//! Why a file could not be read, and why a value did not fit.

use super::{Locale, td_string};
use crate::exchange::ReadError;
use crate::platform::exchange::Failure;
use crate::ui::import::Trouble;
use crate::workbook::Reason;

/// What happened to an import, and what to do next.
pub fn trouble(locale: Locale, trouble: &Trouble, file: &str) -> String {
    match trouble {
        Trouble::Unreadable(error) => unreadable(locale, error, file),
        Trouble::Worker(Failure::Broken) => td_string!(locale, problems.file_broke_reader, file = file).to_string(),
        Trouble::Worker(Failure::NotStarted) => {
            td_string!(locale, problems.reader_not_started, file = file).to_string()
        }
        Trouble::Unavailable => td_string!(locale, problems.file_unavailable, file = file).to_string(),
    }
}

fn unreadable(locale: Locale, error: &ReadError, file: &str) -> String {
    match error {
        ReadError::PasswordProtected => td_string!(locale, problems.file_protected, file = file).to_string(),
        ReadError::Empty => td_string!(locale, problems.file_empty, file = file).to_string(),
        ReadError::Picture => td_string!(locale, problems.file_picture, file = file).to_string(),
        ReadError::Pdf => td_string!(locale, problems.file_pdf, file = file).to_string(),
        ReadError::WebPage => td_string!(locale, problems.file_web_page, file = file).to_string(),
        ReadError::NotAWorkbook => td_string!(locale, problems.file_not_a_workbook, file = file).to_string(),
        ReadError::TooOld { version } => {
            td_string!(locale, problems.file_too_old, file = file, version = *version).to_string()
        }
        ReadError::NoWorkbookInside => td_string!(locale, problems.file_no_workbook_inside, file = file).to_string(),
        ReadError::Damaged { detail } => {
            td_string!(locale, problems.file_damaged, file = file, detail = detail.as_str()).to_string()
        }
        ReadError::TooLarge => td_string!(locale, problems.file_too_large, file = file).to_string(),
        ReadError::SheetUnreadable { sheet, detail } => {
            let (sheet, detail) = (sheet.as_str(), detail.as_str());
            td_string!(locale, problems.file_sheet_unreadable, file = file, sheet = sheet, detail = detail).to_string()
        }
        ReadError::NothingInside => td_string!(locale, problems.file_nothing_inside, file = file).to_string(),
        ReadError::NotOpen => td_string!(locale, problems.file_not_open, file = file).to_string(),
    }
}

/// Why a value did not fit its column.
pub fn reason(locale: Locale, reason: Reason) -> String {
    let text = match reason {
        Reason::CreditCodeCheck(expected) => {
            return td_string!(locale, problems.checks.credit_code_check, expected = expected).to_string();
        }
        Reason::InnCheck(last, None) => {
            return td_string!(locale, problems.checks.inn_check, expected = last).to_string();
        }
        Reason::InnCheck(first, Some(second)) => {
            let expected = format!("{first}{second}");
            return td_string!(locale, problems.checks.inn_check, expected = expected).to_string();
        }
        Reason::NotANumber => td_string!(locale, problems.not_a_number),
        Reason::NotAPercent => td_string!(locale, problems.not_a_percent),
        Reason::NotADate => td_string!(locale, problems.not_a_date),
        Reason::NoSuchDay => td_string!(locale, problems.no_such_day),
        Reason::CellError => td_string!(locale, problems.cell_error),
        Reason::PrecisionLost => td_string!(locale, problems.precision_lost),
        Reason::NoClient => td_string!(locale, rollup.no_client),
        Reason::NotAYesOrNo => td_string!(locale, problems.checks.not_a_yes_or_no),
        Reason::NoAtSign => td_string!(locale, problems.checks.no_at_sign),
        Reason::SeveralAtSigns => td_string!(locale, problems.checks.several_at_signs),
        Reason::NoMailbox => td_string!(locale, problems.checks.no_mailbox),
        Reason::NoDomain => td_string!(locale, problems.checks.no_domain),
        Reason::SpaceInside => td_string!(locale, problems.checks.space_inside),
        Reason::PhoneTooShort => td_string!(locale, problems.checks.phone_too_short),
        Reason::PhoneTooLong => td_string!(locale, problems.checks.phone_too_long),
        Reason::NotAPhone => td_string!(locale, problems.checks.not_a_phone),
        Reason::NotATaxId => td_string!(locale, problems.checks.not_a_tax_id),
        Reason::OnlyZeros => td_string!(locale, problems.checks.only_zeros),
        Reason::LeadingZeroLost => td_string!(locale, problems.checks.leading_zero_lost),
        Reason::TaxIdLength => td_string!(locale, problems.checks.tax_id_length),
        Reason::VatForm => td_string!(locale, problems.checks.vat_form),
        Reason::NotALink => td_string!(locale, problems.checks.not_a_link),
        Reason::UnsafeLink => td_string!(locale, problems.checks.unsafe_link),
        Reason::DividedByZero => td_string!(locale, problems.checks.divided_by_zero),
        Reason::WrongOperand => td_string!(locale, problems.checks.wrong_operand),
        Reason::ColumnGone => td_string!(locale, problems.checks.column_gone),
        Reason::OutOfRange => td_string!(locale, problems.checks.out_of_range),
        Reason::CalculatedFromItself => td_string!(locale, problems.checks.calculated_from_itself),
    };
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_names_the_file_in_every_language() {
        let detail = || "<img src=x>".to_owned();
        let errors = [
            ReadError::PasswordProtected,
            ReadError::TooOld { version: 4 },
            ReadError::Damaged { detail: detail() },
            ReadError::SheetUnreadable { sheet: "Лист 1".to_owned(), detail: detail() },
        ];
        for locale in [Locale::en, Locale::zh_CN, Locale::ru] {
            for error in &errors {
                let text = trouble(locale, &Trouble::Unreadable(error.clone()), "list.xls");
                assert!(text.contains("list.xls"), "{text}");
            }
            assert!(unreadable(locale, &errors[3], "list.xls").contains("Лист 1"));
            assert!(unreadable(locale, &errors[2], "list.xls").contains("<img src=x>"));
        }
    }
}

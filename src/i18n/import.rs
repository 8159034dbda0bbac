//! What the import dialog says about a file, a column and a question.

use super::{Locale, fields, td_string};
use crate::exchange::{Doubt, Evidence, Format, HeadingFound, Match, SheetSummary, Stage, TextEncoding};
use crate::workbook::Field;

/// What kind of file it is.
pub fn format(locale: Locale, format: Format) -> String {
    match format {
        Format::Xlsx => format!("{} (.xlsx)", td_string!(locale, import.format_excel)),
        Format::Xlsb => format!("{} (.xlsb)", td_string!(locale, import.format_excel)),
        Format::Xls => format!("{} (.xls)", td_string!(locale, import.format_excel)),
        Format::Ods => td_string!(locale, import.format_ods).to_owned(),
        Format::Text { encoding, delimiter } => {
            let delimiter = match delimiter {
                ',' => td_string!(locale, import.delimiter_comma),
                ';' => td_string!(locale, import.delimiter_semicolon),
                '\t' => td_string!(locale, import.delimiter_tab),
                _ => td_string!(locale, import.delimiter_bar),
            };
            let encoding = encoding_name(encoding);
            td_string!(locale, import.format_text, encoding = encoding, delimiter = delimiter).to_string()
        }
    }
}

/// The standard name of an encoding.
fn encoding_name(encoding: TextEncoding) -> &'static str {
    match encoding {
        TextEncoding::Utf8 => "UTF-8",
        TextEncoding::Utf16 => "UTF-16",
        TextEncoding::Windows1251 => "Windows-1251",
        TextEncoding::Windows1252 => "Windows-1252",
        TextEncoding::Gb18030 => "GB18030",
    }
}

/// A sheet in the list of sheets, with what speaks against it.
pub fn sheet(locale: Locale, sheet: &SheetSummary) -> String {
    let name = if sheet.name.is_empty() { td_string!(locale, import.only_sheet) } else { sheet.name.as_str() };
    if sheet.unreadable.is_some() {
        td_string!(locale, import.sheet_unreadable, name = name).to_string()
    } else if sheet.is_empty {
        td_string!(locale, import.sheet_empty, name = name).to_string()
    } else if sheet.is_hidden {
        td_string!(locale, import.sheet_hidden, name = name).to_string()
    } else {
        name.to_owned()
    }
}

/// How the heading row was found.
pub fn heading_found(locale: Locale, found: HeadingFound) -> String {
    match found {
        HeadingFound::ByNames(count) => td_string!(locale, import.found_by_names, count = count).to_string(),
        HeadingFound::ByShape => td_string!(locale, import.found_by_shape).to_owned(),
        HeadingFound::Given => td_string!(locale, import.found_given).to_owned(),
        HeadingFound::None => td_string!(locale, import.found_none).to_owned(),
    }
}

/// Why a column goes where it goes; nothing stands for the person's own decision.
pub fn reason(locale: Locale, reason: Option<&Match>) -> String {
    match reason {
        None => td_string!(locale, import.reason_chosen).to_owned(),
        Some(Match::Synonym) => td_string!(locale, import.reason_synonym).to_owned(),
        Some(Match::Words(name)) => td_string!(locale, import.reason_words, name = name.as_str()).to_string(),
        Some(Match::Alike(name)) => td_string!(locale, import.reason_alike, name = name.as_str()).to_string(),
        Some(Match::Values) => td_string!(locale, import.reason_values).to_owned(),
        Some(Match::Marked) => td_string!(locale, review.reason_marked).to_owned(),
        Some(Match::OwnColumn) => td_string!(locale, import.reason_own).to_owned(),
        Some(Match::Taken(field)) => {
            td_string!(locale, import.reason_taken, field = fields::field(locale, *field)).to_string()
        }
        Some(Match::LastTime) => td_string!(locale, tables.last_time).to_owned(),
        Some(Match::Unknown) => td_string!(locale, import.reason_unknown).to_owned(),
        Some(Match::OfLine) => td_string!(locale, rollup.reason_line).to_owned(),
        Some(Match::OfMonth) => td_string!(locale, rollup.reason_month).to_owned(),
        Some(Match::NoHeading) => td_string!(locale, import.reason_no_heading).to_owned(),
    }
}

/// What the values of a column are.
pub fn evidence(locale: Locale, evidence: Evidence) -> String {
    let what = match evidence {
        Evidence::TaxIds => td_string!(locale, import.evidence_tax_ids),
        Evidence::Emails => td_string!(locale, import.evidence_emails),
        Evidence::Phones => td_string!(locale, import.evidence_phones),
        Evidence::Dates => td_string!(locale, import.evidence_dates),
        Evidence::Numbers => td_string!(locale, import.evidence_numbers),
        Evidence::Texts => td_string!(locale, import.evidence_texts),
        Evidence::Nothing => td_string!(locale, import.evidence_nothing),
    };
    td_string!(locale, import.evidence, what = what).to_string()
}

/// The question about a column's field.
pub fn doubt(locale: Locale, doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::WhoseRevenue => td_string!(locale, import.ask_whose_revenue),
        Doubt::ContactOrManager => td_string!(locale, import.ask_contact_or_manager),
        Doubt::SeveralFields => td_string!(locale, import.ask_several),
    }
}

/// An answer to it.
pub fn candidate(locale: Locale, doubt: Doubt, field: Field) -> &'static str {
    match (doubt, field) {
        (Doubt::WhoseRevenue, Field::Revenue) => td_string!(locale, import.answer_revenue),
        (Doubt::WhoseRevenue, Field::Turnover) => td_string!(locale, import.answer_turnover),
        (Doubt::ContactOrManager, Field::Contact) => td_string!(locale, import.answer_contact),
        (Doubt::ContactOrManager, Field::Manager) => td_string!(locale, import.answer_manager),
        (_, field) => fields::field(locale, field),
    }
}

/// What the worker is doing; nothing while it starts.
pub fn stage(locale: Locale, stage: Option<Stage>) -> &'static str {
    match stage {
        None => td_string!(locale, import.stage_starting),
        Some(Stage::Opening) => td_string!(locale, import.stage_opening),
        Some(Stage::Reading) => td_string!(locale, import.stage_reading),
        Some(Stage::Building) => td_string!(locale, import.stage_building),
        Some(Stage::Comparing) => td_string!(locale, duplicates.comparing),
    }
}

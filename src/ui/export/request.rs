//! What the dialog asks the writer for: the workbook in the words of the page.

use leptos::prelude::*;

use crate::export::protocol::Request;
use crate::export::{CsvOrder, ExportColumn, Words, XlsxOrder, date_format};
use crate::i18n::{self, Locale, analysis, fields, td_string};
use crate::state::Formats;
use crate::state::clients::{SheetColumn, sheet_columns};
use crate::ui::Context;
use crate::workbook::{ColumnId, Field, Workbook};

/// What kind of file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FileFormat {
    #[default]
    Xlsx,
    Csv,
}

impl FileFormat {
    /// The ending of a file's name.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
        }
    }
}

/// The request for a file of this kind.
pub fn request(kontor: &Context, locale: Locale, format: FileFormat) -> Request {
    match format {
        FileFormat::Xlsx => Request::Xlsx(Box::new(xlsx(kontor, locale))),
        FileFormat::Csv => Request::Csv(Box::new(csv(kontor, locale))),
    }
}

/// The title of the workbook, as the page shows it.
pub fn title(kontor: &Context, locale: Locale) -> String {
    let title = kontor.book.with(|workbook| workbook.title().to_owned());
    if title.is_empty() { td_string!(locale, shell.untitled).to_owned() } else { title }
}

/// All columns of the sheet: those that are shown as they stand there, then the hidden ones.
pub fn all_columns(kontor: &Context) -> Vec<(SheetColumn, bool)> {
    let shown = kontor.clients.columns.get_untracked();
    let others = kontor.book.table(sheet_columns).into_iter();
    // What Kontor finds is written where the person looks at it.
    let is_others = |other: &SheetColumn| !matches!(other.id, ColumnId::Found(_));
    let hidden = others.filter(is_others).filter(|other| shown.iter().all(|column| column.id != other.id));
    shown.iter().cloned().map(|column| (column, false)).chain(hidden.map(|column| (column, true))).collect()
}

fn xlsx(kontor: &Context, locale: Locale) -> XlsxOrder {
    let columns = all_columns(kontor).into_iter();
    let columns = columns.map(|(column, is_hidden)| ExportColumn { is_hidden, ..exported(locale, &column) }).collect();
    let words = Words {
        language: i18n::tag(locale).to_owned(),
        clients: td_string!(locale, shell.clients).to_owned(),
        segments: td_string!(locale, shell.segments).to_owned(),
        segment_names: kontor.clients.wording.with_untracked(|wording| wording.segments.clone()),
        segment: fields::field(locale, Field::Segment).to_owned(),
        count: td_string!(locale, export.count).to_owned(),
        revenue: fields::field(locale, Field::Revenue).to_owned(),
        share: td_string!(locale, export.share).to_owned(),
        total: td_string!(locale, export.total).to_owned(),
        chosen_on: fields::field(locale, Field::SegmentChosen).to_owned(),
        found: analysis::found_words(locale),
    };
    XlsxOrder {
        workbook: kontor.desk.open.get_untracked(),
        title: title(kontor, locale),
        columns,
        words,
        date_format: kontor.formats.with_untracked(|formats| date_format(formats.date.order, &formats.date.separator)),
        today: Some((kontor.book.host().today)()),
    }
}

fn csv(kontor: &Context, locale: Locale) -> CsvOrder {
    let columns = kontor.clients.columns.get_untracked();
    let rows = kontor.clients.order.with_untracked(|order| {
        kontor.book.table(|table| {
            let is_whole = order.rows.iter().copied().eq(table.rows());
            (!is_whole).then(|| order.rows.iter().filter_map(|row| table.row_id(*row)).collect())
        })
    });
    CsvOrder {
        columns: columns.iter().map(|column| exported(locale, column)).collect(),
        rows,
        segments: kontor.clients.wording.with_untracked(|wording| wording.segments.clone()),
        found: analysis::found_words(locale),
        decimal: kontor.formats.with_untracked(Formats::conventions).decimal,
        today: Some((kontor.book.host().today)()),
    }
}

fn exported(locale: Locale, column: &SheetColumn) -> ExportColumn {
    ExportColumn::new(column.id.clone(), i18n::column_title(locale, column), column.kind)
}

/// The workbook as the writer takes it.
pub fn snapshot(kontor: &Context) -> Vec<u8> {
    kontor.book.with(Workbook::snapshot)
}

//! The sheet of segments: how many clients each has and what they bring, as formulas over the sheet of clients, with
//! what they come to now beside them for readers that do not calculate.

use rust_xlsxwriter::utility::column_number_to_name;
use rust_xlsxwriter::{Format, Formula, Worksheet, XlsxError};

use super::super::order::{ExportColumn, XlsxOrder};
use super::looks;
use super::width::Width;
use crate::segment::{Findings, Segment};
use crate::workbook::{ColumnId, Field, Sum, Workbook};

/// The row (from 0) of the totals.
const TOTAL: u32 = Segment::ALL.len() as u32 + 1;

/// Writes the sheet. Without a column of revenue there are only counts.
pub fn write(
    sheet: &mut Worksheet,
    order: &XlsxOrder,
    workbook: &Workbook,
    findings: &Findings,
) -> Result<(), XlsxError> {
    let words = &order.words;
    sheet.set_name(&words.segments)?;
    sheet.set_formula_result_default("");
    sheet.set_freeze_panes(1, 1)?;
    let ranges = Ranges::of(order, workbook);
    let mut headings = vec![&words.segment, &words.count];
    if ranges.revenue.is_some() {
        headings.extend([&words.revenue, &words.share]);
    }
    for (heading, at) in headings.iter().zip(0..) {
        sheet.write_string_with_format(0, at, heading.as_str(), &looks::heading())?;
        let mut width = Width::of_heading(heading);
        words.segment_names.iter().for_each(|name| width.look(name));
        sheet.set_column_width(at, width.value())?;
    }
    let money = looks::number(&looks::money(2, workbook.currency()));
    let percent = looks::number("0.0%");
    let all = Figures::of(workbook, findings, None);
    for (segment, row) in Segment::ALL.into_iter().zip(1..) {
        let figures = Figures::of(workbook, findings, Some(segment));
        sheet.write_string(row, 0, words.segment_names[segment as usize].as_str())?;
        let name = format!("A{}", row + 1);
        if let Some(segments) = &ranges.segment {
            formula(sheet, (row, 1), &format!("=COUNTIF({segments},{name})"), figures.count, None)?;
            if let Some(revenue) = &ranges.revenue {
                let known = format!("COUNTIFS({segments},{name},{revenue},\">-1E+300\")=0");
                let sum = format!("=IF({known},\"\",SUMIF({segments},{name},{revenue}))");
                formula(sheet, (row, 2), &sum, figures.revenue, Some(&money))?;
            }
        }
        if ranges.revenue.is_some() {
            share(sheet, row, figures.share_of(&all), &percent)?;
        }
    }
    let bold = Format::new().set_bold();
    sheet.write_string_with_format(TOTAL, 0, &words.total, &bold)?;
    formula(sheet, (TOTAL, 1), &format!("=SUM(B2:B{TOTAL})"), all.count, Some(&bold))?;
    if ranges.revenue.is_some() {
        let sum = format!("=IF(COUNT(C2:C{TOTAL})=0,\"\",SUM(C2:C{TOTAL}))");
        formula(sheet, (TOTAL, 2), &sum, all.revenue, Some(&money.clone().set_bold()))?;
        share(sheet, TOTAL, all.share_of(&all), &percent.set_bold())?;
    }
    Ok(())
}

fn share(sheet: &mut Worksheet, row: u32, share: Option<f64>, format: &Format) -> Result<(), XlsxError> {
    let (own, total) = (format!("C{}", row + 1), format!("C${}", TOTAL + 1));
    let text = format!("=IF(OR({own}=\"\",{total}=\"\",{total}=0),\"\",{own}/{total})");
    formula(sheet, (row, 3), &text, share, Some(format))
}

fn formula(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    text: &str,
    result: Option<f64>,
    format: Option<&Format>,
) -> Result<(), XlsxError> {
    let formula = Formula::new(text).set_result(result.map(|number| number.to_string()).unwrap_or_default());
    match format {
        Some(format) => sheet.write_formula_with_format(row, column, formula, format)?,
        None => sheet.write_formula(row, column, formula)?,
    };
    Ok(())
}

/// The cells of the sheet of clients that the formulas look at.
struct Ranges {
    segment: Option<String>,
    revenue: Option<String>,
}

impl Ranges {
    fn of(order: &XlsxOrder, workbook: &Workbook) -> Self {
        let last = workbook.table().client_count().max(1) + 1;
        let sheet = order.words.clients.replace('\'', "''");
        let range = |field: Field| {
            let id = ColumnId::Field(field);
            let at = order.columns.iter().position(|column: &ExportColumn| column.id == id)?;
            let letters = column_number_to_name(at as u16);
            Some(format!("'{sheet}'!${letters}$2:${letters}${last}"))
        };
        Self { segment: range(Field::Segment), revenue: range(Field::Revenue) }
    }
}

/// What a segment comes to.
struct Figures {
    count: Option<f64>,
    /// Nothing where no client has a revenue.
    revenue: Option<f64>,
}

impl Figures {
    /// Of a segment; of all clients with nothing.
    fn of(workbook: &Workbook, findings: &Findings, segment: Option<Segment>) -> Self {
        let table = workbook.table();
        let revenue = table.field(Field::Revenue);
        let (mut count, mut known, mut sum) = (0_u32, 0_u32, Sum::new());
        let is_in = |row: &u32| segment.is_none() || findings.segment(*row) == segment;
        for row in table.rows().filter(is_in) {
            count += 1;
            if let Some(amount) = revenue.number(row) {
                known += 1;
                sum.add(amount);
            }
        }
        Self { count: Some(f64::from(count)), revenue: (known > 0).then(|| sum.value()) }
    }

    fn share_of(&self, all: &Self) -> Option<f64> {
        let whole = all.revenue.filter(|whole| *whole != 0.0)?;
        Some(self.revenue? / whole)
    }
}

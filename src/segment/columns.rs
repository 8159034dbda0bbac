//! The columns of the client table that tell what a client is.

use crate::workbook::{ClientTable, ColumnData, ColumnId, Field};

/// The columns that the assessment reads.
pub(super) struct Columns<'a> {
    pub chosen: &'a ColumnData,
    pub chosen_on: &'a ColumnData,
    pub name: &'a ColumnData,
    pub kind: &'a ColumnData,
    pub industry: &'a ColumnData,
    pub revenue: &'a ColumnData,
    pub phone: &'a ColumnData,
    pub email: &'a ColumnData,
    pub region: &'a ColumnData,
    pub country: &'a ColumnData,
    pub employees: &'a ColumnData,
    pub turnover: &'a ColumnData,
    pub assets: &'a ColumnData,
    pub tax_id: &'a ColumnData,
    /// A column of the person's own that names the owner.
    pub ownership: Option<&'a ColumnData>,
    /// Columns of the person's own with codes of ОКФС or ОКОПФ.
    pub legal_forms: Vec<&'a ColumnData>,
}

impl<'a> Columns<'a> {
    /// The fields that an assessment reads. Columns of one's own are read too, by their headings.
    pub const FIELDS: [Field; 14] = [
        Field::Segment,
        Field::SegmentChosen,
        Field::Name,
        Field::Type,
        Field::Industry,
        Field::Revenue,
        Field::Phone,
        Field::Email,
        Field::Region,
        Field::Country,
        Field::Employees,
        Field::Turnover,
        Field::Assets,
        Field::TaxId,
    ];

    pub fn of(table: &'a ClientTable) -> Self {
        let own = |words: &'static [&'static str]| {
            table.columns().iter().filter(move |column| {
                let title = column.definition.title.to_lowercase();
                matches!(column.definition.id, ColumnId::Own(_)) && words.iter().any(|word| title.contains(word))
            })
        };
        Self {
            chosen: table.field(Field::Segment),
            chosen_on: table.field(Field::SegmentChosen),
            name: table.field(Field::Name),
            kind: table.field(Field::Type),
            industry: table.field(Field::Industry),
            revenue: table.field(Field::Revenue),
            phone: table.field(Field::Phone),
            email: table.field(Field::Email),
            region: table.field(Field::Region),
            country: table.field(Field::Country),
            employees: table.field(Field::Employees),
            turnover: table.field(Field::Turnover),
            assets: table.field(Field::Assets),
            tax_id: table.field(Field::TaxId),
            ownership: own(&["ownership", "собственност", "企业性质", "单位性质", "所有制"])
                .map(|column| &column.data)
                .next(),
            legal_forms: own(&["окфс", "окопф"]).map(|column| &column.data).collect(),
        }
    }

    /// Our revenue with a client, if it is positive: what is ranked.
    pub fn ranked_revenue(&self, row: u32) -> f64 {
        self.revenue.number(row).filter(|revenue| *revenue > 0.0).unwrap_or(f64::NAN)
    }
}

//! The fields of one client in groups, as the side panel shows them.

use super::columns::SheetColumn;
use crate::workbook::{ClientTable, ColumnId, Field};

/// What a group of fields is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Section {
    Identity,
    Business,
    People,
    Terms,
    /// Columns of the person's own.
    Own,
}

impl Section {
    pub const ALL: [Self; 5] = [Self::Identity, Self::Business, Self::People, Self::Terms, Self::Own];

    /// Where a field belongs. The segment has a place of its own.
    fn of(field: Field) -> Option<Self> {
        Some(match field {
            Field::Name
            | Field::Type
            | Field::Industry
            | Field::TaxId
            | Field::RegisterNumber
            | Field::Code
            | Field::Country
            | Field::Region
            | Field::Address => Self::Identity,
            Field::Revenue
            | Field::Margin
            | Field::Orders
            | Field::FirstOrder
            | Field::LastOrder
            | Field::Stage
            | Field::Manager
            | Field::Source
            | Field::Employees
            | Field::Turnover
            | Field::Assets => Self::Business,
            Field::Contact | Field::Position | Field::Phone | Field::Email => Self::People,
            Field::CreditDays | Field::Debt | Field::Churn | Field::Notes => Self::Terms,
            Field::Segment | Field::SegmentChosen => return None,
        })
    }

    /// The columns of the section: every field, whether the sheet shows it or not, and every own column that it shows.
    pub fn columns(self, table: &ClientTable) -> Vec<SheetColumn> {
        if self == Self::Own {
            let shown = super::columns::sheet_columns(table);
            return shown.into_iter().filter(|column| matches!(column.id, ColumnId::Own(_))).collect();
        }
        let fields = Field::ALL.iter().filter(|field| Self::of(**field) == Some(self));
        fields.map(|field| SheetColumn::of_field(*field)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_but_the_segment_stands_in_one_section() {
        let table = ClientTable::default();
        let count: usize = Section::ALL.iter().map(|section| section.columns(&table).len()).sum();
        assert_eq!(count, Field::ALL.len() - 2);
    }
}

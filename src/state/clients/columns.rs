//! Which columns the Clients sheet shows, and in what order.

use crate::workbook::{ClientTable, Column, ColumnId, ColumnKind, Field, Found};

/// A column of the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetColumn {
    pub id: ColumnId,
    /// The title of a column of the person's own; empty for a field, whose title is translated.
    pub title: String,
    pub kind: ColumnKind,
}

/// What an empty workbook offers to be filled in.
const OFFERED: [Field; 12] = [
    Field::Industry,
    Field::Revenue,
    Field::Orders,
    Field::LastOrder,
    Field::Stage,
    Field::Manager,
    Field::Contact,
    Field::Phone,
    Field::Email,
    Field::Region,
    Field::Employees,
    Field::Notes,
];

impl SheetColumn {
    pub fn of_field(field: Field) -> Self {
        Self { id: field.into(), title: String::new(), kind: field.kind() }
    }

    pub fn of_found(found: Found) -> Self {
        Self { id: found.into(), title: String::new(), kind: found.kind() }
    }

    /// Whether it is the column of the segment, which shows what was found where nothing was chosen.
    pub fn is_segment(&self) -> bool {
        self.id == ColumnId::Field(Field::Segment)
    }

    fn of(column: &Column) -> Self {
        let title = match &column.definition.id {
            ColumnId::Field(_) | ColumnId::Found(_) => String::new(),
            ColumnId::Own(_) => column.definition.title.clone(),
        };
        Self { id: column.definition.id.clone(), title, kind: column.definition.kind }
    }
}

/// The columns of the sheet: the name, the segment, then what the imports and the person brought, and last what
/// Kontor finds. Without an import the usual fields are offered before these.
pub fn sheet_columns(table: &ClientTable) -> Vec<SheetColumn> {
    let mut columns = vec![SheetColumn::of_field(Field::Name), SheetColumn::of_field(Field::Segment)];
    if !table.has_imports() {
        columns.extend(OFFERED.into_iter().map(SheetColumn::of_field));
    }
    for column in table.shown_columns() {
        let is_beside = matches!(column.definition.id, ColumnId::Field(field) if field.is_beside_the_sheet());
        if !is_beside && columns.iter().all(|other| other.id != column.definition.id) {
            columns.push(SheetColumn::of(column));
        }
    }
    columns.extend(Found::ALL.map(SheetColumn::of_found));
    columns
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::*;

    #[test]
    fn an_empty_workbook_offers_the_usual_fields() {
        let columns = sheet_columns(&ClientTable::default());
        assert_eq!(columns.len(), OFFERED.len() + 2 + Found::ALL.len());
        assert_eq!(columns.first().map(|column| &column.id), Some(&Field::Name.into()));
        assert!(columns.get(1).is_some_and(SheetColumn::is_segment));
    }

    #[test]
    fn an_imported_list_shows_what_it_has_with_the_segment_second() {
        let table = testing::table(&[(Field::Revenue, &["5"]), (Field::Name, &["A"]), (Field::Segment, &["small"])]);
        let ids: Vec<ColumnId> = sheet_columns(&table).into_iter().map(|column| column.id).collect();
        assert_eq!(ids[..3], [Field::Name, Field::Segment, Field::Revenue].map(ColumnId::from));
        assert!(ids[3..].iter().all(|id| matches!(id, ColumnId::Found(_))));
    }
}

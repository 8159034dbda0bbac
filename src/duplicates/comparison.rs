//! Two clients side by side, field by field, and which value stays unless the person chooses another.

use crate::workbook::{ClientTable, ColumnId, ColumnKind, Field, RowId, Sum, Value};

/// Whose value stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// The client that stays.
    Kept,
    /// The client that goes.
    Other,
    /// Both added up.
    Together,
}

/// Two clients side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The client that stays: of the two the one of which more is known.
    pub kept: RowId,
    pub other: RowId,
    /// Every column in which one of them has a value, in the order of the sheet.
    pub lines: Vec<Line>,
}

/// One column of two clients.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub column: ColumnId,
    /// The title of a column of the person's own; empty for a field, whose title is translated.
    pub title: String,
    pub kind: ColumnKind,
    pub kept: Value,
    pub other: Value,
    /// Both added up, where that means something.
    pub together: Option<Value>,
    pub proposed: Side,
}

impl Line {
    /// Whether nothing is to be chosen.
    pub fn is_equal(&self) -> bool {
        self.kept == self.other
    }

    pub fn value(&self, side: Side) -> &Value {
        match side {
            Side::Kept => &self.kept,
            Side::Other => &self.other,
            Side::Together => self.together.as_ref().unwrap_or(&self.kept),
        }
    }
}

impl Comparison {
    /// Puts two clients side by side; nothing where one of them is gone.
    pub fn new(table: &ClientTable, first: RowId, second: RowId) -> Option<Self> {
        let (first_row, second_row) = (table.row_of(first)?, table.row_of(second)?);
        if first_row == second_row {
            return None;
        }
        let columns: Vec<_> = table
            .shown_columns()
            .into_iter()
            .chain(table.columns().iter().filter(|column| !column.is_shown() && is_beside(&column.definition.id)))
            .filter(|column| column.definition.id != ColumnId::Field(Field::SegmentChosen))
            .collect();
        let known = |row| columns.iter().filter(|column| !column.data.get(row).is_empty()).count();
        let is_second_fuller = known(second_row) > known(first_row);
        let (kept, other) = if is_second_fuller { (second, first) } else { (first, second) };
        let (kept_row, other_row) = if is_second_fuller { (second_row, first_row) } else { (first_row, second_row) };
        let last_orders = table.field(Field::LastOrder);
        let is_other_later = last_orders.day(other_row) > last_orders.day(kept_row);
        let newer = if is_other_later { Side::Other } else { Side::Kept };
        // Revenue and orders that were counted month by month add up; others may be the same figure twice.
        let are_counted = !table.history(kept_row).is_empty() && !table.history(other_row).is_empty();
        let lines = columns
            .into_iter()
            .filter_map(|column| {
                let id = &column.definition.id;
                let (mine, theirs) = (column.data.get(kept_row), column.data.get(other_row));
                let together = together(id, &mine, &theirs);
                let proposed = match id {
                    _ if theirs.is_empty() => Side::Kept,
                    _ if mine.is_empty() => Side::Other,
                    ColumnId::Field(Field::FirstOrder) => earlier(&mine, &theirs, Side::Kept, Side::Other),
                    ColumnId::Field(Field::LastOrder) => earlier(&mine, &theirs, Side::Other, Side::Kept),
                    _ if together.is_some() => {
                        if are_counted {
                            Side::Together
                        } else {
                            Side::Kept
                        }
                    }
                    _ => newer,
                };
                let title = match id {
                    ColumnId::Field(_) | ColumnId::Found(_) => String::new(),
                    ColumnId::Own(_) => column.definition.title.clone(),
                };
                let is_known = !(mine.is_empty() && theirs.is_empty());
                is_known.then(|| Line {
                    column: id.clone(),
                    title,
                    kind: column.definition.kind,
                    kept: mine,
                    other: theirs,
                    together,
                    proposed,
                })
            })
            .collect();
        Some(Self { kept, other, lines })
    }
}

fn is_beside(id: &ColumnId) -> bool {
    matches!(id, ColumnId::Field(field) if field.is_beside_the_sheet())
}

/// `first` where the first value is the earlier day, `second` where the second is; a value that is no day loses.
fn earlier(mine: &Value, theirs: &Value, first: Side, second: Side) -> Side {
    match (mine, theirs) {
        (Value::Date(mine), Value::Date(theirs)) if theirs < mine => second,
        (Value::Date(_), Value::Date(_)) => first,
        (_, Value::Date(_)) => Side::Other,
        _ => Side::Kept,
    }
}

fn together(id: &ColumnId, mine: &Value, theirs: &Value) -> Option<Value> {
    let ColumnId::Field(Field::Revenue | Field::Orders | Field::Debt) = id else { return None };
    match (mine, theirs) {
        (Value::Number(mine), Value::Number(theirs)) => {
            Some(Value::Number([*mine, *theirs].into_iter().collect::<Sum>().value()))
        }
        _ => None,
    }
}

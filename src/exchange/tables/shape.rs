//! What a file says of a sheet beyond its cells: what is hidden, and which cells are merged.

/// Rows and columns count from 0; spans include both ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    pub hidden_rows: Vec<(u32, u32)>,
    pub hidden_columns: Vec<(u32, u32)>,
    pub merged: Vec<Merged>,
}

/// Cells that the file shows as one. The first of them holds the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merged {
    pub rows: (u32, u32),
    pub columns: (u32, u32),
}

impl Shape {
    pub fn is_row_hidden(&self, row: u32) -> bool {
        is_in(&self.hidden_rows, row)
    }

    pub fn is_column_hidden(&self, column: u32) -> bool {
        is_in(&self.hidden_columns, column)
    }

    /// Notes a row, in the order of the file.
    pub fn hide_row(&mut self, row: u32) {
        match self.hidden_rows.last_mut() {
            Some((_, last)) if *last + 1 == row => *last = row,
            _ => self.hidden_rows.push((row, row)),
        }
    }

    /// Of merged cells alone, as the reader of the cells knows them.
    pub fn of_merged(areas: &[calamine::Dimensions]) -> Self {
        let merged =
            areas.iter().map(|area| Merged { rows: (area.start.0, area.end.0), columns: (area.start.1, area.end.1) });
        Self { merged: merged.collect(), ..Self::default() }
    }

    /// Puts the spans in order, whatever order the file has.
    pub fn finish(&mut self) {
        self.hidden_rows.sort_unstable();
        self.hidden_columns.sort_unstable();
    }
}

fn is_in(spans: &[(u32, u32)], place: u32) -> bool {
    let at = spans.partition_point(|(first, _)| *first <= place);
    at.checked_sub(1).and_then(|at| spans.get(at)).is_some_and(|(_, last)| place <= *last)
}

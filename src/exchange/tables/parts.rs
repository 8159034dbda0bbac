//! Where a row of a sheet that was put together of several comes from.

/// The sheets that follow each other, from top to bottom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts(Vec<Part>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Part {
    /// The first row that is of this sheet, from 0.
    first: u32,
    /// The row that it is there, from 0.
    row: u32,
    name: String,
}

impl Parts {
    /// From row `first` on follow the rows of another sheet, beginning with its row `row`; both from 0.
    pub fn add(&mut self, first: u32, row: u32, name: &str) {
        self.0.push(Part { first, row, name: name.to_owned() });
    }

    /// How many sheets there are besides the chosen one.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// The row in its own sheet, and that sheet's name where it is not the chosen one. Rows count from 1.
    pub fn place(&self, row: u32) -> (u32, &str) {
        let part = self.0.iter().rev().find(|part| row > part.first);
        part.map_or((row, ""), |part| (row - part.first + part.row, part.name.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_named_as_in_their_own_sheet() {
        let mut parts = Parts::default();
        parts.add(40, 1, "May");
        parts.add(70, 3, "June");
        let places = [1, 40, 41, 70, 71, 72].map(|row| parts.place(row));
        assert_eq!(places, [(1, ""), (40, ""), (2, "May"), (31, "May"), (4, "June"), (5, "June")]);
    }
}

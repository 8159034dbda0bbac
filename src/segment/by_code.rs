//! What texts mean, remembered by their code in a column's dictionary.

use crate::workbook::ColumnData;

/// A meaning for each code, read when it is first asked for. Codes never change their text while a table is open.
#[derive(Clone, Debug)]
pub(super) struct ByCode<T> {
    meanings: Vec<Option<T>>,
    /// Of no text, for columns in which there is none.
    blank: Option<T>,
}

impl<T> Default for ByCode<T> {
    fn default() -> Self {
        Self { meanings: Vec::new(), blank: None }
    }
}

impl<T: Copy> ByCode<T> {
    /// The meaning of a row's text.
    pub fn of(&mut self, column: &ColumnData, row: u32, read: impl FnOnce(&str) -> T) -> T {
        let Some(texts) = column.texts() else {
            let text = column.text(row);
            return if text.is_empty() { *self.blank.get_or_insert_with(|| read("")) } else { read(text) };
        };
        let code = texts.code(row);
        if let Some(Some(meaning)) = self.meanings.get(code as usize) {
            return *meaning;
        }
        let meaning = read(texts.of_code(code));
        if self.meanings.len() <= code as usize {
            self.meanings.resize((code + 1).max(texts.code_count()) as usize, None);
        }
        if let Some(place) = self.meanings.get_mut(code as usize) {
            *place = Some(meaning);
        }
        meaning
    }
}

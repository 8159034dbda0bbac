//! Identities of own columns: the normalised heading, so that the next import of the same heading meets the same
//! column.

use std::collections::HashSet;

use super::headings::Heading;
use super::write::column_letters;

/// Hands out identities that are unique within one sheet.
#[derive(Default)]
pub struct OwnIds(HashSet<String>);

impl OwnIds {
    /// The identity and the title of an own column. A column without a heading is called by its letter.
    pub fn name(&mut self, heading: &Heading, position: u32) -> (String, String) {
        let letters = column_letters(position);
        let title = if heading.text.is_empty() { letters.clone() } else { heading.text.clone() };
        let stem = match (heading.full_key.is_empty(), heading.text.is_empty()) {
            (false, _) => heading.full_key.clone(),
            (true, false) => heading.text.clone(),
            (true, true) => letters,
        };
        (self.unique(&stem), title)
    }

    pub fn take(&mut self, id: &str) {
        self.0.insert(id.to_owned());
    }

    fn unique(&mut self, stem: &str) -> String {
        let mut id = stem.to_owned();
        let mut count = 2;
        while !self.0.insert(id.clone()) {
            id = format!("{stem}#{count}");
            count += 1;
        }
        id
    }
}

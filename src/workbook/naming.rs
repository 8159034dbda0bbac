//! Clients by name.

use super::column::Texts;
use super::field::Field;
use super::table::ClientTable;

impl ClientTable {
    /// The first client of this name, as it is written; for cells that refer to a client.
    pub fn row_named(&self, name: &str) -> Option<u32> {
        let name = name.trim();
        let texts = self.field(Field::Name).texts().filter(|_| !name.is_empty())?;
        let codes = codes_of(texts, name);
        self.rows().find(|row| codes.contains(&texts.code(*row)))
    }
}

/// The codes under which a text stands: a large dictionary may hold it several times.
fn codes_of(texts: &Texts, name: &str) -> Vec<u32> {
    // The whole dictionary is searched at once: text by text takes ten times as long.
    let found = memchr::memmem::find_iter(texts.blob.as_bytes(), name.as_bytes());
    let code = |at: usize| {
        let code = texts.ends.partition_point(|end| *end as usize <= at) as u32;
        (texts.of_code(code) == name).then_some(code)
    };
    found.filter_map(code).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Edit, Origin, Value, Workbook};
    use super::*;

    #[test]
    fn a_client_is_found_by_the_whole_name_only() {
        let mut workbook = Workbook::new(Origin(1));
        let names = ["Acme Ltd", "Acme", "ООО Ромашка"];
        let rows = names.map(|name| vec![(Field::Name.into(), Value::text(name))]).to_vec();
        workbook.apply(Edit::AddRows(rows)).expect("added");
        let found = |name: &str| workbook.table().row_named(name);
        assert_eq!((found("Acme"), found(" Acme Ltd "), found("Ромашка")), (Some(1), Some(0), None));
        assert_eq!((found(""), found("acme")), (None, None));
    }
}

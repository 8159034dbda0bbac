//! The page's address: which workbook, which sheet and which saved view or board, behind the `#`, so that each tab keeps its own
//! on reload.

use super::sheet::Sheet;
use crate::workbook::Origin;

/// What an address asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageAddress {
    pub workbook: Option<Origin>,
    pub sheet: Option<Sheet>,
    /// A saved view of the Clients sheet, or a saved board of the Segments sheet.
    pub view: Option<String>,
}

impl PageAddress {
    /// Reads what stands behind the `#`, with it or without.
    pub fn read(hash: &str) -> Self {
        let mut parts = hash.trim_start_matches('#').split('/');
        let workbook = parts.next().and_then(|part| part.parse().ok());
        let sheet = parts.next().and_then(Sheet::from_key);
        let view = parts.next().filter(|id| !id.is_empty() && sheet.is_some()).map(str::to_owned);
        Self { workbook, sheet, view }
    }

    /// As it stands in the address, with the `#`.
    pub fn hash(&self) -> String {
        let Some(workbook) = self.workbook else { return "#".to_owned() };
        let sheet = self.sheet.unwrap_or_default();
        let view = self.view.as_ref().map(|view| format!("/{view}")).unwrap_or_default();
        format!("#{workbook}/{}{view}", sheet.key())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(sheet: Sheet, view: Option<&str>, kept: Option<&str>) {
        let address = |view: Option<&str>| PageAddress {
            workbook: Some(Origin(7)),
            sheet: Some(sheet),
            view: view.map(str::to_owned),
        };
        assert_eq!(PageAddress::read(&address(view).hash()), address(kept));
    }

    #[test]
    fn an_address_is_read_as_it_was_written() {
        check(Sheet::Clients, Some("a1"), Some("a1"));
        check(Sheet::Clients, None, None);
        check(Sheet::Segments, None, None);
        check(Sheet::Segments, Some("a1"), Some("a1"));
    }

    #[test]
    fn an_address_that_says_nothing_asks_for_nothing() {
        for hash in ["", "#", "#/", "#!/nothing/"] {
            assert_eq!(PageAddress::read(hash), PageAddress::default(), "{hash}");
        }
        assert_eq!(PageAddress::default().hash(), "#");
    }
}

//! The names under which updates are stored.

use std::fmt::{self, Display};

use crate::workbook::Origin;

/// An update in the large store: whose workbook, which session wrote it, and its number there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryName {
    pub workbook: Origin,
    pub session: Origin,
    pub number: u32,
}

impl EntryName {
    /// The first and the last name that an update of a workbook can have, for asking for all of them.
    pub fn range(workbook: Origin) -> (String, String) {
        (format!("{workbook}/"), format!("{workbook}/\u{ffff}"))
    }

    /// Reads a name back; nothing for a name that no version of Kontor gave.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('/');
        let name = Self {
            workbook: parts.next()?.parse().ok()?,
            session: parts.next()?.parse().ok()?,
            number: parts.next()?.parse().ok()?,
        };
        parts.next().is_none().then_some(name)
    }
}

impl Display for EntryName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}/{}/{}", self.workbook, self.session, self.number)
    }
}

/// A key in the small store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SmallKey {
    /// An update that is not yet known to be in the large store.
    Update(EntryName),
    /// Tells the other tabs that an update too large for the small store is in the large one.
    Arrival(EntryName),
    /// What the list of workbooks says about one.
    Info(Origin),
}

impl SmallKey {
    const UPDATE: &str = "kontor/update/";
    const ARRIVAL: &str = "kontor/arrival/";
    const INFO: &str = "kontor/workbook/";

    /// Reads a key back; nothing for keys that are something else.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(name) = text.strip_prefix(Self::UPDATE) {
            return EntryName::parse(name).map(Self::Update);
        }
        if let Some(name) = text.strip_prefix(Self::ARRIVAL) {
            return EntryName::parse(name).map(Self::Arrival);
        }
        text.strip_prefix(Self::INFO)?.parse().ok().map(Self::Info)
    }
}

impl Display for SmallKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Update(name) => write!(formatter, "{}{name}", Self::UPDATE),
            Self::Arrival(name) => write!(formatter, "{}{name}", Self::ARRIVAL),
            Self::Info(workbook) => write!(formatter, "{}{workbook}", Self::INFO),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_keys_are_read_back() {
        let name = EntryName { workbook: Origin(77), session: Origin(Origin::MAX), number: 12 };
        assert_eq!(EntryName::parse(&name.to_string()), Some(name));
        for key in [SmallKey::Update(name), SmallKey::Arrival(name), SmallKey::Info(Origin(77))] {
            assert_eq!(SmallKey::parse(&key.to_string()), Some(key));
        }
        assert_eq!(EntryName::parse("a/b"), None);
        assert_eq!(SmallKey::parse("another program's key"), None);
    }

    #[test]
    fn the_range_holds_the_names_of_one_workbook_only() {
        let (first, last) = EntryName::range(Origin(36));
        let inside = EntryName { workbook: Origin(36), session: Origin(5), number: 1 }.to_string();
        let outside = EntryName { workbook: Origin(36 * 36), session: Origin(5), number: 1 }.to_string();
        assert!(first <= inside && inside <= last);
        assert!(!(first <= outside && outside <= last));
    }
}

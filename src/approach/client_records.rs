//! Everything that is written down about one client, section by section.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::workbook::{RowId, Stored, Workbook};

use super::backlog::Backlog;
use super::eligibility::Eligibility;
use super::go_no_go::GoNoGo;
use super::incident::Incident;
use super::individual_terms::IndividualTerms;
use super::key_account::KeyAccount;
use super::meetings::Meetings;
use super::offer::OfferComparison;
use super::owner_access::OwnerAccess;
use super::replaceability::Replaceability;
use super::requirement::Requirements;
use super::service_team::ServiceTeam;
use super::stakeholder::StakeholderMap;
use super::tender::TenderRegister;

macro_rules! sections {
    ($($(#[$doc:meta])* $section:ident $field:ident $key:literal $type:ty;)*) => {
        /// A section of the client panel. Each is stored as a record of its own, so that two tabs that write different
        /// sections keep both.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Section { $($(#[$doc])* $section,)* }

        impl Section {
            /// Every section, in the order of the panel.
            pub const ALL: &[Self] = &[$(Self::$section,)*];

            /// The name under which it is stored; it never changes.
            pub fn key(self) -> &'static str {
                match self { $(Self::$section => $key,)* }
            }
        }

        /// Everything that is written down about one client.
        #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
        #[serde(default)]
        pub struct ClientRecords { $($(#[$doc])* pub $field: $type,)* }

        impl ClientRecords {
            /// Whether nothing is written in a section, so that it is folded.
            pub fn is_empty(&self, section: Section) -> bool {
                match section { $(Section::$section => self.$field == <$type>::default(),)* }
            }

            /// What a section is stored as; nothing for an empty one.
            pub fn text(&self, section: Section) -> Option<String> {
                if self.is_empty(section) {
                    return None;
                }
                match section { $(Section::$section => serde_json::to_string(&self.$field).ok(),)* }
            }

            /// Takes a stored section in, and says whether it could be read: what could not leaves the section as it is.
            pub fn read(&mut self, section: Section, text: &str) -> bool {
                match section {
                    $(Section::$section => serde_json::from_str(text).map(|value| self.$field = value).is_ok(),)*
                }
            }
        }
    };
}

sections! {
    Owner owner "owner" OwnerAccess;
    Meetings meetings "meetings" Meetings;
    Terms terms "terms" IndividualTerms;
    Offer offer "offer" OfferComparison;
    Team team "team" ServiceTeam;
    KeyAccount key_account "key" KeyAccount;
    Requirements requirements "requirements" Requirements;
    Replaceability replaceability "replaceability" Replaceability;
    Incidents incidents "incidents" Vec<Incident>;
    Stakeholders stakeholders "stakeholders" StakeholderMap;
    Tenders tenders "tenders" TenderRegister;
    Eligibility eligibility "eligibility" Eligibility;
    GoNoGo go_no_go "go" GoNoGo;
    Backlog backlog "backlog" Backlog;
}

impl ClientRecords {
    /// What the keys of all these records begin with.
    pub const KIND: &str = "approach/";

    /// The key of the record of a client's section.
    pub fn key(client: RowId, section: Section) -> String {
        format!("{}{client}/{}", Self::KIND, section.key())
    }

    /// Whose section a key names.
    pub fn of_key(key: &str) -> Option<(RowId, Section)> {
        let (client, section) = key.strip_prefix(Self::KIND)?.split_once('/')?;
        let section = Section::ALL.iter().find(|known| known.key() == section)?;
        Some((client.parse().ok()?, *section))
    }

    /// The records of all clients that have any.
    pub fn of_workbook(workbook: &Workbook) -> HashMap<RowId, Self> {
        let mut clients: HashMap<RowId, Self> = HashMap::new();
        for (key, stored) in workbook.records(Self::KIND) {
            if let (Some((client, section)), Stored::Text(text)) = (Self::of_key(key), stored) {
                clients.entry(client).or_default().read(section, text);
            }
        }
        clients
    }
}

#[cfg(test)]
mod tests {
    use super::super::tender::{Security, Tender};
    use super::*;
    use crate::workbook::Origin;

    #[test]
    fn a_section_is_read_back_and_its_key_names_it() {
        let client = RowId { origin: Origin(77), index: 5 };
        for section in Section::ALL {
            assert_eq!(ClientRecords::of_key(&ClientRecords::key(client, *section)), Some((client, *section)));
            assert_eq!(ClientRecords::default().text(*section), None);
        }
        assert_eq!(ClientRecords::of_key("approach/x"), None);
        let tender = Tender { securities: vec![Security::default()], ..Tender::default() };
        let records = ClientRecords { tenders: TenderRegister(vec![tender]), ..ClientRecords::default() };
        let text = records.text(Section::Tenders).expect("a text");
        let mut read = ClientRecords::default();
        assert!(read.read(Section::Tenders, &text) && !read.read(Section::Owner, "[1"));
        assert_eq!(read, records);
        assert!(read.is_empty(Section::Owner) && !read.is_empty(Section::Tenders));
    }

    #[test]
    fn what_an_older_kontor_stored_gets_defaults() {
        let mut records = ClientRecords::default();
        assert!(records.read(Section::Owner, r#"{"name":"Anna"}"#));
        assert!(records.read(Section::Meetings, r#"[{"on":20000}]"#));
        assert!(records.read(Section::Incidents, r#"[{"on":20000,"severity":"critical"}]"#));
        assert_eq!((records.owner.name.as_str(), records.meetings.0.len(), records.incidents.len()), ("Anna", 1, 1));
    }
}

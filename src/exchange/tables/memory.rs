//! How files with the same headings were mapped the last time.

use serde::{Deserialize, Serialize};

use crate::exchange::mapping::ColumnMapping;

/// The mappings that a browser remembers, the latest last.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Memory {
    mappings: Vec<Remembered>,
}

/// How one list of headings was mapped.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Remembered {
    /// [`Tables::key`](super::Tables::key).
    key: String,
    /// One for each column of the proposal: how it was mapped, where the person decided it.
    pub columns: Vec<Option<ColumnMapping>>,
}

impl Memory {
    /// More are not kept: the oldest goes.
    pub const KEPT: usize = 50;

    pub fn find(&self, key: &str) -> Option<&Remembered> {
        self.mappings.iter().find(|remembered| remembered.key == key)
    }

    pub fn remember(&mut self, key: &str, columns: Vec<Option<ColumnMapping>>) {
        self.forget(key);
        self.mappings.push(Remembered { key: key.to_owned(), columns });
        let surplus = self.mappings.len().saturating_sub(Self::KEPT);
        self.mappings.drain(..surplus);
    }

    pub fn forget(&mut self, key: &str) {
        self.mappings.retain(|remembered| remembered.key != key);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::mapping::Action;

    fn columns(position: u32) -> Vec<Option<ColumnMapping>> {
        vec![None, Some(ColumnMapping::new(position, Action::LeaveOut))]
    }

    #[test]
    fn the_latest_mapping_of_each_headings_is_kept_and_the_oldest_goes() {
        let mut memory = Memory::default();
        for number in 0..=Memory::KEPT as u32 {
            memory.remember(&number.to_string(), columns(number));
            memory.remember("always", columns(number));
        }
        assert_eq!(memory.find("0"), None);
        assert_eq!(memory.find("1"), None);
        assert_eq!(memory.find("2").map(|found| &found.columns), Some(&columns(2)));
        assert_eq!(memory.find("always").map(|found| &found.columns), Some(&columns(50)));
        memory.forget("always");
        assert_eq!(memory.find("always"), None);
    }

    #[test]
    fn a_memory_survives_the_browser() {
        let mut memory = Memory::default();
        memory.remember("name city", columns(1));
        let text = serde_json::to_string(&memory).expect("plain data");
        assert_eq!(serde_json::from_str::<Memory>(&text).expect("as written"), memory);
    }
}

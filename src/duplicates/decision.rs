//! What the person decided about a pair, kept as a record of the workbook.

use std::collections::HashMap;

use crate::workbook::{Edit, RowId, Stored, Workbook};

/// What the person decided about a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// They are two clients: the pair is never offered again.
    KeepBoth,
    /// To be asked later.
    Later,
}

const BEGINNING: &str = "duplicate/";
const END: &str = "/decision";

/// All that was decided.
#[derive(Clone, Debug, Default)]
pub struct Decisions(HashMap<(RowId, RowId), Decision>);

impl Decisions {
    pub fn of_workbook(workbook: &Workbook) -> Self {
        let decisions = workbook.records(BEGINNING).filter_map(|(key, stored)| {
            let (first, second) = key.strip_prefix(BEGINNING)?.strip_suffix(END)?.split_once('+')?;
            Some((ordered(first.parse().ok()?, second.parse().ok()?), Decision::read(stored)?))
        });
        Self(decisions.collect())
    }

    /// What was decided about two clients, in either order.
    pub fn of(&self, first: RowId, second: RowId) -> Option<Decision> {
        self.0.get(&ordered(first, second)).copied()
    }
}

impl Decision {
    /// The edit that remembers the decision.
    pub fn edit(self, first: RowId, second: RowId) -> Edit {
        let text = match self {
            Self::KeepBoth => "both",
            Self::Later => "later",
        };
        Edit::SetRecord { key: key(first, second), value: Some(Stored::Text(text.to_owned())) }
    }

    fn read(stored: &Stored) -> Option<Self> {
        match stored {
            Stored::Text(text) if text == "both" => Some(Self::KeepBoth),
            Stored::Text(text) if text == "later" => Some(Self::Later),
            _ => None,
        }
    }
}

fn key(first: RowId, second: RowId) -> String {
    let (first, second) = ordered(first, second);
    format!("{BEGINNING}{first}+{second}{END}")
}

fn ordered(first: RowId, second: RowId) -> (RowId, RowId) {
    (first.min(second), first.max(second))
}

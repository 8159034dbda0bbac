//! Which row of a list is which client.
//!
//! The strongest key first: row id, tax id, own code, name. Where several rows or clients share a key, those that agree
//! in another key find each other first; the rest pair by their order and are marked with a [`Doubt`].

use std::collections::HashSet;

use super::keys::Keys;
use super::outcome::Doubt;
use crate::workbook::{Batch, ClientTable, ColumnData, Field, RowId};

/// Stands for no client.
pub const NO_CLIENT: u32 = u32::MAX;

/// The client of each row, and what is in doubt about it.
pub struct Matching {
    /// The position of the client in the table, or [`NO_CLIENT`].
    pub client: Vec<u32>,
    pub doubt: Vec<Option<Doubt>>,
    /// For each position of the table whether some row is this client.
    pub is_taken: Vec<bool>,
    /// The earlier match that a row without a client of its own would repeat.
    repeats: Vec<bool>,
}

/// So many clients of one key are looked at for the best one. A key that thousands share tells nobody apart: they pair
/// by their order, and nothing is searched for minutes.
const REACH: usize = 64;

/// The clients of one key, in the order of the sheet.
struct Chains {
    first: Vec<u32>,
    next: Vec<u32>,
    /// The first client of each key that may be free.
    free: Vec<u32>,
}

impl Chains {
    fn new(table: &ClientTable, keys: &Keys) -> Self {
        let mut chains = Self {
            first: vec![NO_CLIENT; keys.count as usize],
            next: vec![NO_CLIENT; keys.clients.len()],
            free: Vec::new(),
        };
        for client in (0..keys.clients.len() as u32).rev().filter(|client| table.is_alive(*client)) {
            let key = keys.clients[client as usize] as usize;
            if key > 0 {
                chains.next[client as usize] = chains.first[key];
                chains.first[key] = client;
            }
        }
        chains.free.clone_from(&chains.first);
        chains
    }

    /// The clients of a key, as far as they are looked at.
    fn of_key(&self, key: u32) -> impl Iterator<Item = u32> {
        self.from(self.first.get(key as usize).copied().unwrap_or(NO_CLIENT))
    }

    /// Those of them that no row is yet. The first free one is always among them.
    fn free(&mut self, key: u32, is_taken: &[bool]) -> impl Iterator<Item = u32> {
        let mut first = self.free.get(key as usize).copied().unwrap_or(NO_CLIENT);
        while first != NO_CLIENT && is_taken[first as usize] {
            first = self.next[first as usize];
        }
        if let Some(place) = self.free.get_mut(key as usize) {
            *place = first;
        }
        self.from(first).filter(|client| !is_taken[*client as usize])
    }

    fn from(&self, first: u32) -> impl Iterator<Item = u32> {
        let next = |client: &u32| self.next.get(*client as usize).copied().filter(|next| *next != NO_CLIENT);
        std::iter::successors(Some(first).filter(|first| *first != NO_CLIENT), next).take(REACH)
    }
}

impl Matching {
    /// Matches the rows of a batch; `ids` is its column of row ids, if it has one.
    pub fn new(table: &ClientTable, batch: &Batch, ids: Option<&ColumnData>) -> Self {
        let rows = batch.rows as usize;
        let mut matching = Self {
            client: vec![NO_CLIENT; rows],
            doubt: vec![None; rows],
            is_taken: vec![false; table.row_count() as usize],
            repeats: vec![false; rows],
        };
        if let Some(ids) = ids {
            matching.by_row_id(table, ids);
        }
        let empty = ColumnData::default();
        let keys = [Field::TaxId, Field::Code, Field::Name].map(|field| {
            let new = batch.columns.iter().find(|column| column.definition.id == field.into());
            let new = new.map_or(&empty, |column| &column.data);
            Keys::new(field, (table.field(field), table.row_count()), (new, batch.rows))
        });
        for at in 0..keys.len() {
            matching.by_key(table, &keys, at);
        }
        matching.settle();
        matching
    }

    /// How many rows are a client.
    pub fn matched(&self) -> u32 {
        self.client.iter().filter(|client| **client != NO_CLIENT).count() as u32
    }

    fn by_row_id(&mut self, table: &ClientTable, ids: &ColumnData) {
        let mut deleted = None;
        for row in 0..self.client.len() {
            let Ok(id) = ids.text(row as u32).trim().parse::<RowId>() else { continue };
            match table.row_of(id) {
                Some(client) if self.is_taken[client as usize] => self.doubt[row] = Some(Doubt::Repeated),
                Some(client) => self.take(row, client),
                None => {
                    let deleted: &HashSet<RowId> = deleted.get_or_insert_with(|| deleted_ids(table));
                    if deleted.contains(&id) {
                        self.doubt[row] = Some(Doubt::WasDeleted);
                    }
                }
            }
        }
    }

    fn by_key(&mut self, table: &ClientTable, keys: &[Keys; 3], at: usize) {
        let Some(key) = keys.get(at) else { return };
        let mut chains = Chains::new(table, key);
        let is_name = at + 1 == keys.len();
        let same = |keys: &Keys, row: usize, client: u32| {
            let (left, right) = (keys.rows[row], keys.clients[client as usize]);
            (left != 0 && right != 0).then_some(left == right)
        };
        let others = || keys.iter().enumerate().filter(move |(other, _)| *other != at).map(|(_, keys)| keys);
        let agrees = |row: usize, client: u32| others().any(|keys| same(keys, row, client) == Some(true));
        let conflicts = |row: usize, client: u32| {
            is_name && keys.iter().take(at).any(|keys| same(keys, row, client) == Some(false))
        };
        let mut waiting = Vec::new();
        for row in 0..self.client.len() {
            if !self.is_open(row) || key.rows[row] == 0 {
                continue;
            }
            let agreeing = {
                let free = chains.free(key.rows[row], &self.is_taken);
                let mut agreeing = free.filter(|client| agrees(row, *client));
                (agreeing.next(), agreeing.next())
            };
            match agreeing {
                (Some(client), None) => self.take(row, client),
                _ => waiting.push(row),
            }
        }
        for row in waiting {
            let free: Vec<u32> = chains.free(key.rows[row], &self.is_taken).collect();
            let all = || chains.of_key(key.rows[row]);
            let best = free.iter().copied().find(|client| !conflicts(row, *client));
            let doubt = match (best, all().nth(1)) {
                (None, _) => Some(Doubt::OtherNumber),
                (Some(_), Some(_)) => Some(Doubt::SeveralClients),
                (Some(_), None) => None,
            };
            match best.or_else(|| free.first().copied()) {
                Some(client) => {
                    self.take(row, client);
                    self.doubt[row] = doubt;
                }
                // A namesake with numbers of its own is another client, and no repetition.
                None => self.repeats[row] |= all().any(|client| !conflicts(row, client)),
            }
        }
    }

    fn settle(&mut self) {
        for (row, repeats) in self.repeats.iter().enumerate() {
            if *repeats && self.client[row] == NO_CLIENT {
                self.doubt[row].get_or_insert(Doubt::Repeated);
            }
        }
    }

    /// Whether it is still to be found which client a row is. A row that was copied with its row id is not.
    fn is_open(&self, row: usize) -> bool {
        self.client[row] == NO_CLIENT && self.doubt[row] != Some(Doubt::Repeated)
    }

    fn take(&mut self, row: usize, client: u32) {
        self.client[row] = client;
        self.doubt[row] = None;
        self.is_taken[client as usize] = true;
    }
}

fn deleted_ids(table: &ClientTable) -> HashSet<RowId> {
    let gone = (0..table.row_count()).filter(|row| !table.is_alive(*row));
    gone.filter_map(|row| table.row_id(row)).collect()
}

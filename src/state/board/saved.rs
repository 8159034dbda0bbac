//! Saved boards: records of the workbook, so that undo, other tabs and the file know them.

use std::collections::BTreeSet;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::choice::{BoardChoice, from_key, key_of};
use crate::state::clients::ColumnFilter;
use crate::state::{Book, ClientsView, Part};
use crate::workbook::{Edit, Stored};

/// What a board shows, and how. Parts that an older version did not know are as if nobody had set them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct BoardDefinition {
    /// The key of its grouping ([`key_of`]); the segment where it is empty.
    pub by: String,
    /// The key of the grouping of its lanes.
    pub lanes: Option<String>,
    /// The collapsed columns: the key of the grouping, and the column's id.
    pub collapsed: BTreeSet<(String, String)>,
    /// The filters of the Clients sheet.
    pub filters: Vec<ColumnFilter>,
    /// The quick filter of the Clients sheet.
    pub query: String,
}

/// A board under a name: a record of the workbook.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SavedBoard {
    pub name: String,
    pub definition: BoardDefinition,
}

const PREFIX: &str = "board/";
const SUFFIX: &str = "/definition";

impl SavedBoard {
    /// The record that holds the board of this id.
    pub fn record(id: &str) -> String {
        format!("{PREFIX}{id}{SUFFIX}")
    }

    /// The id of the board that a record holds.
    pub fn id_of(record: &str) -> Option<&str> {
        record.strip_prefix(PREFIX)?.strip_suffix(SUFFIX)
    }
}

/// The saved boards of the open workbook.
#[derive(Clone, Copy)]
pub struct SavedBoards {
    book: Book,
    choice: BoardChoice,
    clients: ClientsView,
}

impl SavedBoards {
    pub fn new(book: Book, choice: BoardChoice, clients: ClientsView) -> Self {
        Self { book, choice, clients }
    }

    /// The saved boards with their ids, by name; followed.
    pub fn all(&self) -> Vec<(String, SavedBoard)> {
        self.book.follow(Part::Records);
        self.book.follow_layout();
        let mut boards: Vec<(String, SavedBoard)> = self.book.with(|workbook| {
            let read = |(key, stored): (&str, &Stored)| {
                let id = SavedBoard::id_of(key)?.to_owned();
                let Stored::Text(text) = stored else { return None };
                serde_json::from_str(text).ok().map(|board| (id, board))
            };
            workbook.records(PREFIX).filter_map(read).collect()
        });
        boards.sort_by(|left, right| (&left.1.name, &left.0).cmp(&(&right.1.name, &right.0)));
        boards
    }

    /// The saved board of this id.
    pub fn get(&self, id: &str) -> Option<SavedBoard> {
        self.book.with(|workbook| match workbook.record(&SavedBoard::record(id))? {
            Stored::Text(text) => serde_json::from_str(text).ok(),
            _ => None,
        })
    }

    /// The board as it is now; followed.
    pub fn definition(&self) -> BoardDefinition {
        BoardDefinition {
            by: key_of(&self.choice.by.get()),
            lanes: self.choice.lanes.get().as_ref().map(key_of),
            collapsed: self.choice.collapsed.get(),
            filters: self.clients.filters.get(),
            query: self.clients.query.get(),
        }
    }

    /// Opens a saved board, or with nothing the board of all clients by segment. Says whether there is such a board.
    pub fn open(&self, id: Option<&str>) -> bool {
        let is_open = self.show(id);
        if is_open {
            self.choice.opened.update(|opened| *opened += 1);
        }
        is_open
    }

    /// Opens the board that the page's address asked for, once the workbook has it; followed.
    pub fn open_asked(&self) {
        self.book.follow(Part::Records);
        self.book.follow_layout();
        let Some(asked) = self.choice.asked.get() else { return };
        if untrack(|| self.show(Some(&asked))) {
            self.choice.asked.set(None);
        }
    }

    fn show(&self, id: Option<&str>) -> bool {
        let definition = match id {
            None => Some(BoardDefinition::default()),
            Some(id) => self.get(id).map(|board| board.definition),
        };
        let Some(definition) = definition else { return false };
        let BoardDefinition { by, lanes, collapsed, filters, query } = definition;
        self.choice.by.set(from_key(&by));
        self.choice.lanes.set(lanes.as_deref().map(from_key));
        self.choice.collapsed.set(collapsed);
        self.clients.filters.set(filters);
        self.clients.query.set(query);
        self.choice.open.set(id.map(str::to_owned));
        true
    }

    /// Saves the board as it is now under a name, and opens it. Says whether it was done.
    pub fn save_as(&self, name: &str) -> bool {
        let id = format!("{:x}", (self.book.host().random)());
        let board = SavedBoard { name: name.trim().to_owned(), definition: untrack(|| self.definition()) };
        let is_done = !board.name.is_empty() && self.write(&id, Some(&board));
        if is_done {
            self.choice.open.set(Some(id));
            self.choice.opened.update(|opened| *opened += 1);
        }
        is_done
    }

    /// Saves the board as it is now as what a saved one shows.
    pub fn update(&self, id: &str) -> bool {
        let Some(board) = self.get(id) else { return false };
        let definition = untrack(|| self.definition());
        let is_done = self.write(id, Some(&SavedBoard { definition, ..board }));
        if is_done {
            self.choice.open.set(Some(id.to_owned()));
        }
        is_done
    }

    pub fn rename(&self, id: &str, name: &str) -> bool {
        let name = name.trim().to_owned();
        match self.get(id) {
            Some(board) if !name.is_empty() => self.write(id, Some(&SavedBoard { name, ..board })),
            _ => false,
        }
    }

    /// Deletes a saved board. What it shows stays on screen.
    pub fn delete(&self, id: &str) -> bool {
        let is_done = self.write(id, None);
        if is_done && self.choice.open.with_untracked(|open| open.as_deref() == Some(id)) {
            self.choice.open.set(None);
        }
        is_done
    }

    /// Whether the board shows something else than the open one does; followed.
    pub fn is_changed(&self) -> bool {
        self.book.follow(Part::Records);
        let Some(id) = self.choice.open.get() else { return false };
        self.get(&id).is_none_or(|board| board.definition != self.definition())
    }

    fn write(&self, id: &str, board: Option<&SavedBoard>) -> bool {
        let value = match board.map(serde_json::to_string).transpose() {
            Ok(text) => text.map(Stored::Text),
            Err(_) => return false,
        };
        self.book.edit(Edit::SetRecord { key: SavedBoard::record(id), value })
    }
}

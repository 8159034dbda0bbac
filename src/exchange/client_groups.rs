//! Which lines are of the same client: by tax id, else by own code, else by name.

use super::keys::keys_of;
use super::mapping::{Action, Mapping};
use super::rollup::Rows;
use super::rows::OrderLines;
use super::sheet::Sheet;
use crate::workbook::Field;

/// Stands for a key that several clients share.
const SHARED: u32 = u32::MAX;

/// The client of each line.
pub struct Groups {
    /// From 0, in the order in which they come.
    pub of_line: Vec<u32>,
    pub count: u32,
    /// The client that gathers the lines without one: the last.
    pub nameless: Option<u32>,
}

/// Groups the lines. A line that lacks a tax id or a code is of the client that has the same name, where only one has.
/// Names are the same in whatever case, spacing and punctuation; the legal form counts, since ООО and АО of one name
/// are two companies.
pub fn group(sheet: &Sheet, mapping: &Mapping, lines: &OrderLines, rows: &Rows) -> Groups {
    let first = mapping.heading_row;
    let keys = |position: u32| keys_of(sheet, position, first, &rows.places, rows.count, true);
    let (names, name_count) = keys(lines.client);
    let mut client = vec![0; rows.count as usize];
    let mut next = 0;
    for field in [Field::TaxId, Field::Code] {
        let column = mapping.columns.iter().find(|column| column.action == Action::Field(field));
        let Some(position) = column.map(|column| column.position).filter(|position| *position != lines.client) else {
            continue;
        };
        let (codes, count) = keys(position);
        // What differs from line to line is the line's number, and not the client's.
        let filled = codes.iter().filter(|code| **code > 0).count();
        if u64::from(count) * 10 <= filled as u64 * 7 || u64::from(count) * 2 <= u64::from(name_count) * 3 {
            extend(&mut client, &mut next, &codes, count);
        }
    }
    extend(&mut client, &mut next, &names, name_count);
    number(client, next)
}

/// Gives a client to the lines that have none yet and have a key: the one that the key belongs to already, or a new
/// one where it belongs to none or to several.
fn extend(client: &mut [u32], next: &mut u32, keys: &[u32], key_count: u32) {
    let mut owner = vec![0; key_count as usize + 1];
    let known = client.iter().zip(keys).filter(|(client, key)| **client > 0 && **key > 0);
    for (client, key) in known {
        if let Some(owner) = owner.get_mut(*key as usize) {
            *owner = if *owner == 0 || *owner == *client { *client } else { SHARED };
        }
    }
    let mut fresh = vec![0; key_count as usize + 1];
    for (client, key) in client.iter_mut().zip(keys).filter(|(client, key)| **client == 0 && **key > 0) {
        let (Some(owner), Some(fresh)) = (owner.get(*key as usize), fresh.get_mut(*key as usize)) else { continue };
        if *owner > 0 && *owner != SHARED {
            *client = *owner;
            continue;
        }
        if *fresh == 0 {
            *next += 1;
            *fresh = *next;
        }
        *client = *fresh;
    }
}

/// Numbers the clients in the order in which they come; what is left is the nameless one.
fn number(client: Vec<u32>, most: u32) -> Groups {
    let mut numbers = vec![u32::MAX; most as usize + 1];
    let mut count = 0;
    let mut of_line = client;
    let mut lacks = false;
    for client in &mut of_line {
        let Some(number) = numbers.get_mut(*client as usize).filter(|_| *client > 0) else {
            lacks = true;
            *client = u32::MAX;
            continue;
        };
        if *number == u32::MAX {
            *number = count;
            count += 1;
        }
        *client = *number;
    }
    let nameless = lacks.then_some(count);
    if lacks {
        of_line.iter_mut().filter(|client| **client == u32::MAX).for_each(|client| *client = count);
        count += 1;
    }
    Groups { of_line, count, nameless }
}

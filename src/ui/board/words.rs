//! The board's groups, groupings, clients and amounts in words.

use crate::i18n::{Language, fields, segment, t_string};
use crate::segment::{Group, GroupBy, GroupKey};
use crate::state::{Board, Card, NameMask, Spot, initials};
use crate::ui::Context;
use crate::workbook::ColumnId;
use leptos::prelude::*;

/// The name of a column or a lane of the board.
pub fn group_name(i18n: Language, key: &GroupKey) -> String {
    match key {
        GroupKey::Segment(of) => segment::name(i18n, *of).to_owned(),
        GroupKey::Text(text) => text.clone(),
        GroupKey::Blank => t_string!(i18n, segment.board.blank).to_owned(),
    }
}

/// The name of a place of the board.
pub fn spot_name(i18n: Language, spot: &Spot) -> String {
    let column = group_name(i18n, &spot.column);
    spot.lane.as_ref().map_or(column.clone(), |lane| format!("{} · {column}", group_name(i18n, lane)))
}

/// The name of what the board can be grouped by. The columns are not followed.
pub fn grouping_name(i18n: Language, kontor: &Context, by: &GroupBy) -> String {
    let GroupBy::Column(column) = by else { return t_string!(i18n, board.by.segment).to_owned() };
    if let ColumnId::Found(found) = column {
        return fields::found(i18n.get_locale(), *found).to_owned();
    }
    let ColumnId::Field(field) = column else {
        let title = |table: &crate::workbook::ClientTable| {
            table.column(column).map(|column| column.definition.title.clone()).unwrap_or_default()
        };
        return kontor.book.table(title);
    };
    fields::field(i18n.get_locale(), *field).to_owned()
}

/// A client's name, or words in its place.
pub fn client_name(i18n: Language, name: &str) -> String {
    if name.is_empty() { t_string!(i18n, board.no_name).to_owned() } else { name.to_owned() }
}

/// A client's name as it may be read now: masked while the board is presented so. Followed.
pub fn card_name(i18n: Language, board: Board, card: &Card) -> String {
    let mask = board.choice.presenting.get().map(|presenting| presenting.names).unwrap_or_default();
    let numbered = || t_string!(i18n, board.present.client, number = (card.row + 1).to_string());
    match mask {
        NameMask::Shown => client_name(i18n, &card.name),
        NameMask::Numbered => numbered(),
        NameMask::Initials => Some(initials(&card.name)).filter(|letters| !letters.is_empty()).unwrap_or_else(numbered),
    }
}

/// Whether shares stand in the place of amounts now; followed.
pub fn hides_amounts(board: Board) -> bool {
    board.choice.presenting.get().is_some_and(|presenting| presenting.hides_amounts)
}

/// An amount as it may be read now: its share of all that is shown while amounts are masked. Followed.
pub fn amount(kontor: &Context, board: Board, amount: f64) -> String {
    kontor.formats.with(|formats| {
        if !hides_amounts(board) {
            return formats.money(amount);
        }
        let total = board.total.get();
        if total > 0.0 { formats.percent(amount / total, 1) } else { "–".to_owned() }
    })
}

/// The figures of a group: how many clients, what they bring, and which share of all that is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    pub clients: String,
    /// Empty where no revenue is known.
    pub revenue: String,
    /// Empty where it says nothing, or nothing more than the revenue does.
    pub share: String,
    pub percent: String,
    /// The revenue weighted by probability, where there is one.
    pub weighted: Option<String>,
}

/// The figures of a group; followed.
pub fn figures(i18n: Language, kontor: &Context, board: Board, group: &Group) -> Figures {
    let number = kontor.formats.with(|formats| formats.number(f64::from(group.count), 0));
    let clients = t_string!(i18n, segment.board.clients, count = group.count, number = number).clone();
    let is_known = group.known > 0 || group.count == 0;
    let revenue = if is_known { amount(kontor, board, group.revenue) } else { String::new() };
    let share = group.share.filter(|_| is_known && !hides_amounts(board));
    let percent = share.map(|share| kontor.formats.with(|formats| formats.percent(share, 1))).unwrap_or_default();
    let share = if percent.is_empty() {
        String::new()
    } else {
        t_string!(i18n, segment.board.share, percent = percent.clone()).clone()
    };
    let percent = if group.known > 0 { percent } else { String::new() };
    // Fractions are kept up to here.
    let weighted = group.weighted.map(|weighted| amount(kontor, board, (weighted * 100.0).round() / 100.0));
    Figures { clients, revenue, share, percent, weighted }
}

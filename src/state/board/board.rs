//! The board of the open workbook, as memos: sums at once, rows and chart when there is time.

use std::sync::Arc;

use leptos::prelude::*;

use super::card::{self, Card};
use super::choice::{BoardChoice, choices, key_of};
use super::columns::{Columns, Known, Spot};
use super::moves::group_of;
use super::pareto::Pareto;
use super::selection::Chosen;
use super::settled::{Settled, follow_findings, follow_values};
use crate::segment::{
    Group, GroupBy, GroupKey, Grouping, Lanes, Segment, StageLoad, StagePlan, by_revenue, group, sums,
};
use crate::state::{Book, ClientsView, Part};
use crate::workbook::{ClientTable, ColumnId, Field, RowId, Sum};

/// The menu that moves a card.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MoveMenu {
    pub client: RowId,
    /// Whether the person is asked for the client's segment.
    pub asks: bool,
    /// Where it opens on screen: left and top, in CSS pixels.
    pub place: (f64, f64),
}

/// The last move, for people who listen to the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved {
    /// The card that was moved, or the first of them.
    pub client: RowId,
    pub count: usize,
    pub to: Spot,
}

/// The segment board.
#[derive(Clone, Copy)]
pub struct Board {
    /// Stored, so that a board stays small: every card and closure of the view holds one.
    book: StoredValue<Book>,
    pub choice: BoardChoice,
    /// What the board is grouped by now: the choice, while there is such a column.
    pub by: Memo<GroupBy>,
    /// What it is cut into lanes by now.
    pub by_lanes: Memo<Option<GroupBy>>,
    /// The stages of the person's own, where the board is grouped by stage and there are any.
    pub plan: Memo<Option<Arc<StagePlan>>>,
    /// By row: whether the client passes the filters of the Clients sheet; nothing where nothing is filtered.
    pub shown: Memo<Option<Arc<Vec<bool>>>>,
    /// Columns and lanes with their sums, without their rows.
    pub sums: Memo<Arc<Lanes>>,
    pub keys: Memo<Vec<GroupKey>>,
    /// None where the board is not cut into lanes.
    pub lane_keys: Memo<Vec<GroupKey>>,
    /// By column: whether it is collapsed.
    pub narrow: Memo<Vec<bool>>,
    pub(super) columns: Memo<Columns>,
    /// The revenue of all clients shown.
    pub total: Memo<f64>,
    /// The largest revenue of a client shown; 0 where nobody has any.
    pub largest: Memo<f64>,
    pub pareto: Memo<Option<Pareto>>,
    /// The card that the keyboard stands on.
    pub active: RwSignal<Option<RowId>>,
    /// The cards that are moved together.
    pub chosen: RwSignal<Chosen>,
    /// The card, and its place, that shall get the keyboard as soon as it is there.
    pub wanted: RwSignal<Option<(RowId, Spot)>>,
    pub menu: RwSignal<Option<MoveMenu>>,
    pub last_move: RwSignal<Option<Moved>>,
}

impl Board {
    /// Makes the board of a workbook, in the owner of the component that shows it. It shows the clients that pass the
    /// filters of the Clients sheet.
    pub fn new(book: Book, choice: BoardChoice, clients: ClientsView) -> Self {
        Self::of(&book, choice, clients, Settled::new(&book))
    }

    pub(super) fn of(book: &Book, choice: BoardChoice, clients: ClientsView, settled: Settled) -> Self {
        let book = *book;
        let is_offered = move |by: &GroupBy| {
            book.follow(Part::Columns);
            book.follow_layout();
            book.table(choices).contains(by)
        };
        let by = Memo::new(move |_| Some(choice.by.get()).filter(is_offered).unwrap_or(GroupBy::Segment));
        let by_lanes = Memo::new(move |_| {
            let by = by.get();
            choice.lanes.get().filter(|lanes| is_offered(lanes) && *lanes != by)
        });
        let plan = Memo::new(move |_| {
            book.follow(Part::Records);
            book.follow_layout();
            let is_by_stage = by.get() == GroupBy::Column(Field::Stage.into());
            let plan = is_by_stage.then(|| book.with(StagePlan::of_workbook));
            plan.filter(|plan| !plan.is_empty()).map(Arc::new)
        });
        let shown = Memo::new(move |_| {
            clients.is_filtered().then(|| {
                let mut shown = vec![false; book.table(|table| table.row_count() as usize)];
                clients.order.with(|order| {
                    let rows = if order.is_grouped() { &order.members } else { &order.rows };
                    for row in rows {
                        if let Some(shown) = shown.get_mut(*row as usize) {
                            *shown = true;
                        }
                    }
                });
                Arc::new(shown)
            })
        });
        // Another workbook is another board.
        let opening = Memo::new(move |before: Option<&u64>| {
            book.follow_layout();
            before.map_or(0, |before| before + 1)
        });
        let known = StoredValue::new((None, Known::default()));
        let sums = Memo::new(move |_| {
            follow_all(&book);
            let (by, lanes, plan, shown) = (by.get(), by_lanes.get(), plan.get(), shown.get());
            if !is_known(&book, &by, lanes.as_ref()) {
                return Arc::default();
            }
            let grouping = Grouping {
                lanes: lanes.as_ref(),
                shown: shown.as_ref().map(|shown| &***shown),
                plan: plan.as_deref(),
                ..Grouping::by(&by)
            };
            let sums = book.segments().with(|findings| book.table(|table| sums(table, findings, grouping)));
            let planned = plan.as_ref().map(|plan| plan.order()).unwrap_or_default();
            let of_now = Some((opening.get(), by, lanes, planned.clone()));
            let steady = known.try_update_value(|(of, known)| {
                // Another grouping starts with an order of its own.
                if *of != of_now {
                    *of = of_now;
                    *known = Known::default();
                }
                known.steady(sums, &planned)
            });
            Arc::new(steady.unwrap_or_default())
        });
        let keys = Memo::new(move |_| {
            sums.with(|sums| sums.columns.iter().map(|group| group.key.clone()).collect::<Vec<_>>())
        });
        let lane_keys =
            Memo::new(move |_| sums.with(|sums| sums.lanes.iter().map(|lane| lane.whole.key.clone()).collect()));
        let narrow = Memo::new(move |_| {
            let of = key_of(&by.get());
            choice.collapsed.with(|collapsed| {
                let is_narrow = |key: &GroupKey| collapsed.contains(&(of.clone(), key.id().to_owned()));
                keys.with(|keys| keys.iter().map(is_narrow).collect::<Vec<bool>>())
            })
        });
        let by_revenue = Memo::new_with_compare(
            move |_| {
                settled.follow_values();
                Arc::new(book.table(by_revenue))
            },
            |_, _| true,
        );
        let columns = Memo::new_with_compare(
            move |_| {
                settled.follow_findings();
                let (by, lanes, shown) = (by.get(), by_lanes.get(), shown.get());
                if !is_known(&book, &by, lanes.as_ref()) {
                    return Columns::default();
                }
                let rows = by_revenue.get();
                let grouping = Grouping {
                    lanes: lanes.as_ref(),
                    rows: Some(&rows),
                    shown: shown.as_ref().map(|shown| &***shown),
                    ..Grouping::by(&by)
                };
                book.segments().with(|findings| book.table(|table| Columns::of(group(table, findings, grouping))))
            },
            |_, _| true,
        );
        let total = Memo::new(move |_| {
            sums.with(|sums| sums.columns.iter().map(|group| group.revenue).collect::<Sum>().value())
        });
        let largest = Memo::new(move |_| {
            settled.follow_values();
            book.table(|table| {
                let revenue = table.field(Field::Revenue);
                let first = columns.with(Columns::first_rows);
                first.into_iter().filter_map(|row| revenue.number(row)).fold(0.0, f64::max)
            })
        });
        let pareto = Memo::new(move |_| {
            settled.follow_values();
            book.table(Pareto::of)
        });
        Self {
            book: StoredValue::new(book),
            choice,
            by,
            by_lanes,
            plan,
            shown,
            sums,
            keys,
            lane_keys,
            narrow,
            columns,
            total,
            largest,
            pareto,
            active: RwSignal::new(None),
            chosen: RwSignal::new(Chosen::default()),
            wanted: RwSignal::new(None),
            menu: RwSignal::new(None),
            last_move: RwSignal::new(None),
        }
    }

    pub(super) fn book(&self) -> Book {
        self.book.get_value()
    }

    /// Whether the sums can be shown; followed. By segment they wait until every client was looked at.
    pub fn is_ready(&self) -> bool {
        is_known(&self.book(), &self.by.get(), self.by_lanes.get().as_ref())
    }

    /// How many clients are shown, and how many there are; followed.
    pub fn counts(&self) -> (u32, u32) {
        follow_values(&self.book());
        let shown = self.sums.with(|sums| sums.columns.iter().map(|group| group.count).sum());
        (shown, self.book().table(ClientTable::client_count))
    }

    /// The sums of one place, as a memo: of a column, or of a cell where the place has a lane.
    pub fn group(&self, spot: Spot) -> Memo<Option<Group>> {
        let sums = self.sums;
        let of = move |groups: &[Group]| groups.iter().find(|group| group.key == spot.column).cloned();
        let lane = spot.lane;
        Memo::new(move |_| {
            sums.with(|sums| match &lane {
                None => of(&sums.columns),
                Some(key) => sums.lanes.iter().find(|lane| lane.whole.key == *key).and_then(|lane| of(&lane.cells)),
            })
        })
    }

    /// The sums of a lane, as a memo.
    pub fn lane(&self, key: GroupKey) -> Memo<Option<Group>> {
        let sums = self.sums;
        Memo::new(move |_| {
            sums.with(|sums| sums.lanes.iter().find(|lane| lane.whole.key == key).map(|lane| lane.whole.clone()))
        })
    }

    /// How full a column's stage is, where the person set a limit; followed.
    pub fn load(&self, key: &GroupKey) -> Option<StageLoad> {
        let GroupKey::Text(name) = key else { return None };
        let plan = self.plan.get()?;
        self.sums.with(|sums| {
            let group = sums.columns.iter().find(|group| group.key == *key)?;
            plan.load(name, group.held)
        })
    }

    /// One place's rows, as a memo that is quiet while they stay the same.
    pub fn rows(&self, spot: Spot) -> Memo<Arc<Vec<u32>>> {
        let columns = self.columns;
        Memo::new(move |_| columns.with(|columns| columns.rows(&spot)))
    }

    /// The rows of a place now; nothing is followed.
    pub fn rows_now(&self, spot: &Spot) -> Arc<Vec<u32>> {
        self.columns.with_untracked(|columns| columns.rows(spot))
    }

    /// Collapses a column, or opens it again.
    pub fn turn_narrow(&self, key: &GroupKey) {
        let of = (key_of(&self.by.get_untracked()), key.id().to_owned());
        self.choice.collapsed.update(|collapsed| {
            if !collapsed.remove(&of) {
                collapsed.insert(of);
            }
        });
    }

    /// The card in a row; followed.
    pub fn card(&self, row: u32) -> Card {
        follow_all(&self.book());
        let by = self.by.get();
        self.book().segments().with(|findings| self.book().table(|table| card::card(table, findings, &by, row)))
    }

    /// A client's card; nothing for one that is gone. Followed.
    pub fn card_of(&self, client: RowId) -> Option<Card> {
        follow_all(&self.book());
        self.row_of(client).map(|row| self.card(row))
    }

    pub fn client(&self, row: u32) -> Option<RowId> {
        self.book().table(|table| table.row_id(row))
    }

    pub fn row_of(&self, client: RowId) -> Option<u32> {
        self.book().table(|table| table.row_of(client))
    }

    /// The column in which a client stands. Nothing is followed.
    pub fn group_of(&self, client: RowId) -> Option<GroupKey> {
        self.spot_of(client).map(|spot| spot.column)
    }

    /// The place where a client stands. Nothing is followed.
    pub fn spot_of(&self, client: RowId) -> Option<Spot> {
        let (by, lanes) = (self.by.get_untracked(), self.by_lanes.get_untracked());
        self.book().segments().with(|findings| {
            self.book().table(|table| {
                let row = table.row_of(client)?;
                let lane = match &lanes {
                    Some(lanes) => Some(group_of(table, findings, lanes, row)?),
                    None => None,
                };
                Some(Spot { lane, column: group_of(table, findings, &by, row)? })
            })
        })
    }

    /// The client of the active card and its place; followed.
    pub fn active_place(&self) -> Option<(RowId, Spot)> {
        self.by.track();
        self.by_lanes.track();
        follow_all(&self.book());
        let client = self.active.get()?;
        Some((client, self.spot_of(client)?))
    }

    /// Makes a client's card the active one, and its segment the one that is advised on.
    pub fn activate(&self, client: RowId) {
        self.active.set(Some(client));
        let segment = self.row_of(client).and_then(|row| self.book().segments().with(|findings| findings.segment(row)));
        if let Some(segment) = segment {
            self.advise(segment);
        }
    }

    /// Shows the advice for a segment.
    pub fn advise(&self, segment: Segment) {
        if self.choice.advice.get_untracked() != segment {
            self.choice.advice.set(segment);
        }
    }
}

/// Whether all clients can be put into groups; followed.
fn is_known(book: &Book, by: &GroupBy, lanes: Option<&GroupBy>) -> bool {
    let is_known = |by: &GroupBy| match by {
        GroupBy::Segment => book.segments().is_ready(),
        GroupBy::Column(ColumnId::Found(_)) => book.analyses().is_ready(),
        GroupBy::Column(_) => true,
    };
    is_known(by) && lanes.is_none_or(is_known)
}

fn follow_all(book: &Book) {
    follow_values(book);
    follow_findings(book);
}

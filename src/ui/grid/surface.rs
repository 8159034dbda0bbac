//! The grid's elements and what is done with them: draw, scroll, move the keyboard there.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use super::column_layout::column_layout;
use super::painter::{Painter, Scene};
use crate::i18n::{self, Locale, use_i18n};
use crate::platform::cells::Node;
use crate::platform::{clock, dom, scroll};
use crate::segment::Findings;
use crate::state::clients::{ClientsView, Editing, Extent, Hit, Layout, Order, Pull, ROW_HEIGHT, Viewport, page};
use crate::state::{Part, clients};
use crate::ui::{Context, use_kontor};
use crate::workbook::ClientTable;

/// The id of the field that has the keyboard while the grid is used.
pub const FIELD: &str = "grid-field";

/// Where the editor stands in the frame, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spot {
    pub left: f64,
    pub top: f64,
    pub width: f64,
    /// Whether the cell is in sight.
    pub is_seen: bool,
}

/// The grid on the page.
#[derive(Clone, Copy)]
pub struct Surface {
    pub kontor: Context,
    pub view: ClientsView,
    pub scroller: NodeRef<html::Div>,
    pub canvas: NodeRef<html::Div>,
    pub field: NodeRef<html::Input>,
    pub titles: Memo<Arc<[String]>>,
    pub layout: Memo<Arc<Layout>>,
    /// Where the active (or the edited) cell stands.
    pub spot: RwSignal<Spot>,
    /// Where the lower right corner of the active range is, for the fill handle.
    pub corner: RwSignal<Spot>,
    /// What the fill handle is being pulled for.
    pub pulled: RwSignal<Option<Pull>>,
    /// The heading that the keyboard is on, if it is on one.
    pub heading: RwSignal<Option<usize>>,
    /// The width of the window, on which the width of the first column depends.
    width: RwSignal<f64>,
    painter: StoredValue<Option<Painter>, LocalStorage>,
    /// How far the first column is held from the left edge of the sheet, and how often that changed.
    slid: StoredValue<(f64, u32)>,
    version: StoredValue<u64>,
    /// Whether drawing is due.
    is_wanted: StoredValue<bool>,
    /// Of the order that was drawn last.
    mark: StoredValue<u64>,
    locale: Signal<Locale>,
}

impl Surface {
    pub fn new() -> Self {
        let i18n = use_i18n();
        let kontor = use_kontor();
        let view = kontor.clients;
        let locale = Signal::derive(move || i18n.get_locale());
        let width = RwSignal::new(f64::INFINITY);
        let titles = Memo::new(move |_| {
            let locale = locale.get();
            view.columns.with(|columns| columns.iter().map(|column| i18n::column_title(locale, column)).collect())
        });
        let layout = column_layout(kontor, titles, width);
        let surface = Self {
            kontor,
            view,
            scroller: NodeRef::new(),
            canvas: NodeRef::new(),
            field: NodeRef::new(),
            titles,
            layout,
            spot: RwSignal::new(Spot::default()),
            corner: RwSignal::new(Spot::default()),
            pulled: RwSignal::new(None),
            heading: RwSignal::new(None),
            width,
            painter: StoredValue::new_local(None),
            slid: StoredValue::new((0.0, 0)),
            version: StoredValue::new(0),
            is_wanted: StoredValue::new(false),
            mark: StoredValue::new(0),
            locale,
        };
        surface.keep_drawn();
        surface
    }

    /// Draws anew whenever something changes that is shown.
    fn keep_drawn(self) {
        let (book, view) = (self.kontor.book, self.view);
        Effect::new(move || {
            book.follow(Part::Cells);
            book.segments().follow_findings();
            book.analyses().follow_found();
            view.columns.track();
            self.kontor.formats.track();
            self.locale.track();
            self.version.update_value(|version| *version += 1);
            self.want_paint();
        });
        Effect::new(move || {
            view.other_ranges();
            self.pulled.track();
            view.waiting_cut.with(|_| ());
            view.selected.track();
            view.sort.track();
            view.filters.track();
            self.heading.track();
            view.editing.track();
            self.layout.track();
            self.titles.track();
            self.want_paint();
        });
        Effect::new(move || {
            view.subtotals.track();
            // A group's line is known by its number alone: in another order it is another group.
            if view.order.with(Order::is_grouped) {
                self.version.update_value(|version| *version += 1);
            }
            self.want_paint();
        });
        Effect::new(move |before: Option<u64>| {
            let wanted = view.reveal.get();
            if before.is_some_and(|before| before != wanted) {
                self.reveal();
            }
            wanted
        });
        Effect::new(move || {
            let (Some(scroller), Some(canvas)) = (self.scroller.get(), self.canvas.get()) else { return };
            self.painter.set_value(Painter::new(Node::of(&canvas)));
            let resized = move || {
                self.width.set(self.viewport().width);
                self.paint();
            };
            let watch = StoredValue::new_local(scroll::SizeWatch::new(&scroller, resized));
            on_cleanup(move || watch.dispose());
            self.paint();
            self.reveal();
        });
    }

    /// Draws once when all that follows the same change has run: each look at the window in between would make the
    /// browser lay the page out.
    fn want_paint(self) {
        if self.is_wanted.get_value() {
            return;
        }
        self.is_wanted.set_value(true);
        clock::soon(async move {
            // The page may be gone by now.
            if self.is_wanted.try_set_value(false).is_none() {
                self.paint();
            }
        });
    }

    /// What the window shows of the sheet.
    pub fn viewport(&self) -> Viewport {
        self.scroller.get_untracked().map(|scroller| scroll::viewport(&scroller)).unwrap_or_default()
    }

    pub fn extent(&self) -> Extent {
        untrack(|| self.view.extent(page(self.viewport())))
    }

    /// Draws what the window shows. Follows nothing.
    pub fn paint(&self) {
        untrack(|| {
            let view = self.viewport();
            self.slide(view.left);
            // A group's line is known by its number alone: with other groups it is another group's.
            let mark = self.view.order.with(Order::mark);
            if self.mark.get_value() != mark {
                self.mark.set_value(mark);
                self.version.update_value(|version| *version += 1);
            }
            let layout = self.layout.get();
            let selection = self.view.selection();
            let mut others = self.view.other_ranges();
            let left = match self.pulled.get() {
                Some(Pull::On(target)) => {
                    others.push(target);
                    None
                }
                Some(Pull::In { left, .. }) => Some(left),
                None => None,
            };
            let cut = self.view.waiting_cut.get();
            let (filters, subtotals) = (self.view.filters.read_untracked(), self.view.subtotals.get());
            let active = self.view.columns.with(|columns| {
                self.titles.with(|titles| {
                    self.view.order.with(|order| {
                        self.view.sort.with(|sorts| {
                            self.kontor.formats.with(|formats| {
                                self.with_table(|table, findings| {
                                    let scene = Scene {
                                        view,
                                        layout: &layout,
                                        columns,
                                        titles,
                                        order,
                                        table,
                                        findings,
                                        formats,
                                        locale: self.locale.get(),
                                        sorts,
                                        filters: &filters,
                                        subtotals: &subtotals,
                                        heading: self.heading.get(),
                                        selection,
                                        others: &others,
                                        cut: cut.as_deref(),
                                        left,
                                        version: self.version.get_value(),
                                        drawn_columns: layout.drawn_columns(view),
                                        column_slots: layout.column_slots(view.width),
                                    };
                                    self.painter.try_update_value(|painter| painter.as_mut()?.paint(&scene)).flatten()
                                })
                            })
                        })
                    })
                })
            });
            self.tell_active(active.as_deref());
            let spot = self.find_spot(view, &layout);
            if self.spot.get() != spot {
                self.spot.set(spot);
            }
            let corner = self.find_corner(view, &layout);
            if self.corner.get() != corner {
                self.corner.set(corner);
            }
        });
    }

    /// Holds the first column at the left edge. While the sheet moves sideways the browser holds it by itself; that
    /// costs it a layer for each row, so at other times the rows stand still.
    fn slide(&self, left: f64) {
        const REST: i32 = 200;
        if self.slid.get_value().0.to_bits() == left.to_bits() {
            return;
        }
        let Some(scroller) = self.scroller.get_untracked() else { return };
        let number = self.slid.get_value().1 + 1;
        self.slid.set_value((left, number));
        let (node, slid) = (Node::of(&scroller), self.slid);
        node.set_property("--slid", &format!("{left}px"));
        node.set_class("grid sliding");
        clock::after(
            REST,
            Box::new(move || {
                if slid.try_get_value().is_some_and(|(_, latest)| latest == number) {
                    node.set_class("grid");
                }
            }),
        );
    }

    fn with_table<T>(&self, read: impl FnOnce(&ClientTable, &Findings) -> T) -> T {
        self.kontor.book.table(|table| self.kontor.book.segments().with(|findings| read(table, findings)))
    }

    /// Tells people who can't see the grid which of its cells the keyboard is on.
    fn tell_active(&self, id: Option<&str>) {
        let is_listing = self.view.editing.with(Option::is_some);
        if let Some(field) = self.field.get_untracked().filter(|_| !is_listing) {
            dom::set_or_remove(&field, "aria-activedescendant", id);
        }
    }

    fn find_spot(&self, view: Viewport, layout: &Layout) -> Spot {
        self.edited_place().map_or_else(Spot::default, |place| Self::spot_of(place, view, layout))
    }

    /// The lower right cell of the active range; not in sight where its corner is not, or where there are several
    /// ranges, which can't be filled on.
    fn find_corner(&self, view: Viewport, layout: &Layout) -> Spot {
        let is_single = self.view.other_ranges().is_empty() && self.view.editing.with(Option::is_none);
        let Some(selection) = self.view.selection().filter(|_| is_single) else { return Spot::default() };
        let place = clients::Place::new(*selection.rows().end(), *selection.columns().end());
        let spot = Self::spot_of(place, view, layout);
        let (right, bottom) = (spot.left + spot.width, spot.top + ROW_HEIGHT);
        // Behind what stays at the left nothing else is seen.
        let is_beside = spot.left <= layout.gutter || right > layout.frozen_width() + 1.0;
        let is_seen = is_beside && right <= view.width && bottom > ROW_HEIGHT + 1.0 && bottom <= view.height;
        Spot { is_seen, ..spot }
    }

    fn spot_of(place: clients::Place, view: Viewport, layout: &Layout) -> Spot {
        let (left, width) = layout.column(place.column);
        let is_held = place.column < layout.frozen_count();
        let left = if is_held { left } else { left - view.left };
        let top = (place.row + 1) as f64 * ROW_HEIGHT - view.top;
        let is_left = !is_held && left < layout.frozen_width() - 1.0;
        let is_seen = top >= ROW_HEIGHT - 1.0 && top < view.height && !is_left && left < view.width;
        Spot { left, top, width, is_seen }
    }

    /// Where the cell stands that is edited, or else the active one.
    pub fn edited_place(&self) -> Option<clients::Place> {
        let editing: Option<Editing> = self.view.editing.get_untracked();
        match editing {
            Some(editing) => {
                let row = self.view.place_of(editing.row)?;
                let columns = self.view.columns.get_untracked();
                let column = columns.iter().position(|column| column.id == editing.column)?;
                Some(clients::Place { row, column })
            }
            None => untrack(|| self.view.selection()).map(|selection| selection.active),
        }
    }

    /// Scrolls so that the cell at the selection's moving end is seen.
    pub fn reveal(&self) {
        if let Some(selection) = untrack(|| self.view.selection()) {
            self.reveal_place(selection.far);
        }
    }

    pub fn reveal_place(&self, place: clients::Place) {
        let Some(scroller) = self.scroller.get_untracked() else { return };
        let view = scroll::viewport(&scroller);
        let (left, top) = self.layout.get_untracked().revealed(view, place);
        if (left - view.left).abs() >= 1.0 || (top - view.top).abs() >= 1.0 {
            scroll::scroll_to(&scroller, left, top);
        }
        self.paint();
    }

    /// What stands at a point of the page; nothing where it is beside the sheet, as on a scroll bar.
    pub fn hit(&self, x: i32, y: i32) -> Hit {
        let Some(scroller) = self.scroller.get_untracked() else { return Hit::Nothing };
        let (x, y) = scroll::point_in(&scroller, x, y);
        let view = scroll::viewport(&scroller);
        if x < 0.0 || y < 0.0 || x >= view.width || y >= view.height {
            return Hit::Nothing;
        }
        self.layout.get_untracked().hit(view, x, y, self.extent().rows)
    }

    /// The cell nearest to a point of the page, also beyond the window's edges.
    pub fn nearest_cell(&self, x: i32, y: i32) -> Option<clients::Place> {
        let scroller = self.scroller.get_untracked()?;
        let (x, y) = scroll::point_in(&scroller, x, y);
        let view = scroll::viewport(&scroller);
        let layout = self.layout.get_untracked();
        let rows = self.extent().rows;
        Some(layout.nearest(view, x, y, rows))
    }

    /// Moves the keyboard to the grid.
    pub fn focus(&self) {
        if let Some(field) = self.field.get_untracked() {
            dom::focus_in_place(&field);
        }
    }
}

//! What a cell shows.

use std::borrow::Cow;

use super::painter::Scene;
use crate::exchange::link_target;
use crate::i18n::{self, Locale, td_string};
use crate::platform::ruler::Ruler;
use crate::segment::{Finding, Findings};
use crate::state::Formats;
use crate::state::clients::{SheetColumn, may_exceed};
use crate::workbook::{ClientTable, ColumnKind, Value};

/// The text of a cell, its CSS classes, and what is to be known about it beyond the text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Look {
    pub text: String,
    pub class: Cow<'static, str>,
    pub note: Cow<'static, str>,
}

impl Look {
    /// Whether the cell holds something that does not fit its column.
    pub fn is_misfit(&self) -> bool {
        self.class == MISFIT
    }

    /// Of a group's label: whether its clients are shown.
    pub fn expanded(&self) -> Option<bool> {
        match &*self.class {
            GROUP => Some(true),
            FOLDED => Some(false),
            _ => None,
        }
    }
}

const MISFIT: &str = "misfit";
const GROUP: &str = "group-label long";
const FOLDED: &str = "group-label long folded";

/// What looks are made from.
pub struct Source<'a> {
    pub table: &'a ClientTable,
    pub findings: &'a Findings,
    pub formats: &'a Formats,
    pub locale: Locale,
    pub ruler: Option<&'a Ruler>,
}

impl Source<'_> {
    pub fn look(&self, row: u32, column: &SheetColumn) -> Look {
        if column.is_segment() {
            return self.findings.get(row).map(|finding| self.segment(finding)).unwrap_or_default();
        }
        let value = self.table.value(row, &column.id);
        let text = self.formats.value(&value, column.kind);
        match value {
            Value::Misfit(misfit) => {
                Look { text, class: MISFIT.into(), note: i18n::misfit(self.locale, misfit.reason).into() }
            }
            Value::Number(_) if column.kind == ColumnKind::YesNo => {
                Look { text, class: "mark".into(), note: "".into() }
            }
            Value::Text(_) => self.text(text, column),
            Value::Number(_) | Value::Date(_) => Look { text, class: "figure".into(), note: "".into() },
            Value::Empty => Look { text, ..Look::default() },
        }
    }

    /// A text that may have a colour, lead somewhere, or name a client.
    fn text(&self, text: String, column: &SheetColumn) -> Look {
        let leads = |text: &str| link_target(text, column.kind).is_some();
        let class = match column.kind {
            ColumnKind::Choice => match self.table.colour(&column.id, &text) {
                Some(colour) => format!("pill {}", colour.key()).into(),
                None => "".into(),
            },
            ColumnKind::Client if self.table.row_named(&text).is_none() => {
                let note = td_string!(self.locale, column.no_client).into();
                return Look { text, class: MISFIT.into(), note };
            }
            ColumnKind::Client => "link".into(),
            ColumnKind::Email | ColumnKind::Phone | ColumnKind::Link if leads(&text) => "link".into(),
            _ => "".into(),
        };
        Look { text, class, note: "".into() }
    }

    /// Whether a look needs more room than its cell has.
    pub fn exceeds(&self, look: &Look, width: f64) -> bool {
        /// The cell's border and left padding: a text may stand in the right one.
        const EDGES: f64 = 9.5;
        // Nearly all texts fit so well that they need not be measured.
        may_exceed(&look.text, width)
            && self.ruler.is_none_or(|ruler| {
                let is_line = !look.text.contains(char::is_control);
                !is_line || ruler.width(&look.text).is_none_or(|needed| needed + EDGES > width)
            })
    }

    fn segment(&self, finding: Finding) -> Look {
        let mark = if finding.is_chosen() {
            " chosen"
        } else if finding.asks {
            " asks"
        } else if finding.basis.is_estimate() {
            " estimated"
        } else {
            ""
        };
        Look {
            text: i18n::segment_name(self.locale, finding.segment).to_owned(),
            class: format!("segment {}{mark}", finding.segment.key()).into(),
            note: i18n::segment_note(self.locale, finding).into(),
        }
    }
}

impl Source<'_> {
    /// What a group's line shows in a column: in the first one what its clients share and how many they are, and in
    /// columns of figures what these come to.
    pub fn group_look(&self, at: usize, place: usize, scene: &Scene) -> Look {
        let (Some(group), Some(column)) = (scene.order.group(at), scene.columns.get(place)) else {
            return Look::default();
        };
        if place > 0 {
            let Some(figure) = scene.subtotals.figure(place, at) else { return Look::default() };
            let text = self.formats.value(&Value::Number(figure), column.kind);
            // In bold, and larger than what the column was made for: whatever is cut off is said in full.
            let note = text.clone().into();
            return Look { text, class: "figure long".into(), note };
        }
        let kind = scene.table.column(&group.column).map_or(ColumnKind::Text, |column| column.definition.kind);
        let value = i18n::views::shared_value(self.locale, &group.value, kind, self.formats);
        let clients = group.to - group.from;
        let number = self.formats.number(f64::from(clients), 0);
        let mut text = format!("{value} ({number})");
        let mut note =
            td_string!(self.locale, views.group_note, count = clients, number = number, value = value).clone();
        if let Some(share) = scene.subtotals.share(at) {
            let share = self.formats.percent(share, 1);
            text = format!("{text} · {share}");
            note = format!("{note}\n{}", td_string!(self.locale, views.group_share, share = share));
        }
        let class = if scene.order.is_folded(at) { FOLDED } else { GROUP };
        Look { text, class: class.into(), note: note.into() }
    }
}

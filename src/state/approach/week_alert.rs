//! One line of the week's list.

use crate::approach::{Alert, Reason, Urgency};
use crate::workbook::{Day, RowId};

/// An alert with the client it is about, so that it stays true when rows move.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WeekAlert {
    pub client: RowId,
    pub urgency: Urgency,
    /// The day on which it is due; nothing where no day is set.
    pub due: Option<Day>,
    pub reason: Reason,
}

impl WeekAlert {
    pub(super) fn of(alert: &Alert, client: RowId) -> Self {
        Self { client, urgency: alert.urgency, due: alert.due, reason: alert.reason }
    }
}

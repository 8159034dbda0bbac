//! Meetings with a client, and the rule that a small one needs two (DOMAIN 1.4).

use serde::{Deserialize, Serialize};

use crate::workbook::Day;

/// What a meeting led to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeetingResult {
    /// Nothing was settled.
    #[default]
    Open,
    /// An order or a contract.
    Won,
    /// A refusal.
    Lost,
}

/// One meeting that was held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    pub on: Day,
    #[serde(default)]
    pub result: MeetingResult,
    #[serde(default)]
    pub notes: String,
}

/// All meetings with a client, in any order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Meetings(pub Vec<Meeting>);

impl Meetings {
    /// How many meetings in a row have led to nothing, up to `today`: those after the last result.
    pub fn without_result(&self, today: Day) -> u32 {
        let settled =
            self.held(today).filter(|meeting| meeting.result != MeetingResult::Open).map(|meeting| meeting.on);
        let since = settled.max();
        // A meeting on the very day of a result belongs to it.
        self.held(today).filter(|meeting| since.is_none_or(|since| meeting.on > since)).count() as u32
    }

    /// How many meetings it took to win: those up to the first win, counted from the refusal before it. Nothing where
    /// nothing was won.
    pub fn to_win(&self) -> Option<u32> {
        let day_of = |result: MeetingResult| {
            self.0.iter().filter(move |meeting| meeting.result == result).map(|meeting| meeting.on)
        };
        let won = day_of(MeetingResult::Won).min()?;
        let lost = day_of(MeetingResult::Lost).filter(|day| *day < won).max();
        let is_counted = |meeting: &&Meeting| meeting.on <= won && lost.is_none_or(|lost| meeting.on > lost);
        Some(self.0.iter().filter(is_counted).count() as u32)
    }

    /// The last meeting up to `today`.
    pub fn last(&self, today: Day) -> Option<Day> {
        self.held(today).map(|meeting| meeting.on).max()
    }

    fn held(&self, today: Day) -> impl Iterator<Item = &Meeting> {
        self.0.iter().filter(move |meeting| meeting.on <= today)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use MeetingResult::{Lost, Open, Won};

    #[track_caller]
    fn check(meetings: &[(i32, MeetingResult)], without: u32, to_win: Option<u32>) {
        let meeting =
            |(day, result): &(i32, MeetingResult)| Meeting { on: Day(*day), result: *result, notes: String::new() };
        let meetings = Meetings(meetings.iter().map(meeting).collect());
        assert_eq!((meetings.without_result(Day(100)), meetings.to_win()), (without, to_win), "{meetings:?}");
    }

    #[test]
    fn meetings_count_until_they_lead_somewhere() {
        check(&[], 0, None);
        check(&[(1, Open), (9, Open), (20, Open)], 3, None);
        check(&[(20, Open), (1, Open), (9, Won)], 1, Some(2));
        check(&[(1, Open), (5, Lost), (7, Open), (9, Won)], 0, Some(2));
        check(&[(1, Open), (120, Open)], 1, None);
        check(&[(5, Won), (5, Open)], 0, Some(2));
    }
}

//! What the found columns say about a client.

use crate::segment::Findings;
use crate::workbook::{ColumnData, Found, Value};

use super::abc::AbcClass;
use super::analyses::Analyses;
use super::found_words::FoundWords;
use super::overdue::OrderState;
use super::rfm::{RfmCell, RfmScores};
use super::xyz::XyzClass;

/// The values of the found columns, each text made once.
pub struct FoundValues {
    abc: [Value; 3],
    xyz: [Value; 3],
    rfm: [Value; 11],
    states: [Value; 4],
    scores: Vec<Value>,
}

/// What the values are read from.
#[derive(Clone, Copy)]
pub struct FoundSource<'a> {
    pub analyses: &'a Analyses,
    pub findings: &'a Findings,
}

impl FoundValues {
    pub fn new(words: &FoundWords) -> Self {
        let scores = (1..=5).flat_map(|recency| {
            (1..=5).flat_map(move |frequency| (1..=5).map(move |monetary| RfmScores { recency, frequency, monetary }))
        });
        Self {
            abc: AbcClass::ALL.map(|class| Value::text(class.letter())),
            xyz: XyzClass::ALL.map(|class| Value::text(class.letter())),
            rfm: RfmCell::ALL.map(|cell| words.rfm.get(cell as usize).map_or(Value::Empty, Value::text)),
            states: OrderState::ALL.map(|state| words.states.get(state as usize).map_or(Value::Empty, Value::text)),
            scores: scores.map(|scores| Value::text(score_text(scores))).collect(),
        }
    }

    /// The value of one column for the client of a row; empty where there is no data.
    pub fn of(&self, row: u32, found: Found, source: FoundSource) -> Value {
        let FoundSource { analyses, findings } = source;
        let text = |value: Option<&Value>| value.cloned().unwrap_or(Value::Empty);
        match found {
            Found::Abc => text(analyses.abc(row).ok().map(|class| &self.abc[class as usize])),
            Found::Xyz => text(analyses.xyz(row).ok().map(|class| &self.xyz[class as usize])),
            Found::Rfm => text(analyses.rfm(row).ok().map(|scores| &self.rfm[scores.cell() as usize])),
            Found::RfmScores => text(analyses.rfm(row).ok().and_then(|scores| self.scores.get(place(scores)))),
            Found::OrderState => text(analyses.rhythm(row).ok().map(|rhythm| &self.states[rhythm.state as usize])),
            Found::Overdue => {
                analyses.rhythm(row).map_or(Value::Empty, |rhythm| Value::Number(hundredths(rhythm.ratio)))
            }
            Found::NextOrder => analyses.rhythm(row).map_or(Value::Empty, |rhythm| Value::Date(rhythm.expected)),
            Found::Churn => {
                let churn = findings.segment(row).and_then(|segment| analyses.churn(row, segment));
                churn.map_or(Value::Empty, |(churn, _)| Value::Number(churn))
            }
        }
    }

    /// All columns of a whole table.
    pub fn columns(&self, rows: u32, source: FoundSource) -> [ColumnData; Found::ALL.len()] {
        let mut columns = std::array::from_fn(|_| ColumnData::default());
        (0..rows).for_each(|row| self.put(&mut columns, row, source));
        columns
    }

    /// Puts the client of a row into all columns.
    pub fn put(&self, columns: &mut [ColumnData; Found::ALL.len()], row: u32, source: FoundSource) {
        for (found, column) in Found::ALL.into_iter().zip(columns) {
            column.set(row, &self.of(row, found, source), found.kind());
        }
    }
}

/// The overdue ratio as it is sorted and shown: further digits say nothing, and would fill the list of a filter.
fn hundredths(ratio: f64) -> f64 {
    (ratio * 100.0).round() / 100.0
}

/// Where a client's scores stand among all 125.
fn place(scores: RfmScores) -> usize {
    let at = |score: u8| usize::from(score.clamp(1, 5)) - 1;
    (at(scores.recency) * 5 + at(scores.frequency)) * 5 + at(scores.monetary)
}

fn score_text(RfmScores { recency, frequency, monetary }: RfmScores) -> String {
    format!("{recency}{frequency}{monetary}")
}

/// Every text of the column of scores that stands in one cell of the RFM matrix: a recency score, and a score of
/// frequency and amount together.
pub fn score_texts(recency: u8, value: u8) -> Vec<String> {
    let all = (1..=5).flat_map(|frequency| (1..=5).map(move |monetary| RfmScores { recency, frequency, monetary }));
    all.filter(|scores| scores.frequency_and_amount() == value).map(score_text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_score_has_its_text_and_stands_in_one_cell() {
        let values = FoundValues::new(&FoundWords::default());
        let scores = RfmScores { recency: 5, frequency: 1, monetary: 4 };
        assert_eq!(values.scores.get(place(scores)), Some(&Value::text("514")));
        let cells: Vec<String> =
            (1..=5).flat_map(|recency| (1..=5).flat_map(move |value| score_texts(recency, value))).collect();
        assert_eq!(cells.len(), 125);
        assert!(score_texts(5, 3).contains(&"514".to_owned()));
    }
}

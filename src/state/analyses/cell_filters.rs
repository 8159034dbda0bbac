//! The filters that show the clients of a cell: plain filters of the found columns, as a person could set them.

use crate::analysis::{AbcClass, XyzClass, score_texts};
use crate::state::clients::{ChosenValues, ColumnFilter, FilterTest};
use crate::workbook::Found;

/// Shows the clients whose found column has one of these values.
fn one_of(found: Found, values: impl IntoIterator<Item = String>) -> ColumnFilter {
    let values = ChosenValues { values: values.into_iter().collect(), ..ChosenValues::none() };
    ColumnFilter { column: found.into(), test: FilterTest::Values(values) }
}

/// Shows the clients of an ABC class.
pub fn abc_filters(abc: AbcClass) -> Vec<ColumnFilter> {
    vec![one_of(Found::Abc, [abc.letter().to_owned()])]
}

/// Shows the clients of a cell of ABC × XYZ.
pub fn abc_xyz_filters(abc: AbcClass, xyz: XyzClass) -> Vec<ColumnFilter> {
    let xyz = one_of(Found::Xyz, [xyz.letter().to_owned()]);
    abc_filters(abc).into_iter().chain([xyz]).collect()
}

/// Shows the clients of a cell of the RFM matrix. By the scores, which are written alike in every language.
pub fn rfm_filters(recency: u8, value: u8) -> Vec<ColumnFilter> {
    vec![one_of(Found::RfmScores, score_texts(recency, value))]
}

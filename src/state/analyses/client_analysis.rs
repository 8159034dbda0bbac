//! Why a client has its classes, for the client's panel.

use crate::analysis::{AbcExplanation, ChurnExplanation, Gap, RfmExplanation, Rhythm, XyzExplanation};
use crate::state::{Book, Part};
use crate::workbook::RowId;

/// Everything that was found about one client, each with its reason or with what is missing.
#[derive(Clone, Debug, PartialEq)]
pub struct ClientAnalysis {
    pub abc: Result<AbcExplanation, Gap>,
    pub xyz: XyzExplanation,
    pub rfm: Result<RfmExplanation, Gap>,
    pub rhythm: Result<Rhythm, Gap>,
    /// Nothing while the client's segment is not known.
    pub churn: Option<ChurnExplanation>,
}

/// Explains a client's classes; nothing for a client that is gone, or before all were analysed. Followed.
pub fn client_analysis(book: Book, client: RowId) -> Option<ClientAnalysis> {
    book.follow(Part::Clients);
    book.follow_layout();
    book.analyses().follow_found();
    let (row, segment) = book.table(|table| {
        let row = table.row_of(client)?;
        Some((row, book.segments().with(|findings| findings.segment(row))))
    })?;
    book.analyses().with(|analyses| ClientAnalysis {
        abc: analyses.explain_abc(row),
        xyz: book.table(|table| analyses.explain_xyz(table, row)),
        rfm: analyses.explain_rfm(row),
        rhythm: analyses.rhythm(row),
        churn: segment.and_then(|segment| analyses.explain_churn(row, segment)),
    })
}

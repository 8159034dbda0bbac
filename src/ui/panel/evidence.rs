//! Why the client is in its segment, below the choice of the segment.

use leptos::prelude::*;

use crate::workbook::RowId;

/// The evidence for the client's segment: the place where `segment::explain` is put into words.
#[component]
pub fn SegmentEvidence(client: Memo<Option<RowId>>) -> impl IntoView {
    let _ = client;
}

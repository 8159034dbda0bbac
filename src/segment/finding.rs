//! What was found about each client, a few bytes a client.

use super::ranking::Ranking;
use super::segment::{Segment, Size};

/// What decided a client's segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Basis {
    /// The person chose.
    Chosen,
    /// The list's own type column says so.
    Type,
    /// A unified social credit code of a public body.
    TaxId,
    /// A form of ownership or legal form in a column of its own (ОКФС, ОКОПФ).
    LegalForm,
    /// A government domain.
    Email,
    /// A word in the name.
    Name,
    /// The limits of a size profile.
    Limits,
    /// Limits of one's own on our revenue.
    OwnLimits,
    /// The rank by our revenue: estimated.
    Rank,
    /// Nothing is known.
    Nothing,
}

impl Basis {
    /// Whether the segment is only an estimate and should be marked so.
    pub fn is_estimate(self) -> bool {
        matches!(self, Self::Rank | Self::Nothing)
    }
}

/// The segment of one client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The segment that counts: the person's own choice where there is one.
    pub segment: Segment,
    /// The size, also of a state-owned client; nothing where no figure tells.
    pub size: Option<Size>,
    /// Whether the size only rests on the rank by our revenue.
    pub is_size_estimated: bool,
    /// How sure it is, 0 to 100.
    pub confidence: u8,
    pub basis: Basis,
    /// Whether the person should be asked: not chosen, and below the threshold. The client stands in `segment` until
    /// then.
    pub asks: bool,
}

impl Finding {
    /// Whether the person chose the segment.
    pub fn is_chosen(&self) -> bool {
        self.basis == Basis::Chosen
    }
}

/// The findings of all rows of a client table.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    /// By row; `None` for a deleted client.
    pub(super) rows: Vec<Option<Finding>>,
    pub(super) ranking: Ranking,
}

impl Findings {
    /// The finding of a row; nothing for a deleted client or one not classified yet.
    pub fn get(&self, row: u32) -> Option<Finding> {
        self.rows.get(row as usize).copied().flatten()
    }

    /// The segment of a row.
    pub fn segment(&self, row: u32) -> Option<Segment> {
        self.get(row).map(|finding| finding.segment)
    }

    /// How many clients there are in each segment (in the order of [`Segment::ALL`]).
    pub fn counts(&self) -> [u32; 4] {
        let mut counts = [0; 4];
        for finding in self.rows.iter().flatten() {
            counts[finding.segment as usize] += 1;
        }
        counts
    }

    /// How many clients ask to be looked at.
    pub fn asking(&self) -> u32 {
        self.rows.iter().flatten().filter(|finding| finding.asks).count() as u32
    }
}

//! How well a kind suits a segment (DOMAIN 2.3).

use super::{KindId, Program, admits};
use crate::segment::Segment;

/// 0 unsuited, 1 poor, 2 good, 3 best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Suitability(u8);

impl Suitability {
    /// What is recommended at all.
    pub const RECOMMENDED: Self = Self(2);

    pub fn score(self) -> u8 {
        self.0
    }

    pub fn is_recommended(self) -> bool {
        self >= Self::RECOMMENDED
    }
}

impl KindId {
    /// The default table. State-owned clients have no score: what is not forbidden is a term of the contract, which is
    /// negotiated and not recommended.
    pub fn suitability(self, segment: Segment) -> Option<Suitability> {
        let row: [u8; 9] = match segment {
            Segment::Small => [3, 2, 1, 1, 1, 2, 2, 2, 3],
            Segment::Medium => [2, 2, 3, 2, 3, 2, 2, 3, 2],
            Segment::Large => [1, 1, 2, 0, 3, 1, 0, 3, 1],
            Segment::State => return None,
        };
        Some(Suitability(row[self as usize]))
    }
}

impl Program {
    /// The least of the components'; nothing where the law keeps the segment out or leaves it to the contract.
    pub fn suitability(&self, segment: Segment) -> Option<Suitability> {
        if !admits(self, segment) {
            return None;
        }
        self.components.iter().map(|kind| kind.id().suitability(segment)).min().flatten()
    }
}

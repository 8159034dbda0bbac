//! The four client types and the official size classes behind three of them.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::workbook::NotAnId;

/// A client's segment (DOMAIN section 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Segment {
    Small,
    Medium,
    Large,
    State,
}

impl Segment {
    /// Every segment, in the order of the board.
    pub const ALL: [Self; 4] = [Self::Small, Self::Medium, Self::Large, Self::State];

    /// The name under which a segment is stored; it never changes.
    pub fn key(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Medium => "medium",
            Self::Large => "large",
            Self::State => "state",
        }
    }
}

impl FromStr for Segment {
    type Err = NotAnId;
    fn from_str(key: &str) -> Result<Self, NotAnId> {
        Self::ALL.into_iter().find(|segment| segment.key() == key.trim()).ok_or(NotAnId)
    }
}

/// An official size class (DOMAIN 5.1). Micro and small are one segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Size {
    Micro,
    Small,
    Medium,
    Large,
}

impl Size {
    /// The segment of a company of this size that is not state-owned.
    pub fn segment(self) -> Segment {
        match self {
            Self::Micro | Self::Small => Segment::Small,
            Self::Medium => Segment::Medium,
            Self::Large => Segment::Large,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_back_and_nothing_else_is() {
        for segment in Segment::ALL {
            assert_eq!(segment.key().parse(), Ok(segment));
        }
        assert_eq!("".parse::<Segment>(), Err(NotAnId));
        assert_eq!("huge".parse::<Segment>(), Err(NotAnId));
    }
}

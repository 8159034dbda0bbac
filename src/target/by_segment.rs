//! One value for each segment.

use std::ops::{Index, IndexMut};

use serde::{Deserialize, Serialize};

use crate::segment::Segment;

/// One value for each segment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct BySegment<T: Default> {
    pub small: T,
    pub medium: T,
    pub large: T,
    pub state: T,
}

impl<T: Default> BySegment<T> {
    /// The value of each segment in turn.
    pub fn from_fn(mut value: impl FnMut(Segment) -> T) -> Self {
        let [small, medium, large, state] = Segment::ALL.map(&mut value);
        Self { small, medium, large, state }
    }

    /// Segments with their values, in the order of the board.
    pub fn iter(&self) -> impl Iterator<Item = (Segment, &T)> {
        Segment::ALL.into_iter().map(|segment| (segment, &self[segment]))
    }
}

impl BySegment<f64> {
    pub fn total(&self) -> f64 {
        self.small + self.medium + self.large + self.state
    }
}

impl<T: Default> Index<Segment> for BySegment<T> {
    type Output = T;
    fn index(&self, segment: Segment) -> &T {
        match segment {
            Segment::Small => &self.small,
            Segment::Medium => &self.medium,
            Segment::Large => &self.large,
            Segment::State => &self.state,
        }
    }
}

impl<T: Default> IndexMut<Segment> for BySegment<T> {
    fn index_mut(&mut self, segment: Segment) -> &mut T {
        match segment {
            Segment::Small => &mut self.small,
            Segment::Medium => &mut self.medium,
            Segment::Large => &mut self.large,
            Segment::State => &mut self.state,
        }
    }
}

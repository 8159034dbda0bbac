//! A value for each segment.

use serde::{Deserialize, Serialize};

use crate::segment::Segment;

/// One value a segment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BySegment<T> {
    pub small: T,
    pub medium: T,
    pub large: T,
    pub state: T,
}

impl<T> BySegment<T> {
    pub fn get(&self, segment: Segment) -> &T {
        match segment {
            Segment::Small => &self.small,
            Segment::Medium => &self.medium,
            Segment::Large => &self.large,
            Segment::State => &self.state,
        }
    }

    pub fn get_mut(&mut self, segment: Segment) -> &mut T {
        match segment {
            Segment::Small => &mut self.small,
            Segment::Medium => &mut self.medium,
            Segment::Large => &mut self.large,
            Segment::State => &mut self.state,
        }
    }

    pub fn from_fn(mut value: impl FnMut(Segment) -> T) -> Self {
        Self {
            small: value(Segment::Small),
            medium: value(Segment::Medium),
            large: value(Segment::Large),
            state: value(Segment::State),
        }
    }

    pub fn iter(&self) -> impl Iterator<Item = (Segment, &T)> {
        Segment::ALL.into_iter().map(|segment| (segment, self.get(segment)))
    }
}

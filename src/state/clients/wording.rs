//! The words of the page's language that sorting and filtering need.

use crate::segment::Segment;

/// The language and its words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    /// BCP 47.
    pub language: String,
    /// The segments' names, in the order of [`Segment::ALL`].
    pub segments: [String; 4],
}

impl Wording {
    pub fn segment(&self, segment: Segment) -> &str {
        self.segments.get(segment as usize).map_or("", String::as_str)
    }

    /// The segment of this name, in any letters, or whose name alone begins so.
    pub fn segment_named(&self, text: &str) -> Option<Segment> {
        let folded = |text: &str| text.trim().chars().map(super::fold::fold).collect::<String>();
        let looked_for = folded(text);
        let named = |test: &dyn Fn(&str) -> bool| {
            let mut found = Segment::ALL.into_iter().filter(|segment| test(&folded(self.segment(*segment))));
            found.next().filter(|_| found.next().is_none())
        };
        if looked_for.is_empty() {
            return None;
        }
        named(&|name| name == looked_for).or_else(|| named(&|name| name.starts_with(&looked_for)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_segment_is_known_by_its_name_or_a_clear_beginning() {
        let segments = ["Small", "Medium", "Large", "State-owned"].map(str::to_owned);
        let wording = Wording { language: "en".to_owned(), segments };
        assert_eq!(wording.segment_named("large"), Some(Segment::Large));
        assert_eq!(wording.segment_named("m"), Some(Segment::Medium));
        assert_eq!(wording.segment_named("s"), None);
        assert_eq!(wording.segment_named(""), None);
    }
}

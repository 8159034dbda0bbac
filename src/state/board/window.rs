//! Which of a column's cards are rendered, and which columns render any.

use std::ops::Range;

/// From one card's upper edge to the next one's, in CSS pixels (`style/board.css` has the same).
pub const CARD_PITCH: f64 = 58.0;
/// The same while the board is presented in large type.
pub const LARGE_CARD_PITCH: f64 = 84.0;
/// The width of a collapsed column with the gap behind it, in CSS pixels.
pub const NARROW_PITCH: f64 = 56.0;
/// The least width of an open column with the gap behind it, in CSS pixels (`style/board.css` has the same).
pub const WIDE_PITCH: f64 = 228.0;
/// From one lane's upper edge to the next one's, in CSS pixels.
pub const LANE_PITCH: f64 = 296.0;
/// Cards rendered above and below what is seen.
const MARGIN: usize = 4;

/// The places of what to render in a list of equal parts, `pitch` pixels each, that is scrolled down by `scrolled`
/// pixels and shows `height` pixels.
pub fn window(scrolled: f64, height: f64, count: usize, pitch: f64) -> Range<usize> {
    let first = (scrolled.max(0.0) / pitch) as usize;
    let seen = (height.max(0.0) / pitch).ceil() as usize + 1;
    let end = (first + seen + MARGIN).min(count);
    first.saturating_sub(MARGIN).min(end)..end
}

/// Whether the column at this place is in sight, or next to one that is. By column: whether it is collapsed; the others
/// are equally wide. `whole` is the width of the board as it was last seen: columns that came since are no narrower than
/// a column can be.
pub fn is_near(place: usize, narrow: &[bool], scrolled: f64, width: f64, whole: f64) -> bool {
    let wide = narrow.iter().filter(|narrow| !**narrow).count();
    if wide == 0 || whole <= 0.0 {
        return true;
    }
    let pitch = (whole - (narrow.len() - wide) as f64 * NARROW_PITCH) / wide as f64;
    let before = narrow.iter().take(place);
    let pitch = pitch.max(WIDE_PITCH);
    let left: f64 = before.map(|narrow| if *narrow { NARROW_PITCH } else { pitch }).sum();
    left + 2.0 * pitch >= scrolled && left - pitch <= scrolled + width
}

/// Where something of this size must stand so that all of it is in the window: as near as can be to where it wants to
/// be. Pairs are left and top, or width and height.
pub fn fitting(wanted: (f64, f64), size: (f64, f64), window: (f64, f64)) -> (f64, f64) {
    const EDGE: f64 = 8.0;
    let fit = |wanted: f64, size: f64, window: f64| wanted.min(window - size - EDGE).max(EDGE);
    (fit(wanted.0, size.0, window.0), fit(wanted.1, size.1, window.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_seen_and_a_margin_is_rendered() {
        assert_eq!(window(0.0, CARD_PITCH * 3.0, 100_000, CARD_PITCH), 0..8);
        assert_eq!(window(CARD_PITCH * 50.0, CARD_PITCH * 3.0, 100_000, CARD_PITCH), 46..58);
        assert_eq!(window(CARD_PITCH * 50.0, CARD_PITCH * 3.0, 52, CARD_PITCH), 46..52);
        assert_eq!(window(CARD_PITCH * 50.0, CARD_PITCH * 3.0, 2, CARD_PITCH), 2..2);
        assert_eq!(window(-30.0, 0.0, 0, CARD_PITCH), 0..0);
    }

    #[test]
    fn far_columns_render_nothing() {
        let near = |scrolled| {
            (0..10).filter(|place| is_near(*place, &[false; 10], scrolled, 750.0, 3000.0)).collect::<Vec<_>>()
        };
        assert_eq!(near(0.0), [0, 1, 2, 3]);
        assert_eq!(near(1500.0), [3, 4, 5, 6, 7, 8]);
        assert!(is_near(3, &[false; 4], 0.0, 0.0, 0.0));
    }

    #[test]
    fn columns_that_just_came_are_not_all_in_sight() {
        let near = (0..40).filter(|place| is_near(*place, &[false; 40], 0.0, 1000.0, 1000.0)).count();
        assert_eq!(near, 6);
    }

    #[test]
    fn collapsed_columns_take_little_room() {
        let mut narrow = [true; 12];
        narrow[10] = false;
        narrow[11] = false;
        let whole = 10.0 * NARROW_PITCH + 400.0;
        assert!(is_near(10, &narrow, 0.0, 400.0, whole));
        assert!(!is_near(11, &narrow, 0.0, 400.0, whole));
    }

    #[test]
    fn menus_stay_in_the_window() {
        assert_eq!(fitting((100.0, 100.0), (200.0, 300.0), (800.0, 600.0)), (100.0, 100.0));
        assert_eq!(fitting((700.0, 500.0), (200.0, 300.0), (800.0, 600.0)), (592.0, 292.0));
        assert_eq!(fitting((700.0, 500.0), (200.0, 900.0), (100.0, 600.0)), (8.0, 8.0));
    }
}

//! What the dialog of the analyses says of many clients at once. Made only while it is looked at: each reads all clients.

use crate::analysis::{Analyses, FirstClients};
use crate::segment::{Concentration, Findings, Segment};

/// How many of the first clients may be lost at once.
const FIRST: usize = 3;

/// Concentration as charts, tables and sentences need it.
#[derive(Clone, Debug, PartialEq)]
pub struct ConcentrationReport {
    pub concentration: Concentration,
    /// The share of revenue that the smallest one to five fifths of the clients bring, 0 to 1.
    pub smallest: [f64; 5],
    /// The share that the smaller half brings.
    pub smaller_half: f64,
    /// How many clients of one size would be as uneven: 1 ÷ HHI.
    pub alike: f64,
    /// What it costs to lose the first three.
    pub first: Option<FirstClients>,
}

impl ConcentrationReport {
    /// Of all clients, or of one segment's; nothing where no revenue is known.
    pub fn of(analyses: &Analyses, findings: &Findings, segment: Option<Segment>) -> Option<Self> {
        let concentration = match segment {
            None => analyses.concentration(),
            Some(segment) => analyses.concentration_of(segment, findings),
        }?;
        let curve = &concentration.lorenz;
        Some(Self {
            smallest: [0.2, 0.4, 0.6, 0.8, 1.0].map(|share| height_at(curve, share)),
            smaller_half: height_at(curve, 0.5),
            alike: 1.0 / concentration.hhi,
            first: analyses.first_clients(FIRST, segment.map(|segment| (segment, findings))),
            concentration,
        })
    }
}

/// The height of a rising curve at a place between its points.
fn height_at(curve: &[(f64, f64)], place: f64) -> f64 {
    let after = curve.partition_point(|(at, _)| *at < place - 1e-9);
    let Some(right) = curve.get(after) else { return 1.0 };
    let Some(left) = after.checked_sub(1).and_then(|before| curve.get(before)) else { return right.1 };
    let width = right.0 - left.0;
    if width <= 0.0 { right.1 } else { left.1 + (right.1 - left.1) * ((place - left.0) / width).clamp(0.0, 1.0) }
}

/// How dark a cell of a heat map is, 0 (nobody) to 5 (as many clients as in the fullest cell).
pub fn heat(clients: u32, most: u32) -> u8 {
    if clients == 0 || most == 0 {
        0
    } else {
        (f64::from(clients) / f64::from(most) * 5.0).ceil().clamp(1.0, 5.0) as u8
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(curve: &[(f64, f64)], place: f64, expected: f64) {
        let found = height_at(curve, place);
        assert!((found - expected).abs() < 1e-9, "{found} is not {expected}");
    }

    #[test]
    fn a_curve_is_read_between_its_points_too() {
        let curve = [(0.0, 0.0), (0.25, 0.1), (0.5, 0.3), (1.0, 1.0)];
        check(&curve, 0.5, 0.3);
        check(&curve, 0.75, 0.65);
        check(&curve, 0.0, 0.0);
        check(&curve, 1.0, 1.0);
        check(&[(0.0, 0.0), (1.0, 1.0)], 0.2, 0.2);
    }

    #[test]
    fn a_single_client_is_seen_on_the_map_and_nobody_is_not() {
        assert_eq!([heat(0, 90), heat(1, 90), heat(45, 90), heat(90, 90), heat(0, 0)], [0, 1, 3, 5, 0]);
    }
}

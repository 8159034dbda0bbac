//! Rounding as people do it: 2.675 has its half, although the computer's 2.675 lies a hair below.

/// Half of what fifteen digits leave open.
const HAIR: f64 = 1e-15;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rounding {
    /// To the nearest, a half away from zero.
    Nearest,
    /// Away from zero.
    Up,
    /// Towards zero.
    Down,
}

/// Rounds to so many digits behind the mark; negative ones stand before it.
pub(super) fn round(number: f64, digits: f64, rounding: Rounding) -> f64 {
    let digits = digits.trunc().clamp(-300.0, 300.0) as i32;
    // A power that is not a whole number is itself not exact.
    let power = 10_f64.powi(digits.abs());
    let scaled = if digits < 0 { number.abs() / power } else { number.abs() * power };
    if !scaled.is_finite() || scaled > 1e15 {
        return number;
    }
    let whole = match rounding {
        Rounding::Nearest => (scaled + scaled * HAIR).round(),
        Rounding::Up => (scaled - scaled * HAIR).ceil(),
        Rounding::Down => (scaled + scaled * HAIR).floor(),
    };
    let size = if digits < 0 { whole * power } else { whole / power };
    if number < 0.0 && size > 0.0 { -size } else { size }
}

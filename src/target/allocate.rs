//! Shares out a whole number so that the parts add up exactly.

/// Shares out a whole by weights with the largest remainder: each part is its quota rounded down, and what is left goes
/// to the largest fractions, the earlier first. Weights below zero count as none; nothing if there is no weight at all.
pub fn allocate(whole: i64, weights: &[f64]) -> Option<Vec<i64>> {
    let clean = |weight: f64| if weight.is_finite() { weight.max(0.0) } else { 0.0 };
    let sum: f64 = weights.iter().map(|weight| clean(*weight)).sum();
    if sum <= 0.0 || !sum.is_finite() {
        return None;
    }
    let size = whole.unsigned_abs() as f64;
    let quotas: Vec<f64> = weights.iter().map(|weight| size * (clean(*weight) / sum)).collect();
    let mut parts: Vec<i64> = quotas.iter().map(|quota| quota.floor() as i64).collect();
    let mut order: Vec<usize> = (0..parts.len()).filter(|at| clean(weights[*at]) > 0.0).collect();
    order.sort_by(|one, other| (quotas[*other].fract()).total_cmp(&quotas[*one].fract()).then(one.cmp(other)));
    let mut left = whole.abs() - parts.iter().sum::<i64>();
    // Beyond 2^53 a quota is off by more than one: an even part for everyone first.
    let even = left / order.len() as i64;
    if even != 0 {
        for at in &order {
            parts[*at] += even;
        }
        left -= even * order.len() as i64;
    }
    let step = left.signum();
    let (first, last) = (order.iter(), order.iter().rev());
    let turn: Vec<usize> = if step >= 0 { first.copied().collect() } else { last.copied().collect() };
    for at in turn.into_iter().take(left.unsigned_abs() as usize) {
        parts[at] += step;
    }
    if whole < 0 {
        for part in &mut parts {
            *part = -*part;
        }
    }
    Some(parts)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(whole: i64, weights: &[f64], parts: &[i64]) {
        assert_eq!(allocate(whole, weights).as_deref(), Some(parts));
    }

    #[test]
    fn the_largest_remainders_get_what_is_left() {
        check(10, &[1.0, 1.0, 1.0], &[4, 3, 3]);
        check(100, &[0.5, 0.25, 0.25], &[50, 25, 25]);
        check(7, &[3.0, 0.0, 1.0], &[5, 0, 2]);
        check(-10, &[1.0, 1.0, 1.0], &[-4, -3, -3]);
        check(0, &[1.0, 2.0], &[0, 0]);
    }

    #[test]
    fn nothing_to_go_by_shares_out_nothing() {
        assert_eq!(allocate(10, &[]), None);
        assert_eq!(allocate(10, &[0.0, -1.0, f64::NAN]), None);
    }

    proptest! {
        #[test]
        fn parts_add_up_and_lie_by_their_quota(
            whole in -9_000_000_000_000_000_i64..9_000_000_000_000_000,
            weights in prop::collection::vec(prop_oneof![Just(0.0), 1e-9..1e9_f64], 1..60),
        ) {
            let sum: f64 = weights.iter().sum();
            match allocate(whole, &weights) {
                None => prop_assert!(sum <= 0.0),
                Some(parts) => {
                    prop_assert_eq!(parts.iter().sum::<i64>(), whole);
                    for (part, weight) in parts.iter().zip(&weights) {
                        let quota = whole as f64 * (weight / sum);
                        prop_assert!((*part as f64 - quota).abs() <= 2.0 + quota.abs() * 1e-12);
                    }
                }
            }
        }
    }
}

//! Amounts in their order, kept in order while a few of them change.
//!
//! What ranks clients looks at values and not at rows, so that clients that are alike are never told apart by where
//! they stand in the sheet.

/// Finite amounts, the smallest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sorted {
    /// Each amount as a number that sorts as the amount does.
    keys: Vec<u64>,
}

impl Sorted {
    /// Sorts amounts. What is not finite is left out.
    pub fn new(amounts: impl IntoIterator<Item = f64>) -> Self {
        let mut keys: Vec<u64> = amounts.into_iter().filter(|amount| amount.is_finite()).map(key).collect();
        sort(&mut keys);
        Self { keys }
    }

    pub fn len(&self) -> usize {
        self.keys.len()
    }

    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// The amounts, the smallest first.
    pub fn ascending(&self) -> impl DoubleEndedIterator<Item = f64> + ExactSizeIterator + Clone {
        self.keys.iter().map(|key| amount(*key))
    }

    /// The amount at a place, 0 being the smallest's.
    pub fn get(&self, place: usize) -> Option<f64> {
        self.keys.get(place).map(|key| amount(*key))
    }

    /// How many of the smallest amounts a condition holds for that, once it fails, fails for all larger ones.
    pub fn partition_point(&self, mut holds: impl FnMut(f64) -> bool) -> usize {
        self.keys.partition_point(|key| holds(amount(*key)))
    }

    /// How many amounts are below this one.
    pub fn below(&self, amount: f64) -> usize {
        let key = key(amount);
        self.keys.partition_point(|other| *other < key)
    }

    /// How many amounts are above this one.
    pub fn above(&self, amount: f64) -> usize {
        let key = key(amount);
        self.keys.len() - self.keys.partition_point(|other| *other <= key)
    }

    /// Takes some amounts out and puts others in. Amounts to take out that are not there, and what is not finite, are
    /// passed over.
    pub fn replace(&mut self, out: &[f64], into: &[f64]) {
        let keys = |amounts: &[f64]| {
            let finite = amounts.iter().copied().filter(|amount| amount.is_finite());
            let mut keys: Vec<u64> = finite.map(key).collect();
            keys.sort_unstable();
            keys
        };
        let (out, into) = (keys(out), keys(into));
        if out == into {
            return;
        }
        if out.len() + into.len() <= FEW {
            for key in out {
                let place = self.keys.partition_point(|other| *other < key);
                if self.keys.get(place) == Some(&key) {
                    self.keys.remove(place);
                }
            }
            for key in into {
                self.keys.insert(self.keys.partition_point(|other| *other < key), key);
            }
            return;
        }
        let mut kept = Vec::with_capacity(self.keys.len() + into.len());
        let (mut out, mut into) = (out.into_iter().peekable(), into.into_iter().peekable());
        for key in self.keys.drain(..) {
            while let Some(new) = into.next_if(|new| *new <= key) {
                kept.push(new);
            }
            while out.next_if(|old| *old < key).is_some() {}
            if out.next_if_eq(&key).is_none() {
                kept.push(key);
            }
        }
        kept.extend(into);
        self.keys = kept;
    }
}

/// So few amounts are replaced one by one; more of them all at once.
const FEW: usize = 16;

const SIGN: u64 = 1 << 63;

/// A number that sorts as the amount does; both zeros are one.
fn key(amount: f64) -> u64 {
    let bits = (amount + 0.0).to_bits();
    if bits & SIGN == 0 { bits | SIGN } else { !bits }
}

fn amount(key: u64) -> f64 {
    f64::from_bits(if key & SIGN == 0 { !key } else { key & !SIGN })
}

const DIGIT: u32 = 11;
const DIGITS: usize = 64_usize.div_ceil(DIGIT as usize);
const VALUES: usize = 1 << DIGIT;

fn digit(key: u64, at: usize) -> usize {
    (key >> (at as u32 * DIGIT)) as usize & (VALUES - 1)
}

/// Sorts by digits, the last first: in a page built for size, several times as fast as comparing.
fn sort(keys: &mut Vec<u64>) {
    if keys.len() < VALUES {
        return keys.sort_unstable();
    }
    let mut counts = vec![0_u32; VALUES * DIGITS];
    for key in keys.iter() {
        for at in 0..DIGITS {
            counts[at * VALUES + digit(*key, at)] += 1;
        }
    }
    let mut sorted = vec![0; keys.len()];
    for (at, counts) in counts.chunks_exact_mut(VALUES).enumerate() {
        if counts.iter().any(|count| *count as usize == keys.len()) {
            continue;
        }
        let mut start = 0;
        for count in counts.iter_mut() {
            start += std::mem::replace(count, start);
        }
        for key in keys.iter() {
            let place = &mut counts[digit(*key, at)];
            sorted[*place as usize] = *key;
            *place += 1;
        }
        std::mem::swap(keys, &mut sorted);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noise(count: u32) -> Vec<f64> {
        (0..count).map(|number| f64::from(number.wrapping_mul(2_654_435_761)) / 977.0 - 1_000_000.0).collect()
    }

    #[track_caller]
    fn check(amounts: &[f64]) {
        let mut expected: Vec<f64> = amounts.iter().copied().filter(|amount| amount.is_finite()).collect();
        expected.sort_by(f64::total_cmp);
        assert_eq!(Sorted::new(amounts.iter().copied()).ascending().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn amounts_of_any_size_and_sign_stand_in_order() {
        check(&[]);
        check(&[3.0, -1.0, 0.0, f64::NAN, 2.5, f64::INFINITY, -1e300, 1e-300]);
        check(&noise(10_000));
        check(&vec![7.0; 5000]);
    }

    #[test]
    fn what_is_replaced_stands_where_sorting_anew_puts_it() {
        let mut amounts = noise(6000);
        let mut sorted = Sorted::new(amounts.iter().copied());
        for step in 0..300_usize {
            let at = step * 37 % amounts.len();
            let new = amounts[step * 91 % amounts.len()] + if step % 3 == 0 { 0.0 } else { 0.5 };
            sorted.replace(&[amounts[at], 12.345], &[new, f64::NAN]);
            amounts[at] = new;
        }
        assert_eq!(sorted, Sorted::new(amounts.iter().copied()));
        let (out, into) = (amounts[..90].to_vec(), amounts[200..260].to_vec());
        sorted.replace(&[&out[..], &[12.345]].concat(), &into);
        assert_eq!(sorted, Sorted::new([&amounts[90..], &into].concat()));
    }

    #[test]
    fn equal_amounts_are_neither_below_nor_above_each_other() {
        let sorted = Sorted::new([5.0, 1.0, 5.0, 9.0, -0.0]);
        assert_eq!((sorted.below(5.0), sorted.above(5.0)), (2, 1));
        assert_eq!((sorted.below(0.0), sorted.above(0.0)), (0, 4));
    }
}

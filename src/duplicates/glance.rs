//! What can be told of two names without reading them: most pairs need no more.

/// The letters of a name, as a set, and how many there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Glance {
    /// One bit for each letter, several letters to a bit.
    letters: u64,
    length: u32,
}

impl Glance {
    pub fn of(name: &str) -> Self {
        let letters = name.chars().filter(|letter| *letter != ' ');
        letters.fold(Self::default(), |glance, letter| Self {
            letters: glance.letters | 1 << (u32::from(letter) % 64),
            length: glance.length + 1,
        })
    }

    /// Whether two names may be one, mistyped. A slip changes two letters of the set at most, and not even one name in
    /// eight letters is mistyped twice.
    pub fn may_be_alike(self, other: Self) -> bool {
        let slips = self.length.max(other.length) / 8 + 1;
        self.length.abs_diff(other.length) <= slips && (self.letters ^ other.letters).count_ones() <= 2 * slips
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(left: &str, right: &str, expected: bool) {
        assert_eq!(Glance::of(left).may_be_alike(Glance::of(right)), expected, "{left} / {right}");
    }

    #[test]
    fn slips_pass_and_other_names_do_not() {
        check("northwind traders", "northwind tradres", true);
        check("уралмашзавод", "уралмаш завад", true);
        check("上海朗格精密机械制造", "上海朗格精密机戒制造", true);
        check("acme trading", "bolt trading", false);
        check("acme", "acme trading house", false);
    }
}

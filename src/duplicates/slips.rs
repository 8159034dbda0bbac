//! How many slips of the keyboard lie between two words.

/// The number of slips (a letter more, less or other, or two turned round) that make one word of the other; nothing
/// where it takes more than `most`.
pub fn slips(left: &str, right: &str, most: usize) -> Option<usize> {
    let (left, right) = without_common_ends(left, right);
    let (mine, theirs) = (left.chars().count(), right.chars().count());
    if mine.abs_diff(theirs) > most {
        return None;
    }
    if mine.max(theirs) <= 1 {
        return (mine.max(theirs) <= most).then_some(mine.max(theirs));
    }
    let is_turned_round = mine == 2 && theirs == 2 && left.chars().eq(right.chars().rev());
    if is_turned_round {
        return (most >= 1).then_some(1);
    }
    // Between the first and the last difference there are two letters or more, of which no single slip is the cause.
    if most <= 1 {
        return None;
    }
    Some(strsim::osa_distance(left, right)).filter(|count| *count <= most)
}

/// What is left of two words without the beginning and the end that they share.
fn without_common_ends<'a>(left: &'a str, right: &'a str) -> (&'a str, &'a str) {
    let same = |(mine, theirs): &(char, char)| mine == theirs;
    let length = |(letter, _): (char, char)| letter.len_utf8();
    let start: usize = left.chars().zip(right.chars()).take_while(same).map(length).sum();
    let (left, right) = (&left[start..], &right[start..]);
    let end: usize = left.chars().rev().zip(right.chars().rev()).take_while(same).map(length).sum();
    (&left[..left.len() - end], &right[..right.len() - end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(left: &str, right: &str, most: usize, expected: Option<usize>) {
        assert_eq!(slips(left, right, most), expected, "{left} / {right}");
        assert_eq!(slips(right, left, most), expected, "{right} / {left}");
    }

    #[test]
    fn slips_are_counted_up_to_the_most() {
        check("traders", "traders", 0, Some(0));
        check("traders", "tradres", 1, Some(1));
        check("traders", "tradrs", 1, Some(1));
        check("traders", "traderss", 1, Some(1));
        check("traders", "trayers", 1, Some(1));
        check("traders", "trayers", 0, None);
        check("traders", "frayers", 1, None);
        check("traders", "frayers", 2, Some(2));
        check("завод", "завада", 2, Some(2));
        check("机械", "机戒", 1, Some(1));
        check("aaa", "aa", 1, Some(1));
        check("", "ab", 1, None);
        check("", "", 0, Some(0));
        check("abcdef", "badcfe", 2, None);
    }
}

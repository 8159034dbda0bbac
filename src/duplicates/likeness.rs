//! Whether two names are the same name, mistyped or written more or less fully.
//!
//! Names that differ in a number, a direction or a whole word mean two clients ("Filiale 1" and "Filiale 2", "North"
//! and "South"), however many letters they share.

use super::normal_name::is_han;
use super::slips::slips;

/// Names less alike are not offered.
const LEAST: f64 = 0.88;

/// Beginnings of words that tell places apart.
const DIRECTIONS: [&str; 14] =
    ["north", "south", "east", "west", "nord", "sud", "ost", "upper", "lower", "север", "юг", "южн", "восто", "запад"];

/// Chinese characters that tell two clients apart: numbers, and directions and sizes (which stand in the names of places
/// too).
const HAN_NUMBERS: &str = "一二三四五六七八九十百零甲乙丙丁";
const HAN_MARKS: &str = "东南西北上下左右前后中大小新老";

/// How alike two normal names are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Likeness {
    Same,
    /// 0 to 1.
    Alike(f64),
    Different,
}

/// How alike two normal names ([`super::normal_name`]) are. `is_supported`: the clients share more than the name, so
/// that a short mistyped word or a word too many says less.
pub fn likeness(left: &str, right: &str, is_supported: bool) -> Likeness {
    if left.is_empty() || right.is_empty() {
        return Likeness::Different;
    }
    if left == right {
        return Likeness::Same;
    }
    if digits(left) != digits(right) {
        return Likeness::Different;
    }
    if left.chars().any(is_han) || right.chars().any(is_han) {
        return chinese(left, right, is_supported);
    }
    let (mut mine, mut theirs): (Vec<&str>, Vec<&str>) = (left.split(' ').collect(), right.split(' ').collect());
    mine.retain(|word| match theirs.iter().position(|other| other == word) {
        Some(at) => {
            theirs.remove(at);
            false
        }
        None => true,
    });
    let is_other_order = mine.is_empty() && theirs.is_empty();
    if is_other_order || left.split(' ').eq_letters(right) {
        return Likeness::Alike(1.0);
    }
    if mine.is_empty() || theirs.is_empty() {
        return longer(left, right, mine.iter().chain(&theirs), is_supported);
    }
    let is_mistyped = mine.len() == theirs.len()
        && mine.iter().all(|word| {
            let meant = theirs.iter().position(|other| is_typo(word, other, is_supported));
            meant.map(|at| theirs.remove(at)).is_some()
        });
    if !is_mistyped {
        return Likeness::Different;
    }
    let similarity = strsim::normalized_damerau_levenshtein(left, right);
    if similarity >= LEAST || is_supported { Likeness::Alike(similarity) } else { Likeness::Different }
}

/// One name has words that the other lacks: a department, a town, or the full name. Only what else the clients share
/// can tell.
fn longer<'a>(left: &str, right: &str, mut extra: impl Iterator<Item = &'a &'a str>, is_supported: bool) -> Likeness {
    let tells_apart = extra.any(|word| is_direction(word) || is_roman(word));
    let (short, long) = (left.len().min(right.len()), left.len().max(right.len()));
    if !is_supported || tells_apart || short * 3 < long || short < 4 {
        return Likeness::Different;
    }
    Likeness::Alike(strsim::jaro_winkler(left, right).min(0.95))
}

/// Whether one word is the other with a slip of the keyboard.
fn is_typo(word: &str, other: &str, is_supported: bool) -> bool {
    if is_direction(word) || is_direction(other) || is_roman(word) || is_roman(other) {
        return false;
    }
    let length = word.chars().count().min(other.chars().count());
    let allowed = match length {
        0..=3 => 0,
        4 | 5 => usize::from(is_supported),
        6..=9 => 1,
        _ => 1 + usize::from(word.chars().next() == other.chars().next()),
    };
    slips(word, other, allowed).is_some()
}

fn is_direction(word: &str) -> bool {
    DIRECTIONS.iter().any(|direction| word.starts_with(direction))
}

fn is_roman(word: &str) -> bool {
    word.len() <= 4 && word.bytes().all(|letter| matches!(letter, b'i' | b'v' | b'x'))
}

/// Names without spaces: a character more, less or other in a long name, or, where the clients share more, one name
/// within the other.
fn chinese(left: &str, right: &str, is_supported: bool) -> Likeness {
    let marks = |name: &str, marks: &str| name.chars().filter(|letter| marks.contains(*letter)).collect::<Vec<char>>();
    let is_other = |kind: &str| marks(left, kind) != marks(right, kind);
    if is_other(HAN_NUMBERS) || left.ends_with("分公司") != right.ends_with("分公司") {
        return Likeness::Different;
    }
    let (short, long) = if left.len() <= right.len() { (left, right) } else { (right, left) };
    if is_supported && short.chars().count() >= 4 && long.contains(short) {
        return Likeness::Alike(0.9);
    }
    if is_other(HAN_MARKS) {
        return Likeness::Different;
    }
    let length = left.chars().count().max(right.chars().count());
    let least = if is_supported { 0.8 } else { LEAST };
    let Some(count) = slips(left, right, ((1.0 - least) * length as f64 + 1e-9) as usize) else {
        return Likeness::Different;
    };
    let similarity = 1.0 - count as f64 / length as f64;
    // The first two characters name the place: another place is another client.
    let is_same_place = left.chars().take(2).eq(right.chars().take(2));
    if is_same_place || is_supported { Likeness::Alike(similarity) } else { Likeness::Different }
}

fn digits(name: &str) -> Vec<u32> {
    let mut numbers = Vec::new();
    let mut is_within = false;
    for letter in name.chars() {
        match letter.to_digit(10) {
            Some(digit) if is_within => {
                if let Some(last) = numbers.last_mut() {
                    *last = u32::wrapping_add(u32::wrapping_mul(*last, 10), digit);
                }
            }
            Some(digit) => numbers.push(digit),
            None => {}
        }
        is_within = letter.is_ascii_digit();
    }
    numbers
}

trait SameLetters {
    fn eq_letters(self, other: &str) -> bool;
}

impl SameLetters for std::str::Split<'_, char> {
    /// Whether the words, written together, are the other name's words written together.
    fn eq_letters(self, other: &str) -> bool {
        self.flat_map(str::chars).eq(other.split(' ').flat_map(str::chars))
    }
}

#[cfg(test)]
mod tests {
    use super::super::normal_name;
    use super::*;

    #[track_caller]
    fn alike(left: &str, right: &str) {
        let found = likeness(&normal_name(left), &normal_name(right), false);
        assert!(found != Likeness::Different, "{left} / {right}");
    }

    #[track_caller]
    fn different(left: &str, right: &str) {
        for (left, right) in [(left, right), (right, left)] {
            let found = likeness(&normal_name(left), &normal_name(right), false);
            assert_eq!(found, Likeness::Different, "{left} / {right}");
        }
    }

    #[track_caller]
    fn alike_only_with_support(left: &str, right: &str) {
        different(left, right);
        let found = likeness(&normal_name(left), &normal_name(right), true);
        assert!(matches!(found, Likeness::Alike(_)), "{left} / {right}: {found:?}");
    }

    #[track_caller]
    fn never_alike(left: &str, right: &str) {
        different(left, right);
        assert_eq!(likeness(&normal_name(left), &normal_name(right), true), Likeness::Different, "{left} / {right}");
    }

    #[test]
    fn slips_of_the_keyboard_are_found() {
        alike("Northwind Traders Ltd", "Northwind Tradres");
        alike("Hamburger Maschinenbau GmbH", "Hamburger Maschienenbau");
        alike("ООО «Уралмашзавод»", "Уралмашзавад ООО");
        alike("ООО «Северные технологии»", "ООО «Северные технологи»");
        alike("Trading House Acme", "Acme Trading House");
        alike("Стальпром Сервис", "СтальпромСервис");
        alike("上海朗格精密机械制造有限公司", "上海朗格精密机戒制造");
    }

    #[test]
    fn numbers_directions_and_short_words_tell_clients_apart() {
        never_alike("Filiale 1", "Filiale 2");
        never_alike("Acme Logistics North", "Acme Logistics South");
        never_alike("Northwestern Supply Company", "Northeastern Supply Company");
        never_alike("Школа № 15", "Школа № 16");
        never_alike("Clinic II", "Clinic III");
        never_alike("Торговый дом Север", "Торговый дом Юг");
        never_alike("上海第一人民医院", "上海第二人民医院");
        never_alike("华东建筑设计研究院", "华北建筑设计研究院");
        never_alike("ООО Альфа-12", "ООО Альфа-21");
        never_alike("Mercy Hospital", "County Hospital");
        different("Marta Trade", "Maria Trade");
        different("广州华信智能科技服务", "惠州华信智能科技服务");
        different("北京华信科技", "北京华新科技");
        different("中国银行上海分公司", "中国银行上海");
        different("", "");
    }

    #[test]
    fn what_else_is_shared_makes_up_for_a_word_too_many() {
        alike_only_with_support("Bosch", "Bosch Rexroth");
        alike_only_with_support("Ромашка", "Ромашка Плюс");
        alike_only_with_support("朗格机械", "上海朗格机械有限公司");
        alike_only_with_support("Metro Cash", "Metra Cash");
    }
}

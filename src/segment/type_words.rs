//! What a type column says: the list's own word for its clients is evidence of full weight.

use unicode_normalization::UnicodeNormalization;

use super::segment::Size;
use super::state_words;

/// What a text of a type column says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct TypeMeaning {
    /// Whether the client is state-owned; nothing where the text does not tell.
    pub state: Option<bool>,
    pub size: Option<Size>,
}

impl TypeMeaning {
    /// Reads a text such as "Large", "малый бизнес", "国有企业", "Government - Local".
    pub fn read(text: &str) -> Self {
        let text: String = text.nfkc().flat_map(char::to_lowercase).map(|c| if c == 'ё' { 'е' } else { c }).collect();
        let text = text.trim();
        let tokens: Vec<&str> =
            text.split(|letter: char| !letter.is_alphanumeric()).filter(|token| !token.is_empty()).collect();
        let state = match (is_state(text, &tokens), is_private(text, &tokens)) {
            (true, false) => Some(true),
            (false, true) => Some(false),
            _ => None,
        };
        Self { state, size: size(text, &tokens) }
    }
}

fn is_state(text: &str, tokens: &[&str]) -> bool {
    const TOKENS: &[&str] = &["gov", "govt", "soe", "federal", "governmental", "казенное", "казенный", "госсектор"];
    const STEMS: &[&str] = &["бюджетн", "госкомпан", "госучрежд", "госпредпр", "госзаказ", "госорган", "казенн"];
    const HAN: &[&str] = &["国企", "央企", "机关", "党政", "事业", "行政单位", "公办"];
    const WHOLE: &[&str] = &["state", "public sector", "state company", "state enterprise", "state body", "гос"];
    let is_not = tokens.first().is_some_and(|token| matches!(*token, "non" | "not" | "не")) || text.starts_with("非");
    !is_not
        && (state_words::score(text) >= state_words::STRONG
            || tokens.iter().any(|token| TOKENS.contains(token))
            || tokens.iter().any(|token| STEMS.iter().any(|stem| token.starts_with(stem)))
            || HAN.iter().any(|word| text.contains(word))
            || text.starts_with("department of ")
            || WHOLE.contains(&text))
}

fn is_private(text: &str, tokens: &[&str]) -> bool {
    const TOKENS: &[&str] = &["private", "proprietary", "ооо", "ип", "частник", "nongovernmental", "ngo"];
    const HAN: &[&str] = &["民营", "私营", "私企", "民企", "外资", "外企", "个体", "非国有", "非政府"];
    tokens.iter().any(|token| TOKENS.contains(token) || token.starts_with("частн") || token.starts_with("негос"))
        || HAN.iter().any(|word| text.contains(word))
        || matches!(tokens, ["non", "government" | "governmental", ..])
}

fn size(text: &str, tokens: &[&str]) -> Option<Size> {
    const MICRO: &[&str] = &["micro", "microenterprise", "микро", "микропредприятие", "микробизнес"];
    const SMALL: &[&str] =
        &["small", "малый", "малая", "малое", "малые", "малого", "малых", "мелкий", "мелкая", "мелкие", "мелкое"];
    const MEDIUM: &[&str] = &["medium", "mid", "midsize", "midsized", "midmarket"];
    const LARGE: &[&str] = &["large", "big"];
    const HAN: &[(&str, Size)] = &[
        ("微型", Size::Micro),
        ("小微", Size::Small),
        ("小型", Size::Small),
        ("小公司", Size::Small),
        ("小企业", Size::Small),
        ("小客户", Size::Small),
        ("中型", Size::Medium),
        ("中等", Size::Medium),
        ("大型", Size::Large),
        ("大公司", Size::Large),
        ("大企业", Size::Large),
        ("大客户", Size::Large),
    ];
    // 中小企业 and 大中型 name two sizes; "средняя школа" is no size; a sentence is no type.
    let is_unclear = ["中小", "大中", "школ"].iter().any(|word| text.contains(word)) || tokens.len() > 4;
    if is_unclear {
        return None;
    }
    let by_token = |token: &&str| match *token {
        word if MICRO.contains(&word) => Some(Size::Micro),
        word if SMALL.contains(&word) => Some(Size::Small),
        word if MEDIUM.contains(&word) || word.starts_with("средн") => Some(Size::Medium),
        word if LARGE.contains(&word) || word.starts_with("крупн") => Some(Size::Large),
        _ => None,
    };
    let by_han = HAN.iter().filter(|(word, _)| text.contains(word)).map(|(_, size)| *size);
    let mut sizes = tokens.iter().filter_map(by_token).chain(by_han);
    let first = sizes.next()?;
    sizes.all(|other| other == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, state: Option<bool>, size: Option<Size>) {
        assert_eq!(TypeMeaning::read(text), TypeMeaning { state, size }, "{text}");
    }

    #[test]
    fn sizes_in_three_languages() {
        check("Small", None, Some(Size::Small));
        check("small business", None, Some(Size::Small));
        check("Mid-size", None, Some(Size::Medium));
        check("LARGE ENTERPRISE", None, Some(Size::Large));
        check("Small and medium", None, None);
        check("малый", None, Some(Size::Small));
        check("Средний бизнес", None, Some(Size::Medium));
        check("крупные", None, Some(Size::Large));
        check("микропредприятие", None, Some(Size::Micro));
        check("малый и средний бизнес", None, None);
        check("Средняя школа", None, None);
        check("大型企业", None, Some(Size::Large));
        check("中型", None, Some(Size::Medium));
        check("小公司", None, Some(Size::Small));
        check("小微企业", None, Some(Size::Small));
        check("中小企业", None, None);
        check("Corporate", None, None);
        check("", None, None);
    }

    #[test]
    fn owners_in_three_languages() {
        check("State-owned", Some(true), None);
        check("State", Some(true), None);
        check("Estate", None, None);
        check("Government - Hospital District or Authority", Some(true), None);
        check("Government - Federal", Some(true), None);
        check("Department of Defense", Some(true), None);
        check("Voluntary non-profit - Private", Some(false), None);
        check("Non-government", Some(false), None);
        check("Proprietary", Some(false), None);
        check("Public company", None, None);
        check("Государственное учреждение", Some(true), None);
        check("госкомпания", Some(true), None);
        check("Негосударственная", Some(false), None);
        check("Частная", Some(false), None);
        check("ООО", Some(false), None);
        check("ФГУП", Some(true), None);
        check("Бюджетное учреждение", Some(true), None);
        check("гостиница", None, None);
        check("国有企业", Some(true), None);
        check("国企", Some(true), None);
        check("非国有", Some(false), None);
        check("民营企业", Some(false), None);
        check("事业单位", Some(true), None);
        check("大型国有企业", Some(true), Some(Size::Large));
    }
}

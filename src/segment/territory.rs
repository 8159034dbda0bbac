//! Where a client is, as far as size limits care.

use serde::{Deserialize, Serialize};

/// A territory with size limits of its own, or any other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Territory {
    Eu,
    Russia,
    China,
    Elsewhere,
}

/// What told a client's territory, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TerritorySource {
    Country,
    TaxId,
    Phone,
    Email,
    /// The letters in which region and name are written.
    Script,
    /// The setting for clients of which nothing is known.
    Default,
    /// Nothing told.
    Unknown,
}

/// Codes of ISO 3166-1 of the EU's members, in lower case; `el` is Greece on VAT numbers.
const EU_CODES: &str = "at be bg cy cz de dk ee es fi fr el gr hr hu ie it lt lu lv mt nl pl pt ro se si sk eu";

/// Names of the EU's members as lists write them, in lower case.
const EU_NAMES: &str = "\
eu,european union,европейский союз,ес,евросоюз,欧盟,austria,österreich,австрия,奥地利,aut,belgium,belgië,belgique,\
бельгия,比利时,bel,bulgaria,българия,болгария,保加利亚,bgr,cyprus,κύπρος,кипр,塞浦路斯,cyp,czechia,czech republic,česko,\
чехия,捷克,cze,germany,deutschland,германия,德国,deu,ger,denmark,danmark,дания,丹麦,dnk,estonia,eesti,эстония,爱沙尼亚,\
est,spain,españa,испания,西班牙,esp,finland,suomi,финляндия,芬兰,fin,france,франция,法国,fra,greece,ελλάδα,греция,希腊,grc,\
croatia,hrvatska,хорватия,克罗地亚,hrv,hungary,magyarország,венгрия,匈牙利,hun,ireland,ирландия,爱尔兰,irl,italy,italia,\
италия,意大利,ita,lithuania,lietuva,литва,立陶宛,ltu,luxembourg,люксембург,卢森堡,lux,latvia,latvija,латвия,拉脱维亚,lva,\
malta,мальта,马耳他,mlt,netherlands,the netherlands,nederland,holland,нидерланды,голландия,荷兰,nld,poland,polska,польша,\
波兰,pol,portugal,португалия,葡萄牙,prt,romania,românia,румыния,罗马尼亚,rou,sweden,sverige,швеция,瑞典,swe,slovenia,\
slovenija,словения,斯洛文尼亚,svn,slovakia,slovensko,словакия,斯洛伐克,svk";
const RUSSIA_NAMES: &str =
    "ru,rus,russia,russian federation,the russian federation,рф,россия,российская федерация,俄罗斯,俄罗斯联邦,俄国";
const CHINA_NAMES: &str = "cn,chn,china,prc,p.r. china,pr china,people's republic of china,mainland china,中国,中华人民共和国,中国大陆,大陆,китай,кнр";

/// Dialling codes of the EU's members.
const EU_DIALLING: &[&str] = &[
    "30", "31", "32", "33", "34", "351", "352", "353", "356", "357", "358", "359", "36", "370", "371", "372", "385",
    "386", "39", "40", "420", "421", "43", "45", "46", "48", "49",
];

impl Territory {
    /// The territory that a country's name or code names; nothing for a blank.
    pub fn of_country(text: &str) -> Option<Self> {
        let name = text.trim().to_lowercase();
        let among = |names: &str| names.split(',').any(|other| other == name);
        match name.as_str() {
            "" => None,
            _ if among(RUSSIA_NAMES) => Some(Self::Russia),
            _ if among(CHINA_NAMES) => Some(Self::China),
            _ if among(EU_NAMES) || EU_CODES.split(' ').any(|code| code == name) => Some(Self::Eu),
            _ => Some(Self::Elsewhere),
        }
    }

    /// The territory of the first phone number of a cell, by its international prefix or by a form that only Russia or
    /// China has.
    pub fn of_phone(cell: &str) -> Option<Self> {
        let mut digits = [0_u8; 15];
        let mut length = 0;
        let mut is_international = false;
        for byte in cell.bytes() {
            match byte {
                b'+' if length == 0 => is_international = true,
                b'0'..=b'9' => {
                    let Some(place) = digits.get_mut(length) else { break };
                    *place = byte;
                    length += 1;
                }
                b' ' | b'-' | b'(' | b')' | b'.' => {}
                // A second number, an extension, or a no-break space.
                _ if length >= 10 => break,
                _ => {}
            }
        }
        let number = std::str::from_utf8(digits.get(..length)?).ok()?;
        let (number, is_international) = match number.strip_prefix("00") {
            Some(rest) => (rest, true),
            None => (number, is_international),
        };
        if is_international {
            return match number {
                _ if number.len() < 7 => None,
                _ if number.starts_with("76") || number.starts_with("77") => Some(Self::Elsewhere),
                _ if number.starts_with('7') => Some(Self::Russia),
                _ if number.starts_with("86") => Some(Self::China),
                _ if EU_DIALLING.iter().any(|code| number.starts_with(code)) => Some(Self::Eu),
                _ => Some(Self::Elsewhere),
            };
        }
        let second = number.as_bytes().get(1).copied().unwrap_or(b'0');
        match (number.len(), number.as_bytes().first()?) {
            (11, b'7' | b'8') if matches!(second, b'3' | b'4' | b'8' | b'9') => Some(Self::Russia),
            (11, b'1') if second >= b'3' => Some(Self::China),
            _ => None,
        }
    }

    /// The territory of an e-mail address, by its country's domain.
    pub fn of_email(cell: &str) -> Option<Self> {
        let end = cell.find([';', ',', ' ']).unwrap_or(cell.len());
        let (_, top) = cell.get(..end)?.rsplit_once('.')?;
        let bytes = top.as_bytes();
        if bytes.len() != 2 {
            return (top == "рф").then_some(Self::Russia);
        }
        match [bytes[0].to_ascii_lowercase(), bytes[1].to_ascii_lowercase()] {
            [b'r' | b's', b'u'] => Some(Self::Russia),
            [b'c', b'n'] => Some(Self::China),
            // Domains that start-ups everywhere use.
            [b'i' | b'c', b'o'] | [b'a', b'i'] | [b'm', b'e'] | [b't', b'v'] => None,
            code if is_eu_vat_prefix([code[0].to_ascii_uppercase(), code[1].to_ascii_uppercase()])
                || &code == b"gr"
                || &code == b"eu" =>
            {
                Some(Self::Eu)
            }
            code if code.iter().all(u8::is_ascii_lowercase) => Some(Self::Elsewhere),
            _ => None,
        }
    }

    /// A weak hint: the letters in which a region or a name is written.
    pub fn of_script(text: &str) -> Option<Self> {
        let mut found = None;
        for character in text.chars() {
            match character {
                // Kana are Japanese, whatever else stands there; і, ї, є, ґ, ў and Kazakh letters are not Russian.
                '\u{3041}'..='\u{30FF}' | 'і' | 'ї' | 'є' | 'ґ' | 'ў' | 'ә' | 'қ' | 'ұ' => return None,
                '\u{0410}'..='\u{044F}' => found = Some(Self::Russia),
                '\u{4E00}'..='\u{9FFF}' => found = Some(Self::China),
                _ => {}
            }
        }
        found
    }
}

/// Whether these two capital letters begin VAT numbers of an EU member.
pub(super) fn is_eu_vat_prefix(prefix: [u8; 2]) -> bool {
    matches!(
        &prefix,
        b"AT"
            | b"BE"
            | b"BG"
            | b"CY"
            | b"CZ"
            | b"DE"
            | b"DK"
            | b"EE"
            | b"EL"
            | b"ES"
            | b"FI"
            | b"FR"
            | b"HR"
            | b"HU"
            | b"IE"
            | b"IT"
            | b"LT"
            | b"LU"
            | b"LV"
            | b"MT"
            | b"NL"
            | b"PL"
            | b"PT"
            | b"RO"
            | b"SE"
            | b"SI"
            | b"SK"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use Territory::{China, Elsewhere, Eu, Russia};

    #[test]
    fn countries_by_name_and_code() {
        #[track_caller]
        fn check(text: &str, expected: Option<Territory>) {
            assert_eq!(Territory::of_country(text), expected, "{text}");
        }
        check("Germany", Some(Eu));
        check(" ФРАНЦИЯ ", Some(Eu));
        check("意大利", Some(Eu));
        check("PL", Some(Eu));
        check("РФ", Some(Russia));
        check("Russian Federation", Some(Russia));
        check("中国", Some(China));
        check("Китай", Some(China));
        check("USA", Some(Elsewhere));
        check("United Kingdom", Some(Elsewhere));
        check("", None);
    }

    #[test]
    fn phones_by_prefix_and_form() {
        #[track_caller]
        fn check(text: &str, expected: Option<Territory>) {
            assert_eq!(Territory::of_phone(text), expected, "{text}");
        }
        check("+7 (495) 123-45-67", Some(Russia));
        check("8 (912) 123-45-67 доб. 12", Some(Russia));
        check("+7 701 123 45 67", Some(Elsewhere));
        check("13812345678", Some(China));
        check("+86 10 8888 7777", Some(China));
        check("0049 30 123456", Some(Eu));
        check("+353 1 234 5678", Some(Eu));
        check("+1 212 555 0100", Some(Elsewhere));
        check("(212) 555-0100", None);
        check("电话", None);
        check("", None);
    }

    #[test]
    fn e_mail_and_script_are_weak_hints() {
        assert_eq!(Territory::of_email("a@b.ru"), Some(Russia));
        assert_eq!(Territory::of_email("a@b.com.cn; c@d.com"), Some(China));
        assert_eq!(Territory::of_email("a@b.de"), Some(Eu));
        assert_eq!(Territory::of_email("a@b.com"), None);
        assert_eq!(Territory::of_email("a@b.io"), None);
        assert_eq!(Territory::of_script("Казань"), Some(Russia));
        assert_eq!(Territory::of_script("上海"), Some(China));
        assert_eq!(Territory::of_script("東京タワー"), None);
        assert_eq!(Territory::of_script("Paris"), None);
    }
}

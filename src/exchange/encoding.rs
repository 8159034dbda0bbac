//! Text files: which encoding, which delimiter.
//!
//! Nothing in a text file says how it is encoded. UTF-8 and UTF-16 are recognised by their structure; of the three
//! others, Chinese double bytes must all be valid and mostly common characters, and Russian letters stand together
//! where Western accents stand alone.

use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251, WINDOWS_1252};

use super::protocol::TextEncoding;

/// A text and how it was encoded; nothing where the bytes are no text.
pub fn decode(bytes: &[u8]) -> Option<(String, TextEncoding)> {
    let (encoding, name) = if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        (encoding, if encoding == UTF_8 { TextEncoding::Utf8 } else { TextEncoding::Utf16 })
    } else if bytes.contains(&0) {
        (utf16(bytes)?, TextEncoding::Utf16)
    } else if has_controls(bytes) {
        return None;
    } else if std::str::from_utf8(bytes).is_ok() {
        (UTF_8, TextEncoding::Utf8)
    } else if is_chinese(bytes) {
        (GB18030, TextEncoding::Gb18030)
    } else if is_cyrillic(bytes) {
        (WINDOWS_1251, TextEncoding::Windows1251)
    } else {
        (WINDOWS_1252, TextEncoding::Windows1252)
    };
    let (text, _, _) = encoding.decode(bytes);
    Some((text.into_owned(), name))
}

/// UTF-16 without a mark: commas, line ends and Latin letters have a zero as their high byte.
fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let (pairs, _) = bytes.as_chunks::<2>();
    let (mut low_zero, mut high_zero) = (0_usize, 0_usize);
    for pair in pairs.iter().take(1 << 16) {
        low_zero += usize::from(pair[0] == 0);
        high_zero += usize::from(pair[1] == 0);
    }
    let encoding = if high_zero > low_zero * 4 {
        UTF_16LE
    } else if low_zero > high_zero * 4 {
        UTF_16BE
    } else {
        return None;
    };
    let (text, had_errors) = encoding.decode_without_bom_handling(bytes);
    (!had_errors && !has_controls(text.as_bytes())).then_some(encoding)
}

/// More control characters at the start than a text has.
fn has_controls(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(1 << 14)];
    let controls = start.iter().filter(|byte| matches!(byte, 0..=8 | 14..=26 | 28..=31)).count();
    controls * 100 > start.len()
}

fn is_chinese(bytes: &[u8]) -> bool {
    let (_, had_errors) = GB18030.decode_without_bom_handling(bytes);
    if had_errors {
        return false;
    }
    let (mut pairs, mut common, mut at) = (0_usize, 0_usize, 0);
    while let Some(lead) = bytes.get(at) {
        if *lead < 0x80 {
            at += 1;
            continue;
        }
        pairs += 1;
        // Level 1 of GB 2312, and punctuation: nearly all that is written.
        common +=
            usize::from(matches!(lead, 0xa1..=0xa3 | 0xb0..=0xd7) && bytes.get(at + 1).is_some_and(|b| *b >= 0xa1));
        at += 2;
    }
    common * 10 >= pairs * 7
}

fn is_cyrillic(bytes: &[u8]) -> bool {
    let is_letter = |byte: &u8| matches!(byte, 0xc0..=0xff | 0xa8 | 0xb8);
    let (mut letters, mut together) = (0_usize, 0_usize);
    for word in bytes.split(|byte| !is_letter(byte)) {
        letters += word.len();
        together += if word.len() >= 3 { word.len() } else { 0 };
    }
    letters > 0 && together * 2 > letters
}

/// The delimiter whose number in the first lines is the most even: comma, semicolon, tab or bar.
pub fn delimiter(text: &str) -> u8 {
    let lines = quoted_lines(text, 200);
    let score = |delimiter: u8| {
        let counts: Vec<usize> =
            lines.iter().filter(|line| !line.is_empty()).map(|line| count_outside_quotes(line, delimiter)).collect();
        let usual = most_frequent(&counts);
        let agreeing = counts.iter().filter(|count| **count == usual).count();
        if usual == 0 { 0.0 } else { agreeing as f64 / counts.len() as f64 + usual.min(30) as f64 / 100.0 }
    };
    let mut best = (b',', 0.0);
    for delimiter in [b',', b';', b'\t', b'|'] {
        let score = score(delimiter);
        if score > best.1 {
            best = (delimiter, score);
        }
    }
    best.0
}

/// The first records; a line break inside quotes ends none.
fn quoted_lines(text: &str, most: usize) -> Vec<&[u8]> {
    let mut lines = Vec::new();
    let (mut start, mut quoted) = (0, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => {
                lines.push(&text.as_bytes()[start..at]);
                start = at + 1;
            }
            _ => {}
        }
        if lines.len() == most {
            return lines;
        }
    }
    lines.push(&text.as_bytes()[start..]);
    lines
}

fn count_outside_quotes(line: &[u8], delimiter: u8) -> usize {
    let mut quoted = false;
    let mut count = 0;
    for byte in line {
        quoted ^= *byte == b'"';
        count += usize::from(!quoted && *byte == delimiter);
    }
    count
}

fn most_frequent(counts: &[usize]) -> usize {
    let frequency = |wanted: usize| counts.iter().filter(|count| **count == wanted).count();
    counts.iter().copied().max_by_key(|count| (frequency(*count), *count)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(encoding: &'static Encoding, text: &str, expected: TextEncoding) {
        let (bytes, _, _) = encoding.encode(text);
        assert_eq!(decode(&bytes), Some((text.to_owned(), expected)));
    }

    #[test]
    fn encodings_are_recognised() {
        check(UTF_8, "Клиент;Сумма\n", TextEncoding::Utf8);
        check(GB18030, "公司名称,联系人\n北京华远集团有限公司,王伟\n", TextEncoding::Gb18030);
        check(GB18030, "名称,a\n", TextEncoding::Gb18030);
        check(WINDOWS_1251, "Клиент;Сумма\nООО «Ромашка»;12\n", TextEncoding::Windows1251);
        check(WINDOWS_1251, "Name;City\nRomashka;Москва\n", TextEncoding::Windows1251);
        check(WINDOWS_1252, "Name;Ort\nMüller GmbH;Köln\nCafé Zoë;Liège\n", TextEncoding::Windows1252);
    }

    #[test]
    fn utf16_is_recognised_with_and_without_its_mark() {
        for text in ["Name,City\nAcme,Berlin\n", "公司,城市\n华远,北京\n", "Клиент;Город\n"] {
            let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
            let expected = Some((text.to_owned(), TextEncoding::Utf16));
            assert_eq!(decode(&little), expected);
            assert_eq!(decode(&big), expected);
            assert_eq!(decode(&[&[0xff, 0xfe], little.as_slice()].concat()), expected);
            assert_eq!(decode(&[&[0xfe, 0xff], big.as_slice()].concat()), expected);
        }
    }

    #[test]
    fn a_mark_is_no_part_of_the_text() {
        assert_eq!(decode("\u{feff}Name\n".as_bytes()), Some(("Name\n".to_owned(), TextEncoding::Utf8)));
    }

    #[test]
    fn bytes_that_are_no_text_are_refused() {
        assert_eq!(decode(&[0, 1, 2, 3, 4, 5, 0, 200]), None);
        assert_eq!(decode(&[7; 100]), None);
    }

    #[test]
    fn delimiters_are_recognised() {
        assert_eq!(delimiter("a,b\nc,d\n"), b',');
        assert_eq!(delimiter("name;sum\n\"x;y\";1,5\nz;2,5\n"), b';');
        assert_eq!(delimiter("name\tsum\nAcme, Inc.\t1,000\n"), b'\t');
        assert_eq!(delimiter("a|b\nc|d\n"), b'|');
        assert_eq!(delimiter("name\nAcme\n"), b',');
        assert_eq!(delimiter("note,city\n\"two;\nlines;\",x\n"), b',');
    }
}

//! Russian words in a name that speak for a public owner (DOMAIN 5.2, item 5).
//!
//! Letters are compared as numbers, folded while the bytes are read, so that a name is gone through once and nothing is
//! copied.

use super::state_words::RUSSIAN;

/// ГК stands for a group of companies as well as for a state corporation.
const AMBIGUOUS: u8 = 20;

/// A Cyrillic token as numbers of letters, in lower case, ё as е.
pub(super) struct Token {
    letters: [u8; Token::LONGEST],
    length: usize,
}

impl Default for Token {
    fn default() -> Self {
        Self { letters: [0; Self::LONGEST], length: 0 }
    }
}

/// What a token says about the owner.
pub(super) enum Meaning {
    Nothing,
    /// A company form of private law.
    Private,
    State(u8),
}

impl Token {
    const LONGEST: usize = 14;

    /// Adds a letter by its two bytes.
    pub fn push(&mut self, first: u8, second: u8) {
        if let Some(place) = self.letters.get_mut(self.length) {
            *place = letter(first, second);
        }
        self.length += 1;
    }

    /// What the token says; `is_first` where it begins the name.
    pub fn meaning(&self, is_first: bool) -> Meaning {
        let kept = &self.letters[..self.length.min(Self::LONGEST)];
        let Some(first) = kept.first() else { return Meaning::Nothing };
        if FIRST_LETTERS & (1 << (first & 31)) == 0 {
            return Meaning::Nothing;
        }
        if kept == Word::new("ооо").letters() || kept == Word::new("ип").letters() {
            return Meaning::Private;
        }
        if kept == Word::new("гк").letters() {
            return Meaning::State(AMBIGUOUS);
        }
        if STEMS.iter().any(|stem| kept.starts_with(stem.letters())) {
            return Meaning::State(RUSSIAN);
        }
        let is_word = self.length <= Self::LONGEST && WORDS.iter().any(|word| kept == word.letters());
        let is_head = is_first && kept == Word::new("управление").letters();
        if is_word || is_head { Meaning::State(RUSSIAN) } else { Meaning::Nothing }
    }
}

/// The number of a Cyrillic letter: а is 0, я is 31, others are 255.
const fn letter(first: u8, second: u8) -> u8 {
    match (first, second) {
        (0xD0, 0x81) | (0xD1, 0x91) => 5,
        (0xD0, 0x90..=0xAF) => second - 0x90,
        (0xD0, 0xB0..=0xBF) => second - 0xB0,
        (0xD1, 0x80..=0x8F) => second - 0x80 + 16,
        _ => 255,
    }
}

/// A word as numbers of letters, made when the program is compiled.
#[derive(Clone, Copy)]
struct Word {
    letters: [u8; Token::LONGEST],
    length: usize,
}

impl Word {
    const fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut word = Self { letters: [0; Token::LONGEST], length: 0 };
        while word.length * 2 + 1 < bytes.len() {
            word.letters[word.length] = letter(bytes[word.length * 2], bytes[word.length * 2 + 1]);
            word.length += 1;
        }
        word
    }

    fn letters(&self) -> &[u8] {
        &self.letters[..self.length]
    }
}

/// государственн*, муниципальн*: whatever the ending. A token that begins with "не" is another word.
static STEMS: [Word; 2] = [Word::new("государственн"), Word::new("муниципальн")];

/// Company forms of public law, and offices.
static WORDS: [Word; 40] = [
    Word::new("фгуп"),
    Word::new("гуп"),
    Word::new("муп"),
    Word::new("мкп"),
    Word::new("фкп"),
    Word::new("фку"),
    Word::new("гку"),
    Word::new("мку"),
    Word::new("фгбу"),
    Word::new("фгбун"),
    Word::new("фгау"),
    Word::new("фгку"),
    Word::new("гбу"),
    Word::new("мбу"),
    Word::new("гау"),
    Word::new("мау"),
    Word::new("гбуз"),
    Word::new("гауз"),
    Word::new("гкуз"),
    Word::new("мбуз"),
    Word::new("фгбоу"),
    Word::new("фгаоу"),
    Word::new("гбоу"),
    Word::new("гаоу"),
    Word::new("гкоу"),
    Word::new("гбпоу"),
    Word::new("гапоу"),
    Word::new("мбоу"),
    Word::new("маоу"),
    Word::new("мкоу"),
    Word::new("мбдоу"),
    Word::new("мадоу"),
    Word::new("мкдоу"),
    Word::new("гбук"),
    Word::new("мбук"),
    Word::new("госкорпорация"),
    Word::new("министерство"),
    Word::new("администрация"),
    Word::new("департамент"),
    Word::new("правительство"),
];

/// One bit for each letter with which a word of interest begins.
static FIRST_LETTERS: u32 = first_letters();

const fn first_letters() -> u32 {
    let mut bits = 1 << Word::new("о").letters[0] | 1 << Word::new("и").letters[0] | 1 << Word::new("у").letters[0];
    let mut at = 0;
    while at < WORDS.len() {
        bits |= 1 << WORDS[at].letters[0];
        at += 1;
    }
    bits
}

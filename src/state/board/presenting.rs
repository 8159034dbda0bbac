//! How the board is shown to a client: which names and amounts are masked.

/// What stands in the place of a client's name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NameMask {
    /// The name itself.
    #[default]
    Shown,
    /// The first letters of the name's words.
    Initials,
    /// "Client" and the number of the row in the table.
    Numbered,
}

impl NameMask {
    pub const ALL: [Self; 3] = [Self::Shown, Self::Initials, Self::Numbered];

    /// A plain word for lists of choices.
    pub fn key(self) -> &'static str {
        match self {
            Self::Shown => "shown",
            Self::Initials => "initials",
            Self::Numbered => "numbered",
        }
    }

    pub fn from_key(key: &str) -> Self {
        Self::ALL.into_iter().find(|mask| mask.key() == key).unwrap_or_default()
    }
}

/// The board in large type, with what others must not read masked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Presenting {
    pub names: NameMask,
    /// Whether shares of the whole stand in the place of amounts.
    pub hides_amounts: bool,
}

impl Presenting {
    /// Whether what else is known of a client may be shown: it would tell who a masked name is.
    pub fn shows_context(self) -> bool {
        self.names == NameMask::Shown
    }
}

/// The first letters of a name's words, in capitals: at most three.
pub fn initials(name: &str) -> String {
    let words = name.split(|character: char| !character.is_alphanumeric()).filter_map(|word| word.chars().next());
    words.take(3).flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, expected: &str) {
        assert_eq!(initials(name), expected);
    }

    #[test]
    fn initials_of_names() {
        check("Nordwind Trading GmbH & Co", "NTG");
        check("«ёлка»-сервис", "ЁС");
        check("杭州晟川", "杭");
        check(" - ", "");
    }

    #[test]
    fn masks_are_read_back() {
        for mask in NameMask::ALL {
            assert_eq!(NameMask::from_key(mask.key()), mask);
        }
        assert_eq!(NameMask::from_key("nonsense"), NameMask::Shown);
    }
}

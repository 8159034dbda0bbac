//! Identities that two machines can hand out without asking each other.

use std::fmt::{self, Display};
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Who made something: an import, or one opening of a workbook in one tab. Random, below 2^53 (so that JavaScript
/// can hold it), written in base 36.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Origin(pub u64);

/// A client's row: the origin that brought it and its number there. It never changes and is never used again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RowId {
    pub origin: Origin,
    pub index: u32,
}

/// Why a text is no identity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an identity")]
pub struct NotAnId;

impl Origin {
    /// The largest identity that JavaScript's numbers hold exactly.
    pub const MAX: u64 = (1 << 53) - 1;

    /// An origin out of any 64 random bits.
    pub fn from_random(bits: u64) -> Self {
        Self(bits & Self::MAX)
    }
}

impl Display for Origin {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_base36(formatter, self.0)
    }
}

impl FromStr for Origin {
    type Err = NotAnId;
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        u64::from_str_radix(text, 36).map(Self).map_err(|_| NotAnId)
    }
}

impl Display for RowId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_base36(formatter, self.origin.0)?;
        formatter.write_str(".")?;
        write_base36(formatter, u64::from(self.index))
    }
}

impl FromStr for RowId {
    type Err = NotAnId;
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let (origin, index) = text.split_once('.').ok_or(NotAnId)?;
        let index = u32::from_str_radix(index, 36).map_err(|_| NotAnId)?;
        Ok(Self { origin: origin.parse()?, index })
    }
}

fn write_base36(formatter: &mut fmt::Formatter<'_>, mut number: u64) -> fmt::Result {
    let mut digits = [0_u8; 13];
    let mut start = digits.len();
    loop {
        start -= 1;
        digits[start] = b"0123456789abcdefghijklmnopqrstuvwxyz"[(number % 36) as usize];
        number /= 36;
        if number == 0 {
            break;
        }
    }
    digits[start..].iter().try_for_each(|digit| write!(formatter, "{}", char::from(*digit)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_read_back_as_they_were_written() {
        for (origin, index) in [(0, 0), (35, 36), (Origin::MAX, u32::MAX)] {
            let id = RowId { origin: Origin(origin), index };
            assert_eq!(id.to_string().parse(), Ok(id));
        }
        assert_eq!("nonsense".parse::<RowId>(), Err(NotAnId));
    }
}

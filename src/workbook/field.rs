//! The columns of the client sheet: the fields whose meaning Kontor knows, and the person's own.

use std::fmt::{self, Display};
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::found::Found;
use super::id::NotAnId;

/// What kind of value a column holds, and so how it is read, shown, aligned and summed. Stored by its place in this
/// list: new kinds go to the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ColumnKind {
    Text,
    /// One of a few texts, offered in a list.
    Choice,
    Number,
    /// An amount in the workbook's currency, in whole units (not cents, not thousands).
    Money,
    /// A share: 0.25 is shown as 25 %.
    Percent,
    Date,
    /// 1 for yes, 0 for no, so that the sum says how many.
    YesNo,
    /// The name of another client.
    Client,
    Email,
    Phone,
    TaxId,
    /// The address of a page.
    Link,
}

impl ColumnKind {
    pub const ALL: [Self; 12] = [
        Self::Text,
        Self::Choice,
        Self::Number,
        Self::Money,
        Self::Percent,
        Self::Date,
        Self::YesNo,
        Self::Client,
        Self::Email,
        Self::Phone,
        Self::TaxId,
        Self::Link,
    ];

    /// Whether values are numbers that can be summed.
    pub fn is_numeric(self) -> bool {
        matches!(self, Self::Number | Self::Money | Self::Percent | Self::YesNo)
    }

    /// Whether values are kept as text.
    pub fn is_text(self) -> bool {
        !self.is_numeric() && self != Self::Date
    }

    /// Whether values are texts of a certain form, so that a text may fail to fit.
    pub fn is_checked_text(self) -> bool {
        matches!(self, Self::Email | Self::Phone | Self::TaxId | Self::Link)
    }
}

macro_rules! fields {
    ($($(#[$doc:meta])* $field:ident $key:literal $kind:ident;)*) => {
        /// The columns whose meaning Kontor knows (DOMAIN section 6). Stored by [`Field::key`], through [`ColumnId`];
        /// its own serialised form is only for messages between parts of one build.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Field { $($(#[$doc])* $field,)* }

        impl Field {
            /// Every field, in the order in which an empty client sheet shows them.
            pub const ALL: &[Self] = &[$(Self::$field,)*];

            /// The name under which the field is stored; it never changes.
            pub fn key(self) -> &'static str {
                match self { $(Self::$field => $key,)* }
            }

            /// What kind of value the field holds.
            pub fn kind(self) -> ColumnKind {
                match self { $(Self::$field => ColumnKind::$kind,)* }
            }
        }

        impl FromStr for Field {
            type Err = NotAnId;
            fn from_str(key: &str) -> Result<Self, NotAnId> {
                match key { $($key => Ok(Self::$field),)* _ => Err(NotAnId) }
            }
        }
    };
}

fields! {
    /// The client's name.
    Name "name" Text;
    /// The person's own choice of segment: `small`, `medium`, `large` or `state`. Empty: Kontor's own finding counts.
    Segment "segment" Choice;
    /// The kind of client as the file says it ("Corporate", "国有企业", "ИП").
    Type "type" Choice;
    Industry "industry" Choice;
    /// What we sell to the client in twelve months.
    Revenue "revenue" Money;
    /// Our gross margin on that revenue, 0 to 1.
    Margin "margin" Percent;
    /// Orders in twelve months.
    Orders "orders" Number;
    FirstOrder "first" Date;
    LastOrder "last" Date;
    Stage "stage" Choice;
    Manager "manager" Choice;
    /// The person we talk to.
    Contact "contact" Text;
    Position "position" Text;
    Phone "phone" Phone;
    Email "email" Email;
    Address "address" Text;
    Region "region" Choice;
    Country "country" Choice;
    /// The client's staff.
    Employees "employees" Number;
    /// The client's own annual turnover.
    Turnover "turnover" Money;
    /// The client's total assets (balance sheet).
    Assets "assets" Money;
    /// USCC, ИНН, EU VAT number.
    TaxId "taxid" TaxId;
    /// ОГРН and other register numbers that are no tax id.
    RegisterNumber "register" Text;
    /// The code or number under which the person's own books know the client.
    Code "code" Text;
    Source "source" Choice;
    /// Share of such clients lost in a year, 0 to 1.
    Churn "churn" Percent;
    /// Days of credit.
    CreditDays "credit" Number;
    /// What the client owes.
    Debt "debt" Money;
    Notes "notes" Text;
    /// The day on which the segment was chosen by hand.
    SegmentChosen "segment_chosen" Date;
}

impl Field {
    /// Whether the field is part of how Kontor shows a client and never a column that comes or goes: the segment is
    /// always there, and the day of its choice is shown with it.
    pub fn is_beside_the_sheet(self) -> bool {
        matches!(self, Self::Segment | Self::SegmentChosen)
    }
}

/// A column of the client sheet. Stored as text (`revenue`, `own:fax number`), so that fields can be added anywhere.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum ColumnId {
    Field(Field),
    /// What Kontor finds: nobody writes into it.
    Found(Found),
    /// A column of the person's own. The text identifies it and is not its title.
    Own(String),
}

impl From<Field> for ColumnId {
    fn from(field: Field) -> Self {
        Self::Field(field)
    }
}

impl From<Found> for ColumnId {
    fn from(found: Found) -> Self {
        Self::Found(found)
    }
}

impl TryFrom<String> for ColumnId {
    type Error = NotAnId;
    fn try_from(text: String) -> Result<Self, NotAnId> {
        text.parse()
    }
}

impl From<ColumnId> for String {
    fn from(id: ColumnId) -> Self {
        id.to_string()
    }
}

impl Display for ColumnId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Field(field) => formatter.write_str(field.key()),
            Self::Found(found) => write!(formatter, "found:{}", found.key()),
            Self::Own(id) => write!(formatter, "own:{id}"),
        }
    }
}

impl FromStr for ColumnId {
    type Err = NotAnId;
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        if let Some(id) = text.strip_prefix("own:") {
            return Ok(Self::Own(id.to_owned()));
        }
        match text.strip_prefix("found:") {
            Some(found) => found.parse().map(Self::Found),
            None => text.parse().map(Self::Field),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn column_ids_are_read_back_as_they_were_written() {
        for field in Field::ALL {
            let id = ColumnId::Field(*field);
            assert_eq!(id.to_string().parse(), Ok(id));
        }
        for found in Found::ALL {
            let id = ColumnId::Found(found);
            assert_eq!(id.to_string().parse(), Ok(id));
        }
        let own = ColumnId::Own("fax number".to_owned());
        assert_eq!(own.to_string().parse(), Ok(own));
    }
}

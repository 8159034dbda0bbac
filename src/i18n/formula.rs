//! What is wrong with a formula, in words.

use super::{Locale, td_string};
use crate::formula::Trouble;
use crate::workbook::Colour;

/// Why a text is no formula.
pub fn trouble(locale: Locale, trouble: &Trouble) -> String {
    let text = match trouble {
        Trouble::Nothing => td_string!(locale, formula.nothing),
        Trouble::Character(character) => {
            return td_string!(locale, formula.character, character = *character).to_string();
        }
        Trouble::Number(text) => return td_string!(locale, formula.number, text = text.as_str()).to_string(),
        Trouble::OpenText => td_string!(locale, formula.open_text),
        Trouble::OpenColumn => td_string!(locale, formula.open_column),
        Trouble::OpenParenthesis => td_string!(locale, formula.open_parenthesis),
        Trouble::Parenthesis => td_string!(locale, formula.parenthesis),
        Trouble::Column(name) => return td_string!(locale, formula.column, name = name.as_str()).to_string(),
        Trouble::Function(name) => return td_string!(locale, formula.function, name = name.as_str()).to_string(),
        Trouble::NoArguments(name) => {
            return td_string!(locale, formula.no_arguments, name = name.as_str()).to_string();
        }
        Trouble::NoValue => td_string!(locale, formula.no_value),
        Trouble::NoOperator => td_string!(locale, formula.no_operator),
        Trouble::Separator => td_string!(locale, formula.separator),
        Trouble::TooFew { name, least } => {
            return td_string!(locale, formula.too_few, name = *name, least = *least).to_string();
        }
        Trouble::TooMany { name, most } => {
            return td_string!(locale, formula.too_many, name = *name, most = *most).to_string();
        }
        Trouble::TooDeep => td_string!(locale, formula.too_deep),
        Trouble::Cycle => td_string!(locale, formula.cycle),
    };
    text.to_owned()
}

/// The name of a colour.
pub fn colour(locale: Locale, colour: Colour) -> &'static str {
    match colour {
        Colour::Grey => td_string!(locale, column.colour.grey),
        Colour::Red => td_string!(locale, column.colour.red),
        Colour::Orange => td_string!(locale, column.colour.orange),
        Colour::Yellow => td_string!(locale, column.colour.yellow),
        Colour::Green => td_string!(locale, column.colour.green),
        Colour::Teal => td_string!(locale, column.colour.teal),
        Colour::Blue => td_string!(locale, column.colour.blue),
        Colour::Purple => td_string!(locale, column.colour.purple),
    }
}

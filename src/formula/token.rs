//! The words of a formula.

use std::ops::Range;

use winnow::combinator::{alt, delimited, opt, peek, preceded, repeat};
use winnow::prelude::*;
use winnow::stream::LocatingSlice;
use winnow::token::{any, none_of, one_of, take_while};

use super::problem::{Problem, Trouble};
use super::syntax::Operator;

/// One word of a formula.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    Number(f64),
    Text(String),
    /// What stands in the brackets: a title, or `#` and an identity.
    Column(String),
    /// A function's name.
    Name(String),
    Operator(Operator),
    Percent,
    Open,
    Close,
    Separator,
}

type Input<'a> = LocatingSlice<&'a str>;
type Words = Vec<(Token, Range<usize>)>;

/// The words of a formula with their places.
///
/// With a `;` among the words, arguments are separated by it and a comma between digits is a decimal mark. Without one
/// a comma separates arguments, but outside of a function's arguments it can only be a decimal mark.
pub(super) fn tokens(text: &str) -> Result<Words, Problem> {
    let simple = read(text, Commas::Separate)?;
    let has_semicolon = simple.iter().any(|(token, span)| *token == Token::Separator && text[span.clone()] == *";");
    if has_semicolon { read(text, Commas::Decimal) } else { Ok(simple) }
}

#[derive(Clone, Copy, PartialEq)]
enum Commas {
    Separate,
    Decimal,
}

fn read(text: &str, commas: Commas) -> Result<Words, Problem> {
    let mut input = LocatingSlice::new(text);
    let mut words: Words = Vec::new();
    // For each open parenthesis, whether it holds a function's arguments.
    let mut calls: Vec<bool> = Vec::new();
    loop {
        let _ = space(&mut input);
        let start = text.len() - input.len();
        if start == text.len() {
            return Ok(words);
        }
        let is_decimal = commas == Commas::Decimal || !calls.last().copied().unwrap_or(false);
        let Ok((token, span)) = (|input: &mut Input<'_>| token(input, is_decimal)).with_span().parse_next(&mut input)
        else {
            return Err(problem(text, start));
        };
        match token {
            Token::Open => calls.push(matches!(words.last(), Some((Token::Name(_), _)))),
            Token::Close => drop(calls.pop()),
            _ => {}
        }
        words.push((token, span));
    }
}

fn space(input: &mut Input<'_>) -> winnow::Result<()> {
    take_while(0.., |c: char| c.is_whitespace()).void().parse_next(input)
}

fn token(input: &mut Input<'_>, is_decimal: bool) -> winnow::Result<Token> {
    let first = peek(any).parse_next(input)?;
    match first {
        '0'..='9' | '.' => number(input, is_decimal),
        '"' => quoted(input, '"').map(Token::Text),
        '“' => quoted(input, '”').map(Token::Text),
        '[' => quoted(input, ']').map(|name| Token::Column(name.trim().to_owned())),
        c if c.is_alphabetic() || c == '_' => name(input).map(Token::Name),
        ',' if is_decimal => alt((|input: &mut Input<'_>| number(input, true), sign)).parse_next(input),
        _ => alt((operator.map(Token::Operator), sign)).parse_next(input),
    }
}

fn sign(input: &mut Input<'_>) -> winnow::Result<Token> {
    any.verify_map(|c| match c {
        '%' | '％' => Some(Token::Percent),
        '(' | '（' => Some(Token::Open),
        ')' | '）' => Some(Token::Close),
        ',' | ';' | '，' | '；' => Some(Token::Separator),
        _ => None,
    })
    .parse_next(input)
}

fn number(input: &mut Input<'_>, is_decimal: bool) -> winnow::Result<Token> {
    let digits = || take_while(1.., |c: char| c.is_ascii_digit());
    let mark = move |c: char| c == '.' || (is_decimal && c == ',');
    let fraction = move || preceded(one_of(mark), take_while(1.., |c: char| c.is_ascii_digit()));
    let exponent = (one_of(['e', 'E']), opt(one_of(['+', '-'])), take_while(1.., |c: char| c.is_ascii_digit()));
    let number = alt(((digits(), opt(fraction())).take(), fraction().take()));
    let text: &str = (number, opt(exponent)).take().parse_next(input)?;
    let number: f64 = text.replace(',', ".").parse().map_err(|_| winnow::error::ContextError::new())?;
    if number.is_finite() { Ok(Token::Number(number)) } else { Err(winnow::error::ContextError::new()) }
}

/// A text between two marks; the closing one stands for itself where it is doubled.
fn quoted(input: &mut Input<'_>, close: char) -> winnow::Result<String> {
    let doubled = (close, close).value(close);
    let content = repeat(0.., alt((doubled, none_of(close)))).fold(String::new, |mut text: String, c| {
        text.push(c);
        text
    });
    delimited(any, content, close).parse_next(input)
}

fn name(input: &mut Input<'_>) -> winnow::Result<String> {
    let first = any.verify(|c: &char| c.is_alphabetic() || *c == '_');
    let rest = take_while(0.., |c: char| c.is_alphanumeric() || c == '_' || c == '.');
    (first, rest).take().map(str::to_owned).parse_next(input)
}

fn operator(input: &mut Input<'_>) -> winnow::Result<Operator> {
    let two = alt((
        alt(("<>", "!=", "≠")).value(Operator::Unequal),
        alt(("<=", "≤")).value(Operator::LessOrEqual),
        alt((">=", "≥")).value(Operator::GreaterOrEqual),
    ));
    let one = any.verify_map(|c| match c {
        '<' => Some(Operator::Less),
        '>' => Some(Operator::Greater),
        '=' => Some(Operator::Equal),
        '+' => Some(Operator::Add),
        '-' | '−' | '–' => Some(Operator::Subtract),
        '*' | '×' | '·' => Some(Operator::Multiply),
        '/' | '÷' => Some(Operator::Divide),
        '^' => Some(Operator::Power),
        '&' => Some(Operator::Join),
        _ => None,
    });
    alt((two, one)).parse_next(input)
}

/// Why no word begins at this place.
fn problem(text: &str, start: usize) -> Problem {
    let rest = text.get(start..).unwrap_or("");
    match rest.chars().next() {
        Some('"' | '“') => Problem::new(Trouble::OpenText, start..text.len()),
        Some('[') => Problem::new(Trouble::OpenColumn, start..text.len()),
        Some(digit) if digit.is_ascii_digit() => {
            let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '.').unwrap_or(rest.len());
            Problem::new(Trouble::Number(rest[..end].to_owned()), start..start + end)
        }
        Some(c) => Problem::new(Trouble::Character(c), start..start + c.len_utf8()),
        None => Problem::new(Trouble::NoValue, start..start),
    }
}

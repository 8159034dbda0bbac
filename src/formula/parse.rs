//! From text to a formula.

use std::ops::Range;

use super::function::Function;
use super::problem::{Problem, Trouble};
use super::syntax::{Aggregate, Formula, Node, Operator};
use super::token::{Token, tokens};
use crate::workbook::ColumnId;

/// Nesting beyond this is nothing that a person writes, and would overflow the stack.
const DEEPEST: usize = 64;
/// So many operators may one formula have.
const MOST_LINKS: usize = 512;
/// Binds stronger than every operator of two values.
const STRONGEST: u8 = 6;

/// A formula and where its text names columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Parsed {
    pub formula: Formula,
    /// The places of the columns in the text, brackets included, in the order of the text.
    pub places: Vec<(Range<usize>, ColumnId)>,
}

/// Reads a formula. `column` finds a column by what stands in the brackets; `[#own:abc]` names one by its identity. A
/// leading `=` is let go.
pub fn parse(text: &str, column: &dyn Fn(&str) -> Option<ColumnId>) -> Result<Parsed, Problem> {
    let mut words = tokens(text)?;
    if matches!(words.first(), Some((Token::Operator(Operator::Equal), _))) {
        words.remove(0);
    }
    if words.is_empty() {
        return Err(Problem::new(Trouble::Nothing, 0..text.len()));
    }
    let formula = Formula { root: Node::Number(0.0), columns: Vec::new(), aggregates: Vec::new(), uses_today: false };
    let mut parser =
        Parser { words: &words, at: 0, end: text.len(), depth: 0, links: 0, column, formula, places: Vec::new() };
    let root = parser.expression(0)?;
    if let Some((token, span)) = parser.words.get(parser.at) {
        return Err(Problem::new(after_a_value(token), span.clone()));
    }
    parser.formula.root = root;
    Ok(Parsed { formula: parser.formula, places: parser.places })
}

fn after_a_value(token: &Token) -> Trouble {
    match token {
        Token::Close => Trouble::Parenthesis,
        Token::Separator => Trouble::Separator,
        _ => Trouble::NoOperator,
    }
}

struct Parser<'a> {
    words: &'a [(Token, Range<usize>)],
    at: usize,
    end: usize,
    depth: usize,
    links: usize,
    column: &'a dyn Fn(&str) -> Option<ColumnId>,
    formula: Formula,
    places: Vec<(Range<usize>, ColumnId)>,
}

impl Parser<'_> {
    fn next(&self) -> Option<&Token> {
        self.words.get(self.at).map(|(token, _)| token)
    }

    fn span(&self) -> Range<usize> {
        self.words.get(self.at).map_or(self.end..self.end, |(_, span)| span.clone())
    }

    fn expression(&mut self, weakest: u8) -> Result<Node, Problem> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(Problem::new(Trouble::TooDeep, self.span()));
        }
        let mut left = self.operand()?;
        loop {
            match self.next() {
                Some(Token::Percent) => {
                    self.at += 1;
                    left = Node::Percent(Box::new(left));
                }
                Some(Token::Operator(operator)) if operator.strength() > weakest => {
                    let operator = *operator;
                    self.at += 1;
                    let right = self.expression(operator.strength())?;
                    left = Node::Binary(operator, Box::new(left), Box::new(right));
                }
                _ => break,
            }
            // A long chain is as deep a tree as nested parentheses.
            self.links += 1;
            if self.links > MOST_LINKS {
                return Err(Problem::new(Trouble::TooDeep, self.span()));
            }
        }
        self.depth -= 1;
        Ok(left)
    }

    fn operand(&mut self) -> Result<Node, Problem> {
        let span = self.span();
        let Some(token) = self.next().cloned() else {
            return Err(Problem::new(Trouble::NoValue, span));
        };
        self.at += 1;
        match token {
            Token::Number(number) => Ok(Node::Number(number)),
            Token::Text(text) => Ok(Node::Text(text)),
            Token::Column(name) => self.named_column(&name, span),
            Token::Name(name) => self.call(&name, span),
            Token::Operator(Operator::Subtract) => Ok(Node::Negated(Box::new(self.expression(STRONGEST)?))),
            Token::Operator(Operator::Add) => self.expression(STRONGEST),
            Token::Open => {
                let inner = self.expression(0)?;
                match self.next() {
                    Some(Token::Close) => self.at += 1,
                    None => return Err(Problem::new(Trouble::OpenParenthesis, span)),
                    Some(other) => return Err(Problem::new(after_a_value(other), self.span())),
                }
                Ok(inner)
            }
            Token::Close if self.at == 1 => Err(Problem::new(Trouble::Parenthesis, span)),
            _ => Err(Problem::new(Trouble::NoValue, span)),
        }
    }

    fn named_column(&mut self, name: &str, span: Range<usize>) -> Result<Node, Problem> {
        let found = match name.strip_prefix('#') {
            Some(id) => id.parse().ok().or_else(|| (self.column)(name)),
            None => (self.column)(name),
        };
        let Some(id) = found else {
            return Err(Problem::new(Trouble::Column(name.to_owned()), span));
        };
        self.places.push((span, id.clone()));
        let columns = &mut self.formula.columns;
        let at = columns.iter().position(|other| *other == id).unwrap_or_else(|| {
            columns.push(id);
            columns.len() - 1
        });
        Ok(Node::Column(at))
    }

    fn call(&mut self, name: &str, span: Range<usize>) -> Result<Node, Problem> {
        let function = Function::named(name);
        let is_open = self.next() == Some(&Token::Open);
        let Some(function) = function else {
            // A word that is no function is most likely a column without its brackets.
            let trouble = if is_open { Trouble::Function(name.to_owned()) } else { Trouble::Column(name.to_owned()) };
            return Err(Problem::new(trouble, span));
        };
        if !is_open {
            if matches!(function, Function::True | Function::False) {
                return Ok(Node::Call(function, Vec::new()));
            }
            return Err(Problem::new(Trouble::NoArguments(name.to_owned()), span));
        }
        self.at += 1;
        let arguments = self.arguments(&span)?;
        let (least, most) = function.arguments();
        let whole = span.start..self.words.get(self.at - 1).map_or(self.end, |(_, last)| last.end);
        if arguments.len() < least {
            return Err(Problem::new(Trouble::TooFew { name: function.name(), least }, whole));
        }
        if arguments.len() > most {
            return Err(Problem::new(Trouble::TooMany { name: function.name(), most }, whole));
        }
        self.formula.uses_today |= function == Function::Today;
        Ok(self.made(function, arguments))
    }

    /// The arguments up to the closing parenthesis, which is taken too.
    fn arguments(&mut self, name: &Range<usize>) -> Result<Vec<Node>, Problem> {
        let mut arguments = Vec::new();
        if self.next() == Some(&Token::Close) {
            self.at += 1;
            return Ok(arguments);
        }
        loop {
            arguments.push(self.expression(0)?);
            match self.next() {
                Some(Token::Separator) => self.at += 1,
                Some(Token::Close) => {
                    self.at += 1;
                    return Ok(arguments);
                }
                None => return Err(Problem::new(Trouble::OpenParenthesis, name.clone())),
                Some(_) => return Err(Problem::new(Trouble::NoOperator, self.span())),
            }
        }
    }

    fn made(&mut self, function: Function, mut arguments: Vec<Node>) -> Node {
        let goes_over_clients = function.is_aggregate() && arguments.len() == 1 && !arguments[0].is_constant();
        match arguments.pop() {
            Some(argument) if goes_over_clients => {
                self.formula.aggregates.push(Aggregate { function, argument });
                Node::Aggregate(self.formula.aggregates.len() - 1)
            }
            last => {
                arguments.extend(last);
                Node::Call(function, arguments)
            }
        }
    }
}

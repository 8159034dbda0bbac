//! A formula as a small tree.

use super::function::Function;
use crate::workbook::ColumnId;

/// A formula that can be calculated. It knows its columns by identity, so that it outlives their titles.
#[derive(Clone, Debug, PartialEq)]
pub struct Formula {
    pub(super) root: Node,
    /// The columns that it names, each once.
    pub(super) columns: Vec<ColumnId>,
    /// What goes over all clients; one inside another comes before it.
    pub(super) aggregates: Vec<Aggregate>,
    pub(super) uses_today: bool,
}

/// A figure over all clients.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Aggregate {
    pub function: Function,
    pub argument: Node,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Node {
    Number(f64),
    Text(String),
    /// The column's place in [`Formula::columns`].
    Column(usize),
    /// The place in [`Formula::aggregates`].
    Aggregate(usize),
    Call(Function, Vec<Node>),
    Binary(Operator, Box<Node>, Box<Node>),
    Negated(Box<Node>),
    /// A value with a percent sign behind it.
    Percent(Box<Node>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operator {
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
    Join,
    Equal,
    Unequal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

impl Operator {
    /// How strongly it binds, as in spreadsheets.
    pub fn strength(self) -> u8 {
        match self {
            Self::Power => 5,
            Self::Multiply | Self::Divide => 4,
            Self::Add | Self::Subtract => 3,
            Self::Join => 2,
            _ => 1,
        }
    }

    pub fn sign(self) -> &'static str {
        match self {
            Self::Add => "+",
            Self::Subtract => "-",
            Self::Multiply => "*",
            Self::Divide => "/",
            Self::Power => "^",
            Self::Join => "&",
            Self::Equal => "=",
            Self::Unequal => "<>",
            Self::Less => "<",
            Self::LessOrEqual => "<=",
            Self::Greater => ">",
            Self::GreaterOrEqual => ">=",
        }
    }
}

impl Node {
    /// Whether the value comes from the formula itself and not from any client.
    pub fn is_constant(&self) -> bool {
        match self {
            Self::Number(_) | Self::Text(_) => true,
            Self::Column(_) | Self::Aggregate(_) => false,
            Self::Call(_, arguments) => arguments.iter().all(Self::is_constant),
            Self::Binary(_, left, right) => left.is_constant() && right.is_constant(),
            Self::Negated(inner) | Self::Percent(inner) => inner.is_constant(),
        }
    }
}

impl Formula {
    /// The columns from which it is calculated.
    pub fn columns(&self) -> &[ColumnId] {
        &self.columns
    }

    /// Whether its value depends on the day.
    pub fn uses_today(&self) -> bool {
        self.uses_today
    }

    /// Whether its value depends on all clients and not on the row's alone.
    pub fn has_aggregates(&self) -> bool {
        !self.aggregates.is_empty()
    }
}

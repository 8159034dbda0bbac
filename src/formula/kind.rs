//! What kind of column a formula makes, as far as it says so itself.

use super::function::Function;
use super::syntax::{Formula, Node, Operator};
use crate::workbook::{ColumnId, ColumnKind};

impl Formula {
    /// The kind of its values; `kind` knows the kinds of the columns.
    pub fn kind(&self, kind: &dyn Fn(&ColumnId) -> Option<ColumnKind>) -> ColumnKind {
        self.kind_of(&self.root, kind)
    }

    fn kind_of(&self, node: &Node, kind: &dyn Fn(&ColumnId) -> Option<ColumnKind>) -> ColumnKind {
        let of = |node: &Node| self.kind_of(node, kind);
        match node {
            Node::Number(_) => ColumnKind::Number,
            Node::Text(_) => ColumnKind::Text,
            Node::Column(at) => match self.columns.get(*at).and_then(kind) {
                Some(kind) if kind.is_text() => ColumnKind::Text,
                Some(kind) => kind,
                None => ColumnKind::Number,
            },
            Node::Aggregate(at) => match self.aggregates.get(*at) {
                Some(aggregate) => of_call(aggregate.function, std::slice::from_ref(&aggregate.argument), &of),
                None => ColumnKind::Number,
            },
            Node::Call(function, arguments) => of_call(*function, arguments, &of),
            Node::Negated(inner) => of(inner),
            Node::Percent(_) => ColumnKind::Percent,
            Node::Binary(operator, left, right) => of_operator(*operator, of(left), of(right)),
        }
    }
}

fn of_operator(operator: Operator, left: ColumnKind, right: ColumnKind) -> ColumnKind {
    use ColumnKind::{Date, Money, Number, Percent};
    match operator {
        Operator::Join => ColumnKind::Text,
        Operator::Power => Number,
        Operator::Multiply => match (left, right) {
            (Money, _) | (_, Money) => Money,
            (Percent, Percent) => Percent,
            _ => Number,
        },
        Operator::Divide => match (left, right) {
            // A part of a sum is a share.
            (Money, Money) => Percent,
            (Money, _) => Money,
            _ => Number,
        },
        Operator::Add | Operator::Subtract => match (left, right) {
            (Date, Date) => Number,
            (Date, _) | (_, Date) => Date,
            (Money, _) | (_, Money) => Money,
            (Percent, _) | (_, Percent) => Percent,
            _ => Number,
        },
        _ => ColumnKind::YesNo,
    }
}

fn of_call(function: Function, arguments: &[Node], of: &dyn Fn(&Node) -> ColumnKind) -> ColumnKind {
    let argument = |at: usize| arguments.get(at).map(of);
    let first = argument(0).unwrap_or(ColumnKind::Number);
    match function {
        Function::If => argument(1).unwrap_or(ColumnKind::Text),
        Function::IfError
        | Function::Sum
        | Function::Average
        | Function::Min
        | Function::Max
        | Function::Abs
        | Function::Int
        | Function::Mod
        | Function::Round
        | Function::RoundUp
        | Function::RoundDown => first,
        Function::IsBlank
        | Function::And
        | Function::Or
        | Function::Not
        | Function::True
        | Function::False
        | Function::Contains => ColumnKind::YesNo,
        Function::Concat
        | Function::Left
        | Function::Right
        | Function::Mid
        | Function::Upper
        | Function::Lower
        | Function::Trim => ColumnKind::Text,
        Function::Today | Function::Date | Function::EDate => ColumnKind::Date,
        Function::Count
        | Function::CountA
        | Function::Len
        | Function::Search
        | Function::Year
        | Function::Month
        | Function::Day
        | Function::DateDif => ColumnKind::Number,
    }
}

//! The same formula for a spreadsheet file: living, with the same values.

use super::function::Function;
use super::syntax::{Formula, Node, Operator};
use crate::workbook::ColumnId;

/// The first row below the heading.
const FIRST: u32 = 2;

/// Characters of a text inside a formula.
const LONGEST_TEXT: usize = 255;

/// The formula of a row (counted from 1, as a spreadsheet does), without its `=`. `letter` says under which letters a
/// column stands in the sheet; the clients are in the rows 2 to `last_row`. Nothing where the file can't say the same:
/// a column is not in it, or a figure over all clients is of more than one column.
///
/// What is empty here is an empty text there, so that a sum of nothing does not become 0.
pub fn excel(
    formula: &Formula,
    row: u32,
    letter: &dyn Fn(&ColumnId) -> Option<String>,
    last_row: u32,
) -> Option<String> {
    let writer = Writer { formula, row, letter, last_row };
    let whole = writer.write(&formula.root)?;
    Some(match writer.emptiness(&formula.root)? {
        Some(_) if matches!(formula.root, Node::Column(_)) => {
            let place = writer.place(&formula.root)?;
            format!("IF({place}=\"\",\"\",{place})")
        }
        Some(test) => format!("IF({test},\"\",{whole})"),
        None => whole,
    })
}

struct Writer<'a> {
    formula: &'a Formula,
    row: u32,
    letter: &'a dyn Fn(&ColumnId) -> Option<String>,
    last_row: u32,
}

impl Writer<'_> {
    /// The cell of a column in this row.
    fn place(&self, node: &Node) -> Option<String> {
        let Node::Column(at) = node else { return None };
        Some(format!("{}{}", (self.letter)(self.formula.columns.get(*at)?)?, self.row))
    }

    fn is_own(&self, node: &Node) -> bool {
        matches!(node, Node::Column(at) if matches!(self.formula.columns.get(*at), Some(ColumnId::Own(_))))
    }

    /// A value that is counted with. A column of one's own may be calculated, and then its empty cells hold an empty
    /// text, with which a spreadsheet can't count.
    fn counted(&self, node: &Node) -> Option<String> {
        if self.is_own(node) {
            let place = self.place(node)?;
            return Some(format!("IF({place}=\"\",0,{place})"));
        }
        self.write(node)
    }

    /// A value beside an operator.
    fn counted_beside(&self, node: &Node) -> Option<String> {
        if matches!(node, Node::Binary(..)) { self.inner(node) } else { self.counted(node) }
    }

    fn inner(&self, node: &Node) -> Option<String> {
        let written = self.write(node)?;
        Some(if matches!(node, Node::Binary(..)) { format!("({written})") } else { written })
    }

    fn write(&self, node: &Node) -> Option<String> {
        Some(match node {
            Node::Number(number) => number.to_string(),
            // A longer text in a formula makes a spreadsheet refuse the whole file.
            Node::Text(text) if text.encode_utf16().count() > LONGEST_TEXT => return None,
            Node::Text(text) => quoted(text),
            Node::Column(_) => self.place(node)?,
            Node::Aggregate(at) => {
                let aggregate = self.formula.aggregates.get(*at)?;
                format!("{}({})", aggregate.function.name(), self.range(*at)?)
            }
            Node::Call(function, arguments) => self.call(*function, arguments)?,
            Node::Negated(inner) => format!("-{}", self.counted_beside(inner)?),
            Node::Percent(inner) => format!("{}%", self.counted_beside(inner)?),
            Node::Binary(operator, left, right) => {
                let is_text = |node: &Node| matches!(node, Node::Text(_));
                let takes_text = *operator == Operator::Join || is_text(left) || is_text(right);
                let side = |node| if takes_text { self.inner(node) } else { self.counted_beside(node) };
                format!("{}{}{}", side(left)?, operator.sign(), side(right)?)
            }
        })
    }

    fn range(&self, at: usize) -> Option<String> {
        let aggregate = self.formula.aggregates.get(at)?;
        let Node::Column(column) = &aggregate.argument else { return None };
        let letter = (self.letter)(self.formula.columns.get(*column)?)?;
        Some(format!("${letter}${FIRST}:${letter}${}", self.last_row.max(FIRST)))
    }

    fn call(&self, function: Function, arguments: &[Node]) -> Option<String> {
        let list = |write: &dyn Fn(&Node) -> Option<String>| -> Option<String> {
            Some(arguments.iter().map(write).collect::<Option<Vec<_>>>()?.join(","))
        };
        let written = match function {
            Function::True | Function::False => function.name().to_owned(),
            Function::If => {
                let [condition, yes, rest @ ..] = arguments else { return None };
                let otherwise = rest.first().map_or(Some("\"\"".to_owned()), |node| self.write(node))?;
                format!("IF({},{},{otherwise})", self.counted(condition)?, self.write(yes)?)
            }
            Function::IsBlank => self.emptiness(arguments.first()?)?.unwrap_or_else(|| "FALSE".to_owned()),
            Function::Round | Function::RoundUp | Function::RoundDown if arguments.len() == 1 => {
                format!("{}({},0)", function.name(), self.counted(arguments.first()?)?)
            }
            Function::Concat => {
                let parts = arguments.iter().map(|node| self.inner(node)).collect::<Option<Vec<_>>>()?;
                format!("({}&\"\")", parts.join("&"))
            }
            Function::DateDif => self.date_difference(arguments)?,
            Function::Contains => {
                let [text, part] = arguments else { return None };
                format!("ISNUMBER(SEARCH({},{}))", self.sought(part)?, self.write(text)?)
            }
            Function::Search => {
                let [part, rest @ ..] = arguments else { return None };
                let rest = rest.iter().map(|node| self.write(node)).collect::<Option<Vec<_>>>()?.join(",");
                format!("SEARCH({},{rest})", self.sought(part)?)
            }
            Function::Len
            | Function::Left
            | Function::Right
            | Function::Mid
            | Function::Upper
            | Function::Lower
            | Function::Trim
            | Function::IfError => format!("{}({})", function.name(), list(&|node| self.write(node))?),
            _ if function.is_aggregate() => format!("{}({})", function.name(), list(&|node| self.write(node))?),
            _ => format!("{}({})", function.name(), list(&|node| self.counted(node))?),
        };
        // What would count with a day that is not there.
        let needs_day = matches!(
            function,
            Function::Year | Function::Month | Function::Day | Function::EDate | Function::DateDif | Function::Average
        );
        Some(match self.emptiness_of_call(function, arguments)? {
            Some(test) if needs_day => format!("IF({test},0,{written})"),
            _ => written,
        })
    }

    /// Days beyond whole months or years are counted from the day that those lead to: spreadsheets have several answers
    /// for them, negative ones among them.
    fn date_difference(&self, arguments: &[Node]) -> Option<String> {
        let [first, second, unit] = arguments else { return None };
        let unit = if let Node::Text(unit) = unit { unit.to_lowercase() } else { String::new() };
        let (first, second) = (self.counted(first)?, self.counted(second)?);
        Some(match unit.as_str() {
            "md" => format!("({second}-EDATE({first},DATEDIF({first},{second},\"m\")))"),
            "yd" => format!("({second}-EDATE({first},12*DATEDIF({first},{second},\"y\")))"),
            _ => format!("DATEDIF({first},{second},{})", self.counted(arguments.get(2)?)?),
        })
    }

    /// What is sought in a text; a spreadsheet would take some of its characters for others.
    fn sought(&self, node: &Node) -> Option<String> {
        match node {
            Node::Text(text) => Some(quoted(&text.replace('~', "~~").replace('*', "~*").replace('?', "~?"))),
            other => self.write(other),
        }
    }

    /// The condition under which a value is empty; inside nothing where it never is.
    #[allow(clippy::option_option, reason = "whether it can be said, and whether it can be empty")]
    fn emptiness(&self, node: &Node) -> Option<Option<String>> {
        Some(match node {
            Node::Number(_) | Node::Text(_) => None,
            Node::Column(_) => Some(format!("{}=\"\"", self.place(node)?)),
            Node::Aggregate(at) => match self.formula.aggregates.get(*at)?.function {
                Function::Count | Function::CountA => None,
                _ => Some(format!("COUNT({})=0", self.range(*at)?)),
            },
            Node::Negated(inner) | Node::Percent(inner) => self.emptiness(inner)?,
            Node::Call(function, arguments) => self.emptiness_of_call(*function, arguments)?,
            Node::Binary(operator, left, right) => {
                let counts = operator.strength() >= Operator::Add.strength();
                match (left.is_constant(), right.is_constant()) {
                    _ if !counts => None,
                    (true, _) => self.emptiness(right)?,
                    (_, true) => self.emptiness(left)?,
                    _ => match (self.emptiness(left)?, self.emptiness(right)?) {
                        (Some(left), Some(right)) => Some(format!("AND({left},{right})")),
                        _ => None,
                    },
                }
            }
        })
    }

    #[allow(clippy::option_option, reason = "whether it can be said, and whether it can be empty")]
    fn emptiness_of_call(&self, function: Function, arguments: &[Node]) -> Option<Option<String>> {
        let of = |at: usize| arguments.get(at).map_or(Some(None), |node| self.emptiness(node));
        Some(match function {
            Function::Abs
            | Function::Int
            | Function::Mod
            | Function::Round
            | Function::RoundUp
            | Function::RoundDown
            | Function::Year
            | Function::Month
            | Function::Day
            | Function::EDate
            | Function::IfError => of(0)?,
            Function::DateDif => match (of(0)?, of(1)?) {
                (Some(first), Some(second)) => Some(format!("OR({first},{second})")),
                (first, second) => first.or(second),
            },
            Function::If => {
                let never = || "FALSE".to_owned();
                match (of(1)?, of(2)?) {
                    (None, None) => None,
                    (yes, no) => {
                        let condition = self.counted(arguments.first()?)?;
                        Some(format!("IF({condition},{},{})", yes.unwrap_or_else(never), no.unwrap_or_else(never)))
                    }
                }
            }
            Function::Sum | Function::Average | Function::Min | Function::Max => {
                let list = arguments.iter().map(|node| self.write(node)).collect::<Option<Vec<_>>>()?.join(",");
                Some(format!("COUNT({list})=0"))
            }
            _ => None,
        })
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

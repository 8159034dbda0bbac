//! Calculated columns: a formula over the row's columns, and figures over all clients, as a spreadsheet writes them.
//!
//! | module | what it does |
//! |---|---|
//! | `token` `parse` | text to a small tree; what is wrong, and where |
//! | `function` | the functions, their names and how many arguments they take |
//! | `operand` `evaluate` `call` `dates` | the value of a row |
//! | `aggregate` | figures over all clients |
//! | `kind` | what kind of column a formula makes |
//! | `spelling` | the text as it is stored (columns by identity) and as it is shown (columns by title) |
//! | `excel` | the same formula for a spreadsheet file |
//! | `complete` | what may come next while one types |
//!
//! An aggregate with one argument (`SUM([Our revenue])`) goes over all clients; with several it goes over the row.
//! Nothing that is calculated from nothing but empty cells is empty itself, and never 0.

mod aggregate;
mod call;
mod complete;
mod dates;
mod evaluate;
mod excel;
mod fault;
mod function;
mod kind;
mod operand;
mod parse;
mod problem;
mod rounding;
mod spelling;
mod syntax;
#[cfg(test)]
mod tests;
mod token;

pub use complete::{Completion, complete};
pub use evaluate::Inputs;
pub use excel::excel;
pub use fault::Fault;
pub use function::Function;
pub use operand::Operand;
pub use parse::{Parsed, parse};
pub use problem::{Problem, Trouble};
pub use spelling::{bracketed, shown, stored};
pub use syntax::Formula;

//! Why the engine refuses to compute or to assign.

use super::{Parameter, Rule};

/// Every refusal of this folder.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum LoyaltyError {
    #[error("a plan lasts 1 to 120 months, not {0}")]
    Months(u32),
    #[error("the discount rate has to be a number above -1")]
    DiscountRate,
    #[error("{} is outside its bounds", .0.key())]
    OutOfBounds(Parameter),
    #[error("{} is no parameter of this program", .0.key())]
    NotAParameter(Parameter),
    #[error("a program needs at least one component")]
    NoComponents,
    #[error("thresholds have to rise, and a client is granted nothing below the first")]
    Thresholds,
    #[error("the client's law forbids the program")]
    Forbidden(Rule),
    #[error("the program is unsuited to the client's segment")]
    Unsuited,
    #[error("there is no client with this number")]
    NoSuchClient,
    #[error("there is no program with this number")]
    NoSuchProgram,
}

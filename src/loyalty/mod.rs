//! Loyalty programs on the company's own clients: nine kinds side by side, and what the law says (DOMAIN section 2).
//!
//! | module | what it does |
//! |---|---|
//! | `client` `resolve` `remark` `notices` | a client's values, what stands in for missing ones, what has to be said |
//! | `portfolio` | the clients as columns, by cohorts that share a course of time |
//! | `kinds` `kind` `common` `program` | the nine kinds, what all have in common, programs made of them |
//! | `parameter` `range` `source` `references` | parameters by name, low/base/high, what they rest on |
//! | `compliance` `suitability` | what the law allows, and what suits whom |
//! | `case` `curves` `activity` `terms` `spans` `coefficients` `engine` | the pass over the clients |
//! | `assemble` `flows` `outcome` `liability` `ifrs15` `result` | from sums to what is shown |
//! | `simulation` `client_result` | all programs for all clients; one client in detail |
//! | `break_even` `sensitivity` `test_plan` | from where on it pays, what moves it, how to find out |
//! | `assignment` `mix` | who is in what, and the best of it |
//!
//! Set-up and fixed cost are the portfolio's: they stand in totals, never in a segment or client.

mod activity;
mod assemble;
mod assignment;
mod block;
mod break_even;
mod by_segment;
mod case;
mod client;
mod client_result;
mod coefficients;
mod common;
mod compliance;
mod curves;
mod engine;
mod error;
mod flows;
mod horizon;
mod ifrs15;
mod kind;
pub mod kinds;
mod liability;
mod mix;
mod notices;
mod outcome;
mod parameter;
mod portfolio;
mod program;
mod range;
mod references;
mod remark;
mod resolve;
mod result;
mod sensitivity;
mod simulation;
mod source;
mod spans;
mod steps;
mod suitability;
mod terms;
mod test_plan;
#[cfg(test)]
mod tests;

pub use assignment::{Assignment, AssignmentResult, Permit};
pub use break_even::{BreakEven, BreakEvenSearch, Lever, break_even, static_uplift};
pub use by_segment::BySegment;
pub use client::{Assumed, Client, ClientInput, Gap, Question, Resolved};
pub use client_result::{ClientResult, client_result, expected_revenue};
pub use common::{Common, Effects};
pub use compliance::{Delivery, Jurisdiction, Recipient, Rule, Verdict, admits, verdict};
pub use error::LoyaltyError;
pub use flows::Flows;
pub use horizon::Horizon;
pub use ifrs15::{Ifrs15, contract_liability, release};
pub use kind::{Kind, KindId};
pub use liability::Liability;
pub use mix::{Mix, Single};
pub use outcome::Outcome;
pub use parameter::{Bound, Parameter};
pub use portfolio::Portfolio;
pub use program::Program;
pub use range::{Range, Scenario};
pub use references::{PUBLISHED, PublishedFigure, Topic, default_churn};
pub use remark::Remark;
pub use resolve::Substitutes;
pub use result::ScenarioResult;
pub use sensitivity::{Axis, SensitivityMap, TornadoBar, tornado, tornado_bar};
pub use simulation::{Comparison, ProgramResult, Simulation, evaluate};
pub use source::{Reference, Source};
pub use steps::{Step, Steps};
pub use suitability::Suitability;
pub use test_plan::{Confidence, Scatter, TWO_SAMPLE, TestPlan, test_plan};

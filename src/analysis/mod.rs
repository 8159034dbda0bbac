//! What the clients bring, how steadily, and who is slipping away: ABC, XYZ, RFM, overdue orders and churn
//! (DOMAIN 5.3), and what hangs on the first few (DOMAIN 5.4).
//!
//! [`Analyses`] reads a client table in slices, and follows its changes. A client's class is never stored: it is found
//! from the client's own figures and from [`Lines`] between the classes, which are drawn through the sorted figures of
//! all clients. So clients that are alike always have one class, the order of the rows decides nothing, and after an
//! edit only the lines have to be drawn anew.

mod abc;
mod analyses;
mod explanation;
mod figures;
mod first_clients;
#[cfg(test)]
mod fixture;
mod found_values;
mod found_words;
mod gap;
mod lines;
mod matrix;
mod overdue;
#[cfg(test)]
mod property_tests;
mod rfm;
mod rules;
mod sums;
mod xyz;

pub use abc::{AbcClass, AbcLines, AbcShare};
pub use analyses::Analyses;
pub use explanation::{AbcExplanation, ChurnExplanation, RfmExplanation, Scored, XyzExplanation};
pub use first_clients::FirstClients;
pub use found_values::{FoundSource, FoundValues, score_texts};
pub use found_words::FoundWords;
pub use gap::Gap;
pub use lines::Lines;
pub use matrix::{Cell, Matrix};
pub use overdue::{ChurnSource, OrderState, Rhythm};
pub use rfm::{RfmCell, RfmScores, ScoreLines};
pub use rules::{
    AbcBasis, AbcRules, AnalysisRules, ChurnRules, OverdueRules, Reference, RfmCuts, RfmRules, RfmScoring, RuleProblem,
    XyzRules,
};
pub use xyz::{XyzClass, variation};

#[cfg(test)]
#[path = "analyses_tests.rs"]
mod tests;

//! Who the clients are: small, medium, large or state-owned, with the evidence, and what they bring.
//!
//! [`Classifier`] finds each client's segment (DOMAIN 5.1 and 5.2), [`explain`] says why, [`group`] and [`sums`] make
//! the board's columns, [`concentration`] measures how much hangs on how few (DOMAIN 5.4), and
//! [`Segment::advice`] is what the article advises.

mod advice;
mod assessment;
mod board;
mod by_code;
mod classifier;
mod columns;
mod concentration;
mod cyrillic_words;
mod email_domain;
mod explanation;
mod finding;
#[cfg(test)]
mod fixture;
mod han_words;
mod industry;
mod ranking;
mod rules;
#[expect(clippy::module_inception, reason = "the type is the module's subject, and one type has one file")]
mod segment;
mod sizing;
mod sorted;
mod stages;
mod state_words;
mod tally;
pub mod tax_id;
mod territory;
mod type_words;
mod width;

pub use advice::Advice;
pub use board::{Group, GroupBy, GroupKey, Grouping, Lane, Lanes, by_revenue, group, sums};
pub use classifier::{Classifier, classify};
pub use concentration::{Concentration, Reading, concentration, concentration_of_sorted};
pub use explanation::{Comparison, CreditCodeBody, Evidence, Explanation, Indicator, Missing, Weighted, explain};
pub use finding::{Basis, Finding, Findings};
pub use industry::ChinaIndustry;
pub use rules::{
    ChinaLimits, EuClass, EuLimits, OwnRevenueLimits, Profile, ProfileChoice, RussiaClass, RussiaLimits, SegmentRules,
};
pub use segment::{Segment, Size};
pub use sorted::Sorted;
pub use stages::{Stage, StageLoad, StagePlan};
pub use territory::{Territory, TerritorySource};

#[cfg(test)]
#[path = "assessment_tests.rs"]
mod tests;

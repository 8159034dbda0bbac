//! From a goal to the work of every month, and back (DOMAIN 4.2): the targets and what became of them.
//!
//! [`ClientBase`] gathers today's clients once. [`Plan::new`] goes from the goal in [`PlanSettings`] through what these
//! clients bring and what is missing to each segment's funnel; [`Plan::remarks`](Plan) has a sentence for whatever can't
//! be. [`Capacity`] sets the hours against the people's, [`Plan::reachable`], [`Plan::conversion_needed`] and
//! [`Plan::break_even`] go the other way, and [`Plan::forward`] proves the plan. [`GridShape`] spreads the targets over
//! month, segment and manager, and [`GridShape::fill`] keeps every total around the locked cells. [`Facts`] are what
//! happened; [`Attainment`], [`forecast`], [`launch_gate`] and [`Plan::personal`] compare. [`Plan::trace`] opens any
//! number.

mod allocate;
mod assumptions;
mod attainment;
mod balance;
mod by_segment;
mod capacity;
mod charts;
mod client_base;
mod comparison;
mod decline;
mod effort;
mod existing;
mod fact;
mod facts;
mod fill;
mod forecast;
mod forward;
mod goal;
mod grid;
mod history;
mod holding;
mod inverse;
mod launch;
mod listing;
mod lock;
mod manager;
mod measure;
mod personal;
mod plan;
mod plan_trace;
mod remark;
mod remarks;
mod requirement;
mod scenario;
mod seasonality;
mod segment_settings;
mod settings;
mod staffing;
mod work;

pub use allocate::allocate;
pub use assumptions::Assumptions;
pub use attainment::Attainment;
pub use by_segment::BySegment;
pub use capacity::{Capacity, Relief, RoleMonth};
pub use charts::{BridgeBar, BridgeStep, MonthPoint, TornadoBar, tornado};
pub use client_base::{ClientBase, ClientChurn, ClientInput, SegmentFacts};
pub use comparison::{Comparison, compare};
pub use effort::Effort;
pub use existing::Existing;
pub use fact::{Fact, Scope};
pub use facts::{Combined, Facts};
pub use forecast::{Forecast, Method, forecast};
pub use forward::Outcome;
pub use goal::{Goal, GoalKind};
pub use grid::{Grid, GridShape};
pub use history::{ClientHistory, facts_of_history};
pub use holding::Holding;
pub use inverse::{BreakEven, Reach, Reachable};
pub use launch::{Gap, launch_gate};
pub use listing::{SEGMENT_QUANTITIES, SettingDifference, setting_differences};
pub use lock::{Conflict, GridRow, ImpossibleLocks, Lock, TotalOf};
pub use manager::{Manager, ManagerId, Role};
pub use measure::{Combine, Measure};
pub use personal::{Activity, PersonalMonth, PersonalPlan};
pub use plan::{Plan, PlanInputs, Uplift};
pub use remark::{Remark, Step};
pub use requirement::{Requirement, UnitPlan};
pub use scenario::Scenario;
pub use seasonality::Seasonality;
pub use segment_settings::SegmentSettings;
pub use settings::{Backlog, PlanSettings};
pub use staffing::{Workload, headcount};
pub use work::SegmentWork;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod grid_tests;
#[cfg(test)]
mod inverse_tests;
#[cfg(test)]
mod plan_tests;
#[cfg(test)]
mod progress_tests;
#[cfg(test)]
mod remark_tests;
#[cfg(test)]
mod scenario_tests;

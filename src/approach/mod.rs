//! How each segment is worked with (DOMAIN section 1, 1-20), as records and figures: what people write down about a
//! client beyond the sheet's columns, what follows from it, and what has to be done this week.
//!
//! [`ClientRecords`] holds everything about one client; each part of it is a section of the client panel and computes its
//! own figures. [`this_week`] gathers the alerts of all clients. The formulas are Kontor's own where DOMAIN gives none
//! (marked `[M]` there), and stand at each function.

mod alert;
mod backlog;
mod client_records;
mod eligibility;
mod go_no_go;
mod incident;
mod individual_terms;
mod key_account;
mod meetings;
mod offer;
mod owner_access;
mod purchase_calendar;
mod referral;
mod replaceability;
mod requirement;
mod risk;
mod rules;
mod service_team;
mod stakeholder;
mod tender;

pub use alert::{Alert, ClientState, MarginOf, Reason, Urgency, alerts, by_urgency, this_week};
pub use backlog::{Backlog, Contract};
pub use client_records::{ClientRecords, Section};
pub use eligibility::{Document, Eligibility, EligibilityRegime, EligibilityRequirement, RequirementState};
pub use go_no_go::{Criterion, Decision, GoNoGo};
pub use incident::{Incident, Severity};
pub use individual_terms::{IndividualTerms, Term};
pub use key_account::{Effort, KeyAccount, KeyReason};
pub use meetings::{Meeting, MeetingResult, Meetings};
pub use offer::{Concession, Incumbent, Offer, OfferComparison, OfferFigures};
pub use owner_access::OwnerAccess;
pub use purchase_calendar::{CalendarMonth, PurchaseCalendar};
pub use referral::{ReferralGap, referral_gaps};
pub use replaceability::Replaceability;
pub use requirement::{Fulfilment, Requirement, RequirementKind, Requirements};
pub use risk::{RiskAdjusted, risk_adjusted};
pub use rules::{ApproachProblem, ApproachRules};
pub use service_team::{ServiceMember, ServiceTeam};
pub use stakeholder::{DealStage, Stakeholder, StakeholderMap};
pub use tender::{Security, SecurityKind, Tender, TenderRegister, TenderResult};

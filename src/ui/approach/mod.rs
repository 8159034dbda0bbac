//! The approach to each client: the sections of the client panel, and the list "This week".

#[macro_use]
mod macros;

mod backlog;
mod backlog_line;
mod calendar;
mod client;
mod eligibility;
mod form;
mod go_no_go;
mod incidents;
mod key_account;
mod meetings;
mod offer;
mod owner;
mod referral;
mod replaceability;
mod requirements;
mod risk;
mod rules;
mod section;
mod sections;
mod stakeholders;
mod team;
mod tenders;
mod terms;
mod week;
mod week_button;

pub use backlog_line::BacklogLine;
pub use sections::ApproachSections;
pub use week::WeekDialog;
pub use week_button::WeekButton;

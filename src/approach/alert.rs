//! What has to be done this week, client by client (section 2 of the segments' approach, DOMAIN 1.2-1.18).

use crate::analysis::{OrderState, Rhythm};
use crate::segment::Segment;
use crate::workbook::Day;

use super::client_records::ClientRecords;
use super::eligibility::{EligibilityRequirement, RequirementState};
use super::incident::{Incident, Severity};
use super::rules::ApproachRules;
use super::tender::{SecurityKind, TenderResult};

/// How soon something has to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Urgency {
    /// Today, or late already.
    Now,
    /// Within seven days.
    ThisWeek,
    /// Later: to be known of.
    Soon,
}

impl Urgency {
    pub const ALL: [Self; 3] = [Self::Now, Self::ThisWeek, Self::Soon];

    /// The urgency of something that is due in so many days.
    fn of_days(left: i32) -> Self {
        match left {
            ..=0 => Self::Now,
            1..=7 => Self::ThisWeek,
            _ => Self::Soon,
        }
    }
}

/// Which margin fell below its floor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MarginOf {
    /// The sheet's.
    Sheet,
    /// What the individual terms leave of it.
    Terms,
    /// That of our offer, after its concessions.
    Offer,
}

/// Why there is an alert, with the values that say so.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reason {
    /// Nobody spoke with a small client, nor did it order, for more than `limit` days.
    NotContacted { days: u32, limit: u16 },
    /// More meetings with a small client than usual have led to nothing.
    MeetingsWithoutResult { held: u32, usual: u8 },
    /// The expected order did not come; `ratio` is the overdue ratio.
    OrderOverdue { state: OrderState, ratio: f64, days: u32 },
    /// A large client has no coordinator; `known` people are known there.
    NoCoordinator { known: u32 },
    /// A tender's bid is due. `tender` is its place in the register, here and below.
    TenderDeadline { tender: usize, days_left: i32 },
    /// A security must be lodged, or was not given back in time.
    SecurityDue { tender: usize, kind: SecurityKind, amount: f64, is_return: bool, days_left: i32 },
    /// A document of the eligibility checklist expires, or has.
    DocumentExpires { requirement: EligibilityRequirement, days_left: i32 },
    /// An incident is open; `incident` is its place in the list.
    IncidentOpen { incident: usize, severity: Severity, days: u32 },
    /// A margin is below its floor. Both are shares.
    MarginBelowFloor { of: MarginOf, margin: f64, floor: f64 },
}

/// One thing to do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Alert {
    /// The client's row.
    pub row: u32,
    pub urgency: Urgency,
    /// The day on which it is due; nothing where no day is set.
    pub due: Option<Day>,
    pub reason: Reason,
}

/// What the rules look at.
#[derive(Clone, Copy, Debug)]
pub struct ClientState<'a> {
    pub row: u32,
    pub segment: Segment,
    /// Our yearly revenue: of two alerts that are equally urgent, the larger client's comes first.
    pub revenue: Option<f64>,
    /// Our gross margin as a share.
    pub margin: Option<f64>,
    /// The day of the last order.
    pub last_order: Option<Day>,
    pub rhythm: Option<Rhythm>,
    /// What is written down about the client; nothing where nothing is.
    pub records: Option<&'a ClientRecords>,
}

/// The alerts of one client, in no particular order.
pub fn alerts(client: &ClientState, rules: &ApproachRules, today: Day) -> Vec<Alert> {
    let mut found = Found { row: client.row, today, alerts: Vec::new() };
    match client.segment {
        Segment::Small => found.small(client, rules),
        Segment::Large => found.coordinator(client),
        Segment::Medium | Segment::State => {}
    }
    if client.segment != Segment::State {
        found.overdue(client);
    }
    found.margin(client, rules);
    if let Some(records) = client.records {
        found.tenders(records, rules);
        found.documents(records, rules);
        found.incidents(&records.incidents);
    }
    found.alerts
}

/// The alerts of all clients: the most urgent first, then what is due first, then the larger client. What has no day
/// stands behind what has one.
pub fn this_week<'a>(
    clients: impl IntoIterator<Item = ClientState<'a>>,
    rules: &ApproachRules,
    today: Day,
) -> Vec<Alert> {
    let mut all: Vec<(f64, Alert)> = Vec::new();
    for client in clients {
        let revenue = client.revenue.unwrap_or(0.0);
        all.extend(alerts(&client, rules, today).into_iter().map(|alert| (revenue, alert)));
    }
    by_urgency(all)
}

/// Alerts, each with the yearly revenue of its client, in the order of [`this_week`].
pub fn by_urgency(mut all: Vec<(f64, Alert)>) -> Vec<Alert> {
    all.sort_by(|(revenue, alert), (other_revenue, other)| {
        let due = |alert: &Alert| (alert.due.is_none(), alert.due);
        let by_day = (alert.urgency, due(alert)).cmp(&(other.urgency, due(other)));
        by_day.then(other_revenue.total_cmp(revenue)).then(alert.row.cmp(&other.row))
    });
    all.into_iter().map(|(_, alert)| alert).collect()
}

struct Found {
    row: u32,
    today: Day,
    alerts: Vec<Alert>,
}

impl Found {
    fn add(&mut self, urgency: Urgency, due: Option<Day>, reason: Reason) {
        self.alerts.push(Alert { row: self.row, urgency, due, reason });
    }

    /// Days from today to a day; negative for one that has passed.
    fn days_to(&self, day: Day) -> i32 {
        day.0.saturating_sub(self.today.0)
    }

    fn small(&mut self, client: &ClientState, rules: &ApproachRules) {
        let records = client.records;
        let spoken = records.and_then(|records| records.owner.last_contact).filter(|day| *day <= self.today);
        let met = records.and_then(|records| records.meetings.last(self.today));
        // Of a client of whom no contact is known at all, no silence is known either.
        let last = [spoken, met, client.last_order].into_iter().flatten().max();
        if let Some(last) = last {
            let due = Day(last.0.saturating_add(i32::from(rules.contact_days)));
            let days = -self.days_to(last);
            if days > i32::from(rules.contact_days) {
                let reason = Reason::NotContacted { days: days as u32, limit: rules.contact_days };
                // Who was forgotten twice as long as agreed comes before who was only just.
                let is_long = days > 2 * i32::from(rules.contact_days);
                self.add(if is_long { Urgency::Now } else { Urgency::ThisWeek }, Some(due), reason);
            }
        }
        let held = records.map_or(0, |records| records.meetings.without_result(self.today));
        if held > u32::from(rules.usual_meetings) {
            let reason = Reason::MeetingsWithoutResult { held, usual: rules.usual_meetings };
            self.add(Urgency::ThisWeek, None, reason);
        }
    }

    fn coordinator(&mut self, client: &ClientState) {
        let people = client.records.map(|records| &records.stakeholders);
        if people.is_none_or(|people| people.coordinator().is_none()) {
            let known = people.map_or(0, |people| people.0.len() as u32);
            self.add(Urgency::ThisWeek, None, Reason::NoCoordinator { known });
        }
    }

    fn overdue(&mut self, client: &ClientState) {
        let Some(rhythm) = client.rhythm else { return };
        let urgency = match rhythm.state {
            OrderState::Active => return,
            OrderState::Watch => Urgency::ThisWeek,
            OrderState::Risk => Urgency::Now,
            // Winning a lost client back is worth a plan, but no hurry.
            OrderState::Lost => Urgency::Soon,
        };
        let days = (-self.days_to(rhythm.expected)).max(0) as u32;
        let reason = Reason::OrderOverdue { state: rhythm.state, ratio: rhythm.ratio, days };
        self.add(urgency, Some(rhythm.expected), reason);
    }

    fn margin(&mut self, client: &ClientState, rules: &ApproachRules) {
        let terms = client.records.map(|records| &records.terms);
        let floor = terms.and_then(|terms| terms.margin_floor).unwrap_or(rules.margin_floor);
        let granted = terms.filter(|terms| terms.is_granted());
        let of_client = match (granted, client.margin) {
            // A price that is given away whole leaves no margin at all.
            (Some(terms), Some(margin)) => Some((MarginOf::Terms, terms.margin_after(margin).unwrap_or(-1.0))),
            (None, Some(margin)) => Some((MarginOf::Sheet, margin)),
            (_, None) => None,
        };
        let of_offer = client.records.and_then(|records| records.offer.figures(rules.capital_rate).margin_share);
        for (of, margin) in of_client.into_iter().chain(of_offer.map(|margin| (MarginOf::Offer, margin))) {
            // A floor of 10 % is kept by 10 %, however the share was computed.
            if margin < floor - 1e-9 {
                let urgency = if margin < 0.0 { Urgency::Now } else { Urgency::Soon };
                self.add(urgency, None, Reason::MarginBelowFloor { of, margin, floor });
            }
        }
    }

    fn tenders(&mut self, records: &ClientRecords, rules: &ApproachRules) {
        let horizon = i32::from(rules.deadline_days);
        for (tender, of) in records.tenders.0.iter().enumerate() {
            // A deadline that has passed with nothing handed in has to be settled: withdrawn, or noted as submitted.
            if let Some(deadline) = of.deadline.filter(|_| of.result == TenderResult::Preparing) {
                let days_left = self.days_to(deadline);
                if days_left <= horizon {
                    let reason = Reason::TenderDeadline { tender, days_left };
                    self.add(Urgency::of_days(days_left), Some(deadline), reason);
                }
            }
            for security in &of.securities {
                let is_return = security.is_out();
                let is_lodged_in_vain = !is_return && !of.is_open() && of.result != TenderResult::Won;
                let Some(day) = security.next_day().filter(|_| !is_lodged_in_vain) else { continue };
                let days_left = self.days_to(day);
                // To give it back is the client's task: it becomes ours when the day has passed.
                if days_left <= if is_return { 0 } else { horizon } {
                    let (kind, amount) = (security.kind, security.amount);
                    let reason = Reason::SecurityDue { tender, kind, amount, is_return, days_left };
                    self.add(Urgency::of_days(days_left), Some(day), reason);
                }
            }
        }
    }

    fn documents(&mut self, records: &ClientRecords, rules: &ApproachRules) {
        for (requirement, state) in records.eligibility.states(self.today) {
            let (RequirementState::Expired(day) | RequirementState::Shown(Some(day))) = state else { continue };
            let days_left = self.days_to(day);
            if days_left <= i32::from(rules.expiry_days) {
                let reason = Reason::DocumentExpires { requirement, days_left };
                self.add(Urgency::of_days(days_left), Some(day), reason);
            }
        }
    }

    fn incidents(&mut self, incidents: &[Incident]) {
        for (at, incident) in incidents.iter().enumerate().filter(|(_, incident)| incident.is_open()) {
            let by_severity = match incident.severity {
                Severity::Critical => Urgency::Now,
                Severity::Major => Urgency::ThisWeek,
                Severity::Minor => Urgency::Soon,
            };
            let by_day = incident.due.map_or(Urgency::Soon, |due| Urgency::of_days(self.days_to(due)));
            let days = (-self.days_to(incident.on)).max(0) as u32;
            let reason = Reason::IncidentOpen { incident: at, severity: incident.severity, days };
            self.add(by_severity.min(by_day), incident.due, reason);
        }
    }
}

#[cfg(test)]
#[path = "alert_tests.rs"]
mod tests;

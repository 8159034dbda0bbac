//! The approach to each segment in words: sections, alerts with their values, and what their choices are called.

use super::{Language, t_string};
use crate::analysis::OrderState;
use crate::approach::{
    ApproachProblem, ClientRecords, DealStage, EligibilityRequirement, KeyReason, MarginOf, Reason, Section,
    SecurityKind, Severity, TenderResult, Urgency,
};
use crate::state::Formats;
use crate::state::approach::ApproachPart;

/// The title of a section.
pub fn part(i18n: Language, part: ApproachPart) -> &'static str {
    match part {
        ApproachPart::Referral => t_string!(i18n, approach.title.referral),
        ApproachPart::Calendar => t_string!(i18n, approach.title.calendar),
        ApproachPart::Risk => t_string!(i18n, approach.title.risk),
        ApproachPart::Written(section) => match section {
            Section::Owner => t_string!(i18n, approach.title.owner),
            Section::Meetings => t_string!(i18n, approach.title.meetings),
            Section::Terms => t_string!(i18n, approach.title.terms),
            Section::Offer => t_string!(i18n, approach.title.offer),
            Section::Team => t_string!(i18n, approach.title.team),
            Section::KeyAccount => t_string!(i18n, approach.title.key),
            Section::Requirements => t_string!(i18n, approach.title.requirements),
            Section::Replaceability => t_string!(i18n, approach.title.replaceability),
            Section::Incidents => t_string!(i18n, approach.title.incidents),
            Section::Stakeholders => t_string!(i18n, approach.title.stakeholders),
            Section::Tenders => t_string!(i18n, approach.title.tenders),
            Section::Eligibility => t_string!(i18n, approach.title.eligibility),
            Section::GoNoGo => t_string!(i18n, approach.title.go),
            Section::Backlog => t_string!(i18n, approach.title.backlog),
        },
    }
}

/// How soon something has to be done.
pub fn urgency(i18n: Language, urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::Now => t_string!(i18n, approach.urgency.now),
        Urgency::ThisWeek => t_string!(i18n, approach.urgency.this_week),
        Urgency::Soon => t_string!(i18n, approach.urgency.soon),
    }
}

/// A plain word for an urgency, for styles.
pub fn urgency_key(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::Now => "now",
        Urgency::ThisWeek => "week",
        Urgency::Soon => "soon",
    }
}

/// A plain word for the kind of a reason, for the page's markup.
pub fn reason_key(reason: &Reason) -> &'static str {
    match reason {
        Reason::NotContacted { .. } => "contact",
        Reason::MeetingsWithoutResult { .. } => "meetings",
        Reason::OrderOverdue { .. } => "order",
        Reason::NoCoordinator { .. } => "coordinator",
        Reason::TenderDeadline { .. } => "tender",
        Reason::SecurityDue { .. } => "security",
        Reason::DocumentExpires { .. } => "document",
        Reason::IncidentOpen { .. } => "incident",
        Reason::MarginBelowFloor { .. } => "margin",
    }
}

/// Why there is an alert, in a sentence with its values. `records` are the client's: they name the tender or the
/// incident.
pub fn reason(i18n: Language, formats: &Formats, reason: &Reason, records: &ClientRecords) -> String {
    let number = |number: u32| formats.number(f64::from(number), 0);
    match *reason {
        Reason::NotContacted { days, limit } => {
            let limit = number(u32::from(limit));
            t_string!(i18n, approach.reason.contact, count = days, days = number(days), limit = limit).clone()
        }
        Reason::MeetingsWithoutResult { held, usual } => {
            let usual = number(u32::from(usual));
            t_string!(i18n, approach.reason.meetings, count = held, held = number(held), usual = usual).clone()
        }
        Reason::OrderOverdue { state, ratio, days } => {
            let (ratio, number) = (formats.number(ratio, 1), number(days));
            match state {
                OrderState::Lost => {
                    t_string!(i18n, approach.reason.order_lost, count = days, days = number, ratio = ratio).clone()
                }
                _ => t_string!(i18n, approach.reason.order, count = days, days = number, ratio = ratio).clone(),
            }
        }
        Reason::NoCoordinator { known: 0 } => t_string!(i18n, approach.reason.nobody).to_owned(),
        Reason::NoCoordinator { known } => {
            t_string!(i18n, approach.reason.coordinator, count = known, known = number(known)).clone()
        }
        Reason::TenderDeadline { tender, days_left } => {
            let (name, left) = (tender_name(i18n, records, tender), left(i18n, formats, days_left));
            t_string!(i18n, approach.reason.tender, tender = name, left = left).clone()
        }
        Reason::SecurityDue { tender, kind, amount, is_return, days_left } => {
            let (name, left) = (tender_name(i18n, records, tender), left(i18n, formats, days_left));
            let (kind, amount) = (security_kind(i18n, kind), formats.money(amount));
            if is_return {
                t_string!(i18n, approach.reason.security_back, kind = kind, amount = amount, tender = name, left = left)
                    .clone()
            } else {
                t_string!(i18n, approach.reason.security, kind = kind, amount = amount, tender = name, left = left)
                    .clone()
            }
        }
        Reason::DocumentExpires { requirement, days_left } => {
            let (name, left) = (eligibility(i18n, requirement), left(i18n, formats, days_left));
            t_string!(i18n, approach.reason.document, requirement = name, left = left).clone()
        }
        Reason::IncidentOpen { incident, severity: of, days } => {
            let text = records.incidents.get(incident).map(|incident| incident.text.trim()).unwrap_or_default();
            let text = if text.is_empty() { t_string!(i18n, approach.reason.no_text) } else { text };
            let severity = severity(i18n, of);
            t_string!(
                i18n,
                approach.reason.incident,
                count = days,
                days = number(days),
                severity = severity,
                text = text.to_owned()
            )
            .clone()
        }
        Reason::MarginBelowFloor { of, margin, floor } => {
            let (margin, floor) = (formats.percent(margin, 1), formats.percent(floor, 1));
            match of {
                MarginOf::Sheet => t_string!(i18n, approach.reason.margin, margin = margin, floor = floor).clone(),
                MarginOf::Terms => {
                    t_string!(i18n, approach.reason.margin_terms, margin = margin, floor = floor).clone()
                }
                MarginOf::Offer => {
                    t_string!(i18n, approach.reason.margin_offer, margin = margin, floor = floor).clone()
                }
            }
        }
    }
}

/// What a tender is called: its subject, else its notice, else its number in the register.
fn tender_name(i18n: Language, records: &ClientRecords, place: usize) -> String {
    let tender = records.tenders.0.get(place);
    let texts = tender.map(|tender| [tender.subject.trim(), tender.notice.trim()]).unwrap_or_default();
    let named = texts.into_iter().find(|text| !text.is_empty()).map(str::to_owned);
    named.unwrap_or_else(|| format!("{} {}", t_string!(i18n, approach.tenders.one), place + 1))
}

/// How long there is left, or how late something is.
fn left(i18n: Language, formats: &Formats, days: i32) -> String {
    let number = formats.number(f64::from(days.unsigned_abs()), 0);
    match days {
        0 => t_string!(i18n, approach.left.today).to_owned(),
        1.. => t_string!(i18n, approach.left.days, count = days.unsigned_abs(), days = number).clone(),
        _ => t_string!(i18n, approach.left.late, count = days.unsigned_abs(), days = number).clone(),
    }
}

/// How bad an incident is.
pub fn severity(i18n: Language, severity: Severity) -> &'static str {
    match severity {
        Severity::Minor => t_string!(i18n, approach.incidents.minor),
        Severity::Major => t_string!(i18n, approach.incidents.major),
        Severity::Critical => t_string!(i18n, approach.incidents.critical),
    }
}

/// What a security secures.
pub fn security_kind(i18n: Language, kind: SecurityKind) -> &'static str {
    match kind {
        SecurityKind::Bid => t_string!(i18n, approach.tenders.of_bid),
        SecurityKind::Contract => t_string!(i18n, approach.tenders.of_contract),
        SecurityKind::Warranty => t_string!(i18n, approach.tenders.of_warranty),
    }
}

/// How a tender stands.
pub fn tender_result(i18n: Language, result: TenderResult) -> &'static str {
    match result {
        TenderResult::Preparing => t_string!(i18n, approach.tenders.preparing),
        TenderResult::Submitted => t_string!(i18n, approach.tenders.submitted),
        TenderResult::Won => t_string!(i18n, approach.tenders.won),
        TenderResult::Lost => t_string!(i18n, approach.tenders.lost),
        TenderResult::Withdrawn => t_string!(i18n, approach.tenders.withdrawn),
        TenderResult::Cancelled => t_string!(i18n, approach.tenders.cancelled),
    }
}

/// Why a client is a key account.
pub fn key_reason(i18n: Language, reason: KeyReason) -> &'static str {
    match reason {
        KeyReason::Income => t_string!(i18n, approach.key.income),
        KeyReason::Potential => t_string!(i18n, approach.key.potential),
        KeyReason::Reference => t_string!(i18n, approach.key.reference),
        KeyReason::Access => t_string!(i18n, approach.key.access),
        KeyReason::Development => t_string!(i18n, approach.key.development),
    }
}

/// A stage of the business with a client.
pub fn stage(i18n: Language, stage: DealStage) -> &'static str {
    match stage {
        DealStage::Need => t_string!(i18n, approach.stage.need),
        DealStage::Contract => t_string!(i18n, approach.stage.contract),
        DealStage::Order => t_string!(i18n, approach.stage.order),
        DealStage::Delivery => t_string!(i18n, approach.stage.delivery),
        DealStage::Acceptance => t_string!(i18n, approach.stage.acceptance),
        DealStage::Payment => t_string!(i18n, approach.stage.payment),
        DealStage::Service => t_string!(i18n, approach.stage.service),
    }
}

/// A setting that makes no sense.
pub fn problem(i18n: Language, problem: ApproachProblem) -> &'static str {
    match problem {
        ApproachProblem::ContactDays => t_string!(i18n, approach.problem.contact_days),
        ApproachProblem::UsualMeetings => t_string!(i18n, approach.problem.usual_meetings),
        ApproachProblem::MarginFloor => t_string!(i18n, approach.problem.margin_floor),
        ApproachProblem::CapitalRate => t_string!(i18n, approach.problem.capital_rate),
        ApproachProblem::GoFrom => t_string!(i18n, approach.problem.go_from),
        ApproachProblem::ReferralOrders => t_string!(i18n, approach.problem.referral_orders),
        ApproachProblem::KeyShare => t_string!(i18n, approach.problem.key_share),
    }
}

/// A condition for bidding.
pub fn eligibility(i18n: Language, requirement: EligibilityRequirement) -> &'static str {
    use EligibilityRequirement as Of;
    match requirement {
        Of::ChinaCivilLiability => t_string!(i18n, approach.condition.china_civil_liability),
        Of::ChinaCreditAndAccounting => t_string!(i18n, approach.condition.china_credit_and_accounting),
        Of::ChinaEquipmentAndSkill => t_string!(i18n, approach.condition.china_equipment_and_skill),
        Of::ChinaTaxAndSocialSecurity => t_string!(i18n, approach.condition.china_tax_and_social_security),
        Of::ChinaNoMajorViolation => t_string!(i18n, approach.condition.china_no_major_violation),
        Of::ChinaOther => t_string!(i18n, approach.condition.china_other),
        Of::RussiaLicence => t_string!(i18n, approach.condition.russia_licence),
        Of::RussiaNoBankruptcy => t_string!(i18n, approach.condition.russia_no_bankruptcy),
        Of::RussiaNotSuspended => t_string!(i18n, approach.condition.russia_not_suspended),
        Of::RussiaNoArrears => t_string!(i18n, approach.condition.russia_no_arrears),
        Of::RussiaNoConviction => t_string!(i18n, approach.condition.russia_no_conviction),
        Of::RussiaNoIllegalReward => t_string!(i18n, approach.condition.russia_no_illegal_reward),
        Of::RussiaExclusiveRights => t_string!(i18n, approach.condition.russia_exclusive_rights),
        Of::RussiaNoConflict => t_string!(i18n, approach.condition.russia_no_conflict),
        Of::RussiaNotOffshore => t_string!(i18n, approach.condition.russia_not_offshore),
        Of::RussiaNotUnfairSupplier => t_string!(i18n, approach.condition.russia_not_unfair_supplier),
        Of::EuNoConviction => t_string!(i18n, approach.condition.eu_no_conviction),
        Of::EuTaxAndSocialSecurity => t_string!(i18n, approach.condition.eu_tax_and_social_security),
        Of::EuNoInsolvency => t_string!(i18n, approach.condition.eu_no_insolvency),
        Of::EuRegister => t_string!(i18n, approach.condition.eu_register),
        Of::EuFinancialStanding => t_string!(i18n, approach.condition.eu_financial_standing),
        Of::EuTechnicalAbility => t_string!(i18n, approach.condition.eu_technical_ability),
    }
}

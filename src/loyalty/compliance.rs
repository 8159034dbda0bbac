//! What the law allows (DOMAIN 2.3, the hard rules). Summaries, not legal advice.
//!
//! A state-owned client gets nothing outside a contract. [`admits`] is asked by the engine itself, so that no program,
//! parameter or assignment can compute such a client as a member, and [`super::Assignment`] refuses to hold one.

use serde::{Deserialize, Serialize};

use super::{KindId, Program};
use crate::segment::{Segment, Territory};

/// Who receives the reward.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Recipient {
    LegalEntity,
    /// A client's employee.
    Individual,
}

/// How a program reaches its clients.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Delivery {
    Open,
    /// As price, volume premium or service terms of a tendered contract.
    InContract,
}

/// Whose law a rule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Jurisdiction {
    China,
    Russia,
    UnitedStates,
    Eu,
    /// Elsewhere, or everywhere.
    Any,
}

impl From<Territory> for Jurisdiction {
    fn from(territory: Territory) -> Self {
        match territory {
            Territory::Eu => Self::Eu,
            Territory::Russia => Self::Russia,
            Territory::China => Self::China,
            Territory::Elsewhere => Self::Any,
        }
    }
}

/// A rule; its wording is in `i18n`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// State-owned clients: no program outside tender and contract.
    StateOutsideContract,
    /// State-owned clients: price and terms only, written in the contract.
    StateContractTerms,
    /// Nothing to a person who works for a state-owned client.
    StateServant,
    /// Civil Code art. 575: no gifts to servants, nor between commercial organisations beyond 3,000 roubles; a price
    /// reduction or volume premium in the contract is none.
    RussiaGifts,
    /// Order 87 of the Ministry of Finance, art. 6(2): a purchaser takes no gifts, rebates or unrelated goods.
    ChinaPurchaser,
    /// Anti-Unfair Competition Law, art. 8: no bribery of the counterparty's staff or agents.
    ChinaBribery,
    /// Discounts and commissions are open and booked truthfully by both sides.
    ChinaOpenBooking,
    /// Gifts up to 20 dollars an occasion and 50 a year from one source.
    UnitedStatesGifts,
    /// The client's own code of conduct decides.
    CodeOfConduct,
    /// A reward to a client's employee can be commercial bribery: it takes the client's written consent.
    EmployeeReward,
}

impl Rule {
    pub fn jurisdiction(self) -> Jurisdiction {
        match self {
            Self::RussiaGifts => Jurisdiction::Russia,
            Self::ChinaPurchaser | Self::ChinaBribery | Self::ChinaOpenBooking => Jurisdiction::China,
            Self::UnitedStatesGifts => Jurisdiction::UnitedStates,
            _ => Jurisdiction::Any,
        }
    }

    /// The address of what was read; nothing for Kontor's own rule.
    pub fn source(self) -> Option<&'static str> {
        match self {
            Self::RussiaGifts => Some("ville.ru/laws/gk/lawgk575.html"),
            Self::ChinaPurchaser => Some("jxrczx.com/hangyezhishi/794.html"),
            Self::ChinaBribery => Some("cap.net.cn/Item/214692.aspx"),
            Self::ChinaOpenBooking => Some("64365.com/special/17668241"),
            Self::UnitedStatesGifts => Some(
                "governmentcontractsnavigator.com/2014/12/08/\
                 guidelines-for-contractors-considering-giving-gifts-to-government-customers/",
            ),
            _ => None,
        }
    }
}

/// What the law says to a program for a client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    Allowed,
    /// Allowed, with what has to be observed.
    Warned(Vec<Rule>),
    /// No one can overrule it. The rule that forbids it, and those of the client's country behind it.
    Blocked(Rule, Vec<Rule>),
}

impl Verdict {
    pub fn is_blocked(&self) -> bool {
        matches!(self, Self::Blocked(..))
    }
}

/// The rule that keeps a segment out of a program, whatever the country.
fn bar(program: &Program, segment: Segment) -> Option<Rule> {
    let is_term = |kind: KindId| matches!(kind, KindId::Discount | KindId::Rebate | KindId::Benefits);
    if segment != Segment::State {
        None
    } else if program.recipient == Recipient::Individual {
        Some(Rule::StateServant)
    } else if !program.components.iter().all(|kind| is_term(kind.id())) {
        Some(Rule::StateOutsideContract)
    } else if program.delivery == Delivery::Open {
        Some(Rule::StateContractTerms)
    } else {
        None
    }
}

/// Whether clients of a segment may be members at all.
pub fn admits(program: &Program, segment: Segment) -> bool {
    bar(program, segment).is_none()
}

/// What the law says, with the rules of the client's country.
pub fn verdict(program: &Program, segment: Segment, jurisdiction: Jurisdiction) -> Verdict {
    let gives_gifts = program
        .components
        .iter()
        .any(|kind| !matches!(kind.id(), KindId::Discount | KindId::Rebate | KindId::Membership));
    let is_state = segment == Segment::State;
    let to_employee = program.recipient == Recipient::Individual;
    let mut rules = Vec::new();
    let mut add = |rule, applies: bool| {
        if applies {
            rules.push(rule);
        }
    };
    add(Rule::StateContractTerms, is_state);
    add(Rule::EmployeeReward, to_employee);
    match jurisdiction {
        Jurisdiction::Russia => add(Rule::RussiaGifts, gives_gifts || (is_state && to_employee)),
        Jurisdiction::China => {
            add(Rule::ChinaPurchaser, is_state);
            add(Rule::ChinaBribery, to_employee);
            add(Rule::ChinaOpenBooking, program.lowers_price() || gives_gifts);
        }
        Jurisdiction::UnitedStates => add(Rule::UnitedStatesGifts, is_state),
        Jurisdiction::Eu | Jurisdiction::Any => add(Rule::CodeOfConduct, to_employee || is_state),
    }
    match bar(program, segment) {
        Some(rule) => {
            rules.retain(|other| *other != rule);
            Verdict::Blocked(rule, rules)
        }
        None if rules.is_empty() => Verdict::Allowed,
        None => Verdict::Warned(rules),
    }
}

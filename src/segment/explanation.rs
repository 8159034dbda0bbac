//! Why a client is in its segment, as data that can be put into words.

use crate::workbook::{ClientTable, Day, Field};

use super::assessment::{Assessment, Meanings};
use super::columns::Columns;
use super::finding::{Basis, Finding, Findings};
use super::industry::ChinaIndustry;
use super::rules::{Profile, SegmentRules};
use super::segment::{Segment, Size};
use super::sizing::Witness;
use super::territory::{Territory, TerritorySource};

/// Everything that speaks about one client's segment.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    pub finding: Finding,
    /// The heaviest first.
    pub evidence: Vec<Weighted>,
    /// What Kontor found by itself, where the person chose otherwise: what taking the choice back would give.
    pub without_choice: Option<Finding>,
    /// What would raise the confidence if it were filled in, the most useful first.
    pub missing: Vec<Missing>,
}

/// A piece of evidence and its weight, 0 to 100.
#[derive(Clone, Debug, PartialEq)]
pub struct Weighted {
    pub evidence: Evidence,
    pub weight: u8,
}

/// One piece of evidence.
#[derive(Clone, Debug, PartialEq)]
pub enum Evidence {
    /// The person chose this segment, on a day if it is known.
    Chosen { segment: Segment, on: Option<Day> },
    /// The list's type column says that the client is state-owned.
    TypeSaysState { text: String },
    /// The list's type column says how large the client is.
    TypeSaysSize { text: String, size: Size },
    /// The list's type column says that the client is private: against the state.
    TypeSaysPrivate { text: String },
    /// The first two characters of the unified social credit code.
    CreditCode { prefix: String, body: CreditCodeBody },
    /// Twelve digits of ИНН: a person, not a public body.
    PersonalTaxId,
    /// A code of ОКФС or ОКОПФ of a public body.
    LegalForm { code: String },
    /// A government domain.
    EmailDomain { domain: String },
    /// A word in the name, as the name has it.
    NameWord { word: String },
    /// Which limits were used and what told the client's territory.
    ProfileUsed { profile: Profile, territory: Option<Territory>, by: TerritorySource },
    /// Which line of China's table was used; `recognised` is false where 其他 only stands in.
    IndustryLine { industry: ChinaIndustry, recognised: bool },
    /// A figure beside the limit that decided.
    Figure { indicator: Indicator, value: f64, comparison: Comparison, limit: f64, size: Size },
    /// Turnover and assets were not compared with limits in `needed`: there is no exchange rate.
    NoRate { currency: String, needed: &'static str },
    /// Our revenue beside a limit of one's own.
    OwnLimit { revenue: f64, comparison: Comparison, limit: f64, size: Size },
    /// The rank by our revenue among the clients with a revenue (1 is the largest): estimated.
    RevenueRank { rank: u32, of: u32, size: Size },
    /// No figure tells the size.
    NothingKnown,
}

/// Whom the unified social credit code's first two characters name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CreditCodeBody {
    /// 机关
    Organ,
    /// 事业单位
    PublicInstitution,
    /// 群众团体
    MassOrganisation,
    /// 社会团体
    Association,
    /// 民办非企业单位
    PrivateNonProfit,
    /// 基金会
    Foundation,
    /// 企业
    Company,
    /// 个体工商户
    SoleTrader,
    /// 农民专业合作社
    Cooperative,
}

/// A figure that size limits look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Indicator {
    Employees,
    /// In the profile's currency.
    Turnover,
    /// In the profile's currency.
    Assets,
}

/// How a figure stands to a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// value ≥ limit
    AtLeast,
    /// value > limit
    Above,
    /// value < limit
    Below,
    /// value ≤ limit
    AtMost,
}

impl Comparison {
    /// The sign between value and limit.
    pub fn sign(self) -> &'static str {
        match self {
            Self::AtLeast => "≥",
            Self::Above => ">",
            Self::Below => "<",
            Self::AtMost => "≤",
        }
    }
}

/// What would raise the confidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Missing {
    /// The person's own decision.
    Choice,
    Employees,
    Turnover,
    Assets,
    Country,
    Industry,
    TaxId,
    /// An exchange rate, in the settings.
    Rate,
    /// Our revenue with the client.
    Revenue,
}

/// Explains one client; nothing for a deleted one or one not classified yet.
pub fn explain(table: &ClientTable, row: u32, rules: &SegmentRules, findings: &Findings) -> Option<Explanation> {
    let finding = findings.get(row)?;
    let columns = Columns::of(table);
    let assessment = Assessment { columns: &columns, rules, ranking: &findings.ranking };
    let mut meanings = Meanings::default();
    let mut heard = Heard::default();
    let found = assessment.found(row, &mut meanings, &mut heard);
    assessment.tell_choice(row, finding, &mut heard);
    let missing = missing(table, row, found, &heard.0);
    let mut evidence = heard.0;
    evidence.sort_by_key(|weighted| std::cmp::Reverse(weighted.weight));
    Some(Explanation { finding, evidence, without_choice: finding.is_chosen().then_some(found), missing })
}

/// Everything that was heard, in the order in which it was told.
#[derive(Default)]
struct Heard(Vec<Weighted>);

impl Witness for Heard {
    fn hear(&mut self, weight: u8, evidence: impl FnOnce() -> Evidence) {
        self.0.push(Weighted { evidence: evidence(), weight });
    }
}

/// What would raise the confidence of what was found.
fn missing(table: &ClientTable, row: u32, found: Finding, evidence: &[Weighted]) -> Vec<Missing> {
    let is_told = |tells: fn(&Evidence) -> bool| evidence.iter().any(|weighted| tells(&weighted.evidence));
    let is_blank = |field: Field| table.field(field).number(row).is_none();
    let is_without_text = |field: Field| table.field(field).text(row).trim().is_empty();
    let mut missing = Vec::new();
    if found.segment != Segment::State && found.asks {
        missing.push(Missing::Choice);
    }
    let is_sure = found.confidence >= 95 || found.basis == Basis::Type;
    if is_sure {
        return missing;
    }
    if found.segment == Segment::State {
        if is_without_text(Field::TaxId) {
            missing.push(Missing::TaxId);
        }
        return missing;
    }
    let profile = evidence.iter().find_map(|weighted| match weighted.evidence {
        Evidence::ProfileUsed { profile, .. } => Some(profile),
        _ => None,
    });
    let has_no_amount = is_blank(Field::Turnover) && is_blank(Field::Assets);
    let needs_turnover = if profile == Some(Profile::Eu) { has_no_amount } else { is_blank(Field::Turnover) };
    let line = evidence.iter().find_map(|weighted| match weighted.evidence {
        Evidence::IndustryLine { industry, .. } => Some(industry.limits()),
        _ => None,
    });
    if is_told(|evidence| matches!(evidence, Evidence::NoRate { .. })) {
        missing.push(Missing::Rate);
    }
    if is_blank(Field::Employees) && line.is_none_or(|limits| limits.employees.is_some()) {
        missing.push(Missing::Employees);
    }
    if needs_turnover && line.is_none_or(|limits| limits.turnover.is_some()) {
        missing.push(Missing::Turnover);
    }
    if is_blank(Field::Assets) && line.is_some_and(|limits| limits.assets.is_some()) {
        missing.push(Missing::Assets);
    }
    if is_told(|evidence| matches!(evidence, Evidence::IndustryLine { recognised: false, .. })) {
        missing.push(Missing::Industry);
    }
    if is_without_text(Field::Country) && is_without_text(Field::TaxId) {
        missing.push(Missing::Country);
    }
    if found.basis == Basis::Nothing && is_blank(Field::Revenue) {
        missing.push(Missing::Revenue);
    }
    missing
}

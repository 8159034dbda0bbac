//! One client assessed: is it state-owned, how large is it, how sure is that.

use crate::workbook::ColumnData;

use super::by_code::ByCode;
use super::columns::Columns;
use super::email_domain::government_domain;
use super::explanation::{Comparison, Evidence};
use super::finding::{Basis, Finding};
use super::industry::{ChinaIndustry, IndustryMeaning};
use super::ranking::Ranking;
use super::rules::{Profile, ProfileChoice, SegmentRules};
use super::segment::{Segment, Size};
use super::sizing::{self, Figures, Sizing, Witness};
use super::state_words;
use super::tax_id::TaxId;
use super::territory::{Territory, TerritorySource};
use super::type_words::TypeMeaning;

/// Confidence, 0 to 100, by what a size rests on (DOMAIN 5.1 gives the 60; the rest is Kontor's own).
mod confidence {
    pub const COMPLETE: u8 = 95;
    /// An indicator is missing.
    pub const PARTIAL: u8 = 60;
    /// The limits of another territory stand in.
    pub const BORROWED: u8 = 80;
    /// China's line 其他 stands in for an industry that is not known.
    pub const INDUSTRY_UNKNOWN: u8 = 75;
    pub const RANK: u8 = 50;
    /// A rank among fewer than five.
    pub const THIN_RANK: u8 = 30;
    pub const NOTHING: u8 = 10;
    /// The most that evidence for the state counts while other evidence speaks against it: it is asked.
    pub const CONTRADICTED: u8 = 60;
    /// A credit code whose check character is wrong.
    pub const MISTYPED: u8 = 80;
}

/// What texts mean, by their code in the column's dictionary: each different text is read once.
#[derive(Clone, Debug, Default)]
pub(super) struct Meanings {
    chosen: ByCode<Option<Segment>>,
    name_score: ByCode<u8>,
    kind: ByCode<TypeMeaning>,
    ownership: ByCode<TypeMeaning>,
    industry: ByCode<IndustryMeaning>,
    country: ByCode<Option<Territory>>,
    region: ByCode<Option<Territory>>,
}

/// Everything that one assessment looks at.
pub(super) struct Assessment<'a> {
    pub columns: &'a Columns<'a>,
    pub rules: &'a SegmentRules,
    pub ranking: &'a Ranking,
}

/// How much speaks for the state, and what most.
#[derive(Clone, Copy)]
struct StateScore {
    score: u8,
    basis: Basis,
}

impl StateScore {
    fn raise(&mut self, score: u8, basis: Basis) {
        if score > self.score {
            *self = Self { score, basis };
        }
    }
}

/// A size and what it rests on.
#[derive(Clone, Copy)]
struct SizeFound {
    size: Option<Size>,
    confidence: u8,
    basis: Basis,
}

impl Assessment<'_> {
    /// The finding that counts: the person's choice where there is one.
    pub fn finding(&self, row: u32, meanings: &mut Meanings) -> Finding {
        let found = self.found(row, meanings, &mut ());
        self.with_choice(row, found, meanings)
    }

    /// A finding with the person's choice over it.
    pub fn with_choice(&self, row: u32, found: Finding, meanings: &mut Meanings) -> Finding {
        match meanings.chosen.of(self.columns.chosen, row, |text| text.parse().ok()) {
            Some(segment) => Finding { segment, confidence: 100, basis: Basis::Chosen, asks: false, ..found },
            None => found,
        }
    }

    /// What Kontor finds by itself.
    pub fn found(&self, row: u32, meanings: &mut Meanings, witness: &mut impl Witness) -> Finding {
        let kind = self.kind(row, meanings, witness);
        let state = self.state(row, kind, meanings, witness);
        let size = self.size(row, kind, meanings, witness);
        let is_size_estimated = size.basis == Basis::Rank;
        if state.score >= self.rules.auto_threshold {
            let StateScore { score: confidence, basis } = state;
            let segment = Segment::State;
            return Finding { segment, size: size.size, is_size_estimated, confidence, basis, asks: false };
        }
        // Perhaps state-owned: the client stands by its size until the person says.
        let is_doubtful = state.score >= self.rules.ask_threshold;
        let confidence = if is_doubtful { size.confidence.min(100 - state.score) } else { size.confidence };
        Finding {
            segment: size.size.map_or(Segment::Small, Size::segment),
            size: size.size,
            is_size_estimated,
            confidence,
            basis: size.basis,
            asks: is_doubtful || confidence < self.rules.auto_threshold,
        }
    }

    fn kind(&self, row: u32, meanings: &mut Meanings, witness: &mut impl Witness) -> TypeMeaning {
        let mut meaning = meanings.kind.of(self.columns.kind, row, TypeMeaning::read);
        Self::tell_kind(meaning, || self.columns.kind.text(row).to_owned(), witness);
        if let Some(ownership) = self.columns.ownership {
            let owner = meanings.ownership.of(ownership, row, TypeMeaning::read);
            let new = TypeMeaning { state: owner.state.filter(|_| meaning.state.is_none()), size: None };
            Self::tell_kind(new, || ownership.text(row).to_owned(), witness);
            meaning.state = meaning.state.or(owner.state);
        }
        meaning
    }

    fn tell_kind(meaning: TypeMeaning, text: impl Fn() -> String, witness: &mut impl Witness) {
        match meaning.state {
            Some(true) => witness.hear(100, || Evidence::TypeSaysState { text: text() }),
            Some(false) => witness.hear(55, || Evidence::TypeSaysPrivate { text: text() }),
            None => {}
        }
        if let Some(size) = meaning.size {
            witness.hear(100, || Evidence::TypeSaysSize { text: text(), size });
        }
    }

    /// How much speaks for the state (DOMAIN 5.2).
    fn state(&self, row: u32, kind: TypeMeaning, meanings: &mut Meanings, witness: &mut impl Witness) -> StateScore {
        let columns = self.columns;
        let mut state = StateScore { score: 0, basis: Basis::Nothing };
        let mut is_contradicted = kind.state == Some(false);
        if kind.state == Some(true) {
            state.raise(100, Basis::Type);
        }
        match TaxId::read(columns.tax_id.text(row)) {
            Some(TaxId::CreditCode { body: Some(body), is_valid }) => {
                let prefix = || columns.tax_id.text(row).trim().chars().take(2).collect();
                match body.is_state() {
                    Some(true) => {
                        let score = if is_valid { 100 } else { confidence::MISTYPED };
                        state.raise(score, Basis::TaxId);
                        witness.hear(score, || Evidence::CreditCode { prefix: prefix(), body });
                    }
                    Some(false) => {
                        is_contradicted = true;
                        witness.hear(50, || Evidence::CreditCode { prefix: prefix(), body });
                    }
                    None => {}
                }
            }
            Some(TaxId::InnPerson) => {
                is_contradicted = true;
                witness.hear(50, || Evidence::PersonalTaxId);
            }
            _ => {}
        }
        for column in &columns.legal_forms {
            if let Some(code) = public_legal_form(column, row) {
                state.raise(100, Basis::LegalForm);
                witness.hear(100, || Evidence::LegalForm { code });
            }
        }
        if let Some(domain) = government_domain(columns.email.text(row)) {
            state.raise(state_words::STRONG, Basis::Email);
            witness.hear(state_words::STRONG, || Evidence::EmailDomain { domain: domain.to_owned() });
        }
        let score = meanings.name_score.of(columns.name, row, state_words::score);
        if score > 0 {
            state.raise(score, Basis::Name);
            let word = || state_words::strongest(columns.name.text(row)).map(|(word, _)| word).unwrap_or_default();
            witness.hear(score, || Evidence::NameWord { word: word() });
        }
        if is_contradicted && state.score < 100 {
            state.score = state.score.min(confidence::CONTRADICTED);
        }
        state
    }

    fn size(&self, row: u32, kind: TypeMeaning, meanings: &mut Meanings, witness: &mut impl Witness) -> SizeFound {
        let by_figures = self.size_by_limits(row, meanings, witness);
        if let Some(size) = kind.size {
            return SizeFound { size: Some(size), confidence: 100, basis: Basis::Type };
        }
        if let Some(found) = by_figures {
            return found;
        }
        let revenue = self.columns.revenue.number(row);
        if let (Some(revenue), Some(limits)) = (revenue, self.rules.own_revenue.limits) {
            // Where another profile was meant, one's own limits only stand in.
            let is_meant = self.rules.profile == ProfileChoice::Always(Profile::OwnRevenue);
            let confidence = if is_meant { confidence::COMPLETE } else { confidence::PARTIAL };
            let size = by_own_limits(revenue, limits, confidence, witness);
            return SizeFound { size: Some(size), confidence, basis: Basis::OwnLimits };
        }
        match revenue {
            // Who buys nothing is not known to be small.
            Some(revenue) if revenue > 0.0 => {
                let size = self.ranking.size(revenue);
                let confidence = if self.ranking.is_thin() { confidence::THIN_RANK } else { confidence::RANK };
                let of = self.ranking.count();
                witness.hear(confidence, || Evidence::RevenueRank { rank: self.ranking.rank(revenue), of, size });
                SizeFound { size: Some(size), confidence, basis: Basis::Rank }
            }
            _ => {
                witness.hear(confidence::NOTHING, || Evidence::NothingKnown);
                SizeFound { size: None, confidence: confidence::NOTHING, basis: Basis::Nothing }
            }
        }
    }

    /// The size by the client's own figures and an official profile (DOMAIN 5.1).
    fn size_by_limits(&self, row: u32, meanings: &mut Meanings, witness: &mut impl Witness) -> Option<SizeFound> {
        let known = |column: &ColumnData| column.number(row).filter(|number| number.is_finite() && *number >= 0.0);
        let employees = known(self.columns.employees);
        let turnover = known(self.columns.turnover);
        let assets = known(self.columns.assets);
        if employees.is_none() && turnover.is_none() && assets.is_none() {
            return None;
        }
        let (profile, territory, by) = match self.rules.profile {
            ProfileChoice::Always(profile) => (profile, None, TerritorySource::Unknown),
            ProfileChoice::ByCountry => {
                let (territory, by) = self.territory(row, meanings);
                (self.profile_of(territory), territory, by)
            }
        };
        if profile == Profile::OwnRevenue {
            return None;
        }
        let rate = self.rules.rate(profile);
        if rate.is_none() && (turnover.is_some() || assets.is_some()) {
            let (currency, needed) = (&self.rules.currency, profile.currency().unwrap_or_default());
            witness.hear(45, || Evidence::NoRate { currency: currency.clone(), needed });
        }
        let exchanged = |amount: Option<f64>| amount.zip(rate).map(|(amount, rate)| amount * rate);
        let figures = Figures { employees, turnover: exchanged(turnover), assets: exchanged(assets) };
        let industry = meanings.industry.of(self.columns.industry, row, IndustryMeaning::read);
        let mut confidence = confidence::COMPLETE;
        let sizing = match profile {
            Profile::Eu => sizing::eu(&figures, &self.rules.eu, witness),
            Profile::Russia => sizing::russia(&figures, &self.rules.russia, industry, witness),
            Profile::China => {
                let line = industry.china.unwrap_or(ChinaIndustry::Other);
                let is_recognised = industry.china.is_some();
                witness.hear(20, || Evidence::IndustryLine { industry: line, recognised: is_recognised });
                if !is_recognised {
                    confidence = confidence::INDUSTRY_UNKNOWN;
                }
                sizing::china(&figures, self.rules, industry, witness)
            }
            Profile::OwnRevenue => None,
        };
        let Sizing { size, is_complete } = sizing?;
        witness.hear(30, || Evidence::ProfileUsed { profile, territory, by });
        if self.rules.profile == ProfileChoice::ByCountry {
            confidence = confidence.min(by.confidence());
            if matches!(territory, None | Some(Territory::Elsewhere)) {
                confidence = confidence.min(confidence::BORROWED);
            }
        }
        if !is_complete {
            confidence = confidence.min(confidence::PARTIAL);
        }
        Some(SizeFound { size: Some(size), confidence, basis: Basis::Limits })
    }

    fn profile_of(&self, territory: Option<Territory>) -> Profile {
        match territory {
            Some(Territory::Eu) => Profile::Eu,
            Some(Territory::Russia) => Profile::Russia,
            Some(Territory::China) => Profile::China,
            Some(Territory::Elsewhere) | None => self.rules.elsewhere,
        }
    }

    /// Where a client is, and what told it: the surest source that tells anything.
    fn territory(&self, row: u32, meanings: &mut Meanings) -> (Option<Territory>, TerritorySource) {
        let columns = self.columns;
        if let Some(territory) = meanings.country.of(columns.country, row, Territory::of_country) {
            return (Some(territory), TerritorySource::Country);
        }
        if let Some(tax_id) = TaxId::read(columns.tax_id.text(row)) {
            return (Some(tax_id.territory()), TerritorySource::TaxId);
        }
        if let Some(territory) = Territory::of_phone(columns.phone.text(row)) {
            return (Some(territory), TerritorySource::Phone);
        }
        if let Some(territory) = Territory::of_email(columns.email.text(row)) {
            return (Some(territory), TerritorySource::Email);
        }
        let script = meanings.region.of(columns.region, row, Territory::of_script);
        if let Some(territory) = script.or_else(|| Territory::of_script(columns.name.text(row))) {
            return (Some(territory), TerritorySource::Script);
        }
        match self.rules.default_territory {
            Some(territory) => (Some(territory), TerritorySource::Default),
            None => (None, TerritorySource::Unknown),
        }
    }

    /// The evidence of the person's choice.
    pub fn tell_choice(&self, row: u32, chosen: Finding, witness: &mut impl Witness) {
        if chosen.is_chosen() {
            let on = self.columns.chosen_on.day(row);
            witness.hear(100, || Evidence::Chosen { segment: chosen.segment, on });
        }
    }
}

impl TerritorySource {
    /// How sure a size can be that rests on a territory so known, 0 to 100.
    fn confidence(self) -> u8 {
        match self {
            Self::Country | Self::TaxId => confidence::COMPLETE,
            Self::Phone => 90,
            Self::Email => 85,
            Self::Script | Self::Default | Self::Unknown => 75,
        }
    }
}

fn by_own_limits(revenue: f64, (medium, large): (f64, f64), weight: u8, witness: &mut impl Witness) -> Size {
    let (size, comparison, limit) = match revenue {
        _ if revenue >= large => (Size::Large, Comparison::AtLeast, large),
        _ if revenue >= medium => (Size::Medium, Comparison::AtLeast, medium),
        _ => (Size::Small, Comparison::Below, medium),
    };
    witness.hear(weight, || Evidence::OwnLimit { revenue, comparison, limit, size });
    size
}

/// A code of ОКФС (11 to 14) or ОКОПФ (652xx unitary enterprises, 751xx to 754xx institutions) of a public body.
fn public_legal_form(column: &ColumnData, row: u32) -> Option<String> {
    let code = match column.number(row) {
        Some(number) => number.to_string(),
        None => column.text(row).trim().to_owned(),
    };
    let code: String = code.chars().filter(|character| !matches!(character, ' ' | '.')).collect();
    let is_number = code.bytes().all(|byte| byte.is_ascii_digit());
    let is_public = match code.len() {
        2 => matches!(code.as_str(), "11" | "12" | "13" | "14"),
        5 => ["652", "751", "752", "753", "754"].iter().any(|head| code.starts_with(head)),
        _ => false,
    };
    (is_number && is_public).then_some(code)
}

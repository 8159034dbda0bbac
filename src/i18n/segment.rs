//! Segments, what speaks for them and what is advised, in words. All of it follows the language.

use super::{Language, segment_name, t_string};
use crate::segment::{
    Advice, ChinaIndustry, CreditCodeBody, Evidence, Indicator, Missing, Profile, Reading, Segment, Size, Territory,
    TerritorySource,
};
use crate::state::Formats;

/// A segment's name, as the board's columns have it.
pub fn name(i18n: Language, segment: Segment) -> &'static str {
    segment_name(i18n.get_locale(), segment)
}

/// A size class, in the middle of a sentence.
pub fn size(i18n: Language, size: Size) -> &'static str {
    match size {
        Size::Micro => t_string!(i18n, segment.size.micro),
        Size::Small => t_string!(i18n, segment.size.small),
        Size::Medium => t_string!(i18n, segment.size.medium),
        Size::Large => t_string!(i18n, segment.size.large),
    }
}

/// A set of size limits.
pub fn profile(i18n: Language, profile: Profile) -> &'static str {
    match profile {
        Profile::Eu => t_string!(i18n, segment.profile.eu),
        Profile::Russia => t_string!(i18n, segment.profile.russia),
        Profile::China => t_string!(i18n, segment.profile.china),
        Profile::OwnRevenue => t_string!(i18n, segment.profile.own_revenue),
    }
}

/// A territory with size limits of its own.
pub fn territory(i18n: Language, territory: Territory) -> &'static str {
    match territory {
        Territory::Eu => t_string!(i18n, segment.territory.eu),
        Territory::Russia => t_string!(i18n, segment.territory.russia),
        Territory::China => t_string!(i18n, segment.territory.china),
        Territory::Elsewhere => t_string!(i18n, segment.territory.elsewhere),
    }
}

/// What would raise the confidence.
pub fn missing(i18n: Language, missing: Missing) -> &'static str {
    match missing {
        Missing::Choice => t_string!(i18n, segment.missing.choice),
        Missing::Employees => t_string!(i18n, segment.missing.employees),
        Missing::Turnover => t_string!(i18n, segment.missing.turnover),
        Missing::Assets => t_string!(i18n, segment.missing.assets),
        Missing::Country => t_string!(i18n, segment.missing.country),
        Missing::Industry => t_string!(i18n, segment.missing.industry),
        Missing::TaxId => t_string!(i18n, segment.missing.tax_id),
        Missing::Rate => t_string!(i18n, segment.missing.rate),
        Missing::Revenue => t_string!(i18n, segment.missing.revenue),
    }
}

/// What the share of the largest fifth means.
pub fn reading(i18n: Language, reading: Reading) -> &'static str {
    match reading {
        Reading::Diversified => t_string!(i18n, segment.reading.diversified),
        Reading::Moderate => t_string!(i18n, segment.reading.moderate),
        Reading::High => t_string!(i18n, segment.reading.high),
    }
}

/// A piece of advice in a few words.
pub fn advice_title(i18n: Language, advice: Advice) -> &'static str {
    match advice {
        Advice::SmallLots => t_string!(i18n, segment.advice.small_lots.title),
        Advice::ReachTheOwner => t_string!(i18n, segment.advice.reach_the_owner.title),
        Advice::TwoMeetings => t_string!(i18n, segment.advice.two_meetings.title),
        Advice::IndividualTerms => t_string!(i18n, segment.advice.individual_terms.title),
        Advice::LoyaltyGrows => t_string!(i18n, segment.advice.loyalty_grows.title),
        Advice::PurchaseCalendar => t_string!(i18n, segment.advice.purchase_calendar.title),
        Advice::BeatTheIncumbent => t_string!(i18n, segment.advice.beat_the_incumbent.title),
        Advice::EveryoneWhoServes => t_string!(i18n, segment.advice.everyone_who_serves.title),
        Advice::LoyaltyPrograms => t_string!(i18n, segment.advice.loyalty_programs.title),
        Advice::KeyAccountPlan => t_string!(i18n, segment.advice.key_account_plan.title),
        Advice::StrictDemands => t_string!(i18n, segment.advice.strict_demands.title),
        Advice::ContractRisk => t_string!(i18n, segment.advice.contract_risk.title),
        Advice::StageSpecialists => t_string!(i18n, segment.advice.stage_specialists.title),
        Advice::Coordinator => t_string!(i18n, segment.advice.coordinator.title),
        Advice::ParetoWatch => t_string!(i18n, segment.advice.pareto_watch.title),
        Advice::Tenders => t_string!(i18n, segment.advice.tenders.title),
        Advice::Eligibility => t_string!(i18n, segment.advice.eligibility.title),
        Advice::TenderSpecialist => t_string!(i18n, segment.advice.tender_specialist.title),
        Advice::StableIncome => t_string!(i18n, segment.advice.stable_income.title),
    }
}

/// The same in a sentence or two.
pub fn advice_text(i18n: Language, advice: Advice) -> &'static str {
    match advice {
        Advice::SmallLots => t_string!(i18n, segment.advice.small_lots.text),
        Advice::ReachTheOwner => t_string!(i18n, segment.advice.reach_the_owner.text),
        Advice::TwoMeetings => t_string!(i18n, segment.advice.two_meetings.text),
        Advice::IndividualTerms => t_string!(i18n, segment.advice.individual_terms.text),
        Advice::LoyaltyGrows => t_string!(i18n, segment.advice.loyalty_grows.text),
        Advice::PurchaseCalendar => t_string!(i18n, segment.advice.purchase_calendar.text),
        Advice::BeatTheIncumbent => t_string!(i18n, segment.advice.beat_the_incumbent.text),
        Advice::EveryoneWhoServes => t_string!(i18n, segment.advice.everyone_who_serves.text),
        Advice::LoyaltyPrograms => t_string!(i18n, segment.advice.loyalty_programs.text),
        Advice::KeyAccountPlan => t_string!(i18n, segment.advice.key_account_plan.text),
        Advice::StrictDemands => t_string!(i18n, segment.advice.strict_demands.text),
        Advice::ContractRisk => t_string!(i18n, segment.advice.contract_risk.text),
        Advice::StageSpecialists => t_string!(i18n, segment.advice.stage_specialists.text),
        Advice::Coordinator => t_string!(i18n, segment.advice.coordinator.text),
        Advice::ParetoWatch => t_string!(i18n, segment.advice.pareto_watch.text),
        Advice::Tenders => t_string!(i18n, segment.advice.tenders.text),
        Advice::Eligibility => t_string!(i18n, segment.advice.eligibility.text),
        Advice::TenderSpecialist => t_string!(i18n, segment.advice.tender_specialist.text),
        Advice::StableIncome => t_string!(i18n, segment.advice.stable_income.text),
    }
}

/// One piece of evidence as a sentence.
pub fn evidence(i18n: Language, formats: &Formats, evidence: &Evidence) -> String {
    match evidence {
        Evidence::Chosen { segment, on: None } => {
            t_string!(i18n, segment.evidence.chosen, segment = name(i18n, *segment))
        }
        Evidence::Chosen { segment, on: Some(day) } => {
            t_string!(i18n, segment.evidence.chosen_on, segment = name(i18n, *segment), date = formats.day(*day))
        }
        Evidence::TypeSaysState { text } => t_string!(i18n, segment.evidence.type_says_state, text = text),
        Evidence::TypeSaysSize { text, .. } => t_string!(i18n, segment.evidence.type_says_size, text = text),
        Evidence::TypeSaysPrivate { text } => t_string!(i18n, segment.evidence.type_says_private, text = text),
        Evidence::CreditCode { prefix, body } => credit_code(i18n, prefix, *body),
        Evidence::PersonalTaxId => t_string!(i18n, segment.evidence.personal_tax_id).to_owned(),
        Evidence::LegalForm { code } => t_string!(i18n, segment.evidence.legal_form, code = code),
        Evidence::EmailDomain { domain } => t_string!(i18n, segment.evidence.email_domain, domain = domain),
        Evidence::NameWord { word } => t_string!(i18n, segment.evidence.name_word, word = word),
        Evidence::ProfileUsed { profile, by, .. } => {
            let (profile, source) = (self::profile(i18n, *profile), territory_source(i18n, *by));
            t_string!(i18n, segment.evidence.profile_by, profile = profile, source = source)
        }
        Evidence::IndustryLine { industry, recognised: true } => {
            t_string!(i18n, segment.evidence.industry_line, industry = self::industry(i18n, *industry))
        }
        Evidence::IndustryLine { industry, recognised: false } => {
            t_string!(i18n, segment.evidence.industry_unknown, industry = self::industry(i18n, *industry))
        }
        Evidence::Figure { indicator, value, comparison, limit, size } => t_string!(
            i18n,
            segment.evidence.figure,
            indicator = self::indicator(i18n, *indicator),
            value = formats.number(*value, 0),
            sign = comparison.sign(),
            limit = formats.number(*limit, 0),
            size = self::size(i18n, *size)
        ),
        Evidence::NoRate { currency, .. } if currency.is_empty() => {
            t_string!(i18n, segment.evidence.no_currency).to_owned()
        }
        Evidence::NoRate { currency, needed } => {
            t_string!(i18n, segment.evidence.no_rate, currency = currency, needed = *needed)
        }
        Evidence::OwnLimit { revenue, comparison, limit, size } => t_string!(
            i18n,
            segment.evidence.own_limit,
            revenue = formats.money(*revenue),
            sign = comparison.sign(),
            limit = formats.money(*limit),
            size = self::size(i18n, *size)
        ),
        Evidence::RevenueRank { rank, of, size } => t_string!(
            i18n,
            segment.evidence.revenue_rank,
            rank = formats.number(f64::from(*rank), 0),
            of = formats.number(f64::from(*of), 0),
            size = self::size(i18n, *size)
        ),
        Evidence::NothingKnown => t_string!(i18n, segment.evidence.nothing_known).to_owned(),
    }
}

fn credit_code(i18n: Language, prefix: &str, body: CreditCodeBody) -> String {
    let name = credit_code_body(i18n, body);
    let is_state =
        matches!(body, CreditCodeBody::Organ | CreditCodeBody::PublicInstitution | CreditCodeBody::MassOrganisation);
    if is_state {
        t_string!(i18n, segment.evidence.credit_code_state, prefix = prefix, body = name)
    } else {
        t_string!(i18n, segment.evidence.credit_code_private, prefix = prefix, body = name)
    }
}

fn credit_code_body(i18n: Language, body: CreditCodeBody) -> &'static str {
    match body {
        CreditCodeBody::Organ => t_string!(i18n, segment.body.organ),
        CreditCodeBody::PublicInstitution => t_string!(i18n, segment.body.public_institution),
        CreditCodeBody::MassOrganisation => t_string!(i18n, segment.body.mass_organisation),
        CreditCodeBody::Association => t_string!(i18n, segment.body.association),
        CreditCodeBody::PrivateNonProfit => t_string!(i18n, segment.body.private_non_profit),
        CreditCodeBody::Foundation => t_string!(i18n, segment.body.foundation),
        CreditCodeBody::Company => t_string!(i18n, segment.body.company),
        CreditCodeBody::SoleTrader => t_string!(i18n, segment.body.sole_trader),
        CreditCodeBody::Cooperative => t_string!(i18n, segment.body.cooperative),
    }
}

fn territory_source(i18n: Language, source: TerritorySource) -> &'static str {
    match source {
        TerritorySource::Country => t_string!(i18n, segment.territory_by.country),
        TerritorySource::TaxId => t_string!(i18n, segment.territory_by.tax_id),
        TerritorySource::Phone => t_string!(i18n, segment.territory_by.phone),
        TerritorySource::Email => t_string!(i18n, segment.territory_by.email),
        TerritorySource::Script => t_string!(i18n, segment.territory_by.script),
        TerritorySource::Default => t_string!(i18n, segment.territory_by.default),
        TerritorySource::Unknown => t_string!(i18n, segment.territory_by.unknown),
    }
}

fn indicator(i18n: Language, indicator: Indicator) -> &'static str {
    match indicator {
        Indicator::Employees => t_string!(i18n, segment.indicator.employees),
        Indicator::Turnover => t_string!(i18n, segment.indicator.turnover),
        Indicator::Assets => t_string!(i18n, segment.indicator.assets),
    }
}

fn industry(i18n: Language, industry: ChinaIndustry) -> &'static str {
    match industry {
        ChinaIndustry::Agriculture => t_string!(i18n, segment.industry.agriculture),
        ChinaIndustry::Industry => t_string!(i18n, segment.industry.industry),
        ChinaIndustry::Construction => t_string!(i18n, segment.industry.construction),
        ChinaIndustry::Wholesale => t_string!(i18n, segment.industry.wholesale),
        ChinaIndustry::Retail => t_string!(i18n, segment.industry.retail),
        ChinaIndustry::Transport => t_string!(i18n, segment.industry.transport),
        ChinaIndustry::Storage => t_string!(i18n, segment.industry.storage),
        ChinaIndustry::Post => t_string!(i18n, segment.industry.post),
        ChinaIndustry::HotelsCatering => t_string!(i18n, segment.industry.hotels_catering),
        ChinaIndustry::Telecom => t_string!(i18n, segment.industry.telecom),
        ChinaIndustry::Software => t_string!(i18n, segment.industry.software),
        ChinaIndustry::RealEstate => t_string!(i18n, segment.industry.real_estate),
        ChinaIndustry::PropertyManagement => t_string!(i18n, segment.industry.property_management),
        ChinaIndustry::BusinessServices => t_string!(i18n, segment.industry.business_services),
        ChinaIndustry::Other => t_string!(i18n, segment.industry.others),
    }
}

//! Whether we may bid at all: the conditions of each country, with documents that expire (DOMAIN 1.18).
//!
//! A list of what to look for, and no legal advice: the screen that shows it says so.

use serde::{Deserialize, Serialize};

use crate::workbook::Day;

/// Whose conditions apply.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EligibilityRegime {
    /// 政府采购法 art. 22.
    China,
    /// 44-ФЗ art. 31.
    Russia,
    /// What public buyers in the EU usually ask for.
    #[default]
    Eu,
}

macro_rules! requirements {
    ($($(#[$doc:meta])* $name:ident $regime:ident $key:literal;)*) => {
        /// One condition.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum EligibilityRequirement { $($(#[$doc])* $name,)* }

        impl EligibilityRequirement {
            /// Every condition, in the order of its law.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// Whose condition it is.
            pub fn regime(self) -> EligibilityRegime {
                match self { $(Self::$name => EligibilityRegime::$regime,)* }
            }

            /// The name under which it is translated.
            pub fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)* }
            }
        }
    };
}

requirements! {
    /// Capacity to bear civil liability independently.
    ChinaCivilLiability China "china_civil_liability";
    /// Good business credit and a sound accounting system.
    ChinaCreditAndAccounting China "china_credit_and_accounting";
    /// The equipment and professional skill that the contract needs.
    ChinaEquipmentAndSkill China "china_equipment_and_skill";
    /// A good record of paying taxes and social security.
    ChinaTaxAndSocialSecurity China "china_tax_and_social_security";
    /// No major violation of law in the last three years.
    ChinaNoMajorViolation China "china_no_major_violation";
    /// Other conditions that laws and regulations set.
    ChinaOther China "china_other";
    /// What the law asks of those who supply the object of the purchase (licences, memberships).
    RussiaLicence Russia "russia_licence";
    /// No liquidation, no bankruptcy.
    RussiaNoBankruptcy Russia "russia_no_bankruptcy";
    /// Activity not suspended.
    RussiaNotSuspended Russia "russia_not_suspended";
    /// No arrears of taxes and duties above a quarter of the assets.
    RussiaNoArrears Russia "russia_no_arrears";
    /// No unspent conviction of the head, the board or the chief accountant for economic crimes or bribery.
    RussiaNoConviction Russia "russia_no_conviction";
    /// Not held liable for illegal reward within two years.
    RussiaNoIllegalReward Russia "russia_no_illegal_reward";
    /// Exclusive rights, where the contract passes them on.
    RussiaExclusiveRights Russia "russia_exclusive_rights";
    /// No conflict of interest with the buyer.
    RussiaNoConflict Russia "russia_no_conflict";
    /// No offshore company.
    RussiaNotOffshore Russia "russia_not_offshore";
    /// Not in the register of unfair suppliers.
    RussiaNotUnfairSupplier Russia "russia_not_unfair_supplier";
    /// No conviction that excludes from public contracts.
    EuNoConviction Eu "eu_no_conviction";
    /// Taxes and social security are paid.
    EuTaxAndSocialSecurity Eu "eu_tax_and_social_security";
    /// No insolvency, misconduct or conflict of interest.
    EuNoInsolvency Eu "eu_no_insolvency";
    /// Enrolled in a professional or trade register.
    EuRegister Eu "eu_register";
    /// Economic and financial standing.
    EuFinancialStanding Eu "eu_financial_standing";
    /// Technical and professional ability.
    EuTechnicalAbility Eu "eu_technical_ability";
}

/// A document that shows that a condition is met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    pub requirement: EligibilityRequirement,
    /// What it is and where it lies. Empty: there is none yet.
    #[serde(default)]
    pub name: String,
    /// The last day on which it is valid; unset: it does not expire.
    #[serde(default)]
    pub expires: Option<Day>,
    /// Whether the condition does not apply here.
    #[serde(default)]
    pub is_waived: bool,
}

/// How a condition stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RequirementState {
    /// A valid document shows it, until a day if it expires.
    Shown(Option<Day>),
    /// The document expired on this day.
    Expired(Day),
    /// There is no document.
    Missing,
    /// It does not apply.
    Waived,
}

impl RequirementState {
    /// Whether the condition stands in the way of a bid.
    pub fn blocks(self) -> bool {
        matches!(self, Self::Expired(_) | Self::Missing)
    }
}

/// The checklist for one client.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Eligibility {
    /// Unset: nobody needed the list yet.
    pub regime: Option<EligibilityRegime>,
    pub documents: Vec<Document>,
}

impl Eligibility {
    /// Every condition with its state on a day. Of several documents the one that is valid longest counts.
    pub fn states(&self, on: Day) -> impl Iterator<Item = (EligibilityRequirement, RequirementState)> {
        let all = EligibilityRequirement::ALL.iter().copied();
        all.filter(|requirement| Some(requirement.regime()) == self.regime)
            .map(move |requirement| (requirement, self.state(requirement, on)))
    }

    /// The state of one condition on a day.
    pub fn state(&self, requirement: EligibilityRequirement, on: Day) -> RequirementState {
        let documents = || self.documents.iter().filter(|document| document.requirement == requirement);
        if documents().any(|document| document.is_waived) {
            return RequirementState::Waived;
        }
        let there = documents().filter(|document| !document.name.trim().is_empty());
        let best = there
            .map(|document| document.expires)
            .max_by_key(|expires| expires.map_or(i64::MAX, |day| i64::from(day.0)));
        match best {
            None => RequirementState::Missing,
            Some(Some(day)) if day < on => RequirementState::Expired(day),
            Some(expires) => RequirementState::Shown(expires),
        }
    }

    /// The share of conditions that are shown or waived on a day; nothing where no list was begun.
    pub fn readiness(&self, on: Day) -> Option<f64> {
        let (ready, all) =
            self.states(on).fold((0, 0), |(ready, all), (_, state)| (ready + u32::from(!state.blocks()), all + 1));
        (all > 0).then(|| f64::from(ready) / f64::from(all))
    }

    /// Whether we may bid on a day; nothing where no list was begun.
    pub fn is_eligible(&self, on: Day) -> Option<bool> {
        self.regime?;
        Some(self.states(on).all(|(_, state)| !state.blocks()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use EligibilityRequirement::{ChinaCivilLiability, ChinaOther, ChinaTaxAndSocialSecurity};

    fn document(requirement: EligibilityRequirement, name: &str, expires: Option<i32>) -> Document {
        Document { requirement, name: name.to_owned(), expires: expires.map(Day), is_waived: false }
    }

    #[test]
    fn each_country_has_its_conditions() {
        let count = |regime| Eligibility { regime: Some(regime), ..Eligibility::default() }.states(Day(0)).count();
        assert_eq!(count(EligibilityRegime::China), 6);
        assert_eq!(count(EligibilityRegime::Russia), 10);
        assert_eq!(count(EligibilityRegime::Eu), 6);
        assert_eq!(
            (Eligibility::default().readiness(Day(0)), Eligibility::default().is_eligible(Day(0))),
            (None, None)
        );
    }

    #[test]
    fn a_document_counts_until_its_last_day() {
        let mut eligibility = Eligibility {
            regime: Some(EligibilityRegime::China),
            documents: vec![
                document(ChinaCivilLiability, "licence", None),
                document(ChinaTaxAndSocialSecurity, "old", Some(5)),
                document(ChinaTaxAndSocialSecurity, "new", Some(9)),
                document(ChinaOther, " ", None),
            ],
        };
        let state = |eligibility: &Eligibility, requirement, day| eligibility.state(requirement, Day(day));
        assert_eq!(state(&eligibility, ChinaCivilLiability, 99), RequirementState::Shown(None));
        assert_eq!(state(&eligibility, ChinaTaxAndSocialSecurity, 9), RequirementState::Shown(Some(Day(9))));
        assert_eq!(state(&eligibility, ChinaTaxAndSocialSecurity, 10), RequirementState::Expired(Day(9)));
        assert_eq!(state(&eligibility, ChinaOther, 0), RequirementState::Missing);
        assert_eq!((eligibility.readiness(Day(9)), eligibility.is_eligible(Day(9))), (Some(2.0 / 6.0), Some(false)));
        for requirement in EligibilityRequirement::ALL {
            eligibility.documents.push(Document { is_waived: true, ..document(*requirement, "", None) });
        }
        assert_eq!((eligibility.readiness(Day(99)), eligibility.is_eligible(Day(99))), (Some(1.0), Some(true)));
    }
}

//! The settings of segmentation, with DOMAIN's figures as defaults.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::industry::ChinaIndustry;
use super::territory::Territory;
use crate::workbook::{Stored, Workbook};

/// A set of size limits (DOMAIN 5.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Profile {
    /// EU recommendation 2003/361/EC.
    Eu,
    /// Russian federal law 209-ФЗ.
    Russia,
    /// 统计上大中小微型企业划分办法(2017).
    China,
    /// Limits of one's own on what the client buys from us.
    OwnRevenue,
}

impl Profile {
    pub const ALL: [Self; 4] = [Self::Eu, Self::Russia, Self::China, Self::OwnRevenue];

    /// The currency of the profile's limits, as an ISO 4217 code. Own limits are in the workbook's currency.
    pub fn currency(self) -> Option<&'static str> {
        match self {
            Self::Eu => Some("EUR"),
            Self::Russia => Some("RUB"),
            Self::China => Some("CNY"),
            Self::OwnRevenue => None,
        }
    }
}

/// Which profile sizes a client.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProfileChoice {
    /// That of the client's own country.
    #[default]
    ByCountry,
    /// The same for all clients.
    Always(Profile),
}

/// The settings of segmentation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SegmentRules {
    pub profile: ProfileChoice,
    /// Where a client is taken to be when nothing tells; `None` is asked of the client's own data alone.
    pub default_territory: Option<Territory>,
    /// The profile for countries outside the EU, Russia and China, which have limits of their own that Kontor lacks.
    pub elsewhere: Profile,
    /// ISO 4217 code of the workbook's amounts. Empty: unknown, and no turnover is compared with any limit.
    pub currency: String,
    /// How many units of each currency one unit of the workbook's currency is worth. Only the person fills it in.
    pub rates: BTreeMap<String, f64>,
    pub own_revenue: OwnRevenueLimits,
    pub eu: EuLimits,
    pub russia: RussiaLimits,
    /// By industry, in the order of the official table.
    pub china: Vec<(ChinaIndustry, ChinaLimits)>,
    /// From this score or confidence (0 to 100) a finding stands without asking.
    pub auto_threshold: u8,
    /// From this score (0 to 100) on, up to `auto_threshold`, it is asked whether a client is state-owned.
    pub ask_threshold: u8,
}

impl Default for SegmentRules {
    fn default() -> Self {
        Self {
            profile: ProfileChoice::ByCountry,
            default_territory: None,
            elsewhere: Profile::Eu,
            currency: String::new(),
            rates: BTreeMap::new(),
            own_revenue: OwnRevenueLimits::default(),
            eu: EuLimits::default(),
            russia: RussiaLimits::default(),
            china: ChinaIndustry::ALL.iter().map(|industry| (*industry, industry.limits())).collect(),
            auto_threshold: 70,
            ask_threshold: 40,
        }
    }
}

impl SegmentRules {
    /// The key of the record under which a workbook keeps them.
    pub const RECORD: &str = "settings/segment/rules";

    /// The settings of a workbook, with defaults where nothing was set.
    pub fn of_workbook(workbook: &Workbook) -> Self {
        let stored = match workbook.record(Self::RECORD) {
            Some(Stored::Text(text)) => serde_json::from_str(text).unwrap_or_default(),
            _ => Self::default(),
        };
        Self { currency: workbook.currency().to_owned(), ..stored }
    }

    /// What an amount in the workbook's currency must be multiplied with to be compared with a profile's limits;
    /// nothing where that is not known.
    pub fn rate(&self, profile: Profile) -> Option<f64> {
        match profile.currency() {
            None => Some(1.0),
            Some(code) if self.currency.trim().eq_ignore_ascii_case(code) => Some(1.0),
            Some(code) => self.rates.get(code).copied().filter(|rate| rate.is_finite() && *rate > 0.0),
        }
    }
}

/// Limits of one's own on our yearly revenue with a client, in the workbook's currency.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct OwnRevenueLimits {
    /// From this revenue on a client is (medium, large). Unset: clients are ranked instead, marked as estimated.
    pub limits: Option<(f64, f64)>,
    /// The share of clients, 0 to 1, that the ranking takes as large.
    pub large_share: f64,
    /// The share of clients after them that it takes as medium.
    pub medium_share: f64,
}

impl Default for OwnRevenueLimits {
    fn default() -> Self {
        Self { limits: None, large_share: 0.2, medium_share: 0.3 }
    }
}

/// Limits of one size class of the EU: fewer employees than, and a turnover or balance of at most (EUR).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct EuClass {
    pub employees: f64,
    pub turnover: f64,
    pub assets: f64,
}

/// EU 2003/361/EC.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct EuLimits {
    pub micro: EuClass,
    pub small: EuClass,
    pub medium: EuClass,
}

impl Default for EuLimits {
    fn default() -> Self {
        Self {
            micro: EuClass { employees: 10.0, turnover: 2e6, assets: 2e6 },
            small: EuClass { employees: 50.0, turnover: 10e6, assets: 10e6 },
            medium: EuClass { employees: 250.0, turnover: 50e6, assets: 43e6 },
        }
    }
}

/// Limits of one size class of Russia: at most so many employees, at most so much income (RUB, without VAT).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct RussiaClass {
    pub employees: f64,
    pub turnover: f64,
}

/// Russian federal law 209-ФЗ.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RussiaLimits {
    pub micro: RussiaClass,
    pub small: RussiaClass,
    pub medium: RussiaClass,
    /// The most employees of a medium company that makes textiles, clothing or leather goods.
    pub medium_textile_employees: f64,
    /// The most employees of a medium catering company.
    pub medium_catering_employees: f64,
}

impl Default for RussiaLimits {
    fn default() -> Self {
        Self {
            micro: RussiaClass { employees: 15.0, turnover: 120e6 },
            small: RussiaClass { employees: 100.0, turnover: 800e6 },
            medium: RussiaClass { employees: 250.0, turnover: 2e9 },
            medium_textile_employees: 1000.0,
            medium_catering_employees: 1500.0,
        }
    }
}

/// Lower bounds of one industry of China for large, medium and small; `None` where the table has no such indicator.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ChinaLimits {
    pub employees: Option<[f64; 3]>,
    /// In 万元 (ten thousand yuan).
    pub turnover: Option<[f64; 3]>,
    /// In 万元 (ten thousand yuan).
    pub assets: Option<[f64; 3]>,
}

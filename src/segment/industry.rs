//! The industries that size limits tell apart.

use serde::{Deserialize, Serialize};

use super::rules::ChinaLimits;

/// The lines of China's table of size limits (DOMAIN 5.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChinaIndustry {
    /// 农林牧渔
    Agriculture,
    /// 工业
    Industry,
    /// 建筑业
    Construction,
    /// 批发
    Wholesale,
    /// 零售
    Retail,
    /// 交通运输
    Transport,
    /// 仓储
    Storage,
    /// 邮政
    Post,
    /// 住宿, 餐饮
    HotelsCatering,
    /// 信息传输
    Telecom,
    /// 软件信息技术
    Software,
    /// 房地产开发经营
    RealEstate,
    /// 物业管理
    PropertyManagement,
    /// 租赁商务服务
    BusinessServices,
    /// 其他
    Other,
}

impl ChinaIndustry {
    /// Every line, in the order of the table.
    pub const ALL: [Self; 15] = [
        Self::Agriculture,
        Self::Industry,
        Self::Construction,
        Self::Wholesale,
        Self::Retail,
        Self::Transport,
        Self::Storage,
        Self::Post,
        Self::HotelsCatering,
        Self::Telecom,
        Self::Software,
        Self::RealEstate,
        Self::PropertyManagement,
        Self::BusinessServices,
        Self::Other,
    ];

    /// The table's lower bounds for large, medium and small.
    pub fn limits(self) -> ChinaLimits {
        let staff = |bounds| ChinaLimits { employees: Some(bounds), ..ChinaLimits::default() };
        let sales = |bounds| ChinaLimits { turnover: Some(bounds), ..ChinaLimits::default() };
        let both = |employees, turnover| ChinaLimits { employees: Some(employees), ..sales(turnover) };
        match self {
            Self::Agriculture => sales([20_000.0, 500.0, 50.0]),
            Self::Industry => both([1000.0, 300.0, 20.0], [40_000.0, 2000.0, 300.0]),
            Self::Construction => {
                ChinaLimits { assets: Some([80_000.0, 5000.0, 300.0]), ..sales([80_000.0, 6000.0, 300.0]) }
            }
            Self::Wholesale => both([200.0, 20.0, 5.0], [40_000.0, 5000.0, 1000.0]),
            Self::Retail => both([300.0, 50.0, 10.0], [20_000.0, 500.0, 100.0]),
            Self::Transport => both([1000.0, 300.0, 20.0], [30_000.0, 3000.0, 200.0]),
            Self::Storage => both([200.0, 100.0, 20.0], [30_000.0, 1000.0, 100.0]),
            Self::Post => both([1000.0, 300.0, 20.0], [30_000.0, 2000.0, 100.0]),
            Self::HotelsCatering => both([300.0, 100.0, 10.0], [10_000.0, 2000.0, 100.0]),
            Self::Telecom => both([2000.0, 100.0, 10.0], [100_000.0, 1000.0, 100.0]),
            Self::Software => both([300.0, 100.0, 10.0], [10_000.0, 1000.0, 50.0]),
            Self::RealEstate => {
                ChinaLimits { assets: Some([10_000.0, 5000.0, 2000.0]), ..sales([200_000.0, 1000.0, 100.0]) }
            }
            Self::PropertyManagement => both([1000.0, 300.0, 100.0], [5000.0, 1000.0, 500.0]),
            Self::BusinessServices => {
                ChinaLimits { assets: Some([120_000.0, 8000.0, 100.0]), ..staff([300.0, 100.0, 10.0]) }
            }
            Self::Other => staff([300.0, 100.0, 10.0]),
        }
    }
}

/// What an industry text says to the size limits of China and of Russia.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct IndustryMeaning {
    /// The line of China's table; nothing where no keyword matched.
    pub china: Option<ChinaIndustry>,
    /// Russia's wider limits for employees.
    pub russia: Option<RussiaIndustry>,
}

/// The industries for which Russia allows a medium company more employees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RussiaIndustry {
    /// Textiles, clothing, leather.
    Textile,
    Catering,
}

/// Stems and words by line of China's table; the first that matches counts, so the narrower stand first.
const KEYWORDS: &[(ChinaIndustry, &[&str])] = &[
    (
        ChinaIndustry::PropertyManagement,
        &[
            "物业",
            "property management",
            "facility management",
            "управление недвижимостью",
            "жкх",
            "управляющая компания",
        ],
    ),
    (
        ChinaIndustry::RealEstate,
        &["房地产", "地产", "real estate", "property develop", "недвижимост", "девелоп", "застройщик"],
    ),
    (ChinaIndustry::Construction, &["建筑", "建设", "施工", "装修", "construction", "civil engineering", "строит"]),
    (ChinaIndustry::Wholesale, &["批发", "贸易", "经销", "wholesale", "distribution", "trading", "опт", "дистриб"]),
    (
        ChinaIndustry::Retail,
        &["零售", "超市", "商场", "电商", "retail", "supermarket", "e-commerce", "рознич", "ритейл", "магазин"],
    ),
    (
        ChinaIndustry::HotelsCatering,
        &[
            "住宿",
            "餐饮",
            "酒店",
            "饭店",
            "旅馆",
            "hotel",
            "hospitality",
            "restaurant",
            "catering",
            "horeca",
            "гостини",
            "отел",
            "ресторан",
            "общепит",
            "питани",
            "кафе",
        ],
    ),
    (ChinaIndustry::Post, &["邮政", "快递", "postal", "courier", "почт", "курьер"]),
    (ChinaIndustry::Storage, &["仓储", "冷链", "warehous", "storage", "склад"]),
    (
        ChinaIndustry::Transport,
        &[
            "运输",
            "物流",
            "货运",
            "航运",
            "交通",
            "transport",
            "logistic",
            "freight",
            "shipping",
            "транспорт",
            "логист",
            "перевоз",
        ],
    ),
    (
        ChinaIndustry::Telecom,
        &["信息传输", "电信", "通信", "互联网", "telecom", "internet service", "телеком", "связь", "связи", "интернет"],
    ),
    (
        ChinaIndustry::Software,
        &[
            "软件",
            "信息技术",
            "人工智能",
            "software",
            "information technology",
            "it services",
            "saas",
            "программн",
            "разработка по",
            "ит-услуг",
            "айти",
        ],
    ),
    (
        ChinaIndustry::Agriculture,
        &[
            "农",
            "林业",
            "畜牧",
            "牧业",
            "渔",
            "养殖",
            "agricultur",
            "farming",
            "forestry",
            "fishing",
            "fishery",
            "сельск",
            "агро",
            "лесн",
            "рыб",
            "животновод",
            "растениевод",
        ],
    ),
    (
        ChinaIndustry::BusinessServices,
        &[
            "租赁",
            "商务服务",
            "咨询",
            "广告",
            "人力资源",
            "leasing",
            "rental",
            "business services",
            "consult",
            "advertis",
            "staffing",
            "лизинг",
            "аренд",
            "деловые услуги",
            "консалт",
            "реклам",
        ],
    ),
    (
        ChinaIndustry::Industry,
        &[
            "工业",
            "制造",
            "采矿",
            "矿业",
            "电力",
            "机械",
            "化工",
            "钢铁",
            "纺织",
            "服装",
            "电子",
            "汽车",
            "食品",
            "医药",
            "加工",
            "industr",
            "manufactur",
            "mining",
            "machinery",
            "chemical",
            "steel",
            "metal",
            "textile",
            "apparel",
            "electronic",
            "automotive",
            "food",
            "pharma",
            "energy",
            "packaging",
            "производ",
            "промышл",
            "машиностр",
            "хими",
            "металл",
            "текстил",
            "швей",
            "пищев",
            "фарм",
            "энергет",
            "электроник",
            "добыч",
            "завод",
        ],
    ),
];

const TEXTILE: &[&str] = &[
    "текстил",
    "швей",
    "одежд",
    "кожан",
    "кожев",
    "textile",
    "apparel",
    "clothing",
    "leather",
    "纺织",
    "服装",
    "皮革",
];
const CATERING: &[&str] = &["общепит", "общественное питание", "ресторан", "кафе", "catering", "restaurant", "餐饮"];

impl IndustryMeaning {
    /// Reads the text of an industry column.
    pub fn read(text: &str) -> Self {
        let text = text.to_lowercase();
        let any = |words: &[&str]| words.iter().any(|word| text.contains(word));
        let china = KEYWORDS.iter().find(|(_, words)| any(words)).map(|(industry, _)| *industry);
        let russia = match () {
            () if any(TEXTILE) => Some(RussiaIndustry::Textile),
            () if any(CATERING) => Some(RussiaIndustry::Catering),
            () => None,
        };
        Self { china, russia }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<ChinaIndustry>) {
        assert_eq!(IndustryMeaning::read(text).china, expected, "{text}");
    }

    #[test]
    fn industries_are_known_in_three_languages() {
        check("制造业", Some(ChinaIndustry::Industry));
        check("批发业", Some(ChinaIndustry::Wholesale));
        check("物业管理", Some(ChinaIndustry::PropertyManagement));
        check("房地产开发", Some(ChinaIndustry::RealEstate));
        check("软件和信息技术服务", Some(ChinaIndustry::Software));
        check("餐饮业", Some(ChinaIndustry::HotelsCatering));
        check("Software", Some(ChinaIndustry::Software));
        check("Food wholesale", Some(ChinaIndustry::Wholesale));
        check("Manufacturing", Some(ChinaIndustry::Industry));
        check("Строительство", Some(ChinaIndustry::Construction));
        check("Оптовая торговля", Some(ChinaIndustry::Wholesale));
        check("Машиностроение", Some(ChinaIndustry::Industry));
        check("Образование", None);
        check("", None);
        assert_eq!(IndustryMeaning::read("Швейное производство").russia, Some(RussiaIndustry::Textile));
        assert_eq!(IndustryMeaning::read("Рестораны").russia, Some(RussiaIndustry::Catering));
        assert_eq!(IndustryMeaning::read("Логистика").russia, None);
    }
}

//! A company's size from its figures, by the limits of a profile (DOMAIN 5.1).

use super::explanation::{Comparison, Evidence, Indicator};
use super::industry::{ChinaIndustry, IndustryMeaning, RussiaIndustry};
use super::rules::{ChinaLimits, EuClass, EuLimits, RussiaLimits, SegmentRules};
use super::segment::Size;

/// Hears the evidence while a client is assessed. Classifying 100,000 clients nobody listens, and it costs nothing.
pub(super) trait Witness {
    fn hear(&mut self, weight: u8, evidence: impl FnOnce() -> Evidence);
}

/// Nobody listens.
impl Witness for () {
    fn hear(&mut self, _: u8, _: impl FnOnce() -> Evidence) {}
}

/// A client's figures; amounts are in the profile's currency. Only positive or zero ones are kept.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Figures {
    pub employees: Option<f64>,
    pub turnover: Option<f64>,
    pub assets: Option<f64>,
}

/// A size from figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sizing {
    pub size: Size,
    /// Whether every indicator that the profile looks at was there.
    pub is_complete: bool,
}

/// Weights of figures in an explanation: the one that decided, and the others.
const DECIDED: u8 = 60;
const AGREED: u8 = 40;

/// A figure, the size that it alone would give, and the limit that shows it.
#[derive(Clone, Copy)]
struct Measured {
    indicator: Indicator,
    value: f64,
    size: Size,
    comparison: Comparison,
    limit: f64,
}

impl Measured {
    fn tell(self, decided: Size, witness: &mut impl Witness) {
        let Self { indicator, value, size, comparison, limit } = self;
        let weight = if size == decided { DECIDED } else { AGREED };
        witness.hear(weight, || Evidence::Figure { indicator, value, comparison, limit, size });
    }
}

/// The class whose upper limit a value keeps to: limits of micro, small, medium.
fn within(indicator: Indicator, value: f64, limits: [f64; 3], is_inclusive: bool) -> Measured {
    let (inside, outside) =
        if is_inclusive { (Comparison::AtMost, Comparison::Above) } else { (Comparison::Below, Comparison::AtLeast) };
    let fits = |limit: f64| if is_inclusive { value <= limit } else { value < limit };
    let [micro, small, medium] = limits;
    let (size, comparison, limit) = match value {
        _ if fits(micro) => (Size::Micro, inside, micro),
        _ if fits(small) => (Size::Small, inside, small),
        _ if fits(medium) => (Size::Medium, inside, medium),
        _ => (Size::Large, outside, medium),
    };
    Measured { indicator, value, size, comparison, limit }
}

/// EU 2003/361/EC: headcount and (turnover or balance) below the limits of a class.
pub(super) fn eu(figures: &Figures, limits: &EuLimits, witness: &mut impl Witness) -> Option<Sizing> {
    let of = |limit: fn(&EuClass) -> f64| [limit(&limits.micro), limit(&limits.small), limit(&limits.medium)];
    let staff = figures.employees.map(|value| within(Indicator::Employees, value, of(|class| class.employees), false));
    let turnover = figures.turnover.map(|value| within(Indicator::Turnover, value, of(|class| class.turnover), true));
    let assets = figures.assets.map(|value| within(Indicator::Assets, value, of(|class| class.assets), true));
    // Either of the two amounts may keep to the limit, so the smaller class counts.
    let amount = [turnover, assets].into_iter().flatten().min_by_key(|measured| measured.size);
    let size = [staff, amount].into_iter().flatten().map(|measured| measured.size).max()?;
    [staff, turnover, assets].into_iter().flatten().for_each(|measured| measured.tell(size, witness));
    Some(Sizing { size, is_complete: staff.is_some() && amount.is_some() })
}

/// Russia's 209-ФЗ: the higher of the classes by staff and by income.
pub(super) fn russia(
    figures: &Figures,
    limits: &RussiaLimits,
    industry: IndustryMeaning,
    witness: &mut impl Witness,
) -> Option<Sizing> {
    let medium_staff = match industry.russia {
        Some(RussiaIndustry::Textile) => limits.medium_textile_employees,
        Some(RussiaIndustry::Catering) => limits.medium_catering_employees,
        None => limits.medium.employees,
    };
    let by_staff = [limits.micro.employees, limits.small.employees, medium_staff];
    let by_income = [limits.micro.turnover, limits.small.turnover, limits.medium.turnover];
    let staff = figures.employees.map(|value| within(Indicator::Employees, value, by_staff, true));
    let income = figures.turnover.map(|value| within(Indicator::Turnover, value, by_income, true));
    let size = [staff, income].into_iter().flatten().map(|measured| measured.size).max()?;
    [staff, income].into_iter().flatten().for_each(|measured| measured.tell(size, witness));
    Some(Sizing { size, is_complete: staff.is_some() && income.is_some() })
}

/// China's table: the largest class of which all listed indicators reach the bound.
pub(super) fn china(
    figures: &Figures,
    rules: &SegmentRules,
    industry: IndustryMeaning,
    witness: &mut impl Witness,
) -> Option<Sizing> {
    const WAN: f64 = 10_000.0;
    let line = industry.china.unwrap_or(ChinaIndustry::Other);
    let limits: ChinaLimits =
        rules.china.iter().find(|(other, _)| *other == line).map_or_else(|| line.limits(), |(_, limits)| *limits);
    let measure = |indicator, value: Option<f64>, bounds: Option<[f64; 3]>, unit: f64| {
        Some(reaching(indicator, value?, bounds?.map(|bound| bound * unit)))
    };
    let measured = [
        measure(Indicator::Employees, figures.employees, limits.employees, 1.0),
        measure(Indicator::Turnover, figures.turnover, limits.turnover, WAN),
        measure(Indicator::Assets, figures.assets, limits.assets, WAN),
    ];
    let listed = [limits.employees.is_some(), limits.turnover.is_some(), limits.assets.is_some()];
    let size = measured.iter().flatten().map(|measured| measured.size).min()?;
    measured.iter().flatten().for_each(|measured| measured.tell(size, witness));
    let is_complete = listed.iter().zip(&measured).all(|(listed, measured)| !listed || measured.is_some());
    Some(Sizing { size, is_complete })
}

/// The class whose lower bound a value reaches: bounds of large, medium, small.
fn reaching(indicator: Indicator, value: f64, bounds: [f64; 3]) -> Measured {
    let [large, medium, small] = bounds;
    let (size, comparison, limit) = match value {
        _ if value >= large => (Size::Large, Comparison::AtLeast, large),
        _ if value >= medium => (Size::Medium, Comparison::AtLeast, medium),
        _ if value >= small => (Size::Small, Comparison::AtLeast, small),
        _ => (Size::Micro, Comparison::Below, small),
    };
    Measured { indicator, value, size, comparison, limit }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures(employees: impl Into<Option<f64>>, turnover: impl Into<Option<f64>>) -> Figures {
        Figures { employees: employees.into(), turnover: turnover.into(), assets: None }
    }

    fn complete(size: Size) -> Sizing {
        Sizing { size, is_complete: true }
    }

    fn partial(size: Size) -> Sizing {
        Sizing { size, is_complete: false }
    }

    #[test]
    fn eu_limits() {
        #[track_caller]
        fn check(figures: Figures, expected: impl Into<Option<Sizing>>) {
            assert_eq!(eu(&figures, &EuLimits::default(), &mut ()), expected.into(), "{figures:?}");
        }
        check(figures(9.0, 2e6), complete(Size::Micro));
        check(figures(10.0, 2e6), complete(Size::Small));
        check(figures(9.0, 2.1e6), complete(Size::Small));
        check(figures(49.0, 10e6), complete(Size::Small));
        check(figures(249.0, 50e6), complete(Size::Medium));
        check(figures(250.0, 1e6), complete(Size::Large));
        check(figures(40.0, 51e6), complete(Size::Large));
        check(Figures { assets: Some(43e6), ..figures(249.0, 51e6) }, complete(Size::Medium));
        check(Figures { assets: Some(44e6), ..figures(249.0, 51e6) }, complete(Size::Large));
        check(figures(320.0, None), partial(Size::Large));
        check(figures(None, 5e6), partial(Size::Small));
        check(figures(None, None), None);
    }

    #[test]
    fn russian_limits() {
        #[track_caller]
        fn check(figures: Figures, industry: &str, expected: impl Into<Option<Sizing>>) {
            let industry = IndustryMeaning::read(industry);
            assert_eq!(russia(&figures, &RussiaLimits::default(), industry, &mut ()), expected.into(), "{figures:?}");
        }
        check(figures(15.0, 120e6), "", complete(Size::Micro));
        check(figures(16.0, 1e6), "", complete(Size::Small));
        check(figures(5.0, 900e6), "", complete(Size::Medium));
        check(figures(250.0, 2e9), "", complete(Size::Medium));
        check(figures(251.0, 2e9), "", complete(Size::Large));
        check(figures(900.0, 2e9), "Швейное производство", complete(Size::Medium));
        check(figures(1001.0, 2e9), "Текстиль", complete(Size::Large));
        check(figures(1400.0, 2e9), "Общепит", complete(Size::Medium));
        check(figures(14.0, 2.1e9), "", complete(Size::Large));
        check(figures(None, 100e6), "", partial(Size::Micro));
    }

    #[test]
    fn chinese_limits() {
        #[track_caller]
        fn check(figures: Figures, industry: &str, expected: impl Into<Option<Sizing>>) {
            let industry = IndustryMeaning::read(industry);
            assert_eq!(china(&figures, &SegmentRules::default(), industry, &mut ()), expected.into(), "{figures:?}");
        }
        check(figures(1000.0, 400e6), "制造业", complete(Size::Large));
        check(figures(999.0, 400e6), "制造业", complete(Size::Medium));
        check(figures(5000.0, 399e6), "制造业", complete(Size::Medium));
        check(figures(20.0, 3e6), "制造业", complete(Size::Small));
        check(figures(19.0, 400e6), "制造业", complete(Size::Micro));
        check(figures(200.0, 400e6), "批发", complete(Size::Large));
        check(figures(300.0, None), "教育", complete(Size::Large));
        check(figures(99.0, None), "", complete(Size::Small));
        check(figures(1000.0, None), "制造业", partial(Size::Large));
        check(figures(None, 200e6), "农业", complete(Size::Large));
        check(figures(300.0, 200e6), "房地产", partial(Size::Medium));
        check(Figures { assets: Some(100e6), ..figures(5.0, 2e9) }, "房地产", complete(Size::Large));
        check(Figures { assets: Some(1.2e9), ..figures(300.0, None) }, "租赁", complete(Size::Large));
    }
}

//! Why a client has its classes, in sentences.

use crate::analysis::{
    AbcBasis, AbcExplanation, ChurnExplanation, ChurnSource, OverdueRules, RfmExplanation, Rhythm, Scored,
    XyzExplanation,
};
use crate::i18n::{Language, analysis, t_string};
use crate::state::Formats;

pub fn abc(i18n: Language, formats: &Formats, why: &AbcExplanation) -> Vec<String> {
    let number = |count: u32| formats.number(f64::from(count), 0);
    let (rank, of, amount) = (number(why.rank), number(why.of), formats.money(why.amount));
    let mut reasons = vec![match why.basis {
        AbcBasis::Revenue => t_string!(i18n, analysis.why.rank_revenue, rank = rank, of = of, amount = amount),
        AbcBasis::Margin => t_string!(i18n, analysis.why.rank_margin, rank = rank, of = of, amount = amount),
    }];
    if why.alike > 1 {
        reasons.push(t_string!(i18n, analysis.why.alike, number = number(why.alike)));
    }
    match (why.before, why.share) {
        (Some(before), Some(share)) => {
            let (before, share) = (formats.percent(before, 1), formats.percent(share, 1));
            reasons.push(t_string!(i18n, analysis.why.before, before = before, share = share));
        }
        _ => reasons.push(t_string!(i18n, analysis.why.nothing).to_owned()),
    }
    let [low, high] = why.limits.map(|limit| formats.percent(limit, 1));
    reasons.push(t_string!(i18n, analysis.why.limits, first = "A", second = "B", low = low, high = high));
    reasons
}

pub fn xyz(i18n: Language, formats: &Formats, why: &XyzExplanation) -> Vec<String> {
    let mut reasons = Vec::new();
    if let Some(variation) = why.variation {
        let variation = formats.percent(variation, 1);
        reasons.push(t_string!(i18n, analysis.why.variation, variation = variation));
    }
    let [low, high] = why.limits.map(|limit| formats.percent(limit, 1));
    reasons.push(t_string!(i18n, analysis.why.xyz_limits, low = low, high = high));
    let (month, months) = (formats.month(why.first_month), formats.number(f64::from(why.period_months), 0));
    let number = formats.number(why.periods.len() as f64, 0);
    reasons.push(t_string!(i18n, analysis.why.periods, month = month, months = months, number = number));
    reasons
}

/// What was bought in each period, named by its first month.
pub fn periods(formats: &Formats, why: &XyzExplanation) -> Vec<(String, String)> {
    let months = (why.first_month..).step_by(usize::from(why.period_months.max(1)));
    why.periods.iter().zip(months).map(|(amount, month)| (formats.month(month), formats.amount(*amount))).collect()
}

pub fn rfm(i18n: Language, formats: &Formats, why: &RfmExplanation) -> Vec<String> {
    let number = |count: u32| formats.number(f64::from(count), 0);
    let rank = |scored: &Scored| formats.number(scored.rank, 1);
    let of = number(why.of);
    let mut reasons = vec![
        t_string!(
            i18n,
            analysis.why.recency,
            score = why.recency.score,
            days = number(why.days_since),
            rank = rank(&why.recency),
            of = of.clone()
        ),
        t_string!(
            i18n,
            analysis.why.frequency,
            score = why.frequency.score,
            value = formats.number(why.frequency.value, 1),
            rank = rank(&why.frequency),
            of = of.clone()
        ),
        t_string!(
            i18n,
            analysis.why.monetary,
            score = why.monetary.score,
            value = formats.money(why.monetary.value),
            rank = rank(&why.monetary),
            of = of
        ),
        t_string!(i18n, analysis.why.by, scoring = analysis::scoring(i18n, why.scoring)),
    ];
    if why.of < crate::analysis::RfmRules::QUINTILES_FROM as u32 {
        reasons.push(t_string!(i18n, analysis.matrix.few).to_owned());
    }
    reasons
}

pub fn rhythm(i18n: Language, formats: &Formats, rhythm: &Rhythm, rules: &OverdueRules) -> Vec<String> {
    let since = formats.number(f64::from(rhythm.since), 0);
    let (day, interval) = (formats.long_day(rhythm.last), formats.number(rhythm.interval, 0));
    let times = |ratio: f64| formats.percent(ratio, 0);
    vec![
        t_string!(i18n, analysis.why.rhythm_since, day = day, since = since, interval = interval),
        t_string!(
            i18n,
            analysis.why.rhythm_ratio,
            ratio = times(rhythm.ratio),
            watch = times(rules.watch),
            risk = times(rules.risk),
            lost = times(rules.lost)
        ),
        t_string!(i18n, analysis.why.rhythm_next, day = formats.long_day(rhythm.expected)),
    ]
}

pub fn churn(i18n: Language, formats: &Formats, why: &ChurnExplanation) -> Vec<String> {
    let of_segment = || t_string!(i18n, analysis.why.churn_segment, share = formats.percent(why.of_segment, 1));
    match why.source {
        ChurnSource::Sheet => vec![t_string!(i18n, analysis.why.churn_sheet).to_owned()],
        ChurnSource::Segment => vec![of_segment(), t_string!(i18n, analysis.why.churn_alone).to_owned()],
        ChurnSource::Overdue(state) => {
            let state = analysis::order_state(i18n.get_locale(), state);
            let factor = formats.number(why.factor.unwrap_or(1.0), 2);
            vec![of_segment(), t_string!(i18n, analysis.why.churn_factor, state = state, factor = factor)]
        }
    }
}

//! The table of key figures.

use super::evaluate::{Surroundings, evaluate};
use super::kpi::Kpi;
use super::settings::KpiSettings;
use super::thresholds::Light;
use crate::target::{Facts, Measure, Scope};
use crate::trace::Trace;
use crate::workbook::Month;

/// A key figure with its target, light and trend.
#[derive(Clone, Debug, PartialEq)]
pub struct BoardRow {
    pub kpi: Kpi,
    /// Over the whole scope.
    pub value: Trace,
    pub target: Option<f64>,
    pub light: Option<Light>,
    /// Month by month; `None` where there is no data.
    pub trend: Vec<(Month, Option<f64>)>,
    /// What has to be recorded before there is a value.
    pub lacking: Vec<Measure>,
}

/// The table of key figures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Board {
    pub rows: Vec<BoardRow>,
}

impl Board {
    /// The figures shown, over a scope.
    pub fn new(settings: &KpiSettings, facts: &Facts, scope: &Scope, around: &Surroundings) -> Self {
        let row = |kpi: &Kpi| {
            let value = evaluate(*kpi, facts, scope, around);
            let judgement = settings.judgement(*kpi);
            let months = (scope.from.0..=scope.to.0).map(Month);
            let lacks = |measure: &&Measure| facts.value(**measure, scope).is_none();
            BoardRow {
                kpi: *kpi,
                light: judgement.and_then(|judgement| judgement.light(value.value, kpi.direction())),
                target: settings.targets.get(kpi).and_then(|target| target.value),
                trend: months
                    .map(|month| (month, evaluate(*kpi, facts, &scope.in_month(month), around).value))
                    .collect(),
                lacking: kpi.measures().iter().filter(lacks).copied().collect(),
                value,
            }
        };
        Self { rows: settings.shown.iter().map(row).collect() }
    }
}

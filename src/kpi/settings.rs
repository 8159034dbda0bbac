//! What a person sets about the key figures.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::kpi::Kpi;
use super::thresholds::{Judgement, Thresholds};
use crate::target::Role;

/// The target of one key figure.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct KpiTarget {
    pub value: Option<f64>,
    /// Own limits of the lights; without, DOMAIN's.
    pub thresholds: Option<Thresholds>,
    /// The roles that answer for it (the launch gate asks that each has one).
    pub roles: Vec<Role>,
}

/// The key figures in use, their targets and limits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct KpiSettings {
    /// Seventeen, in their order; a spare one may stand in any place.
    pub shown: Vec<Kpi>,
    pub targets: BTreeMap<Kpi, KpiTarget>,
    pub thresholds: Thresholds,
}

impl Default for KpiSettings {
    fn default() -> Self {
        Self { shown: Kpi::seventeen().to_vec(), targets: BTreeMap::new(), thresholds: Thresholds::default() }
    }
}

impl KpiSettings {
    /// Puts another key figure in a place. One that is shown already changes places with it.
    pub fn swap(&mut self, place: usize, other: Kpi) {
        if place >= self.shown.len() {
            return;
        }
        match self.shown.iter().position(|shown| *shown == other) {
            Some(at) => self.shown.swap(place, at),
            None => self.shown[place] = other,
        }
    }

    /// How a key figure is judged: by the person's target, else by published values, else not at all.
    pub fn judgement(&self, kpi: Kpi) -> Option<Judgement> {
        let own = self.targets.get(&kpi);
        if let Some((target, own)) = own.and_then(|own| own.value.map(|value| (value, own))) {
            let thresholds = own.thresholds.unwrap_or(self.thresholds);
            return Some(Judgement::Score { target, thresholds });
        }
        kpi.published().map(|(judgement, _)| judgement)
    }
}

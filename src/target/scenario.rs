//! Plans beside each other.

use serde::{Deserialize, Serialize};

use super::lock::Lock;
use super::manager::Manager;
use super::settings::PlanSettings;

/// A whole plan under a name. The clients are the same for all.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Scenario {
    pub id: String,
    pub name: String,
    pub settings: PlanSettings,
    pub managers: Vec<Manager>,
    pub locks: Vec<Lock>,
}

impl Scenario {
    /// The same plan under another name.
    #[must_use]
    pub fn copy(&self, id: String, name: String) -> Self {
        Self { id, name, ..self.clone() }
    }

    /// Renames it; a name of nothing but spaces is refused.
    pub fn rename(&mut self, name: &str) -> bool {
        let is_name = !name.trim().is_empty();
        if is_name {
            name.trim().clone_into(&mut self.name);
        }
        is_name
    }
}

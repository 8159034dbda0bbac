//! The launch gate: sales start only once every role has its targets (DOMAIN 1.35).

use super::grid::Grid;
use super::manager::{ManagerId, Role};
use super::plan::Plan;
use crate::kpi::KpiSettings;

/// What a plan lacks before it can start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gap {
    /// There is no goal, or none that can be reached, and so no target at all.
    NoTargets,
    /// Nobody has the role.
    NobodyInRole(Role),
    /// No key figure with a target is the role's.
    RoleWithoutKpi(Role),
    /// A hunter without any target in the grid.
    ManagerWithoutTarget(ManagerId),
    /// Targets that nobody has: so much, in the smallest unit of the currency.
    TargetsOfNobody(i64),
}

/// What is lacking; nothing: the plan can start.
pub fn launch_gate(plan: &Plan, grid: Option<&Grid>, kpis: &KpiSettings) -> Vec<Gap> {
    let mut gaps = Vec::new();
    let grid = grid.filter(|grid| grid.total() > 0);
    if grid.is_none() {
        gaps.push(Gap::NoTargets);
    }
    for role in Role::ALL {
        if plan.of_role(role).next().is_none() {
            gaps.push(Gap::NobodyInRole(role));
        }
        let is_given = kpis.targets.values().any(|target| target.value.is_some() && target.roles.contains(&role));
        if !is_given {
            gaps.push(Gap::RoleWithoutKpi(role));
        }
    }
    if let Some(grid) = grid {
        let without = |id: &&ManagerId| grid.sum(None, Some(*id), None) == 0;
        let hunters = plan.of_role(Role::Hunter).map(|manager| &manager.id);
        gaps.extend(hunters.filter(without).cloned().map(Gap::ManagerWithoutTarget));
        let rows = grid.rows.iter().enumerate().filter(|(_, row)| row.manager.is_none());
        let of_nobody: i64 = rows.map(|(at, _)| grid.row_total(at)).sum();
        if of_nobody != 0 {
            gaps.push(Gap::TargetsOfNobody(of_nobody));
        }
    }
    gaps
}

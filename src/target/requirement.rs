//! What is missing to the goal (DOMAIN 4.2).

use super::assumptions::Assumptions;
use super::by_segment::BySegment;
use super::existing::Existing;
use super::goal::GoalKind;
use super::work::SegmentWork;

/// What new clients bring and cost, for each unit of new revenue.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UnitPlan {
    /// The work of each segment for its share of one unit.
    pub work: BySegment<SegmentWork>,
    /// `Σ w·m`; nothing if all weights are zero.
    pub margin: Option<f64>,
    /// What the leads cost.
    pub budget: f64,
}

/// What is needed. Amounts are for the whole plan, in the workbook's currency.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Requirement {
    /// What today's clients bring.
    pub existing: f64,
    pub existing_margin: f64,
    /// What new clients have to bring. `None`: no amount of new revenue reaches the goal.
    pub new: Option<f64>,
    /// The gross margin of that.
    pub new_margin: Option<f64>,
    pub fixed_costs: f64,
    pub sales_costs: f64,
    pub marketing_costs: Option<f64>,
    /// The revenue that the goal takes: what the targets of the plan add up to.
    pub required: Option<f64>,
}

impl UnitPlan {
    pub fn of(assumptions: &BySegment<Assumptions>, year_share: f64) -> Self {
        let work = BySegment::from_fn(|segment| {
            SegmentWork::of(&assumptions[segment], assumptions[segment].weight(), year_share)
        });
        let weight: f64 = assumptions.iter().map(|(_, of_segment)| of_segment.weight()).sum();
        let margin = assumptions.iter().map(|(_, of_segment)| of_segment.weight() * of_segment.margin()).sum();
        let budget = work.iter().filter_map(|(_, of_segment)| of_segment.budget).sum();
        Self { work, margin: (weight > 0.0).then_some(margin), budget }
    }
}

impl Requirement {
    /// What a goal needs.
    ///
    /// The costs of leads depend on how many are needed, and that on the costs: `NewGM = need + q·NewGM`, with `q` what
    /// the leads cost of each unit of margin. Going round until nothing changes ends at `need / (1 − q)` if `q < 1`,
    /// and nowhere if not, so that value is taken at once.
    pub fn of(
        kind: GoalKind,
        amount: f64,
        existing: &Existing,
        unit: &UnitPlan,
        fixed_costs: f64,
        sales_costs: f64,
    ) -> Self {
        let (revenue, margin) = (existing.total_revenue(), existing.total_margin());
        let base = Self { existing: revenue, existing_margin: margin, fixed_costs, sales_costs, ..Self::default() };
        match (kind, unit.margin) {
            (GoalKind::Revenue, unit_margin) => {
                let missing = (amount - revenue).max(0.0);
                let new = if unit_margin.is_none() && missing > 0.0 { None } else { Some(missing) };
                Self { required: Some(amount), ..base.with_new(new, unit) }
            }
            (GoalKind::Profit, unit_margin) => {
                let need = amount + fixed_costs + sales_costs - margin;
                if need <= 0.0 {
                    // A part of what comes anyway is enough.
                    let part = if margin > 0.0 { ((margin + need) / margin).max(0.0) } else { 1.0 };
                    return Self { required: Some(revenue * part), ..base.with_new(Some(0.0), unit) };
                }
                let unit_margin = unit_margin.filter(|margin| *margin > unit.budget);
                let new = unit_margin.map(|unit_margin| {
                    let cost_of_margin = unit.budget / unit_margin;
                    need / (1.0 - cost_of_margin) / unit_margin
                });
                Self { required: new.map(|new| revenue + new), ..base.with_new(new, unit) }
            }
        }
    }

    fn with_new(self, new: Option<f64>, unit: &UnitPlan) -> Self {
        let new_margin = new.map(|new| new * unit.margin.unwrap_or(0.0));
        Self { new, new_margin, marketing_costs: new.map(|new| new * unit.budget), ..self }
    }

    /// Gross margin of old and new clients.
    pub fn margin(&self) -> Option<f64> {
        Some(self.existing_margin + self.new_margin?)
    }

    pub fn costs(&self) -> Option<f64> {
        Some(self.fixed_costs + self.sales_costs + self.marketing_costs?)
    }

    /// What is left once the plan is met.
    pub fn profit(&self) -> Option<f64> {
        Some(self.margin()? - self.costs()?)
    }

    /// Profit with so much new revenue.
    pub fn profit_with(&self, new: f64, unit: &UnitPlan) -> f64 {
        self.existing_margin + new * (unit.margin.unwrap_or(0.0) - unit.budget) - self.fixed_costs - self.sales_costs
    }
}

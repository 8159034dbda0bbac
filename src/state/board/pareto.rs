//! The Pareto chart's figures, from the workbook's own numbers.

use crate::segment::{Concentration, concentration};
use crate::workbook::{ClientTable, Field};

/// How concentrated the revenue is, and what the chart's table says.
#[derive(Clone, Debug, PartialEq)]
pub struct Pareto {
    pub concentration: Concentration,
    /// The share of clients that the largest fifth is: a little over 0.2 for few clients.
    pub top_clients: f64,
    /// The share of revenue that the largest one to five fifths of the clients bring, 0 to 1.
    pub fifths: [f64; 5],
}

impl Pareto {
    /// How the share of clients is called: a fifth, unless so few clients make up much more than a fifth.
    pub fn called(&self) -> f64 {
        if self.top_clients < 0.225 { 0.2 } else { self.top_clients }
    }

    /// Nothing where no client has a revenue.
    pub fn of(table: &ClientTable) -> Option<Self> {
        let revenue = table.field(Field::Revenue);
        let concentration = concentration(table.rows().map(|row| revenue.number(row)))?;
        let mut fifths = [1, 2, 3, 4, 5].map(|fifth| share_at(&concentration.pareto, f64::from(fifth) / 5.0));
        // The largest fifth is a whole number of clients: the same figure as in the caption.
        fifths[0] = concentration.top_fifth_share;
        let top_clients = f64::from(concentration.top_fifth) / f64::from(concentration.clients.max(1));
        Some(Self { concentration, top_clients, fifths })
    }
}

/// The height of the curve at this share of clients.
fn share_at(points: &[(f64, f64)], clients: f64) -> f64 {
    let after = points.iter().position(|(share, _)| *share >= clients - 1e-9).unwrap_or(points.len());
    let (Some(before), Some(point)) = (points.get(after.saturating_sub(1)), points.get(after)) else { return 1.0 };
    let width = point.0 - before.0;
    if width <= 0.0 { point.1 } else { before.1 + (point.1 - before.1) * ((clients - before.0) / width).min(1.0) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbook::{Edit, Origin, Value, Workbook};

    #[test]
    fn fifths_follow_the_curve_and_nothing_is_nothing() {
        let mut workbook = Workbook::new(Origin(1));
        assert_eq!(Pareto::of(workbook.table()), None);
        let rows =
            [50.0, 20.0, 10.0, 10.0, 10.0, -7.0].map(|amount| vec![(Field::Revenue.into(), Value::Number(amount))]);
        workbook.apply(Edit::AddRows(rows.into())).expect("rows");
        let pareto = Pareto::of(workbook.table()).expect("figures");
        assert_eq!(pareto.concentration.negative, 1);
        for (found, expected) in pareto.fifths.into_iter().zip([0.5, 0.7, 0.8, 0.9, 1.0]) {
            assert!((found - expected).abs() < 1e-9, "{found} {expected}");
        }
    }
}

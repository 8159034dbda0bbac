//! The Pareto chart: how much of the revenue the largest clients bring.

/// What the chart shows. Shares are 0 to 1.
#[derive(Clone, Debug, PartialEq)]
pub struct ParetoData {
    /// (share of clients, share of revenue), from (0, 0) to (1, 1), ascending.
    pub points: Vec<(f64, f64)>,
    /// The share of revenue that the largest fifth of the clients brings: the marked point.
    pub top_fifth_share: f64,
}

/// The chart's texts, translated and formatted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParetoLabels {
    /// Below the horizontal axis: "Share of clients".
    pub clients: String,
    /// Beside the vertical axis: "Share of revenue".
    pub revenue: String,
    /// The tick marks 0 %, 20 %, 40 %, 60 %, 80 % and 100 %.
    pub ticks: [String; 6],
    /// At the marked point: "20 % → 63 %".
    pub point: String,
}

/// The chart as an `<svg>` element with a viewBox of this size in CSS pixels; it takes the width it is given.
pub fn pareto(data: &ParetoData, labels: &ParetoLabels, size: (u32, u32)) -> String {
    let _ = (data, labels, size);
    String::new()
}

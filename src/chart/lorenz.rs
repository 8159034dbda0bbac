//! The Lorenz chart: how unevenly the clients share the revenue.

use plotters::prelude::*;

use super::plot::{axes, below, dashes, drawable, drawn, line, mark, plot};
use super::svg::Paint;

/// What the chart shows. Shares are 0 to 1.
#[derive(Clone, Debug, PartialEq)]
pub struct LorenzData {
    /// (share of clients, share of revenue) of the smallest clients, from (0, 0) to (1, 1), ascending.
    pub points: Vec<(f64, f64)>,
    /// The marked point of the curve.
    pub marked: (f64, f64),
}

/// The chart's texts, translated and formatted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LorenzLabels {
    /// Below the horizontal axis: "Share of clients, smallest first".
    pub clients: String,
    /// Above the vertical axis: "Share of revenue".
    pub revenue: String,
    /// The tick marks 0 %, 20 %, 40 %, 60 %, 80 % and 100 %.
    pub ticks: [String; 6],
    /// At the marked point.
    pub point: String,
}

/// The chart as an `<svg>` element, like [`super::pareto`]. The dashed diagonal is a list of clients that are all alike.
pub fn lorenz(data: &LorenzData, labels: &LorenzLabels, size: (u32, u32)) -> String {
    let Some(points) = drawable(&data.points, size) else { return String::new() };
    drawn(size, |area| {
        let plot = plot(size);
        axes(area, &plot, &labels.ticks, (&labels.clients, &labels.revenue), size)?;
        below(area, &plot, &points)?;
        dashes(area, plot.translate(&(0.0, 0.0)), plot.translate(&(1.0, 1.0)))?;
        let curve: Vec<(i32, i32)> = points.iter().map(|point| plot.translate(point)).collect();
        area.draw(&PathElement::new(curve, line(Paint::Main, 2)))?;
        mark(area, &plot, data.marked, &labels.point)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(points: Vec<(f64, f64)>, point: &str) -> String {
        let labels = LorenzLabels {
            clients: "Share of clients".to_owned(),
            revenue: "Share of revenue".to_owned(),
            ticks: [0, 20, 40, 60, 80, 100].map(|percent| format!("{percent} %")),
            point: point.to_owned(),
        };
        lorenz(&LorenzData { points, marked: (0.5, 0.1) }, &labels, (320, 240))
    }

    #[test]
    fn a_curve_is_drawn_in_the_pages_colours_and_its_labels_are_no_markup() {
        let svg = drawn(vec![(0.0, 0.0), (0.5, 0.1), (1.0, 1.0)], "<b>10 %</b>");
        assert!(svg.starts_with("<svg class=\"chart\"") && svg.contains("var(--chart-guide)"), "{svg}");
        assert!(svg.contains("&lt;b&gt;10 %") && !svg.contains("<b>") && !svg.contains("style="), "{svg}");
    }

    #[test]
    fn no_clients_make_no_chart() {
        assert_eq!(drawn(Vec::new(), ""), "");
    }
}

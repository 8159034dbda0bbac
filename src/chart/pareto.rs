//! The Pareto chart: how much of the revenue the largest clients bring.

use plotters::prelude::*;

use super::plot::{axes, below, dashes, drawable, drawn, line, mark, plot};
use super::svg::Paint;

/// What the chart shows. Shares are 0 to 1.
#[derive(Clone, Debug, PartialEq)]
pub struct ParetoData {
    /// (share of clients, share of revenue), from (0, 0) to (1, 1), ascending.
    pub points: Vec<(f64, f64)>,
    /// The marked point: the share of clients that the largest fifth is (a little over 0.2 for few clients), and the
    /// share of revenue it brings.
    pub marked: (f64, f64),
}

/// The chart's texts, translated and formatted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParetoLabels {
    /// Below the horizontal axis: "Share of clients".
    pub clients: String,
    /// Above the vertical axis: "Share of revenue".
    pub revenue: String,
    /// The tick marks 0 %, 20 %, 40 %, 60 %, 80 % and 100 %.
    pub ticks: [String; 6],
    /// At the marked point: "20 % → 63 %".
    pub point: String,
}

/// The chart as an `<svg>` element with a viewBox of this size in CSS pixels; it takes the width it is given. A size of
/// 320 x 240 to 700 x 400 looks well. Where there is nothing to draw the text is empty.
pub fn pareto(data: &ParetoData, labels: &ParetoLabels, size: (u32, u32)) -> String {
    let Some(points) = drawable(&data.points, size) else { return String::new() };
    drawn(size, |area| {
        let plot = plot(size);
        axes(area, &plot, &labels.ticks, (&labels.clients, &labels.revenue), size)?;
        below(area, &plot, &points)?;
        // The guides lie over the area, so that the rule of 80 : 20 can be compared with the curve.
        for [from, to] in [[(0.2, 0.0), (0.2, 1.0)], [(0.0, 0.8), (1.0, 0.8)]] {
            dashes(area, plot.translate(&from), plot.translate(&to))?;
        }
        let curve: Vec<(i32, i32)> = points.iter().map(|point| plot.translate(point)).collect();
        area.draw(&PathElement::new(curve, line(Paint::Main, 2)))?;
        // Below the curve there is always room.
        mark(area, &plot, data.marked, &labels.point)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels() -> ParetoLabels {
        ParetoLabels {
            clients: "Share of clients".to_owned(),
            revenue: "Share of revenue".to_owned(),
            ticks: [0, 20, 40, 60, 80, 100].map(|percent| format!("{percent} %")),
            point: "20 % → 72 %".to_owned(),
        }
    }

    fn data() -> ParetoData {
        let points = (0..=100).map(|step| f64::from(step) / 100.0).map(|share| (share, share.powf(0.2))).collect();
        ParetoData { points, marked: (0.2, 0.72) }
    }

    #[test]
    fn a_chart_scales_follows_the_theme_and_keeps_the_pages_policy() {
        let svg = pareto(&data(), &labels(), (320, 240));
        assert!(svg.starts_with("<svg class=\"chart\""), "{svg}");
        assert!(svg.contains("viewBox=\"0 0 320 240\"") && svg.trim_end().ends_with("</svg>"));
        for property in ["text", "grid", "main", "guide", "ground"] {
            assert!(svg.contains(&format!("var(--chart-{property})")), "{property}");
        }
        assert!(!svg.contains("#0") && !svg.contains("style=") && !svg.contains("<svg width"), "{svg}");
        assert!(svg.contains("20 % → 72 %"));
    }

    #[test]
    fn a_label_is_never_markup() {
        let hostile = "<img src=x onerror=alert(1)>\" onload=\"x fill=\"#010200\"";
        let labels = ParetoLabels {
            clients: hostile.to_owned(),
            revenue: hostile.to_owned(),
            point: hostile.to_owned(),
            ticks: std::array::from_fn(|_| hostile.to_owned()),
        };
        let svg = pareto(&data(), &labels, (700, 400));
        assert!(svg.contains("&lt;img src=x onerror=alert(1)&gt;") && !svg.contains("<img"), "{svg}");
        assert!(!svg.contains("onload=\""), "{svg}");
    }

    #[test]
    fn nothing_to_draw_is_an_empty_text() {
        let nothing = ParetoData { points: Vec::new(), marked: (0.0, 0.0) };
        assert_eq!(pareto(&nothing, &labels(), (320, 240)), "");
        assert_eq!(pareto(&data(), &labels(), (0, 0)), "");
        let odd = ParetoData { points: vec![(f64::NAN, 1.0), (0.0, 0.0)], marked: (0.0, 0.0) };
        assert_eq!(pareto(&odd, &labels(), (320, 240)), "");
        let not_marked = ParetoData { marked: (f64::NAN, f64::INFINITY), ..data() };
        assert!(pareto(&not_marked, &labels(), (320, 240)).len() > 1000);
    }
}

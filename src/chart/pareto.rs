//! The Pareto chart: how much of the revenue the largest clients bring.

use plotters::coord::Shift;
use plotters::coord::types::RangedCoordf64;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use super::svg::{Paint, themed};

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
    let is_drawable = |point: &(f64, f64)| [point.0, point.1].iter().all(|share| (0.0..=1.0).contains(share));
    let points: Vec<(f64, f64)> = data.points.iter().copied().filter(is_drawable).collect();
    let mut text = String::new();
    if points.len() < 2 || size.0 < 120 || size.1 < 100 {
        return text;
    }
    let area = SVGBackend::with_string(&mut text, size).into_drawing_area();
    // Writing into a string cannot fail; a chart that did would be missing, and its table would still be there.
    let is_drawn = draw(&area, &points, data.marked, labels, size).is_ok() && area.present().is_ok();
    drop(area);
    if is_drawn { themed(&text, size) } else { String::new() }
}

type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;
type Drawn<'a> = Result<(), DrawingAreaErrorKind<<SVGBackend<'a> as DrawingBackend>::ErrorType>>;

/// Pixels around the plot: for tick marks, axis titles and half a tick mark's width.
const LEFT: i32 = 48;
const RIGHT: i32 = 20;
const TOP: i32 = 28;
const BOTTOM: i32 = 44;
/// plotters divides sizes by 1.24 for SVG: 15 becomes 12 pixels.
const TEXT_SIZE: f64 = 15.0;

fn draw<'a>(
    area: &Area<'a>,
    points: &[(f64, f64)],
    marked: (f64, f64),
    labels: &ParetoLabels,
    size: (u32, u32),
) -> Drawn<'a> {
    let (width, height) = (size.0 as i32, size.1 as i32);
    let plot = Cartesian2d::<RangedCoordf64, RangedCoordf64>::new(
        0.0..1.0,
        0.0..1.0,
        (LEFT..width - RIGHT, height - BOTTOM..TOP),
    );
    let at = |point: (f64, f64)| plot.translate(&point);
    let line = |paint: Paint, width: u32| paint.sentinel().stroke_width(width);
    for (tick, label) in labels.ticks.iter().enumerate() {
        let share = tick as f64 / 5.0;
        let grid = line(Paint::Grid, 1);
        area.draw(&PathElement::new(vec![at((0.0, share)), at((1.0, share))], grid))?;
        area.draw(&PathElement::new(vec![at((share, 0.0)), at((share, -0.012))], grid))?;
        let (x, y) = at((0.0, share));
        write(area, label, (x - 6, y), HPos::Right, VPos::Center)?;
        let (x, y) = at((share, 0.0));
        write(area, label, (x, y + 7), HPos::Center, VPos::Top)?;
    }
    write(area, &labels.revenue, (4, 4), HPos::Left, VPos::Top)?;
    write(area, &labels.clients, ((LEFT + width - RIGHT) / 2, height - 4), HPos::Center, VPos::Bottom)?;

    let mut filled: Vec<(i32, i32)> = points.iter().map(|point| at(*point)).collect();
    let curve = filled.clone();
    filled.extend([at((1.0, 0.0)), at((0.0, 0.0))]);
    area.draw(&Polygon::new(filled, Paint::Main.sentinel().mix(0.16)))?;
    // The guides lie over the area, so that the rule of 80 : 20 can be compared with the curve.
    for guide in [[(0.2, 0.0), (0.2, 1.0)], [(0.0, 0.8), (1.0, 0.8)]] {
        let [from, to] = guide.map(at);
        dashes(area, from, to)?;
    }
    area.draw(&PathElement::new(curve, line(Paint::Main, 2)))?;
    if !(marked.0.is_finite() && marked.1.is_finite()) {
        return Ok(());
    }
    let (x, y) = at((marked.0.clamp(0.0, 1.0), marked.1.clamp(0.0, 1.0)));
    area.draw(&Circle::new((x, y), 6, Paint::Ground.sentinel().filled()))?;
    area.draw(&Circle::new((x, y), 4, Paint::Main.sentinel().filled()))?;
    // Below the curve there is always room, on that side of the point which has more of it.
    let (anchor, x) = if marked.0 > 0.6 { (HPos::Right, x - 10) } else { (HPos::Left, x + 10) };
    write(area, &labels.point, (x, y + 12), anchor, VPos::Center)
}

fn write<'a>(area: &Area<'a>, text: &str, place: (i32, i32), horizontal: HPos, vertical: VPos) -> Drawn<'a> {
    let colour = Paint::Text.sentinel();
    let style = TextStyle::from(("system-ui, sans-serif", TEXT_SIZE).into_font())
        .color(&colour)
        .pos(Pos::new(horizontal, vertical));
    area.draw(&Text::new(text, place, style))
}

/// A dashed line, drawn as its dashes: four pixels on, four off.
fn dashes<'a>(area: &Area<'a>, from: (i32, i32), to: (i32, i32)) -> Drawn<'a> {
    let (across, up) = (to.0 - from.0, to.1 - from.1);
    let length = across.abs().max(up.abs()).max(1);
    for start in (0..length).step_by(8) {
        let end = (start + 4).min(length);
        let place = |step: i32| (from.0 + across * step / length, from.1 + up * step / length);
        area.draw(&PathElement::new(vec![place(start), place(end)], Paint::Guide.sentinel().stroke_width(1)))?;
    }
    Ok(())
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

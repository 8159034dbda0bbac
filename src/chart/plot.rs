//! What the charts of shares have in common: a square of 0 to 100 % by 0 to 100 %, with its axes.

use plotters::coord::Shift;
use plotters::coord::types::RangedCoordf64;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use super::svg::{Paint, themed};

pub(super) type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;
pub(super) type Drawn<'a> = Result<(), DrawingAreaErrorKind<<SVGBackend<'a> as DrawingBackend>::ErrorType>>;

/// Pixels around the plot: for tick marks, axis titles and half a tick mark's width.
const LEFT: i32 = 48;
const RIGHT: i32 = 20;
const TOP: i32 = 28;
const BOTTOM: i32 = 44;
/// plotters divides sizes by 1.24 for SVG: 15 becomes 12 pixels.
const TEXT_SIZE: f64 = 15.0;

/// Where a share of clients and a share of revenue stand in a chart of this size.
pub(super) type Plot = Cartesian2d<RangedCoordf64, RangedCoordf64>;

pub(super) fn plot(size: (u32, u32)) -> Plot {
    let (width, height) = (size.0 as i32, size.1 as i32);
    Plot::new(0.0..1.0, 0.0..1.0, (LEFT..width - RIGHT, height - BOTTOM..TOP))
}

/// The points that can be drawn; nothing where they make no curve, or there is no room for one.
pub(super) fn drawable(points: &[(f64, f64)], size: (u32, u32)) -> Option<Vec<(f64, f64)>> {
    let is_drawable = |point: &(f64, f64)| [point.0, point.1].iter().all(|share| (0.0..=1.0).contains(share));
    let points: Vec<(f64, f64)> = points.iter().copied().filter(is_drawable).collect();
    (points.len() >= 2 && size.0 >= 120 && size.1 >= 100).then_some(points)
}

/// The text of a chart that `draw` draws; empty where it can't be drawn.
pub(super) fn drawn(size: (u32, u32), draw: impl for<'a> FnOnce(&Area<'a>) -> Drawn<'a>) -> String {
    let mut text = String::new();
    let area = SVGBackend::with_string(&mut text, size).into_drawing_area();
    // Writing into a string cannot fail; a chart that did would be missing, and its table would still be there.
    let is_drawn = draw(&area).is_ok() && area.present().is_ok();
    drop(area);
    if is_drawn { themed(&text, size) } else { String::new() }
}

pub(super) fn line(paint: Paint, width: u32) -> ShapeStyle {
    paint.sentinel().stroke_width(width)
}

/// The grid, the tick marks and the titles of both axes.
pub(super) fn axes<'a>(
    area: &Area<'a>,
    plot: &Plot,
    ticks: &[String; 6],
    (clients, revenue): (&str, &str),
    size: (u32, u32),
) -> Drawn<'a> {
    let at = |point: (f64, f64)| plot.translate(&point);
    for (tick, label) in ticks.iter().enumerate() {
        let share = tick as f64 / 5.0;
        let grid = line(Paint::Grid, 1);
        area.draw(&PathElement::new(vec![at((0.0, share)), at((1.0, share))], grid))?;
        area.draw(&PathElement::new(vec![at((share, 0.0)), at((share, -0.012))], grid))?;
        let (x, y) = at((0.0, share));
        write(area, label, (x - 6, y), HPos::Right, VPos::Center)?;
        let (x, y) = at((share, 0.0));
        write(area, label, (x, y + 7), HPos::Center, VPos::Top)?;
    }
    write(area, revenue, (4, 4), HPos::Left, VPos::Top)?;
    let (width, height) = (size.0 as i32, size.1 as i32);
    write(area, clients, ((LEFT + width - RIGHT) / 2, height - 4), HPos::Center, VPos::Bottom)
}

/// The area below a curve.
pub(super) fn below<'a>(area: &Area<'a>, plot: &Plot, points: &[(f64, f64)]) -> Drawn<'a> {
    let mut filled: Vec<(i32, i32)> = points.iter().map(|point| plot.translate(point)).collect();
    filled.extend([plot.translate(&(1.0, 0.0)), plot.translate(&(0.0, 0.0))]);
    area.draw(&Polygon::new(filled, Paint::Main.sentinel().mix(0.16)))
}

/// A point with its label, on that side of it which has more room.
pub(super) fn mark<'a>(area: &Area<'a>, plot: &Plot, marked: (f64, f64), label: &str) -> Drawn<'a> {
    if !(marked.0.is_finite() && marked.1.is_finite()) {
        return Ok(());
    }
    let (x, y) = plot.translate(&(marked.0.clamp(0.0, 1.0), marked.1.clamp(0.0, 1.0)));
    area.draw(&Circle::new((x, y), 6, Paint::Ground.sentinel().filled()))?;
    area.draw(&Circle::new((x, y), 4, Paint::Main.sentinel().filled()))?;
    let (anchor, x) = if marked.0 > 0.6 { (HPos::Right, x - 10) } else { (HPos::Left, x + 10) };
    write(area, label, (x, y + 12), anchor, VPos::Center)
}

pub(super) fn write<'a>(area: &Area<'a>, text: &str, place: (i32, i32), horizontal: HPos, vertical: VPos) -> Drawn<'a> {
    let colour = Paint::Text.sentinel();
    let style = TextStyle::from(("system-ui, sans-serif", TEXT_SIZE).into_font())
        .color(&colour)
        .pos(Pos::new(horizontal, vertical));
    area.draw(&Text::new(text, place, style))
}

/// A dashed line, drawn as its dashes: four pixels on, four off.
pub(super) fn dashes<'a>(area: &Area<'a>, from: (i32, i32), to: (i32, i32)) -> Drawn<'a> {
    let (across, up) = (to.0 - from.0, to.1 - from.1);
    let length = across.abs().max(up.abs()).max(1);
    for start in (0..length).step_by(8) {
        let end = (start + 4).min(length);
        let place = |step: i32| (from.0 + across * step / length, from.1 + up * step / length);
        area.draw(&PathElement::new(vec![place(start), place(end)], Paint::Guide.sentinel().stroke_width(1)))?;
    }
    Ok(())
}

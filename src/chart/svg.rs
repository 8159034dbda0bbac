//! From plotters' SVG to SVG that belongs to the page.
//!
//! plotters writes colours as numbers and a fixed size. The colours become CSS custom properties, so that a chart
//! follows light and dark, and the size becomes a viewBox alone, so that it takes the width it is given.

use plotters::style::RGBColor;

/// A colour of the page, by its custom property.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Paint {
    /// Texts.
    Text,
    /// Lines of the grid and the axes.
    Grid,
    /// What the chart is about.
    Main,
    /// Guides to compare with.
    Guide,
    /// The background, for outlines of texts and points.
    Ground,
}

impl Paint {
    const ALL: [Self; 5] = [Self::Text, Self::Grid, Self::Main, Self::Guide, Self::Ground];

    /// A colour that nobody would choose: it stands for the paint until the text is rewritten.
    pub fn sentinel(self) -> RGBColor {
        RGBColor(1, 2, self as u8)
    }

    fn property(self) -> &'static str {
        match self {
            Self::Text => "var(--chart-text)",
            Self::Grid => "var(--chart-grid)",
            Self::Main => "var(--chart-main)",
            Self::Guide => "var(--chart-guide)",
            Self::Ground => "var(--chart-ground)",
        }
    }
}

/// Rewrites plotters' text: colours to custom properties, and the fixed size away. The chart is hidden from screen
/// readers: its figure has a caption and a table.
pub(super) fn themed(svg: &str, size: (u32, u32)) -> String {
    let fixed = format!("<svg width=\"{0}\" height=\"{1}\" viewBox", size.0, size.1);
    let mut text = svg.replacen(&fixed, "<svg class=\"chart\" aria-hidden=\"true\" focusable=\"false\" viewBox", 1);
    for paint in Paint::ALL {
        // Only attributes are rewritten: plotters escapes the quotes of texts, so no label can look like one.
        let RGBColor(red, green, blue) = paint.sentinel();
        for attribute in ["fill", "stroke"] {
            let colour = format!(" {attribute}=\"#{red:02X}{green:02X}{blue:02X}\"");
            text = text.replace(&colour, &format!(" {attribute}=\"{}\"", paint.property()));
        }
    }
    text
}

//! Where things stand on the drawing: the margins around the plot, and the pixel of any year and value. The
//! drawing library is given exactly these, so labels can be placed before anything is drawn.

use std::ops::RangeInclusive;

use super::plot::Plot;
use super::scale::Scale;
use super::tokens::{Size, text_width};
use super::words::Words;
use crate::catalogue::Year;
use crate::lang::Lang;
use crate::text::number;

/// The plot's area on the drawing and its two axes.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Frame {
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
    pub size: Size,
    pub text: f64,
    pub scale: Scale,
    years: RangeInclusive<Year>,
}

/// What the right margin may take of the width for the names at the lines' ends.
const WIDEST_MARGIN: f64 = 0.36;

impl Frame {
    /// The frame of a plot on a drawing of that size, with text of that many pixels.
    pub fn new(plot: &Plot, lang: Lang, size: Size, text: f64) -> Option<Frame> {
        let years = match plot.span()?.into_inner() {
            (only, last) if only == last => only - 1..=last + 1,
            (first, last) => first..=last,
        };
        let (top, bottom) = (1.6 * text, 2.2 * text);
        let steps = ((size.height - top - bottom) / (3.2 * text)).clamp(2.0, 6.0);
        let limit = (plot.unit.as_str() == "%").then_some(100.0);
        let scale = Scale::fit(values(plot), steps as usize, limit);
        let widest = scale
            .ticks()
            .iter()
            .map(|tick| text_width(tick, text))
            .fold(0.0, f64::max);
        let mut frame = Frame {
            left: widest + text,
            right: 0.0,
            top,
            bottom,
            size,
            text,
            scale,
            years,
        };
        frame.right = frame.right_margin(plot, lang);
        Some(frame)
    }

    /// Every year along the axis.
    pub fn years(&self) -> RangeInclusive<Year> {
        self.years.clone()
    }

    /// The area of a year among the years along the axis.
    pub fn index(&self, year: Year) -> usize {
        usize::try_from(year - self.years.start()).unwrap_or(0)
    }

    /// The pixel of a year, from the left.
    pub fn x(&self, year: Year) -> f64 {
        self.left + self.along(year) * (self.size.width - self.left - self.right)
    }

    /// The pixel of a value, from the top.
    pub fn y(&self, value: f64) -> f64 {
        let height = self.size.height - self.top - self.bottom;
        self.top + (1.0 - self.scale.share(value)) * height
    }

    /// The widest that a name at a line's end may be.
    pub fn name_room(&self) -> f64 {
        WIDEST_MARGIN * self.size.width - self.gap()
    }

    /// The distance of a label from its point.
    pub fn gap(&self) -> f64 {
        0.6 * self.text
    }

    /// What stands under each year: the year, or nothing where the years would touch.
    pub fn year_labels(&self) -> Vec<String> {
        let room = (self.size.width - self.left - self.right) / (self.years.clone().count() - 1) as f64;
        let need = 1.3 * text_width("2030", self.text);
        let every = [1, 2, 5, 10, 20, 50]
            .into_iter()
            .find(|every| f64::from(*every) * room >= need);
        let every = every.unwrap_or(100);
        let stands = |year: &Year| year % every == 0;
        let any = self.years.clone().any(|year| stands(&year));
        let label = |year: Year| match stands(&year) || (!any && year == *self.years.start()) {
            true => year.to_string(),
            false => String::new(),
        };
        self.years.clone().map(label).collect()
    }

    fn along(&self, year: Year) -> f64 {
        f64::from(year - self.years.start()) / f64::from(self.years.end() - self.years.start())
    }

    /// Room for the last year's label, and for the names of lines that end near the edge.
    fn right_margin(&self, plot: &Plot, lang: Lang) -> f64 {
        let room = self.size.width - self.left;
        let need = plot.shown().into_iter().filter_map(|line| {
            let last = *line.known().last()?;
            let label = Words(lang).named(&line.name, &number(last.value, Some(line.digits())));
            let width = text_width(&label, self.text).min(self.name_room()) + 2.0 * self.gap();
            let along = self.along(last.year);
            Some((width - (1.0 - along) * room) / along.max(0.1))
        });
        need.fold(1.5 * self.text, f64::max)
            .min(WIDEST_MARGIN * self.size.width)
    }
}

/// Everything that has to fit on the value axis.
fn values(plot: &Plot) -> Vec<f64> {
    let lines = plot.shown().into_iter().flat_map(|line| line.known());
    let path = plot.path();
    let forecast = plot
        .forecast()
        .into_iter()
        .flat_map(|point| [point.value, point.low, point.high]);
    (lines.chain(path).chain(plot.base()).map(|point| point.value))
        .chain(plot.target().map(|target| target.value))
        .chain(forecast)
        .collect()
}

//! What a chart says, as plain numbers. Values that are not finite count as missing everywhere.

use std::ops::RangeInclusive;

use crate::catalogue::{Unit, Year};
use crate::observation::{SeriesKey, ValueAt};
use crate::text::decimals;

/// More lines than this cannot be told apart; the rest stand in the table alone.
pub const MAX_LINES: usize = 6;

/// One chart: one unit, one message.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plot {
    /// The message, as a sentence.
    pub title: String,
    /// Unit, area and source.
    pub subtitle: String,
    /// The area that the chart is about; empty where there are several. A line may be of another one.
    pub area: String,
    /// Who published the figures of that area; empty where nobody is named.
    pub source: String,
    /// What the chart shows in one sentence, for those who do not see it.
    pub summary: String,
    /// The unit of every value.
    pub unit: Unit,
    /// What was measured.
    pub lines: Vec<Line>,
    /// What is to be reached.
    pub target: Option<TargetLine>,
    /// The year and value that change is measured from.
    pub base: Option<ValueAt>,
    /// The values that would lead from the base to the target in even steps.
    pub path: Vec<ValueAt>,
    /// What is expected at the present pace.
    pub forecast: Option<Forecast>,
    /// The year judged.
    pub as_of: Option<Year>,
    /// The year of the plan's mid-term check.
    pub midterm: Option<Year>,
    /// Whether the figures are invented; the chart then says so itself.
    pub example: bool,
    /// Years to show even where nothing stands in them; the chart widens to whatever it holds.
    pub years: Option<RangeInclusive<Year>>,
}

/// One measured series.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The short name that stands at the line's end.
    pub name: String,
    /// What the line is to the chart.
    pub role: LineRole,
    /// Its points; a year without one is a gap.
    pub points: Vec<ValueAt>,
    /// Whose figures these are, where they are not those of the chart's own area.
    pub origin: Option<Origin>,
    /// The series whose values they are, unchanged; none where they were computed.
    pub series: Option<SeriesKey>,
}

/// Whose figures something shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// The area.
    pub area: String,
    /// Who published the figures; empty where nobody is named.
    pub source: String,
}

/// What a line is to its chart. The order is the order of drawing, reading and walking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LineRole {
    /// The area or group that the chart is about.
    Own,
    /// One of several of equal rank, such as women and men; the number picks its colour and symbol.
    Group(usize),
    /// Something to compare with: thin and grey.
    Reference,
}

/// The dashed line of a target.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetLine {
    /// How a value is held against it.
    pub kind: TargetKind,
    /// The value to reach.
    pub value: f64,
    /// The year by which it is due.
    pub year: Year,
    /// The words at its right end, such as `目标 12 以下`; when empty, they are made from the rest.
    pub label: String,
}

/// How a value is held against a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetKind {
    /// 以上
    AtLeast,
    /// 以下
    AtMost,
    /// 左右
    Around,
    /// Exactly that.
    Equal,
}

/// What is expected, with the range that it will fall in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Forecast {
    /// The expected values, oldest first.
    pub points: Vec<ForecastPoint>,
}

/// What is expected of one year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ForecastPoint {
    /// The year.
    pub year: Year,
    /// The value expected.
    pub value: f64,
    /// The lower end of its range.
    pub low: f64,
    /// The upper end of its range.
    pub high: f64,
}

impl TargetLine {
    /// The value to reach, in the year by which it is due.
    pub(super) fn point(&self) -> ValueAt {
        ValueAt {
            year: self.year,
            value: self.value,
        }
    }
}

impl ForecastPoint {
    /// The value expected, without its range.
    pub(super) fn point(&self) -> ValueAt {
        ValueAt {
            year: self.year,
            value: self.value,
        }
    }

    fn is_finite(&self) -> bool {
        self.value.is_finite() && self.low.is_finite() && self.high.is_finite()
    }
}

impl Line {
    /// Its value in a year, if it has one.
    pub fn at(&self, year: Year) -> Option<f64> {
        value_at(&self.points, year)
    }

    /// The points that hold a number, oldest first.
    pub fn known(&self) -> Vec<ValueAt> {
        known(&self.points)
    }

    /// The digits after the point that its source prints.
    pub fn digits(&self) -> usize {
        decimals(self.points.iter().map(|point| point.value))
    }
}

impl Plot {
    /// Whether there is nothing to draw.
    pub fn is_empty(&self) -> bool {
        self.shown().is_empty() && self.target().is_none() && self.base().is_none()
    }

    /// The lines drawn: those with a point, own before groups before references, at most [`MAX_LINES`].
    pub fn shown(&self) -> Vec<&Line> {
        let mut lines = self.filled();
        lines.truncate(MAX_LINES);
        lines
    }

    /// Every line with a point, in the order of their roles.
    pub(super) fn filled(&self) -> Vec<&Line> {
        let mut lines: Vec<&Line> = self
            .lines
            .iter()
            .filter(|line| !line.known().is_empty())
            .collect();
        lines.sort_by_key(|line| line.role);
        lines
    }

    /// The chart's own area and who published its figures.
    pub(super) fn origin(&self) -> Origin {
        Origin {
            area: self.area.clone(),
            source: self.source.clone(),
        }
    }

    /// The newest year that any line drawn has a figure of.
    pub(super) fn newest(&self) -> Option<Year> {
        let known = self.shown().into_iter().flat_map(Line::known);
        known.map(|point| point.year).max()
    }

    /// The target, if it has a number.
    pub(super) fn target(&self) -> Option<&TargetLine> {
        self.target.as_ref().filter(|target| target.value.is_finite())
    }

    /// The base, if it has a number.
    pub(super) fn base(&self) -> Option<ValueAt> {
        self.base.filter(|base| base.value.is_finite())
    }

    /// The interim path, oldest first.
    pub(super) fn path(&self) -> Vec<ValueAt> {
        known(&self.path)
    }

    /// The forecast, oldest first.
    pub(super) fn forecast(&self) -> Vec<ForecastPoint> {
        let points = self.forecast.iter().flat_map(|forecast| &forecast.points);
        let mut points: Vec<ForecastPoint> = points.copied().filter(ForecastPoint::is_finite).collect();
        points.sort_by_key(|point| point.year);
        points
    }

    /// The digits after the point that the main line's source prints; computed values take the same.
    pub(super) fn digits(&self) -> usize {
        match self.shown().first() {
            Some(line) => line.digits(),
            None => decimals(self.base().map(|base| base.value)),
        }
    }

    /// The years along the axis: all that anything stands in, and those asked for.
    pub fn span(&self) -> Option<RangeInclusive<Year>> {
        let lines = self
            .shown()
            .into_iter()
            .flat_map(Line::known)
            .map(|point| point.year);
        let asked = self.years.iter().flat_map(|years| [*years.start(), *years.end()]);
        let years: Vec<Year> = lines
            .chain(asked.clone())
            .chain(self.base().map(|base| base.year))
            .chain(self.target().map(|target| target.year))
            .chain(self.path().into_iter().map(|point| point.year))
            .chain(self.forecast().into_iter().map(|point| point.year))
            .collect();
        Some(*years.iter().min()?..=*years.iter().max()?)
    }
}

/// The value of a year among points, if there is one.
pub(super) fn value_at(points: &[ValueAt], year: Year) -> Option<f64> {
    let here = |point: &&ValueAt| point.year == year && point.value.is_finite();
    points.iter().find(here).map(|point| point.value)
}

fn known(points: &[ValueAt]) -> Vec<ValueAt> {
    let mut points: Vec<ValueAt> = points
        .iter()
        .copied()
        .filter(|point| point.value.is_finite())
        .collect();
    points.sort_by_key(|point| point.year);
    points
}

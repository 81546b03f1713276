//! What is drawn, in the order of drawing: backgrounds first, the main line last and on top.

use super::plot::{ForecastPoint, Line, LineRole, Plot};
use crate::observation::ValueAt;

/// One thing drawn.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Mark {
    /// What it is.
    pub kind: MarkKind,
    /// Its points, oldest first; a year without one is a gap.
    pub points: Vec<ValueAt>,
}

/// The kinds of things drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum MarkKind {
    /// The thin upright line at the year judged; its one point tells only the year.
    AsOf,
    /// The thin upright line at the mid-term check; likewise.
    Midterm,
    /// The invisible floor that the forecast's band stands on.
    BandFloor,
    /// The forecast's band: its height above the floor.
    Band,
    /// The dotted interim path.
    Path,
    /// The dashed target, from the first year to the year it is due.
    Target,
    /// A measured line: which of the plot's shown lines, and its look.
    Line(usize, LineLook),
    /// The lighter line of the forecast.
    Forecast,
    /// The hollow point of the base.
    Base,
}

/// How a measured line looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum LineLook {
    /// Solid, in the colour of that number.
    Coloured(usize),
    /// Thin and grey.
    Grey,
}

/// Everything that a plot draws.
pub(super) fn marks(plot: &Plot) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut add = |kind, points: Vec<ValueAt>| {
        if !points.is_empty() {
            marks.push(Mark { kind, points });
        }
    };
    let Some(span) = plot.span() else {
        return marks;
    };
    let lines = plot.shown();

    if let Some(year) = plot.as_of.filter(|year| span.start() < year && year < span.end()) {
        add(MarkKind::AsOf, vec![ValueAt { year, value: 0.0 }]);
    }
    if let Some(year) = plot.midterm.filter(|year| span.contains(year)) {
        add(MarkKind::Midterm, vec![ValueAt { year, value: 0.0 }]);
    }
    let forecast = joined_forecast(plot);
    let of_forecast = |part: fn(&ForecastPoint) -> f64| -> Vec<ValueAt> {
        let point = |point: &ForecastPoint| ValueAt {
            year: point.year,
            value: part(point),
        };
        forecast.iter().map(point).collect()
    };
    add(MarkKind::BandFloor, of_forecast(|point| point.low));
    add(MarkKind::Band, of_forecast(|point| point.high - point.low));
    add(MarkKind::Path, plot.path());
    for (n, line) in lines.iter().enumerate().rev() {
        if line.role == LineRole::Reference {
            add(MarkKind::Line(n, LineLook::Grey), line.known());
        }
    }
    if let Some(target) = plot.target() {
        let start = (*span.start()).min(target.year);
        let value = target.value;
        add(
            MarkKind::Target,
            (start..=target.year)
                .map(|year| ValueAt { year, value })
                .collect(),
        );
    }
    add(MarkKind::Forecast, of_forecast(|point| point.value));
    for (n, line) in lines.iter().enumerate().rev() {
        if line.role != LineRole::Reference {
            add(
                MarkKind::Line(n, LineLook::Coloured(colour(&lines, line))),
                line.known(),
            );
        }
    }
    add(MarkKind::Base, plot.base().into_iter().collect());
    marks
}

/// The number of a line's colour: the main line has the first, groups those after it.
fn colour(lines: &[&Line], line: &Line) -> usize {
    let has_own = lines.iter().any(|line| line.role == LineRole::Own);
    match line.role {
        LineRole::Group(n) => n + usize::from(has_own),
        LineRole::Own | LineRole::Reference => 0,
    }
}

/// The forecast by year. It starts at the main line's last point when that is the year
/// before, so that the two do not look torn apart; over a missing year they stay apart.
fn joined_forecast(plot: &Plot) -> Vec<ForecastPoint> {
    let points = plot.forecast();
    let own = plot.shown().first().and_then(|line| line.known().last().copied());
    let joint = points
        .first()
        .zip(own)
        .filter(|(first, own)| first.year == own.year + 1);
    let joint = joint.map(|(_, own)| ForecastPoint {
        year: own.year,
        value: own.value,
        low: own.value,
        high: own.value,
    });
    joint.into_iter().chain(points.iter().copied()).collect()
}

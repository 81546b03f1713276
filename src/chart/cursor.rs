//! The walk along a chart with the keyboard: from point to point, from line to line, each read aloud.

use super::plot::{ForecastPoint, Plot, value_at};
use super::words::Words;
use crate::catalogue::Year;
use crate::lang::Lang;
use crate::observation::ValueAt;
use crate::text::quantity;

/// A point of a plot: which line, and which year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// The line: those drawn in their order, then the forecast, then the path.
    pub track: usize,
    /// The year.
    pub year: Year,
}

/// One key's worth of walking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the point before.
    Earlier,
    /// To the point after.
    Later,
    /// To the first point of the line.
    First,
    /// To the last point of the line.
    Last,
    /// To the line before.
    LineBefore,
    /// To the line after.
    LineAfter,
}

/// What can be walked along.
pub(super) struct Track {
    name: String,
    points: Vec<ValueAt>,
    digits: usize,
}

impl Cursor {
    /// The newest point of the main line.
    pub fn start(plot: &Plot) -> Option<Cursor> {
        let tracks = plot.tracks(Lang::default());
        let newest = tracks.first()?.points.last()?;
        Some(Cursor {
            track: 0,
            year: newest.year,
        })
    }

    /// The point that a step leads to; the same where there is none further.
    pub fn step(self, plot: &Plot, step: Step) -> Cursor {
        let tracks = plot.tracks(Lang::default());
        let Some(track) = tracks.get(self.track) else {
            return Cursor::start(plot).unwrap_or(self);
        };
        let mut years = track.points.iter().map(|point| point.year);
        let on_track = |year: Option<Year>| Cursor {
            year: year.unwrap_or(self.year),
            ..self
        };
        let to_track = |n: usize| match tracks.get(n) {
            Some(track) => Cursor {
                track: n,
                year: track.nearest(self.year),
            },
            None => self,
        };
        match step {
            Step::Earlier => on_track(years.rfind(|year| *year < self.year)),
            Step::Later => on_track(years.find(|year| *year > self.year)),
            Step::First => on_track(years.next()),
            Step::Last => on_track(years.next_back()),
            Step::LineBefore => self.track.checked_sub(1).map_or(self, to_track),
            Step::LineAfter => to_track(self.track + 1),
        }
    }

    /// The point in words, such as `2021 年：15.0/10万`; with the line's name where asked for or not the first.
    pub fn reading(self, plot: &Plot, lang: Lang, named: bool) -> Option<String> {
        let tracks = plot.tracks(lang);
        let track = tracks.get(self.track)?;
        let value = value_at(&track.points, self.year)?;
        let words = Words(lang);
        let said = words.in_year(self.year, &quantity(value, Some(track.digits), &plot.unit, lang));
        Some(if named || self.track > 0 {
            words.of_line(&track.name, &said)
        } else {
            said
        })
    }

    /// The place of the year along the axis.
    pub fn index(self, plot: &Plot) -> Option<usize> {
        let span = plot.span()?;
        // A single year stands in the middle of three.
        let first = if span.start() == span.end() {
            span.start() - 1
        } else {
            *span.start()
        };
        usize::try_from(self.year - first).ok()
    }
}

impl Track {
    fn nearest(&self, year: Year) -> Year {
        let years = self.points.iter().map(|point| point.year);
        years.min_by_key(|at| at.abs_diff(year)).unwrap_or(year)
    }
}

impl Plot {
    /// What can be walked along: the lines in their order, then the forecast, then the path.
    pub(super) fn tracks(&self, lang: Lang) -> Vec<Track> {
        let words = Words(lang);
        let lines = self.shown().into_iter().map(|line| Track {
            name: line.name.clone(),
            points: line.known(),
            digits: line.digits(),
        });
        let computed = |name: &str, points| Track {
            name: name.to_owned(),
            points,
            digits: self.digits(),
        };
        let forecast = self.forecast().iter().map(ForecastPoint::point).collect();
        let computed = [
            computed(words.forecast(), forecast),
            computed(words.path(), self.path()),
        ];
        lines
            .chain(computed)
            .filter(|track| !track.points.is_empty())
            .collect()
    }
}

//! A drawing with every text that it may show: the printed form of the axis' numbers, and for each year what
//! a pointer or a key brings up. The browser prints these and makes no text of its own.

use charming::Chart;
use serde::Serialize;

use super::frame::Frame;
use super::marks::{Mark, MarkKind, marks};
use super::option::literal;
use super::plot::Plot;
use super::tokens::{Size, Tokens};
use super::words::{Words, range_of};
use crate::catalogue::Year;
use crate::lang::Lang;
use crate::text::{quantity, unit_after, year as year_text};

/// Everything that the browser needs to draw a plot.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Drawing {
    /// The drawing in the drawing library's terms.
    pub option: Chart,
    /// What it shows, in one sentence.
    pub description: String,
    /// The numbers at the grid lines, from the bottom.
    pub ticks: Vec<String>,
    /// What to show at each year along the axis, line by line.
    pub notes: Vec<Vec<Note>>,
    /// For each line that can be walked along, the place of its series in the drawing.
    pub tracks: Vec<usize>,
    /// The colour of notes.
    pub ink: String,
    /// The colour around words, so that a line behind them does not cross them out.
    pub page: String,
    /// The font of notes.
    pub font: String,
    /// The size of notes in pixels.
    pub text: f64,
}

/// One line of what is shown at a year.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Note {
    /// The series whose colour stands before it, if any.
    pub series: Option<usize>,
    /// What it says.
    pub text: String,
}

impl Plot {
    /// The drawing for a given look and size, with every text that it may show.
    pub fn drawing(&self, tokens: &Tokens, lang: Lang, size: Size) -> Drawing {
        let marks = marks(self);
        let frame = Frame::new(self, lang, size, tokens.text);
        let notes = |frame: &Frame| frame.years().map(|year| self.notes(&marks, year, lang)).collect();
        Drawing {
            option: self.option(tokens, lang, size),
            description: self.summary.clone(),
            ticks: frame.as_ref().map(|frame| self.ticks(frame)).unwrap_or_default(),
            notes: frame.as_ref().map(notes).unwrap_or_default(),
            tracks: (0..self.tracks(lang).len())
                .filter_map(|n| track_series(&marks, self, n))
                .collect(),
            ink: tokens.ink.clone(),
            page: tokens.page.clone(),
            font: tokens.font.clone(),
            text: tokens.text,
        }
    }

    /// The grid lines' numbers; the sign of a share stands at each.
    fn ticks(&self, frame: &Frame) -> Vec<String> {
        let sign = match self.unit.as_str() {
            sign @ ("%" | "‰") => sign,
            _ => "",
        };
        frame.scale.ticks().into_iter().map(|tick| tick + sign).collect()
    }

    fn notes(&self, marks: &[Mark], year: Year, lang: Lang) -> Vec<Note> {
        let words = Words(lang);
        let print = |value, digits| quantity(value, Some(digits), &self.unit, lang);
        let note = |series, text: String| Note {
            series,
            text: literal(&text),
        };
        let series = |kind: fn(&MarkKind) -> bool| marks.iter().position(|mark| kind(&mark.kind));

        let mut notes = vec![note(None, year_text(year, lang))];
        for (n, line) in self.shown().into_iter().enumerate() {
            let at = line
                .at(year)
                .map(|value| words.named(&line.name, &print(value, line.digits())));
            notes.extend(at.map(|text| note(line_series(marks, n), text)));
        }
        let digits = self.digits();
        if let Some(point) = self.forecast().iter().find(|point| point.year == year) {
            let range = range_of(point.low, point.high, digits) + &unit_after(&self.unit, lang);
            let text = words.note(&print(point.value, digits), &range);
            let series = series(|kind| *kind == MarkKind::Forecast);
            notes.push(note(series, words.named(words.forecast(), &text)));
        }
        for (name, found, kind) in [
            (
                words.path(),
                self.path().into_iter().find(|point| point.year == year),
                MarkKind::Path,
            ),
            (
                words.base(),
                self.base().filter(|point| point.year == year),
                MarkKind::Base,
            ),
        ] {
            let series = marks.iter().position(|mark| mark.kind == kind);
            notes.extend(found.map(|point| note(series, words.named(name, &print(point.value, digits)))));
        }
        if let Some(target) = self.target().filter(|target| target.year == year) {
            let series = series(|kind| *kind == MarkKind::Target);
            notes.push(note(series, words.target_label(target, &self.unit)));
        }
        notes
    }
}

fn line_series(marks: &[Mark], line: usize) -> Option<usize> {
    marks
        .iter()
        .position(|mark| matches!(mark.kind, MarkKind::Line(n, _) if n == line))
}

/// The series of the nth track: the lines first, then what is computed.
fn track_series(marks: &[Mark], plot: &Plot, track: usize) -> Option<usize> {
    let lines = plot.shown().len();
    if track < lines {
        return line_series(marks, track);
    }
    let computed = [MarkKind::Forecast, MarkKind::Path];
    let mut there = computed
        .iter()
        .filter_map(|kind| marks.iter().position(|mark| mark.kind == *kind));
    there.nth(track - lines)
}

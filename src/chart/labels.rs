//! Where the words on a chart stand. Each label has several places it could take; the one that covers least
//! wins, in the order in which the labels matter. A label that may be left out is, rather than cover another.

use super::frame::Frame;
use super::marks::{LineLook, Mark, MarkKind};
use super::placing::{
    Area, Piece, Pixel, Place, along, around, at_end, at_top_after, at_top_before, covered, pieces,
};
use super::plot::Plot;
use super::tokens::{cut, text_width};
use super::words::Words;
use crate::catalogue::Year;
use crate::lang::Lang;
use crate::observation::ValueAt;
use crate::text::number;

/// A label in its place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Label {
    pub text: String,
    /// Whose words they are; it decides the colour.
    pub of: MarkKind,
    /// The point it speaks of.
    pub point: ValueAt,
    /// Whether the text ends at `at`, not starts there.
    pub ends: bool,
    /// Its edge from left, and its middle from top.
    pub at: Pixel,
    /// What it covers.
    pub area: Area,
}

/// A wish for a label.
struct Wish {
    text: String,
    of: MarkKind,
    point: ValueAt,
    places: Vec<Place>,
    /// How much it matters, from 0 down.
    rank: Rank,
}

/// The order in which labels choose their places.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// A line that the chart is about, by its place among the lines.
    Own(usize),
    Target,
    Forecast,
    /// A line to compare with.
    Reference(usize),
    /// May be left out: the key says it too.
    Base,
    /// May be left out: the page says it too.
    AsOf,
    /// May be left out: the axis tells the year.
    Midterm,
}

/// What it costs to cover another label or leave the drawing, and to stand in another order than the lines.
const NEVER: f64 = 1000.0;
const TURNED: f64 = 30.0;

/// The labels of a plot, placed.
pub(super) fn labels(plot: &Plot, marks: &[Mark], frame: &Frame, lang: Lang) -> Vec<Label> {
    let pieces = pieces(marks, frame);
    let mut wishes: Vec<Wish> = marks
        .iter()
        .filter_map(|mark| wish(plot, mark, frame, lang))
        .collect();
    wishes.sort_by_key(|wish| wish.rank);

    let mut placed: Vec<Label> = Vec::new();
    for wish in wishes {
        let tried = wish.places.iter().map(|place| {
            let label = put(&wish, place, frame);
            (place.cost + cost(&label, &placed, &pieces, frame), label)
        });
        let best = tried.min_by(|(a, _), (b, _)| a.total_cmp(b));
        let needed = wish.rank < Rank::Base;
        placed.extend(
            best.filter(|(cost, _)| needed || *cost < NEVER)
                .map(|(_, label)| label),
        );
    }
    placed
}

/// What should be said of a mark.
fn wish(plot: &Plot, mark: &Mark, frame: &Frame, lang: Lang) -> Option<Wish> {
    let words = Words(lang);
    let point = *mark.points.last()?;
    let says = |digits| number(point.value, Some(digits));
    let of = mark.kind;
    let (rank, text, places) = match of {
        MarkKind::Line(n, look) => {
            let shown = plot.shown();
            let line = shown.get(n)?;
            let rank = if look == LineLook::Grey {
                Rank::Reference(n)
            } else {
                Rank::Own(n)
            };
            (
                rank,
                name_with_value(&line.name, &says(line.digits()), point.year, frame, words),
                at_end(),
            )
        }
        MarkKind::Target => {
            let label = words.target_label(plot.target()?, &plot.unit);
            let room = frame.x(point.year) - frame.left;
            (Rank::Target, cut(&label, frame.text, room), along())
        }
        MarkKind::Forecast => (
            Rank::Forecast,
            words.named(words.forecast(), &says(plot.digits())),
            at_end(),
        ),
        MarkKind::Base => {
            // A line's own last point already has its words.
            let said = plot
                .shown()
                .iter()
                .any(|line| line.known().last() == Some(&point));
            if said {
                return None;
            }
            (
                Rank::Base,
                words.named(words.base(), &says(plot.digits())),
                around(),
            )
        }
        MarkKind::Midterm => (Rank::Midterm, words.midterm(point.year), at_top_after()),
        MarkKind::AsOf => (Rank::AsOf, words.as_of(point.year), at_top_before()),
        MarkKind::Path | MarkKind::BandFloor | MarkKind::Band => return None,
    };
    let point = if matches!(of, MarkKind::AsOf | MarkKind::Midterm) {
        ValueAt {
            value: frame.scale.max,
            ..point
        }
    } else {
        point
    };
    Some(Wish {
        text,
        of,
        point,
        places,
        rank,
    })
}

/// A line's name with its last value, cut to the room beside its last point; the value gives way first.
fn name_with_value(name: &str, value: &str, year: Year, frame: &Frame, words: Words) -> String {
    let beside = frame.size.width - frame.x(year) - frame.gap();
    let room = beside.max(frame.name_room());
    let whole = words.named(name, value);
    let for_name = room - (text_width(&whole, frame.text) - text_width(name, frame.text));
    match text_width(name, frame.text) <= for_name.max(3.0 * frame.text) {
        true if text_width(&whole, frame.text) <= room => whole,
        true => cut(name, frame.text, room),
        false if for_name >= 4.0 * frame.text => words.named(&cut(name, frame.text, for_name), value),
        false => cut(name, frame.text, room),
    }
}

/// The label of a wish in one of its places.
fn put(wish: &Wish, place: &Place, frame: &Frame) -> Label {
    let pixel = (frame.x(wish.point.year), frame.y(wish.point.value));
    let area = place.area(pixel, text_width(&wish.text, frame.text), frame);
    let ends = place.ends();
    let at = (
        if ends { area.right } else { area.left },
        f64::midpoint(area.top, area.bottom),
    );
    Label {
        text: wish.text.clone(),
        of: wish.of,
        point: wish.point,
        ends,
        at,
        area,
    }
}

fn cost(label: &Label, placed: &[Label], pieces: &[Piece], frame: &Frame) -> f64 {
    let others = placed
        .iter()
        .filter(|other| other.area.meets(&label.area) || swaps(label, other))
        .count();
    let turned = placed.iter().filter(|other| turns(label, other)).count();
    let (crossing, outside) = covered(&label.area, pieces, frame);
    NEVER * (others + usize::from(outside)) as f64 + TURNED * turned as f64 + crossing
}

/// Whether the words of two upright lines stand in another order than the lines: each would be read as the other's.
fn swaps(label: &Label, other: &Label) -> bool {
    let upright = [label, other]
        .iter()
        .all(|label| matches!(label.of, MarkKind::AsOf | MarkKind::Midterm));
    let (year, other_year) = (label.point.year, other.point.year);
    upright && year != other_year && (year < other_year) != (label.area.left < other.area.left)
}

/// Whether the labels of two lines that end in the same year stand in another order than the lines.
fn turns(label: &Label, other: &Label) -> bool {
    let lines = [label, other]
        .iter()
        .all(|label| matches!(label.of, MarkKind::Line(..)));
    let (value, other_value) = (label.point.value, other.point.value);
    let above = label.at.1 < other.at.1;
    lines && label.point.year == other.point.year && value != other_value && above != (value > other_value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::marks::marks;
    use crate::chart::{Line, LineRole, Size, TargetKind, TargetLine};

    /// Lines that end close together, with a target among them.
    fn crowd(count: usize, last: Year, spread: f64) -> Plot {
        let line = |n: usize| Line {
            name: ["钦南区", "钦北区", "灵山县", "浦北县", "钦州港片区", "全国"][n].to_owned(),
            role: if n == 5 {
                LineRole::Reference
            } else {
                LineRole::Group(n)
            },
            points: (2018..=last)
                .map(|year| ValueAt {
                    year,
                    value: 50.0 + spread * n as f64,
                })
                .collect(),
            origin: None,
            series: None,
        };
        Plot {
            lines: (0..count).map(line).collect(),
            target: Some(TargetLine {
                kind: TargetKind::AtLeast,
                value: 52.0,
                year: 2030,
                label: String::new(),
            }),
            as_of: Some(last),
            ..Plot::default()
        }
    }

    fn placed(plot: &Plot, width: f64) -> (Vec<Label>, Frame) {
        let frame = Frame::new(plot, Lang::Zh, Size { width, height: 280.0 }, 13.0).unwrap();
        (labels(plot, &marks(plot), &frame, Lang::Zh), frame)
    }

    #[test]
    fn no_label_covers_another_or_is_cut_off() {
        for width in [340.0, 700.0, 1168.0] {
            for count in 1..=6 {
                for (last, spread) in [(2019, 0.1), (2023, 0.4), (2023, 3.0), (2030, 0.2), (2030, 2.0)] {
                    let (labels, frame) = placed(&crowd(count, last, spread), width);
                    assert!(labels.len() > count, "{count} lines and a target");
                    for (n, label) in labels.iter().enumerate() {
                        let Area {
                            left,
                            right,
                            top,
                            bottom,
                        } = label.area;
                        assert!(
                            left >= 0.0 && right <= frame.size.width,
                            "{width} {count} {label:?}"
                        );
                        assert!(
                            top >= 0.0 && bottom <= frame.size.height,
                            "{width} {count} {label:?}"
                        );
                        let clash = labels[..n].iter().find(|other| other.area.meets(&label.area));
                        assert_eq!(clash, None, "{width} {count} {last} {spread} {label:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn names_stand_in_the_order_of_their_lines() {
        let (labels, _) = placed(&crowd(5, 2023, 0.3), 360.0);
        let mut lines: Vec<&Label> = labels
            .iter()
            .filter(|label| matches!(label.of, MarkKind::Line(..)))
            .collect();
        lines.sort_by(|a, b| b.point.value.total_cmp(&a.point.value));
        assert!(lines.is_sorted_by(|a, b| a.at.1 < b.at.1), "{lines:?}");
    }

    #[test]
    fn words_of_upright_lines_stand_in_the_order_of_their_years() {
        let mut plot = crowd(1, 2024, 1.0);
        plot.midterm = Some(2025);
        for (width, count) in [(230.0, 1), (700.0, 2)] {
            let (labels, _) = placed(&plot, width);
            let upright = |label: &&Label| matches!(label.of, MarkKind::AsOf | MarkKind::Midterm);
            let mut upright: Vec<&Label> = labels.iter().filter(upright).collect();
            assert_eq!(upright.len(), count, "{width}");
            upright.sort_by_key(|label| label.point.year);
            assert!(
                upright.is_sorted_by(|a, b| a.area.right < b.area.left),
                "{upright:?}"
            );
        }
    }

    #[test]
    fn a_long_target_keeps_within_the_plot() {
        let mut plot = crowd(1, 2023, 1.0);
        plot.target.as_mut().unwrap().label = "目标 2030 年比 2020 年下降 20%，各县区都要达到".repeat(2);
        let (labels, frame) = placed(&plot, 340.0);
        let target = labels.iter().find(|label| label.of == MarkKind::Target).unwrap();
        assert!(
            target.text.ends_with('…') && target.area.left >= frame.left - 1.0,
            "{target:?}"
        );
    }
}

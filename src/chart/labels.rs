//! Where the words on a chart stand. Each label has several places it could take; the one that covers least
//! wins, in the order in which the labels matter. A label that may be left out is, rather than cover another.

use super::frame::Frame;
use super::marks::{LineLook, Mark, MarkKind};
use super::plot::{Plot, value_at};
use super::tokens::{cut, text_width};
use super::words::Words;
use crate::catalogue::Year;
use crate::text::{Lang, number};

/// A label in its place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Label {
    pub text: String,
    /// Whose words they are; it decides the colour.
    pub of: MarkKind,
    /// The point it speaks of.
    pub point: (Year, f64),
    /// Whether the text ends at `at`, not starts there.
    pub ends: bool,
    /// Its edge from left, and its middle from top, in pixels.
    pub at: (f64, f64),
    /// What it covers.
    pub area: Area,
}

/// An upright rectangle in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Area {
    /// Whether two areas cover common ground.
    pub fn meets(&self, other: &Area) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Whether a straight line runs through it.
    fn is_crossed(&self, (from, to): ((f64, f64), (f64, f64))) -> bool {
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
        let edges = [
            (-dx, from.0 - self.left),
            (dx, self.right - from.0),
            (-dy, from.1 - self.top),
            (dy, self.bottom - from.1),
        ];
        for (slope, room) in edges {
            if slope == 0.0 {
                if room < 0.0 {
                    return false;
                }
            } else if slope < 0.0 {
                enter = enter.max(room / slope);
            } else {
                leave = leave.min(room / slope);
            }
        }
        enter <= leave
    }
}

/// A wish for a label.
struct Wish {
    text: String,
    of: MarkKind,
    point: (Year, f64),
    places: &'static [Place],
    optional: bool,
}

/// Where a label may stand: on which side of its point, and how many text heights lower.
#[derive(Clone, Copy)]
enum Place {
    /// Starts right of the point.
    Right(f64),
    /// Ends left of the point.
    Left(f64),
    /// Has the point in its middle.
    Centre(f64),
    /// Starts straight above or below the point.
    From(f64),
    /// Ends straight above or below the point.
    To(f64),
}

/// At a line's last point.
const AT_END: &[Place] = &[
    Place::Right(0.0),
    Place::Right(-0.7),
    Place::Right(0.7),
    Place::Centre(-1.1),
    Place::Centre(1.1),
    Place::Right(-1.4),
    Place::Right(1.4),
    Place::To(-1.1),
    Place::To(1.1),
    Place::Right(-2.1),
    Place::Right(2.1),
    Place::Right(-2.8),
    Place::Right(2.8),
    Place::Centre(-2.2),
    Place::Centre(2.2),
    Place::Left(-1.6),
    Place::Left(1.6),
    Place::Right(-4.2),
    Place::Right(4.2),
    Place::Right(-5.6),
    Place::Right(5.6),
];
/// Along a level line, at its end.
const ALONG: &[Place] = &[Place::To(-0.8), Place::To(0.8), Place::To(-1.3), Place::To(1.3)];
/// Around a lone point.
const AROUND: &[Place] = &[
    Place::Centre(-1.2),
    Place::Centre(1.2),
    Place::From(-1.2),
    Place::From(1.2),
    Place::To(-1.2),
    Place::To(1.2),
    Place::Right(0.0),
];
/// Under the upper edge.
const AT_TOP: &[Place] = &[Place::Right(-0.6), Place::Left(-0.6)];

/// What covering something costs. Places cost their position in the list on top.
const COVERS_LABEL: f64 = 1000.0;
const LEAVES_DRAWING: f64 = 1000.0;
const COVERS_OWN: f64 = 12.0;
const COVERS_LINE: f64 = 6.0;

/// The labels of a plot, placed.
pub(super) fn labels(plot: &Plot, marks: &[Mark], frame: &Frame, lang: Lang) -> Vec<Label> {
    let obstacles = obstacles(marks, frame);
    let mut placed: Vec<Label> = Vec::new();
    for wish in wishes(plot, marks, frame, lang) {
        let tried = wish.places.iter().enumerate().map(|(rank, place)| {
            let label = put(&wish, *place, frame);
            (rank as f64 + cost(&label.area, &placed, &obstacles, frame), label)
        });
        let best = tried.min_by(|(a, _), (b, _)| a.total_cmp(b));
        let best = best.filter(|(cost, _)| !wish.optional || *cost < COVERS_LABEL);
        placed.extend(best.map(|(_, label)| label));
    }
    placed
}

/// What should be said on the chart, the most important first.
fn wishes(plot: &Plot, marks: &[Mark], frame: &Frame, lang: Lang) -> Vec<Wish> {
    let words = Words(lang);
    let mut wishes: Vec<(usize, Wish)> = Vec::new();
    for mark in marks {
        let Some(point) = mark.points.last().copied() else {
            continue;
        };
        let of = mark.kind;
        let says = |digits| number(point.1, Some(digits));
        let (rank, text, places): (usize, String, &[Place]) = match of {
            MarkKind::Target => {
                let Some(target) = plot.target() else { continue };
                (1, words.target_label(target, &plot.unit), ALONG)
            }
            MarkKind::Line(n, look) => {
                let line = plot.shown()[n];
                let value = says(line.digits());
                let room = frame.name_room() - text_width(&value, frame.text) - 0.4 * frame.text;
                let name = cut(&line.name, frame.text, room);
                (
                    if look == LineLook::Grey { 3 } else { 0 },
                    words.named(&name, &value),
                    AT_END,
                )
            }
            MarkKind::Forecast => (2, words.named(words.forecast(), &says(plot.digits())), AT_END),
            MarkKind::Base => (4, words.named(words.base(), &says(plot.digits())), AROUND),
            MarkKind::AsOf => (5, words.as_of(point.0), AT_TOP),
            MarkKind::Path | MarkKind::BandFloor | MarkKind::Band => continue,
        };
        let point = if of == MarkKind::AsOf {
            (point.0, frame.scale.max)
        } else {
            point
        };
        wishes.push((
            rank,
            Wish {
                text,
                of,
                point,
                places,
                optional: rank > 3,
            },
        ));
    }
    wishes.sort_by_key(|(rank, wish)| (*rank, nth(wish)));
    wishes.into_iter().map(|(_, wish)| wish).collect()
}

fn nth(wish: &Wish) -> usize {
    match wish.of {
        MarkKind::Line(n, _) => n,
        _ => 0,
    }
}

/// The label of a wish in one of its places.
fn put(wish: &Wish, place: Place, frame: &Frame) -> Label {
    let (x, y) = (frame.x(wish.point.0), frame.y(wish.point.1));
    let (width, height) = (text_width(&wish.text, frame.text), 1.3 * frame.text);
    let (left, down) = match place {
        Place::Right(down) => (x + frame.gap(), down),
        Place::Left(down) => (x - frame.gap() - width, down),
        Place::Centre(down) => (x - width / 2.0, down),
        Place::From(down) => (x, down),
        Place::To(down) => (x - width, down),
    };
    let ends = matches!(place, Place::To(_) | Place::Left(_));
    let middle = y + down * height;
    let area = Area {
        left,
        right: left + width,
        top: middle - height / 2.0,
        bottom: middle + height / 2.0,
    };
    let at = (if ends { area.right } else { area.left }, middle);
    Label {
        text: wish.text.clone(),
        of: wish.of,
        point: wish.point,
        ends,
        at,
        area,
    }
}

type Obstacle = (((f64, f64), (f64, f64)), f64);

/// The pieces of everything drawn, with what covering each costs. A lone point is a piece without length.
fn obstacles(marks: &[Mark], frame: &Frame) -> Vec<Obstacle> {
    let mut obstacles = Vec::new();
    for mark in marks {
        let weight = match mark.kind {
            MarkKind::Line(_, LineLook::Coloured(_)) | MarkKind::Base => COVERS_OWN,
            MarkKind::Line(_, LineLook::Grey) | MarkKind::Target | MarkKind::Forecast | MarkKind::Path => {
                COVERS_LINE
            }
            MarkKind::AsOf | MarkKind::BandFloor | MarkKind::Band => continue,
        };
        let pixel = |(year, value): (Year, f64)| (frame.x(year), frame.y(value));
        for point in &mark.points {
            let next = value_at(&mark.points, point.0 + 1).map(|value| (point.0 + 1, value));
            obstacles.push(((pixel(*point), pixel(next.unwrap_or(*point))), weight));
        }
    }
    obstacles
}

fn cost(area: &Area, placed: &[Label], obstacles: &[Obstacle], frame: &Frame) -> f64 {
    let labels = placed.iter().filter(|label| label.area.meets(area)).count() as f64;
    let outside = area.left < 0.0
        || area.top < 0.0
        || area.right > frame.size.width
        || area.bottom > frame.size.height - 0.8 * frame.bottom;
    let lines: f64 = obstacles
        .iter()
        .filter(|(piece, _)| area.is_crossed(*piece))
        .map(|(_, weight)| weight)
        .sum();
    labels * COVERS_LABEL + if outside { LEAVES_DRAWING } else { 0.0 } + lines
}
